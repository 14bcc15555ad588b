// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedServer.h"

#include "tests/support/CanonicalXml.h"
#include "tests/support/ScramServer.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const char kManagement[] = "urn:xmpp:sm:3";

bool isStanza(const QDomElement &element)
{
    const QString name = element.localName();
    return element.namespaceURI() == u"jabber:client"
        && (name == u"message" || name == u"presence" || name == u"iq");
}

QCryptographicHash::Algorithm hashOf(const QString &mechanism)
{
    return mechanism.startsWith(u"SCRAM-SHA-512") ? QCryptographicHash::Sha512
        : mechanism.startsWith(u"SCRAM-SHA-256")  ? QCryptographicHash::Sha256
                                                  : QCryptographicHash::Sha1;
}

QByteArray decoded(const QDomElement &element)
{
    return QByteArray::fromBase64(element.text().toLatin1());
}

} // namespace

QByteArray ScriptedServer::inlineOffer()
{
    return "<inline><bind xmlns='urn:xmpp:bind:0'><inline><feature var='urn:xmpp:carbons:2'/>"
           "<feature var='urn:xmpp:csi:0'/><feature var='urn:xmpp:sm:3'/></inline></bind>"
           "<sm xmlns='urn:xmpp:sm:3'/><fast xmlns='urn:xmpp:fast:0'>"
           "<mechanism>HT-SHA-256-NONE</mechanism><mechanism>HT-SHA-256-EXPR</mechanism>"
           "<mechanism>HT-SHA-256-ENDP</mechanism></fast></inline>";
}

ScriptedServer::ScriptedServer()
    : stream({clock, clock, ids, resolver, network.factory()})
{
    settings.account = *Jid::parse(u"ana@example.org"_s);
    settings.resource = u"desk"_s;
    settings.userAgentId = u"5f9b3c1e-0c5e-4f60-9f3a-1d2c3b4a5e6f"_s;
}

ScriptedServer::~ScriptedServer() = default;

void ScriptedServer::fail(const QString &message, Where where)
{
    QTest::qFail(message.toUtf8().constData(), where.file_name(), int(where.line()));
}

void ScriptedServer::check(bool good, const char *message, Where where)
{
    if (!good)
        fail(QString::fromUtf8(message), where);
}

void ScriptedServer::start()
{
    if (!std::exchange(m_modulesGiven, true))
        stream.setModules(std::move(m_modules));
    stream.start(settings, LogInSecrets{.password = password, .certificate = certificate});
    settle();
}

void ScriptedServer::acceptTcp()
{
    settle();
    m_pieces.clear();
    m_bytes.clear();
    m_written.clear();
    m_counting = false;
    if (!wire())
        return;
    wire()->acceptTcp();
    if (wire()->endpoint().security == TransportSecurity::DirectTls)
        wire()->acceptTls();
    settle();
}

void ScriptedServer::sendHeader()
{
    send("<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
         "xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='s"
         + QByteArray::number(++m_streams) + "' version='1.0' xml:lang='en'>");
}

void ScriptedServer::sendFeatures(const QByteArray &inside)
{
    send("<stream:features>" + inside + "</stream:features>");
}

void ScriptedServer::openPlainStream(Where where)
{
    expectHeader(where);
    sendHeader();
    sendFeatures("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>");
}

void ScriptedServer::secure(Where where)
{
    expect("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", where);
    send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    check(wire() && wire()->tlsWanted(), "TLS was not begun", where);
    if (wire())
        wire()->acceptTls();
    settle();
}

void ScriptedServer::openSecureStream(Where where)
{
    expectHeader(where);
    sendHeader();
    QByteArray lists;
    if (!authentication.isEmpty())
        lists += "<authentication xmlns='urn:xmpp:sasl:2'>" + authentication + "</authentication>";
    if (!mechanisms.isNull())
        lists += "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + mechanisms + "</mechanisms>";
    sendFeatures(lists + secureFeatures);
}

void ScriptedServer::authenticate(Where where)
{
    const ParsedStanza parsedAuth = parseStanza(next().xml);
    const QDomElement &auth = parsedAuth.element;
    check(auth.localName() == u"auth", "no <auth/>", where);
    const QString mechanism = auth.attribute(u"mechanism"_s);
    if (mechanism == u"PLAIN") {
        send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        return;
    }
    ScramServer scram(hashOf(mechanism));
    send("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + scram.challenge(decoded(auth)).toBase64()
         + "</challenge>");
    const ParsedStanza parsedResponse = parseStanza(next().xml);
    const QDomElement &response = parsedResponse.element;
    check(response.localName() == u"response", "no <response/>", where);
    if (scram.accepts(decoded(response), password.toUtf8()))
        send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + scram.signature().toBase64()
             + "</success>");
    else
        send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
}

