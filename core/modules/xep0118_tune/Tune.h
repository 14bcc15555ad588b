// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

#include <QMetaType>
#include <QString>

namespace tertulia
{

inline const QString kTuneNode = QStringLiteral("http://jabber.org/protocol/tune");

/// What somebody listens to (XEP-0118); untrusted, each text at most 200 characters.
struct Tune {
    QString artist = {};
    QString title = {};
    QString source = {}; ///< the album

    [[nodiscard]] bool isEmpty() const { return *this == Tune{}; }
    /// From a <tune/>; an empty one says that nothing is heard any more. MalformedReply for anything else.
    static Result<Tune> fromXml(const XmlElement &element);
    [[nodiscard]] XmlElement toElement() const;

    bool operator==(const Tune &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::Tune)
