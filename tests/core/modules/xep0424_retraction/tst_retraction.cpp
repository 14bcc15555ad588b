// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0424_retraction/Retraction.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestRetraction : public QObject
{
    Q_OBJECT

    static Message message(const QByteArray &inside)
    {
        return *Message::fromXml(parsedXml("<message>" + inside + "</message>"));
    }

private Q_SLOTS:
    void none_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("without id") << QByteArray("<retract xmlns='urn:xmpp:message-retract:1'/>");
        QTest::newRow("empty id") << QByteArray("<retract xmlns='urn:xmpp:message-retract:1' id=''/>");
        QTest::newRow("endless id") << QByteArray("<retract xmlns='urn:xmpp:message-retract:1' id='"
                                                  + QByteArray(1001, 'x') + "'/>");
        QTest::newRow("of the old namespace") << QByteArray("<retract xmlns='urn:xmpp:message-retract:0'/>");
        QTest::newRow("a tombstone") << QByteArray("<retracted xmlns='urn:xmpp:message-retract:1' id='m1'/>");
    }

    void none()
    {
        QFETCH(QByteArray, inside);
        QVERIFY(!RetractionModule::retractionIn(message(inside)));
    }

    void one()
    {
        const QByteArray retract = "<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>";
        QCOMPARE(RetractionModule::retractionIn(message(retract)), Retraction{u"m1"_s});
        QVERIFY(RetractionModule::saidBesides(message(retract)).isNull());
        // Words are words unless they say that they are none.
        QCOMPARE(RetractionModule::saidBesides(message(retract + "<body>words</body>")), u"words"_s);
        QVERIFY(RetractionModule::saidBesides(
                    message(retract
                            + "<body>/me retracted</body><fallback xmlns='urn:xmpp:fallback:0' "
                              "for='urn:xmpp:message-retract:1'/>"))
                    .isNull());
    }

    void tombstones()
    {
        QCOMPARE(
            RetractionModule::tombstoneIn(message("<retracted xmlns='urn:xmpp:message-retract:1' id='r1' "
                                                  "stamp='2026-01-02T03:04:05Z'/>")),
            (Tombstone{u"r1"_s, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC)}));
        QCOMPARE(RetractionModule::tombstoneIn(
                     message("<retracted xmlns='urn:xmpp:message-retract:1' id='r1' stamp='never'/>")),
                 (Tombstone{u"r1"_s, {}}));
        QVERIFY(!RetractionModule::tombstoneIn(message("<retracted xmlns='urn:xmpp:message-retract:1'/>")));
        QVERIFY(
            !RetractionModule::tombstoneIn(message("<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>")));
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"r1"_s};
        RetractionModule::mark(outgoing, {u"m1"_s});
        rig.module<MessagingModule>().send(outgoing).ignore();
        const XmlElement sent = rig.takeOnly();
        QCOMPARE(sent.child(u"retract", u"urn:xmpp:message-retract:1"),
                 parsedXml("<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>"));
        QCOMPARE(sent.child(u"fallback", u"urn:xmpp:fallback:0"),
                 parsedXml("<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:message-retract:1'/>"));
        QVERIFY(sent.childText(u"body", u"jabber:client").startsWith(u"/me "));
        QVERIFY(!sent.child(u"store", u"urn:xmpp:hints").isNull());
    }
};

QTEST_GUILESS_MAIN(TestRetraction)
#include "tst_retraction.moc"
