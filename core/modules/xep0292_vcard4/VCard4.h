// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/cards/Profile.h"
#include "core/xml/XmlElement.h"

namespace tertulia
{

/// The format's namespace (RFC 6351), and the node that holds an account's card (XEP-0292 3.1).
inline const QString kVCard4 = QStringLiteral("urn:ietf:params:xml:ns:vcard-4.0");
inline const QString kVCard4Node = QStringLiteral("urn:xmpp:vcard4");

/// What a <vcard/> tells; an empty profile of an empty card or of something else. The address of a picture is
/// not even read (SECURITY A75).
[[nodiscard]] Profile profileOfCard4(const XmlElement &card);
/// The card with this profile in it. What a profile has no word for, and entries that did not change, stay as
/// other programs wrote them.
[[nodiscard]] XmlElement card4WithProfile(const XmlElement &card, const Profile &profile);

} // namespace tertulia
