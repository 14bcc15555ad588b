// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyTree.h"

#include "core/models/SearchFold.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace tertulia
{

namespace
{

class KeyFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text)
    {
        m_text = searchFold(text.trimmed());
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        // A group comes with those of its actions that fit.
        if (!parent.isValid())
            return m_text.isEmpty();
        for (int column = 0; column < 2; ++column) {
            if (searchFold(sourceModel()->index(row, column, parent).data().toString()).contains(m_text))
                return true;
        }
        return false;
    }

private:
    QString m_text;
};

} // namespace

KeyTree::KeyTree(KeyTable::Contents contents, QWidget *parent)
    : QTreeView(parent)
    , m_filter(new KeyFilter(this))
{
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setSourceModel(new KeyTable(contents, this));
    setModel(m_filter);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(12);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    expandAll();
}

void KeyTree::setFilter(const QString &text)
{
    static_cast<KeyFilter *>(m_filter)->setText(text);
    expandAll();
}

std::optional<KeyId> KeyTree::currentId() const
{
    const QVariant id = currentIndex().data(KeyTable::Id);
    return id.isValid() ? std::optional(static_cast<KeyId>(id.toInt())) : std::nullopt;
}

void KeyTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentIdChanged();
}

} // namespace tertulia
