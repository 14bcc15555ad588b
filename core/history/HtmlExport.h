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

    void begin(const QList<ExportedChat> &chats) override;
    void beginChat(const ExportedChat &chat) override;
    void write(const ExportedMessage &message) override;
    void endChat() override;
    void end() override;

private:
    /// Of somebody else, escaped.
    [[nodiscard]] QString shown(const QString &text) const;
    [[nodiscard]] QString bodyOf(const ExportedMessage &message) const;
    [[nodiscard]] QString quoteIn(const ExportedMessage &message) const;
    [[nodiscard]] QString reactionsTo(const ExportedMessage &message) const;

    int m_chat = 0; ///< number
    QDate m_day; ///< of the message before
    struct {
        Jid sender;
        QDateTime time;
    } m_before; ///< message
};

} // namespace tertulia
