// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

#include <optional>

namespace tertulia
{

/// Messages that are to be shown only when they are asked for (XEP-0382).
class SpoilerModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// The hint about what is hidden, which may be empty; nothing if the message is no spoiler. Of several
    /// the one without a language, else the first; at most kMaxHint characters in one line.
    [[nodiscard]] static std::optional<QString> spoilerIn(const Message &message);
    static void mark(Message &message, const QString &hint);

    static constexpr qsizetype kMaxHint = 200;
};

} // namespace tertulia
