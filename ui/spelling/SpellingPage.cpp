// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/SpellingPage.h"

#include "ui/spelling/Spelling.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr int kMostBoxesHeight = 190;
constexpr int kWordsHeight = 150;
constexpr int kManyLanguages = 6;

QLabel *addText(QVBoxLayout *column, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

} // namespace

SpellingPage::SpellingPage(Spelling &spelling, QWidget *parent)
    : QWidget(parent)
    , m_spelling(spelling)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (spelling.dictionaries().isEmpty()) {
        addText(column,
                tr("There is no dictionary on this computer, so spelling is not checked. Dictionaries of "
                   "Hunspell are found once they are installed; the packages are called like hunspell-es or "
                   "hunspell-en-gb."));
    } else {
        addLanguages(column);
    }
    addWords(column);
    refreshWords();
    connect(&spelling, &Spelling::changed, this, &SpellingPage::refreshWords);
}

void SpellingPage::addLanguages(QVBoxLayout *column)
{
    addText(column, tr("Mark misspelt words, unless a chat has languages of its own, in:"));
    const QStringList chosen = m_spelling.languages();
    // Some desktops bring a dictionary for each country.
    const bool many = m_spelling.dictionaries().size() > kManyLanguages;
    auto *list = new QListWidget(this);
    list->setAccessibleName(tr("Languages"));
    for (const Dictionary &dictionary : m_spelling.dictionaries()) {
        auto *item = new QListWidgetItem(dictionary.name(), list);
        item->setData(Qt::UserRole, dictionary.language);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(dictionary.language) ? Qt::Checked : Qt::Unchecked);
    }
    list->setFixedHeight(many ? Theme::current().px(kMostBoxesHeight)
                              : list->sizeHintForRow(0) * list->count() + list->frameWidth() * 2 + 4);
    m_languages = list;
    connect(list, &QListWidget::itemChanged, this, &SpellingPage::choose);
    column->addWidget(list);
}

void SpellingPage::choose()
{
    QStringList languages;
    for (int row = 0; row < m_languages->count(); ++row) {
        if (m_languages->item(row)->checkState() == Qt::Checked)
            languages << m_languages->item(row)->data(Qt::UserRole).toString();
    }
    m_spelling.setLanguages(languages);
}

void SpellingPage::addWords(QVBoxLayout *column)
{
    m_title = addText(column, tr("Words you added"));
    m_words = new QListWidget(this);
    m_words->setAccessibleName(tr("Words you added"));
    m_words->setFixedHeight(Theme::current().px(kWordsHeight));
    m_remove = new QPushButton(tr("&Remove word"), this);
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *word = m_words->currentItem())
            m_spelling.remove(QString(word->text()));
    });
    connect(m_words, &QListWidget::currentRowChanged, m_remove,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    column->addWidget(m_words);
    column->addWidget(m_remove, 0, Qt::AlignLeading);
}

void SpellingPage::refreshWords()
{
    const QStringList words = m_spelling.addedWords();
    QStringList shown;
    for (int row = 0; row < m_words->count(); ++row)
        shown << m_words->item(row)->text();
    if (words != shown) {
        const int row = m_words->currentRow();
        m_words->clear();
        m_words->addItems(words);
        m_words->setCurrentRow(qMin(row, m_words->count() - 1));
    }
    m_remove->setEnabled(m_words->currentRow() >= 0);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_remove)})
        part->setVisible(!words.isEmpty());
}

} // namespace tertulia
