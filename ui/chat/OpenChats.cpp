// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/OpenChats.h"

#include "ui/settings/UiSettings.h"

#include <QStringList>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1String kWindows("windows/open");
constexpr QLatin1String kTabs("windows/tabs");
constexpr QLatin1String kTab("windows/tab");
constexpr QLatin1String kMain("windows/main");
constexpr QLatin1String kTabsPlacement("windows/tabsPlacement");

QString keyText(const ConversationKey &key)
{
    return key.account + u' ' + key.peer.toString();
}

QString keyText(const std::optional<ConversationKey> &key)
{
    return key ? keyText(*key) : QString();
}

std::optional<ConversationKey> keyFrom(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    if (space <= 0 || space + 1 >= text.size())
        return {};
    const Result<Jid> peer = Jid::parse(text.mid(space + 1));
    if (!peer)
        return {};
    return ConversationKey{text.left(space), peer->bare()};
}

QStringList textOf(const QList<ConversationKey> &keys)
{
    QStringList texts;
    for (const ConversationKey &key : keys)
        texts << keyText(key);
    return texts;
}

QList<ConversationKey> keysFrom(const QStringList &texts)
{
    QList<ConversationKey> keys;
    for (const QString &text : texts) {
        if (const auto key = keyFrom(text); key && !keys.contains(*key))
            keys << *key;
    }
    return keys;
}

QString placementKey(const ConversationKey &key)
{
    return "chats/"_L1 + key.account + u'/' + key.peer.toString() + "/window"_L1;
}

} // namespace

OpenChats::OpenChats(UiSettings &settings)
    : m_settings(settings)
{
}

void OpenChats::read()
{
    windows = keysFrom(m_settings.value(kWindows).toStringList());
    tabs = keysFrom(m_settings.value(kTabs).toStringList());
    tab = keyFrom(m_settings.value(kTab).toString());
    main = keyFrom(m_settings.value(kMain).toString());
}

void OpenChats::writeWindows() const
{
    m_settings.setValue(kWindows, textOf(windows));
    m_settings.setValue(kTabs, textOf(tabs));
    m_settings.setValue(kTab, keyText(tab));
}

void OpenChats::writeMain() const
{
    m_settings.setValue(kMain, keyText(main));
}

WindowPlacement OpenChats::placement(const ConversationKey &key) const
{
    return WindowPlacement::fromText(m_settings.value(placementKey(key)).toString());
}

void OpenChats::setPlacement(const ConversationKey &key, const WindowPlacement &placement)
{
    m_settings.setValue(placementKey(key), placement.toText());
}

WindowPlacement OpenChats::tabsPlacement() const
{
    return WindowPlacement::fromText(m_settings.value(kTabsPlacement).toString());
}

void OpenChats::setTabsPlacement(const WindowPlacement &placement)
{
    m_settings.setValue(kTabsPlacement, placement.toText());
}

} // namespace tertulia
