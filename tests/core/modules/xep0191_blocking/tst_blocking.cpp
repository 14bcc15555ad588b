// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0191_blocking/Blocking.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kBlocking = u"urn:xmpp:blocking"_s;

QByteArray push(const QByteArray &name, const QByteArray &items, const QByteArray &from = "ana@example.org")
{
    return "<iq type='set' id='p1' from='" + from + "'><" + name + " xmlns='urn:xmpp:blocking'>" + items
        + "</" + name + "></iq>";
}

QByteArray item(const QByteArray &address)
{
    return "<item jid='" + address + "'/>";
}

QStringList listed(const BlockingModule &module)
{
    QStringList all;
    for (const Jid &one : module.list())
        all.append(one.toString());
    all.sort();
    return all;
}

} // namespace

class TestBlocking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheList();
    void emptyList();
    void malformedItemsAreSkipped();
    void listRefused();
    void serverCannot();
    void pushes();
    void samePushTwice();
    void refusedPush_data();
    void refusedPush();
    void badPush_data();
    void badPush();
    void commands();
    void nobodyIsNotEverybody();
    void severalAtOnce();
    void reportsGoAlongWhereTaken_data();
    void reportsGoAlongWhereTaken();
    void blockingNobodyIsRefused();
    void matching_data();
    void matching();
    void listOutlivesTheStream();
};

void TestBlocking::readsTheList()
{
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'>" + item("mallory@example.net") + item("spam.example")
        + "</blocklist>";
    QSignalSpy changed(&rig.module<BlockingModule>(), &BlockingModule::listChanged);
    rig.goOnline();
    QCOMPARE(changed.size(), 1);
    QVERIFY(rig.module<BlockingModule>().isSupported());
    QCOMPARE(listed(rig.module<BlockingModule>()),
             (QStringList{u"mallory@example.net"_s, u"spam.example"_s}));
}

void TestBlocking::emptyList()
{
    ModuleRig rig;
    QSignalSpy changed(&rig.module<BlockingModule>(), &BlockingModule::listChanged);
    rig.goOnline();
    QCOMPARE(changed.size(), 0);
    QVERIFY(listed(rig.module<BlockingModule>()).isEmpty());
}

void TestBlocking::malformedItemsAreSkipped()
{
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'><item/>" + item("@") + item("eva@example.net")
        + "<item xmlns='urn:x' jid='x@example.net'/></blocklist>";
    rig.goOnline();
    QCOMPARE(listed(rig.module<BlockingModule>()), QStringList{u"eva@example.net"_s});
}

void TestBlocking::listRefused()
{
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:x'/>";
    rig.goOnline();
    QVERIFY(rig.module<BlockingModule>().isSupported());
    QVERIFY(listed(rig.module<BlockingModule>()).isEmpty());
}

void TestBlocking::serverCannot()
{
    ModuleRig rig;
    rig.serverFeatures.clear();
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    std::optional<ErrorCode> error;
    module.block(jid(u"eva@example.net"_s)).then(&module, [&](const Result<void> &result) {
        error = result.error().code;
    });
    QTRY_COMPARE(error, ErrorCode::StanzaFeatureNotImplemented);
    QVERIFY(rig.sent().isEmpty());
}

void TestBlocking::pushes()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    QSignalSpy changed(&module, &BlockingModule::listChanged);
    rig.receive(push("block", item("a@example.net") + item("b@example.net") + item("c@example.net")));
    QCOMPARE(rig.takeOnly(), parsedXml("<iq type='result' id='p1' to='ana@example.org'/>"));
    rig.receive(push("unblock", item("a@example.net")));
    QCOMPARE(listed(module), (QStringList{u"b@example.net"_s, u"c@example.net"_s}));
    rig.receive(push("unblock", {})); // everybody
    QVERIFY(listed(module).isEmpty());
    QCOMPARE(changed.size(), 3);
}

