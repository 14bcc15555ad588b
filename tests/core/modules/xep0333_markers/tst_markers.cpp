// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0333_markers/Markers.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QByteArray kSeen = "<displayed xmlns='urn:xmpp:chat-markers:0' id='m1'/>";

QByteArray message(const QByteArray &attributes, const QByteArray &content)
{
    return "<message to='ana@example.org' " + attributes + ">" + content + "</message>";
}

QByteArray copied(const QByteArray &name, const QByteArray &inner)
{
    return "<message from='ana@example.org' type='chat'><" + name
        + " xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>" + inner + "</forwarded></"
        + name + "></message>";
}

} // namespace

class TestMarkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsTold_data()
    {
        QTest::addColumn<QString>("whom");
        QTest::addColumn<bool>("online");
        QTest::newRow("a stranger, SECURITY A78") << u"mallory@example.net"_s << true;
        QTest::newRow("who may not see us") << u"carla@example.com"_s << true;
        QTest::newRow("offline") << u"bruno@example.com"_s << false;
    }

    void nobodyIsTold()
    {
        QFETCH(QString, whom);
        QFETCH(bool, online);
        ModuleRig rig;
        if (online)
            rig.goOnline();
        QVERIFY(!rig.module<MarkersModule>().tellDisplayed(jid(whom), u"m1"_s));
        QVERIFY(rig.sent().isEmpty());
    }

    void aContactIsTold()
    {
        ModuleRig rig;
        rig.goOnline();
        QVERIFY(!rig.module<MarkersModule>().tellDisplayed(jid(u"bruno@example.com"_s), {}));
        QVERIFY(rig.module<MarkersModule>().tellDisplayed(jid(u"bruno@example.com"_s), u"m1"_s));
        const XmlElement sent = rig.takeOnly();
        QCOMPARE(sent.attribute(u"to"), u"bruno@example.com"_s);
        QCOMPARE(sent.children(),
                 QList<XmlElement>({parsedXml(kSeen), parsedXml("<store xmlns='urn:xmpp:hints'/>")}));
    }

    void isMarkable_data()
    {
        QTest::addColumn<QByteArray>("stanza");
        QTest::addColumn<bool>("is");
        const QByteArray ask = "<body>x</body><markable xmlns='urn:xmpp:chat-markers:0'/>";
        QTest::newRow("not asked for") << message("type='chat' id='m1'", "<body>x</body>") << false;
        QTest::newRow("without id") << message("type='chat'", ask) << false;
        QTest::newRow("error") << message("type='error' id='m1'", ask) << false;
        QTest::newRow("a marker that asks") << message("type='chat' id='m2'", ask + kSeen) << false;
        QTest::newRow("asked for") << message("type='chat' id='m1'", ask) << true;
    }

    void isMarkable()
    {
        QFETCH(QByteArray, stanza);
        QFETCH(bool, is);
        QCOMPARE(MarkersModule::isMarkable(*Message::fromXml(parsedXml(stanza))), is);
    }

    void heard_data()
    {
        QTest::addColumn<QByteArray>("stanza");
        QTest::addColumn<QString>("from"); // empty: of nobody
        QTest::addColumn<QString>("elsewhere");
        const QString none;
        const auto row = [](const char *name, const QByteArray &stanza, const QString &from,
                            const QString &elsewhere) { QTest::newRow(name) << stanza << from << elsewhere; };
        row("without id",
            message("from='bruno@example.com/x'", "<displayed xmlns='urn:xmpp:chat-markers:0'/>"), none,
            none);
        row("another namespace", message("from='bruno@example.com/x'", "<displayed xmlns='urn:x' id='m1'/>"),
            none, none);
        row("error", message("from='bruno@example.com/x' type='error'", kSeen), none, none);
        row("groupchat", message("from='room@muc.example.org/x' type='groupchat'", kSeen), none, none);
        row("a forged copy",
            copied("received",
                   "<message xmlns='jabber:client' from='bruno@example.com' to='ana@example.org'>" + kSeen
                       + "</message>")
                .replace("from='ana@example.org' type", "from='mallory@example.net' type"),
            none, none);
        row("bruno", message("from='bruno@example.com/x' type='chat'", kSeen), u"bruno@example.com"_s, none);
        // Told with its own address: it finds no message of ours in the chat with them (SECURITY A67).
        row("somebody else", message("from='mallory@example.net/x'", kSeen), u"mallory@example.net"_s, none);
        row("to our other device",
            copied("received",
                   "<message xmlns='jabber:client' from='bruno@example.com/x' to='ana@example.org/phone'>"
                       + kSeen + "</message>"),
            u"bruno@example.com"_s, none);
        row("by our other device",
            copied("sent",
                   "<message xmlns='jabber:client' from='ana@example.org/phone' to='bruno@example.com'>"
                       + kSeen + "</message>"),
            none, u"bruno@example.com"_s);
    }

    void heard()
    {
        QFETCH(QByteArray, stanza);
        QFETCH(QString, from);
        QFETCH(QString, elsewhere);
        ModuleRig rig;
        rig.goOnline();
        auto &module = rig.module<MarkersModule>();
        QSignalSpy displayed(&module, &MarkersModule::displayed);
        QSignalSpy displayedElsewhere(&module, &MarkersModule::displayedElsewhere);
        rig.receive(stanza);
        QCOMPARE(displayed.size(), from.isEmpty() ? 0 : 1);
        QCOMPARE(displayedElsewhere.size(), elsewhere.isEmpty() ? 0 : 1);
        if (!from.isEmpty())
            QCOMPARE(displayed[0][1].value<Jid>(), jid(from));
        if (!elsewhere.isEmpty())
            QCOMPARE(displayedElsewhere[0][1].value<Jid>(), jid(elsewhere));
        QVERIFY(rig.sent().isEmpty()); // never answered
    }

    void asks_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("asks");
        QTest::newRow("groupchat") << int(Message::Type::Groupchat) << u"x"_s << false;
        QTest::newRow("no body") << int(Message::Type::Chat) << QString() << false;
        QTest::newRow("chat") << int(Message::Type::Chat) << u"x"_s << true;
    }

    void asks()
    {
        QFETCH(int, type);
        QFETCH(QString, body);
        QFETCH(bool, asks);
        ModuleRig rig;
        rig.goOnline();
        rig.host().send(Message{
            .to = jid(u"bruno@example.com"_s), .id = u"m1"_s, .type = Message::Type(type), .body = body});
        QCOMPARE(!rig.takeOnly().child(u"markable", u"urn:xmpp:chat-markers:0").isNull(), asks);
    }
};

QTEST_GUILESS_MAIN(TestMarkers)
#include "tst_markers.moc"
