// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ArchivesTable.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kAna = Jid::fromNormalized(u"ana@example.org"_s);
const Jid kBruno = Jid::fromNormalized(u"bruno@example.org"_s);

struct Kept {
    QByteArray id;
    QByteArray message;
};

/// A server with an archive, as misbehaving as a test wants it.
struct Rig : SessionRig {
    QList<Kept> archive;
    int onAPage = 2;
    bool answersPages = true;
    bool goesInCircles = false;
    QByteArrayList asked; ///< what the pages began behind; "newest", "start" or "all"
    QHash<QByteArray, QByteArray> ids; ///< of the messages that left, by their bodies
    QByteArrayList sentBodies; ///< bodies of the messages that left, and "page" for each question

    /// Somebody's words, in the archive.
    void keep(const QByteArray &id, const QByteArray &body, bool ours = false)
    {
        const QByteArray from = ours ? "ana@example.org/desk" : "bruno@example.org/phone";
        const QByteArray to = ours ? "bruno@example.org" : "ana@example.org";
        archive.append({id,
                        "<message xmlns='jabber:client' type='chat' id='" + body + "' from='" + from
                            + "' to='" + to + "'><body>" + body
                            + "</body><origin-id xmlns='urn:xmpp:sid:0' id='" + body + "'/></message>"});
    }
    /// The same come live.
    void hear(const QByteArray &id, const QByteArray &body)
    {
        tellAll("<message type='chat' id='" + body
                + "' from='bruno@example.org/phone' to='ana@example.org'><body>" + body
                + "</body><origin-id xmlns='urn:xmpp:sid:0' id='" + body
                + "'/><stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='" + id + "'/></message>");
    }
    void tellAll(const QByteArray &xml)
    {
        server.send(xml);
        serveAll();
    }
    void comeOnline()
    {
        goOnline();
        login();
        server.bind();
        server.enableManagement();
        serveAll();
    }
    /// The line breaks, and what comes back is a server that has forgotten the stream.
    void loseStream()
    {
        server.cut();
        settle();
    }
    void comeBack(bool resumed = false)
    {
        const quint32 handled = server.handled();
        session->reconnectNow();
        settle();
        login();
        server.next(); // <resume/>
        if (resumed) {
            server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handled)
                        + "'/>");
        } else {
            server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                        "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
            server.bind();
            server.enableManagement();
        }
        serveAll();
    }
    void reconnect()
    {
        loseStream();
        comeBack();
    }

    void serveAll()
    {
        for (;;) {
            settle();
            const QList<QByteArray> pieces = server.skip();
            if (pieces.isEmpty())
                return;
            for (const QByteArray &xml : pieces)
                take(xml);
        }
    }

    void take(const QByteArray &xml)
    {
        const ParsedStanza parsed = parseStanza(xml);
        const QDomElement &element = parsed.element;
        const QByteArray id = element.attribute(u"id"_s).toUtf8();
        if (element.localName() == u"message" && xml.contains("<body>")) {
            const qsizetype from = xml.indexOf("<body>") + 6;
            sentBodies.append(xml.mid(from, xml.indexOf('<', from) - from));
            ids.insert(sentBodies.last(), id);
        }
        if (element.localName() != u"iq" || element.attribute(u"type"_s) == u"result"
            || element.attribute(u"type"_s) == u"error")
            return;
        const QByteArray to = element.attribute(u"to"_s).toUtf8();
        const QByteArray result = "<iq type='result' id='" + id + "'"
            + (to.isEmpty() ? QByteArray() : " from='" + to + "'") + ">";
        if (xml.contains("jabber:iq:roster"))
            server.send(result + "<query xmlns='jabber:iq:roster'>" + roster + "</query></iq>");
        else if (xml.contains("disco#info") && to == "ana@example.org")
            server.send(
                result
                + "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:mam:2'/>"
                  "<feature var='urn:xmpp:sid:0'/></query></iq>");
        else if (xml.contains("urn:xmpp:mam:2"))
            answerPage(xml, id);
        else
            server.send("<iq type='error' id='" + id + "'"
                        + (to.isEmpty() ? QByteArray() : " from='" + to + "'")
                        + "><error type='cancel'><service-unavailable "
                          "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    void answerPage(const QByteArray &xml, const QByteArray &id)
    {
        const auto between = [&](const QByteArray &open, const QByteArray &close) {
            const qsizetype from = xml.indexOf(open);
            return from < 0
                ? QByteArray()
                : xml.mid(from + open.size(), xml.indexOf(close, from + open.size()) - from - open.size());
        };
        const QByteArray after = between("<after>", "<");
        asked.append(xml.contains("<before")     ? "newest"
                         : xml.contains("start") ? "start"
                         : after.isEmpty()       ? "all"
                                                 : after);
        sentBodies.append("page");
        if (!answersPages)
            return;
        qsizetype first = xml.contains("<before") ? std::max<qsizetype>(0, archive.size() - 1) : 0;
        if (!after.isEmpty() && !goesInCircles) {
            const auto found = std::find_if(archive.cbegin(), archive.cend(),
                                            [&](const Kept &kept) { return kept.id == after; });
            if (found == archive.cend()) {
                server.send("<iq type='error' id='" + id
                            + "'><error type='cancel'><item-not-found "
                              "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
                return;
            }
            first = found - archive.cbegin() + 1;
        }
        const qsizetype last = std::min<qsizetype>(archive.size(), first + onAPage);
        for (qsizetype i = first; i < last; ++i)
            server.send("<message from='ana@example.org' to='ana@example.org/desk'><result "
                        "xmlns='urn:xmpp:mam:2' queryid='"
                        + between("queryid=\"", "\"") + "' id='" + archive[i].id
                        + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' "
                          "stamp='2020-01-01T00:00:00Z'/>"
                        + archive[i].message + "</forwarded></result></message>");
        const QByteArray set = last > first ? "<last>" + archive[last - 1].id + "</last>" : QByteArray();
        server.send("<iq type='result' id='" + id + "'><fin xmlns='urn:xmpp:mam:2' complete='"
                    + (last == archive.size() && !goesInCircles ? "true" : "false")
                    + "'><set xmlns='http://jabber.org/protocol/rsm'>" + set + "</set></fin></iq>");
    }

    /// Where the next reading would begin.
    [[nodiscard]] QString cursor() const
    {
        const auto range = store->archives().newest(u"a1"_s, kAna);
        return range ? range->lastId : u"nowhere"_s;
    }
};

} // namespace

/// What is read from the archive when a stream begins, and what is made of it (SECURITY R01-R03, R08).
class ArchiveCatchUpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewAccountBeginsWithNow()
    {
        Rig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        QCOMPARE(rig.asked, QByteArrayList{"newest"});
        QVERIFY(rig.bodies(kBruno).isEmpty());
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"1"_s);
    }

    void whatWasMissedIsRead()
    {
        Rig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        QSignalSpy arrived(rig.session.get(), &XmppSession::messageArrived);
        for (int i = 2; i <= 6; ++i)
            rig.keep(QByteArray::number(i), "missed " + QByteArray::number(i));
        rig.asked.clear();
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"1", "3", "5"}));
        QCOMPARE(rig.bodies(kBruno),
                 (QStringList{u"missed 2"_s, u"missed 3"_s, u"missed 4"_s, u"missed 5"_s, u"missed 6"_s}));
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"6"_s);
        QCOMPARE(arrived.size(), 0); // the stamps are of before this program ran
    }

    void anArchiveThatWasEmptyIsReadFromItsBeginning()
    {
        Rig rig;
        rig.comeOnline();
        rig.keep("1", "first");
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "all"}));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"first"_s});
    }

    /// SECURITY R08: what comes live is known to follow once the end was read, and not before.
    void liveMessagesMoveTheCursorOnlyBehindTheEnd()
    {
        Rig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "live");
        rig.hear("2", "live");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);

        rig.keep("3", "missed");
        rig.answersPages = false;
        rig.reconnect();
        rig.keep("4", "too soon");
        rig.hear("4", "too soon");
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"2"_s);
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"live"_s, u"too soon"_s}));

        rig.answersPages = true;
        rig.reconnect();
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"live"_s, u"missed"_s, u"too soon"_s}));
        QVERIFY(rig.store->commit());
        QCOMPARE(rig.cursor(), u"4"_s);
    }

    void aResumedStreamReadsNothing()
    {
        Rig rig;
        rig.comeOnline();
        rig.asked.clear();
        rig.loseStream();
        rig.comeBack(true);
        QVERIFY(rig.asked.isEmpty());
    }

    /// SECURITY R01, R02, F05: a message that may have arrived is looked for before it is sent again, and
    /// what was written behind it waits.
    void whatArrivedIsNotSentAgain_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it arrived") << true;
        QTest::newRow("it did not") << false;
    }

    void whatArrivedIsNotSentAgain()
    {
        QFETCH(bool, arrived);
        Rig rig;
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->sendMessage(kBruno, u"one"_s);
        rig.serveAll();
        if (arrived) {
            rig.keep("1", "one", true);
            rig.archive.last().message.replace("id='one'", QByteArray("id='" + rig.ids.value("one") + "'"));
        }
        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.session->sendMessage(kBruno, u"two"_s);
        rig.sentBodies.clear();
        rig.comeBack();
        QCOMPARE(rig.sentBodies,
                 arrived ? (QByteArrayList{"page", "two"}) : (QByteArrayList{"page", "one", "two"}));
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"one"_s, u"two"_s}));
    }

    void anArchiveThatSaysNothingHoldsTheRestUpForAMinute()
    {
        Rig rig;
        rig.comeOnline();
        rig.server.autoAcknowledge = false;
        rig.session->sendMessage(kBruno, u"one"_s);
        rig.serveAll();
        rig.loseStream();
        rig.server.autoAcknowledge = true;
        rig.answersPages = false;
        rig.sentBodies.clear();
        rig.comeBack();
        QCOMPARE(rig.sentBodies, QByteArrayList{"page"});
        for (int i = 0; i < 61; ++i) {
            rig.server.clock.advance(std::chrono::seconds(1));
            rig.serveAll();
        }
        QCOMPARE(rig.sentBodies, (QByteArrayList{"page", "one"}));
    }

    /// SECURITY F19: a server that gives the same page again and again is not asked for ever.
    void aServerThatGoesInCircles()
    {
        Rig rig;
        rig.comeOnline();
        rig.keep("1", "one");
        rig.goesInCircles = true;
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "all", "1"}));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"one"_s});
    }

    void anArchiveThatThrewTheCursorAway()
    {
        Rig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.archive.clear();
        rig.keep("2", "new");
        rig.reconnect();
        QCOMPARE(rig.asked, (QByteArrayList{"newest", "1", "start"}));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"new"_s});
    }

    void aNewProcessGoesOnWhereTheOldOneWas()
    {
        Rig rig;
        rig.keep("1", "old");
        rig.comeOnline();
        rig.keep("2", "missed");
        QVERIFY(rig.store->commit());
        rig.server.cut();
        rig.makeSession();
        rig.asked.clear();
        rig.comeBack();
        QCOMPARE(rig.asked, QByteArrayList{"1"});
        QCOMPARE(rig.bodies(kBruno), QStringList{u"missed"_s});
    }
};

QTEST_GUILESS_MAIN(ArchiveCatchUpTest)
#include "tst_archivecatchup.moc"
