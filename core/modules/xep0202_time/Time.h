// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QDateTime>

namespace tertulia
{

/// What somebody's clock says.
struct EntityTime {
    QDateTime utc = {};
    int offsetSeconds = 0; ///< of their zone, east of UTC

    static Result<EntityTime> fromXml(const XmlElement &time);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const EntityTime &) const = default;
};

/// Entity time (XEP-0202). Contacts are answered, nobody else: a zone says where somebody is.
class TimeModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] Task<EntityTime> ask(const Jid &jid);
    /// Whether contacts are told; on from the start. Who asks gets the answer of who has no such thing
    /// otherwise.
    void setAnswering(bool answering) { m_answering = answering; }

private:
    bool m_answering = true;
};

} // namespace tertulia
