// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/emoji/EmojiTable.h"

#include "core/models/SearchFold.h"
#include "ui/theme/Resources.h"

#include <QFile>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char32_t kFirstTone = 0x1f3fb;
constexpr QChar kEmojiStyle(0xfe0f);
constexpr int kFields = 6;

/// The text of the table; the views in Emoji look into it.
const QByteArray &table()
{
    static const QByteArray bytes = [] {
        initResources();
        QFile file(u":/emoji/emoji.txt"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return bytes;
}

QByteArrayView takeUntil(QByteArrayView &rest, char end)
{
    const qsizetype at = rest.indexOf(end);
    const QByteArrayView taken = at < 0 ? rest : rest.first(at);
    rest = at < 0 ? QByteArrayView() : rest.sliced(at + 1);
    return taken;
}

QString modifier(SkinTone tone)
{
    const char32_t point = kFirstTone + char32_t(tone) - 1;
    return QString::fromUcs4(&point, 1);
}

/// Takes the tones out of a text; the last of them, or None.
SkinTone takeTone(QString &text)
{
    SkinTone found = SkinTone::None;
    for (int tone = 1; tone < kSkinTones; ++tone) {
        const QString mark = modifier(SkinTone(tone));
        if (text.contains(mark)) {
            found = SkinTone(tone);
            text.remove(mark);
        }
    }
    return found;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : searchFold(text)) {
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            word += c;
        } else if (c != u'\'' && c != u'\u2019' && !word.isEmpty()) {
            words << std::exchange(word, {});
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

bool hasAll(QByteArrayView words, const QList<QByteArray> &wanted)
{
    return std::ranges::all_of(wanted, [words](const QByteArray &word) { return words.contains(word); });
}

/// How near a name is to what was typed: 0 begins so, 1 has the words, 2 is not it.
int distance(const QString &name, const QStringList &wanted)
{
    const QString folded = u' ' + wordsOf(name).join(u' ');
    if (folded.startsWith(QString(u' ' + wanted.join(u' '))))
        return 0;
    const auto has = [&folded](const QString &word) { return folded.contains(QString(u' ' + word)); };
    return std::ranges::all_of(wanted, has) ? 1 : 2;
}

/// By text without style marks: what others send may lack them.
const QHash<QString, qsizetype> &places()
{
    static const QHash<QString, qsizetype> places = [] {
        QHash<QString, qsizetype> byText;
        byText.reserve(allEmoji().size());
        for (qsizetype at = 0; at < allEmoji().size(); ++at)
            byText.insert(allEmoji()[at].text().remove(kEmojiStyle), at);
        return byText;
    }();
    return places;
}

} // namespace

QString Emoji::withTone(SkinTone tone) const
{
    if (tone == SkinTone::None || !takesTone())
        return text();
    return QString::fromUtf8(toned).replace(u'~', modifier(tone));
}

QString Emoji::name(SkinTone tone) const
{
    const QString plain = QString::fromUtf8(QLocale().language() == QLocale::Spanish ? spanish : english);
    return tone == SkinTone::None ? plain : EmojiWords::tr("%1: %2").arg(plain, EmojiWords::tone(tone));
}

const QList<Emoji> &allEmoji()
{
    static const QList<Emoji> all = [] {
        QList<Emoji> emoji;
        QByteArrayView rest(table());
        while (!rest.isEmpty()) {
            QByteArrayView line = takeUntil(rest, '\n');
            if (line.isEmpty() || line.startsWith('#'))
                continue;
            std::array<QByteArrayView, kFields> fields;
            for (QByteArrayView &field : fields)
                field = takeUntil(line, '\t');
            emoji << Emoji{
                EmojiGroup(fields[0].front() - '0'), fields[1], fields[2], fields[3], fields[4], fields[5]};
        }
        return emoji;
    }();
    return all;
}

QList<Emoji> findEmoji(const QString &text)
{
    const QByteArray itself = text.trimmed().toUtf8();
    for (const Emoji &emoji : allEmoji()) {
        if (emoji.utf8 == itself)
            return {emoji};
    }
    const QStringList wanted = wordsOf(text);
    if (wanted.isEmpty())
        return {};
    QList<QByteArray> prefixes;
    for (const QString &word : wanted)
        prefixes << ' ' + word.toUtf8();
    std::array<QList<Emoji>, 3> found;
    for (const Emoji &emoji : allEmoji()) {
        if (hasAll(emoji.words, prefixes)) {
            const int near = std::min(distance(QString::fromUtf8(emoji.english), wanted),
                                      distance(QString::fromUtf8(emoji.spanish), wanted));
            found[size_t(near)] << emoji;
        }
    }
    return found[0] + found[1] + found[2];
}

QString emojiName(const QString &text)
{
    QString plain = text;
    plain.remove(kEmojiStyle);
    auto known = places().constFind(plain);
    SkinTone tone = SkinTone::None;
    if (known == places().cend()) {
        tone = takeTone(plain);
        known = places().constFind(plain);
    }
    return known == places().cend() ? text : allEmoji()[*known].name(tone);
}

QString EmojiWords::group(EmojiGroup group)
{
    switch (group) {
    case EmojiGroup::Faces:
        return tr("Faces and feelings");
    case EmojiGroup::People:
        return tr("People");
    case EmojiGroup::Nature:
        return tr("Animals and nature");
    case EmojiGroup::Food:
        return tr("Food and drink");
    case EmojiGroup::Travel:
        return tr("Travel and places");
    case EmojiGroup::Activities:
        return tr("Activities");
    case EmojiGroup::Objects:
        return tr("Objects");
    case EmojiGroup::Symbols:
        return tr("Symbols");
    case EmojiGroup::Flags:
        return tr("Flags");
    }
    return {};
}

QString EmojiWords::tone(SkinTone tone)
{
    switch (tone) {
    case SkinTone::None:
        return tr("no skin tone");
    case SkinTone::Light:
        return tr("light skin tone");
    case SkinTone::MediumLight:
        return tr("medium-light skin tone");
    case SkinTone::Medium:
        return tr("medium skin tone");
    case SkinTone::MediumDark:
        return tr("medium-dark skin tone");
    case SkinTone::Dark:
        return tr("dark skin tone");
    }
    return {};
}

} // namespace tertulia
