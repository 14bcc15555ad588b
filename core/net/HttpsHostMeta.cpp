// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpsHostMeta.h"

#include "core/net/HostMeta.h"
#include "core/net/HttpSource.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

struct File {
    QLatin1StringView path;
    QList<Endpoint> (*read)(QByteArrayView);
};
// XRD is what every service must have, JSON what it should (XEP-0156 2.2).
constexpr std::array kFiles{File{"/.well-known/host-meta"_L1, &webSocketsInXrd},
                            File{"/.well-known/host-meta.json"_L1, &webSocketsInJrd}};

/// Whether it was the domain's own host that had no more to say.
bool wasAnswered(const Result<QByteArray> &content)
{
    return content || content.error().code == ErrorCode::MalformedReply
        || content.error().code == ErrorCode::PeerLimitExceeded;
}

} // namespace

struct HttpsHostMeta::Question {
    PublicDocument document;
    size_t file = 0;
    Promise<QList<Endpoint>> promise;
};

Task<QList<Endpoint>> HttpsHostMeta::find(const TlsPolicy &policy, const QNetworkProxy &proxy)
{
    auto question = std::make_shared<Question>();
    QUrl &url = question->document.url;
    url.setScheme(u"https"_s);
    url.setHost(policy.domain);
    if (m_port != 443)
        url.setPort(m_port);
    question->document.proxy = proxy;
    // Not the pins: they are for XMPP alone.
    question->document.extraAuthorities = policy.extraAuthorities;
    ask(question);
    return question->promise.task();
}

void HttpsHostMeta::ask(const std::shared_ptr<Question> &question)
{
    question->document.url.setPath(kFiles.at(question->file).path);
    m_http.get(question->document).then(&m_context, [this, question](const Result<QByteArray> &content) {
        const QList<Endpoint> found = content ? kFiles.at(question->file).read(*content) : QList<Endpoint>();
        if (found.isEmpty() && wasAnswered(content) && ++question->file < kFiles.size())
            ask(question);
        else
            question->promise.finish(found);
    });
}

} // namespace tertulia
