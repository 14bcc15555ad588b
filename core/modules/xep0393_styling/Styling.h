// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// That we show the styling of messages (XEP-0393), which StyledText reads out of their words.
class StylingModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// Whether its sender wants the words shown as they are (6).
    [[nodiscard]] static bool isUnstyled(const Message &message);
    static void markUnstyled(Message &message);
};

} // namespace tertulia
