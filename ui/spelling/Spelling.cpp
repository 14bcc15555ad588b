// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/Spelling.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/SpellingWorker.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// As dictionaries write it.
QString plainWord(const QString &word)
{
    return QString(word).replace(u'\u2019', u'\'');
}

} // namespace

Spelling::Spelling(UiSettings &settings, QStringList folders, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_folders(std::move(folders))
{
    const QStringList added = addedWords();
    m_added = QSet<QString>(added.cbegin(), added.cend());
}

Spelling::~Spelling()
{
    m_thread.quit();
    m_thread.wait();
}

const QList<Dictionary> &Spelling::dictionaries() const
{
    if (!std::exchange(m_looked, true))
        m_dictionaries = findDictionaries(m_folders);
    return m_dictionaries;
}

QStringList Spelling::languages() const
{
    const QVariant chosen = m_settings.value(settingkeys::kSpellingLanguages);
    if (chosen.isValid())
        return chosen.toStringList();
    for (const QString &locale : QLocale().uiLanguages()) {
        if (const QString language = dictionaryFor(locale, dictionaries()); !language.isEmpty())
            return {language};
    }
    return {};
}

void Spelling::setLanguages(const QStringList &languages)
{
    m_settings.setValue(settingkeys::kSpellingLanguages, languages);
    Q_EMIT changed();
}

QStringList Spelling::files(const QStringList &languages) const
{
    QStringList files;
    for (const Dictionary &dictionary : dictionaries()) {
        if (languages.contains(dictionary.language))
            files << dictionary.file;
    }
    return files;
}

SpellingWorker &Spelling::worker()
{
    if (m_worker)
        return *m_worker;
    m_worker = new SpellingWorker;
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(u"spelling"_s);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SpellingWorker::checked, this, &Spelling::onChecked);
    connect(m_worker, &SpellingWorker::suggested, this, &Spelling::onSuggested);
    m_thread.start(QThread::LowPriority);
    return *m_worker;
}

Spelling::Verdict Spelling::check(const QString &word, const QStringList &languages)
{
    const QString plain = plainWord(word);
    if (plain.size() > kLongestWord || m_added.contains(plain) || m_ignored.contains(plain))
        return Verdict::Right;
    const QStringList files = this->files(languages);
    if (files.isEmpty())
        return Verdict::Right;
    const auto verdicts = m_verdicts.constFind(files);
    if (verdicts != m_verdicts.cend()) {
        if (const auto known = verdicts->constFind(plain); known != verdicts->cend())
            return *known ? Verdict::Right : Verdict::Wrong;
    }
    if (m_underWay.value(files).contains(plain))
        return Verdict::Unknown;
    if (m_wanted.isEmpty())
        QMetaObject::invokeMethod(this, &Spelling::ask, Qt::QueuedConnection);
    m_wanted[files].insert(plain);
    return Verdict::Unknown;
}

void Spelling::ask()
{
    const auto wanted = std::exchange(m_wanted, {});
    for (auto each = wanted.cbegin(); each != wanted.cend(); ++each) {
        m_underWay[each.key()].unite(each.value());
        QMetaObject::invokeMethod(&worker(),
                                  [worker = &worker(), words = each.value().values(), files = each.key()] {
                                      worker->check(words, files);
                                  });
    }
}

void Spelling::onChecked(const QHash<QString, bool> &right, const QStringList &files)
{
    QHash<QString, bool> &verdicts = m_verdicts[files];
    // Texts of a day fit in; those of months are asked for again.
    if (verdicts.size() > kMostRemembered)
        verdicts.clear();
    for (auto verdict = right.cbegin(); verdict != right.cend(); ++verdict) {
        verdicts.insert(verdict.key(), verdict.value());
        m_underWay[files].remove(verdict.key());
    }
    Q_EMIT changed();
}

void Spelling::suggest(const QString &word, const QStringList &languages, QObject *context,
                       std::function<void(const QStringList &)> answer)
{
    const int request = ++m_lastRequest;
    m_questions.insert(request, {context, std::move(answer)});
    QMetaObject::invokeMethod(&worker(),
                              [worker = &worker(), word = plainWord(word), files = files(languages),
                               request] { worker->suggest(word, files, request); });
}

void Spelling::onSuggested(const QStringList &words, int request)
{
    const Question question = m_questions.take(request);
    if (question.context)
        question.answer(words);
}

QStringList Spelling::addedWords() const
{
    return m_settings.value(settingkeys::kSpellingWords).toStringList();
}

void Spelling::add(const QString &word)
{
    const QString plain = plainWord(word);
    QStringList words = addedWords();
    if (plain.isEmpty() || plain.size() > kLongestWord || words.contains(plain) || words.size() >= kMostAdded)
        return;
    words << plain;
    words.sort(Qt::CaseInsensitive);
    m_settings.setValue(settingkeys::kSpellingWords, words);
    m_added.insert(plain);
    Q_EMIT changed();
}

void Spelling::remove(const QString &word)
{
    QStringList words = addedWords();
    words.removeAll(word);
    m_settings.setValue(settingkeys::kSpellingWords, words);
    m_added.remove(word);
    Q_EMIT changed();
}

void Spelling::ignore(const QString &word)
{
    m_ignored.insert(plainWord(word));
    Q_EMIT changed();
}

} // namespace tertulia
