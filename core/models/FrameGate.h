// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace tertulia
{

/// Lets a model follow a flood of news without announcing each (SECURITY A119): the first requests of a frame
/// are served at once, so that a single change shows without delay; the rest together at the frame's end.
class FrameGate : public QObject
{
    Q_OBJECT
public:
    explicit FrameGate(std::function<void()> serve, QObject *parent = nullptr);

    /// Something changed.
    void request();
    /// Serves what waits now.
    void serveNow();

private:
    std::function<void()> m_serve;
    QElapsedTimer m_frame;
    QTimer m_end;
    int m_servedInFrame = 0;
    bool m_serving = false;
    bool m_waiting = false;
};

} // namespace tertulia
