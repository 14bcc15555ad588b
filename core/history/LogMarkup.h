// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// The words of HTML as messengers log it: tags taken away, line breaks kept, a link's address beside other
/// words. In linear time, whatever the text is.
[[nodiscard]] QString wordsOfMarkup(QStringView html);

} // namespace tertulia
