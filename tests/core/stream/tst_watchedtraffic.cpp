// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamChannel.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeTransport.h"
#include "tests/support/Settle.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kHeader = "<stream:stream xmlns='jabber:client' version='1.0' "
                           "xmlns:stream='http://etherx.jabber.org/streams' id='s1' from='example.org'>";
const QByteArray kMessage = "<message from='bruno@example.net/x'><body>hola</body></message>";
/// The namespace as nobody finds it who looks for it letter by letter, behind the password.
const QByteArray kForm
    = "<iq type='result' id='r1'><query xmlns='jabber:iq:regi&#115;ter'><username>ana</username>"
      "<password>hunter2</password></query></iq>";
const QByteArray kPresence = "<presence from='bruno@example.net/x'/>";
const QByteArray kHidden = "<!-- password -->";

/// A connection that somebody watches, and whose other end is the test.
struct Watched {
    FakeClock clock;
    FakeNetwork network;
    StreamChannel *channel;
    QByteArrayList in;
    QByteArrayList out;

    explicit Watched(bool messaged = false)
    {
        auto transport = network.factory()();
        if (messaged)
            network.last()->setMessaged();
        channel = new StreamChannel(std::move(transport), clock);
        channel->setTrafficWatched(true);
        QObject::connect(channel, &StreamChannel::traffic, channel,
                         [this](bool outgoing, const QByteArray &xml) { (outgoing ? out : in) << xml; });
        channel->openStream(u"ana@example.org"_s, u"example.org"_s, XmlLimits());
    }
    ~Watched()
    {
        delete channel;
        settle();
    }
    Q_DISABLE_COPY_MOVE(Watched)

    void deliver(const QByteArray &bytes)
    {
        network.last()->deliver(bytes);
        settle();
    }
};

} // namespace

class WatchedTrafficTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// SECURITY A128, A08: wherever the network cuts.
    void aPasswordInPieces()
    {
        const QByteArray all = kHeader + kMessage + "\n" + kForm + kPresence;
        const QByteArrayList shown{kHeader, kMessage, kHidden, kPresence};
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            Watched wire;
            wire.deliver(all.first(cut));
            for (const QByteArray &piece : std::as_const(wire.in))
                QVERIFY2(shown.contains(piece), piece.constData());
            wire.deliver(all.sliced(cut));
            QCOMPARE(wire.in, shown);
        }
    }

    void aPasswordByteByByte()
    {
        Watched wire;
        for (const char byte : QByteArray(kHeader + kForm + kMessage))
            wire.deliver(QByteArray(1, byte));
        QCOMPARE(wire.in, (QByteArrayList{kHeader, kHidden, kMessage}));
    }

    void aPasswordInAMessageOfItsOwn()
    {
        Watched wire(true);
        const QByteArray open = "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' version='1.0'/>";
        wire.deliver(open);
        wire.deliver(QByteArray(kForm).insert(3, " xmlns='jabber:client'"));
        QCOMPARE(wire.in, (QByteArrayList{open, kHidden}));
    }

    /// Its end never comes.
    void aPasswordThatIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("broken") << QByteArray("</iq></query>");
    }
    void aPasswordThatIsCutOff()
    {
        QFETCH(QByteArray, end);
        const QByteArray half = kForm.first(kForm.indexOf("</password>"));
        Watched wire;
        wire.deliver(kHeader);
        wire.deliver(half);
        QCOMPARE(wire.in, QByteArrayList{kHeader});
        if (end.isEmpty()) {
            wire.network.last()->hangUp(false);
            settle();
        } else {
            wire.deliver(end);
        }
        QCOMPARE(wire.in, (QByteArrayList{kHeader, kHidden}));
    }

    /// Who looks for a fault wants to see what is wrong.
    void whatIsBrokenIsShown()
    {
        Watched wire;
        wire.deliver(kHeader);
        wire.deliver("<message><body></message>");
        QCOMPARE(wire.in, (QByteArrayList{kHeader, "<message><body></message>"}));
    }

    void theLogInIsHiddenInPiecesToo()
    {
        Watched wire;
        wire.deliver(kHeader);
        wire.channel->setConfidential(true);
        const QByteArray success = "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>dj1obXBr</success>";
        QObject::connect(wire.channel, &StreamChannel::elementReceived, wire.channel,
                         [&wire] { wire.channel->setConfidential(false); });
        wire.deliver(success.first(60));
        wire.deliver(success.sliced(60) + kMessage);
        QCOMPARE(wire.in, (QByteArrayList{kHeader, "<!-- authentication -->", kMessage}));
    }

    /// What is sent again with other things hides nothing of them.
    void oursAreShownOneByOne()
    {
        Watched wire;
        wire.out.clear();
        wire.channel->write(QByteArrayList{
            kPresence,
            "<iq type='set' id='1'><query xmlns='jabber:iq:register'><password>x</password></query></iq>",
            kMessage});
        QCOMPARE(wire.out, (QByteArrayList{kPresence, kHidden, kMessage}));
    }

    /// White space keeps connections alive for days, and is not kept.
    void whoComesInTheMiddleSeesTheRest()
    {
        Watched wire;
        wire.channel->setTrafficWatched(false);
        wire.deliver(kHeader + kForm.first(90));
        wire.channel->setTrafficWatched(true);
        wire.deliver(kForm.sliced(90) + "  \n");
        wire.deliver(" ");
        wire.deliver(kPresence);
        QCOMPARE(wire.in, (QByteArrayList{kHidden, kPresence}));
    }
};

QTEST_GUILESS_MAIN(WatchedTrafficTest)
#include "tst_watchedtraffic.moc"
