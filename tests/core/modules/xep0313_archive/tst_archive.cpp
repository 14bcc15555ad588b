// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;

QByteArray forwarded(const QByteArray &message, const QByteArray &stamp = "2025-06-01T10:00:00Z")
{
    return "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='" + stamp + "'/>"
        + message + "</forwarded>";
}

QByteArray said(const QByteArray &body, const QByteArray &from = "bruno@example.com/phone",
                const QByteArray &to = "ana@example.org")
{
    return "<message xmlns='jabber:client' type='chat' id='x" + body + "' from='" + from + "' to='" + to
        + "'><body>" + body + "</body></message>";
}

QByteArray fin(const QByteArray &last, bool complete = true)
{
    return "<fin xmlns='urn:xmpp:mam:2' complete='" + QByteArray(complete ? "true" : "false")
        + "'><set xmlns='http://jabber.org/protocol/rsm'>"
        + (last.isEmpty() ? QByteArray() : "<first>a</first><last>" + last + "</last>") + "</set></fin>";
}

/// A rig whose account has an archive, and a question that is open.
struct Rig : ModuleRig {
    explicit Rig(const ArchiveQuery &query = {})
    {
        accountFeatures.append(kArchive);
        goOnline();
        module<ArchiveModule>().page(query).then(&module<ArchiveModule>(),
                                                 [this](const Result<ArchivePage> &result) {
                                                     ++answers;
                                                     if (result)
                                                         page = *result;
                                                     else
                                                         error = result.error().code;
                                                 });
        request = takeRequest(kArchive);
        queryId = request.firstChild().attribute(u"queryid").toUtf8();
    }
    void result(const QByteArray &id, const QByteArray &inside, const QByteArray &from = "ana@example.org",
                const QByteArray &ofQuery = {})
    {
        receive("<message" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
                + " to='ana@example.org/desk'><result xmlns='urn:xmpp:mam:2' queryid='"
                + (ofQuery.isEmpty() ? queryId : ofQuery) + "' id='" + id + "'>" + inside
                + "</result></message>");
    }
    [[nodiscard]] QStringList bodies() const
    {
        QStringList bodies;
        for (const ArchivedMessage &message : page.messages)
            bodies.append(message.id + u' ' + message.message.body);
        return bodies;
    }

    XmlElement request;
    QByteArray queryId;
    ArchivePage page;
    std::optional<ErrorCode> error;
    int answers = 0;
};

} // namespace

