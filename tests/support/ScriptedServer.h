// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/XmppStream.h"
#include "tests/support/ClientBytes.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/Settle.h"

#include <memory>
#include <source_location>
#include <vector>

namespace tertulia
{

/// A server that plays a script against a real XmppStream, in the language of the wire. Every expectation
/// that is not met fails the running test at the line that made it.
///
///     ScriptedServer server;
///     auto *roster = server.add<Roster>();
///     server.bringOnline();
///     server.expect("<iq type='get' id='*'><query xmlns='jabber:iq:roster'/></iq>");
///     server.answer("<query xmlns='jabber:iq:roster'/>");
///
/// The account is ana@example.org, bound as ana@example.org/desk.
class ScriptedServer
{
public:
    using Where = std::source_location;

    ScriptedServer();
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    FakeClock clock;
    CountedIds ids;
    FakeResolver resolver;
    FakeNetwork network;
    XmppStream stream;
    ConnectionSettings settings;
    QString password = QStringLiteral("secret");
    ClientCertificate::Pointer certificate; ///< of the account, for EXTERNAL

    /// Makes a module on the stream's host. Before bringOnline().
    template <class M, class... Args>
    M *add(Args &&...args)
    {
        auto module = std::make_unique<M>(stream.host(), std::forward<Args>(args)...);
        M *result = module.get();
        m_modules.push_back(std::move(module));
        return result;
    }

    // What the server offers; change before bringOnline().
    QByteArray extraFeatures; ///< XML inside the features after authentication
    bool streamManagement = true;
    QByteArray secureFeatures; ///< beside <mechanisms/>
    QByteArray mechanisms = "<mechanism>SCRAM-SHA-1</mechanism>"; ///< of RFC 6120; null: none
    /// XML inside <authentication/> (XEP-0388), which is not offered if this is empty.
    QByteArray authentication;
    /// All that can go along with it: Bind 2, stream management, carbons, tokens.
    static QByteArray inlineOffer();
    /// What a token of this secret would prove (XEP-0484).
    QString token;
    QByteArray tokenBinding;
    /// Answers <r/> and hides it and <a/> from expect().
    bool autoAcknowledge = true;

    /// The whole negotiation, up to the moment at which modules may speak; what they said waits for expect().
    void bringOnline(Where where = Where::current());

    // Its parts.
    void start(); ///< stream.start(), given to the modules' owner first
    void acceptTcp();
    void openPlainStream(Where where = Where::current()); ///< header, features with STARTTLS
    void secure(Where where = Where::current()); ///< <starttls/>, <proceed/>, TLS
    void openSecureStream(Where where = Where::current()); ///< header, features with mechanisms
    void authenticate(Where where = Where::current());
    void openAuthenticatedStream(Where where = Where::current()); ///< header, features with bind
    void bind(Where where = Where::current());
    void enableManagement(Where where = Where::current());
    /// All up to the features after authentication.
    void login(Where where = Where::current());
    /// Up to the features with mechanisms.
    void secureLine(Where where = Where::current());

    // Its parts by XEP-0388.
    /// Plays the mechanism of the <authenticate/> that comes, which it gives. A proof that is wrong is
    /// refused and gives nothing.
    QByteArray authenticateAlong(Where where = Where::current());
    /// <success/> with what the mechanism has to say and `inside`.
    void succeed(const QByteArray &identity, const QByteArray &inside = {});
    /// The same for a stream that is bound, with stream management, and the features that follow.
    void succeedBound(const QByteArray &inside = {});

    /// The connection breaks. What the program wrote before has been handled, unless `losing`: then what
    /// expect() has not yet seen is lost.
    void cut(bool losing = false);
    /// Connects again and resumes; with `accept` false the server has forgotten the stream and a new one is
    /// bound.
    void resume(bool accept = true, Where where = Where::current());

    /// Sends these bytes as they are, but for {id} (the id of the last request that expect() saw) and {jid}
    /// (the bound address).
    void send(const QByteArray &xml);
    void sendHeader();
    void sendFeatures(const QByteArray &inside);
    /// Result or error for the last request that expect() saw.
    void answer(const QByteArray &payload = {});
    void answerError(const QByteArray &condition, const QByteArray &type = "cancel");

    /// The next element the program sends is this one; see difference() for what counts.
    void expect(const QByteArray &xml, Where where = Where::current());
    /// The program says nothing (more).
    void expectNothing(Where where = Where::current());
    void expectHeader(Where where = Where::current());
    void expectFooter(Where where = Where::current());
    /// The next piece, whatever it is; waits for it. Kind::Broken with no bytes if none comes.
    ClientBytes::Piece next();
    /// All that the program said and expect() has not seen; forgets it.
    QList<QByteArray> skip();

    [[nodiscard]] const QString &lastId() const { return m_lastId; }
    /// What the program's stanzas since <enable/> number.
    [[nodiscard]] quint32 handled() const { return m_handled; }
    void setHandled(quint32 handled) { m_handled = handled; }
    [[nodiscard]] FakeTransport *wire() const { return network.last(); }
    /// Everything the program wrote on this connection, raw.
    [[nodiscard]] const QByteArray &written() const { return m_written; }

private:
    void pump();
    void fail(const QString &message, Where where);
    void check(bool good, const char *message, Where where);

    std::vector<std::unique_ptr<Module>> m_modules;
    bool m_modulesGiven = false;
    ClientBytes m_bytes;
    QByteArray m_written;
    std::deque<ClientBytes::Piece> m_pieces;
    QString m_lastId;
    quint32 m_handled = 0;
    quint32 m_sent = 0; ///< stanzas of ours since <enabled/>
    bool m_counting = false;
    int m_streams = 0;
    QByteArray m_proof; ///< additional data of <success/>
};

} // namespace tertulia
