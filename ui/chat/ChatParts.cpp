// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatParts.h"

#include "ui/chat/ChatHeader.h"
#include "ui/chat/Composer.h"
#include "ui/chat/DetailsPane.h"
#include "ui/chat/EncryptionLine.h"
#include "ui/chat/FindBar.h"
#include "ui/chat/OfflineNote.h"
#include "ui/chat/SelectionStrip.h"
#include "ui/chat/StrangerBar.h"
#include "ui/timeline/TimelineView.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace tertulia
{

ChatParts::ChatParts(QWidget &chat)
    : splitter(new QSplitter(Qt::Horizontal, &chat))
    , column(new QWidget(splitter))
    , header(new ChatHeader(column))
    , stranger(new StrangerBar(column))
    , findBar(new FindBar(column))
    , timeline(new TimelineView(column))
    , offline(new OfflineNote(column))
    , composer(new Composer(column))
    , selection(new SelectionStrip(column))
    , encryption(new EncryptionLine(column))
    , details(new DetailsPane(splitter))
{
    stranger->hide();
    findBar->hide();
    selection->hide();
    details->hide();

    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(header);
    rows->addWidget(stranger);
    rows->addWidget(findBar);
    rows->addWidget(timeline, 1);
    rows->addWidget(offline);
    rows->addWidget(composer);
    rows->addWidget(selection);
    rows->addWidget(encryption);
    column->setMinimumWidth(300);

    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(column);
    splitter->addWidget(details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    auto *all = new QVBoxLayout(&chat);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);
}

} // namespace tertulia
