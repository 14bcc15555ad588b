// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ReactionPopup.h"

#include "ui/emoji/EmojiHabits.h"
#include "ui/emoji/EmojiPicker.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/ReactionChips.h"
#include "ui/widgets/Buttons.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kButton = 38;
constexpr int kMostOthers = 7;

} // namespace

const QStringList &ReactionPopup::usual()
{
    static const QStringList usual{u"👍"_s, u"❤️"_s, u"😂"_s, u"😮"_s, u"😢"_s, u"🙏"_s};
    return usual;
}

ReactionPopup::ReactionPopup(const QList<ReactionSummary> &present, UiSettings *settings, QWidget *parent)
    : QWidget(parent, Qt::Popup)
    , m_settings(settings)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("React"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(6, 6, 6, 6);
    all->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    all->addLayout(row);
    for (const QString &emoji : usual())
        addEmoji(row, emoji, present);
    auto *more = new IconButton(Icons::Plus, tr("More emoji"), this);
    addButton(row, more);
    connect(more, &QAbstractButton::clicked, this, &ReactionPopup::openPicker);

    QStringList others;
    for (const ReactionSummary &reaction : present) {
        if (!usual().contains(reaction.emoji) && others.size() < kMostOthers)
            others << reaction.emoji;
    }
    if (others.isEmpty())
        return;
    auto *second = new QHBoxLayout;
    second->setSpacing(2);
    all->addLayout(second);
    for (const QString &emoji : std::as_const(others))
        addEmoji(second, emoji, present);
    second->addStretch();
}

void ReactionPopup::addEmoji(QHBoxLayout *row, const QString &emoji, const QList<ReactionSummary> &present)
{
    const auto known = std::ranges::find(present, emoji, &ReactionSummary::emoji);
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(emoji);
    button->setCheckable(true);
    button->setChecked(known != present.cend() && known->mine);
    button->setFont(Theme::current().emojiFont(1.5));
    QString name = emojiName(emoji);
    if (known != present.cend())
        name += u": "_s + ReactionChips::whoText(*known);
    button->setAccessibleName(name);
    button->setToolTip(shownToolTip(name));
    connect(button, &QAbstractButton::clicked, this, [this, emoji] {
        Q_EMIT chosen(emoji);
        close();
    });
    addButton(row, button);
}

void ReactionPopup::addButton(QHBoxLayout *row, QAbstractButton *button)
{
    const int side = Theme::current().px(kButton);
    button->setFixedSize(side, side);
    button->setFocusPolicy(Qt::StrongFocus);
    button->installEventFilter(this);
    row->addWidget(button);
    m_buttons << button;
}

void ReactionPopup::openAt(const QRect &anchor)
{
    m_anchor = anchor;
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(anchor.center());
    const QRect seen = (screen ? screen : parentWidget()->screen())->availableGeometry();
    QRect place(QPoint(anchor.center().x() - width() / 2, anchor.top() - 6 - height()), size());
    if (place.top() < seen.top())
        place.moveTop(qMin(anchor.bottom() + 6, seen.bottom() - height()));
    place.moveLeft(qBound(seen.left(), place.left(), qMax(seen.left(), seen.right() + 1 - width())));
    setGeometry(place);
    show();
    m_buttons.first()->setFocus(Qt::PopupFocusReason);
}

void ReactionPopup::openPicker()
{
    auto *picker = new EmojiPicker(m_settings, parentWidget());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    // The popup goes, its listeners stay for what is chosen there.
    connect(picker, &EmojiPicker::chosen, this, &ReactionPopup::chosen);
    setAttribute(Qt::WA_DeleteOnClose, false);
    close();
    connect(picker, &QObject::destroyed, this, &QObject::deleteLater);
    picker->openAt(m_anchor);
}

void ReactionPopup::step(int by)
{
    const qsizetype at = m_buttons.indexOf(qobject_cast<QAbstractButton *>(focusWidget()));
    m_buttons[(at + by + m_buttons.size()) % m_buttons.size()]->setFocus(Qt::TabFocusReason);
}

bool ReactionPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Right:
        step(forward);
        return true;
    case Qt::Key_Left:
        step(-forward);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        static_cast<QAbstractButton *>(watched)->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void ReactionPopup::paintEvent(QPaintEvent *)
{
    const Palette &colors = Theme::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), colors.pane);
    painter.setPen(colors.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace tertulia
