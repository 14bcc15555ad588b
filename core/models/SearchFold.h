// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// `text` without case and accents, for filters: "Bruno Díaz" contains "diaz".
QString searchFold(const QString &text);

} // namespace tertulia
