// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

class QPushButton;

namespace tertulia
{

/// What is done with all messages as a whole: written to a file, brought in, thrown away.
class HistoryPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit HistoryPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    QPushButton *addButton(const QString &text, const std::function<void()> &act);
};

} // namespace tertulia
