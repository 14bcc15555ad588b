// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0308_correction/Correction.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestCorrection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("id"); // null: none
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("without id") << QByteArray("<replace xmlns='urn:xmpp:message-correct:0'/>")
                                    << QString();
        QTest::newRow("empty id") << QByteArray("<replace xmlns='urn:xmpp:message-correct:0' id=''/>")
                                  << QString();
        QTest::newRow("endless id") << QByteArray("<replace xmlns='urn:xmpp:message-correct:0' id='"
                                                  + QByteArray(1001, 'x') + "'/>")
                                    << QString();
        QTest::newRow("another namespace") << QByteArray("<replace xmlns='urn:x' id='m1'/>") << QString();
        QTest::newRow("one") << QByteArray("<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>")
                             << u"m1"_s;
        QTest::newRow("two, of which the first counts")
            << QByteArray("<replace xmlns='urn:xmpp:message-correct:0' id='m1'/>"
                          "<replace xmlns='urn:xmpp:message-correct:0' id='m2'/>")
            << u"m1"_s;
    }

    void read()
    {
        QFETCH(QByteArray, inside);
        QFETCH(QString, id);
        const auto read = CorrectionModule::correctionIn(
            *Message::fromXml(parsedXml("<message><body>x</body>" + inside + "</message>")));
        QCOMPARE(read.has_value(), !id.isNull());
        QCOMPARE(read.value_or(Correction{}).id, id.isNull() ? QString() : id);
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"c1"_s, .body = u"window"_s};
        CorrectionModule::mark(outgoing, {u"m1"_s});
        rig.module<MessagingModule>().send(outgoing).ignore();
        const XmlElement sent = rig.takeOnly();
        QCOMPARE(sent.attribute(u"id"), u"c1"_s); // another one than it names
        QCOMPARE(sent.childText(u"body", u"jabber:client"), u"window"_s);
        QCOMPARE(sent.child(u"replace", u"urn:xmpp:message-correct:0").attribute(u"id"), u"m1"_s);
    }
};

QTEST_GUILESS_MAIN(TestCorrection)
#include "tst_correction.moc"
