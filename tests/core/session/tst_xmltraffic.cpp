// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/XmlTraffic.h"
#include "core/session/XmppSession.h"
#include "tests/support/SessionRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_XmlTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void check_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<int>("fault"); // -1: none
        const auto row
            = [](const char *name, const QByteArray &xml, int fault) { QTest::newRow(name) << xml << fault; };
        const auto fault = [](XmlFault which) { return int(which); };
        row("nothing", "", fault(XmlFault::NotOne));
        row("half a tag", "<presence", fault(XmlFault::Unfinished));
        row("open", "<message to='a@example.org'><body>x</body>", fault(XmlFault::Unfinished));
        row("crossed", "<message><body></message></body>", fault(XmlFault::Broken));
        row("an entity", "<message><body>&evil;</body></message>", fault(XmlFault::Broken));
        row("a document type", "<!DOCTYPE x><presence/>", fault(XmlFault::Broken));
        row("two", "<presence/><presence/>", fault(XmlFault::NotOne));
        row("text", "hello", fault(XmlFault::NotOne));
        row("the end of the stream", "</stream:stream>", fault(XmlFault::NotOne));
        row("no stanza", "<r xmlns='urn:xmpp:sm:3'/>", fault(XmlFault::NotAStanza));
        row("an answer", "<iq type='result' id='1'/>", fault(XmlFault::NotAStanza));
        row("two questions", "<iq type='get' id='1'><a xmlns='b'/><a xmlns='b'/></iq>",
            fault(XmlFault::NotAStanza));
        row("a question", "<iq type='get' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>", -1);
        row("a message", " <message to='a@example.org'><body>x</body></message>\n", -1);
        row("a presence", "<presence><show>away</show></presence>", -1);
    }
    void check()
    {
        QFETCH(QByteArray, xml);
        QFETCH(int, fault);
        const auto found = XmlTraffic::check(xml);
        QCOMPARE(found ? int(*found) : -1, fault);
    }

    void sendsAndShows()
    {
        SessionRig rig;
        XmlTraffic &traffic = rig.session->xml();
        QCOMPARE(traffic.send("<presence/>"), std::optional(XmlFault::NotOnline));
        QByteArray sent;
        QByteArray heard;
        auto listener = std::make_unique<QObject>();
        connect(&traffic, &XmlTraffic::passed, listener.get(),
                [&](bool outgoing, const QByteArray &xml) { (outgoing ? sent : heard) += xml; });
        rig.bringOnline();
        // SECURITY: what logs in is not shown.
        QVERIFY(sent.contains("<!-- authentication -->"));
        QVERIFY(!sent.contains("<auth") && !sent.contains("<response") && !heard.contains("<challenge"));
        sent.clear();
        QVERIFY(!traffic.send("<iq type='get' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>"));
        QTRY_VERIFY(sent.contains("urn:xmpp:ping"));
        QVERIFY(!traffic.send("<iq type='set'><query xmlns='jabber:iq:register'><password>hunter2</password>"
                              "</query></iq>"));
        QTRY_VERIFY(sent.contains("<!-- password -->"));
        QVERIFY(!sent.contains("hunter2"));
        listener.reset();
        sent.clear();
        QVERIFY(!traffic.send("<presence><show>away</show></presence>"));
        QCoreApplication::processEvents();
        QVERIFY(sent.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_XmlTraffic)
#include "tst_xmltraffic.moc"
