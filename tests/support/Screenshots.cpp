// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"

#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace tertulia::test
{

void screenshot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("TERTULIA_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace tertulia::test
