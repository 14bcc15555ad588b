// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesContext.h"

#include <QList>

class QWidget;

namespace tertulia
{

class PreferencesPage;

/// Makes a page, `parent`'s to delete.
using MakePreferencesPage = PreferencesPage *(*)(const PreferencesContext &context, QWidget *parent);

/// All pages in the order of the window (UI e.7). A new page is a line there.
[[nodiscard]] const QList<MakePreferencesPage> &preferencesPages();

} // namespace tertulia
