// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0077_register/ChangeForm.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// The change of the account's password at its own server (XEP-0077 3.3). It travels as it is, inside a TLS
/// connection whose certificate was verified: there is no other kind here (SECURITY B20). Nobody may ask
/// anything of this module.
class RegisterModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// `current` goes only into a form that asks for it. PasswordChangeNotOffered, PasswordChangeNeedsMore,
    /// NewPasswordRefused, MalformedReply, another stanza error: the password is the old one.
    /// RequestTimedOut, NotConnected, Cancelled: nobody knows which one it is.
    [[nodiscard]] Task<void> changePassword(const QString &current, const QString &wanted);

private:
    [[nodiscard]] Task<Iq> ask(const XmlElement &query);
};

} // namespace tertulia
