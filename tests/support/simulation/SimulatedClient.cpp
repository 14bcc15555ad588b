// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/SimulatedClient.h"

#include "core/models/ConversationListModel.h"
#include "core/session/PasswordSource.h"
#include "core/session/SessionMessages.h"
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/OutboxTable.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kAccount = u"a1"_s;

void copyFile(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (QFile::exists(from) && !QFile::copy(from, to))
        qFatal("cannot copy %s", qPrintable(from));
}

} // namespace

SimulatedClient::SimulatedClient(const QString &name, const QString &folder, SimulatedTime &time, Dice &dice,
                                 SimulatedServer &server)
    : m_name(name)
    , m_folder(folder)
    , m_jid(Jid::fromNormalized(name + u"@example.org"_s))
    , m_time(time)
    , m_dice(dice)
    , m_server(server)
    , m_clock(time, dice.between(-120'000, 120'000))
    , m_ids(dice, name)
{
    m_secrets.secrets.insert(PasswordSource::keyFor(kAccount), u"secret"_s);
    m_resolver.setAnswer(QList<Endpoint>{{u"example.org"_s, 5223, TransportSecurity::DirectTls}});
}

SimulatedClient::~SimulatedClient()
{
    *m_alive = false;
}

void SimulatedClient::start()
{
    const QString file = m_folder + u"/%1-%2"_s.arg(m_name).arg(m_lives);
    auto store = Store::open(file);
    if (!store)
        qFatal("cannot open %s: %d %s", qPrintable(file), int(store.error().code),
               qPrintable(store.error().text));
    m_store = std::move(*store);
    AccountRecord account;
    account.uuid = kAccount;
    account.jid = m_jid;
    if (m_lives == 0 && (!m_store->accounts().save(account) || !m_store->commit()))
        qFatal("cannot save the account");

    auto alive = std::make_shared<bool>(true);
    m_alive = alive;
    QObject::connect(m_store.get(), &Store::aboutToCommit, m_store.get(), [this] { moment(); });
    QObject::connect(m_store.get(), &Store::committed, m_store.get(), [this] { moment(); });
    const auto transport = [this, alive]() -> std::unique_ptr<Transport> {
        return std::make_unique<SimulatedTransport>(
            m_time,
            [this](SimulatedTransport *client) {
                auto link = m_server.dial(client);
                m_links.append(link);
                return link;
            },
            [this, alive] {
                if (*alive)
                    moment();
                return *alive;
            });
    };
    AccountSettings settings;
    settings.id = kAccount;
    settings.hasConnected = true;
    settings.connection.account = m_jid;
    settings.connection.resource = u"desk"_s;
    settings.connection.allowPlain = true;
    m_session = std::make_unique<XmppSession>(
        settings,
        SessionServices{
            {m_clock, m_time, m_ids, m_resolver, transport}, m_secrets, *m_store, m_folder + u"/avatars"_s});
    m_session->setPresence({Availability::Available, {}});
}

void SimulatedClient::commit()
{
    if (isRunning())
        std::ignore = m_store->commit();
}

void SimulatedClient::killAfter(int moments, bool serverLearns, std::function<void()> died)
{
    if (!isRunning() || m_died)
        return;
    m_died = std::move(died);
    m_serverLearns = serverLearns;
    m_fuse = moments;
    if (moments == 0)
        freeze();
}

void SimulatedClient::spare()
{
    if (!*m_alive)
        return;
    m_fuse = -1;
    m_died = nullptr;
}

void SimulatedClient::moment()
{
    if (*m_alive && m_fuse > 0 && --m_fuse == 0)
        freeze();
}

void SimulatedClient::freeze()
{
    // What lies in the files at this moment is what the next life finds.
    *m_alive = false;
    m_fuse = -1;
    const QString from = m_store->path();
    const QString to = m_folder + u"/%1-%2"_s.arg(m_name).arg(++m_lives);
    copyFile(from, to);
    copyFile(from + u"-wal"_s, to + u"-wal"_s);
    for (const auto &weak : std::exchange(m_links, {})) {
        if (const auto link = weak.lock()) {
            link->abandon();
            // A process that dies has its connections closed; a machine that loses power has not.
            if (m_serverLearns)
                link->closeByClient();
            else
                link->goDeaf(true, true);
        }
    }
    m_time.later(0, [this, from] {
        m_session.reset();
        m_store.reset();
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(from + end);
        std::exchange(m_died, nullptr)();
    });
}

void SimulatedClient::write(const Jid &peer)
{
    if (!isRunning())
        return;
    const QString text = m_name + u' ' + QString::number(++m_written);
    m_session->messages().send(peer, text);
    if (*m_alive)
        m_promised.append(text);
}

QList<MessageRecord> SimulatedClient::timeline(const Jid &peer) const
{
    for (const ConversationRecord &chat : m_store->conversations().all(kAccount)) {
        if (chat.peer == peer)
            return m_store->messages().last(chat.id, 100'000);
    }
    return {};
}

bool SimulatedClient::nothingWaits() const
{
    return isRunning() && m_session->state() == SessionState::Online
        && m_store->outbox().pending(kAccount, 1).isEmpty();
}

} // namespace tertulia
