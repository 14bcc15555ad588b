// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// What others see of the person while they are away, and at the start.
class StatusPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit StatusPreferences(const PreferencesContext &context, QWidget *parent = nullptr);
};

} // namespace tertulia
