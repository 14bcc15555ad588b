// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WordFold.h"

#include <algorithm>
#include <array>

namespace tertulia
{

namespace
{

constexpr char16_t kFirstAccent = 0x300;
constexpr char16_t kLastAccent = 0x36F;
/// Latin, Greek, Cyrillic and what is near, and more of Latin and Greek.
constexpr char16_t kTable = 0x2000;

/// The letter without its accents, in lower case; itself if it is no letter that has them, or one that SQLite
/// does not know (see isPartOfWord()): the index has it as it is.
char32_t foldedSlowly(char32_t c)
{
    if (QChar::unicodeVersion(c) > QChar::Unicode_6_1)
        return c;
    for (;;) {
        if (QChar::decompositionTag(c) != QChar::Canonical)
            break;
        const QString parts = QChar::decomposition(c);
        // A letter and an accent. Signs of other scripts are more than that: they stay.
        const bool pair = parts.at(0).isHighSurrogate();
        const qsizetype rest = pair ? 2 : 1;
        if (parts.size() <= rest || parts.at(rest).unicode() < kFirstAccent
            || parts.at(rest).unicode() > kLastAccent)
            break;
        c = pair ? QChar::surrogateToUcs4(parts.at(0), parts.at(1)) : char32_t(parts.at(0).unicode());
    }
    return QChar::toCaseFolded(c);
}

char16_t foldedQuickly(char16_t c)
{
    static const auto table = [] {
        std::array<char16_t, kTable> made{};
        for (char16_t each = 0; each < kTable; ++each)
            made[each] = char16_t(foldedSlowly(each));
        return made;
    }();
    return table[c];
}

} // namespace

bool isPartOfWord(char32_t c)
{
    constexpr char32_t kTextStyle = 0xFE0E;
    constexpr char32_t kEmojiStyle = 0xFE0F;
    constexpr char32_t kKeycap = 0x20E3;
    if (c == kTextStyle || c == kEmojiStyle || c == kKeycap)
        return false;
    if (c == 0xFFFE || c == 0xFFFF) // which SQLite reads as U+FFFD
        return false;
    // SQLite has the tables of Unicode 6.1, and takes what is not in them for letters.
    const auto category = QChar::category(c);
    if (category == QChar::Other_NotAssigned || QChar::unicodeVersion(c) > QChar::Unicode_6_1)
        return true;
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || category == QChar::Other_PrivateUse;
}

FoldedText::FoldedText(QStringView text)
    : m_size(text.size())
{
    m_text.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit >= kFirstAccent && unit <= kLastAccent) {
            // From here on a letter may stand before its place in the original.
            for (qsizetype at = 0; !m_moved && at < m_text.size(); ++at)
                m_origins.append(at);
            m_moved = true;
            continue;
        }
        const bool pair
            = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (m_moved)
            m_origins.append(i);
        if (!pair) {
            m_text.append(unit < kTable ? foldedQuickly(unit) : char16_t(foldedSlowly(unit)));
            continue;
        }
        const char32_t folded = foldedSlowly(QChar::surrogateToUcs4(unit, text.at(i + 1).unicode()));
        m_text.append(QChar::highSurrogate(folded));
        m_text.append(QChar::lowSurrogate(folded));
        if (m_moved)
            m_origins.append(i + 1);
        ++i;
    }
}

qsizetype FoldedText::origin(qsizetype at) const
{
    if (at >= m_text.size())
        return m_size;
    return m_moved ? m_origins.at(at) : at;
}

} // namespace tertulia
