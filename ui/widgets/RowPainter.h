// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountColor.h"
#include "ui/theme/Icons.h"

#include <QPainter>
#include <QRect>
#include <QStyleOptionViewItem>

namespace tertulia
{

/// Lays text and icons out along one line of a row, from its leading edge, and the same mirrored.
class RowPainter
{
public:
    /// A row's role: int of AccountColor, that of its stripe.
    static constexpr int kStripe = Qt::UserRole + 101;

    RowPainter(QPainter &painter, const QStyleOptionViewItem &option);

    /// Ground of a row: selected, hovered or nothing; and the focus ring.
    void ground(bool hoverable = true);
    /// The stripe at the leading edge, if the row has one.
    void stripe(const QModelIndex &index);
    /// `logical` of a left-to-right row, mirrored if the layout is.
    [[nodiscard]] QRect placed(const QRect &logical) const;
    /// One line of text, shortened to what fits. Returns the width used.
    int text(const QRect &logical, const QString &text, const QFont &font, const QColor &color,
             bool trailing = false);
    void icon(const QRect &logical, Icons which, const QColor &color);
    /// A filled pill with text at the trailing end of `logical`; returns its width.
    int badge(const QRect &logical, const QString &text, const QColor &fill, const QColor &ink);
    /// A dot there; returns its width.
    int dot(const QRect &logical, const QColor &fill);
    /// The colour behind the row's content.
    [[nodiscard]] QColor surround() const { return m_surround; }

private:
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QColor m_surround;
};

/// At the leading edge of `rect`, what tells of which account it is; nothing for None.
void paintAccountStripe(QPainter &painter, const QRect &rect, AccountColor color,
                        Qt::LayoutDirection direction);

} // namespace tertulia
