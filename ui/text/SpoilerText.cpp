// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SpoilerText.h"

#include "ui/text/PlainText.h"

#include <QCoreApplication>

namespace tertulia
{

namespace
{

struct SpoilerWords {
    Q_DECLARE_TR_FUNCTIONS(tertulia::SpoilerText)
};

} // namespace

QString spoilerText(const QString &hint)
{
    const QString shown = shownLine(hint);
    return shown.isEmpty() ? SpoilerWords::tr("Spoiler") : SpoilerWords::tr("Spoiler: %1").arg(shown);
}

} // namespace tertulia
