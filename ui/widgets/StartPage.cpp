// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StartPage.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

StartPage::StartPage(const QString &title, const QString &subtitle, QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QVBoxLayout)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto *page = new QWidget;
    auto *column = new QWidget(page);
    auto *picture = new QLabel(column);
    auto *heading = new QLabel(title, column);
    auto *line = new QLabel(subtitle, column);
    for (QLabel *label : {heading, line}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        // No taller than its lines, also where the page is narrow.
        QSizePolicy policy = label->sizePolicy();
        policy.setVerticalPolicy(QSizePolicy::Fixed);
        label->setSizePolicy(policy);
    }
    line->setForegroundRole(QPalette::PlaceholderText);
    picture->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(24, 28, 24, 24);
    layout->setSpacing(4);
    layout->addWidget(picture);
    layout->addSpacing(6);
    layout->addWidget(heading);
    layout->addWidget(line);
    layout->addSpacing(16);
    m_body->setSpacing(10);
    layout->addLayout(m_body);
    auto *across = new QHBoxLayout;
    across->setContentsMargins(0, 0, 0, 0);
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(2);
    outer->addLayout(across);
    outer->addStretch(3);
    setWidget(page);
    const auto look = [this, page, column, picture, heading] {
        const Theme &theme = Theme::current();
        const int side = theme.px(84);
        picture->setPixmap(applicationIcon().pixmap(QSize(side, side), devicePixelRatioF()));
        heading->setFont(theme.font(1.5, QFont::Bold));
        column->setMaximumWidth(theme.px(500));
        QPalette palette = page->palette();
        palette.setColor(QPalette::Window, theme.palette().paper);
        page->setPalette(palette);
        page->setAutoFillBackground(true);
    };
    connect(&Theme::current(), &Theme::changed, this, look);
    look();
}

} // namespace tertulia
