// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringView>

#include <array>

namespace tertulia
{

/// Gives equal short strings the same memory: a stream says the same few names, namespaces and addresses all
/// day. Of fixed size, so that a peer can neither fill nor slow it: a newer string takes an older one's
/// place.
class StringPool
{
public:
    QString shared(QStringView text)
    {
        if (text.isEmpty())
            return text.isNull() ? QString() : QStringLiteral("");
        if (text.size() > kLongest)
            return text.toString();
        QString &slot = m_slots[slotOf(text)];
        if (slot != text)
            slot = text.toString();
        return slot;
    }

private:
    static constexpr qsizetype kLongest = 64;
    static constexpr size_t kSlots = 512;

    static size_t slotOf(QStringView text)
    {
        // Cheap on purpose: both ends and the length tell nearly all names apart.
        size_t hash = size_t(text.size());
        const qsizetype step = text.size() > 16 ? text.size() / 8 : 1;
        for (qsizetype i = text.size() - 1; i >= 0; i -= step)
            hash = hash * 31 + text[i].unicode();
        return (hash ^ (hash >> 9)) % kSlots;
    }

    std::array<QString, kSlots> m_slots;
};

} // namespace tertulia
