// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/SpellingPreferences.h"

#include "ui/chat/ChatHosts.h"
#include "ui/spelling/SpellingPage.h"

namespace tertulia
{

SpellingPreferences::SpellingPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Edit, tr("Spelling"), parent)
{
    addWidget(new SpellingPage(context.hosts.spelling(), this));
}

} // namespace tertulia
