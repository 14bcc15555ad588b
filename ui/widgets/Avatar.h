// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"

#include <QIcon>
#include <QRectF>
#include <QString>
#include <QWidget>

class QModelIndex;
class QPainter;

namespace tertulia
{

/// What the badge on an avatar shows: each state has a shape of its own, colour only repeats it.
enum class PresenceShape {
    None, ///< no badge
    Chat, ///< disc with a plus
    Available, ///< disc
    Away, ///< half disc
    ExtendedAway, ///< quarter of a disc
    DoNotDisturb, ///< disc with a bar
    Offline, ///< ring
    Unknown, ///< ring with a question mark: no subscription
};

[[nodiscard]] PresenceShape presenceShape(Availability availability);
/// Of a row with roles::Availability and, if it has one, roles::Subscription.
[[nodiscard]] PresenceShape presenceShape(const QModelIndex &row);

/// Paints the badge alone; `surround` is the colour behind it.
void paintPresence(QPainter &painter, const QRectF &rect, PresenceShape shape, const QColor &surround);
[[nodiscard]] QIcon presenceIcon(PresenceShape shape);

/// Whose picture, and with which badge.
struct AvatarLook {
    QString address = {}; ///< bare address: decides the hue
    QString name = {}; ///< untrusted: gives the initials
    QString file = {}; ///< checked image; empty or unreadable: initials
    PresenceShape shape = PresenceShape::None;
    bool notes = false; ///< not a person: what one writes to oneself

    bool operator==(const AvatarLook &) const = default;
};

/// One or two letters for a name: "Ana Torres" AT, "ana@example.org" A, "" ?.
[[nodiscard]] QString initials(const QString &name);
/// Paints an avatar into the square `rect`, its badge overlapping the lower trailing corner.
void paintAvatar(QPainter &painter, const QRectF &rect, const AvatarLook &look, const QColor &surround);

/// An avatar as a widget of `size` design pixels.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int size, QWidget *parent = nullptr);

    void setLook(const AvatarLook &look);
    [[nodiscard]] const AvatarLook &look() const { return m_look; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AvatarLook m_look;
    int m_size;
};

} // namespace tertulia
