// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tertulia
{

enum class EmojiGroup { People, Gestures, Nature, Food, Activities, Travel, Objects, Symbols };
inline constexpr int kEmojiGroups = 8;

/// An emoji and what it is called; words for searching come in both languages of the program.
struct Emoji {
    EmojiGroup group = EmojiGroup::People;
    QString text;
    QString english; ///< name, then further words after a comma
    QString spanish;

    /// In the language of the interface.
    [[nodiscard]] QString name() const;
};

/// The emoji offered, in their order.
const QList<Emoji> &allEmoji();

/// Those with a word that begins like each word of `text`, in either language; case and accents are ignored.
QList<Emoji> findEmoji(const QString &text);

} // namespace tertulia