/// XEP-0313 and the part of XEP-0059 that it needs.
class TestArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksFor_data()
    {
        QTest::addColumn<ArchiveQuery>("query");
        QTest::addColumn<QByteArray>("inside");
        const QByteArray rsm = "<set xmlns='http://jabber.org/protocol/rsm'>";
        QTest::newRow("everything") << ArchiveQuery{} << rsm + QByteArray("<max>100</max></set>");
        QTest::newRow("what follows") << ArchiveQuery{.after = u"a<7"_s, .max = 20}
                                      << rsm + QByteArray("<max>20</max><after>a&lt;7</after></set>");
        QTest::newRow("the end") << ArchiveQuery{.newest = true, .max = 1}
                                 << rsm + QByteArray("<max>1</max><before/></set>");
        QTest::newRow("since") << ArchiveQuery{.start = QDateTime(QDate(2025, 6, 1), QTime(10, 0), Qt::UTC)}
                               << "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' "
                                  "type='hidden'><value>urn:xmpp:mam:2</value></field><field var='start'>"
                                  "<value>2025-06-01T10:00:00Z</value></field></x>"
                + rsm + "<max>100</max></set>";
        QTest::newRow("what comes before")
            << ArchiveQuery{.before = u"7"_s} << rsm + QByteArray("<max>100</max><before>7</before></set>");
        QTest::newRow("of one chat, in front of an id, of a time")
            << ArchiveQuery{.newest = true,
                            .with = jid(u"bruno@example.com"_s),
                            .end = QDateTime(QDate(2025, 6, 1), QTime(10, 0), Qt::UTC),
                            .beforeId = u"7"_s}
            << "<x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE' type='hidden'>"
               "<value>urn:xmpp:mam:2</value></field><field var='with'><value>bruno@example.com</value>"
               "</field><field var='end'><value>2025-06-01T10:00:00Z</value></field>"
               "<field var='before-id'><value>7</value></field></x>"
                + rsm + "<max>100</max><before/></set>";
    }

    void asksFor()
    {
        QFETCH(ArchiveQuery, query);
        QFETCH(QByteArray, inside);
        Rig rig(query);
        QCOMPARE(rig.request.attribute(u"type"), u"set"_s);
        QCOMPARE(
            rig.request.firstChild(),
            parsedXml("<query xmlns='urn:xmpp:mam:2' queryid='" + rig.queryId + "'>" + inside + "</query>"));
    }

    void readsAPage()
    {
        Rig rig;
        rig.result("1", forwarded(said("one")));
        rig.result("2", forwarded(said("two", "ana@example.org/phone", "bruno@example.com")), {});
        QCOMPARE(rig.answers, 0);
        rig.answer(rig.request, fin("2", false));
        QCOMPARE(rig.answers, 1);
        QCOMPARE(rig.bodies(), (QStringList{u"1 one"_s, u"2 two"_s}));
        QCOMPARE(rig.page.messages[0].stamp, QDateTime(QDate(2025, 6, 1), QTime(10, 0), Qt::UTC));
        QCOMPARE(rig.page.first, u"1"_s); // "a" is none of them
        QCOMPARE(rig.page.last, u"2"_s);
        QVERIFY(!rig.page.complete);
    }

    void tellsWhereTheArchiveEnds()
    {
        Rig rig;
        std::optional<ArchiveEnds> ends;
        const auto ask = [&] {
            rig.module<ArchiveModule>().ends().then(
                &rig.module<ArchiveModule>(), [&](const Result<ArchiveEnds> &result) { ends = *result; });
            return rig.takeRequest(kArchive);
        };
        rig.answer(ask(),
                   "<metadata xmlns='urn:xmpp:mam:2'><start id='1' timestamp='2008-08-22T21:09:04Z'/>"
                   "<end id='2' timestamp='2999-01-01T00:00:00Z'/></metadata>");
        QVERIFY(ends);
        QCOMPARE(ends->start, QDateTime(QDate(2008, 8, 22), QTime(21, 9, 4), Qt::UTC));
        QCOMPARE(ends->end, rig.clock().now());
        rig.answer(ask(), "<metadata xmlns='urn:xmpp:mam:2'/>");
        QVERIFY(!ends->start.isValid());
    }

    void tellsHowManyThereAre_data()
    {
        QTest::addColumn<QByteArray>("count");
        QTest::addColumn<int>("told");
        QTest::newRow("some") << QByteArray("<count>20000</count>") << 20000;
        QTest::newRow("nothing said") << QByteArray() << -1;
        QTest::newRow("nonsense") << QByteArray("<count>many</count>") << -1;
        QTest::newRow("less than none") << QByteArray("<count>-1</count>") << -1;
    }

    void tellsHowManyThereAre()
    {
        QFETCH(QByteArray, count);
        QFETCH(int, told);
        Rig rig;
        rig.answer(rig.request,
                   "<fin xmlns='urn:xmpp:mam:2'><set xmlns='http://jabber.org/protocol/rsm'>" + count
                       + "</set></fin>");
        QCOMPARE(rig.page.count.value_or(-1), told);
    }

    void anEmptyPage()
    {
        Rig rig;
        rig.answer(rig.request, fin({}));
        QVERIFY(rig.page.messages.isEmpty());
        QVERIFY(rig.page.last.isEmpty());
        QVERIFY(rig.page.complete);
    }

    /// SECURITY A57: results count from the own account, for a question that is open, and not otherwise.
    void refusesWhatWasNotAskedFor_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("a stranger") << QByteArray("mallory@example.net/x") << QByteArray();
        QTest::newRow("a contact") << QByteArray("bruno@example.com/phone") << QByteArray();
        QTest::newRow("the server") << QByteArray("example.org") << QByteArray();
        QTest::newRow("another device") << QByteArray("ana@example.org/phone") << QByteArray();
        QTest::newRow("a room's archive") << QByteArray("room@muc.example.org") << QByteArray();
        QTest::newRow("another query") << QByteArray("ana@example.org") << QByteArray("q99");
    }

    void refusesWhatWasNotAskedFor()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, query);
        Rig rig;
        QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
        rig.result("1", forwarded(said("forged")), from, query);
        rig.result("2", forwarded(said("good")));
        rig.answer(rig.request, fin("2"));
        QCOMPARE(rig.bodies(), QStringList{u"2 good"_s});
        // After the end it is too late.
        rig.result("3", forwarded(said("late")));
        QVERIFY(withWords(received).isEmpty());
    }

    void skipsMalformedResults_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no message") << forwarded({});
        QTest::newRow("two messages") << forwarded(said("a") + said("b"));
        QTest::newRow("no time") << QByteArray("<forwarded xmlns='urn:xmpp:forward:0'>" + said("a")
                                               + "</forwarded>");
        QTest::newRow("a bad time") << forwarded(said("a"), "yesterday");
        QTest::newRow("a bad address") << forwarded(said("a", "@"));
        QTest::newRow("another namespace")
            << forwarded("<message xmlns='jabber:server' from='bruno@example.com'><body>a</body></message>");
    }

    void skipsMalformedResults()
    {
        QFETCH(QByteArray, inside);
        Rig rig;
        rig.result("1", inside);
        rig.result("2", forwarded(said("good")));
        rig.answer(rig.request, fin({}));
        QCOMPARE(rig.bodies(), QStringList{u"2 good"_s});
    }

    void nothingIsSaidInTheFuture()
    {
        Rig rig;
        rig.result("1", forwarded(said("early"), "2099-01-01T00:00:00Z"));
        rig.answer(rig.request, fin("1"));
        QCOMPARE(rig.page.messages[0].stamp, rig.clock().now());
    }

    /// SECURITY F19: more than was asked for, and the same ids again.
    void takesNoMoreThanItAskedFor()
    {
        Rig rig(ArchiveQuery{.max = 2});
        for (int i = 0; i < 5; ++i)
            rig.result("1", forwarded(said(QByteArray::number(i))));
        rig.answer(rig.request, fin("1"));
        QCOMPARE(rig.bodies(), (QStringList{u"1 0"_s, u"1 1"_s}));
    }

    /// SECURITY R07: what did not fit is asked for again, whatever the server calls the end.
    void aPageThatWasTooLargeEndsWhereWeStopped()
    {
        Rig rig(ArchiveQuery{.max = 2});
        for (const char *id : {"1", "2", "3"})
            rig.result(id, forwarded(said(id)));
        rig.answer(rig.request,
                   "<fin xmlns='urn:xmpp:mam:2' complete='true'><set "
                   "xmlns='http://jabber.org/protocol/rsm'><last>3</last></set></fin>");
        QCOMPARE(rig.bodies(), (QStringList{u"1 1"_s, u"2 2"_s}));
        QCOMPARE(rig.page.last, u"2"_s);
        QVERIFY(!rig.page.complete);
    }

    /// Backwards it is the newest of them that follow what is known; what stands before them is asked for.
    void aPageThatWasTooLargeBackwardsBeginsWhereWeStopped()
    {
        Rig rig(ArchiveQuery{.before = u"6"_s, .max = 2});
        rig.result("1", forwarded(said("1")));
        rig.result("2", {}); // which cannot be read, and counts all the same
        for (const char *id : {"3", "4", "5"})
            rig.result(id, forwarded(said(id)));
        rig.answer(rig.request,
                   "<fin xmlns='urn:xmpp:mam:2' complete='true'><set "
                   "xmlns='http://jabber.org/protocol/rsm'><first>1</first><last>5</last></set></fin>");
        QCOMPARE(rig.bodies(), (QStringList{u"4 4"_s, u"5 5"_s}));
        QCOMPARE(rig.page.first, u"4"_s);
        QCOMPARE(rig.page.last, u"5"_s);
        QVERIFY(!rig.page.complete);
    }

    /// SECURITY F19: results behind the end. Nothing is known of what it names.
    void aPageThatNamesWhatItDoesNotGive()
    {
        Rig rig(ArchiveQuery{.before = u"6"_s});
        rig.answer(rig.request, fin("5"));
        QCOMPARE(rig.error, ErrorCode::MalformedReply);
        rig.result("5", forwarded(said("late")));
        QCOMPARE(rig.answers, 1);
    }

    void aPageWithoutItsLastIdTellsIt()
    {
        Rig rig;
        rig.result("7", forwarded(said("one")));
        rig.answer(rig.request, "<fin xmlns='urn:xmpp:mam:2'/>");
        QCOMPARE(rig.page.last, u"7"_s);
        QVERIFY(!rig.page.complete);
    }

    void anArchiveThatForgotWhereWeWere()
    {
        Rig rig(ArchiveQuery{.after = u"gone"_s});
        rig.refuse(rig.request, "item-not-found");
        QCOMPARE(rig.error, ErrorCode::StanzaItemNotFound);
    }

    void aPageGoesOnWhenTheStreamIsResumed()
    {
        Rig rig;
        rig.result("1", forwarded(said("one")));
        rig.suspend();
        rig.resume();
        rig.result("2", forwarded(said("two")));
        rig.answer(rig.request, fin("2"));
        QCOMPARE(rig.bodies(), (QStringList{u"1 one"_s, u"2 two"_s}));
    }

    void aPageEndsWithItsStream()
    {
        Rig rig;
        rig.result("1", forwarded(said("one")));
        rig.end();
        QCOMPARE(rig.error, ErrorCode::NotConnected);
        rig.goOnline();
        rig.result("2", forwarded(said("two")));
        QCOMPARE(rig.answers, 1);
    }

    void twoPagesAtOnce()
    {
        Rig rig;
        ArchivePage other;
        rig.module<ArchiveModule>().page({}).then(
            &rig.module<ArchiveModule>(), [&](const Result<ArchivePage> &result) { other = *result; });
        const XmlElement second = rig.takeRequest(kArchive);
        const QByteArray id = second.firstChild().attribute(u"queryid").toUtf8();
        QVERIFY(id != rig.queryId);
        rig.result("1", forwarded(said("one")));
        rig.result("2", forwarded(said("two")), "ana@example.org", id);
        rig.answer(second, fin("2"));
        QCOMPARE(rig.answers, 0);
        QCOMPARE(other.messages.size(), 1);
        rig.answer(rig.request, fin("1"));
        QCOMPARE(rig.bodies(), QStringList{u"1 one"_s});
    }

    void tellsWhetherThereIsOne_data()
    {
        QTest::addColumn<bool>("there");
        QTest::newRow("there is") << true;
        QTest::newRow("there is none") << false;
    }

    void tellsWhetherThereIsOne()
    {
        QFETCH(bool, there);
        ModuleRig rig;
        if (there)
            rig.accountFeatures.append(kArchive);
        rig.startFresh();
        std::optional<Result<ArchiveKind>> answer;
        rig.module<ArchiveModule>().support().then(
            &rig.module<ArchiveModule>(), [&](const Result<ArchiveKind> &result) { answer = result; });
        // The question that the stream began with serves.
        rig.answer(rig.takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"ana@example.org"_s),
                   "<query xmlns='http://jabber.org/protocol/disco#info'>"
                       + (there ? QByteArray("<feature var='urn:xmpp:mam:2'/>") : QByteArray()) + "</query>");
        QVERIFY(answer);
        QCOMPARE(answer->has_value(), there);
        QVERIFY(rig.takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"ana@example.org"_s).isNull());
    }

    /// What concerns us is told as if it came now, but for when; the rest is nobody's.
    void whatIsTold_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("told");
        QTest::newRow("to us") << said("a") << u"bruno@example.com in a"_s;
        QTest::newRow("by us") << said("a", "ana@example.org/phone", "bruno@example.com/x")
                               << u"bruno@example.com out a"_s;
        QTest::newRow("without an addressee") << QByteArray(
            "<message xmlns='jabber:client' from='bruno@example.com/x'><body>a</body></message>")
                                              << u"bruno@example.com in a"_s;
        QTest::newRow("between others") << said("a", "bruno@example.com/x", "carla@example.com") << QString();
        QTest::newRow("without a sender")
            << QByteArray("<message xmlns='jabber:client' to='ana@example.org'><body>a</body></message>")
            << QString();
        QTest::newRow("of a room") << QByteArray("<message xmlns='jabber:client' type='groupchat' "
                                                 "from='r@muc.example.org/x'><body>a</body></message>")
                                   << QString();
    }

    void whatIsTold()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, told);
        Rig rig;
        QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
        rig.result("7", forwarded(message));
        rig.answer(rig.request, fin("7"));
        for (const ArchivedMessage &archived : rig.page.messages)
            rig.module<MessagingModule>().takeArchived(archived);
        QCOMPARE(received.size(), told.isEmpty() ? 0 : 1);
        if (told.isEmpty())
            return;
        const auto heard = received[0][0].value<ReceivedMessage>();
        QCOMPARE(
            QString(heard.peer.toString() + (heard.outgoing ? u" out "_s : u" in "_s) + heard.message.body),
            told);
        QCOMPARE(heard.stanzaId, u"7"_s);
        QCOMPARE(heard.source, ReceivedMessage::Source::Archive);
        QVERIFY(heard.delayed);
        QCOMPARE(heard.stamp, QDateTime(QDate(2025, 6, 1), QTime(10, 0), Qt::UTC));
    }

    void theBlockedStaySilent()
    {
        Rig rig;
        rig.receive("<iq type='set' id='b1' from='ana@example.org'><block xmlns='urn:xmpp:blocking'>"
                    "<item jid='bruno@example.com'/></block></iq>");
        QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
        rig.result("7", forwarded(said("a")));
        rig.answer(rig.request, fin("7"));
        rig.module<MessagingModule>().takeArchived(rig.page.messages[0]);
        QVERIFY(received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
