// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages that the server kept for us while the line was down are told when the last of them is here.
#include "core/session/SessionMessages.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"
#include "tests/support/Settle.h"

#include <QDateTime>
#include <QDomElement>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

struct Rig : SessionRig {
    Rig()
    {
        bringOnline();
        QObject::connect(&session->messages(), &SessionMessages::missed, session.get(),
                         [this](const Jid &, qint64, const QString &body) { told.append(body); });
        QObject::connect(&session->messages(), &SessionMessages::caughtUp, session.get(),
                         [this] { told.append(u"all"_s); });
    }
    /// The line breaks and comes back, with the stream as it was.
    void resume()
    {
        const quint32 handled = server.handled();
        server.cut();
        serve();
        session->reconnectNow();
        login();
        std::ignore = server.next(); // <resume/>
        server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handled)
                    + "'/>");
    }
    /// It was said while nobody could hear it.
    void sendKept(const QByteArray &body)
    {
        const QByteArray stamp = QDateTime::currentDateTimeUtc().addSecs(1).toString(Qt::ISODate).toLatin1();
        server.send("<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='"
                    + body + "'><body>" + body
                    + "</body><delay xmlns='urn:xmpp:delay' from='example.org' stamp='" + stamp
                    + "'/></message>");
    }

    /// The server answers pings as itself, and nothing else.
    void serve()
    {
        for (;;) {
            settle();
            const QList<QByteArray> pieces = server.skip();
            if (pieces.isEmpty())
                return;
            for (const QByteArray &xml : pieces) {
                if (!xml.contains("urn:xmpp:ping"))
                    continue;
                ++pings;
                const QByteArray id = parseStanza(xml).element.attribute(u"id"_s).toUtf8();
                server.send("<iq from='example.org' id='" + id + "' type='" + answer + "</iq>");
            }
        }
    }

    QByteArray answer = "result'>";
    QStringList told;
    int pings = 0;
};

} // namespace

class KeptMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedWhenNothingWasKept()
    {
        Rig rig;
        rig.resume();
        rig.serve();
        rig.server.send(
            "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='live'>"
            "<body>live</body></message>");
        rig.serve();
        QCOMPARE(rig.pings, 0);
        QVERIFY(rig.told.isEmpty());
    }

    /// One question for all that came in one go; its answer stands behind them.
    void theyAreToldBehindTheLast()
    {
        Rig rig;
        rig.resume();
        for (const char *body : {"one", "two", "three"})
            rig.sendKept(body);
        rig.serve();
        QCOMPARE(rig.pings, 1);
        QCOMPARE(rig.told, QStringList({u"one"_s, u"two"_s, u"three"_s, u"all"_s}));

        // What a server keeps later is asked for anew.
        rig.sendKept("four");
        rig.serve();
        QCOMPARE(rig.pings, 2);
        QCOMPARE(rig.told.mid(4), QStringList({u"four"_s, u"all"_s}));
    }

    void aServerThatDoesNotKnowPingsHasAnsweredToo()
    {
        Rig rig;
        rig.answer = "error'><error type='cancel'><service-unavailable "
                     "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>";
        rig.resume();
        rig.sendKept("one");
        rig.serve();
        QCOMPARE(rig.told, QStringList({u"one"_s, u"all"_s}));
    }
};

QTEST_GUILESS_MAIN(KeptMessagesTest)
#include "tst_keptmessages.moc"
