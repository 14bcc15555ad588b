// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StreamMemory.h"

#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Beside the account's other settings, with which it goes. Holds the stream's id, a line feed, and what the
/// server said.
QString featuresKey(const QString &account)
{
    return u"account/"_s + account + u"/streamFeatures"_s;
}

} // namespace

StreamMemory::StreamMemory(const QString &account, const Jid &own, XmppStream &stream, Store &store,
                           QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_own(own)
    , m_stream(stream)
    , m_store(store)
{
    connect(&store, &Store::aboutToCommit, this, &StreamMemory::save);
    connect(&store, &Store::committed, this, [this] { m_committed = m_written; });
    connect(&store, &Store::rolledBack, this, [this] { lose({ErrorCode::StoreFailed, m_store.path()}); });
    connect(&stream, &XmppStream::online, this, [this](StreamStart start) {
        if (start == StreamStart::Fresh)
            m_featuresAreNew = true;
    });
    connect(&stream, &XmppStream::ended, this, [this](const Error &, bool resumable) {
        if (!resumable)
            save(); // nothing is left to take up
    });
    stream.setKeep([this] { return keep(); });
    stream.setKeepSent([this] {
        save();
        std::ignore = m_store.commit();
    });
}

std::vector<std::pair<QString, Task<void>>> StreamMemory::restore()
{
    const auto stream = m_store.streams().stream(m_account);
    // Of another address, if the account was changed: its row goes with the next commit.
    m_written = {stream, 0, 0};
    m_committed = m_written;
    if (!stream || stream->bound.bare() != m_own)
        return {};
    KeptStream kept{stream->id, stream->bound, stream->location, stream->handled, stream->acknowledged, {}};
    for (const SentRecord &sent : m_store.streams().sent(m_account)) {
        kept.stanzas.append({sent.number, sent.bytes, sent.messageId});
        m_written.next = sent.number + 1;
    }
    m_committed = m_written;
    QByteArray features = m_store.settings().value(featuresKey(m_account)).toByteArray();
    const QByteArray ofThisStream = kept.id.toUtf8() + '\n';
    return m_stream.restore(
        kept, features.startsWith(ofThisStream) ? features.mid(ofThisStream.size()) : QByteArray());
}

void StreamMemory::save()
{
    if (m_lost)
        return;
    const KeptStream kept = m_stream.kept(m_written.next);
    if (kept.id.isEmpty()) {
        if (m_written.stream && m_store.streams().remove(m_account)
            && m_store.settings().setValue(featuresKey(m_account), {}))
            m_written = {};
        return;
    }
    const StreamRecord now{kept.id, kept.bound, kept.location, kept.handled, kept.acknowledged};
    const bool other = m_written.stream && m_written.stream->id != now.id;
    if (other && !m_store.streams().remove(m_account))
        return;
    if (other)
        m_written = {std::nullopt, 0, 0};
    if (m_written.stream != now) {
        if (!m_store.streams().save(m_account, now))
            return;
        m_written.stream = now;
    }
    for (const KeptStream::Stanza &stanza : other ? m_stream.kept().stanzas : kept.stanzas) {
        if (!m_store.streams().addSent(m_account, {stanza.number, stanza.xml, stanza.messageId}))
            return;
        m_written.next = stanza.number + 1;
    }
    const qint64 first = m_stream.firstKept();
    if (first > m_written.first && m_store.streams().removeSentBefore(m_account, first))
        m_written.first = first;
    saveFeatures();
}

void StreamMemory::saveFeatures()
{
    if (!m_featuresAreNew || !m_written.stream)
        return;
    const QByteArray value = m_written.stream->id.toUtf8() + '\n' + m_stream.keptFeatures();
    if (m_store.settings().setValue(featuresKey(m_account), value))
        m_featuresAreNew = false;
}

bool StreamMemory::keep()
{
    save();
    // The server forgets what we acknowledge: after a power cut it must be here (SECURITY R17).
    return !m_lost && m_store.sync();
}

void StreamMemory::lose(const Error &error)
{
    m_loss = error;
    // Not at once: this is said in the middle of taking a stanza or of a statement.
    if (!std::exchange(m_lost, true))
        QMetaObject::invokeMethod(this, &StreamMemory::recover, Qt::QueuedConnection);
}

void StreamMemory::recover()
{
    m_lost = false;
    m_written = m_committed;
    m_featuresAreNew = true;
    const quint32 handled = m_committed.stream ? m_committed.stream->handled : 0;
    const bool same = m_committed.stream && m_committed.stream->id == m_stream.kept().id;
    m_stream.takeBackTo(same ? handled : 0, m_loss);
}

} // namespace tertulia
