// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QString>

namespace tertulia
{

/// An XMPP address (RFC 7622), normalised once: nodeprep and resourceprep (ICU), UTS 46 for the domain, which
/// is kept as U-labels without trailing dot. Compared as values, never as strings. A default-made Jid is
/// null.
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

    [[nodiscard]] bool isNull() const { return m_domain.isEmpty(); }
    [[nodiscard]] bool isBare() const { return m_resource.isEmpty(); }
    [[nodiscard]] const QString &localpart() const { return m_localpart; }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    [[nodiscard]] const QString &resource() const { return m_resource; }

    /// localpart@domain.
    [[nodiscard]] Jid bare() const;
    /// The domain alone.
    [[nodiscard]] Jid domainOnly() const;
    /// This bare address with a resource, which is normalised.
    [[nodiscard]] Result<Jid> withResource(const QString &resource) const;

    [[nodiscard]] QString toString() const;
    /// The domain as A-labels in lower case, for DNS and certificates.
    [[nodiscard]] QString asciiDomain() const;

    bool operator==(const Jid &) const = default;
    friend bool operator<(const Jid &a, const Jid &b);
    friend size_t qHash(const Jid &jid, size_t seed = 0)
    {
        return qHashMulti(seed, jid.m_localpart, jid.m_domain, jid.m_resource);
    }

private:
    QString m_localpart;
    QString m_domain;
    QString m_resource;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Jid)
