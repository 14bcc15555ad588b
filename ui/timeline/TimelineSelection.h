// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QString>

#include <functional>
#include <optional>

namespace tertulia
{

/// A place in the text of a message.
struct TextSpot {
    QPersistentModelIndex index;
    int position = 0;

    [[nodiscard]] bool isValid() const { return index.isValid(); }
};

/// Selected text, from the place where the person began to where they are, across messages. Survives
/// insertions; a removed end clears it.
class TimelineSelection
{
public:
    void begin(const TextSpot &spot);
    void extendTo(const TextSpot &spot);
    void select(const TextSpot &from, const TextSpot &to);
    void clear();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool hasBegun() const { return m_from.isValid(); }
    /// Rows it touches; both -1 if empty.
    [[nodiscard]] int firstRow() const;
    [[nodiscard]] int lastRow() const;
    /// The selected part [first, second) of a row's text of `length` characters.
    [[nodiscard]] std::pair<int, int> rangeIn(int row, int length) const;

private:
    [[nodiscard]] std::pair<TextSpot, TextSpot> ordered() const;

    TextSpot m_from;
    TextSpot m_to;
};

} // namespace tertulia
