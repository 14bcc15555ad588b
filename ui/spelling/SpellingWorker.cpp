// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/SpellingWorker.h"

#include "ui/spelling/HunspellDictionary.h"

namespace tertulia
{

SpellingWorker::SpellingWorker() = default;
SpellingWorker::~SpellingWorker() = default;

HunspellDictionary *SpellingWorker::dictionary(const QString &file)
{
    std::unique_ptr<HunspellDictionary> &dictionary = m_dictionaries[file];
    if (!dictionary)
        dictionary = std::make_unique<HunspellDictionary>(file);
    return dictionary.get();
}

void SpellingWorker::check(const QStringList &words, const QStringList &files)
{
    QHash<QString, bool> right;
    for (const QString &word : words) {
        bool known = false;
        for (const QString &file : files)
            known = known || dictionary(file)->has(word);
        right.insert(word, known);
    }
    Q_EMIT checked(right, files);
}

void SpellingWorker::suggest(const QString &word, const QStringList &files, int request)
{
    // The best of each language first, then the second best.
    QList<QStringList> lists;
    for (const QString &file : files)
        lists << dictionary(file)->suggestions(word);
    QStringList words;
    for (qsizetype at = 0; at < kMostSuggestions; ++at) {
        for (const QStringList &list : lists) {
            if (at < list.size() && !words.contains(list[at]) && words.size() < kMostSuggestions)
                words << list[at];
        }
    }
    Q_EMIT suggested(words, request);
}

void SpellingWorker::keepOnly(const QStringList &files)
{
    std::erase_if(m_dictionaries, [&files](const auto &entry) { return !files.contains(entry.first); });
}

} // namespace tertulia
