// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/modules/xep0118_tune/Tune.h"
#include "core/stream/Module.h"

#include <optional>

namespace tertulia
{

class RosterModule;

/// User tune over PEP (XEP-0118). Nothing is told until setOwn() gave something to tell;
/// what an earlier run left on the node is taken back.
class TuneModule : public Module
{
    Q_OBJECT
public:
    TuneModule(ModuleHost &host, RosterModule &roster, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// What the account's person listens to from now on; an empty tune: nothing. Told when it stayed so for
    /// five seconds, so that skipping through a record is nobody's news, and at the next start. One that the
    /// server did not take is told again with the next change.
    void setOwn(const Tune &tune);
    /// The stream is about to be closed: takes back what was told, until the next one.
    void leave();

Q_SIGNALS:
    /// Empty when they stopped.
    void tuneChanged(const tertulia::Jid &bare, const tertulia::Tune &tune);

private:
    void handleEvent(const PepEvent &event);
    void handleOwn(const PepEvent &event);
    void tell(const Tune &tune);

    RosterModule &m_roster;
    Tune m_own;
    std::optional<Tune> m_told = Tune{}; ///< nothing: the server did not take it
    quint64 m_tellings = 0;
    TimerHandle m_wait; ///< until m_own is told
    bool m_heardOwn = false; ///< what stood on the node when the stream began, or was told since
};

} // namespace tertulia
