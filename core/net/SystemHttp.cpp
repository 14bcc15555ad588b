// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemHttp.h"

#include "core/base/Log.h"
#include "core/base/TimerSource.h"
#include "core/net/CertificateNameCheck.h"
#include "core/net/TlsFloor.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kFound = 200;

bool mayBeAsked(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QNetworkRequest requestFor(const QUrl &url, const QList<QSslCertificate> &extraAuthorities)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt would tell the language of the desktop.
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("User-Agent", "Tertulia");
    request.setRawHeader("Accept-Encoding", "identity"); // what is small stays small
    request.setSslConfiguration(tlsConfiguration(extraAuthorities));
    return request;
}

} // namespace

/// One document.
class SystemHttp::Fetch : public QObject
{
public:
    Fetch(SystemHttp &source, const PublicDocument &document)
        : QObject(&source.m_context)
        , m_extraAuthorities(document.extraAuthorities)
    {
        m_network.setProxy(document.proxy);
        m_limit = source.m_timers.after(kLimit,
                                        [this] { finish(failure(ErrorCode::ConnectionTimedOut, host())); });
        ask(document.url);
    }

    Task<QByteArray> answer() { return m_promise.task(); }

private:
    void ask(const QUrl &url)
    {
        m_url = url;
        m_content.clear();
        m_reply = m_network.get(requestFor(url, m_extraAuthorities));
        QNetworkReply *reply = m_reply;
        reply->setReadBufferSize(kMostBytes + 1);
        connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
            // Before anything is asked; the library would take a common name (SECURITY A27).
            if (certifiedBy(reply->sslConfiguration().peerCertificate(), m_url.host(QUrl::FullyEncoded))
                == NameMatch::None)
                finish(failure(ErrorCode::CertificateInvalid, host()));
        });
        connect(reply, &QNetworkReply::readyRead, this, [this, reply] { read(*reply); });
        connect(reply, &QNetworkReply::finished, this, [this, reply] { onFinished(*reply); });
    }

    void read(QNetworkReply &reply)
    {
        m_content += reply.read(kMostBytes + 1 - m_content.size());
        if (m_content.size() > kMostBytes)
            finish(failure(ErrorCode::PeerLimitExceeded, host()));
    }

    void onFinished(QNetworkReply &reply)
    {
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        qCDebug(logNet) << "a document ended with" << status << reply.error();
        const QUrl next = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (reply.error() == QNetworkReply::NoError && status >= 300 && status < 400 && !next.isEmpty()
            && mayBeAsked(m_url.resolved(next)) && m_redirects < kMostRedirects) {
            ++m_redirects;
            reply.deleteLater();
            ask(m_url.resolved(next));
        } else if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
            finish(failure(ErrorCode::CertificateInvalid, host()));
        } else if (status != 0 && status != kFound) {
            finish(failure(ErrorCode::MalformedReply, host(), QString::number(status)));
        } else if (reply.error() != QNetworkReply::NoError) {
            finish(failure(ErrorCode::NetworkUnreachable, host(), shownRemoteText(reply.errorString())));
        } else {
            read(reply);
            finish(m_content);
        }
    }

    /// Once; what comes after is too late.
    void finish(const Result<QByteArray> &result)
    {
        m_limit.stop();
        if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
            reply->disconnect(this);
            reply->abort();
        }
        m_promise.finish(result);
        deleteLater();
    }

    [[nodiscard]] QString host() const { return m_url.host(); }

    const QList<QSslCertificate> m_extraAuthorities;
    QUrl m_url;
    int m_redirects = 0;
    QByteArray m_content;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    TimerHandle m_limit;
    Promise<QByteArray> m_promise;
};

Task<QByteArray> SystemHttp::get(const PublicDocument &document)
{
    if (!mayBeAsked(document.url))
        return Task<QByteArray>::completed(failure(ErrorCode::NetworkUnreachable, document.url.host()));
    return (new Fetch(*this, document))->answer();
}

} // namespace tertulia
