// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace tertulia
{

class Spelling;

/// The languages in which spelling is checked, which dictionaries there are, and the words that were added.
class SpellingPage : public QWidget
{
    Q_OBJECT
public:
    explicit SpellingPage(Spelling &spelling, QWidget *parent = nullptr);

private:
    void addLanguages(QVBoxLayout *column);
    void addWords(QVBoxLayout *column);
    void refreshWords();
    void choose();

    Spelling &m_spelling;
    QListWidget *m_languages = nullptr;
    QLabel *m_title = nullptr;
    QListWidget *m_words = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace tertulia
