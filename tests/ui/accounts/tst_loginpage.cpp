// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleHousehold.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/Facts.h"
#include "ui/accounts/LoginForm.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/StepsList.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PasswordField.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

struct Page {
    Page()
        : household(SampleHousehold::Contents::Empty)
        , page(household.accounts())
    {
        page.resize(600, 700);
        page.show();
        page.begin();
    }
    [[nodiscard]] QLineEdit *address() { return page.findChildren<QLineEdit *>().constFirst(); }
    [[nodiscard]] PasswordField *password() { return page.findChild<PasswordField *>(); }
    [[nodiscard]] QWidget *named(const QString &name)
    {
        for (auto *widget : page.findChildren<QWidget *>())
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(const QString &text)
    {
        for (auto *found : page.findChildren<QPushButton *>())
            if (found->text() == text)
                return found;
        return nullptr;
    }
    [[nodiscard]] QString stepsSaid()
    {
        QStringList said;
        for (const QLabel *label : page.findChild<StepsList *>()->findChildren<QLabel *>())
            if (label->isVisible())
                said << label->text();
        return said.join(u'\n');
    }

    SampleHousehold household;
    LoginPage page;
};

} // namespace

class LoginPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void wrongAddressesAreExplained_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fine");
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("no at") << u"ana"_s << false;
        QTest::newRow("domain alone") << u"example.org"_s << false;
        QTest::newRow("nothing before the at") << u"@example.org"_s << false;
        QTest::newRow("nothing behind the at") << u"ana@"_s << false;
        QTest::newRow("space") << u"an a@example.org"_s << false;
        QTest::newRow("good") << u"ana@example.org"_s << true;
        QTest::newRow("capitals and spaces around") << u" Ana@Example.ORG "_s << true;
    }
    void wrongAddressesAreExplained()
    {
        QFETCH(QString, typed);
        QFETCH(bool, fine);
        Page page;
        QTest::keyClicks(page.address(), typed);
        QTest::keyClicks(page.password(), u"sesame"_s);
        QCOMPARE(page.button(u"Log in"_s)->isEnabled(), fine);
        QCOMPARE(page.page.findChild<LoginForm *>()->settings().has_value(), fine);
    }

    void aFailedStepSaysWhyAndWhatToDo()
    {
        Page page;
        page.household.resolver().setAnswer(failure(ErrorCode::NameNotFound, u"example.invalid"_s));
        QTest::keyClicks(page.address(), u"ana@example.invalid"_s);
        QTest::keyClicks(page.password(), u"sesame"_s);
        QTest::keyClick(page.password(), Qt::Key_Return);
        QTRY_VERIFY2(page.stepsSaid().contains(u"No server was found"_s), qPrintable(page.stepsSaid()));
        QVERIFY(page.stepsSaid().contains(u"Check the spelling"_s));
        QTRY_VERIFY(page.button(u"Log in"_s)->isEnabled());
        // The account that never came online goes when the person goes back.
        QCOMPARE(page.household.accounts().sessions().size(), 1);
        QSignalSpy back(&page.page, &LoginPage::back);
        QTest::mouseClick(page.button(u"Back"_s), Qt::LeftButton);
        QCOMPARE(back.count(), 1);
        QTRY_VERIFY(page.household.accounts().sessions().isEmpty());
        QVERIFY(page.password()->text().isEmpty());
    }

    void aBadCertificateIsAQuestionWithASafeDefault()
    {
        Page page;
        page.household.resolver().setAnswer(
            QList<Endpoint>{{u"example.org"_s, 5223, TransportSecurity::DirectTls}});
        QTest::keyClicks(page.address(), u"ana@example.org"_s);
        QTest::keyClicks(page.password(), u"sesame"_s);
        QTest::keyClick(page.password(), Qt::Key_Return);
        QTRY_VERIFY(page.household.network().last());
        CertificateProblem problem;
        problem.domain = u"example.org"_s;
        problem.error = {ErrorCode::CertificateUntrusted, u"example.org"_s};
        problem.all = {ErrorCode::CertificateUntrusted};
        page.household.network().last()->rejectCertificate(problem);
        auto *question = page.page.findChild<CertificateQuestion *>();
        QTRY_VERIFY(question->isVisible());
        QVERIFY(page.button(u"Do not connect"_s)->isDefault());
        QVERIFY(page.button(u"Trust this certificate only"_s)->isVisible());
        QTest::mouseClick(page.button(u"Do not connect"_s), Qt::LeftButton);
        QVERIFY(!question->isVisible());
        QTRY_VERIFY(page.button(u"Log in"_s)->isEnabled());
    }

    void aChangedPinOffersNoWayOn()
    {
        CertificateQuestion question;
        CertificateProblem problem;
        problem.domain = u"example.org"_s;
        problem.error = {ErrorCode::CertificateChanged, u"example.org"_s};
        problem.all = {ErrorCode::CertificateChanged};
        question.setProblem(problem);
        question.show();
        for (const auto *button : question.findChildren<QPushButton *>())
            QCOMPARE(button->isVisible(), button->text() == u"Do not connect"_s);
    }

    void fingerprintsComeInGroupsOfFour()
    {
        QCOMPARE(groupedFingerprint(u"0123456789abcdef"_s), u"0123 4567 89ab cdef"_s);
        QCOMPARE(groupedFingerprint(QString(64, u'a')).count(u'\n'), 1);
        QCOMPARE(groupedFingerprint({}), QString());
    }

    void rememberingNamesTheKeychain()
    {
        Page page;
        auto *remember = page.page.findChild<QCheckBox *>();
        QTRY_COMPARE(remember->text(), u"Remember password in Test keychain"_s);
        QCOMPARE(remember->accessibleName(), u"Remember password"_s);
        QVERIFY(remember->isEnabled() && remember->isChecked());
    }

    void withoutAKeychainNothingIsPromised()
    {
        Page page;
        page.household.secrets().failWith(ErrorCode::KeychainUnavailable);
        page.page.begin();
        auto *remember = page.page.findChild<QCheckBox *>();
        QTRY_VERIFY(!remember->isEnabled());
        QVERIFY(!remember->isChecked());
        QVERIFY(!page.page.findChild<LoginForm *>()->settings().has_value());
        QTest::keyClicks(page.address(), u"ana@example.org"_s);
        QVERIFY(!page.page.findChild<LoginForm *>()->settings()->rememberPassword);
        QVERIFY(remember->accessibleDescription().contains(u"asked each time"_s));
        auto *help = page.button(u"How to enable one"_s);
        QVERIFY(help && help->isVisible());
        QTest::mouseClick(help, Qt::LeftButton);
        auto *dialog = page.page.findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QTest::mouseClick(help, Qt::LeftButton);
        QCOMPARE(page.page.findChildren<QDialog *>().size(), 1);
        delete dialog;
        // It came: what was wished counts again.
        page.household.secrets().failWith({});
        page.page.begin();
        QTRY_VERIFY(remember->isEnabled() && remember->isChecked());
        QVERIFY(!help->isVisible());
    }

    /// A keychain that is locked or refuses may be there the next time.
    void aLockedKeychainIsNotAMissingOne()
    {
        Page page;
        for (const ErrorCode code :
             {ErrorCode::KeychainLocked, ErrorCode::KeychainDenied, ErrorCode::KeychainFailed}) {
            page.household.secrets().failWith(code);
            page.page.begin();
            QCoreApplication::processEvents();
            QVERIFY(page.page.findChild<QCheckBox *>()->isEnabled());
        }
    }

    void optionsBecomeSettings()
    {
        Page page;
        auto *form = page.page.findChild<LoginForm *>();
        AccountSettings wanted;
        wanted.connection.account = jidOf(u"ana@example.org"_s);
        wanted.connection.resource = u"desk"_s;
        wanted.connection.host = u"10.0.0.7"_s;
        wanted.connection.port = 5223;
        wanted.connection.security = SecurityChoice::DirectTls;
        wanted.connection.proxy = {ProxyKind::Http, u"proxy.example.org"_s, 3128, u"ana"_s};
        wanted.connection.logInWay = LogInWay::ClientCertificate;
        wanted.connection.certificateFile = u"/home/ana/ana.p12"_s;
        wanted.connection.requireBinding = true;
        form->setSettings(wanted);
        // What is not as usual is shown.
        QVERIFY(page.named(u"Proxy host"_s) && page.named(u"Certificate file"_s));
        const ConnectionSettings got = form->settings()->connection;
        QCOMPARE(got.account, wanted.connection.account);
        QCOMPARE(got.resource, u"desk"_s);
        QCOMPARE(got.host, u"10.0.0.7"_s);
        QCOMPARE(got.port, 5223);
        QCOMPARE(got.security, SecurityChoice::DirectTls);
        QCOMPARE(got.proxy, wanted.connection.proxy);
        QCOMPARE(got.logInWay, LogInWay::ClientCertificate);
        QCOMPARE(got.certificateFile, u"/home/ana/ana.p12"_s);
        QVERIFY(got.requireBinding);
        // And nothing of it stays for the next account.
        page.page.begin();
        QVERIFY(!page.named(u"Proxy host"_s) && !page.named(u"Host"_s));
        QTest::keyClicks(page.address(), u"bruno@example.org"_s);
        QCOMPARE(form->settings()->connection.proxy, ProxyChoice());
        QCOMPARE(form->settings()->connection.logInWay, LogInWay::Password);
    }

    void proxiesNeedAHost()
    {
        Page page;
        QTest::keyClicks(page.address(), u"ana@example.org"_s);
        QTest::keyClicks(page.password(), u"sesame"_s);
        QVERIFY(page.button(u"Log in"_s)->isEnabled());
        QTest::mouseClick(page.named(u"Connection options"_s), Qt::LeftButton);
        auto *proxy = qobject_cast<QComboBox *>(page.named(u"Proxy"_s));
        QCOMPARE(proxy->count(), 4);
        proxy->setCurrentIndex(1); // the system's
        QVERIFY(page.button(u"Log in"_s)->isEnabled());
        QVERIFY(!page.named(u"Proxy host"_s));
        proxy->setCurrentIndex(2);
        QVERIFY(!page.button(u"Log in"_s)->isEnabled());
        QTest::keyClicks(page.named(u"Proxy host"_s), u"proxy.example.org"_s);
        QVERIFY(page.button(u"Log in"_s)->isEnabled());
        for (const QString &name : {u"Proxy port"_s, u"Proxy user"_s, u"Proxy password"_s})
            QVERIFY2(page.named(name), qPrintable(name));
        QCOMPARE(qobject_cast<QLineEdit *>(page.named(u"Proxy password"_s))->echoMode(), QLineEdit::Password);
    }

    /// SECURITY A125: the proxy's password is in the keychain if it is to be remembered, and nowhere on disk.
    void aProxysPasswordGoesToTheKeychainAlone()
    {
        Page page;
        AccountSettings settings;
        settings.connection.account = jidOf(u"ana@example.org"_s);
        settings.connection.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 1080, u"ana"_s};
        page.page.findChild<LoginForm *>()->setSettings(settings);
        QTest::keyClicks(page.named(u"Proxy password"_s), u"MARKER-PROXY"_s);
        QTest::keyClicks(page.password(), u"sesame"_s);
        QTest::keyClick(page.password(), Qt::Key_Return);
        const XmppSession *session = page.household.accounts().sessions().constFirst();
        QTRY_COMPARE(page.household.secrets().secrets.value(
                         secretKey(session->accountId(), SecretPurpose::ProxyPassword)),
                     u"MARKER-PROXY"_s);
        QDirIterator files(page.household.folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("MARKER-PROXY"));
        }
    }

    void guestsNeedOnlyAServer()
    {
        Page page;
        QTest::mouseClick(page.named(u"Connection options"_s), Qt::LeftButton);
        qobject_cast<QComboBox *>(page.named(u"Log in with"_s))->setCurrentIndex(2);
        QVERIFY(!page.named(u"Password"_s) && !page.named(u"Remember password"_s));
        QVERIFY(!page.button(u"Log in"_s)->isEnabled());
        QTest::keyClicks(page.address(), u"example.org"_s);
        QVERIFY(page.button(u"Log in"_s)->isEnabled());
        auto *form = page.page.findChild<LoginForm *>();
        QCOMPARE(form->settings()->connection.account, jidOf(u"example.org"_s));
        // A name would not be theirs.
        page.address()->setText(u"ana@example.org"_s);
        QCOMPARE(form->settings()->connection.account, jidOf(u"example.org"_s));
        QVERIFY(form->password().isEmpty());
    }

    void certificatesNeedAFileAndPerhapsAPassphrase()
    {
        Page page;
        QTest::keyClicks(page.address(), u"ana@example.org"_s);
        QTest::mouseClick(page.named(u"Connection options"_s), Qt::LeftButton);
        qobject_cast<QComboBox *>(page.named(u"Log in with"_s))->setCurrentIndex(1);
        QVERIFY(!page.named(u"Password"_s));
        QVERIFY(page.named(u"Passphrase of the certificate"_s));
        QVERIFY(page.named(u"Choose the certificate file"_s));
        QVERIFY(!page.button(u"Log in"_s)->isEnabled());
        QTest::keyClicks(page.named(u"Certificate file"_s), u"/home/ana/ana.p12"_s);
        QVERIFY(page.button(u"Log in"_s)->isEnabled());
    }

    /// In a window as small as the main window may be nothing is cut off at the side.
    void smallWindowsShowItAll()
    {
        Page page;
        page.page.resize(320, 360);
        AccountSettings settings;
        settings.connection.logInWay = LogInWay::ClientCertificate;
        settings.connection.proxy.kind = ProxyKind::Socks5;
        auto *form = page.page.findChild<LoginForm *>();
        form->setSettings(settings);
        form->setKeychain(failure(ErrorCode::KeychainUnavailable));
        QTRY_VERIFY(form->width() <= 320);
        for (const QWidget *widget : form->findChildren<QWidget *>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus) {
                const int right = widget->mapTo(&page.page, QPoint(widget->width(), 0)).x();
                QVERIFY2(right <= 320, qPrintable(widget->accessibleName() + QString::number(right)));
            }
    }

    void passwordsAreHiddenAndWiped()
    {
        PasswordField field;
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        QVERIFY(field.inputMethodHints().testFlag(Qt::ImhSensitiveData));
        field.setText(u"sesame"_s);
        field.wipe();
        QVERIFY(field.text().isEmpty());
        field.undo();
        QVERIFY(!field.text().contains(u"sesame"_s));
    }

    /// SECURITY A51: what a server says of a failure is shown as it is written, and cut.
    void whatServersSayIsPlainText()
    {
        const QString said = u"<b>x</b><img src='file:///etc/passwd'>\u202e"_s + QString(1'000'000, u'x');
        StepsList steps;
        StepReport failed{ConnectionStep::Authenticate, StepState::Failed};
        failed.error = {ErrorCode::StreamPolicyViolation, shownRemoteText(said), shownRemoteText(said)};
        steps.setSteps({failed});
        steps.show();
        bool shown = false;
        for (const QLabel *label : steps.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(label->text().size() < 1500);
            QVERIFY(!label->text().contains(QChar(0x202e)));
            shown = shown || label->text().contains(u"<b>x</b><img"_s);
        }
        QVERIFY(shown);
    }

    void stepsAreAListForScreenReaders()
    {
        QAccessible::setActive(true);
        StepsList steps;
        steps.setSteps({{ConnectionStep::FindServer, StepState::Done, u"example.org:5223"_s,
                         TransportSecurity::DirectTls},
                        {ConnectionStep::Authenticate, StepState::Running}});
        steps.show();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&steps);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Connection steps"_s);
        QCOMPARE(list->childCount(), 2);
        QCOMPARE(list->child(0)->role(), QAccessible::ListItem);
        QCOMPARE(list->child(0)->text(QAccessible::Name), u"Found server example.org:5223, direct TLS"_s);
    }
};

QTEST_MAIN(LoginPageTest)
#include "tst_loginpage.moc"
