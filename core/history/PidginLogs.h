// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogFiles.h"

#include <QTimeZone>

namespace tertulia
{

/// The logs of Pidgin and Finch, as HTML or as text: a file for each conversation, in
/// `logs/jabber/ACCOUNT/PEER/DATE.TIME+ZONE.html`. Rooms have folders of their own, which end with ".chat".
///
/// HTML tells by colours who spoke, text by a name alone: that of the own account is in the first line of the
/// file, and as an alias in `accounts.xml`.
class PidginLogs : public LogFiles
{
public:
    /// `folder`: `logs/jabber/ACCOUNT`.
    PidginLogs(const QString &folder, const LogPlace &place);

    /// The folders of accounts below a folder `.purple`.
    [[nodiscard]] static QList<FoundLog> find(const QString &purple);

protected:
    bool begin(const QString &path) override;
    std::optional<LoggedMessage> read() override;

private:
    /// A line that begins a message, or something that the program said itself.
    struct Head {
        QStringView time; ///< between the parentheses
        QString name;
        QStringView body;
        bool outgoing = false;
        bool action = false; ///< "/me"
    };
    [[nodiscard]] std::optional<Head> headIn(const QString &line) const;
    [[nodiscard]] std::optional<Head> htmlHeadIn(const QString &line) const;
    [[nodiscard]] std::optional<Head> textHeadIn(const QString &line) const;
    [[nodiscard]] static bool isEvent(const QString &line, bool html);
    [[nodiscard]] QDateTime timeOf(QStringView text);
    [[nodiscard]] bool isOwnName(const QString &name) const;

    const QString m_folder;
    QStringList m_ownNames; ///< aliases of the account, and what the file calls it
    QString m_fullAccount;
    bool m_html = false;
    Jid m_peer;
    QDateTime m_start; ///< of the conversation, with its zone
    QDateTime m_last; ///< of the message before
    std::optional<QString> m_line; ///< read already: it begins the next message
};

} // namespace tertulia
