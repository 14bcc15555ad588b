// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/AccountsPage.h"

#include "core/session/Accounts.h"
#include "ui/accounts/ArchiveSettings.h"
#include "ui/accounts/ConnectionPage.h"
#include "ui/accounts/GeneralPage.h"
#include "ui/accounts/PrivacyPage.h"
#include "ui/accounts/SecurityPage.h"
#include "ui/accounts/StepText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include "ui/widgets/RowPainter.h"
#include "ui/widgets/WordRows.h"

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kMostRows = 4;

} // namespace

AccountsPage::AccountsPage(Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_list(new QListWidget(this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
{
    m_list->setAccessibleName(tr("Accounts"));
    WordRows::dress(m_list);
    auto *add = new QPushButton(tr("Add account…"), this);
    add->setAutoDefault(false);
    m_tabs->setAccessibleName(tr("Pages of the account"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("General"));
    m_tabs->addTab(tr("Security"));
    m_tabs->addTab(tr("Connection"));
    m_tabs->addTab(tr("Privacy"));
    m_tabs->addTab(tr("Archive"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_list);
    layout->addWidget(add, 0, Qt::AlignLeading);
    layout->addSpacing(4);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    connect(add, &QPushButton::clicked, this, &AccountsPage::addRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, &AccountsPage::choose);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    // Whoever searches the preferences brings a page to the front by itself.
    connect(m_pages, &QStackedWidget::currentChanged, this, [this](int page) {
        if (page >= 0 && m_pages->count() == m_tabs->count())
            m_tabs->setCurrentIndex(page);
    });
    connect(&accounts, &Accounts::added, this, &AccountsPage::fill, Qt::QueuedConnection);
    connect(&accounts, &Accounts::aboutToRemove, this, [this](const XmppSession *leaving) {
        if (m_shown == leaving) {
            m_shown = nullptr;
            choose();
        }
        QMetaObject::invokeMethod(this, &AccountsPage::fill, Qt::QueuedConnection);
    });
    fill();
}

void AccountsPage::open(const QString &accountId, Tab tab)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(Qt::UserRole).toString() == accountId)
            m_list->setCurrentRow(row);
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void AccountsPage::fill()
{
    const QString chosen = m_shown ? m_shown->accountId() : QString();
    int row = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (XmppSession *session : m_accounts.sessions()) {
            auto *item = new QListWidgetItem(m_list);
            item->setData(Qt::UserRole, session->accountId());
            const QString address = shownAddress(session->address().toString());
            item->setText(address);
            const auto tell = [this, id = session->accountId()] { tellState(id); };
            session->disconnect(m_list);
            connect(session, &XmppSession::stateChanged, m_list, tell);
            connect(session, &XmppSession::settingsChanged, m_list, tell);
            tell();
            if (session->accountId() == chosen)
                row = m_list->count() - 1;
        }
    }
    const int rows = std::clamp(m_list->count(), 1, kMostRows);
    m_list->setFixedHeight(std::max(0, m_list->sizeHintForRow(0)) * rows);
    m_list->setVisible(m_list->count() > 0);
    m_list->setCurrentRow(m_list->count() > 0 ? row : -1);
    choose();
}

void AccountsPage::tellState(const QString &accountId)
{
    const XmppSession *session = m_accounts.session(accountId);
    for (int row = 0; session && row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->data(Qt::UserRole).toString() != accountId)
            continue;
        item->setData(RowPainter::kStripe, int(session->settings().color));
        item->setData(WordRows::kSecondLine, sessionLine(*session));
        item->setData(Qt::AccessibleTextRole, QString(item->text() + u", " + sessionLine(*session)));
    }
}

void AccountsPage::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    XmppSession *session = item ? m_accounts.session(item->data(Qt::UserRole).toString()) : nullptr;
    if (session == m_shown && m_pages->count() > 0)
        return;
    m_shown = session;
    while (m_pages->count() > 0) {
        QWidget *page = m_pages->widget(0);
        m_pages->removeWidget(page);
        delete page;
    }
    m_tabs->setVisible(session != nullptr);
    if (!session)
        return;
    auto *general = new GeneralPage(m_accounts, *session, m_pages);
    auto *security = new SecurityPage(m_accounts, *session, m_pages);
    auto *connection = new ConnectionPage(*session, m_pages);
    auto *privacy = new PrivacyPage(*session, m_pages);
    auto *archive = new ArchiveSettings(*session, m_pages);
    for (QWidget *page : {static_cast<QWidget *>(general), static_cast<QWidget *>(security),
                          static_cast<QWidget *>(connection), static_cast<QWidget *>(privacy),
                          static_cast<QWidget *>(archive)})
        m_pages->addWidget(page);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    const auto logIn = [this] {
        if (m_shown)
            Q_EMIT logInRequested(m_shown);
    };
    connect(general, &GeneralPage::logInRequested, this, logIn);
    connect(connection, &ConnectionPage::optionsRequested, this, logIn);
    // Queued: the question that was answered lives in the page that goes.
    connect(
        general, &GeneralPage::removalRequested, this, [this, id = session->accountId()] { remove(id); },
        Qt::QueuedConnection);
}

void AccountsPage::remove(const QString &accountId)
{
    m_accounts.remove(accountId).then(this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(removalFailure(done.error()));
    });
}

} // namespace tertulia
