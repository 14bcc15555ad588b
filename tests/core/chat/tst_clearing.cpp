// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ForgottenTable.h"
#include "core/store/SettingsTable.h"
#include "tests/support/ChatFixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// Whether any file of the store holds these letters.
bool isOnDisk(const ChatFixture &f, const QByteArray &letters)
{
    const QDir folder = QFileInfo(f.path()).dir();
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read");
        if (file.readAll().contains(letters))
            return true;
    }
    return false;
}

qint64 cleared(ChatFixture &f, const Jid &peer, const QDateTime &before = {})
{
    std::optional<Result<qint64>> done;
    f.chats().clear(peer, before).then(&f.chats(), [&done](const Result<qint64> &count) { done = count; });
    if (!QTest::qWaitFor([&done] { return done.has_value(); }))
        qFatal("no answer");
    return done->value_or(-1);
}

} // namespace

class tst_clearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is gone is in no file: text, earlier text, hint, quote, word of the index.
    void nothingIsLeftOnTheDisk()
    {
        ChatFixture f;
        IncomingMessage first = f.said(u"aardvark"_s, u"1"_s);
        first.spoiler = u"bandicoot"_s;
        f.chats().incoming(first).value();
        IncomingMessage corrected = f.said(u"capybara"_s, u"2"_s);
        corrected.corrects = u"1"_s;
        corrected.spoiler = u"bandicoot"_s;
        f.chats().incoming(corrected).value();
        IncomingMessage answer = f.said(u"dromedary"_s, u"3"_s);
        answer.answers = u"unknown"_s;
        answer.quoted = u"echidna"_s;
        f.chats().incoming(answer).value();
        const qint64 own = f.chats().compose(f.bruno, u"flamingo"_s).value();
        QVERIFY(f.chats().markSent(own));
        f.chats().compose(f.carla, u"gazelle"_s).value();
        QVERIFY(f.store().commit());
        for (const char *word : {"aardvark", "bandicoot", "capybara", "dromedary", "echidna", "flamingo"})
            QVERIFY2(isOnDisk(f, word), word);

        QSignalSpy forgotten(&f.store(), &Store::wordsForgotten);
        QSignalSpy replaced(&f.chats(), &Conversations::messagesReplaced);
        QCOMPARE(cleared(f, f.bruno), 3);
        QCOMPARE(replaced.size(), 1);
        QCOMPARE(f.bodies(), QStringList());
        QCOMPARE(f.chats().unread(f.bruno), 0);
        QVERIFY(f.chats().facts(f.bruno)); // the chat itself stays
        QVERIFY(!f.chats().facts(f.bruno)->last);
        QVERIFY(forgotten.wait(20'000));
        for (const char *word : {"aardvark", "bandicoot", "capybara", "dromedary", "echidna", "flamingo"})
            QVERIFY2(!isOnDisk(f, word), word);
        QVERIFY(isOnDisk(f, "gazelle"));
        QVERIFY(f.store().check());
    }

    void onlyWhatIsOlderGoes()
    {
        ChatFixture f;
        for (int i = 0; i < 100; ++i) {
            f.chats().incoming(f.said(QString::number(i), u"m%1"_s.arg(i))).value();
            f.clock.advance(std::chrono::hours(1));
        }
        const QDateTime before = f.clock.now().addSecs(-qint64(30) * 60 * 60);
        QCOMPARE(f.chats().unread(f.bruno), 100);
        QCOMPARE(cleared(f, f.bruno, before), 70);
        QCOMPARE(f.bodies().size(), 30);
        QCOMPARE(f.bodies().first(), u"70"_s);
        QCOMPARE(f.chats().unread(f.bruno), 30);
        QCOMPARE(f.chats().message(f.chats().facts(f.bruno)->record.firstUnread)->body, u"70"_s);
        QCOMPARE(f.store().forgotten().before(f.account, f.bruno), before);
        QVERIFY(!f.store().forgotten().before(f.account, f.carla).isValid());
        // It only goes forward.
        QVERIFY(f.store().forgotten().forget(f.account, f.bruno, before.addDays(-1)));
        QCOMPARE(f.store().forgotten().before(f.account, f.bruno), before);
    }

    void whatWaitsToBeSentStays()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"heard"_s, u"1"_s)).value();
        const qint64 sent = f.chats().compose(f.bruno, u"sent"_s).value();
        QVERIFY(f.chats().markSent(sent));
        f.chats().compose(f.bruno, u"waits"_s).value();
        // Others have yet to hear that it was taken back.
        const qint64 takenBack = f.chats().compose(f.bruno, u"wrong"_s).value();
        QVERIFY(f.chats().markSent(takenBack));
        QVERIFY(f.chats().retract(takenBack));
        f.chats().setDraft(f.bruno, {u"draft"_s});
        const qsizetype pending = f.chats().pendingOutbox().size();
        QCOMPARE(pending, 2);
        QCOMPARE(cleared(f, f.bruno), 2);
        QCOMPARE(f.bodies(), (QStringList{u"waits"_s, u""_s}));
        QCOMPARE(f.chats().pendingOutbox().size(), pending);
        QCOMPARE(f.chats().draft(f.bruno).text, u"draft"_s);
    }

    void itDoesNotComeBackFromTheArchive()
    {
        ChatFixture f;
        IncomingMessage message = f.said(u"old"_s, u"1"_s);
        message.stanzaId = u"a1"_s;
        message.stanzaIdBy = f.ana;
        f.chats().incoming(message).value();
        const QDateTime said = f.clock.now();
        f.clock.advance(std::chrono::hours(1));
        QCOMPARE(cleared(f, f.bruno), 1);
        f.reopen();
        message.source = IncomingMessage::Source::Archive;
        message.delay = said;
        QVERIFY(!f.chats().incoming(message)->isNew);
        QCOMPARE(f.bodies(), QStringList());
        // Nor does what was said of it.
        IncomingMessage reaction{.peer = f.bruno, .sender = f.bruno, .delay = said.addSecs(-1)};
        reaction.source = IncomingMessage::Source::Archive;
        reaction.reactsTo = u"1"_s;
        reaction.emojis = {u"👍"_s};
        QVERIFY(f.chats().incoming(reaction));
        // What was said later, or comes by another way, does.
        message.delay = said.addSecs(60);
        message.messageId = message.originId = u"2"_s;
        message.stanzaId = u"a2"_s;
        message.body = u"new"_s;
        QVERIFY(f.chats().incoming(message)->isNew);
        IncomingMessage offline = f.said(u"kept by the server"_s, u"3"_s);
        offline.source = IncomingMessage::Source::Offline;
        offline.delay = said.addSecs(-60);
        QVERIFY(f.chats().incoming(offline)->isNew);
        QCOMPARE(f.bodies().size(), 2);
    }

    void aRestartGoesOn()
    {
        ChatFixture f;
        for (int i = 0; i < 300; ++i)
            f.chats().incoming(f.said(QString::number(i), u"m%1"_s.arg(i))).value();
        f.chats().clearAll(f.clock.now().addSecs(60)).ignore();
        QVERIFY(f.store().commit());
        f.reopen(); // before its first turn
        QTRY_COMPARE(f.bodies().size(), 0);
        QTRY_COMPARE(f.store().settings().keys(u"clearing/"_s), QStringList());
    }

    void nothingToClearIsNoError()
    {
        ChatFixture f;
        QCOMPARE(cleared(f, f.bruno), 0);
        f.chats().open(f.bruno);
        QCOMPARE(cleared(f, f.bruno), 0);
    }

    /// Somebody who had been answered is no stranger because that is forgotten.
    void nobodyBecomesAStranger()
    {
        ChatFixture f;
        f.chats().setKnownTest([](const Jid &) { return false; });
        f.chats().incoming(f.said(u"hello"_s, u"1"_s)).value();
        const qint64 sent = f.chats().compose(f.bruno, u"hello"_s).value();
        QVERIFY(f.chats().markSent(sent));
        QVERIFY(!f.chats().isStranger(f.bruno));
        QCOMPARE(cleared(f, f.bruno), 2);
        f.clock.advance(std::chrono::hours(1));
        f.chats().incoming(f.said(u"again"_s, u"2"_s)).value();
        f.reopen();
        f.chats().setKnownTest([](const Jid &) { return false; });
        QVERIFY(!f.chats().isStranger(f.bruno));
    }
};

QTEST_GUILESS_MAIN(tst_clearing)
#include "tst_clearing.moc"
