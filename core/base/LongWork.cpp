// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/LongWork.h"

#include <QThread>

#include <chrono>

namespace tertulia
{

using namespace std::chrono_literals;

LongWork::LongWork(QObject *parent)
    : QObject(parent)
{
    m_pulse.setInterval(100ms);
    connect(&m_pulse, &QTimer::timeout, this, &LongWork::tell);
}

LongWork::~LongWork()
{
    stop();
}

void LongWork::run(std::function<void()> job, std::function<void()> over)
{
    m_told = -1;
    m_thread = QThread::create(std::move(job));
    // The thread is this object's, so that what is queued here dies with it.
    QThread *thread = m_thread;
    connect(thread, &QThread::finished, this, [this, thread, over = std::move(over)] {
        if (thread != m_thread)
            return; // stop() has dealt with it
        thread->wait();
        thread->deleteLater();
        m_thread = nullptr;
        m_pulse.stop();
        tell();
        over(); // may destroy this
    });
    m_thread->start(QThread::LowPriority);
    m_pulse.start();
}

void LongWork::cancel()
{
    if (m_progress)
        m_progress->cancel();
}

void LongWork::tell()
{
    if (!m_progress || m_told == m_progress->done())
        return;
    m_told = m_progress->done();
    Q_EMIT progressed(m_told, m_progress->all());
}

void LongWork::stop()
{
    cancel();
    if (!m_thread)
        return;
    m_pulse.stop();
    QThread *thread = std::exchange(m_thread, nullptr);
    thread->wait();
    delete thread;
}

} // namespace tertulia
