// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/History.h"

#include "core/history/FoundLogs.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{
const QString kExport = u"history/export"_s;
} // namespace

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

Task<qint64> History::exportSurely(const ExportRequest &request)
{
    const QJsonObject note{{u"account"_s, request.account},
                           {u"peer"_s, request.peer.toString()},
                           {u"file"_s, request.file},
                           {u"title"_s, request.words.title}};
    const QString kept = QString::fromUtf8(QJsonDocument(note).toJson(QJsonDocument::Compact));
    SettingsTable &settings = m_accounts.store().settings();
    std::ignore = settings.setValue(kExport, kept);
    auto promise = std::make_shared<Promise<qint64>>();
    auto task = promise->task();
    exportTo(request).then(&m_alive, [&settings, kept, promise](const Result<qint64> &written) {
        if (settings.value(kExport) == kept) // else of one that took its place
            std::ignore = settings.setValue(kExport, {});
        promise->finish(written);
    });
    return task;
}

std::optional<ExportRequest> History::unfinishedExport() const
{
    const QString kept = m_accounts.store().settings().value(kExport).toString();
    const QJsonObject note = QJsonDocument::fromJson(kept.toUtf8()).object();
    const QString file = note.value(u"file"_s).toString();
    if (file.isEmpty())
        return {};
    const auto peer = Jid::parse(note.value(u"peer"_s).toString());
    ExportRequest request{.account = note.value(u"account"_s).toString(),
                          .peer = peer ? *peer : Jid(),
                          .file = file,
                          .words = {}};
    request.words.title = note.value(u"title"_s).toString();
    return request;
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
