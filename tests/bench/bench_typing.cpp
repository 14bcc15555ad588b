// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a key to its painted letter: in a long chat, and while a thousand messages a second arrive in the chat
// (SECURITY F18). Spelling is checked with the dictionaries of the machine.
#include "tests/support/Figures.h"
#include "tests/support/SessionRig.h"
#include "tests/support/TimelineModel.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/Composer.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/Spelling.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/writing/ComposerEdit.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <cstdio>

using namespace tertulia;
using namespace tertulia::test;
using namespace tertulia::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr double kFrameMs = 16;
constexpr double kStallMs = 50;
constexpr int kKeyEveryMs = 60; ///< of somebody who types quickly
constexpr int kPatienceMs = 5000;
constexpr int kKeysOfACalmChat = 300;
constexpr int kKeysOfAFlood = 1000; ///< a minute of it

/// Knows when it has been painted.
class PaintedWindow : public QWidget
{
public:
    int painted = 0;

protected:
    bool event(QEvent *event) override
    {
        const bool done = QWidget::event(event);
        if (event->type() == QEvent::UpdateRequest)
            ++painted;
        return done;
    }
};

/// Types a text that repeats, `keys` of it, one every kKeyEveryMs, and gives the milliseconds until each
/// letter stood there; nothing if a letter was lost.
QList<double> type(PaintedWindow &window, ComposerEdit &field, int keys)
{
    const QString words = u"the quick brown fox jumps over teh lazy dog and is gone "_s;
    QList<double> times;
    QString typed;
    field.setFocus();
    // The letter is there, and only what is painted from then on shows it.
    int paintedBefore = 0;
    int characters = 0;
    const auto changed = QObject::connect(field.document(), &QTextDocument::contentsChanged, &window, [&] {
        if (characters == field.document()->characterCount())
            return; // a mark of the spelling
        characters = field.document()->characterCount();
        paintedBefore = window.painted;
    });
    for (int key = 0; key < keys; ++key) {
        QTest::qWait(kKeyEveryMs);
        const QChar c = words[key % words.size()];
        typed += c;
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::postEvent(&field, new QKeyEvent(QEvent::KeyPress, 0, Qt::NoModifier, c));
        const auto isThere = [&] {
            return field.document()->characterCount() - 1 == typed.size() && window.painted > paintedBefore;
        };
        while (!isThere() && timer.elapsed() < kPatienceMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    QObject::disconnect(changed);
    return field.toPlainText() == typed ? times : QList<double>();
}

void inALongChat()
{
    UiSettings settings{QString()};
    Spelling spelling(settings);
    TimelineModel model;
    model.insert(0, TimelineModel::conversation(10000));
    PaintedWindow window;
    auto *column = new QVBoxLayout(&window);
    auto *view = new TimelineView(&window);
    auto *composer = new Composer(&window);
    composer->setSpelling(spelling);
    column->addWidget(view, 1);
    column->addWidget(composer);
    view->setModel(&model);
    window.resize(710, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return;
    const QList<double> times = type(window, *composer->field(), kKeysOfACalmChat);
    figure("typing-10000-rows", median(times), "ms", "frame of 16 ms", kFrameMs);
    figure("typing-10000-rows-p99", quantile(times, 0.99), "ms", "frame of 16 ms", kFrameMs);
}

/// A timer that is late catches up, so that it is a thousand whatever they cost.
void whileMessagesArrive()
{
    SessionRig rig;
    rig.bringOnline();
    UiSettings settings{QString()};
    Spelling spelling(settings);
    PaintedWindow window;
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    auto *chat = new ChatWidget(*rig.session, Jid::fromNormalized(u"bruno@example.org"_s), &window);
    chat->setSpelling(spelling);
    column->addWidget(chat);
    window.resize(710, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return;
    qint64 sent = 0;
    QElapsedTimer since;
    since.start();
    QTimer flood;
    flood.setTimerType(Qt::PreciseTimer);
    QObject::connect(&flood, &QTimer::timeout, &flood, [&] {
        for (; sent < since.elapsed(); ++sent) {
            const QByteArray number = QByteArray::number(sent);
            rig.server.send("<message from='bruno@example.org/phone' type='chat' id='f" + number
                            + "'><body>Message " + number
                            + " of a long row, as long as people write</body></message>");
        }
    });
    flood.start(1);
    auto *composer = chat->findChild<Composer *>();
    const QList<double> times = type(window, *composer->field(), kKeysOfAFlood);
    flood.stop();
    const double rate = double(sent) * 1000.0 / double(since.elapsed());
    if (times.isEmpty())
        std::fprintf(stderr, "typing: keys were lost\n");
    figure("typing-flood-rate", rate, "1/s", "1,000 messages a second", 1000);
    figure("typing-flood", median(times), "ms", "frame of 16 ms", kFrameMs);
    figure("typing-flood-p99", quantile(times, 0.99), "ms", "stall of 50 ms", kStallMs);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application);
    Theme::current().setReducedMotion(true);
    inALongChat();
    whileMessagesArrive();
    return 0;
}
