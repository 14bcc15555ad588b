// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/xml/XmlElement.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>

namespace tertulia
{

/// What a vcard-temp tells of somebody (XEP-0054); all of it untrusted, each text at most 1,000 characters.
/// An external photo's address is not even kept (SECURITY A75).
struct VCard {
    QString fullName = {};
    QString givenName = {};
    QString familyName = {};
    QString nickname = {};
    QString birthday = {}; ///< as written
    QString organization = {};
    QString title = {};
    QString role = {};
    QString url = {};
    QString description = {};
    QStringList emails = {};
    QStringList phones = {};
    QByteArray photo = {}; ///< decoded, at most 512 KiB; not checked to be an image

    /// From a <vCard/>; an empty one is a valid card. MalformedReply if it is no vCard.
    static Result<VCard> fromXml(const XmlElement &element);

    bool operator==(const VCard &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::VCard)
