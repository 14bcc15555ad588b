// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QCoreApplication>
#include <QList>
#include <QString>

namespace tertulia
{

/// Unicode's groups, in its order.
enum class EmojiGroup { Faces, People, Nature, Food, Travel, Activities, Objects, Symbols, Flags };
inline constexpr int kEmojiGroups = 9;

/// The five of UTS 51, and the yellow of those without.
enum class SkinTone { None, Light, MediumLight, Medium, MediumDark, Dark };
inline constexpr int kSkinTones = 6;

/// An emoji without skin tone, and what it is called. Its fields lie in the table (resources/emoji).
struct Emoji {
    EmojiGroup group = EmojiGroup::Faces;
    QByteArrayView utf8;
    QByteArrayView toned; ///< with "~" where the tone stands; empty: it takes none
    QByteArrayView english;
    QByteArrayView spanish;
    QByteArrayView words; ///< of both languages, folded, a space before each

    [[nodiscard]] QString text() const { return QString::fromUtf8(utf8); }
    [[nodiscard]] bool takesTone() const { return !toned.isEmpty(); }
    /// text() if it takes none.
    [[nodiscard]] QString withTone(SkinTone tone) const;
    /// In the language of the interface, with the tone if it has one.
    [[nodiscard]] QString name(SkinTone tone = SkinTone::None) const;
};

/// The emoji offered, all of Unicode 15, in their order. Read when first asked for; it stays.
[[nodiscard]] const QList<Emoji> &allEmoji();

/// Those with a word that begins like each word of `text`, in either language; case and accents are ignored.
/// The ones whose name begins so come first, then those whose name has the words, then the others.
[[nodiscard]] QList<Emoji> findEmoji(const QString &text);

/// What an emoji is called, with its skin tone; the text itself if the table does not have it.
[[nodiscard]] QString emojiName(const QString &text);

/// Words for the parts of the table.
class EmojiWords
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::EmojiWords)
public:
    [[nodiscard]] static QString group(EmojiGroup group);
    [[nodiscard]] static QString tone(SkinTone tone);
};

} // namespace tertulia
