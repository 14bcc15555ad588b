// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Avatar.h"

#include "core/models/Roles.h"
#include "core/stanza/Subscription.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QIconEngine>
#include <QImageReader>
#include <QModelIndex>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QStringView>

#include <QtMath>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// The picture cut square and scaled to `pixels` device pixels; null if it cannot be read.
QPixmap picture(const QString &file, int pixels)
{
    const QString key = u"tertulia-avatar:%1:%2"_s.arg(pixels).arg(file);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return {};
    // Scaled while decoding, so that a large file never costs its full size in memory.
    reader.setScaledSize(size.scaled(pixels, pixels, Qt::KeepAspectRatioByExpanding));
    const QImage image = reader.read();
    if (image.isNull())
        return {};
    const int side = std::min(image.width(), image.height());
    pixmap
        = QPixmap::fromImage(image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QString firstLetter(QStringView word)
{
    // A letter outside the basic plane is two units.
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word.at(i);
        if (c.isHighSurrogate() && i + 1 < word.size()
            && QChar::isLetterOrNumber(QChar::surrogateToUcs4(c, word.at(i + 1))))
            return word.sliced(i, 2).toString();
        if (c.isLetterOrNumber())
            return QString(c.toUpper());
    }
    return {};
}

QColor colorOf(PresenceShape shape)
{
    const Palette &p = Theme::current().palette();
    switch (shape) {
    case PresenceShape::Chat:
    case PresenceShape::Available:
        return p.available;
    case PresenceShape::Away:
    case PresenceShape::ExtendedAway:
        return p.away;
    case PresenceShape::DoNotDisturb:
        return p.dnd;
    case PresenceShape::None:
    case PresenceShape::Offline:
    case PresenceShape::Unknown:
        break;
    }
    return p.offline;
}

} // namespace

PresenceShape presenceShape(Availability availability)
{
    switch (availability) {
    case Availability::Chat:
        return PresenceShape::Chat;
    case Availability::Available:
        return PresenceShape::Available;
    case Availability::Away:
        return PresenceShape::Away;
    case Availability::ExtendedAway:
        return PresenceShape::ExtendedAway;
    case Availability::DoNotDisturb:
        return PresenceShape::DoNotDisturb;
    case Availability::Offline:
        return PresenceShape::Offline;
    }
    return PresenceShape::None;
}

PresenceShape presenceShape(const QModelIndex &row)
{
    const QVariant subscription = row.data(roles::Subscription);
    if (subscription.isValid()) {
        const auto state = static_cast<SubscriptionState>(subscription.toInt());
        if (state == SubscriptionState::None || state == SubscriptionState::From)
            return PresenceShape::Unknown;
    }
    const QVariant availability = row.data(roles::Availability);
    return availability.isValid() ? presenceShape(static_cast<Availability>(availability.toInt()))
                                  : PresenceShape::None;
}

