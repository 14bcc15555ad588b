// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ExportFormat.h"

namespace tertulia
{

/// One page that needs nothing beside it and loads nothing: light or dark as the reader's desktop, with a
/// field that searches in it. Nothing of a message is anything but text, and no script but the page's own can
/// run.
class HtmlExport : public ExportFormat
{
public:
    using ExportFormat::ExportFormat;

    void begin() override;
    void beginChat(const ExportedChat &chat) override;
    void write(const ExportedMessage &message) override;
    void endChat() override;
    void end() override;

private:
    [[nodiscard]] QString bodyOf(const ExportedMessage &message) const;

    QDate m_day; ///< of the message before
};

} // namespace tertulia
