// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QTextCursor;

namespace tertulia
{

/// The styling of a message that a key puts around words (XEP-0393 5.2, 6.2).
enum class StyleMark { Strong, Emphasis, Strike, Code };

/// Puts the mark around the selection, or the word that the cursor is in, so that it is read as styling: from
/// after white space, and nothing of white space at its edges. Takes it away where it stands already. Each
/// line of several is marked by itself; code of several lines becomes a block. One step for undo.
void toggleMark(QTextCursor &cursor, StyleMark mark);

} // namespace tertulia
