// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/stream/Router.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"
#include "tests/support/Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

constexpr int kStanzas = 50'000;
constexpr int kRuns = 5;

/// Listens as the modules of a chat do: for carbons, archive results, receipts, chat states and plain
/// messages.
class Listener : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    Manifest manifest() override
    {
        Manifest manifest;
        const auto pass = [](const Message &) { return false; };
        manifest.messages
            = {{10, u"received"_s, u"urn:xmpp:carbons:2"_s, Sender::OwnAccount, pass},
               {10, u"sent"_s, u"urn:xmpp:carbons:2"_s, Sender::OwnAccount, pass},
               {20, u"result"_s, u"urn:xmpp:mam:2"_s, Sender::OwnAccount,
                [this](const Message &) {
                    ++count;
                    return true;
                }},
               {30, u"received"_s, u"urn:xmpp:receipts"_s, Sender::Anyone, pass},
               {30, u"active"_s, u"http://jabber.org/protocol/chatstates"_s, Sender::Contact, pass},
               {100, {}, {}, Sender::Anyone, pass}};
        return manifest;
    }

    int count = 0;
};

/// A stream of archive results, as a catch-up brings them.
QByteArray archive()
{
    QByteArray bytes = XmlWriter::streamHeader({}, u"example.org"_s, u"en"_s);
    for (int i = 0; i < kStanzas; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray resource = QByteArray::number(i % 7);
        bytes += "<message to='ana@example.org/desk' from='ana@example.org' id='m" + number
            + "'><result xmlns='urn:xmpp:mam:2' queryid='q1' id='a" + number
            + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' "
              "stamp='2026-01-02T03:04:05Z'/>"
              "<message xmlns='jabber:client' from='bruno@example.net/phone"
            + resource + "' to='ana@example.org' type='chat' id='x" + number + "'><body>Message number "
            + number
            + ": shall we meet at the caf\xC3\xA9 by the river at seven, or is it too early?</body>"
              "<request xmlns='urn:xmpp:receipts'/><origin-id xmlns='urn:xmpp:sid:0' id='x"
            + number
            + "'/><active "
              "xmlns='http://jabber.org/protocol/chatstates'/></message></forwarded></result></message>";
    }
    return bytes;
}

constexpr qsizetype kPiece = 16 * 1024; // what a TLS record holds

double bareReader(const QByteArray &bytes)
{
    QElapsedTimer time;
    time.start();
    QXmlStreamReader reader;
    qsizetype tokens = 0;
    for (qsizetype at = 0; at < bytes.size(); at += kPiece) {
        reader.addData(bytes.mid(at, kPiece));
        while (reader.readNext() != QXmlStreamReader::Invalid)
            ++tokens;
    }
    if (tokens < kStanzas)
        qFatal("the reader stopped early");
    return kStanzas / (double(time.nsecsElapsed()) / 1e9);
}

double throughTheRouter(const QByteArray &bytes, Router &router, Listener &listener)
{
    listener.count = 0;
    QElapsedTimer time;
    time.start();
    XmlStreamParser parser(
        XmlLimits(),
        {[](const XmlElement &) {}, [&](const XmlElement &element) { router.receive(element); }, [] {}});
    for (qsizetype at = 0; at < bytes.size(); at += kPiece)
        if (!parser.feed(QByteArrayView(bytes).sliced(at, std::min(kPiece, bytes.size() - at))))
            qFatal("the parser refused its bytes");
    if (listener.count != kStanzas)
        qFatal("stanzas were lost");
    return kStanzas / (double(time.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    Router router({clock, timers, ids}, [](const QByteArray &, const QString &, Promise<void> *) { });
    std::vector<std::unique_ptr<Module>> modules;
    modules.push_back(std::make_unique<Listener>(router));
    auto &listener = static_cast<Listener &>(*modules.front());
    router.setModules(std::move(modules));
    router.setAccount(*Jid::parse(u"ana@example.org"_s));
    router.begin(StreamStart::Fresh, *Jid::parse(u"ana@example.org/desk"_s), {});

    const QByteArray bytes = archive();
    QList<double> bare;
    QList<double> routed;
    for (int i = 0; i < kRuns; ++i) { // in turn, so that a busy machine slows both
        bare.append(bareReader(bytes));
        routed.append(throughTheRouter(bytes, router, listener));
    }
    const double reference = bench::median(bare);
    bench::figure("stanzas_bare_reader", reference, "stanzas/s");
    bench::figure("stanzas_router", bench::median(routed), "stanzas/s", "QXmlStreamReader tokens", reference);
    return 0;
}

#include "bench_router.moc"
