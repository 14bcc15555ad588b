// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <unistd.h>

namespace tertulia
{

#ifdef __has_feature // Clang's way to say it
#define TERTULIA_HAS_FEATURE(feature) __has_feature(feature)
#else
#define TERTULIA_HAS_FEATURE(feature) 0
#endif

/// AddressSanitizer makes everything slower and keeps what was freed.
#if defined(__SANITIZE_ADDRESS__) || TERTULIA_HAS_FEATURE(address_sanitizer)
inline constexpr bool kMemoryTells = false;
#else
inline constexpr bool kMemoryTells = true;
#endif

#undef TERTULIA_HAS_FEATURE

/// What this process has in memory; 0 where that cannot be read.
inline qint64 residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').at(1).toLongLong() * sysconf(_SC_PAGESIZE) / 1024;
}

} // namespace tertulia
