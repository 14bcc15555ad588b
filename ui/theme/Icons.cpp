// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icons.h"

#include "ui/theme/Resources.h"
#include "ui/theme/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <functional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString fileOf(Icons icon)
{
    switch (icon) {
    case Icons::AddContact:
        return u"add-contact"_s;
    case Icons::Archive:
        return u"archive"_s;
    case Icons::ArrowDown:
        return u"arrow-down"_s;
    case Icons::Attach:
        return u"attach"_s;
    case Icons::Back:
        return u"back"_s;
    case Icons::Bell:
        return u"bell"_s;
    case Icons::Block:
        return u"block"_s;
    case Icons::Bookmark:
        return u"bookmark"_s;
    case Icons::Chats:
        return u"chats"_s;
    case Icons::Check:
        return u"check"_s;
    case Icons::CheckDouble:
        return u"check-double"_s;
    case Icons::CheckRead:
        return u"check-read"_s;
    case Icons::ChevronDown:
        return u"chevron-down"_s;
    case Icons::ChevronRight:
        return u"chevron-right"_s;
    case Icons::ChevronUp:
        return u"chevron-up"_s;
    case Icons::Clock:
        return u"clock"_s;
    case Icons::Close:
        return u"close"_s;
    case Icons::CloudOff:
        return u"cloud-off"_s;
    case Icons::Computer:
        return u"computer"_s;
    case Icons::Contacts:
        return u"contacts"_s;
    case Icons::Copy:
        return u"copy"_s;
    case Icons::Cross:
        return u"cross"_s;
    case Icons::Details:
        return u"details"_s;
    case Icons::Dock:
        return u"dock"_s;
    case Icons::Download:
        return u"download"_s;
    case Icons::Edit:
        return u"edit"_s;
    case Icons::Emoji:
        return u"emoji"_s;
    case Icons::Eye:
        return u"eye"_s;
    case Icons::EyeOff:
        return u"eye-off"_s;
    case Icons::File:
        return u"file"_s;
    case Icons::Folder:
        return u"folder"_s;
    case Icons::Forward:
        return u"forward"_s;
    case Icons::Help:
        return u"help"_s;
    case Icons::Key:
        return u"key"_s;
    case Icons::Keyboard:
        return u"keyboard"_s;
    case Icons::Lock:
        return u"lock"_s;
    case Icons::Menu:
        return u"menu"_s;
    case Icons::More:
        return u"more"_s;
    case Icons::Mute:
        return u"mute"_s;
    case Icons::NewChat:
        return u"new-chat"_s;
    case Icons::Person:
        return u"person"_s;
    case Icons::Pin:
        return u"pin"_s;
    case Icons::Plus:
        return u"plus"_s;
    case Icons::PopOut:
        return u"pop-out"_s;
    case Icons::Quit:
        return u"quit"_s;
    case Icons::Reply:
        return u"reply"_s;
    case Icons::Retry:
        return u"retry"_s;
    case Icons::Room:
        return u"room"_s;
    case Icons::Search:
        return u"search"_s;
    case Icons::Send:
        return u"send"_s;
    case Icons::Settings:
        return u"settings"_s;
    case Icons::SmileyAdd:
        return u"smiley-add"_s;
    case Icons::Spinner:
        return u"spinner"_s;
    case Icons::Sun:
        return u"sun"_s;
    case Icons::Tag:
        return u"tag"_s;
    case Icons::Trash:
        return u"trash"_s;
    case Icons::Warning:
        return u"warning"_s;
    case Icons::Window:
        return u"window"_s;
    }
    return {};
}

QColor colorOf(Tint tint)
{
    const Palette &palette = Theme::current().palette();
    switch (tint) {
    case Tint::Soft:
        return palette.softInk;
    case Tint::Ink:
        return palette.ink;
    case Tint::Accent:
        return palette.accent;
    case Tint::OnAccent:
        return palette.onAccent;
    case Tint::Danger:
        return palette.danger;
    case Tint::Success:
        return palette.success;
    case Tint::Warning:
        return palette.warningInk;
    }
    return palette.ink;
}

/// The drawing at `path` in one colour. `pixels` counts device pixels.
QPixmap tinted(const QString &path, const QColor &color, QSize pixels)
{
    const QString key = u"tertulia:%1:%2:%3x%4"_s.arg(path, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    initResources();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedEngine : public QIconEngine
{
public:
    TintedEngine(QString path, std::function<QColor()> color, bool mirrored)
        : m_path(std::move(path))
        , m_color(std::move(color))
        , m_mirrored(mirrored)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        QColor color = m_color();
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.4F);
        const QPixmap pixmap = tinted(m_path, color, size);
        return m_mirrored ? pixmap.transformed(QTransform::fromScale(-1, 1)) : pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return false; }
    [[nodiscard]] QIconEngine *clone() const override
    {
        return new TintedEngine(m_path, m_color, m_mirrored);
    }

private:
    QString m_path;
    std::function<QColor()> m_color;
    bool m_mirrored;
};

QString pathOf(Icons icon)
{
    return ":/icons/ui/"_L1 + fileOf(icon) + ".svg"_L1;
}

} // namespace

QIcon icon(Icons icon, Tint tint, bool mirrored)
{
    return QIcon(new TintedEngine(pathOf(icon), [tint] { return colorOf(tint); }, mirrored));
}

void paintIcon(QPainter &painter, const QRectF &rect, Icons icon, const QColor &color, bool mirrored)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = tinted(pathOf(icon), color, (rect.size() * ratio).toSize());
    if (mirrored)
        pixmap = pixmap.transformed(QTransform::fromScale(-1, 1));
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

QIcon applicationIcon()
{
    initResources();
    // Not from the desktop's theme: that has the same one, and asking it reads its folders.
    return QIcon(u":/icons/im.tertulia.Tertulia.svg"_s);
}

QIcon trayIcon(TrayLook look, const QColor &color)
{
    const auto name = [look] {
        switch (look) {
        case TrayLook::Normal:
            return u""_s;
        case TrayLook::Unread:
            return u"-unread"_s;
        case TrayLook::Away:
            return u"-away"_s;
        case TrayLook::DoNotDisturb:
            return u"-dnd"_s;
        case TrayLook::Offline:
            return u"-offline"_s;
        case TrayLook::Connecting:
            return u"-connecting"_s;
        }
        return QString();
    }();
    const QString path = ":/icons/im.tertulia.Tertulia"_L1 + name + "-symbolic.svg"_L1;
    // Tray hosts ask for pixmaps, never for the engine: give the sizes they show.
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(tinted(path, color, {size, size}));
    return icon;
}

} // namespace tertulia
