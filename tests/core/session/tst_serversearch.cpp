// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ChatChoices.h"
#include "core/session/ServerSearch.h"
#include "core/session/SessionChats.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/ModuleRig.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;

/// Ana's chats, and her stream to a server that searches.
struct Rig {
    explicit Rig(const QByteArray &features = "<feature var='urn:xmpp:mam:2'/>"
                                              "<feature var='urn:xmpp:fulltext:0'/>")
        : accountInfo("<query xmlns='http://jabber.org/protocol/disco#info'>" + features + "</query>")
    {
        stream.goOnline();
    }
    void find(const QString &text, const MessageQuery &query = {}, int count = 20)
    {
        expect(search.find(text, query, count));
        stream.answer(stream.takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"ana@example.org"_s),
                      accountInfo);
    }
    void more(int count = 20) { expect(search.more(count)); }
    void expect(Task<FoundPage> task)
    {
        page.reset();
        std::move(task).then(&search, [this](const Result<FoundPage> &result) { page = result; });
    }
    /// The question that the server was asked.
    XmlElement takeRequest()
    {
        XmlElement request;
        std::ignore = QTest::qWaitFor([&] { return !(request = stream.takeRequest(kArchive)).isNull(); });
        return request;
    }
    void result(const XmlElement &request, const QByteArray &id, const QByteArray &from, const QByteArray &to,
                const QByteArray &body, const QByteArray &sender = "ana@example.org")
    {
        stream.receive("<message from='" + sender
                       + "' to='ana@example.org/desk'><result xmlns='urn:xmpp:mam:2' queryid='"
                       + request.firstChild().attribute(u"queryid").toUtf8() + "' id='" + id
                       + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' "
                         "stamp='2025-06-01T10:00:0"
                       + id + "Z'/><message xmlns='jabber:client' type='chat' id='m" + id + "' from='" + from
                       + "' to='" + to + "'><body>" + body
                       + "</body></message></forwarded></result></message>");
    }
    void end(const XmlElement &request, const QByteArray &first, const QByteArray &last, bool complete)
    {
        stream.answer(request,
                      "<fin xmlns='urn:xmpp:mam:2' complete='" + QByteArray(complete ? "true" : "false")
                          + "'><set xmlns='http://jabber.org/protocol/rsm'><first>" + first + "</first><last>"
                          + last + "</last></set></fin>");
    }
    [[nodiscard]] QStringList bodies() const
    {
        QStringList found;
        if (page && *page) {
            for (const FoundMessage &message : (*page)->messages)
                found << message.body;
        }
        return found;
    }

    QByteArray accountInfo;
    ModuleRig stream;
    ChatFixture f;
    ChatChoices choices{f.account, f.chats(), f.store()};
    ServerSearch search{f.chats(), choices, stream.host(), f.store()};
    std::optional<Result<FoundPage>> page;
};

} // namespace

class ServerSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatDoesNotSearch()
    {
        Rig rig{QByteArray("")};
        rig.find(u"té"_s);
        QTRY_VERIFY(rig.page);
        QVERIFY(!*rig.page);
        QCOMPARE(rig.page->error().code, ErrorCode::StanzaFeatureNotImplemented);
    }

    void anError()
    {
        Rig rig;
        rig.find(u"té"_s);
        const XmlElement request = rig.takeRequest();
        QVERIFY(!request.isNull());
        rig.stream.refuse(request, "internal-server-error");
        QTRY_VERIFY(rig.page);
        QVERIFY(!*rig.page);
    }

    void newestFirstAPageAtATime()
    {
        Rig rig;
        rig.find(u"té"_s, {}, 2);
        XmlElement request = rig.takeRequest();
        QVERIFY(!request.isNull());
        rig.result(request, "3", "bruno@example.net/phone", "ana@example.org", "un té");
        rig.result(request, "4", "ana@example.org/desk", "carla@example.com", "otro té");
        rig.end(request, "3", "4", false);
        QTRY_VERIFY(rig.page);
        QCOMPARE(rig.bodies(), (QStringList{u"otro té"_s, u"un té"_s}));
        const QList<FoundMessage> &found = (*rig.page)->messages;
        QVERIFY(found[0].outgoing && !found[1].outgoing);
        QCOMPARE(found[0].peer, rig.f.carla);
        QCOMPARE(found[1].peer, rig.f.bruno);
        QCOMPARE(found[1].id, 0);
        QCOMPARE(found[1].time, QDateTime({2025, 6, 1}, {10, 0, 3}, Qt::UTC));
        QVERIFY(!(*rig.page)->complete);
        rig.more(2);
        request = rig.takeRequest();
        const QString rsm = u"http://jabber.org/protocol/rsm"_s;
        QCOMPARE(request.firstChild().child(u"set", rsm).childText(u"before", rsm), u"3"_s);
        rig.result(request, "1", "bruno@example.net/phone", "ana@example.org", "el primer té");
        rig.end(request, "1", "1", true);
        QTRY_VERIFY(rig.page);
        QCOMPARE(rig.bodies(), QStringList{u"el primer té"_s});
        QVERIFY((*rig.page)->complete);
    }

    void aServerThatRepeatsItselfComesToAnEnd()
    {
        Rig rig;
        rig.find(u"té"_s);
        XmlElement request = rig.takeRequest();
        rig.result(request, "3", "bruno@example.net/phone", "ana@example.org", "un té");
        rig.end(request, "3", "3", false);
        QTRY_VERIFY(rig.page && !(*rig.page)->complete);
        rig.more();
        request = rig.takeRequest();
        rig.result(request, "3", "bruno@example.net/phone", "ana@example.org", "un té");
        rig.end(request, "3", "3", false);
        QTRY_VERIFY(rig.page);
        QVERIFY((*rig.page)->complete);
    }

    /// SECURITY A57: only the own account's archive is believed.
    void aForgedResult()
    {
        Rig rig;
        rig.find(u"té"_s);
        const XmlElement request = rig.takeRequest();
        rig.result(request, "3", "bruno@example.net", "ana@example.org", "false", "mallory@example.net");
        rig.end(request, "3", "3", true);
        QTRY_VERIFY(rig.page);
        QCOMPARE(rig.bodies(), QStringList());
    }

    void whatIsHereAndWhatIsExcluded()
    {
        Rig rig;
        IncomingMessage known = rig.f.said(u"un té"_s, u"m3"_s);
        known.stanzaId = u"3"_s;
        known.stanzaIdBy = rig.f.ana;
        const qint64 id = rig.f.chats().incoming(known).value().id;
        rig.f.chats().compose(rig.f.carla, u"hola"_s).value();
        rig.choices.choose(rig.f.carla, SessionChats::kSearched, false);
        rig.find(u"té"_s);
        const XmlElement request = rig.takeRequest();
        rig.result(request, "3", "bruno@example.net/phone", "ana@example.org", "un té");
        rig.result(request, "4", "carla@example.com/x", "ana@example.org", "secreto");
        rig.end(request, "3", "4", true);
        QTRY_VERIFY(rig.page);
        QCOMPARE(rig.bodies(), QStringList{u"un té"_s});
        QCOMPARE((*rig.page)->messages[0].id, id);
    }

    void filters()
    {
        Rig rig;
        MessageQuery query;
        query.senders = QList<Jid>{rig.f.bruno};
        rig.find(u"té"_s, query);
        const XmlElement request = rig.takeRequest();
        rig.result(request, "3", "bruno@example.net/phone", "ana@example.org", "suyo");
        rig.result(request, "4", "ana@example.org/desk", "bruno@example.net", "mío");
        rig.end(request, "3", "4", true);
        QTRY_VERIFY(rig.page);
        QCOMPARE(rig.bodies(), QStringList{u"suyo"_s});
    }
};

QTEST_GUILESS_MAIN(ServerSearchTest)
#include "tst_serversearch.moc"
