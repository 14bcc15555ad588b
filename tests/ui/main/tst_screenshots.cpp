// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a picture of each window, light and dark, English and Spanish, large text and right to left, to the
// folder `screenshots` beside the program, to be looked at; and checks what a picture can tell by itself.
#include "core/models/Roles.h"
#include "tests/support/SampleHousehold.h"
#include "tests/support/TestCertificates.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/ChangePasswordDialog.h"
#include "ui/accounts/ConnectionFacts.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/accounts/KeychainHelp.h"
#include "ui/accounts/LoginForm.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/PasswordBar.h"
#include "ui/accounts/StepsList.h"
#include "ui/chat/ChatHosts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/contacts/GroupsDialog.h"
#include "ui/contacts/StartChatDialog.h"
#include "ui/main/AboutDialog.h"
#include "ui/main/MainWindow.h"
#include "ui/main/NoticeBar.h"
#include "ui/main/PreferencesWindow.h"
#include "ui/main/ShortcutsWindow.h"
#include "ui/main/SidePane.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>

using namespace tertulia;
using namespace Qt::StringLiterals;

class Screenshots : public QObject
{
    Q_OBJECT
private:
    QString m_folder;
    QString m_look;

    void save(QWidget &window, const QString &name)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        // Layouts that were put off.
        for (int round = 0; round < 3; ++round)
            QCoreApplication::processEvents();
        const QPixmap picture = window.grab();
        QVERIFY(!picture.isNull());
        QVERIFY(picture.save(m_folder + u'/' + m_look + u'-' + name + u".png"_s));
    }

    static QList<Fact> sampleFacts()
    {
        ConnectionDetails details;
        details.tls.protocol = u"TLS 1.3"_s;
        details.tls.cipher = u"TLS_AES_256_GCM_SHA384"_s;
        const auto root = test::TestIdentity::authority();
        details.tls.chain = {root.issueFor(u"example.org"_s).certificate(), root.certificate()};
        details.tls.spkiSha256 = QByteArray::fromHex("0123456789abcdef0123456789abcdef0123456789abcdef"
                                                     "0123456789abcdef");
        details.mechanism = u"SCRAM-SHA-256-PLUS"_s;
        details.bindingType = u"tls-exporter"_s;
        details.server = u"xmpp.example.org:5223"_s;
        details.security = TransportSecurity::DirectTls;
        details.address = u"[2001:db8::17]:5223"_s;
        details.managed = true;
        details.resumptions = 2;
        details.keyChanges
            = {{QDateTime({2026, 5, 30}, {9, 12}, Qt::UTC), QByteArray(32, '\x5a'), details.tls.spkiSha256}};
        return connectionFacts(details, SessionState::Online);
    }

    /// What opens around a single message of the chat that the window shows.
    void saveMessageWindows(MainWindow &window)
    {
        ChatWidget *chat = window.currentChat();
        TimelineView *timeline = chat->timeline();
        int edited = -1;
        for (int row = 0; row < timeline->rowCount(); ++row) {
            if (timeline->model()->index(row, 0).data(roles::Edited).toDateTime().isValid())
                edited = row;
        }
        QVERIFY(edited >= 0);
        timeline->choose(-1);
        timeline->choose(-1);
        save(window, u"message-chosen"_s);
        timeline->act(timeline->markedRow(), MessageAction::Reply);
        save(window, u"message-reply"_s);
        timeline->act(edited, MessageAction::Edit);
        save(window, u"message-edit"_s);
        chat->findChild<Composer *>()->stepBack();
        chat->findChild<Composer *>()->stepBack();
        timeline->act(edited, MessageAction::EarlierVersions);
        saveAndDrop(chat->findChild<QDialog *>(), u"message-versions"_s);
        timeline->act(edited, MessageAction::Retract);
        saveAndDrop(chat->findChild<QDialog *>(), u"message-retract"_s);
        timeline->act(edited, MessageAction::React);
        saveAndDrop(chat->findChild<ReactionPopup *>(), u"message-react"_s);
        timeline->openContextMenu(edited, QPoint(0, 0));
        saveAndDrop(timeline->findChild<QMenu *>(), u"message-menu"_s);
    }
    void saveAndDrop(QWidget *widget, const QString &name)
    {
        QVERIFY(widget);
        save(*widget, name);
        delete widget;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        m_folder = QCoreApplication::applicationDirPath() + u"/screenshots"_s;
        QVERIFY(QDir().mkpath(m_folder));
    }

    void windows_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("textSize");
        QTest::addColumn<bool>("spanish");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("light") << static_cast<int>(Theme::Choice::Light) << 100 << false << false;
        QTest::newRow("dark") << static_cast<int>(Theme::Choice::Dark) << 100 << false << false;
        QTest::newRow("es") << static_cast<int>(Theme::Choice::Light) << 100 << true << false;
        QTest::newRow("contrast") << static_cast<int>(Theme::Choice::HighContrast) << 100 << false << false;
        QTest::newRow("large") << static_cast<int>(Theme::Choice::Light) << 150 << false << false;
        QTest::newRow("rtl") << static_cast<int>(Theme::Choice::Light) << 100 << false << true;
    }
    void windows()
    {
        QFETCH(int, choice);
        QFETCH(int, textSize);
        QFETCH(bool, spanish);
        QFETCH(bool, mirrored);
        m_look = QString::fromLatin1(QTest::currentDataTag());
        const QLocale locale = spanish ? QLocale(QLocale::Spanish, QLocale::Spain)
                                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
        QLocale::setDefault(locale);
        Translations words(locale);
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Theme::current().setChoice(static_cast<Theme::Choice>(choice));
        Theme::current().setTextSize(textSize);
        UiSettings settings{QString()};
        {
            SampleHousehold household(SampleHousehold::Contents::Empty);
            ChatHosts hosts(household.accounts(), settings);
            MainWindow window(household.accounts(), hosts, settings);
            window.resize(900, 680);
            save(window, u"welcome"_s);
            LoginPage login(household.accounts());
            login.resize(600, 720);
            login.begin();
            login.findChildren<QLineEdit *>().at(0)->setText(u"ana@example.org"_s);
            login.findChildren<QLineEdit *>().at(1)->setText(u"0123456789"_s);
            auto *steps = login.findChild<StepsList *>();
            steps->setSteps({{ConnectionStep::FindServer, StepState::Done, u"example.org:5223"_s,
                              TransportSecurity::DirectTls},
                             {ConnectionStep::Secure, StepState::Done, u"Example CA"_s},
                             {ConnectionStep::Authenticate,
                              StepState::Failed,
                              {},
                              TransportSecurity::DirectTls,
                              {ErrorCode::WrongPassword, u"ana@example.org"_s}}});
            save(login, u"login"_s);
            steps->clear();
            AccountSettings unusual;
            unusual.connection.account = jidOf(u"ana@example.org"_s);
            unusual.connection.logInWay = LogInWay::ClientCertificate;
            unusual.connection.certificateFile = u"/home/ana/certificates/ana.p12"_s;
            unusual.connection.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 1080, u"ana"_s};
            auto *form = login.findChild<LoginForm *>();
            form->setSettings(unusual);
            login.resize(600, 900);
            save(login, u"login-options"_s);
            form->setKeychain(failure(ErrorCode::KeychainUnavailable));
            unusual.connection.logInWay = LogInWay::Password;
            unusual.connection.proxy = {};
            form->setSettings(unusual);
            login.resize(340, 620);
            form->findChild<QToolButton *>()->setChecked(true);
            save(login, u"login-small-options"_s);
            form->findChild<QToolButton *>()->setChecked(false);
            save(login, u"login-small"_s);
            showKeychainHelp(&login);
            save(*login.findChild<QDialog *>(), u"keychain-help"_s);
        }
        {
            SampleHousehold household(SampleHousehold::Contents::Filled);
            ChatHosts hosts(household.accounts(), settings);
            MainWindow window(household.accounts(), hosts, settings);
            window.resize(1280, 800);
            window.openChat({household.ana()->accountId(), jidOf(u"bruno@example.org"_s)},
                            ChatHosts::How::MainWindow);
            save(window, u"main"_s);
            saveMessageWindows(window);
            window.openChat({household.ana()->accountId(), jidOf(u"ana@example.org"_s)},
                            ChatHosts::How::MainWindow);
            save(window, u"notes"_s);
            window.openChat({household.ana()->accountId(), jidOf(u"bruno@example.org"_s)},
                            ChatHosts::How::MainWindow);
            window.sidePane()->showPage(SidePane::Page::Contacts);
            window.resize(600, 720);
            save(window, u"narrow-chat"_s);
            window.showContacts();
            window.resize(360, 640);
            save(window, u"contacts"_s);
            window.showChats();
            save(window, u"narrow-chats"_s);
            PreferencesWindow preferences(window);
            preferences.setAttribute(Qt::WA_DeleteOnClose, false);
            save(preferences, u"preferences"_s);
            auto *accounts = preferences.findChild<AccountsPage *>();
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Security);
            save(preferences, u"preferences-security"_s);
            accounts->open(household.ana()->accountId(), AccountsPage::Tab::Connection);
            accounts->findChild<FactsGrid *>(u"connection-facts"_s)->setFacts(sampleFacts());
            save(preferences, u"preferences-connection"_s);
            ChangePasswordDialog change(*household.ana());
            change.setAttribute(Qt::WA_DeleteOnClose, false);
            const QList<QLineEdit *> fields = change.findChildren<QLineEdit *>();
            fields.at(0)->setText(u"sesame open"_s);
            fields.at(1)->setText(u"three blue"_s);
            save(change, u"change-password"_s);
            preferences.resize(420, 480);
            save(preferences, u"preferences-small"_s);
            StartChatDialog start(household.accounts(), nullptr);
            start.setAttribute(Qt::WA_DeleteOnClose, false);
            start.setText(u"eva@example.net"_s);
            save(start, u"start-chat"_s);
            GroupsDialog groups(u"Bruno Díaz"_s, {u"Familia"_s, u"Trabajo"_s}, {u"Trabajo"_s}, nullptr);
            groups.setAttribute(Qt::WA_DeleteOnClose, false);
            save(groups, u"groups"_s);
            window.resize(900, 700);
            auto *confirm = ConfirmDialog::ask(&window,
                                               {u"Remove Bruno Díaz from your contacts?"_s,
                                                u"You and bruno@example.org will no longer see each other's "
                                                "status. Your messages stay."_s,
                                                u"Remove"_s},
                                               [](int) { });
            save(*confirm, u"confirm"_s);
            delete confirm;
            auto *chatMenu = window.menuBar()->actions().at(1)->menu();
            chatMenu->popup(QPoint(0, 0));
            save(*chatMenu, u"menu"_s);
            chatMenu->hide();
        }
        {
            ShortcutsWindow shortcuts(nullptr);
            shortcuts.setAttribute(Qt::WA_DeleteOnClose, false);
            save(shortcuts, u"shortcuts"_s);
            AboutDialog about(nullptr);
            about.setAttribute(Qt::WA_DeleteOnClose, false);
            save(about, u"about"_s);
            PasswordBar bar;
            bar.resize(900, 90);
            bar.ask(u"ana@example.org"_s, {ErrorCode::WrongPassword, u"ana@example.org"_s}, true);
            save(bar, u"password"_s);
            bar.ask(u"ana@example.org"_s, {ErrorCode::KeychainDenied}, true);
            save(bar, u"password-denied"_s);
            bar.ask(u"ana@example.org"_s, {ErrorCode::KeychainUnavailable}, true);
            bar.resize(400, 120);
            save(bar, u"password-no-keychain"_s);
            NoticeBar notice;
            notice.resize(600, 40);
            notice.warn(bindingLostText(u"ana@example.org"_s));
            save(notice, u"notice"_s);
            QWidget page;
            page.resize(560, 360);
            auto *question = new CertificateQuestion(&page);
            CertificateProblem problem;
            problem.domain = u"example.org"_s;
            problem.error = {ErrorCode::CertificateUntrusted, u"example.org"_s};
            problem.all = {ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted};
            question->setProblem(problem);
            question->setGeometry(20, 20, 520, 320);
            save(page, u"certificate"_s);
        }
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }
};

QTEST_MAIN(Screenshots)
#include "tst_screenshots.moc"
