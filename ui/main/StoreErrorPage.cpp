// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/StoreErrorPage.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

StoreErrorPage::StoreErrorPage(const Error &error, const QString &path, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = Theme::current();
    setWindowTitle(tr("Tertulia"));

    auto *sign = new QLabel;
    sign->setPixmap(icon(Icons::Warning, Tint::Warning).pixmap(theme.px(40), theme.px(40)));
    auto *title = plainLabel(tr("Your messages cannot be opened"));
    title->setFont(theme.font(1.5, QFont::DemiBold));
    const ErrorText text = errorText(error);
    auto *cause = plainLabel(text.sentence);
    auto *remedy = plainLabel(text.remedy);
    if (text.remedy.isEmpty())
        remedy->hide();
    auto *file = plainLabel(shownAddress(path));
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    file->setAccessibleName(tr("File"));
    auto *promise = plainLabel(tr("Nothing was changed or replaced."));

    auto *folder = new QPushButton(tr("&Open folder"));
    auto *retry = new QPushButton(tr("&Try again"));
    auto *quit = new QPushButton(tr("&Quit"));
    retry->setProperty("primary", true);
    retry->setDefault(true);
    connect(folder, &QPushButton::clicked, this, &StoreErrorPage::openFolderRequested);
    connect(retry, &QPushButton::clicked, this, &StoreErrorPage::retryRequested);
    connect(quit, &QPushButton::clicked, this, &StoreErrorPage::quitRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addWidget(folder);
    buttons->addStretch();
    buttons->addWidget(quit);
    buttons->addWidget(retry);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(24));
    layout->setSpacing(theme.px(12));
    layout->addWidget(sign);
    layout->addWidget(title);
    layout->addWidget(cause);
    layout->addWidget(remedy);
    layout->addWidget(file);
    layout->addWidget(promise);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(theme.px(460));
    resize(theme.px(560), theme.px(340));
}

void StoreErrorPage::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT quitRequested();
}

} // namespace tertulia
