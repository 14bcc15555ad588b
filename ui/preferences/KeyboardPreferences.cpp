// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/KeyboardPreferences.h"

#include "ui/keys/KeyboardPage.h"

namespace tertulia
{

KeyboardPreferences::KeyboardPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Keyboard, tr("Keyboard"), parent)
{
    addWidget(new KeyboardPage(this), 1);
}

} // namespace tertulia
