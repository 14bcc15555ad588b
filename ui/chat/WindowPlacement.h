// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QScreen;
class QWidget;

namespace tertulia
{

/// Where a window was, in words that survive a change of monitors.
struct WindowPlacement {
    QRect geometry; ///< of the normal (not maximised) window, in desktop coordinates
    QString screen; ///< name of the screen; empty: unknown
    QRect screenGeometry; ///< of that screen then
    bool maximized = false;

    static WindowPlacement of(const QWidget &window);
    /// Places `window` as it was: on the screen of that name wherever it stands now, else moved into what is
    /// available (R3).
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
