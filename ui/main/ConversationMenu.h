// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QObject>

class QMenu;
class QModelIndex;
class QPoint;

namespace tertulia
{

class MainWindow;

/// The context menus of chat rows and contact rows.
class ConversationMenu : public QObject
{
    Q_OBJECT
public:
    explicit ConversationMenu(MainWindow &window);

    void popupForChat(const QModelIndex &row, const QPoint &globalPosition);
    void popupForContact(const QModelIndex &row, const QPoint &globalPosition);

private:
    void addKnown(QMenu &menu, const ConversationKey &key);
    void addMoves(QMenu &menu, const QModelIndex &row);

    MainWindow &m_window;
};

} // namespace tertulia
