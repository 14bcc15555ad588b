// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QStringList>

class QRandomGenerator;

namespace tertulia::test
{

/// A store of a million messages in 500 chats of the account of OfflineProfile, over six years, in words of
/// which a few are everywhere and most are rare, as in a language. Made once and kept beside the program.
class GreatStore
{
public:
    static constexpr int kMessages = 1'000'000;
    static constexpr int kChats = 500;

    /// Where it is; made now if it is not there yet, which takes minutes.
    [[nodiscard]] static QString path();
    /// The chats from the largest, of some 150,000 messages, to the smallest.
    [[nodiscard]] static Jid peer(int chat);
    /// How many messages a chat has.
    [[nodiscard]] static int size(int chat);
    /// A word by how common it is, 0 the most common.
    [[nodiscard]] static QString word(int rank);
    /// What somebody says, in 3 to 18 of these words.
    [[nodiscard]] static QString text(QRandomGenerator &random);
    static constexpr int kWords = 30'000;
};

} // namespace tertulia::test
