// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/cards/Profile.h"
#include "core/xml/XmlElement.h"

#include <QByteArray>

namespace tertulia
{

/// What a <vCard/> (XEP-0054) tells; an empty profile of an empty card or of something else.
[[nodiscard]] Profile profileOfCard(const XmlElement &card);
/// The card with this profile in it. What a profile has no word for, and entries that did not change, stay as
/// other programs wrote them.
[[nodiscard]] XmlElement cardWithProfile(const XmlElement &card, const Profile &profile);
/// The card with this picture, or without one if `image` is empty (XEP-0153 3.1).
[[nodiscard]] XmlElement cardWithPhoto(const XmlElement &card, const QByteArray &image, const QString &type);

} // namespace tertulia
