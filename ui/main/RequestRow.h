// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QModelIndex;

namespace tertulia
{

/// One request: who asks, what they wrote, and Accept, Decline, Block.
class RequestRow : public QWidget
{
    Q_OBJECT
public:
    explicit RequestRow(const QModelIndex &request, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();
    void declined();
    void blocked();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tertulia
