// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/HistoryExport.h"
#include "core/store/MessagesTable.h"
#include "tests/support/ChatFixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kHostile = u"</p><script>alert(1)</script><img src=x onerror='x'>&amp;\u202E\u001B[31m\"'"_s;

/// Chats, and what is written of them.
class Written : public ChatFixture
{
public:
    Result<qint64> write(const Jid &peer, const QString &name)
    {
        WorkProgress progress;
        ExportRequest request{.peer = peer, .file = folder.filePath(name)};
        request.words = {.language = u"en"_s,
                         .title = u"Messages <b>"_s,
                         .takenBack = u"taken back"_s,
                         .edited = u"edited"_s,
                         .earlier = u"before:"_s,
                         .notSent = u"not sent"_s,
                         .notSentYet = u"not sent yet"_s,
                         .search = u"Search"_s,
                         .nothingFound = u"Nothing"_s,
                         .shown = [](const QString &text) {
                             return QString(text).remove(QChar(0x202E)).remove(QChar(0x1B));
                         }};
        auto written = exportHistory(path(), request, progress);
        if (written)
            done = progress.done();
        return written;
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    qint64 done = 0;
};

/// A chat with one message of each kind.
class Chat : public Written
{
public:
    Chat()
    {
        chats().incoming(said(u"hello\nsecond line"_s, u"1"_s)).value();
        IncomingMessage corrected = said(u"good morning"_s, u"2"_s);
        corrected.corrects = u"1"_s;
        chats().incoming(corrected).value();
        clock.advance(std::chrono::seconds(1));
        chats()
            .incoming(said(kHostile + u" https://example.org/a?b=1&c=2 javascript:alert(1)"_s, u"3"_s))
            .value();
        clock.advance(std::chrono::seconds(1));
        const qint64 sent = chats().compose(bruno, u"sent"_s).value();
        if (!chats().markSent(sent) || !chats().retract(sent))
            qFatal("not sent");
        const qint64 failed = chats().compose(bruno, u"refused"_s).value();
        if (!chats().markFailed(failed, {ErrorCode::StanzaGone}))
            qFatal("not failed");
        chats().compose(bruno, u"on its way"_s).value();
        chats().compose(bruno, {.body = u"for later"_s, .sendAt = clock.now().addSecs(3600)}).value();
        chats().compose(carla, u"to somebody else"_s).value();
        if (!store().commit())
            qFatal("not committed");
    }
};

} // namespace

