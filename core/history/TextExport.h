// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ExportFormat.h"

namespace tertulia
{

/// Plain text: a line for each message with its time and who said it, further lines of it indented.
class TextExport : public ExportFormat
{
public:
    using ExportFormat::ExportFormat;

    void begin(const QList<ExportedChat> &chats) override;
    void beginChat(const ExportedChat &chat) override;
    void write(const ExportedMessage &message) override;
    void endChat() override;
    void end() override;
};

} // namespace tertulia
