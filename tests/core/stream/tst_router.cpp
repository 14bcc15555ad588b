// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/PubsubEvent.h"
#include "tests/support/ScriptedServer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kSpace = u"urn:probe"_s;

/// Wants one of everything from the senders it is made for, and remembers what came.
class Probe : public Module
{
    Q_OBJECT
public:
    Probe(ModuleHost &host, Senders from)
        : Module(host)
        , m_from(from)
    {
    }

    Manifest manifest() override
    {
        Manifest manifest;
        manifest.name = u"probe"_s;
        manifest.features = {u"urn:probe"_s, u"urn:a"_s, u"urn:probe"_s};
        manifest.iqs
            = {{Iq::Type::Get, u"ask"_s, kSpace, m_from,
                [this](const Iq &iq) -> IqRoute::Answer {
                    seen.append(u"iq from "_s + iq.from.toString());
                    return XmlElement(u"told"_s, kSpace);
                }},
               {Iq::Type::Set, u"fail"_s, kSpace, m_from,
                [](const Iq &) -> IqRoute::Answer { return std::unexpected(StanzaError::notAllowed()); }},
               {Iq::Type::Set, u"empty"_s, kSpace, m_from,
                [](const Iq &) -> IqRoute::Answer { return XmlElement(); }}};
        manifest.messages = {{20,
                              {},
                              {},
                              m_from,
                              [this](const Message &message) {
                                  seen.append(u"message "_s + message.body);
                                  lastFrom = message.from;
                                  return false;
                              }},
                             {10, u"swallow"_s, kSpace, m_from, [this](const Message &) {
                                  seen.append(u"swallowed"_s);
                                  return true;
                              }}};
        manifest.presences = {{m_from, [this](const Presence &presence) {
                                   seen.append(u"presence "_s + presence.from.toString());
                               }}};
        manifest.pepNodes = {{u"urn:node"_s, m_from, [this](const PepEvent &event) {
                                  seen.append(u"pep %1 %2 %3"_s.arg(event.sender.toString())
                                                  .arg(event.items.size())
                                                  .arg(event.retracted.size()));
                              }}};
        manifest.messageDecorators
            = {{2, [](Message &m) { m.payloads.append(XmlElement(u"second"_s, kSpace)); }},
               {1, [](Message &m) { m.payloads.append(XmlElement(u"first"_s, kSpace)); }}};
        manifest.presenceDecorators
            = {{1, [](Presence &p) { p.payloads.append(XmlElement(u"mark"_s, kSpace)); }}};
        return manifest;
    }
    void streamStarted(StreamStart start) override
    {
        seen.append(start == StreamStart::Fresh ? u"fresh"_s : u"resumed"_s);
    }
    void streamSuspended() override { seen.append(u"suspended"_s); }
    void streamEnded() override { seen.append(u"ended"_s); }

    ModuleHost &stream() const { return host(); }
    QStringList take() { return std::exchange(seen, {}); }

    QStringList seen;
    Jid lastFrom;

private:
    Senders m_from;
};

Message chat(const char *to, const char *body)
{
    Message message;
    message.to = *Jid::parse(QString::fromUtf8(to));
    message.body = QString::fromUtf8(body);
    return message;
}

Iq question(const char *to)
{
    Iq iq;
    if (*to)
        iq.to = *Jid::parse(QString::fromUtf8(to));
    iq.payload = XmlElement(u"what"_s, kSpace);
    return iq;
}

constexpr char kUnavailable[] = "<error type='cancel'><service-unavailable "
                                "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_server;
    Probe *m_probe = nullptr;

    void begin(Senders from)
    {
        m_server = std::make_unique<ScriptedServer>();
        m_probe = m_server->add<Probe>(from);
        m_server->stream.setContactTest(
            [](const Jid &jid) { return jid.toString() == u"bruno@example.net"; });
        m_server->stream.setRoomTest(
            [](const Jid &jid) { return jid.toString() == u"room@rooms.example.org"; });
        m_server->bringOnline();
        m_probe->take();
    }

