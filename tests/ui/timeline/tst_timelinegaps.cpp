// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "tests/support/TimelineModel.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/GapRow.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

using State = ArchiveGap::State;
Q_DECLARE_METATYPE(State)

namespace
{

/// A view in which all that is there, or nothing, is a gap.
struct Fixture {
    explicit Fixture(int messages)
    {
        model.insert(0, TimelineModel::conversation(messages));
        view.setPeerName(u"Bruno Díaz"_s);
        view.resize(520, 420);
        view.setModel(&model,
                      {.canFetchNewer = {}, .fetchNewer = {}, .goToNewest = {}, .gapWhenEmpty = [this] {
                           return empty;
                       }});
        view.show();
        std::ignore = QTest::qWaitForWindowExposed(&view);
        view.settleNow();
    }
    void setAbove(int row, State state)
    {
        model.change(row, [&](TimelineModel::Message &m) { m.gapAbove = ArchiveGap{7, 0, state}; });
        view.settleNow();
    }
    void setBelow(State state)
    {
        model.change(model.rowCount() - 1,
                     [&](TimelineModel::Message &m) { m.gapBelow = ArchiveGap{8, 0, state}; });
        view.settleNow();
    }
    void setEmpty(State state)
    {
        empty = ArchiveGap{9, 0, state};
        view.refreshGaps();
    }
    [[nodiscard]] QAccessibleInterface *list() { return QAccessible::queryAccessibleInterface(&view); }

    std::optional<ArchiveGap> empty;
    TimelineModel model;
    TimelineView view;
};

qint64 rangeOf(const QList<QVariant> &pressed)
{
    return pressed[0].value<ArchiveGap>().range;
}

} // namespace

/// The rows at which messages are missing, for who sees them, who has only a keyboard, and who has a screen
/// reader.
class TimelineGapsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
        Theme::current().setReducedMotion(true);
    }

    void aScreenReaderLoadsIt_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QString>("action");
        const QString load = u"Load missing messages"_s;
        QTest::newRow("nobody asked") << State::Waiting << u"Messages missing here"_s << load;
        QTest::newRow("it failed") << State::Failed << u"Messages could not be loaded"_s << load;
        QTest::newRow("it was stopped") << State::Held << u"Messages missing here"_s << load;
        QTest::newRow("it loads") << State::Loading << u"Loading messages…"_s
                                  << u"Do not load missing messages"_s;
    }

    void aScreenReaderLoadsIt()
    {
        QFETCH(State, state);
        QFETCH(QString, spoken);
        QFETCH(QString, action);
        Fixture f(5);
        QAccessibleActionInterface *none = f.list()->child(2)->actionInterface();
        QVERIFY(!none->actionNames().contains(action));
        f.setAbove(2, state);
        f.setBelow(state);
        QSignalSpy pressed(&f.view, &TimelineView::gapPressed);
        for (const auto &[row, range] : {std::pair(2, 7), std::pair(4, 8)}) {
            QAccessibleInterface *item = f.list()->child(row);
            QVERIFY(item->text(QAccessible::Name).contains(spoken));
            QAccessibleActionInterface *actions = item->actionInterface();
            QVERIFY(actions->actionNames().contains(action));
            QCOMPARE(actions->localizedActionName(action), action);
            actions->doAction(action);
            QCOMPARE(pressed.size(), 1);
            QCOMPARE(rangeOf(pressed.takeFirst()), range);
        }
    }

    void whatFailedBelowTheLastIsReachedByKeyboard()
    {
        Fixture f(5);
        f.setBelow(State::Failed);
        QSignalSpy pressed(&f.view, &TimelineView::gapPressed);
        f.view.setFocus();
        f.view.setCurrentRow(4);
        QTest::keyClick(&f.view, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(rangeOf(pressed[0]), 8);
    }

    /// A chat of which nothing is here yet.
    void withoutMessagesTheRowStandsAlone()
    {
        Fixture f(0);
        QSignalSpy seen(&f.view, &TimelineView::gapSeen);
        QSignalSpy pressed(&f.view, &TimelineView::gapPressed);
        f.setEmpty(State::Waiting);
        QCOMPARE(seen.size(), 1);
        f.setEmpty(State::Failed);
        QCOMPARE(seen.size(), 1);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, QPoint(20, 20)); // beside it
        QCOMPARE(pressed.size(), 0);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.view.emptyGapRect().center());
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(rangeOf(pressed[0]), 9);
        QTest::keyClick(&f.view, Qt::Key_Return);
        QCOMPARE(pressed.size(), 2);
        QAccessibleInterface *list = f.list();
        QCOMPARE(list->text(QAccessible::Description), u"Messages could not be loaded"_s);
        const QString action = u"Load missing messages"_s;
        QVERIFY(list->actionInterface()->actionNames().contains(action));
        list->actionInterface()->doAction(action);
        QCOMPARE(pressed.size(), 3);
        // Once it is here the list is a list.
        f.empty.reset();
        f.model.append({.body = u"hello"_s, .time = QDateTime({2026, 6, 3}, {10, 15}, Qt::UTC)});
        f.view.settleNow();
        QVERIFY(!list->actionInterface()->actionNames().contains(action));
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(pressed.size(), 3);
    }

    void pictures()
    {
        for (const QString &language : {u"en"_s, u"es"_s}) {
            const Translations words{QLocale(language)};
            for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
                Theme::current().setChoice(choice);
                const QString look = language + (choice == Theme::Choice::Light ? u"-light"_s : u"-dark"_s);
                Fixture f(4);
                f.setAbove(1, State::Waiting);
                f.setAbove(2, State::Loading);
                f.setAbove(3, State::Failed);
                f.setBelow(State::Held);
                QCOMPARE(f.view.accessibleText(3).startsWith(u"Messages could not be loaded"_s),
                         language == u"en"_s);
                screenshot(f.view, u"gaps-"_s + look);
                Fixture alone(0);
                alone.setEmpty(State::Failed);
                screenshot(alone.view, u"gap-alone-"_s + look);
            }
        }
        Theme::current().setChoice(Theme::Choice::Light);
    }
};

QTEST_MAIN(TimelineGapsTest)
#include "tst_timelinegaps.moc"
