// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// How Tertulia looks: theme, text, times, menu bar.
class AppearancePreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit AppearancePreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    void addTheme();
    void addEmoji();
    void addTimes();
};

} // namespace tertulia
