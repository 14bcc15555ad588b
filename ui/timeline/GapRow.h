// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ArchiveGap.h"
#include "ui/timeline/TimelineStyle.h"

#include <QCoreApplication>
#include <QRect>
#include <QString>

class QPainter;

namespace tertulia
{

/// The row in a timeline at which messages are missing. It is as high in every state, so that what it says
/// moves nothing.
class GapRow
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::GapRow)
public:
    [[nodiscard]] static int height(const TimelineStyle &style);
    /// "Messages missing here", "Loading messages…".
    [[nodiscard]] static QString text(ArchiveGap::State state);
    /// What a click does: "Load", "Cancel", "Try again".
    [[nodiscard]] static QString action(ArchiveGap::State state);
    /// The same to a screen reader, which lists it among what can be done with a message.
    [[nodiscard]] static QString spokenAction(ArchiveGap::State state);
    /// `turn`: how far the sign of loading has got, from 0 to 1.
    static void paint(QPainter &painter, const QRect &rect, ArchiveGap::State state, bool hovered, qreal turn,
                      const TimelineStyle &style);
};

} // namespace tertulia
