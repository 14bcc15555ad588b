// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/ChatNotices.h"

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/models/ConversationListModel.h"
#include "core/net/NameResolver.h"
#include "core/session/Accounts.h"
#include "core/store/Store.h"
#include "tests/support/FakeSecretStore.h"
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
    bool isInhibited() const override { return inhibited; }
    QString description() const override { return {}; }

    QList<Notice> shown;
    QStringList withdrawn;
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
        m_accounts = std::make_unique<Accounts>(
            SessionServices{{m_clock, m_timers, m_ids, m_names, [] { return std::unique_ptr<Transport>(); }},
                            m_secrets,
                            *m_store,
                            m_folder->path()});
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
            m_session->openChat(m_bruno);
            m_session->setMuted(m_bruno, true);
        }
        if (why == "own dnd"_L1)
            m_session->setPresence({Availability::DoNotDisturb, {}});
        if (why == "desktop dnd"_L1)
            m_notifier->inhibited = true;
        if (why == "off"_L1)
            m_notices->setEnabled(false);
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
        QVERIFY(notice.sound && notice.canReply && notice.canMarkRead);
    }

    void tellsLessOnRequestAndNothingWhenLocked()
    {
        m_notices->setContent(ChatNotices::Content::NameOnly);
        say(u"MARKER"_s);
        m_notices->setContent(ChatNotices::Content::Nothing);
        say(u"MARKER"_s);
        m_notices->setContent(ChatNotices::Content::Full);
        m_notices->setLocked(true);
        say(u"MARKER"_s);
        QCOMPARE(m_notifier->shown.size(), 3);
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
        const ChatNotices notices(*m_accounts, file, *m_notifier,
                                  [](const ConversationKey &) { return false; });
        QCOMPARE(notices.content(), ChatNotices::Content::Nothing);
    }

    void burstSoundsOnce()
    {
        say(u"1"_s);
        say(u"2"_s);
        QVERIFY(m_notifier->shown[0].sound);
        QVERIFY(!m_notifier->shown[1].sound);
        QCOMPARE(m_notifier->shown[0].tag, m_notifier->shown[1].tag);
    }

    void readWithdraws()
    {
        say(u"1"_s);
        Q_EMIT m_session->chatRead(m_bruno);
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
        Q_EMIT m_session->requestArrived(m_bruno);
        QCOMPARE(m_notifier->shown.size(), 1);
        QVERIFY(m_notifier->shown[0].body.contains("bruno@example.org"_L1));
        QVERIFY(!m_notifier->shown[0].sound);
        QSignalSpy requests(m_notices.get(), &ChatNotices::requestsRequested);
        Q_EMIT m_notifier->activated(m_notifier->shown[0].tag, {});
        QCOMPARE(requests.size(), 1);
    }

    void failureIsToldUnlessSeen()
    {
        Q_EMIT m_session->messageFailed(m_bruno, 1, Error{ErrorCode::StanzaServiceUnavailable});
        QCOMPARE(m_notifier->shown.size(), 1);
        m_reading = true;
        Q_EMIT m_session->messageFailed(m_bruno, 1, Error{ErrorCode::StanzaServiceUnavailable});
        QCOMPARE(m_notifier->shown.size(), 1);
    }

private:
    void say(const QString &body) { Q_EMIT m_session->messageArrived(m_bruno, 1, body); }

    const Jid m_bruno = Jid::fromNormalized(u"bruno@example.org"_s);
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    NoNames m_names;
    FakeSecretStore m_secrets;
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
