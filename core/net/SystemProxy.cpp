// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemProxy.h"

#include <QThreadPool>

namespace tertulia
{

namespace
{

/// Stays in the thread of whoever asked.
class Answer : public QObject
{
public:
    Promise<QNetworkProxy> promise;
};

QNetworkProxy chosen(const QList<QNetworkProxy> &proxies)
{
    for (const QNetworkProxy &proxy : proxies)
        if (proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::Socks5Proxy
            || proxy.type() == QNetworkProxy::HttpProxy)
            return proxy;
    return QNetworkProxy::NoProxy;
}

} // namespace

Task<QNetworkProxy> systemProxy(const QString &asciiHost)
{
    auto *answer = new Answer;
    auto task = answer->promise.task();
    QThreadPool::globalInstance()->start([answer, asciiHost] {
        const QNetworkProxyQuery query(asciiHost, 5222, QStringLiteral("xmpp"));
        const QNetworkProxy proxy = chosen(QNetworkProxyFactory::systemProxyForQuery(query));
        QMetaObject::invokeMethod(
            answer,
            [answer, proxy] {
                answer->promise.finish(proxy);
                answer->deleteLater();
            },
            Qt::QueuedConnection);
    });
    return task;
}

} // namespace tertulia
