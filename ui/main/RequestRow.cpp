// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/RequestRow.h"

#include "core/models/Roles.h"
#include "ui/accessibility/AccessibleRole.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QModelIndex>
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
    const QString sentence = tr("%1 asks to add you").arg(who);

    announceAsListItem(this);
    setAccessibleName(said.isEmpty() ? sentence : sentence + u": "_s + said);
    setToolTip(shownToolTip(said.isEmpty() ? address : address + u'\n' + said));

    auto *avatar = new Avatar(40, this);
    avatar->setLook({address, who, request.data(roles::AvatarFile).toString(), PresenceShape::Unknown});
    auto *title = new ElidedLabel(this);
    title->setText(sentence);
    title->setFont(theme.font(1.0, QFont::DemiBold));

    auto *answers = new QHBoxLayout;
    answers->setSpacing(4);
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
    answer(tr("Accept"), tr("Let %1 see your status, and ask to see theirs"), &RequestRow::accepted, true);
    answer(tr("Decline"), tr("Do not let %1 see your status"), &RequestRow::declined, false);
    answer(tr("Block"), tr("Never hear of %1 again"), &RequestRow::blocked, false);
    answers->addStretch();

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addLayout(answers);
    auto *layout = new QHBoxLayout(this);
    // Where the rows of the list below have theirs; an avatar keeps 2 px around it.
    layout->setContentsMargins(theme.px(14) - 2, 5, theme.px(14) - 2, 4);
    layout->setSpacing(theme.px(9));
    layout->addWidget(avatar);
    layout->addLayout(words, 1);
}

void RequestRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().palette().hover);
}

} // namespace tertulia
