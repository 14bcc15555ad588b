// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/NameResolver.h"

#include <QStringList>

#include <deque>

namespace tertulia
{

/// Names that are found as the test says; domain:5222 with STARTTLS for one it says nothing of.
class FakeResolver : public NameResolver
{
public:
    Task<QList<Endpoint>> resolve(const QString &asciiDomain) override;

    /// What every question from now on gets.
    void setAnswer(const Result<QList<Endpoint>> &answer) { m_answer = answer; }
    /// Questions wait from now on, for ever.
    void hang() { m_hangs = true; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; }

private:
    std::optional<Result<QList<Endpoint>>> m_answer;
    QStringList m_asked;
    bool m_hangs = false;
    std::deque<Promise<QList<Endpoint>>> m_waiting;
};

} // namespace tertulia
