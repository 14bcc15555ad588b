// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SessionRig.h"

#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/session/PasswordSource.h"
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kAccount = u"a1"_s;

} // namespace

SessionRig::SessionRig()
    : store(std::move(*Store::open(folder.filePath(u"store.db"_s))))
{
    AccountRecord account;
    account.uuid = kAccount;
    account.jid = server.settings.account;
    if (!store->accounts().save(account))
        qFatal("no account");
    secrets.secrets.insert(passwordKey(), server.password);
    makeSession();
}

SessionRig::~SessionRig() = default;

void SessionRig::makeSession()
{
    session.reset();
    AccountSettings settings;
    settings.id = kAccount;
    settings.connection = server.settings;
    settings.hasConnected = true;
    session = std::make_unique<XmppSession>(
        settings,
        SessionServices{{server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
                        secrets,
                        *store,
                        folder.filePath(u"avatars"_s)});
}

void SessionRig::goOnline()
{
    session->setPresence({Availability::Available, {}});
    settle();
}

void SessionRig::login()
{
    server.acceptTcp();
    server.openPlainStream();
    server.secure();
    server.openSecureStream();
    server.authenticate();
    server.openAuthenticatedStream();
}

void SessionRig::bringOnline()
{
    goOnline();
    login();
    server.bind();
    server.enableManagement();
    serve();
}

void SessionRig::serve()
{
    for (;;) {
        settle();
        const QList<QByteArray> pieces = server.skip();
        if (pieces.isEmpty())
            return;
        for (const QByteArray &xml : pieces) {
            const ParsedStanza parsed = parseStanza(xml);
            const QDomElement &element = parsed.element;
            if (element.localName() != u"iq") {
                said.append(xml);
                continue;
            }
            const QByteArray id = element.attribute(u"id"_s).toUtf8();
            const QString type = element.attribute(u"type"_s);
            if (type == u"result" || type == u"error")
                continue;
            // As a real server: whoever was asked answers, and nobody named is the account itself.
            const QByteArray to = element.attribute(u"to"_s).toUtf8();
            const QByteArray from = to.isEmpty() ? QByteArray() : " from='" + to + "'";
            if (xml.contains("jabber:iq:roster"))
                answerRoster(id, element.firstChildElement());
            else if (const auto own = answers ? answers(xml) : std::nullopt)
                server.send("<iq type='result' id='" + id + "'" + from + ">" + *own + "</iq>");
            else
                server.send("<iq type='error' id='" + id + "'" + from
                            + "><error type='cancel'><service-unavailable "
                              "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        }
    }
}

void SessionRig::answerRoster(const QByteArray &id, const QDomElement &query)
{
    const QByteArray known
        = query.hasAttribute(u"ver"_s) ? query.attribute(u"ver"_s).toUtf8() : QByteArray("none");
    rosterAsked.append(known);
    QByteArray answer;
    if (rosterVersion.isNull() || known != rosterVersion) {
        const QByteArray version
            = rosterVersion.isNull() ? QByteArray() : QByteArray(" ver='" + rosterVersion + "'");
        answer = "<query xmlns='jabber:iq:roster'" + version + ">" + roster + "</query>";
    }
    server.send("<iq type='result' id='" + id + "'>" + answer + "</iq>");
}

void SessionRig::tell(const QByteArray &xml)
{
    server.send(xml);
    serve();
}

qsizetype SessionRig::saidCount(const QByteArray &text) const
{
    return std::count_if(said.cbegin(), said.cend(),
                         [&](const QByteArray &xml) { return xml.contains(text); });
}

QVariant SessionRig::chat(const Jid &peer, int role) const
{
    return session->conversations()->data(session->conversations()->indexOf(peer), role);
}

DeliveryState SessionRig::lastState(const Jid &peer) const
{
    return DeliveryState(chat(peer, roles::LastState).toInt());
}

QStringList SessionRig::bodies(const Jid &peer) const
{
    QStringList bodies;
    for (const ConversationRecord &conversation : store->conversations().all(kAccount)) {
        if (conversation.peer != peer)
            continue;
        for (const MessageRecord &message : store->messages().last(conversation.id, 10'000))
            bodies.append(message.body);
    }
    return bodies;
}

QString SessionRig::passwordKey() const
{
    return PasswordSource::keyFor(kAccount);
}

} // namespace tertulia
