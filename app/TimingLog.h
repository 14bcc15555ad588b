// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tertulia
{

class Accounts;
class FirstPaint;
class XmppSession;

/// For measuring the program from outside (tests/bench): tells in the log category tertulia.timing when the
/// first window was shown, when an account was online and when its roster was there. Times are those of
/// CLOCK_MONOTONIC in microseconds, which another process can compare with its own. Category tertulia.stalls
/// tells each longest stall of the event loop so far; it is one of its own because watching costs processor
/// time. What is not enabled costs nothing.
class TimingLog : public QObject
{
    Q_OBJECT
public:
    /// Null unless a category is enabled at debug level.
    static TimingLog *start(QObject *parent);

    void watch(const FirstPaint &firstPaint);
    void watch(Accounts &accounts);

private:
    explicit TimingLog(QObject *parent);
    void watch(XmppSession *session);
};

} // namespace tertulia
