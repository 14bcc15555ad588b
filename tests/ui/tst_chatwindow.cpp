// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionChats.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/WindowPlacement.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

class ChatWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }

    void fitting_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("expected");
        const QRect inside(100, 100, 400, 300);
        QTest::newRow("inside stays") << inside << inside;
        QTest::newRow("beyond the right") << QRect(3000, 100, 400, 300) << QRect(600, 100, 400, 300);
        QTest::newRow("above") << QRect(100, -900, 400, 300) << QRect(100, 30, 400, 300);
        QTest::newRow("below") << QRect(100, 795, 400, 300) << QRect(100, 500, 400, 300);
        QTest::newRow("too large") << QRect(-50, 0, 5000, 4000) << QRect(0, 30, 1000, 770);
        QTest::newRow("half out") << QRect(-200, 400, 400, 300) << QRect(0, 400, 400, 300);
    }
    void fitting()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, expected);
        QCOMPARE(fittedInto(wanted, QRect(0, 30, 1000, 770)), expected);
    }

    void placementAsText_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &bad : {u""_s, u"x"_s, u"1,2,3;n;0,0,1,1;s"_s, u"1,2,3,99999999;n;0,0,1,1;s"_s,
                                   u"a,b,c,d;n;;"_s, u";;;"_s})
            QTest::newRow(qPrintable(bad)) << bad;
    }
    void placementAsText()
    {
        QFETCH(QString, text);
        QCOMPARE(WindowPlacement::fromText(text), WindowPlacement{});
        // Applying nothing changes nothing.
        QWidget window;
        window.setGeometry(10, 20, 300, 310);
        WindowPlacement::fromText(text).applyTo(window);
        QCOMPARE(window.geometry(), QRect(10, 20, 300, 310));
    }

    void placementSurvivesText()
    {
        const WindowPlacement placement{QRect(-30, 40, 500, 600), u"DP-1; left"_s,
                                        QRect(-1920, 0, 1920, 1080), true};
        QCOMPARE(WindowPlacement::fromText(placement.toText()), placement);
    }

    void aMonitorThatIsGoneDoesNotHideTheWindow()
    {
        QWidget window;
        const WindowPlacement placement{QRect(5000, 4000, 500, 400), u"gone"_s, QRect(4000, 3000, 1920, 1080),
                                        false};
        placement.applyTo(window);
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().contains(window.geometry()));
        QCOMPARE(window.size(), QSize(500, 400));
    }

    void screens_data()
    {
        QTest::addColumn<QRect>("was");
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QRect>("expected");
        // The main one now stands to the left of DP-1, which was at 1920 and is at 2560.
        QTest::newRow("same screen, moved")
            << QRect(2020, 150, 300, 320) << u"DP-1"_s << QRect(2660, 150, 300, 320);
        QTest::newRow("gone, but its place is there")
            << QRect(2600, 50, 300, 320) << u"HDMI-9"_s << QRect(2600, 50, 300, 320);
        QTest::newRow("gone") << QRect(-4000, 50, 300, 320) << u"HDMI-9"_s << QRect(0, 50, 300, 320);
        QTest::newRow("unknown") << QRect(100, 0, 300, 320) << QString() << QRect(100, 30, 300, 320);
    }
    void screens()
    {
        QFETCH(QRect, was);
        QFETCH(QString, screen);
        QFETCH(QRect, expected);
        const WindowPlacement placement{was, screen, QRect(1920, 0, 1920, 1080), false};
        QCOMPARE(placement.on({{u"eDP-1"_s, QRect(0, 0, 2560, 1440), QRect(0, 30, 2560, 1410)},
                               {u"DP-1"_s, QRect(2560, 0, 1920, 1080), QRect(2560, 0, 1920, 1080)}}),
                 expected);
        QCOMPARE(placement.on({}), was);
    }

    void maximisedIsKept()
    {
        QWidget window;
        WindowPlacement placement{QRect(50, 60, 400, 300), {}, {}, true};
        placement.applyTo(window);
        QVERIFY(window.windowState() & Qt::WindowMaximized);
    }

    void titleHasUnreadThenName()
    {
        const OfflineProfile profile(
            {{u"bruno@example.org"_s, u"one"_s}, {u"bruno@example.org"_s, u"two"_s}});
        profile.addContact(u"bruno@example.org"_s, u"Bruno Díaz"_s);
        auto *chat = new ChatWidget(profile.session(), profile.key(u"bruno@example.org"_s).peer);
        ChatWindow window(chat);
        QVERIFY(window.isWindow());
        // The program sets its icon once the first window is painted, for all of them.
        QApplication::setWindowIcon(applicationIcon());
        QVERIFY(!window.windowIcon().isNull());
        QCOMPARE(window.windowTitle(), u"(2) Bruno Díaz — Tertulia"_s);
        profile.session().chats().markRead(chat->key().peer);
        QTRY_COMPARE(window.windowTitle(), u"Bruno Díaz — Tertulia"_s);
        // Renamed, and to something that looks like a place marker or markup.
        ContactFacts facts = profile.session().roster()->contact(chat->key().peer);
        facts.name = u"%1 <b>x</b>\u202e"_s;
        profile.session().roster()->setContact(facts);
        QTRY_COMPARE(window.windowTitle(), u"%1 <b>x</b> — Tertulia"_s);
    }

    void takingTheChatLeavesAnEmptyWindow()
    {
        const OfflineProfile profile;
        auto *chat = new ChatWidget(profile.session(), profile.key(u"bruno@example.org"_s).peer);
        auto window = std::make_unique<ChatWindow>(chat);
        QCOMPARE(window->takeChat(), chat);
        QCOMPARE(window->chat(), nullptr);
        QPointer<ChatWidget> alive(chat);
        window.reset();
        QVERIFY(alive);
        delete chat;
    }

    void panesAreReachedByF6()
    {
        const OfflineProfile profile;
        ChatWindow window(new ChatWidget(profile.session(), profile.key(u"bruno@example.org"_s).peer));
        window.show();
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        window.chat()->focusComposer();
        QWidget *composer = window.focusWidget();
        QTest::keyClick(composer, Qt::Key_F6);
        QVERIFY(window.focusWidget() != composer);
        QCOMPARE(window.focusWidget()->accessibleName(), u"Search in chat"_s);
        QTest::keyClick(window.focusWidget(), Qt::Key_F6);
        QCOMPARE(window.focusWidget(), window.chat()->timeline());
        QTest::keyClick(window.focusWidget(), Qt::Key_F6);
        QCOMPARE(window.focusWidget(), composer);
        QTest::keyClick(composer, Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(window.focusWidget(), window.chat()->timeline());
    }

    void closingTells()
    {
        const OfflineProfile profile;
        ChatWindow window(new ChatWidget(profile.session(), profile.key(u"bruno@example.org"_s).peer));
        window.show();
        QSignalSpy closed(&window, &ChatWindow::closed);
        QTest::keyClick(window.chat(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 0);
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
        QTest::keyClick(window.chat(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(closed.size(), 1);
    }
};

QTEST_MAIN(ChatWindowTest)
#include "tst_chatwindow.moc"
