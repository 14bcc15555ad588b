// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "tests/support/TimelineModel.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/JumpButton.h"
#include "ui/timeline/MessageActionBar.h"
#include "ui/timeline/TimelineView.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QMenu>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

/// A real view under the offscreen platform, over a model in memory.
class TimelineViewTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TimelineModel> model;
    std::unique_ptr<TimelineView> view;

    void open(int messages, QSize size = {700, 600})
    {
        model = std::make_unique<TimelineModel>();
        model->insert(0, TimelineModel::conversation(messages));
        view = std::make_unique<TimelineView>();
        view->setPeerName(u"Bruno Díaz"_s);
        view->resize(size);
        view->setModel(model.get());
        view->show();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        view->settleNow();
    }
    int rowOf(qint64 id) const
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->at(row).id == id)
                return row;
        }
        return -1;
    }
    /// Where the first line of a message is seen.
    int lineY(qint64 id)
    {
        view->settleNow();
        const int row = rowOf(id);
        return view->geometryForTest().rowY(row) + view->layoutOf(row).lineTop(0);
    }
    /// The message that is read: the first whose text begins in sight.
    qint64 underTheEye()
    {
        view->settleNow();
        // What is anchored may be a later line of a message whose first one is out of sight.
        while (view->geometryForTest().anchor().position > 0)
            scrollUp(4);
        return view->geometryForTest().anchor().id;
    }
    void scrollUp(int pixels)
    {
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() - pixels);
        view->settleNow();
    }
    /// What the menu of a message offers; in brackets what is of no use now.
    QStringList menuOf(int row)
    {
        view->settleNow();
        view->openContextMenu(row, QPoint(10, 10));
        std::unique_ptr<QMenu> menu(view->findChild<QMenu *>());
        QStringList names;
        for (const QAction *action : menu->actions()) {
            const QString name = action->text().remove(u'&');
            if (!action->isSeparator())
                names << (action->isEnabled() ? name : QString(u'(' + name + u')'));
        }
        return names;
    }
    QPoint textPoint(int row, int position)
    {
        return view->layoutOf(row).characterRect(position).center()
            + QPoint(0, view->geometryForTest().rowY(row));
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
        Theme::current().setReducedMotion(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void cleanup()
    {
        view.reset();
        model.reset();
        Theme::current().setTextSize(100);
        Theme::current().setChoice(Theme::Choice::Light);
        qApp->setLayoutDirection(Qt::LeftToRight);
    }

    // R14: what is read does not move.

    void opensAtTheNewestMessage()
    {
        open(300);
        QVERIFY(view->isAtBottom());
        QCOMPARE(view->geometryForTest().lastVisible(), 299);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    }

    void prependingKeepsTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        model->insert(0, TimelineModel::conversation(50, model->at(0).time.addSecs(-60)));
        QCOMPARE(lineY(id), before);
        model->insert(0, TimelineModel::conversation(50, model->at(0).time.addDays(-1)));
        QCOMPARE(lineY(id), before);
    }

    void insertingAboveKeepsTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        // Right above it, so that its grouping changes too, and further up.
        model->insert(
            rowOf(id),
            {{.body = u"late\nand of three\nlines"_s, .time = model->at(rowOf(id)).time, .delayed = true}});
        QCOMPARE(lineY(id), before);
        model->insert(3, {{.body = u"very late"_s, .time = model->at(3).time, .delayed = true}});
        QCOMPARE(lineY(id), before);
    }

    // R18: what is missing is a row that loads.

    void aGapIsTheSameHeightInEveryState()
    {
        open(120);
        using State = ArchiveGap::State;
        scrollUp(1500);
        const int row = rowOf(underTheEye());
        const auto setGap = [&](State state) {
            model->change(row - 1,
                          [state](TimelineModel::Message &m) { m.gapAbove = ArchiveGap{7, 0, state}; });
            view->settleNow();
        };
        const qint64 id = model->at(row).id;
        const int before = lineY(id);
        setGap(State::Waiting);
        const int height = view->layoutOf(row - 1).height();
        QCOMPARE(lineY(id), before);
        for (const State state : {State::Loading, State::Failed, State::Held}) {
            setGap(state);
            QCOMPARE(view->layoutOf(row - 1).height(), height);
            QCOMPARE(lineY(id), before);
        }
        // The page is here: the gap has moved up with it.
        model->change(row - 1, [](TimelineModel::Message &m) { m.gapAbove.reset(); });
        model->insert(row - 1, TimelineModel::conversation(50, model->at(row - 1).time));
        QCOMPARE(lineY(id), before);
    }

    void aGapAsksToBeLoadedOnceItIsSeen()
    {
        open(120);
        model->change(20, [](TimelineModel::Message &m) { m.gapAbove = ArchiveGap{7, 0}; });
        QSignalSpy seen(view.get(), &TimelineView::gapSeen);
        view->settleNow();
        QCOMPARE(seen.size(), 0); // far above
        view->showMessage(model->at(20).id);
        QVERIFY(!seen.isEmpty());
        QCOMPARE(seen.last()[0].toLongLong(), 7);
        model->change(20, [](TimelineModel::Message &m) { m.gapAbove->state = ArchiveGap::State::Loading; });
        seen.clear();
        view->settleNow();
        QCOMPARE(seen.size(), 0);
        QVERIFY(view->accessibleText(20).startsWith(u"Loading messages…. "_s));
        // Below the last one it is behind all messages.
        model->change(119, [](TimelineModel::Message &m) { m.gapBelow = ArchiveGap{8, 0}; });
        view->settleNow();
        view->scrollToBottom();
        QCOMPARE(seen.last()[0].toLongLong(), 8);
        QVERIFY(view->accessibleText(119).endsWith(u". Messages missing here"_s));
    }

    void aGapIsClickedAndReachedByKeyboard()
    {
        open(5);
        model->change(
            0, [](TimelineModel::Message &m) { m.gapAbove = ArchiveGap{7, 0, ArchiveGap::State::Failed}; });
        view->settleNow();
        QSignalSpy pressed(view.get(), &TimelineView::gapPressed);
        const QPoint point
            = view->layoutOf(0).gapAbove().center() + QPoint(0, view->geometryForTest().rowY(0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed[0][0].value<ArchiveGap>().range, 7);
        view->activateRow(0);
        QCOMPARE(pressed.size(), 2);
        view->grab(); // paints it
    }

    void removingAndEditingAboveKeepsTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        model->remove(rowOf(id) - 4, 2);
        QCOMPARE(lineY(id), before);
        model->setBody(rowOf(id) - 1, u"edited\nto be\nmuch\nlonger\nthan\nit was"_s);
        QCOMPARE(lineY(id), before);
    }

    void removingTheLineItselfShowsTheNext()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        const qint64 next = model->at(rowOf(id) + 1).id;
        model->remove(rowOf(id));
        QCOMPARE(lineY(next), before);
    }

    void resizingKeepsTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        view->resize(420, 600);
        QCOMPARE(lineY(id), before);
        view->resize(1100, 420);
        QCOMPARE(lineY(id), before);
        view->resize(700, 600);
        QCOMPARE(lineY(id), before);
    }

    void changingTheTextSizeKeepsTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        QFont font = view->font();
        font.setPixelSize(QFontInfo(font).pixelSize() * 7 / 4);
        view->setFont(font);
        QCOMPARE(view->layoutOf(rowOf(id)).body().text().font().pixelSize(), font.pixelSize());
        QCOMPARE(lineY(id), before);
        Theme::current().setTextSize(150);
        QCOMPARE(lineY(id), before);
    }

    void aLongMessageKeepsItsLineToo()
    {
        open(3);
        QString body;
        for (int i = 0; i < 200; ++i)
            body += u"line %1 of a message that is longer than the window\n"_s.arg(i);
        model->append({.body = body, .time = model->at(2).time.addSecs(60)});
        model->append({.body = u"end"_s, .time = model->at(2).time.addSecs(90)});
        view->settleNow();
        scrollUp(1700);
        const TimelineGeometry::Anchor anchor = view->geometryForTest().anchor();
        QVERIFY(anchor.position > 0);
        view->resize(430, 600);
        view->settleNow();
        const int row = rowOf(anchor.id);
        QCOMPARE(view->geometryForTest().rowY(row) + view->layoutOf(row).lineTop(anchor.position), anchor.y);
    }

    void aResetKeepsTheLineIfTheMessageIsStillThere()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        QList<TimelineModel::Message> kept;
        for (int row = 20; row < 120; ++row)
            kept << model->at(row);
        model->replaceAll(kept);
        QCOMPARE(lineY(id), before);
    }

    void scrollingThroughEverythingIsContinuous()
    {
        open(400);
        // Small steps over rows of unknown height: each moves what is seen by exactly that much.
        for (int i = 0; i < 300; ++i) {
            const qint64 id = underTheEye();
            const int before = lineY(id);
            if (view->geometryForTest().top() < 100)
                break;
            scrollUp(60);
            QCOMPARE(lineY(id), before + 60);
        }
    }

    // R15

    void arrivingAtTheBottomFollows()
    {
        open(60);
        model->append({.body = u"new"_s, .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        QVERIFY(view->isAtBottom());
        QCOMPARE(view->newBelow(), 0);
    }

    void arrivingWhileReadingDoesNot()
    {
        open(60);
        scrollUp(800);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        for (int i = 0; i < 50; ++i)
            model->append({.body = u"new %1"_s.arg(i), .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        model->append({.outgoing = true,
                       .body = u"from my phone"_s,
                       .time = QDateTime({2026, 6, 3}, {10, 17}, Qt::UTC)});
        QCOMPARE(lineY(id), before);
        QVERIFY(!view->isAtBottom());
        QCOMPARE(view->newBelow(), 50);
        auto *jump = view->findChild<JumpButton *>();
        QVERIFY(jump->isVisible());
        QCOMPARE(jump->count(), 50);
        screenshot(*view, u"timeline-jump"_s);
        QTest::mouseClick(jump, Qt::LeftButton);
        view->settleNow();
        QVERIFY(view->isAtBottom());
        QCOMPARE(view->newBelow(), 0);
        QVERIFY(!jump->isVisible());
    }

    void growingWindowStaysAtTheBottom()
    {
        open(60);
        view->resize(500, 300);
        view->settleNow();
        QVERIFY(view->isAtBottom());
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    }

    void theNewestIsNotSeenWhileNewerPagesAreMissing()
    {
        open(60);
        bool newer = true;
        int fetched = 0;
        view->setModel(model.get(), {[&] { return newer; }, [&] { ++fetched; }, [&] { newer = false; }});
        view->settleNow();
        QVERIFY(!view->isAtBottom());
        QVERIFY(fetched > 0);
        view->scrollToBottom();
        QVERIFY(view->isAtBottom());
    }

    void olderPagesComeBeforeTheTopIsReached()
    {
        open(120);
        model->older = 2;
        QCOMPARE(model->fetches, 0);
        while (model->fetches == 0 && view->geometryForTest().top() > 0)
            scrollUp(200);
        QCOMPARE(model->fetches, 1);
        QVERIFY(view->geometryForTest().top() > view->height());
    }

    void aShortChatFillsItselfAndStandsAtTheBottom()
    {
        open(2);
        const int bottom = view->bubbleRect(1).bottom();
        QVERIFY2(qAbs(bottom - (view->viewport()->height() - measure::kEnds)) <= 2,
                 qPrintable(QString::number(bottom)));
        QVERIFY(!view->verticalScrollBar()->maximum());
        model->older = 3;
        model->append({.body = u"x"_s, .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        QTRY_VERIFY(model->fetches >= 1);
        view->settleNow();
        QVERIFY(view->isAtBottom());
    }

    // Grouping and separators.

    void groups()
    {
        TimelineModel m;
        const QDateTime t({2026, 6, 2}, {9, 0}, Qt::UTC);
        m.append({.body = u"a"_s, .time = t});
        m.append({.body = u"b"_s, .time = t.addSecs(299)});
        m.append({.body = u"c"_s, .time = t.addSecs(299 + 300)});
        m.append({.outgoing = true, .body = u"d"_s, .time = t.addSecs(601)});
        m.append({.body = u"e"_s, .time = t.addDays(1)});
        m.append({.body = u"f"_s, .time = t.addDays(1)});
        const auto row = [&](int i, qint64 unread = 0) { return TimelineRow::read(m, i, unread); };
        QVERIFY(row(0).startsDay && row(0).startsGroup && !row(0).endsGroup);
        QVERIFY(!row(1).startsDay && !row(1).startsGroup && row(1).endsGroup);
        QVERIFY(row(2).startsGroup && row(2).endsGroup);
        QVERIFY(row(3).startsGroup && row(3).outgoing);
        QVERIFY(row(4).startsDay && row(4).startsGroup && !row(4).endsGroup);
        QVERIFY(!row(5).startsGroup);
        // The unread line divides a group.
        QVERIFY(row(4, m.at(5).id).endsGroup);
        QVERIFY(row(5, m.at(5).id).startsGroup && row(5, m.at(5).id).startsUnread);
        // Between two people the name stands where reading begins anew, and nowhere else.
        for (int i = 0; i < 6; ++i)
            QVERIFY(!row(i).showsName);
        QVERIFY(row(5, m.at(5).id).showsName && !row(4, m.at(5).id).showsName);
        QVERIFY(!row(3, m.at(3).id).showsName);
    }

    void theUnreadLineCountsWhatWasNewAndIsShown()
    {
        open(200);
        int unread = 0;
        for (int row = 170; row < 200; ++row)
            unread += model->at(row).outgoing ? 0 : 1;
        view->setFirstUnread(model->at(170).id);
        view->scrollToUnread();
        view->settleNow();
        const MessageLayout &message = view->layoutOf(170);
        QCOMPARE(message.unreadText(), u"%1 new message(s)"_s.arg(unread));
        const int y = view->geometryForTest().rowY(170) + message.unread().top();
        QVERIFY2(y > 0 && y < view->height() / 3, qPrintable(QString::number(y)));
        QVERIFY(!view->isAtBottom());
        // More arrive: the line still says what was new when the person came.
        model->append({.body = u"new"_s, .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        QCOMPARE(view->layoutOf(170).unreadText(), u"%1 new message(s)"_s.arg(unread));
        view->setFirstUnread(0);
        view->settleNow();
        QVERIFY(view->layoutOf(170).unread().isNull());
    }

    void jumpingGoesToTheUnreadLineFirst()
    {
        open(300);
        view->setFirstUnread(model->at(250).id);
        view->settleNow();
        view->verticalScrollBar()->setValue(0);
        view->settleNow();
        auto *jump = view->findChild<JumpButton *>();
        QVERIFY(jump->isVisible());
        QTest::mouseClick(jump, Qt::LeftButton);
        view->settleNow();
        QVERIFY(!view->isAtBottom());
        QVERIFY(view->geometryForTest().firstVisible() <= 250
                && view->geometryForTest().lastVisible() >= 250);
        QTest::mouseClick(jump, Qt::LeftButton);
        view->settleNow();
        QVERIFY(view->isAtBottom());
    }

    // Selection.

    void selectsWithinOneMessage()
    {
        open(30);
        model->append({.body = u"alpha beta gamma"_s, .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        const int row = 30;
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, textPoint(row, 7));
        QCOMPARE(view->selectedText(), u"beta"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, textPoint(row, 0) - QPoint(3, 0));
        QVERIFY(!view->hasSelection());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          textPoint(row, 10) - QPoint(2, 0));
        QCOMPARE(view->selectedText(), u"alpha beta"_s);
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"alpha beta"_s);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(!view->hasSelection());
    }

    void selectsAcrossMessages()
    {
        open(1);
        model->replaceAll({{.body = u"first words"_s, .time = QDateTime({2026, 6, 3}, {10, 2}, Qt::UTC)},
                           {.outgoing = true,
                            .body = u"in between\ntwo lines"_s,
                            .time = QDateTime({2026, 6, 3}, {10, 3}, Qt::UTC)},
                           {.body = u"last words"_s, .time = QDateTime({2026, 6, 3}, {10, 15}, Qt::UTC)}});
        view->settleNow();
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, textPoint(0, 6) - QPoint(3, 0));
        QTest::mouseMove(view->viewport(), textPoint(1, 3));
        QTest::mouseMove(view->viewport(), textPoint(2, 4));
        // QTest::mouseMove() carries no buttons under the offscreen platform: say them.
        const QPoint end = textPoint(2, 4) - QPoint(1, 0);
        QMouseEvent move(QEvent::MouseMove, end, view->viewport()->mapToGlobal(end), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(view->viewport(), &move);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, end);
        screenshot(*view, u"timeline-selection"_s);
        QCOMPARE(view->selectedText(),
                 u"[10:02] Bruno: words\n[10:03] Ana: in between\ntwo lines\n[10:15] Bruno: last"_s);
        // It stands on messages, not on rows.
        model->insert(0, TimelineModel::conversation(50, QDateTime({2026, 6, 3}, {9, 0}, Qt::UTC)));
        view->settleNow();
        QVERIFY(view->selectedText().startsWith(u"[10:02] Bruno: words"_s));
        model->remove(50);
        QVERIFY(!view->hasSelection());
    }

    void selectAllTakesEverythingLoaded()
    {
        open(2000);
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(view->selectedText().count(u'\n') >= 1999);
        QVERIFY(view->geometryForTest().cachedLayouts() < 500);
    }

    // Actions.

    void opensLinksThroughTheOpenerOnly()
    {
        open(1);
        model->replaceAll(
            // SECURITY A100, A101: the opener gets exactly the link, or is not called.
            {{.body = u"see https://example.org/a?b=c. or javascript:alert(1) or file:///etc/passwd"_s,
              .time = QDateTime({2026, 6, 3}, {10, 2}, Qt::UTC)}});
        QList<QUrl> opened;
        view->setLinkOpener([&](const QUrl &url) { opened << url; });
        view->settleNow();
        QCOMPARE(view->layoutOf(0).text().links.size(), 1);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, textPoint(0, 45));
        QVERIFY(opened.isEmpty());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, textPoint(0, 10));
        QCOMPARE(opened, QList<QUrl>{QUrl(u"https://example.org/a?b=c"_s)});
        view->setCurrentRow(0);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
    }

    void opensExactlyWhatStandsThere_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("opened"); // empty: nothing
        QTest::addColumn<QString>("host"); // what the hint says first
        const auto row = [](const char *name, const QString &body, const QString &opened = {},
                            const QString &host = {}) { QTest::newRow(name) << body << opened << host; };
        const QString host = u"example.org"_s;
        row("semicolons", u"https://example.org/;id;$(id)&id"_s, u"https://example.org/;id;$(id)&id"_s, host);
        row("backticks end it", u"https://example.org/`id`"_s, u"https://example.org/"_s, host);
        row("quotes end it", u"https://example.org/\"-x\""_s, u"https://example.org/"_s, host);
        row("an apostrophe", u"https://example.org/'id'x"_s, u"https://example.org/'id'x"_s, host);
        row("a line ends it", u"https://example.org/\nid"_s, u"https://example.org/"_s, host);
        row("no byte", u"https://example.org/%00x"_s, u"https://example.org/%00x"_s, host);
        row("a pipe", u"https://example.org/a|id"_s, u"https://example.org/a%7Cid"_s, host);
        row("somebody's name in front", u"https://example.org:443@evil.example/"_s,
            u"https://example.org:443@evil.example/"_s, u"evil.example"_s);
        row("letters that look alike", u"https://еxample.org/"_s, u"https://xn--xample-2of.org/"_s,
            u"xn--xample-2of.org"_s);
        row("longest", u"https://example.org/"_s + QString(2028, u'x'),
            u"https://example.org/"_s + QString(2028, u'x'), host);
        row("mail", u"mailto:ana@example.org?body=-x"_s, u"mailto:ana@example.org?body=-x"_s,
            u"mailto:ana@example.org?body=-x"_s);
        row("an option", u"-https://example.org"_s);
        row("options", u"--https://example.org --mailto:ana@example.org"_s);
        row("a megabyte", u"https://example.org/"_s + QString(1'000'000, u'x'));
        row("a port that is none", u"https://example.org:port/"_s);
        row("no host", u"https:///etc/passwd http:etc/passwd"_s);
        row("a host that is none", u"https://a..b/ https://%00/ https://[::1"_s);
    }
    /// SECURITY A100: the opener is given the link, byte for byte, or is not called. Before that it can be
    /// read where it leads.
    void opensExactlyWhatStandsThere()
    {
        QFETCH(QString, body);
        QFETCH(QString, opened);
        QFETCH(QString, host);
        open(1);
        model->replaceAll({{.body = body, .time = QDateTime({2026, 6, 3}, {10, 2}, Qt::UTC)}});
        QList<QByteArray> given;
        view->setLinkOpener([&](const QUrl &url) { given << url.toEncoded(); });
        view->settleNow();
        if (opened.isEmpty()) {
            QVERIFY(view->layoutOf(0).text().links.isEmpty());
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, textPoint(0, 3));
            QVERIFY(!menuOf(0).contains(u"Open link"_s));
            QVERIFY(given.isEmpty());
            return;
        }
        QCOMPARE(view->layoutOf(0).text().links.size(), 1);
        const QPoint point = textPoint(0, 3);
        QHelpEvent help(QEvent::ToolTip, point, view->viewport()->mapToGlobal(point));
        QApplication::sendEvent(view->viewport(), &help);
        const QStringList hint = QToolTip::text().split(u'\n');
        QCOMPARE(hint.first(), host);
        QVERIFY2(opened.startsWith(hint.last().chopped(1)), qPrintable(hint.last()));
        QVERIFY(!Qt::mightBeRichText(QToolTip::text()));
        QToolTip::hideText();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, point);
        view->setCurrentRow(0);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(given, (QList<QByteArray>{opened.toUtf8(), opened.toUtf8()}));
        QVERIFY(menuOf(0).contains(u"Open link"_s));
    }

    void aFailedMessageOffersRetryAndDelete()
    {
        open(20);
        model->append({.outgoing = true,
                       .body = u"lost"_s,
                       .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC),
                       .state = DeliveryState::Failed,
                       .error = {ErrorCode::StanzaForbidden, {}, u"<b>no</b>"_s}});
        view->settleNow();
        const MessageLayout &message = view->layoutOf(20);
        QVERIFY(message.failureText().contains(u"<b>no</b>"_s));
        QVERIFY(!message.retry().isNull() && message.retry().height() >= 24);
        QSignalSpy retry(view.get(), &TimelineView::retryRequested);
        QSignalSpy remove(view.get(), &TimelineView::deleteRequested);
        const QPoint row(0, view->geometryForTest().rowY(20));
        screenshot(*view, u"timeline-failed"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, message.retry().center() + row);
        QCOMPARE(retry.size(), 1);
        QCOMPARE(retry[0][0].toLongLong(), model->at(20).id);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, message.remove().center() + row);
        QCOMPARE(remove.size(), 1);
        model->setState(20, DeliveryState::Queued);
        view->settleNow();
        QVERIFY(view->layoutOf(20).retry().isNull());
    }

    void whatIsToBeSentLaterSaysSo()
    {
        open(3);
        model->append({.outgoing = true,
                       .body = u"happy birthday"_s,
                       .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC),
                       .state = DeliveryState::Queued,
                       .saved = true,
                       .sendAt = QDateTime({2031, 6, 4}, {9, 0}, Qt::UTC)});
        view->settleNow();
        screenshot(*view, u"timeline-later"_s);
        const MessageLayout &message = view->layoutOf(3);
        QVERIFY(message.timeText().contains(u"2031"_s) || message.timeText().contains(u"31"_s));
        QVERIFY(message.timeText().contains(u"Goes out"_s));
        QVERIFY(!message.mark().isNull());
        QVERIFY(!message.mark().intersects(message.time()) && !message.mark().intersects(message.state()));
        QVERIFY(message.bubble().contains(message.mark()) && message.bubble().contains(message.time()));
        QVERIFY(view->layoutOf(2).mark().isNull());
        QVERIFY(!message.row().isAnswerable());
        QCOMPARE(menuOf(3),
                 QStringList({u"Send now"_s, u"Change the time…"_s, u"Edit"_s, u"Copy text"_s,
                              u"Copy as quotation"_s, u"Forward"_s, u"Remove the mark"_s, u"Select"_s,
                              u"Delete"_s, u"Message info"_s}));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        const QString spoken = list->child(3)->text(QAccessible::Name);
        QVERIFY(spoken.contains(u"to be sent at"_s) && spoken.contains(u"marked for later"_s));
        QSignalSpy now(view.get(), &TimelineView::sendNowRequested);
        QSignalSpy other(view.get(), &TimelineView::changeTimeRequested);
        QSignalSpy mark(view.get(), &TimelineView::saveRequested);
        view->act(3, MessageAction::SendNow);
        view->act(3, MessageAction::ChangeTime);
        view->act(3, MessageAction::RemoveMark);
        view->act(3, MessageAction::MarkForLater);
        view->act(2, MessageAction::MarkForLater);
        view->act(2, MessageAction::SendNow);
        QCOMPARE(now.size(), 1);
        QCOMPARE(other.size(), 1);
        QCOMPARE(mark.size(), 2);
        QCOMPARE(mark[0][1].toBool(), false);
        QCOMPARE(mark[1][1].toBool(), true);
    }

    void theMenuNamesItsActions()
    {
        open(20);
        view->openContextMenu(4, QPoint(10, 10));
        auto *menu = view->findChild<QMenu *>();
        QVERIFY(menu);
        QStringList names;
        for (const QAction *action : menu->actions())
            names << action->text().remove(u'&');
        QVERIFY(names.contains(u"Copy text"_s));
        QVERIFY(names.contains(u"Message info"_s));
        QVERIFY(!names.contains(u"Retry"_s));
        for (QAction *action : menu->actions()) {
            if (action->text() == u"&Copy text"_s)
                action->trigger();
        }
        QCOMPARE(QApplication::clipboard()->text(), model->at(4).body);
        menu->close();
    }

    // What is said of a message later, and of which it speaks.

    /// UI section 3.
    void theMenuOffersWhatTheMessageAllows()
    {
        open(0);
        const QDateTime time({2026, 6, 3}, {10, 2}, Qt::UTC);
        model->insert(0,
                      {{.body = u"theirs"_s, .time = time},
                       {.outgoing = true,
                        .body = u"mine"_s,
                        .time = time,
                        .state = DeliveryState::Sent,
                        .edited = time},
                       {.outgoing = true, .body = u"lost"_s, .time = time, .state = DeliveryState::Failed},
                       {.outgoing = true, .time = time, .retracted = true},
                       {.body = u"answer"_s, .time = time, .answers = 1}});
        const QStringList common{u"Reply"_s, u"React"_s};
        QCOMPARE(menuOf(0),
                 common
                     + QStringList({u"Copy text"_s, u"Copy as quotation"_s, u"Forward"_s, u"Mark for later"_s,
                                    u"Select"_s, u"Remove here…"_s, u"Message info"_s}));
        QCOMPARE(menuOf(1),
                 common
                     + QStringList({u"Edit"_s, u"Copy text"_s, u"Copy as quotation"_s, u"Forward"_s,
                                    u"Mark for later"_s, u"Select"_s, u"Remove here…"_s,
                                    u"Earlier versions"_s, u"Message info"_s, u"Retract for everyone"_s}));
        QCOMPARE(menuOf(2),
                 QStringList({u"(Edit)"_s, u"Copy text"_s, u"Copy as quotation"_s, u"Forward"_s,
                              u"Mark for later"_s, u"Select"_s, u"Retry"_s, u"Delete"_s, u"Message info"_s,
                              u"(Retract for everyone)"_s}));
        QCOMPARE(menuOf(3), QStringList({u"Select"_s, u"Remove here…"_s, u"Message info"_s}));
        QCOMPARE(
            menuOf(4),
            common
                + QStringList({u"Copy text"_s, u"Copy as quotation"_s, u"Go to the original"_s, u"Forward"_s,
                               u"Mark for later"_s, u"Select"_s, u"Remove here…"_s, u"Message info"_s}));
        // A screen reader finds the same, of what can be done.
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        for (int row = 0; row < 5; ++row) {
            QStringList names = list->child(row)->actionInterface()->actionNames().mid(3);
            QStringList offered = menuOf(row);
            offered.removeIf([](const QString &name) { return name.startsWith(u'('); });
            QCOMPARE(names, offered);
        }
        // What is not offered is not done either.
        QSignalSpy edit(view.get(), &TimelineView::editRequested);
        QSignalSpy retract(view.get(), &TimelineView::retractRequested);
        for (const int row : {0, 2, 3, 17, -1}) {
            view->act(row, MessageAction::Edit);
            view->act(row, MessageAction::Retract);
        }
        QVERIFY(edit.isEmpty() && retract.isEmpty());
        list->child(1)->actionInterface()->doAction(u"Edit"_s);
        list->child(1)->actionInterface()->doAction(u"Retract for everyone"_s);
        QCOMPARE(edit.size(), 1);
        QCOMPARE(retract.size(), 1);
    }

    void anAnswerQuotesAndLeadsToTheOriginal()
    {
        open(30);
        const QDateTime time({2026, 6, 3}, {10, 20}, Qt::UTC);
        model->append({.body = u"Then I’ll send it."_s, .time = time, .answers = model->at(1).id});
        model->append({.body = u"not here"_s, .time = time, .isReply = true});
        model->append(
            {.body = u"long"_s, .time = time, .answers = 999999, .quoted = u"words and "_s.repeated(90)});
        view->settleNow();
        const MessageLayout &answer = view->layoutOf(30);
        QCOMPARE(answer.quote().name(), u"Ana"_s);
        QVERIFY(answer.quote().lines().first().contains(u"Yes, nice!"_s));
        QVERIFY(answer.bubble().contains(answer.quoteRect()));
        QVERIFY(answer.quoteRect().bottom() <= answer.bodyOrigin().y());
        QCOMPARE(view->layoutOf(31).quote().lines().size(), 1);
        QVERIFY(view->layoutOf(31).quote().isNotice());
        QCOMPARE(view->layoutOf(32).quote().lines().size(), 2);
        QVERIFY(view->layoutOf(32).bubble().right() < view->viewport()->width());
        QSignalSpy jump(view.get(), &TimelineView::jumpRequested);
        const auto click = [this](int row) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                              view->layoutOf(row).quoteRect().center()
                                  + QPoint(0, view->geometryForTest().rowY(row)));
        };
        click(30);
        QCOMPARE(jump.size(), 1);
        QCOMPARE(jump[0][0].toLongLong(), model->at(1).id);
        click(31);
        QCOMPARE(jump.size(), 1);
        click(32);
        QCOMPARE(jump.size(), 2);
        QCOMPARE(jump[1][0].toLongLong(), 999999);
        view->setCurrentRow(30);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(jump.size(), 3);
        QCOMPARE(
            view->accessibleText(30),
            u"Bruno, 10:20, reply to Ana: Yes, nice! Me gusta más que la anterior., Then I’ll send it."_s);
        QCOMPARE(view->accessibleText(31),
                 u"Bruno, 10:20, reply to: The original message is not here, not here"_s);
        // The original is taken back: nothing of it is left in the answer.
        model->retract(1);
        model->change(30, [](TimelineModel::Message &) { });
        view->settleNow();
        QVERIFY(view->layoutOf(30).quote().isNotice());
        QVERIFY(!view->accessibleText(30).contains(u"nice"_s));
    }

    void reactionsAreChipsBelowTheBubble()
    {
        open(10);
        model->change(4, [](TimelineModel::Message &message) {
            message.reactions = {{u"👍"_s, 2, true, {u"Bruno"_s}}, {u"🎉"_s, 1, false, {u"<b>Eva</b>"_s}}};
        });
        view->settleNow();
        const MessageLayout &message = view->layoutOf(4);
        QCOMPARE(message.chips().size(), 2);
        QVERIFY(message.chips()[0].mine && !message.chips()[1].mine);
        QCOMPARE(message.chips()[0].emoji, u"👍"_s);
        QCOMPARE(message.chips()[0].count, u"2"_s);
        for (const ReactionChip &chip : message.chips()) {
            QVERIFY(chip.rect.top() > message.bubble().bottom());
            QVERIFY(chip.rect.height() >= 24 && chip.rect.width() >= 24);
            QVERIFY(chip.rect.bottom() < message.height());
        }
        QSignalSpy toggled(view.get(), &TimelineView::reactionToggled);
        const QPoint row(0, view->geometryForTest().rowY(4));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, message.chips()[1].rect.center() + row);
        QCOMPARE(toggled.size(), 1);
        QCOMPARE(toggled[0][0].toLongLong(), model->at(4).id);
        QCOMPARE(toggled[0][1].toString(), u"🎉"_s);
        QVERIFY(view->accessibleText(4).endsWith(u", 👍: You, Bruno, 🎉: <b>Eva</b>"_s));
        // A flood of them takes more lines, not more width, and not the whole window.
        model->change(4, [](TimelineModel::Message &each) {
            each.reactions.clear();
            for (char16_t c = 0xde00; c < 0xde40; ++c)
                each.reactions << ReactionSummary{QString(QChar(0xd83d)) + QChar(c), 1234, false, {}};
        });
        view->resize(340, 600);
        view->settleNow();
        const QList<ReactionChip> &many = view->layoutOf(4).chips();
        QCOMPARE(many.size(), 25);
        QCOMPARE(many.last().reaction, -1);
        QCOMPARE(many.last().count, u"+40"_s);
        QVERIFY(many.last().emoji.isEmpty());
        for (const ReactionChip &chip : many)
            QVERIFY(chip.rect.left() >= 0 && chip.rect.right() < view->viewport()->width());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          many.last().rect.center() + QPoint(0, view->geometryForTest().rowY(4)));
        QCOMPARE(toggled.size(), 1);
    }

    void stylingIsSeen()
    {
        open(3);
        const QString body = u"*bold* and _it_ ~no~ `x`\n> said\n>> before\n```c\nf(x);\n```\nend"_s;
        model->append({.body = body, .time = QDateTime({2026, 6, 3}, {10, 20}, Qt::UTC)});
        view->settleNow();
        const MessageLayout &message = view->layoutOf(3);
        QCOMPARE(message.text().typed(0, message.text().text.size()), body);

        const QTextLayout &text = message.body().text();
        const auto formatAt = [&text](qsizetype place) {
            QTextCharFormat all;
            for (const QTextLayout::FormatRange &range : text.formats()) {
                if (place >= range.start && place < range.start + range.length)
                    all.merge(range.format);
            }
            return all;
        };
        const TimelineStyle &style = view->geometryForTest().style();
        QCOMPARE(formatAt(2).fontWeight(), int(QFont::Bold));
        QVERIFY(formatAt(12).fontItalic() && !formatAt(8).fontItalic());
        QVERIFY(formatAt(17).fontStrikeOut());
        QCOMPARE(formatAt(22).fontFamilies().toStringList(), style.monoFamilies);
        QCOMPARE(formatAt(0).foreground().color(), style.softInk);
        // Signs of blocks take no room: their meaning is drawn.
        QVERIFY(message.characterRect(int(body.indexOf(u"> said"))).width() <= 3);
        QVERIFY(message.characterRect(int(body.indexOf(u"said"))).width() > 3);

        QCOMPARE(message.body().bars().size(), 2);
        const QRectF outer = message.body().bars()[0];
        const QRectF inner = message.body().bars()[1];
        QVERIFY(inner.left() > outer.right() && inner.top() > outer.top());
        QVERIFY(inner.bottom() <= outer.bottom());
        QVERIFY(message.characterRect(int(body.indexOf(u"before"))).left()
                > message.bodyOrigin().x() + inner.right());
        QCOMPARE(message.body().boxes().size(), 1);
        const BodyLayout::Box box = message.body().boxes()[0];
        const QRectF onRow = box.rect.translated(message.bodyOrigin());
        QVERIFY(QRectF(message.bubble()).contains(onRow));
        QVERIFY(onRow.contains(message.characterRect(int(body.indexOf(u"f(x)")))));
        QVERIFY(!onRow.intersects(message.characterRect(int(body.indexOf(u"end")))));
        QVERIFY(!onRow.intersects(message.characterRect(int(body.indexOf(u"said")))));
        QVERIFY(box.copy.width() >= 24 && box.copy.height() >= 24 && box.rect.contains(box.copy));
        QVERIFY(!box.copy.translated(message.bodyOrigin())
                     .intersects(message.characterRect(int(body.indexOf(u"f(x)")))));

        // Told and copied as it was typed.
        QVERIFY(view->accessibleText(3).contains(u"*bold* and _it_ ~no~ `x` > said"_s));
        view->selectAll();
        QVERIFY(view->selectedText().endsWith(body));
        view->clearSelection();
        view->setFoundWords(SearchWords(u"f(x)"_s));
        QCOMPARE(view->foundIn(3).size(), 1);
        view->setFoundWords({});
        QCOMPARE(view->foundIn(3).size(), 0);
    }

    void codeIsCopied()
    {
        open(3);
        const QString body = u"a\n```c\nf(x);\n\n  g();\n```\nb\n```\nh();"_s;
        model->append({.body = body, .time = QDateTime({2026, 6, 3}, {10, 20}, Qt::UTC)});
        view->settleNow();
        const MessageLayout &message = view->layoutOf(3);
        const auto button = [&](int code) {
            return message.body().boxes()[code].copy.translated(message.bodyOrigin()).center().toPoint()
                + QPoint(0, view->geometryForTest().rowY(3));
        };
        QApplication::clipboard()->setText(u"before"_s);
        // Pressed on one, let go on the other.
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, button(0));
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, button(1));
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, button(0));
        QCOMPARE(QApplication::clipboard()->text(), u"f(x);\n\n  g();"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, button(1));
        QCOMPARE(QApplication::clipboard()->text(), u"h();"_s);
        // By the keyboard and the screen reader, all of it.
        QVERIFY(!menuOf(2).contains(u"Copy code"_s));
        QVERIFY(menuOf(3).contains(u"Copy code"_s));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list->child(3)->actionInterface()->actionNames().contains(u"Copy code"_s));
        list->child(3)->actionInterface()->doAction(u"Copy code"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"f(x);\n\n  g();\n\nh();"_s);
    }

    void whatIsNotToBeStyledIsNot()
    {
        open(3);
        const QDateTime time({2026, 6, 3}, {10, 20}, Qt::UTC);
        model->append({.body = u"> _ <\n```\n*x*"_s, .time = time, .unstyled = true});
        model->append({.body = u"> _ <\n```\n*x*"_s, .time = time});
        view->settleNow();
        QVERIFY(view->layoutOf(3).body().bars().isEmpty() && view->layoutOf(3).body().boxes().isEmpty());
        QVERIFY(!menuOf(3).contains(u"Copy code"_s));
        QCOMPARE(view->layoutOf(4).body().bars().size(), 1);
        QCOMPARE(view->layoutOf(4).body().boxes().size(), 1);
        // Nor while the person wants none.
        view->setStyling(Styling::Ignored);
        view->settleNow();
        QVERIFY(view->layoutOf(4).body().bars().isEmpty() && view->layoutOf(4).body().boxes().isEmpty());
        view->setStyling(Styling::Shown);
        view->settleNow();
        QCOMPARE(view->layoutOf(4).body().boxes().size(), 1);
    }

    void aSpoilerIsHiddenUntilItIsAskedFor()
    {
        open(3);
        const QDateTime time({2026, 6, 3}, {10, 20}, Qt::UTC);
        model->append(
            {.body = u"They *die*. https://example.org/"_s, .time = time, .spoiler = u"The <b>end"_s});
        model->append({.body = u"No hint"_s, .time = time, .spoiler = u""_s});
        model->append({.body = u"ok"_s, .time = time, .answers = model->at(3).id});
        view->settleNow();
        const auto hiddenNow = [&] {
            const MessageLayout &message = view->layoutOf(3);
            return message.text().text.isEmpty() && !message.isRevealed();
        };
        QVERIFY(hiddenNow());
        QCOMPARE(view->accessibleText(3), u"Bruno, 10:20, Spoiler: The <b>end, hidden"_s);
        QCOMPARE(view->accessibleText(4), u"Bruno, 10:20, Spoiler, hidden"_s);
        QCOMPARE(view->accessibleText(5), u"Bruno, 10:20, reply to Bruno: Spoiler: The <b>end, ok"_s);
        QCOMPARE(view->seenText(3), QString());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QCOMPARE(list->child(3)->text(QAccessible::Value), QString());
        view->setFoundWords(SearchWords(u"die"_s));
        QCOMPARE(view->foundIn(3).size(), 0);
        view->selectAll();
        QVERIFY(!view->selectedText().contains(u"die"_s));
        view->clearSelection();

        // By the mouse, and back.
        const auto line = [&] {
            view->settleNow();
            return view->layoutOf(3).spoiler().center() + QPoint(0, view->geometryForTest().rowY(3));
        };
        const MessageLayout &message = view->layoutOf(3);
        QVERIFY(message.spoiler().height() >= 24 && message.bubble().contains(message.spoiler()));
        QVERIFY(!message.spoiler().intersects(message.time()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, line());
        view->settleNow();
        QVERIFY(!hiddenNow());
        QCOMPARE(view->foundIn(3).size(), 1);
        QCOMPARE(view->accessibleText(3),
                 u"Bruno, 10:20, Spoiler: The <b>end, They *die*. https://example.org/"_s);
        QCOMPARE(view->layoutOf(3).text().links.size(), 1);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, line());
        view->settleNow();
        QVERIFY(hiddenNow());
        QCOMPARE(view->foundIn(3).size(), 0);
        view->setFoundWords({});

        // By the keyboard: Enter shows it; the menu also hides it again.
        view->setCurrentRow(3);
        QTest::keyClick(view.get(), Qt::Key_Return);
        view->settleNow();
        QVERIFY(!hiddenNow());
        QVERIFY(menuOf(3).contains(u"Show or hide the spoiler"_s));
        QVERIFY(!menuOf(5).contains(u"Show or hide the spoiler"_s));
        list->child(3)->actionInterface()->doAction(u"Show or hide the spoiler"_s);
        view->settleNow();
        QVERIFY(hiddenNow());
        // A long hint takes no more room than there is.
        model->change(3, [](TimelineModel::Message &each) { each.spoiler = u"hint "_s.repeated(40); });
        for (const int width : {240, 700}) {
            view->resize(width, 600);
            view->settleNow();
            QVERIFY(view->layoutOf(3).bubble().contains(view->layoutOf(3).spoiler()));
            QVERIFY(view->layoutOf(3).bubble().right() < width);
        }
    }

    void blocksStandInTheBubbleAtAnyWidth_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("mirrored");
        const QString blocks = u"> quoted words that need some room to stand in\n"
                               ">>>>>>>>> deep\n> ```c\n> int somethingLong(const int &value) { return 1; }\n"
                               "x\n```\nf();\n```\nend"_s;
        for (const bool mirrored : {false, true}) {
            QTest::addRow("to the right, %d", mirrored) << QString(u"words\n"_s + blocks) << mirrored;
            QTest::addRow("to the left, %d", mirrored) << QString(u"מילים\n"_s + blocks) << mirrored;
        }
    }
    void blocksStandInTheBubbleAtAnyWidth()
    {
        QFETCH(QString, body);
        QFETCH(bool, mirrored);
        qApp->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        open(3);
        model->append({.body = body, .time = QDateTime({2026, 6, 3}, {10, 20}, Qt::UTC)});
        for (const int width : {240, 420, 700, 1200}) {
            view->resize(width, 600);
            view->settleNow();
            const MessageLayout &message = view->layoutOf(3);
            const QRectF bubble = message.bubble();
            QCOMPARE(message.body().boxes().size(), 2);
            QCOMPARE(message.body().bars().size(), 9);
            for (const BodyLayout::Box &box : message.body().boxes()) {
                QVERIFY(bubble.contains(box.rect.translated(message.bodyOrigin())));
                QVERIFY(box.rect.contains(box.copy));
            }
            for (const QRectF &bar : message.body().bars())
                QVERIFY(bubble.contains(bar.translated(message.bodyOrigin())));
            const qsizetype code = message.text().text.indexOf(u"int some");
            const QRect letter = message.characterRect(int(code));
            const QRectF box = message.body().boxes()[0].rect.translated(message.bodyOrigin());
            QVERIFY(box.contains(letter));
            QVERIFY(letter.left() - box.left() < 12); // code begins at the left
            // What ends a box takes no room.
            const qsizetype fence = message.text().text.lastIndexOf(u"```");
            QVERIFY(message.characterRect(int(fence)).height() <= 4);
            for (int i = 0; i < message.text().text.size(); ++i) {
                const QRect character = message.characterRect(i);
                QVERIFY(character.left() >= bubble.left() - 2 && character.right() <= bubble.right() + 2);
            }
        }
    }

    void severalMessagesAreSelected()
    {
        open(8);
        QSignalSpy picked(view.get(), &TimelineView::pickedChanged);
        const auto rows = [&] {
            QList<int> list;
            for (const qint64 id : view->picked())
                list << rowOf(id);
            return list;
        };
        const auto at = [&](int row) { return view->bubbleRect(row).center(); };
        QVERIFY(menuOf(5).contains(u"Select"_s));
        // By the mouse: once begun, a click takes one more or one less, with Shift all between.
        view->act(5, MessageAction::Select);
        QVERIFY(view->isPicking());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at(3));
        QCOMPARE(rows(), (QList<int>{3, 5}));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at(5));
        QCOMPARE(rows(), QList<int>{3});
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, at(6));
        QCOMPARE(rows(), (QList<int>{3, 5, 6}));
        QVERIFY(!view->hasSelection());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list->child(3)->state().checked && !list->child(1)->state().checked);
        QVERIFY(list->child(1)->state().checkable);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(!view->isPicking());
        QCOMPARE(picked.last()[0].toInt(), 0);
        QVERIFY(!list->child(1)->state().checkable);

        // By the keyboard.
        view->setFocus();
        view->setCurrentRow(2);
        view->act(2, MessageAction::Select);
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(rows(), (QList<int>{2, 3, 4}));
        QTest::keyClick(view.get(), Qt::Key_Up);
        QTest::keyClick(view.get(), Qt::Key_Space);
        QCOMPARE(rows(), (QList<int>{2, 4}));
        QTest::keyClick(view.get(), Qt::Key_Space);
        QTest::keyClick(view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(rows().size(), 8);
        // What goes is selected no more.
        model->remove(0, 2);
        QCOMPARE(view->picked().size(), 6);
        QCOMPARE(picked.last()[0].toInt(), 6);
        view->clearPicked();
    }

    void whatIsSelectedIsCopiedClean()
    {
        open(2);
        const QDateTime time({2026, 6, 3}, {10, 20}, Qt::UTC);
        model->append({.body = u"*one*\ntwo"_s, .time = time});
        model->append({.outgoing = true, .body = u"mine"_s, .time = time, .state = DeliveryState::Sent});
        model->append({.body = u"hidden"_s, .time = time, .spoiler = u"hint"_s});
        model->append({.time = time, .retracted = true});
        view->settleNow();
        for (const int row : {5, 3, 4, 2})
            view->togglePicked(row);
        QApplication::clipboard()->clear();
        view->copy();
        QCOMPARE(QApplication::clipboard()->text(), u"[10:20] Bruno: *one*\ntwo\n[10:20] Ana: mine"_s);
        QSignalSpy forwarded(view.get(), &TimelineView::forwardRequested);
        view->clearPicked();
        view->act(3, MessageAction::Forward);
        QCOMPARE(forwarded.size(), 1);
        QCOMPARE(forwarded[0][0].value<QList<qint64>>(), QList<qint64>{model->at(3).id});
        QVERIFY(!menuOf(5).contains(u"Forward"_s));
    }

    void anEditedMessageSaysSoAndLeadsToItsVersions()
    {
        open(10);
        const QDateTime time({2026, 6, 3}, {10, 20}, Qt::UTC);
        model->append({.outgoing = true,
                       .body = u"x"_s,
                       .time = time,
                       .state = DeliveryState::Displayed,
                       .edited = time.addSecs(60)});
        view->settleNow();
        const MessageLayout &message = view->layoutOf(10);
        QVERIFY(!message.edited().isNull());
        QVERIFY(message.bubble().contains(message.edited()) && message.bubble().contains(message.time()));
        QVERIFY(!message.edited().intersects(message.time()) && !message.time().intersects(message.state()));
        QSignalSpy versions(view.get(), &TimelineView::versionsRequested);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          message.edited().center() + QPoint(0, view->geometryForTest().rowY(10)));
        QCOMPARE(versions.size(), 1);
        QCOMPARE(view->accessibleText(10), u"Ana, 10:20, x, edited, read"_s);
        model->change(10, [](TimelineModel::Message &each) { each.changePending = true; });
        QCOMPARE(view->accessibleText(10),
                 u"Ana, 10:20, x, edited, read, the change is waiting to be sent"_s);
    }

    void ofARetractedMessageOnlyThatIsLeft()
    {
        open(10);
        model->change(6, [](TimelineModel::Message &message) {
            message.reactions = {{u"👍"_s, 1, true, {}}};
            message.edited = message.time;
            message.answers = 3;
        });
        const QString before = model->at(6).body;
        model->retract(6);
        view->settleNow();
        const MessageLayout &message = view->layoutOf(6);
        QCOMPARE(message.text().text, u"This message was retracted"_s);
        QVERIFY(message.chips().isEmpty() && message.edited().isNull() && message.quoteRect().isNull());
        QVERIFY(view->accessibleText(6).endsWith(u", This message was retracted"_s));
        QVERIFY(!view->accessibleText(6).contains(before));
        // Nor is it something that anybody said.
        view->setFoundWords(SearchWords(u"retracted"_s));
        QCOMPARE(view->foundIn(6).size(), 0);
        QApplication::clipboard()->setText(u"kept"_s);
        view->setCurrentRow(6);
        view->copy();
        QCOMPARE(QApplication::clipboard()->text(), u"kept"_s);
        QSignalSpy reply(view.get(), &TimelineView::replyRequested);
        QTest::keyClick(view.get(), Qt::Key_R);
        QVERIFY(reply.isEmpty());
    }

    /// R14.
    void changesOfMessagesKeepTheLine()
    {
        open(120);
        scrollUp(1500);
        const qint64 id = underTheEye();
        const int before = lineY(id);
        const int row = rowOf(id);
        for (const int other : {row - 1, row - 2, row, row + 1}) {
            model->change(other, [](TimelineModel::Message &message) {
                for (const QString &emoji : {u"👍"_s, u"🎉"_s, u"😂"_s})
                    message.reactions << ReactionSummary{emoji, 1, false, {u"Bruno"_s}};
            });
            QCOMPARE(lineY(id), before);
            model->change(other, [](TimelineModel::Message &message) {
                message.edited = message.time;
                message.body += u"\nand more\nand more"_s;
            });
            QCOMPARE(lineY(id), before);
            model->change(other, [](TimelineModel::Message &message) { message.answers = 1; });
            QCOMPARE(lineY(id), before);
        }
        for (const int other : {row - 1, row - 2, row + 1}) {
            model->retract(other);
            QCOMPARE(lineY(id), before);
        }
        model->retract(row);
        QCOMPARE(lineY(id), before);
        // At the bottom it is the bottom that stays.
        view->scrollToBottom();
        model->change(119, [](TimelineModel::Message &message) {
            message.reactions << ReactionSummary{u"👍"_s, 1, false, {u"Bruno"_s}};
        });
        view->settleNow();
        QVERIFY(view->isAtBottom());
    }

    void theButtonsStandAtTheMessageUnderThePointer()
    {
        open(20);
        auto *bar = view->findChild<MessageActionBar *>();
        view->clearFocus();
        QVERIFY(bar && !bar->isVisible());
        const auto hover = [this](int row) {
            const QPoint point = view->bubbleRect(row).center();
            QMouseEvent move(QEvent::MouseMove, point, view->viewport()->mapToGlobal(point), Qt::NoButton,
                             Qt::NoButton, {});
            QApplication::sendEvent(view->viewport(), &move);
        };
        for (const int row : {16, 18}) { // ours and theirs
            hover(row);
            QVERIFY(bar->isVisible());
            QVERIFY(view->viewport()->rect().contains(bar->geometry()));
            QVERIFY(!bar->geometry().intersects(view->bubbleRect(row)));
            QVERIFY(bar->geometry().center().y() >= view->bubbleRect(row).top());
            QVERIFY(bar->geometry().center().y() <= view->bubbleRect(row).bottom());
        }
        screenshot(*view, u"timeline-hover"_s);
        QSignalSpy reply(view.get(), &TimelineView::replyRequested);
        QSignalSpy react(view.get(), &TimelineView::reactRequested);
        for (QAbstractButton *button : bar->findChildren<QAbstractButton *>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            if (button->accessibleName() == u"Reply"_s || button->accessibleName() == u"React"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(reply.size(), 1);
        QCOMPARE(reply[0][0].toLongLong(), model->at(18).id);
        QCOMPARE(react.size(), 1);
        QCOMPARE(react[0][0].toLongLong(), model->at(18).id);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view->viewport(), &leave);
        QVERIFY(!bar->isVisible());
        // The keyboard has them too.
        view->clearFocus();
        view->activateWindow();
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QVERIFY(bar->isVisible());
        QTest::keyClick(view.get(), Qt::Key_Up);
        QTest::keyClick(view.get(), Qt::Key_R);
        QCOMPARE(reply.size(), 2);
        QCOMPARE(reply[1][0].toLongLong(), model->at(18).id);
    }

    void aMessageIsChosenFromElsewhere()
    {
        open(60);
        view->clearFocus();
        QCOMPARE(view->markedRow(), -1);
        view->choose(-1);
        QCOMPARE(view->markedRow(), 59);
        view->choose(-1);
        view->choose(-1);
        QCOMPARE(view->markedRow(), 57);
        for (int i = 0; i < 30; ++i)
            view->choose(-1);
        QVERIFY(view->viewport()->rect().contains(view->bubbleRect(27)));
        view->choose(1);
        QCOMPARE(view->markedRow(), 28);
        view->clearChoice();
        QCOMPARE(view->markedRow(), -1);
    }

    void theKeyboardReachesEveryMessage()
    {
        open(200);
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QCOMPARE(view->currentRow(), 199);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->currentRow(), 198);
        QTest::keyClick(view.get(), Qt::Key_C);
        QCOMPARE(QApplication::clipboard()->text(), model->at(198).body);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->currentRow(), 0);
        QCOMPARE(view->geometryForTest().firstVisible(), 0);
        QCOMPARE(view->geometryForTest().top(), 0);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->currentRow(), 60);
        QVERIFY(view->viewport()->rect().contains(view->bubbleRect(60)));
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QVERIFY(view->currentRow() > 62);
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->currentRow(), 199);
        QTest::keyClick(view.get(), Qt::Key_Space);
        auto *menu = view->findChild<QMenu *>();
        QVERIFY(menu && menu->isVisible());
        menu->close();
        QSignalSpy escape(view.get(), &TimelineView::escapePressed);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(escape.size(), 1);
    }

    void searches()
    {
        open(300);
        // Accents and case do not count; all that can be seen are marked, whether they were gone to or not.
        view->setFoundWords(SearchWords(u"MAS QUE"_s));
        int marked = 0;
        for (int row = view->geometryForTest().firstVisible(); row <= view->geometryForTest().lastVisible();
             ++row)
            marked += int(view->foundIn(row).size());
        QVERIFY(marked > 2);
        screenshot(*view, u"timeline-search"_s);
        // Gone to: its line is in sight, and one that is does not move.
        const qint64 first = view->geometryForTest().idAt(0);
        view->showFound(first);
        QVERIFY(view->geometryForTest().firstVisible() == 0);
        const qint64 top = view->geometryForTest().top();
        view->showFound(first);
        QCOMPARE(view->geometryForTest().top(), top);
        view->showFound(-1);
        QCOMPARE(view->geometryForTest().top(), top);
        view->setFoundWords({});
        QVERIFY(view->foundIn(0).isEmpty());
    }

    /// R14: what is read stands at the same pixel after a way elsewhere and back.
    void comesBackToThePixel()
    {
        open(200);
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2 + 7);
        const TimelineView::Place place = view->place();
        QVERIFY(place.message != 0);
        const int row = model->rowCount() / 2;
        const qint64 top = view->geometryForTest().top();
        view->showMessage(view->geometryForTest().idAt(row - 60));
        QVERIFY(view->geometryForTest().top() != top);
        view->goToPlace(place);
        QCOMPARE(view->place(), place);
        view->scrollToBottom();
        view->goToPlace({});
        QCOMPARE(view->place(), TimelineView::Place{});
        view->showOldest();
        QCOMPARE(view->geometryForTest().top(), 0);
        view->goToPlace(place);
        QCOMPARE(view->place(), place);
    }

    // Accessibility (UI e.14).

    void itIsAListOfMessages()
    {
        open(50);
        model->append({.outgoing = true,
                       .body = u"two\nlines"_s,
                       .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC),
                       .state = DeliveryState::Displayed});
        model->append(
            {.body = u"answer"_s, .time = QDateTime({2026, 6, 3}, {10, 17}, Qt::UTC), .delayed = true});
        view->settleNow();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(list->text(QAccessible::Name).contains(u"Bruno D"_s));
        QVERIFY(list->text(QAccessible::Name).startsWith(u"Conversation with "_s));
        QCOMPARE(list->childCount(), 52);
        QCOMPARE(list->child(-1), nullptr);
        QCOMPARE(list->child(52), nullptr);
        QAccessibleInterface *item = list->child(50);
        QVERIFY(item);
        QCOMPARE(item->role(), QAccessible::ListItem);
        QCOMPARE(item->text(QAccessible::Name), u"Ana, 10:16, two lines, read"_s);
        QCOMPARE(list->child(51)->text(QAccessible::Name), u"Bruno, 10:17, delayed, answer"_s);
        QCOMPARE(list->indexOfChild(item), 50);
        QCOMPARE(item->parent(), list);
        QCOMPARE(list->child(50), item);
        QVERIFY(item->state().focusable);
        QVERIFY(!item->state().offscreen);
        QVERIFY(list->child(0)->state().offscreen);
        QVERIFY(view->rect().contains(view->mapFromGlobal(item->rect().center())));
        QCOMPARE(list->childAt(item->rect().center().x(), item->rect().center().y()), item);
        QAccessibleActionInterface *actions = item->actionInterface();
        QVERIFY(actions);
        QVERIFY(actions->actionNames().contains(u"Copy text"_s));
        actions->doAction(u"Copy text"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"two\nlines"_s);
        // Its row moves with its message, and it dies with it.
        model->remove(0);
        QCOMPARE(list->indexOfChild(item), 49);
        QCOMPARE(list->child(49)->text(QAccessible::Name), u"Ana, 10:16, two lines, read"_s);
        model->replaceAll(TimelineModel::conversation(3));
        QCOMPARE(list->childCount(), 3);
        QCOMPARE(list->child(2)->text(QAccessible::Name).section(u", "_s, 0, 1), u"Bruno, 10:15"_s);
    }

    void theFocusedMessageIsTheOneTheKeyboardIsAt()
    {
        open(20);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        view->activateWindow();
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QTest::keyClick(view.get(), Qt::Key_Up);
        QVERIFY(list->focusChild());
        QCOMPARE(list->indexOfChild(list->focusChild()), 18);
        QVERIFY(list->focusChild()->state().focused);
        QVERIFY(!list->child(19)->state().focused);
        list->child(3)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(view->currentRow(), 3);
    }

    // Bounds (R17, SECURITY A111).

    void aHundredThousandRowsCostWhatIsSeen()
    {
        model = std::make_unique<TimelineModel>();
        model->insert(0, TimelineModel::conversation(100000));
        view = std::make_unique<TimelineView>();
        view->resize(700, 600);
        QElapsedTimer timer;
        timer.start();
        view->setModel(model.get());
        view->show();
        view->settleNow();
        qInfo("opened 100,000 rows in %lld ms", timer.elapsed());
        QVERIFY(view->geometryForTest().cachedLayouts() < 60);
        timer.start();
        for (int i = 0; i <= 200; ++i) {
            view->verticalScrollBar()->setValue(int(qint64(view->verticalScrollBar()->maximum()) * i / 200));
            view->settleNow();
            QVERIFY(view->geometryForTest().cachedLayouts() < 450);
        }
        qInfo("200 jumps over 100,000 rows in %lld ms", timer.elapsed());
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        QVERIFY(view->isAtBottom());
    }

    void hostileBodiesAreLaidOutInTime_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("1 MB word") << QString(1000000, u'w');
        QTest::newRow("100,000 marks") << QString(u'a' + QString(100000, QChar(0x301)));
        QTest::newRow("50,000 emoji") << u"😀"_s.repeated(50000);
        QTest::newRow("100,000 lines") << QString(100000, u'\n') + u'x';
        QTest::newRow("100,000 short lines") << u"a\n"_s.repeated(100000);
        QTest::newRow("20,000 links") << u"http://a.b "_s.repeated(20000);
        // SECURITY A98
        QTest::newRow("10,000 stars") << QString(10000, u'*');
        QTest::newRow("100,000 openings") << u"*a _b ~c `d "_s.repeated(8000);
        QTest::newRow("30,000 spans") << u"*_~`a`~_* "_s.repeated(10000);
        QTest::newRow("quotations in and out") << u">>>>>>>>>>a\n> b\n"_s.repeated(5000);
        QTest::newRow("unclosed fence") << u"```\n"_s + u"> x\n"_s.repeated(20000);
        QTest::newRow("many fences") << u"```\n"_s.repeated(20000);
        QTest::newRow("code in text to the left") << u"\u05d0\n```\n"_s.repeated(10000);
        QTest::newRow("quotes") << QString(500, u'>') + u" x"_s;
        QTest::newRow("right to left") << QString(200000, QChar(0x5d0));
        QTest::newRow("overrides") << QString(QChar(0x202e)).repeated(50000);
        QTest::newRow("joiners") << u"👩\u200d"_s.repeated(30000);
    }
    void hostileBodiesAreLaidOutInTime()
    {
        QFETCH(QString, body);
        open(3);
        QElapsedTimer timer;
        timer.start();
        model->append({.body = body, .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        view->grab();
        qInfo("laid out and painted in %lld ms", timer.elapsed());
        QVERIFY(view->layoutOf(3).text().text.size() <= kShownCharacters);
    }

    void moreShowsMore()
    {
        open(3);
        model->append(
            {.body = u"word "_s.repeated(4000), .time = QDateTime({2026, 6, 3}, {10, 16}, Qt::UTC)});
        view->settleNow();
        QVERIFY(view->layoutOf(3).text().isShortened);
        QVERIFY(!view->layoutOf(3).more().isNull());
        const QPoint more = view->layoutOf(3).more().center() + QPoint(0, view->geometryForTest().rowY(3));
        screenshot(*view, u"timeline-more"_s);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, more);
        view->settleNow();
        QVERIFY(!view->layoutOf(3).text().isShortened);
    }

    // The look; the pictures are for people.

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("mirrored");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << false << false << QSize(710, 565);
        QTest::newRow("dark") << true << false << QSize(710, 565);
        QTest::newRow("mirrored") << false << true << QSize(710, 565);
        QTest::newRow("narrow") << false << false << QSize(360, 565);
        QTest::newRow("wide") << true << false << QSize(1400, 800);
    }
    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(bool, mirrored);
        QFETCH(QSize, size);
        Theme::current().setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        qApp->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        open(0, size);
        const auto at = [](int h, int m) { return QDateTime({2026, 6, 3}, {h, m}, Qt::UTC); };
        model->insert(
            0,
            {{.body = u"Did you see the draft?"_s,
              .time = at(10, 2),
              .reactions = {{u"👍"_s, 2, true, {u"Bruno"_s}}, {u"🎉"_s, 1, false, {u"Bruno"_s}}}},
             {.body = u"It is on page 4. The short version:\nnothing new.\n¿Qué te parece?"_s,
              .time = at(10, 2)},
             {.outgoing = true,
              .body = u"Yes, nice! Me gusta más que la anterior."_s,
              .time = at(10, 5),
              .state = DeliveryState::Displayed,
              .reactions = {{u"❤️"_s, 1, false, {u"Bruno"_s}}}},
             {.outgoing = true,
              .body = u"It is at https://example.org/drafts/4 now"_s,
              .time = at(10, 6),
              .state = DeliveryState::Delivered,
              .edited = at(10, 8)},
             {.outgoing = true, .body = u"👍"_s, .time = at(10, 7), .state = DeliveryState::Sent},
             {.body = u"/me is happy"_s, .time = at(10, 14), .answers = 3},
             {.body = u"مرحبا، كيف حالك؟"_s, .time = at(10, 15), .senderName = u"Bruno Díaz"_s},
             {.body = {}, .time = at(10, 15), .retracted = true},
             {.body = u"Then I’ll send it tonight."_s, .time = at(10, 15), .delayed = true, .answers = 2},
             {.outgoing = true, .body = {}, .time = at(10, 16), .retracted = true, .changePending = true},
             {.outgoing = true,
              .body = u"¡Hasta luego!"_s,
              .time = at(10, 16),
              .state = DeliveryState::Failed,
              .error = {ErrorCode::StanzaServiceUnavailable, {}, {}}},
             {.outgoing = true, .body = u"Later"_s, .time = at(10, 17), .state = DeliveryState::Queued}});
        view->setFirstUnread(model->at(5).id);
        view->scrollToUnread();
        view->settleNow();
        screenshot(*view, u"timeline-"_s + QLatin1String(QTest::currentDataTag()));
        view->verticalScrollBar()->setValue(0);
        screenshot(*view, u"timeline-top-"_s + QLatin1String(QTest::currentDataTag()));
        const MessageLayout &own = view->layoutOf(2);
        const MessageLayout &other = view->layoutOf(0);
        if (mirrored)
            QVERIFY(own.bubble().left() < other.bubble().left());
        else
            QVERIFY(own.bubble().right() > other.bubble().right());
        for (int row = 0; row < model->rowCount(); ++row) {
            const QRect bubble = view->layoutOf(row).bubble();
            QVERIFY(bubble.left() >= 0 && bubble.right() < view->viewport()->width());
            QVERIFY(bubble.contains(view->layoutOf(row).time()));
            const MessageLayout &message = view->layoutOf(row);
            for (int line = 0; line < message.body().text().lineCount(); ++line) {
                const QRectF natural
                    = message.body().text().lineAt(line).naturalTextRect().translated(message.bodyOrigin());
                QVERIFY2(QRectF(bubble).adjusted(-1, -1, 1, 1).contains(natural),
                         qPrintable(QString::number(row)));
            }
        }
    }
};

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
