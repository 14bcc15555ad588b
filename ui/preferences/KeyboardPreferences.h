// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// Which keys do what.
class KeyboardPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit KeyboardPreferences(const PreferencesContext &context, QWidget *parent = nullptr);
};

} // namespace tertulia