private Q_SLOTS:
    void cleanup() { m_server.reset(); }

    /// The gate: SECURITY A.4.
    void gate_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<int>("allowed");
        const auto row = [](const char *from, Senders allowed) {
            QTest::newRow(*from ? from : "absent") << QByteArray(from) << int(allowed | Sender::Anyone);
        };
        row("", Sender::OwnAccount);
        row("ana@example.org", Sender::OwnAccount);
        row("ANA@Example.ORG", Sender::OwnAccount);
        row("ana@example.org/desk", Sender::OwnResource);
        row("ana@example.org/phone", Sender::OwnResource);
        row("example.org", Sender::OwnServer);
        row("example.org/ana", {});
        row("bruno@example.net", Sender::Contact);
        row("bruno@example.net/x", Sender::Contact);
        row("mallory@example.net/x", {});
        row("ana@example.org.evil.example", {});
        row("room@rooms.example.org", Sender::JoinedRoom);
        row("room@rooms.example.org/bruno", Sender::JoinedRoom);
        row("other@rooms.example.org/bruno", {});
    }

    void gate()
    {
        QFETCH(QByteArray, from);
        QFETCH(int, allowed);
        const QByteArray attribute = from.isEmpty() ? QByteArray() : " from='" + from + "'";
        for (const Sender sender : {Sender::OwnAccount, Sender::OwnServer, Sender::Contact,
                                    Sender::JoinedRoom, Sender::OwnResource, Sender::Anyone}) {
            begin(sender);
            const bool open = (allowed & int(sender)) != 0;
            m_server->send("<message" + attribute + "><body>hi</body></message>");
            QCOMPARE(m_probe->take(), open ? QStringList{u"message hi"_s} : QStringList());
            m_server->send("<presence" + attribute + "/>");
            QCOMPARE(m_probe->take().size(), open ? 1 : 0);
            m_server->send("<iq type='get' id='q'" + attribute + "><ask xmlns='urn:probe'/></iq>");
            QCOMPARE(m_probe->take().size(), open ? 1 : 0);
            const QByteArray to = from.isEmpty()
                ? QByteArray()
                : " to='" + (from == "ANA@Example.ORG" ? QByteArray("ana@example.org") : from) + "'";
            if (open)
                m_server->expect("<iq type='result' id='q'" + to + "><told xmlns='urn:probe'/></iq>");
            else
                m_server->expect("<iq type='error' id='q'" + to + ">" + kUnavailable + "</iq>");
            // PEP speaks with bare addresses.
            m_server->send("<message type='headline'" + attribute
                           + "><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='urn:node'>"
                             "<item id='1'><p xmlns='urn:p'/></item></items></event></message>");
            const bool bare = !from.contains('/');
            QCOMPARE(m_probe->take().filter(u"pep"_s).size(), open && bare ? 1 : 0);
        }
    }

    void fillsInTheMissingSender()
    {
        begin(Sender::Anyone);
        m_server->send("<message><body>hi</body></message>");
        QCOMPARE(m_probe->lastFrom.toString(), u"ana@example.org"_s);
        m_server->send("<presence/>");
        m_server->send("<message type='headline'><event xmlns='http://jabber.org/protocol/pubsub#event'>"
                       "<purge node='urn:node'/></event></message>");
        QCOMPARE(m_probe->take(),
                 QStringList({u"message hi"_s, u"presence ana@example.org"_s, u"pep ana@example.org 0 1"_s}));
    }

    /// SECURITY A10, A11.
    void onlyStanzasOfTheStreamAreDispatched_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("jabber:server")
            << QByteArray("<message xmlns='jabber:server'><body>x</body></message>");
        QTest::newRow("unknown namespace") << QByteArray("<message xmlns='urn:x'><body>x</body></message>");
        QTest::newRow("no namespace") << QByteArray("<message xmlns=''><body>x</body></message>");
        QTest::newRow("iq elsewhere")
            << QByteArray("<iq xmlns='urn:x' type='get' id='1'><ask xmlns='urn:probe'/></iq>");
        QTest::newRow("unknown name") << QByteArray("<whisper><body>x</body></whisper>");
        QTest::newRow("nested in an unknown element")
            << QByteArray("<x xmlns='urn:x'><message xmlns='jabber:client'><body>x</body></message></x>");
        QTest::newRow("bad sender") << QByteArray("<message from='@'><body>x</body></message>");
        QTest::newRow("presence with a bad type") << QByteArray("<presence type='whatever'/>");
        QTest::newRow("bad sender of a request")
            << QByteArray("<iq from='a b@c' type='get' id='1'><ask xmlns='urn:probe'/></iq>");
        QTest::newRow("request without id") << QByteArray("<iq type='get'><ask xmlns='urn:probe'/></iq>");
        QTest::newRow("answer nobody asked for") << QByteArray("<iq type='result' id='zz'/>");
        QTest::newRow("error nobody asked for") << QByteArray("<iq type='error' id='zz'/>");
        QTest::newRow("iq of an unknown type")
            << QByteArray("<iq type='x' id='1'><ask xmlns='urn:probe'/></iq>");
    }

    void onlyStanzasOfTheStreamAreDispatched()
    {
        QFETCH(QByteArray, xml);
        begin(Sender::Anyone);
        m_server->send(xml);
        QCOMPARE(m_probe->take(), QStringList());
        m_server->expectNothing();
        m_server->send("<message><body>next</body></message>");
        QCOMPARE(m_probe->take(), QStringList{u"message next"_s});
    }

    void nestedStanzasStayInside()
    {
        begin(Sender::Anyone);
        m_server->send("<message><body>outer<message><body>inner</body></message></body></message>");
        QCOMPARE(m_probe->take(), QStringList{u"message outer"_s});
    }

    /// SECURITY A12: what is malformed costs exactly itself.
    void malformedStanzasCostOnlyThemselves()
    {
        begin(Sender::Anyone);
        const QByteArrayList malformed{
            "<message from='@'/>",
            "<message to=''/>",
            "<message from='a@b@c'><x/><y/></message>",
            "<presence from='/'/>",
            "<presence type=''/>",
            "<iq/>",
            "<iq type='get'/>",
            "<iq type='result'/>",
            "<iq type='error'><error/></iq>",
            "<iq id='' type='set'><x xmlns='u'/></iq>",
            "<message><body><body><body/></body></body></message>",
            "<message xml:lang=''/>",
            "<message><event xmlns='http://jabber.org/protocol/pubsub#event'/></message>",
            "<message><event xmlns='http://jabber.org/protocol/pubsub#event'><items/></event></message>",
            "<message><event xmlns='http://jabber.org/protocol/pubsub#event'><items "
            "node=''/></event></message>",
            "<message><event xmlns='http://jabber.org/protocol/pubsub#event'>text</event></message>",
            "<iq type='get' id='1' from='x@'><ask xmlns='urn:probe'/><message/></iq>"};
        for (const QByteArray &xml : malformed) {
            m_probe->take();
            m_server->send(xml + "<message><body>after</body></message>");
            QCOMPARE(m_probe->take().last(), u"message after"_s);
        }
    }

    void ordersMessageRoutes()
    {
        begin(Sender::Anyone);
        m_server->send("<message><swallow xmlns='urn:probe'/><body>x</body></message>");
        QCOMPARE(m_probe->take(), QStringList{u"swallowed"_s});
    }

    /// SECURITY A55, A78: the same answer for what nobody claims and for who may not ask.
    void answersAreTheSameForStrangers()
    {
        begin(Sender::Contact);
        const QByteArray expected
            = QByteArray("<iq type='error' id='q' to='mallory@example.net/x'>") + kUnavailable + "</iq>";
        for (const QByteArray payload : {"<ask xmlns='urn:probe'/>", "<ask xmlns='urn:nobody'/>",
                                         "<x xmlns='u'/><y xmlns='u'/>", "plain"}) {
            m_server->send("<iq type='get' id='q' from='mallory@example.net/x'>" + payload + "</iq>");
            m_server->expect(expected);
            m_server->clock.advance(std::chrono::seconds(1));
        }
        m_server->send("<iq type='set' id='q' from='mallory@example.net/x'><ask xmlns='urn:probe'/></iq>");
        m_server->expect(expected);
        QCOMPARE(m_probe->take(), QStringList());
    }

    void repliesWithWhatTheHandlerReturns()
    {
        begin(Sender::Contact);
        m_server->send("<iq type='set' id='1' from='bruno@example.net/x'><fail xmlns='urn:probe'/></iq>");
        m_server->expect("<iq type='error' id='1' to='bruno@example.net/x'><error type='cancel'>"
                         "<not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        m_server->send("<iq type='set' id='2' from='bruno@example.net/x'><empty xmlns='urn:probe'/></iq>");
        m_server->expect("<iq type='result' id='2' to='bruno@example.net/x'/>");
        m_server->send("<iq type='set' id='3' from='bruno@example.net/x'/>");
        m_server->expect("<iq type='error' id='3' to='bruno@example.net/x'><error type='modify'>"
                         "<bad-request xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    /// SECURITY A122.
    void answersAreRationed()
    {
        begin(Sender::Contact);
        const auto flood = [this](const QByteArray &from, int count) {
            QByteArray xml;
            for (int i = 0; i < count; ++i)
                xml += "<iq type='get' id='f' from='" + from + "/r" + QByteArray::number(i)
                    + "'><ping xmlns='urn:xmpp:ping'/></iq>";
            m_server->send(xml);
            return m_server->skip().size();
        };
        QCOMPARE(flood("mallory@example.net", 500), 20);
        QCOMPARE(flood("mallory@example.net", 500), 0);
        qsizetype others = 0;
        for (int i = 0; i < 20; ++i)
            others += flood("m" + QByteArray::number(i) + "@example.net", 20);
        QCOMPARE(others, 80);
        m_server->clock.advance(std::chrono::seconds(1));
        QCOMPARE(flood("mallory@example.net", 30), 20);
        // What our own server pushes is always answered.
        m_server->send(QByteArray("<iq type='set' id='r'><x xmlns='u'/></iq>").repeated(300));
        QCOMPARE(m_server->skip().size(), 300);
    }

    void pepEvents()
    {
        begin(Sender::Contact);
        const auto event = [](const char *inside, const char *type = "headline") -> QByteArray {
            return QByteArray("<message from='bruno@example.net' type='") + type
                + "'><event xmlns='http://jabber.org/protocol/pubsub#event'>" + inside + "</event></message>";
        };
        m_server->send(event("<items node='urn:node'><item id='1'><a xmlns='u'/></item><item/></items>"));
        QCOMPARE(m_probe->take(), QStringList{u"pep bruno@example.net 2 0"_s});
        m_server->send(event("<items node='urn:node'><retract id='1'/><retract/></items>", "normal"));
        QCOMPARE(m_probe->take(), QStringList{u"pep bruno@example.net 0 1"_s});
        m_server->send(event("<delete node='urn:node'/>"));
        QCOMPARE(m_probe->take(), QStringList{u"pep bruno@example.net 0 1"_s});
        m_server->send(event("<items node='urn:node'/>"));
        QCOMPARE(m_probe->take(), QStringList{u"pep bruno@example.net 0 0"_s});
        // Not of a type that events have, of a node nobody wants, of another kind: these are plain messages.
        m_server->send(event("<items node='urn:node'/>", "chat"));
        m_server->send(event("<items node='urn:other'/>"));
        m_server->send(event("<configuration node='urn:node'/>"));
        QCOMPARE(m_probe->take().filter(u"pep"_s), QStringList());
    }

    void announcesSortedFeatures()
    {
        begin(Sender::Anyone);
        QCOMPARE(m_probe->stream().announcedFeatures(),
                 QStringList({u"urn:a"_s, u"urn:node+notify"_s, u"urn:probe"_s}));
        QCOMPARE(m_probe->stream().module<Probe>(), m_probe);
    }

    void decoratesWhatGoesOut()
    {
        begin(Sender::Anyone);
        m_probe->stream().send(chat("bruno@example.net", "hi"));
        m_server->expect("<message to='bruno@example.net' type='chat' id='*'><body>hi</body>"
                         "<first xmlns='urn:probe'/><second xmlns='urn:probe'/></message>");
        m_probe->stream().send(Presence());
        m_server->expect("<presence><mark xmlns='urn:probe'/></presence>");
    }

    /// SECURITY A53: the answer counts only from whom was asked.
    void forgedAnswersChangeNothing_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("forger");
        QTest::addColumn<QByteArray>("truth");
        const auto row = [](const char *name, const char *to, const char *forger, const char *truth) {
            QTest::newRow(name) << QByteArray(to) << QByteArray(forger) << QByteArray(truth);
        };
        row("account, by a stranger", "", "mallory@example.net/x", "");
        row("account, by a contact", "", "bruno@example.net", "");
        row("account, by our server's domain", "", "example.org", "");
        row("account, by our own resource", "", "ana@example.org/desk", "");
        row("account, by another resource", "", "ana@example.org/phone", "ana@example.org");
        row("account by address, truth without from", "ana@example.org", "mallory@example.net", "");
        row("contact, by nobody", "bruno@example.net/x", "", "bruno@example.net/x");
        row("contact, by their bare address", "bruno@example.net/x", "bruno@example.net",
            "bruno@example.net/x");
        row("contact, by another resource", "bruno@example.net/x", "bruno@example.net/y",
            "bruno@example.net/x");
        row("contact, by their server", "bruno@example.net", "example.net", "bruno@example.net");
        row("server, by nobody", "example.org", "", "example.org");
        row("service, by a stranger", "upload.example.org", "mallory@example.net", "upload.example.org");
    }

    void forgedAnswersChangeNothing()
    {
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, forger);
        QFETCH(QByteArray, truth);
        begin(Sender::Anyone);
        const auto from = [](const QByteArray &address) {
            return address.isEmpty() ? QByteArray() : " from='" + address + "'";
        };
        QStringList answers;
        m_probe->stream().request(question(to.constData())).then(this, [&](const Result<XmlElement> &answer) {
            answers.append(answer ? answer->name() : u"error"_s);
        });
        m_server->expect("<iq type='get' id='*'" + (to.isEmpty() ? QByteArray() : " to='" + to + "'")
                         + "><what xmlns='urn:probe'/></iq>");
        m_server->send("<iq type='result' id='{id}'" + from(forger) + "><forged xmlns='urn:probe'/></iq>");
        m_server->send("<iq type='error' id='{id}'" + from(forger) + "/>");
        m_server->send("<iq type='result' id='{id}'" + from(forger) + "><a xmlns='u'/><b xmlns='u'/></iq>");
        QCOMPARE(answers, QStringList());
        m_server->send("<iq type='result' id='{id}'" + from(truth) + "><true xmlns='urn:probe'/></iq>");
        QCOMPARE(answers, QStringList{u"true"_s});
        m_server->send("<iq type='result' id='{id}'" + from(truth) + "><twice xmlns='urn:probe'/></iq>");
        QCOMPARE(answers.size(), 1);
        m_server->expectNothing();
    }

    void requestsEnd_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("error") << u"error"_s << ErrorCode::StanzaForbidden;
        QTest::newRow("malformed") << u"malformed"_s << ErrorCode::MalformedReply;
        QTest::newRow("deadline") << u"deadline"_s << ErrorCode::RequestTimedOut;
        QTest::newRow("stream lost, not resumed") << u"lost"_s << ErrorCode::NotConnected;
        QTest::newRow("stream closed") << u"closed"_s << ErrorCode::NotConnected;
        QTest::newRow("asked while offline") << u"offline"_s << ErrorCode::NotConnected;
    }

    void requestsEnd()
    {
        QFETCH(QString, how);
        QFETCH(ErrorCode, code);
        begin(Sender::Anyone);
        if (how == u"offline")
            m_server->cut();
        QList<ErrorCode> ends;
        m_probe->stream()
            .request(question(""), std::chrono::seconds(10))
            .then(this, [&](const Result<XmlElement> &answer) {
                ends.append(answer ? ErrorCode::Cancelled : answer.error().code);
            });
        QCOMPARE(ends.size(), 0);
        if (how == u"offline") {
            settle();
        } else {
            m_server->expect("<iq type='get' id='*'><what xmlns='urn:probe'/></iq>");
            if (how == u"error")
                m_server->answerError("forbidden", "auth");
            else if (how == u"malformed")
                m_server->answer("<a xmlns='u'/><b xmlns='u'/>");
            else if (how == u"deadline")
                m_server->clock.advance(std::chrono::seconds(11));
            else if (how == u"closed")
                m_server->stream.close();
            if (how == u"lost") {
                m_server->cut();
                QCOMPARE(ends.size(), 0);
                m_server->resume(false);
            } else if (how == u"closed") {
                m_server->clock.advance(std::chrono::seconds(2));
            }
        }
        QCOMPARE(ends, QList<ErrorCode>{code});
    }

    void requestsSurviveResumption()
    {
        begin(Sender::Anyone);
        QStringList answers;
        m_probe->stream().request(question("")).then(this, [&](const Result<XmlElement> &answer) {
            answers.append(answer ? answer->name() : u"error"_s);
        });
        m_server->expect("<iq type='get' id='*'><what xmlns='urn:probe'/></iq>");
        m_server->cut();
        m_server->resume();
        m_server->answer("<told xmlns='urn:probe'/>");
        QCOMPARE(answers, QStringList{u"told"_s});
        QCOMPARE(m_probe->take(), QStringList({u"suspended"_s, u"resumed"_s}));
    }

    void tellsModulesWhatBecomesOfTheStream()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_probe = m_server->add<Probe>(Sender::Anyone);
        QCOMPARE(m_probe->stream().isOnline(), false);
        m_server->bringOnline();
        QCOMPARE(m_probe->stream().ownJid().toString(), u"ana@example.org/desk"_s);
        m_server->cut();
        QCOMPARE(m_probe->stream().ownJid().toString(), u"ana@example.org"_s);
        m_server->resume(false);
        QCOMPARE(m_probe->take(), QStringList({u"fresh"_s, u"suspended"_s, u"ended"_s, u"fresh"_s}));
        m_server->stream.close();
        m_server->clock.advance(std::chrono::seconds(2));
        QCOMPARE(m_probe->take(), QStringList({u"suspended"_s, u"ended"_s}));
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
