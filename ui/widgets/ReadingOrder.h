// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace tertulia
{

/// Puts what the Tab key visits in a window into the order in which it is read: that of the layouts, whatever
/// was made first (UI R34). A widget without a layout has its children visited in the order they were made.
void tabInReadingOrder(QWidget &window);

/// Installed on the application: each window is put in order when Tab or Backtab is pressed in it, so that
/// rows and pages that came later stand where they are seen.
class ReadingOrder : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tertulia
