// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0313_archive/Archive.h"

#include <QObject>

#include <functional>

namespace tertulia
{

/// It ended, and the next one will begin anew.
[[nodiscard]] bool isOfTheStream(ErrorCode code);

/// Seconds by which the times of an archive and of this computer may differ.
inline constexpr qint64 kDoubtAboutStamps = qint64(24) * 60 * 60;

/// Takes pages of the archive into the conversations, as much in each turn of the event loop as nobody feels.
class ArchiveIntake : public QObject
{
    Q_OBJECT
public:
    explicit ArchiveIntake(ModuleHost &host, QObject *parent = nullptr);

    /// `done` is called once all of them are in, from the event loop. One page at a time.
    void take(const QList<ArchivedMessage> &messages, std::function<void()> done);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// The rest of the page is not taken, and nobody is told.
    void stop();

private:
    void takeSoon(int turns);
    void takeSlice();

    ModuleHost &m_host;
    QList<ArchivedMessage> m_messages;
    qsizetype m_next = 0;
    std::function<void()> m_done;
    quint64 m_page = 0;
    bool m_busy = false;
};

} // namespace tertulia
