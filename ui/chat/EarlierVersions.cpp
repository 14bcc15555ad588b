// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/EarlierVersions.h"

#include "core/models/Roles.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QModelIndex>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

struct EarlierVersionsText {
    Q_DECLARE_TR_FUNCTIONS(tertulia::EarlierVersions)
};

void addVersion(QVBoxLayout *all, const QString &when, const QString &body)
{
    const Theme &theme = Theme::current();
    auto *time = new QLabel(when);
    time->setTextFormat(Qt::PlainText);
    time->setFont(theme.font(0.86));
    QPalette soft = time->palette();
    soft.setColor(QPalette::WindowText, theme.palette().softInk);
    time->setPalette(soft);
    auto *text = new QLabel(shownText(body));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(when);
    if (!all->isEmpty())
        all->addSpacing(10);
    all->addWidget(time);
    all->addWidget(text);
}

} // namespace

void showEarlierVersions(const QModelIndex &message, const QList<MessageVersion> &versions, QWidget *parent)
{
    if (!message.isValid())
        return;
    const Theme &theme = Theme::current();
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(EarlierVersionsText::tr("Earlier versions"));
    auto *page = new QWidget;
    auto *list = new QVBoxLayout(page);
    const bool mirrored = dialog->layoutDirection() == Qt::RightToLeft;
    list->setContentsMargins(mirrored ? 12 : 0, 0, mirrored ? 0 : 12, 0); // where the scroll bar is
    list->setSpacing(2);
    for (const MessageVersion &version : versions)
        addVersion(list, fullTime(version.time.toLocalTime()), version.body);
    addVersion(list,
               EarlierVersionsText::tr("Now, since %1")
                   .arg(fullTime(message.data(roles::Edited).toDateTime().toLocalTime())),
               message.data(roles::Body).toString());
    list->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *all = new QVBoxLayout(dialog);
    all->setContentsMargins(20, 18, 20, 16);
    all->setSpacing(16);
    all->addWidget(scroll, 1);
    all->addWidget(buttons);
    dialog->resize(theme.px(420), theme.px(300));
    dialog->show();
}

} // namespace tertulia
