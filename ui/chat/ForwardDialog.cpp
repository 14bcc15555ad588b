// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ForwardDialog.h"

#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/models/SearchFold.h"
#include "core/session/XmppSession.h"
#include "ui/contacts/ContactDelegate.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kFolded = Qt::UserRole + 1000; ///< what is searched

} // namespace

ForwardDialog::ForwardDialog(const XmppSession &session, int messages, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_chats(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Forward %n message(s)", nullptr, messages));
    fill(session);
    m_found->setSourceModel(m_chats);
    m_found->setFilterRole(kFolded);
    m_search->setPlaceholderText(tr("Search for a chat"));
    m_search->setAccessibleName(tr("Search for a chat"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new ContactDelegate(m_list));
    m_list->setAccessibleName(tr("Forward to"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("rounded", true);
    auto *buttons = new QDialogButtonBox(this);
    auto *forward = new PrimaryButton(tr("&Forward"), this);
    buttons->addButton(forward, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    forward->setDefault(true);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(10);
    all->addWidget(m_search);
    all->addWidget(m_list, 1);
    all->addWidget(buttons);
    const auto first = [this, forward] {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_found->index(0, 0));
        forward->setEnabled(m_list->currentIndex().isValid());
    };
    connect(m_search, &QLineEdit::textChanged, this, [this, first](const QString &text) {
        m_found->setFilterFixedString(searchFold(text));
        first();
    });
    connect(m_list, &QListView::activated, this, &ForwardDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &ForwardDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    first();
    resize(Theme::current().px(380), Theme::current().px(460));
    m_search->setFocus();
}

void ForwardDialog::fill(const XmppSession &session)
{
    QList<QModelIndex> rows;
    const ConversationListModel *chats = session.conversations();
    for (int row = 0; row < chats->rowCount(); ++row)
        rows << chats->index(row);
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.data(roles::Activity).toLongLong() > b.data(roles::Activity).toLongLong();
    });
    QSet<QString> known;
    for (const QModelIndex &chat : std::as_const(rows))
        known.insert(chat.data(roles::Address).toString());
    const RosterModel *roster = session.roster();
    QList<QModelIndex> others;
    for (int row = 0; row < roster->rowCount(); ++row) {
        if (const QModelIndex contact = roster->index(row);
            !known.contains(contact.data(roles::Address).toString()))
            others << contact;
    }
    std::sort(others.begin(), others.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.data(roles::Name).toString().localeAwareCompare(b.data(roles::Name).toString()) < 0;
    });
    for (const QModelIndex &source : rows + others) {
        const QString address = source.data(roles::Address).toString();
        const QString title = chatTitle(source);
        auto *item = new QStandardItem;
        item->setEditable(false);
        item->setData(title, roles::Name);
        item->setData(QString(title + u", " + shownAddress(address)), Qt::AccessibleTextRole);
        item->setData(QString(searchFold(title) + u' ' + address), kFolded);
        for (const int role :
             {int(roles::Address), int(roles::AvatarFile), int(roles::Availability), int(roles::OwnAddress)})
            item->setData(source.data(role), role);
        m_chats->appendRow(item);
    }
}

void ForwardDialog::choose()
{
    const QModelIndex chat = m_list->currentIndex();
    if (!chat.isValid())
        return;
    Q_EMIT chosen(Jid::fromNormalized(chat.data(roles::Address).toString()));
    accept();
}

/// The arrows move in the list while the words are typed.
bool ForwardDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_found->rowCount() > 0) {
            const int row = qBound(0, m_list->currentIndex().row() + step, m_found->rowCount() - 1);
            m_list->setCurrentIndex(m_found->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace tertulia
