// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0172_nick/Nick.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

QByteArray pepEvent(const QByteArray &from, const QByteArray &content, const QByteArray &type = "headline")
{
    return "<message type='" + type + "'" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
        + "><event xmlns='http://jabber.org/protocol/pubsub#event'>" + content + "</event></message>";
}

QByteArray nick(const QByteArray &from, const QByteArray &text)
{
    return pepEvent(from,
                    "<items node='http://jabber.org/protocol/nick'><item id='current'>"
                    "<nick xmlns='http://jabber.org/protocol/nick'>"
                        + text + "</nick></item></items>");
}

} // namespace

class TestNick : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ignored_data();
    void ignored();
    void changed_data();
    void changed();
    void published();
};

void TestNick::ignored_data() // SECURITY A59
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("stranger") << nick("mallory@example.net", "Bruno");
    QTest::newRow("a device") << nick("bruno@example.com/x", "Bruno");
    QTest::newRow("server") << nick("example.org", "Bruno");
    QTest::newRow("in a chat") << pepEvent("bruno@example.com",
                                           "<items node='http://jabber.org/protocol/nick'><item><nick "
                                           "xmlns='http://jabber.org/protocol/nick'>x</nick></item></items>",
                                           "chat");
    QTest::newRow("configuration") << pepEvent("bruno@example.com",
                                               "<configuration node='http://jabber.org/protocol/nick'/>");
}

void TestNick::ignored()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<NickModule>(), &NickModule::nicknameChanged);
    rig.receive(stanza);
    QCOMPARE(spy.size(), 0);
    QVERIFY(rig.sent().isEmpty());
}

void TestNick::changed_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::addColumn<QString>("nickname");
    QTest::newRow("empty") << nick("bruno@example.com", {}) << QString();
    QTest::newRow("retracted") << pepEvent("bruno@example.com",
                                           "<items node='http://jabber.org/protocol/nick'>"
                                           "<retract id='current'/></items>")
                               << QString();
    QTest::newRow("lines") << nick("bruno@example.com", " B\n\nruno\t ") << u"B runo"_s;
    QTest::newRow("long") << nick("bruno@example.com", QByteArray(9'000, 'x')) << QString(200, u'x');
    QTest::newRow("plain") << nick("bruno@example.com", "&lt;b&gt;") << u"<b>"_s;
    QTest::newRow("whom we see only") << nick("carla@example.com", "Carla") << u"Carla"_s;
    QTest::newRow("our own, from left out") << nick({}, "Ana") << u"Ana"_s;
}

void TestNick::changed()
{
    QFETCH(QByteArray, stanza);
    QFETCH(QString, nickname);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<NickModule>(), &NickModule::nicknameChanged);
    rig.receive(stanza);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(1).toString(), nickname);
}

void TestNick::published()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<NickModule>().publish(u"Ana"_s).ignore();
    const XmlElement asked = rig.takeRequest(u"http://jabber.org/protocol/pubsub"_s);
    QVERIFY(!asked.hasAttribute(u"to"));
    QCOMPARE(asked.firstChild(),
             parsedXml("<pubsub xmlns='http://jabber.org/protocol/pubsub'>"
                       "<publish node='http://jabber.org/protocol/nick'><item id='current'>"
                       "<nick xmlns='http://jabber.org/protocol/nick'>Ana</nick></item></publish></pubsub>"));
}

QTEST_GUILESS_MAIN(TestNick)
#include "tst_nick.moc"
