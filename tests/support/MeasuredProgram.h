// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"
#include "tests/support/PrivateBus.h"

#include <QByteArray>
#include <QProcess>
#include <QString>

#include <chrono>

namespace tertulia::test
{

class RealServer;

/// What the program needs around it to be measured as a person's: a session bus with an open keyring that has
/// the account's password, and a screen (Xvfb). Needs a QCoreApplication.
class MeasuredDesk
{
public:
    /// False, with the reason on stderr, if something does not come up.
    bool start();
    ~MeasuredDesk();
    [[nodiscard]] QProcessEnvironment environment() const;

private:
    PrivateBus m_bus;
    QProcess m_screen;
    QString m_display;
};

/// The real program as a process of its own, which tells its times by app/TimingLog.
class MeasuredProgram
{
public:
    /// Stalls are watched by a thread that costs processor time: not in a run that measures that.
    enum class Watch { Times, TimesAndStalls };
    MeasuredProgram(const QString &profile, const MeasuredDesk &desk, Watch watch = Watch::Times);
    ~MeasuredProgram();

    /// Milliseconds from the start to the first line "NAME us"; negative if it does not come.
    double waitFor(const char *name);
    void run(std::chrono::milliseconds time);
    /// Of the event loop, so far; with TimesAndStalls.
    [[nodiscard]] double longestStallMs() const;
    /// Used so far.
    [[nodiscard]] double processorSeconds() const;
    [[nodiscard]] double pssMegabytes() const;

private:
    QProcess m_process;
    QByteArray m_output;
    qint64 m_startedUs = 0;
};

extern const QString kMeasuredPassword;

/// An account that was online before.
[[nodiscard]] AccountSettings measuredAccount(const RealServer &server, const QString &localpart);
/// A profile with the account of ana.
bool makeMeasuredProfile(const QString &folder, const RealServer &server);
/// Configuration for Prosody: `count` contacts for everyone, by its mod_groups. `folder` keeps their list.
[[nodiscard]] QByteArray prosodyWithContacts(int count, const QString &folder);

} // namespace tertulia::test
