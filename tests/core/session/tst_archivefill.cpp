// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ArchiveLedger.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "core/store/ArchivesTable.h"
#include "core/store/Store.h"
#include "tests/support/ArchiveRig.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const Jid kBruno = Jid::fromNormalized(u"bruno@example.org"_s);
const Jid kCarla = Jid::fromNormalized(u"carla@example.org"_s);

using Question = ArchiveRig::Question;

struct Rig : ArchiveRig {
    Rig()
    {
        pace = 1s;
        roster.clear();
    }

    /// So many messages of Bruno's, some of them answered.
    void talk(int count, const QByteArray &friendName = "bruno")
    {
        for (int i = 0; i < count; ++i) {
            const QByteArray id = QByteArray::number(archive.size() + 1);
            keep("a" + id, "words " + id, i % 5 == 3, friendName);
        }
    }
    [[nodiscard]] ArchiveFill &fill() { return session->messages().archive(); }
    [[nodiscard]] QList<ArchiveGap> gaps(const Jid &peer = kBruno)
    {
        return session->messages().ledger().gaps(peer);
    }
    [[nodiscard]] bool isWhole() const
    {
        const QList<ArchiveRange> known = ranges();
        return known.size() == 1 && known[0].reachesStart;
    }
};

} // namespace

/// What comes from the archive beside what was missed since the last time: everything, from the newest
/// message to the oldest.
class ArchiveFillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewComputerFillsFromTheNewestMessageOn()
    {
        Rig rig;
        rig.talk(10);
        rig.onAPage = 4;
        rig.comeOnline();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "before a7", "before a3"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
        QVERIFY(rig.gaps().isEmpty());
        QCOMPARE(rig.session->chats().unread(kBruno), 0);
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Done);
        QVERIFY(rig.fill().progress().complete);
    }

    /// SECURITY R07: whatever a page holds, with a cut or a new process behind each and live messages in
    /// between, nothing is missing, nothing is there twice, and the order is the archive's.
    void nothingIsMissing_data()
    {
        QTest::addColumn<int>("onAPage");
        QTest::addColumn<QByteArray>("afterEach");
        QTest::addColumn<bool>("tellsWhenComplete");
        QTest::addColumn<int>("paceMs");
        for (const int size : {1, 7, 50, 250}) {
            for (const QByteArray afterEach : {"", "cut", "new process"}) {
                for (const int pace : {0, 90, 1000})
                    QTest::addRow("pages of %d, %s behind each, one in %d ms", size,
                                  afterEach.isEmpty() ? "nothing" : afterEach.constData(), pace)
                        << size << afterEach << (pace != 90) << pace;
            }
        }
    }

    void nothingIsMissing()
    {
        QFETCH(int, onAPage);
        QFETCH(QByteArray, afterEach);
        QFETCH(bool, tellsWhenComplete);
        QFETCH(int, paceMs);
        // Many messages make it slow, and not better: of the largest pages a few.
        const int pages = onAPage < 250 || qEnvironmentVariableIsSet("TERTULIA_SEEDS") ? 12 : 4;
        Rig rig;
        rig.onAPage = onAPage;
        rig.tellsWhenComplete = tellsWhenComplete;
        rig.pace = std::chrono::milliseconds(paceMs);
        rig.wholeSeconds = true;
        const int most = std::min(onAPage, 100) * pages;
        for (int i = 0; i < most; ++i)
            rig.talk(1, i % 7 == 2 ? "carla" : "bruno");
        int lives = 0;
        rig.afterPage = [&] {
            if (lives < pages / 2) {
                ++lives;
                rig.talk(1);
                const QByteArray number = QByteArray::number(rig.archive.size());
                rig.sayNow("a" + number, "words " + number);
            }
        };
        rig.halts = !afterEach.isEmpty();
        rig.comeOnline();
        for (int i = 0; !rig.isWhole() && i < 3 * pages; ++i) {
            if (afterEach == "new process")
                rig.newProcess();
            else
                rig.reconnect();
        }
        QCOMPARE(lives, pages / 2);
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.isWhole());
    }

    /// Away for long: a little is read forwards, then the newest page comes, then the hole between closes.
    void aHoleIsFilledFromItsNewerEnd_data()
    {
        QTest::addColumn<int>("paceMs");
        QTest::newRow("in one second") << 0;
        QTest::newRow("a second each") << 1000;
    }

    void aHoleIsFilledFromItsNewerEnd()
    {
        QFETCH(int, paceMs);
        Rig rig;
        rig.pace = std::chrono::milliseconds(paceMs);
        rig.wholeSeconds = true;
        rig.onAPage = 3;
        rig.talk(2);
        rig.comeOnline();
        rig.loseStream();
        rig.talk(40);
        rig.asked.clear();
        rig.comeBack();
        QCOMPARE(rig.asked.mid(0, 5), (QByteArrayList{"a2", "a5", "a8", "newest", "before a40"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
        // What others said since; our own last word reads all before it.
        QCOMPARE(rig.session->chats().unread(kBruno), 1);
    }

    void aHoleThatIsNotClosedIsAGap()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(2);
        rig.comeOnline();
        rig.loseStream();
        rig.talk(40);
        rig.instead = [&](const Question &question) { return !question.before.isEmpty(); };
        rig.comeBack();
        QCOMPARE(rig.ranges().size(), 2);
        QCOMPARE(rig.bodies(kBruno), rig.truth().mid(0, 11) + rig.truth().mid(39));
        const QList<ArchiveGap> gaps = rig.gaps();
        QCOMPARE(gaps.size(), 1);
        // A new process goes on where the old one was.
        rig.instead = nullptr;
        rig.asked.clear();
        rig.newProcess();
        QCOMPARE(rig.asked.mid(0, 2), (QByteArrayList{"a42", "before a40"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
        QVERIFY(rig.gaps().isEmpty());
    }

    /// SECURITY F19: misbehaving archives.
    void theSamePageForEver()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        rig.instead = [&](const Question &question) {
            if (question.before.isEmpty())
                return false;
            for (int i = 3; i < 6; ++i)
                rig.sendResult(question, rig.archive[i]);
            rig.sendFin(question, "complete='false'", "<first>a4</first><last>a6</last>");
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "before a7", "before a4"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth().mid(3));
        QCOMPARE(rig.gaps().size(), 1); // and it is told
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Waiting);
        rig.instead = nullptr;
        rig.reconnect();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
    }

    void anEmptyPageThatIsNotTheEnd()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        int lies = 0;
        rig.instead = [&](const Question &question) {
            if (question.before != "a4" || lies++ > 0)
                return false;
            rig.sendFin(question, "complete='false'", {});
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.asked,
                 (QByteArrayList{"newest", "before a7", "before a4", "newest until", "before a3"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void anEndThatIsNotCalledSo()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(6);
        rig.tellsWhenComplete = false;
        rig.comeOnline();
        QCOMPARE(rig.asked,
                 (QByteArrayList{"newest", "before a4", "before a1", "newest until", "before a1"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void idsThatAreNotOfThePage()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        rig.instead = [&](const Question &question) {
            if (question.before != "a7")
                return false;
            for (int i = 3; i < 6; ++i)
                rig.sendResult(question, rig.archive[i]);
            rig.sendFin(question, "complete='false'", "<first>zzz</first><last>yyy</last>");
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "before a7", "before a4"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
    }

    /// It threw away what it is asked to begin at: nothing else is lost by that.
    void anIdThatWasThrownAway()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.pace = 24h * 3;
        rig.talk(9);
        rig.instead = [&](const Question &question) {
            if (question.before == "a7") {
                rig.refuse(question, "item-not-found");
                return true;
            }
            return false;
        };
        rig.comeOnline();
        QCOMPARE(rig.asked,
                 (QByteArrayList{"newest", "before a7", "newest until", "before a5", "before a2"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void anArchiveThatThrewEverythingOldAway()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(2);
        rig.comeOnline();
        rig.loseStream();
        rig.talk(20);
        rig.archive.remove(0, 14);
        rig.comeBack();
        QCOMPARE(rig.bodies(kBruno).size(), 2 + rig.archive.size());
        QVERIFY(rig.isWhole());
    }

    void anArchiveThatStopsIsAskedAgainLater()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        bool silent = true;
        rig.instead = [&](const Question &question) { return silent && !question.before.isEmpty(); };
        rig.comeOnline();
        const auto wait = [&] {
            for (int i = 0; i < 61; ++i) {
                rig.server.clock.advance(1s);
                rig.serveAll();
            }
        };
        wait(); // until the deadline of the question
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Waiting);
        silent = false;
        wait();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// Results that come behind the end of their page are not taken, and not passed over.
    void resultsBehindTheEnd()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        bool late = true;
        rig.instead = [&](const Question &question) {
            if (!late || question.before != "a7")
                return false;
            rig.sendFin(question, "complete='true'", "<first>a1</first><last>a6</last>");
            for (int i = 0; i < 6; ++i)
                rig.sendResult(question, rig.archive[i]);
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth().mid(6));
        QCOMPARE(rig.gaps().size(), 1);
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Waiting);
        late = false;
        for (int i = 0; i < 61; ++i) {
            rig.server.clock.advance(1s);
            rig.serveAll();
        }
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// More than was asked for: what lies next to what is known counts.
    void pagesThatAreTooLarge()
    {
        Rig rig;
        rig.onAPage = 100;
        rig.talk(20);
        rig.session->modules().module<ArchiveModule>()->setPageSize(3);
        rig.instead = [&](const Question &question) {
            ArchiveRig::Question larger = question;
            larger.max = 5;
            rig.answer(larger);
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// Each page from its end to its beginning.
    void pagesInDisorder_data()
    {
        QTest::addColumn<bool>("hole");
        QTest::newRow("on a new computer") << false;
        QTest::newRow("in a hole") << true;
    }

    void pagesInDisorder()
    {
        QFETCH(bool, hole);
        Rig rig;
        rig.onAPage = 3;
        rig.talk(2);
        if (hole) {
            rig.comeOnline();
            rig.loseStream();
        }
        rig.talk(38);
        rig.instead = [&](const Question &question) {
            if (!question.backwards)
                return false;
            const auto at = [&](const QByteArray &id) {
                return std::find_if(rig.archive.cbegin(), rig.archive.cend(),
                                    [&](const ArchiveRig::Kept &kept) { return kept.id == id; })
                    - rig.archive.cbegin();
            };
            const qsizetype last = question.before.isEmpty() ? rig.archive.size() : at(question.before);
            const qsizetype first = std::max<qsizetype>(0, last - 3);
            for (qsizetype i = last - 1; i >= first; --i)
                rig.sendResult(question, rig.archive[i]);
            rig.sendFin(question, first == 0 ? "complete='true'" : "complete='false'",
                        last > first ? "<first>" + rig.archive[first].id + "</first><last>"
                                + rig.archive[last - 1].id + "</last>"
                                     : QByteArray());
            return true;
        };
        if (hole)
            rig.comeBack();
        else
            rig.comeOnline();
        QStringList known = rig.bodies(kBruno);
        QStringList truth = rig.truth();
        known.sort();
        truth.sort();
        QCOMPARE(known, truth);
        QVERIFY(rig.isWhole());
    }

    /// It says that there is nothing, in the middle of a second that has more than a page.
    void anEmptyPageThatIsNotTheEndOfASecond()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.pace = 0s;
        rig.talk(20);
        int lies = 0;
        rig.instead = [&](const Question &question) {
            if (question.before != "a9" || lies++ > 0)
                return false;
            rig.sendFin(question, "complete='false'", {});
            return true;
        };
        rig.comeOnline();
        QCOMPARE(lies, 2);
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// SECURITY A57.
    void resultsFromSomebodyElseAreNothing()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(3);
        rig.instead = [&](const Question &question) {
            for (const QByteArray from :
                 {"bruno@example.org", "mallory@example.net", "ana@example.org/other"})
                rig.server.send("<message from='" + from
                                + "' to='ana@example.org/desk'><result xmlns='urn:xmpp:mam:2' queryid='"
                                + question.queryId
                                + "' id='a1'><forwarded xmlns='urn:xmpp:forward:0'><delay "
                                  "xmlns='urn:xmpp:delay' stamp='2020-01-01T00:00:00Z'/>"
                                + rig.archive[0].message + "</forwarded></result></message>");
            rig.sendFin(question, "complete='true'", {});
            return true;
        };
        rig.comeOnline();
        QVERIFY(rig.bodies(kBruno).isEmpty());
    }

    /// SECURITY F24: stamps of other centuries do not change the order.
    void stampsThatCannotBe()
    {
        Rig rig;
        rig.onAPage = 4;
        rig.talk(12);
        rig.archive[3].stamp = QDateTime(QDate(2199, 1, 1), QTime(0, 0), Qt::UTC);
        rig.archive[7].stamp = QDateTime(QDate(1971, 1, 1), QTime(0, 0), Qt::UTC);
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void stampsThatCannotBeInAHole()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(2);
        rig.comeOnline();
        rig.loseStream();
        rig.talk(40);
        rig.archive[20].stamp = QDateTime(QDate(1971, 1, 1), QTime(0, 0), Qt::UTC);
        rig.archive[30].stamp = QDateTime(QDate(2199, 1, 1), QTime(0, 0), Qt::UTC);
        rig.comeBack();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void resultsWithoutIds()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        rig.archive[4].id.clear();
        rig.comeOnline();
        QStringList known = rig.truth();
        known.removeAt(4); // nothing would tell a copy of it from another one
        QCOMPARE(rig.bodies(kBruno), known);
        QVERIFY(rig.isWhole());
    }

    /// SECURITY R02: one message, however often and whichever way it comes.
    void allCopiesAreOneMessage_data()
    {
        QTest::addColumn<bool>("hasIds");
        QTest::newRow("with ids of its own") << true;
        QTest::newRow("with the archive's only") << false;
    }

    void allCopiesAreOneMessage()
    {
        QFETCH(bool, hasIds);
        Rig rig;
        rig.onAPage = 3;
        rig.talk(4);
        rig.keep("x", "tea?");
        const QByteArray ids = hasIds ? QByteArray(" id='tea?'") : QByteArray();
        const QByteArray words = hasIds
            ? QByteArray("<body>tea?</body><origin-id xmlns='urn:xmpp:sid:0' id='tea?'/>")
            : QByteArray("<body>tea?</body>");
        const QByteArray message = "<message xmlns='jabber:client' type='chat'" + ids
            + " from='bruno@example.org/phone' to='ana@example.org'>" + words;
        rig.archive.last().message = message + "</message>";
        const QByteArray numbered
            = message + "<stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='x'/>";
        rig.talk(4);
        rig.comeOnline();
        const QByteArray late
            = "<delay xmlns='urn:xmpp:delay' from='example.org' stamp='2020-01-01T00:00:04Z'/></message>";
        rig.tellAll(numbered + "</message>");
        rig.tellAll(numbered + late);
        rig.tellAll("<message from='ana@example.org' to='ana@example.org/desk'><received "
                    "xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                    + numbered + "</message></forwarded></received></message>");
        rig.reconnect();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
    }

    /// A page that is given twice, and messages that are in two of them.
    void pagesThatOverlap()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(12);
        rig.instead = [&](const Question &question) {
            if (question.before != "a7")
                return false;
            for (int i = 4; i < 9; ++i)
                if (i < 7)
                    rig.sendResult(question, rig.archive[i]);
            rig.sendFin(question, "complete='false'", "<first>a5</first><last>a7</last>");
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// The last screen of everybody comes before what is old.
    void everybodysLastScreenComesFirst()
    {
        Rig rig;
        rig.roster = "<item jid='carla@example.org' subscription='both'/>";
        rig.onAPage = 3;
        rig.talk(4, "carla");
        rig.talk(20);
        rig.comeOnline();
        QCOMPARE(rig.asked.mid(0, 4),
                 (QByteArrayList{"newest", "carla: newest until", "before a22", "before a19"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.isWhole());
    }

    /// SECURITY F19: "complete" before the archive has said all is not believed if it names an earlier start.
    void anArchiveThatIsCompleteTooEarly()
    {
        Rig rig;
        rig.extended = true;
        rig.onAPage = 3;
        rig.talk(12);
        rig.instead = [&](const Question &question) {
            if (question.before != "a7")
                return false;
            for (int i = 3; i < 6; ++i)
                rig.sendResult(question, rig.archive[i]);
            rig.sendFin(question, "complete='true'", "<first>a4</first><last>a6</last>");
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    /// SECURITY F19: asked for one of them, the archive gives everybody.
    void anArchiveThatGivesOthersToo()
    {
        Rig rig;
        rig.roster = "<item jid='carla@example.org' subscription='both'/>";
        rig.onAPage = 3;
        for (int i = 0; i < 6; ++i) {
            rig.talk(1, "carla");
            rig.talk(3);
        }
        rig.talk(4);
        rig.instead = [&](Question question) {
            if (question.with.isNull())
                return false;
            question.with = {};
            rig.answer(question);
            return true;
        };
        rig.comeOnline();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.isWhole());
    }

    /// Nothing but what is missing: what stands on the newest page or came since has its place.
    void aLastScreenIsOfTheHoleAlone()
    {
        Rig rig;
        rig.roster = "<item jid='bruno@example.org' subscription='both'/>";
        rig.onAPage = 3;
        rig.pace = 0s;
        rig.talk(9);
        rig.afterPage = [&] {
            rig.afterPage = nullptr;
            rig.talk(1);
            rig.sayNow("a10", "words 10");
        };
        rig.comeOnline();
        QCOMPARE(rig.asked.mid(0, 2), (QByteArrayList{"newest", "bruno: before a7"}));
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QVERIFY(rig.isWhole());
    }

    void anArchiveOfTheNewerKindIsAskedById()
    {
        Rig rig;
        rig.extended = true;
        rig.roster = "<item jid='carla@example.org' subscription='both'/>";
        rig.onAPage = 3;
        rig.talk(4, "carla");
        rig.talk(9);
        QByteArray bound;
        rig.instead = [&](const Question &question) {
            if (!question.with.isNull())
                bound = question.beforeId;
            return false;
        };
        rig.comeOnline();
        QCOMPARE(bound, "a11");
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QCOMPARE(rig.fill().progress().start, rig.archive.first().stamp);
    }

    /// What the person looks at is asked for next, also while the rest is paused.
    void thePersonComesFirst()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(7, "carla");
        rig.talk(30);
        rig.fill().setPaused(true);
        rig.comeOnline();
        QCOMPARE(rig.asked, QByteArrayList{"newest"});
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Paused);
        QVERIFY(rig.bodies(kCarla).isEmpty());
        const qint64 range = rig.gaps(kCarla)[0].range;
        rig.fill().load(kCarla, range);
        QCOMPARE(rig.gaps(kCarla)[0].state, ArchiveGap::State::Loading);
        rig.serveAll();
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla").mid(4));
        QCOMPARE(rig.gaps(kCarla)[0].state, ArchiveGap::State::Waiting);
        rig.fill().load(kCarla, range);
        rig.serveAll();
        rig.fill().load(kCarla, range);
        rig.serveAll();
        QCOMPARE(rig.asked,
                 (QByteArrayList{"newest", "carla: newest until", "carla: before a5", "carla: before a2"}));
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.gaps(kCarla).isEmpty());
        QCOMPARE(rig.gaps(kBruno).size(), 1);
        // The rest passes over that.
        rig.newProcess();
        QVERIFY(rig.gaps(kCarla).isEmpty());
        QVERIFY(rig.fill().isPaused());
        rig.fill().setPaused(false);
        rig.serveAll();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.isWhole());
    }

    /// The same where all is of one second, so that nothing but the archive tells the order.
    void whatWasLookedAtStaysInOrder()
    {
        Rig rig;
        rig.pace = 0s;
        rig.onAPage = 3;
        for (int i = 0; i < 30; ++i)
            rig.talk(1, i % 2 ? "carla" : "bruno");
        rig.fill().setPaused(true);
        rig.comeOnline();
        const qint64 range = rig.gaps(kCarla)[0].range;
        for (int i = 0; i < 2; ++i) {
            rig.fill().load(kCarla, range);
            rig.serveAll();
        }
        rig.fill().setPaused(false);
        rig.serveAll();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
    }

    void aGapThatCannotBeLoadedSaysSo()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(9);
        rig.fill().setPaused(true);
        rig.comeOnline();
        bool refusing = true;
        rig.instead = [&](const Question &question) {
            if (refusing)
                rig.refuse(question, "internal-server-error");
            return refusing;
        };
        const qint64 range = rig.gaps()[0].range;
        rig.fill().load(kBruno, range);
        rig.serveAll();
        QCOMPARE(rig.gaps()[0].state, ArchiveGap::State::Failed);
        refusing = false;
        rig.fill().load(kBruno, range);
        rig.serveAll();
        QCOMPARE(rig.bodies(kBruno), rig.truth().mid(3));
        rig.fill().load(kBruno, range);
        rig.fill().cancelLoad(kBruno, range);
        QCOMPARE(rig.gaps()[0].state, ArchiveGap::State::Held);
    }

    /// What is asked for by its time may bring what we have said since.
    void whatIsAskedForByItsTimeMovesNothingNewer()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(7, "carla");
        rig.talk(30);
        rig.fill().setPaused(true);
        rig.comeOnline();
        rig.session->messages().send(kCarla, u"mine"_s);
        rig.serveAll();
        rig.keep("m", "mine", true, "carla");
        rig.archive.last().message.replace("id='mine'", QByteArray("id='" + rig.ids.value("mine") + "'"));
        const qint64 range = rig.gaps(kCarla)[0].range;
        rig.fill().load(kCarla, range);
        rig.serveAll();
        bool gone = true;
        rig.instead = [&](const Question &question) {
            if (!std::exchange(gone, false))
                return false;
            rig.refuse(question, "item-not-found");
            return true;
        };
        rig.fill().load(kCarla, range);
        rig.serveAll();
        QCOMPARE(rig.asked.mid(2), (QByteArrayList{"carla: before a5", "carla: newest until"}));
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla").mid(4));
    }

    void noFurtherBackThanThePersonWants()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.pace = 24h;
        rig.nextStamp = rig.server.clock.now().addDays(-20);
        rig.talk(20);
        rig.fill().setReachDays(7);
        rig.comeOnline();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "before a18", "before a15"}));
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::Done);
        QVERIFY(!rig.fill().progress().complete);
        rig.fill().setReachDays(0);
        rig.serveAll();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
    }

    void withoutAnArchive()
    {
        Rig rig;
        rig.bringOnline(); // a server that has nothing but a roster
        QCOMPARE(rig.fill().progress().state, ArchiveProgress::State::NoArchive);
        QVERIFY(rig.gaps().isEmpty());
    }

    /// SECURITY R03, R29: what is known may stand behind the last one of it, as a clock that was ahead had
    /// it.
    void aHoleStandsBehindAllThatIsKnown()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.nextStamp = rig.server.clock.now().addSecs(-60);
        rig.talk(2);
        rig.comeOnline();
        rig.server.clock.setNow(rig.server.clock.now().addSecs(7200));
        rig.keep("early", "early");
        rig.hear("early", "early");
        rig.session->messages().send(kBruno, u"mine"_s);
        rig.serveAll();
        rig.keep("mine", "mine", true);
        rig.archive.last().message.replace("id='mine'", QByteArray("id='" + rig.ids.value("mine") + "'"));
        rig.server.clock.setNow(rig.server.clock.now().addSecs(-7200));
        rig.keep("later", "later", false, "carla");
        rig.hear("later", "later", "carla");
        QCOMPARE(rig.cursor(), u"later"_s);
        rig.loseStream();
        for (int i = 0; i < 8; ++i)
            rig.keep("b" + QByteArray::number(i), "read forwards " + QByteArray::number(i));
        rig.keep("last", "the last of them", false, "carla");
        rig.talk(30);
        rig.asked.clear();
        rig.comeBack();
        QCOMPARE(rig.asked.mid(0, 4), (QByteArrayList{"later", "b2", "b5", "newest"}));
        // Where ours stand among what is read forwards our clock says; but in front of the hole.
        QStringList known = rig.bodies(kBruno);
        QStringList truth = rig.truth();
        const qsizetype behind = truth.indexOf(u"read forwards 7"_s) + 1;
        QVERIFY(known.indexOf(u"mine"_s) < known.indexOf(truth[behind]));
        QVERIFY(known.removeOne(u"mine"_s) && truth.removeOne(u"mine"_s));
        QCOMPARE(known, truth);
        QCOMPARE(rig.bodies(kCarla), rig.truth("carla"));
        QVERIFY(rig.isWhole());
    }

    /// Our own words that were sent meanwhile stand where the archive has them.
    void ourOwnWordsFindTheirPlace()
    {
        Rig rig;
        rig.onAPage = 3;
        rig.talk(2);
        rig.comeOnline();
        rig.session->messages().send(kBruno, u"mine"_s);
        rig.serveAll();
        rig.loseStream();
        rig.talk(12);
        rig.keep("m", "mine", true);
        rig.archive.last().message.replace("id='mine'", QByteArray("id='" + rig.ids.value("mine") + "'"));
        rig.talk(20);
        rig.comeBack();
        QCOMPARE(rig.bodies(kBruno), rig.truth());
    }
};

QTEST_GUILESS_MAIN(ArchiveFillTest)
#include "tst_archivefill.moc"
