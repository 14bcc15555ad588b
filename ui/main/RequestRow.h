// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QModelIndex;

namespace tertulia
{

/// One request: who asks, what they wrote, and Accept, Decline, Block. Somebody who wrote shows the last they
/// said, and a click opens it.
class RequestRow : public QWidget
{
    Q_OBJECT
public:
    explicit RequestRow(const QModelIndex &request, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted();
    void declined();
    void blocked();
    void opened();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_opens = false;
};

} // namespace tertulia
