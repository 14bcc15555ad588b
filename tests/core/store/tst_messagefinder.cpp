// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessageFinder.h"

#include "core/session/ChatChoices.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/Database.h"
#include "core/store/MessageSearcher.h"
#include "core/store/MessagesTable.h"
#include "core/store/WordIndex.h"
#include "tests/support/ChatFixture.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The bodies found, newest first; "failed" if the search did.
QStringList found(MessageFinder &finder, const MessageQuery &query, int count = 10)
{
    std::optional<QStringList> bodies;
    finder.find(query, count).then(&finder, [&bodies](const Result<FoundPage> &result) {
        bodies.emplace();
        if (!result)
            bodies->append(u"failed"_s);
        else
            for (const FoundMessage &message : result->messages)
                bodies->append(message.body);
    });
    if (!QTest::qWaitFor([&bodies] { return bodies.has_value(); }))
        return {u"no answer"_s};
    return *bodies;
}

MessageQuery words(const QString &text)
{
    return {.words = SearchWords(text)};
}

QStringList found(MessageFinder &finder, const QString &text, int count = 10)
{
    return found(finder, words(text), count);
}

} // namespace

class tst_messagefinder : public QObject
{
    Q_OBJECT

    /// 9,000 messages in two chats by turns, each text once.
    ChatFixture &large()
    {
        if (m_large)
            return *m_large;
        m_large = std::make_unique<ChatFixture>();
        ChatFixture &f = *m_large;
        for (int i = 0; i < 9000; ++i) {
            QString body = u"todo %1"_s.arg(i);
            if (i < 40)
                body.prepend(u"principio "_s);
            if (i % 3 == 0)
                body += u" tercero"_s;
            if (i % 1000 == 500)
                body += u" 🎉 今天天气很好"_s;
            IncomingMessage message = f.said(body, QString::number(i));
            if (i % 2 == 1)
                message.peer = message.sender = f.carla;
            f.chats().incoming(message).value();
            f.clock.advance(std::chrono::seconds(1));
        }
        if (!f.store().commit())
            qFatal("not committed");
        return f;
    }
    std::unique_ptr<ChatFixture> m_large;

private Q_SLOTS:
    void findsWordsOfAllChats()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"El café está frío"_s, u"1"_s)).value();
        f.clock.advance(std::chrono::seconds(1));
        f.chats().compose(f.carla, u"¿Un CAFE?"_s).value();
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        QCOMPARE(found(finder, u"cafe"_s), (QStringList{u"¿Un CAFE?"_s, u"El café está frío"_s}));
        QCOMPARE(found(finder, u"caf fri"_s), QStringList()); // only the last word is a beginning
        QCOMPARE(found(finder, u"cafe fri"_s), QStringList{u"El café está frío"_s});
        QCOMPARE(found(finder, u"cafe"_s, 1), QStringList{u"¿Un CAFE?"_s});
        QCOMPARE(found(finder, u"  ¿? "_s), QStringList());
    }

    /// SECURITY A114: operators of the query language are words like others.
    void operatorsAreWords()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"this OR that NEAR body"_s, u"1"_s)).value();
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        for (const QString &text :
             {u"\"this"_s, u"this OR that"_s, u"body:this"_s, u"NEAR(this that)"_s, u"this*"_s, u"^this"_s,
              u"that) OR (1=1"_s, u"'; DROP TABLE messages; --"_s})
            QVERIFY2(!found(finder, text).contains(u"failed"_s), qPrintable(text));
        QCOMPARE(found(finder, u"this OR that"_s).size(), 1);
        QCOMPARE(found(finder, u"this OR nothing"_s).size(), 0);
    }

    void whatIsNewerCancels()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        int cancelled = 0;
        for (int i = 0; i < 20; ++i) {
            finder.find(words(u"hol"_s), 10).then(&finder, [&cancelled](const Result<FoundPage> &result) {
                if (!result && result.error().code == ErrorCode::Cancelled)
                    ++cancelled;
            });
        }
        QCOMPARE(found(finder, u"hola"_s), QStringList{u"hola"_s});
        QTRY_COMPARE(cancelled, 20);
    }

    void takenBackAndSpoilers()
    {
        ChatFixture f;
        IncomingMessage secret = f.said(u"the butler"_s, u"1"_s);
        secret.spoiler = u"the end"_s;
        f.chats().incoming(secret).value();
        const qint64 id = f.chats().compose(f.bruno, u"butlers everywhere"_s).value();
        QVERIFY(f.chats().markSent(id));
        QVERIFY(f.chats().retract(id));
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        std::optional<QList<FoundMessage>> messages;
        finder.find(words(u"butler"_s), 10).then(this, [&](const Result<FoundPage> &result) {
            messages = result.value().messages;
        });
        QTRY_VERIFY(messages);
        QCOMPARE(messages->size(), 1);
        QCOMPARE(messages->first().spoiler, u"the end"_s);
        QCOMPARE(messages->first().peer, f.bruno);
        QCOMPARE(messages->first().account, f.account);
        QVERIFY(!messages->first().outgoing);
    }

    void filters()
    {
        ChatFixture f;
        f.clock.setNow(QDateTime({2026, 5, 1}, {9, 0}, Qt::UTC));
        f.chats().incoming(f.said(u"old plan https://example.org/a.html"_s, u"1"_s)).value();
        f.clock.advance(std::chrono::hours(48));
        f.chats().compose(f.bruno, u"new plan https://example.org/b.PNG?x=1"_s).value();
        f.chats().compose(f.carla, u"carla's plan aesgcm://example.org/c.pdf"_s).value();
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        const auto only = [&](MessageQuery query) {
            query.words = SearchWords(u"plan"_s);
            QStringList first;
            for (const QString &body : found(finder, query))
                first << body.section(u' ', 0, 0);
            return first;
        };
        QCOMPARE(only({}), (QStringList{u"carla's"_s, u"new"_s, u"old"_s}));
        QCOMPARE(only({.chats = QList<MessageQuery::Chat>()}), QStringList());
        QCOMPARE(only({.chats = QList<MessageQuery::Chat>{{f.account, f.bruno}}}),
                 (QStringList{u"new"_s, u"old"_s}));
        QCOMPARE(only({.chats = QList<MessageQuery::Chat>{{u"another account"_s, f.bruno}}}), QStringList());
        QCOMPARE(only({.senders = QList<Jid>{f.bruno}}), QStringList{u"old"_s});
        QCOMPARE(only({.fromMe = true}), (QStringList{u"carla's"_s, u"new"_s}));
        QCOMPARE(only({.senders = QList<Jid>{f.bruno}, .fromMe = true}).size(), 3);
        QCOMPARE(only({.senders = QList<Jid>{f.carla}}), QStringList());
        const QDateTime second({2026, 5, 2}, {0, 0}, Qt::UTC);
        QCOMPARE(only({.before = second}), QStringList{u"old"_s});
        QCOMPARE(only({.since = second}), (QStringList{u"carla's"_s, u"new"_s}));
        QCOMPARE(only({.chats = QList<MessageQuery::Chat>{{f.account, f.bruno}}, .since = second}),
                 QStringList{u"new"_s});
        QCOMPARE(only({.contents = MessageQuery::Link}).size(), 3);
        QCOMPARE(only({.contents = MessageQuery::Image}), QStringList{u"new"_s});
        QCOMPARE(only({.contents = MessageQuery::File}), (QStringList{u"carla's"_s, u"new"_s}));
        QCOMPARE(only({.contents = MessageQuery::File | MessageQuery::Image}), QStringList{u"new"_s});
        // Without words too.
        QCOMPARE(found(finder, MessageQuery{.fromMe = true}).size(), 2);
        QCOMPARE(found(finder, MessageQuery{}).size(), 0);
    }

    /// Pages of any size give the same messages in the same order, each once; also those that the index
    /// gives, and behind it what it knows nothing of.
    void pages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("in every message") << u"todo"_s << 9000;
        QTest::newRow("in one of three") << u"tercero"_s << 3000;
        QTest::newRow("at the far end") << u"principio"_s << 40;
        QTest::newRow("begun after one in every message") << u"todo prin"_s << 40;
        QTest::newRow("begun after one in three") << u"tercero prin"_s << 14;
        QTest::newRow("begun after a rare one") << u"principio t"_s << 40;
        QTest::newRow("begun by many") << u"todo 4"_s << 1111;
        QTest::newRow("begun by none") << u"todo x"_s << 0;
        QTest::newRow("a phrase") << u"\"principio todo\""_s << 40;
        QTest::newRow("a phrase in the wrong order") << u"\"todo principio\""_s << 0;
        QTest::newRow("an emoji") << u"🎉"_s << 9;
        QTest::newRow("within Chinese") << u"天气"_s << 9;
        QTest::newRow("nothing") << u"nada"_s << 0;
    }

    void pages()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        ChatFixture &f = large();
        MessageFinder finder(f.path());
        for (const bool one : {false, true}) {
            MessageQuery query = words(text);
            if (one)
                query.chats = QList<MessageQuery::Chat>{{f.account, f.bruno}};
            QStringList whole;
            for (const int size : {100'000, 7, 997}) {
                QStringList bodies;
                QList<QDateTime> times;
                bool complete = false;
                bool first = true;
                while (!complete) {
                    std::optional<FoundPage> page;
                    (std::exchange(first, false) ? finder.find(query, size) : finder.more(size))
                        .then(this, [&page](const Result<FoundPage> &result) { page = result.value(); });
                    QVERIFY(QTest::qWaitFor([&page] { return page.has_value(); }));
                    QVERIFY(page->messages.size() <= size);
                    QVERIFY(page->complete || !page->messages.isEmpty());
                    for (const FoundMessage &message : page->messages) {
                        bodies << message.body;
                        times << message.time;
                    }
                    complete = page->complete;
                    if (size == 7 && bodies.size() > 200)
                        break; // the beginning of many
                }
                QVERIFY(std::is_sorted(times.crbegin(), times.crend()));
                if (size == 100'000) {
                    whole = bodies;
                    QCOMPARE(QSet<QString>(bodies.cbegin(), bodies.cend()).size(), bodies.size());
                    if (!one)
                        QCOMPARE(bodies.size(), expected);
                } else {
                    QCOMPARE(bodies, whole.mid(0, bodies.size()));
                    if (size == 997)
                        QCOMPARE(bodies.size(), whole.size());
                }
            }
        }
    }

    void impatience_data() { pages_data(); }

    /// Whichever way is taken, and wherever it is left for another, the same messages are found in the same
    /// order.
    void impatience()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        Database database(large().path());
        QVERIFY(database.open(std::chrono::seconds(1)));
        const auto patient = [] { return false; };
        QList<qint64> whole;
        for (const MessageSearcher::Patience &patience : {MessageSearcher::Patience{},
                                                          {1, 1, 0, 0, 0},
                                                          {50, 200, 0, 0, 10'000},
                                                          {10, 10'000, 0, 4000, 10},
                                                          {1, 1, 10, 100'000, 100'000},
                                                          {1, 100, 100'000, 0, 100'000},
                                                          {500, 30, 20, 10, 2000}}) {
            MessageSearcher searcher(database, words(text), patience);
            QList<qint64> ids;
            for (bool complete = false; !complete;) {
                const auto page = searcher.next(97, patient);
                QVERIFY(page);
                QVERIFY(page->complete || page->messages.size() == 97);
                for (const FoundMessage &message : page->messages)
                    ids << message.id;
                complete = page->complete;
            }
            if (whole.isEmpty())
                whole = ids;
            QCOMPARE(ids.size(), expected);
            QCOMPARE(ids, whole);
        }
    }

    void excludedChatsAreNotFoundAndLeaveTheIndex()
    {
        ChatFixture f;
        constexpr int kMessages = 350;
        for (int i = 0; i < kMessages; ++i)
            f.chats().incoming(f.said(u"secreto %1"_s.arg(i), QString::number(i))).value();
        f.chats().compose(f.carla, u"otro secreto"_s).value();
        ChatChoices choices(f.account, f.chats(), f.store());
        const QString key = QString::fromLatin1(WordIndex::kSearched);
        const qint64 chat = f.chats().facts(f.bruno)->record.id;
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        const auto indexed
            = [&] { return f.store().messages().search(f.account, u"secreto"_s, 1000).size(); };
        QCOMPARE(found(finder, u"secreto"_s, 1000).size(), kMessages + 1);

        choices.choose(f.bruno, key, false);
        f.store().followSearched(chat);
        QVERIFY(f.store().commit());
        // Not found at once, and soon not in the index either.
        QCOMPARE(found(finder, u"secreto"_s, 1000), QStringList{u"otro secreto"_s});
        f.chats().incoming(f.said(u"secreto nuevo"_s, u"new"_s)).value();
        QTRY_COMPARE(indexed(), 1);
        // Half way at the end of the program: it goes on.
        f.chats().removeConversation(f.carla);
        QVERIFY(f.store().check());

        choices.choose(f.bruno, key, {});
        f.store().followSearched(chat);
        f.reopen();
        QTRY_COMPARE(f.store().messages().search(f.account, u"secreto"_s, 1000).size(), kMessages + 1);
        MessageFinder again(f.path());
        QVERIFY(f.store().commit());
        QCOMPARE(found(again, u"secreto"_s, 1000).size(), kMessages + 1);
        // Removing takes out exactly what was put in.
        f.chats().removeConversation(f.bruno);
        QVERIFY(f.store().commit());
        QCOMPARE(f.store().messages().search(f.account, u"secreto"_s, 1000).size(), 0);
        QVERIFY(f.store().check());
    }

    void anExcludedChatIsRemovedWhole()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"secreto"_s, u"1"_s)).value();
        ChatChoices choices(f.account, f.chats(), f.store());
        choices.choose(f.bruno, QString::fromLatin1(WordIndex::kSearched), false);
        f.store().followSearched(f.chats().facts(f.bruno)->record.id);
        QTRY_COMPARE(f.store().messages().search(f.account, u"secreto"_s, 10).size(), 0);
        f.chats().removeConversation(f.bruno);
        // One that takes its row is searched like others.
        f.chats().incoming(f.said(u"secreto de nuevo"_s, u"2"_s)).value();
        QVERIFY(f.store().commit());
        QCOMPARE(f.store().messages().search(f.account, u"secreto"_s, 10).size(), 1);
        MessageFinder finder(f.path());
        QCOMPARE(found(finder, u"secreto"_s).size(), 1);
        QVERIFY(f.store().check());
    }

    /// SECURITY A114: whatever is typed is words and signs.
    void hostileTextIsSearchedLiterally()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"a NEAR b* \"c\" body:d % _ 🎉 天气 e"_s, u"1"_s)).value();
        QVERIFY(f.store().commit());
        MessageFinder finder(f.path());
        for (const QString &text : {u"\""_s,
                                    u"\"\"\""_s,
                                    u"NEAR"_s,
                                    u"NEAR(a b, 2)"_s,
                                    u"*"_s,
                                    u":"_s,
                                    u"body:"_s,
                                    u"^a"_s,
                                    u"-a"_s,
                                    u"a AND NOT b"_s,
                                    u"{body}: a"_s,
                                    u"a + b"_s,
                                    QString(100'000, u'a'),
                                    u"a "_s.repeated(50'000),
                                    QString(100'000, u'"'),
                                    QString(QChar(u'\0')),
                                    QString(u"a"_s + QChar(u'\0') + u"b"_s),
                                    QString(QChar(0x202E) + u"a"_s + QChar(0x2069)),
                                    u"?!¿¡…"_s,
                                    u"🎉"_s,
                                    u"天"_s,
                                    QString(QChar(0xD800)),
                                    QString(QChar(0xFFFF)),
                                    u"'; DROP TABLE messages; --"_s})
            QVERIFY2(!found(finder, text).contains(u"failed"_s), qPrintable(text.left(40)));
        for (const QString &text : {u"near"_s, u"b*"_s, u"\"c\""_s, u"body:d"_s, u"%"_s, u"_"_s, u"🎉"_s,
                                    u"天气"_s, u"天"_s, u"气"_s})
            QVERIFY2(found(finder, text).size() == 1, qPrintable(text));
        for (const QString &text : {u"body:c"_s, u"🎈"_s, u"天空"_s, u"near OR nothing"_s})
            QVERIFY2(found(finder, text).isEmpty(), qPrintable(text));
    }

    void aFileThatIsNotThereIsAnError()
    {
        MessageFinder finder(u"/nonexistent/store.sqlite"_s);
        QCOMPARE(found(finder, u"word"_s), QStringList{u"failed"_s});
    }

    void goesAwayInTheMiddle()
    {
        ChatFixture f;
        f.chats().incoming(f.said(u"hola"_s, u"1"_s)).value();
        QVERIFY(f.store().commit());
        for (int i = 0; i < 20; ++i) {
            MessageFinder finder(f.path());
            finder.find(words(u"hola"_s), 10).ignore();
        }
    }
};

QTEST_GUILESS_MAIN(tst_messagefinder)
#include "tst_messagefinder.moc"
