// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/XmppSession.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QDomElement>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const Jid kBruno = *Jid::parse(QStringLiteral("bruno@example.org"));
const Jid kEva = *Jid::parse(QStringLiteral("eva@example.net"));

} // namespace

class XmppSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPasswordItAsks()
    {
        SessionRig rig;
        rig.secrets.secrets.clear();
        rig.goOnline();
        QCOMPARE(rig.session->state(), SessionState::NeedsPassword);
        QCOMPARE(rig.session->lastError().code, ErrorCode::SecretNotFound);
        QCOMPARE(rig.server.network.made(), 0);
        rig.session->providePassword(rig.server.password, true);
        settle();
        rig.login();
        rig.server.bind();
        rig.server.enableManagement();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.secrets.secrets.value(rig.passwordKey()), rig.server.password);
    }

    void aLockedKeychainBlocksNothing()
    {
        SessionRig rig;
        rig.secrets.lock();
        rig.goOnline();
        QCOMPARE(rig.session->state(), SessionState::WaitingForKeychain);
        rig.server.clock.advance(1h);
        QCOMPARE(rig.session->state(), SessionState::WaitingForKeychain);
        rig.session->sendMessage(kBruno, QStringLiteral("written meanwhile"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.secrets.unlock();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Connecting);
    }

    void aWrongPasswordStopsAndIsNotTriedAgain()
    {
        SessionRig rig;
        rig.server.password = QStringLiteral("another");
        rig.goOnline();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.secure();
        rig.server.openSecureStream();
        rig.server.next();
        rig.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
        settle();
        QCOMPARE(rig.session->state(), SessionState::Stopped);
        QCOMPARE(rig.session->lastError().code, ErrorCode::WrongPassword);
        const auto steps = rig.session->steps();
        QCOMPARE(steps.at(int(ConnectionStep::Authenticate)).state, StepState::Failed);
        QCOMPARE(steps.at(int(ConnectionStep::Secure)).state, StepState::Done);
        QCOMPARE(steps.at(int(ConnectionStep::Bind)).state, StepState::Waiting);
        const int made = rig.server.network.made();
        rig.server.clock.advance(24h);
        QCOMPARE(rig.server.network.made(), made);
        // The keychain's entry stays: it may be the server that is wrong.
        QVERIFY(rig.secrets.secrets.contains(rig.passwordKey()));
        rig.session->reconnectNow();
        settle();
        QCOMPARE(rig.session->state(), SessionState::NeedsPassword);
    }

    void aRefusedCertificateIsAQuestion()
    {
        SessionRig rig;
        QSignalSpy rejected(rig.session.get(), &XmppSession::certificateRejected);
        rig.goOnline();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.expect("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        rig.server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        settle();
        CertificateProblem problem;
        problem.domain = QStringLiteral("example.org");
        problem.error = {ErrorCode::CertificateUntrusted};
        problem.all = {ErrorCode::CertificateUntrusted};
        rig.server.wire()->rejectCertificate(problem);
        settle();
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(rig.session->state(), SessionState::Stopped);
        QCOMPARE(rig.session->certificateProblem().error.code, ErrorCode::CertificateUntrusted);
        const int made = rig.server.network.made();
        rig.server.clock.advance(24h);
        QCOMPARE(rig.server.network.made(), made);
    }

    void messagesArriveOnceAndAreTold()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy arrived(rig.session.get(), &XmppSession::messageArrived);
        const QByteArray message
            = "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
              "id='m1'><body>Did you see the draft?</body></message>";
        rig.tell(message);
        rig.tell(message);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(rig.chat(kBruno, roles::LastText).toString(), QStringLiteral("Did you see the draft?"));
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 1);
        QCOMPARE(rig.chat(kBruno, roles::Name).toString(), QStringLiteral("Bruno"));
        QSignalSpy read(rig.session.get(), &XmppSession::chatRead);
        rig.session->markRead(kBruno);
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 0);
        QCOMPARE(read.size(), 1);
    }

    /// R10: what was said before the program ran, and what another device sent, makes no noise.
    void catchUpAndCopiesAreSilent()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy arrived(rig.session.get(), &XmppSession::messageArrived);
        rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
                 "id='m1'><body>old</body>"
                 "<delay xmlns='urn:xmpp:delay' from='example.org' stamp='2025-12-31T10:00:00Z'/></message>");
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 1);
        QCOMPARE(rig.chat(kBruno, roles::LastTime).toDateTime(),
                 QDateTime(QDate(2025, 12, 31), QTime(10, 0), Qt::UTC));
        // A carbon from somebody who is not the account itself (A56).
        rig.tell("<message from='mallory@example.net' to='ana@example.org/desk' type='chat'>"
                 "<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                 "<message xmlns='jabber:client' from='bruno@example.org/phone' to='ana@example.org/desk' "
                 "type='chat'>"
                 "<body>forged</body></message></forwarded></received></message>");
        QVERIFY(arrived.isEmpty());
        QVERIFY(rig.chat(kBruno, roles::LastText).toString() != QStringLiteral("forged"));
    }

    void whatWasWrittenOfflineIsSentAndItsStateIsHonest()
    {
        SessionRig rig;
        rig.session->sendMessage(kBruno, QStringLiteral("hello"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.server.autoAcknowledge = false;
        rig.bringOnline();
        QCOMPARE(rig.saidCount("<body>hello</body>"), 1);
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.tell("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled()) + "'/>");
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);

        const ParsedStanza parsed = parseStanza(*std::find_if(
            rig.said.cbegin(), rig.said.cend(), [](const QByteArray &xml) { return xml.contains("hello"); }));
        const QDomElement &sent = parsed.element;
        const QByteArray id = sent.attribute(QStringLiteral("id")).toUtf8();
        const auto receipt = [&](const QByteArray &from) {
            return QByteArray("<message from='" + from
                              + "' to='ana@example.org/desk' id='r1'>"
                                "<received xmlns='urn:xmpp:receipts' id='"
                              + id + "'/></message>");
        };
        rig.tell(receipt("mallory@example.net/x"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
        rig.tell(receipt("bruno@example.org/phone"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Delivered);
        // An error after a receipt does not revert it (A67).
        rig.tell("<message from='bruno@example.org' to='ana@example.org/desk' type='error' id='" + id
                 + "'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                   "</error></message>");
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Delivered);
    }

    void aBouncedMessageFails()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy failed(rig.session.get(), &XmppSession::messageFailed);
        rig.session->sendMessage(kBruno, QStringLiteral("hello"));
        rig.serve();
        const ParsedStanza parsed = parseStanza(rig.said.back());
        const QDomElement &sent = parsed.element;
        rig.tell(
            "<message from='bruno@example.org' to='ana@example.org/desk' type='error' id='"
            + sent.attribute(QStringLiteral("id")).toUtf8()
            + "'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
              "</error></message>");
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(2).value<Error>().code, ErrorCode::StanzaRemoteServerNotFound);
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Failed);
    }

    /// F02, R01: a cut, a quick reconnect, and nothing lost or doubled.
    void aCutIsHealed()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.session->sendMessage(kBruno, QStringLiteral("lost on the way"));
        rig.server.cut(true);
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        QVERIFY(rig.session->msUntilReconnect() <= 3000);
        rig.session->sendMessage(kBruno, QStringLiteral("written offline"));
        rig.server.clock.advance(3s);
        QCOMPARE(rig.session->state(), SessionState::Connecting);
        rig.login();
        rig.server.next(); // <resume/>
        rig.server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                        "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        rig.server.bind();
        rig.server.enableManagement();
        rig.said.clear();
        rig.serve();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.saidCount("lost on the way"), 1);
        QCOMPARE(rig.saidCount("written offline"), 1);
        QList<QByteArray> bodies;
        for (const QByteArray &xml : std::as_const(rig.said)) {
            if (xml.contains("<body>"))
                bodies.append(xml);
        }
        QVERIFY(bodies.at(0).contains("lost on the way"));
        QVERIFY(bodies.at(0).contains("urn:xmpp:delay")); // it says when it was written
    }

    /// F10: no ping-pong with another client that wants the same resource.
    void aConflictIsTriedOnceWithAnotherResource()
    {
        SessionRig rig;
        rig.bringOnline();
        const QByteArray conflict = "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                                    "</stream:error></stream:stream>";
        rig.server.send(conflict);
        settle();
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        rig.server.clock.advance(3s);
        rig.login();
        rig.server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        rig.server.answer(
            "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>ana@example.org/other</jid></bind>");
        settle();
        rig.server.send(conflict);
        settle();
        QCOMPARE(rig.session->state(), SessionState::Stopped);
        QCOMPARE(rig.session->lastError().code, ErrorCode::StreamConflict);
    }

    void theRosterIsThereBeforeTheNetwork()
    {
        SessionRig rig;
        rig.bringOnline();
        QCOMPARE(rig.session->roster()->rowCount(), 1);
        rig.makeSession();
        QCOMPARE(rig.session->state(), SessionState::Offline);
        QCOMPARE(rig.session->roster()->rowCount(), 1);
        QCOMPARE(rig.session->displayName(kBruno), QStringLiteral("Bruno"));
    }

    void presenceShowsAndGoesWithTheStream()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.tell("<presence from='bruno@example.org/phone' to='ana@example.org/desk'><show>away</show>"
                 "<status>Out for lunch</status></presence>");
        const auto availability = [&] { return rig.session->roster()->presence(kBruno).availability; };
        QCOMPARE(availability(), Availability::Away);
        QCOMPARE(rig.session->roster()->presence(kBruno).status, QStringLiteral("Out for lunch"));
        rig.tell("<presence from='mallory@example.net/x' to='ana@example.org/desk'/>");
        QCOMPARE(rig.session->roster()->rowCount(), 1);
        rig.session->setPresence({Availability::Offline, {}});
        rig.serve();
        rig.server.send("</stream:stream>");
        rig.server.clock.advance(2s);
        QCOMPARE(rig.session->state(), SessionState::Offline);
        QCOMPARE(availability(), Availability::Offline);
    }

    void aRequestIsARowUntilAnswered()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy arrived(rig.session.get(), &XmppSession::requestArrived);
        rig.tell("<presence from='eva@example.net' type='subscribe'><status>Hola</status></presence>");
        rig.tell("<presence from='eva@example.net' type='subscribe'><status>Hola</status></presence>");
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(rig.session->requests()->rowCount(), 1);
        rig.said.clear();
        rig.session->acceptRequest(kEva);
        rig.serve();
        QCOMPARE(rig.session->requests()->rowCount(), 0);
        QCOMPARE(rig.saidCount("subscribed"), 1);
        QVERIFY(rig.saidCount("\"subscribe\"") == 1 || rig.saidCount("'subscribe'") == 1);
    }

    void itSaysGoodbye()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.said.clear();
        bool done = false;
        QObject context;
        rig.session->shutDown().then(&context, [&done](Result<void>) { done = true; });
        rig.serve();
        QVERIFY(rig.saidCount("unavailable") == 1);
        rig.server.clock.advance(2s);
        QVERIFY(done);
    }
};

QTEST_GUILESS_MAIN(XmppSessionTest)
#include "tst_xmppsession.moc"
