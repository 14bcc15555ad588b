// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <chrono>
#include <optional>

namespace tertulia
{

/// Nothing: nobody can tell.
using IdleTime = std::optional<std::chrono::milliseconds>;

/// Who knows for how long nobody has touched keyboard or mouse.
class IdleSource
{
public:
    IdleSource() = default;
    virtual ~IdleSource() = default;
    Q_DISABLE_COPY_MOVE(IdleSource)

    virtual Task<IdleTime> idleTime() = 0;
};

} // namespace tertulia
