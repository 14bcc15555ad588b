// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace tertulia
{

/// Tells when the first window of the program has been painted, so that what is not needed for it can come
/// after it. Make it before any window is shown.
class FirstPaint : public QObject
{
    Q_OBJECT
public:
    explicit FirstPaint(QObject *parent = nullptr);

    [[nodiscard]] bool isOver() const { return m_over; }
    /// No window will be shown: nothing to wait for.
    void skip();

Q_SIGNALS:
    /// Once; `painted` is false if there was none, or none within a second (a window may be covered or on
    /// another desktop).
    void over(bool painted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish(bool painted);

    QTimer m_patience;
    bool m_exposed = false;
    bool m_over = false;
};

} // namespace tertulia
