// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QBasicTimer>
#include <QWidget>

namespace tertulia
{

/// A check, a cross, or an arc that turns while a step is running (a clock where motion is not wanted).
class StepMark : public QWidget
{
    Q_OBJECT
public:
    explicit StepMark(StepState state, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    StepState m_state;
    QBasicTimer m_turn;
    int m_angle = 0;
};

} // namespace tertulia
