// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace tertulia
{

class Accounts;

/// Asks for a file and writes a chat to it, or all chats; by its ending as a page for the browser, JSON or
/// text. `name`: of the chat. What came of it is told to `say`. Nothing waits.
void askToExportHistory(Accounts &accounts, const std::optional<ConversationKey> &chat, const QString &name,
                        QWidget *window, const std::function<void(const QString &)> &say);

/// Writes what was being written when the program ended the last time.
void goOnExporting(Accounts &accounts, QWidget *window, const std::function<void(const QString &)> &say);

} // namespace tertulia
