// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emoji/EmojiTable.h"

#include <QAbstractListModel>
#include <QListView>

namespace tertulia
{

/// One cell of a grid of emoji.
struct EmojiCell {
    QString text; ///< with its skin tone
    QString name;
    Emoji emoji = {}; ///< the one of the table, if it is there
};

/// The cells that a grid shows; what a screen reader says of each is its name.
class EmojiCells : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setCells(QList<EmojiCell> cells);
    [[nodiscard]] const EmojiCell &cell(int row) const { return m_cells[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EmojiCell> m_cells;
};

/// Emoji in columns. Arrows walk; from the first row Up leaves.
class EmojiGrid : public QListView
{
    Q_OBJECT
public:
    static constexpr int kColumns = 10;

    explicit EmojiGrid(QWidget *parent);

    void setCells(QList<EmojiCell> cells);
    [[nodiscard]] int count() const { return m_cells->rowCount(); }
    /// Null while nothing is current.
    [[nodiscard]] const EmojiCell *current() const;
    [[nodiscard]] const EmojiCell &cell(int row) const { return m_cells->cell(row); }

Q_SIGNALS:
    void currentChangedTo(const QString &name);
    void hovered(const QString &name);
    void taken(const QString &emoji);
    /// Beyond the first row.
    void leaveUp();
    /// A letter was typed.
    void typed(const QString &text);
    /// The other tones of a cell are asked for, here on the screen.
    void tonesRequested(int row, const QPoint &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    EmojiCells *m_cells;
};

} // namespace tertulia
