// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ChatListModel.h"
#include "core/models/ConversationListModel.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/session/SessionChats.h"
#include "tests/support/SampleHousehold.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatStanding.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/DetailsPane.h"
#include "ui/contacts/ContactsView.h"
#include "ui/contacts/StartChatDialog.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ArchiveRow.h"
#include "ui/main/ChatListView.h"
#include "ui/main/MainWindow.h"
#include "ui/main/RecentOverlay.h"
#include "ui/main/RequestsPane.h"
#include "ui/main/ShortcutsWindow.h"
#include "ui/main/SidePane.h"
#include "ui/main/StatusBox.h"
#include "ui/main/WindowState.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/search/SearchPage.h"
#include "ui/settings/UiSettings.h"
#include "ui/switcher/SwitcherList.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/SearchField.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMouseEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// The first visible widget with this accessible name.
template <class W = QWidget>
W *named(QWidget &window, const QString &name)
{
    for (W *widget : window.findChildren<W *>())
        if (widget->isVisibleTo(&window) && accessibleName(widget) == name)
            return widget;
    return nullptr;
}

/// Everything that can have the focus and has no name.
QStringList nameless(QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window) || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        if (widget->objectName().startsWith(u"qt_"_s))
            continue;
        if (accessibleName(widget).trimmed().isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u" in "_s
                    + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
    }
    return found;
}

/// Labels that would render a remote text as HTML.
QStringList richLabels(QWidget &window)
{
    QStringList found;
    for (const QLabel *label : window.findChildren<QLabel *>())
        if (label->textFormat() == Qt::RichText
            || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text())))
            found << label->text();
    return found;
}

