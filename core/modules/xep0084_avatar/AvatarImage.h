// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tertulia
{

/// The most an avatar may weigh (SECURITY section f).
inline constexpr qsizetype kMaxAvatarBytes = 512 * 1024;

/// SHA-1 of the bytes, 40 lower-case hex digits, as avatars are called by XEP-0084 and XEP-0153.
QString avatarHash(const QByteArray &bytes);
/// True for 40 lower-case hex digits: only such a hash may become a file name.
bool isAvatarHash(const QString &hash);
/// Whether bytes that claim this hash may be kept: right hash, small enough, and PNG, JPEG, WebP or GIF by
/// their first bytes (SECURITY A75, A108). Says nothing of whether they decode.
bool isAcceptableAvatar(const QByteArray &bytes, const QString &hash);

} // namespace tertulia
