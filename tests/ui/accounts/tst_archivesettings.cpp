// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionMessages.h"
#include "tests/support/ArchiveRig.h"
#include "tests/support/Screenshots.h"
#include "ui/accounts/ArchiveSettings.h"
#include "ui/history/ClearDialog.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QByteArray preferences(const QByteArray &standard)
{
    return "<prefs xmlns='urn:xmpp:mam:2' default='" + standard
        + "'><always><jid>carla@example.org</jid></always><never><jid>news@example.net</jid></never></prefs>";
}

/// The page of an account whose archive has a hundred days and is asked for pages of two, answered as far as
/// the test wants.
struct Fixture {
    Fixture()
    {
        rig.roster.clear();
        rig.extended = true;
        rig.pace = 24h;
        rig.nextStamp = rig.server.clock.now().addDays(-100);
        for (int i = 0; i < 100; ++i) {
            const QByteArray number = QByteArray::number(i);
            rig.keep("a" + number, "words " + number);
        }
        rig.instead = [this](const ArchiveRig::Question &question) {
            return !question.before.isEmpty() && answered-- <= 0;
        };
        rig.answers = [this](const QByteArray &xml) -> std::optional<QByteArray> {
            if (!xml.contains("<prefs"))
                return {};
            (xml.contains("type=\"set\"") ? told : asked).append(xml);
            return standard.isEmpty() ? std::nullopt : std::optional(preferences(standard));
        };
    }
    void open()
    {
        page = std::make_unique<ArchiveSettings>(*rig.session);
        page->resize(460, 380);
        page->show();
        rig.serveAll();
    }
    [[nodiscard]] ArchiveFill &fill() { return rig.session->messages().archive(); }
    [[nodiscard]] QComboBox *box(const QString &name) const
    {
        for (QComboBox *box : page->findChildren<QComboBox *>())
            if (box->accessibleName() == name)
                return box;
        return nullptr;
    }
    [[nodiscard]] QComboBox *keeps() const { return box(u"The server keeps"_s); }
    [[nodiscard]] QComboBox *fetches() const { return box(u"Fetch to this computer"_s); }
    [[nodiscard]] QPushButton *pause() const { return page->findChild<QPushButton *>(); }
    [[nodiscard]] QProgressBar *bar() const { return page->findChild<QProgressBar *>(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    /// As a person does it, by the keyboard.
    void choose(QComboBox *box, Qt::Key key)
    {
        box->setFocus();
        QTest::keyClick(box, key);
        rig.serveAll();
    }

    ArchiveRig rig;
    QByteArray standard = "always"; ///< what the server answers; empty: it refuses
    QByteArrayList asked;
    QByteArrayList told;
    int answered = 5; ///< so many pages backwards
    std::unique_ptr<ArchiveSettings> page;
};

} // namespace

class ArchiveSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }

    void itTellsHowFarItIsAndCanBeStopped()
    {
        Fixture f;
        f.rig.comeOnline();
        f.open();
        const QString since
            = QLocale().toString(f.fill().progress().reached.toLocalTime().date(), QLocale::LongFormat);
        QVERIFY(f.says(u"Fetching older messages. Those since "_s + since));
        QVERIFY(f.bar()->isVisible());
        QVERIFY(f.bar()->value() > 0);
        QCOMPARE(f.pause()->text(), u"Pause"_s);
        QTest::mouseClick(f.pause(), Qt::LeftButton);
        QVERIFY(f.fill().isPaused());
        QVERIFY(f.says(u"Paused."_s));
        QCOMPARE(f.pause()->text(), u"Continue"_s);
        // A new process is stopped too.
        f.page.reset();
        f.answered = 1000;
        f.rig.newProcess();
        f.open();
        QVERIFY(f.says(u"Paused."_s));
        QTest::mouseClick(f.pause(), Qt::LeftButton);
        f.rig.serveAll();
        QVERIFY(f.says(u"All messages of the archive are here."_s));
        QVERIFY(!f.bar()->isVisible());
        QVERIFY(!f.pause()->isVisible());
    }

    void whatIsHereIsRemoved()
    {
        Fixture f;
        f.answered = 1000;
        f.rig.comeOnline();
        f.open();
        const Jid bruno = Jid::fromNormalized(u"bruno@example.org"_s);
        const auto here = [&] { return f.rig.bodies(bruno).size(); };
        QVERIFY(here() > 2);
        const auto press = [](QWidget &window, const QString &text) {
            for (QPushButton *button : window.findChildren<QPushButton *>())
                if (button->isVisible() && button->text() == text)
                    button->click();
        };
        press(*f.page, u"Remove messages from this computer…"_s);
        auto *question = f.page->findChild<ClearDialog *>();
        QVERIFY(question && question->isVisible());
        QVERIFY(question->windowTitle().contains(u"ana@example.org"_s));
        press(*question, u"Cancel"_s);
        QTRY_VERIFY(!f.page->findChild<ClearDialog *>());
        QVERIFY(here() > 2);
        press(*f.page, u"Remove messages from this computer…"_s);
        press(*f.page->findChild<ClearDialog *>(), u"Remove messages"_s);
        QTRY_COMPARE(here(), 0);
        QTRY_VERIFY(f.says(u"removed"_s));
        // And they do not come back from the archive.
        f.rig.serveAll();
        QCOMPARE(here(), 0);
    }

    void howFarBackIsChosen()
    {
        Fixture f;
        f.answered = 1000;
        f.rig.session->messages().archive().setReachDays(31);
        f.rig.comeOnline();
        f.open();
        QCOMPARE(f.fetches()->currentText(), u"Those of the last month"_s);
        QVERIFY(f.says(u"Messages since "_s));
        QVERIFY(!f.bar()->isVisible()); // all that is wanted is here
        const auto before = f.rig.bodies(Jid::fromNormalized(u"bruno@example.org"_s)).size();
        f.choose(f.fetches(), Qt::Key_Up);
        QCOMPARE(f.fill().reachDays(), 92);
        QVERIFY(f.rig.bodies(Jid::fromNormalized(u"bruno@example.org"_s)).size() > before);
        f.choose(f.fetches(), Qt::Key_Home);
        QCOMPARE(f.fill().reachDays(), 0);
        QVERIFY(f.says(u"All messages of the archive are here."_s));
    }

    void whatTheServerKeepsIsChosen()
    {
        Fixture f;
        f.rig.comeOnline();
        f.open();
        QCOMPARE(f.asked.size(), 1);
        QVERIFY(f.keeps()->isVisibleTo(f.page.get()) && f.keeps()->isEnabled());
        QCOMPARE(f.keeps()->currentText(), u"All messages"_s);
        f.standard = "roster";
        f.choose(f.keeps(), Qt::Key_Down);
        QCOMPARE(f.told.size(), 1);
        QVERIFY(f.told[0].contains("default=\"roster\""));
        // What else is set there stays.
        QVERIFY(f.told[0].contains("carla@example.org"));
        QVERIFY(f.told[0].contains("news@example.net"));
        QVERIFY(f.keeps()->isVisibleTo(f.page.get()) && f.keeps()->isEnabled());
        QCOMPARE(f.keeps()->currentText(), u"Messages with my contacts"_s);
    }

    void aChangeThatIsRefusedIsUndone()
    {
        Fixture f;
        f.rig.comeOnline();
        f.open();
        f.standard.clear();
        f.choose(f.keeps(), Qt::Key_End);
        QCOMPARE(f.told.size(), 1);
        QVERIFY(f.told[0].contains("default=\"never\""));
        QCOMPARE(f.keeps()->currentText(), u"All messages"_s);
        QVERIFY(f.keeps()->isVisibleTo(f.page.get()) && f.keeps()->isEnabled());
        QVERIFY(f.says(u"This server does not let you choose."_s));
    }

    void aServerThatLeavesNoChoice()
    {
        Fixture f;
        f.standard.clear();
        f.rig.comeOnline();
        f.open();
        QVERIFY(f.keeps()->isHidden());
        QVERIFY(f.says(u"This server does not let you choose."_s));
    }

    void offline()
    {
        Fixture f;
        f.open();
        QVERIFY(f.keeps()->isHidden());
        QVERIFY(f.says(u"Known while the account is online."_s));
        QVERIFY(f.says(u"Nothing was fetched from the archive yet."_s));
        f.rig.comeOnline();
        QVERIFY(f.keeps()->isVisibleTo(f.page.get()) && f.keeps()->isEnabled());
        QVERIFY(!f.says(u"Known while the account is online."_s));
        f.rig.loseStream();
        QVERIFY(f.keeps()->isHidden());
        QVERIFY(f.says(u"Messages since "_s));
    }

    void aServerWithoutAnArchive()
    {
        Fixture f;
        f.rig.bringOnline();
        f.open();
        QVERIFY(f.says(u"This server keeps no archive."_s));
    }

    void pictures()
    {
        for (const QString &language : {u"en"_s, u"es"_s}) {
            const Translations words{QLocale(language)};
            QLocale::setDefault(QLocale(language));
            for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
                Theme::current().setChoice(choice);
                Fixture f;
                f.rig.comeOnline();
                f.open();
                QCOMPARE(f.pause()->text(), language == u"en"_s ? u"Pause"_s : u"Pausar"_s);
                screenshot(*f.page,
                           u"archivesettings-"_s + language
                               + (choice == Theme::Choice::Light ? u"-light"_s : u"-dark"_s));
            }
        }
    }
};

QTEST_MAIN(ArchiveSettingsTest)
#include "tst_archivesettings.moc"
