// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimingLog.h"

#include "app/FirstPaint.h"
#include "app/StallWatch.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"

#include <QLoggingCategory>

#include <time.h>

namespace tertulia
{

namespace
{

Q_LOGGING_CATEGORY(logTiming, "tertulia.timing", QtWarningMsg)
Q_LOGGING_CATEGORY(logStalls, "tertulia.stalls", QtWarningMsg)

qint64 monotonicUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

TimingLog *TimingLog::start(QObject *parent)
{
    const bool wanted = logTiming().isDebugEnabled() || logStalls().isDebugEnabled();
    return wanted ? new TimingLog(parent) : nullptr;
}

TimingLog::TimingLog(QObject *parent)
    : QObject(parent)
{
    if (!logStalls().isDebugEnabled())
        return;
    // Before the loop turns nobody waits for it.
    QMetaObject::invokeMethod(
        this,
        [this] {
            new StallWatch(
                [](std::chrono::microseconds longest) {
                    qCDebug(logStalls) << "stall" << longest.count() << "at" << monotonicUs();
                },
                this);
        },
        Qt::QueuedConnection);
}

void TimingLog::watch(const FirstPaint &firstPaint)
{
    connect(&firstPaint, &FirstPaint::over, this, [](bool painted) {
        if (painted)
            qCDebug(logTiming) << "window" << monotonicUs();
    });
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

} // namespace tertulia
