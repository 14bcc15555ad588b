// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;
class QObject;

namespace tertulia
{

/// Puts the program, and Qt's own dialogs and buttons, into the language of `locale` where there is a
/// translation. The translators belong to `owner`.
void installTranslations(const QLocale &locale, QObject *owner);

} // namespace tertulia
