// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

#include <QDateTime>

namespace tertulia
{

class DiscoModule;

/// Which page of an archive (XEP-0313 4, XEP-0059).
struct ArchiveQuery {
    QString after = {}; ///< archive id to begin behind; empty: at the beginning
    bool newest = false; ///< the last page instead
    QDateTime start = {}; ///< only what was archived then or later; invalid: everything
    int max = 100; ///< the server may give fewer
};

/// A message as the archive holds it.
struct ArchivedMessage {
    QString id; ///< the archive's
    QDateTime stamp; ///< UTC, when it was archived
    Message message;
};

struct ArchivePage {
    QList<ArchivedMessage> messages = {}; ///< in the archive's order
    QString last = {}; ///< id of the last one, also of one that could not be read; empty: an empty page
    bool complete = false; ///< nothing is left in the direction that was asked
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

    /// Whether there is one: StanzaFeatureNotImplemented if not.
    [[nodiscard]] Task<void> support();
    /// One page. StanzaItemNotFound if the archive does not know `after` (any more).
    [[nodiscard]] Task<ArchivePage> page(const ArchiveQuery &query);

private:
    struct Open {
        QList<ArchivedMessage> messages;
        QString last;
        int left = 0; ///< how many results may still come
    };

    bool take(const Message &message);
    static Result<ArchivePage> finish(Open &&open, const XmlElement &fin);

    DiscoModule &m_disco;
    QHash<QString, Open> m_open; ///< by query id
};

} // namespace tertulia
