// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every error that a connection can end with, brought about by a server and read in the window where a person
// meets it, in English and Spanish. Saves a picture of each, and sheets of many, to the folder
// `screenshots/errors` beside the program, to be looked at.
#include "core/store/StoredNames.h"
#include "tests/support/Paths.h"
#include "tests/support/Settle.h"
#include "tests/support/TroubledServer.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/WelcomePage.h"
#include "ui/chat/ChatHosts.h"
#include "ui/main/ConnectionStrip.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ChoiceCard.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kLast = static_cast<int>(ErrorCode::SecretNotFound);
constexpr QSize kWindow(760, 780);

/// The labels that a person sees with this text in them.
QList<QLabel *> labelsSaying(const QWidget &window, const QString &text)
{
    QList<QLabel *> found;
    for (QLabel *label : window.findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(text))
            found.append(label);
    return found;
}

/// What is wrong with how the label is shown, or nothing.
QString flawOf(const QLabel &label)
{
    if (label.visibleRegion().boundingRect().size() != label.size())
        return u"it is partly out of sight"_s;
    if (label.wordWrap() ? label.heightForWidth(label.width()) > label.height()
                         : label.sizeHint().width() > label.width())
        return u"it is cut off"_s;
    return {};
}

} // namespace

class ErrorPictures : public QObject
{
    Q_OBJECT
private:
    void logIn(MainWindow &window, const QString &password)
    {
        auto *welcome = window.findChild<WelcomePage *>();
        QVERIFY(welcome && welcome->isVisible());
        const QList<ChoiceCard *> cards = welcome->findChildren<ChoiceCard *>();
        const auto first = std::ranges::find_if(cards, &QWidget::isVisible);
        QVERIFY(first != cards.end());
        (*first)->click();
        auto *login = window.findChild<LoginPage *>();
        QVERIFY(login->isVisible());
        const QList<QLineEdit *> fields = login->findChildren<QLineEdit *>();
        fields.at(0)->setText(u"ana@example.org"_s);
        fields.at(1)->setText(password);
        QTest::keyClick(fields.at(1), Qt::Key_Return);
    }

