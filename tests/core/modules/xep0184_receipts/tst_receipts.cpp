// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QByteArray kAsk = "<body>Hi</body><request xmlns='urn:xmpp:receipts'/>";

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

class TestReceipts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notAnswered_data();
    void notAnswered();
    void answered_data();
    void answered();
    void answersToADuplicateToo();
    void notAnsweredWhenSwitchedOff();
    void noReceiptReported_data();
    void noReceiptReported();
    void receiptReported_data();
    void receiptReported();
    void asksFor_data();
    void asksFor();
};

void TestReceipts::notAnswered_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("a stranger, SECURITY A78")
        << message("from='mallory@example.net/x' type='chat' id='m1'", kAsk);
    QTest::newRow("who may not see us") << message("from='carla@example.com/x' type='chat' id='m1'", kAsk);
    QTest::newRow("the server") << message("from='example.org' type='chat' id='m1'", kAsk);
    QTest::newRow("another device of ours")
        << message("from='ana@example.org/phone' type='chat' id='m1'", kAsk);
    QTest::newRow("groupchat") << message("from='bruno@example.com/x' type='groupchat' id='m1'", kAsk);
    QTest::newRow("error") << message("from='bruno@example.com/x' type='error' id='m1'", kAsk);
    QTest::newRow("headline") << message("from='bruno@example.com/x' type='headline' id='m1'", kAsk);
    QTest::newRow("without id") << message("from='bruno@example.com/x' type='chat'", kAsk);
    QTest::newRow("not asked for") << message("from='bruno@example.com/x' type='chat' id='m1'",
                                              "<body>x</body>");
    QTest::newRow("asked in another namespace") << message("from='bruno@example.com/x' type='chat' id='m1'",
                                                           "<body>x</body><request xmlns='urn:x'/>");
    QTest::newRow("a receipt that asks") << message("from='bruno@example.com/x' type='chat' id='m1'",
                                                    kAsk + "<received xmlns='urn:xmpp:receipts' id='q'/>");
    QTest::newRow("a carbon") << copied(
        "received",
        "<message xmlns='jabber:client' from='bruno@example.com/x' to='ana@example.org/phone' "
        "type='chat' id='m1'>"
            + kAsk + "</message>");
}

void TestReceipts::notAnswered()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(stanza);
    QVERIFY(rig.sent().isEmpty());
}

void TestReceipts::answered_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("chat") << QByteArray("chat");
    QTest::newRow("normal") << QByteArray("normal");
}

void TestReceipts::answered()
{
    QFETCH(QByteArray, type);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(message("from='bruno@example.com/x' id='m1' type='" + type + "'", kAsk));
    const XmlElement receipt = rig.takeOnly();
    QCOMPARE(receipt.attribute(u"to"), u"bruno@example.com/x"_s);
    QCOMPARE(receipt.attribute(u"type"), type == "chat" ? u"chat"_s : QString());
    QVERIFY(!receipt.attribute(u"id").isEmpty());
    QCOMPARE(receipt.children().size(), 1); // XEP-0184 5: nothing else in it
    QCOMPARE(receipt.firstChild(), parsedXml("<received xmlns='urn:xmpp:receipts' id='m1'/>"));
    QCOMPARE(received.size(), 1); // and the message is shown
}

void TestReceipts::answersToADuplicateToo()
{
    ModuleRig rig;
    rig.goOnline();
    const QByteArray stanza = message("from='bruno@example.com/x' id='m1' type='chat'", kAsk);
    rig.receive(stanza + stanza);
    QCOMPARE(rig.sent().size(), 2); // the first may have been lost
}

void TestReceipts::notAnsweredWhenSwitchedOff()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<ReceiptsModule>().setAnswering(false);
    rig.receive(message("from='bruno@example.com/x' id='m1' type='chat'", kAsk));
    QVERIFY(rig.sent().isEmpty());
}

