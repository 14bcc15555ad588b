// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tertulia
{

/// Makes a plain container of widgets a list for screen readers, and its child `item` widgets the items:
/// for short lists whose rows hold real buttons.
void announceAsList(QWidget *container);
void announceAsListItem(QWidget *item);
/// A plain widget that shows a picture.
void announceAsPicture(QWidget *picture);
/// A plain widget that is a window; Qt tells of a filler.
void announceAsWindow(QWidget *window);

} // namespace tertulia
