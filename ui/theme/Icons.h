// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;

namespace tertulia
{

/// The icons drawn for the program, one family: 24 px grid, 1.75 px strokes (resources/icons/ui).
enum class Icons {
    AddContact,
    Archive,
    ArrowDown,
    Attach,
    Back,
    Bell,
    Block,
    Bookmark,
    Chats,
    Check,
    CheckDouble,
    CheckRead,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    CloudOff,
    Computer,
    Contacts,
    Copy,
    Cross,
    Details,
    Dock,
    Download,
    Edit,
    Emoji,
    Eye,
    EyeOff,
    File,
    Folder,
    Forward,
    Help,
    Key,
    Keyboard,
    Lock,
    Menu,
    More,
    Mute,
    NewChat,
    Person,
    Pin,
    Plus,
    PopOut,
    Quit,
    Reply,
    Retry,
    Room,
    Search,
    Send,
    Settings,
    SmileyAdd,
    Spinner,
    Sun,
    Tag,
    Trash,
    Warning,
    Window,
};

/// Which colour of the palette tints an icon; looked up each time it is painted, so icons follow the theme.
enum class Tint { Soft, Ink, Accent, OnAccent, Danger, Success, Warning };

/// An icon that is crisp at any size and device pixel ratio; faded when disabled.
[[nodiscard]] QIcon icon(Icons icon, Tint tint = Tint::Soft, bool mirrored = false);
/// Paints it directly, for delegates; in a right-to-left layout give `mirrored` for arrows.
void paintIcon(QPainter &painter, const QRectF &rect, Icons icon, const QColor &color, bool mirrored = false);

/// The program's own icon, and its one-colour forms for the tray.
enum class TrayLook { Normal, Unread, Away, DoNotDisturb, Offline, Connecting };
[[nodiscard]] QIcon applicationIcon();
[[nodiscard]] QIcon trayIcon(TrayLook look, const QColor &color);

} // namespace tertulia
