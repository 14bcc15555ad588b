// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HistoryExport.h"

#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Database.h"
#include "core/store/LinksTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/RosterTable.h"
#include "core/store/WordIndex.h"

#include <QHash>
#include <QSaveFile>

#include <limits>

namespace tertulia
{

namespace
{

constexpr int kAtATime = 200;
constexpr std::chrono::milliseconds kBusyTimeout{5000};

/// The tables of one connection, and the file.
class Export
{
public:
    Export(Database &database, const ExportRequest &request, QSaveFile &file, WorkProgress &progress)
        : m_database(database)
        , m_request(request)
        , m_progress(progress)
        , m_file(file)
        , m_format(ExportFormat::forFile(request.file, file, request.words))
        , m_words(database)
        , m_messages(database, m_words)
        , m_links(database)
        , m_reactions(database)
        , m_outbox(database)
    {
    }

    Result<void> findChats()
    {
        const auto accounts = AccountsTable(m_database).all();
        if (!accounts)
            return Failure(accounts.error());
        qint64 all = 0;
        bool any = false;
        for (const AccountRecord &account : *accounts) {
            if (!m_request.account.isEmpty() && account.uuid != m_request.account)
                continue;
            QHash<Jid, QString> names;
            for (const RosterRecord &contact : RosterTable(m_database).load(account.uuid).items)
                names.insert(contact.jid, contact.name);
            for (const ConversationRecord &chat : ConversationsTable(m_database).all(account.uuid)) {
                if (!m_request.peer.isNull() && chat.peer != m_request.peer)
                    continue;
                any = true;
                const qint64 messages = count(chat.id);
                if (m_request.peer.isNull() && messages == 0)
                    continue;
                const QString name = names.value(chat.peer);
                m_chats.append(
                    {{account.jid, chat.peer, account.name.isEmpty() ? account.jid.toString() : account.name,
                      name.isEmpty() ? chat.peer.toString() : name},
                     chat.id});
                all += messages;
            }
        }
        if (!any)
            return failure(ErrorCode::StanzaItemNotFound, m_request.peer.toString());
        m_progress.expect(all);
        return {};
    }

    Result<qint64> write()
    {
        QList<ExportedChat> chats;
        for (const Chat &chat : std::as_const(m_chats))
            chats.append(chat.facts);
        m_format->begin(chats);
        for (const Chat &chat : std::as_const(m_chats)) {
            write(chat);
            if (m_progress.isCancelled())
                return failure(ErrorCode::Cancelled);
        }
        m_format->end();
        return m_written;
    }

private:
    struct Chat {
        ExportedChat facts;
        qint64 row;
    };

    [[nodiscard]] qint64 count(qint64 chat)
    {
        Rows rows
            = m_database.read("SELECT count(*) FROM messages WHERE conversation_id = ? AND shown = 1", chat);
        return rows.next() ? rows.number(0) : 0;
    }

    void write(const Chat &chat)
    {
        m_format->beginChat(chat.facts);
        MessagePosition reached{std::numeric_limits<qint64>::min(), 0};
        while (!m_progress.isCancelled() && m_file.error() == QFileDevice::NoError) {
            const QList<MessageRecord> messages = m_messages.after(chat.row, reached, kAtATime);
            for (const MessageRecord &message : messages) {
                if (isForLater(message))
                    continue;
                m_format->write(withContext(message, chat.facts));
                ++m_written;
            }
            m_progress.advance(messages.size());
            if (messages.isEmpty())
                break;
            reached = messages.last().position();
        }
        m_format->endChat();
    }

    /// Whether it is to be said at a time that the person chose.
    [[nodiscard]] bool isForLater(const MessageRecord &message) const
    {
        if (message.state != DeliveryState::Queued)
            return false;
        const auto waiting = m_outbox.entry(message.id);
        return waiting && waiting->sendAt.isValid();
    }

    [[nodiscard]] ExportedMessage withContext(const MessageRecord &message, const ExportedChat &chat) const
    {
        ExportedMessage exported;
        exported.record = message;
        exported.senderName = nameOf(message.sender, message.outgoing, chat);
        if (message.edited.isValid()) {
            for (const CorrectionRecord &correction : m_links.corrections(message.id)) {
                if (!correction.replaced.isEmpty())
                    exported.earlier.append(correction.replaced);
            }
        }
        if (const auto link = m_links.link(message.id, MessageLink::Reply))
            addAnswered(*link, chat, exported);
        exported.reactions = m_reactions.to(message.id);
        return exported;
    }

    void addAnswered(const LinkRecord &link, const ExportedChat &chat, ExportedMessage &exported) const
    {
        const auto answered = link.target ? m_messages.message(link.target) : std::nullopt;
        if (!answered || !answered->shown) {
            const bool own = link.targetSender == chat.account;
            exported.answered = {nameOf(link.targetSender, own, chat), link.content};
            return;
        }
        exported.answers = link.target;
        exported.answered = {nameOf(answered->sender, answered->outgoing, chat),
                             answered->spoiler.value_or(answered->body), answered->retracted.isValid()};
    }

    [[nodiscard]] static QString nameOf(const Jid &sender, bool own, const ExportedChat &chat)
    {
        return own ? chat.ownName : sender == chat.peer ? chat.peerName : sender.toString();
    }

    Database &m_database;
    const ExportRequest &m_request;
    WorkProgress &m_progress;
    QSaveFile &m_file;
    std::unique_ptr<ExportFormat> m_format;
    WordIndex m_words;
    MessagesTable m_messages;
    LinksTable m_links;
    ReactionsTable m_reactions;
    OutboxTable m_outbox;
    QList<Chat> m_chats;
    qint64 m_written = 0;
};

} // namespace

Result<qint64> exportHistory(const QString &store, const ExportRequest &request, WorkProgress &progress)
{
    Database database(store);
    if (const auto opened = database.open(kBusyTimeout); !opened)
        return Failure(opened.error());
    // One moment of the history, whatever comes meanwhile.
    for (const SqlText sql : {SqlText("PRAGMA query_only = ON"), SqlText("BEGIN")}) {
        if (const auto done = database.execute(sql); !done)
            return Failure(done.error());
    }
    QSaveFile file(request.file);
    Export work(database, request, file, progress);
    if (const auto found = work.findChats(); !found)
        return Failure(found.error());
    const auto unwritable = failure(ErrorCode::StoreReadOnly, request.file);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable;
    // What was said is nobody else's, whatever other files of the person are.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const auto written = work.write();
    if (!written)
        return written;
    if (!file.commit())
        return unwritable;
    return written;
}

} // namespace tertulia
