// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// What is done with all messages as a whole: written to a file, brought in, thrown away.
class HistoryPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit HistoryPreferences(const PreferencesContext &context, QWidget *parent = nullptr);
};

} // namespace tertulia
