// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WordFold.h"
#include "core/store/AccountsTable.h"
#include "core/store/AvatarsTable.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/OutboxTable.h"
#include "core/store/RosterTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"
#include "core/store/StoredNames.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

Jid jid(const QString &text)
{
    return Jid::fromNormalized(text);
}

const QString kAna = u"ana-uuid"_s;

class Fixture
{
public:
    Fixture()
    {
        open();
        if (!store->accounts().save({.uuid = kAna, .jid = jid(u"ana@example.org"_s)}))
            qFatal("no account");
    }
    void open()
    {
        store.reset();
        auto opened = Store::open(path());
        if (!opened)
            qFatal("no store: %s", qPrintable(opened.error().text));
        store = std::move(*opened);
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"store.sqlite"_s); }
    qint64 conversation(const QString &peer = u"bruno@example.net"_s)
    {
        return store->conversations().add(kAna, {.peer = jid(peer)}).value();
    }

    QTemporaryDir folder;
    std::unique_ptr<Store> store;
};

MessageRecord message(qint64 conversation, const QString &body, qint64 order)
{
    return {.conversation = conversation,
            .order = order,
            .sender = jid(u"bruno@example.net"_s),
            .time = QDateTime::fromMSecsSinceEpoch(order, Qt::UTC),
            .body = body};
}

QStringList bodies(const QList<MessageRecord> &messages)
{
    QStringList all;
    for (const MessageRecord &each : messages)
        all.append(each.body);
    return all;
}

} // namespace

