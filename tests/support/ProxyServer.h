// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace tertulia::test
{

/// A proxy on loopback: SOCKS5 (RFC 1928, 1929) or HTTP CONNECT (RFC 9110 9.3.6) with Basic. Names are the
/// test's: all lead to 127.0.0.1.
class ProxyServer : public QTcpServer
{
    Q_OBJECT
public:
    enum class Kind { Socks5, Http };
    enum class Mood {
        Willing,
        Refusing, ///< by rule
        Unreachable, ///< the target refuses it
        Silent,
        Garbled, ///< answers nonsense
    };

    explicit ProxyServer(Kind kind);

    Mood mood = Mood::Willing;
    QString user; ///< empty: nobody is asked for a name
    QString password;
    /// Where a port of anybody leads; to itself if nothing is said.
    QHash<quint16, quint16> ports;

    /// "example.org:5222" for each connection wanted, and an address where the client resolved it.
    [[nodiscard]] const QStringList &wanted() const { return m_wanted; }
    /// Names and passwords offered, "ana:sesame".
    [[nodiscard]] const QStringList &logIns() const { return m_logIns; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    enum class Stage { Greeting, LogIn, Request, Through };
    struct Client {
        QTcpSocket *socket = nullptr;
        Stage stage = Stage::Greeting;
        QByteArray bytes;
    };

    void take(Client &client);
    bool takeSocks(Client &client);
    bool takeHttp(Client &client);
    void connectTo(Client &client, const QString &host, quint16 port);
    void answer(QTcpSocket *socket, Mood outcome);

    Kind m_kind;
    QStringList m_wanted;
    QStringList m_logIns;
};

} // namespace tertulia::test
