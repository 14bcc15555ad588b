// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/FrameGate.h"

namespace tertulia
{

namespace
{
constexpr int kFrameMs = 40;
constexpr int kServedAtOnce = 16;
} // namespace

FrameGate::FrameGate(std::function<void()> serve, QObject *parent)
    : QObject(parent)
    , m_serve(std::move(serve))
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] {
        m_frame.restart();
        m_servedInFrame = kServedAtOnce; // a flood goes on being collected
        serveNow();
    });
}

void FrameGate::request()
{
    m_waiting = true;
    if (m_serving || m_end.isActive())
        return;
    if (!m_frame.isValid() || m_frame.hasExpired(kFrameMs)) {
        m_frame.start();
        m_servedInFrame = 0;
    }
    if (m_servedInFrame < kServedAtOnce) {
        ++m_servedInFrame;
        serveNow();
        return;
    }
    m_end.start(kFrameMs);
}

void FrameGate::serveNow()
{
    if (m_serving)
        return;
    m_end.stop();
    m_serving = true;
    // Serving tells views, and views may cause more.
    while (m_waiting) {
        m_waiting = false;
        m_serve();
    }
    m_serving = false;
}

} // namespace tertulia
