// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

class Desktop;

/// For who wants to know, or is asked for it: folders, log, diagnostics.
class AdvancedPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit AdvancedPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    void addConsole();
    void addPlaces(Desktop &desktop);
    void addDiagnostics(Desktop &desktop);
};

} // namespace tertulia
