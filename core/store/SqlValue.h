// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QByteArray>
#include <QDateTime>
#include <QVariant>

namespace tertulia
{

/// SQL that was a literal in the source: nothing from outside can become part of a statement (SECURITY A114).
class SqlText
{
public:
    template <std::size_t N>
    consteval SqlText(const char (&text)[N])
        : m_text(text)
    {
    }

    [[nodiscard]] const char *text() const { return m_text; }

private:
    const char *m_text;
};

/// A parameter of a statement, in the form in which SQLite keeps it. A null text and null bytes are NULL.
class SqlValue
{
public:
    enum class Type { Null, Number, Real, Text, Blob };

    SqlValue(const QString &text)
        : m_bytes(text.toUtf8())
        , m_type(text.isNull() ? Type::Null : Type::Text)
    {
    }
    SqlValue(const QByteArray &bytes)
        : m_bytes(bytes)
        , m_type(bytes.isNull() ? Type::Null : Type::Blob)
    {
    }
    SqlValue(const Jid &jid)
        : SqlValue(jid.toString())
    {
    }
    SqlValue(const QDateTime &time)
        : m_number(time.isValid() ? time.toMSecsSinceEpoch() : 0)
        , m_type(time.isValid() ? Type::Number : Type::Null)
    {
    }
    SqlValue(bool flag)
        : m_number(flag)
        , m_type(Type::Number)
    {
    }
    SqlValue(int number)
        : m_number(number)
        , m_type(Type::Number)
    {
    }
    SqlValue(qint64 number)
        : m_number(number)
        , m_type(Type::Number)
    {
    }
    /// By its type, for SettingsTable: whole numbers, numbers, texts, bytes; others as text.
    explicit SqlValue(const QVariant &value);
    /// An empty text as NULL.
    static SqlValue textOrNull(const QString &text) { return text.isEmpty() ? SqlValue() : SqlValue(text); }
    /// 0 as NULL.
    static SqlValue idOrNull(qint64 id) { return id ? SqlValue(id) : SqlValue(); }

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] qint64 number() const { return m_number; }
    [[nodiscard]] double real() const { return m_real; }
    /// A text (UTF-8) or a blob.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    SqlValue() = default;

    QByteArray m_bytes;
    union {
        qint64 m_number = 0;
        double m_real;
    };
    Type m_type = Type::Null;
};

} // namespace tertulia
