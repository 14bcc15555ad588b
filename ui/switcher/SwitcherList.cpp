// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher/SwitcherList.h"

#include "ui/keys/KeyMap.h"
#include "ui/switcher/SwitcherModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/RowPainter.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace tertulia
{

namespace
{

constexpr int kPad = 14;
constexpr int kPicture = 32;

} // namespace

SwitcherList::SwitcherList(SwitcherModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Search results"));
    setFrameShape(QFrame::NoFrame);
    setModel(model);
    setItemDelegate(new SwitcherDelegate(this));
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(model, &SwitcherModel::refilled, this, &SwitcherList::chooseFirst);
    connect(model, &SwitcherModel::messagesFound, this, &SwitcherList::keepChoice);
    connect(&Theme::current(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void SwitcherList::chooseFirst()
{
    setCurrentIndex(m_model->index(m_model->firstChoosable(), 0));
    scrollToTop();
}

void SwitcherList::keepChoice()
{
    if (!currentIndex().isValid() || !m_model->entry(currentIndex().row()).isChoosable())
        chooseFirst();
}

void SwitcherList::move(int step)
{
    const int from = currentIndex().isValid() ? currentIndex().row() : -1;
    setCurrentIndex(m_model->index(m_model->nextChoosable(from, step), 0));
    // Its heading comes into sight with the first.
    if (currentIndex().row() == m_model->firstChoosable())
        scrollToTop();
}

bool SwitcherList::takeKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    constexpr int kPage = 6;
    switch (event.key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        for (int i = 0; i < kPage; ++i)
            move(event.key() == Qt::Key_PageUp ? -1 : 1);
        return true;
    default:
        return false;
    }
}

void SwitcherList::choose(bool ownWindow)
{
    const SwitcherEntry entry = m_model->entry(currentIndex().isValid() ? currentIndex().row() : -1);
    if (entry.isChoosable())
        Q_EMIT chosen(entry, ownWindow);
}

void SwitcherList::keyPressEvent(QKeyEvent *event)
{
    if (takeKey(*event))
        return;
    if (KeyMap::current().matches(*event, KeyId::OpenInOwnWindow))
        choose(true);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(false);
    else
        QListView::keyPressEvent(event);
}

void SwitcherList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || !m_model->entry(index.row()).isChoosable())
        return;
    setCurrentIndex(index);
    if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
        choose(event->button() == Qt::MiddleButton);
}

void SwitcherDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const Palette &p = theme.palette();
    const auto entry = index.data(SwitcherModel::Entry).value<SwitcherEntry>();
    painter->save();
    painter->setLayoutDirection(option.direction);
    RowPainter row(*painter, option);
    const QRect r = option.rect;
    const int pad = theme.px(kPad);
    const QFont small = theme.font(12 / 14.0);
    if (!entry.isChoosable()) {
        row.text(r.adjusted(pad, theme.px(6), -pad, 0), entry.title, theme.font(12 / 14.0, QFont::DemiBold),
                 p.softInk);
        painter->restore();
        return;
    }
    row.ground();
    int right = r.right() - pad;
    if (entry.unread > 0)
        right -= row.badge(QRect(r.left(), r.top(), right - r.left() + 1, r.height()),
                           QString::number(entry.unread), p.accent, p.onAccent)
            + theme.px(8);
    const bool message = entry.kind == SwitcherEntry::Kind::Message;
    const int line = theme.px(20);
    if (entry.kind == SwitcherEntry::Kind::Command) {
        const int glyph = theme.px(16);
        row.icon(QRect(r.left() + pad + (theme.px(kPicture) - glyph) / 2, r.center().y() - glyph / 2 + 1,
                       glyph, glyph),
                 Icons::ChevronRight, p.softInk);
    } else {
        const int side = theme.px(kPicture);
        paintAvatar(*painter, row.placed(QRect(r.left() + pad, r.center().y() - side / 2 + 1, side, side)),
                    entry.avatar, row.surround());
    }
    const int left = r.left() + pad + theme.px(kPicture) + theme.px(11);
    const QRect first(left, message ? r.center().y() - line + 1 : r.top(), right - left + 1,
                      message ? line : r.height());
    if (!entry.trailing.isEmpty())
        right -= row.text(first, entry.trailing, small, p.softInk, true) + theme.px(10);
    const int used = row.text(QRect(first.left(), first.top(), right - left + 1, first.height()), entry.title,
                              theme.font(1.0, message ? QFont::DemiBold : QFont::Normal), p.ink);
    if (message) {
        row.text(QRect(left, r.center().y() + 1, r.right() - pad - left + 1, line), entry.detail,
                 theme.font(13 / 14.0), p.softInk);
    } else {
        const int gap = theme.px(10);
        const QRect rest(left + used + gap, r.top(), right - left - used - gap + 1, r.height());
        // A few letters of an address say nothing.
        if (rest.width() > theme.px(60))
            row.text(rest, entry.detail, small, p.softInk);
    }
    painter->restore();
}

QSize SwitcherDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    switch (index.data(SwitcherModel::Entry).value<SwitcherEntry>().kind) {
    case SwitcherEntry::Kind::Heading:
        return {theme.px(200), theme.px(32)};
    case SwitcherEntry::Kind::Command:
        return {theme.px(200), theme.px(38)};
    case SwitcherEntry::Kind::Message:
        return {theme.px(200), theme.px(52)};
    case SwitcherEntry::Kind::Chat:
    case SwitcherEntry::Kind::Person:
        break;
    }
    return {theme.px(200), theme.px(46)};
}

} // namespace tertulia
