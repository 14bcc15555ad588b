// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// What strangers may do, what contacts may know, and whom one wants to hear nothing of.
class PrivacyPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit PrivacyPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    /// What is remembered of habits.
    void addTraces();
};

} // namespace tertulia
