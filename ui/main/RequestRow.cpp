// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RequestRow.h"

#include "core/models/ContactRoles.h"
#include "core/models/RequestKind.h"
#include "ui/accessibility/AccessibleRole.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FlowLayout.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QModelIndex>
#include <QMouseEvent>
#include <QPainter>

namespace tertulia
{

using namespace Qt::StringLiterals;

RequestRow::RequestRow(const QModelIndex &request, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = Theme::current();
    const QString address = request.data(roles::Address).toString();
    const QString name = shownName(request.data(roles::Name).toString());
    const QString who = name.isEmpty() ? shownAddress(address) : name;
    const QString said = shownLine(request.data(roles::RequestText).toString());
    m_opens = request.data(roles::RequestKind).toInt() == int(RequestKind::Message);
    const QString sentence = m_opens ? tr("%1 wrote to you").arg(who) : tr("%1 asks to add you").arg(who);

    announceAsListItem(this);
    setAccessibleName(said.isEmpty() ? sentence : sentence + u": "_s + said);
    setToolTip(shownToolTip(said.isEmpty() ? address : address + u'\n' + said));

    auto *avatar = new Avatar(40, this);
    avatar->setLook({address, who, request.data(roles::AvatarFile).toString(), PresenceShape::Unknown});
    auto *title = new ElidedLabel(this);
    // The list is called Requests; of somebody who wrote there is room for who, and what.
    title->setText(m_opens ? who : sentence);
    title->setFont(theme.font(1.0, QFont::DemiBold));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    if (m_opens) {
        auto *text = new ElidedLabel(this);
        text->setText(said);
        text->setFont(theme.font(12.5 / 14.0));
        text->setForegroundRole(QPalette::PlaceholderText);
        words->addWidget(text);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleDescription(tr("Enter opens what they wrote; they are not told"));
    }

    // What does not fit beside the others stands below them.
    auto *buttons = new QWidget(this);
    auto *answers = new FlowLayout(buttons);
    answers->setContentsMargins(0, 0, 0, 0);
    answers->setSpacing(theme.px(2));
    const auto answer
        = [&](const QString &text, const QString &what, void (RequestRow::*signal)(), bool main) {
              auto *button = new FlatButton(text, this);
              button->setProperty("answer", true);
              button->setProperty("link", main);
              button->setFont(theme.font(13 / 14.0, main ? QFont::DemiBold : QFont::Normal));
              button->setAccessibleName(text);
              button->setAccessibleDescription(what.arg(who));
              button->setAutoDefault(false);
              connect(button, &QPushButton::clicked, this, signal);
              answers->addWidget(button);
          };
    if (m_opens) {
        answer(tr("Accept"), tr("Take %1 among your chats"), &RequestRow::accepted, true);
        answer(tr("Ignore"), tr("Put away what %1 wrote; they are not told"), &RequestRow::declined, false);
    } else {
        answer(tr("Accept"), tr("Let %1 see your status, and ask to see theirs"), &RequestRow::accepted,
               true);
        answer(tr("Decline"), tr("Do not let %1 see your status"), &RequestRow::declined, false);
    }
    answer(tr("Block"), tr("Never hear of %1 again"), &RequestRow::blocked, false);
    words->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    // Where the rows of the list below have theirs; an avatar keeps 2 px around it.
    layout->setContentsMargins(theme.px(14) - 2, 7, theme.px(14) - 2, 6);
    layout->setSpacing(theme.px(9));
    layout->addWidget(avatar);
    layout->addLayout(words, 1);
}

void RequestRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &colors = Theme::current().palette();
    painter.fillRect(rect(), colors.hover);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.focus, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
}

void RequestRow::keyPressEvent(QKeyEvent *event)
{
    const bool opens
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_opens && opens)
        Q_EMIT opened();
    else
        QWidget::keyPressEvent(event);
}

void RequestRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RequestRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void RequestRow::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    if (m_opens && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT opened();
}

} // namespace tertulia
