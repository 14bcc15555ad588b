// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace tertulia
{

/// What a text that was written means, if it begins with a slash.
struct WrittenText {
    enum class Kind {
        Message, ///< `text` is to be sent
        Help, ///< the commands are to be shown
        Refused ///< `text` says why it is not sent
    };
    Kind kind = Kind::Message;
    QString text;
};

/// The commands that can be written in a chat of two, and what else begins with a slash: "//" sends a slash,
/// what is no command is refused rather than said to others.
class SlashCommands
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::SlashCommands)
public:
    struct Command {
        QString word; ///< "/me"
        QString meaning;
    };

    [[nodiscard]] static QList<Command> offered();
    [[nodiscard]] static WrittenText read(const QString &text);
    /// What has to be written so that exactly `text` is sent.
    [[nodiscard]] static QString written(const QString &text);
    /// All that offered() has, and the two slashes, one a line.
    [[nodiscard]] static QString help();
};

} // namespace tertulia
