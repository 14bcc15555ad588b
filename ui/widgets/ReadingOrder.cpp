// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ReadingOrder.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>
#include <QWidget>

#include <algorithm>

namespace tertulia
{

namespace
{

/// All widgets of a window, parents before what is in them, in reading order.
class Reading
{
public:
    void read(QWidget &widget)
    {
        m_order.append(&widget);
        m_known.insert(&widget);
        if (auto *area = qobject_cast<QScrollArea *>(&widget)) {
            if (area->widget())
                read(*area->widget());
            return;
        }
        if (const auto *splitter = qobject_cast<QSplitter *>(&widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                read(*splitter->widget(i));
            return;
        }
        if (QLayout *layout = widget.layout())
            read(*layout);
        // What no layout places: overlays, and the insides of the toolkit's own widgets.
        for (QObject *child : widget.children()) {
            auto *inner = qobject_cast<QWidget *>(child);
            if (inner && !inner->isWindow() && !m_known.contains(inner))
                read(*inner);
        }
    }

    [[nodiscard]] const QList<QWidget *> &order() const { return m_order; }

private:
    void read(QLayout &layout)
    {
        const auto *box = qobject_cast<QBoxLayout *>(&layout);
        const bool backwards = box
            && (box->direction() == QBoxLayout::RightToLeft || box->direction() == QBoxLayout::BottomToTop);
        QList<QLayoutItem *> items;
        for (int i = 0; i < layout.count(); ++i)
            items.append(layout.itemAt(i));
        if (backwards)
            std::reverse(items.begin(), items.end());
        // A grid holds them in the order they were added in.
        if (const auto *grid = qobject_cast<QGridLayout *>(&layout)) {
            const auto place = [grid](QLayoutItem *item) {
                int row = 0;
                int column = 0;
                int rows = 0;
                int columns = 0;
                for (int i = 0; i < grid->count(); ++i) {
                    if (grid->itemAt(i) == item)
                        grid->getItemPosition(i, &row, &column, &rows, &columns);
                }
                return std::pair(row, column);
            };
            std::stable_sort(items.begin(), items.end(),
                             [&](QLayoutItem *a, QLayoutItem *b) { return place(a) < place(b); });
        }
        for (QLayoutItem *item : std::as_const(items)) {
            if (QWidget *widget = item->widget())
                read(*widget);
            else if (QLayout *inner = item->layout())
                read(*inner);
        }
    }

    QList<QWidget *> m_order;
    QSet<const QWidget *> m_known; ///< the same ones
};

} // namespace

void tabInReadingOrder(QWidget &window)
{
    Reading reading;
    reading.read(window);
    QWidget *last = nullptr;
    for (QWidget *widget : reading.order()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        if (last)
            QWidget::setTabOrder(last, widget);
        last = widget;
    }
}

bool ReadingOrder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            tabInReadingOrder(*static_cast<QWidget *>(watched)->window());
    }
    return false;
}

} // namespace tertulia
