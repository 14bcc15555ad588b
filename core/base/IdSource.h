// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// Where stanza ids, nonces and jitter come from.
class IdSource
{
public:
    IdSource() = default;
    virtual ~IdSource() = default;
    Q_DISABLE_COPY_MOVE(IdSource)

    /// A new identifier of 128 random bits, as 22 URL-safe base64 characters (SECURITY A54).
    [[nodiscard]] virtual QString next() = 0;
    /// A number in [0, 1), for jitter.
    [[nodiscard]] virtual double fraction() = 0;
};

/// From the system's cryptographic generator.
class RandomIds : public IdSource
{
public:
    [[nodiscard]] QString next() override;
    [[nodiscard]] double fraction() override;
};

} // namespace tertulia
