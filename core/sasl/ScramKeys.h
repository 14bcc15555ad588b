// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/sasl/Mechanism.h"
#include "core/sasl/SecretBytes.h"

#include <atomic>
#include <memory>

namespace tertulia
{

/// What a server's challenge asks to be computed from the password; slow on purpose.
struct ScramKeyRequest {
    Mechanism mechanism = Mechanism::ScramSha256;
    SecretBytes password; ///< after SASLprep, UTF-8
    QByteArray salt;
    int iterations = 0;
};

/// RFC 5802 3: what proves us to the server, and the server to us.
struct ScramKeys {
    SecretBytes clientKey;
    SecretBytes serverKey;
};

/// SaltedPassword of RFC 5802 3, from which a server makes what it stores (XEP-0480). As deriveScramKeys().
Result<SecretBytes> deriveSaltedPassword(const ScramKeyRequest &request, const std::atomic_bool &cancelled);

/// Derives the keys (PBKDF2 with HMAC); up to seconds with the most iterations we accept. Fails with
/// Cancelled soon after `cancelled` was set.
Result<ScramKeys> deriveScramKeys(const ScramKeyRequest &request, const std::atomic_bool &cancelled);

/// The same on a worker thread; the tasks complete in the main thread, from which these must be called.
Task<ScramKeys> deriveOnWorker(ScramKeyRequest request, std::shared_ptr<std::atomic_bool> cancelled);
Task<SecretBytes> deriveSaltedOnWorker(ScramKeyRequest request, std::shared_ptr<std::atomic_bool> cancelled);

} // namespace tertulia
