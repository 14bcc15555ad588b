// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimingLog.h"

#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"

#include <QAbstractEventDispatcher>
#include <QEvent>
#include <QGuiApplication>
#include <QLoggingCategory>
#include <QWindow>

#include <time.h>

namespace tertulia
{

namespace
{

Q_LOGGING_CATEGORY(logTiming, "tertulia.timing", QtWarningMsg)

qint64 monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

TimingLog *TimingLog::start(QObject *parent)
{
    return logTiming().isDebugEnabled() ? new TimingLog(parent) : nullptr;
}

TimingLog::TimingLog(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    watchEventLoop();
}

bool TimingLog::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_windowSeen && event->type() == QEvent::Expose) {
        const auto *window = qobject_cast<QWindow *>(watched);
        if (window && window->isExposed()) {
            m_windowSeen = true;
            // Said once the expose event has been handled, that is, painted.
            QMetaObject::invokeMethod(
                this, [] { qCDebug(logTiming) << "window" << monotonicUs(); }, Qt::QueuedConnection);
        }
    }
    return QObject::eventFilter(watched, event);
}

void TimingLog::watch(Accounts &accounts)
{
    const auto sessions = accounts.sessions();
    for (XmppSession *session : sessions)
        watch(session);
    connect(&accounts, &Accounts::added, this, [this](XmppSession *session) { watch(session); });
}

void TimingLog::watch(XmppSession *session)
{
    connect(session, &XmppSession::stateChanged, this, [](SessionState state) {
        if (state == SessionState::Online)
            qCDebug(logTiming) << "online" << monotonicUs();
    });
    connect(session, &XmppSession::stepChanged, this, [session](const StepReport &report) {
        if (report.step == ConnectionStep::LoadContacts && report.state == StepState::Done)
            qCDebug(logTiming) << "roster" << monotonicUs() << session->roster()->rowCount();
    });
}

void TimingLog::watchEventLoop()
{
    auto *dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_busy.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
        if (!m_busy.isValid())
            return;
        const qint64 us = m_busy.nsecsElapsed() / 1000;
        if (us > m_longestUs) {
            m_longestUs = us;
            qCDebug(logTiming) << "stall" << us << "at" << monotonicUs();
        }
        m_busy.invalidate();
    });
}

} // namespace tertulia
