// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatOverrides.h"

#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/chat/ChatLook.h"
#include "ui/notifications/NoticeRules.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

ChatOverrides::ChatOverrides(XmppSession &session, const Jid &peer, UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    ChatChoices &choices = session.chats().choices();
    add(
        tr("Notifications"), {{true, tr("With sound")}, {false, tr("Without sound")}},
        [&settings] {
            return QVariant(NoticeRules(settings).soundOf(NoticeKind::Message) != NoticeSound::None);
        },
        [&choices, peer] { return choices.value(peer, NoticeRules::kChatSound); },
        [&choices, peer](const QVariant &value) { choices.choose(peer, NoticeRules::kChatSound, value); });
    add(
        tr("Messages"),
        {{QString(settingkeys::kBubblesLook), tr("Bubbles")},
         {QString(settingkeys::kCompactLook), tr("Compact lines")}},
        [&settings] { return settings.value(settingkeys::kMessageLook, QString(settingkeys::kBubblesLook)); },
        [&choices, peer] { return choices.value(peer, kChatLook); },
        [&choices, peer](const QVariant &value) { choices.choose(peer, kChatLook, value); });
    Privacy &privacy = session.chats().privacy();
    const auto disclosure = [&](const QString &label, Disclosure what) {
        add(
            label, {{true, tr("Tell them")}, {false, tr("Do not tell them")}},
            [&privacy, what] { return QVariant(privacy.tells(what)); },
            [&privacy, peer, what] {
                const auto chosen = privacy.choiceIn(peer, what);
                return chosen ? QVariant(*chosen) : QVariant();
            },
            [&privacy, peer, what](const QVariant &value) {
                privacy.chooseIn(peer, what, value.isValid() ? std::optional(value.toBool()) : std::nullopt);
            });
    };
    disclosure(tr("That I have read"), Disclosure::ReadMarkers);
    disclosure(tr("That I am writing"), Disclosure::Typing);
    add(
        tr("Search"), {{true, tr("Find its messages")}, {false, tr("Leave it out")}},
        [] { return QVariant(true); },
        [&choices, peer] { return choices.value(peer, SessionChats::kSearched); },
        [&choices, peer](const QVariant &value) { choices.choose(peer, SessionChats::kSearched, value); });
    connect(&privacy, &Privacy::changed, this, &ChatOverrides::refresh);
    connect(&choices, &ChatChoices::changed, this, &ChatOverrides::refresh);
    connect(&settings, &UiSettings::changed, this, &ChatOverrides::refresh);
    refresh();
}

void ChatOverrides::add(const QString &label, const QList<Choice> &choices,
                        const std::function<QVariant()> &usual, const std::function<QVariant()> &chosen,
                        const std::function<void(const QVariant &)> &choose)
{
    auto *name = new QLabel(label, this);
    name->setTextFormat(Qt::PlainText);
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    announceComboBox(box, label);
    name->setBuddy(box);
    const auto fonts = [name] {
        name->setFont(Theme::current().font(0.93));
        QPalette soft = name->palette();
        soft.setColor(QPalette::WindowText, Theme::current().palette().softInk);
        name->setPalette(soft);
    };
    connect(&Theme::current(), &Theme::changed, name, fonts);
    fonts();
    box->addItem(QString());
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    connect(box, &QComboBox::activated, this, [box, choose] { choose(box->currentData()); });
    m_column->addWidget(name);
    m_column->addWidget(box);
    m_column->addSpacing(4);
    m_refreshers << [box, choices, usual, chosen] {
        const QVariant everywhere = usual();
        const auto known = std::find_if(choices.cbegin(), choices.cend(),
                                        [&](const Choice &choice) { return choice.first == everywhere; });
        box->setItemText(0, tr("Use default (%1)").arg(known == choices.cend() ? QString() : known->second));
        QVariant here = chosen();
        // Kept as a number or a text; nothing stays nothing.
        if (here.isValid())
            here.convert(choices.constFirst().first.metaType());
        box->setCurrentIndex(here.isValid() ? std::max(0, box->findData(here)) : 0);
    };
}

void ChatOverrides::refresh()
{
    for (const auto &refresh : m_refreshers)
        refresh();
}

} // namespace tertulia
