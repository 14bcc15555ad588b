// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0455_outage/ServiceOutage.h"

#include <QLocale>
#include <QString>

namespace tertulia
{

/// What the people who run a server say of its being away, in sentences: what kind it is, until when, and
/// their own words in a language of `locale`. Plain text, cleaned.
[[nodiscard]] QString outageText(const ServiceOutage &outage,
                                 const QDateTime &now = QDateTime::currentDateTime(),
                                 const QLocale &locale = QLocale());

} // namespace tertulia
