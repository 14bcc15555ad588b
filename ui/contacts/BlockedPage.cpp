// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/BlockedPage.h"

#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/session/Accounts.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tertulia
{

BlockedPage::BlockedPage(Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_account(new QComboBox(this))
    , m_list(new QListWidget(this))
    , m_address(new QLineEdit(this))
    , m_block(new QPushButton(tr("&Block"), this))
    , m_unblock(new QPushButton(tr("&Unblock"), this))
    , m_hint(new QLabel(this))
{
    announceComboBox(m_account, tr("Account"));
    m_list->setAccessibleName(tr("Blocked"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMinimumHeight(Theme::current().px(150));
    m_address->setAccessibleName(tr("Address or server to block"));
    m_address->setPlaceholderText(tr("Address or server"));
    m_address->setMaxLength(3071); // RFC 7622
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton *button : {m_block, m_unblock})
        button->setAutoDefault(false);
    auto *add = new QHBoxLayout;
    add->addWidget(m_address, 1);
    add->addWidget(m_block);
    auto *below = new QHBoxLayout;
    below->addWidget(m_unblock);
    below->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_account);
    layout->addLayout(add);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);
    layout->addLayout(below);
    connect(m_account, &QComboBox::activated, this, &BlockedPage::watch);
    connect(m_address, &QLineEdit::textChanged, this, &BlockedPage::explain);
    connect(m_address, &QLineEdit::returnPressed, this, &BlockedPage::block);
    connect(m_block, &QPushButton::clicked, this, &BlockedPage::block);
    connect(m_unblock, &QPushButton::clicked, this, &BlockedPage::unblock);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &BlockedPage::explain);
    connect(&accounts, &Accounts::added, this, &BlockedPage::fillAccounts);
    connect(&accounts, &Accounts::aboutToRemove, this, &BlockedPage::fillAccounts, Qt::QueuedConnection);
    fillAccounts();
}

void BlockedPage::fillAccounts()
{
    const QString shown = m_session ? m_session->accountId() : QString();
    m_account->clear();
    for (const XmppSession *session : m_accounts.sessions())
        m_account->addItem(shownAddress(session->address().toString()), session->accountId());
    m_account->setCurrentIndex(std::max(0, m_account->findData(shown)));
    m_account->setVisible(m_account->count() > 1);
    watch();
}

void BlockedPage::watch()
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->modules().module<BlockingModule>()->disconnect(this);
    }
    m_session = m_accounts.session(m_account->currentData().toString());
    if (m_session) {
        auto *blocking = m_session->modules().module<BlockingModule>();
        connect(blocking, &BlockingModule::listChanged, this, &BlockedPage::fill);
        connect(blocking, &BlockingModule::supportKnown, this, &BlockedPage::explain);
        connect(m_session, &XmppSession::stateChanged, this, &BlockedPage::explain);
    }
    fill();
}

void BlockedPage::fill()
{
    QStringList chosen;
    for (const QListWidgetItem *item : m_list->selectedItems())
        chosen.append(item->data(Qt::UserRole).toString());
    m_list->clear();
    QStringList addresses;
    if (m_session) {
        for (const Jid &jid : m_session->modules().module<BlockingModule>()->list())
            addresses.append(jid.toString());
    }
    addresses.sort();
    for (const QString &address : std::as_const(addresses)) {
        const bool server = Jid::fromNormalized(address).localpart().isEmpty();
        auto *item = new QListWidgetItem(
            server ? tr("%1 (the whole server)").arg(shownAddress(address)) : shownAddress(address), m_list);
        item->setData(Qt::UserRole, address);
        item->setSelected(chosen.contains(address));
    }
    explain();
}

Result<Jid> BlockedPage::typed() const
{
    return Jid::parse(m_address->text().trimmed());
}

void BlockedPage::explain()
{
    const bool online = m_session && m_session->state() == SessionState::Online;
    const bool can = online && m_session->modules().module<BlockingModule>()->isSupported();
    const Result<Jid> jid = typed();
    const bool empty = m_address->text().trimmed().isEmpty();
    m_address->setEnabled(can);
    m_block->setEnabled(can && !empty && jid.has_value());
    m_unblock->setEnabled(can && !m_list->selectedItems().isEmpty());
    if (!online)
        m_hint->setText(tr("The list can be changed while the account is connected."));
    else if (!can)
        m_hint->setText(tr("This server cannot block anybody."));
    else if (!empty && !jid)
        m_hint->setText(errorLine(jid.error()));
    else if (!empty && jid->localpart().isEmpty())
        m_hint->setText(tr("Everybody at %1 is blocked with it.").arg(shownAddress(jid->domain())));
    else if (m_list->count() == 0)
        m_hint->setText(tr("Nobody is blocked."));
    else
        m_hint->setText(tr("They cannot reach you and see you as offline. They are not told."));
}

void BlockedPage::block()
{
    const Result<Jid> jid = typed();
    if (!m_session || !jid || !m_block->isEnabled())
        return;
    m_address->clear();
    tell(m_session->modules().module<BlockingModule>()->block(*jid));
}

void BlockedPage::unblock()
{
    QList<Jid> chosen;
    for (const QListWidgetItem *item : m_list->selectedItems())
        chosen.append(Jid::fromNormalized(item->data(Qt::UserRole).toString()));
    if (m_session && !chosen.isEmpty())
        tell(m_session->modules().module<BlockingModule>()->unblock(chosen));
}

void BlockedPage::tell(Task<void> task)
{
    std::move(task).then(this, [this](const Result<void> &done) {
        if (!done)
            m_hint->setText(errorLine(done.error()));
    });
}

} // namespace tertulia
