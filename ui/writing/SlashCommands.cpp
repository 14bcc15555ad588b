// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/SlashCommands.h"

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kShownWord = 30;

bool isForRooms(const QString &word)
{
    const QStringList words{u"nick"_s, u"invite"_s, u"leave"_s, u"part"_s, u"topic"_s,
                            u"join"_s, u"kick"_s,   u"ban"_s,   u"msg"_s};
    return words.contains(word);
}

/// The first word, without the slash.
QStringView wordOf(const QString &text)
{
    const auto end = std::find_if(text.cbegin() + 1, text.cend(), [](QChar c) { return c.isSpace(); });
    return QStringView(text.cbegin() + 1, end);
}

} // namespace

QList<SlashCommands::Command> SlashCommands::offered()
{
    return {{u"/me"_s, tr("say what you do: “/me waves”")}, {u"/help"_s, tr("show the commands")}};
}

WrittenText SlashCommands::read(const QString &text)
{
    if (!text.startsWith(u'/'))
        return {WrittenText::Kind::Message, text};
    if (text.startsWith("//"_L1))
        return {WrittenText::Kind::Message, text.mid(1)};
    const QStringView word = wordOf(text);
    if (word.isEmpty() || !word.front().isLetter())
        return {WrittenText::Kind::Message, text};
    const QString command = word.toString().toLower();
    if (command == "me"_L1) {
        const QString what = text.mid(3).trimmed();
        if (what.isEmpty())
            return {WrittenText::Kind::Refused, tr("After “/me” comes what you do: “/me waves”.")};
        // XEP-0245 3: these four characters, and no others.
        return {WrittenText::Kind::Message, "/me "_L1 + what};
    }
    if (command == "help"_L1)
        return {WrittenText::Kind::Help, {}};
    const QString shown = '/'_L1 + word.left(kShownWord).toString();
    if (isForRooms(command))
        return {WrittenText::Kind::Refused,
                tr("“%1” is for rooms, and this is a chat with one person.").arg(shown)};
    return {WrittenText::Kind::Refused,
            tr("There is no command “%1”. Two slashes at the start send one.").arg(shown)};
}

QString SlashCommands::written(const QString &text)
{
    const WrittenText meant = read(text);
    const bool same = meant.kind == WrittenText::Kind::Message && meant.text == text;
    return same ? text : QString(u'/' + text);
}

QString SlashCommands::help()
{
    QStringList lines;
    for (const Command &command : offered())
        lines << tr("%1 – %2").arg(command.word, command.meaning);
    lines << tr("%1 – %2").arg(u"//"_s, tr("send a text that begins with a slash"));
    return lines.join(u'\n');
}

} // namespace tertulia
