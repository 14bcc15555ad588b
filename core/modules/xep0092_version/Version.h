// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

/// Which program somebody uses.
struct SoftwareVersion {
    QString name = {}; ///< untrusted, as all of it
    QString version = {};
    QString os = {};

    static Result<SoftwareVersion> fromXml(const XmlElement &query);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const SoftwareVersion &) const = default;
};

/// Software version (XEP-0092). Tells contacts the name and version, not the operating system.
class VersionModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] Task<SoftwareVersion> ask(const Jid &jid);
    /// Whether contacts are told; on from the start. Who asks gets the answer of who has no such thing
    /// otherwise.
    void setAnswering(bool answering) { m_answering = answering; }

private:
    bool m_answering = true;
};

} // namespace tertulia
