// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// A full-text query that searches for the words of `text` literally, the last one as a beginning: every word
/// is quoted, so that no operator of the query language gets through (SECURITY A114). Empty without a word.
QString searchTerms(const QString &text);

} // namespace tertulia
