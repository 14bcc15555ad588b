// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tertulia
{

class Accounts;
class UiSettings;
class XmppSession;

/// Makes every account obey what was chosen about strangers and about being away (UI e.16).
class PrivacySettings : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    PrivacySettings(Accounts &accounts, UiSettings &settings, QObject *parent = nullptr);

private:
    void apply(XmppSession *session);

    UiSettings &m_settings;
};

} // namespace tertulia
