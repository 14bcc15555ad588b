// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0393_styling/Styling.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestStyling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unstyled_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<bool>("unstyled");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("another namespace") << QByteArray("<unstyled xmlns='urn:xmpp:styling:1'/>") << false;
        QTest::newRow("another name") << QByteArray("<styled xmlns='urn:xmpp:styling:0'/>") << false;
        QTest::newRow("inside of something")
            << QByteArray("<x xmlns='urn:x'><unstyled xmlns='urn:xmpp:styling:0'/></x>") << false;
        QTest::newRow("one") << QByteArray("<unstyled xmlns='urn:xmpp:styling:0'/>") << true;
        QTest::newRow("two") << QByteArray("<unstyled xmlns='urn:xmpp:styling:0'/>"
                                           "<unstyled xmlns='urn:xmpp:styling:0'/>")
                             << true;
    }

    void unstyled()
    {
        QFETCH(QByteArray, inside);
        QFETCH(bool, unstyled);
        const auto message = Message::fromXml(parsedXml("<message><body>x</body>" + inside + "</message>"));
        QCOMPARE(StylingModule::isUnstyled(*message), unstyled);
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"m1"_s, .body = u"> _ <"_s};
        StylingModule::markUnstyled(outgoing);
        rig.module<MessagingModule>().send(outgoing).ignore();
        const XmlElement sent = rig.takeOnly();
        QCOMPARE(sent.childText(u"body", u"jabber:client"), u"> _ <"_s);
        QVERIFY(!sent.child(u"unstyled", u"urn:xmpp:styling:0").isNull());
    }
};

QTEST_GUILESS_MAIN(TestStyling)
#include "tst_styling.moc"
