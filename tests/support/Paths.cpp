// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Paths.h"

namespace tertulia
{

QString sourcePath(const QString &relative)
{
    return QStringLiteral(TERTULIA_SOURCE_DIR) + u'/' + relative;
}

QString programPath()
{
    return QStringLiteral(TERTULIA_BINARY);
}

} // namespace tertulia
