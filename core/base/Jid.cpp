// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Jid.h"

#include <unicode/uidna.h>
#include <unicode/usprep.h>

#include <array>
#include <memory>
#include <optional>
#include <tuple>

namespace tertulia
{

namespace
{

/// RFC 7622 3.2 to 3.4: no part may be longer, in UTF-8.
constexpr qsizetype kMaxPartBytes = 1023;
/// Longer input is not worth preparing: mapping removes characters, but nobody writes that many of them.
constexpr qsizetype kMaxInputCharacters = 4 * kMaxPartBytes;
constexpr qsizetype kMaxLabelBytes = 63;

enum class Part { Local, Domain, Resource };

ErrorCode invalid(Part part)
{
    switch (part) {
    case Part::Local:
        return ErrorCode::AddressLocalpartInvalid;
    case Part::Domain:
        return ErrorCode::AddressDomainInvalid;
    case Part::Resource:
        break;
    }
    return ErrorCode::AddressResourceInvalid;
}

bool fits(QStringView text)
{
    if (text.size() > kMaxPartBytes)
        return false;
    qsizetype bytes = 0;
    for (const QChar c : text)
        bytes += c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 || c.isSurrogate() ? 2 : 3;
    return bytes <= kMaxPartBytes;
}

bool isForbiddenInLocalpart(char16_t c)
{
    switch (c) {
    case u'"':
    case u'&':
    case u'\'':
    case u'/':
    case u':':
    case u'<':
    case u'>':
    case u'@':
        return true;
    default:
        return c <= 0x20 || c == 0x7F;
    }
}

/// True if nodeprep leaves `text` as it is. Nearly every address of every stanza is of this kind.
bool isPreparedLocalpart(QStringView text)
{
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0x7F || (u >= u'A' && u <= u'Z') || isForbiddenInLocalpart(u))
            return false;
    }
    return true;
}

/// True if resourceprep leaves `text` as it is.
bool isPreparedResource(QStringView text)
{
    for (const QChar c : text)
        if (c.unicode() < 0x20 || c.unicode() >= 0x7F)
            return false;
    return true;
}

/// True if `text` is an ASCII host name in lower case of which IDNA changes nothing.
bool isPreparedDomain(QStringView text)
{
    qsizetype labelStart = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const char16_t u = i < text.size() ? text[i].unicode() : u'.';
        if (u == u'.') {
            const qsizetype length = i - labelStart;
            if (length == 0 || length > kMaxLabelBytes)
                return false;
            if (text.sliced(labelStart, length).startsWith(u"xn--"))
                return false;
            labelStart = i + 1;
            continue;
        }
        const bool allowed = (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_';
        if (!allowed)
            return false;
    }
    return true;
}

