// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleHousehold.h"
#include "tests/support/TestCertificates.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/ConnectionFacts.h"
#include "ui/accounts/ConnectionPage.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/chat/ChatHosts.h"
#include "ui/main/ConnectionStrip.h"
#include "ui/main/MainWindow.h"
#include "ui/main/NoticeBar.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

ConnectionDetails sample()
{
    const auto root = test::TestIdentity::authority();
    ConnectionDetails details;
    details.tls.protocol = u"TLS 1.3"_s;
    details.tls.cipher = u"TLS_AES_256_GCM_SHA384"_s;
    details.tls.chain = {root.issueFor(u"example.org"_s).certificate(), root.certificate()};
    details.tls.spkiSha256 = QByteArray(32, '\x12');
    details.mechanism = u"SCRAM-SHA-256-PLUS"_s;
    details.bindingType = u"tls-exporter"_s;
    details.server = u"xmpp.example.org:5223"_s;
    details.security = TransportSecurity::DirectTls;
    details.address = u"[::1]:5223"_s;
    details.managed = true;
    details.resumptions = 2;
    return details;
}

QString valueOf(const QList<Fact> &facts, const QString &name)
{
    for (const Fact &fact : facts)
        if (fact.name == name && !fact.value.isEmpty())
            return fact.value;
    return {};
}

} // namespace

class ConnectionFactsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        QAccessible::setActive(true);
    }

    void nothingIsClaimedBeforeTheFirstConnection()
    {
        const auto facts = connectionFacts({}, SessionState::Connecting);
        QCOMPARE(facts.size(), 1);
        QVERIFY(facts.first().value.contains(u"no connection"_s));
    }

    /// SECURITY B19: what a person needs to check a connection is all there.
    void everythingToCheckIsThere()
    {
        ConnectionDetails details = sample();
        details.keyChanges
            = {{QDateTime({2026, 5, 30}, {9, 12}, Qt::UTC), QByteArray(32, '\x5a'), QByteArray(32, '\x12')}};
        const auto facts = connectionFacts(details, SessionState::Online);
        QCOMPARE(valueOf(facts, u"Server"_s), u"xmpp.example.org:5223"_s);
        QCOMPARE(valueOf(facts, u"Address reached"_s), u"[::1]:5223"_s);
        QCOMPARE(valueOf(facts, u"Proxy"_s), u"None"_s);
        QCOMPARE(valueOf(facts, u"Resumed"_s), u"2 time(s)"_s);
        QCOMPARE(valueOf(facts, u"Cipher"_s), details.tls.cipher);
        QCOMPARE(valueOf(facts, u"Mechanism"_s), u"SCRAM-SHA-256-PLUS"_s);
        QCOMPARE(valueOf(facts, u"Channel binding"_s), u"tls-exporter"_s);
        QCOMPARE(valueOf(facts, u"Issued to"_s), u"example.org"_s);
        QCOMPARE(valueOf(facts, u"For the names"_s), u"example.org"_s);
        QVERIFY(valueOf(facts, u"SHA-256"_s).contains(u' '));
        QCOMPARE(valueOf(facts, u"SHA-256"_s).remove(u' ').remove(u'\n').size(), 64);
        QCOMPARE(valueOf(facts, u"Before"_s).left(9), u"5a5a 5a5a"_s);
        QCOMPARE(valueOf(facts, u"After"_s).left(9), u"1212 1212"_s);
        // Two certificates, each with a heading.
        QCOMPARE(std::count_if(facts.begin(), facts.end(),
                               [](const Fact &fact) {
                                   return fact.value.isEmpty() && fact.name.startsWith(u"Certificate of"_s);
                               }),
                 2);
    }

    void whatIsOverIsSaidToBeOver()
    {
        const auto facts = connectionFacts(sample(), SessionState::Waiting);
        QVERIFY(facts.first().value.contains(u"Not connected now"_s));
        QVERIFY(!connectionFacts(sample(), SessionState::Online).first().value.contains(u"Not connected"_s));
    }

    /// SECURITY B17
    void aLostBindingIsTold()
    {
        ConnectionDetails details = sample();
        details.bindingType.clear();
        QCOMPARE(valueOf(connectionFacts(details, SessionState::Online), u"Channel binding"_s), u"None"_s);
        details.bindingLost = true;
        QVERIFY(valueOf(connectionFacts(details, SessionState::Online), u"Channel binding"_s)
                    .contains(u"although it worked before"_s));
    }

    /// And once in a notice, not at each reconnection.
    void aLostBindingIsNoticedOnce()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        UiSettings settings{QString()};
        ChatHosts hosts(household.accounts(), settings);
        MainWindow window(household.accounts(), hosts, settings);
        window.show();
        auto *notice = window.findChild<NoticeBar *>();
        Q_EMIT household.ana()->bindingLost();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->findChild<QLabel *>()->text().contains(u"no longer tied to its encrypted"_s));
        notice->hide();
        Q_EMIT household.ana()->bindingLost();
        QVERIFY(notice->isHidden());
    }

    /// SECURITY A51: what a server or a certificate says is shown as it is written, and cut.
    void hostileFactsStayText()
    {
        const QString bad = u"<b>x</b>\u202e\n"_s + QString(100'000, u'y');
        ConnectionDetails details = sample();
        details.mechanism = bad;
        details.bindingType = bad;
        details.server = bad;
        details.proxy = bad;
        FactsGrid grid;
        grid.setFacts(connectionFacts(details, SessionState::Online));
        grid.show();
        for (const QLabel *label : grid.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(label->text().size() < 1000);
            QVERIFY(!label->text().contains(QChar(0x202e)));
        }
        const QString text = factsAsText(grid.facts());
        QVERIFY(text.contains(u"<b>x</b>"_s));
        QVERIFY(!text.contains(QChar(0x202e)));
    }

    void textHasAFactALine()
    {
        const QString text = factsAsText({{u"Encryption"_s, {}},
                                          {u"Protocol"_s, u"TLS 1.3"_s},
                                          {u"SHA-256"_s, u"ab12 cd34\nef56"_s, true},
                                          {u"Log-in"_s, {}},
                                          {{}, u"Nothing."_s}});
        QCOMPARE(text, u"Encryption\nProtocol: TLS 1.3\nSHA-256: ab12 cd34 ef56\n\nLog-in\nNothing.\n"_s);
    }

    void valuesAreReadAloudAndReachedByKeys()
    {
        FactsGrid grid;
        grid.setFacts({{u"Protocol"_s, u"TLS 1.3"_s}, {u"Cipher"_s, u"AES"_s}});
        grid.show();
        QStringList names;
        for (QLabel *label : grid.findChildren<QLabel *>())
            if (label->focusPolicy() & Qt::TabFocus)
                names << QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
        QCOMPARE(names, (QStringList{u"Protocol: TLS 1.3"_s, u"Cipher: AES"_s}));
    }

    void thePageIsReachedAndCopied()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        UiSettings settings{QString()};
        ChatHosts hosts(household.accounts(), settings);
        MainWindow window(household.accounts(), hosts, settings);
        window.show();
        QAction *details = nullptr;
        for (QAction *menu : window.menuBar()->actions())
            for (QAction *action : menu->menu()->actions())
                if (action->text().remove(u'&') == u"Connection details…"_s)
                    details = action;
        QVERIFY(details);
        details->trigger();
        auto *preferences = window.findChild<PreferencesWindow *>();
        QVERIFY(preferences);
        auto *page = preferences->findChild<ConnectionPage *>();
        QTRY_VERIFY(page->isVisible());
        QApplication::clipboard()->clear();
        for (auto *button : page->findChildren<QPushButton *>())
            if (button->text() == u"Copy details"_s)
                QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(QApplication::clipboard()->text().startsWith(u"ana@example.org\nOffline\n"_s));
        preferences->close();
        QTRY_VERIFY(!window.findChild<PreferencesWindow *>());
        // And from the strip that tells of trouble.
        household.resolver().setAnswer(failure(ErrorCode::NameNotFound, u"example.org"_s));
        household.ana()->providePassword(u"sesame"_s, false);
        household.ana()->setPresence({Availability::Available, {}});
        auto *strip = window.findChild<ConnectionStrip *>();
        QTRY_VERIFY(strip->isVisible());
        for (const QString &text : {u"Details"_s, u"Connection details…"_s})
            for (auto *button : strip->findChildren<QPushButton *>())
                if (button->text() == text)
                    QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(window.findChild<ConnectionPage *>()
                    && window.findChild<ConnectionPage *>()->isVisible());
    }

    void aRemovedAccountLeavesItsPage()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        AccountsPage page(household.accounts());
        page.show();
        page.open(household.ana()->accountId(), AccountsPage::Tab::Connection);
        QVERIFY(page.findChild<ConnectionPage *>());
        household.accounts().remove(household.ana()->accountId()).ignore();
        QTRY_VERIFY(!page.findChild<ConnectionPage *>());
        QVERIFY(!page.findChild<QTabBar *>()->isVisible());
    }
};

QTEST_MAIN(ConnectionFactsTest)
#include "tst_connectionfacts.moc"
