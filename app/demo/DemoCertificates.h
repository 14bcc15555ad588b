// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tertulia
{

/// A certificate authority that signed exactly one certificate and was then forgotten, all in PEM. Its own
/// key is never written anywhere.
struct DemoCertificates {
    QByteArray authority; ///< certificate to trust
    QByteArray certificate; ///< of the server
    QByteArray key; ///< of the server

    /// Fresh ones for `domain`, good for two days; nothing if OpenSSL fails.
    static std::optional<DemoCertificates> make(const QString &domain);
};

} // namespace tertulia
