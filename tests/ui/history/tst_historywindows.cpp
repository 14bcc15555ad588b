// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The windows around keeping and leaving in every look: what a picture can tell by itself is checked, and
// TERTULIA_SCREENSHOTS names a folder for pictures to look at.
#include "core/session/History.h"
#include "core/session/StoreRescue.h"
#include "core/store/Store.h"
#include "tests/support/LogFixture.h"
#include "tests/support/PseudoTranslator.h"
#include "tests/support/SampleHousehold.h"
#include "tests/support/Screenshots.h"
#include "tests/support/WindowAudit.h"
#include "ui/history/ClearDialog.h"
#include "ui/history/HistoryImportDialog.h"
#include "ui/history/WorkDialog.h"
#include "ui/main/StoreErrorPage.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ReadingOrder.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QStringList kNobodysWords{u"Tertulia"_s, u"Pidgin"_s, u"Gajim"_s, u"Psi"_s,  u"Bruno"_s,
                                u"kB"_s,       u"MB"_s,     u"bytes"_s, u"store"_s};

QPushButton *buttonWith(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class tst_historywindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }

    void looks_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<int>("textSize");
        QTest::addColumn<bool>("spanish");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("light") << int(Theme::Choice::Light) << 100 << false << false;
        QTest::newRow("dark") << int(Theme::Choice::Dark) << 100 << false << false;
        QTest::newRow("es") << int(Theme::Choice::Light) << 100 << true << false;
        QTest::newRow("es-dark") << int(Theme::Choice::Dark) << 100 << true << false;
        QTest::newRow("contrast") << int(Theme::Choice::HighContrast) << 100 << false << false;
        QTest::newRow("large") << int(Theme::Choice::Light) << 150 << false << false;
        QTest::newRow("rtl") << int(Theme::Choice::Light) << 100 << false << true;
        QTest::newRow("pseudo") << int(Theme::Choice::Light) << 100 << false << false;
    }
    void looks()
    {
        QFETCH(int, choice);
        QFETCH(int, textSize);
        QFETCH(bool, spanish);
        QFETCH(bool, mirrored);
        m_look = QString::fromLatin1(QTest::currentDataTag());
        m_faults.clear();
        const QLocale locale = spanish ? QLocale(QLocale::Spanish, QLocale::Spain)
                                       : QLocale(QLocale::English, QLocale::UnitedKingdom);
        QLocale::setDefault(locale);
        Translations words(locale);
        test::PseudoTranslator pseudo;
        if (m_look == u"pseudo")
            QCoreApplication::installTranslator(&pseudo);
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Theme::current().setChoice(Theme::Choice(choice));
        Theme::current().setTextSize(textSize);

        clearing();
        importing();
        working();
        damaged();

        QCoreApplication::removeTranslator(&pseudo);
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        for (const QString &fault : std::as_const(m_faults))
            qWarning("%s", qPrintable(fault));
        QCOMPARE(m_faults.size(), 0);
    }

private:
    void clearing()
    {
        ClearDialog one(ClearDialog::tr("Remove messages with %1?").arg(u"Bruno"_s), true, nullptr);
        one.setAttribute(Qt::WA_DeleteOnClose, false);
        look(one, u"clear"_s);
        ClearDialog all(ClearDialog::tr("Remove old messages of all chats?"), false, nullptr);
        all.setAttribute(Qt::WA_DeleteOnClose, false);
        look(all, u"clear-all"_s);
    }

    void importing()
    {
        const LogFixture logs;
        qputenv("HOME", logs.home().toUtf8());
        qputenv("XDG_DATA_HOME", logs.data().toUtf8());
        qputenv("XDG_CONFIG_HOME", logs.config().toUtf8());
        QFile file(logs.pidginChat() + u"/2019-11-30.042740+0100CET.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Conversation with bruno@example.net at x on ana@example.org/Desk (jabber)\n");
        for (int i = 0; i < 30'000; ++i)
            file.write("(04:27:40) bruno@example.net/bot: " + QByteArray::number(i) + '\n');
        file.close();
        SampleHousehold household(SampleHousehold::Contents::Filled);
        HistoryImportDialog dialog(household.accounts(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *list = dialog.findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 4);
        look(dialog, u"import"_s);
        auto *begin = dialog.findChild<PrimaryButton *>();
        begin->click();
        HistoryImport &work = household.accounts().history().importing();
        QVERIFY(work.isRunning());
        QSignalSpy progressed(&work, &HistoryImport::progressed);
        QVERIFY(progressed.wait());
        look(dialog, u"import-running"_s);
        QVERIFY(dialog.findChild<QProgressBar *>()->isVisible());
        work.stop();
        QVERIFY(!dialog.findChild<QProgressBar *>()->isVisible());
        look(dialog, u"imported"_s);
    }

    void working()
    {
        LongWork work;
        WorkDialog dialog(work, WorkDialog::tr("Progress"), nullptr);
        showProgress(*dialog.findChild<QProgressBar *>(), 4, 10);
        look(dialog, u"work"_s);
        dialog.hide();
    }

    void damaged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        Store::open(path).value().reset();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 1));
        }
        StoreErrorPage page(Store::open(path).error(), path);
        look(page, u"damaged"_s);
        auto *save = buttonWith(page, StoreErrorPage::tr("&Save what can be read"));
        QVERIFY(save);
        save->click();
        look(page, u"saving"_s);
        QTRY_VERIFY(!page.findChild<QProgressBar *>()->isVisible());
        look(page, u"saved"_s);
    }

    void look(QWidget &window, const QString &name)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        // Layouts that were put off; what the window shows does not go on by it.
        for (int round = 0; round < 3; ++round)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QImage picture = window.grab().toImage();
        test::screenshot(window, u"history-"_s + m_look + u'-' + name);
        const auto note = [&](const QString &what, const QStringList &faults) {
            for (const QString &fault : faults)
                m_faults.append(name + u": "_s + what + u": "_s + fault);
        };
        note(u"name"_s, test::namelessControls(window));
        tabInReadingOrder(window);
        note(u"order"_s, test::tabFaults(window));
        note(u"target"_s, test::smallTargets(window));
        note(u"clipped"_s, test::clippedTexts(window));
        note(u"faint"_s, test::faintTexts(window, picture));
        if (m_look == u"pseudo")
            note(u"word"_s, test::untranslatedTexts(window, kNobodysWords));
    }

    QString m_look;
    QStringList m_faults;
};

QTEST_MAIN(tst_historywindows)
#include "tst_historywindows.moc"
