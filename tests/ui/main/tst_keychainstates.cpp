// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The state table of UI e.8, row by row, as a person meets it in the main window (SECURITY F35).
#include "core/session/Accounts.h"
#include "tests/support/SampleHousehold.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/PasswordBar.h"
#include "ui/chat/ChatHosts.h"
#include "ui/main/ConnectionStrip.h"
#include "ui/main/MainWindow.h"
#include "ui/main/NoticeBar.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/PasswordField.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kKey = u"0000-ana/password"_s;

struct Home {
    Home()
        : household(SampleHousehold::Contents::Filled)
        , settings(QString())
        , hosts(household.accounts(), settings)
        , window(household.accounts(), hosts, settings)
    {
        window.resize(1000, 700);
        window.show();
    }
    void connectAll() { household.ana()->setPresence({Availability::Available, {}}); }
    [[nodiscard]] FakeSecretStore &secrets() { return household.secrets(); }
    [[nodiscard]] SessionState state() const { return household.ana()->state(); }
    [[nodiscard]] PasswordBar *bar() const { return window.findChild<PasswordBar *>(); }
    [[nodiscard]] PasswordField *field() const { return bar()->findChild<PasswordField *>(); }
    [[nodiscard]] QCheckBox *remember() const { return bar()->findChild<QCheckBox *>(); }
    [[nodiscard]] QPushButton *button(QWidget *in, const QString &text) const
    {
        for (auto *found : in->findChildren<QPushButton *>())
            if (found->text() == text && found->isVisibleTo(in))
                return found;
        return nullptr;
    }
    [[nodiscard]] QString said(QWidget *in) const
    {
        QStringList said;
        for (const QLabel *label : in->findChildren<QLabel *>())
            if (label->isVisibleTo(in))
                said << label->text();
        return said.join(u'\n');
    }

    SampleHousehold household;
    UiSettings settings;
    ChatHosts hosts;
    MainWindow window;
};

} // namespace

class KeychainStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void readConnectsSilently()
    {
        Home home;
        home.secrets().secrets.insert(kKey, u"sesame"_s);
        home.connectAll();
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        QVERIFY(home.bar()->isHidden());
    }

    void lockedSaysSoAndTheRestGoesOn()
    {
        Home home;
        home.secrets().lock();
        home.secrets().secrets.insert(kKey, u"sesame"_s);
        home.connectAll();
        auto *strip = home.window.findChild<ConnectionStrip *>();
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(home.said(strip).contains(u"Waiting for your keychain to be unlocked…"_s));
        QVERIFY(home.bar()->isHidden());
        // Usable: a chat opens, and is written in.
        home.window.openChat({home.household.ana()->accountId(), jidOf(u"bruno@example.org"_s)});
        QVERIFY(home.window.currentChat());
        home.secrets().unlock();
        QTRY_COMPARE(home.state(), SessionState::Connecting);
    }

    void whoDoesNotWantToWaitTypes()
    {
        Home home;
        home.secrets().lock();
        home.connectAll();
        auto *strip = home.window.findChild<ConnectionStrip *>();
        QTRY_VERIFY(home.button(strip, u"Type password"_s));
        QTest::mouseClick(home.button(strip, u"Type password"_s), Qt::LeftButton);
        QVERIFY(home.bar()->isVisible());
        QTRY_VERIFY(home.window.focusWidget() == home.field());
        // Somebody who thinks better of it goes on waiting.
        QTest::mouseClick(home.button(home.bar(), u"Not now"_s), Qt::LeftButton);
        QVERIFY(home.bar()->isHidden());
        QCOMPARE(home.state(), SessionState::WaitingForKeychain);
        QTest::mouseClick(home.button(strip, u"Type password"_s), Qt::LeftButton);
        QTest::keyClicks(home.field(), u"sesame"_s);
        QTest::keyClick(home.field(), Qt::Key_Return);
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        QVERIFY(home.bar()->isHidden());
        // The keychain's late answer changes nothing.
        home.secrets().unlock();
        QCoreApplication::processEvents();
        QCOMPARE(home.state(), SessionState::Connecting);
    }

    void deniedOffersBothWaysOn()
    {
        Home home;
        home.secrets().failWith(ErrorCode::KeychainDenied);
        home.connectAll();
        QTRY_VERIFY(home.bar()->isVisible());
        QVERIFY(home.said(home.bar()).contains(u"Keychain access was refused"_s));
        QVERIFY(!home.field()->isVisible());
        // Once more, and it is refused once more.
        const int reads = home.secrets().reads;
        QTest::mouseClick(home.button(home.bar(), u"Try again"_s), Qt::LeftButton);
        QTRY_COMPARE(home.secrets().reads, reads + 1);
        QTRY_VERIFY(home.bar()->isVisible());
        QTest::mouseClick(home.button(home.bar(), u"Type password once"_s), Qt::LeftButton);
        QVERIFY(home.field()->isVisible());
        QVERIFY(!home.remember()->isVisible());
        QTest::keyClicks(home.field(), u"sesame"_s);
        QTest::keyClick(home.field(), Qt::Key_Return);
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        QVERIFY(home.field()->text().isEmpty());
        // Once is once: the wish to be remembered was not asked about.
        QVERIFY(home.household.ana()->settings().rememberPassword);
    }

    void deniedAndThenAllowed()
    {
        Home home;
        home.secrets().secrets.insert(kKey, u"sesame"_s);
        home.secrets().failWith(ErrorCode::KeychainDenied);
        home.connectAll();
        QTRY_VERIFY(home.bar()->isVisible());
        home.secrets().failWith({});
        QTest::mouseClick(home.button(home.bar(), u"Try again"_s), Qt::LeftButton);
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        QVERIFY(home.bar()->isHidden());
    }

    /// SECURITY A126: the prompt explains.
    void anotherKeychainIsNamed()
    {
        PasswordBar bar;
        bar.ask(u"ana@example.org"_s, {ErrorCode::SecretNotFound, kKey, u"KWallet"_s}, true);
        QStringList said;
        for (const QLabel *label : bar.findChildren<QLabel *>())
            said << label->text();
        const QString words = said.join(u'\n');
        QVERIFY2(words.contains(u"The password was saved in KWallet, and now another keychain answers."_s),
                 qPrintable(words));
        QVERIFY(words.contains(u"It is still there."_s) && !words.contains(kKey));
        QSignalSpy again(&bar, &PasswordBar::retryRequested);
        for (QPushButton *button : bar.findChildren<QPushButton *>())
            if (button->text() == u"Try again"_s && !button->isHidden())
                button->click();
        QCOMPARE(again.size(), 1);
        QVERIFY(!bar.findChild<PasswordField *>()->isHidden());
        QVERIFY(bar.findChild<QCheckBox *>()->isEnabled());
    }

    /// Also what another backend than yesterday's says of an entry it never had.
    void missingAsksAndOffersToSave()
    {
        Home home;
        home.secrets().secrets.insert(u"another/password"_s, u"of another"_s);
        home.connectAll();
        QTRY_VERIFY(home.bar()->isVisible());
        QVERIFY(home.field()->isVisible());
        QCOMPARE(home.remember()->accessibleName(), u"Save in keychain"_s);
        QVERIFY(home.remember()->isEnabled() && home.remember()->isVisible());
        QVERIFY(!home.button(home.bar(), u"Try again"_s));
        QCOMPARE(QApplication::activeModalWidget(), nullptr);
        QCOMPARE(home.secrets().secrets.size(), 1);
    }

    /// SECURITY B14, B16: what was kept goes.
    void whoTakesTheTickAwayIsForgotten()
    {
        Home home;
        home.secrets().secrets.insert(kKey, u"sesame"_s);
        home.secrets().lock();
        home.connectAll();
        auto *strip = home.window.findChild<ConnectionStrip *>();
        QTRY_VERIFY(home.button(strip, u"Type password"_s));
        QTest::mouseClick(home.button(strip, u"Type password"_s), Qt::LeftButton);
        QVERIFY(home.remember()->isChecked());
        home.remember()->setChecked(false);
        QTest::keyClicks(home.field(), u"sesame"_s);
        QTest::keyClick(home.field(), Qt::Key_Return);
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        QVERIFY(!home.household.ana()->settings().rememberPassword);
        QTRY_VERIFY(home.secrets().secrets.isEmpty());
    }

    void noBackendAsksEachTimeAndSaysHowToHaveOne()
    {
        Home home;
        home.secrets().failWith(ErrorCode::KeychainUnavailable);
        home.connectAll();
        QTRY_VERIFY(home.bar()->isVisible());
        QVERIFY(home.said(home.bar()).contains(u"No keychain found: you will be asked each time."_s));
        QVERIFY(!home.remember()->isEnabled() && !home.remember()->isChecked());
        QTest::mouseClick(home.button(home.bar(), u"How to enable one"_s), Qt::LeftButton);
        auto *help = home.window.findChild<QDialog *>(u"keychain-help"_s);
        QVERIFY(help);
        const QString words = home.said(help);
        QVERIFY(words.contains(u"There is no way to have it written to a file"_s));
        QVERIFY(words.contains(u"gnome-keyring"_s));
        help->close();
        QTest::keyClicks(home.field(), u"sesame"_s);
        QTest::keyClick(home.field(), Qt::Key_Return);
        QTRY_COMPARE(home.state(), SessionState::Connecting);
        // Nobody took the wish back.
        QVERIFY(home.household.ana()->settings().rememberPassword);
    }

    void aFailureIsToldWithoutAnId()
    {
        Home home;
        home.secrets().failWith(ErrorCode::KeychainFailed);
        home.connectAll();
        QTRY_VERIFY(home.bar()->isVisible());
        QVERIFY2(home.said(home.bar()).contains(u"The keychain did not work."_s),
                 qPrintable(home.said(home.bar())));
        QVERIFY(!home.said(home.bar()).contains(u"0000-ana"_s));
        QVERIFY(home.button(home.bar(), u"Try again"_s));
        QVERIFY(home.field()->isVisible());
    }

    void notSavedIsAYellowBarAndTheSessionGoesOn()
    {
        Home home;
        auto *notice = home.window.findChild<NoticeBar *>();
        QVERIFY(notice->isHidden());
        Q_EMIT home.household.ana()->passwordNotStored({ErrorCode::KeychainFailed, kKey});
        QVERIFY(notice->isVisible());
        const QString said = home.said(notice);
        QVERIFY2(said.contains(u"The password of ana@example.org was not saved, and works until you quit."_s),
                 qPrintable(said));
        QVERIFY(!said.contains(kKey));
        QCOMPARE(notice->grab().toImage().pixelColor(2, notice->height() / 2),
                 Theme::current().palette().warning);
    }

    void anEntryThatStaysIsNamed()
    {
        Home home;
        home.secrets().secrets.insert(kKey, u"sesame"_s);
        home.secrets().failWritesWith(ErrorCode::KeychainFailed);
        home.window.showPreferences();
        auto *preferences = home.window.findChild<PreferencesWindow *>();
        QTest::mouseClick(home.button(preferences, u"Remove…"_s), Qt::LeftButton);
        auto *question = preferences->findChild<ConfirmDialog *>();
        QVERIFY(question);
        QTest::mouseClick(home.button(question, u"Remove"_s), Qt::LeftButton);
        auto *notice = home.window.findChild<NoticeBar *>();
        QTRY_VERIFY(home.said(notice).contains(kKey));
        QVERIFY(home.said(notice).contains(u"by hand"_s));
        QVERIFY(home.household.accounts().sessions().isEmpty());
    }

    void anEntryThatWasNeverThereIsNotMissed()
    {
        Home home;
        home.secrets().failWritesWith(ErrorCode::SecretNotFound);
        bool removed = false;
        home.household.accounts()
            .remove(home.household.ana()->accountId())
            .then(this, [&](Result<void> done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
    }
};

QTEST_MAIN(KeychainStates)
#include "tst_keychainstates.moc"
