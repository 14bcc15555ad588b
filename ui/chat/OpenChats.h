// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "ui/chat/WindowPlacement.h"

#include <QList>

#include <optional>

namespace tertulia
{

class UiSettings;

/// Which chats are open where, as it is written down for the next start (R2).
class OpenChats
{
public:
    explicit OpenChats(UiSettings &settings);

    QList<ConversationKey> windows; ///< each in its own
    QList<ConversationKey> tabs; ///< in the window with tabs, in their order
    std::optional<ConversationKey> tab; ///< the one that is seen of them
    std::optional<ConversationKey> main; ///< in the main window

    void read();
    void writeWindows() const;
    void writeMain() const;

    [[nodiscard]] WindowPlacement placement(const ConversationKey &key) const;
    void setPlacement(const ConversationKey &key, const WindowPlacement &placement);
    /// Of the window with tabs.
    [[nodiscard]] WindowPlacement tabsPlacement() const;
    void setTabsPlacement(const WindowPlacement &placement);

private:
    UiSettings &m_settings;
};

} // namespace tertulia
