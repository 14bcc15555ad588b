// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace tertulia
{

class Accounts;
class UiSettings;
class XmppSession;
struct PresenceChoice;

/// What there is to a status beside the choice itself (UI e.4): the messages used before, when it ends, and
/// accounts that are something else than the others. Built anew each time it opens.
class StatusMenu : public QMenu
{
    Q_OBJECT
public:
    /// Both must outlive it.
    StatusMenu(Accounts &accounts, UiSettings &settings, QWidget *parent);

    /// A message that was chosen comes first among those used before.
    void remember(const QString &message);

    static constexpr int kMostRecent = 8;

private:
    void refill();
    void addRecent();
    void addEnds();
    void addAccount(XmppSession *session);
    void say(const QString &message);
    [[nodiscard]] QStringList recent() const;

    Accounts &m_accounts;
    UiSettings &m_settings;
};

} // namespace tertulia
