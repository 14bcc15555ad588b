// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ChatChoices.h"
#include "core/session/SessionChats.h"
#include "core/session/SessionContacts.h"
#include "core/session/SessionMessages.h"
#include "core/store/ConversationsTable.h"
#include "ui/notifications/ChatNotices.h"

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/models/ConversationListModel.h"
#include "core/models/ConversationModel.h"
#include "core/net/NameResolver.h"
#include "core/session/Accounts.h"
#include "core/store/Store.h"
#include "tests/support/FakeSecretStore.h"
#include "ui/main/SpokenChats.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

class NoNames : public NameResolver
{
public:
    Task<QList<Endpoint>> resolve(const QString &) override
    {
        return Task<QList<Endpoint>>::completed(failure(ErrorCode::NameNotFound));
    }
    Task<QList<QHostAddress>> addresses(const QString &) override
    {
        return Task<QList<QHostAddress>>::completed(failure(ErrorCode::NameNotFound));
    }
};

class Recorder : public Notifier
{
public:
    void show(const Notice &notice) override { shown.append(notice); }
    void withdraw(const QString &tag) override { withdrawn.append(tag); }
    void play(NoticeSound sound) override { played.append(sound); }
    bool isInhibited() const override { return inhibited; }
    QString description() const override { return {}; }

    QList<Notice> shown;
    QStringList withdrawn;
    QList<NoticeSound> played;
    bool inhibited = false;
};

} // namespace