void paintPresence(QPainter &painter, const QRectF &rect, PresenceShape shape, const QColor &surround)
{
    if (shape == PresenceShape::None)
        return;
    const QColor color = colorOf(shape);
    const QColor mark = Theme::current().palette().onPresence;
    const qreal border = rect.width() / 7;
    const QRectF disc = rect.adjusted(border, border, -border, -border);
    const qreal stroke = disc.width() / 5;
    const QRectF ring = disc.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(surround);
    painter.drawEllipse(rect);
    const auto line = [&](QPointF a, QPointF b) {
        painter.setPen(QPen(mark, stroke, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(a, b);
    };
    const QPointF middle = disc.center();
    const qreal arm = disc.width() * 0.3;
    switch (shape) {
    case PresenceShape::Chat:
        painter.setBrush(color);
        painter.drawEllipse(disc);
        line(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
        line(middle - QPointF(0, arm), middle + QPointF(0, arm));
        break;
    case PresenceShape::Available:
        painter.setBrush(color);
        painter.drawEllipse(disc);
        break;
    case PresenceShape::Away:
        painter.setPen(QPen(color, stroke));
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(disc, 90 * 16, 180 * 16);
        break;
    case PresenceShape::ExtendedAway:
        painter.setPen(QPen(color, stroke));
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(disc, 0, 90 * 16);
        break;
    case PresenceShape::DoNotDisturb:
        painter.setBrush(color);
        painter.drawEllipse(disc);
        line(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
        break;
    case PresenceShape::Offline:
        painter.setPen(QPen(color, stroke));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        break;
    case PresenceShape::Unknown: {
        painter.setBrush(color);
        painter.drawEllipse(disc);
        QFont font = painter.font();
        font.setPixelSize(std::max(6, qRound(disc.height() * 0.85)));
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.setPen(mark);
        painter.drawText(disc, Qt::AlignCenter, u"?"_s);
        break;
    }
    case PresenceShape::None:
        break;
    }
    painter.restore();
}

namespace
{

/// Painted when it is shown, in the colours and the size of that moment: menus make a dozen that nobody
/// opens.
class PresenceEngine : public QIconEngine
{
public:
    explicit PresenceEngine(PresenceShape shape)
        : m_shape(shape)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintPresence(*painter, rect, m_shape, Qt::transparent);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return false; }
    [[nodiscard]] QIconEngine *clone() const override { return new PresenceEngine(m_shape); }

private:
    PresenceShape m_shape;
};

} // namespace

QIcon presenceIcon(PresenceShape shape)
{
    return QIcon(new PresenceEngine(shape));
}

QString initials(const QString &name)
{
    QStringView text(name);
    // An address stands for its localpart.
    if (const qsizetype at = text.indexOf(u'@'); at > 0 && !text.contains(u' '))
        text = text.first(at);
    QString first;
    QString last;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QString letter = firstLetter(word);
        if (letter.isEmpty())
            continue;
        if (first.isEmpty())
            first = letter;
        else
            last = letter;
    }
    const QString both = first + last;
    return both.isEmpty() ? u"?"_s : both;
}

void paintAvatar(QPainter &painter, const QRectF &rect, const AvatarLook &look, const QColor &surround)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPixmap image
        = look.file.isEmpty() || look.notes ? QPixmap() : picture(look.file, qCeil(rect.width() * ratio));
    if (!image.isNull()) {
        QPainterPath circle;
        circle.addEllipse(rect);
        painter.setClipPath(circle);
        painter.drawPixmap(rect, image, QRectF(image.rect()));
        painter.setClipping(false);
    } else if (look.notes) {
        const Palette &p = Theme::current().palette();
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.badge);
        painter.drawEllipse(rect);
        const qreal inset = rect.width() * 0.25;
        paintIcon(painter, rect.adjusted(inset, inset, -inset, -inset), Icons::Edit, p.onBadge);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().avatarColor(look.address));
        painter.drawEllipse(rect);
        QFont font = Theme::current().font(1.0, QFont::DemiBold);
        // A small one has room for one letter, beside the mark of presence.
        const bool small = rect.height() <= Theme::current().px(22);
        font.setPixelSize(std::max(6, qRound(rect.height() * (small ? 0.5 : 0.37))));
        painter.setFont(font);
        painter.setPen(Qt::white);
        QString letters = initials(look.name.isEmpty() ? look.address : look.name);
        if (small)
            letters = firstLetter(letters);
        QRectF place = rect;
        if (small && look.shape != PresenceShape::None)
            place.translate(painter.layoutDirection() == Qt::RightToLeft ? 2 : -2, -1);
        painter.drawText(place, Qt::AlignCenter, letters);
    }
    if (look.shape != PresenceShape::None) {
        const qreal side = rect.width() >= 64 ? rect.width() * 0.28 : std::max(13.0, rect.width() * 0.39);
        const qreal over = rect.width() >= 64 ? -rect.width() * 0.04 : 2;
        const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
        const qreal x = mirrored ? rect.left() - over : rect.right() + over - side;
        paintPresence(painter, QRectF(x, rect.bottom() + over - side, side, side), look.shape, surround);
    }
    painter.restore();
}

Avatar::Avatar(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Avatar::setLook(const AvatarLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = Theme::current().px(m_size) + 4;
    return {side, side};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const qreal side = Theme::current().px(m_size);
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - side - 2 : 2;
    paintAvatar(painter, QRectF(x, (height() - side) / 2, side, side), m_look,
                palette().color(backgroundRole()));
}

} // namespace tertulia
