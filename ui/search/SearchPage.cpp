// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/SearchPage.h"

#include "ui/accessibility/SpokenLabel.h"
#include "ui/keys/KeyMap.h"
#include "ui/search/FilterChips.h"
#include "ui/search/FilterCompletion.h"
#include "ui/search/ResultDelegate.h"
#include "ui/search/SearchNames.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLongestTyped = 1000;

} // namespace

SearchPage::SearchPage(Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_names(std::make_unique<SearchNames>(accounts))
    , m_results(new SearchResults(accounts, this))
    , m_back(new IconButton(Icons::Back, tr("Back to the chats"), this))
    , m_field(new SearchField(tr("Search everywhere"), this))
    , m_completion(new FilterCompletion(*m_field, [this]() -> const SearchNames & { return *m_names; }))
    , m_chips(new FilterChips(this))
    , m_list(new QListView(this))
    , m_state(new QLabel(this))
    , m_server(new QPushButton(this))
    , m_serverState(new QLabel(this))
{
    m_field->setMaxLength(kLongestTyped);
    m_list->setModel(m_results);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_server->setAutoDefault(false);
    m_serverState->setTextFormat(Qt::PlainText);
    m_serverState->setWordWrap(true);
    m_serverState->setAlignment(Qt::AlignCenter);
    m_serverState->setForegroundRole(QPalette::PlaceholderText);
    m_serverState->setContentsMargins(14, 6, 14, 10);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 2, 12, 8);
    top->setSpacing(4);
    top->addWidget(m_back);
    top->addWidget(m_field, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(m_chips);
    all->addWidget(m_state);
    all->addWidget(m_list, 1);
    auto *ask = new QVBoxLayout; // takes no room while the button is hidden
    ask->setContentsMargins(14, 8, 14, 8);
    ask->addWidget(m_server, 0, Qt::AlignCenter);
    all->addLayout(ask);
    all->addWidget(m_serverState);
    all->addStretch(0);

    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_back, &QAbstractButton::clicked, this, &SearchPage::closed);
    connect(m_field, &QLineEdit::textChanged, this, &SearchPage::search);
    connect(m_chips, &FilterChips::removed, this, &SearchPage::removeFilter);
    connect(m_chips, &FilterChips::added, this, &SearchPage::addFilter);
    connect(m_results, &SearchResults::stateChanged, this, &SearchPage::showState);
    connect(m_server, &QAbstractButton::clicked, this,
            [this] { m_results->searchServers(TypedSearch::of(m_field->text()).words); });
    connect(m_results, &QAbstractItemModel::modelReset, this, [this] {
        m_list->scrollToTop();
        m_list->setCurrentIndex(m_results->index(0, 0));
    });
    connect(&Theme::current(), &Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
    retranslate();
}

SearchPage::~SearchPage() = default;

void SearchPage::begin()
{
    // Chats and names may be others by now.
    m_names = std::make_unique<SearchNames>(m_accounts);
    search();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SearchPage::beginIn(const ConversationKey &chat, const QString &name)
{
    m_field->setText(SearchNames(m_accounts).filterFor(chat, name) + u' ');
    begin();
    m_field->end(false);
}

void SearchPage::search()
{
    const TypedSearch typed = TypedSearch::of(m_field->text());
    m_chips->setFilters(typed.filters);
    const MessageQuery query = m_names->queryFor(typed);
    // Asked again for the same words if it was begun anew: something may have been said meanwhile.
    m_results->setQuery(query);
}

void SearchPage::showState()
{
    const int rows = m_results->rowCount();
    const QString typed = shownLine(m_field->text().simplified(), 60);
    QString text;
    if (m_results->query().isEmpty())
        text = typed.isEmpty() ? tr("Type words, \"a phrase\", or choose a filter.") : QString();
    else if (rows == 0 && m_results->isSearching())
        text = tr("Searching…");
    else if (rows == 0)
        text = tr("Nothing found for “%1”.").arg(typed);
    else if (m_results->isComplete())
        text = tr("%n message(s)", nullptr, rows);
    else
        text = tr("The newest %n message(s)", nullptr, rows);
    showSpoken(*m_state, text);
    const bool alone = rows == 0;
    const int side = alone ? 24 : 14;
    m_state->setContentsMargins(side, alone ? 24 : 0, side, alone ? 24 : 6);
    m_state->setAlignment(alone ? Qt::Alignment(Qt::AlignCenter) : Qt::AlignLeading | Qt::AlignVCenter);
    m_state->setFont(Theme::current().font(alone ? 1.0 : 12 / 14.0));
    m_list->setVisible(!alone);
    showServers();
}

/// At the end of what is here, the way to what is not.
void SearchPage::showServers()
{
    using Servers = SearchResults::Servers;
    const Servers servers = m_results->servers();
    m_server->setVisible(m_results->isComplete() && m_results->canSearchServers());
    m_server->setText(servers == Servers::Asked ? tr("Search still older messages on server")
                                                : tr("Search older messages on server"));
    QString text;
    if (servers == Servers::Asking)
        text = tr("Searching on server…");
    else if (servers == Servers::Done)
        text = tr("That is all there is on server.");
    else if (servers == Servers::NotOffered)
        text = tr("Your server does not search its messages.");
    else if (servers == Servers::Failed)
        text = tr("The server did not search.");
    m_serverState->setText(text);
    m_serverState->setVisible(!text.isEmpty());
}

void SearchPage::choose(bool ownWindow)
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        Q_EMIT chosen(m_results->result(current.row()), m_results->query().words, ownWindow);
}

void SearchPage::step(int by)
{
    const int rows = m_results->rowCount();
    if (rows == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_results->index(row, 0));
    if (row == rows - 1)
        m_results->fetchMore({});
}

void SearchPage::removeFilter(const TypedFilter &filter)
{
    QString text = m_field->text();
    text.remove(filter.start, filter.length);
    m_field->setText(text.simplified());
    m_field->setFocus(Qt::OtherFocusReason);
}

void SearchPage::addFilter(TypedFilter::Kind kind, const QString &value)
{
    QString text = m_field->text().trimmed();
    if (!text.isEmpty())
        text += u' ';
    text += filterText(kind, value);
    if (!value.isEmpty())
        text += u' ';
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->setText(text);
    m_field->end(false);
    // As if it had been typed: now the names are offered.
    if (value.isEmpty())
        Q_EMIT m_field->textEdited(text);
}

bool SearchPage::fieldKey(const QKeyEvent &event)
{
    if (m_completion->takeKey(event))
        return true;
    if (KeyMap::current().matches(event, KeyId::OpenInOwnWindow)) {
        choose(true);
        return true;
    }
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    constexpr int kPage = 6;
    switch (event.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-kPage);
        return true;
    case Qt::Key_PageDown:
        step(kPage);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(false);
        return true;
    case Qt::Key_Escape:
        Q_EMIT closed();
        return true;
    default:
        return false;
    }
}

bool SearchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return fieldKey(*static_cast<QKeyEvent *>(event));
    if (watched == m_field && event->type() == QEvent::FocusOut)
        m_completion->hide();
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool own = KeyMap::current().matches(key, KeyId::OpenInOwnWindow);
        if (own || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            choose(own);
            return true;
        }
        if (key.key() == Qt::Key_Escape) {
            Q_EMIT closed();
            return true;
        }
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto &mouse = *static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse.position().toPoint());
        if (index.isValid() && (mouse.button() == Qt::LeftButton || mouse.button() == Qt::MiddleButton)) {
            m_list->setCurrentIndex(index);
            choose(mouse.button() == Qt::MiddleButton);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPage::retranslate()
{
    m_back->setLook(Icons::Back, tr("Back to the chats"));
    m_field->setAccessibleName(tr("Search everywhere"));
    m_field->setPlaceholderText(tr("Search all messages"));
    m_list->setAccessibleName(tr("Search results"));
    m_state->setAccessibleName(tr("Found"));
    showState();
}

void SearchPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tertulia
