// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// What somebody said, for a page: escaped, so that nothing of it is anything but text, with links to the web
/// that can be clicked. Unless it is `unstyled`, quotations, code and what stands between styling directives
/// (XEP-0393) look so; only the marks of whole lines are left out.
[[nodiscard]] QString bodyHtml(const QString &text, bool unstyled);

} // namespace tertulia
