// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Palette.h"

#include <algorithm>
#include <cmath>

namespace tertulia
{

namespace
{

double luminance(const QColor &color)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

constexpr QColor rgb(unsigned value)
{
    return QColor((value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}

} // namespace

Palette lightPalette()
{
    return {
        .pane = rgb(0xf5f2ee),
        .paper = rgb(0xfdfcfa),
        .field = rgb(0xffffff),
        .line = rgb(0xe4dfd8),
        .hover = rgb(0xebe6df),
        .selection = rgb(0xf0d9ca),
        .ink = rgb(0x211c17),
        .softInk = rgb(0x635b52),
        .accent = rgb(0xa9491f),
        .onAccent = rgb(0xffffff),
        .ownBubble = rgb(0xf7e4d8),
        .otherBubble = rgb(0xefece7),
        .available = rgb(0x2c8f55),
        .away = rgb(0xb07800),
        .dnd = rgb(0xc63a2d),
        .offline = rgb(0x857d72),
        .onPresence = rgb(0xffffff),
        .danger = rgb(0xb3301f),
        .success = rgb(0x24794a),
        .warning = rgb(0xfff4d6),
        .warningInk = rgb(0x6b4e00),
        .badge = rgb(0x736b61),
        .onBadge = rgb(0xffffff),
        .focus = rgb(0xa9491f),
        .accounts
        = {rgb(0xd51f21), rgb(0x92641e), rgb(0x237e1e), rgb(0x227978), rgb(0x286dc1), rgb(0xaa2bda)},
    };
}

Palette darkPalette()
{
    return {
        .pane = rgb(0x1f1b18),
        .paper = rgb(0x181512),
        .field = rgb(0x211d1a),
        .line = rgb(0x342e29),
        .hover = rgb(0x2a2521),
        .selection = rgb(0x44291b),
        .ink = rgb(0xece6de),
        .softInk = rgb(0xb3aaa0),
        .accent = rgb(0xe88f63),
        .onAccent = rgb(0x1a120d),
        .ownBubble = rgb(0x4b2c1d),
        .otherBubble = rgb(0x2b2622),
        .available = rgb(0x5cc088),
        .away = rgb(0xe3b341),
        .dnd = rgb(0xf0776b),
        .offline = rgb(0x9a9288),
        .onPresence = rgb(0x1a120d),
        .danger = rgb(0xff9a8e),
        .success = rgb(0x5cc088),
        .warning = rgb(0x3a2f12),
        .warningInk = rgb(0xf0d890),
        .badge = rgb(0xa49b90),
        .onBadge = rgb(0x1a120d),
        .focus = rgb(0xe88f63),
        .accounts
        = {rgb(0xf58586), rgb(0xda993f), rgb(0x44bd3e), rgb(0x44b6b6), rgb(0x7da6f2), rgb(0xcd8bf2)},
    };
}

Palette highContrastPalette(bool dark)
{
    if (dark)
        return {
            .pane = rgb(0x000000),
            .paper = rgb(0x000000),
            .field = rgb(0x000000),
            .line = rgb(0xffffff),
            .hover = rgb(0x2a2a2a),
            .selection = rgb(0x003a78),
            .ink = rgb(0xffffff),
            .softInk = rgb(0xf0f0f0),
            .accent = rgb(0xffd84a),
            .onAccent = rgb(0x000000),
            .ownBubble = rgb(0x002f5c),
            .otherBubble = rgb(0x1c1c1c),
            .available = rgb(0x4be38a),
            .away = rgb(0xffd84a),
            .dnd = rgb(0xff8a80),
            .offline = rgb(0xd0d0d0),
            .onPresence = rgb(0x000000),
            .danger = rgb(0xff9a90),
            .success = rgb(0x4be38a),
            .warning = rgb(0x3d3300),
            .warningInk = rgb(0xffffff),
            .badge = rgb(0xd0d0d0),
            .onBadge = rgb(0x000000),
            .focus = rgb(0xffd84a),
            .accounts
            = {rgb(0xfaadad), rgb(0xfab355), rgb(0x44dd3c), rgb(0x42d4d4), rgb(0xa8c1f9), rgb(0xddb0f9)},
        };
    return {
        .pane = rgb(0xffffff),
        .paper = rgb(0xffffff),
        .field = rgb(0xffffff),
        .line = rgb(0x000000),
        .hover = rgb(0xe6e6e6),
        .selection = rgb(0xcfe3ff),
        .ink = rgb(0x000000),
        .softInk = rgb(0x202020),
        .accent = rgb(0x00339a),
        .onAccent = rgb(0xffffff),
        .ownBubble = rgb(0xdcebff),
        .otherBubble = rgb(0xf2f2f2),
        .available = rgb(0x006b2d),
        .away = rgb(0x7a5200),
        .dnd = rgb(0xa80000),
        .offline = rgb(0x404040),
        .onPresence = rgb(0xffffff),
        .danger = rgb(0xa00000),
        .success = rgb(0x006b2d),
        .warning = rgb(0xfff0b3),
        .warningInk = rgb(0x000000),
        .badge = rgb(0x404040),
        .onBadge = rgb(0xffffff),
        .focus = rgb(0x00339a),
        .accounts
        = {rgb(0xb70004), rgb(0x7b5100), rgb(0x096900), rgb(0x006464), rgb(0x005aa9), rgb(0x9400c0)},
    };
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace tertulia
