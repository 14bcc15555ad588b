// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spelling/Dictionaries.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThread>

#include <functional>

namespace tertulia
{

class SpellingWorker;
class UiSettings;

/// What is known of the spelling of words; asked for while text is laid out, so it answers at once and looks
/// up later, in another thread. No dictionary is read before the first word is asked for. The words
/// that a person added are in the settings.
class Spelling : public QObject
{
    Q_OBJECT
public:
    enum class Verdict { Right, Wrong, Unknown };

    /// `settings` outlive it. Dictionaries are looked for in `folders`.
    explicit Spelling(UiSettings &settings, QStringList folders = dictionaryFolders(),
                      QObject *parent = nullptr);
    ~Spelling() override;

    /// Those that are installed; looked for once.
    [[nodiscard]] const QList<Dictionary> &dictionaries() const;
    /// Languages that are checked where a chat has no others: those that were chosen, else that of the
    /// desktop if there is a dictionary for it. Empty: nothing is checked.
    [[nodiscard]] QStringList languages() const;
    void setLanguages(const QStringList &languages);

    /// Unknown: told by changed() later. Words of one call to the worker are those asked for until control
    /// returns to the event loop.
    [[nodiscard]] Verdict check(const QString &word, const QStringList &languages);
    /// `answer` gets the nearest words, best first, unless `context` is gone by then.
    void suggest(const QString &word, const QStringList &languages, QObject *context,
                 std::function<void(const QStringList &)> answer);
    /// Right from now on, in every language.
    void add(const QString &word);
    void remove(const QString &word);
    [[nodiscard]] QStringList addedWords() const;
    /// Right until the program ends.
    void ignore(const QString &word);

    static constexpr qsizetype kLongestWord = 60; ///< longer ones are no words
    static constexpr qsizetype kMostRemembered = 20'000;
    static constexpr qsizetype kMostAdded = 5'000;

Q_SIGNALS:
    /// Verdicts came, or words or languages are others now.
    void changed();

private:
    struct Question {
        QPointer<QObject> context;
        std::function<void(const QStringList &)> answer;
    };

    SpellingWorker &worker();
    void ask();
    void onChecked(const QHash<QString, bool> &right, const QStringList &files);
    void onSuggested(const QStringList &words, int request);
    [[nodiscard]] QStringList files(const QStringList &languages) const;

    UiSettings &m_settings;
    const QStringList m_folders;
    mutable QList<Dictionary> m_dictionaries;
    mutable bool m_looked = false;
    QSet<QString> m_added;
    QSet<QString> m_ignored;
    /// By dictionaries, then by word.
    QHash<QStringList, QHash<QString, bool>> m_verdicts;
    QHash<QStringList, QSet<QString>> m_wanted;
    QHash<QStringList, QSet<QString>> m_underWay;
    QHash<int, Question> m_questions;
    int m_lastRequest = 0;
    QThread m_thread;
    SpellingWorker *m_worker = nullptr;
};

} // namespace tertulia
