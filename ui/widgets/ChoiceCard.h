// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Icons.h"

#include <QAbstractButton>

namespace tertulia
{

/// A wide button with icon, title and a line that explains it.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceCard(Icons icon, const QString &title, const QString &explanation, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icons m_icon;
    QString m_explanation;
};

} // namespace tertulia
