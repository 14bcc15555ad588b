// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/NameColor.h"
#include "ui/theme/Resources.h"
#include "ui/theme/TertuliaStyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QStyleHints>

#include <algorithm>
#include <array>

namespace tertulia
{

namespace
{

constexpr std::array kTextSizes{80, 90, 100, 110, 125, 150, 175, 200};

QPalette widgetPalette(const Palette &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color, const QColor &disabled) {
        palette.setColor(QPalette::Active, role, color);
        palette.setColor(QPalette::Inactive, role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    QColor faded = tokens.softInk;
    faded.setAlphaF(0.6F);
    set(QPalette::Window, tokens.pane, tokens.pane);
    set(QPalette::WindowText, tokens.ink, faded);
    set(QPalette::Base, tokens.field, tokens.pane);
    set(QPalette::AlternateBase, tokens.hover, tokens.hover);
    set(QPalette::Text, tokens.ink, faded);
    set(QPalette::PlaceholderText, tokens.softInk, faded);
    set(QPalette::Button, tokens.field, tokens.pane);
    set(QPalette::ButtonText, tokens.ink, faded);
    set(QPalette::BrightText, tokens.danger, faded);
    set(QPalette::ToolTipBase, tokens.field, tokens.field);
    set(QPalette::ToolTipText, tokens.ink, tokens.ink);
    set(QPalette::Highlight, tokens.accent, tokens.line);
    set(QPalette::HighlightedText, tokens.onAccent, faded);
    set(QPalette::Link, tokens.accent, faded);
    set(QPalette::LinkVisited, tokens.accent, faded);
    set(QPalette::Light, tokens.field, tokens.field);
    set(QPalette::Midlight, tokens.hover, tokens.hover);
    set(QPalette::Mid, tokens.line, tokens.line);
    set(QPalette::Dark, tokens.softInk, tokens.softInk);
    set(QPalette::Shadow, tokens.line, tokens.line);
    return palette;
}

} // namespace

Theme &Theme::current()
{
    static Theme theme;
    return theme;
}

int Theme::motionMs() const
{
    return m_reducedMotion || (m_source && m_source->reducedMotion()) ? 0 : 120;
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    update();
}

void Theme::setTextSize(int percent)
{
    percent = std::clamp(percent, kLeastTextSize, kGreatestTextSize);
    if (percent == m_textSize)
        return;
    m_textSize = percent;
    update();
}

void Theme::stepTextSize(int direction)
{
    if (direction == 0)
        setTextSize(100);
    else if (direction > 0) {
        const auto *next = std::ranges::upper_bound(kTextSizes, m_textSize);
        setTextSize(next == kTextSizes.end() ? kGreatestTextSize : *next);
    } else {
        const auto *next = std::ranges::lower_bound(kTextSizes, m_textSize);
        setTextSize(next == kTextSizes.begin() ? kLeastTextSize : *(next - 1));
    }
}

void Theme::setReducedMotion(bool reduced)
{
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    update();
}

void Theme::follow(ColorSchemeSource *source)
{
    const int motion = motionMs();
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (source)
        connect(source, &ColorSchemeSource::changed, this, &Theme::update);
    // A desktop that wishes what is shown already need not have every widget dressed anew.
    if (resolve() || motionMs() != motion)
        apply();
}

int Theme::px(qreal designPixels) const
{
    return qRound(designPixels * m_basePixels / 14.0 * m_textSize / 100.0);
}

QFont Theme::font(qreal ratio, QFont::Weight weight) const
{
    QFont font = m_baseFont;
    font.setPixelSize(std::max(6, qRound(m_basePixels * ratio * m_textSize / 100.0)));
    font.setWeight(weight);
    return font;
}

QStringList Theme::emojiFamilies()
{
    QStringList families = QFontDatabase::families();
    families.removeIf([](const QString &family) {
        return !family.contains(u"moji", Qt::CaseInsensitive) && family != u"JoyPixels"
            && family != u"Symbola";
    });
    return families;
}

void Theme::setEmojiFamily(const QString &family)
{
    if (family == m_emojiFamily)
        return;
    m_emojiFamily = family;
    if (!m_applied)
        return;
    chooseFonts();
    update();
}

QFont Theme::emojiFont(qreal ratio) const
{
    QFont emoji = font(ratio);
    emoji.setFamilies(m_emojiFamilies + emoji.families());
    return emoji;
}

QColor Theme::nameColor(const QString &bareAddress) const
{
    if (m_highContrast)
        return m_palette.ink;
    return m_dark ? hsluv(nameHue(bareAddress), 65, 72) : hsluv(nameHue(bareAddress), 75, 39);
}

QColor Theme::avatarColor(const QString &bareAddress) const
{
    return hsluv(nameHue(bareAddress), 58, m_highContrast ? 35 : 45);
}

QColor Theme::accountColor(AccountColor color) const
{
    return color == AccountColor::None ? QColor() : m_palette.accounts.at(size_t(color) - 1);
}

/// Emoji in colour: left to itself Qt may find their outlines in a symbol font first.
void Theme::chooseFonts()
{
    using namespace Qt::StringLiterals;
    m_emojiFamilies.clear();
    for (const QString &emoji :
         {m_emojiFamily, u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s}) {
        if (!emoji.isEmpty() && !m_emojiFamilies.contains(emoji) && QFontDatabase::hasFamily(emoji))
            m_emojiFamilies << emoji;
    }
    // The font that is really used must be named before them ("Sans" is none), or digits would come from
    // there too.
    QStringList families = m_systemFont.families();
    const QString own = QFontInfo(m_systemFont).family();
    if (families.value(0) != own)
        families.prepend(own);
    for (const QString &emoji : std::as_const(m_emojiFamilies)) {
        if (!families.contains(emoji))
            families << emoji;
    }
    m_baseFont = m_systemFont;
    m_baseFont.setFamilies(families);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!QFontInfo(fixed).fixedPitch())
        fixed = QFont(u"monospace"_s);
    m_monoFamilies = QStringList{QFontInfo(fixed).family()} + m_emojiFamilies;
}

void Theme::update()
{
    resolve();
    apply();
}

bool Theme::resolve()
{
    using Scheme = ColorSchemeSource::Scheme;
    bool dark = m_platformDark;
    bool contrast = m_platformHighContrast;
    if (m_source) {
        if (m_source->scheme() != Scheme::NoPreference)
            dark = m_source->scheme() == Scheme::Dark;
        contrast = contrast || m_source->highContrast();
    }
    switch (m_choice) {
    case Choice::FollowSystem:
        break;
    case Choice::Light:
        dark = false;
        break;
    case Choice::Dark:
        dark = true;
        break;
    case Choice::HighContrast:
        contrast = true;
        break;
    }
    const bool changed = dark != m_dark || contrast != m_highContrast;
    m_dark = dark;
    m_highContrast = contrast;
    return changed;
}

void Theme::apply()
{
    const bool dark = m_dark;
    m_palette = m_highContrast ? highContrastPalette(dark) : dark ? darkPalette() : lightPalette();
    if (m_applied) {
        QApplication::setPalette(widgetPalette(m_palette));
        QApplication::setFont(font());
    }
    Q_EMIT changed();
}

void applyTheme(QApplication &application)
{
    initResources();
    Theme &theme = Theme::current();
    const QPalette platform = QApplication::palette();
    const QColor ground = platform.color(QPalette::Window);
    const QColor text = platform.color(QPalette::WindowText);
    theme.m_platformDark = ground.lightnessF() < text.lightnessF();
    // A palette of pure black and white is what desktops give when somebody asked for high contrast.
    theme.m_platformHighContrast = contrastRatio(ground, text) > 20.5;
    theme.m_systemFont = QApplication::font();
    theme.chooseFonts();
    // Without a desktop's own choice Qt takes 9 pt, too small for a program made of text.
    const int pixels = QFontInfo(theme.m_baseFont).pixelSize();
    theme.m_basePixels = pixels < 13 ? 14 : pixels;
    theme.m_applied = true;
    QApplication::setStyle(new TertuliaStyle);
    application.setAttribute(Qt::AA_DontShowIconsInMenus, false);
    theme.update();
}

} // namespace tertulia
