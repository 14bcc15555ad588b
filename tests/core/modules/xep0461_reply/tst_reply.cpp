// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0461_reply/Reply.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestReply : public QObject
{
    Q_OBJECT

    static Message message(const QByteArray &inside)
    {
        return *Message::fromXml(parsedXml("<message>" + inside + "</message>"));
    }

private Q_SLOTS:
    void noReply_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no id") << QByteArray("<reply xmlns='urn:xmpp:reply:0' to='a@b'/>");
        QTest::newRow("empty id") << QByteArray("<reply xmlns='urn:xmpp:reply:0' id=''/>");
        QTest::newRow("endless id") << QByteArray("<reply xmlns='urn:xmpp:reply:0' id='"
                                                  + QByteArray(1001, 'x') + "'/>");
        QTest::newRow("another namespace") << QByteArray("<reply xmlns='urn:x' id='m1'/>");
    }

    void noReply()
    {
        QFETCH(QByteArray, inside);
        QVERIFY(!ReplyModule::replyIn(message(inside)));
    }

    void reply()
    {
        QCOMPARE(ReplyModule::replyIn(message("<reply xmlns='urn:xmpp:reply:0' id='m1' to='a@b/c'/>")),
                 (Reply{u"m1"_s, jid(u"a@b/c"_s)}));
        // A bad address costs only itself.
        QCOMPARE(ReplyModule::replyIn(message("<reply xmlns='urn:xmpp:reply:0' id='m1' to='@'/>")),
                 (Reply{u"m1"_s, {}}));
    }

    void said_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("region");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("example of the XEP")
            << QByteArray("&gt; Anna wrote:\n&gt; We should bake a cake\nGreat idea!")
            << QByteArray("<body start='0' end='38'/>") << u"Great idea!"_s
            << u"Anna wrote:\nWe should bake a cake"_s;
        QTest::newRow("nothing marked")
            << QByteArray("&gt; a\nb") << QByteArray("<body start='9' end='8'/>") << u"> a\nb"_s << u""_s;
        // Nobody can make words vanish.
        QTest::newRow("all of it") << QByteArray("&gt; a\nb") << QByteArray() << u"> a\nb"_s << u""_s;
        QTest::newRow("all but space")
            << QByteArray("&gt; a\n ") << QByteArray("<body start='0' end='4'/>") << u"> a\n "_s << u""_s;
    }

    void said()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, region);
        QFETCH(QString, text);
        QFETCH(QString, quoted);
        const auto said
            = ReplyModule::saidIn(message("<body>" + body
                                          + "</body><reply xmlns='urn:xmpp:reply:0' id='m1'/><fallback "
                                            "xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>"
                                          + region + "</fallback>"));
        QCOMPARE(said.text, text);
        QCOMPARE(said.quoted, quoted);
    }

    void marks_data()
    {
        QTest::addColumn<QString>("quoted");
        QTest::addColumn<QString>("front");
        QTest::newRow("a line") << u"hola"_s << u"> hola\n"_s;
        QTest::newRow("two") << u"hola\namigo"_s << u"> hola\n> amigo\n"_s;
        QTest::newRow("nothing") << u" "_s << u""_s;
        QTest::newRow("emoji") << u"🧛🏾"_s << u"> 🧛🏾\n"_s;
        QTest::newRow("many lines") << u"1\n2\n3\n4\n5"_s << u"> 1\n> 2\n> 3\n> 4…\n"_s;
        QTest::newRow("long") << QString(5000, u'x') << u"> "_s + QString(300, u'x') + u"…\n"_s;
    }

    void marks()
    {
        QFETCH(QString, quoted);
        QFETCH(QString, front);
        Message outgoing{.to = jid(u"a@b"_s), .body = u"yes"_s};
        ReplyModule::mark(outgoing, {u"m1"_s, jid(u"a@b"_s)}, quoted);
        QCOMPARE(outgoing.body, front + u"yes"_s);
        QCOMPARE(ReplyModule::replyIn(outgoing), (Reply{u"m1"_s, jid(u"a@b"_s)}));
        QCOMPARE(ReplyModule::saidIn(outgoing).text, u"yes"_s); // what we write we read
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"r1"_s, .body = u"yes"_s};
        ReplyModule::mark(outgoing, {u"m1"_s, jid(u"bruno@example.com"_s)}, u"cake?"_s);
        rig.module<MessagingModule>().send(outgoing).ignore();
        const XmlElement sent = rig.takeOnly();
        QCOMPARE(sent.childText(u"body", u"jabber:client"), u"> cake?\nyes"_s);
        QCOMPARE(sent.child(u"reply", u"urn:xmpp:reply:0"),
                 parsedXml("<reply xmlns='urn:xmpp:reply:0' to='bruno@example.com' id='m1'/>"));
        QCOMPARE(sent.child(u"fallback", u"urn:xmpp:fallback:0"),
                 parsedXml("<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'>"
                           "<body start='0' end='8'/></fallback>"));
    }
};

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
