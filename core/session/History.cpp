// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/History.h"

#include "core/history/FoundLogs.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "core/store/Store.h"

#include <QDir>
#include <QStandardPaths>

namespace tertulia
{

History::History(Accounts &accounts)
    : m_accounts(accounts)
    , m_importing(accounts.store(), [&accounts](const QString &account) -> Conversations * {
        XmppSession *session = accounts.session(account);
        return session ? &session->chats().conversations() : nullptr;
    })
{
}

Task<qint64> History::exportTo(const ExportRequest &request)
{
    std::ignore = m_accounts.store().commit();
    return m_exporting.start<qint64>([path = m_accounts.store().path(), request](WorkProgress &progress) {
        return exportHistory(path, request, progress);
    });
}

Task<QList<FoundLog>> History::findLogs()
{
    return m_finding.start<QList<FoundLog>>([](WorkProgress &) -> Result<QList<FoundLog>> {
        return tertulia::findLogs(QDir::homePath(),
                                  QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation),
                                  QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    });
}

Task<qint64> History::clear(const QDateTime &before)
{
    struct Sum {
        qint64 messages = 0;
        qsizetype waiting = 0;
        std::optional<Error> error;
        Promise<qint64> promise;
    };
    auto sum = std::make_shared<Sum>();
    const QList<XmppSession *> sessions = m_accounts.sessions();
    sum->waiting = sessions.size();
    auto task = sum->promise.task();
    if (sessions.isEmpty())
        sum->promise.finish(0);
    for (XmppSession *session : sessions) {
        session->chats().conversations().clearAll(before).then(this, [sum](const Result<qint64> &cleared) {
            if (cleared)
                sum->messages += *cleared;
            else
                sum->error = cleared.error();
            if (--sum->waiting > 0)
                return;
            if (sum->error)
                sum->promise.finish(Failure(*sum->error));
            else
                sum->promise.finish(sum->messages);
        });
    }
    return task;
}

} // namespace tertulia
