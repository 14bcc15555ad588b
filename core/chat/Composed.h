// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace tertulia
{

/// A message as a person wants it said.
struct Composed {
    QString body;
    qint64 answers = 0; ///< row of a message of the same chat; 0: none
    std::optional<QString> spoiler = {}; ///< the hint of one that is to be seen only when asked for
    bool unstyled = false; ///< it is to be shown as it was typed (XEP-0393)
    QDateTime sendAt = {}; ///< not before; invalid: as soon as can be
};

} // namespace tertulia