class tst_store : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadableByItsOwnerOnly()
    {
        Fixture fixture;
        QVERIFY(fixture.store->settings().setValue(u"a"_s, 1));
        QVERIFY(fixture.store->commit());
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            const auto allowed = QFile::permissions(fixture.path() + suffix);
            QVERIFY2(
                !(allowed & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                qPrintable(suffix));
        }
        QCOMPARE(QDir(fixture.folder.path()).entryList(QDir::Files).size(), 3);
    }

    void keepsSettings()
    {
        Fixture fixture;
        auto &settings = fixture.store->settings();
        QCOMPARE(settings.value(u"none"_s, 7), QVariant(7));
        QVERIFY(settings.setValue(u"text"_s, u"señal"_s));
        QVERIFY(settings.setValue(u"empty"_s, u""_s));
        QVERIFY(settings.setValue(u"null"_s, QString()));
        QVERIFY(settings.setValue(u"number"_s, 42));
        QVERIFY(settings.setValue(u"flag"_s, true));
        QVERIFY(settings.setValue(u"window/1"_s, QByteArray("\0\1\2", 3)));
        QVERIFY(settings.setValue(u"window/2"_s, QByteArray("x")));
        QVERIFY(settings.setValue(u"window%"_s, 1));
        fixture.open();
        auto &again = fixture.store->settings();
        QCOMPARE(again.value(u"text"_s).toString(), u"señal"_s);
        QVERIFY(again.value(u"empty"_s).isValid());
        QCOMPARE(again.value(u"number"_s).toInt(), 42);
        QVERIFY(again.value(u"flag"_s).toBool());
        QCOMPARE(again.value(u"window/1"_s).toByteArray(), QByteArray("\0\1\2", 3));
        QCOMPARE(again.keys(u"window/"_s), QStringList({u"window/1"_s, u"window/2"_s}));
        QVERIFY(again.setValue(u"text"_s, {}));
        QVERIFY(!again.value(u"text"_s).isValid());
        QVERIFY(again.setValue(u"number"_s, QString())); // valid, says QVariant, and yet nothing
        QVERIFY(!again.value(u"number"_s).isValid());
        QCOMPARE(again.keys().size(), 5);
    }

    void keepsWhatWasChosenForOneChat()
    {
        Fixture fixture;
        const qint64 chat = fixture.conversation();
        const qint64 other = fixture.conversation(u"carla@example.net"_s);
        auto &chosen = fixture.store->conversationSettings();
        QVERIFY(!chosen.value(chat, u"language"_s).isValid());
        QVERIFY(chosen.setValue(chat, u"language"_s, u"es"_s));
        QVERIFY(chosen.setValue(chat, u"markers"_s, false));
        QVERIFY(chosen.setValue(other, u"language"_s, u"en"_s));
        QVERIFY(!chosen.setValue(4711, u"language"_s, u"en"_s));
        fixture.open();
        auto &again = fixture.store->conversationSettings();
        QCOMPARE(again.value(chat, u"language"_s).toString(), u"es"_s);
        QVERIFY(again.value(chat, u"markers"_s).isValid());
        QVERIFY(!again.value(chat, u"markers"_s).toBool());
        const QHash<qint64, QVariant> languages{{chat, u"es"_s}, {other, u"en"_s}};
        QCOMPARE(again.chosen(kAna, u"language"_s), languages);
        QVERIFY((again.chosen(u"another"_s, u"language"_s).isEmpty()));
        QVERIFY(again.setValue(chat, u"language"_s, {}));
        QVERIFY(!again.value(chat, u"language"_s).isValid());
        QVERIFY(fixture.store->conversations().remove(other));
        QVERIFY((again.chosen(kAna, u"language"_s).isEmpty()));
    }

    void keepsAccounts()
    {
        Fixture fixture;
        const AccountRecord account{.uuid = u"u2"_s,
                                    .jid = jid(u"carla@example.com"_s),
                                    .name = u"Carla"_s,
                                    .resource = u"desk"_s,
                                    .host = u"xmpp.example.com"_s,
                                    .port = 5223,
                                    .security = 2,
                                    .allowPlain = true,
                                    .scramWorked = true,
                                    .enabled = false,
                                    .rememberPassword = false,
                                    .availability = 4,
                                    .status = u"en reunión"_s,
                                    .extraAuthorities = {QByteArray("der\0one", 7), "two"},
                                    .pins
                                    = {{u"example.com"_s,
                                        QByteArray(32, '\7'),
                                        {ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted}}}};
        QVERIFY(fixture.store->accounts().save(account));
        fixture.open();
        auto all = fixture.store->accounts().all().value();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[1], account);
        AccountRecord changed = account;
        changed.pins.clear();
        changed.extraAuthorities = {"three"};
        QVERIFY(fixture.store->accounts().save(changed));
        QCOMPARE(fixture.store->accounts().all().value()[1], changed);
    }

    void keepsNamesOfErrorsOnDisk()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(ErrorCode::SecretNotFound); ++i) {
            const QString name = storedName(ErrorCode(i));
            QVERIFY(!names.contains(name));
            names.insert(name);
            QCOMPARE(errorFromStoredName(name), ErrorCode(i));
        }
        QCOMPARE(errorFromStoredName(u"of a later version"_s), ErrorCode::StanzaUndefinedCondition);
    }

    void keepsTheRoster()
    {
        Fixture fixture;
        auto &roster = fixture.store->roster();
        QVERIFY(roster.load(kAna).version.isNull());
        const RosterRecord bruno{jid(u"bruno@example.net"_s), u"Bruno"_s, {u"Amigos"_s, u"Work"_s}, 3, false};
        const RosterRecord carla{jid(u"carla@example.com"_s), u""_s, {}, 0, true};
        QVERIFY(roster.replace(kAna, {u"v1"_s, {bruno, carla}}));
        fixture.open();
        auto &again = fixture.store->roster();
        QCOMPARE(again.load(kAna).version, u"v1"_s);
        QCOMPARE(again.load(kAna).items, QList({bruno, carla}));
        RosterRecord moved = bruno;
        moved.groups = {u"Familia"_s};
        QVERIFY(again.put(kAna, u""_s, moved));
        QVERIFY(again.remove(kAna, u"v3"_s, carla.jid));
        QCOMPARE(again.load(kAna).version, u"v3"_s);
        QCOMPARE(again.load(kAna).items, QList({moved}));
        QVERIFY(!again.put(u"nobody"_s, u"v"_s, bruno));
    }

    void keepsAvatars()
    {
        Fixture fixture;
        const Jid bruno = jid(u"bruno@example.net"_s);
        QVERIFY(fixture.store->avatars().set(kAna, bruno, u"abc"_s));
        QVERIFY(fixture.store->avatars().isUsed(u"abc"_s));
        QCOMPARE(fixture.store->avatars().all(kAna).value(bruno), u"abc"_s);
        QVERIFY(fixture.store->avatars().set(kAna, bruno, {}));
        QVERIFY(!fixture.store->avatars().isUsed(u"abc"_s));
    }

    void keepsEveryFieldOfAMessage()
    {
        Fixture fixture;
        const qint64 chat = fixture.conversation();
        MessageRecord full = message(chat, u"línea 1\nlínea 2 \U0001F642"_s + QChar(u'\0') + u"end"_s, 5);
        full.outgoing = true;
        full.delayed = true;
        full.messageId = u"m"_s;
        full.originId = u"o"_s;
        full.stanzaId = u"s"_s;
        full.stanzaIdBy = jid(u"ana@example.org"_s);
        full.state = DeliveryState::Queued;
        full.protection = MessageProtection::Omemo;
        full.id = **fixture.store->messages().insert(full);
        const Error error{ErrorCode::StanzaItemNotFound, u"a"_s, u"b"_s};
        QVERIFY(fixture.store->messages().setState(full.id, DeliveryState::Failed, error));
        full.state = DeliveryState::Failed;
        full.error = error;
        fixture.open();
        QCOMPARE(*fixture.store->messages().message(full.id), full);
        QVERIFY(fixture.store->messages().setState(full.id, DeliveryState::Delivered, error));
        QVERIFY(!fixture.store->messages().message(full.id)->error);
        QVERIFY(!fixture.store->messages().message(9999));
    }

    /// Views and notifications hold on to ids: nothing that happens makes one name another message.
    void usesNoIdTwice()
    {
        Fixture fixture;
        const qint64 chat = fixture.conversation();
        int made = 0;
        QList<qint64> used;
        const auto say = [&](Store &store) {
            used.append(store.messages().insert(message(chat, u"said"_s, ++made)).value().value());
        };
        const auto sayAndFail = [&]() -> Result<void> {
            say(*fixture.store);
            return failure(ErrorCode::StoreFailed);
        };
        for (int i = 0; i < 1100; ++i) // more than are set aside at once
            say(*fixture.store);
        // The newest is removed, and then another that was the newest when the store was closed.
        for (int i = 0; i < 2; ++i) {
            QVERIFY(fixture.store->messages().remove(used.last()));
            say(*fixture.store);
        }
        QVERIFY(fixture.store->messages().remove(used.last()));
        fixture.open();
        say(*fixture.store);
        // What sets ids aside is undone, with its turn or alone.
        fixture.open();
        QVERIFY(!fixture.store->durably(sayAndFail));
        say(*fixture.store);
        fixture.open();
        QVERIFY(fixture.store->durably([&]() -> Result<void> {
            const bool failed = !fixture.store->durably(sayAndFail);
            say(*fixture.store);
            return failed ? Result<void>() : failure(ErrorCode::Cancelled);
        }));
        fixture.open();
        say(*fixture.store);
        // Two programs at once.
        QVERIFY(fixture.store->commit());
        auto other = Store::open(fixture.path()).value();
        for (int i = 0; i < 3; ++i) {
            say(*other);
            QVERIFY(other->commit());
            say(*fixture.store);
            QVERIFY(fixture.store->commit());
        }
        other.reset();
        // All are gone.
        QVERIFY(fixture.store->conversations().remove(chat));
        fixture.open();
        const auto afterwards = fixture.store->messages().insert(
            message(fixture.conversation(u"dora@example.net"_s), u"said"_s, ++made));
        QVERIFY(afterwards && *afterwards);
        QVERIFY(**afterwards > *std::max_element(used.cbegin(), used.cend()));
        QCOMPARE(QSet<qint64>(used.cbegin(), used.cend()).size(), used.size());
    }

    void tellsCopiesFromOthers_data()
    {
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("originId");
        QTest::addColumn<QString>("stanzaId");
        QTest::addColumn<QString>("by");
        QTest::addColumn<bool>("isCopy");
        const QString bruno = u"bruno@example.net"_s;
        const QString archive = u"ana@example.org"_s;
        QTest::newRow("another id") << bruno << u"o2"_s << u"s2"_s << archive << false;
        QTest::newRow("no ids") << bruno << u""_s << u""_s << u""_s << false;
        QTest::newRow("forged origin-id") << u"mallory@example.com"_s << u"o1"_s << u""_s << u""_s << false;
        QTest::newRow("forged stanza-id") << u"mallory@example.com"_s << u""_s << u"s1"_s << archive << false;
        QTest::newRow("stanza-id of another archive") << bruno << u""_s << u"s1"_s << bruno << false;
        QTest::newRow("origin-id in the other's field") << bruno << u"s1"_s << u"o1"_s << archive << false;
        QTest::newRow("same origin-id") << bruno << u"o1"_s << u""_s << u""_s << true;
        QTest::newRow("same stanza-id") << bruno << u""_s << u"s1"_s << archive << true;
        QTest::newRow("same both") << bruno << u"o1"_s << u"s1"_s << archive << true;
        QTest::newRow("resent: new stanza-id") << bruno << u"o1"_s << u"s9"_s << archive << true;
    }

    void tellsCopiesFromOthers()
    {
        QFETCH(QString, sender);
        QFETCH(QString, originId);
        QFETCH(QString, stanzaId);
        QFETCH(QString, by);
        QFETCH(bool, isCopy);
        Fixture fixture;
        auto &messages = fixture.store->messages();
        MessageRecord first = message(fixture.conversation(), u"hola"_s, 1);
        first.originId = u"o1"_s;
        first.stanzaId = u"s1"_s;
        first.stanzaIdBy = jid(u"ana@example.org"_s);
        const qint64 id = **messages.insert(first);
        MessageRecord second = first;
        second.sender = jid(sender);
        second.originId = originId;
        second.stanzaId = stanzaId;
        second.stanzaIdBy = jid(by);
        const auto inserted = messages.insert(second);
        QVERIFY(inserted);
        QCOMPARE(!*inserted, isCopy);
        if (isCopy)
            QCOMPARE(messages.copyOf(second)->id, id);
        // The same in another chat is always another message.
        second = first;
        second.conversation = fixture.conversation(u"carla@example.com"_s);
        QVERIFY(*messages.insert(second));
    }

    void pagesInOrder()
    {
        Fixture fixture;
        auto &messages = fixture.store->messages();
        const qint64 chat = fixture.conversation();
        const qint64 other = fixture.conversation(u"carla@example.com"_s);
        QHash<QString, MessagePosition> at;
        for (const int order : {30, 10, 20, 20, 40}) {
            const QString body = QString::number(order) + QChar(u'a' + int(at.size()));
            at.insert(body, {order, **messages.insert(message(chat, body, order))});
            QVERIFY(*messages.insert(message(other, u"noise"_s, order)));
        }
        const QStringList all{u"10b"_s, u"20c"_s, u"20d"_s, u"30a"_s, u"40e"_s};
        QCOMPARE(bodies(messages.last(chat, 10)), all);
        QCOMPARE(bodies(messages.last(chat, 2)), all.mid(3));
        QCOMPARE(messages.newest(chat)->body, u"40e"_s);
        QCOMPARE(bodies(messages.before(chat, at[u"20d"_s], 10)), all.mid(0, 2));
        QCOMPARE(bodies(messages.before(chat, at[u"40e"_s], 2)), all.mid(2, 2));
        QCOMPARE(bodies(messages.after(chat, at[u"20c"_s], 2)), all.mid(2, 2));
        QCOMPARE(bodies(messages.after(chat, at[u"40e"_s], 2)), QStringList());
    }

    void searchesLiterally_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const QString quoted = u"O'Brien said \"no\"; DROP TABLE messages;--"_s;
        const QString spanish = u"Mañana será otro día"_s;
        const QString operators = u"NEAR or NOT and 100% a_b"_s;
        QTest::newRow("nothing") << u""_s << QStringList();
        QTest::newRow("only signs") << u"\"*-;'%()^:"_s << QStringList();
        QTest::newRow("no such word") << u"zebra"_s << QStringList();
        QTest::newRow("percent is no wildcard") << u"%"_s << QStringList();
        QTest::newRow("NOT is a word") << u"NOT"_s << QStringList{operators};
        QTest::newRow("no operator") << u"mañana OR NEAR"_s << QStringList();
        QTest::newRow("column filter") << u"body:brien"_s << QStringList();
        QTest::newRow("quote") << u"O'Brien"_s << QStringList{quoted};
        QTest::newRow("injection") << u"';-- DROP"_s << QStringList{quoted};
        QTest::newRow("unbalanced") << u"\"no"_s << QStringList{operators, quoted};
        QTest::newRow("accents and case") << u"MANANA dia"_s << QStringList{spanish};
        QTest::newRow("beginning") << u"otro dí"_s << QStringList{spanish};
        QTest::newRow("NUL") << (u"ser"_s + QChar(u'\0')) << QStringList{spanish};
    }

    void searchesLiterally()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        Fixture fixture;
        auto &messages = fixture.store->messages();
        const qint64 chat = fixture.conversation(u"o'hara;--@example.net"_s);
        int order = 0;
        for (const QString &body : {u"O'Brien said \"no\"; DROP TABLE messages;--"_s,
                                    u"Mañana será otro día"_s, u"NEAR or NOT and 100% a_b"_s})
            QVERIFY(*messages.insert(message(chat, body, ++order)));
        QCOMPARE(bodies(messages.search(kAna, text, 10)), found);
        QCOMPARE(bodies(messages.search(u"nobody"_s, text, 10)), QStringList());
        QCOMPARE(fixture.store->conversations().all(kAna).first().peer.toString(),
                 u"o'hara;--@example.net"_s);
    }

    void searchesWordsOfEveryScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("body");
        QTest::newRow("signs of vowels") << u"हिन्द"_s << u"हिन्दी भाषा"_s;
        QTest::newRow("composed") << u"café"_s << u"cafe\u0301 con leche"_s;
        QTest::newRow("decomposed") << u"cafe\u0301"_s << u"café con leche"_s;
        QTest::newRow("behind an emoji") << u"love"_s << u"\u2764\uFE0Flove"_s;
        QTest::newRow("in a keycap") << u"1"_s << u"1\uFE0F\u20E3"_s;
        QTest::newRow("a letter that SQLite does not know") << u"a\U0001E900b"_s << u"b a\U0001E900b"_s;
    }

    void searchesWordsOfEveryScript()
    {
        QFETCH(QString, text);
        QFETCH(QString, body);
        Fixture fixture;
        QVERIFY(*fixture.store->messages().insert(message(fixture.conversation(), body, 1)));
        QCOMPARE(bodies(fixture.store->messages().search(kAna, text, 10)), QStringList{body});
    }

    /// The index does not know the places of words: a term that it takes for two words would be an error.
    void splitsWordsAsTheIndexDoes()
    {
        Fixture fixture;
        fixture.store.reset();
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"words"_s);
            file.setDatabaseName(fixture.path());
            QVERIFY(file.open());
            QVERIFY(file.transaction());
            QSqlQuery insert(file);
            QVERIFY(insert.prepare(u"INSERT INTO messages_text(rowid, body) VALUES (?, ?)"_s));
            qint64 letters = 0;
            for (char32_t c = 0x80; c <= QChar::LastValidCodePoint; ++c) {
                if (QChar::isSurrogate(c) || QChar::unicodeVersion(c) == QChar::Unicode_Unassigned)
                    continue;
                insert.bindValue(0, qint64(c));
                // Not by QString::fromUcs4(), which takes U+FEFF for a mark of the byte order.
                const auto letter = QChar::fromUcs4(c);
                insert.bindValue(1, QString(u'a' + QStringView(letter) + u'b'));
                QVERIFY(insert.exec());
                ++letters;
            }
            QVERIFY(letters > 200'000);
            QSqlQuery words(file);
            QVERIFY(words.exec(
                u"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, messages_text, instance)"_s));
            QVERIFY(words.exec(u"SELECT doc, count(*) FROM temp.words GROUP BY doc"_s));
            while (words.next()) {
                const auto c = char32_t(words.value(0).toLongLong());
                QVERIFY2((isPartOfWord(c) ? 1 : 2) == words.value(1).toInt(),
                         qPrintable(u"U+"_s + QString::number(c, 16)));
                --letters;
            }
            QCOMPARE(letters, 0);
        }
        QSqlDatabase::removeDatabase(u"words"_s);
    }

    void forgetsAnAccountWhole()
    {
        Fixture fixture;
        const qint64 chat = fixture.conversation();
        const qint64 id = **fixture.store->messages().insert(message(chat, u"confidencial"_s, 1));
        QVERIFY(fixture.store->outbox().add(id));
        QVERIFY(fixture.store->roster().replace(kAna, {u"v"_s, {{jid(u"bruno@example.net"_s)}}}));
        QVERIFY(fixture.store->accounts().remove(kAna));
        QVERIFY(!fixture.store->messages().message(id));
        QVERIFY(!fixture.store->outbox().entry(id));
        QVERIFY(fixture.store->accounts().all()->isEmpty());
        QVERIFY(fixture.store->accounts().save({.uuid = kAna, .jid = jid(u"ana@example.org"_s)}));
        QVERIFY(fixture.store->messages().search(kAna, u"confidencial"_s, 5).isEmpty());
        QVERIFY(fixture.store->roster().load(kAna).items.isEmpty());
        fixture.store.reset();
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("confidencial"));
        QVERIFY(!bytes.contains("bruno@example.net"));
    }

    void sharesATransactionWithinATurn()
    {
        Fixture fixture;
        QVERIFY(fixture.store->commit());
        auto reader = Store::open(fixture.path()).value();
        QSignalSpy commits(fixture.store.get(), &Store::aboutToCommit);
        for (int i = 0; i < 400; ++i)
            QVERIFY(fixture.store->settings().setValue(u"k"_s, i));
        QCOMPARE(fixture.store->settings().value(u"k"_s).toInt(), 399);
        QVERIFY(!reader->settings().value(u"k"_s).isValid());
        QCOMPARE(commits.size(), 0);
        QTRY_COMPARE(commits.size(), 1);
        QCOMPARE(reader->settings().value(u"k"_s).toInt(), 399);
        for (int i = 0; i < 2400; ++i)
            QVERIFY(fixture.store->settings().setValue(u"k"_s, i));
        QCOMPARE(commits.size(), 3);
    }

    /// A kill at any moment leaves no message that search cannot find.
    void commitsNoMessageWithoutItsWords_data()
    {
        QTest::addColumn<int>("before");
        QTest::newRow("even") << 0;
        QTest::newRow("odd") << 1;
    }

    void commitsNoMessageWithoutItsWords()
    {
        QFETCH(int, before);
        Fixture fixture;
        const qint64 chat = fixture.conversation();
        QVERIFY(fixture.store->commit());
        auto reader = Store::open(fixture.path()).value();
        QList<std::pair<qsizetype, qsizetype>> seen; // messages, and those that search finds
        constexpr int kMessages = 6'000;
        connect(fixture.store.get(), &Store::committed, this, [&] {
            const qsizetype kept = reader->messages().last(chat, kMessages).size();
            seen.append({kept, reader->messages().search(kAna, u"palabra"_s, kMessages).size()});
        });
        for (int i = 0; i < before; ++i)
            QVERIFY(fixture.store->settings().setValue(u"k"_s, i));
        for (int i = 0; i < kMessages; ++i)
            QVERIFY(fixture.store->messages().insert(message(chat, u"palabra"_s, i)).value());
        QVERIFY(fixture.store->commit());
        QVERIFY2(seen.size() > 2, qPrintable(QString::number(seen.size())));
        for (const auto &[kept, found] : std::as_const(seen))
            QCOMPARE(found, kept);
        QCOMPARE(seen.last().first, kMessages);
    }

    void writesDurablyAllOrNothing()
    {
        Fixture fixture;
        QVERIFY(fixture.store->commit());
        auto reader = Store::open(fixture.path()).value();
        QVERIFY(fixture.store->settings().setValue(u"before"_s, 1));
        const auto refused = fixture.store->durably([&]() -> Result<void> {
            std::ignore = fixture.store->settings().setValue(u"half"_s, 1);
            return failure(ErrorCode::Cancelled);
        });
        QCOMPARE(refused.error().code, ErrorCode::Cancelled);
        QVERIFY(!fixture.store->settings().value(u"half"_s).isValid());
        QVERIFY(reader->settings().value(u"before"_s).isValid());
        QVERIFY(fixture.store->durably([&] { return fixture.store->settings().setValue(u"whole"_s, 1); }));
        QVERIFY(reader->settings().value(u"whole"_s).isValid());
    }

    void readsWhileItReads()
    {
        Fixture fixture;
        const qint64 a = fixture.conversation();
        fixture.conversation(u"carla@example.com"_s);
        QVERIFY(*fixture.store->messages().insert(message(a, u"x"_s, 1)));
        const PinRecord pin{u"example.org"_s, "spki", {}};
        // all() runs nested statements for every account; twice at once must not disturb each other.
        QVERIFY(
            fixture.store->accounts().save({.uuid = u"b"_s, .jid = jid(u"b@example.org"_s), .pins = {pin}}));
        QVERIFY(fixture.store->accounts().save(
            {.uuid = u"c"_s, .jid = jid(u"c@example.org"_s), .pins = {pin, pin}}));
        const auto all = fixture.store->accounts().all().value();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[1].pins.size(), 1);
        QCOMPARE(all[2].pins.size(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_store)
#include "tst_store.moc"
