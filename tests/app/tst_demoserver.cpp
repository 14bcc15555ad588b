// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoServer.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QtTest>

#include <csignal>
#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_DemoServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notInstalledIsSaidWithTheRemedy()
    {
        DemoServer server;
        server.setProgram(u"/nonexistent/prosody"_s);
        QSignalSpy failed(&server, &DemoServer::failed);
        server.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("apt install prosody"_L1));
    }

    void onethatEndsAtOnceIsSaid()
    {
        DemoServer server;
        server.setProgram(u"/bin/false"_s);
        QSignalSpy failed(&server, &DemoServer::failed);
        server.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed[0][0].toString().isEmpty());
    }

    void startsAndEndsWithoutATrace()
    {
        auto server = std::make_unique<DemoServer>();
        QSignalSpy started(server.get(), &DemoServer::started);
        QSignalSpy failed(server.get(), &DemoServer::failed);
        server->start();
        QTRY_VERIFY_WITH_TIMEOUT(started.size() + failed.size() > 0, 25'000);
        QVERIFY2(failed.isEmpty(), failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));

        const QString folder = server->folder();
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            if (files.fileInfo().suffix() == "dat"_L1 || files.fileInfo().suffix() == "key"_L1)
                QCOMPARE(files.fileInfo().permissions() & (QFile::ReadGroup | QFile::ReadOther),
                         QFile::Permissions());
        }

        const AccountSettings ana = server->accountOf(u"ana"_s);
        QCOMPARE(ana.connection.extraAuthorities.size(), 1);
        QVERIFY(!server->password().isEmpty());
        QTcpSocket socket;
        socket.connectToHost(ana.connection.host, ana.connection.port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
                     "version='1.0' to='demo.example'>");
        QByteArray received;
        QTRY_VERIFY((received += socket.readAll()).contains("starttls"));

        const auto process = static_cast<pid_t>(server->processId());
        server.reset();
        QTRY_VERIFY(::kill(process, 0) != 0);
        QVERIFY(!QDir(folder).exists());
    }
};

QTEST_GUILESS_MAIN(tst_DemoServer)
#include "tst_demoserver.moc"
