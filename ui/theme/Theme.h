// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountColor.h"
#include "ui/theme/ColorSchemeSource.h"
#include "ui/theme/Palette.h"

#include <QFont>
#include <QObject>
#include <QPointer>

class QApplication;

namespace tertulia
{

/// The look in force: colours, text size, motion. Widgets read it while painting and repaint on changed();
/// the style and QApplication's palette and font follow by themselves.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { FollowSystem, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    static constexpr int kLeastTextSize = 80; ///< percent
    static constexpr int kGreatestTextSize = 200;

    /// The one theme of the program.
    [[nodiscard]] static Theme &current();

    [[nodiscard]] const Palette &palette() const { return m_palette; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }
    /// Motion takes this long, in ms; 0 when the person wants none.
    [[nodiscard]] int motionMs() const;

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// Percent of the desktop's text size, kLeastTextSize to kGreatestTextSize.
    [[nodiscard]] int textSize() const { return m_textSize; }
    void setTextSize(int percent);
    /// One step larger (+1), smaller (-1) or back to 100 (0), along 80, 90, 100, 110, 125, 150, 175, 200.
    void stepTextSize(int direction);
    /// No motion, whatever the desktop wishes.
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool reducesMotion() const { return m_reducedMotion; }
    /// The fonts for emoji that are installed.
    [[nodiscard]] static QStringList emojiFamilies();
    /// One of them before all others; empty, or one that is not installed: those the system has in colour.
    void setEmojiFamily(const QString &family);
    [[nodiscard]] const QString &emojiFamily() const { return m_emojiFamily; }
    /// Where FollowSystem looks; null: the palette that the platform gave.
    void follow(ColorSchemeSource *source);

    /// A length drawn for 14 px text, at the text size in force.
    [[nodiscard]] int px(qreal designPixels) const;
    /// The application font at `ratio` of its size.
    [[nodiscard]] QFont font(qreal ratio = 1.0, QFont::Weight weight = QFont::Normal) const;

    /// For a text of emoji alone, at `ratio` of the application font's size: in colour also where another
    /// font has outlines for them.
    [[nodiscard]] QFont emojiFont(qreal ratio = 1.0) const;
    /// For code, emoji in colour last.
    [[nodiscard]] const QStringList &monoFamilies() const { return m_monoFamilies; }

    /// Colour of a name as text on panes, paper and bubbles.
    [[nodiscard]] QColor nameColor(const QString &bareAddress) const;
    /// Background of initials; white is legible on it.
    [[nodiscard]] QColor avatarColor(const QString &bareAddress) const;
    /// Of shapes; invalid for None.
    [[nodiscard]] QColor accountColor(AccountColor color) const;

Q_SIGNALS:
    void changed();

private:
    friend void applyTheme(QApplication &application);
    Theme() = default;
    void update();
    void chooseFonts();
    /// Chooses between dark and light; whether that is another choice than before.
    bool resolve();
    void apply();

    Palette m_palette = lightPalette();
    Choice m_choice = Choice::FollowSystem;
    QPointer<ColorSchemeSource> m_source;
    QFont m_systemFont;
    QFont m_baseFont;
    QStringList m_monoFamilies{QStringLiteral("monospace")};
    QStringList m_emojiFamilies;
    QString m_emojiFamily;
    qreal m_basePixels = 14;
    int m_textSize = 100;
    bool m_applied = false;
    bool m_platformDark = false;
    bool m_platformHighContrast = false;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
};

/// Puts style, palette and font on the application. Call once, before the first window.
void applyTheme(QApplication &application);

} // namespace tertulia