void TestBlocking::samePushTwice()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<BlockingModule>(), &BlockingModule::listChanged);
    rig.receive(push("block", item("a@example.net")) + push("block", item("a@example.net")));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(rig.sent().size(), 2);
}

void TestBlocking::refusedPush_data()
{
    QTest::addColumn<QByteArray>("from");
    for (const char *from :
         {"mallory@example.net", "bruno@example.com/x", "example.org", "ana@example.org/phone"})
        QTest::newRow(from) << QByteArray(from);
}

void TestBlocking::refusedPush()
{
    QFETCH(QByteArray, from);
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'>" + item("eva@example.net") + "</blocklist>";
    rig.goOnline();
    QSignalSpy changed(&rig.module<BlockingModule>(), &BlockingModule::listChanged);
    for (const QByteArray &stanza :
         QByteArrayList{push("block", item("bruno@example.com"), from),
                        push("unblock", item("eva@example.net"), from), push("unblock", {}, from)}) {
        rig.receive(stanza);
        QCOMPARE(conditionOf(rig.takeOnly()), u"service-unavailable"_s);
    }
    QCOMPARE(changed.size(), 0);
}

void TestBlocking::badPush_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("block nobody") << push("block", {});
    QTest::newRow("block a bad address") << push("block", item("@"));
    QTest::newRow("unblock a bad address") << push("unblock", item("@"));
}

void TestBlocking::badPush()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'>" + item("eva@example.net") + "</blocklist>";
    rig.goOnline();
    rig.receive(stanza);
    QCOMPARE(conditionOf(rig.takeOnly()), u"bad-request"_s);
    QCOMPARE(listed(rig.module<BlockingModule>()).size(), 1);
}

void TestBlocking::commands()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    module.block(jid(u"eva@example.net"_s)).ignore();
    XmlElement asked = rig.takeRequest(kBlocking);
    QCOMPARE(asked.firstChild(),
             parsedXml("<block xmlns='urn:xmpp:blocking'><item jid='eva@example.net'/></block>"));
    QVERIFY(!asked.hasAttribute(u"to"));
    rig.answer(asked);
    QVERIFY(listed(module).isEmpty()); // the push says it
    module.unblock(jid(u"eva@example.net"_s)).ignore();
    QCOMPARE(rig.takeRequest(kBlocking).firstChild(),
             parsedXml("<unblock xmlns='urn:xmpp:blocking'><item jid='eva@example.net'/></unblock>"));
}

void TestBlocking::nobodyIsNotEverybody()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    std::optional<ErrorCode> error;
    module.unblock(Jid()).then(&module, [&](const Result<void> &result) { error = result.error().code; });
    QTRY_COMPARE(error, ErrorCode::AddressEmpty);
    QVERIFY(rig.sent().isEmpty());
}

void TestBlocking::severalAtOnce()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    for (const QList<Jid> &wrong : {QList<Jid>{}, QList<Jid>{jid(u"eva@example.net"_s), Jid()}}) {
        std::optional<ErrorCode> error;
        module.unblock(wrong).then(&module, [&](const Result<void> &result) { error = result.error().code; });
        QTRY_COMPARE(error, ErrorCode::AddressEmpty);
    }
    QVERIFY(rig.sent().isEmpty());
    module.unblock({jid(u"eva@example.net"_s), jid(u"spam.example"_s)}).ignore();
    QCOMPARE(rig.takeRequest(kBlocking).firstChild(),
             parsedXml("<unblock xmlns='urn:xmpp:blocking'><item jid='eva@example.net'/>"
                       "<item jid='spam.example'/></unblock>"));
}

void TestBlocking::reportsGoAlongWhereTaken_data() // XEP-0377 6
{
    QTest::addColumn<bool>("taken");
    QTest::newRow("not taken") << false;
    QTest::newRow("taken") << true;
}

