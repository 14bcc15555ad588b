// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QDateTime>

namespace tertulia
{

class PresenceModule;

/// When somebody was last there.
struct LastActivity {
    qint64 seconds = 0; ///< since they left (asked of a bare address), or were idle
    QString status = {}; ///< untrusted; what they said as they left

    static Result<LastActivity> fromXml(const XmlElement &query);

    bool operator==(const LastActivity &) const = default;
};

/// Last activity (XEP-0012). Asked of contacts whose details somebody looks at; answered to those who may see
/// our presence, with the same idle time that our presence tells (XEP-0319), so that nobody learns more here.
class LastActivityModule : public Module
{
    Q_OBJECT
public:
    LastActivityModule(ModuleHost &host, PresenceModule &presence, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] Task<LastActivity> ask(const Jid &jid);

private:
    [[nodiscard]] IqRoute::Answer answer() const;

    PresenceModule &m_presence;
};

} // namespace tertulia
