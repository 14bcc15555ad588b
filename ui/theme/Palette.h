// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace tertulia
{

/// Every colour of the program by what it is for; no widget names a colour of its own. Text tokens have a
/// contrast of at least 4.5:1 on every surface they are used on, icons and shapes 3:1 (a test checks it).
struct Palette {
    QColor pane; ///< side panes, menus, header bars
    QColor paper; ///< the conversation
    QColor field; ///< text fields and plain buttons
    QColor line; ///< borders
    QColor hover; ///< row or button under the mouse
    QColor selection; ///< chosen row
    QColor ink; ///< text
    QColor softInk; ///< secondary text, icons
    QColor accent; ///< primary button, links, unread, active tab
    QColor onAccent; ///< text on accent
    QColor ownBubble;
    QColor otherBubble;
    QColor available;
    QColor away;
    QColor dnd; ///< do not disturb
    QColor offline;
    QColor onPresence; ///< the bar on dnd, the plus on free-for-chat
    QColor danger; ///< failed, drafts, destructive buttons
    QColor success; ///< done steps
    QColor warning; ///< strip that asks for attention
    QColor warningInk; ///< text on it
    QColor badge; ///< unread badge of a muted chat
    QColor onBadge;
    QColor focus; ///< focus ring
    std::array<QColor, 6> accounts; ///< to tell accounts apart: those of AccountColor, in its order

    bool operator==(const Palette &) const = default;
};

[[nodiscard]] Palette lightPalette();
[[nodiscard]] Palette darkPalette();
/// Black on white, or white on black if `dark`; borders as strong as text.
[[nodiscard]] Palette highContrastPalette(bool dark);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace tertulia
