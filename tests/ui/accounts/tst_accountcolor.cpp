// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Roles.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/SampleHousehold.h"
#include "tests/support/Screenshots.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/GeneralPage.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/main/ChatListView.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ElidedLabel.h"

#include <QComboBox>
#include <QListWidget>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

bool hasColor(QWidget &widget, const QRect &place, AccountColor color)
{
    const QImage image = widget.grab(place).toImage();
    const QColor wanted = Theme::current().accountColor(color);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == wanted)
                return true;
    return false;
}

void give(XmppSession &session, AccountColor color, bool enabled = true)
{
    AccountSettings settings = session.settings();
    settings.color = color;
    settings.enabled = enabled;
    session.setSettings(settings);
}

/// Ana's household, and her work beside it.
struct Home {
    Home()
        : settings(QString())
        , hosts(household.accounts(), settings)
        , window(household.accounts(), hosts, settings)
    {
        window.resize(1000, 700);
        window.show();
    }
    XmppSession &addWork()
    {
        AccountSettings work;
        work.connection.account = jidOf(u"ana@work.example.com"_s);
        return **household.accounts().add(work);
    }
    [[nodiscard]] ChatListView &list() { return *window.sidePane()->chats(); }
    [[nodiscard]] QModelIndex bruno()
    {
        const QAbstractItemModel *rows = list().model();
        for (int row = 0; row < rows->rowCount(); ++row)
            if (rows->index(row, 0).data(roles::Address) == u"bruno@example.org"_s)
                return rows->index(row, 0);
        return {};
    }
    /// The row's leading edge, before its picture.
    [[nodiscard]] bool rowShows(AccountColor color)
    {
        QRect edge = list().visualRect(bruno());
        edge.setWidth(Theme::current().px(13));
        return hasColor(*list().viewport(), edge, color);
    }
    [[nodiscard]] ChatHeader &header()
    {
        hosts.open({household.ana()->accountId(), jidOf(u"bruno@example.org"_s)});
        return *window.findChild<ChatHeader *>();
    }
    [[nodiscard]] bool headerShows(AccountColor color)
    {
        return hasColor(header(), QRect(0, 0, Theme::current().px(13), header().height()), color);
    }
    [[nodiscard]] QString headerSays()
    {
        return header().findChild<ElidedLabel *>()->accessibleDescription();
    }

    SampleHousehold household{SampleHousehold::Contents::Filled};
    UiSettings settings;
    ChatHosts hosts;
    MainWindow window;
};

} // namespace

class AccountColorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }

    void aChoiceAppliesAtOnceAndIsRemembered()
    {
        OfflineProfile profile;
        {
            GeneralPage page(*profile.accounts, profile.session());
            page.show();
            auto *box = page.findChild<QComboBox *>();
            QCOMPARE(box->accessibleName(), u"Colour"_s);
            QCOMPARE(box->currentText(), u"None"_s);
            box->setFocus();
            QTest::keyClick(box, Qt::Key_Down);
            QTest::keyClick(box, Qt::Key_Down);
            QCOMPARE(box->currentText(), u"Amber"_s);
            QCOMPARE(profile.session().settings().color, AccountColor::Amber);
            QTest::keyClick(box, Qt::Key_End);
            QCOMPARE(box->currentText(), u"Violet"_s);
            QCOMPARE(profile.session().settings().color, AccountColor::Violet);
            give(profile.session(), AccountColor::Green);
            QCOMPARE(box->currentText(), u"Green"_s);
        }
        profile.restart();
        QCOMPARE(profile.session().settings().color, AccountColor::Green);
        const GeneralPage page(*profile.accounts, profile.session());
        QCOMPARE(page.findChild<QComboBox *>()->currentText(), u"Green"_s);
    }

    void loggingInAnewKeepsIt()
    {
        OfflineProfile profile;
        give(profile.session(), AccountColor::Teal);
        AccountSettings again;
        again.connection.account = profile.session().address();
        QVERIFY(profile.accounts->add(again));
        QCOMPARE(profile.session().settings().color, AccountColor::Teal);
    }

    void itIsShownWhereSeveralAreUsed()
    {
        Home home;
        XmppSession &ana = *home.household.ana();
        give(ana, AccountColor::Violet);
        const auto spoken = [&] { return home.bruno().data(Qt::AccessibleTextRole).toString(); };
        const auto isAlone = [&] {
            return !home.rowShows(AccountColor::Violet) && !home.headerShows(AccountColor::Violet)
                && !spoken().contains(u"ana@example.org") && home.headerSays().isEmpty()
                && home.header().toolTip().isEmpty();
        };
        QVERIFY(isAlone());

        XmppSession &work = home.addWork();
        QVERIFY(home.rowShows(AccountColor::Violet));
        QVERIFY(home.headerShows(AccountColor::Violet));
        // Not by the colour alone.
        QVERIFY2(spoken().contains(u"Account: ana@example.org"_s), qPrintable(spoken()));
        QVERIFY(home.bruno().data(Qt::ToolTipRole).toString().contains(u"ana@example.org"_s));
        QCOMPARE(home.headerSays(), u"Account: ana@example.org"_s);
        QVERIFY(home.header().toolTip().contains(u"ana@example.org"_s));

        give(ana, AccountColor::Red);
        QVERIFY(home.rowShows(AccountColor::Red) && !home.rowShows(AccountColor::Violet));
        QVERIFY(home.headerShows(AccountColor::Red) && !home.headerShows(AccountColor::Violet));
        home.list().setCompact(true);
        QVERIFY(home.rowShows(AccountColor::Red));
        home.list().setLayoutDirection(Qt::RightToLeft);
        QVERIFY(!home.rowShows(AccountColor::Red));
        home.list().setLayoutDirection(Qt::LeftToRight);
        home.list().setCompact(false);

        // Without a colour words are left.
        give(ana, AccountColor::None);
        for (int color = 1; color <= int(AccountColor::Violet); ++color)
            QVERIFY(!home.rowShows(AccountColor(color)) && !home.headerShows(AccountColor(color)));
        QVERIFY(spoken().contains(u"ana@example.org"_s));

        give(ana, AccountColor::Violet);
        give(work, AccountColor::Blue, false);
        QVERIFY(isAlone());
        give(work, AccountColor::Blue);
        QVERIFY(!isAlone());
        home.household.accounts().remove(work.accountId()).ignore();
        QTRY_VERIFY(isAlone());
    }

    void itIsInTheListOfAccounts()
    {
        Home home;
        home.addWork();
        AccountsPage page(home.household.accounts());
        page.resize(520, 520);
        page.show();
        const auto *list = page.findChild<QListWidget *>();
        const auto shows = [&](AccountColor color) {
            return hasColor(*list->viewport(), list->visualItemRect(list->item(0)), color);
        };
        QVERIFY(!shows(AccountColor::Green));
        give(*home.household.ana(), AccountColor::Green);
        QVERIFY(shows(AccountColor::Green));
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"ana@example.org"_s));
    }

    void itIsPaintedInEveryLook_data()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("size");
        QTest::newRow("light") << Theme::Choice::Light << u"en"_s << 100;
        QTest::newRow("dark-es") << Theme::Choice::Dark << u"es"_s << 100;
        QTest::newRow("contrast") << Theme::Choice::HighContrast << u"en"_s << 100;
        QTest::newRow("large-es") << Theme::Choice::Light << u"es"_s << 200;
    }
    void itIsPaintedInEveryLook()
    {
        QFETCH(Theme::Choice, choice);
        QFETCH(QString, language);
        QFETCH(int, size);
        const QString look = QString::fromLatin1(QTest::currentDataTag());
        const Translations words{QLocale(language)};
        Theme::current().setTextSize(size);
        Home home;
        give(home.addWork(), AccountColor::Amber);
        give(*home.household.ana(), AccountColor::Violet);
        AccountsPage page(home.household.accounts());
        page.resize(520, 560);
        page.show();
        // While all of it is shown.
        Theme::current().setChoice(choice);
        QVERIFY(home.rowShows(AccountColor::Violet));
        QVERIFY(home.headerShows(AccountColor::Violet));
        auto *box = page.findChild<GeneralPage *>()->findChild<QComboBox *>();
        QVERIFY(hasColor(*box, box->rect(), AccountColor::Violet));
        screenshot(home.window, u"account-color-"_s + look);
        screenshot(page, u"account-page-"_s + look);
        box->showPopup();
        screenshot(*box->view()->window(), u"account-colors-"_s + look);
        box->hidePopup();
        Theme::current().setChoice(Theme::Choice::Light);
        Theme::current().setTextSize(100);
    }
};

QTEST_MAIN(AccountColorTest)
#include "tst_accountcolor.moc"
