// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PreferencesPage.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kLongestText = 500;
constexpr char kSearchWords[] = "tertulia-search-words";
constexpr int kGap = 8; ///< between what belongs together, in a form or not
constexpr int kGapBelowNote = 6; ///< more: a note belongs to what is above it
constexpr int kGapAboveSection = 12; ///< more

/// Lets the label's font follow the text size.
void keepFont(QLabel *label, qreal ratio, QFont::Weight weight)
{
    const auto fonts = [label, ratio, weight] { label->setFont(Theme::current().font(ratio, weight)); };
    QObject::connect(&Theme::current(), &Theme::changed, label, fonts);
    fonts();
}

} // namespace

PreferencesPage::PreferencesPage(const PreferencesContext &context, Icons icon, const QString &title,
                                 QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_icon(icon)
    , m_title(title)
    , m_column(new QVBoxLayout)
{
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    keepFont(heading, 1.25, QFont::Bold);
    m_column->setSpacing(kGap);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 12, 20, 20);
    all->setSpacing(10);
    all->addWidget(heading);
    all->addLayout(m_column, 1);
    m_column->addStretch(1);
}

void PreferencesPage::setSearchWords(QWidget *control, const QString &words)
{
    control->setProperty(kSearchWords, words);
}

QString PreferencesPage::searchWords(const QWidget *control)
{
    return control->property(kSearchWords).toString();
}

QFormLayout *PreferencesPage::form()
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setVerticalSpacing(kGap);
        m_form->setHorizontalSpacing(18);
        m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
        m_column->insertLayout(m_column->count() - 1, m_form);
    }
    return m_form;
}

void PreferencesPage::addSection(const QString &title)
{
    m_form = nullptr;
    auto *heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(0, m_column->count() == 1 ? 0 : kGapAboveSection, 0, 0);
    keepFont(heading, 1.0, QFont::DemiBold);
    m_column->insertWidget(m_column->count() - 1, heading);
}

QLabel *PreferencesPage::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setContentsMargins(0, 0, 0, kGapBelowNote);
    // Not a row of a form, which leaves room for more lines than there are.
    addWidget(note);
    return note;
}

void PreferencesPage::addWidget(QWidget *widget, int stretch)
{
    m_form = nullptr;
    m_column->insertWidget(m_column->count() - 1, widget, stretch);
    if (stretch > 0) // in place of the empty room below
        m_column->setStretch(m_column->count() - 1, 0);
}

void PreferencesPage::addRow(const QString &label, QWidget *control)
{
    control->setAccessibleName(label);
    auto *name = new QLabel(label, this);
    name->setTextFormat(Qt::PlainText);
    name->setMinimumWidth(Theme::current().px(170));
    name->setBuddy(control);
    // As high as what it names, in whose middle it stands.
    const auto heights = [name, control] { name->setMinimumHeight(control->sizeHint().height()); };
    connect(&Theme::current(), &Theme::changed, name, heights, Qt::QueuedConnection);
    heights();
    form()->addRow(name, control);
}

QCheckBox *PreferencesPage::addSwitch(const QString &label, bool on, const std::function<void(bool)> &changed)
{
    auto *box = new QCheckBox(label, this);
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, box, changed);
    form()->addRow(box);
    return box;
}

QCheckBox *PreferencesPage::addSwitch(const QString &label, QLatin1String key, bool usual)
{
    UiSettings &kept = settings();
    QCheckBox *box = addSwitch(label, kept.value(key, usual).toBool(),
                               [&kept, key](bool on) { kept.setValue(key, on); });
    connect(&kept, &UiSettings::changed, box, [&kept, box, key, usual](const QString &which) {
        if (which == key)
            box->setChecked(kept.value(key, usual).toBool());
    });
    return box;
}

QPushButton *PreferencesPage::addButton(const QString &text, const std::function<void()> &act)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, act);
    addWidget(button);
    return button;
}

QLineEdit *PreferencesPage::addText(const QString &label, QLatin1String key, const QString &none)
{
    UiSettings &kept = settings();
    auto *field = new QLineEdit(this);
    field->setMaxLength(kLongestText);
    field->setPlaceholderText(none);
    const auto show = [&kept, field, key] { field->setText(kept.value(key).toString()); };
    connect(field, &QLineEdit::editingFinished, field,
            [&kept, field, key] { kept.setValue(key, field->text().trimmed()); });
    connect(&kept, &UiSettings::changed, field, [show, key](const QString &which) {
        if (which == key)
            show();
    });
    show();
    addRow(label, field);
    return field;
}

QComboBox *PreferencesPage::addChoice(const QString &label, const QList<Choice> &choices,
                                      const QVariant &current,
                                      const std::function<void(const QVariant &)> &changed)
{
    auto *box = new QComboBox(this);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    connect(box, &QComboBox::activated, box, [box, changed] { changed(box->currentData()); });
    addRow(label, box);
    announceComboBox(box, label);
    return box;
}

QComboBox *PreferencesPage::addChoice(const QString &label, const QList<Choice> &choices, QLatin1String key,
                                      const QVariant &usual)
{
    UiSettings &kept = settings();
    // A file gives every value back as a text, which finds no number among the data.
    const auto current = [&kept, key, usual] {
        QVariant value = kept.value(key, usual);
        value.convert(usual.metaType());
        return value;
    };
    QComboBox *box = addChoice(label, choices, current(),
                               [&kept, key](const QVariant &value) { kept.setValue(key, value); });
    connect(&kept, &UiSettings::changed, box, [box, key, current](const QString &which) {
        if (which == key)
            box->setCurrentIndex(std::max(0, box->findData(current())));
    });
    return box;
}

} // namespace tertulia
