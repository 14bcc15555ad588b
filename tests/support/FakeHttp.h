// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpSource.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace tertulia
{

/// A web of documents in memory; what is not there answers 404.
class FakeHttp : public HttpSource
{
public:
    Task<QByteArray> get(const PublicDocument &document) override
    {
        asked.append(document);
        if (isHeld)
            return m_held.emplace_back().task();
        const auto found = documents.constFind(document.url);
        if (found == documents.cend())
            return Task<QByteArray>::completed(
                failure(ErrorCode::MalformedReply, document.url.host(), QStringLiteral("404")));
        return Task<QByteArray>::completed(*found);
    }
    /// Answers the oldest question that was held.
    void answer(const Result<QByteArray> &result)
    {
        Promise<QByteArray> promise = std::move(m_held.front());
        m_held.erase(m_held.begin());
        promise.finish(result);
    }

    QHash<QUrl, QByteArray> documents;
    QList<PublicDocument> asked;
    bool isHeld = false; ///< answers wait for answer()

private:
    std::vector<Promise<QByteArray>> m_held;
};

} // namespace tertulia
