// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/FoundControls.h"

#include "core/models/SearchFold.h"
#include "ui/preferences/PreferencesPage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// What the person acts on, and not a part of it.
bool isControl(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    if (widget.isWindow() || widget.objectName().startsWith("qt_"_L1)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QLineEdit *>(parent))
        return false;
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
        || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
        || qobject_cast<const QAbstractSlider *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget);
}

/// Hidden by the page, and not only because another page of a stack is in front of it.
bool isAbsent(const QWidget &widget, const QWidget &page)
{
    for (const QWidget *part = &widget; part && part != &page; part = part->parentWidget())
        if (part->isHidden() && !qobject_cast<const QStackedWidget *>(part->parentWidget()))
            return true;
    return false;
}

QString textOf(const QWidget &control)
{
    QStringList words{control.accessibleName(), control.toolTip(), control.accessibleDescription(),
                      PreferencesPage::searchWords(&control)};
    if (const auto *button = qobject_cast<const QAbstractButton *>(&control))
        words << button->text().remove(u'&');
    if (const auto *box = qobject_cast<const QComboBox *>(&control))
        for (int row = 0; row < box->count(); ++row)
            words << box->itemText(row);
    return searchFold(words.join(u'\n'));
}

} // namespace

QList<QWidget *> foundControls(const QWidget &page, const QString &wish)
{
    const QStringList words = searchFold(wish).split(u' ', Qt::SkipEmptyParts);
    QList<QWidget *> found;
    if (words.isEmpty())
        return found;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!isControl(*widget) || isAbsent(*widget, page))
            continue;
        const QString text = textOf(*widget);
        if (std::all_of(words.cbegin(), words.cend(),
                        [&text](const QString &word) { return text.contains(word); }))
            found << widget;
    }
    return found;
}

void reveal(QWidget &control)
{
    for (QWidget *part = &control; part; part = part->parentWidget())
        if (auto *stack = qobject_cast<QStackedWidget *>(part->parentWidget()))
            stack->setCurrentWidget(part);
    for (QWidget *part = control.parentWidget(); part; part = part->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(part))
            scroll->ensureWidgetVisible(&control);
}

} // namespace tertulia
