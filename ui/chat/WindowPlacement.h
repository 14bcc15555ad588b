// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QString>

class QWidget;

namespace tertulia
{

/// A screen that is there now.
struct ScreenArea {
    QString name;
    QRect geometry;
    QRect available; ///< without panels
};

/// Where a window was, in words that survive a change of monitors.
struct WindowPlacement {
    QRect geometry; ///< of the normal (not maximised) window, in desktop coordinates
    QString screen; ///< name of the screen; empty: unknown
    QRect screenGeometry; ///< of that screen then
    bool maximized = false;

    static WindowPlacement of(const QWidget &window);
    /// Where the window belongs on these screens, the first being the main one: on the screen of that name
    /// wherever it stands now, else on the one its middle lies on, else on the first; inside it in any case
    /// (R3).
    [[nodiscard]] QRect on(const QList<ScreenArea> &screens) const;
    /// Places `window` so on the screens that are there. Does nothing for an empty placement.
    void applyTo(QWidget &window) const;

    /// One line for the settings file; empty placements give an empty text.
    [[nodiscard]] QString toText() const;
    /// The reverse; a text that is not one gives an empty placement.
    static WindowPlacement fromText(const QString &text);

    bool operator==(const WindowPlacement &) const = default;
};

/// `wanted` made to lie in `available`: moved, and shrunk only if it is larger.
QRect fittedInto(const QRect &wanted, const QRect &available);

} // namespace tertulia
