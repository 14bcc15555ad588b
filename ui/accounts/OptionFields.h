// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>

namespace tertulia
{

/// Puts a field with its title above it into a column of a grid whose rows come in pairs.
inline void addField(QGridLayout *grid, int row, int column, const QString &title, QWidget *field,
                     int columns = 1)
{
    auto *label = new QLabel(title, field->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    grid->addWidget(label, 2 * row, column, 1, columns);
    grid->addWidget(field, 2 * row + 1, column, 1, columns);
}

/// A grid of two columns, the first one wide, without margins.
inline QGridLayout *makeFields(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    return grid;
}

} // namespace tertulia
