// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/NameResolver.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <deque>
#include <map>

namespace tertulia
{

/// Names that are found as the test says; domain:5222 with STARTTLS for one it says nothing of.
class FakeResolver : public NameResolver
{
public:
    Task<QList<Endpoint>> resolve(const QString &asciiDomain) override;
    Task<QList<QHostAddress>> addresses(const QString &asciiHost) override;

    /// What every question from now on gets.
    void setAnswer(const Result<QList<Endpoint>> &answer) { m_answer = answer; }
    /// Questions wait from now on, for ever.
    void hang() { m_hangs = true; }
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    /// What a host's addresses are; 192.0.2.1 for one that nothing was said of.
    void setAddresses(const QString &host, const Result<QList<QHostAddress>> &addresses)
    {
        m_addresses.insert(host, addresses);
    }
    /// Questions for this host's addresses wait until answerAddresses().
    void hangAddresses(const QString &host) { m_slow.insert(host); }
    void answerAddresses(const QString &host, const Result<QList<QHostAddress>> &addresses);
    /// Hosts whose addresses were asked for.
    [[nodiscard]] const QStringList &hostsAsked() const { return m_hostsAsked; }

private:
    std::optional<Result<QList<Endpoint>>> m_answer;
    QStringList m_asked;
    bool m_hangs = false;
    std::deque<Promise<QList<Endpoint>>> m_waiting;
    QHash<QString, Result<QList<QHostAddress>>> m_addresses;
    QStringList m_hostsAsked;
    QSet<QString> m_slow;
    std::map<QString, Promise<QList<QHostAddress>>> m_slowAnswers;
};

} // namespace tertulia
