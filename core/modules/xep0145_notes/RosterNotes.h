// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QDateTime>
#include <QHash>

#include <deque>

namespace tertulia
{

/// What the account's person noted about somebody.
struct RosterNote {
    QString text = {};
    QDateTime created = {}; ///< UTC, invalid if not known
    QDateTime changed = {}; ///< UTC, invalid if not known

    bool operator==(const RosterNote &) const = default;
};

/// Private notes on contacts (XEP-0145). The server's word counts: a change is made to what stands there at
/// that moment, so that notes of other devices stay.
class RosterNotesModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    static constexpr qsizetype kMaxText = 10'000; ///< that is written; what stands there is read whole
    static constexpr qsizetype kMaxNotes = 20'000;

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// As last heard of; outlives the stream.
    [[nodiscard]] const QHash<Jid, RosterNote> &notes() const { return m_notes; }
    /// Asks the server for them.
    [[nodiscard]] Task<void> fetch();
    /// An empty text removes the note. Ends once the server has it; StanzaNotAcceptable for one longer than
    /// kMaxText, which is not cut.
    [[nodiscard]] Task<void> setNote(const Jid &bare, const QString &text);

Q_SIGNALS:
    void notesChanged();

private:
    void take(const QHash<Jid, RosterNote> &notes);
    struct Change {
        Jid bare;
        QString text;
        Promise<void> promise;
    };
    void changeNext();
    void endChange(const Result<void> &done);
    void store(const XmlElement &storage);

    std::deque<Change> m_changes; ///< the first is on its way, the others wait: each reads what it changes
    QHash<Jid, RosterNote> m_notes;
};

} // namespace tertulia
