// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

namespace tertulia
{

inline const QString kRegister = QStringLiteral("jabber:iq:register");

/// The two passwords of a change, and whose they are.
struct PasswordPair {
    Jid account; ///< bare
    QString current;
    QString wanted;
};

/// Whether the error's payload asks for a form to be filled in (XEP-0077 3.3, example 26).
[[nodiscard]] bool asksForForm(const XmlElement &payload);

/// The <query/> with the form of `payload` filled in. Only names and passwords are known here:
/// PasswordChangeNeedsMore (subject: the labels) where a required field asks for something else,
/// MalformedReply for a form of another type, one without a field for the new password, one with a name twice
/// or with more fields than anybody needs (SECURITY A117). Media are never fetched.
[[nodiscard]] Result<XmlElement> filledForm(const XmlElement &payload, const PasswordPair &passwords);

} // namespace tertulia
