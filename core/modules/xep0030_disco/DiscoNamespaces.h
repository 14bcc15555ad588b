// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

inline const QString kDiscoInfo = QStringLiteral("http://jabber.org/protocol/disco#info");
inline const QString kDiscoItems = QStringLiteral("http://jabber.org/protocol/disco#items");
inline const QString kDataForms = QStringLiteral("jabber:x:data");

} // namespace tertulia
