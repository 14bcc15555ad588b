// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/presence/Presence.h"
#include "core/modules/xep0012_last/LastActivity.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tertulia;

class TestLast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void asks();
    void badAnswers_data();
    void badAnswers();
};

void TestLast::answers_data() // SECURITY A78
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<bool>("told");
    QTest::addColumn<bool>("expected");
    QTest::newRow("who sees us") << QByteArray("bruno@example.com/x") << true << true;
    QTest::newRow("our own device") << QByteArray("ana@example.org/phone") << true << true;
    QTest::newRow("whom we see only") << QByteArray("carla@example.com/x") << true << false;
    QTest::newRow("stranger") << QByteArray("mallory@example.net/x") << true << false;
    QTest::newRow("who sees us, but it is not told") << QByteArray("bruno@example.com/x") << false << false;
}

void TestLast::answers()
{
    QFETCH(QByteArray, from);
    QFETCH(bool, told);
    QFETCH(bool, expected);
    ModuleRig rig;
    rig.goOnline();
    auto &presence = rig.module<PresenceModule>();
    presence.setTellsIdle(told);
    const auto ask = [&] {
        rig.forgetSent();
        rig.receive("<iq type='get' id='q' from='" + from + "'><query xmlns='jabber:iq:last'/></iq>");
        return rig.takeOnly();
    };
    if (!expected) {
        QCOMPARE(conditionOf(ask()), u"service-unavailable"_s);
        return;
    }
    QCOMPARE(ask().firstChild().attribute(u"seconds"), u"0"_s);
    presence.setPresence(Availability::Away, {}, 0, rig.clock().now());
    rig.clock().advance(10min);
    QCOMPARE(ask().firstChild().attribute(u"seconds"), u"600"_s);
}

void TestLast::asks()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<LastActivityModule>();
    std::optional<LastActivity> got;
    module.ask(jid(u"bruno@example.com"_s)).then(&module, [&](const Result<LastActivity> &result) {
        got = *result;
    });
    const XmlElement asked = rig.takeRequest(u"jabber:iq:last"_s, u"bruno@example.com"_s);
    rig.answer(asked, "<query xmlns='jabber:iq:last' seconds='903'>Heading Home</query>");
    QTRY_VERIFY(got);
    QCOMPARE(*got, (LastActivity{903, u"Heading Home"_s}));
}

void TestLast::badAnswers_data() // SECURITY A116
{
    QTest::addColumn<QByteArray>("answer");
    for (const char *seconds : {"", "-1", "1.5", "soon", "99999999999999999999", "9223372036854775807"})
        QTest::newRow(seconds) << QByteArray("<query xmlns='jabber:iq:last' seconds='") + seconds + "'/>";
    QTest::newRow("none") << QByteArray("<query xmlns='jabber:iq:last'/>");
    QTest::newRow("another thing") << QByteArray("<query xmlns='urn:x' seconds='1'/>");
}

void TestLast::badAnswers()
{
    QFETCH(QByteArray, answer);
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<LastActivityModule>();
    std::optional<ErrorCode> error;
    module.ask(jid(u"bruno@example.com"_s)).then(&module, [&](const Result<LastActivity> &result) {
        error = result ? ErrorCode::Cancelled : result.error().code;
    });
    rig.answer(rig.takeRequest(u"jabber:iq:last"_s), answer);
    QTRY_COMPARE(error, ErrorCode::MalformedReply);
}

QTEST_GUILESS_MAIN(TestLast)
#include "tst_last.moc"
