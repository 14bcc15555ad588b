// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to elements: guard, reader and tree, beside QXmlStreamReader alone reading the tokens of the same
// bytes.
#include "core/base/Jid.h"
#include "core/xml/StreamGuard.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"
#include "tests/support/Figures.h"

#include <QXmlStreamReader>

#include <cstdio>
#include <cstdlib>
#include <time.h>

using namespace tertulia;
using namespace tertulia::bench;

namespace
{

constexpr int kStanzas = 50'000;
constexpr int kRounds = 7;
constexpr qsizetype kChunk = 16 * 1024; // what a TLS record brings

/// Messages as an archive returns them (XEP-0313): wrapped, with delay, ids and markers.
QByteArray archive()
{
    QByteArray bytes = XmlWriter::streamHeader({}, QStringLiteral("example.org"), {});
    for (int i = 0; i < kStanzas; ++i) {
        const QByteArray number = QByteArray::number(i);
        bytes += "<message to='ana@example.org/tertulia.x7' from='ana@example.org'>"
                 "<result xmlns='urn:xmpp:mam:2' queryid='q"
            + QByteArray::number(i / 100) + "' id='2026-" + number
            + "-b1946ac92492'><forwarded xmlns='urn:xmpp:forward:0'>"
              "<delay xmlns='urn:xmpp:delay' stamp='2026-07-10T23:08:25Z'/>"
              "<message xmlns='jabber:client' from='bruno@example.org/phone' to='ana@example.org' "
              "type='chat' id='m-"
            + number + "' xml:lang='es'><body>Buenas, ana: el tren de las " + number
            + " llega con retraso, \xC2\xBFnos vemos en la estaci\xC3\xB3n? \xF0\x9F\x9A\x86</body>"
              "<origin-id xmlns='urn:xmpp:sid:0' id='m-"
            + number + "'/><stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='2026-" + number
            + "'/><request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
              "<active "
              "xmlns='http://jabber.org/protocol/chatstates'/></message></forwarded></result></message>";
    }
    return bytes;
}

/// Of this thread's processor time, so that what else the machine does matters little.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

template <class F>
double seconds(F run)
{
    QList<double> times;
    for (int round = 0; round < kRounds; ++round) {
        const double start = processorSeconds();
        run();
        times << processorSeconds() - start;
    }
    return median(times);
}

template <class F>
void inChunks(const QByteArray &bytes, F feed)
{
    for (qsizetype i = 0; i < bytes.size(); i += kChunk)
        feed(QByteArrayView(bytes).sliced(i, qMin(kChunk, bytes.size() - i)));
}

void require(bool condition)
{
    if (condition)
        return;
    std::fputs("a measurement went wrong\n", stderr);
    std::exit(1);
}

} // namespace

int main()
{
    const QByteArray bytes = archive();

    qsizetype tokens = 0;
    const double bare = seconds([&] {
        QXmlStreamReader reader;
        inChunks(bytes, [&](QByteArrayView chunk) {
            reader.addData(chunk.toByteArray());
            while (reader.readNext() != QXmlStreamReader::Invalid)
                ++tokens;
            require(reader.error() == QXmlStreamReader::PrematureEndOfDocumentError);
        });
    });

    const double guarded = seconds([&] {
        StreamGuard guard({});
        inChunks(bytes, [&](QByteArrayView chunk) {
            while (!chunk.isEmpty()) {
                const auto piece = guard.next(chunk);
                require(!piece.error);
                chunk = chunk.sliced(piece.skipped + piece.length);
            }
        });
    });

    const double whole = seconds([&] {
        int stanzas = 0;
        XmlStreamParser parser(
            {}, {{}, [&](const XmlElement &element) { stanzas += element.name().isEmpty() ? 0 : 1; }, {}});
        inChunks(bytes, [&](QByteArrayView chunk) { require(parser.feed(chunk).has_value()); });
        require(stanzas == kStanzas);
    });

    const QStringList addresses{QStringLiteral("bruno@example.org/phone"), QStringLiteral("ana@example.org"),
                                QStringLiteral("room@muc.example.org/carla"), QStringLiteral("example.org")};
    const double parsed = seconds([&] {
        for (int i = 0; i < kStanzas; ++i)
            require(Jid::parse(addresses[i % addresses.size()]).has_value());
    });

    figure("parser.stanzas", kStanzas / whole, "1/s", "QXmlStreamReader tokens", kStanzas / bare);
    figure("parser.throughput", double(bytes.size()) / whole / 1e6, "MB/s", "QXmlStreamReader tokens",
           double(bytes.size()) / bare / 1e6);
    figure("guard.throughput", double(bytes.size()) / guarded / 1e6, "MB/s", "QXmlStreamReader tokens",
           double(bytes.size()) / bare / 1e6);
    figure("jid.parse", parsed / kStanzas * 1e9, "ns");
    return 0;
}
