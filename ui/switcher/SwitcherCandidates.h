// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/switcher/SwitcherEntry.h"

#include <QList>

namespace tertulia
{

class Accounts;

/// Something that a menu can do now.
struct SwitcherCommand {
    QPointer<QAction> action;
    QString text; ///< without mnemonic
    QString path; ///< of the menus it is in
};

/// The chats, people and commands there are at one moment, ready to be compared with what is typed: names are
/// folded once, when it is made, and not at each key.
class SwitcherCandidates
{
public:
    /// `recent`: chats in the order in which they were turned to, newest first.
    SwitcherCandidates(const Accounts &accounts, const QList<ConversationKey> &recent,
                       const QList<SwitcherCommand> &commands);

    /// Chats and people that fit, the best first: by how well the name fits, then what was turned to last,
    /// then by activity, then by name. Without words, the most recent chats.
    [[nodiscard]] QList<SwitcherEntry> people(const QStringList &words, int count) const;
    [[nodiscard]] QList<SwitcherEntry> commands(const QStringList &words, int count) const;

private:
    struct Person {
        SwitcherEntry entry;
        QString name; ///< folded
        QString address; ///< folded
        qint64 activity = 0; ///< of the chat; 0 without
        int turned = 0; ///< bigger: turned to later
    };
    struct Command {
        SwitcherEntry entry;
        QString text; ///< folded
        QString path; ///< folded
    };
    QList<Person> m_people;
    QList<Command> m_commands;
};

} // namespace tertulia
