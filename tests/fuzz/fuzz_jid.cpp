// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SECURITY A115: any text as an address: what is accepted must be the same when it is read again, and can be
// certified.
#include "core/base/Jid.h"

#include <cstdlib>

using namespace tertulia;

namespace
{

void require(bool condition, const char *what)
{
    if (condition)
        return;
    qCritical("%s", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    // As UTF-8, and as UTF-16, which can hold what UTF-8 cannot.
    const QString utf16(reinterpret_cast<const QChar *>(QByteArray(bytes + '\0').constData()),
                        qsizetype(size / 2));
    for (const QString &text : {QString::fromUtf8(bytes), utf16}) {
        const auto jid = Jid::parse(text);
        if (!jid)
            continue;
        const QString normalized = jid->toString();
        const auto again = Jid::parse(normalized);
        require(again.has_value(), "a normalised address is refused");
        require(*again == *jid, "normalising twice changes an address");
        require(again->toString() == normalized, "an address does not survive its text");
        require(Jid::fromNormalized(normalized) == *jid, "a stored address differs");
        require(!jid->domain().isEmpty() && !jid->asciiDomain().isEmpty(), "no domain");
        for (const QChar c : jid->asciiDomain())
            require(c.unicode() < 0x80, "an ASCII domain is not");
        require(jid->localpart().toUtf8().size() <= 1023 && jid->domain().toUtf8().size() <= 1023
                    && jid->resource().toUtf8().size() <= 1023,
                "a part is too long");
        require(jid->bare().isBare() && !jid->localpart().contains(u'@') && !jid->localpart().contains(u'/'),
                "a localpart that would be read differently");
    }
    return 0;
}
