// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares functions of the global namespace, so it must be used there.
static void initTertuliaResources()
{
    Q_INIT_RESOURCE(tertulia);
}

namespace tertulia
{

void initResources()
{
    initTertuliaResources();
}

} // namespace tertulia
