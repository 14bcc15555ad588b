// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryImportDialog.h"

#include "core/session/Accounts.h"
#include "core/session/History.h"
#include "ui/history/HistoryText.h"
#include "ui/history/WorkDialog.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

FoundLog logOf(const QListWidgetItem &item)
{
    return item.data(Qt::UserRole).value<FoundLog>();
}

} // namespace

HistoryImportDialog::HistoryImportDialog(Accounts &accounts, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_import(accounts.history().importing())
    , m_state(plainLabel(this))
    , m_list(new QListWidget(this))
    , m_intoLabel(plainLabel(this))
    , m_into(new QComboBox(this))
    , m_progress(new QProgressBar(this))
    , m_begin(new PrimaryButton(tr("Import"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import history"));
    auto *title = plainLabel(this);
    title->setText(tr("Messages of other programs"));
    title->setFont(Theme::current().font(1.1, QFont::Bold));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // too long a line ends with dots
    m_list->setAccessibleName(tr("Found on this computer"));
    m_intoLabel->setBuddy(m_into);
    m_intoLabel->setText(tr("Chats of other accounts become those of"));
    m_into->setAccessibleName(m_intoLabel->text());
    for (const XmppSession *session : accounts.sessions())
        m_into->addItem(shownAddress(session->address().toString()), session->accountId());
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_begin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_intoLabel);
    layout->addWidget(m_into);
    layout->addWidget(m_progress);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    resize(Theme::current().px(500), Theme::current().px(400));

    connect(m_list, &QListWidget::itemChanged, this, &HistoryImportDialog::updateControls);
    connect(m_begin, &QPushButton::clicked, this, &HistoryImportDialog::start);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_import.isRunning())
            m_import.stop();
        else
            close();
    });
    connect(&m_import, &HistoryImport::progressed, this,
            [this](qint64 done, qint64 all) { showProgress(*m_progress, done, all); });
    connect(&m_import, &HistoryImport::finished, this, &HistoryImportDialog::finish);
    m_state->setText(m_import.isRunning() ? tr("The import is going on.") : tr("Looking for messages…"));
    showProgress(*m_progress, m_import.done(), m_import.all());
    updateControls();
    accounts.history().findLogs().then(this, [this](const Result<QList<FoundLog>> &logs) {
        if (logs)
            list(*logs);
    });
}

void HistoryImportDialog::list(const QList<FoundLog> &logs)
{
    m_found = true;
    for (const FoundLog &log : logs) {
        QStringList facts{log.account.isNull() ? tr("account unknown") : shownAddress(log.account.toString()),
                          tr("%n chat(s)", nullptr, log.chats),
                          QLocale().formattedDataSize(log.bytes, 1, QLocale::DataSizeSIFormat)};
        auto *row = new QListWidgetItem(
            HistoryText::programName(log.program) + u" · "_s + facts.join(u" · "_s), m_list);
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        row->setCheckState(Qt::Checked);
        row->setData(Qt::UserRole, QVariant::fromValue(log));
        row->setToolTip(shownToolTip(log.path));
    }
    if (!m_import.isRunning())
        m_state->setText(logs.isEmpty() ? tr("No messages of Pidgin, Gajim or Psi were found here.")
                                        : tr("What is here already is not brought in twice. Group chats are "
                                             "left out."));
    updateControls();
}

bool HistoryImportDialog::isElsewhere(const FoundLog &log) const
{
    return log.account.isNull() || !m_accounts.sessionOf(log.account);
}

QString HistoryImportDialog::accountFor(const FoundLog &log) const
{
    return isElsewhere(log) ? m_into->currentData().toString()
                            : m_accounts.sessionOf(log.account)->accountId();
}

void HistoryImportDialog::updateControls()
{
    const bool running = m_import.isRunning();
    bool chosen = false;
    bool elsewhere = false;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem &item = *m_list->item(row);
        chosen |= item.checkState() == Qt::Checked;
        elsewhere |= item.checkState() == Qt::Checked && isElsewhere(logOf(item));
    }
    m_list->setEnabled(!running);
    m_into->setVisible(elsewhere && m_into->count() > 1);
    m_intoLabel->setVisible(m_into->isVisibleTo(this));
    m_progress->setVisible(running);
    m_begin->setEnabled(chosen && !running && m_into->count() > 0);
    m_close->setText(running ? tr("Stop") : tr("Close"));
}

void HistoryImportDialog::start()
{
    QList<ImportedLog> logs;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem &item = *m_list->item(row);
        if (item.checkState() == Qt::Checked)
            logs.append({logOf(item), accountFor(logOf(item))});
    }
    m_import.start(logs);
    if (m_import.isRunning())
        m_state->setText(tr("You can close this window; the import goes on."));
    updateControls();
}

void HistoryImportDialog::finish(const ImportOutcome &outcome)
{
    m_state->setText(HistoryText::imported(outcome));
    updateControls();
}

} // namespace tertulia
