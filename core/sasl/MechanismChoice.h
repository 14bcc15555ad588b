// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/Mechanism.h"
#include "core/sasl/ScramClient.h"

#include <optional>

namespace tertulia
{

/// What a server announced before authentication.
struct MechanismOffer {
    QStringList mechanisms;
    std::optional<QStringList> bindingTypes = {}; ///< of XEP-0440, if it announced any list
    bool sasl2 = false; ///< by XEP-0388, whose rules are stricter
    QStringList upgrades = {}; ///< tasks of XEP-0480

    /// The text whose hash a server signs with the password (XEP-0474 5.1).
    [[nodiscard]] QByteArray announcement() const;
};

/// What this end can and wants.
struct MechanismPolicy {
    QList<QByteArray> bindingTypes = {}; ///< that we have of this connection, strongest first
    bool allowPlain = false; ///< consent to PLAIN
    bool scramWorked = false; ///< then never PLAIN again (SECURITY A39)
    bool requireBinding = false;
    /// External or Anonymous: then nothing else will do, and a password is not fallen back to.
    std::optional<Mechanism> only = {};
};

struct MechanismChoice {
    Mechanism mechanism = Mechanism::Plain;
    Gs2Binding::Flag flag = Gs2Binding::Flag::NotSupported;
    QByteArray bindingType = {}; ///< when the flag is Used
    /// Only good if the server's signature covers what it announced: it has bindings, none of them ours.
    bool needsProvenOffer = false;
};

/// The strongest that both have: tied to the connection before not tied, then by the hash (SECURITY B08).
/// PLAIN only if the account allows it, and never once SCRAM worked for it (A39): then PlainNotAllowed.
/// NoAcceptableMechanism (subject: what was offered) when nothing known is among them; unknown ones are
/// ignored (A47).
///
/// A client certificate is part of the TLS handshake and so satisfies `requireBinding`; ANONYMOUS does not.
///
/// Obeys the rules of XEP-0440 4 with rule 6 as XEP-0474 6 has it: AuthenticationDowngraded where the
/// announcements contradict themselves, ChannelBindingMissing where the account requires what is not there. A
/// server of RFC 6120 alone that announces no types is from before XEP-0440 and gets what was the default
/// then, tls-unique (RFC 5802 6.1), where we have it.
Result<MechanismChoice> chooseMechanism(const MechanismOffer &offer, const MechanismPolicy &policy);

} // namespace tertulia
