// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QString>

#include <optional>

class QMimeData;

namespace tertulia
{

/// A contact on its way from one group of the list to another.
struct DraggedContact {
    static inline const QString kType = QStringLiteral("application/x-tertulia-contact");

    ConversationKey key = {};
    QString group = {}; ///< it was taken from; empty: not in a group

    /// The caller's to delete.
    [[nodiscard]] QMimeData *toMime() const;
    /// Nothing if it is something else.
    static std::optional<DraggedContact> fromMime(const QMimeData &mime);

    bool operator==(const DraggedContact &) const = default;
};

} // namespace tertulia