struct Home {
    Home(SampleHousehold::Contents contents = SampleHousehold::Contents::Filled)
        : household(contents)
        , settings(QString())
        , hosts(household.accounts(), settings)
        , window(household.accounts(), hosts, settings)
    {
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        // Keys only reach the active window.
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    [[nodiscard]] ConversationKey key(const QString &address) const
    {
        return {household.ana()->accountId(), jidOf(address)};
    }

    SampleHousehold household;
    UiSettings settings;
    ChatHosts hosts;
    MainWindow window;
};

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        QAccessible::setActive(true);
    }

    void firstRunHasItsThreeWays()
    {
        Home home(SampleHousehold::Contents::Empty);
        QSignalSpy tryIt(&home.window, &MainWindow::tryItRequested);
        QVERIFY(named<QAbstractButton>(home.window, u"I want an account"_s));
        auto *tryHere = named<QAbstractButton>(home.window, u"Try it on this computer"_s);
        QVERIFY(tryHere);
        QTest::mouseClick(tryHere, Qt::LeftButton);
        QCOMPARE(tryIt.count(), 1);
        QCOMPARE(home.window.windowTitle(), u"Tertulia"_s);
        auto *have = named<QAbstractButton>(home.window, u"I have an account"_s);
        QVERIFY(have);
        QTest::keyClick(have, Qt::Key_Return);
        for (const QString &name :
             {u"Address"_s, u"Password"_s, u"Log in"_s, u"Remember password"_s, u"Connection options"_s})
            QVERIFY2(named(home.window, name), qPrintable(name));
        QVERIFY(!named(home.window, u"Host"_s));
        QTest::mouseClick(named(home.window, u"Connection options"_s), Qt::LeftButton);
        for (const QString &name : {u"Host"_s, u"Port"_s, u"Security"_s})
            QVERIFY2(named(home.window, name), qPrintable(name));
        QCOMPARE(nameless(home.window), QStringList());
    }

    void everyControlHasAName()
    {
        Home home;
        home.window.openChat(home.key(u"bruno@example.org"_s));
        for (const QString &name :
             {u"Status"_s, u"Status message"_s, u"Search or jump"_s, u"New chat"_s, u"Chats"_s})
            QVERIFY2(named(home.window, name), qPrintable(name));
        QCOMPARE(nameless(home.window), QStringList());
        QCOMPARE(richLabels(home.window), QStringList());
        home.window.showContacts();
        QVERIFY(named<QTreeView>(home.window, u"Contacts"_s));
        QCOMPARE(nameless(home.window), QStringList());
        auto *status = named<QComboBox>(home.window, u"Status"_s);
        QStringList items;
        for (int i = 0; i < status->count(); ++i)
            items << status->itemText(i);
        QCOMPARE(items,
                 (QStringList{u"Available"_s, u"Free for chat"_s, u"Away"_s, u"Not available"_s,
                              u"Do not disturb"_s, u"Offline"_s}));
        QCOMPARE(home.window.sidePane()->tabs()->tabText(0), u"Chats"_s);
        QCOMPARE(home.window.sidePane()->tabs()->tabText(1), u"Contacts"_s);
    }

    void dialogsHaveNames()
    {
        Home home;
        home.window.startChat();
        auto *dialog = home.window.findChild<StartChatDialog *>();
        QVERIFY(dialog);
        for (const QString &name : {u"Address or link"_s, u"Start chat"_s, u"Add contact"_s, u"Join room"_s})
            QVERIFY2(named(*dialog, name), qPrintable(name));
        QCOMPARE(nameless(*dialog), QStringList());
        QCOMPARE(richLabels(*dialog), QStringList());
        home.window.startChat(u"xmpp:carla@example.net?message"_s);
        QCOMPARE(home.window.findChildren<StartChatDialog *>().size(), 1);
        home.window.showPreferences();
        QCOMPARE(nameless(*home.window.findChild<PreferencesWindow *>()), QStringList());
        home.window.showShortcuts();
        QCOMPARE(nameless(*home.window.findChild<ShortcutsWindow *>()), QStringList());
    }

    /// SECURITY A102: whatever a link asks for, it is written into a dialog and nothing more.
    void aLinkIsNotObeyed()
    {
        Home home;
        const int chats = home.household.ana()->conversations()->rowCount();
        const int contacts = home.household.ana()->roster()->rowCount();
        const Draft draft = home.household.ana()->chats().draft(jidOf(u"carla@example.net"_s));
        for (const QString &link :
             {u"xmpp:carla@example.net?message;body=hello"_s, u"xmpp:sala@rooms.example?join"_s,
              u"xmpp:bruno@example.org?remove"_s, u"xmpp:bruno@example.org?unsubscribe"_s,
              u"xmpp:carla@example.net?roster;name=Carla"_s, u"xmpp:bruno@example.org?command;node=x"_s}) {
            home.window.startChat(link);
            QCOMPARE(home.window.findChildren<StartChatDialog *>().size(), 1);
            QVERIFY(home.window.findChild<StartChatDialog *>()->isVisible());
        }
        QCOMPARE(home.household.ana()->conversations()->rowCount(), chats);
        QCOMPARE(home.household.ana()->roster()->rowCount(), contacts);
        QCOMPARE(home.household.ana()->chats().draft(jidOf(u"carla@example.net"_s)), draft);
    }

    void rowsAreReadAloud()
    {
        Home home;
        const QAbstractItemModel *chats = home.window.sidePane()->chats()->model();
        QStringList rows;
        for (int row = 0; row < chats->rowCount(); ++row)
            rows << chats->index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(rows.size() >= 6);
        const QString all = rows.join(u'\n');
        QVERIFY2(all.contains(u"Bruno Díaz, Away"_s), qPrintable(all));
        QVERIFY2(all.contains(u"2 unread message"_s), qPrintable(all));
        QVERIFY2(all.contains(u"Draft: Nos vemos el"_s), qPrintable(all));
        QVERIFY2(all.contains(u"muted"_s), qPrintable(all));
        QVERIFY2(all.contains(u"pinned"_s), qPrintable(all));
        const QAbstractItemModel *contacts = home.window.sidePane()->contacts()->model();
        QVERIFY(contacts->rowCount() > 0);
        const QString group = contacts->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(group.contains(u" of "_s), qPrintable(group));
    }

    void theStripClaimsNoPresenceWithoutAConnection()
    {
        Home home;
        auto *status = home.window.findChild<StatusBox *>();
        QCOMPARE(status->standIn(), QString());
        QCOMPARE(status->currentText(), u"Offline"_s);
        home.household.secrets().lock();
        home.household.ana()->setPresence({Availability::Away, u"Lunch"_s});
        QTRY_COMPARE(status->standIn(), u"Keychain…"_s);
        // What was chosen is still the value, and what stands in its place is told beside it.
        QCOMPARE(status->currentText(), u"Away"_s);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(status);
        QCOMPARE(face->text(QAccessible::Name), u"Status"_s);
        QCOMPARE(face->text(QAccessible::Value), u"Away"_s);
        QCOMPARE(face->text(QAccessible::Description), u"Keychain…"_s);
        QCOMPARE(face->role(), QAccessible::ComboBox);
        home.household.secrets().unlock();
        QTRY_COMPARE(status->standIn(), u"Needs password"_s);
        home.household.ana()->providePassword(u"sesame"_s, false);
        QTRY_COMPARE(status->standIn(), u"Connecting…"_s);
        home.household.ana()->setPresence({Availability::Offline, {}});
        QTRY_COMPARE(status->standIn(), QString());
    }

    /// XEP-0455: the strip tells what the server's people say of its being away.
    void anOutageIsToldInTheStrip()
    {
        Home home;
        const QUrl status(u"https://status.example.org/s.json"_s);
        home.household.http().documents.insert(
            status,
            R"({"beginning": "2026-01-12T01:01:01Z", "message": {"default": "<b>The disk</b> is full"}})");
        AccountSettings settings = home.household.ana()->settings();
        settings.outageAddresses = {status};
        home.household.ana()->setSettings(settings);
        home.household.resolver().setAnswer(failure(ErrorCode::ConnectionRefused, u"example.org"_s));
        home.household.ana()->providePassword(u"sesame"_s, false);
        home.household.ana()->setPresence({Availability::Available, {}});
        QTRY_VERIFY(named<QLabel>(home.window, u"What the server’s people say"_s));
        const auto *said = named<QLabel>(home.window, u"What the server’s people say"_s);
        QVERIFY(said->text().contains(u"its people know of"_s));
        QVERIFY(said->text().contains(u"They say: <b>The disk</b> is full"_s));
        QCOMPARE(said->textFormat(), Qt::PlainText);
    }

    void requestsAreRowsWithButtons()
    {
        Home home;
        RequestsPane *pane = home.window.sidePane()->requests();
        QVERIFY(pane->isVisible());
        QWidget *list = named(home.window, u"Requests"_s);
        QVERIFY(list);
        QCOMPARE(QAccessible::queryAccessibleInterface(list)->role(), QAccessible::List);
        QSignalSpy accepted(pane, &RequestsPane::accepted);
        auto *accept = named<QPushButton>(home.window, u"Accept"_s);
        QVERIFY(accept);
        QVERIFY(named<QPushButton>(home.window, u"Decline"_s));
        QVERIFY(named<QPushButton>(home.window, u"Block"_s));
        accept->setFocus();
        QTest::keyClick(accept, Qt::Key_Space);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(accepted.at(0).at(0).value<ConversationKey>().peer, jidOf(u"eva@example.net"_s));
        home.household.ana()->requests()->clear();
        QTRY_VERIFY(!pane->isVisible());
    }

    /// Also those that are made anew while the window is seen, as when another account is added.
    void requestsHaveTheirRoom()
    {
        Home home;
        const auto *rows = home.window.sidePane()->requests()->findChild<QScrollArea *>();
        const int one = rows->maximumHeight();
        QVERIFY(one > 40);
        AccountSettings work;
        work.connection.account = jidOf(u"ana@work.example.com"_s);
        QVERIFY(home.household.accounts().add(work));
        QCOMPARE(rows->maximumHeight(), one);
        home.household.ana()->requests()->add(jidOf(u"hugo@example.net"_s), u"Hugo"_s, {}, {});
        QTRY_VERIFY(rows->maximumHeight() > one);
    }

    void aFloodOfRequestsStaysSmall()
    {
        Home home;
        for (int i = 0; i < 500; ++i)
            home.household.ana()->requests()->add(jidOf(u"x%1@example.net"_s.arg(i)), {}, {}, {});
        QVERIFY(home.window.findChildren<QPushButton *>().size() < 200 + RequestsPane::kMostRows * 3 * 600);
        QTRY_VERIFY(home.window.sidePane()->requests()->height() < 300);
    }

    void theFieldFindsEverything()
    {
        Home home;
        SidePane *side = home.window.sidePane();
        side->focusSearch();
        QTest::keyClicks(side->search(), u"rios"_s);
        auto *results = named<SwitcherList>(home.window, u"Search results"_s);
        QVERIFY(results);
        QVERIFY(!side->chats()->isVisible());
        QTest::keyClick(side->search(), Qt::Key_Return);
        QVERIFY(home.hosts.mainChat());
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"carla@example.net"_s));
        QCOMPARE(home.window.windowTitle(), u"Carla Ríos — Tertulia"_s);
        QVERIFY(side->search()->text().isEmpty());
        QVERIFY(side->chats()->isVisible());
        // Somebody without a chat yet.
        QTest::keyClicks(side->search(), u"nuria"_s);
        QTest::keyClick(side->search(), Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"nuria@example.net"_s));
        // What somebody said.
        QTest::keyClicks(side->search(), u"green again"_s);
        QTRY_VERIFY(results->model()->rowCount() > 0 && results->isVisible());
        QTRY_VERIFY(results->currentIndex().isValid());
        QTest::keyClick(side->search(), Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"build@bots.example"_s));
        QTest::keyClicks(side->search(), u"nobody at all"_s);
        QTRY_VERIFY(named<QLabel>(home.window, u"Nothing found."_s));
        // Beside the contacts it leaves those that fit.
        side->search()->clear();
        home.window.showContacts();
        QTest::keyClicks(side->search(), u"rios"_s);
        QVERIFY(side->contacts()->isVisible());
        QTest::keyClick(side->search(), Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"carla@example.net"_s));
    }

    void recentChatsOverTheWindow()
    {
        Home home;
        home.window.openChat(home.key(u"bruno@example.org"_s));
        home.window.openChat(home.key(u"carla@example.net"_s));
        home.window.openChat(home.key(u"hugo@example.net"_s));
        const auto hold = [&home] { QTest::keyPress(&home.window, Qt::Key_Tab, Qt::ControlModifier); };
        hold();
        auto *overlay = home.window.findChild<RecentOverlay *>();
        QVERIFY(overlay);
        QVERIFY(overlay->isVisible());
        auto *list = overlay->findChild<QListWidget *>();
        QCOMPARE(list->accessibleName(), u"Recent chats"_s);
        QCOMPARE(list->currentItem()->text(), u"Carla Ríos"_s);
        hold();
        QCOMPARE(list->currentRow(), 2);
        QTest::keyPress(&home.window, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(list->currentRow(), 1);
        QTest::keyRelease(list, Qt::Key_Control);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"carla@example.net"_s));
        // Esc leaves all as it was.
        QTRY_VERIFY(!home.window.findChild<RecentOverlay *>());
        hold();
        overlay = home.window.findChild<RecentOverlay *>();
        QVERIFY(overlay);
        QTest::keyClick(overlay->findChild<QListWidget *>(), Qt::Key_Escape, Qt::ControlModifier);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"carla@example.net"_s));
    }

    void closedChatsOpenAgainByKey()
    {
        Home home;
        home.window.openChat(home.key(u"carla@example.net"_s));
        QTest::keyClick(&home.window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!home.hosts.mainChat());
        QTest::keyClick(&home.window, Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(home.hosts.mainChat()->peer, jidOf(u"carla@example.net"_s));
    }

    void keysWorkInChatWindows()
    {
        Home home;
        home.window.openChat(home.key(u"carla@example.net"_s), ChatHosts::How::OwnWindow);
        ChatWindow *window = home.hosts.windows().first();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(isMuted(*home.household.ana(), jidOf(u"carla@example.net"_s)));
        QTest::keyClick(window, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(home.window.findChild<PreferencesWindow *>());
        home.window.findChild<PreferencesWindow *>()->close();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(home.hosts.mainChat());
        QVERIFY(home.hosts.mainChat()->peer != jidOf(u"carla@example.net"_s));
    }

    void pinsAreDragged()
    {
        Home home;
        ChatListView *view = home.window.sidePane()->chats();
        const auto nameAt
            = [view](int row) { return view->model()->index(row, 0).data(roles::Name).toString(); };
        const QString first = nameAt(0);
        const QString second = nameAt(1);
        const auto centre
            = [view](int row) { return view->visualRect(view->model()->index(row, 0)).center(); };
        const auto drag = [view](const QPoint &from, const QPoint &to) {
            QWidget *port = view->viewport();
            QTest::mousePress(port, Qt::LeftButton, {}, from);
            for (int step = 1; step <= 10; ++step) {
                const QPoint place = from + (to - from) * step / 10;
                QMouseEvent moved(QEvent::MouseMove, place, port->mapToGlobal(place), Qt::NoButton,
                                  Qt::LeftButton, {});
                QApplication::sendEvent(port, &moved);
            }
            QTest::mouseRelease(port, Qt::LeftButton, {}, to);
        };
        drag(centre(0), centre(1) + QPoint(0, 12));
        QTRY_COMPARE(nameAt(0), second);
        QCOMPARE(nameAt(1), first);
        QVERIFY(!home.hosts.mainChat()); // to drag is not to open
        view->movePin(view->model()->index(1, 0), -1);
        QTRY_COMPARE(nameAt(0), first);
        // Out of the list: a window of its own.
        drag(centre(2), QPoint(view->width() + 200, 40));
        QCOMPARE(home.hosts.windows().size(), 1);
        // What is not pinned goes nowhere.
        const QString third = nameAt(3);
        drag(centre(3), centre(0));
        QCOMPARE(nameAt(3), third);
    }

    void theArchiveIsOneRowAway()
    {
        Home home;
        SidePane *side = home.window.sidePane();
        auto *row = side->findChild<ArchiveRow *>();
        QVERIFY(!row->isVisible());
        home.window.openChat(home.key(u"hugo@example.net"_s));
        QTest::keyClick(&home.window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(row->isVisible());
        QCOMPARE(row->accessibleName(), u"Archived chats: 1"_s);
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(side->chats()->model()->rowCount(), 1);
        QCOMPARE(row->accessibleName(), u"Back from the archived chats"_s);
        // The last one that leaves takes the row along.
        toggleArchived(*home.household.ana(), jidOf(u"hugo@example.net"_s));
        QTRY_VERIFY(!row->isVisible());
        QVERIFY(side->chats()->model()->rowCount() > 1);
    }

    void theMenuOfAChat()
    {
        Home home;
        ChatListView *view = home.window.sidePane()->chats();
        Q_EMIT view->menuRequested(view->model()->index(0, 0), QPoint(0, 0));
        QStringList texts;
        for (QMenu *menu : home.window.findChildren<QMenu *>()) {
            if (!menu->isVisible())
                continue;
            for (QAction *action : menu->actions()) {
                if (!action->isSeparator())
                    texts << action->text();
            }
            menu->close();
        }
        for (const QString &text :
             {u"Open"_s, u"Open in own window"_s, u"Mark as read"_s, u"Unpin"_s, u"Move up"_s, u"Move down"_s,
              u"Mute"_s, u"Move to folder"_s, u"Archive"_s, u"History"_s, u"Details"_s, u"Close chat"_s,
              u"Block…"_s, u"Remove contact…"_s})
            QVERIFY2(texts.contains(text), qPrintable(text + u" in "_s + texts.join(u", "_s)));
    }

    void aContactsHistoryIsOneStepAway()
    {
        Home home;
        home.window.showContacts();
        ContactsView *view = home.window.sidePane()->contacts();
        Q_EMIT view->menuRequested(view->firstContact(), QPoint(0, 0));
        QAction *history = nullptr;
        QStringList texts;
        for (QMenu *menu : home.window.findChildren<QMenu *>()) {
            if (!menu->isVisible())
                continue;
            for (QAction *action : menu->actions()) {
                texts << action->text();
                if (action->text() == u"History"_s)
                    history = action;
            }
        }
        QVERIFY(history);
        QVERIFY(texts.contains(u"Details"_s));
        const ConversationKey key = view->keyOf(view->firstContact());
        history->trigger();
        auto *page = home.window.findChild<SearchPage *>();
        QVERIFY(page && page->isVisible());
        QVERIFY(page->field()->text().startsWith(u"in:"_s));
        page->hide();
        // And from the details of a chat, in a window of its own too.
        ChatWidget *chat = home.hosts.open(key, ChatHosts::How::OwnWindow);
        chat->setDetailsVisible(true);
        auto *details = chat->findChild<DetailsPane *>();
        QPushButton *button = named<QPushButton>(*details, u"History"_s);
        QVERIFY(button);
        page->field()->clear();
        button->click();
        QVERIFY(page->field()->text().startsWith(u"in:"_s));
        QTRY_VERIFY(home.window.isActiveWindow());
    }

    void chatsAreSortedIntoFolders()
    {
        Home home;
        SidePane *side = home.window.sidePane();
        XmppSession &ana = *home.household.ana();
        const Jid hugo = jidOf(u"hugo@example.net"_s);
        const int all = side->chats()->model()->rowCount();
        const auto fillMenu = [&](QMenu &menu) {
            addFolderMenu(menu, ana, hugo, home.household.accounts().chatList()->folders(), &home.window);
            return menu.actions().first()->menu()->actions();
        };
        QMenu none;
        QList<QAction *> actions = fillMenu(none);
        QCOMPARE(actions.size(), 1); // there is no folder yet, and nothing to take it out of
        actions.last()->trigger();
        auto *field = home.window.findChild<QDialog *>()->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"A&B"_s);
        QTest::keyClick(field, Qt::Key_Return);
        auto *chip = QTest::qWaitFor([&] { return named(home.window, u"Folder A&B"_s) != nullptr; })
            ? named<QAbstractButton>(home.window, u"Folder A&B"_s)
            : nullptr;
        QVERIFY(chip);
        QCOMPARE(chip->text(), u"A&&B"_s);
        QTest::mouseClick(chip, Qt::LeftButton);
        QTRY_COMPARE(side->chats()->model()->rowCount(), 1);
        QMenu one;
        actions = fillMenu(one);
        QVERIFY(actions.first()->isChecked());
        QCOMPARE(actions.first()->text(), u"A&&B"_s);
        // The last one that leaves takes the folder along, and all chats are there again.
        actions.last()->trigger();
        QTRY_VERIFY(!named(home.window, u"Folder A&B"_s));
        QTRY_COMPARE(side->chats()->model()->rowCount(), all);
    }

    void oneColumnWhenNarrow()
    {
        Home home;
        home.window.resize(600, 700);
        QTRY_VERIFY(home.window.isNarrow());
        QVERIFY(home.window.sidePane()->isVisible());
        home.window.openChat(home.key(u"carla@example.net"_s));
        QVERIFY(!home.window.sidePane()->isVisible());
        ChatWidget *chat = home.window.currentChat();
        QVERIFY(named(home.window, u"Back to the list"_s));
        // The details take the place of the conversation, and give it back.
        home.window.resize(420, 700);
        QTest::keyClick(&home.window, Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(chat->findChild<DetailsPane *>()->isVisible());
        QTRY_VERIFY(!chat->timeline()->isVisible());
        QTest::keyClick(&home.window, Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(chat->timeline()->isVisible());
        QTest::mouseClick(named<QAbstractButton>(home.window, u"Back to the list"_s), Qt::LeftButton);
        QVERIFY(home.window.sidePane()->isVisible());
    }

    void chatsByKeyboardOnly()
    {
        Home home;
        QTest::keyClick(&home.window, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(home.hosts.mainChat());
        const ConversationKey first = *home.hosts.mainChat();
        QTest::keyClick(&home.window, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(*home.hosts.mainChat() != first);
        QTest::keyClick(&home.window, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(*home.hosts.mainChat(), first);
        QTest::keyClick(&home.window, Qt::Key_3, Qt::ControlModifier);
        QVERIFY(*home.hosts.mainChat() != first);
        QTest::keyClick(&home.window, Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!home.hosts.mainChat());
        QCOMPARE(home.window.windowTitle(), u"Tertulia"_s);
        QTest::keyClick(&home.window, Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(home.window.sidePane()->page(), SidePane::Page::Contacts);
    }

    void keysWorkWithoutTheMenuBar()
    {
        Home home;
        QTest::keyClick(&home.window, Qt::Key_M, Qt::ControlModifier);
        QVERIFY(!home.window.menuBar()->isVisible());
        QVERIFY(named(home.window, u"Menu"_s));
        QTest::keyClick(&home.window, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(home.window.findChild<StartChatDialog *>());
        delete home.window.findChild<StartChatDialog *>();
        QTest::keyClick(&home.window, Qt::Key_M, Qt::ControlModifier);
        QVERIFY(home.window.menuBar()->isVisible());
    }

    void panesAreCycledAndTabIsNotTrapped()
    {
        Home home;
        home.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&home.window));
        home.window.openChat(home.key(u"bruno@example.org"_s));
        QSet<QWidget *> seen;
        for (int i = 0; i < 12; ++i) {
            home.window.cyclePane(1);
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY(seen.size() >= 4);
        QVERIFY(seen.contains(home.window.sidePane()->chats()));
        QVERIFY(seen.contains(home.window.sidePane()->search()));
        QSet<QWidget *> tabbed;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            tabbed.insert(QApplication::focusWidget());
        }
        QVERIFY(tabbed.contains(home.window.sidePane()->search()));
        QVERIFY(tabbed.contains(home.window.sidePane()->chats()));
    }

    void narrowWindowsShowOneColumn()
    {
        Home home;
        home.window.resize(500, 700);
        QTRY_VERIFY(home.window.isNarrow());
        SidePane *side = home.window.sidePane();
        QVERIFY(side->isVisible());
        home.window.openChat(home.key(u"bruno@example.org"_s));
        QVERIFY(!side->isVisible());
        QVERIFY(home.window.currentChat()->isVisible());
        Q_EMIT home.window.currentChat()->backRequested();
        QVERIFY(side->isVisible());
        QVERIFY(!home.window.currentChat()->isVisible());
        home.window.resize(1000, 700);
        QTRY_VERIFY(home.window.currentChat()->isVisible() && side->isVisible());
    }

    void hostileNamesStayText()
    {
        Home home;
        RosterModel *roster = home.household.ana()->roster();
        const QString bad = u"<b>x</b>\u202E"_s + QString(10240, u'y');
        ContactFacts facts = roster->contact(jidOf(u"bruno@example.org"_s));
        facts.name = bad;
        facts.groups = {bad};
        roster->setContact(facts);
        roster->setPresence(facts.jid, {Availability::Away, bad, {u"x"_s}, {}});
        home.household.ana()->requests()->add(jidOf(u"evil@example.net"_s), bad, bad, {});
        home.window.openChat(home.key(u"bruno@example.org"_s));
        home.window.showContacts();
        QCoreApplication::processEvents();
        QVERIFY(!home.window.grab().isNull());
        QCOMPARE(richLabels(home.window), QStringList());
        QVERIFY(home.window.windowTitle().size() < 200);
        QVERIFY(home.window.windowTitle().contains(u"<b>x</b>"_s));
        QVERIFY(!home.window.windowTitle().contains(QChar(0x202E)));
        for (const QWidget *widget : home.window.findChildren<QWidget *>()) {
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
            QVERIFY(widget->toolTip().size() < 2000);
        }
        QCOMPARE(home.window.width(), 1000);
    }

    void questionsAreSafeByDefault()
    {
        Home home;
        int answered = 0;
        auto *dialog
            = ConfirmDialog::ask(&home.window, {u"Remove <b>x</b>?"_s, u"<i>text</i>"_s, u"Remove"_s},
                                 [&](int answer) { answered = answer; });
        QCOMPARE(richLabels(*dialog), QStringList{});
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(answered, 0);
        QTRY_VERIFY(home.window.findChildren<ConfirmDialog *>().isEmpty());
        dialog = ConfirmDialog::ask(&home.window, {u"Remove?"_s, u"text"_s, u"Remove"_s},
                                    [&](int answer) { answered = answer; });
        QTest::mouseClick(named<QPushButton>(*dialog, u"Remove"_s), Qt::LeftButton);
        QCOMPARE(answered, 1);
    }

    void closingAsksOnceWhereThereIsATray()
    {
        Home home;
        QSignalSpy quit(&home.window, &MainWindow::quitRequested);
        home.window.setTrayTest([] { return true; });
        home.window.close();
        auto *dialog = home.window.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        QTest::mouseClick(named<QPushButton>(*dialog, u"Keep running"_s), Qt::LeftButton);
        QVERIFY(!home.window.isVisible());
        QCOMPARE(quit.count(), 0);
        home.window.activate();
        home.window.close();
        QVERIFY(!home.window.isVisible());
        home.window.setTrayTest([] { return false; });
        home.window.activate();
        home.window.close();
        QCOMPARE(quit.count(), 1);
    }

    void geometryComesBackWithinTheScreen()
    {
        QCOMPARE(clampedTo(QRect(5000, -300, 800, 600), QRect(0, 0, 1000, 700)), QRect(200, 0, 800, 600));
        QCOMPARE(clampedTo(QRect(-50, 10, 4000, 3000), QRect(0, 0, 1000, 700)), QRect(0, 0, 1000, 700));
        UiSettings settings{QString()};
        QWidget first;
        first.setGeometry(100, 90, 400, 300);
        WindowState(settings, u"x"_s).save(first);
        QWidget second;
        WindowState(settings, u"x"_s).restore(second, QSize(10, 10));
        QCOMPARE(second.geometry(), QRect(100, 90, 400, 300));
        settings.setValue(u"windows/x/geometry"_s, QRect(9000, 9000, 400, 300));
        WindowState(settings, u"x"_s).restore(second, QSize(10, 10));
        QVERIFY(second.screen()->availableGeometry().contains(second.geometry()));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
