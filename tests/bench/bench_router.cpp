// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/chat/Conversations.h"
#include "core/session/MessagesBinding.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "core/stream/Router.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"
#include "tests/support/Figures.h"
#include "tests/support/ModuleRig.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <time.h>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

/// Fewer as an argument, for a profiler, which makes everything fifty times slower.
int stanzas = 50'000;
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

/// A stream of messages as an archive returns them, each in a wrapper that opens with `open`.
QByteArray wrapped(const QByteArray &open, const QByteArray &close)
{
    QByteArray bytes = XmlWriter::streamHeader({}, u"example.org"_s, u"en"_s);
    for (int i = 0; i < stanzas; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray peer = QByteArray::number(i % 20);
        const QByteArray minute = QByteArray::number(100 + i % 60).sliced(1);
        const QByteArray second = QByteArray::number(100 + i / 60 % 60).sliced(1);
        bytes += "<message to='ana@example.org/desk' from='ana@example.org' id='m" + number + "'>" + open
            + "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='2026-01-02T03:"
            + minute + ':' + second
            + "Z'/>"
              "<message xmlns='jabber:client' from='bruno"
            + peer + "@example.net/phone' to='ana@example.org' type='chat' id='x" + number
            + "'><body>Message number " + number
            + ": shall we meet at the caf\xC3\xA9 by the river at seven, or is it too early?</body>"
              "<request xmlns='urn:xmpp:receipts'/><origin-id xmlns='urn:xmpp:sid:0' id='x"
            + number
            + "'/><active "
              "xmlns='http://jabber.org/protocol/chatstates'/></message></forwarded>"
            + close + "</message>";
    }
    return bytes;
}

QByteArray archive()
{
    return wrapped("<result xmlns='urn:xmpp:mam:2' queryid='q1' id='a0000'>", "</result>");
}

/// What the program stores of today: copies of what another device received, of the same size.
QByteArray copies()
{
    return wrapped("<received xmlns='urn:xmpp:carbons:2'>", "</received>");
}

constexpr qsizetype kPiece = 16 * 1024; // what a TLS record holds

/// Of this thread's processor time, so that what else the machine does matters little.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

double bareReader(const QByteArray &bytes)
{
    const double start = processorSeconds();
    QXmlStreamReader reader;
    qsizetype tokens = 0;
    for (qsizetype at = 0; at < bytes.size(); at += kPiece) {
        reader.addData(bytes.mid(at, kPiece));
        while (reader.readNext() != QXmlStreamReader::Invalid)
            ++tokens;
    }
    if (tokens < stanzas)
        qFatal("the reader stopped early");
    return stanzas / (processorSeconds() - start);
}

template <class F>
void parse(const QByteArray &bytes, F take)
{
    XmlStreamParser parser(XmlLimits(), {[](const XmlElement &) { }, take, [] { }});
    for (qsizetype at = 0; at < bytes.size(); at += kPiece) {
        if (!parser.feed(QByteArrayView(bytes).sliced(at, std::min(kPiece, bytes.size() - at))))
            qFatal("the parser refused its bytes");
        QCoreApplication::processEvents();
    }
}

double throughTheRouter(const QByteArray &bytes, Router &router, Listener &listener)
{
    listener.count = 0;
    const double start = processorSeconds();
    parse(bytes, [&](const XmlElement &element) { router.receive(element); });
    if (listener.count != stanzas)
        qFatal("stanzas were lost");
    return stanzas / (processorSeconds() - start);
}

/// All the modules of the program, the conversations and the store on disk.
double throughTheStore(const QByteArray &bytes, const QString &file)
{
    const QString account = u"ana-uuid"_s;
    const Jid own = *Jid::parse(u"ana@example.org"_s);
    auto store = Store::open(file).value();
    std::ignore = store->accounts().save({.uuid = account, .jid = own});
    ModuleRig rig;
    rig.goOnline();
    RandomIds ids;
    SystemClock clock;
    Conversations conversations(account, own, *store, clock, ids);
    MessagesBinding binding(conversations, rig.host());
    int count = 0;
    QObject::connect(&conversations, &Conversations::messageAdded, &binding, [&count] { ++count; });
    const double start = processorSeconds();
    parse(bytes, [&](const XmlElement &element) { rig.receive(element); });
    if (!store->commit() || count != stanzas)
        qFatal("stanzas were lost");
    return stanzas / (processorSeconds() - start);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool profiled = argc > 1;
    if (profiled)
        stanzas = application.arguments().at(1).toInt();
    const int runs = profiled ? 1 : kRuns;
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    Router router({clock, timers, ids}, [](const Outgoing &) { });
    std::vector<std::unique_ptr<Module>> modules;
    modules.push_back(std::make_unique<Listener>(router));
    auto &listener = static_cast<Listener &>(*modules.front());
    router.setModules(std::move(modules));
    router.setAccount(*Jid::parse(u"ana@example.org"_s));
    router.begin(StreamStart::Fresh, *Jid::parse(u"ana@example.org/desk"_s), {});

    const QByteArray bytes = archive();
    const QByteArray carbons = copies();
    QTemporaryDir folder;
    QList<double> bare;
    QList<double> routed;
    QList<double> bareCarbons;
    QList<double> stored;
    for (int i = 0; i < runs; ++i) { // in turn, so that a busy machine slows all
        bare.append(bareReader(bytes));
        routed.append(throughTheRouter(bytes, router, listener));
        bareCarbons.append(bareReader(carbons));
        stored.append(throughTheStore(carbons, folder.filePath(u"store%1"_s.arg(i))));
    }
    const double reference = bench::median(bare);
    bench::figure("stanzas_bare_reader", reference, "stanzas/s");
    bench::figure("stanzas_router", bench::median(routed), "stanzas/s", "QXmlStreamReader tokens", reference);
    bench::figure("stanzas_store", bench::median(stored), "stanzas/s", "QXmlStreamReader tokens",
                  bench::median(bareCarbons));
    return 0;
}

#include "bench_router.moc"
