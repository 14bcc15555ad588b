// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline: frames while scrolling, opening a chat, messages arriving. Painted by the raster engine into
// an image, which is what the offscreen platform shows.
#include "tests/support/Figures.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/TimelineModel.h"
#include "ui/chat/ChatWidget.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QScrollBar>

using namespace tertulia;
using namespace tertulia::test;
using namespace tertulia::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr double kFrameMs = 16;
constexpr double kFirstScreenMs = 100;

double msOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void frame(TimelineView &view, QImage &image)
{
    view.settleNow();
    view.viewport()->render(&image);
}

void scrolling(int messages, int step, const char *name, const char *worst)
{
    TimelineModel model;
    model.insert(0, TimelineModel::conversation(messages));
    TimelineView view;
    view.resize(710, 734);
    view.setModel(&model);
    view.show();
    view.settleNow();
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    frame(view, image);
    QList<double> times;
    for (int i = 0; i < 1000; ++i) {
        QElapsedTimer timer;
        timer.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - step);
        frame(view, image);
        times << msOf(timer);
    }
    figure(name, median(times), "ms", "frame of 16 ms", kFrameMs);
    figure(worst, quantile(times, 0.99), "ms", "frame of 16 ms", kFrameMs);
}

void appending()
{
    TimelineModel model;
    model.insert(0, TimelineModel::conversation(10000));
    TimelineView view;
    view.resize(710, 734);
    view.setModel(&model);
    view.show();
    view.settleNow();
    QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    frame(view, image);
    const QList<TimelineModel::Message> more
        = TimelineModel::conversation(1000, QDateTime({2026, 6, 4}, {20, 0}, Qt::UTC));
    QList<double> times;
    QElapsedTimer whole;
    whole.start();
    for (const TimelineModel::Message &message : more) {
        QElapsedTimer timer;
        timer.start();
        model.append(message);
        frame(view, image);
        times << msOf(timer);
    }
    figure("timeline-append-1000-frames", msOf(whole), "ms", "a frame each", kFrameMs * 1000);
    figure("timeline-append-frame", median(times), "ms", "frame of 16 ms", kFrameMs);
    figure("timeline-append-frame-p99", quantile(times, 0.99), "ms", "frame of 16 ms", kFrameMs);

    QElapsedTimer burst;
    burst.start();
    for (const TimelineModel::Message &message : more)
        model.append(message);
    frame(view, image);
    figure("timeline-append-1000-at-once", msOf(burst), "ms", "first screen of 100 ms", kFirstScreenMs);
}

void opening()
{
    QList<double> times;
    TimelineModel model;
    model.insert(0, TimelineModel::conversation(100000));
    for (int i = 0; i < 30; ++i) {
        QElapsedTimer timer;
        timer.start();
        TimelineView view;
        view.resize(710, 734);
        view.setModel(&model);
        view.show();
        QImage image(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        frame(view, image);
        times << msOf(timer);
    }
    figure("timeline-open-100000-rows", median(times), "ms", "first screen of 100 ms", kFirstScreenMs);
}

/// The whole chat over the store: session, model, header, timeline, composer, first painted screen.
void openingChats()
{
    QList<OfflineProfile::Said> past;
    for (int chat = 0; chat < 100; ++chat) {
        for (int i = 0; i < 100; ++i) {
            past << OfflineProfile::Said{
                u"person%1@example.org"_s.arg(chat),
                u"message %1 of a chat that has some history, and some length"_s.arg(i), i % 3 == 0};
        }
    }
    const OfflineProfile profile(past);
    QList<double> times;
    QElapsedTimer whole;
    whole.start();
    for (int chat = 0; chat < 100; ++chat) {
        QElapsedTimer timer;
        timer.start();
        ChatWidget widget(profile.session(), profile.key(u"person%1@example.org"_s.arg(chat)).peer);
        widget.resize(710, 734);
        widget.show();
        QImage image(widget.size(), QImage::Format_ARGB32_Premultiplied);
        widget.timeline()->settleNow();
        widget.render(&image);
        times << msOf(timer);
    }
    figure("chats-opened-100-in-a-row", msOf(whole), "ms", "first screens of 100 ms", kFirstScreenMs * 100);
    figure("chat-open-first-screen", median(times), "ms", "first screen of 100 ms", kFirstScreenMs);
    figure("chat-open-first-screen-p99", quantile(times, 0.99), "ms", "first screen of 100 ms",
           kFirstScreenMs);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application);
    Theme::current().setReducedMotion(true);
    scrolling(10000, 60, "timeline-scroll-frame", "timeline-scroll-frame-p99");
    scrolling(10000, 700, "timeline-page-frame", "timeline-page-frame-p99");
    appending();
    opening();
    openingChats();
    return 0;
}
