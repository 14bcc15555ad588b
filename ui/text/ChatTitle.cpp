// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ChatTitle.h"

#include "core/models/Roles.h"
#include "core/session/XmppSession.h"
#include "ui/text/PlainText.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace tertulia
{

namespace
{

struct ChatTitle {
    Q_DECLARE_TR_FUNCTIONS(ChatTitle)
};

} // namespace

QString chatTitle(const XmppSession &session, const Jid &peer)
{
    return peer == session.address() ? ChatTitle::tr("Notes to myself")
                                     : shownName(session.displayName(peer));
}

QString chatTitle(const QModelIndex &chat)
{
    return chat.data(roles::OwnAddress).toBool() ? ChatTitle::tr("Notes to myself")
                                                 : shownName(chat.data(roles::Name).toString());
}

} // namespace tertulia
