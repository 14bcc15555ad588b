// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/PrivacySettings.h"

#include "core/modules/presence/Presence.h"
#include "core/session/Accounts.h"
#include "core/session/SessionContacts.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

#include <algorithm>

namespace tertulia
{

PrivacySettings::PrivacySettings(Accounts &accounts, UiSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&accounts, &Accounts::added, this, &PrivacySettings::apply);
    connect(&settings, &UiSettings::changed, this, [this, &accounts](const QString &key) {
        if (key != settingkeys::kStrangers && key != settingkeys::kTellIdle)
            return;
        for (XmppSession *session : accounts.sessions())
            apply(session);
    });
    for (XmppSession *session : accounts.sessions())
        apply(session);
}

void PrivacySettings::apply(XmppSession *session)
{
    const int policy = m_settings.value(settingkeys::kStrangers, int(StrangerPolicy::Ask)).toInt();
    session->contacts().strangers().setPolicy(
        StrangerPolicy(std::clamp(policy, 0, int(StrangerPolicy::Hide))));
    session->modules().module<PresenceModule>()->setTellsIdle(
        m_settings.value(settingkeys::kTellIdle, true).toBool());
}

} // namespace tertulia
