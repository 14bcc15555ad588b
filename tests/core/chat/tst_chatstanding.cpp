// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pins and their order, mutes with an end, the archive, and chats marked as unread.
#include "core/models/ChatListModel.h"
#include "core/models/ConversationListModel.h"
#include "core/session/MuteEnds.h"
#include "tests/support/ChatFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString shown(const ChatListModel &model)
{
    QString letters;
    for (int row = 0; row < model.rowCount(); ++row)
        letters.append(model.index(row, 0).data(roles::Address).toString().at(0));
    return letters;
}

IncomingMessage from(const ChatFixture &f, const Jid &peer, const QString &body, const QString &id)
{
    IncomingMessage message = f.said(body, id);
    message.peer = peer;
    message.sender = peer;
    return message;
}

const Jid eva = Jid::fromNormalized(u"eva@example.com"_s);

} // namespace

class tst_chatstanding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinsKeepTheOrderOfThePerson()
    {
        ChatFixture f;
        for (const Jid &peer : {f.bruno, f.carla, eva}) {
            f.chats().open(peer);
            f.chats().setPinned(peer, true);
        }
        ConversationListModel rows(f.account, f.chats(), f.roster());
        ChatListModel model;
        model.addSource(&rows);
        QCOMPARE(shown(model), u"bce"_s); // as they were pinned
        f.chats().incoming(from(f, eva, u"hola"_s, u"1"_s)).value();
        QCOMPARE(shown(model), u"bce"_s);
        f.chats().setPinOrder(eva, 1);
        f.chats().setPinOrder(f.bruno, 2);
        f.chats().setPinOrder(f.carla, 3);
        QTRY_COMPARE(shown(model), u"ebc"_s);
        f.chats().setPinOrder(Jid::fromNormalized(u"nobody@example.com"_s), 1);
        f.reopen();
        QCOMPARE(f.chats().facts(eva)->record.pinOrder, 1);
        f.chats().setPinned(f.bruno, false);
        f.chats().setPinOrder(f.bruno, 9);
        QCOMPARE(f.chats().facts(f.bruno)->record.pinOrder, 0);
    }

    void aMuteEndsByTheClock()
    {
        ChatFixture f;
        MuteEnds ends(f.chats(), f.clock, f.clock);
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        QCOMPARE(f.chats().unreadTotal(), 1);
        f.chats().mute(f.bruno, f.clock.now().addSecs(3600));
        QVERIFY(f.chats().isMuted(f.bruno));
        QCOMPARE(f.chats().unreadTotal(), 0);
        QSignalSpy changed(&f.chats(), &Conversations::conversationChanged);
        f.clock.advance(59min);
        QVERIFY(f.chats().isMuted(f.bruno));
        f.clock.advance(2min);
        QVERIFY(!f.chats().isMuted(f.bruno));
        QVERIFY(!f.chats().facts(f.bruno)->record.mutedUntil.isValid());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(f.chats().unreadTotal(), 1);
        QCOMPARE(f.clock.runningTimers(), 0);
        // One without an end needs no timer.
        f.chats().setMuted(f.bruno, true);
        QCOMPARE(f.clock.runningTimers(), 0);
        f.clock.advance(24h * 400);
        QVERIFY(f.chats().isMuted(f.bruno));
    }

    void theMachineMayHaveSleptMeanwhile()
    {
        ChatFixture f;
        f.chats().open(f.bruno);
        f.chats().mute(f.bruno, f.clock.now().addSecs(8 * 3600));
        MuteEnds ends(f.chats(), f.clock, f.clock);
        f.clock.setNow(f.clock.now().addSecs(9 * 3600));
        f.clock.advance(61s);
        QVERIFY(!f.chats().facts(f.bruno)->record.mutedUntil.isValid());
    }

    void anEndThatPassedWhileTheProgramWasClosed()
    {
        ChatFixture f;
        f.chats().open(f.bruno);
        f.chats().mute(f.bruno, f.clock.now().addSecs(60));
        f.clock.setNow(f.clock.now().addSecs(3600));
        f.reopen();
        MuteEnds ends(f.chats(), f.clock, f.clock);
        f.clock.advance(1ms);
        QVERIFY(!f.chats().facts(f.bruno)->record.mutedUntil.isValid());
    }

    void theArchiveIsAListOfItsOwn()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        f.chats().open(f.carla);
        f.chats().setPinned(f.bruno, true);
        ConversationListModel rows(f.account, f.chats(), f.roster());
        ChatListModel model;
        QSignalSpy kinds(&model, &ChatListModel::kindsChanged);
        model.addSource(&rows);
        QCOMPARE(f.chats().unreadTotal(), 1);
        f.chats().setArchived(f.bruno, true);
        QTRY_COMPARE(shown(model), u"c"_s);
        QCOMPARE(f.chats().unreadTotal(), 0);
        QTRY_COMPARE(model.archivedCount(), 1);
        QCOMPARE(kinds.size(), 1);
        model.setShown(ChatListModel::Shown::Archived);
        QCOMPARE(shown(model), u"b"_s);
        QVERIFY(!model.index(0, 0).data(roles::Pinned).toBool());
        model.setShown(ChatListModel::Shown::All);
        f.reopen();
        QVERIFY(f.chats().facts(f.bruno)->record.archived);
    }

    void foldersAreWhatChatsAreIn()
    {
        ChatFixture f;
        f.chats().open(f.bruno);
        f.chats().open(f.carla);
        f.chats().open(eva);
        QHash<Jid, QString> folders = {{f.bruno, u"Work"_s}};
        ConversationListModel rows(f.account, f.chats(), f.roster());
        rows.setFolders([&](const Jid &peer) { return folders.value(peer); });
        ChatListModel model;
        model.addSource(&rows);
        QTRY_COMPARE(model.folders(), QStringList{u"Work"_s});
        model.setShown(ChatListModel::Shown::Folder, u"Play"_s);
        QCOMPARE(shown(model), QString());
        model.setShown(ChatListModel::Shown::Folder, u"Work"_s);
        QCOMPARE(shown(model), u"b"_s);
        folders.insert(eva, u"Work"_s);
        folders.insert(f.bruno, u"Errands"_s);
        rows.folderChanged(eva);
        rows.folderChanged(f.bruno);
        QTRY_COMPARE(shown(model), u"e"_s);
        QTRY_COMPARE(model.folders(), (QStringList{u"Errands"_s, u"Work"_s}));
        // What is archived is only there.
        f.chats().setArchived(eva, true);
        QTRY_COMPARE(shown(model), QString());
    }

    void aNewMessageBringsItBackUnlessMuted()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"one"_s, u"1"_s)).value();
        f.chats().setArchived(f.bruno, true);
        f.chats().setMuted(f.bruno, true);
        f.chats().incoming(f.said(u"two"_s, u"2"_s)).value();
        QVERIFY(f.chats().facts(f.bruno)->record.archived);
        QCOMPARE(f.chats().unreadTotal(), 0);
        f.chats().setMuted(f.bruno, false);
        f.chats().incoming(f.said(u"three"_s, u"3"_s)).value();
        QVERIFY(!f.chats().facts(f.bruno)->record.archived);
        QCOMPARE(f.chats().unreadTotal(), 3);
        // What was said before what is there already brings nothing back.
        f.clock.advance(1s);
        f.chats().setArchived(f.bruno, true);
        IncomingMessage old = f.said(u"zero"_s, u"0"_s);
        old.outgoing = true;
        old.sender = f.ana;
        old.source = IncomingMessage::Source::Offline;
        old.delay = f.clock.now().addDays(-3);
        f.chats().incoming(old).value();
        QVERIFY(f.chats().facts(f.bruno)->record.archived);
        // What we say ourselves does.
        f.chats().compose(f.bruno, u"hola"_s).value();
        QVERIFY(!f.chats().facts(f.bruno)->record.archived);
    }

    void markedAsUnread()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        f.chats().markRead(f.bruno);
        f.chats().open(f.carla);
        f.chats().setMarkedUnread(f.bruno, true);
        ConversationListModel rows(f.account, f.chats(), f.roster());
        ChatListModel model;
        model.addSource(&rows);
        model.setShown(ChatListModel::Shown::Unread);
        QCOMPARE(shown(model), u"b"_s);
        QCOMPARE(f.chats().unreadTotal(), 0);
        f.reopen();
        QVERIFY(f.chats().facts(f.bruno)->record.markedUnread);
        f.chats().markRead(f.bruno);
        QVERIFY(!f.chats().facts(f.bruno)->record.markedUnread);
        f.chats().setMarkedUnread(f.bruno, true);
        f.chats().compose(f.bruno, u"hola"_s).value();
        QVERIFY(!f.chats().facts(f.bruno)->record.markedUnread);
    }

    void aHeldListKeepsStill()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        f.clock.advance(1s);
        f.chats().incoming(from(f, f.carla, u"hola"_s, u"2"_s)).value();
        ConversationListModel rows(f.account, f.chats(), f.roster());
        ChatListModel model;
        model.addSource(&rows);
        QCOMPARE(shown(model), u"cb"_s);
        model.setHeld(true);
        f.clock.advance(1s);
        f.chats().incoming(f.said(u"again"_s, u"3"_s)).value();
        QCOMPARE(model.index(1, 0).data(roles::LastText).toString(), u"again"_s);
        QCOMPARE(shown(model), u"cb"_s);
        model.setHeld(false);
        QCOMPARE(shown(model), u"bc"_s);
    }
};

QTEST_GUILESS_MAIN(tst_chatstanding)
#include "tst_chatstanding.moc"
