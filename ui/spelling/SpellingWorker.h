// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

#include <map>
#include <memory>

namespace tertulia
{

class HunspellDictionary;

/// Looks words up, in a thread of its own: reading a dictionary takes a tenth of a second, suggestions may
/// take as long. A word is right if one of the dictionaries has it.
class SpellingWorker : public QObject
{
    Q_OBJECT
public:
    SpellingWorker();
    ~SpellingWorker() override;

    static constexpr int kMostSuggestions = 6;

    /// `files`: Dictionary::file of each.
    void check(const QStringList &words, const QStringList &files);
    void suggest(const QString &word, const QStringList &files, int request);
    /// Forgets dictionaries other than these.
    void keepOnly(const QStringList &files);

Q_SIGNALS:
    void checked(const QHash<QString, bool> &right, const QStringList &files);
    void suggested(const QStringList &words, int request);

private:
    HunspellDictionary *dictionary(const QString &file);

    std::map<QString, std::unique_ptr<HunspellDictionary>> m_dictionaries;
};

} // namespace tertulia
