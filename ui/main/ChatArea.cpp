// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatArea.h"

#include "ui/chat/ChatWidget.h"
#include "ui/keys/KeyMap.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

ChatArea::ChatArea(QWidget *parent)
    : QStackedWidget(parent)
    , m_empty(new QWidget(this))
{
    setMinimumWidth(280);
    auto *picture = new QLabel(m_empty);
    picture->setAlignment(Qt::AlignCenter);
    auto *text = new QLabel(QString(), m_empty);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *tip = new QLabel(QString(), m_empty);
    tip->setAlignment(Qt::AlignCenter);
    tip->setWordWrap(true);
    tip->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(m_empty);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addSpacing(10);
    layout->addWidget(text);
    layout->addWidget(tip);
    layout->addStretch(3);
    addWidget(m_empty);
    const auto look = [this, picture, text, tip] {
        const Theme &theme = Theme::current();
        picture->setPixmap(
            icon(Icons::Chats, Tint::Soft).pixmap(QSize(theme.px(56), theme.px(56)), devicePixelRatioF()));
        text->setFont(theme.font(1.1, QFont::DemiBold));
        tip->setFont(theme.font(13 / 14.0));
        QPalette palette = m_empty->palette();
        palette.setColor(QPalette::Window, theme.palette().paper);
        m_empty->setPalette(palette);
        m_empty->setAutoFillBackground(true);
    };
    connect(&Theme::current(), &Theme::changed, this, look);
    look();
    const auto words = [text, tip] {
        const auto key
            = [](KeyId id) { return KeyMap::current().key(id).toString(QKeySequence::NativeText); };
        text->setText(tr("Choose a chat, or press %1.").arg(key(KeyId::QuickSwitcher)));
        tip->setText(tr("%1 starts a new chat. %2 shows all keys.")
                         .arg(key(KeyId::NewChat), key(KeyId::ShortcutsList)));
    };
    connect(&KeyMap::current(), &KeyMap::changed, this, words);
    words();
}

void ChatArea::place(ChatWidget *chat)
{
    if (m_chat && m_chat != chat) {
        removeWidget(m_chat);
        m_chat->hide();
    }
    m_chat = chat;
    if (chat) {
        if (indexOf(chat) < 0)
            addWidget(chat);
        setCurrentWidget(chat);
        chat->show();
    } else {
        setCurrentWidget(m_empty);
    }
}

ChatWidget *ChatArea::chat() const
{
    return m_chat;
}

} // namespace tertulia
