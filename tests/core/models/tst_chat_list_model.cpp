// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ChatListModel.h"
#include "core/models/ConversationListModel.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/ModelAudit.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The first letters of the names, from the top.
QString shown(const QAbstractItemModel &model)
{
    QString letters;
    for (int row = 0; row < model.rowCount(); ++row)
        letters.append(model.index(row, 0).data(roles::Name).toString().at(0));
    return letters;
}

} // namespace

class tst_chat_list_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFacts()
    {
        ChatFixture f;
        ConversationListModel model(f.account, f.chats(), f.roster());
        ModelAudit audit(&model);
        QSignalSpy total(&model, &ConversationListModel::unreadTotalChanged);
        QCOMPARE(model.rowCount(), 0);
        f.chats().incoming(f.said(u"hola"_s)).value();
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex row = model.indexOf(f.bruno);
        QCOMPARE(row.data(roles::Account).toString(), f.account);
        QCOMPARE(row.data(roles::Address).toString(), u"bruno@example.net"_s);
        QCOMPARE(row.data(roles::LastText).toString(), u"hola"_s);
        QCOMPARE(row.data(roles::LastTime).toDateTime(), f.clock.now());
        QCOMPARE(row.data(roles::LastOutgoing).toBool(), false);
        QCOMPARE(row.data(roles::Unread).toInt(), 1);
        QCOMPARE(model.unreadTotal(), 1);
        QCOMPARE(total.size(), 1);
        f.chats().compose(f.bruno, u"qué tal"_s).value();
        QCOMPARE(row.data(roles::LastText).toString(), u"qué tal"_s);
        QCOMPARE(row.data(roles::LastState).toInt(), int(DeliveryState::Queued));
        QCOMPARE(row.data(roles::Unread).toInt(), 0);
        QCOMPARE(total.last().first().toInt(), 0);
        f.chats().setDraft(f.bruno, {u"borrador"_s});
        f.chats().setPinned(f.bruno, true);
        f.chats().setMuted(f.bruno, true);
        QCOMPARE(row.data(roles::Draft).toString(), u"borrador"_s);
        QVERIFY(row.data(roles::Pinned).toBool());
        QVERIFY(row.data(roles::Muted).toBool());
        f.roster().setContact({.jid = f.bruno, .name = u"Bruno"_s});
        f.roster().setPresence(f.bruno, {.availability = Availability::Away, .status = u"fuera"_s});
        f.roster().setTyping(f.bruno, true);
        f.roster().setAvatarFile(f.bruno, u"/a.png"_s);
        QCOMPARE(row.data(roles::Name).toString(), u"Bruno"_s);
        QCOMPARE(row.data(roles::Availability).toInt(), int(Availability::Away));
        QCOMPARE(row.data(roles::StatusText).toString(), u"fuera"_s);
        QCOMPARE(row.data(roles::AvatarFile).toString(), u"/a.png"_s);
        QTRY_VERIFY(row.data(roles::Typing).toBool());
        f.chats().close(f.bruno);
        QCOMPARE(model.rowCount(), 0);
    }

    void startsFromTheStore()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s)).value();
        f.chats().setDraft(f.carla, {u"x"_s});
        f.reopen();
        ConversationListModel model(f.account, f.chats(), f.roster());
        ModelAudit audit(&model);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.indexOf(f.bruno).data(roles::Unread).toInt(), 1);
        QVERIFY(!model.indexOf(f.ana).isValid());
    }

    void sortsByActivity()
    {
        ChatFixture f;
        ConversationListModel chats(f.account, f.chats(), f.roster());
        ChatListModel model;
        ModelAudit audit(&model);
        model.addSource(&chats);
        const auto say = [&](const Jid &peer) {
            f.clock.advance(std::chrono::seconds(1));
            IncomingMessage message = f.said(u"hola"_s);
            message.peer = message.sender = peer;
            f.chats().incoming(message).value();
        };
        say(f.bruno);
        say(f.carla);
        QCOMPARE(shown(model), u"cb"_s);
        say(f.bruno);
        QCOMPARE(shown(model), u"bc"_s);
        f.clock.advance(std::chrono::seconds(1));
        f.chats().setDraft(f.carla, {u"borrador"_s});
        QCOMPARE(shown(model), u"cb"_s);
        // Receipts, presence and names leave the order alone.
        const qint64 id = f.chats().compose(f.ana, u"nota"_s).value();
        QCOMPARE(shown(model), u"acb"_s);
        say(f.carla);
        f.chats().markSent(id);
        f.roster().setPresence(f.bruno, {.availability = Availability::Available});
        QCOMPARE(shown(model), u"cab"_s);
        f.chats().setPinned(f.bruno, true);
        QCOMPARE(shown(model), u"bca"_s);
        // SECURITY R29: a clock set back ten years.
        f.clock.setNow(f.clock.now().addYears(-10));
        say(f.carla);
        say(f.ana);
        QTest::qWait(100);
        QCOMPARE(shown(model).at(0), u'b');
    }

    void filters()
    {
        ChatFixture f;
        ConversationListModel chats(f.account, f.chats(), f.roster());
        ConversationListModel others(u"other"_s, f.chats(), f.roster());
        ChatListModel model;
        ModelAudit audit(&model);
        model.addSource(&chats);
        f.chats().incoming(f.said(u"hola"_s)).value();
        f.chats().open(f.carla);
        f.roster().setContact({.jid = f.carla, .name = u"Cárla Peña"_s});
        model.setFilterText(u"  PENA "_s);
        QCOMPARE(shown(model), u"C"_s);
        model.setFilterText(u"example.NET"_s);
        QCOMPARE(shown(model), u"b"_s);
        model.setFilterText({});
        model.setShown(ChatListModel::Shown::Unread);
        QCOMPARE(shown(model), u"b"_s);
        f.chats().markRead(f.bruno);
        QCOMPARE(shown(model), u""_s);
        model.setShown(ChatListModel::Shown::All);
        model.addSource(&others);
        QCOMPARE(model.rowCount(), 4);
        model.removeSource(&others);
        QCOMPARE(model.rowCount(), 2);
    }

    /// SECURITY A119.
    void announcesAFloodTogether()
    {
        ChatFixture f;
        ConversationListModel chats(f.account, f.chats(), f.roster());
        ChatListModel model;
        ModelAudit audit(&model);
        model.addSource(&chats);
        QSignalSpy changed(&chats, &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 5000; ++i) {
            IncomingMessage message = f.said(QString::number(i));
            message.peer = message.sender = i % 2 ? f.bruno : f.carla;
            f.chats().incoming(message).value();
            if (i % 50 == 0)
                QCoreApplication::processEvents();
        }
        QTRY_COMPARE(chats.indexOf(f.bruno).data(roles::LastText).toString(), u"4999"_s);
        QCOMPARE(model.index(0, 0).data(roles::Unread).toInt(), 2500);
        QVERIFY2(changed.size() < 1000, qPrintable(QString::number(changed.size())));
    }
};

QTEST_GUILESS_MAIN(tst_chat_list_model)
#include "tst_chat_list_model.moc"
