// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the search page, where the server is asked for what is not here.
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/session/XmppSession.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/Screenshots.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/Settle.h"
#include "ui/search/SearchPage.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kSearches = "<feature var='urn:xmpp:mam:2'/><feature var='urn:xmpp:fulltext:0'/>";

/// Ana online, and the page alone.
struct Rig {
    explicit Rig(const QByteArray &features)
        : store(std::move(*Store::open(folder.filePath(u"store.db"_s))))
        , accounts({{server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
                    secrets,
                    *store,
                    folder.filePath(u"avatars"_s)})
        , accountFeatures(features)
    {
        secrets.secrets.insert(PasswordSource::keyFor(u"a1"_s), server.password);
        AccountSettings account;
        account.id = u"a1"_s;
        account.connection = server.settings;
        session = *accounts.add(account);
        session->setPresence({Availability::Available, {}});
        settle();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
        server.authenticate();
        server.openAuthenticatedStream();
        server.bind();
        server.enableManagement();
        serve();
        page = std::make_unique<SearchPage>(accounts);
        page->resize(340, 640);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get()))
            qFatal("the page is not shown");
    }

    /// Answers what was asked; the archive with what is in `found`.
    void serve()
    {
        for (;;) {
            settle();
            const QList<QByteArray> pieces = server.skip();
            if (pieces.isEmpty())
                return;
            for (const QByteArray &xml : pieces) {
                const QDomElement iq = parseStanza(xml).element;
                const QString type = iq.attribute(u"type"_s);
                if (iq.localName() != u"iq" || type == u"result" || type == u"error")
                    continue;
                answer(iq, xml);
            }
        }
    }

    QByteArray result(const QByteArray &queryId, const QByteArray &id, const QByteArray &from,
                      const QByteArray &body) const
    {
        return "<message from='ana@example.org' to='ana@example.org/desk'>"
               "<result xmlns='urn:xmpp:mam:2' queryid='"
            + queryId + "' id='" + id
            + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' "
              "stamp='2025-06-01T10:00:0"
            + id + "Z'/><message xmlns='jabber:client' type='chat' from='" + from
            + "' to='ana@example.org'><body>" + body + "</body></message></forwarded></result></message>";
    }

    void type(const QString &text)
    {
        page->field()->setText(text);
        QVERIFY(settleUntil([this] { return !page->results()->isSearching(); }));
    }
    QPushButton *button() const
    {
        for (auto *each : page->findChildren<QPushButton *>())
            if (each->isVisible() && each->text().contains(u"server"_s))
                return each;
        return nullptr;
    }
    bool says(const QString &text) const
    {
        for (const auto *label : page->findChildren<QLabel *>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    }

private:
    void answer(const QDomElement &iq, const QByteArray &xml)
    {
        const QByteArray to = iq.attribute(u"to"_s).toUtf8();
        const QByteArray envelope = "id='" + iq.attribute(u"id"_s).toUtf8() + "'"
            + (to.isEmpty() ? QByteArray() : QByteArray(" from='" + to + "'"));
        if (xml.contains("jabber:iq:roster")) {
            server.send("<iq type='result' " + envelope
                        + "><query xmlns='jabber:iq:roster'><item jid='bruno@example.net' name='Bruno Díaz' "
                          "subscription='both'/></query></iq>");
        } else if (to == "ana@example.org" && xml.contains("disco#info")) {
            server.send("<iq type='result' " + envelope
                        + "><query xmlns='http://jabber.org/protocol/disco#info'>" + accountFeatures
                        + "</query></iq>");
        } else if (xml.contains("fulltext:0}fulltext")) {
            asked.append(xml);
            const QByteArray queryId = iq.firstChildElement().attribute(u"queryid"_s).toUtf8();
            if (found.isEmpty()) {
                server.send("<iq type='error' " + envelope
                            + "><error type='cancel'><internal-server-error "
                              "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
                return;
            }
            const QList<QByteArray> bodies = found.takeFirst();
            for (int i = 0; i < bodies.size(); ++i)
                server.send(result(queryId, QByteArray::number(found.size() * 3 + i + 1),
                                   "bruno@example.net/phone", bodies.at(i)));
            const QByteArray first = QByteArray::number(found.size() * 3 + 1);
            const QByteArray ends = bodies.isEmpty()
                ? QByteArray()
                : QByteArray("<first>" + first + "</first><last>" + first + "</last>");
            server.send("<iq type='result' " + envelope + "><fin xmlns='urn:xmpp:mam:2'"
                        + (found.isEmpty() ? " complete='true'" : "")
                        + "><set xmlns='http://jabber.org/protocol/rsm'>" + ends + "</set></fin></iq>");
        } else {
            server.send("<iq type='error' " + envelope
                        + "><error type='cancel'><service-unavailable "
                          "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        }
    }

public:
    QTemporaryDir folder;
    ScriptedServer server;
    std::unique_ptr<Store> store;
    FakeSecretStore secrets;
    Accounts accounts;
    QByteArray accountFeatures;
    XmppSession *session = nullptr;
    std::unique_ptr<SearchPage> page;
    /// What the archive has, a list for each page, the newest first; when nothing is left it fails.
    QList<QList<QByteArray>> found;
    QList<QByteArray> asked;
};

} // namespace

class tst_serverresults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void offlineThereIsNoServerToAsk()
    {
        Rig rig(kSearches);
        rig.type(u"marmalade"_s);
        QVERIFY(rig.button());
        rig.session->setPresence({Availability::Offline, {}});
        rig.serve();
        rig.server.send("</stream:stream>");
        settle();
        rig.type(u"marmalade jar"_s);
        QVERIFY(!rig.button());
    }

    void aServerThatDoesNotSearchSaysSo()
    {
        Rig rig({});
        rig.type(u"marmalade"_s);
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        QVERIFY(rig.says(u"Searching on server…"_s));
        QVERIFY(!rig.button());
        rig.serve();
        QVERIFY(rig.says(u"Your server does not search its messages."_s));
        QVERIFY(!rig.button());
        QVERIFY(rig.asked.isEmpty());
        // Other words ask anew.
        rig.type(u"jam"_s);
        QVERIFY(rig.button());
        QVERIFY(!rig.says(u"Your server does not search its messages."_s));
    }

    void anErrorCanBeTriedAgain()
    {
        Rig rig(kSearches);
        rig.type(u"marmalade"_s);
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        rig.serve();
        QVERIFY(rig.says(u"The server did not search."_s));
        rig.found = {{"orange marmalade"}};
        QVERIFY(rig.button());
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        rig.serve();
        QCOMPARE(rig.page->results()->rowCount(), 1);
        QCOMPARE(rig.asked.size(), 2);
    }

    void aPageAtATimeToTheEnd()
    {
        Rig rig(kSearches);
        rig.found = {{"the old marmalade", "marmalade & <toast>"}, {"the first marmalade"}};
        for (QList<QByteArray> &page : rig.found)
            for (QByteArray &body : page)
                body.replace('&', "&amp;").replace('<', "&lt;");
        rig.type(u"marmalade from:bruno"_s);
        QCOMPARE(rig.page->results()->rowCount(), 0);
        QVERIFY(rig.asked.isEmpty()); // only when the person says so
        screenshot(*rig.page, u"search-server-offer"_s);
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        rig.serve();
        QCOMPARE(rig.asked.size(), 1);
        QVERIFY(rig.asked[0].contains("<value>marmalade</value>")); // the filter stays here
        SearchResults *results = rig.page->results();
        QCOMPARE(results->rowCount(), 2);
        QVERIFY(rig.page->list()->isVisible());
        QCOMPARE(results->result(0).title, u"Bruno Díaz"_s);
        QCOMPARE(results->result(0).snippet.text, u"marmalade & <toast>"_s);
        QCOMPARE(results->result(0).snippet.hits.size(), 1);
        QCOMPARE(results->result(0).message, 0); // it is not here
        QVERIFY(!rig.says(u"Nothing found for “marmalade from:bruno”."_s));
        screenshot(*rig.page, u"search-server-results"_s);
        Theme::current().setChoice(Theme::Choice::Dark);
        settle();
        screenshot(*rig.page, u"search-server-results-dark"_s);
        Theme::current().setChoice(Theme::Choice::Light);
        settle();
        QCOMPARE(rig.button()->text(), u"Search still older messages on server"_s);
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        rig.serve();
        QCOMPARE(results->rowCount(), 3);
        QVERIFY(rig.says(u"That is all there is on server."_s));
        QVERIFY(!rig.button());
        screenshot(*rig.page, u"search-server-end"_s);
    }

    void nothingThereEither()
    {
        Rig rig(kSearches);
        rig.found = {{}};
        rig.type(u"marmalade"_s);
        QTest::mouseClick(rig.button(), Qt::LeftButton);
        rig.serve();
        QVERIFY(rig.says(u"That is all there is on server."_s));
        QVERIFY(rig.says(u"Nothing found for “marmalade”."_s));
        screenshot(*rig.page, u"search-server-nothing"_s);
    }
};

QTEST_MAIN(tst_serverresults)
#include "tst_serverresults.moc"
