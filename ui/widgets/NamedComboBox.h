// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace tertulia
{

/// A combo box that a screen reader and a script find by its accessible name. Qt on Unix gives a combo box
/// the chosen item as name and expects a label beside it; here the name is the name, and the item the value.
class NamedComboBox : public QComboBox
{
    Q_OBJECT
public:
    explicit NamedComboBox(const QString &name, QWidget *parent = nullptr);
};

} // namespace tertulia
