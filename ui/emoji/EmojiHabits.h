// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/emoji/EmojiTable.h"

#include <QStringList>

namespace tertulia
{

class UiSettings;

/// Which emoji a person used last, and in which skin tone they want them. Kept in the settings; without
/// settings there are none.
class EmojiHabits
{
public:
    static constexpr int kMostRecent = 40;

    /// `settings` may be null, and outlives it.
    explicit EmojiHabits(UiSettings *settings)
        : m_settings(settings)
    {
    }

    /// Newest first, each once. What the settings hold besides emoji is left out.
    [[nodiscard]] QStringList recent() const;
    void use(const QString &emoji);
    [[nodiscard]] SkinTone tone() const;
    void setTone(SkinTone tone);

private:
    UiSettings *m_settings;
};

} // namespace tertulia
