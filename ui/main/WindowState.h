// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QWidget;

namespace tertulia
{

class UiSettings;

/// Size, place and state of a top-level window, kept under `windows/NAME` and brought back where a connected
/// screen can show it (R2, R3).
class WindowState
{
public:
    WindowState(UiSettings &settings, const QString &name);

    /// Gives the window its remembered geometry, or `fallback` as size. Before it is shown.
    void restore(QWidget &window, const QSize &fallback) const;
    void save(const QWidget &window) const;

private:
    UiSettings &m_settings;
    QString m_key;
};

/// `wanted` moved and shrunk so that it lies within `available`.
[[nodiscard]] QRect clampedTo(const QRect &wanted, const QRect &available);

} // namespace tertulia
