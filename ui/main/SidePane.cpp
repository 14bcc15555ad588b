// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/SidePane.h"

#include "core/models/Roles.h"
#include "ui/contacts/ContactsView.h"
#include "ui/keys/KeyHints.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ArchiveRow.h"
#include "ui/main/ChatFilters.h"
#include "ui/main/ChatListView.h"
#include "ui/main/RequestsPane.h"
#include "ui/switcher/SwitcherList.h"
#include "ui/switcher/SwitcherModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace tertulia
{

SidePane::SidePane(UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_account(new AccountStrip(this))
    , m_column(new QVBoxLayout(this))
    , m_usual(new QWidget(this))
    , m_search(new SearchField(tr("Search or jump"), this))
    , m_options(new IconButton(Icons::More, tr("Contact list options"), this))
    , m_optionsMenu(new QMenu(m_options))
    , m_filters(new ChatFilters(this))
    , m_archive(new ArchiveRow(this))
    , m_requests(new RequestsPane(this))
    , m_chats(new ChatListView(this))
    , m_contacts(new ContactsView(settings, this))
    , m_empty(new QWidget(this))
    , m_emptyText(new QLabel(m_empty))
    , m_emptyAction(nullptr)
    , m_tabs(new QTabBar(this))
    , m_lists(new QVBoxLayout)
{
    setAutoFillBackground(true);
    showKey(m_search, KeyId::QuickSwitcher);

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

    m_tabs->setShape(QTabBar::RoundedSouth);
    m_tabs->setExpanding(true);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setAccessibleName(tr("Chats or contacts"));
    m_tabs->addTab(tr("Chats"));
    m_tabs->addTab(tr("Contacts"));

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_account);
    m_column->addWidget(m_usual, 1);
    auto *layout = new QVBoxLayout(m_usual);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(12, 2, 12, 8);
    search->addWidget(m_search);
    search->addWidget(m_options);
    m_options->setMenu(m_optionsMenu);
    m_options->setPopupMode(QToolButton::InstantPopup);
    layout->addLayout(search);
    layout->addWidget(m_filters);
    layout->addWidget(m_requests);
    m_lists->addWidget(m_archive);
    m_lists->addWidget(m_chats, 1);
    m_lists->addWidget(m_contacts, 1);
    m_lists->addWidget(m_empty, 1);
    layout->addLayout(m_lists, 1);
    layout->addWidget(m_tabs);

    connect(m_search, &QLineEdit::textChanged, this, &SidePane::onTyped);
    connect(m_search, &QLineEdit::returnPressed, this, &SidePane::openFirst);
    connect(m_search, &SearchField::leaveDown, this, &SidePane::focusList);
    connect(m_search, &SearchField::escaped, this, &SidePane::focusList);
    connect(m_filters, &ChatFilters::changed, this, &SidePane::tellShown);
    connect(m_archive, &QAbstractButton::clicked, this, [this] {
        m_archive->setOpen(!m_archive->isOpen());
        tellShown();
        focusList();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { onTyped(m_search->text()); });
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
    m_search->installEventFilter(this);
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

void SidePane::setSearch(SwitcherModel *model)
{
    m_found = model;
    m_results = new SwitcherList(model, this);
    m_lists->insertWidget(0, m_results, 1);
    connect(m_results, &SwitcherList::chosen, this, [this](const SwitcherEntry &entry, bool ownWindow) {
        m_search->clear();
        Q_EMIT found(entry, ownWindow);
    });
    connect(model, &SwitcherModel::refilled, this, &SidePane::arrange);
    connect(model, &SwitcherModel::messagesFound, this, &SidePane::arrange);
    arrange();
}

bool SidePane::isSearching() const
{
    return page() == Page::Chats && !m_search->text().trimmed().isEmpty();
}

/// Beside the chats the field finds everything; beside the contacts it leaves those that fit.
void SidePane::onTyped(const QString &text)
{
    const bool searching = isSearching();
    const QString filter = searching ? QString() : text.trimmed();
    m_contacts->setFiltering(!filter.isEmpty());
    Q_EMIT filterChanged(filter);
    if (searching && !std::exchange(m_searching, true))
        Q_EMIT searchBegun();
    m_searching = searching;
    if (m_found)
        m_found->setText(searching ? text : QString());
    arrange();
}

bool SidePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && isSearching()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_results->takeKey(*key))
            return true;
        if (KeyMap::current().matches(*key, KeyId::OpenInOwnWindow)) {
            m_results->choose(true);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SidePane::setArchived(int count)
{
    m_archive->setCount(count);
    if (count == 0 && m_archive->isOpen()) {
        m_archive->setOpen(false);
        tellShown();
    }
    arrange();
}

void SidePane::setCompact(bool compact)
{
    m_chats->setCompact(compact);
}

void SidePane::tellShown()
{
    if (m_archive->isOpen())
        Q_EMIT shownChanged(ChatListModel::Shown::Archived, {});
    else
        Q_EMIT shownChanged(m_filters->shown(), m_filters->folder());
    arrange();
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

void SidePane::showInstead(QWidget *page)
{
    if (m_instead)
        m_instead->hide();
    m_instead = page;
    m_usual->setVisible(!page);
    if (page) {
        m_column->addWidget(page, 1);
        page->show();
    }
}

void SidePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SidePane::focusList()
{
    QAbstractItemView *view
        = page() == Page::Contacts ? static_cast<QAbstractItemView *>(m_contacts) : m_chats;
    if (m_results && m_results->isVisibleTo(this))
        view = m_results;
    if (!view->currentIndex().isValid() && view->model()->rowCount() > 0)
        view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus(Qt::ShortcutFocusReason);
}

void SidePane::arrange()
{
    const bool contacts = page() == Page::Contacts;
    const bool searching = !m_search->text().trimmed().isEmpty();
    const bool found = isSearching() && m_found && m_found->firstChoosable() >= 0;
    const bool showChats = !contacts && !searching && m_chats->model()->rowCount() > 0;
    const bool showContacts = contacts && m_contacts->model()->rowCount() > 0;
    m_filters->setVisible(!contacts && !searching && !m_archive->isOpen());
    m_archive->setVisible(!contacts && !searching && (m_archive->archivedCount() > 0 || m_archive->isOpen()));
    m_options->setVisible(contacts);
    m_chats->setVisible(showChats);
    m_contacts->setVisible(showContacts);
    if (m_results)
        m_results->setVisible(found);
    m_empty->setVisible(!showChats && !showContacts && !found);
    const bool unread = m_filters->shown() == ChatListModel::Shown::Unread;
    m_emptyAction->setVisible(!searching && !(unread && !contacts));
    if (searching)
        m_emptyText->setText(isSearching() && m_found && m_found->isSearching() ? QString()
                                                                                : tr("Nothing found."));
    else if (contacts)
        m_emptyText->setText(tr("No contacts to show."));
    else if (unread)
        m_emptyText->setText(tr("Everything is read."));
    else
        m_emptyText->setText(tr("No conversations yet."));
}

void SidePane::openFirst()
{
    if (m_search->text().trimmed().isEmpty())
        return;
    if (isSearching()) {
        m_results->choose(false);
        return;
    }
    const QModelIndex contact = m_contacts->firstContact();
    if (!contact.isValid())
        return;
    const ConversationKey key = m_contacts->keyOf(contact);
    m_search->clear();
    Q_EMIT openRequested(key);
}

} // namespace tertulia
