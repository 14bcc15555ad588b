// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ArchiveLedger.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/session/SessionMessages.h"
#include "core/stanza/Presence.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "tests/support/ArchiveReader.h"
#include "tests/support/EjabberdServer.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/RealAccount.h"

#include <QTest>
#include <QTestEventLoop>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kMany = 20'000;
constexpr int kSome = 500; ///< where each message is a page: so many round trips are enough

/// Somebody at the server who writes, with no program behind.
struct Writer : LoginClient {
    Writer(const RealServer &server, const QString &localpart)
        : LoginClient(server, SecurityChoice::DirectTls)
    {
        settings.account = *Jid::parse(localpart + u'@' + server.domain());
        settings.resource = u"phone"_s;
    }
    void appear() { stream.host().send(Presence{}); }
    Task<void> write(const Jid &to, const QString &body)
    {
        Message message;
        message.to = to;
        message.type = Message::Type::Chat;
        message.id = body;
        message.body = body;
        return stream.host().sendTracked(message);
    }
};

/// Bodies of one chat as they are on the disk, in its order.
QStringList storedBodies(const RealAccount &account, const QString &friendName)
{
    QStringList bodies;
    for (const ConversationRecord &conversation : account.store->conversations().all(account.id)) {
        if (conversation.peer.localpart() != friendName)
            continue;
        for (const MessageRecord &message : account.store->messages().last(conversation.id, 100'000))
            bodies.append(message.body);
    }
    return bodies;
}

/// What is the first difference, in words; empty if there is none.
QString difference(const QStringList &stored, const QStringList &truth)
{
    for (qsizetype i = 0; i < std::max(stored.size(), truth.size()); ++i) {
        if (stored.value(i) != truth.value(i))
            return u"at %1 of %2 (%3 stored): \"%4\" instead of \"%5\""_s.arg(i)
                .arg(truth.size())
                .arg(stored.size())
                .arg(stored.value(i), truth.value(i));
    }
    return {};
}

} // namespace

/// The archive against servers that were not written with it: whatever a page holds, with a new process
/// behind pages and live messages in between, nothing is missing, nothing is there twice, and the order is
/// the archive's (SECURITY R02, R07).
class ArchiveSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prosody_data() { addSizes(); }
    void prosody();
    void ejabberd_data() { addSizes(); }
    void ejabberd();

private:
    static void addSizes();
    template <typename Server>
    void synchronise(std::unique_ptr<RealServer> &server);
    void synchronise(RealServer &server);

    std::unique_ptr<RealServer> m_prosody;
    std::unique_ptr<RealServer> m_ejabberd;
};

void ArchiveSyncTest::addSizes()
{
    QTest::addColumn<QString>("owner"); ///< ana's archive holds kMany messages, carla's kSome
    QTest::addColumn<int>("onAPage");
    QTest::addColumn<int>("pagesAProcess"); ///< so many before the process dies
    const auto add = [](const QString &owner, int onAPage, int pages) {
        QTest::addRow("%s, pages of %d, a new process behind every %d", qPrintable(owner), onAPage, pages)
            << owner << onAPage << pages;
    };
    add(u"ana"_s, 250, 1);
    add(u"ana"_s, 50, 100);
    add(u"carla"_s, 7, 10);
    add(u"carla"_s, 1, 100);
    // All of it takes as long as thousands of log-ins do.
    if (!qEnvironmentVariableIsSet("TERTULIA_SEEDS"))
        return;
    add(u"ana"_s, 50, 1);
    add(u"ana"_s, 7, 10);
    add(u"ana"_s, 1, 100);
    add(u"carla"_s, 7, 1);
    add(u"carla"_s, 1, 1);
}

template <typename Server>
void ArchiveSyncTest::synchronise(std::unique_ptr<RealServer> &server)
{
    if (!server) {
        ServerOptions options;
        options.archived = {{u"ana"_s, kMany}, {u"carla"_s, kSome}};
        server = std::make_unique<Server>(options);
        QVERIFY(server->start());
    }
    synchronise(*server);
}

void ArchiveSyncTest::prosody()
{
    synchronise<ProsodyServer>(m_prosody);
}

void ArchiveSyncTest::ejabberd()
{
    m_prosody.reset();
    synchronise<EjabberdServer>(m_ejabberd);
}

void ArchiveSyncTest::synchronise(RealServer &server)
{
    QFETCH(QString, owner);
    QFETCH(int, onAPage);
    QFETCH(int, pagesAProcess);
    constexpr int kLiveMessages = 20;
    Writer bruno(server, u"bruno"_s);
    QVERIFY(bruno.logsIn());
    RealAccount account(server, owner, SecurityChoice::DirectTls);
    account.secrets.secrets.insert(account.key(SecretPurpose::Password), u"sesame"_s);
    const Jid address = account.session().address();
    QTestEventLoop loop;
    int lives = 0;
    int processes = 0;
    for (bool whole = false; !whole; ++processes) {
        if (processes > 0)
            account.start();
        SessionMessages &messages = account.session().messages();
        account.session().modules().module<ArchiveModule>()->setPageSize(onAPage);
        int pages = 0;
        QByteArray reached;
        connect(&messages.ledger(), &ArchiveLedger::gapsChanged, &loop, [&](const Jid &peer) {
            const ArchiveRange *newest = messages.ledger().newest();
            whole = newest && newest->reachesStart;
            if (whole)
                loop.exitLoop();
            if (!peer.isNull() || !newest || newest->firstId.toUtf8() == reached)
                return;
            reached = newest->firstId.toUtf8();
            if (++pages % std::max(1, pagesAProcess / 2) == 0 && lives < kLiveMessages)
                bruno
                    .write(address,
                           u"live %1 with %2 on a page, %3 a process"_s.arg(++lives).arg(onAPage).arg(
                               pagesAProcess))
                    .ignore();
            if (pages > pagesAProcess)
                loop.exitLoop();
        });
        QVERIFY(account.logsIn());
        whole = messages.ledger().newest() && messages.ledger().newest()->reachesStart;
        if (!whole) {
            loop.enterLoopMSecs(120'000);
            QVERIFY2(!loop.timeout(), "no page came");
        }
        disconnect(&messages.ledger(), nullptr, &loop, nullptr);
    }
    // Now the last ones: what came live, and what came while nobody was there.
    if (processes > 1)
        account.start();
    QVERIFY(account.session().state() == SessionState::Online || account.logsIn());
    ArchiveReader reader(server, owner);
    QVERIFY(reader.logsIn());
    QVERIFY(reader.reads(250));
    for (const QString &friendName : {u"ana"_s, u"bruno"_s, u"carla"_s}) {
        const QStringList truth = reader.bodies(friendName);
        const auto wrong = [&] { return difference(storedBodies(account, friendName), truth); };
        QTRY_VERIFY2_WITH_TIMEOUT(wrong().isEmpty(), qPrintable(QString(friendName + u": "_s + wrong())),
                                  30'000);
    }
    QVERIFY(reader.count() >= (owner == u"ana" ? kMany : kSome));
    qInfo("%d messages, %d processes, %d live", reader.count(), processes, lives);
}

QTEST_GUILESS_MAIN(ArchiveSyncTest)
#include "tst_archivesync.moc"
