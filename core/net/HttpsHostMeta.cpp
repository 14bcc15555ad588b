// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpsHostMeta.h"

#include "core/base/Log.h"
#include "core/base/TimerSource.h"
#include "core/net/CertificateVerdict.h"
#include "core/net/HostMeta.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kLimit{15};
constexpr int kMostRedirects = 5; // SECURITY section (f)

struct File {
    QLatin1StringView path;
    QList<Endpoint> (*read)(QByteArrayView);
};
// XRD is what every service must have, JSON what it should (XEP-0156 2.2).
constexpr std::array kFiles{File{"/.well-known/host-meta"_L1, &webSocketsInXrd},
                            File{"/.well-known/host-meta.json"_L1, &webSocketsInJrd}};

} // namespace

/// One domain's files.
class HttpsHostMeta::Request : public QObject
{
public:
    Request(HttpsHostMeta &finder, const TlsPolicy &policy, const QNetworkProxy &proxy)
        : QObject(&finder.m_context)
        , m_policy(policy)
        , m_port(finder.m_port)
    {
        m_network.setProxy(proxy);
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_limit = finder.m_timers.after(kLimit, [this] { finish({}); });
        // Never from inside the call.
        QMetaObject::invokeMethod(this, [this] { askForFile(); }, Qt::QueuedConnection);
    }

    Task<QList<Endpoint>> answer() { return m_promise.task(); }

private:
    void askForFile()
    {
        QUrl url;
        url.setScheme(u"https"_s);
        url.setHost(m_policy.domain);
        if (m_port != 443)
            url.setPort(m_port);
        url.setPath(kFiles.at(m_file).path);
        m_redirects = 0;
        ask(url);
    }

    void ask(const QUrl &url)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        QSslConfiguration tls = request.sslConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.addCaCertificates(m_policy.extraAuthorities);
        request.setSslConfiguration(tls);

        m_body.clear();
        m_reply = m_network.get(request);
        QNetworkReply *reply = m_reply;
        // Before anything is asked; the library would take a common name (SECURITY A27).
        connect(reply, &QNetworkReply::encrypted, this, [this, reply] { judge(reply); });
        connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
            m_body += reply->read(kMostHostMetaBytes + 1 - m_body.size());
            if (m_body.size() > kMostHostMetaBytes)
                reply->abort();
        });
        connect(reply, &QNetworkReply::finished, this, [this, reply] { onFinished(reply); });
    }

    void judge(QNetworkReply *reply)
    {
        TlsPolicy policy = m_policy;
        policy.domain = reply->url().host(QUrl::FullyEncoded);
        policy.pins.clear(); // for XMPP alone
        if (!judgeCertificate(reply->sslConfiguration().peerCertificateChain(), {}, policy).accepted)
            reply->abort();
    }

    void onFinished(QNetworkReply *reply)
    {
        reply->deleteLater();
        if (reply != m_reply)
            return;
        m_reply = nullptr;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        qCDebug(logNet) << "host-meta" << kFiles.at(m_file).path << status << reply->error();
        if (reply->error() == QNetworkReply::NoError && status >= 300 && status < 400) {
            const QUrl next = reply->url().resolved(
                reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
            if (++m_redirects <= kMostRedirects && next.isValid() && next.scheme() == "https"_L1
                && next.userInfo().isEmpty())
                return ask(next);
        }
        QList<Endpoint> found;
        if (reply->error() == QNetworkReply::NoError && status == 200 && m_body.size() <= kMostHostMetaBytes)
            found = kFiles.at(m_file).read(m_body);
        if (found.isEmpty() && ++m_file < kFiles.size())
            askForFile();
        else
            finish(found);
    }

    void finish(const QList<Endpoint> &found)
    {
        m_limit.stop();
        if (QNetworkReply *reply = std::exchange(m_reply, nullptr))
            reply->abort();
        m_promise.finish(found);
        deleteLater();
    }

    TlsPolicy m_policy;
    quint16 m_port;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    size_t m_file = 0;
    int m_redirects = 0;
    TimerHandle m_limit;
    Promise<QList<Endpoint>> m_promise;
};

Task<QList<Endpoint>> HttpsHostMeta::find(const TlsPolicy &policy, const QNetworkProxy &proxy)
{
    return (new Request(*this, policy, proxy))->answer();
}

} // namespace tertulia
