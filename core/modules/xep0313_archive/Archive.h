// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

class DiscoModule;

/// Which page of an archive (XEP-0313 4, XEP-0059). Bounds that are empty, null or invalid do not count.
struct ArchiveQuery {
    QString after = {}; ///< archive id to begin behind; that one must be among what is asked for
    bool newest = false; ///< the last page instead of the first
    QString before = {}; ///< the page that ends in front of this one, likewise
    Jid with = {}; ///< only what was said to or by them
    QDateTime start = {}; ///< only what was archived then or later
    QDateTime end = {}; ///< only what was archived then or earlier
    QString beforeId
        = {}; ///< only what stands in front of this one; where archives are ArchiveKind::Extended
    QList<std::pair<QString, QString>> fields = {}; ///< of the form, by other extensions: names and values
    int max = 100; ///< the server may give fewer
};

/// A message as the archive holds it.
struct ArchivedMessage {
    QString id; ///< the archive's
    QDateTime stamp; ///< UTC, when it was archived; not in the future
    Message message;
    qint64 rank = 0; ///< where it stands among what is known of the archive (ArchiveRank); 0: not known
    bool history = false; ///< it was said before this account was here: no news
    QDateTime archived = {}; ///< UTC, as the archive's clock has it, which may be ahead of ours

    /// Whom the conversation is with, bare, if `own` is the account.
    [[nodiscard]] Jid peer(const Jid &own) const
    {
        return message.from.bare() == own ? message.to.bare() : message.from.bare();
    }
};

struct ArchivePage {
    QList<ArchivedMessage> messages = {}; ///< in the archive's order
    QString first = {}; ///< id of the first one, also of one that could not be read; empty: an empty page
    QString last = {}; ///< id of the last one, likewise
    bool complete = false; ///< nothing is left in the direction that was asked
    std::optional<int> count = {}; ///< how many there are in all, if the server says so
};

/// The two ends of an archive; invalid if there is nothing.
struct ArchiveEnds {
    QDateTime start = {};
    QDateTime end = {};
};

enum class ArchiveKind {
    Plain,
    Extended, ///< urn:xmpp:mam:2#extended
};

/// The archive that the own server keeps of the account (XEP-0313). Results are believed from the own account
/// alone, and only as part of the page that was asked for (SECURITY A57).
class ArchiveModule : public Module
{
    Q_OBJECT
public:
    ArchiveModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamEnded() override;

    /// What kind there is: StanzaFeatureNotImplemented if none.
    [[nodiscard]] Task<ArchiveKind> support();
    /// One page. StanzaItemNotFound if the archive does not know one of the ids (any more).
    [[nodiscard]] Task<ArchivePage> page(ArchiveQuery query);
    /// So many a page, whatever is asked for; 0: as asked.
    void setPageSize(int messages) { m_pageSize = messages; }
    /// From when to when it reaches (XEP-0313 5), of an extended one.
    [[nodiscard]] Task<ArchiveEnds> ends();

private:
    struct Open {
        struct Entry {
            QString id;
            Result<ArchivedMessage> message; ///< an error: it could not be read
        };
        QList<Entry> results = {}; ///< at most `max`
        int max = 0;
        bool backwards = false;
        bool tooMany = false; ///< more came than were asked for
    };

    bool take(const Message &message);
    static Result<ArchivePage> finish(Open &&open, const XmlElement &fin);

    DiscoModule &m_disco;
    QHash<QString, Open> m_open; ///< by query id
    int m_pageSize = 0;
};

} // namespace tertulia
