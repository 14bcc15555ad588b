// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of an archive's pages to messages that are stored, indexed and shown, in one thread; and
// what of that the parser, the store and the index take, each measured alone on the same messages. In
// processor time of the thread, so that what else the machine does matters little; the time in which the
// archive makes its pages is left out.
#include "core/chat/ArchiveLedger.h"
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/session/SessionMessages.h"
#include "core/store/AccountsTable.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "core/store/WordIndex.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"
#include "tests/support/ArchiveRig.h"
#include "tests/support/Figures.h"
#include "tests/support/GreatStore.h"
#include "tests/support/Settle.h"
#include "ui/chat/ChatWidget.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <time.h>

using namespace tertulia;
using namespace tertulia::test;
using namespace tertulia::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kMessages = 20'000;
constexpr int kPage = 100; // as ArchiveFill asks
constexpr int kFriends = 20;
constexpr int kRounds = 3;

/// Of this thread.
double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

Jid friendOf(int message)
{
    return Jid::fromNormalized(u"friend%1@example.org"_s.arg(message % kFriends));
}

/// Between two messages.
constexpr qint64 kMinuteMs = 60'000;
qint64 apartMs = kMinuteMs;

/// In the past of the session's clock.
QDateTime timeOf(int message)
{
    return QDateTime({2019, 1, 1}, {8, 0}, Qt::UTC).addMSecs(message * apartMs);
}

QStringList makeBodies()
{
    QRandomGenerator random(20260603);
    QStringList bodies;
    for (int i = 0; i < kMessages; ++i)
        bodies << GreatStore::text(random);
    return bodies;
}

/// What the archive says of a message, but for the id of the question.
QByteArray result(int message, const QString &body, const QByteArray &queryId)
{
    const QByteArray number = QByteArray::number(message);
    const QByteArray peer = friendOf(message).toString().toUtf8();
    const bool ours = message % 3 == 0;
    return "<message from='ana@example.org' to='ana@example.org/desk'><result xmlns='urn:xmpp:mam:2' "
           "queryid='"
        + queryId + "' id='2026-" + number
        + "-b1946ac92492'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='"
        + formatDateTime(timeOf(message)).toLatin1() + "'/><message xmlns='jabber:client' type='chat' id='m-"
        + number + "' from='" + (ours ? QByteArray("ana@example.org/desk") : QByteArray(peer + "/phone"))
        + "' to='" + (ours ? peer : QByteArray("ana@example.org")) + "'><body>" + body.toUtf8()
        + "</body><origin-id xmlns='urn:xmpp:sid:0' id='m-" + number
        + "'/><stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='2026-" + number
        + "-b1946ac92492'/><request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
          "</message></forwarded></result></message>";
}

/// A session whose archive has them all.
struct Rig : ArchiveRig {
    explicit Rig(const QStringList &all)
        : bodies(all)
    {
        server.streamManagement = false; // which would have the server parse all that it says
        keep("last", "there is something"); // the ends that it tells of
        instead = [this](const Question &question) {
            const double begun = processorSeconds();
            // The last screens of single chats: all that there is comes with the rest.
            if (!question.with.isNull()) {
                sendFin(question, "complete='true'", {});
                return true;
            }
            const int last = left;
            left = std::max(0, left - std::min(kPage, question.max));
            QByteArray page;
            for (int i = left; i < last; ++i)
                page += result(i, bodies.at(i), question.queryId);
            page += "<iq type='result' id='" + question.id + "'><fin xmlns='urn:xmpp:mam:2' complete='"
                + (left == 0 ? "true" : "false")
                + "'><set xmlns='http://jabber.org/protocol/rsm'><first>2026-" + QByteArray::number(left)
                + "-b1946ac92492</first><last>2026-" + QByteArray::number(last - 1)
                + "-b1946ac92492</last></set></fin></iq>";
            making += processorSeconds() - begun;
            server.wire()->deliver(page);
            return true;
        };
    }

    const QStringList &bodies;
    int left = kMessages; ///< not asked for yet
    double making = 0;
};

