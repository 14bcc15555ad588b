// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/SidePane.h"

#include "core/models/Roles.h"
#include "ui/contacts/ContactsView.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ChatListView.h"
#include "ui/main/RequestsPane.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

namespace tertulia
{

SidePane::SidePane(UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_account(new AccountStrip(this))
    , m_search(new SearchField(tr("Search or jump"), this))
    , m_chips(new QWidget(this))
    , m_all(new ChipButton(tr("All"), m_chips))
    , m_unread(new ChipButton(tr("Unread"), m_chips))
    , m_requests(new RequestsPane(this))
    , m_chats(new ChatListView(this))
    , m_contactsTitle(new QLabel(tr("Contacts"), this))
    , m_contacts(new ContactsView(settings, this))
    , m_empty(new QWidget(this))
    , m_emptyText(new QLabel(m_empty))
    , m_emptyAction(nullptr)
    , m_tabs(new QTabBar(this))
{
    setAutoFillBackground(true);
    m_search->setShortcutHint(QKeySequence(Qt::CTRL | Qt::Key_K));

    auto *group = new QButtonGroup(this);
    auto *chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(12, 0, 12, 8);
    chips->setSpacing(6);
    for (ChipButton *chip : {m_all, m_unread}) {
        group->addButton(chip);
        chips->addWidget(chip);
    }
    chips->addStretch();
    m_all->setChecked(true);

    auto *start = new FlatButton(tr("Start a chat"), m_empty);
    start->setProperty("flat", false);
    m_emptyAction = start;
    m_emptyText->setTextFormat(Qt::PlainText);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setForegroundRole(QPalette::PlaceholderText);
    auto *empty = new QVBoxLayout(m_empty);
    empty->setContentsMargins(24, 24, 24, 24);
    empty->addStretch(1);
    empty->addWidget(m_emptyText);
    empty->addSpacing(8);
    empty->addWidget(start, 0, Qt::AlignCenter);
    empty->addStretch(2);

    m_contactsTitle->setForegroundRole(QPalette::PlaceholderText);
    m_contactsTitle->setContentsMargins(14, 8, 14, 2);

    m_tabs->setShape(QTabBar::RoundedSouth);
    m_tabs->setExpanding(true);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Chats or contacts"));
    m_tabs->addTab(tr("Chats"));
    m_tabs->addTab(tr("Contacts"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_account);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(12, 2, 12, 8);
    search->addWidget(m_search);
    layout->addLayout(search);
    layout->addWidget(m_chips);
    layout->addWidget(m_requests);
    layout->addWidget(m_chats, 3);
    layout->addWidget(m_contactsTitle);
    layout->addWidget(m_contacts, 2);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tabs);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_contacts->setFiltering(!text.trimmed().isEmpty());
        Q_EMIT filterChanged(text.trimmed());
        arrange();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &SidePane::openFirst);
    connect(m_search, &SearchField::leaveDown, this, &SidePane::focusList);
    connect(m_search, &SearchField::escaped, this, &SidePane::focusList);
    connect(m_unread, &QAbstractButton::toggled, this, [this](bool on) {
        Q_EMIT unreadOnlyChanged(on);
        arrange();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &SidePane::arrange);
    connect(start, &QPushButton::clicked, this, &SidePane::newChatRequested);
    connect(m_account, &AccountStrip::newChatRequested, this, &SidePane::newChatRequested);
    connect(m_chats, &ChatListView::openRequested, this, &SidePane::openRequested);
    connect(m_chats, &ChatListView::ownWindowRequested, this, &SidePane::ownWindowRequested);
    connect(m_contacts, &ContactsView::openRequested, this, &SidePane::openRequested);
    connect(m_contacts, &ContactsView::ownWindowRequested, this, &SidePane::ownWindowRequested);
    for (QAbstractItemModel *model : {m_chats->model(), m_contacts->model()}) {
        // Queued: a model may still be in the middle of its change.
        connect(model, &QAbstractItemModel::rowsInserted, this, &SidePane::arrange, Qt::QueuedConnection);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &SidePane::arrange, Qt::QueuedConnection);
        connect(model, &QAbstractItemModel::modelReset, this, &SidePane::arrange, Qt::QueuedConnection);
    }
    const auto fonts
        = [this] { m_contactsTitle->setFont(Theme::current().font(12 / 14.0, QFont::DemiBold)); };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
    arrange();
}

void SidePane::setChats(QAbstractItemModel *chats)
{
    m_chats->setChats(chats);
    arrange();
}

void SidePane::setContacts(QAbstractItemModel *contacts)
{
    m_contacts->setContacts(contacts);
    arrange();
}

void SidePane::setUnread(int count)
{
    m_unread->setText(count > 0 ? tr("Unread %1").arg(count) : tr("Unread"));
}

void SidePane::showPage(Page page)
{
    m_tabs->setCurrentIndex(page == Page::Chats ? 0 : 1);
    arrange();
}

SidePane::Page SidePane::page() const
{
    return m_tabs->currentIndex() == 1 ? Page::Contacts : Page::Chats;
}

void SidePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SidePane::focusList()
{
    QAbstractItemView *view
        = m_chats->isVisibleTo(this) ? static_cast<QAbstractItemView *>(m_chats) : m_contacts;
    if (!view->currentIndex().isValid() && view->model()->rowCount() > 0)
        view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus(Qt::ShortcutFocusReason);
}

void SidePane::arrange()
{
    const bool contacts = page() == Page::Contacts;
    const bool searching = !m_search->text().trimmed().isEmpty();
    const bool noChats = m_chats->model()->rowCount() == 0;
    const bool noContacts = m_contacts->model()->rowCount() == 0;
    const bool showChats = !contacts && !noChats;
    // A search looks among people too, so that jumping to somebody needs no change of page.
    const bool showContacts = contacts ? !noContacts : searching && !noContacts;
    m_chips->setVisible(!contacts);
    m_chats->setVisible(showChats);
    m_contactsTitle->setVisible(!contacts && showContacts);
    m_contacts->setVisible(showContacts);
    m_empty->setVisible(!showChats && !showContacts);
    m_emptyAction->setVisible(!searching && !(m_unread->isChecked() && !contacts));
    if (searching)
        m_emptyText->setText(tr("Nothing found."));
    else if (contacts)
        m_emptyText->setText(tr("No contacts to show."));
    else if (m_unread->isChecked())
        m_emptyText->setText(tr("Everything is read."));
    else
        m_emptyText->setText(tr("No conversations yet."));
}

void SidePane::openFirst()
{
    if (m_search->text().trimmed().isEmpty())
        return;
    ConversationKey key;
    if (page() == Page::Chats && m_chats->model()->rowCount() > 0)
        key = m_chats->keyOf(m_chats->model()->index(0, 0));
    else if (const QModelIndex contact = m_contacts->firstContact(); contact.isValid())
        key = m_contacts->keyOf(contact);
    else
        return;
    m_search->clear();
    Q_EMIT openRequested(key);
}

} // namespace tertulia
