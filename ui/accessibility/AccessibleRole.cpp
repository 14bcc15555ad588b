// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility/AccessibleRole.h"

#include <QAccessibleWidget>
#include <QWidget>

namespace tertulia
{

namespace
{

constexpr auto kRole = "tertuliaAccessibleRole";

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    const QVariant role = widget->property(kRole);
    if (!role.isValid())
        return nullptr;
    return new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()));
}

void setRole(QWidget *widget, QAccessible::Role role)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
    widget->setProperty(kRole, static_cast<int>(role));
}

} // namespace

void announceAsList(QWidget *container)
{
    setRole(container, QAccessible::List);
}

void announceAsListItem(QWidget *item)
{
    setRole(item, QAccessible::ListItem);
}

void announceAsPicture(QWidget *picture)
{
    setRole(picture, QAccessible::Graphic);
}

void announceAsWindow(QWidget *window)
{
    setRole(window, QAccessible::Window);
}

} // namespace tertulia
