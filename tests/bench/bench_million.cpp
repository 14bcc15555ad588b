// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A million messages: opening a chat, jumping to a date, searching, typing what is searched, scrolling,
// memory. The store is made by the first run (GreatStore).
#include "core/session/MessageSearch.h"
#include "core/session/SessionChats.h"
#include "tests/support/Figures.h"
#include "tests/support/GreatStore.h"
#include "tests/support/OfflineProfile.h"
#include "ui/chat/ChatWidget.h"
#include "ui/search/SearchPage.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace tertulia;
using namespace tertulia::test;
using namespace tertulia::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr double kAimMs = 50;
constexpr double kFrameMs = 16;

double msOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void paint(ChatWidget &chat)
{
    QImage image(chat.size(), QImage::Format_ARGB32_Premultiplied);
    chat.timeline()->settleNow();
    chat.render(&image);
}

std::unique_ptr<ChatWidget> opened(const OfflineProfile &profile, int chat)
{
    auto widget = std::make_unique<ChatWidget>(profile.session(), GreatStore::peer(chat));
    widget->resize(710, 734);
    widget->show();
    paint(*widget);
    return widget;
}

double opening(const OfflineProfile &profile, int chat)
{
    QList<double> times;
    for (int i = 0; i < 21; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto widget = opened(profile, chat);
        times << msOf(timer);
    }
    return median(times);
}

void jumping(const OfflineProfile &profile)
{
    const auto widget = opened(profile, 0);
    QRandomGenerator random(7);
    QList<double> times;
    for (int i = 0; i < 50; ++i) {
        const QDateTime day = QDate(2020, 6, 2).addDays(random.bounded(2180)).startOfDay();
        QElapsedTimer timer;
        timer.start();
        widget->showMessage(profile.session().chats().messageSince(GreatStore::peer(0), day));
        paint(*widget);
        times << msOf(timer);
    }
    figure("million-jump-to-date", median(times), "ms", "aim of 50 ms", kAimMs);
    figure("million-jump-to-date-p99", quantile(times, 0.99), "ms", "aim of 50 ms", kAimMs);
}

/// The first page of results for each of the texts.
void searching(MessageSearch &search, const QStringList &texts, const char *name)
{
    QList<double> times;
    for (const QString &text : texts) {
        QElapsedTimer timer;
        timer.start();
        bool done = false;
        search.find({.words = SearchWords(text)}, 30).then(&search, [&done](const Result<FoundPage> &) {
            done = true;
        });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times << msOf(timer);
    }
    figure(name, median(times), "ms", "aim of 50 ms", kAimMs);
    figure(QByteArray(QByteArray(name) + "-worst").constData(), quantile(times, 1.0), "ms", "aim of 50 ms",
           kAimMs);
}

void searching(const OfflineProfile &profile)
{
    MessageSearch search(*profile.accounts);
    searching(search, {GreatStore::word(0)}, "million-search-begin");
    QRandomGenerator random(11);
    QStringList common;
    QStringList rare;
    QStringList three;
    QStringList typed;
    QStringList beginnings;
    for (int i = 0; i < 31; ++i) {
        common << GreatStore::word(random.bounded(50)) + u' ';
        rare << GreatStore::word(2000 + random.bounded(GreatStore::kWords - 2000));
        three << QStringList{GreatStore::word(random.bounded(500)), GreatStore::word(random.bounded(500)),
                             GreatStore::word(random.bounded(500))}
                     .join(u' ');
        typed << QStringList{GreatStore::word(random.bounded(20)),
                             GreatStore::word(random.bounded(2000)).left(3)}
                     .join(u' ');
        beginnings << GreatStore::word(random.bounded(500)).left(2);
    }
    searching(search, common, "million-search-common-word");
    searching(search, rare, "million-search-rare-word");
    searching(search, three, "million-search-three-words");
    searching(search, typed, "million-search-common-and-letters");
    searching(search, beginnings, "million-search-two-letters");
    searching(search, {u"zzz"_s, u"xyz abc"_s, u"\"mela mela mela\""_s}, "million-search-nothing");
}

