// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/switcher/SwitcherEntry.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace tertulia
{

class SwitcherModel;

/// The rows of a SwitcherModel: one is always chosen, by the keys that the field hands on, by the mouse, or
/// by the list's own keys.
class SwitcherList : public QListView
{
    Q_OBJECT
public:
    explicit SwitcherList(SwitcherModel *model, QWidget *parent = nullptr);

    /// Up, down, page up and page down, from a field beside it. False for other keys.
    bool takeKey(const QKeyEvent &event);
    /// Does what the chosen row is for.
    void choose(bool ownWindow);

Q_SIGNALS:
    void chosen(const tertulia::SwitcherEntry &entry, bool ownWindow);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void chooseFirst();
    void keepChoice();
    void move(int step);

    SwitcherModel *m_model;
};

/// Paints the rows: headings, chats and people with their picture, messages with what they say, commands
/// with their keys.
class SwitcherDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tertulia
