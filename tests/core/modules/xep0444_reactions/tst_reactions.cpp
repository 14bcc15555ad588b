// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Emoji.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0444_reactions/Reactions.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestReactions : public QObject
{
    Q_OBJECT

    static Message message(const QByteArray &inside)
    {
        return *Message::fromXml(parsedXml("<message type='chat'>" + inside + "</message>"));
    }
    static QByteArray set(const QByteArray &inside)
    {
        return "<reactions xmlns='urn:xmpp:reactions:0' id='m1'>" + inside + "</reactions>";
    }

private Q_SLOTS:
    void emoji_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        for (const QString &no :
             {u""_s, u"a"_s, u"1"_s, u"#"_s, u"+1"_s, u":)"_s, u"👍👍"_s, u"👍 "_s, u"<b>"_s, u"\u202e"_s,
              u"🇪"_s, u"\u200d"_s, u"👍\u200d"_s, u"\u200d👍"_s, u"1\ufe0f"_s, u"ñ"_s, u"👍a"_s})
            QTest::addRow("no %s", qPrintable(no)) << no << false;
        QTest::newRow("endless") << u"👍"_s + QString(100, QChar(0xfe0f)) << false;
        for (const QString &yes :
             {u"👍"_s, u"👍🏾"_s, u"❤"_s, u"❤️"_s, u"👨‍👨‍👦‍👦"_s, u"🇪🇸"_s, u"1️⃣"_s, u"#⃣"_s,
              u"🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s, u"🏳️‍🌈"_s, u"☠️"_s, u"🫨"_s, u"👩🏽‍🚀"_s})
            QTest::addRow("yes %s", qPrintable(yes)) << yes << true;
    }

    void emoji()
    {
        QFETCH(QString, text);
        QFETCH(bool, is);
        QCOMPARE(isEmoji(text), is);
    }

    void none_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("without id") << QByteArray("<reactions xmlns='urn:xmpp:reactions:0'/>");
        QTest::newRow("empty id") << QByteArray("<reactions xmlns='urn:xmpp:reactions:0' id=''/>");
        QTest::newRow("another namespace") << QByteArray("<reactions xmlns='urn:x' id='m1'/>");
        QTest::newRow("two sets") << set("<reaction>👍</reaction>") + set({});
    }

    void none()
    {
        QFETCH(QByteArray, inside);
        QVERIFY(!ReactionsModule::reactionsIn(message(inside)));
    }

    void some_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QStringList>("emojis");
        QTest::newRow("taken back") << QByteArray() << QStringList();
        QTest::newRow("two") << QByteArray("<reaction>👍</reaction><reaction>❤️</reaction>")
                             << QStringList({u"👍"_s, u"❤️"_s});
        QTest::newRow("the same twice")
            << QByteArray("<reaction>👍</reaction><reaction>👍</reaction>") << QStringList{u"👍"_s};
        QTest::newRow("no emoji, and one")
            << QByteArray("<reaction>&lt;b&gt;</reaction><reaction/><reaction> 👍 </reaction>")
            << QStringList{u"👍"_s};
        QTest::newRow("as Dino writes them")
            << QByteArray("<reaction>😍\xef\xb8\x8f</reaction><reaction>😍</reaction>"
                          "<reaction>❤</reaction><reaction>❤\xef\xb8\x8f</reaction>")
            << QStringList({u"😍"_s, u"❤\ufe0f"_s});
        QTest::newRow("another namespace")
            << QByteArray("<reaction xmlns='urn:x'>👍</reaction>") << QStringList();
    }

    void some()
    {
        QFETCH(QByteArray, inside);
        QFETCH(QStringList, emojis);
        const auto read = ReactionsModule::reactionsIn(message(set(inside)));
        QCOMPARE(read, (Reactions{u"m1"_s, emojis}));
        QCOMPARE(Reactions::fromXml(read->toElement()).value(), *read);
    }

    void aFlood()
    {
        QByteArray flood;
        for (char32_t c = 0x1f600; c < 0x1f640; ++c)
            flood += "<reaction>" + QString::fromUcs4(&c, 1).toUtf8() + "</reaction>";
        QCOMPARE(ReactionsModule::reactionsIn(message(set(flood)))->emojis.size(), Reactions::kMost);
    }

    void wordsBeside()
    {
        QVERIFY(ReactionsModule::saidBesides(message(set({}))).isNull());
        QCOMPARE(ReactionsModule::saidBesides(message(set({}) + "<body>words</body>")), u"words"_s);
        const QByteArray fallback = "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reactions:0'/>";
        QVERIFY(ReactionsModule::saidBesides(message(set({}) + "<body>👍</body>" + fallback)).isNull());
        // Without a set there is nothing that it could stand in for.
        QCOMPARE(ReactionsModule::saidBesides(message("<body>words</body>" + fallback)), u"words"_s);
    }

    void onTheWire()
    {
        ModuleRig rig;
        rig.goOnline();
        Message outgoing{.to = jid(u"bruno@example.com"_s), .id = u"r1"_s};
        ReactionsModule::mark(outgoing, {u"m1"_s, {u"👍"_s}});
        rig.module<MessagingModule>().send(outgoing).ignore();
        QCOMPARE(
            rig.takeOnly(),
            parsedXml("<message to='bruno@example.com' type='chat' id='r1'>"
                      "<reactions xmlns='urn:xmpp:reactions:0' id='m1'><reaction>👍</reaction></reactions>"
                      "<store xmlns='urn:xmpp:hints'/></message>"));
    }
};

QTEST_GUILESS_MAIN(TestReactions)
#include "tst_reactions.moc"
