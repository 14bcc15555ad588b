// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// Tells the server whether somebody looks (XEP-0352), where it wants to know: activity at once, the end of
/// it after kPatience without, so that a glance at another window says nothing. A server that takes it along
/// with a log-in is told so (XEP-0386).
class ClientStateModule : public Module
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kPatience{10};

    using Module::Module;

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;
    void streamSuspended() override;

    /// Active until said otherwise; outlives the stream.
    void setActive(bool active);

private:
    [[nodiscard]] bool isOffered() const;
    void tell(bool active);

    bool m_active = true;
    bool m_idle = false; ///< not active for kPatience
    bool m_toldActive = true; ///< what the server believes of this connection
    TimerHandle m_patience;
};

} // namespace tertulia