QByteArray ScriptedServer::authenticateAlong(Where where)
{
    const QByteArray xml = next().xml;
    const ParsedStanza parsed = parseStanza(xml);
    const QDomElement &request = parsed.element;
    check(request.localName() == u"authenticate", "no <authenticate/>", where);
    const QString mechanism = request.attribute(u"mechanism"_s);
    const QByteArray first = decoded(request.firstChildElement(u"initial-response"_s));
    m_proof.clear();
    bool accepted = true;
    if (mechanism.startsWith(u"HT-SHA-256-")) {
        const auto hash = [this](const QByteArray &role) {
            return QMessageAuthenticationCode::hash(role + tokenBinding, token.toUtf8(),
                                                    QCryptographicHash::Sha256);
        };
        accepted = first == QByteArray("ana\0", 4) + hash("Initiator");
        m_proof = hash("Responder");
    } else if (mechanism.startsWith(u"SCRAM-")) {
        ScramServer scram(hashOf(mechanism));
        scram.binding = tokenBinding;
        send("<challenge xmlns='urn:xmpp:sasl:2'>" + scram.challenge(first).toBase64() + "</challenge>");
        const ParsedStanza response = parseStanza(next().xml);
        check(response.element.localName() == u"response", "no <response/>", where);
        accepted = scram.accepts(decoded(response.element), password.toUtf8());
        m_proof = scram.signature();
    }
    if (accepted)
        return xml;
    send("<failure xmlns='urn:xmpp:sasl:2'><not-authorized xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>"
         "</failure>");
    return {};
}

void ScriptedServer::succeed(const QByteArray &identity, const QByteArray &inside)
{
    QByteArray content;
    if (!m_proof.isEmpty())
        content = "<additional-data>" + m_proof.toBase64() + "</additional-data>";
    if (!identity.isEmpty())
        content += "<authorization-identifier>" + identity + "</authorization-identifier>";
    send("<success xmlns='urn:xmpp:sasl:2'>" + content + inside + "</success>");
}

void ScriptedServer::succeedBound(const QByteArray &inside)
{
    succeed("ana@example.org/desk",
            "<bound xmlns='urn:xmpp:bind:0'><enabled xmlns='urn:xmpp:sm:3' id='sm-id' resume='true'/></bound>"
                + inside);
    m_handled = 0;
    m_sent = 0;
    m_counting = true;
    sendFeatures("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>"
                 + extraFeatures);
}

void ScriptedServer::openAuthenticatedStream(Where where)
{
    expectHeader(where);
    sendHeader();
    QByteArray features = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>" + extraFeatures;
    if (streamManagement)
        features += "<sm xmlns='urn:xmpp:sm:3'/>";
    sendFeatures(features);
}

void ScriptedServer::bind(Where where)
{
    const ClientBytes::Piece piece = next();
    const ParsedStanza parsed = parseStanza(piece.xml);
    const QDomElement &request = parsed.element;
    const QDomElement wish = request.firstChildElement(u"bind"_s);
    check(!wish.isNull(), "no request to bind", where);
    m_lastId = request.attribute(u"id"_s);
    QString resource = wish.firstChildElement(u"resource"_s).text();
    if (resource.isEmpty())
        resource = u"chosen"_s;
    answer("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>"
           + (settings.account.toString() + u'/' + resource).toUtf8() + "</jid></bind>");
}

void ScriptedServer::enableManagement(Where where)
{
    expect("<enable xmlns='urn:xmpp:sm:3' resume='true'/>", where);
    m_handled = 0;
    m_sent = 0;
    m_counting = true;
    send("<enabled xmlns='urn:xmpp:sm:3' id='sm-id' resume='true'/>");
}

void ScriptedServer::secureLine(Where where)
{
    start();
    acceptTcp();
    if (wire() && wire()->endpoint().security == TransportSecurity::StartTls) {
        openPlainStream(where);
        secure(where);
    }
    openSecureStream(where);
}

void ScriptedServer::login(Where where)
{
    secureLine(where);
    authenticate(where);
    openAuthenticatedStream(where);
}

void ScriptedServer::bringOnline(Where where)
{
    if (authentication.isEmpty()) {
        login(where);
        bind(where);
        if (streamManagement)
            enableManagement(where);
    } else {
        secureLine(where);
        authenticateAlong(where);
        succeedBound();
    }
    check(stream.isOnline(), "the stream did not come online", where);
}

void ScriptedServer::cut(bool losing)
{
    settle();
    if (!losing)
        pump();
    if (wire())
        wire()->breakDown({ErrorCode::ConnectionLost});
    settle();
    m_bytes.clear();
    m_counting = false;
}

void ScriptedServer::resume(bool accept, Where where)
{
    const quint32 handledBefore = m_handled;
    const QByteArray request
        = "<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(m_sent) + "'/>";
    const QByteArray resumed
        = "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handledBefore) + "'/>";
    const QByteArray failed = "<failed xmlns='urn:xmpp:sm:3'>"
                              "<item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>";
    const bool along = !authentication.isEmpty();
    if (along) {
        secureLine(where);
        check(authenticateAlong(where).contains(" previd=\"sm-id\""), "no request to resume", where);
    } else {
        login(where);
        expect(request, where);
    }
    if (accept) {
        m_handled = handledBefore;
        m_counting = true;
        along ? succeed("ana@example.org", resumed) : send(resumed);
    } else if (along) {
        succeedBound(failed);
    } else {
        send(failed);
        bind(where);
        enableManagement(where);
    }
    check(stream.isOnline(), "the stream did not come back", where);
}