/// How much later than they are due things happen in the event loop while somebody types and results come.
void typing(const OfflineProfile &profile)
{
    constexpr int kLookMs = 2;
    constexpr int kLetterMs = 80;
    SearchPage page(*profile.accounts);
    page.resize(340, 734);
    page.show();
    QList<double> late;
    QElapsedTimer since;
    QTimer look;
    look.setTimerType(Qt::PreciseTimer);
    look.setInterval(kLookMs);
    QObject::connect(&look, &QTimer::timeout, &page, [&] {
        late << std::max(0.0, msOf(since) - kLookMs);
        since.start();
    });
    since.start();
    look.start();
    const auto run = [&page](int ms) {
        const QDeadlineTimer end(ms);
        while (!end.hasExpired() || page.results()->isSearching())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    QRandomGenerator random(5);
    for (int i = 0; i < 12; ++i) {
        page.field()->clear();
        const QString text
            = GreatStore::word(random.bounded(300)) + u' ' + GreatStore::word(random.bounded(9000));
        for (const QChar letter : text) {
            page.field()->insert(letter);
            run(kLetterMs);
        }
        for (int step = 0; step < 10; ++step) {
            QTest::keyClick(page.field(), Qt::Key_PageDown);
            run(kLetterMs / 2);
        }
    }
    figure("million-search-stall-p99", quantile(late, 0.99), "ms", "frame of 16 ms", kFrameMs);
    figure("million-search-stall-longest", quantile(late, 1.0), "ms", "limit of 50 ms", kAimMs);
}

void scrolling(const OfflineProfile &profile)
{
    const auto widget = opened(profile, 0);
    TimelineView &view = *widget->timeline();
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    QList<double> times;
    // A message is some 50 pixels high: 10,000 of them.
    for (int i = 0; i < 2500; ++i) {
        QElapsedTimer timer;
        timer.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 200);
        view.settleNow();
        view.viewport()->render(&image);
        times << msOf(timer);
    }
    figure("million-scroll-frame", median(times), "ms", "frame of 16 ms", kFrameMs);
    figure("million-scroll-frame-p99", quantile(times, 0.99), "ms", "frame of 16 ms", kFrameMs);
}

/// Resident, in MiB.
double resident()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// Of a process that opens a chat, scrolls and searches in this store.
int printMemory(const QString &store)
{
    const auto profile = OfflineProfile::at(store);
    const auto widget = opened(*profile, 0);
    for (int i = 0; i < 100; ++i) {
        widget->timeline()->scrollPages(-1);
        paint(*widget);
    }
    MessageSearch search(*profile->accounts);
    bool done = false;
    search.find({.words = SearchWords(GreatStore::word(1000))}, 30)
        .then(&search, [&done](const Result<FoundPage> &) { done = true; });
    while (!done)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    printf("%.1f\n", resident());
    return 0;
}

double memoryOver(const QString &store)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, store});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed().toDouble();
}

void memory()
{
    const QTemporaryDir folder;
    const double empty = memoryOver(folder.filePath(u"store.db"_s));
    const double full = memoryOver(GreatStore::path());
    figure("million-memory-empty", empty, "MiB");
    figure("million-memory-above-empty", full - empty, "MiB", "aim of 20 MiB", 20);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application);
    Theme::current().setReducedMotion(true);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--memory"_L1)
        return printMemory(arguments.at(2));
    const QString path = GreatStore::path();
    {
        const auto profile = OfflineProfile::at(path);
        const double hundred = opening(*profile, GreatStore::kChats - 1);
        figure("million-open-chat-of-100", hundred, "ms", "aim of 50 ms", kAimMs);
        figure("million-open-largest-chat", opening(*profile, 0), "ms", "chat of 100", hundred);
        jumping(*profile);
        searching(*profile);
        typing(*profile);
        scrolling(*profile);
    }
    memory();
    return 0;
}