class tst_ChatNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::move(Store::open(m_folder->filePath(u"s.sqlite"_s)).value());
        m_accounts = std::make_unique<Accounts>(services());
        AccountSettings settings;
        settings.connection.account = Jid::parse(u"ana@example.org"_s).value();
        settings.enabled = false;
        m_session = m_accounts->add(settings).value();
        m_settings = std::make_unique<UiSettings>(m_folder->filePath(u"ui.ini"_s));
        m_notifier = std::make_unique<Recorder>();
        m_reading = false;
        m_notices = std::make_unique<ChatNotices>(*m_accounts, *m_settings, *m_notifier,
                                                  [this](const ConversationKey &) { return m_reading; });
    }
    void cleanup()
    {
        m_notices.reset();
        m_accounts.reset();
        m_store.reset();
    }

    void quietWhenItShouldBe_data()
    {
        QTest::addColumn<QString>("why");
        for (const QString &why : {u"reading"_s, u"muted"_s, u"own dnd"_s, u"desktop dnd"_s, u"off"_s})
            QTest::newRow(qPrintable(why)) << why;
    }
    void quietWhenItShouldBe()
    {
        QFETCH(QString, why);
        if (why == "reading"_L1)
            m_reading = true;
        if (why == "muted"_L1) {
            m_session->chats().open(m_bruno);
            m_session->chats().setMuted(m_bruno, true);
        }
        if (why == "own dnd"_L1)
            m_session->setPresence({Availability::DoNotDisturb, {}});
        if (why == "desktop dnd"_L1)
            m_notifier->inhibited = true;
        if (why == "off"_L1)
            m_settings->setValue(settingkeys::kNotifications, false);
        say(u"hello"_s);
        QCOMPARE(m_notifier->shown.size(), 0);
    }

    void tellsWhoAndWhat()
    {
        say(u"<b>hello</b>"_s);
        QCOMPARE(m_notifier->shown.size(), 1);
        const Notice notice = m_notifier->shown[0];
        QCOMPARE(notice.title, u"bruno@example.org"_s);
        QCOMPARE(notice.body, u"<b>hello</b>"_s);
        QVERIFY(notice.sound == NoticeSound::Message && notice.canReply && notice.canMarkRead);
    }

    void reactionsAreToldWhoWantsIt()
    {
        const auto react = [this] { Q_EMIT m_session->messages().reacted(m_bruno, {u"👍"_s}); };
        react();
        QCOMPARE(m_notifier->shown.size(), 0);
        m_settings->setValue(NoticeRules::bubbleKey(NoticeKind::Reaction), true);
        m_reading = true;
        react();
        m_reading = false;
        m_session->chats().open(m_bruno);
        m_session->chats().setMuted(m_bruno, true);
        react();
        QCOMPARE(m_notifier->shown.size(), 0);
        m_session->chats().setMuted(m_bruno, false);
        react();
        QCOMPARE(m_notifier->shown.size(), 1);
        const Notice notice = m_notifier->shown[0];
        QCOMPARE(notice.title, u"bruno@example.org"_s);
        QCOMPARE(notice.body, u"Reacted to your message: 👍"_s);
        QVERIFY(notice.sound == NoticeSound::None && !notice.canReply);
        m_notices->setLocked(true);
        Q_EMIT m_session->messages().reacted(Jid::parse(u"eva@example.com"_s).value(), {u"👍"_s});
        QCOMPARE(m_notifier->shown.last().title, u"Tertulia"_s);
        QCOMPARE(m_notifier->shown.last().body, u"Somebody reacted to your message"_s);
    }

    void aSpoilerStaysHidden()
    {
        m_session->messages().send(m_bruno, u"They die."_s, 0, u"The <end"_s);
        const std::unique_ptr<ConversationModel> timeline(m_session->openTimeline(m_bruno, nullptr));
        const qint64 id = timeline->index(0).data(roles::MessageId).toLongLong();
        Q_EMIT m_session->messages().arrived(m_bruno, id, u"They die."_s);
        QCOMPARE(m_notifier->shown.size(), 1);
        QCOMPARE(m_notifier->shown[0].body, u"Spoiler: The <end"_s);
        QTRY_COMPARE(chatPreview(m_session->conversations()->indexOf(m_bruno)), u"Spoiler: The <end"_s);
    }

    /// SECURITY A129
    void tellsLessOnRequestAndNothingWhenLocked()
    {
        m_notices->rules().setContent(NoticeRules::Content::NameOnly);
        say(u"MARKER"_s);
        m_notices->rules().setContent(NoticeRules::Content::Nothing);
        say(u"MARKER"_s);
        QTRY_COMPARE(m_notifier->shown.size(), 2);
        m_notices->rules().setContent(NoticeRules::Content::Full);
        m_notices->setLocked(true);
        say(u"MARKER"_s);
        QTRY_COMPARE(m_notifier->shown.size(), 3);
        for (const Notice &notice : m_notifier->shown)
            QVERIFY(!notice.body.contains("MARKER"_L1));
        QVERIFY(m_notifier->shown[0].title.contains("bruno"_L1));
        QVERIFY(!m_notifier->shown[1].title.contains("bruno"_L1));
        QVERIFY(!m_notifier->shown[2].title.contains("bruno"_L1));
        QVERIFY(!m_notifier->shown[2].canReply);
        // A reply typed on the lock screen goes nowhere.
        QSignalSpy changed(m_session->conversations(), &QAbstractItemModel::rowsInserted);
        Q_EMIT m_notifier->replied(m_notifier->shown[2].tag, u"yes"_s);
        QCOMPARE(changed.size(), 0);
    }

    void unknownSettingIsThePrivateOne()
    {
        UiSettings file(m_folder->filePath(u"other.ini"_s));
        file.setValue(u"notifications/content"_s, u"Everything!"_s);
        QCOMPARE(NoticeRules(file).content(), NoticeRules::Content::Nothing);
    }

    void burstSoundsOnce()
    {
        say(u"1"_s);
        say(u"2"_s);
        say(u"3"_s);
        // The first at once, the others together.
        QCOMPARE(m_notifier->shown.size(), 1);
        QCOMPARE(m_notifier->shown[0].sound, NoticeSound::Message);
        QTRY_COMPARE(m_notifier->shown.size(), 2);
        QCOMPARE(m_notifier->shown[1].sound, NoticeSound::None);
        QCOMPARE(m_notifier->shown[0].tag, m_notifier->shown[1].tag);
        QCOMPARE(m_notifier->shown[1].body, u"1\n2\n3"_s);
    }

    void whatIsReadMeanwhileIsNotTold()
    {
        say(u"1"_s);
        say(u"2"_s);
        Q_EMIT m_session->chats().read(m_bruno);
        say(u"3"_s);
        QCOMPARE(m_notifier->shown.size(), 2);
        QCOMPARE(m_notifier->shown[1].body, u"3"_s);
        // What is gathered next comes when the one that was read would have come at the latest.
        say(u"4"_s);
        QTRY_COMPARE(m_notifier->shown.size(), 3);
        QCOMPARE(m_notifier->shown[2].body, u"3\n4"_s);
    }

    void closedByThePersonTellsOnlyWhatIsNew()
    {
        say(u"1"_s);
        Q_EMIT m_notifier->closed(m_notifier->shown[0].tag);
        say(u"2"_s);
        QTRY_COMPARE(m_notifier->shown.size(), 2);
        QCOMPARE(m_notifier->shown[1].body, u"2"_s);
    }

    void eachKindHasItsSwitches_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("message") << int(NoticeKind::Message);
        QTest::newRow("request") << int(NoticeKind::Request);
        QTest::newRow("failure") << int(NoticeKind::SendFailed);
    }
    void eachKindHasItsSwitches()
    {
        QFETCH(int, kind);
        const auto happen = [&] {
            if (NoticeKind(kind) == NoticeKind::Message)
                say(u"hello"_s);
            else if (NoticeKind(kind) == NoticeKind::Request)
                ask(m_bruno);
            else
                Q_EMIT m_session->messages().failed(m_bruno, 1, Error{ErrorCode::StanzaServiceUnavailable});
        };
        m_settings->setValue(NoticeRules::bubbleKey(NoticeKind(kind)), false);
        happen();
        QCOMPARE(m_notifier->shown.size(), 0);
        m_settings->setValue(NoticeRules::bubbleKey(NoticeKind(kind)), true);
        m_settings->setValue(NoticeRules::soundKey(NoticeKind(kind)), false);
        happen();
        QCOMPARE(m_notifier->shown.size(), 1);
        QCOMPARE(m_notifier->shown[0].sound, NoticeSound::None);
    }

    void aSoundCanComeWithoutABubble()
    {
        m_settings->setValue(NoticeRules::bubbleKey(NoticeKind::Message), false);
        say(u"hello"_s);
        QCOMPARE(m_notifier->played, QList<NoticeSound>{NoticeSound::Message});
    }

    void aChatCanBeSilent()
    {
        m_session->chats().open(m_bruno);
        m_session->chats().choices().choose(m_bruno, NoticeRules::kChatSound, false);
        say(u"hello"_s);
        QCOMPARE(m_notifier->shown.size(), 1);
        QCOMPARE(m_notifier->shown[0].sound, NoticeSound::None);
    }

    void allIsQuietForAWhile()
    {
        m_notices->rules().setQuietUntil(QDateTime::currentDateTime().addSecs(60));
        say(u"hello"_s);
        QCOMPARE(m_notifier->shown.size(), 0);
        m_notices->rules().setQuietUntil(QDateTime::currentDateTime().addSecs(-1));
        say(u"hello"_s);
        QCOMPARE(m_notifier->shown.size(), 1);
    }

    void whatWasMissedIsToldWithoutASound()
    {
        reloadWith({u"bruno@example.org"_s, u"carla@example.net"_s});
        miss(u"bruno@example.org"_s);
        miss(u"carla@example.net"_s);
        miss(u"read-elsewhere@example.net"_s);
        QCOMPARE(m_notifier->shown.size(), 0);
        Q_EMIT m_session->messages().caughtUp();
        QCOMPARE(m_notifier->shown.size(), 2);
        for (const Notice &notice : m_notifier->shown)
            QCOMPARE(notice.sound, NoticeSound::None);
        Q_EMIT m_session->messages().caughtUp();
        QCOMPARE(m_notifier->shown.size(), 2);
    }

    void theListOfChatsMayBeBehindTheNews()
    {
        reloadWith({u"bruno@example.org"_s, u"carla@example.net"_s, u"c0@example.net"_s, u"c1@example.net"_s,
                    u"c2@example.net"_s});
        SessionChats &chats = m_session->chats();
        chats.setMuted(m_bruno, true);
        // So many at once that the list collects them.
        for (int i = 0; i < 40; ++i)
            chats.open(Jid::fromNormalized(u"flood%1@example.net"_s.arg(i)));
        chats.setMuted(m_bruno, false);
        chats.setMuted(m_carla, true);
        chats.markRead(Jid::fromNormalized(u"c0@example.net"_s));
        QVERIFY(m_session->conversations()->indexOf(m_bruno).data(roles::Muted).toBool());
        for (const QString &peer : {u"carla@example.net"_s, u"c0@example.net"_s, u"c1@example.net"_s,
                                    u"c2@example.net"_s, u"bruno@example.org"_s})
            miss(peer);
        Q_EMIT m_session->messages().caughtUp();
        QStringList told;
        for (const Notice &notice : std::as_const(m_notifier->shown))
            told << notice.title;
        QCOMPARE(told, (QStringList{u"c1@example.net"_s, u"c2@example.net"_s, u"bruno@example.org"_s}));
    }

    void muchThatWasMissedIsOneBubble()
    {
        QStringList chats;
        for (int i = 0; i < 6; ++i)
            chats << u"c%1@example.net"_s.arg(i);
        reloadWith(chats);
        for (const QString &chat : std::as_const(chats))
            miss(chat);
        Q_EMIT m_session->messages().caughtUp();
        QCOMPARE(m_notifier->shown.size(), 1);
        QCOMPARE(m_notifier->shown[0].title, u"12 new message(s)"_s);
        QVERIFY2(m_notifier->shown[0].body.contains(u"c0@example.net"_s),
                 qPrintable(m_notifier->shown[0].body));
        QVERIFY(!m_notifier->shown[0].canReply);
        QSignalSpy wanted(m_notices.get(), &ChatNotices::chatsRequested);
        Q_EMIT m_notifier->activated(m_notifier->shown[0].tag, {});
        QCOMPARE(wanted.size(), 1);
    }

    void aRequestIsToldOnceAndAnswered()
    {
        m_session->contacts().requests().add(m_bruno, {}, {}, QDateTime::currentDateTimeUtc());
        Q_EMIT m_session->contacts().requestArrived(m_bruno);
        Q_EMIT m_session->contacts().requestArrived(m_bruno);
        QCOMPARE(m_notifier->shown.size(), 1);
        QVERIFY(m_notifier->shown[0].canAccept);
        m_notices->setLocked(true);
        Q_EMIT m_notifier->answered(m_notifier->shown[0].tag, true);
        QCOMPARE(m_session->contacts().requests().rowCount(), 1);
        ask(Jid::fromNormalized(u"eva@example.net"_s));
        QVERIFY(!m_notifier->shown.last().canAccept);
    }

    void theSampleIsHarmless()
    {
        m_notices->showSample();
        QCOMPARE(m_notifier->shown.size(), 1);
        QSignalSpy chats(m_notices.get(), &ChatNotices::chatRequested);
        Q_EMIT m_notifier->replied(m_notifier->shown[0].tag, u"yes"_s);
        Q_EMIT m_notifier->activated(m_notifier->shown[0].tag, {});
        QCOMPARE(chats.size(), 0);
    }

    void readWithdraws()
    {
        say(u"1"_s);
        Q_EMIT m_session->chats().read(m_bruno);
        QCOMPARE(m_notifier->withdrawn, QStringList{m_notifier->shown[0].tag});
    }

    void clickOpensTheChat()
    {
        say(u"1"_s);
        QSignalSpy chats(m_notices.get(), &ChatNotices::chatRequested);
        Q_EMIT m_notifier->activated(u"chat of nobody"_s, {});
        Q_EMIT m_notifier->activated(m_notifier->shown[0].tag, u"token"_s);
        QCOMPARE(chats.size(), 1);
        QCOMPARE(chats[0][0].value<ConversationKey>(), (ConversationKey{m_session->accountId(), m_bruno}));
        QCOMPARE(chats[0][1].toString(), u"token"_s);
    }

    void replyIsSent()
    {
        say(u"1"_s);
        Q_EMIT m_notifier->replied(m_notifier->shown[0].tag, u"yes"_s);
        QTRY_COMPARE(m_session->conversations()->indexOf(m_bruno).data(roles::LastText).toString(), u"yes"_s);
    }

    void requestIsTold()
    {
        // One too many is not kept.
        Q_EMIT m_session->contacts().requestArrived(m_bruno);
        QCOMPARE(m_notifier->shown.size(), 0);
        ask(m_bruno);
        QCOMPARE(m_notifier->shown.size(), 1);
        QVERIFY(m_notifier->shown[0].body.contains("bruno@example.org"_L1));
        QCOMPARE(m_notifier->shown[0].sound, NoticeSound::None);
        QSignalSpy requests(m_notices.get(), &ChatNotices::requestsRequested);
        Q_EMIT m_notifier->activated(m_notifier->shown[0].tag, {});
        QCOMPARE(requests.size(), 1);
    }

    void failureIsToldUnlessSeen()
    {
        Q_EMIT m_session->messages().failed(m_bruno, 1, Error{ErrorCode::StanzaServiceUnavailable});
        QCOMPARE(m_notifier->shown.size(), 1);
        m_reading = true;
        Q_EMIT m_session->messages().failed(m_bruno, 1, Error{ErrorCode::StanzaServiceUnavailable});
        QCOMPARE(m_notifier->shown.size(), 1);
    }

