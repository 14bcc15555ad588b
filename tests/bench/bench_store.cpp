// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/Conversations.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/models/RosterModel.h"
#include "core/store/AccountsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);
const QString kText = u"Quedamos mañana a las siete en la plaza, delante de la fuente, y luego ya veremos "
                      u"adónde vamos a cenar; trae el paraguas"_s;

Jid peer(int number)
{
    return Jid::fromNormalized(u"p%1@example.net"_s.arg(number));
}

QByteArray named(const char *figure, int count)
{
    return QString::fromLatin1(figure).arg(count).toLatin1();
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// A profile of its own, and what stands on it.
struct Profile {
    explicit Profile(const QString &path)
        : store(Store::open(path).value())
    {
        std::ignore = store->accounts().save({.uuid = kAna, .jid = kOwn});
        chats = std::make_unique<Conversations>(kAna, kOwn, *store, clock, ids);
    }

    void say(const Jid &from, int number)
    {
        const QString id = u"5f3a9c1e-"_s + QString::number(number);
        std::ignore = chats->incoming({.peer = from,
                                       .sender = from,
                                       .body = kText + QString::number(number),
                                       .messageId = id,
                                       .originId = id,
                                       .stanzaId = u"1720000000"_s + QString::number(number),
                                       .stanzaIdBy = kOwn});
    }

    SystemClock clock;
    RandomIds ids;
    std::unique_ptr<Store> store;
    std::unique_ptr<Conversations> chats;
    RosterModel roster{kAna};
};

/// Rows a second of the barest insert there is: one table, one transaction, no index.
double bareInsertsPerSecond(const QString &path, int count)
{
    double perSecond = 0;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        connection.setDatabaseName(path);
        connection.open();
        QSqlQuery(connection)
            .exec(u"CREATE TABLE m(id INTEGER PRIMARY KEY, peer TEXT, time INTEGER, body TEXT)"_s);
        QElapsedTimer timer;
        timer.start();
        connection.transaction();
        QSqlQuery insert(connection);
        insert.prepare(u"INSERT INTO m(peer, time, body) VALUES (?, ?, ?)"_s);
        for (int i = 0; i < count; ++i) {
            insert.bindValue(0, u"bruno@example.net"_s);
            insert.bindValue(1, i);
            insert.bindValue(2, QString(kText + QString::number(i)));
            insert.exec();
        }
        connection.commit();
        perSecond = count / milliseconds(timer) * 1000;
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
    return perSecond;
}

void ingest(const QString &folder)
{
    constexpr int kMessages = 50'000;
    QList<double> ours;
    QList<double> bare;
    for (int round = 0; round < 3; ++round) {
        bare.append(bareInsertsPerSecond(folder + u"/bare%1"_s.arg(round), kMessages));
        Profile profile(folder + u"/ingest%1"_s.arg(round));
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kMessages; ++i) {
            profile.say(peer(i % 20), i);
            if (i % 50 == 49)
                QCoreApplication::processEvents();
        }
        std::ignore = profile.store->commit();
        ours.append(kMessages / milliseconds(timer) * 1000);
    }
    bench::figure("store_ingest", bench::median(ours), "messages/s", "bare inserts/s", bench::median(bare));
}

void compose(const QString &folder)
{
    Profile profile(folder + u"/compose"_s);
    QList<double> times;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        std::ignore = profile.chats->compose(peer(1), kText);
        times.append(milliseconds(timer));
    }
    bench::figure("store_compose_synced", bench::median(times), "ms");
    bench::figure("store_compose_synced_p99", bench::quantile(times, 0.99), "ms", "median",
                  bench::median(times));
}

double openingTime(Profile &profile, const Jid &with)
{
    QList<double> times;
    for (int i = 0; i < 21; ++i) {
        QElapsedTimer timer;
        timer.start();
        ConversationModel model(*profile.chats, profile.roster, with, u"Ana"_s);
        times.append(milliseconds(timer));
    }
    return bench::median(times);
}

void open(const QString &folder, int many)
{
    Profile profile(folder + u"/open"_s);
    for (int i = 0; i < many; ++i)
        profile.say(peer(0), i);
    for (int i = 0; i < 100 * 100; ++i)
        profile.say(peer(1 + i % 100), i);
    std::ignore = profile.store->commit();
    const double few = openingTime(profile, peer(1));
    bench::figure("chat_open_100_messages", few, "ms");
    bench::figure(named("chat_open_%1_messages", many).constData(), openingTime(profile, peer(0)), "ms",
                  "with 100 messages", few);

    QElapsedTimer timer;
    timer.start();
    double longest = 0;
    for (int i = 1; i <= 100; ++i) {
        QElapsedTimer each;
        each.start();
        ConversationModel model(*profile.chats, profile.roster, peer(i), u"Ana"_s);
        profile.chats->markRead(peer(i));
        longest = std::max(longest, milliseconds(each));
    }
    bench::figure("chats_opened_100_in_a_row", milliseconds(timer), "ms");
    bench::figure("chats_opened_longest", longest, "ms");

    const QString path = profile.store->path();
    profile.chats.reset();
    profile.store.reset();
    timer.restart();
    Profile again(path);
    ConversationListModel list(kAna, *again.chats, again.roster);
    bench::figure(named("store_start_%1_messages", many).constData(), milliseconds(timer), "ms");
    timer.restart();
    const auto found = again.store->messages().search(kAna, u"paraguas%1"_s.arg(many - 1), 50);
    bench::figure(named("store_search_%1_messages", many).constData(), milliseconds(timer), "ms");
    if (found.size() != 1)
        qFatal("the search found nothing");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTemporaryDir folder;
    constexpr int kMany = 1'000'000;
    // Fewer for a quick look: bench_store 50000
    const int many = argc > 1 ? QByteArray(argv[1]).toInt() : kMany;
    ingest(folder.path());
    compose(folder.path());
    open(folder.path(), std::max(many, 20'000));
    return 0;
}
