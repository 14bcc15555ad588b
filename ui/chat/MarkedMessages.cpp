// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/MarkedMessages.h"

#include "core/models/SearchFold.h"
#include "core/session/Accounts.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/WordRows.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kAccount = Qt::UserRole + 1;
constexpr int kPeer = Qt::UserRole + 2;
constexpr int kMessage = Qt::UserRole + 3;
constexpr int kFolded = Qt::UserRole + 4; ///< what is searched
constexpr qsizetype kShown = 200;

} // namespace

MarkedMessages::MarkedMessages(Accounts &accounts, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_messages(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_open(new QPushButton(tr("&Go to message"), this))
    , m_unmark(new QPushButton(tr("&Remove the mark"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Marked messages"));
    auto *search = new SearchField(tr("Search marked messages"), this);
    search->installEventFilter(this);
    m_found->setSourceModel(m_messages);
    m_found->setFilterRole(kFolded);
    m_list->setModel(m_found);
    m_list->setAccessibleName(tr("Marked messages"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    WordRows::dress(m_list);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_open->setDefault(true);
    m_unmark->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_unmark);
    buttons->addStretch();
    buttons->addWidget(m_open);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(10);
    all->addWidget(search);
    all->addWidget(m_list, 1);
    all->addWidget(m_empty, 1);
    all->addLayout(buttons);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_found->setFilterFixedString(searchFold(text));
        refresh();
    });
    connect(search, &SearchField::escaped, this, &QDialog::reject);
    connect(m_list, &QListView::activated, this, &MarkedMessages::goTo);
    connect(m_open, &QPushButton::clicked, this, &MarkedMessages::goTo);
    connect(m_unmark, &QPushButton::clicked, this, &MarkedMessages::unmark);
    fill();
    resize(Theme::current().px(480), Theme::current().px(520));
    search->setFocus();
}

void MarkedMessages::fill()
{
    m_messages->clear();
    for (XmppSession *session : m_accounts.sessions()) {
        for (const SavedMessage &message : session->messages().saved(kMost)) {
            const QString text = message.spoiler ? spoilerText(message.text) : message.text;
            const QString shown = shownLine(text, kShown);
            const QString about = tr("%1 · %2", "a person and a time")
                                      .arg(shownName(chatTitle(*session, message.peer)),
                                           listTime(message.time.toLocalTime()));
            auto *item = new QStandardItem(shown);
            item->setData(about, WordRows::kSecondLine);
            item->setData(QString(shown + u", " + about), Qt::AccessibleTextRole);
            item->setData(searchFold(QString(text + u' ' + about)), kFolded);
            item->setData(session->accountId(), kAccount);
            item->setData(message.peer.toString(), kPeer);
            item->setData(message.id, kMessage);
            m_messages->appendRow(item);
        }
    }
    refresh();
}

void MarkedMessages::refresh()
{
    const bool any = m_found->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    m_empty->setText(
        m_messages->rowCount() > 0
            ? tr("Nothing found")
            : tr("No messages are marked. “Mark for later” in the menu of a message puts it here."));
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_found->index(0, 0));
    m_open->setEnabled(any);
    m_unmark->setEnabled(any);
}

void MarkedMessages::goTo()
{
    const QModelIndex row = m_list->currentIndex();
    if (!row.isValid())
        return;
    const ConversationKey chat{row.data(kAccount).toString(),
                               Jid::fromNormalized(row.data(kPeer).toString())};
    const qint64 message = row.data(kMessage).toLongLong();
    accept();
    Q_EMIT chosen(chat, message);
}

void MarkedMessages::unmark()
{
    const QModelIndex row = m_list->currentIndex();
    XmppSession *session = m_accounts.session(row.data(kAccount).toString());
    if (!row.isValid() || !session)
        return;
    session->messages().setSaved(row.data(kMessage).toLongLong(), false);
    m_found->removeRow(row.row());
    refresh();
}

/// The arrows move in the list while the words are typed.
bool MarkedMessages::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_found->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int row = qBound(0, m_list->currentIndex().row() + step, m_found->rowCount() - 1);
            m_list->setCurrentIndex(m_found->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tertulia
