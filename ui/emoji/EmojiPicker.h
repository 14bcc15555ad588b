// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emoji/EmojiHabits.h"
#include "ui/emoji/EmojiTable.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace tertulia
{

class ElidedLabel;
class EmojiGrid;
class UiSettings;

/// A popup with the emoji by group, those used last, and a search field. Arrows walk the grid, letters
/// search, Enter takes one, Ctrl+PgUp and Ctrl+PgDn change the group, the menu key offers the skin tones of
/// the emoji, Esc closes.
class EmojiPicker : public QWidget
{
    Q_OBJECT
public:
    /// `settings` remember the habits; may be null.
    EmojiPicker(UiSettings *settings, QWidget *parent);

    /// Shows it above `anchor`, inside the screen.
    void openAt(const QWidget *anchor);
    /// The same for a rectangle of the screen.
    void openAt(const QRect &anchor);

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addTabs(QHBoxLayout *tabs);
    void addTone(QHBoxLayout *row);
    void refresh();
    void showEmoji(const QList<Emoji> &emoji);
    void showRecent();
    void step(int by);
    void setTone(SkinTone tone);
    void openToneMenu(const Emoji &emoji, const QPoint &place);
    void take(const QString &emoji);

    EmojiHabits m_habits;
    QLineEdit *m_search;
    QToolButton *m_tone;
    EmojiGrid *m_grid;
    ElidedLabel *m_name;
    QButtonGroup *m_groups;
};

} // namespace tertulia
