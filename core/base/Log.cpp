// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Log.h"

namespace tertulia
{
Q_LOGGING_CATEGORY(logStream, "tertulia.stream", QtWarningMsg)
Q_LOGGING_CATEGORY(logNet, "tertulia.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logModules, "tertulia.modules", QtWarningMsg)
Q_LOGGING_CATEGORY(logStore, "tertulia.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "tertulia.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "tertulia.ui", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "tertulia.app", QtWarningMsg)
} // namespace tertulia
