// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// Replaces what Qt tells screen readers of a scroll area: Qt 6.4 reads beyond its list when asked for a
/// child that has gone meanwhile (a scroll bar, say), and ends the program. Once for each application.
void giveScrollAreasCheckedChildren();

} // namespace tertulia
