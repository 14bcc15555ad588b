// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/StartChatDialog.h"

#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/XmppUri.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

StartChatDialog::StartChatDialog(Accounts &accounts, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_address(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_account(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_group(new QComboBox(this))
    , m_start(new PrimaryButton(tr("Start chat"), this))
    , m_add(new QPushButton(tr("Add contact"), this))
    , m_join(new QPushButton(tr("Join room"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New chat"));
    auto *title = new QLabel(tr("Whom do you want to talk to?"), this);
    title->setFont(Theme::current().font(1.15, QFont::Bold));
    m_address->setAccessibleName(tr("Address or link"));
    m_address->setPlaceholderText(tr("ana@example.org or xmpp:…"));
    m_address->setMaxLength(4096);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(Theme::current().px(40));
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    for (const XmppSession *session : accounts.sessions())
        m_account->addItem(shownAddress(session->address().toString()), session->accountId());
    m_name->setAccessibleName(tr("Name (optional)"));
    m_name->setMaxLength(1000);
    announceComboBox(m_account, tr("As"));
    announceComboBox(m_group, tr("Group (optional)"));
    m_group->setEditable(true);
    m_group->lineEdit()->setAccessibleName(tr("Group (optional)"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    const auto caption = [this](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        label->setForegroundRole(QPalette::PlaceholderText);
        return label;
    };
    grid->addWidget(caption(tr("&Name (optional)"), m_name), 0, 0);
    grid->addWidget(caption(tr("&Group (optional)"), m_group), 0, 1);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_group, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);

    auto *cancel = new FlatButton(tr("Cancel"), this);
    for (QPushButton *button : {static_cast<QPushButton *>(cancel), m_add, m_join})
        button->setAutoDefault(false);
    m_start->setDefault(true);
    m_join->setEnabled(false);
    m_join->setToolTip(tr("Rooms are not there yet; they come in a later version"));
    m_join->setAccessibleDescription(m_join->toolTip());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(cancel);
    buttons->addStretch();
    buttons->addWidget(m_join);
    buttons->addWidget(m_add);
    buttons->addWidget(m_start);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 18, 22, 18);
    layout->setSpacing(8);
    layout->addWidget(title);
    if (m_account->count() > 1) {
        auto *as = new QHBoxLayout;
        as->addWidget(caption(tr("A&s"), m_account));
        as->addWidget(m_account, 1);
        layout->addLayout(as);
    } else {
        m_account->hide();
    }
    layout->addWidget(m_address);
    layout->addWidget(m_hint);
    layout->addLayout(grid);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    // Of the field, so that the buttons below can ask for more.
    m_address->setMinimumWidth(Theme::current().px(416));

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, [this] {
        const auto uri = XmppUri::parse(m_address->text());
        const ConversationKey chosen = key();
        accept();
        Q_EMIT startRequested(chosen, uri ? uri->body : QString());
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        const ConversationKey chosen = key();
        const QString name = m_name->text().trimmed();
        const QString group = m_group->currentText().trimmed();
        accept();
        Q_EMIT addRequested(chosen, name, group);
    });
    connect(m_address, &QLineEdit::textChanged, this, &StartChatDialog::check);
    connect(m_account, &QComboBox::currentIndexChanged, this, [this] {
        fillCompletions();
        check();
    });
    fillCompletions();
    check();
    m_address->setFocus();
}

void StartChatDialog::setText(const QString &addressOrLink)
{
    m_address->setText(addressOrLink);
    if (const auto uri = XmppUri::parse(addressOrLink); uri && !uri->name.isEmpty())
        m_name->setText(shownName(uri->name));
}

void StartChatDialog::fillCompletions()
{
    const XmppSession *session = m_accounts.session(m_account->currentData().toString());
    auto *model = new QStandardItemModel(this);
    m_group->clear();
    m_group->addItem(QString());
    if (session) {
        const RosterModel *roster = session->roster();
        for (int row = 0; row < roster->rowCount(); ++row) {
            const QModelIndex index = roster->index(row);
            const QString address = index.data(roles::Address).toString();
            const QString name = shownName(index.data(roles::Name).toString());
            auto *item = new QStandardItem(name == address ? address : name + u"  "_s + address);
            item->setData(address, Qt::UserRole);
            model->appendRow(item);
        }
        for (const QString &group : session->roster()->groups())
            m_group->addItem(shownName(group));
    }
    auto *completer = new QCompleter(model, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setAccessibleName(tr("Contacts"));
    // The row shows the name too; what goes into the field is the address.
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), m_address,
            [this](const QModelIndex &index) {
                const QString address = index.data(Qt::UserRole).toString();
                QMetaObject::invokeMethod(
                    m_address, [this, address] { m_address->setText(address); }, Qt::QueuedConnection);
            });
    delete m_address->completer();
    m_address->setCompleter(completer);
}

Result<Jid> StartChatDialog::address() const
{
    if (const auto uri = XmppUri::parse(m_address->text()))
        return uri->address;
    Result<Jid> jid = Jid::parse(m_address->text().trimmed());
    if (jid && jid->localpart().isEmpty())
        return failure(ErrorCode::AddressLocalpartInvalid);
    return jid;
}

ConversationKey StartChatDialog::key() const
{
    return {m_account->currentData().toString(), address().value_or(Jid()).bare()};
}

void StartChatDialog::check()
{
    const QString text = m_address->text().trimmed();
    const Result<Jid> jid = address();
    const XmppSession *session = m_accounts.session(m_account->currentData().toString());
    const bool known = jid && session && session->roster()->contains(jid->bare());
    const bool own = jid && session && session->address() == jid->bare();
    bool wrong = false;
    QString hint;
    if (text.isEmpty()) {
        hint = tr("Type a name you know, an address, or paste an xmpp: link.");
    } else if (jid) {
        const auto uri = XmppUri::parse(text);
        const QString shown = shownAddress(jid->bare().toString());
        if (uri && uri->action == XmppUri::Action::JoinRoom)
            hint = tr("%1 is a room. Rooms come in a later version.").arg(shown);
        else if (uri && uri->action == XmppUri::Action::RemoveContact)
            hint = tr("The link asks to remove %1. Do that from the contact's menu if you want it.")
                       .arg(shown);
        else if (own)
            hint = tr("This is your own address: notes to yourself.");
        else if (known)
            hint = tr("%1 is among your contacts.").arg(shownName(session->displayName(jid->bare())));
        else
            hint = tr("%1 is not a contact yet. “Add contact” asks to see their status.").arg(shown);
    } else if (!text.contains(u'@')) {
        hint = tr("There is no @ in the address.");
    } else if (text.endsWith(u'@')) {
        hint = tr("The name of a server follows the @.");
    } else {
        const ErrorText why = errorText(jid.error());
        hint = why.sentence + u' ' + why.remedy;
        wrong = true;
    }
    m_hint->setText(hint);
    m_hint->setForegroundRole(wrong ? QPalette::BrightText : QPalette::PlaceholderText);
    m_start->setEnabled(jid.has_value() && session);
    m_add->setEnabled(jid.has_value() && session && !known && !own);
    m_name->setEnabled(!known && !own);
    m_group->setEnabled(!known && !own);
}

} // namespace tertulia
