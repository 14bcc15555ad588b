// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FocusCycle.h"

#include <QApplication>
#include <QWidget>

namespace tertulia
{

void cycleFocus(const QList<QWidget *> &panes, int step)
{
    if (panes.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    const qsizetype count = panes.size();
    QWidget *pane = panes.at(((at < 0 ? (step > 0 ? -1 : 0) : at) + step + count) % count);
    if (pane->focusPolicy() != Qt::NoFocus) {
        pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    for (QWidget *child = pane->nextInFocusChain(); child && child != pane;
         child = child->nextInFocusChain()) {
        if (!pane->isAncestorOf(child))
            continue;
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
            child->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace tertulia
