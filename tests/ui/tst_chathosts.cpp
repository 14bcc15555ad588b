// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfflineProfile.h"
#include "tests/support/Screenshots.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerEdit.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
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
        QCOMPARE(profile->session().draft(bruno().peer), u"half a sen"_s);
    }

    void draftsStayWithTheirChat()
    {
        fieldOf(hosts->open(bruno()))->setPlainText(u"for Bruno"_s);
        ChatWidget *other = hosts->open(carla());
        QCOMPARE(fieldOf(other)->toPlainText(), QString());
        QCOMPARE(profile->session().draft(bruno().peer), u"for Bruno"_s);
        QCOMPARE(profile->session().draft(carla().peer), QString());
        QCOMPARE(fieldOf(hosts->open(bruno()))->toPlainText(), u"for Bruno"_s);
    }

    void aChatIsFoundWhereItWasLeft()
    {
        hosts.reset();
        place.reset();
        QList<OfflineProfile::Said> past;
        for (int i = 0; i < 200; ++i)
            past << OfflineProfile::Said{u"bruno@example.org"_s, u"message %1"_s.arg(i)};
        profile = std::make_unique<OfflineProfile>(past);
        profile->session().markRead(bruno().peer);
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
        QCOMPARE(profile->session().draft(bruno().peer), u"draft"_s);
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
        QTRY_COMPARE(profile->session().draft(carla().peer), u"I was writ"_s);
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