void TestBlocking::reportsGoAlongWhereTaken()
{
    QFETCH(bool, taken);
    ModuleRig rig;
    if (taken)
        rig.serverFeatures.append(u"urn:xmpp:reporting:1"_s);
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    QCOMPARE(module.takesReports(), taken);
    const Report report{ReportReason::Abuse, {{u"28482-98726-73623"_s, jid(u"ana@example.org"_s)}}};
    module.block(jid(u"eva@example.net"_s), report).ignore();
    const QByteArray said = taken ? "<report xmlns='urn:xmpp:reporting:1' reason='urn:xmpp:reporting:abuse'>"
                                    "<stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' "
                                    "id='28482-98726-73623'/></report>"
                                  : "";
    QCOMPARE(rig.takeRequest(kBlocking).firstChild(),
             parsedXml("<block xmlns='urn:xmpp:blocking'><item jid='eva@example.net'>" + said
                       + "</item></block>"));
    module.block(jid(u"fay@example.net"_s), Report{ReportReason::Spam, {}}).ignore();
    QCOMPARE(rig.takeRequest(kBlocking).toXml().contains("urn:xmpp:reporting:spam"), taken);
    // The report is about the person, whoever is blocked with them.
    module.block({jid(u"eva@example.net"_s), jid(u"example.net"_s)}, report).ignore();
    QCOMPARE(rig.takeRequest(kBlocking).firstChild(),
             parsedXml("<block xmlns='urn:xmpp:blocking'><item jid='eva@example.net'>" + said
                       + "</item><item jid='example.net'/></block>"));
    QVERIFY(rig.sent().isEmpty());
}

void TestBlocking::blockingNobodyIsRefused()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<BlockingModule>();
    QList<ErrorCode> errors;
    for (const QList<Jid> &jids : {QList<Jid>(), QList<Jid>{jid(u"eva@example.net"_s), Jid()}}) {
        module.block(jids).then(&module,
                                [&](const Result<void> &result) { errors.append(result.error().code); });
    }
    QTRY_COMPARE(errors, (QList{ErrorCode::AddressEmpty, ErrorCode::AddressEmpty}));
    QVERIFY(rig.sent().isEmpty());
}

void TestBlocking::matching_data() // XEP-0191 5
{
    QTest::addColumn<QByteArray>("blocked");
    QTest::addColumn<QString>("who");
    QTest::addColumn<bool>("expected");
    QTest::newRow("another resource") << QByteArray("eva@example.net/a") << u"eva@example.net/b"_s << false;
    QTest::newRow("bare of a resource") << QByteArray("eva@example.net/a") << u"eva@example.net"_s << false;
    QTest::newRow("another user") << QByteArray("eva@example.net") << u"fay@example.net"_s << false;
    QTest::newRow("subdomain") << QByteArray("example.net") << u"eva@a.example.net"_s << false;
    QTest::newRow("resource") << QByteArray("eva@example.net/a") << u"eva@example.net/a"_s << true;
    QTest::newRow("any resource") << QByteArray("eva@example.net") << u"eva@example.net/b"_s << true;
    QTest::newRow("domain") << QByteArray("example.net") << u"eva@example.net/b"_s << true;
    QTest::newRow("domain itself") << QByteArray("example.net") << u"example.net"_s << true;
    QTest::newRow("domain's resource") << QByteArray("example.net/r") << u"example.net/r"_s << true;
}

void TestBlocking::matching()
{
    QFETCH(QByteArray, blocked);
    QFETCH(QString, who);
    QFETCH(bool, expected);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(push("block", item(blocked)));
    QCOMPARE(rig.module<BlockingModule>().isBlocked(jid(who)), expected);
}

void TestBlocking::listOutlivesTheStream()
{
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'>" + item("eva@example.net") + "</blocklist>";
    rig.goOnline();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.sent().isEmpty());
    rig.end();
    QVERIFY(rig.module<BlockingModule>().isBlocked(jid(u"eva@example.net"_s)));
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'/>";
    rig.goOnline();
    QVERIFY(listed(rig.module<BlockingModule>()).isEmpty());
}

QTEST_GUILESS_MAIN(TestBlocking)
#include "tst_blocking.moc"
