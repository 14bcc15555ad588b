// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QString>

#include <optional>

namespace tertulia
{

/// What an xmpp: link asks for (RFC 5122, XEP-0147). Nothing is done with it before the person agreed.
struct XmppUri {
    enum class Action { Message, AddContact, RemoveContact, JoinRoom, Other };

    Jid address; ///< bare
    Action action = Action::Message;
    QString body = {}; ///< untrusted text to propose for a message
    QString name = {}; ///< untrusted name to propose for a contact

    /// Empty if `text` is no xmpp: link with a valid address.
    static std::optional<XmppUri> parse(const QString &text);
};

/// The link of an address (RFC 5122 2.1), with what has another meaning there escaped.
[[nodiscard]] QString xmppLink(const Jid &bare);

} // namespace tertulia