    QString m_folder;
    QHash<QString, QList<QPixmap>> m_sheets;

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"tertulia.*=false"_s);
        applyTheme(*qApp);
        Theme::current().setReducedMotion(true);
        Theme::current().setChoice(Theme::Choice::Light);
        m_folder = QCoreApplication::applicationDirPath() + u"/screenshots/errors"_s;
        QVERIFY(QDir().mkpath(m_folder));
    }

    /// The list that the rest goes through is the one in the header, whole and in its order.
    void everyErrorOfTheHeaderIsMet()
    {
        QFile header(sourcePath(u"core/base/Error.h"_s));
        QVERIFY(header.open(QFile::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll());
        const qsizetype begin = text.indexOf(u"enum class ErrorCode {"_s);
        const QString list = text.mid(begin, text.indexOf(u"};"_s, begin) - begin);
        static const QRegularExpression enumerator(u"^    ([A-Z][A-Za-z]+),"_s,
                                                   QRegularExpression::MultilineOption);
        int number = 0;
        for (const auto &match : enumerator.globalMatch(list)) {
            QVERIFY2(number <= kLast, qPrintable(match.captured(1) + u" stands behind the last one"_s));
            QCOMPARE(storedName(static_cast<ErrorCode>(number++)), match.captured(1));
        }
        QCOMPARE(number, kLast + 1);
    }

    void spanishSaysEachInItsOwnWords()
    {
        QSet<QString> seen;
        for (int i = 0; i <= kLast; ++i) {
            const Error error{static_cast<ErrorCode>(i), u"example.org"_s};
            ErrorText english;
            {
                Translations words{QLocale(QLocale::English)};
                english = errorText(error);
            }
            Translations words{QLocale(QLocale::Spanish)};
            const ErrorText spanish = errorText(error);
            QVERIFY2(spanish.sentence != english.sentence, qPrintable(english.sentence));
            QVERIFY2(spanish.remedy.isEmpty() == english.remedy.isEmpty()
                         && (english.remedy.isEmpty() || spanish.remedy != english.remedy),
                     qPrintable(english.remedy));
            QVERIFY2(!seen.contains(spanish.sentence), qPrintable(spanish.sentence));
            seen.insert(spanish.sentence);
        }
    }

    void isShown_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("spanish");
        for (int i = 0; i <= kLast; ++i) {
            const auto code = static_cast<ErrorCode>(i);
            if (!troubleOf(code))
                continue;
            for (const bool spanish : {false, true})
                QTest::newRow(qPrintable(storedName(code) + (spanish ? u"-es"_s : u"-en"_s)))
                    << code << spanish;
        }
    }
    void isShown()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, spanish);
        const QLocale locale(spanish ? QLocale::Spanish : QLocale::English);
        QLocale::setDefault(locale);
        Translations words(locale);
        const Trouble trouble = *troubleOf(code);
        using When = Trouble::When;

        TroubledServer rig;
        if (trouble.prepare && trouble.when != When::Storing)
            trouble.prepare(rig);
        if (trouble.when == When::Online)
            rig.addAccount();
        UiSettings settings{QString()};
        ChatHosts hosts(rig.accounts(), settings);
        MainWindow window(rig.accounts(), hosts, settings);
        window.resize(kWindow);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));

        if (trouble.when == When::LoggingIn || trouble.when == When::Storing)
            logIn(window, rig.password);
        else
            rig.session()->setPresence({});
        settle();
        XmppSession *session = rig.session();
        QVERIFY(session);
        if (trouble.when == When::Online || trouble.when == When::Storing) {
            if (trouble.prepare)
                trouble.prepare(rig);
            rig.script.acceptTcp();
            rig.script.openPlainStream();
            rig.script.secure();
            rig.script.openSecureStream();
            rig.script.authenticate();
            rig.script.openAuthenticatedStream();
            rig.script.bind();
            rig.script.enableManagement();
            QTRY_COMPARE(session->state(), SessionState::Online);
        }
        if (trouble.happen)
            trouble.happen(rig);

        Error expected{code};
        if (trouble.when == When::Storing) {
            expected.subject = session->accountId() + u"/password"_s;
        } else if (!trouble.refuseCertificate) {
            QTRY_COMPARE(session->lastError().code, code);
            QTRY_VERIFY(session->state() != SessionState::Connecting
                        && session->state() != SessionState::Online
                        && session->state() != SessionState::Disconnecting);
            expected = session->lastError();
            // Where the wire does not say whom it is about, we do.
            const QHash<ErrorCode, QString> about{{ErrorCode::NotXmpp, u"127.0.0.1"_s},
                                                  {ErrorCode::WrongPassword, u"ana@example.org"_s},
                                                  {ErrorCode::StreamHostGone, u"example.org"_s},
                                                  {ErrorCode::StreamHostUnknown, u"example.org"_s}};
            if (about.contains(code))
                QCOMPARE(expected.subject, about.value(code));
        } else {
            auto *question = window.findChild<CertificateQuestion *>();
            QTRY_VERIFY(question->isVisible());
            question->findChildren<QPushButton *>().constFirst()->click();
        }
        settle();
        auto *strip = window.findChild<ConnectionStrip *>();
        if (strip && strip->isVisible())
            for (auto *button : strip->findChildren<QPushButton *>())
                if (button->isCheckable() && button->isVisible())
                    button->setChecked(true);
        settle();

        const QPixmap picture = window.grab();
        QVERIFY(picture.save(m_folder + u'/' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        m_sheets[spanish ? u"es"_s : u"en"_s].append(picture);

        const ErrorText text = errorText(expected);
        // What could not be stored is there for now: the notice tells that in place of a remedy.
        const QString remedy = trouble.when == When::Storing ? QString() : text.remedy;
        for (const QString &part : {text.sentence, remedy}) {
            if (part.isEmpty())
                continue;
            const QList<QLabel *> labels = labelsSaying(window, part);
            QVERIFY2(!labels.isEmpty(), qPrintable(u"nobody reads: "_s + part));
            for (const QLabel *label : labels)
                QVERIFY2(flawOf(*label).isEmpty(), qPrintable(label->text() + u": "_s + flawOf(*label)));
        }
    }

    void cleanupTestCase()
    {
        constexpr int kColumns = 4;
        constexpr int kRows = 3;
        constexpr QSize kCell(460, 472);
        for (auto sheet = m_sheets.cbegin(); sheet != m_sheets.cend(); ++sheet) {
            for (qsizetype first = 0; first < sheet->size(); first += kColumns * kRows) {
                QPixmap together(kCell.width() * kColumns, kCell.height() * kRows);
                together.fill(Qt::darkGray);
                QPainter painter(&together);
                for (qsizetype i = 0; i < kColumns * kRows && first + i < sheet->size(); ++i)
                    painter.drawPixmap(int(i % kColumns) * kCell.width(), int(i / kColumns) * kCell.height(),
                                       sheet->at(first + i).scaled(kCell - QSize(4, 4), Qt::KeepAspectRatio,
                                                                   Qt::SmoothTransformation));
                painter.end();
                QVERIFY(together.save(
                    m_folder + u"/sheet-%1-%2.png"_s.arg(sheet.key()).arg(first / (kColumns * kRows) + 1)));
            }
        }
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(ErrorPictures)
#include "tst_errorpictures.moc"
