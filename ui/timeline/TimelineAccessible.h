// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

class TimelineView;

/// Makes TimelineView speak to assistive technology: a list "Conversation with NAME" whose items read
/// "NAME, TIME, TEXT, STATE" and offer their actions (UI e.14). Cheap to call again.
void installTimelineAccessibility();

// What the view tells of itself. Nothing happens while no assistive technology listens.
void timelineFocused(TimelineView *view, int row);
/// Chosen while the keyboard is elsewhere.
void timelineChosen(TimelineView *view, int row);
void timelineNamesChanged(TimelineView *view, int first, int last);
/// Rows were selected, or are not any more.
void timelinePicked(TimelineView *view, int first, int last);
void timelineReset(TimelineView *view);
/// A message arrived in the chat that the person is in.
void timelineAnnounce(TimelineView *view, int row);

} // namespace tertulia
