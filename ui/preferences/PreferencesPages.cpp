// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PreferencesPages.h"

#include "ui/preferences/AccountPreferences.h"
#include "ui/preferences/AdvancedPreferences.h"
#include "ui/preferences/AppearancePreferences.h"
#include "ui/preferences/ChatPreferences.h"
#include "ui/preferences/HistoryPreferences.h"
#include "ui/preferences/KeyboardPreferences.h"
#include "ui/preferences/NotificationPreferences.h"
#include "ui/preferences/PrivacyPreferences.h"
#include "ui/preferences/SpellingPreferences.h"
#include "ui/preferences/StatusPreferences.h"
#include "ui/preferences/SystemPreferences.h"

namespace tertulia
{

namespace
{

template <class Page>
PreferencesPage *make(const PreferencesContext &context, QWidget *parent)
{
    return new Page(context, parent);
}

} // namespace

const QList<MakePreferencesPage> &preferencesPages()
{
    static const QList<MakePreferencesPage> pages{
        &make<AccountPreferences>, &make<AppearancePreferences>, &make<ChatPreferences>,
        &make<HistoryPreferences>, &make<SpellingPreferences>,   &make<NotificationPreferences>,
        &make<StatusPreferences>,  &make<PrivacyPreferences>,    &make<KeyboardPreferences>,
        &make<SystemPreferences>,  &make<AdvancedPreferences>,
    };
    return pages;
}

} // namespace tertulia