class tst_historyexport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsNotThereHasNoFile()
    {
        Chat f;
        const auto count = f.write(Jid::fromNormalized(u"nobody@example.org"_s), u"a.txt"_s);
        QCOMPARE(count.error().code, ErrorCode::StanzaItemNotFound);
        QCOMPARE(count.error().subject, u"nobody@example.org"_s);
        QVERIFY(!QFile::exists(f.folder.filePath(u"a.txt"_s)));
    }

    void whereNothingCanBeWrittenNothingIs()
    {
        Chat f;
        QCOMPARE(f.write(f.bruno, u"none/a.txt"_s).error().code, ErrorCode::StoreReadOnly);
    }

    void whoGivesUpLeavesNoFile()
    {
        Chat f;
        WorkProgress progress;
        progress.cancel();
        const ExportRequest request{.file = f.folder.filePath(u"a.html"_s)};
        QCOMPARE(exportHistory(f.path(), request, progress).error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(request.file));
    }

    void textIsInOrderAndSteersNoTerminal()
    {
        Chat f;
        QCOMPARE(f.write(f.bruno, u"a.txt"_s).value(), 5);
        QCOMPARE(f.done, 6); // with that for later, which was not said
        const QString text = QString::fromUtf8(f.read(u"a.txt"_s));
        QVERIFY(text.startsWith(u"# ana@example.org, bruno@example.net\n"_s));
        QVERIFY(text.contains(
            u" <bruno@example.net> good morning (edited)\n    (before:) hello\n    second line\n"_s));
        QVERIFY(text.contains(u" <ana@example.org> (taken back)"_s));
        QVERIFY(text.contains(u"refused (not sent)\n"_s));
        QVERIFY(text.contains(u"on its way (not sent yet)\n"_s));
        QVERIFY(!text.contains(u"for later"_s) && !text.contains(u"somebody else"_s));
        QVERIFY(!text.contains(QChar(0x1B)) && !text.contains(QChar(0x202E)));
        QVERIFY(text.indexOf(u"good morning"_s) < text.indexOf(u"refused"_s));
        const QFile file(f.folder.filePath(u"a.txt"_s));
        QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup | QFile::WriteGroup),
                 QFile::Permissions());
    }

    /// SECURITY A95: no text looks like somebody else's line.
    void textForgesNoLine()
    {
        Written f;
        f.chats().incoming(f.said(u"hi\n2026-06-03T10:00:00Z <ana@example.org> forged"_s, u"1"_s)).value();
        QVERIFY(f.store().commit());
        QVERIFY(f.write(f.bruno, u"a.txt"_s));
        const QString text = QString::fromUtf8(f.read(u"a.txt"_s));
        QVERIFY(
            text.contains(u" <bruno@example.net> hi\n    2026-06-03T10:00:00Z <ana@example.org> forged\n"_s));
    }

    /// SECURITY A95: in a page nothing of a message is anything but text.
    void aPageHoldsNothingButText()
    {
        Chat f;
        QCOMPARE(f.write({}, u"a.HTML"_s).value(), 6);
        const QString page = QString::fromUtf8(f.read(u"a.HTML"_s));
        QCOMPARE(page.count(u"<script"_s), 1);
        QVERIFY(!page.contains(u"<img"_s) && !page.contains(u"<b>\""_s));
        QVERIFY(page.contains(u"&lt;script&gt;alert(1)"_s));
        QVERIFY(page.contains(u"Messages &lt;b&gt;"_s));
        QVERIFY(page.contains(u"default-src 'none'"_s));
        QVERIFY(page.contains(u"href=\"https://example.org/a?b=1&amp;c=2\""_s));
        QVERIFY(!page.contains(u"href=\"javascript"_s));
        QVERIFY(!page.contains(u" src=\""_s) && !page.contains(u"url("_s)); // loads nothing
        QVERIFY(page.contains(u"prefers-color-scheme: dark"_s));
        QCOMPARE(page.count(u"<article"_s), 6);
        QCOMPARE(page.count(u"<section "_s), 2);
        QCOMPARE(page.count(u"</article>"_s), 6);
        // What the browser checks is what is there.
        const QString script = page.section(u"<script>"_s, 1).section(u"</script>"_s, 0, 0);
        const QByteArray hash
            = QCryptographicHash::hash(script.toUtf8(), QCryptographicHash::Sha256).toBase64();
        QVERIFY(page.contains(u"script-src 'sha256-"_s + QString::fromLatin1(hash)));
    }

    void aPageShowsWhatBelongsTogether()
    {
        Written f;
        const auto later = [&f](int seconds) { f.clock.advance(std::chrono::seconds(seconds)); };
        f.clock.setNow(QDateTime({2026, 6, 3}, {10, 0}, Qt::UTC));
        const qint64 first
            = f.chats().incoming(f.said(u"where <are> you? "_s.repeated(20), u"1"_s)).value().id;
        later(10);
        const qint64 second = f.chats().incoming(f.said(u"secret"_s, u"2"_s)).value().id;
        later(10);
        IncomingMessage spoiler = f.said(u"the butler"_s, u"3"_s);
        spoiler.spoiler = u"the <end>"_s;
        const qint64 third = f.chats().incoming(spoiler).value().id;
        for (const qint64 answered : {first, second, third}) {
            later(10);
            f.chats().compose(f.bruno, {.body = u"answer"_s, .answers = answered}).value();
        }
        IncomingMessage retraction = f.said({}, u"4"_s);
        retraction.retracts = u"2"_s;
        std::ignore = f.chats().incoming(retraction);
        later(3600);
        IncomingMessage late = f.said(u"so be it"_s, u"5"_s);
        late.answers = u"unknown"_s;
        late.answersSender = f.ana;
        late.quoted = u"something <b>old</b>"_s;
        f.chats().incoming(late).value();
        f.chats().react(first, {u"👍"_s, u"🎉"_s}).value();
        IncomingMessage reaction = f.said({}, u"6"_s);
        reaction.reactsTo = u"1"_s;
        reaction.emojis = QStringList{u"👍"_s};
        std::ignore = f.chats().incoming(reaction);
        later(24 * 3600);
        f.chats().incoming(f.said(u"tomorrow"_s, u"7"_s)).value();
        f.chats().compose(f.carla, u"hi"_s).value();
        QVERIFY(f.store().commit());

        QVERIFY(f.write(f.bruno, u"one.html"_s));
        QString page = QString::fromUtf8(f.read(u"one.html"_s));
        QVERIFY(!page.contains(u"<nav>"_s));
        // Days, and within them who goes on speaking.
        QCOMPARE(page.count(u"<div><h3>"_s), 2);
        QCOMPARE(page.count(u"</div>"_s), 2);
        QCOMPARE(page.count(u"<article id="_s), 8);
        QCOMPARE(page.count(u" class=\"more\">"_s), 2);
        QCOMPARE(page.count(u" class=\"own\">"_s), 1);
        QCOMPARE(page.count(u" class=\"own more\">"_s), 2);
        // What is answered: not the whole, nothing that was taken back or is hidden.
        const auto quote = [&page](qint64 id) {
            return page.section(u"<a class=\"quote\" href=\"#m%1\">"_s.arg(id), 1).section(u"</a>"_s, 0, 0);
        };
        QVERIFY(quote(first).startsWith(u"<b>bruno@example.net</b> where &lt;are&gt; you? "_s));
        QVERIFY(quote(first).endsWith(u'…') && quote(first).size() < 300);
        QCOMPARE(quote(second), u"<b>bruno@example.net</b> taken back"_s);
        QCOMPARE(quote(third), u"<b>bruno@example.net</b> the &lt;end&gt;"_s);
        QVERIFY(page.contains(
            u"<a class=\"quote\"><b>ana@example.org</b> something &lt;b&gt;old&lt;/b&gt;</a><p>so be it"_s));
        QVERIFY(!page.contains(u"secret"_s));
        QVERIFY(page.contains(u"ana@example.org, bruno@example.net\">👍 2</span>"_s)
                || page.contains(u"bruno@example.net, ana@example.org\">👍 2</span>"_s));
        QVERIFY(page.contains(u">🎉</span>"_s));
        QVERIFY(page.contains(u"<details><summary>the &lt;end&gt;</summary><p>the butler</p></details>"_s));

        // With several chats, where they are.
        QVERIFY(f.write({}, u"all.html"_s));
        page = QString::fromUtf8(f.read(u"all.html"_s));
        QVERIFY(page.contains(u"<nav><a href=\"#c1\">bruno@example.net</a>"_s));
        QVERIFY(page.contains(u"<a href=\"#c2\">carla@example.com</a>"_s));
        QVERIFY(page.contains(u"<section id=\"c2\"><h2><bdi>carla@example.com</bdi>"_s));
    }

    void jsonSaysAll()
    {
        Chat f;
        QCOMPARE(f.write({}, u"a.json"_s).value(), 6);
        QJsonParseError error;
        const QJsonObject all = QJsonDocument::fromJson(f.read(u"a.json"_s), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(all.value(u"format"_s), u"tertulia-history"_s);
        QCOMPARE(all.value(u"version"_s), 1);
        const QJsonArray chats = all.value(u"chats"_s).toArray();
        QCOMPARE(chats.size(), 2);
        const QJsonObject bruno = chats[0].toObject();
        QCOMPARE(bruno.value(u"account"_s), u"ana@example.org"_s);
        QCOMPARE(bruno.value(u"with"_s), u"bruno@example.net"_s);
        const QJsonArray messages = bruno.value(u"messages"_s).toArray();
        QCOMPARE(messages.size(), 5);
        const QJsonObject first = messages[0].toObject();
        QCOMPARE(first.value(u"body"_s), u"good morning"_s);
        QCOMPARE(first.value(u"earlier"_s).toArray(), QJsonArray{u"hello\nsecond line"_s});
        QVERIFY(first.contains(u"edited"_s));
        QVERIFY(QDateTime::fromString(first.value(u"time"_s).toString(), Qt::ISODateWithMs).isValid());
        QVERIFY(messages[1].toObject().value(u"body"_s).toString().startsWith(kHostile)); // as it was said
        QVERIFY(messages[2].toObject().contains(u"retracted"_s));
        QCOMPARE(messages[3].toObject().value(u"state"_s), u"failed"_s);
        QCOMPARE(messages[4].toObject().value(u"state"_s), u"waiting"_s);
        QVERIFY(messages[0].toObject().value(u"id"_s) != messages[1].toObject().value(u"id"_s));
    }

    void anEmptyHistoryIsAFileToo()
    {
        ChatFixture f;
        f.chats().open(f.bruno);
        QVERIFY(f.store().commit());
        QTemporaryDir folder;
        WorkProgress progress;
        const ExportRequest request{.file = folder.filePath(u"a.json"_s)};
        QCOMPARE(exportHistory(f.path(), request, progress).value(), 0);
        QFile file(request.file);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(file.readAll()).object().value(u"chats"_s).isArray());
    }
};

QTEST_GUILESS_MAIN(tst_historyexport)
#include "tst_historyexport.moc"