void ScriptedServer::send(const QByteArray &xml)
{
    if (!wire())
        return;
    QByteArray bytes = xml;
    bytes.replace("{id}", m_lastId.toUtf8());
    bytes.replace("{jid}", stream.host().ownJid().toString().toUtf8());
    if (m_counting) {
        const ParsedStanza parsed = parseStanza(bytes);
        for (QDomElement e = parsed.element; !e.isNull(); e = e.nextSiblingElement())
            if (isStanza(e))
                ++m_sent;
    }
    wire()->deliver(bytes);
    settle();
}

void ScriptedServer::answer(const QByteArray &payload)
{
    send("<iq type='result' id='{id}'>" + payload + "</iq>");
}

void ScriptedServer::answerError(const QByteArray &condition, const QByteArray &type)
{
    send("<iq type='error' id='{id}'><error type='" + type + "'><" + condition
         + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
}

void ScriptedServer::pump()
{
    const QByteArray written = network.takeWritten();
    m_written += written;
    m_bytes.add(written);
    bool questioned = false;
    for (ClientBytes::Piece &piece : m_bytes.take()) {
        if (piece.kind == ClientBytes::Kind::Element) {
            const ParsedStanza parsed = parseStanza(piece.xml);
            const QDomElement &element = parsed.element;
            if (m_counting && isStanza(element)) {
                ++m_handled;
                // Unasked, as XEP-0198 4 allows: tests of other things need not wait for the question.
                questioned = questioned || (autoAcknowledge && element.localName() == u"message");
            }
            if (autoAcknowledge && element.namespaceURI() == QLatin1String(kManagement)) {
                if (element.localName() == u"r") {
                    questioned = true;
                    continue;
                }
                if (element.localName() == u"a")
                    continue;
            }
        }
        m_pieces.push_back(std::move(piece));
    }
    if (questioned)
        send("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(m_handled) + "'/>");
}

ClientBytes::Piece ScriptedServer::next()
{
    settleUntil(
        [this] {
            pump();
            return !m_pieces.empty() || !wire() || network.lastIsGone();
        },
        std::chrono::seconds(5));
    if (m_pieces.empty())
        return {ClientBytes::Kind::Broken, {}};
    ClientBytes::Piece piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    return piece;
}

void ScriptedServer::expect(const QByteArray &xml, Where where)
{
    QString problem;
    const ParsedStanza parsedExpected = parseStanza(xml, &problem);
    const QDomElement &expected = parsedExpected.element;
    if (expected.isNull()) {
        fail(u"the test's own XML is broken: "_s + problem, where);
        return;
    }
    const ClientBytes::Piece piece = next();
    const ParsedStanza parsedActual
        = piece.kind == ClientBytes::Kind::Element ? parseStanza(piece.xml) : ParsedStanza();
    const QDomElement &actual = parsedActual.element;
    if (actual.isNull()) {
        fail(u"expected %1\n     but got %2"_s.arg(
                 QString::fromUtf8(xml), piece.xml.isEmpty() ? u"nothing"_s : QString::fromUtf8(piece.xml)),
             where);
        return;
    }
    if (actual.localName() == u"iq")
        m_lastId = actual.attribute(u"id"_s);
    const QString found = difference(expected, actual);
    if (!found.isEmpty())
        fail(u"%1\nexpected %2\n     got %3"_s.arg(found, QString::fromUtf8(xml),
                                                   QString::fromUtf8(piece.xml)),
             where);
}

void ScriptedServer::expectNothing(Where where)
{
    settle();
    pump();
    settle();
    pump();
    if (!m_pieces.empty())
        fail(u"expected nothing, but got "_s + QString::fromUtf8(m_pieces.front().xml), where);
}

void ScriptedServer::expectHeader(Where where)
{
    const auto piece = next();
    if (piece.kind != ClientBytes::Kind::Header)
        fail(u"expected a stream header, but got "_s + QString::fromUtf8(piece.xml), where);
}

void ScriptedServer::expectFooter(Where where)
{
    const auto piece = next();
    if (piece.kind != ClientBytes::Kind::Footer)
        fail(u"expected the end of the stream, but got "_s + QString::fromUtf8(piece.xml), where);
}

QList<QByteArray> ScriptedServer::skip()
{
    settle();
    pump();
    settle();
    pump();
    QList<QByteArray> skipped;
    for (const auto &piece : std::exchange(m_pieces, {}))
        skipped.append(piece.xml);
    return skipped;
}

} // namespace tertulia
