// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatHeader.h"

#include "core/models/Roles.h"
#include "ui/keys/KeyHints.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/RowPainter.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace tertulia
{

namespace
{
constexpr int kRefreshMs = 30 * 1000;
} // namespace

ChatHeader::ChatHeader(QWidget *parent)
    : QWidget(parent)
    , m_back(new IconButton(Icons::Back, tr("Back to the list"), this))
    , m_avatar(new Avatar(40, this))
    , m_name(new ElidedLabel(this))
    , m_presence(new ElidedLabel(this))
    , m_search(new IconButton(Icons::Search, tr("Search in chat"), this))
    , m_host(new IconButton(Icons::PopOut, tr("Open in own window"), this))
    , m_details(new IconButton(Icons::Details, tr("Details"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 14, 10);
    row->setSpacing(12);
    row->addWidget(m_back);
    row->addWidget(m_avatar);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_presence);
    words->addStretch();
    row->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    for (IconButton *button : {m_search, m_host, m_details}) {
        buttons->addWidget(button);
    }
    row->addLayout(buttons);
    m_back->hide();
    m_details->setCheckable(true);
    connect(m_back, &QAbstractButton::clicked, this, &ChatHeader::backRequested);
    connect(m_search, &QAbstractButton::clicked, this, &ChatHeader::searchRequested);
    connect(m_host, &QAbstractButton::clicked, this, &ChatHeader::hostChangeRequested);
    connect(m_details, &QAbstractButton::clicked, this, &ChatHeader::detailsRequested);
    connect(&Theme::current(), &Theme::changed, this, &ChatHeader::updateFonts);
    // "away, 10 min" grows by itself.
    startTimer(kRefreshMs);
    showKey(m_search, KeyId::FindInChat);
    showKey(m_host, KeyId::PopOut);
    showKey(m_details, KeyId::Details);
    retranslate();
    updateFonts();
}

void ChatHeader::setPeer(const QString &address, const QString &name, const QModelIndex &contact, bool notes)
{
    m_address = address;
    m_peerName = name;
    m_notes = notes;
    m_contact = contact;
    m_name->setText(name);
    updatePresence();
}

void ChatHeader::setAccount(const AccountMark &mark)
{
    m_account = mark;
    tellAccount();
    update();
}

void ChatHeader::tellAccount()
{
    const QString line = accountLine(m_account);
    setToolTip(shownToolTip(line));
    m_name->setAccessibleDescription(line);
}

void ChatHeader::updatePresence()
{
    AvatarLook look{.address = m_address, .name = m_peerName, .notes = m_notes};
    if (m_notes) {
        m_presence->setText(tr("On all your devices"));
    } else if (m_contact.isValid()) {
        look.file = m_contact.data(roles::AvatarFile).toString();
        look.shape = presenceShape(m_contact);
        m_presence->setText(presenceLine(m_contact));
    } else {
        m_presence->setText(m_peerName == m_address ? tr("Not in your contacts") : m_address);
    }
    m_avatar->setLook(look);
}

QString ChatHeader::presence() const
{
    return m_presence->text();
}

void ChatHeader::setInOwnWindow(bool own)
{
    m_own = own;
    retranslate();
}

void ChatHeader::setDocksIntoTabs(bool tabs)
{
    m_intoTabs = tabs;
    retranslate();
}

void ChatHeader::setDetailsOpen(bool open)
{
    m_details->setChecked(open);
}

void ChatHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ChatHeader::retranslate()
{
    m_back->setLook(Icons::Back, tr("Back to the list"));
    m_search->setLook(Icons::Search, tr("Search in chat"));
    m_host->setLook(m_own ? Icons::Dock : Icons::PopOut,
                    !m_own           ? tr("Open in own window")
                        : m_intoTabs ? tr("Back into the tabs")
                                     : tr("Back into the main window"));
    m_details->setLook(Icons::Details, tr("Details"));
}

void ChatHeader::updateFonts()
{
    const Theme &theme = Theme::current();
    for (IconButton *button : {m_back, m_search, m_host, m_details})
        button->setFixedSize(theme.px(34), theme.px(34));
    m_name->setFont(theme.font(1.07, QFont::Bold));
    m_presence->setFont(theme.font(0.89));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, theme.palette().softInk);
    m_presence->setPalette(soft);
    update();
}

void ChatHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updatePresence();
        tellAccount();
    }
}

void ChatHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Theme::current().palette();
    painter.fillRect(rect(), colors.paper);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.line);
    paintAccountStripe(painter, rect(), m_account.color, layoutDirection());
}

void ChatHeader::timerEvent(QTimerEvent *event)
{
    Q_UNUSED(event)
    updatePresence();
}

} // namespace tertulia
