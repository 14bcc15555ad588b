// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// tertulia_test_person FOLDER ADDRESS PEER PORT AUTHORITY_FILE [RESOURCE]: Tertulia without windows. An
// XmppSession with its store in FOLDER and an open chat with PEER, online for as long as it lives; a test may
// kill it at any moment and start it again. It says what happens in lines of JSON, and does what lines on its
// standard input ask:
//
//     write N     writes the message "N"; {"wrote": N} once it is on the disk
//     say TEXT, answer ROW TEXT, correct ROW TEXT, retract ROW, react ROW EMOJI, seen ROW
//                 as in a window; rows count from 0
//     typing yes|no, away STATUS, block, unblock
//                 as in a window
//     picture [FILE]
//                 publishes it (PNG) or takes the own one down; {"published": whether it could be}
//     rows        what a window would show of each message
//     peer        what it would show of PEER
//     wake        as when the desktop says that the network is back
//     report      what is on the disk and on the screen
#include "app/InMemorySecretStore.h"
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/ReactionSummary.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/modules/profile/ProfileModule.h"
#include "core/net/SslTransport.h"
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/session/Privacy.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"
#include "tests/support/FakeResolver.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSocketNotifier>
#include <QSslCertificate>

#include <cstdio>

#include <unistd.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAccount = u"4c5a6d1e-0000-4000-8000-000000000003"_s;

