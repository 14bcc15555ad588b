// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

/// How chats and the list of contacts behave.
class ChatPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit ChatPreferences(const PreferencesContext &context, QWidget *parent = nullptr);
};

} // namespace tertulia
