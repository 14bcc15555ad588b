// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sasl/MechanismChoice.h"
#include "core/xml/XmlElement.h"

#include <optional>

namespace tertulia
{

/// How the messages of SASL travel: as RFC 6120 6 has it, or by XEP-0388.
class SaslFraming
{
public:
    enum class Profile { Rfc6120, Sasl2 };

    explicit SaslFraming(Profile profile = Profile::Rfc6120)
        : m_profile(profile)
    {
    }

    [[nodiscard]] Profile profile() const { return m_profile; }
    [[nodiscard]] const QString &namespaceUri() const;

    [[nodiscard]] bool isOffered(const XmlElement &features) const;
    /// What these features announce, with the binding types of XEP-0440.
    [[nodiscard]] MechanismOffer offer(const XmlElement &features) const;
    /// <auth/> or <authenticate/>, the latter with `inlined` elements behind the first message. No message:
    /// the mechanism begins with the server.
    [[nodiscard]] XmlElement initiation(const QString &mechanism, const std::optional<QByteArray> &message,
                                        const QList<XmlElement> &inlined = {}) const;
    [[nodiscard]] XmlElement response(const QByteArray &message) const;
    /// The message in a challenge, success or continue; empty if there is none, nullopt if it is not base64.
    [[nodiscard]] std::optional<QByteArray> message(const XmlElement &element) const;

private:
    Profile m_profile;
};

} // namespace tertulia
