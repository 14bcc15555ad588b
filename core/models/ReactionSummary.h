// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace tertulia
{

/// One emoji below a message, and who put it there.
struct ReactionSummary {
    QString emoji; ///< isEmoji()
    int count = 0; ///< people, ourselves included
    bool mine = false; ///< we are among them
    QStringList who; ///< the others' names, untrusted, in the order in which they reacted

    bool operator==(const ReactionSummary &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ReactionSummary)
Q_DECLARE_METATYPE(QList<tertulia::ReactionSummary>)
