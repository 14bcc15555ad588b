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
#include <QDialog>
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