/// A number of an IPv4 address: 0 to 255 in ASCII digits without leading zeros (RFC 3986 3.2.2). Digits are
/// looked at one by one: Qt's conversion also takes signs and spaces, and ends at a NUL.
bool isDecimalOctet(QStringView text)
{
    if (text.isEmpty() || text.size() > 3 || (text.size() > 1 && text.front() == u'0'))
        return false;
    int value = 0;
    for (const QChar c : text) {
        if (c.unicode() < u'0' || c.unicode() > u'9')
            return false;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= 255;
}

/// The text of an IPv6 address literal, without brackets (RFC 4291 2.2).
bool isIpv6(QStringView text)
{
    int groups = 0;
    bool compressed = false;
    qsizetype i = 0;
    if (text.startsWith(u"::")) {
        compressed = true;
        i = 2;
    }
    while (i < text.size()) {
        const qsizetype colon = text.indexOf(u':', i);
        const QStringView group = text.sliced(i, (colon < 0 ? text.size() : colon) - i);
        if (colon < 0 && group.contains(u'.')) {
            const auto bytes = group.split(u'.');
            if (bytes.size() != 4)
                return false;
            if (!std::ranges::all_of(bytes, isDecimalOctet))
                return false;
            groups += 2;
            break;
        }
        if (group.isEmpty() || group.size() > 4)
            return false;
        for (const QChar c : group) {
            const char16_t u = c.unicode();
            if (!((u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f')))
                return false;
        }
        ++groups;
        if (colon < 0)
            break;
        i = colon + 1;
        if (i == text.size())
            return false;
        if (text[i] == u':') {
            if (compressed)
                return false;
            compressed = true;
            ++i;
        }
    }
    return compressed ? groups < 8 : groups == 8;
}

/// ICU's profile, opened once in the process; ICU's profiles may be used by many threads.
const UStringPrepProfile *profile(UStringPrepProfileType type)
{
    const auto open = [](UStringPrepProfileType which) {
        UErrorCode status = U_ZERO_ERROR;
        UStringPrepProfile *opened = usprep_openByType(which, &status);
        return U_SUCCESS(status) ? opened : nullptr;
    };
    static const UStringPrepProfile *const node = open(USPREP_RFC3920_NODEPREP);
    static const UStringPrepProfile *const resource = open(USPREP_RFC3920_RESOURCEPREP);
    return type == USPREP_RFC3920_NODEPREP ? node : resource;
}

std::optional<QString> prepareOnce(UStringPrepProfileType type, const QString &text)
{
    const UStringPrepProfile *prep = profile(type);
    if (!prep)
        return {};
    QString out(text.size() * 2 + 64, Qt::Uninitialized);
    for (int attempt = 0; attempt < 2; ++attempt) {
        UErrorCode status = U_ZERO_ERROR;
        // Unassigned: those profiles know Unicode 3.2 only, and an emoji in a nickname must not be refused.
        const int32_t length = usprep_prepare(prep, reinterpret_cast<const UChar *>(text.utf16()),
                                              int32_t(text.size()), reinterpret_cast<UChar *>(out.data()),
                                              int32_t(out.size()), USPREP_ALLOW_UNASSIGNED, nullptr, &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            out.resize(length);
            continue;
        }
        if (U_FAILURE(status))
            return {};
        out.resize(length);
        return out;
    }
    return {};
}

/// Prepares to a fixed point: normalisation can produce what the mapping step would have mapped, and an
/// address must mean the same after it was stored and read again.
std::optional<QString> prepare(UStringPrepProfileType type, const QString &text)
{
    QString current = text;
    for (int round = 0; round < 4; ++round) {
        auto next = prepareOnce(type, current);
        if (!next || *next == current)
            return next;
        current = *std::move(next);
    }
    return {};
}

const UIDNA *idna()
{
    static const UIDNA *const opened = [] {
        UErrorCode status = U_ZERO_ERROR;
        UIDNA *made = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE
                                          | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ,
                                      &status);
        return U_SUCCESS(status) ? made : nullptr;
    }();
    return opened;
}

using IdnaFunction = decltype(&uidna_nameToUnicode);

/// Hyphens at odd places are a registry's business, and the total length is that of RFC 7622, not of DNS.
constexpr uint32_t kToleratedIdnaErrors = UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN
    | UIDNA_ERROR_HYPHEN_3_4 | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG;

std::optional<QString> convertDomain(IdnaFunction function, const QString &text)
{
    const UIDNA *uts46 = idna();
    if (!uts46)
        return {};
    QString out(text.size() * 4 + 64, Qt::Uninitialized);
    for (int attempt = 0; attempt < 2; ++attempt) {
        UIDNAInfo info = UIDNA_INFO_INITIALIZER;
        UErrorCode status = U_ZERO_ERROR;
        const int32_t length
            = function(uts46, reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()),
                       reinterpret_cast<UChar *>(out.data()), int32_t(out.size()), &info, &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            out.resize(length);
            continue;
        }
        if (U_FAILURE(status) || (info.errors & ~kToleratedIdnaErrors) != 0)
            return {};
        out.resize(length);
        return out;
    }
    return {};
}

std::optional<QString> prepareInternationalDomain(const QString &text)
{
    QString withoutRootDot = text;
    // RFC 7622 3.2: a final label separator is stripped first; UTS 46 knows four of them.
    if (!text.isEmpty() && QStringView(u".\u3002\uFF0E\uFF61").contains(text.back()))
        withoutRootDot.chop(1);
    if (withoutRootDot.isEmpty())
        return {};
    if (withoutRootDot.startsWith(u'[') && withoutRootDot.endsWith(u']')) {
        const QString literal = withoutRootDot.toLower();
        if (isIpv6(QStringView(literal).sliced(1, literal.size() - 2)))
            return literal;
        return {};
    }
    // The A-label form must exist too, or the domain could never be asked for nor be certified.
    const auto ascii = convertDomain(&uidna_nameToASCII, withoutRootDot);
    if (!ascii)
        return {};
    const auto unicode = convertDomain(&uidna_nameToUnicode, *ascii);
    // What an A-label hides may itself look like one: shown and asked for again it would be another domain.
    if (!unicode || convertDomain(&uidna_nameToASCII, *unicode) != ascii)
        return {};
    for (const QStringView label : QStringView(*ascii).split(u'.'))
        if (label.isEmpty() || label.size() > kMaxLabelBytes)
            return {};
    for (const QChar c : *ascii) {
        const char16_t u = c.unicode();
        const bool allowed
            = (u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'-' || u == u'_' || u == u'.';
        if (!allowed)
            return {};
    }
    return unicode;
}

Result<QString> normalize(Part part, const QString &text)
{
    const bool prepared = part == Part::Local ? isPreparedLocalpart(text)
        : part == Part::Domain                ? isPreparedDomain(text)
                                              : isPreparedResource(text);
    if (prepared) {
        if (text.size() > kMaxPartBytes)
            return failure(ErrorCode::AddressPartTooLong, text.left(64));
        return text;
    }
    if (text.size() > kMaxInputCharacters)
        return failure(ErrorCode::AddressPartTooLong, text.left(64));

    std::optional<QString> normalized;
    switch (part) {
    case Part::Local:
        normalized = prepare(USPREP_RFC3920_NODEPREP, text);
        if (normalized)
            for (const QChar c : *normalized)
                if (isForbiddenInLocalpart(c.unicode()))
                    return failure(invalid(part), text);
        break;
    case Part::Domain:
        normalized = prepareInternationalDomain(text);
        break;
    case Part::Resource:
        normalized = prepare(USPREP_RFC3920_RESOURCEPREP, text);
        break;
    }
    if (!normalized || normalized->isEmpty())
        return failure(invalid(part), text.left(kMaxPartBytes));
    if (!fits(*normalized))
        return failure(ErrorCode::AddressPartTooLong, text.left(64));
    return *std::move(normalized);
}

/// Where the parts of an address begin (RFC 7622 3.1): the resource after the first slash, then the localpart
/// before the first at sign.
struct Split {
    qsizetype at = -1;
    qsizetype slash = -1;

    explicit Split(QStringView text)
        : slash(text.indexOf(u'/'))
    {
        at = (slash < 0 ? text : text.first(slash)).indexOf(u'@');
    }
};

} // namespace

const QString Jid::kNoText;

Result<Jid> Jid::parse(const QString &text)
{
    if (text.isEmpty())
        return failure(ErrorCode::AddressEmpty);
    const Split split(text);
    const qsizetype domainEnd = split.slash < 0 ? text.size() : split.slash;
    if (split.at == 0)
        return failure(ErrorCode::AddressLocalpartInvalid, text.left(kMaxPartBytes));
    if (split.at + 1 == domainEnd)
        return failure(ErrorCode::AddressWithoutDomain, text.left(kMaxPartBytes));
    if (split.slash >= 0 && split.slash + 1 == text.size())
        return failure(ErrorCode::AddressResourceInvalid, text.left(kMaxPartBytes));
    return fromParts(split.at < 0 ? QString() : text.first(split.at),
                     text.sliced(split.at + 1, domainEnd - split.at - 1),
                     split.slash < 0 ? QString() : text.sliced(split.slash + 1));
}

Result<Jid> Jid::fromParts(const QString &localpart, const QString &domain, const QString &resource)
{
    if (domain.isEmpty())
        return failure(localpart.isEmpty() && resource.isEmpty() ? ErrorCode::AddressEmpty
                                                                 : ErrorCode::AddressWithoutDomain);
    QString normalLocalpart;
    QString normalResource;
    const auto normalDomain = normalize(Part::Domain, domain);
    if (!normalDomain)
        return Failure(normalDomain.error());
    if (!localpart.isEmpty()) {
        auto part = normalize(Part::Local, localpart);
        if (!part)
            return Failure(part.error());
        normalLocalpart = *std::move(part);
    }
    if (!resource.isEmpty()) {
        auto part = normalize(Part::Resource, resource);
        if (!part)
            return Failure(part.error());
        normalResource = *std::move(part);
    }
    return Jid(normalLocalpart, *normalDomain, normalResource);
}

Jid Jid::fromNormalized(const QString &text)
{
    const Split split(text);
    const qsizetype domainEnd = split.slash < 0 ? text.size() : split.slash;
    if (domainEnd == split.at + 1)
        return {};
    return {split.at > 0 ? text.first(split.at) : QString(),
            text.sliced(split.at + 1, domainEnd - split.at - 1),
            split.slash >= 0 ? text.sliced(split.slash + 1) : QString()};
}

Jid::Jid(const QString &localpart, const QString &domain, const QString &resource)
{
    auto parts = std::make_unique<Parts>();
    parts->localpart = localpart;
    parts->domain = domain;
    parts->text = localpart.isEmpty() ? domain : QString(localpart % u'@' % domain);
    if (!resource.isEmpty()) {
        parts->bare = Jid(localpart, domain, {}).d;
        parts->resource = resource;
        parts->text = parts->text % u'/' % resource;
    }
    // Peers choose addresses, and must not be able to choose those of one hash.
    parts->hash = qHash(parts->text, QHashSeed::globalSeed());
    d.reset(parts.release());
}

Jid Jid::bare() const
{
    Jid jid = *this;
    if (d && d->bare)
        jid.d = d->bare;
    return jid;
}

Jid Jid::domainOnly() const
{
    return d ? Jid({}, d->domain, {}) : Jid();
}

Result<Jid> Jid::withResource(const QString &resource) const
{
    if (!d || resource.isEmpty())
        return bare();
    const auto part = normalize(Part::Resource, resource);
    if (!part)
        return Failure(part.error());
    return Jid(d->localpart, d->domain, *part);
}

QString Jid::asciiDomain() const
{
    for (const QChar c : domain())
        if (c.unicode() >= 0x80)
            return convertDomain(&uidna_nameToASCII, domain()).value_or(QString());
    return domain();
}

bool operator<(const Jid &a, const Jid &b)
{
    return std::tie(a.domain(), a.localpart(), a.resource())
        < std::tie(b.domain(), b.localpart(), b.resource());
}

} // namespace tertulia
