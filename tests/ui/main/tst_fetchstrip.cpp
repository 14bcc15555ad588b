// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionMessages.h"
#include "tests/support/ArchiveRig.h"
#include "tests/support/PseudoTranslator.h"
#include "tests/support/Screenshots.h"
#include "tests/support/WindowAudit.h"
#include "ui/main/FetchStrip.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A window with nothing but the strip of an account whose archive stops answering where the test wants.
struct Fixture {
    Fixture()
    {
        rig.roster.clear();
        rig.extended = true;
        rig.pace = 24h;
        rig.nextStamp = rig.server.clock.now().addDays(-100);
        for (int i = 0; i < 100; ++i)
            rig.keep("a" + QByteArray::number(i), "words " + QByteArray::number(i));
        rig.instead = [this](const ArchiveRig::Question &question) {
            return !question.before.isEmpty() && answered-- <= 0;
        };
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addStretch();
        strip = new FetchStrip(*rig.session, &window);
        layout->addWidget(strip);
        window.resize(900, 120);
        window.show();
    }
    ~Fixture() { delete strip; }
    Q_DISABLE_COPY_MOVE(Fixture)

    [[nodiscard]] ArchiveFill &fill() { return rig.session->messages().archive(); }
    [[nodiscard]] QString words() const { return strip->findChild<QLabel *>()->text(); }
    [[nodiscard]] QPushButton *pause() const { return strip->findChild<QPushButton *>(); }

    ArchiveRig rig;
    int answered = 20; ///< so many pages backwards
    QWidget window;
    FetchStrip *strip = nullptr;
};

} // namespace

class FetchStripTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }

    void itIsThereWhileFetchingTakesLong()
    {
        Fixture f;
        QVERIFY(f.strip->isHidden());
        f.rig.comeOnline();
        QVERIFY(f.strip->isHidden()); // it may be over in a moment
        QTRY_VERIFY(f.strip->isVisible());
        QVERIFY(f.words().startsWith(u"ana@example.org: Fetching older messages. Those since "_s));
        auto *bar = f.strip->findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->value() > 0);
        QCOMPARE(bar->accessibleName(), u"Messages fetched"_s);
        QTest::mouseClick(f.pause(), Qt::LeftButton);
        QVERIFY(f.fill().isPaused());
        QVERIFY(f.words().contains(u"is paused"_s));
        QCOMPARE(f.pause()->text(), u"Continue"_s);
        QTest::mouseClick(f.pause(), Qt::LeftButton);
        QVERIFY(!f.fill().isPaused());
        QCOMPARE(f.pause()->text(), u"Pause"_s);
        f.answered = 1000;
        f.rig.reconnect();
        QVERIFY(f.fill().progress().complete);
        QVERIFY(f.strip->isHidden());
    }

    void whatIsPausedSinceBeforeIsNotTold()
    {
        Fixture f;
        f.fill().setPaused(true);
        f.rig.comeOnline();
        QCOMPARE(f.fill().progress().state, ArchiveProgress::State::Paused);
        QTest::qWait(0);
        QVERIFY(f.strip->isHidden());
        QVERIFY(!f.strip->findChild<QTimer *>()->isActive());
    }

    void itCanBePutAway()
    {
        Fixture f;
        f.rig.comeOnline();
        QTRY_VERIFY(f.strip->isVisible());
        QTest::mouseClick(f.strip->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(f.strip->isHidden());
        QCOMPARE(f.fill().progress().state, ArchiveProgress::State::Fetching);
        f.answered = 3;
        f.rig.reconnect();
        QVERIFY(f.strip->isHidden());
        QVERIFY(!f.fill().isPaused());
    }

    void itGoesWithTheConnection()
    {
        Fixture f;
        f.rig.comeOnline();
        QTRY_VERIFY(f.strip->isVisible());
        f.rig.loseStream();
        QVERIFY(f.strip->isHidden());
    }

    void pictures_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("es") << u"es"_s;
        QTest::newRow("pseudo") << QString();
    }
    /// In a wide and a narrow window; what a picture can tell by itself (UI R34, e.14).
    void pictures()
    {
        QFETCH(QString, language);
        const Translations words{QLocale(language)};
        QLocale::setDefault(QLocale(language));
        PseudoTranslator pseudo;
        if (language.isEmpty())
            QCoreApplication::installTranslator(&pseudo);
        const std::pair<Theme::Choice, QString> looks[] = {{Theme::Choice::Light, u"light"_s},
                                                           {Theme::Choice::Dark, u"dark"_s},
                                                           {Theme::Choice::HighContrast, u"contrast"_s}};
        for (const auto &[choice, look] : looks) {
            Theme::current().setChoice(choice);
            Fixture f;
            f.rig.comeOnline();
            QTRY_VERIFY(f.strip->isVisible());
            for (const int width : {900, 360}) {
                f.window.resize(width, 120);
                QCoreApplication::processEvents(); // the words take their colours when they hear of it
                const QImage picture = f.window.grab().toImage();
                screenshot(f.window,
                           u"fetchstrip-"_s + language + u'-' + look + u'-' + QString::number(width));
                QStringList faults = namelessControls(f.window) + clippedTexts(f.window)
                    + smallTargets(f.window) + faintTexts(f.window, picture);
                if (language.isEmpty())
                    faults += untranslatedTexts(f.window, {});
                QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
            }
        }
        Theme::current().setChoice(Theme::Choice::Light);
    }
};

QTEST_MAIN(FetchStripTest)
#include "tst_fetchstrip.moc"
