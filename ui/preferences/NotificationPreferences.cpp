// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/NotificationPreferences.h"

#include "core/models/ChatListModel.h"
#include "core/models/ConversationListModel.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/settings/Desktop.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ChatTitle.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/WordRows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostRows = 5;
constexpr int kAccountRole = Qt::UserRole + 1;
constexpr int kAddressRole = Qt::UserRole + 2;

} // namespace

NotificationPreferences::NotificationPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Bell, tr("Notifications"), parent)
{
    QCheckBox *all = addSwitch(tr("Show notifications"), settingkeys::kNotifications, true);
    QCheckBox *sound = addSwitch(tr("Play sounds"), settingkeys::kNotificationSound, true);
    QComboBox *content = addChoice(tr("Show in notifications"),
                                   {{tr("Name and text"), u"Full"_s},
                                    {tr("Name only"), u"NameOnly"_s},
                                    {tr("Only that there is a message"), u"Nothing"_s}},
                                   settingkeys::kNotificationContent, u"Full"_s);
    addNote(tr("While the screen is locked, they only say that there is a message."));
    m_kinds << sound << content;
    addKinds();
    const auto enable = [this, all] {
        for (QWidget *control : std::as_const(m_kinds))
            control->setEnabled(all->isChecked());
    };
    connect(all, &QCheckBox::toggled, this, enable);
    enable();
    addMuted();
    addService();
}

void NotificationPreferences::addKinds()
{
    addSection(tr("Tell me about"));
    auto *holder = new QWidget(this);
    auto *table = new QGridLayout(holder);
    table->setContentsMargins(0, 0, 0, 0);
    table->setHorizontalSpacing(24);
    table->setVerticalSpacing(2);
    table->setColumnStretch(0, 1);
    int column = 1;
    for (const QString &title : {tr("Show"), tr("Sound")}) {
        auto *head = new QLabel(title, holder);
        head->setTextFormat(Qt::PlainText);
        head->setForegroundRole(QPalette::PlaceholderText);
        table->addWidget(head, 0, column++, Qt::AlignHCenter);
    }
    addKind(table, tr("Messages"), NoticeKind::Message);
    addKind(table, tr("Reactions to my messages"), NoticeKind::Reaction);
    addKind(table, tr("Contact requests"), NoticeKind::Request);
    addKind(table, tr("Messages that could not be sent"), NoticeKind::SendFailed);
    addKind(table, tr("Accounts that cannot connect"), NoticeKind::AccountProblem);
    addWidget(holder);
}

void NotificationPreferences::addKind(QGridLayout *table, const QString &what, NoticeKind kind)
{
    const int row = table->rowCount();
    auto *name = new QLabel(what, table->parentWidget());
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    table->addWidget(name, row, 0);
    table->addWidget(
        kindSwitch(tr("Show: %1").arg(what), NoticeRules::bubbleKey(kind), NoticeRules::usualBubble(kind)),
        row, 1, Qt::AlignHCenter);
    table->addWidget(
        kindSwitch(tr("Sound: %1").arg(what), NoticeRules::soundKey(kind), NoticeRules::usualSound(kind)),
        row, 2, Qt::AlignHCenter);
}

QCheckBox *NotificationPreferences::kindSwitch(const QString &name, const QString &key, bool usual)
{
    auto *box = new QCheckBox(this);
    box->setAccessibleName(name);
    // Without words beside it, it would be too small to hit.
    const auto size = [box] { box->setMinimumSize(Theme::current().px(24), Theme::current().px(24)); };
    connect(&Theme::current(), &Theme::changed, box, size);
    size();
    UiSettings &kept = settings();
    box->setChecked(kept.value(key, usual).toBool());
    connect(box, &QCheckBox::toggled, this, [&kept, key](bool on) { kept.setValue(key, on); });
    connect(&kept, &UiSettings::changed, box, [&kept, box, key, usual](const QString &which) {
        if (which == key)
            box->setChecked(kept.value(key, usual).toBool());
    });
    m_kinds << box;
    return box;
}

void NotificationPreferences::addMuted()
{
    addSection(tr("Muted chats"));
    m_noneMuted = addNote(tr("No chat is muted."));
    m_muted = new QListWidget(this);
    m_muted->setAccessibleName(tr("Muted chats"));
    WordRows::dress(m_muted);
    m_unmute = new QPushButton(tr("Unmute"), this);
    m_unmute->setAutoDefault(false);
    addWidget(m_muted);
    addWidget(m_unmute);
    m_unmute->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_unmute, &QPushButton::clicked, this, &NotificationPreferences::unmute);
    const ChatListModel *chats = context().accounts.chatList();
    connect(chats, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() || roles.contains(roles::Muted))
                    refreshMuted();
            });
    refreshMuted();
}

void NotificationPreferences::refreshMuted()
{
    m_muted->clear();
    for (XmppSession *session : context().accounts.sessions()) {
        const QAbstractItemModel *chats = session->conversations();
        for (int row = 0; row < chats->rowCount(); ++row) {
            const QModelIndex chat = chats->index(row, 0);
            if (!chat.data(roles::Muted).toBool())
                continue;
            auto *item = new QListWidgetItem(chatTitle(chat), m_muted);
            item->setData(kAccountRole, session->accountId());
            item->setData(kAddressRole, chat.data(roles::Address));
        }
    }
    const bool some = m_muted->count() > 0;
    m_muted->setFixedHeight(std::max(0, m_muted->sizeHintForRow(0))
                            * std::clamp(m_muted->count(), 1, kMostRows));
    m_muted->setVisible(some);
    m_unmute->setVisible(some);
    m_noneMuted->setVisible(!some);
    if (some)
        m_muted->setCurrentRow(0);
}

void NotificationPreferences::unmute()
{
    const QListWidgetItem *item = m_muted->currentItem();
    if (!item)
        return;
    if (XmppSession *session = context().accounts.session(item->data(kAccountRole).toString()))
        session->chats().setMuted(Jid::fromNormalized(item->data(kAddressRole).toString()), false);
    refreshMuted();
}

void NotificationPreferences::addService()
{
    Desktop *desktop = context().desktop;
    if (!desktop)
        return;
    addSection(tr("The desktop's notifications"));
    QLabel *state = addNote(desktop->notificationService());
    const auto refresh = [state, desktop] { state->setText(desktop->notificationService()); };
    connect(desktop, &Desktop::changed, state, refresh);
    auto *sample = new QPushButton(tr("Show a sample"), this);
    sample->setAutoDefault(false);
    sample->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setSearchWords(sample, tr("test"));
    connect(sample, &QPushButton::clicked, desktop, &Desktop::showSampleNotice);
    addWidget(sample);
}

} // namespace tertulia
