// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/DraggedContact.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace tertulia
{

QMimeData *DraggedContact::toMime() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << key.account << key.peer.toString() << group;
    auto *mime = new QMimeData;
    mime->setData(kType, bytes);
    return mime;
}

std::optional<DraggedContact> DraggedContact::fromMime(const QMimeData &mime)
{
    QDataStream in(mime.data(kType));
    in.setVersion(QDataStream::Qt_6_0);
    QString account;
    QString address;
    QString group;
    in >> account >> address >> group;
    const auto jid = Jid::parse(address); // any program can offer something by this name
    if (in.status() != QDataStream::Ok || account.isEmpty() || !jid)
        return {};
    return DraggedContact{{account, jid->bare()}, group};
}

} // namespace tertulia
