// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that are to be sent later, or were marked for later, through a whole session.
#include "core/chat/SavedMessage.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/Roles.h"
#include "core/models/WireIds.h"
#include "core/session/SessionMessages.h"
#include "tests/support/ModelAudit.h"
#include "tests/support/SessionRig.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);

struct Rig : SessionRig {
    Rig()
    {
        bringOnline();
        open();
    }
    void open()
    {
        timeline.reset(session->openTimeline(kBruno, nullptr));
        said.clear();
    }
    /// The program begins anew after a time, and the server knows nothing of its stream.
    void restart(std::chrono::seconds after)
    {
        timeline.reset();
        said.clear();
        session.reset();
        server.clock.advance(after);
        makeSession();
        goOnline();
        login();
        if (!server.next().xml.contains("<resume"))
            qWarning("nothing to resume");
        server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                    "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        server.bind();
        server.enableManagement();
        serve();
        timeline.reset(session->openTimeline(kBruno, nullptr));
    }
    SessionMessages &messages() const { return session->messages(); }
    QVariant at(int row, int role) const { return timeline->index(row, 0).data(role); }
    qint64 id(int row) const { return at(row, roles::MessageId).toLongLong(); }
    QDateTime in(std::chrono::seconds time) const { return server.clock.now().addSecs(time.count()); }
    /// The server answers meanwhile, else the line would be taken for dead.
    void advance(std::chrono::seconds time)
    {
        for (; time > 0s; time -= 2s) {
            server.clock.advance(std::min<std::chrono::seconds>(time, 2s));
            serve();
        }
    }
    /// Bodies that were said since the last call, in order.
    QByteArrayList heard()
    {
        serve();
        QByteArrayList bodies;
        for (const QByteArray &xml : std::exchange(said, {})) {
            const qsizetype start = xml.indexOf("<body>");
            if (start >= 0)
                bodies << xml.mid(start + 6, xml.indexOf("</body>") - start - 6);
        }
        return bodies;
    }

    std::unique_ptr<ConversationModel> timeline;
};

} // namespace

class SendLaterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingGoesBeforeItsTime()
    {
        Rig rig;
        const ModelAudit audit(rig.timeline.get());
        rig.messages().sendLater(kBruno, u"later"_s, rig.in(30s));
        QCOMPARE(rig.heard(), QByteArrayList());
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QCOMPARE(rig.at(0, roles::SendAt).toDateTime(), rig.in(30s));
        QCOMPARE(DeliveryState(rig.at(0, roles::State).toInt()), DeliveryState::Queued);
        rig.messages().send(kBruno, u"now"_s);
        QCOMPARE(rig.heard(), QByteArrayList{"now"});
        // Nobody can feel about what was not said.
        QVERIFY(!rig.messages().react(rig.id(0), {u"👍"_s}));
        rig.advance(20s);
        QCOMPARE(rig.heard(), QByteArrayList());
        rig.advance(11s);
        QCOMPARE(rig.heard(), QByteArrayList{"later"});
        // It stands where it was said.
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(1, roles::Body).toString(), u"later"_s);
        QVERIFY(!rig.at(1, roles::SendAt).toDateTime().isValid());
        QVERIFY(rig.at(1, roles::Time).toDateTime() >= rig.at(0, roles::Time).toDateTime().addSecs(30));
        rig.advance(30s);
        QCOMPARE(rig.heard(), QByteArrayList());
    }

    void theyGoInTheOrderOfTheirTimes()
    {
        Rig rig;
        rig.messages().sendLater(kBruno, u"third"_s, rig.in(30s));
        rig.messages().sendLater(kBruno, u"first"_s, rig.in(10s));
        rig.messages().sendLater(kBruno, u"second"_s, rig.in(10s));
        // All of them in the past at once: the machine slept.
        rig.advance(40s);
        QCOMPARE(rig.heard(), (QByteArrayList{"first", "second", "third"}));
    }

    void whatIsOverdueGoesAtTheNextConnection()
    {
        Rig rig;
        rig.messages().sendLater(kBruno, u"while away"_s, rig.in(10s));
        rig.said.clear();
        rig.server.cut();
        rig.messages().send(kBruno, u"before it"_s);
        rig.restart(20s);
        QCOMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(1, roles::Body).toString(), u"while away"_s);
        QVERIFY(!rig.at(1, roles::SendAt).toDateTime().isValid());
        QCOMPARE(rig.heard(), (QByteArrayList{"before it", "while away"}));
    }

    void itSurvivesTheEndOfTheProgram()
    {
        Rig rig;
        rig.messages().sendLater(kBruno, u"tomorrow"_s, rig.in(20h));
        rig.messages().sendLater(kBruno, u"next week"_s, rig.in(200h));
        rig.restart(24h);
        QVERIFY(rig.heard().contains("tomorrow"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.at(0, roles::SendAt).toDateTime().isValid());
        QCOMPARE(rig.at(0, roles::Body).toString(), u"next week"_s);
        rig.restart(200h);
        QVERIFY(rig.heard().contains("next week"));
    }

    void itCanBeChangedUntilThen()
    {
        Rig rig;
        rig.messages().sendLater(kBruno, u"wrold"_s, rig.in(10s));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        const qint64 id = rig.id(0);
        QVERIFY(rig.messages().correct(id, u"world"_s));
        QVERIFY(rig.at(0, roles::SendAt).toDateTime().isValid());
        QVERIFY(!rig.at(0, roles::Edited).toDateTime().isValid());
        QVERIFY(rig.messages().setSendTime(id, rig.in(50s)));
        rig.advance(20s);
        QCOMPARE(rig.heard(), QByteArrayList());
        QCOMPARE(rig.at(0, roles::SendAt).toDateTime(), rig.in(30s));
        QVERIFY(rig.messages().sendNow(id));
        QCOMPARE(rig.heard(), QByteArrayList{"world"});
        // It is one like others now.
        QVERIFY(!rig.messages().sendNow(id));
        QVERIFY(!rig.messages().setSendTime(id, rig.in(10s)));
        QVERIFY(!rig.messages().sendNow(12345));
        rig.advance(40s);
        QCOMPARE(rig.heard(), QByteArrayList());

        rig.messages().sendLater(kBruno, u"never"_s, rig.in(10s));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.messages().remove(rig.id(1)));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        rig.messages().sendLater(kBruno, u"nor this"_s, rig.in(10s));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.messages().retract(rig.id(1)));
        rig.advance(20s);
        QCOMPARE(rig.heard(), QByteArrayList());
    }

    void anAnswerStaysOne()
    {
        Rig rig;
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='q1'><body>When?</body></message>");
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        rig.said.clear();
        rig.messages().sendLater(kBruno, u"At nine."_s, rig.in(10s), rig.id(0));
        rig.advance(20s);
        QCOMPARE(rig.saidCount("urn:xmpp:reply:0"), 1);
        QVERIFY(rig.saidCount("q1") > 0);
    }

    void whatIsMarkedIsFoundAgain()
    {
        Rig rig;
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='m1'><body>one</body></message>");
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='m2'><body>two</body></message>");
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.messages().saved(10).isEmpty());
        rig.messages().setSaved(12345, true);
        rig.messages().setSaved(rig.id(1), true);
        rig.server.clock.advance(1s);
        rig.messages().setSaved(rig.id(0), true);
        rig.messages().setSaved(rig.id(0), true);
        QVERIFY(rig.at(0, roles::Saved).toBool());
        QList<SavedMessage> saved = rig.messages().saved(10);
        QCOMPARE(saved.size(), 2);
        QCOMPARE(saved[0].text, u"one"_s);
        QCOMPARE(saved[0].peer, kBruno);
        QCOMPARE(saved[0].sender, kBruno);
        QCOMPARE(rig.messages().saved(1).size(), 1);
        // It is ours alone.
        QCOMPARE(rig.heard(), QByteArrayList());
        rig.messages().setSaved(rig.id(0), false);
        QVERIFY(!rig.at(0, roles::Saved).toBool());
        // What is taken back has nothing left to be marked.
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='r'>"
                 "<retract xmlns='urn:xmpp:message-retract:1' id='m2'/></message>");
        QVERIFY(rig.messages().saved(10).isEmpty());
        rig.messages().setSaved(rig.id(1), true);
        QVERIFY(rig.messages().saved(10).isEmpty());
    }

    void whatIsNotToBeStyledIsForwardedSo()
    {
        Rig rig;
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='u1'><body>2*3*4</body>"
                 "<unstyled xmlns='urn:xmpp:styling:0'/></message>");
        rig.tell("<message from='bruno@example.org/phone' type='chat' id='u2'><body>*bold*</body></message>");
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QCOMPARE(rig.at(0, roles::WireIds).value<WireIds>().message, u"u1"_s);
        rig.said.clear();
        rig.messages().forward({rig.id(0), rig.id(1)}, kBruno);
        rig.serve();
        QCOMPARE(rig.saidCount("<body>"), 2);
        QCOMPARE(rig.saidCount("urn:xmpp:styling:0"), 1);
    }
};

QTEST_GUILESS_MAIN(SendLaterTest)
#include "tst_sendlater.moc"