/// Seconds for all of them, with a chat open.
double whole(const QStringList &bodies)
{
    Rig rig(bodies);
    rig.goOnline();
    rig.login();
    rig.server.bind();
    ChatWidget chat(*rig.session, friendOf(0));
    chat.resize(710, 734);
    chat.show();
    const double begun = processorSeconds();
    rig.serveAll();
    std::ignore = rig.store->commit();
    const double seconds = processorSeconds() - begun - rig.making;
    const auto &newest = rig.session->messages().ledger().newest();
    if (!newest || !newest->reachesStart || rig.left != 0)
        qFatal("not all was read");
    return seconds;
}

double parsing(const QStringList &bodies)
{
    QByteArray bytes = XmlWriter::streamHeader({}, u"example.org"_s, {});
    for (int i = 0; i < kMessages; ++i)
        bytes += result(i, bodies.at(i), "q1");
    int elements = 0;
    XmlStreamParser parser(XmlLimits(),
                           {.streamOpened = [](const XmlElement &) {},
                            .element = [&elements](const XmlElement &) { ++elements; },
                            .streamClosed = [] {}});
    const double begun = processorSeconds();
    constexpr qsizetype kChunk = 16 * 1024; // what a TLS record brings
    for (qsizetype at = 0; at < bytes.size(); at += kChunk) {
        if (!parser.feed(QByteArrayView(bytes).sliced(at, std::min(kChunk, bytes.size() - at))))
            qFatal("not parsed");
    }
    if (elements != kMessages)
        qFatal("not all was parsed");
    return processorSeconds() - begun;
}

/// The rows alone, with their words or without.
double storing(const QStringList &bodies, bool indexed)
{
    const QTemporaryDir folder;
    const auto store = Store::open(folder.filePath(u"store.db"_s)).value();
    const QString account = u"a1"_s;
    const Jid own = Jid::fromNormalized(u"ana@example.org"_s);
    std::ignore = store->accounts().save({.uuid = account, .jid = own});
    QList<qint64> chats;
    for (int i = 0; i < kFriends; ++i) {
        chats << store->conversations().add(account, {.peer = friendOf(i)}).value();
        if (!indexed)
            std::ignore = store->conversationSettings().setValue(
                chats.constLast(), QString::fromLatin1(WordIndex::kSearched), false);
    }
    settle();
    const double begun = processorSeconds();
    for (int page = kMessages / kPage - 1; page >= 0; --page) {
        for (int i = page * kPage; i < (page + 1) * kPage; ++i) {
            const bool ours = i % 3 == 0;
            const QString id = u"m-%1"_s.arg(i);
            const auto row
                = store->messages().insert({.conversation = chats.at(i % kFriends),
                                            .order = timeOf(i).toMSecsSinceEpoch() * 1000,
                                            .outgoing = ours,
                                            .sender = ours ? own : friendOf(i),
                                            .time = timeOf(i),
                                            .body = bodies.at(i),
                                            .messageId = id,
                                            .originId = id,
                                            .stanzaId = u"2026-%1-b1946ac92492"_s.arg(i),
                                            .stanzaIdBy = own,
                                            .state = ours ? DeliveryState::Sent : DeliveryState::None});
            if (!row || !*row)
                qFatal("not stored");
        }
        if (!store->commit())
            qFatal("not committed");
    }
    return processorSeconds() - begun;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application);
    Theme::current().setReducedMotion(true);
    const QStringList bodies = makeBodies();
    QList<double> all;
    QList<double> parser;
    QList<double> store;
    QList<double> index;
    for (int round = 0; round < kRounds; ++round) {
        all << whole(bodies);
        parser << parsing(bodies);
        store << storing(bodies, false);
        index << storing(bodies, true) - store.constLast();
    }
    // As a bridge or a bot says them; each may be what another program's log has of that moment.
    apartMs = 1;
    QList<double> atOnce;
    for (int round = 0; round < kRounds; ++round)
        atOnce << whole(bodies);
    const double seconds = median(all);
    figure("ingest", kMessages / seconds, "messages/s", "aim of 10,000", 10'000);
    figure("ingest-parser", 100 * median(parser) / seconds, "%");
    figure("ingest-store", 100 * median(store) / seconds, "%");
    figure("ingest-index", 100 * median(index) / seconds, "%");
    figure("ingest-rest", 100 * (seconds - median(parser) - median(store) - median(index)) / seconds, "%");
    figure("ingest-of-one-moment", kMessages / median(atOnce), "messages/s", "a minute apart",
           kMessages / seconds);
    return 0;
}
