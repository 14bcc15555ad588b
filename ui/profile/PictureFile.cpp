// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profile/PictureFile.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

namespace tertulia
{

namespace
{

constexpr qint64 kMostPixels = qint64(100) * 1000 * 1000;
constexpr int kMostSide = 2048;
/// With Base64 and its envelope well below the 256 KiB that common servers take at once.
constexpr qsizetype kMostBytes = 96 * 1024;

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(100);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

QImage readPicture(const QString &file)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > kMostPixels)
        return {};
    if (size.width() > kMostSide || size.height() > kMostSide)
        reader.setScaledSize(size.scaled(kMostSide, kMostSide, Qt::KeepAspectRatio));
    return reader.read();
}

OwnPicture asOwnPicture(const QImage &square)
{
    if (square.isNull())
        return {};
    for (const int side : {256, 192, 128, 96, 64}) {
        // Drawn anew, so that no text, colour profile or thumbnail of the file goes along.
        QImage scaled(side, side, square.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        scaled.fill(Qt::transparent);
        QPainter painter(&scaled);
        painter.drawImage(0, 0, square.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        painter.end();
        const QByteArray bytes = encoded(scaled);
        if (!bytes.isEmpty() && bytes.size() <= kMostBytes)
            return {bytes, scaled.size()};
    }
    return {};
}

} // namespace tertulia
