// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/BlockDialog.h"

#include "core/session/SessionContacts.h"
#include "core/session/XmppSession.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

BlockDialog::BlockDialog(const BlockQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_server(new QCheckBox(this))
    , m_report(new QCheckBox(tr("&Report to my server, as"), this))
    , m_reason(new QComboBox(this))
    , m_action(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = Theme::current();
    const QString title = tr("Block %1?").arg(shownName(question.name));
    setWindowTitle(title);
    auto *heading = new QLabel(this);
    heading->setTextFormat(Qt::PlainText);
    heading->setText(title);
    heading->setWordWrap(true);
    heading->setFont(theme.font(1.1, QFont::Bold));
    auto *text = new QLabel(this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setMinimumWidth(theme.px(360));
    text->setText(tr("Nothing that %1 sends reaches you any more, and they see you as offline. They are not "
                     "told. You can unblock them later.")
                      .arg(shownAddress(question.address)));
    const Jid jid = Jid::fromNormalized(question.address);
    m_server->setText(tr("Block &everybody at %1").arg(withoutMnemonic(shownAddress(jid.domain()))));
    m_server->setVisible(!jid.localpart().isEmpty());
    announceComboBox(m_reason, tr("Reason"));
    m_reason->addItem(tr("Spam"), int(ReportReason::Spam));
    m_reason->addItem(tr("Abuse"), int(ReportReason::Abuse));
    auto *report = new QHBoxLayout;
    report->addWidget(m_report);
    report->addWidget(m_reason);
    report->addStretch();
    auto *told
        = new QLabel(tr("The people who run your server see the address and what was written last."), this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    told->setForegroundRole(QPalette::PlaceholderText);
    m_report->setChecked(question.canReport && question.report);
    m_reason->setEnabled(m_report->isChecked());
    for (QWidget *widget :
         {static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_reason), static_cast<QWidget *>(told)})
        widget->setVisible(question.canReport);

    auto *keep = new QPushButton(tr("Cancel"), this);
    keep->setDefault(true);
    m_action->setProperty("danger", true);
    m_action->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addWidget(m_server);
    layout->addLayout(report);
    layout->addWidget(told);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(m_report, &QCheckBox::toggled, this, [this](bool on) {
        m_reason->setEnabled(on);
        nameAction();
    });
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &BlockDialog::confirm);
    nameAction();
    keep->setFocus();
}

void BlockDialog::nameAction()
{
    m_action->setText(m_report->isChecked() ? tr("Report and block") : tr("Block"));
}

void BlockDialog::confirm()
{
    std::optional<ReportReason> report;
    if (m_report->isChecked())
        report = ReportReason(m_reason->currentData().toInt());
    const bool wholeServer = m_server->isChecked();
    accept();
    Q_EMIT confirmed(wholeServer, report);
}

void askToBlock(XmppSession &session, const Jid &peer, bool report, QWidget *window, QObject *context,
                const std::function<void(const Result<void> &)> &told)
{
    auto *dialog = new BlockDialog(
        {session.displayName(peer), peer.toString(), session.contacts().strangers().canReport(), report},
        window);
    QObject::connect(
        dialog, &BlockDialog::confirmed, &session,
        [&session, peer, context = QPointer<QObject>(context),
         told](bool wholeServer, const std::optional<ReportReason> &reason) {
            if (!context)
                return;
            SessionContacts &contacts = session.contacts();
            QList<Jid> whom{peer};
            if (wholeServer)
                whom.append(peer.domainOnly());
            auto blocked = reason ? contacts.strangers().blockAndReport(whom, *reason) : contacts.block(whom);
            std::move(blocked).then(
                context, [session = QPointer<XmppSession>(&session), peer, told](const Result<void> &done) {
                    if (done && session)
                        session->contacts().strangers().ignore(peer);
                    told(done);
                });
        });
    dialog->open();
}

} // namespace tertulia
