// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chat/EmojiTable.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;

namespace tertulia
{

/// A popup with the emoji by group and a search field. Arrows walk the grid, Enter takes one, Esc closes.
class EmojiPicker : public QWidget
{
    Q_OBJECT
public:
    explicit EmojiPicker(QWidget *parent);

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
    void show(const QList<Emoji> &emoji);
    void showGroup(int group);
    void take();

    QLineEdit *m_search;
    QListWidget *m_grid;
    QLabel *m_name;
    QButtonGroup *m_groups;
};

} // namespace tertulia
