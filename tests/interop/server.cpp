// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// tertulia_test_server prosody|ejabberd: runs the server, says in one line of JSON where it is, and ends it
// when its standard input is closed. For tests that are not written in C++. A line "stop", "kill" or "start"
// does that to the server, and is answered with "done".
#include "tests/support/EjabberdServer.h"
#include "tests/support/ProsodyServer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <memory>

#include <unistd.h>

using namespace tertulia::test;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString wanted = application.arguments().value(1);
    std::unique_ptr<RealServer> server;
    if (wanted == u"prosody"_s)
        server = std::make_unique<ProsodyServer>();
    else if (wanted == u"ejabberd"_s)
        server = std::make_unique<EjabberdServer>();
    if (!server || !server->start())
        return 1;

    const QJsonObject facts{{u"domain"_s, server->domain()},
                            {u"host"_s, server->host()},
                            {u"port"_s, server->port()},
                            {u"directTlsPort"_s, server->directTlsPort()},
                            {u"authorityFile"_s, server->authorityFile()}};
    std::puts(QJsonDocument(facts).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);

    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&server] {
        char bytes[256];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        const QByteArray order = QByteArray(bytes, count).trimmed();
        if (order == "stop")
            server->stop();
        else if (order == "kill")
            server->kill();
        else if (order != "start" || !server->start())
            QCoreApplication::exit(1);
        std::puts("done");
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}
