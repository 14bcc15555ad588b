// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemHttp.h"

#include "core/net/CertificateNameCheck.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <chrono>
#include <memory>

namespace tertulia
{

namespace
{

constexpr std::chrono::milliseconds kLimit{20'000};
constexpr int kFound = 200;

QNetworkRequest requestFor(const QUrl &url, const QList<QSslCertificate> &extraAuthorities)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // Qt would tell the language of the desktop.
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("User-Agent", "Tertulia");
    request.setRawHeader("Accept-Encoding", "identity"); // what is small stays small
    request.setTransferTimeout(int(kLimit.count()));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.addCaCertificates(extraAuthorities);
    request.setSslConfiguration(tls);
    return request;
}

Result<QByteArray> outcomeOf(QNetworkReply &reply, const PublicDocument &document)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0 && status != kFound)
        return failure(ErrorCode::MalformedReply, document.url.host(), QString::number(status));
    if (reply.error() != QNetworkReply::NoError)
        return failure(ErrorCode::NetworkUnreachable, document.url.host(),
                       shownRemoteText(reply.errorString()));
    QByteArray content = reply.read(document.mostBytes + 1);
    if (content.size() > document.mostBytes)
        return failure(ErrorCode::PeerLimitExceeded, document.url.host());
    return content;
}

} // namespace

SystemHttp::SystemHttp(QList<QSslCertificate> extraAuthorities, QObject *parent)
    : QObject(parent)
    , m_extraAuthorities(std::move(extraAuthorities))
{
}

Task<QByteArray> SystemHttp::get(const PublicDocument &document)
{
    const QUrl &url = document.url;
    if (url.scheme() != QLatin1String("https") || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Task<QByteArray>::completed(failure(ErrorCode::NetworkUnreachable, url.host()));
    auto promise = std::make_shared<Promise<QByteArray>>();
    auto task = promise->task();
    auto *manager = new QNetworkAccessManager(this);
    manager->setProxy(document.proxy);
    QNetworkReply *reply = manager->get(requestFor(url, m_extraAuthorities));
    reply->setReadBufferSize(document.mostBytes + 1);

    const auto refuse = [promise, reply, host = url.host()](ErrorCode code) {
        promise->finish(failure(code, host));
        reply->abort();
    };
    connect(reply, &QNetworkReply::encrypted, reply, [reply, refuse, url] {
        // The library takes a common name for a host name (SECURITY A27).
        const QString host = QString::fromLatin1(QUrl::toAce(url.host()));
        if (certifiedBy(reply->sslConfiguration().peerCertificate(), host.isEmpty() ? url.host() : host)
            == NameMatch::None)
            refuse(ErrorCode::CertificateInvalid);
    });
    connect(reply, &QNetworkReply::readyRead, reply, [reply, refuse, most = document.mostBytes] {
        if (reply->bytesAvailable() > most)
            refuse(ErrorCode::PeerLimitExceeded);
    });
    connect(reply, &QNetworkReply::finished, this, [promise, reply, manager, document] {
        const bool untrusted = reply->error() == QNetworkReply::SslHandshakeFailedError;
        promise->finish(untrusted
                            ? Result<QByteArray>(failure(ErrorCode::CertificateInvalid, document.url.host()))
                            : outcomeOf(*reply, document));
        manager->deleteLater();
    });
    return task;
}

} // namespace tertulia
