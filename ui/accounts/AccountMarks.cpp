// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountMarks.h"

#include "core/session/Accounts.h"
#include "ui/text/PlainText.h"

namespace tertulia
{

AccountMarks::AccountMarks(Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
{
    const auto follow = [this](const XmppSession *session) {
        connect(session, &XmppSession::settingsChanged, this, [this] { update(); });
    };
    for (const XmppSession *session : accounts.sessions())
        follow(session);
    connect(&accounts, &Accounts::added, this, [this, follow](const XmppSession *session) {
        follow(session);
        update();
    });
    connect(&accounts, &Accounts::aboutToRemove, this, &AccountMarks::update);
    update();
}

void AccountMarks::update(const XmppSession *leaving)
{
    QHash<QString, AccountMark> marks;
    qsizetype used = 0;
    for (const XmppSession *session : m_accounts.sessions()) {
        if (session == leaving)
            continue;
        const AccountSettings settings = session->settings();
        used += settings.enabled ? 1 : 0;
        marks.insert(settings.id, {shownAddress(session->address().toString()), settings.color});
    }
    if (used < 2)
        marks.clear();
    if (marks == m_marks)
        return;
    m_marks = marks;
    Q_EMIT changed();
}

QString accountLine(const AccountMark &mark)
{
    return mark.address.isEmpty() ? QString() : AccountMarks::tr("Account: %1").arg(mark.address);
}

} // namespace tertulia
