// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/DetailsPane.h"

#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"

#include <QDateTime>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kLeast = 240;
constexpr int kMost = 360;

} // namespace

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
    , m_close(new IconButton(Icons::Close, tr("Close details"), this))
    , m_avatar(new Avatar(88, this))
    , m_name(new QLabel(this))
    , m_addressLabel(new QLabel(this))
    , m_facts(new QWidget(this))
    , m_grid(new QGridLayout(m_facts))
    , m_history(new QPushButton(this))
{
    setFocusPolicy(Qt::NoFocus);
    for (QLabel *label : {m_name, m_addressLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(11);
    m_grid->setHorizontalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    auto *body = new QWidget;
    m_column = new QVBoxLayout(body);
    m_column->setContentsMargins(18, 10, 18, 18);
    m_column->setSpacing(0);
    m_column->addWidget(m_close, 0, Qt::AlignTrailing);
    m_column->addWidget(m_avatar, 0, Qt::AlignHCenter);
    m_column->addSpacing(10);
    m_column->addWidget(m_name);
    m_column->addSpacing(2);
    m_column->addWidget(m_addressLabel);
    m_column->addSpacing(18);
    m_column->addWidget(m_facts);
    m_column->addSpacing(14);
    m_column->addWidget(m_history, 0, Qt::AlignLeading);
    m_column->addStretch();
    // A low window has not the height for all of it.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    scroll->setWidget(body);
    body->installEventFilter(this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    fitWidth();
    m_history->setAutoDefault(false);
    connect(m_close, &QAbstractButton::clicked, this, &DetailsPane::closeRequested);
    connect(m_history, &QAbstractButton::clicked, this, &DetailsPane::historyRequested);
    connect(&Theme::current(), &Theme::changed, this, &DetailsPane::refresh);
}

QSize DetailsPane::sizeHint() const
{
    return {270, QWidget::sizeHint().height()};
}

void DetailsPane::addPart(QWidget *part)
{
    // Before what is left empty below.
    m_column->insertSpacing(m_column->count() - 1, 18);
    m_column->insertWidget(m_column->count() - 1, part);
}

void DetailsPane::setPeer(const QString &address, const QString &name, const QModelIndex &contact, bool notes)
{
    m_address = address;
    m_peerName = name;
    m_notes = notes;
    m_contact = contact;
    refresh();
}

void DetailsPane::addFact(const QString &title, const QString &fact)
{
    if (fact.isEmpty())
        return;
    const Theme &theme = Theme::current();
    auto *key = new QLabel(title, m_facts);
    key->setTextFormat(Qt::PlainText);
    key->setFont(theme.font(0.93));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, theme.palette().softInk);
    key->setPalette(soft);
    auto *value = new QLabel(fact, m_facts);
    value->setTextFormat(Qt::PlainText);
    value->setFont(theme.font(0.93));
    value->setWordWrap(true);
    value->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    value->setAccessibleName(title);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = m_rows++;
    m_grid->addWidget(key, row, 0, Qt::AlignLeading | Qt::AlignTop);
    m_grid->addWidget(value, row, 1, Qt::AlignTop);
}

void DetailsPane::refresh()
{
    const Theme &theme = Theme::current();
    m_close->setLook(Icons::Close, tr("Close details"));
    m_history->setIcon(icon(Icons::Clock));
    m_history->setText(tr("History"));
    m_name->setFont(theme.font(1.22, QFont::Bold));
    m_name->setText(shownName(m_peerName));
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, theme.palette().softInk);
    m_addressLabel->setPalette(soft);
    m_addressLabel->setText(shownAddress(m_address));
    m_addressLabel->setVisible(m_peerName != m_address);
    AvatarLook look{.address = m_address, .name = m_peerName, .notes = m_notes};

    m_rows = 0;
    qDeleteAll(m_facts->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    if (m_notes) {
        addFact(tr("Seen by"), tr("you, on all your devices"));
    } else if (m_contact.isValid()) {
        look.file = m_contact.data(roles::AvatarFile).toString();
        look.shape = presenceShape(m_contact);
        addFact(tr("Status"), presenceLine(m_contact));
        addFact(tr("Groups"),
                shownLine(m_contact.data(roles::Groups).toStringList().join(QStringLiteral(", "))));
        addFact(tr("Devices"),
                shownLine(m_contact.data(roles::Resources).toStringList().join(QStringLiteral(", "))));
        addFact(tr("Subscription"), [this] {
            switch (SubscriptionState(m_contact.data(roles::Subscription).toInt())) {
            case SubscriptionState::None:
                return tr("none");
            case SubscriptionState::To:
                return tr("you see their status");
            case SubscriptionState::From:
                return tr("they see your status");
            case SubscriptionState::Both:
                return tr("both ways");
            }
            return QString();
        }());
        if (m_contact.data(roles::Blocked).toBool())
            addFact(tr("Blocked"), tr("yes"));
    } else {
        addFact(tr("Contact"), tr("not in your contacts"));
    }
    addFact(tr("Encryption"), tr("none", "encryption"));
    m_avatar->setLook(look);
    update();
}

bool DetailsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QWidget::eventFilter(watched, event);
}

/// As wide as its widest control needs, beside a scroll bar; words wrap.
void DetailsPane::fitWidth()
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const int least = std::max(kLeast, m_column->minimumSize().width() + bar);
    setMinimumWidth(least);
    setMaximumWidth(std::max({least, kMost, Theme::current().px(kMost)}));
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void DetailsPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Theme::current().palette();
    painter.fillRect(rect(), colors.pane);
}

} // namespace tertulia
