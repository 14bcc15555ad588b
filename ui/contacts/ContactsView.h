// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QSet>
#include <QTreeView>

class QMimeData;

namespace tertulia
{

class ContactDelegate;
class SpokenContacts;
class UiSettings;

/// The classic roster. Rows need the roles of ContactTreeModel. Which groups are folded is remembered.
class ContactsView : public QTreeView
{
    Q_OBJECT
public:
    explicit ContactsView(UiSettings &settings, QWidget *parent = nullptr);

    void setContacts(QAbstractItemModel *contacts);
    /// While filtering, every group is open; what was folded folds again afterwards.
    void setFiltering(bool filtering);
    [[nodiscard]] ConversationKey keyOf(const QModelIndex &index) const;
    /// A contact on one line instead of two.
    void setOneLine(bool oneLine);
    /// The first contact shown, if any.
    [[nodiscard]] QModelIndex firstContact() const;

Q_SIGNALS:
    /// A contact was dropped on another group; `copy`: it stays in the one it was taken from.
    void groupChangeRequested(const tertulia::ConversationKey &key, const QString &from, const QString &to,
                              bool copy);
    void openRequested(const tertulia::ConversationKey &key);
    void ownWindowRequested(const tertulia::ConversationKey &key);
    void menuRequested(const QModelIndex &row, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    /// The group that a contact may be dropped into there; invalid: none.
    [[nodiscard]] QModelIndex groupAt(const QPoint &place, const QMimeData &mime) const;
    [[nodiscard]] static QString foldingName(const QModelIndex &group);
    void applyFolding();
    void rememberFolding(const QModelIndex &group, bool folded);

    UiSettings &m_settings;
    SpokenContacts *m_spoken;
    ContactDelegate *m_delegate;
    QSet<QString> m_folded;
    bool m_filtering = false;
};

} // namespace tertulia
