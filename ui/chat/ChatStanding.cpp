// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatStanding.h"

#include "core/chat/Conversations.h"
#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <functional>

namespace tertulia
{

namespace
{

struct ChatStanding {
    Q_DECLARE_TR_FUNCTIONS(ChatStanding)
};

constexpr int kFolderLetters = 60;

QVariant fact(const XmppSession &session, const Jid &peer, int role)
{
    return session.conversations()->indexOf(peer).data(role);
}

/// Tomorrow, when people get up.
QDateTime tomorrow()
{
    constexpr int kMorning = 8;
    return QDateTime(QDate::currentDate().addDays(1), QTime(kMorning, 0)).toUTC();
}

} // namespace

bool isUnread(const XmppSession &session, const Jid &peer)
{
    return fact(session, peer, roles::Unread).toInt() > 0
        || fact(session, peer, roles::MarkedUnread).toBool();
}

bool isPinned(const XmppSession &session, const Jid &peer)
{
    return fact(session, peer, roles::Pinned).toBool();
}

bool isMuted(const XmppSession &session, const Jid &peer)
{
    return fact(session, peer, roles::Muted).toBool();
}

bool isArchived(const XmppSession &session, const Jid &peer)
{
    return fact(session, peer, roles::Archived).toBool();
}

void toggleUnread(XmppSession &session, const Jid &peer)
{
    if (isUnread(session, peer))
        session.chats().markRead(peer);
    else
        session.chats().markUnread(peer);
}

void togglePinned(XmppSession &session, const Jid &peer)
{
    const bool pinned = isPinned(session, peer);
    // What stands first is not put away.
    if (!pinned)
        session.chats().setArchived(peer, false);
    session.chats().setPinned(peer, !pinned);
}

void toggleMuted(XmppSession &session, const Jid &peer)
{
    session.chats().setMuted(peer, !isMuted(session, peer));
}

void toggleArchived(XmppSession &session, const Jid &peer)
{
    session.chats().setArchived(peer, !isArchived(session, peer));
}

void addMuteMenu(QMenu &menu, XmppSession &session, const Jid &peer)
{
    if (isMuted(session, peer)) {
        const QDateTime until = fact(session, peer, roles::MutedUntil).toDateTime();
        const QString text = until == Conversations::forever()
            ? ChatStanding::tr("Unmute")
            : ChatStanding::tr("Unmute (muted until %1)").arg(timeAhead(until.toLocalTime()));
        menu.addAction(icon(Icons::Bell), text, &session,
                       [&session, peer] { session.chats().mute(peer, {}); });
        return;
    }
    QMenu *times = menu.addMenu(icon(Icons::Mute), ChatStanding::tr("Mute"));
    const auto add = [&](const QString &text, const std::function<QDateTime()> &until) {
        times->addAction(text, &session, [&session, peer, until] { session.chats().mute(peer, until()); });
    };
    const auto hours = [](int count) {
        return [count] { return QDateTime::currentDateTimeUtc().addSecs(qint64(count) * 3600); };
    };
    add(ChatStanding::tr("For 1 hour"), hours(1));
    add(ChatStanding::tr("For 8 hours"), hours(8));
    add(ChatStanding::tr("Until tomorrow"), tomorrow);
    add(ChatStanding::tr("Always"), [] { return Conversations::forever(); });
}

void addFolderMenu(QMenu &menu, XmppSession &session, const Jid &peer, const QStringList &folders,
                   QWidget *window)
{
    const QString present = fact(session, peer, roles::Folder).toString();
    QMenu *names = menu.addMenu(icon(Icons::Folder), ChatStanding::tr("Move to folder"));
    auto *group = new QActionGroup(names);
    const auto move = [&session, peer](const QString &folder) {
        session.chats().choices().choose(peer, SessionChats::kFolder,
                                         folder.isEmpty() ? QVariant() : QVariant(folder));
    };
    for (const QString &folder : folders) {
        QAction *action = names->addAction(withoutMnemonic(shownLine(folder, kFolderLetters)), &session,
                                           [move, folder] { move(folder); });
        action->setCheckable(true);
        action->setChecked(folder == present);
        group->addAction(action);
    }
    if (!folders.isEmpty())
        names->addSeparator();
    names->addAction(ChatStanding::tr("New folder…"), &session, [window, move, live = QPointer(&session)] {
        askForText(window, ChatStanding::tr("New folder"), ChatStanding::tr("Name of the folder"), {},
                   ChatStanding::tr("Create"), [move, live](const QString &name) {
                       if (live && !name.isEmpty())
                           move(name.left(kFolderLetters));
                   });
    });
    if (!present.isEmpty())
        names->addAction(ChatStanding::tr("Take out of the folder"), &session, [move] { move({}); });
}

} // namespace tertulia
