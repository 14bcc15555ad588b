// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/session/XmppSession.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/ScriptedServer.h"

#include <QByteArrayList>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

class QDomElement;

namespace tertulia
{

class Store;

/// A whole session, the server it talks to, and the disk and keychain below it: bytes in at one end, models
/// and rows of the store at the other. The account is ana@example.org; the roster holds bruno@example.org.
class SessionRig
{
public:
    SessionRig();
    ~SessionRig();
    Q_DISABLE_COPY_MOVE(SessionRig)

    /// A new session over the same disk; the one before is gone first.
    void makeSession();
    /// Wants to be online; the server has not answered yet.
    void goOnline();
    /// The server's side, from the connection to the features after authentication.
    void login();
    /// Up to the point where nobody has anything more to say.
    void bringOnline();
    /// Answers requests: the roster as it is, everything else with an error. What else was said goes to
    /// `said`.
    void serve();
    /// The server sends this, and what it leads to is served.
    void tell(const QByteArray &xml);

    /// How many of the stanzas in `said` contain `text`.
    [[nodiscard]] qsizetype saidCount(const QByteArray &text) const;
    /// A role of the chat with `peer` in the list of conversations.
    [[nodiscard]] QVariant chat(const Jid &peer, int role) const;
    /// State of the last message in a chat.
    [[nodiscard]] DeliveryState lastState(const Jid &peer) const;
    /// What is written in the chat with `peer`, oldest first.
    [[nodiscard]] QStringList bodies(const Jid &peer) const;
    /// The keychain's key for the account's password.
    [[nodiscard]] QString passwordKey() const;

private:
    void answerRoster(const QByteArray &id, const QDomElement &query);

public:
    QTemporaryDir folder;
    ScriptedServer server;
    std::unique_ptr<Store> store;
    FakeSecretStore secrets;
    std::unique_ptr<XmppSession> session;
    QByteArray roster
        = "<item jid='bruno@example.org' name='Bruno' subscription='both'><group>Work</group></item>";
    /// The roster's version; null: the server has none. Who knows it is answered with nothing.
    QByteArray rosterVersion;
    /// Versions named by those who asked for it; "none" where none was.
    QByteArrayList rosterAsked;
    QList<QByteArray> said;
    /// What serve() answers a request with, the payload of a result; nothing: with an error.
    std::function<std::optional<QByteArray>(const QByteArray &xml)> answers;
};

} // namespace tertulia
