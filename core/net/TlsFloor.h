// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

namespace tertulia
{

/// What every TLS connection of the program demands: TLS 1.2 or later with suites that have forward secrecy
/// and authenticate what they encrypt (SECURITY B05, RFC 9325 4.2), and a certificate that leads to one of
/// the system's authorities or of `extraAuthorities`.
[[nodiscard]] QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities);

} // namespace tertulia
