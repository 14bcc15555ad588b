// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "core/store/MessagesTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"
#include "core/store/StreamsTable.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QDomElement>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QString kAccount = QStringLiteral("a1");
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

    // UI e.8, row by row.

    void aLockedKeychainBlocksNothing()
    {
        SessionRig rig;
        rig.secrets.lock();
        rig.goOnline();
        QCOMPARE(rig.session->state(), SessionState::WaitingForKeychain);
        rig.server.clock.advance(1h);
        rig.session->reconnectNow();
        rig.session->wake();
        rig.server.clock.advance(1h);
        settle();
        QCOMPARE(rig.session->state(), SessionState::WaitingForKeychain);
        QCOMPARE(rig.secrets.reads, 1); // one prompt, however long it stays open
        QCOMPARE(rig.server.clock.runningTimers(), 0);
        rig.session->messages().send(kBruno, QStringLiteral("written meanwhile"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.secrets.unlock();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Connecting);
        QCOMPARE(rig.server.network.made(), 1);
        QCOMPARE(rig.secrets.reads, 2); // there was no token, so the password
    }

    void aPasswordTypedMeanwhileEndsTheWait()
    {
        SessionRig rig;
        rig.secrets.lock();
        rig.goOnline();
        rig.session->providePassword(rig.server.password, false);
        settle();
        QCOMPARE(rig.session->state(), SessionState::Connecting);
        rig.login();
        rig.secrets.unlock(); // too late to matter
        settle();
        rig.server.bind();
        rig.server.enableManagement();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.server.network.made(), 1);
    }

    void aKeychainThatRefusesIsAskedAgainOnlyByThePerson_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("denied") << ErrorCode::KeychainDenied;
        QTest::newRow("locked, and no way to wait") << ErrorCode::KeychainLocked;
        QTest::newRow("none") << ErrorCode::KeychainUnavailable;
        QTest::newRow("broken") << ErrorCode::KeychainFailed;
    }

    /// SECURITY F35.
    void aKeychainThatRefusesIsAskedAgainOnlyByThePerson()
    {
        QFETCH(ErrorCode, code);
        SessionRig rig;
        rig.secrets.failWith(code);
        rig.goOnline();
        QCOMPARE(rig.session->state(), SessionState::NeedsPassword);
        QCOMPARE(rig.session->lastError().code, code);
        rig.server.clock.advance(24h);
        rig.session->wake();
        settle();
        QCOMPARE(rig.secrets.reads, 1);
        QCOMPARE(rig.session->state(), SessionState::NeedsPassword);
        rig.secrets.failWith(std::nullopt);
        rig.session->reconnectNow();
        settle();
        QCOMPARE(rig.secrets.reads, 3); // for a token, and then for the password
        QCOMPARE(rig.session->state(), SessionState::Connecting);
    }

    /// SECURITY A50: one attempt, and no other until the person says so.
    void theProxysPasswordIsInTheKeychain()
    {
        SessionRig rig;
        const QString key = QString(rig.passwordKey()).replace(u"/password"_s, u"/proxy"_s);
        rig.server.settings.proxy = {ProxyKind::Socks5, u"proxy.example.net"_s, 0, u"ana"_s};
        rig.secrets.secrets.insert(key, u"let me through"_s);
        rig.makeSession();
        rig.goOnline();
        QCOMPARE(rig.server.wire()->endpoint().proxy.user(), u"ana"_s);
        QCOMPARE(rig.server.wire()->endpoint().proxy.password(), u"let me through"_s);
        rig.login();
        rig.server.bind();
        rig.server.enableManagement();
        rig.serve();
        const ConnectionDetails details = rig.session->connectionDetails();
        QCOMPARE(details.proxy, u"SOCKS5 proxy.example.net:1080"_s);
        QCOMPARE(details.server, u"example.org:5222"_s);

        // Without one the proxy is tried all the same.
        rig.secrets.secrets.remove(key);
        rig.makeSession();
        rig.goOnline();
        QCOMPARE(rig.server.wire()->endpoint().proxy.password(), QString());
    }

    void aProxyWithoutANameAsksForNoPassword()
    {
        SessionRig rig;
        rig.server.settings.proxy = {ProxyKind::Http, u"proxy.example.net"_s, 3128, {}};
        rig.makeSession();
        rig.goOnline();
        QCOMPARE(rig.server.wire()->endpoint().proxy.port(), quint16(3128));
        QVERIFY(rig.server.wire()->endpoint().proxy.user().isEmpty());
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
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        const QByteArray message
            = "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
              "id='m1'><body>Did you see the draft?</body></message>";
        rig.tell(message);
        rig.tell(message);
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(rig.chat(kBruno, roles::LastText).toString(), QStringLiteral("Did you see the draft?"));
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 1);
        QCOMPARE(rig.chat(kBruno, roles::Name).toString(), QStringLiteral("Bruno"));
        QSignalSpy read(&rig.session->chats(), &SessionChats::read);
        rig.session->chats().markRead(kBruno);
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 0);
        QCOMPARE(read.size(), 1);
    }

    /// R10: what was said before the program ran, and what another device sent, makes no noise.
    void catchUpAndCopiesAreSilent()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy arrived(&rig.session->messages(), &SessionMessages::arrived);
        rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
                 "id='m1'><body>old</body>"
                 "<delay xmlns='urn:xmpp:delay' from='example.org' stamp='2025-12-31T10:00:00Z'/></message>");
        QCOMPARE(rig.chat(kBruno, roles::Unread).toInt(), 1);
        QCOMPARE(rig.chat(kBruno, roles::LastTime).toDateTime(),
                 QDateTime(QDate(2025, 12, 31), QTime(10, 0), Qt::UTC));
        // A carbon from somebody who is not the account itself (SECURITY A56).
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
        rig.session->messages().send(kBruno, QStringLiteral("hello"));
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
        // An error after a receipt does not revert it (SECURITY A67).
        rig.tell("<message from='bruno@example.org' to='ana@example.org/desk' type='error' id='" + id
                 + "'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                   "</error></message>");
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Delivered);
    }

    void aBouncedMessageFails()
    {
        SessionRig rig;
        rig.bringOnline();
        QSignalSpy failed(&rig.session->messages(), &SessionMessages::failed);
        rig.session->messages().send(kBruno, QStringLiteral("hello"));
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

    /// SECURITY F02, R01: a cut, a quick reconnect, and nothing lost or doubled.
    void aCutIsHealed()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, QStringLiteral("lost on the way"));
        rig.server.cut(true);
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        QVERIFY(rig.session->msUntilReconnect() <= 3000);
        rig.session->messages().send(kBruno, QStringLiteral("written offline"));
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

    /// SECURITY R04, R15: the server still holds the stream of a process that died; nothing is asked or said
    /// twice.
    void aRestartTakesUpTheStream()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' "
                 "id='m1'><body>hi</body></message><r xmlns='urn:xmpp:sm:3'/>");
        const quint32 heard = rig.store->streams().stream(kAccount)->handled;
        QVERIFY(heard > 1);
        rig.session->messages().send(kBruno, QStringLiteral("on its way"));
        rig.session->modules()
            .request({.type = Iq::Type::Set,
                      .payload = XmlElement(QStringLiteral("query"), QStringLiteral("jabber:iq:register"))})
            .ignore();
        rig.serve();
        const quint32 had = rig.server.handled() - 2; // neither
        // What may hold a password does not lie on the disk (B16).
        const QList<SentRecord> kept = rig.store->streams().sent(kAccount);
        QVERIFY(kept.size() >= 2);
        QVERIFY(kept.back().bytes.isEmpty());
        QVERIFY(kept.at(kept.size() - 2).bytes.contains("on its way"));

        rig.makeSession();
        rig.said.clear();
        rig.goOnline();
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.login();
        rig.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(heard)
                          + "'/>");
        rig.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(had)
                        + "'/>");
        rig.serve();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.saidCount("on its way"), 1);
        QCOMPARE(rig.saidCount("urn:xmpp:delay"), 0);
        QVERIFY(rig.said.front().contains("on its way"));
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        // This process knows of nobody's presence: the server is made to tell.
        QCOMPARE(rig.saidCount("<presence type=\"unavailable\""), 1);
        rig.tell("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(had + 1) + "'/>");
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
    }

    /// SECURITY R15: a log-in that resumes tells nothing of the server; what the former process heard of it
    /// is good.
    void aRestartKnowsTheServer_data()
    {
        QTest::addColumn<QByteArray>("kept"); // instead of what was; null: that
        QTest::addColumn<bool>("knows");
        QTest::newRow("as it was") << QByteArray() << true;
        QTest::newRow("nothing") << QByteArray("") << false;
        QTest::newRow("of another stream")
            << QByteArray("sm-other\n<features xmlns='http://etherx.jabber.org/streams'>"
                          "<ver xmlns='urn:xmpp:features:rosterver'/></features>")
            << false;
        QTest::newRow("no XML") << QByteArray("sm-id\n<features") << false;
        QTest::newRow("something else") << QByteArray("sm-id\n<message/>") << false;
        QTest::newRow("two things") << QByteArray("sm-id\n<message/><message/>") << false;
        QTest::newRow("a DTD") << QByteArray("sm-id\n<!DOCTYPE x><message/>") << false;
    }

    void aRestartKnowsTheServer()
    {
        QFETCH(QByteArray, kept);
        QFETCH(bool, knows);
        SessionRig rig;
        rig.rosterVersion = "v7";
        rig.server.mechanisms = {};
        rig.server.authentication = "<mechanism>SCRAM-SHA-1</mechanism>" + ScriptedServer::inlineOffer();
        rig.server.extraFeatures = "<ver xmlns='urn:xmpp:features:rosterver'/><csi xmlns='urn:xmpp:csi:0'/>";
        const auto open = [&rig] {
            rig.goOnline();
            rig.server.acceptTcp();
            rig.server.openPlainStream();
            rig.server.secure();
            rig.server.openSecureStream();
            return rig.server.authenticateAlong();
        };
        QVERIFY(open().contains("<bind"));
        rig.server.succeedBound();
        rig.serve();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.rosterAsked, QByteArrayList{""}); // versions are offered, and none is known
        QVERIFY(rig.store->commit());

        const QString key = u"account/a1/streamFeatures"_s;
        QVERIFY(rig.store->settings().value(key).toByteArray().startsWith("sm-id\n<features"));
        if (!kept.isNull())
            QVERIFY(rig.store->settings().setValue(key, kept));
        rig.makeSession();
        rig.rosterAsked.clear();
        rig.session->setActive(false);
        rig.server.clock.advance(1min);
        QVERIFY(open().contains("<resume"));
        rig.server.succeed("ana@example.org",
                           "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='"
                               + QByteArray::number(rig.server.handled()) + "'/>");
        rig.said.clear();
        rig.serve();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.rosterAsked, QByteArrayList{knows ? "v7" : "none"});
        QCOMPARE(rig.session->roster()->rowCount(), 1);
        QCOMPARE(rig.saidCount("<inactive xmlns=\"urn:xmpp:csi:0\"/>"), knows ? 1 : 0);

        // A proper end leaves nothing of the stream.
        bool closed = false;
        rig.session->shutDown().then(rig.session.get(), [&](const Result<void> &) { closed = true; });
        settle();
        rig.server.send("</stream:stream>");
        QTRY_VERIFY(closed);
        rig.session->chats().setDraft(kBruno, {u"later"_s}); // with the next thing that is written
        QVERIFY(rig.store->commit());
        QVERIFY(!rig.store->streams().stream(kAccount));
        QVERIFY(!rig.store->settings().value(key).isValid());
    }

    void aRestartAfterTheServerForgot_data()
    {
        QTest::addColumn<int>("knows");
        QTest::newRow("nothing") << -1;
        QTest::newRow("that it had all but the last") << 1;
        QTest::newRow("that it had all") << 0;
    }
    /// F05, over a restart of the program.
    void aRestartAfterTheServerForgot()
    {
        QFETCH(int, knows);
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, QStringLiteral("first"));
        rig.session->messages().send(kBruno, QStringLiteral("second"));
        rig.serve();
        const quint32 sent = rig.server.handled();
        rig.makeSession();
        rig.session->messages().send(kBruno, QStringLiteral("third"));
        rig.said.clear();
        rig.goOnline();
        rig.login();
        QVERIFY(rig.server.next().xml.contains("<resume"));
        const QByteArray h = knows < 0 ? QByteArray() : QByteArray::number(sent - quint32(knows));
        rig.server.send("<failed xmlns='urn:xmpp:sm:3'" + (h.isEmpty() ? h : QByteArray(" h='" + h + "'"))
                        + "><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        rig.server.bind();
        rig.server.enableManagement();
        rig.serve();
        QCOMPARE(rig.saidCount("<body>first"), knows < 0 ? 1 : 0);
        QCOMPARE(rig.saidCount("<body>second"), knows == 0 ? 0 : 1);
        QCOMPARE(rig.saidCount("<body>third"), 1);
        QList<QByteArray> bodies;
        for (const QByteArray &xml : std::as_const(rig.said)) {
            if (xml.contains("<body>"))
                bodies.append(xml);
        }
        QVERIFY(bodies.back().contains("third"));
        QVERIFY(knows != -1 || bodies.front().contains("first"));
        rig.tell("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled()) + "'/>");
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
    }

    /// SECURITY R16: after a proper goodbye there is nothing to take up.
    void aGoodbyeForgetsTheStream()
    {
        SessionRig rig;
        rig.bringOnline();
        QVERIFY(rig.store->commit());
        QVERIFY(rig.store->streams().stream(kAccount).has_value());
        rig.session->setPresence({Availability::Offline, {}});
        rig.serve();
        rig.server.send("</stream:stream>");
        rig.server.clock.advance(2s);
        QCOMPARE(rig.session->state(), SessionState::Offline);
        QVERIFY(rig.store->commit());
        QVERIFY(!rig.store->streams().stream(kAccount).has_value());
    }

    /// F31: what did not fit on the disk was not handled, and is asked for again.
    void whatCouldNotBeKeptIsNotAcknowledged()
    {
        SessionRig rig;
        rig.session.reset();
        rig.store.reset();
        rig.store = std::move(*Store::open(rig.folder.filePath(QStringLiteral("store.db")),
                                           Store::Options{.sizeLimit = 600'000}));
        rig.makeSession();
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.tell("<r xmlns='urn:xmpp:sm:3'/>");
        const quint32 before = rig.store->streams().stream(kAccount)->handled;
        int sent = 0;
        while (rig.session->state() == SessionState::Online && sent < 100) {
            rig.tell("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='m"
                     + QByteArray::number(++sent) + "'><body>" + QByteArray(30'000, 'x')
                     + "</body></message><r xmlns='urn:xmpp:sm:3'/>");
        }
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        const qsizetype stored = rig.store->messages().last(1, 1000).size();
        QVERIFY(stored < sent);
        rig.server.clock.advance(3s);
        rig.login();
        rig.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='"
                          + QByteArray::number(before + quint32(stored)) + "'/>");
    }

    /// F10: no ping-pong with another client that wants the same resource.
    /// SECURITY F10.
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
        QSignalSpy arrived(&rig.session->contacts(), &SessionContacts::requestArrived);
        rig.tell("<presence from='eva@example.net' type='subscribe'><status>Hola</status></presence>");
        rig.tell("<presence from='eva@example.net' type='subscribe'><status>Hola</status></presence>");
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(rig.session->requests()->rowCount(), 1);
        rig.said.clear();
        rig.session->contacts().acceptRequest(kEva);
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
