// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace tertulia
{

class Accounts;
class XmppSession;

/// For measuring the program from outside (tests/bench): tells in the log category tertulia.timing when the
/// first window was shown, when an account was online and when its roster was there, and each longest stall
/// of the event loop so far. Times are those of CLOCK_MONOTONIC in microseconds, which another process can
/// compare with its own. Costs nothing unless the category is enabled: then start() installs it.
class TimingLog : public QObject
{
    Q_OBJECT
public:
    /// Null unless the category is enabled at debug level.
    static TimingLog *start(QObject *parent);

    void watch(Accounts &accounts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit TimingLog(QObject *parent);
    void watch(XmppSession *session);
    void watchEventLoop();

    QElapsedTimer m_busy;
    qint64 m_longestUs = 0;
    bool m_windowSeen = false;
};

} // namespace tertulia
