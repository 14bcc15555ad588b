// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/FieldSpelling.h"

#include "ui/spelling/Spelling.h"
#include "ui/theme/Theme.h"
#include "ui/writing/ComposerEdit.h"

#include <QLocale>
#include <QMenu>
#include <QPointer>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// A word of a menu is no mnemonic.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', "&&"_L1);
}

} // namespace

FieldSpelling::FieldSpelling(Spelling &spelling, ComposerEdit &field)
    : QObject(&field)
    , m_spelling(spelling)
    , m_field(field)
    , m_marks(new SpellingMarks(spelling, field))
{
    connect(&field, &ComposerEdit::menuAboutToOpen, this, &FieldSpelling::fill);
    connect(&spelling, &Spelling::changed, this, &FieldSpelling::refresh);
}

void FieldSpelling::setLanguages(const std::optional<QStringList> &languages)
{
    m_languages = languages;
    refresh();
}

void FieldSpelling::refresh()
{
    m_marks->setLanguages(m_languages ? *m_languages : m_spelling.languages());
}

QString FieldSpelling::wordAt(const WordPlace &place) const
{
    return m_field.toPlainText().mid(place.start, place.length);
}

void FieldSpelling::fill(QMenu *menu, int position)
{
    if (const WordPlace place = m_marks->wrongAt(position); place.length > 0)
        addSuggestions(menu, place);
    addLanguages(menu);
}

void FieldSpelling::addSuggestions(QMenu *menu, const WordPlace &place)
{
    const QString word = wordAt(place);
    QAction *first = menu->actions().value(0);
    auto *waiting = new QAction(tr("Looking for suggestions…"), menu);
    waiting->setEnabled(false);
    menu->insertAction(first, waiting);
    auto *add = new QAction(tr("&Add to dictionary"), menu);
    connect(add, &QAction::triggered, &m_spelling, [this, word] { m_spelling.add(word); });
    auto *ignore = new QAction(tr("I&gnore"), menu);
    connect(ignore, &QAction::triggered, &m_spelling, [this, word] { m_spelling.ignore(word); });
    menu->insertActions(first, {add, ignore});
    menu->insertSeparator(first);
    m_spelling.suggest(word, m_marks->languages(), waiting,
                       [this, menu, waiting, place, word](const QStringList &words) {
                           if (words.isEmpty()) {
                               waiting->setText(tr("No suggestions"));
                               return;
                           }
                           for (const QString &better : words) {
                               auto *action = new QAction(menuText(better), menu);
                               action->setFont(Theme::current().font(1, QFont::DemiBold));
                               connect(action, &QAction::triggered, this, [this, place, word, better] {
                                   // Somebody may have written on while the menu was open.
                                   if (wordAt(place) != word || m_field.isComposing())
                                       return;
                                   QTextCursor cursor(m_field.document());
                                   cursor.setPosition(place.start);
                                   cursor.setPosition(place.start + place.length, QTextCursor::KeepAnchor);
                                   cursor.insertText(better);
                               });
                               menu->insertAction(waiting, action);
                           }
                           menu->removeAction(waiting);
                       });
}

QString FieldSpelling::usualText() const
{
    QStringList names;
    for (const Dictionary &dictionary : m_spelling.dictionaries()) {
        if (m_spelling.languages().contains(dictionary.language))
            names << dictionary.name();
    }
    return names.isEmpty() ? tr("Use default (do not check)")
                           : tr("Use default (%1)").arg(QLocale().createSeparatedList(names));
}

void FieldSpelling::addLanguages(QMenu *menu)
{
    if (m_spelling.dictionaries().isEmpty())
        return;
    QMenu *languages = menu->addMenu(tr("S&pelling"));
    const auto addChoice = [&](const QString &text, bool checked, auto chosen) {
        QAction *action = languages->addAction(menuText(text));
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, chosen);
    };
    addChoice(usualText(), !m_languages, [this] { choose({}); });
    addChoice(tr("Do not check"), m_languages && m_languages->isEmpty(), [this] { choose(QStringList()); });
    languages->addSeparator();
    for (const Dictionary &dictionary : m_spelling.dictionaries()) {
        const bool on = m_languages && m_languages->contains(dictionary.language);
        addChoice(dictionary.name(), on, [this, on, language = dictionary.language] {
            QStringList now = m_languages.value_or(QStringList());
            if (on)
                now.removeAll(language);
            else
                now << language;
            choose(now);
        });
    }
}

void FieldSpelling::choose(const std::optional<QStringList> &languages)
{
    setLanguages(languages);
    Q_EMIT languagesChosen(languages);
}

} // namespace tertulia
