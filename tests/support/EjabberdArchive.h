// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace tertulia::test
{

/// ejabberd's own tables in a new file of SQLite, with what is in the archives already: its usual tables take
/// a time that grows with the square of the messages. As mod_test_archive fills those of Prosody.
[[nodiscard]] bool fillEjabberdArchive(const QString &file, const QString &domain,
                                       const QMap<QString, int> &archived);

} // namespace tertulia::test
