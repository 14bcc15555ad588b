// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/Conversations.h"
#include "core/history/HistoryExport.h"
#include "core/history/HistoryImport.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "tests/support/Figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);

/// A log of Psi: so many messages with so many people.
FoundLog makeLog(const QString &folder, int messages, int people)
{
    QDir().mkpath(folder);
    const QDateTime first(QDate(2015, 1, 1), QTime(10, 0));
    FoundLog log{.program = LogProgram::Psi, .path = folder, .chats = people};
    for (int person = 0; person < people; ++person) {
        QFile file(folder + u"/p%1_at_example.net.history"_s.arg(person));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        for (int i = 0; i < messages / people; ++i)
            file.write(
                QString(u"|"_s + first.addSecs(qint64(i) * 60).toString(Qt::ISODate)
                        + (i % 2 ? u"|1|from|N---|"_s : u"|1|to|N---|"_s)
                        + u"Quedamos mañana a las siete en la plaza, delante de la fuente, y ya veremos "_s
                        + QString::number(i) + u'\n')
                    .toUtf8());
        log.bytes += file.pos();
    }
    return log;
}

struct Run {
    double perSecond = 0;
    QList<double> turns; ///< milliseconds from one to the next
};

/// Imports it while the event loop is asked every millisecond how it is.
Run import(HistoryImport &work, const FoundLog &log, int messages)
{
    Run run;
    QElapsedTimer since;
    QTimer pulse;
    pulse.setTimerType(Qt::PreciseTimer);
    QObject::connect(&pulse, &QTimer::timeout, &pulse,
                     [&] { run.turns.append(double(since.nsecsElapsed()) / 1e6), since.start(); });
    QObject::connect(&work, &HistoryImport::finished, &pulse, [] { QCoreApplication::quit(); });
    QElapsedTimer whole;
    whole.start();
    since.start();
    pulse.start(1);
    work.start({{log, kAna}});
    QCoreApplication::exec();
    run.perSecond = messages / (double(whole.nsecsElapsed()) / 1e9);
    return run;
}

} // namespace

/// How fast logs of other programs come in, and whether a person would notice; and how fast all goes out.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int messages = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    QTemporaryDir folder;
    const FoundLog log = makeLog(folder.filePath(u"history"_s), messages, 50);
    auto store = Store::open(folder.filePath(u"store.sqlite"_s)).value();
    std::ignore = store->accounts().save({.uuid = kAna, .jid = kOwn});
    SystemClock clock;
    RandomIds ids;
    Conversations chats(kAna, kOwn, *store, clock, ids);
    HistoryImport work(*store, [&chats](const QString &) { return &chats; });
    for (const char *name : {"import", "import again, all known"}) {
        const Run run = import(work, log, messages);
        bench::figure(name, run.perSecond, "messages/s");
        bench::figure("  stall p99", bench::quantile(run.turns, 0.99), "ms", "a frame", 16);
        bench::figure("  stall longest", bench::quantile(run.turns, 1), "ms", "the limit", 50);
    }
    std::ignore = store->commit();
    for (const char *name : {"a.txt", "a.html", "a.json"}) {
        WorkProgress progress;
        QElapsedTimer timer;
        timer.start();
        const auto written
            = exportHistory(store->path(), {.file = folder.filePath(QLatin1StringView(name))}, progress);
        bench::figure(name, double(written.value()) / (double(timer.nsecsElapsed()) / 1e9), "messages/s");
    }
    return 0;
}
