// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class XmppStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesOnline()
    {
        ScriptedServer server;
        QSignalSpy online(&server.stream, &XmppStream::online);
        server.bringOnline();
        QCOMPARE(online.count(), 1);
        QCOMPARE(server.stream.boundJid().toString(), u"ana@example.org/desk"_s);
        QCOMPARE(server.stream.mechanism(), u"SCRAM-SHA-1"_s);
        server.expectNothing();
    }

    void isCutAndResumes()
    {
        ScriptedServer server;
        QSignalSpy ended(&server.stream, &XmppStream::ended);
        server.bringOnline();
        server.cut();
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended[0][0].value<Error>().code, ErrorCode::ConnectionLost);
        QCOMPARE(ended[0][1].toBool(), true);
        server.resume();
        QCOMPARE(server.stream.resumptions(), 1);
        server.expectNothing();
    }
};

QTEST_GUILESS_MAIN(XmppStreamTest)
#include "tst_xmppstream.moc"
