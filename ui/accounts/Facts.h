// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSslCertificate;

namespace tertulia
{

/// Something a person can check, ready to be shown: plain text, cleaned.
struct Fact {
    QString name; ///< empty: `value` stands alone, as a note
    QString value; ///< empty: `name` is the heading of what follows
    bool code = false; ///< digits to compare, in lines of their own

    bool operator==(const Fact &) const = default;
};

/// "ab12 cd34 ...": hex digits in groups of four, 32 to a line.
[[nodiscard]] QString groupedFingerprint(const QString &hexDigits);

/// To whom, by whom and for how long it was issued, and its SHA-256. What is not in it is left out.
[[nodiscard]] QList<Fact> certificateFacts(const QSslCertificate &certificate);

/// One fact a line, for the clipboard.
[[nodiscard]] QString factsAsText(const QList<Fact> &facts);

} // namespace tertulia
