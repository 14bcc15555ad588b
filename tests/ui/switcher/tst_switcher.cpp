// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RosterModel.h"
#include "core/store/Store.h"
#include "tests/support/ModelAudit.h"
#include "tests/support/SampleHousehold.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/settings/UiSettings.h"
#include "ui/switcher/NameMatch.h"
#include "ui/switcher/Switcher.h"
#include "ui/switcher/SwitcherList.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

struct Home {
    Home()
        : household(SampleHousehold::Contents::Filled)
        , settings(QString())
        , hosts(household.accounts(), settings)
        , window(household.accounts(), hosts, settings)
    {
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    [[nodiscard]] ConversationKey key(const QString &address) const
    {
        return {household.ana()->accountId(), jidOf(address)};
    }
    Switcher *open(QWidget *over = nullptr)
    {
        QTest::keyClick(over ? over : &window, Qt::Key_K, Qt::ControlModifier);
        return (over ? over : &window)->findChild<Switcher *>();
    }

    SampleHousehold household;
    UiSettings settings;
    ChatHosts hosts;
    MainWindow window;
};

QStringList titles(const SwitcherModel &model, SwitcherEntry::Kind kind)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.entry(row).kind == kind)
            found << model.entry(row).title;
    }
    return found;
}

} // namespace

class SwitcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("match");
        const auto row = [](const QString &name, const QString &typed, NameMatch match) {
            QTest::newRow(qPrintable(typed + u" in "_s + name)) << name << typed << static_cast<int>(match);
        };
        row(u"bruno diaz"_s, u"Bruno Díaz"_s, NameMatch::Whole);
        row(u"bruno diaz"_s, u"BRU"_s, NameMatch::Start);
        row(u"bruno diaz"_s, u"bruno d"_s, NameMatch::Start);
        row(u"bruno diaz"_s, u"di"_s, NameMatch::WordStarts);
        row(u"bruno diaz"_s, u"dia bru"_s, NameMatch::WordStarts);
        row(u"bruno diaz"_s, u"runo"_s, NameMatch::Inside);
        row(u"bruno diaz"_s, u"bruno x"_s, NameMatch::None);
        row(u"bruno diaz"_s, u""_s, NameMatch::Inside);
        row(u"a.b-bru"_s, u"bru"_s, NameMatch::WordStarts);
        row(u""_s, u"b"_s, NameMatch::None);
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(int, match);
        QCOMPARE(static_cast<int>(nameMatch(name, searchWords(typed))), match);
    }

    void findsChatsPeopleAndMessages()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        QVERIFY(household.accounts().store().commit()); // what was said just now is found later only
        SwitcherModel model(household.accounts());
        model.setCandidates({}, {});
        QVERIFY(titles(model, SwitcherEntry::Kind::Chat).contains(u"Familia"_s));
        QVERIFY(titles(model, SwitcherEntry::Kind::Person).isEmpty());
        model.setText(u"rios"_s);
        QCOMPARE(titles(model, SwitcherEntry::Kind::Chat), QStringList{u"Carla Ríos"_s});
        model.setText(u"nuria"_s);
        QCOMPARE(titles(model, SwitcherEntry::Kind::Person), QStringList{u"Nuria Sol"_s});
        model.setText(u"jueves"_s);
        QTRY_COMPARE(titles(model, SwitcherEntry::Kind::Message), QStringList{u"Carla Ríos"_s});
        // Without accents, and as the beginning of a word.
        model.setText(u"escapad"_s);
        QTRY_VERIFY(!model.isSearching());
        QVERIFY(titles(model, SwitcherEntry::Kind::Message).isEmpty()); // it was taken back
        model.setText(u"que te pare"_s);
        QTRY_COMPARE(titles(model, SwitcherEntry::Kind::Message), QStringList{u"Bruno Díaz"_s});
        model.setText(u"q"_s);
        QVERIFY(titles(model, SwitcherEntry::Kind::Message).isEmpty());
        model.setText(u"zzzz"_s);
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(model.firstChoosable(), -1);
    }

    /// A spoiler stays hidden in lists.
    void aSpoilerIsNotTold()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        QVERIFY(household.accounts().store().commit()); // what was said just now is found later only
        SwitcherModel model(household.accounts());
        model.setText(u"prisoners"_s);
        QTRY_COMPARE(titles(model, SwitcherEntry::Kind::Message).size(), 1);
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(!model.index(row, 0).data(Qt::AccessibleTextRole).toString().contains(u"prisoners"_s));
    }

    void whatBeginsSoStandsFirst()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        household.ana()->roster()->setContact({jidOf(u"z@example.net"_s), u"Carlota Ruiz"_s, {}});
        QVERIFY(household.accounts().store().commit()); // what was said just now is found later only
        SwitcherModel model(household.accounts());
        model.setCandidates({}, {});
        model.setText(u"ri"_s); // starts a word of Ríos only
        QCOMPARE(titles(model, SwitcherEntry::Kind::Chat).value(0), u"Carla Ríos"_s);
        // Of those that fit alike, the one turned to last.
        const ConversationKey build{household.ana()->accountId(), jidOf(u"build@bots.example"_s)};
        model.setCandidates({build}, {});
        model.setText({});
        QCOMPARE(titles(model, SwitcherEntry::Kind::Chat).value(0), u"build@bots.example"_s);
        model.setText(u"carl"_s);
        const QStringList found
            = titles(model, SwitcherEntry::Kind::Chat) + titles(model, SwitcherEntry::Kind::Person);
        QCOMPARE(found, (QStringList{u"Carla Ríos"_s, u"Carlota Ruiz"_s}));
    }

    /// SECURITY A95: names are plain, shortened and cannot turn what stands around them.
    void aHostileNameIsPlain()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        const QString name = u"<b>Zoe</b>\u202Eevil"_s + QString(10000, u'x');
        household.ana()->roster()->setContact({jidOf(u"z@example.net"_s), name, {}});
        QVERIFY(household.accounts().store().commit()); // what was said just now is found later only
        SwitcherModel model(household.accounts());
        model.setCandidates({}, {});
        model.setText(u"zoe"_s);
        const QStringList found = titles(model, SwitcherEntry::Kind::Person);
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().startsWith(u"<b>Zoe</b>"_s));
        QVERIFY(!found.first().contains(QChar(0x202E)));
        QVERIFY(found.first().size() < 200);
    }

    void byKeyboardInTheMainWindow()
    {
        Home home;
        Switcher *switcher = home.open();
        QVERIFY(switcher);
        auto *field = switcher->findChild<SearchField *>();
        QVERIFY(field->hasFocus());
        QCOMPARE(field->accessibleName(), u"Search or jump"_s);
        QTest::keyClicks(field, u"hugo"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat(), home.key(u"hugo@example.net"_s));
        QTRY_VERIFY(!home.window.findChild<Switcher *>());
        // Esc gives the keyboard back to where it was.
        QWidget *before = QApplication::focusWidget();
        QVERIFY(before);
        switcher = home.open();
        QTest::keyClick(switcher->findChild<SearchField *>(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), before);
        QCOMPARE(home.hosts.mainChat(), home.key(u"hugo@example.net"_s));
    }

    void anOwnWindowByCtrlEnter()
    {
        Home home;
        Switcher *switcher = home.open();
        auto *field = switcher->findChild<SearchField *>();
        QTest::keyClicks(field, u"carla"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(home.hosts.windows().size(), 1);
        ChatWindow *window = home.hosts.windows().first();
        QCOMPARE(window->key(), home.key(u"carla@example.net"_s));
        // It works in that window too.
        QVERIFY(QTest::qWaitForWindowActive(window));
        switcher = home.open(window);
        QVERIFY(switcher);
        QCOMPARE(switcher->window(), window);
        QTest::keyClicks(switcher->findChild<SearchField *>(), u"hugo"_s);
        QTest::keyClick(switcher->findChild<SearchField *>(), Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat(), home.key(u"hugo@example.net"_s));
    }

    void commandsShowTheirKeysAndRun()
    {
        Home home;
        Switcher *switcher = home.open();
        auto *field = switcher->findChild<SearchField *>();
        auto *list = switcher->findChild<SwitcherList *>();
        auto *model = static_cast<SwitcherModel *>(list->model());
        QTest::keyClicks(field, u"preferences"_s);
        QCOMPARE(titles(*model, SwitcherEntry::Kind::Command), QStringList{u"Preferences"_s});
        QCOMPARE(model->entry(model->firstChoosable()).trailing, u"Ctrl+,"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(home.window.findChild<PreferencesWindow *>());
    }

    void upAndDownSkipHeadings()
    {
        Home home;
        Switcher *switcher = home.open();
        auto *field = switcher->findChild<SearchField *>();
        auto *list = switcher->findChild<SwitcherList *>();
        auto *model = static_cast<SwitcherModel *>(list->model());
        QCOMPARE(list->currentIndex().row(), model->firstChoosable());
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(field, i < 20 ? Qt::Key_Down : Qt::Key_Up);
            QVERIFY(model->entry(list->currentIndex().row()).isChoosable());
        }
        QCOMPARE(list->currentIndex().row(), model->firstChoosable());
    }
};

QTEST_MAIN(SwitcherTest)
#include "tst_switcher.moc"
