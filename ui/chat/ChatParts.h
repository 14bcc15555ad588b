// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSplitter;
class QWidget;

namespace tertulia
{

class ChatHeader;
class Composer;
class DetailsPane;
class EncryptionLine;
class FindBar;
class OfflineNote;
class SelectionStrip;
class StrangerBar;
class TimelineView;

/// What a chat consists of, from top to bottom, and the details beside it. Children of the widget they are
/// laid out in.
struct ChatParts {
    explicit ChatParts(QWidget &chat);

    QSplitter *splitter;
    QWidget *column;
    ChatHeader *header;
    StrangerBar *stranger;
    FindBar *findBar;
    TimelineView *timeline;
    OfflineNote *offline;
    Composer *composer;
    SelectionStrip *selection;
    EncryptionLine *encryption;
    DetailsPane *details;
};

} // namespace tertulia
