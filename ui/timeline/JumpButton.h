// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tertulia
{

/// The round button that leads to the newest message, with the number of messages that arrived below.
class JumpButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit JumpButton(QWidget *parent);

    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

} // namespace tertulia
