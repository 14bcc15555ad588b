// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Roles.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionMessages.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/Composer.h"
#include "ui/chat/RecentChats.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/writing/ComposerEdit.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

/// As much of a main window as chats see.
class Place : public QWidget, public MainChatPlace
{
public:
    Place() { new QVBoxLayout(this); }
    void placeChat(ChatWidget *chat) override
    {
        if (shown)
            layout()->removeWidget(shown);
        shown = chat;
        if (chat) {
            layout()->addWidget(chat);
            chat->show();
        }
    }
    void activate() override { ++activations; }

    QPointer<ChatWidget> shown;
    int activations = 0;
};

} // namespace

class ChatHostsTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<OfflineProfile> profile;
    std::unique_ptr<UiSettings> settings;
    std::unique_ptr<Place> place;
    std::unique_ptr<ChatHosts> hosts;

    ConversationKey bruno() const { return profile->key(u"bruno@example.org"_s); }
    ConversationKey carla() const { return profile->key(u"carla@example.net"_s); }
    ConversationKey eva() const { return profile->key(u"eva@example.com"_s); }

    void makeHosts()
    {
        settings = std::make_unique<UiSettings>(profile->file(u"ui.ini"_s));
        place = std::make_unique<Place>();
        place->resize(700, 600);
        place->show();
        hosts = std::make_unique<ChatHosts>(*profile->accounts, *settings);
        hosts->setMainPlace(place.get());
    }
    /// The next start of the program, on what lies on disk now: nothing of this one is asked to save.
    void killAndStart()
    {
        const QString kept = profile->file(u"kept.ini"_s);
        QFile::remove(kept);
        QVERIFY(QFile::copy(profile->file(u"ui.ini"_s), kept));
        hosts.reset();
        place.reset();
        settings.reset();
        QFile::remove(profile->file(u"ui.ini"_s));
        QVERIFY(QFile::copy(kept, profile->file(u"ui.ini"_s)));
        profile->restart();
        makeHosts();
        hosts->restore();
    }
    static ComposerEdit *fieldOf(const ChatWidget *chat) { return chat->findChild<ComposerEdit *>(); }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        Theme::current().setChoice(Theme::Choice::Light);
    }
    void init()
    {
        profile = std::make_unique<OfflineProfile>();
        makeHosts();
    }
    void cleanup()
    {
        hosts.reset();
        place.reset();
        settings.reset();
        profile.reset();
    }

    void opensInTheMainWindowByDefault()
    {
        QSignalSpy changed(hosts.get(), &ChatHosts::mainChatChanged);
        ChatWidget *chat = hosts->open(bruno());
        QVERIFY(chat);
        QCOMPARE(place->shown, chat);
        QCOMPARE(hosts->mainChat(), bruno());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(place->activations, 1);
        // The same again is the same one, brought forward.
        QCOMPARE(hosts->open(bruno()), chat);
        QCOMPARE(place->activations, 2);
        QCOMPARE(changed.size(), 1);
        // Another takes its place.
        QPointer<ChatWidget> before(chat);
        ChatWidget *other = hosts->open(carla());
        QCOMPARE(place->shown, other);
        QTRY_VERIFY(!before);
        QCOMPARE(hosts->chat(bruno()), nullptr);
        QVERIFY(hosts->windows().isEmpty());
    }

    void unknownAccountsOpenNothing()
    {
        QCOMPARE(hosts->open({u"no such account"_s, bruno().peer}), nullptr);
        QVERIFY(!hosts->mainChat());
    }

    void aChatHasOneHost()
    {
        ChatWidget *chat = hosts->open(bruno());
        QCOMPARE(hosts->open(bruno(), ChatHosts::How::OwnWindow), chat);
        QCOMPARE(hosts->windows().size(), 1);
        QVERIFY(!place->shown);
        QVERIFY(!hosts->mainChat());
        QCOMPARE(hosts->windows().first()->chat(), chat);
        QCOMPARE(hosts->open(bruno()), chat);
        QCOMPARE(hosts->windows().size(), 1);
        QCOMPARE(hosts->open(bruno(), ChatHosts::How::MainWindow), chat);
        QVERIFY(hosts->windows().isEmpty());
        QCOMPARE(place->shown, chat);
    }

    void moveBetweenHostsKeepsWhatIsWritten()
    {
        ChatWidget *chat = hosts->open(bruno());
        fieldOf(chat)->setPlainText(u"half a sen"_s);
        hosts->popOut(bruno());
        QCOMPARE(fieldOf(hosts->chat(bruno()))->toPlainText(), u"half a sen"_s);
        hosts->dock(bruno());
        QCOMPARE(fieldOf(hosts->chat(bruno()))->toPlainText(), u"half a sen"_s);
        QCOMPARE(profile->session().chats().draft(bruno().peer).text, u"half a sen"_s);
    }

    void draftsStayWithTheirChat()
    {
        fieldOf(hosts->open(bruno()))->setPlainText(u"for Bruno"_s);
        ChatWidget *other = hosts->open(carla());
        QCOMPARE(fieldOf(other)->toPlainText(), QString());
        QCOMPARE(profile->session().chats().draft(bruno().peer).text, u"for Bruno"_s);
        QCOMPARE(profile->session().chats().draft(carla().peer).text, QString());
        QCOMPARE(fieldOf(hosts->open(bruno()))->toPlainText(), u"for Bruno"_s);
    }

    /// R21, R22: a reply and a correction that are begun are there again with the chat, and with the program.
    void whatIsBegunKeepsWhatItIsAbout()
    {
        hosts.reset();
        place.reset();
        profile = std::make_unique<OfflineProfile>(
            QList<OfflineProfile::Said>{{bruno().peer.toString(), u"¿A qué hora?"_s},
                                        {bruno().peer.toString(), u"I thnik at eight"_s, true}});
        makeHosts();
        const auto composer = [this] { return hosts->chat(bruno())->findChild<Composer *>(); };
        TimelineView *timeline = hosts->open(bruno())->timeline();
        QTRY_COMPARE(timeline->rowCount(), 2);
        const auto idOf = [timeline](int row) {
            return timeline->model()->index(row, 0).data(roles::MessageId).toLongLong();
        };
        const qint64 asked = idOf(0);
        const qint64 said = idOf(1);
        timeline->act(0, MessageAction::Reply);
        fieldOf(hosts->chat(bruno()))->insertPlainText(u"at nine"_s);
        timeline->act(1, MessageAction::Edit);
        QCOMPARE(composer()->edited(), said);
        fieldOf(hosts->chat(bruno()))->selectAll();
        fieldOf(hosts->chat(bruno()))->insertPlainText(u"//I think at eight"_s);
        hosts->open(carla());
        QCOMPARE(hosts->chat(carla())->findChild<Composer *>()->edited(), 0);
        QCOMPARE(fieldOf(hosts->chat(carla()))->toPlainText(), QString());
        hosts->open(bruno());
        QCOMPARE(composer()->edited(), said);
        QCOMPARE(composer()->text(), u"//I think at eight"_s);
        killAndStart();
        hosts->open(bruno());
        QCOMPARE(composer()->edited(), said);
        QCOMPARE(composer()->text(), u"//I think at eight"_s);
        screenshot(*place, u"chathosts-edit-restored"_s);
        QVERIFY(composer()->stepBack());
        QCOMPARE(composer()->text(), u"at nine"_s);
        QCOMPARE(composer()->answered(), asked);
        // Left is left.
        killAndStart();
        hosts->open(bruno());
        QCOMPARE(composer()->edited(), 0);
        QCOMPARE(composer()->answered(), asked);
        QCOMPARE(composer()->text(), u"at nine"_s);
        // What was answered goes; the words stay.
        hosts->open(carla());
        QCOMPARE(profile->session().messages().forget({asked}), 1);
        hosts->open(bruno());
        QCOMPARE(composer()->answered(), 0);
        QCOMPARE(composer()->text(), u"at nine"_s);
    }

    void aChatIsFoundWhereItWasLeft()
    {
        hosts.reset();
        place.reset();
        QList<OfflineProfile::Said> past;
        for (int i = 0; i < 200; ++i)
            past << OfflineProfile::Said{u"bruno@example.org"_s, u"message %1"_s.arg(i)};
        profile = std::make_unique<OfflineProfile>(past);
        profile->session().chats().markRead(bruno().peer);
        makeHosts();
        ChatWidget *chat = hosts->open(bruno());
        chat->timeline()->settleNow();
        QTRY_VERIFY(chat->timeline()->isAtBottom());
        chat->timeline()->scrollPages(-1);
        QTRY_VERIFY(chat->position() != 0);
        const qint64 left = chat->position();
        hosts->open(carla());
        chat = hosts->open(bruno());
        chat->timeline()->settleNow();
        QCOMPARE(chat->position(), left);
    }

    void closingAWindowForgetsItButNotTheChat()
    {
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->open(carla(), ChatHosts::How::OwnWindow);
        QCOMPARE(hosts->windows().size(), 2);
        fieldOf(hosts->chat(bruno()))->setPlainText(u"draft"_s);
        hosts->windows().first()->close();
        QCOMPARE(hosts->windows().size(), 1);
        QCOMPARE(profile->session().chats().draft(bruno().peer).text, u"draft"_s);
        killAndStart();
        QCOMPARE(hosts->windows().size(), 1);
        QCOMPARE(hosts->windows().first()->key(), carla());
    }

    /// UI e.17 scenario 2.
    void threeWindowsComeBackAfterAKill()
    {
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->open(carla(), ChatHosts::How::OwnWindow);
        hosts->open(eva(), ChatHosts::How::OwnWindow);
        hosts->open(profile->key(u"hugo@example.org"_s));
        hosts->windows()[0]->setGeometry(20, 30, 410, 420);
        hosts->windows()[1]->setGeometry(100, 60, 480, 500);
        fieldOf(hosts->chat(carla()))->setPlainText(u"I was writ"_s);
        // The pause after typing, and after moving.
        QTRY_COMPARE(profile->session().chats().draft(carla().peer).text, u"I was writ"_s);
        QTRY_VERIFY(settings->value(u"chats/%1/carla@example.net/window"_s.arg(carla().account))
                        .toString()
                        .startsWith(u"100,60,480,500"_s));
        killAndStart();
        QCOMPARE(hosts->windows().size(), 3);
        QCOMPARE(hosts->windows()[0]->key(), bruno());
        QCOMPARE(hosts->windows()[0]->geometry(), QRect(20, 30, 410, 420));
        QCOMPARE(hosts->windows()[1]->geometry(), QRect(100, 60, 480, 500));
        QCOMPARE(fieldOf(hosts->chat(carla()))->toPlainText(), u"I was writ"_s);
        QCOMPARE(hosts->mainChat(), profile->key(u"hugo@example.org"_s));
        QCOMPARE(place->activations, 0);
        // And once more, to see that restoring did not write down less.
        killAndStart();
        QCOMPARE(hosts->windows().size(), 3);
    }

    void quittingIsNotClosing()
    {
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->freeze();
        for (ChatWindow *window : hosts->windows())
            window->close();
        killAndStart();
        QCOMPARE(hosts->windows().size(), 1);
    }

    void windowsOfAMissingAccountWaitForIt()
    {
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        const QString other = u"other-account carla@example.net"_s;
        settings->setValue(u"windows/open"_s,
                           QStringList{u"rubbish"_s, other, bruno().account + u" bruno@example.org"_s});
        killAndStart();
        QCOMPARE(hosts->windows().size(), 1);
        hosts->open(carla(), ChatHosts::How::OwnWindow);
        QVERIFY(settings->value(u"windows/open"_s).toStringList().contains(other));
    }

    void dockAllAndTheList()
    {
        QSignalSpy changed(hosts.get(), &ChatHosts::windowsChanged);
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->open(carla(), ChatHosts::How::OwnWindow);
        QVERIFY(changed.size() >= 2);
        hosts->dockAll();
        QVERIFY(hosts->windows().isEmpty());
        QCOMPARE(hosts->mainChat(), carla());
    }

    void ownWindowsByChoice()
    {
        hosts->setOpenByDefault(ChatHosts::How::OwnWindow);
        hosts->open(bruno());
        QCOMPARE(hosts->windows().size(), 1);
        QVERIFY(!hosts->mainChat());
    }

    void tabsHoldSeveralChats()
    {
        hosts->setOpenByDefault(ChatHosts::How::Tab);
        hosts->open(bruno());
        ChatWidget *carlas = hosts->open(carla());
        hosts->open(eva());
        QCOMPARE(hosts->windows().size(), 1);
        ChatWindow *window = hosts->windows().first();
        QCOMPARE(window->kind(), ChatWindow::Kind::Tabs);
        QCOMPARE(window->keys(), (QList{bruno(), carla(), eva()}));
        QCOMPARE(window->key(), eva());
        QVERIFY(window->windowTitle().contains(u"eva@example.com"_s));
        // Opening one again brings its tab forward.
        QCOMPARE(hosts->open(carla()), carlas);
        QCOMPARE(window->key(), carla());
        QCOMPARE(window->chat(), carlas);
        window->stepTab(1);
        QCOMPARE(window->key(), eva());
        window->stepTab(1);
        QCOMPARE(window->key(), bruno());
        QVERIFY(!hosts->mainChat());
    }

    void aTabGoesOutAndComesBack()
    {
        hosts->setOpenByDefault(ChatHosts::How::Tab);
        hosts->open(bruno());
        ChatWidget *chat = hosts->open(carla());
        fieldOf(chat)->setPlainText(u"half a sen"_s);
        ChatWindow *tabs = hosts->windows().first();
        Q_EMIT tabs->tabDraggedOut(carla());
        QCOMPARE(hosts->windows().size(), 2);
        QCOMPARE(tabs->keys(), QList{bruno()});
        QCOMPARE(hosts->windows().last()->kind(), ChatWindow::Kind::Single);
        QCOMPARE(fieldOf(hosts->chat(carla()))->toPlainText(), u"half a sen"_s);
        hosts->dock(carla());
        QCOMPARE(hosts->windows().size(), 1);
        QCOMPARE(tabs->keys(), (QList{bruno(), carla()}));
        QCOMPARE(fieldOf(hosts->chat(carla()))->toPlainText(), u"half a sen"_s);
        // Into the main window as well, which a person may want of one.
        hosts->open(carla(), ChatHosts::How::MainWindow);
        QCOMPARE(hosts->mainChat(), carla());
        hosts->close(bruno());
        QVERIFY(hosts->windows().isEmpty());
    }

    void tabsComeBackAfterAKill()
    {
        hosts->setOpenByDefault(ChatHosts::How::Tab);
        hosts->open(bruno());
        hosts->open(carla());
        hosts->open(eva());
        hosts->popOut(eva());
        ChatWindow *tabs = hosts->windows().first();
        tabs->findChild<QTabBar *>()->moveTab(0, 1);
        tabs->showChat(bruno());
        tabs->setGeometry(30, 40, 620, 500);
        QTRY_VERIFY(settings->value(u"windows/tabsPlacement"_s).toString().startsWith(u"30,40,620,500"_s));
        killAndStart();
        QCOMPARE(hosts->windows().size(), 2);
        tabs = hosts->windows().last();
        QCOMPARE(tabs->kind(), ChatWindow::Kind::Tabs);
        QCOMPARE(tabs->keys(), (QList{carla(), bruno()}));
        QCOMPARE(tabs->key(), bruno());
        QCOMPARE(tabs->geometry(), QRect(30, 40, 620, 500));
        QCOMPARE(hosts->windows().first()->key(), eva());
        QCOMPARE(place->activations, 0);
        killAndStart();
        QCOMPARE(hosts->windows().size(), 2);
    }

    void nothingComesBackIfThatIsWanted()
    {
        settings->setValue(u"chat/restore-windows"_s, false);
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->open(carla());
        killAndStart();
        QVERIFY(hosts->windows().isEmpty());
        QCOMPARE(hosts->mainChat(), carla());
    }

    void whatWasClosedOpensAgain()
    {
        hosts->setOpenByDefault(ChatHosts::How::Tab);
        hosts->open(bruno());
        hosts->open(carla());
        QTest::mouseClick(hosts->windows().first()->findChild<QTabBar *>(), Qt::MiddleButton, {},
                          hosts->windows().first()->findChild<QTabBar *>()->tabRect(1).center());
        QCOMPARE(hosts->windows().first()->keys(), QList{bruno()});
        QVERIFY(hosts->recent().hasClosed());
        hosts->reopenClosed();
        QCOMPARE(hosts->windows().first()->keys(), (QList{bruno(), carla()}));
        QVERIFY(!hosts->recent().hasClosed());
        hosts->reopenClosed();
        // A window closed with all its tabs.
        hosts->windows().first()->close();
        QVERIFY(hosts->windows().isEmpty());
        hosts->reopenClosed();
        hosts->reopenClosed();
        QCOMPARE(hosts->windows().size(), 1);
        QCOMPARE(hosts->windows().first()->keys().size(), 2);
    }

    void recentOrder()
    {
        hosts->open(bruno());
        hosts->open(carla());
        hosts->open(bruno());
        QCOMPARE(hosts->recent().order(), (QList{bruno(), carla()}));
        hosts->close(bruno());
        QCOMPARE(hosts->recent().order(), QList{carla()});
    }

    void anAccountThatGoesTakesItsChats()
    {
        hosts->open(bruno(), ChatHosts::How::OwnWindow);
        hosts->open(carla());
        profile->accounts->remove(bruno().account).ignore();
        QTRY_VERIFY(hosts->windows().isEmpty());
        QVERIFY(!hosts->mainChat());
        QVERIFY(!place->shown);
    }
};

QTEST_MAIN(ChatHostsTest)
#include "tst_chathosts.moc"
