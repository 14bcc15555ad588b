// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/XmlElement.h"

#include <QByteArray>

namespace tertulia
{

/// What may be shown of a connection to somebody who watches it: one element at a time, as it went over the
/// wire, and only once all of it is there, since the end of it may be what must not be seen. Elements that
/// may hold a password, and all of a log-in, are a comment instead.
class WatchedTraffic
{
public:
    /// One of our elements.
    [[nodiscard]] static QByteArray written(const QByteArray &element, bool confidential);

    /// Bytes of the server, before they are read.
    void arrived(const QByteArray &bytes);
    /// They are read as far as the end of this one, which `behind` of them follow. Null for the end of a
    /// stream.
    [[nodiscard]] QByteArray completed(const XmlElement &element, qsizetype behind, bool confidential);
    /// What will never be an element, because it is broken or the connection is gone; empty if there is
    /// nothing.
    [[nodiscard]] QByteArray givenUp(bool confidential);
    /// Nobody will say what is left.
    void forget() { m_unread.clear(); }

private:
    QByteArray m_unread;
};

} // namespace tertulia