void tell(const QJsonObject &what)
{
    std::puts(QJsonDocument(what).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

class Person
{
public:
    explicit Person(const QStringList &arguments)
        : m_folder(arguments.value(1))
        , m_own(*Jid::parse(arguments.value(2)))
        , m_peer(*Jid::parse(arguments.value(3)))
        , m_port(arguments.value(4).toUShort())
        , m_authorityFile(arguments.value(5))
        , m_resource(arguments.value(6, u"desk"_s))
    {
    }

    bool start()
    {
        auto store = Store::open(m_folder + u"/store"_s);
        if (!store)
            return false;
        m_store = std::move(*store);
        m_secrets.write(PasswordSource::keyFor(kAccount), u"sesame"_s).ignore();
        m_accounts = std::make_unique<Accounts>(SessionServices{
            {m_clock, m_timers, m_ids, m_resolver, [] { return std::make_unique<SslTransport>(); }},
            m_secrets,
            *m_store,
            m_folder + u"/avatars"_s});
        if (!m_accounts->load())
            return false;
        const bool isNew = m_accounts->sessions().isEmpty();
        AccountSettings settings;
        settings.id = kAccount;
        settings.hasConnected = true; // whatever fails is tried again
        settings.connection.account = m_own;
        settings.connection.resource = m_resource;
        settings.connection.host = u"127.0.0.1"_s;
        settings.connection.port = m_port;
        settings.connection.security = SecurityChoice::DirectTls;
        settings.connection.extraAuthorities = QSslCertificate::fromPath(m_authorityFile);
        if (isNew && !m_accounts->add(settings))
            return false;
        m_session = m_accounts->session(kAccount);
        if (!m_store->commit())
            return false;
        m_timeline = m_session->openTimeline(m_peer, m_session);
        QObject::connect(m_session, &XmppSession::stateChanged, m_session, [isNew, this](SessionState state) {
            tell({{u"state"_s,
                   QString::fromLatin1(QMetaEnum::fromType<SessionState>().valueToKey(int(state)))}});
            if (isNew && state == SessionState::Online && !std::exchange(m_acquainted, true))
                m_session->contacts().add(m_peer, {}, {}, true).ignore();
        });
        QObject::connect(&m_session->contacts(), &SessionContacts::requestArrived, m_session,
                         [this](const Jid &bare) { m_session->contacts().acceptRequest(bare); });
        const QStringList written = bodies(true);
        tell({{u"last"_s, written.isEmpty() ? 0 : written.last().toInt()}});
        m_accounts->connectAll();
        return true;
    }

    void take(const QByteArray &line)
    {
        if (line.startsWith("write ")) {
            const QString text = QString::fromLatin1(line.mid(6));
            m_session->messages().send(m_peer, text);
            if (bodies(true).value(bodies(true).size() - 1) == text)
                tell({{u"wrote"_s, text.toInt()}});
        } else if (line.startsWith("say ")) {
            m_session->messages().send(m_peer, QString::fromUtf8(line.mid(4)));
        } else if (line == "rows") {
            tellRows();
        } else if (line == "unread") {
            const ConversationListModel *chats = m_session->conversations();
            tell({{u"unread"_s, chats->indexOf(m_peer).data(roles::Unread).toInt()}});
        } else if (line == "quiet") {
            m_session->chats().privacy().setTells(Disclosure::ReadMarkers, false);
        } else if (line.startsWith("spoil ")) {
            m_session->messages().send(m_peer, QString::fromUtf8(line.mid(6)), 0, u"a hint"_s);
        } else if (line == "peer") {
            tellPeer();
        } else if (line.startsWith("picture")) {
            publishPicture(QString::fromUtf8(line.mid(8)));
        } else if (line.startsWith("typing ")) {
            m_session->chats().setTyping(m_peer, line.endsWith("yes"));
        } else if (line == "block") {
            m_session->contacts().block(m_peer).ignore();
        } else if (line == "unblock") {
            m_session->contacts().unblock(m_peer).ignore();
        } else if (line.startsWith("away ")) {
            m_session->setPresence({Availability::Away, QString::fromUtf8(line.mid(5))});
        } else if (change(line)) {
            return;
        } else if (line == "wake") {
            m_session->wake();
        } else if (line == "report") {
            report();
        }
    }

private:
    [[nodiscard]] QList<MessageRecord> rows() const
    {
        for (const ConversationRecord &chat : m_store->conversations().all(kAccount)) {
            if (chat.peer == m_peer)
                return m_store->messages().last(chat.id, 100'000);
        }
        return {};
    }

    [[nodiscard]] QStringList bodies(bool outgoing) const
    {
        QStringList bodies;
        for (const MessageRecord &row : rows()) {
            if (row.outgoing == outgoing)
                bodies.append(row.body);
        }
        return bodies;
    }

    /// "what ROW TEXT", about a row of the timeline.
    bool change(const QByteArray &line)
    {
        const QString text = QString::fromUtf8(line);
        const QString what = text.section(u' ', 0, 0);
        const QString more = text.section(u' ', 2);
        const qint64 id
            = m_timeline->index(text.section(u' ', 1, 1).toInt()).data(roles::MessageId).toLongLong();
        if (what == u"answer")
            m_session->messages().send(m_peer, more, id);
        else if (what == u"correct")
            m_session->messages().correct(id, more);
        else if (what == u"retract")
            m_session->messages().retract(id);
        else if (what == u"react")
            m_session->messages().toggleReaction(id, more);
        else if (what == u"seen")
            m_session->chats().markSeen(m_peer, id);
        else
            return false;
        return true;
    }

    void tellRows() const
    {
        QJsonArray rows;
        for (int row = 0; row < m_timeline->rowCount(); ++row) {
            const QModelIndex index = m_timeline->index(row);
            QJsonArray reactions;
            for (const auto &reaction : index.data(roles::Reactions).value<QList<ReactionSummary>>())
                reactions.append(
                    QJsonArray{reaction.emoji, reaction.count, reaction.mine, reaction.who.join(u' ')});
            rows.append(QJsonObject{{u"body"_s, index.data(roles::Body).toString()},
                                    {u"outgoing"_s, index.data(roles::Outgoing).toBool()},
                                    {u"state"_s, index.data(roles::State).toInt()},
                                    {u"edited"_s, index.data(roles::Edited).toDateTime().isValid()},
                                    {u"retracted"_s, index.data(roles::Retracted).toBool()},
                                    {u"pending"_s, index.data(roles::ChangePending).toBool()},
                                    {u"answers"_s, index.data(roles::ReplyText).toString()},
                                    {u"unstyled"_s, index.data(roles::Unstyled).toBool()},
                                    {u"spoiler"_s, index.data(roles::IsSpoiler).toBool()},
                                    {u"hint"_s, index.data(roles::SpoilerHint).toString()},
                                    {u"reactions"_s, reactions}});
        }
        tell({{u"rows"_s, rows}});
    }

    /// What is shown of the other person and of oneself; pictures by the SHA-1 of what is kept of them.
    void tellPeer() const
    {
        const RosterModel &roster = *m_session->roster();
        const PresenceFacts presence = roster.presence(m_peer);
        tell({{u"peer"_s,
               QJsonObject{{u"availability"_s, int(presence.availability)},
                           {u"status"_s, presence.status},
                           {u"typing"_s, roster.isTyping(m_peer)},
                           {u"blocked"_s, roster.isBlocked(m_peer)},
                           {u"name"_s, m_session->displayName(m_peer)},
                           {u"picture"_s, hashOf(roster.avatarFile(m_peer))},
                           {u"own picture"_s, hashOf(m_session->ownAvatarFile())}}}});
    }

    [[nodiscard]] static QString hashOf(const QString &path)
    {
        QFile file(path);
        if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromLatin1(
            QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1).toHex());
    }

    /// A PNG file, or nothing for no picture.
    void publishPicture(const QString &path)
    {
        OwnPicture picture;
        QFile file(path);
        if (!path.isEmpty() && file.open(QIODevice::ReadOnly)) {
            picture.png = file.readAll();
            picture.size = QImage::fromData(picture.png, "PNG").size();
        }
        m_session->modules().module<ProfileModule>()->publishPicture(picture).then(
            m_session, [](const Result<void> &done) { tell({{u"published"_s, done.has_value()}}); });
    }

    void report()
    {
        while (m_timeline->canFetchMore({}))
            m_timeline->fetchMore({});
        QJsonArray screen;
        for (int row = 0; row < m_timeline->rowCount(); ++row)
            screen.append(m_timeline->index(row).data(roles::Body).toString());
        QJsonArray disk;
        QJsonArray states;
        for (const MessageRecord &row : rows()) {
            disk.append(row.body);
            states.append(int(row.state));
        }
        tell({{u"screen"_s, screen},
              {u"disk"_s, disk},
              {u"states"_s, states},
              {u"outbox"_s, m_store->outbox().pending(kAccount, 100'000).size()},
              {u"resumptions"_s, m_session->connectionDetails().resumptions},
              {u"online"_s, m_session->state() == SessionState::Online}});
    }

    const QString m_folder;
    const Jid m_own;
    const Jid m_peer;
    const quint16 m_port;
    const QString m_authorityFile;
    const QString m_resource;
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    FakeResolver m_resolver; // the network is loopback: no name is looked up
    InMemorySecretStore m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Accounts> m_accounts;
    XmppSession *m_session = nullptr;
    ConversationModel *m_timeline = nullptr;
    bool m_acquainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Person person(application.arguments());
    if (!person.start())
        return 1;
    QByteArray unread;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        char bytes[4096];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        unread.append(bytes, count);
        for (qsizetype end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
            person.take(unread.left(end));
            unread.remove(0, end + 1);
        }
    });
    return QCoreApplication::exec();
}
