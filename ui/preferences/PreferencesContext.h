// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace tertulia
{

class Accounts;
class ChatHosts;
class Desktop;
class UiSettings;
class XmppSession;

/// What the pages of the preferences work on, and what they can have done elsewhere. All of it outlives the
/// window.
struct PreferencesContext {
    Accounts &accounts;
    ChatHosts &hosts;
    UiSettings &settings;
    Desktop *desktop = nullptr; ///< null where there is none to ask
    /// These lead out of the preferences, which close.
    std::function<void()> addAccount = [] { };
    std::function<void(XmppSession *)> logIn = [](XmppSession *) { };
    /// Says a sentence about something that did not work.
    std::function<void(const QString &)> say = [](const QString &) { };
};

} // namespace tertulia
