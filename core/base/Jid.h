// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QSharedData>
#include <QString>

namespace tertulia
{

/// An XMPP address (RFC 7622), normalised once: nodeprep and resourceprep (ICU), UTS 46 for the domain, which
/// is kept as U-labels without trailing dot. Compared as values, never as strings. A default-made Jid is
/// null. Cheap to copy, to compare and to hash: the parts are shared.
class Jid
{
public:
    Jid() = default;

    /// Parses and normalises `text`; parts longer than 1,023 bytes, empty or forbidden ones are errors
    /// (ErrorCode::Address...).
    static Result<Jid> parse(const QString &text);
    /// The same from its parts; localpart and resource may be empty.
    static Result<Jid> fromParts(const QString &localpart, const QString &domain,
                                 const QString &resource = {});
    /// Takes text that an earlier parse() made, without normalising again (the store's columns).
    static Jid fromNormalized(const QString &text);

    [[nodiscard]] bool isNull() const { return !d; }
    [[nodiscard]] bool isBare() const { return !d || d->resource.isEmpty(); }
    [[nodiscard]] const QString &localpart() const { return d ? d->localpart : kNoText; }
    [[nodiscard]] const QString &domain() const { return d ? d->domain : kNoText; }
    [[nodiscard]] const QString &resource() const { return d ? d->resource : kNoText; }

    /// localpart@domain.
    [[nodiscard]] Jid bare() const;
    /// The domain alone.
    [[nodiscard]] Jid domainOnly() const;
    /// This bare address with a resource, which is normalised.
    [[nodiscard]] Result<Jid> withResource(const QString &resource) const;

    /// Empty for the null one.
    [[nodiscard]] QString toString() const { return d ? d->text : QStringLiteral(""); }
    /// The domain as A-labels in lower case, for DNS and certificates.
    [[nodiscard]] QString asciiDomain() const;

    friend bool operator==(const Jid &a, const Jid &b)
    {
        return a.d == b.d || (a.d && b.d && a.d->hash == b.d->hash && a.d->text == b.d->text);
    }
    friend bool operator<(const Jid &a, const Jid &b);
    friend size_t qHash(const Jid &jid, size_t seed = 0) { return jid.d ? ::qHash(jid.d->hash, seed) : seed; }

private:
    struct Parts;
    using Shared = QExplicitlySharedDataPointer<const Parts>;

    struct Parts : QSharedData {
        QString localpart;
        QString domain;
        QString resource;
        QString text; ///< all of it
        size_t hash = 0; ///< of the text
        Shared bare; ///< null if this is bare
    };

    /// Of normalised parts.
    Jid(const QString &localpart, const QString &domain, const QString &resource);

    static const QString kNoText;

    Shared d;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Jid)
