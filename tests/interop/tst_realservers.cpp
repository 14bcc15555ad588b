// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EjabberdServer.h"
#include "tests/support/ProsodyServer.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <functional>
#include <memory>

using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{
using Make = std::function<std::unique_ptr<RealServer>()>;
}

/// SECURITY R33. The servers themselves: a test that talks to one must be able to believe it.
class RealServersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersOnBothPorts_data();
    void answersOnBothPorts();
    void comesBackOnTheSamePorts_data() { answersOnBothPorts_data(); }
    void comesBackOnTheSamePorts();
};

void RealServersTest::answersOnBothPorts_data()
{
    QTest::addColumn<Make>("make");
    QTest::newRow("prosody") << Make([] { return std::make_unique<ProsodyServer>(); });
    QTest::newRow("ejabberd") << Make([] { return std::make_unique<EjabberdServer>(); });
}

void RealServersTest::answersOnBothPorts()
{
    QFETCH(Make, make);
    const auto server = make();
    QVERIFY(server->start());
    QVERIFY(!server->authority().isNull());

    QTcpSocket plain;
    plain.connectToHost(server->host(), server->port());
    QTRY_COMPARE(plain.state(), QAbstractSocket::ConnectedState);
    plain.write("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='"
                + server->domain().toUtf8() + "' version='1.0'>");
    QByteArray answer;
    QTRY_VERIFY((answer += plain.readAll()).contains("</stream:features>"));
    QVERIFY2(answer.contains("urn:ietf:params:xml:ns:xmpp-tls"), answer.constData());
    QVERIFY2(!answer.contains("<mechanism>"), answer.constData());

    QSslSocket direct;
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({server->authority()});
    direct.setSslConfiguration(configuration);
    direct.setPeerVerifyName(server->domain());
    direct.connectToHostEncrypted(server->host(), server->directTlsPort(), server->domain());
    QTRY_VERIFY2(direct.isEncrypted(), qPrintable(direct.errorString()));
}

void RealServersTest::comesBackOnTheSamePorts()
{
    QFETCH(Make, make);
    const auto server = make();
    QVERIFY(server->start());
    const quint16 port = server->port();
    server->stop();
    QTcpSocket socket;
    socket.connectToHost(server->host(), port);
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(server->start());
    server->kill();
    QVERIFY(server->start());
    socket.connectToHost(server->host(), port);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(RealServersTest)
#include "tst_realservers.moc"
