// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// The program's name in reverse DNS: desktop entry, D-Bus name, Wayland application, keychain service.
inline const QString kApplicationId = QStringLiteral("im.tertulia.Tertulia");

} // namespace tertulia
