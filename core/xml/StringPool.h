// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstring>

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
        if (slot.size() != text.size()
            || std::memcmp(slot.constData(), text.data(), size_t(text.size()) * 2) != 0)
            slot = text.toString();
        return slot;
    }

private:
    static constexpr qsizetype kLongest = 64;
    static constexpr size_t kSlots = 512;

    static size_t slotOf(QStringView text)
    {
        // Cheap on purpose: five characters and the length tell nearly all names and namespaces apart.
        const qsizetype last = text.size() - 1;
        const auto at = [text](qsizetype i) { return size_t(text[i].unicode()); };
        const size_t hash = size_t(last) * 0x9E37 + at(0) * 0x1F35 + at(last) * 0x3B + at(last / 2) * 0x2C1B
            + at(last - last / 4) * 0x5D3 + at(last / 4) * 0x7F;
        return (hash ^ (hash >> 9)) % kSlots;
    }

    std::array<QString, kSlots> m_slots;
};

} // namespace tertulia
