// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

#include <QPushButton>
#include <QToolButton>

namespace tertulia
{

/// The one button of a page that does what the page is for; filled with the accent.
class PrimaryButton : public QPushButton
{
    Q_OBJECT
public:
    explicit PrimaryButton(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

/// A button without border until the pointer or the focus is on it.
class FlatButton : public QPushButton
{
    Q_OBJECT
public:
    explicit FlatButton(const QString &text, QWidget *parent = nullptr);
};

/// A pill that can be chosen, for filters.
class ChipButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ChipButton(const QString &text, QWidget *parent = nullptr);
};

/// A square button with an icon of the family; `name` is its accessible name and, with its shortcut, its
/// tooltip.
class IconButton : public QToolButton
{
    Q_OBJECT
public:
    IconButton(Icons icon, const QString &name, QWidget *parent = nullptr, Tint tint = Tint::Soft);

    /// Changes what it shows and says (an eye that closes, a pane that opens).
    void setLook(Icons icon, const QString &name);
    void setShortcutHint(const QKeySequence &keys);

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    Tint m_tint;
    QString m_name;
    QKeySequence m_keys;
    void updateToolTip();
};

} // namespace tertulia
