// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/idle/IdleSource.h"
#include "core/base/TimerSource.h"
#include "core/session/AccountSettings.h"

#include <QObject>

#include <functional>
#include <vector>

namespace tertulia
{

class Clock;

/// Tells how far away the person is (UI e.4): by the time since keyboard or mouse were touched, and by the
/// lock of the screen. It asks as seldom as it can: while somebody is there about when they could have been
/// away for long enough, and often only until they are back.
class AbsenceWatch : public QObject
{
    Q_OBJECT
public:
    struct Rules {
        bool byTime = true;
        std::chrono::minutes away{5};
        std::chrono::minutes gone{15};
        bool byLock = true;
        QString awayStatus = {}; ///< see Absence::status
        QString goneStatus = {};
    };
    using Sources = std::vector<std::unique_ptr<IdleSource>>;

    /// The first of `sources` that answers is believed. `rules` is asked each time; `clock` and `timers`
    /// must outlive it.
    AbsenceWatch(Sources sources, std::function<Rules()> rules, const Clock &clock, TimerSource &timers,
                 QObject *parent = nullptr);
    /// What is being asked finds nobody.
    ~AbsenceWatch() override { ++m_question; }

    [[nodiscard]] const Absence &absence() const { return m_absence; }
    void setLocked(bool locked);
    /// The rules have changed, or the machine woke.
    void check();

    static constexpr std::chrono::milliseconds kUntilBack{4'000}; ///< between questions while nobody is there
    static constexpr std::chrono::minutes kWithoutAnswer{10}; ///< until all sources are tried again

Q_SIGNALS:
    void changed(const tertulia::Absence &absence);

private:
    void ask();
    void take(std::chrono::milliseconds idle);
    void tell();

    Sources m_sources;
    std::function<Rules()> m_rules;
    const Clock &m_clock;
    TimerSource &m_timers;
    TimerHandle m_timer;
    size_t m_source = 0;
    quint64 m_question = 0; ///< answers to an earlier one come too late
    std::chrono::milliseconds m_idle{0};
    bool m_locked = false;
    Absence m_absence;
};

} // namespace tertulia
