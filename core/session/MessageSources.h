// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/MessageWatch.h"

#include <QObject>

#include <deque>

namespace tertulia
{

class Conversations;

/// What the messages of one account looked like on the wire, for who wants to see it: those that came or left
/// since the program started, as many of the newest as fit. Only in memory; what is taken back or removed
/// goes from there with all of its chat.
class MessageSources : public QObject
{
    Q_OBJECT
public:
    /// `conversations` must outlive this.
    explicit MessageSources(Conversations &conversations, QObject *parent = nullptr);

    /// What the stream is to show this.
    [[nodiscard]] MessageWatch watch();
    /// XML, UTF-8, with what the message came in; empty where it is not known (any more).
    [[nodiscard]] QByteArray of(qint64 messageId) const;

    static constexpr qsizetype kMostBytes = 2 * 1024 * 1024; ///< of all
    static constexpr qsizetype kLongest = 128 * 1024; ///< of one that is kept

private:
    struct Source {
        QString from; ///< as it stands there
        QString to;
        QStringList ids; ///< all that it is called, by whomever
        QByteArray xml;
    };

    void take(const XmlElement &stanza);
    void takeOwn(const Message &message, const QByteArray &xml);
    void keep(Source source);
    void forget(const Jid &peer);
    [[nodiscard]] bool isOurs(const Source &source) const;
    [[nodiscard]] Jid peerOf(const Source &source) const;

    Conversations &m_conversations;
    std::deque<Source> m_sources; ///< oldest first
    qsizetype m_bytes = 0;
};

} // namespace tertulia
