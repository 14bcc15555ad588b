// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

class Desktop;

/// How Tertulia lives with the desktop: starting with the session, the tray, xmpp: links.
class SystemPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit SystemPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

private:
    void addClosing();
    void addStart(Desktop &desktop);
    void addLinks(Desktop &desktop);
};

} // namespace tertulia
