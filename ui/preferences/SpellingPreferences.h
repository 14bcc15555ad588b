// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// In which languages spelling is checked, and the words that were added.
class SpellingPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit SpellingPreferences(const PreferencesContext &context, QWidget *parent = nullptr);
};

} // namespace tertulia
