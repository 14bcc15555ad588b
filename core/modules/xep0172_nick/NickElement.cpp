// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0172_nick/NickElement.h"

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxLength = 200;

} // namespace

QString nickIn(const XmlElement &element)
{
    if (!element.is(u"nick", kNickNamespace))
        return {};
    return element.text().left(kMaxLength * 4).simplified().left(kMaxLength);
}

XmlElement nickElement(const QString &nickname)
{
    return {QStringLiteral("nick"), kNickNamespace, {}, {{{}, nickname}}};
}

} // namespace tertulia
