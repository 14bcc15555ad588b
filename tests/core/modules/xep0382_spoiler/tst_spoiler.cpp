// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0382_spoiler/Spoiler.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestSpoiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QString>("hint"); // null: no spoiler
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("another namespace") << QByteArray("<spoiler xmlns='urn:x'>a</spoiler>") << QString();
        QTest::newRow("inside of something")
            << QByteArray("<x xmlns='urn:x'><spoiler xmlns='urn:xmpp:spoiler:0'/></x>") << QString();
        // XEP-0382 3.
        QTest::newRow("without a hint") << QByteArray("<spoiler xmlns='urn:xmpp:spoiler:0'/>") << u""_s;
        QTest::newRow("with a hint") << QByteArray(
            "<spoiler xmlns='urn:xmpp:spoiler:0'>Love story end</spoiler>")
                                     << u"Love story end"_s;
        QTest::newRow("two languages")
            << QByteArray("<spoiler xml:lang='en' xmlns='urn:xmpp:spoiler:0'>Trip to the beach</spoiler>"
                          "<spoiler xml:lang='ca' xmlns='urn:xmpp:spoiler:0'>Viatge a la platja</spoiler>")
            << u"Trip to the beach"_s;
        QTest::newRow("one without a language")
            << QByteArray("<spoiler xml:lang='ca' xmlns='urn:xmpp:spoiler:0'>Viatge</spoiler>"
                          "<spoiler xmlns='urn:xmpp:spoiler:0'>Trip</spoiler>"
                          "<spoiler xmlns='urn:xmpp:spoiler:0'>Another</spoiler>")
            << u"Trip"_s;
        QTest::newRow("lines") << QByteArray("<spoiler xmlns='urn:xmpp:spoiler:0'> a\n\n b </spoiler>")
                               << u"a b"_s;
        QTest::newRow("endless") << QByteArray("<spoiler xmlns='urn:xmpp:spoiler:0'>" + QByteArray(5000, 'x')
                                               + "</spoiler>")
                                 << QString(SpoilerModule::kMaxHint, u'x');
    }

    void read()
    {
        QFETCH(QByteArray, inside);
        QFETCH(QString, hint);
        const auto read = SpoilerModule::spoilerIn(
            *Message::fromXml(parsedXml("<message><body>x</body>" + inside + "</message>")));
        QCOMPARE(read.has_value(), !hint.isNull());
        QCOMPARE(read.value_or(QString()), hint);
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        for (const QString &hint : {u""_s, u"How it ends <3"_s}) {
            Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"m1"_s, .body = u"It ends well."_s};
            SpoilerModule::mark(outgoing, hint);
            rig.module<MessagingModule>().send(outgoing).ignore();
            const XmlElement sent = rig.takeOnly();
            QCOMPARE(sent.childText(u"body", u"jabber:client"), u"It ends well."_s);
            QCOMPARE(sent.children(u"spoiler", u"urn:xmpp:spoiler:0").size(), 1);
            QCOMPARE(sent.child(u"spoiler", u"urn:xmpp:spoiler:0").text(), hint);
        }
    }
};

QTEST_GUILESS_MAIN(TestSpoiler)
#include "tst_spoiler.moc"
