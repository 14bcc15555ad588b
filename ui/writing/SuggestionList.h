// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QString>

class QStandardItemModel;

namespace tertulia
{

/// One thing that what is typed may become.
struct Suggestion {
    QString inserted; ///< takes the place of what was typed
    QString lead; ///< stands in front: the emoji, the command
    QString text; ///< what it is
};

/// Rows of suggestions over the window, above a field that keeps the focus. A screen reader hears the row
/// that is chosen as if it had the focus.
class SuggestionList : public QListView
{
    Q_OBJECT
public:
    explicit SuggestionList(QWidget *window);

    void setSuggestions(const QList<Suggestion> &suggestions);
    [[nodiscard]] int row() const { return currentIndex().row(); }
    void step(int by);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStandardItemModel *m_model;
};

} // namespace tertulia
