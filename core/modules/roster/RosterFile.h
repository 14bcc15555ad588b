// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/roster/RosterItem.h"

#include <QByteArray>

#include <expected>

namespace tertulia
{

/// What a file of contacts holds.
struct RosterFile {
    QList<RosterItem> items = {}; ///< address, name and groups; one for each address
    int passedOver = 0; ///< entries that made no sense

    /// The most that is read; what is longer is no list of people.
    static constexpr qsizetype kMostBytes = 16 * 1024 * 1024;
    static constexpr int kMostItems = 20'000;

    enum class Problem {
        TooLarge, ///< more bytes or contacts than that
        NotXml, ///< broken, too deep, or with a document type, which may name other files
        NoContacts, ///< XML without a contact list
    };

    /// Reads the roster items (`jabber:iq:roster`) of XML, wherever they stand in it: a mere query, or a
    /// whole account's data (XEP-0227). Nothing outside of the bytes is looked at.
    static std::expected<RosterFile, Problem> read(const QByteArray &xml);
    /// As XEP-0227 4.1 has it; `owner` is the account's bare address.
    static QByteArray write(const Jid &owner, const QList<RosterItem> &items);
};

} // namespace tertulia
