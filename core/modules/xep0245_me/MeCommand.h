// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace tertulia
{

/// Whether a body says what its writer does (XEP-0245 3): it begins with "/me ", in lower case, with the
/// space. Stays in the body as it is; only what shows it reads it.
constexpr bool isMeCommand(QStringView body)
{
    return body.size() > 3 && body[0] == u'/' && body[1] == u'm' && body[2] == u'e' && body[3] == u' ';
}

/// The action alone: "laughs" of "/me laughs". Only for what isMeCommand().
constexpr QStringView meAction(QStringView body)
{
    return body.sliced(4);
}

} // namespace tertulia
