// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace tertulia
{

/// What a start of the program was asked to do. Passwords are never taken from a command line, where every
/// other user could read them.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(tertulia::CommandLine)
public:
    QString profile; ///< absolute folder that holds everything; empty: the folders of the desktop
    bool hidden = false;
    bool quit = false;
    bool offline = false;
    bool listAccounts = false;
    QString chat; ///< address whose chat is to open
    QString newWindow; ///< the same, in a window of its own
    QString exported; ///< address whose history is to be written to exportFile
    QString exportFile; ///< absolute
    std::optional<Availability> status;
    std::optional<QString> message;
    QString log; ///< logging rules as of QT_LOGGING_RULES, with ; between them
    bool demo = false;
    bool script = false; ///< with demo: play a conversation, take pictures, leave
    QString pictures; ///< where the pictures of the script go
    QString uri; ///< xmpp: address; nothing is done with it without asking (XEP-0147)
    bool showHelp = false;
    bool showVersion = false;

    /// Reads `arguments` (the program's name first); else a sentence that says what is wrong.
    static std::expected<CommandLine, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
    [[nodiscard]] static QString versionText();

    /// The part that a running copy is asked to do, and back. What does not fit is left out.
    [[nodiscard]] QJsonObject toJson() const;
    static CommandLine fromJson(const QJsonObject &object);
};

} // namespace tertulia