private:
    /// The program as it starts with these chats, two messages unread in each.
    void reloadWith(const QStringList &peers)
    {
        const QString id = m_session->accountId();
        m_notices.reset();
        m_accounts.reset();
        for (const QString &peer : peers) {
            ConversationRecord chat;
            chat.peer = Jid::fromNormalized(peer);
            chat.unread = 2;
            QVERIFY(m_store->conversations().add(id, chat));
        }
        m_accounts = std::make_unique<Accounts>(services());
        QVERIFY(m_accounts->load());
        m_session = m_accounts->session(id);
        m_notices = std::make_unique<ChatNotices>(*m_accounts, *m_settings, *m_notifier,
                                                  [this](const ConversationKey &) { return m_reading; });
    }
    void miss(const QString &peer)
    {
        Q_EMIT m_session->messages().missed(Jid::fromNormalized(peer), ++m_lastMissed, u"hi"_s);
    }
    SessionServices services()
    {
        return {{m_clock, m_timers, m_ids, m_names, [] { return std::unique_ptr<Transport>(); }},
                m_secrets,
                *m_store,
                m_folder->path()};
    }
    void ask(const Jid &bare)
    {
        m_session->contacts().requests().add(bare, {}, {}, QDateTime::currentDateTimeUtc());
        Q_EMIT m_session->contacts().requestArrived(bare);
    }
    void say(const QString &body) { Q_EMIT m_session->messages().arrived(m_bruno, 1, body); }

    const Jid m_carla = Jid::fromNormalized(u"carla@example.net"_s);
    const Jid m_bruno = Jid::fromNormalized(u"bruno@example.org"_s);
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    NoNames m_names;
    FakeSecretStore m_secrets;
    qint64 m_lastMissed = 0;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Accounts> m_accounts;
    XmppSession *m_session = nullptr;
    std::unique_ptr<UiSettings> m_settings;
    std::unique_ptr<Recorder> m_notifier;
    std::unique_ptr<ChatNotices> m_notices;
    bool m_reading = false;
};

QTEST_MAIN(tst_ChatNotices)
#include "tst_chatnotices.moc"
