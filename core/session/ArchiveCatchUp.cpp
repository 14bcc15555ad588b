// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveCatchUp.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/chat/Conversations.h"
#include "core/modules/messaging/Messaging.h"
#include "core/store/Store.h"

#include <QPointer>

namespace tertulia
{

namespace
{

/// The stamps are of another clock.
constexpr qint64 kDoubtAboutStamps = qint64(24) * 60 * 60;

/// It ended, and the next one will begin anew.
bool isOfTheStream(ErrorCode code)
{
    return code == ErrorCode::NotConnected || code == ErrorCode::Cancelled;
}

} // namespace

ArchiveCatchUp::ArchiveCatchUp(const QString &account, const Jid &own, ModuleHost &host,
                               Conversations &conversations, Store &store, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_own(own)
    , m_host(host)
    , m_conversations(conversations)
    , m_store(store)
    , m_known(store.archives().newest(account, own))
{
    // With what the messages brought, and not for each of them.
    connect(&store, &Store::aboutToCommit, this, &ArchiveCatchUp::save);
    connect(&store, &Store::rolledBack, this, &ArchiveCatchUp::lose);
}

void ArchiveCatchUp::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed)
        begin();
}

void ArchiveCatchUp::begin()
{
    m_state = State::Reading;
    m_conversations.beginCatchUp();
    const quint64 reading = ++m_reading;
    m_host.module<ArchiveModule>()->support().then(this, [this, reading](const Result<void> &supported) {
        if (reading != m_reading)
            return;
        if (!supported && isOfTheStream(supported.error().code))
            return;
        if (!supported)
            finish(State::Unknown);
        else if (!m_known)
            ask({.newest = true, .max = 1});
        else
            ask({.after = m_known->lastId});
    });
}

void ArchiveCatchUp::ask(const ArchiveQuery &query)
{
    const quint64 reading = m_reading;
    m_host.module<ArchiveModule>()->page(query).then(
        this, [this, reading, query](const Result<ArchivePage> &page) {
            if (reading != m_reading)
                return;
            if (page) {
                take(query, *page);
            } else if (page.error().code == ErrorCode::StanzaItemNotFound && m_known && !query.after.isEmpty()
                       && m_known->lastTime.isValid()) {
                // It was thrown away, as archives do with what is old.
                ask({.start = m_known->lastTime.addSecs(-kDoubtAboutStamps)});
            } else if (!isOfTheStream(page.error().code)) {
                qCWarning(logSession) << "the archive could not be read:" << int(page.error().code);
                finish(State::Unknown);
            }
        });
}

void ArchiveCatchUp::take(const ArchiveQuery &query, const ArchivePage &page)
{
    if (query.newest) {
        // All that is there was said before this account was.
        m_known = ArchiveRange{};
        remember(page.last, page.messages.isEmpty() ? QDateTime() : page.messages.last().stamp);
        m_known->firstId = m_known->lastId;
        m_known->firstTime = m_known->lastTime;
        m_known->reachesStart = page.last.isEmpty();
        save();
        finish(State::UpToDate);
        return;
    }
    auto *messaging = m_host.module<MessagingModule>();
    const QPointer<ArchiveCatchUp> alive(this);
    const quint64 reading = m_reading;
    for (const ArchivedMessage &message : page.messages) {
        messaging->takeArchived(message);
        if (!alive || reading != m_reading)
            return;
    }
    const bool progress = !page.last.isEmpty() && page.last != query.after;
    if (progress)
        remember(page.last, page.messages.isEmpty() ? m_known->lastTime : page.messages.last().stamp);
    save();
    if (page.complete)
        finish(State::UpToDate);
    else if (progress)
        ask({.after = page.last});
    else
        finish(State::Unknown); // a server that goes round in circles (SECURITY F19)
}

void ArchiveCatchUp::remember(const QString &id, const QDateTime &stamp)
{
    m_known->lastId = id;
    m_known->lastTime = stamp.isValid() ? stamp : m_host.clock().now();
    if (m_known->firstId.isEmpty()) {
        m_known->firstId = id;
        m_known->firstTime = m_known->lastTime;
    }
    m_unsaved = true;
}

void ArchiveCatchUp::noteLive(const QString &id)
{
    // Before the end is reached there is a hole in front of it.
    if (m_state == State::UpToDate)
        remember(id, m_host.clock().now());
}

void ArchiveCatchUp::lose()
{
    m_unsaved = false;
    ++m_reading;
    // Not at once: this is said in the middle of taking a stanza or of a statement.
    QMetaObject::invokeMethod(
        this,
        [this, reading = m_reading] {
            if (reading != m_reading)
                return;
            m_known = m_store.archives().newest(m_account, m_own);
            finish(State::Unknown);
        },
        Qt::QueuedConnection);
}

void ArchiveCatchUp::save()
{
    if (m_unsaved && m_known && m_store.archives().saveNewest(m_account, m_own, *m_known))
        m_unsaved = false;
}

void ArchiveCatchUp::finish(State state)
{
    const bool wasReading = m_state == State::Reading;
    m_state = state;
    m_conversations.endCatchUp();
    if (wasReading)
        Q_EMIT over();
}

} // namespace tertulia
