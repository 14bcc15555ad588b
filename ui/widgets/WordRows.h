// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace tertulia
{

/// Rows of words for a list of pages or accounts: what Qt::DisplayRole says, after the icon of
/// Qt::DecorationRole if there is one, and below it, softer, what kSecondLine says if it says anything;
/// the stripe of RowPainter::kStripe before them.
class WordRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kSecondLine = Qt::UserRole + 100;

    /// Gives `list` these rows on the ground of a pane.
    static void dress(QListView *list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    using QStyledItemDelegate::QStyledItemDelegate;
};

} // namespace tertulia
