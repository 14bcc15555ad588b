// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QModelIndex;

namespace tertulia
{

class Jid;
class XmppSession;

/// What a chat is called: the name of whom it is with, and for the one with the account's own address what
/// people use that for.
[[nodiscard]] QString chatTitle(const XmppSession &session, const Jid &peer);
/// The same of a row of the chat list.
[[nodiscard]] QString chatTitle(const QModelIndex &chat);

} // namespace tertulia