void TestReceipts::noReceiptReported_data()
{
    QTest::addColumn<QByteArray>("stanza");
    const QByteArray receipt = "<received xmlns='urn:xmpp:receipts' id='m1'/>";
    QTest::newRow("groupchat") << message("from='room@muc.example.org/x' type='groupchat'", receipt);
    QTest::newRow("error") << message("from='bruno@example.com/x' type='error'", receipt);
    QTest::newRow("without id") << message("from='bruno@example.com/x' type='chat'",
                                           "<received xmlns='urn:xmpp:receipts'/>");
    QTest::newRow("empty id") << message("from='bruno@example.com/x' type='chat'",
                                         "<received xmlns='urn:xmpp:receipts' id=''/>");
    QTest::newRow("another namespace")
        << message("from='bruno@example.com/x' type='chat'", "<received xmlns='urn:x' id='m1'/>");
    QTest::newRow("from ourselves") << message("from='ana@example.org/phone' type='chat'", receipt);
    QTest::newRow("that our other device sent") << copied(
        "sent",
        "<message xmlns='jabber:client' from='ana@example.org/phone' to='bruno@example.com' type='chat'>"
            + receipt + "</message>");
    QTest::newRow("a forged copy")
        << copied("received",
                  "<message xmlns='jabber:client' from='bruno@example.com' to='ana@example.org'>" + receipt
                      + "</message>")
               .replace("from='ana@example.org' type", "from='mallory@example.net' type");
}

void TestReceipts::noReceiptReported()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy delivered(&rig.module<ReceiptsModule>(), &ReceiptsModule::delivered);
    rig.receive(stanza);
    QCOMPARE(delivered.size(), 0);
}

void TestReceipts::receiptReported_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::addColumn<QString>("from");
    const QByteArray receipt = "<received xmlns='urn:xmpp:receipts' id='m1'/>";
    QTest::newRow("chat") << message("from='bruno@example.com/x' type='chat'", receipt)
                          << u"bruno@example.com"_s;
    QTest::newRow("normal") << message("from='bruno@example.com/x'", receipt) << u"bruno@example.com"_s;
    // Reported with its own address: it finds no message of ours in the chat with them (SECURITY A67).
    QTest::newRow("somebody else") << message("from='mallory@example.net/x'", receipt)
                                   << u"mallory@example.net"_s;
    QTest::newRow("for what our other device sent")
        << copied("received",
                  "<message xmlns='jabber:client' from='bruno@example.com/x' to='ana@example.org/phone' "
                  "type='chat'>"
                      + receipt + "</message>")
        << u"bruno@example.com"_s;
}

void TestReceipts::receiptReported()
{
    QFETCH(QByteArray, stanza);
    QFETCH(QString, from);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy delivered(&rig.module<ReceiptsModule>(), &ReceiptsModule::delivered);
    QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(stanza);
    QCOMPARE(delivered.size(), 1);
    QCOMPARE(delivered.first().at(0).toString(), u"m1"_s);
    QCOMPARE(delivered.first().at(1).value<Jid>(), jid(from));
    QCOMPARE(withWords(received).size(), 0);
}

void TestReceipts::asksFor_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("asks");
    QTest::newRow("groupchat") << int(Message::Type::Groupchat) << u"x"_s << false;
    QTest::newRow("headline") << int(Message::Type::Headline) << u"x"_s << false;
    QTest::newRow("no body") << int(Message::Type::Chat) << QString() << false;
    QTest::newRow("chat") << int(Message::Type::Chat) << u"x"_s << true;
    QTest::newRow("empty body") << int(Message::Type::Chat) << u""_s << true;
}

void TestReceipts::asksFor()
{
    QFETCH(int, type);
    QFETCH(QString, body);
    QFETCH(bool, asks);
    ModuleRig rig;
    rig.goOnline();
    rig.host().send(Message{.to = jid(u"bruno@example.com"_s), .type = Message::Type(type), .body = body});
    QCOMPARE(!rig.takeOnly().child(u"request", u"urn:xmpp:receipts").isNull(), asks);
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
