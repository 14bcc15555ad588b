// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RecentOverlay.h"

#include "core/models/Roles.h"
#include "ui/keys/KeyMap.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/WordRows.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

namespace
{

QIcon avatarIcon(const RecentOverlay::Entry &entry, qreal ratio)
{
    const int side = Theme::current().px(26);
    QPixmap picture(QSize(side, side) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintAvatar(painter, QRectF(0, 0, side, side),
                {entry.key.peer.toString(), entry.title, entry.row.data(roles::AvatarFile).toString(),
                 PresenceShape::None, entry.row.data(roles::OwnAddress).toBool()},
                Theme::current().palette().pane);
    return picture;
}

} // namespace

RecentOverlay::RecentOverlay(const QList<Entry> &entries, QWidget *window)
    : QFrame(window)
    , m_entries(entries)
    , m_list(new QListWidget(this))
    , m_focusBefore(window->focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("overlay"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    auto *title = new QLabel(tr("Recent chats"), this);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setFont(Theme::current().font(12 / 14.0, QFont::DemiBold));
    title->setContentsMargins(12, 0, 12, 0);
    m_list->setAccessibleName(tr("Recent chats"));
    WordRows::dress(m_list);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int side = Theme::current().px(26);
    m_list->setIconSize(QSize(side, side));
    for (const Entry &entry : m_entries) {
        auto *item = new QListWidgetItem(avatarIcon(entry, devicePixelRatioF()), entry.title, m_list);
        const int unread = entry.row.data(roles::Unread).toInt();
        if (unread > 0)
            item->setText(
                tr("(%1) %2", "unread messages, name of a chat").arg(QString::number(unread), entry.title));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->addWidget(title);
    layout->addWidget(m_list);
    m_list->installEventFilter(this);
    // What happens beside it ends it.
    window->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, [this] { finish(true); });
}

void RecentOverlay::present(int first)
{
    const int count = m_list->count();
    m_list->setCurrentRow((first + count) % count);
    const QWidget *window = parentWidget();
    const int rows = std::min(count, 10) * m_list->sizeHintForRow(0);
    const int width = std::min(Theme::current().px(340), window->width() - 24);
    const int height = std::min(rows + Theme::current().px(52), window->height() - 24);
    setGeometry((window->width() - width) / 2, (window->height() - height) / 2, width, height);
    show();
    raise();
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void RecentOverlay::begin(int first)
{
    present(first);
    const QKeySequence key = KeyMap::current().key(KeyId::NextRecent);
    if (key.isEmpty() || !(key[0].keyboardModifiers() & ~Qt::ShiftModifier))
        finish(true);
}

void RecentOverlay::step(int step)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + step + count) % count);
}

void RecentOverlay::finish(bool open)
{
    if (std::exchange(m_finished, true))
        return;
    const ConversationKey key = m_entries.value(m_list->currentRow()).key;
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
    deleteLater();
    if (open)
        Q_EMIT chosen(key);
}

bool RecentOverlay::eventFilter(QObject *watched, QEvent *event)
{
    const bool own = watched == m_list;
    if (own && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            finish(false);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            finish(true);
            return true;
        }
    } else if (own && event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool modifier
            = key->key() == Qt::Key_Control || key->key() == Qt::Key_Alt || key->key() == Qt::Key_Meta;
        if (modifier) {
            finish(true);
            return true;
        }
    } else if ((own && event->type() == QEvent::FocusOut)
               || (!own && event->type() == QEvent::MouseButtonPress)
               || (!own && event->type() == QEvent::WindowDeactivate)) {
        finish(false);
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tertulia
