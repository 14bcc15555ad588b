// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/StatusMenu.h"

#include "core/session/Accounts.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/text/TimeText.h"
#include "ui/widgets/Avatar.h"

#include <QActionGroup>

namespace tertulia
{

namespace
{

constexpr qsizetype kShownLength = 48;

} // namespace

StatusMenu::StatusMenu(Accounts &accounts, UiSettings &settings, QWidget *parent)
    : QMenu(parent)
    , m_accounts(accounts)
    , m_settings(settings)
{
    connect(this, &QMenu::aboutToShow, this, &StatusMenu::refill);
}

QStringList StatusMenu::recent() const
{
    return m_settings.value(settingkeys::kRecentMessages).toStringList();
}

void StatusMenu::remember(const QString &message)
{
    if (message.isEmpty())
        return;
    QStringList messages = recent();
    messages.removeAll(message);
    messages.prepend(message);
    m_settings.setValue(settingkeys::kRecentMessages, messages.mid(0, kMostRecent));
}

void StatusMenu::refill()
{
    // Submenus are children of ours, and no actions of clear()'s.
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
    clear();
    addRecent();
    addEnds();
    const QList<XmppSession *> sessions = m_accounts.sessions();
    if (sessions.size() < 2)
        return;
    addSection(tr("Accounts"));
    for (XmppSession *session : sessions)
        addAccount(session);
}

void StatusMenu::say(const QString &message)
{
    PresenceChoice choice = m_accounts.presence();
    if (choice.status == message)
        return;
    choice.status = message;
    m_accounts.setPresence(choice);
    remember(message);
}

void StatusMenu::addRecent()
{
    const QStringList messages = recent();
    addSection(tr("Recent messages"));
    for (const QString &message : messages)
        addAction(withoutMnemonic(shownLine(message, kShownLength)), this, [this, message] { say(message); });
    if (messages.isEmpty())
        addAction(tr("None yet"))->setEnabled(false);
    QAction *none = addAction(tr("Clear message"), this, [this] { say({}); });
    none->setEnabled(!m_accounts.presence().status.isEmpty());
}

void StatusMenu::addEnds()
{
    const QDateTime end = m_accounts.presenceEnd().toLocalTime();
    addSeparator();
    QMenu *menu = addMenu(end.isValid() ? tr("Clear at %1").arg(clockTime(end)) : tr("Clear after"));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, const std::function<QDateTime()> &when) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, when] { m_accounts.setPresenceEnd(when()); });
        return action;
    };
    const auto in = [](int minutes) {
        return [minutes] { return QDateTime::currentDateTimeUtc().addSecs(minutes * 60); };
    };
    add(tr("Never"), [] { return QDateTime(); })->setChecked(!end.isValid());
    if (end.isValid())
        add(tr("At %1", nullptr, clockHour(end)).arg(clockTime(end)), [end] {
            return end.toUTC();
        })->setChecked(true);
    add(tr("30 minutes"), in(30));
    add(tr("1 hour"), in(60));
    add(tr("4 hours"), in(240));
    add(tr("At the end of the day"), [] { return QDate::currentDate().addDays(1).startOfDay().toUTC(); });
}

void StatusMenu::addAccount(XmppSession *session)
{
    const QString id = session->accountId();
    const bool own = session->settings().ownPresence;
    const PresenceChoice now = session->presence();
    QMenu *menu = addMenu(presenceIcon(presenceShape(now.availability)),
                          withoutMnemonic(shownAddress(session->address().toString())));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &text, bool checked, const std::optional<PresenceChoice> &choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, id, choice] { m_accounts.setOwnPresence(id, choice); });
        return action;
    };
    add(tr("As chosen for all"), !own, {});
    menu->addSeparator();
    for (const Availability availability : kAvailabilities)
        add(availabilityName(availability), own && now.availability == availability,
            PresenceChoice{availability, own ? now.status : QString()});
}

} // namespace tertulia
