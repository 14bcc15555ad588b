// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/crypto.h>

#include <utility>

namespace tertulia
{

/// Bytes of a password or a key: moved, never copied, and overwritten when they go.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size)
        : m_bytes(size, '\0')
    {
    }
    /// Takes over `bytes`; they should not be kept elsewhere.
    explicit SecretBytes(QByteArray &&bytes)
        : m_bytes(std::move(bytes))
    {
    }
    SecretBytes(SecretBytes &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, {}))
    {
    }
    SecretBytes &operator=(SecretBytes &&other) noexcept
    {
        if (this != &other) {
            wipe();
            m_bytes = std::exchange(other.m_bytes, {});
        }
        return *this;
    }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes() { wipe(); }

    [[nodiscard]] QByteArrayView view() const { return m_bytes; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] const uchar *data() const { return reinterpret_cast<const uchar *>(m_bytes.constData()); }
    [[nodiscard]] uchar *data() { return reinterpret_cast<uchar *>(m_bytes.data()); }

private:
    void wipe()
    {
        if (!m_bytes.isEmpty() && m_bytes.isDetached())
            OPENSSL_cleanse(m_bytes.data(), size_t(m_bytes.size()));
    }

    QByteArray m_bytes;
};

} // namespace tertulia
