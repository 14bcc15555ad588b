// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tertulia
{

/// What the desktop wishes of looks (org.freedesktop.appearance and its like); implemented in app.
class ColorSchemeSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Scheme { NoPreference, Light, Dark };

    [[nodiscard]] virtual Scheme scheme() const = 0;
    [[nodiscard]] virtual bool highContrast() const { return false; }
    [[nodiscard]] virtual bool reducedMotion() const { return false; }

Q_SIGNALS:
    void changed();
};

} // namespace tertulia
