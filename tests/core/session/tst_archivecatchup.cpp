// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/store/Store.h"
#include "tests/support/ArchiveRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = Jid::fromNormalized(u"bruno@example.org"_s);

} // namespace

/// What is read from the archive when a stream begins, and what is made of it (SECURITY R01-R03, R08).
class ArchiveCatchUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewAccountBeginsWithTheNewestPage()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        QCOMPARE(rig.asked, QByteArrayList{"newest"});
        QCOMPARE(rig.bodies(kBruno), QStringList{u"old"_s});
        QCOMPARE(rig.session->chats().unread(kBruno), 0); // before this account was here
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"1"_s);
    }

    void whatWasMissedIsRead()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        for (int i = 2; i <= 6; ++i)
            rig.keep(QByteArray::number(i), "missed " + QByteArray::number(i));
        rig.asked.clear();
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"1", "3", "5"}));
        QCOMPARE(rig.bodies(kBruno),
                 (QStringList{u"old"_s, u"missed 2"_s, u"missed 3"_s, u"missed 4"_s, u"missed 5"_s,
                              u"missed 6"_s}));
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"6"_s);
        QCOMPARE(arrived.size(), 0); // the stamps are of before this program ran
    }

    void anArchiveThatWasEmptyIsReadFromItsBeginning()
    {
        ArchiveRig rig;
        rig.comeOnline();
        rig.keep("1", "first");
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "all"}));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"first"_s});
    }

    /// SECURITY R08: what comes live is known to follow once the end was read, and not before.
    void liveMessagesMoveTheCursorOnlyBehindTheEnd()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "live");
        rig.hear("2", "live");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);

        rig.keep("3", "missed");
        rig.answersPages = false;
        rig.reconnect();
        rig.keep("4", "too soon");
        rig.hear("4", "too soon");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"live"_s, u"too soon"_s}));

        rig.answersPages = true;
        rig.reconnect();
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"live"_s, u"missed"_s, u"too soon"_s}));
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"4"_s);
    }

    /// SECURITY R07: whatever a page holds, with a cut or a new process behind each and live messages in
    /// between, nothing is missing, nothing is there twice, and the order is the archive's.
    void nothingIsMissing_data()
    {
        QTest::addColumn<int>("onAPage");
        QTest::addColumn<QByteArray>("afterEach");
        QTest::addColumn<bool>("tellsWhenComplete");
        for (const int size : {1, 7, 50, 250}) {
            for (const QByteArray afterEach : {"", "cut", "new process"}) {
                for (const bool tells : {true, false})
                    QTest::addRow("pages of %d, %s behind each, %s", size,
                                  afterEach.isEmpty() ? "nothing" : afterEach.constData(),
                                  tells ? "complete is said" : "complete is not said")
                        << size << afterEach << tells;
            }
        }
    }

    void nothingIsMissing()
    {
        QFETCH(int, onAPage);
        QFETCH(QByteArray, afterEach);
        QFETCH(bool, tellsWhenComplete);
        // Many messages make it slow, and not better: of the largest pages a few.
        const int pages = onAPage < 250 || qEnvironmentVariableIsSet("TERTULIA_SEEDS") ? 12 : 4;
        ArchiveRig rig;
        rig.onAPage = onAPage;
        rig.tellsWhenComplete = tellsWhenComplete;
        rig.keep("0", "of another time");
        rig.comeOnline();
        rig.loseStream();
        int next = 1;
        const auto say = [&] {
            const QByteArray id = QByteArray::number(next++);
            rig.keep(id, "words " + id);
            return id;
        };
        while (next <= onAPage * pages)
            say();
        int lives = 0;
        bool broken = false;
        rig.afterPage = [&] {
            if (lives < pages / 2 && !broken) {
                ++lives;
                const QByteArray id = say();
                rig.server.send("<message type='chat' id='words " + id
                                + "' from='bruno@example.org/phone' to='ana@example.org'><body>words " + id
                                + "</body><origin-id xmlns='urn:xmpp:sid:0' id='words " + id
                                + "'/><stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='" + id
                                + "'/></message>");
            }
            broken = !afterEach.isEmpty();
        };
        rig.comeBack();
        for (int i = 0; broken && i < 3 * pages; ++i) {
            broken = false;
            if (afterEach == "new process") {
                QVERIFY(rig.store->commit());
                rig.server.cut();
                rig.makeSession();
            } else {
                rig.loseStream();
            }
            rig.comeBack();
        }
        QStringList truth{u"of another time"_s};
        for (int i = 1; i < next; ++i)
            truth.append(u"words %1"_s.arg(i));
        QCOMPARE(lives, pages / 2);
        QCOMPARE(rig.bodies(kBruno), truth);
    }

    /// SECURITY R01, R08: what comes live does not tell that what we sent before it has arrived.
    void liveMessagesDoNotPassWhatIsUnanswered()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serveAll();
        rig.keep("2", "one", true);
        rig.archive.last().message.replace("id='one'", QByteArray("id='" + rig.ids.value("one") + "'"));
        rig.keep("3", "live");
        rig.hear("3", "live");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"1"_s);

        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.sentBodies.clear();
        rig.comeBack();
        QCOMPARE(rig.sentBodies, QByteArrayList{"page"});
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"one"_s, u"live"_s}));
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"3"_s);
    }

    void onceAllIsAnsweredTheCursorFollows()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serveAll();
        rig.keep("2", "live");
        rig.hear("2", "live");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"1"_s);
        rig.tellAll("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled()) + "'/>");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);
    }

    void aResumedStreamReadsNothing()
    {
        ArchiveRig rig;
        rig.comeOnline();
        rig.asked.clear();
        rig.loseStream();
        rig.comeBack(true);
        QVERIFY(rig.asked.isEmpty());
    }

    /// SECURITY R01, R02, F05: a message that may have arrived is looked for before it is sent again, and
    /// what was written behind it waits.
    void whatArrivedIsNotSentAgain_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it arrived") << true;
        QTest::newRow("it did not") << false;
    }

    void whatArrivedIsNotSentAgain()
    {
        QFETCH(bool, arrived);
        ArchiveRig rig;
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serveAll();
        if (arrived) {
            rig.keep("1", "one", true);
            rig.archive.last().message.replace("id='one'", QByteArray("id='" + rig.ids.value("one") + "'"));
        }
        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.session->messages().send(kBruno, u"two"_s);
        rig.sentBodies.clear();
        rig.comeBack();
        QCOMPARE(rig.sentBodies,
                 arrived ? (QByteArrayList{"page", "two"}) : (QByteArrayList{"page", "one", "two"}));
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"one"_s, u"two"_s}));
    }

    /// The same where the newest page is not the one that has it: what it may lie in is read, back to a day
    /// before it was written, for the clocks may differ.
    void whatArrivedIsLookedForBehindTheNewestPage_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::addColumn<bool>("broken");
        QTest::newRow("it arrived") << true << false;
        QTest::newRow("it did not") << false << false;
        QTest::newRow("it arrived, and the stream breaks meanwhile") << true << true;
        QTest::newRow("it did not, and the stream breaks meanwhile") << false << true;
    }

    void whatArrivedIsLookedForBehindTheNewestPage()
    {
        QFETCH(bool, arrived);
        QFETCH(bool, broken);
        ArchiveRig rig;
        rig.session->messages().archive().setPaused(true);
        for (int i = 1; i <= 4; ++i)
            rig.keep("old " + QByteArray::number(i), "old " + QByteArray::number(i));
        rig.answersPages = false; // so that nothing is known of it
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serveAll();
        rig.nextStamp = rig.server.clock.now();
        if (arrived) {
            rig.keep("1", "one", true);
            rig.archive.last().message.replace("id='one'", QByteArray("id='" + rig.ids.value("one") + "'"));
        }
        for (int i = 2; i <= 5; ++i)
            rig.keep(QByteArray::number(i), "words " + QByteArray::number(i));
        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.answersPages = true;
        rig.session->messages().send(kBruno, u"two"_s);
        rig.sentBodies.clear();
        rig.asked.clear();
        rig.halts = broken;
        rig.comeBack();
        if (broken) {
            QCOMPARE(rig.asked, QByteArrayList{"newest"});
            rig.halts = false;
            rig.reconnect();
        }
        QCOMPARE(rig.asked,
                 broken ? (QByteArrayList{"newest", "5", "before 4", "before 2"})
                        : (QByteArrayList{"newest", "before 4", "before 2"}));
        QByteArrayList sent(rig.asked.size(), "page");
        if (!arrived)
            sent << "one";
        QCOMPARE(rig.sentBodies, sent << "two");
        QStringList bodies = rig.bodies(kBruno);
        QCOMPARE(bodies.count(u"one"_s), 1);
        QCOMPARE(bodies.count(u"two"_s), 1);
    }

    void anArchiveThatSaysNothingHoldsTheRestUpForAMinute()
    {
        ArchiveRig rig;
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serveAll();
        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.answersPages = false;
        rig.sentBodies.clear();
        rig.comeBack();
        QCOMPARE(rig.sentBodies, QByteArrayList{"page"});
        for (int i = 0; i < 61; ++i) {
            rig.server.clock.advance(std::chrono::seconds(1));
            rig.serveAll();
        }
        QCOMPARE(rig.sentBodies, (QByteArrayList{"page", "one"}));
    }

    /// SECURITY F19: a server that gives the same page again and again is not asked for ever.
    void aServerThatGoesInCircles()
    {
        ArchiveRig rig;
        rig.comeOnline();
        rig.keep("1", "one");
        rig.goesInCircles = true;
        rig.reconnect();
        // The newest page tells that nothing is missing.
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "all", "1", "newest"}));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"one"_s});
        QCOMPARE(rig.cursor(), u"1"_s);
    }

    /// The stream may last for days: what was missed does not wait for the next one.
    void anArchiveThatFailedIsReadAgainLater()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "missed");
        bool fails = true;
        rig.instead = [&](const ArchiveRig::Question &question) {
            if (fails)
                rig.refuse(question, "internal-server-error");
            return fails;
        };
        rig.asked.clear();
        rig.reconnect();
        rig.keep("3", "live");
        rig.hear("3", "live");
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"live"_s}));
        QCOMPARE(rig.cursor(), u"1"_s);
        const auto wait = [&](int seconds) {
            for (int i = 0; i < seconds; ++i) {
                rig.server.clock.advance(std::chrono::seconds(1));
                rig.serveAll();
            }
        };
        wait(59);
        QCOMPARE(rig.asked, QByteArrayList{"1"});
        wait(2);
        QCOMPARE(rig.asked, (QByteArrayList{"1", "1"}));
        fails = false;
        wait(118); // twice as long
        QCOMPARE(rig.asked.size(), 2);
        wait(3);
        QCOMPARE(rig.asked, (QByteArrayList{"1", "1", "1"}));
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"missed"_s, u"live"_s}));
        QCOMPARE(rig.cursor(), u"3"_s);
        wait(200);
        QCOMPARE(rig.asked.size(), 3);
    }

    void anArchiveThatFailedIsReadOnTheResumedStream()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "missed");
        bool fails = true;
        rig.instead = [&](const ArchiveRig::Question &question) {
            if (fails)
                rig.refuse(question, "internal-server-error");
            return fails;
        };
        rig.reconnect();
        QCOMPARE(rig.bodies(kBruno), QStringList{u"old"_s});
        fails = false;
        rig.loseStream();
        rig.server.clock.advance(std::chrono::seconds(61)); // it would be time, and nobody is there
        rig.comeBack(true);
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"missed"_s}));
        QCOMPARE(rig.cursor(), u"2"_s);
    }

    /// An empty page that is not called the end is no end: the newest page tells.
    void anEmptyPageThatIsNotTheEnd()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "missed");
        rig.keep("3", "missed too");
        rig.onAPage = 5;
        rig.instead = [&](const ArchiveRig::Question &question) {
            if (question.after != "1")
                return false;
            rig.sendFin(question, "complete='false'", {});
            return true;
        };
        rig.asked.clear();
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"1", "newest"}));
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"missed"_s, u"missed too"_s}));
        QCOMPARE(rig.cursor(), u"3"_s);
    }

    void anArchiveThatThrewTheCursorAway()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.archive.clear();
        rig.keep("2", "new");
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "1", "start"}));
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"new"_s}));
    }

    void aNewProcessGoesOnWhereTheOldOneWas()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "missed");
        QVERIFY(rig.store->commit());
        rig.server.cut();
        rig.makeSession();
        rig.asked.clear();
        rig.comeBack();
        QCOMPARE(rig.asked, QByteArrayList{"1"});
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"old"_s, u"missed"_s}));
    }

    /// A process that takes up the stream of another goes on with the archive too.
    void aNewProcessOnTheOldStreamGoesOnToo()
    {
        ArchiveRig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        QVERIFY(rig.store->commit());
        rig.server.cut();
        rig.makeSession();
        rig.asked.clear();
        rig.comeBack(true);
        QCOMPARE(rig.asked, QByteArrayList{"1"});
        rig.keep("2", "live");
        rig.hear("2", "live");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);
        QCOMPARE(rig.session->messages().archive().progress().state, ArchiveProgress::State::Done);
    }
};

QTEST_GUILESS_MAIN(ArchiveCatchUpTest)
#include "tst_archivecatchup.moc"
