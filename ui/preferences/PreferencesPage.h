// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesContext.h"
#include "ui/theme/Icons.h"

#include <QLatin1String>
#include <QVariant>
#include <QWidget>

#include <utility>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tertulia
{

/// One page of the preferences: a title with its icon, and controls in a column. What it can be asked is
/// found by the window's search without further ado, by the accessible name of each control; setSearchWords()
/// adds to that. A choice applies at once.
class PreferencesPage : public QWidget
{
    Q_OBJECT
public:
    PreferencesPage(const PreferencesContext &context, Icons icon, const QString &title,
                    QWidget *parent = nullptr);

    [[nodiscard]] Icons icon() const { return m_icon; }
    [[nodiscard]] QString title() const { return m_title; }

    /// What `control` is found by beside its name and its tooltip.
    static void setSearchWords(QWidget *control, const QString &words);
    [[nodiscard]] static QString searchWords(const QWidget *control);

protected:
    /// A value with the words for it.
    using Choice = std::pair<QString, QVariant>;

    [[nodiscard]] const PreferencesContext &context() const { return m_context; }
    [[nodiscard]] UiSettings &settings() const { return m_context.settings; }

    /// What follows stands below this heading.
    void addSection(const QString &title);
    /// A sentence that explains what is above it; soft.
    QLabel *addNote(const QString &text);
    /// A row of its own, as wide as the page; `stretch` lets it take the height that is left.
    void addWidget(QWidget *widget, int stretch = 0);
    /// A control with its words before it, which become its accessible name.
    void addRow(const QString &label, QWidget *control);
    /// A check box that is the setting `key`, also when something else changes it.
    QCheckBox *addSwitch(const QString &label, QLatin1String key, bool usual);
    QPushButton *addButton(const QString &text, const std::function<void()> &act);
    /// A field that is the setting `key`, also when something else changes it; `none` stands in it while it
    /// is empty.
    QLineEdit *addText(const QString &label, QLatin1String key, const QString &none);
    QCheckBox *addSwitch(const QString &label, bool on, const std::function<void(bool)> &changed);
    /// A combo box that is the setting `key`, also when something else changes it.
    QComboBox *addChoice(const QString &label, const QList<Choice> &choices, QLatin1String key,
                         const QVariant &usual);
    QComboBox *addChoice(const QString &label, const QList<Choice> &choices, const QVariant &current,
                         const std::function<void(const QVariant &)> &changed);

private:
    QFormLayout *form();

    PreferencesContext m_context;
    Icons m_icon;
    QString m_title;
    QVBoxLayout *m_column;
    QFormLayout *m_form = nullptr; ///< the one that rows go to; null: the next row begins one
};

} // namespace tertulia
