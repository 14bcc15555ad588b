// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "core/store/Store.h"
#include "tests/support/ModelAudit.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/SampleHousehold.h"
#include "tests/support/Screenshots.h"
#include "tests/support/Settle.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/FindBar.h"
#include "ui/main/ChatListView.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/search/FilterChips.h"
#include "ui/search/SearchNames.h"
#include "ui/search/SearchPage.h"
#include "ui/search/TypedSearch.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/Snippet.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"
#include "ui/writing/SuggestionList.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

struct Home {
    Home()
        : household(SampleHousehold::Contents::Filled)
        , settings(QString())
        , hosts(household.accounts(), settings)
        , window(household.accounts(), hosts, settings)
    {
        if (!household.accounts().store().commit())
            qFatal("not committed");
        window.resize(1000, 700);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    SearchPage *search(const QString &typed = {})
    {
        QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *page = window.findChild<SearchPage *>();
        if (page && !typed.isEmpty())
            QTest::keyClicks(page->field(), typed);
        return page;
    }
    [[nodiscard]] ConversationKey key(const QString &address) const
    {
        return {household.ana()->accountId(), jidOf(address)};
    }

    SampleHousehold household;
    UiSettings settings;
    ChatHosts hosts;
    MainWindow window;
};

QString kindsOf(const QString &typed)
{
    QStringList found;
    for (const TypedFilter &filter : TypedSearch::of(typed).filters)
        found << filterKey(filter.kind) + u'=' + filter.value;
    return found.join(u' ');
}

} // namespace

class SearchPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void takesFiltersApart_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("filters");
        QTest::newRow("none") << u"hola a todos"_s << u"hola a todos"_s << u""_s;
        QTest::newRow("an unknown key") << u"http: foo:bar"_s << u"http: foo:bar"_s << u""_s;
        QTest::newRow("a time") << u"at 10:30"_s << u"at 10:30"_s << u""_s;
        QTest::newRow("within a word") << u"xfrom:bruno"_s << u"xfrom:bruno"_s << u""_s;
        QTest::newRow("within quotes") << u"\"from:bruno\""_s << u"\"from:bruno\""_s << u""_s;
        QTest::newRow("no value") << u"from:"_s << u""_s << u"from="_s;
        QTest::newRow("some") << u"plan from:bruno has:link x"_s << u"plan x"_s << u"from=bruno has=link"_s;
        QTest::newRow("quoted") << u"from:\"Bruno Díaz\" plan"_s << u"plan"_s << u"from=Bruno Díaz"_s;
        QTest::newRow("quote not closed") << u"in:\"Bruno D"_s << u""_s << u"in=Bruno D"_s;
        QTest::newRow("Spanish") << u"de:ana en:familia antes:2026-05-01 después:ayer tiene:foto"_s << u""_s
                                 << u"from=ana in=familia before=2026-05-01 after=ayer has=foto"_s;
        QTest::newRow("capitals") << u"FROM:ana"_s << u""_s << u"from=ana"_s;
        QTest::newRow("two") << u"in:a in:b"_s << u""_s << u"in=a in=b"_s;
    }
    void takesFiltersApart()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        QFETCH(QString, filters);
        QCOMPARE(TypedSearch::of(typed).words, words);
        QCOMPARE(kindsOf(typed), filters);
        for (const TypedFilter &filter : TypedSearch::of(typed).filters)
            QVERIFY(filter.start >= 0 && filter.length > 0 && filter.start + filter.length <= typed.size());
    }

    void readsDays()
    {
        const QDate today(2026, 6, 3);
        QVERIFY(!dayOf(u""_s, today));
        QVERIFY(!dayOf(u"soon"_s, today));
        QVERIFY(!dayOf(u"2026-13-45"_s, today));
        QCOMPARE(dayOf(u"2026-05-01"_s, today), QDate(2026, 5, 1));
        QCOMPARE(dayOf(u"2026-5-1"_s, today), QDate(2026, 5, 1));
        QCOMPARE(dayOf(u"2026-05"_s, today), QDate(2026, 5, 1));
        QCOMPARE(dayOf(u"2025"_s, today), QDate(2025, 1, 1));
        QCOMPARE(dayOf(u"31/12/2025"_s, today), QDate(2025, 12, 31));
        QCOMPARE(dayOf(u"Yesterday"_s, today), QDate(2026, 6, 2));
        QCOMPARE(dayOf(u"hoy"_s, today), today);
    }

    void snippetsShowTheHit()
    {
        const QString body
            = u"word "_s.repeated(100) + u"the <b>Café</b>\nwas "_s + QChar(0x202E) + u"closed"_s;
        const Snippet snippet = snippetOf(body, SearchWords(u"cafe"_s));
        QVERIFY(snippet.text.startsWith(u'…'));
        QVERIFY(snippet.text.size() < 210);
        QVERIFY(!snippet.text.contains(QChar(0x202E)));
        QCOMPARE(snippet.hits.size(), 1);
        QCOMPARE(snippet.text.mid(snippet.hits[0].start, snippet.hits[0].length), u"Café"_s);
        QVERIFY(snippet.hits[0].start < 60);
        QCOMPARE(snippetOf(u"nothing"_s, SearchWords(u"cafe"_s)).text, u"nothing"_s);
    }

    void byKeyboard()
    {
        Home home;
        SearchPage *page = home.search();
        QVERIFY(page && page->isVisible());
        QVERIFY(page->field()->hasFocus());
        QCOMPARE(page->field()->accessibleName(), u"Search everywhere"_s);
        QCOMPARE(page->list()->accessibleName(), u"Search results"_s);
        QVERIFY(!home.window.sidePane()->chats()->isVisible());
        ModelAudit audit(page->results());
        for (int i = 0; i < 10; ++i)
            audit.allowReset(); // each letter asks for something else
        QTest::keyClicks(page->field(), u"draft"_s);
        QTRY_VERIFY(page->results()->rowCount() > 0 && !page->results()->isSearching());
        const SearchResult first = page->results()->result(0);
        QCOMPARE(first.title, u"Bruno Díaz"_s);
        QVERIFY(!first.snippet.hits.isEmpty());
        QVERIFY(!first.time.isEmpty());
        QTest::keyClick(page->field(), Qt::Key_Return);
        QCOMPARE(home.hosts.mainChat(), home.key(u"bruno@example.org"_s));
        // The words are marked there, and the page stays for the next one.
        TimelineView *timeline = home.window.currentChat()->timeline();
        QCOMPARE(timeline->foundWords(), SearchWords(u"draft"_s));
        QVERIFY(page->isVisible());
        QTest::keyClick(home.window.currentChat(), Qt::Key_Escape);
        QVERIFY(timeline->foundWords().isEmpty());
        // Back to the chats; another time the words are still there, to be replaced.
        page->field()->setFocus();
        QTest::keyClick(page->field(), Qt::Key_Escape);
        QVERIFY(!page->isVisible());
        QVERIFY(home.window.sidePane()->chats()->isVisible());
        page = home.search();
        QCOMPARE(page->field()->selectedText(), u"draft"_s);
        QTest::keyClick(page->field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(home.hosts.windows().size(), 1);
    }

    /// R34: also to who does not see it.
    void whatIsFoundIsSaid()
    {
        Home home;
        const auto said = [](const QWidget *in, const QString &name) {
            for (const QLabel *label : in->findChildren<QLabel *>()) {
                if (label->accessibleName() == name)
                    return label->accessibleDescription();
            }
            return QString();
        };
        SearchPage *page = home.search(u"zzzebra"_s);
        QTRY_COMPARE(said(page, u"Found"_s), u"Nothing found for “zzzebra”."_s);
        page->field()->setText(u"the"_s);
        QTRY_VERIFY(said(page, u"Found"_s).endsWith(u"message(s)"_s));
        QTest::keyClick(page->field(), Qt::Key_Escape);
        home.window.openChat(home.key(u"bruno@example.org"_s));
        home.window.currentChat()->openFindBar();
        auto *bar = home.window.currentChat()->findChild<FindBar *>();
        QTest::keyClicks(bar->findChild<QLineEdit *>(), u"zzz"_s);
        QTRY_COMPARE(said(bar, u"Hits"_s), u"Nothing found"_s);
    }

    void findsNothing()
    {
        Home home;
        SearchPage *page = home.search(u"zzzebra"_s);
        const auto state = [&] {
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->accessibleName() == u"Found"_s)
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(state(), u"Nothing found for “zzzebra”."_s);
        QVERIFY(!page->list()->isVisible());
        page->field()->clear();
        QVERIFY(state().startsWith(u"Type words"_s));
        // SECURITY A114: searched literally, shown plain.
        for (const QString &text :
             {u"\""_s, u"NEAR("_s, u"*"_s, u"<b>x</b>"_s, QString(QChar(0x202E) + u"x"_s),
              QString(100'000, u'a'), u"from:\""_s, u"🎉"_s}) {
            page->field()->setText(text);
            QTRY_VERIFY(!page->results()->isSearching());
            QVERIFY(!state().contains(QChar(0x202E)));
        }
    }

    void filtersAsChips()
    {
        Home home;
        SearchPage *page = home.search(u"the"_s);
        QTRY_VERIFY(page->results()->rowCount() > 3);
        const int all = page->results()->rowCount();
        auto *chips = page->findChild<FilterChips *>();
        const auto chip = [&](const QString &name) -> ChipButton * {
            for (auto *each : chips->findChildren<ChipButton *>()) {
                if (each->accessibleName() == name && each->isVisible())
                    return each;
            }
            return nullptr;
        };
        // From: the names are offered.
        QTest::mouseClick(chip(u"Only messages from somebody"_s), Qt::LeftButton);
        QCOMPARE(page->field()->text(), u"the from:"_s);
        auto *names = home.window.findChild<SuggestionList *>();
        QVERIFY(names && names->isVisible());
        QTest::keyClicks(page->field(), u"bru"_s);
        QVERIFY(names->isVisible());
        QTest::keyClick(page->field(), Qt::Key_Return);
        QCOMPARE(page->field()->text(), u"the from:\"Bruno Díaz\" "_s);
        QVERIFY(!names->isVisible());
        QTRY_VERIFY(!page->results()->isSearching() && page->results()->rowCount() < all);
        for (int row = 0; row < page->results()->rowCount(); ++row)
            QCOMPARE(page->results()->result(row).title, u"Bruno Díaz"_s);
        QVERIFY(!chip(u"Only messages from somebody"_s));
        QTest::mouseClick(chip(u"Remove the filter from: Bruno Díaz"_s), Qt::LeftButton);
        QCOMPARE(page->field()->text(), u"the"_s);
        QTRY_COMPARE(page->results()->rowCount(), all);
        // Esc puts the names away, and only then leaves.
        QTest::keyClicks(page->field(), u" in:"_s);
        QVERIFY(names->isVisible());
        QTest::keyClick(page->field(), Qt::Key_Escape);
        QVERIFY(!names->isVisible() && page->isVisible());
        page->field()->setText(u"before:2001-01-01"_s);
        QTRY_VERIFY(!page->results()->isSearching() && page->results()->rowCount() == 0);
        page->field()->setText(u"in:nobody-at-all the"_s);
        QTRY_VERIFY(!page->results()->isSearching() && page->results()->rowCount() == 0);
    }

    void theHistoryOfOneChat()
    {
        Home home;
        home.window.openHistory({u"gone"_s, jidOf(u"bruno@example.org"_s)});
        QVERIFY(!home.window.findChild<SearchPage *>());
        home.window.openHistory(home.key(u"bruno@example.org"_s));
        auto *page = home.window.findChild<SearchPage *>();
        QVERIFY(page && page->isVisible() && page->field()->hasFocus());
        QCOMPARE(page->field()->text(), u"in:\"Bruno Díaz\" "_s);
        QTRY_VERIFY(page->results()->rowCount() > 3 && !page->results()->isSearching());
        const int all = page->results()->rowCount();
        for (int row = 0; row < all; ++row)
            QCOMPARE(page->results()->result(row).chat, home.key(u"bruno@example.org"_s));
        // What is typed narrows it down.
        QTest::keyClicks(page->field(), u"draft"_s);
        QTRY_VERIFY(!page->results()->isSearching() && page->results()->rowCount() < all);
        QVERIFY(page->results()->rowCount() > 0);
        // Of somebody without a word.
        home.window.openHistory(home.key(u"nobody@example.net"_s));
        QTRY_VERIFY(!page->results()->isSearching() && page->results()->rowCount() == 0);
        QVERIFY(page->field()->text().contains(u"nobody@example.net"_s));
    }

    void whoIsCalledLikeAnotherIsNamedByAddress()
    {
        OfflineProfile profile({{u"ana1@example.net"_s, u"one"_s}, {u"ana2@example.net"_s, u"two"_s}});
        const auto filter = [&](const QString &address, const QString &name) {
            return SearchNames(*profile.accounts).filterFor(profile.key(address), name);
        };
        QCOMPARE(filter(u"ana1@example.net"_s, u"ana1@example.net"_s), u"in:ana1@example.net"_s);
        profile.addContact(u"ana1@example.net"_s, u"Ana"_s);
        QCOMPARE(filter(u"ana1@example.net"_s, u"Ana"_s), u"in:Ana"_s);
        profile.addContact(u"ana2@example.net"_s, u"Ana"_s);
        QCOMPARE(filter(u"ana1@example.net"_s, u"Ana"_s), u"in:ana1@example.net"_s);
    }

    void moreAsItIsScrolled()
    {
        Home home;
        XmppSession *ana = home.household.ana();
        for (int i = 0; i < 150; ++i)
            ana->messages().send(jidOf(u"hugo@example.net"_s), u"ronda %1"_s.arg(i));
        QVERIFY(home.household.accounts().store().commit());
        SearchPage *page = home.search(u"ronda"_s);
        QTRY_COMPARE(page->results()->rowCount(), 30);
        QVERIFY(page->results()->canFetchMore({}));
        for (int i = 0; i < 400 && page->results()->rowCount() < 150; ++i) {
            QTest::keyClick(page->field(), Qt::Key_PageDown);
            QTRY_VERIFY(!page->results()->isSearching());
        }
        QCOMPARE(page->results()->rowCount(), 150);
        QSet<qint64> seen;
        for (int row = 0; row < 150; ++row)
            seen.insert(page->results()->result(row).message);
        QCOMPARE(seen.size(), 150);
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("es") << u"es"_s;
    }
    void pictures()
    {
        QFETCH(QString, language);
        const Translations translations{QLocale(language)};
        const auto shoot = [&](QWidget &widget, const QString &name) {
            settle();
            screenshot(widget, name + u'-' + language);
        };
        Home home;
        SearchPage *page = home.search(u"the"_s);
        QTRY_VERIFY(page->results()->rowCount() > 3);
        shoot(home.window, u"search-page"_s);
        page->field()->setText(u"the from:\"Bruno Díaz\""_s);
        QTRY_VERIFY(!page->results()->isSearching());
        shoot(home.window, u"search-page-filter"_s);
        page->field()->setText(u"in:"_s);
        Q_EMIT page->field()->textEdited(page->field()->text());
        shoot(home.window, u"search-page-names"_s);
        page->field()->setText(u"zebra"_s);
        QTRY_VERIFY(!page->results()->isSearching());
        shoot(home.window, u"search-page-nothing"_s);
        Theme::current().setChoice(Theme::Choice::Dark);
        page->field()->setText(u"the"_s);
        QTRY_VERIFY(page->results()->rowCount() > 3 && !page->results()->isSearching());
        shoot(home.window, u"search-page-dark"_s);
        home.window.resize(380, 640);
        shoot(home.window, u"search-page-small"_s);
        home.window.resize(800, 600);
        shoot(home.window, u"search-page-800-dark"_s);
        home.window.resize(1600, 1000);
        home.window.openChat(home.key(u"bruno@example.org"_s));
        home.window.currentChat()->openFindBar();
        QTest::keyClicks(home.window.currentChat()->findChild<FindBar *>()->findChild<QLineEdit *>(),
                         u"the"_s);
        shoot(home.window, u"search-page-large-dark"_s);
        Theme::current().setChoice(Theme::Choice::Light);
    }
};

QTEST_MAIN(SearchPageTest)
#include "tst_searchpage.moc"
