// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/AccessibleScrollArea.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>

namespace tertulia
{

namespace
{

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("QAbstractScrollArea") && className != QLatin1String("QScrollArea"))
        return nullptr;
    auto *area = qobject_cast<QAbstractScrollArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void giveScrollAreasCheckedChildren()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace tertulia
