// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/HistoryPreferences.h"

#include "core/session/Accounts.h"
#include "ui/history/ClearDialog.h"
#include "ui/history/ExportHistory.h"
#include "ui/history/HistoryImportDialog.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace tertulia
{

HistoryPreferences::HistoryPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Archive, tr("History"), parent)
{
    Accounts &accounts = context.accounts;
    // What came of it stands here, where the person looks.
    auto *outcome = new QLabel(this);
    outcome->setTextFormat(Qt::PlainText);
    outcome->setWordWrap(true);
    outcome->hide();
    const auto say = [outcome = QPointer(outcome)](const QString &sentence) {
        if (!outcome)
            return;
        outcome->setText(sentence);
        outcome->show();
    };
    addSection(tr("Take with you"));
    addNote(
        tr("All messages as a page for the browser, as text, or for programs. The file is not encrypted."));
    addButton(tr("Export all chats…"),
              [this, &accounts, say] { askToExportHistory(accounts, {}, {}, window(), say); });
    addSection(tr("Bring in"));
    addNote(tr("Messages that Pidgin, Gajim or Psi kept on this computer."));
    QPushButton *import = addButton(
        tr("Import history…"), [this, &accounts] { (new HistoryImportDialog(accounts, window()))->open(); });
    setSearchWords(import, tr("logs"));
    addSection(tr("Throw away"));
    addNote(tr("A single chat is cleared from its menu in the list."));
    QPushButton *remove = addButton(tr("Remove old messages…"),
                                    [this, &accounts, say] { askToClearHistory(accounts, window(), say); });
    setSearchWords(remove, tr("clear data, delete"));
    addWidget(outcome);
}

} // namespace tertulia
