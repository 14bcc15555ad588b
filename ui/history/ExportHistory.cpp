// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/ExportHistory.h"

#include "core/session/Accounts.h"
#include "core/session/History.h"
#include "ui/history/HistoryText.h"
#include "ui/history/WorkDialog.h"
#include "ui/text/PlainText.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tertulia::ExportHistory)
};

void exportTo(Accounts &accounts, const ExportRequest &request, QWidget *window,
              const std::function<void(const QString &)> &say)
{
    History &history = accounts.history();
    const QPointer<WorkDialog> dialog
        = new WorkDialog(history.exporting(), Words::tr("Exporting messages"), window);
    history.exportSurely(request).then(&accounts, [dialog, say](const Result<qint64> &written) {
        if (dialog)
            dialog->end();
        if (written)
            say(HistoryText::written(*written));
        else if (written.error().code != ErrorCode::Cancelled)
            say(HistoryText::notWritten(written.error()));
    });
}

} // namespace

void askToExportHistory(Accounts &accounts, const std::optional<ConversationKey> &chat, const QString &name,
                        QWidget *window, const std::function<void(const QString &)> &say)
{
    auto *files = new QFileDialog(window, chat ? Words::tr("Export chat") : Words::tr("Export all chats"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(u"html"_s);
    const QStringList filters{Words::tr("Page for the browser (*.html)"), Words::tr("Text (*.txt)"),
                              Words::tr("JSON, for programs (*.json)")};
    files->setNameFilters(filters);
    QObject::connect(files, &QFileDialog::filterSelected, files, [files, filters](const QString &filter) {
        const QStringList endings{u"html"_s, u"txt"_s, u"json"_s};
        files->setDefaultSuffix(endings.value(filters.indexOf(filter)));
    });
    QString file = chat ? chat->peer.toString() : Words::tr("Messages");
    files->selectFile(file.replace(u'/', u'_') + u".html"_s);
    QObject::connect(files, &QFileDialog::fileSelected, &accounts,
                     [&accounts, chat, name, window = QPointer(window), say](const QString &path) {
                         ExportRequest request{.file = QFileInfo(path).absoluteFilePath(),
                                               .words = HistoryText::exportWords()};
                         if (chat) {
                             request.account = chat->account;
                             request.peer = chat->peer;
                             request.words.title = shownName(name);
                         }
                         exportTo(accounts, request, window, say);
                     });
    files->open();
}

void goOnExporting(Accounts &accounts, QWidget *window, const std::function<void(const QString &)> &say)
{
    auto request = accounts.history().unfinishedExport();
    if (!request)
        return;
    const QString title = request->words.title;
    request->words = HistoryText::exportWords();
    request->words.title = title;
    exportTo(accounts, *request, window, say);
}

} // namespace tertulia
