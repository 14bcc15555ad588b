// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets an answer to which question: SECURITY A55, A73, A78. A stranger must not be able to tell us from
// an absent device.
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0115_caps/Caps.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

struct Request {
    const char *name;
    const char *type;
    const char *payload;
    /// Who is answered: o own account, d own device, s own server, c contact.
    const char *answered;
};

constexpr Request kRequests[] = {
    {"ping", "get", "<ping xmlns='urn:xmpp:ping'/>", "odsc"},
    {"disco info", "get", "<query xmlns='http://jabber.org/protocol/disco#info'/>", "odsc"},
    {"disco items", "get", "<query xmlns='http://jabber.org/protocol/disco#items'/>", "odsc"},
    {"version", "get", "<query xmlns='jabber:iq:version'/>", "dc"},
    {"time", "get", "<time xmlns='urn:xmpp:time'/>", "dc"},
    {"roster push", "set",
     "<query xmlns='jabber:iq:roster'><item jid='bruno@example.com' subscription='both'/></query>", "o"},
    {"block push", "set", "<block xmlns='urn:xmpp:blocking'><item jid='eva@example.com'/></block>", "o"},
    {"unblock push", "set", "<unblock xmlns='urn:xmpp:blocking'><item jid='eva@example.com'/></unblock>",
     "o"},
    {"roster asked of us", "get", "<query xmlns='jabber:iq:roster'/>", ""},
    {"ping set", "set", "<ping xmlns='urn:xmpp:ping'/>", ""},
    {"vcard", "get", "<vCard xmlns='vcard-temp'/>", ""},
    {"last activity", "get", "<query xmlns='jabber:iq:last'/>", "dc"},
    {"remote command", "set",
     "<command xmlns='http://jabber.org/protocol/commands' node='http://jabber.org/protocol/rc#forward' "
     "action='execute'/>",
     ""},
    {"bookmarks", "set", "<query xmlns='jabber:iq:private'><storage xmlns='storage:bookmarks'/></query>", ""},
    {"jingle info", "set", "<query xmlns='google:jingleinfo'/>", ""},
    {"unknown", "set", "<x xmlns='urn:x'/>", ""},
};

struct Asker {
    char letter;
    const char *from;
};
constexpr Asker kAskers[] = {{'o', ""},
                             {'o', "ana@example.org"},
                             {'d', "ana@example.org/phone"},
                             {'s', "example.org"},
                             {'c', "bruno@example.com/x"},
                             {'-', "carla@example.com/x"}, // we see her, she does not see us
                             {'-', "mallory@example.net/x"},
                             {'-', "example.com"}};

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOnlyWhoMayKnow_data();
    void answersOnlyWhoMayKnow();
    void nothingRiskyIsAnnounced();
    void discoNodes();
    void version();
    void time();
};

void TestAnswers::answersOnlyWhoMayKnow_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<bool>("answered");
    for (const Request &request : kRequests)
        for (const Asker &asker : kAskers)
            QTest::addRow("%s from %s", request.name, *asker.from ? asker.from : "nobody")
                << QByteArray(request.type) << QByteArray(request.payload) << QByteArray(asker.from)
                << QByteArray(request.answered).contains(asker.letter);
}

void TestAnswers::answersOnlyWhoMayKnow()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, from);
    QFETCH(bool, answered);
    ModuleRig rig;
    rig.goOnline();
    const QByteArray address = from.isEmpty() ? QByteArray() : QByteArray(" from='" + from + "'");
    rig.receive("<iq type='" + type + "' id='q'" + address + ">" + payload + "</iq>");
    const XmlElement reply = rig.takeOnly();
    QCOMPARE(reply.attribute(u"id"), u"q"_s);
    QCOMPARE(reply.attribute(u"to"), from.isEmpty() ? QString() : QString::fromUtf8(from));
    if (answered)
        QCOMPARE(reply.attribute(u"type"), u"result"_s);
    else
        QCOMPARE(conditionOf(reply), u"service-unavailable"_s);
}

void TestAnswers::nothingRiskyIsAnnounced() // SECURITY A73, A97
{
    ModuleRig rig;
    for (const QString &feature : rig.host().announcedFeatures())
        for (const auto &risky : {u"commands"_s, u"xhtml"_s, u"rc#"_s, u"si/profile"_s, u"bytestreams"_s})
            QVERIFY2(!feature.contains(risky), qPrintable(feature));
}

void TestAnswers::discoNodes()
{
    ModuleRig rig;
    rig.goOnline();
    const auto ask = [&](const QByteArray &what, const QByteArray &node) {
        rig.receive("<iq type='get' id='q' from='bruno@example.com/x'><query "
                    "xmlns='http://jabber.org/protocol/disco#"
                    + what + "' node='" + node + "'/></iq>");
        return rig.takeOnly();
    };
    QCOMPARE(conditionOf(ask("info", "http://jabber.org/protocol/commands")), u"item-not-found"_s);
    QCOMPARE(conditionOf(ask("items", "http://jabber.org/protocol/commands")), u"item-not-found"_s);
    QCOMPARE(conditionOf(ask("info", "https://tertulia.im/#otherversion")), u"item-not-found"_s);
    const QByteArray node = "https://tertulia.im/#" + rig.module<CapsModule>().ownVersion().toUtf8();
    const auto info = DiscoInfo::fromXml(ask("info", node).firstChild());
    QVERIFY(info.has_value());
    QCOMPARE(info->node, QString::fromUtf8(node));
    QCOMPARE(info->features, rig.host().announcedFeatures());
    QVERIFY(info->hasIdentity(u"client", u"pc"));
}

void TestAnswers::version()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive("<iq type='get' id='q' from='bruno@example.com/x'><query xmlns='jabber:iq:version'/></iq>");
    const XmlElement query = rig.takeOnly().firstChild();
    QCOMPARE(query.childText(u"name", u"jabber:iq:version"), u"Tertulia"_s);
    QVERIFY(query.child(u"os", u"jabber:iq:version").isNull());
}

void TestAnswers::time()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive("<iq type='get' id='q' from='bruno@example.com/x'><time xmlns='urn:xmpp:time'/></iq>");
    QCOMPARE(rig.takeOnly().firstChild(),
             parsedXml("<time xmlns='urn:xmpp:time'><tzo>Z</tzo><utc>2026-01-02T03:04:05Z</utc></time>"));
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
