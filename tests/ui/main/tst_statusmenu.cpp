// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleHousehold.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/OwnPresence.h"
#include "ui/main/StatusMenu.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/TimeText.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The strip of a household, as the main window has it.
struct Rig {
    Rig()
        : household(SampleHousehold::Contents::Filled)
        , settings(QString())
        , presence(household.accounts(), strip, settings, nullptr)
        , menu(strip.findChild<StatusMenu *>())
    {
    }

    void addAccount()
    {
        AccountSettings more;
        more.id = u"work"_s;
        more.connection.account = jidOf(u"ana@work.example"_s);
        QVERIFY(household.accounts().add(more));
    }

    /// What can be chosen now, submenus with what they hold.
    [[nodiscard]] QStringList offered()
    {
        Q_EMIT menu->aboutToShow();
        return textsOf(*menu);
    }
    [[nodiscard]] static QStringList textsOf(const QMenu &of)
    {
        QStringList texts;
        for (const QAction *action : of.actions()) {
            if (action->isSeparator() && action->text().isEmpty())
                continue;
            QString text = action->text();
            if (action->isChecked())
                text += u" ✓"_s;
            if (action->menu())
                text += u" ["_s + textsOf(*action->menu()).join(u", "_s) + u']';
            if (!action->isEnabled())
                text = u'(' + text + u')';
            texts.append(text);
        }
        return texts;
    }

    /// Chooses it, the last of `path` below the others.
    void choose(const QStringList &path)
    {
        Q_EMIT menu->aboutToShow();
        QMenu *level = menu;
        for (const QString &text : path) {
            const QList<QAction *> actions = level->actions();
            const auto found = std::ranges::find_if(actions, [&](const QAction *action) {
                return action->text() == text && !action->isSeparator();
            });
            QVERIFY2(found != actions.cend(), qPrintable(text));
            level = (*found)->menu();
            if (!level)
                (*found)->trigger();
        }
    }

    void type(const QString &message)
    {
        auto *field = strip.findChild<QLineEdit *>();
        field->setText(message); // without the focus: as a screen reader does
    }

    [[nodiscard]] Accounts &accounts() { return household.accounts(); }

    SampleHousehold household;
    UiSettings settings;
    AccountStrip strip;
    OwnPresence presence;
    StatusMenu *menu;
};

} // namespace

class StatusMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atFirstThereIsLittle()
    {
        Rig rig;
        QVERIFY(rig.menu);
        const QStringList offered = rig.offered();
        QCOMPARE(offered.mid(0, 3),
                 (QStringList{u"Recent messages"_s, u"(None yet)"_s, u"(Clear message)"_s}));
        QCOMPARE(offered.at(3),
                 u"Clear after [Never ✓, 30 minutes, 1 hour, 4 hours, At the end of the day]"_s);
        QCOMPARE(offered.size(), 4); // one account has no other
    }

    void messagesComeBack()
    {
        Rig rig;
        rig.accounts().setPresence({Availability::Away, {}});
        for (const QString &message : {u"lunch"_s, u"R&D meeting"_s, u"lunch"_s})
            rig.type(message);
        QCOMPARE(rig.offered().mid(1, 3), (QStringList{u"lunch"_s, u"R&&D meeting"_s, u"Clear message"_s}));
        rig.choose({u"R&&D meeting"_s});
        QCOMPARE(rig.accounts().presence(), (PresenceChoice{Availability::Away, u"R&D meeting"_s}));
        QCOMPARE(rig.offered().at(1), u"R&&D meeting"_s);
        QCOMPARE(rig.strip.presence().status, u"R&D meeting"_s);
        rig.choose({u"Clear message"_s});
        QCOMPARE(rig.accounts().presence(), (PresenceChoice{Availability::Away, {}}));
        for (int i = 0; i < 20; ++i)
            rig.type(u"message %1"_s.arg(i));
        QCOMPARE(rig.settings.value(settingkeys::kRecentMessages).toStringList().size(),
                 StatusMenu::kMostRecent);
        rig.type(QString(900, u'x'));
        QVERIFY(rig.offered().at(1).size() < 60);
    }

    void aChoiceMayEnd()
    {
        Rig rig;
        rig.accounts().setPresence({Availability::DoNotDisturb, u"meeting"_s});
        const QDateTime before = QDateTime::currentDateTimeUtc();
        rig.choose({u"Clear after"_s, u"1 hour"_s});
        const QDateTime end = rig.accounts().presenceEnd();
        QVERIFY(end >= before.addSecs(3600) && end <= before.addSecs(3660));
        const QString time = clockTime(end.toLocalTime());
        const QStringList offered = rig.offered();
        QVERIFY2(
            offered.contains(
                u"Clear at %1 [Never, At %1 ✓, 30 minutes, 1 hour, 4 hours, At the end of the day]"_s.arg(
                    time)),
            qPrintable(offered.join(u'\n')));
        auto *box = rig.strip.findChild<QComboBox *>();
        QVERIFY2(box->toolTip().contains(time), qPrintable(box->toolTip()));
        rig.choose({u"Clear at "_s + time, u"At the end of the day"_s});
        QCOMPARE(rig.accounts().presenceEnd().toLocalTime(), QDate::currentDate().addDays(1).startOfDay());
        rig.choose({u"Clear at "_s + clockTime(QDate::currentDate().startOfDay()), u"Never"_s});
        QVERIFY(!rig.accounts().presenceEnd().isValid());
    }

    void anAccountMayBeSomethingElse()
    {
        Rig rig;
        rig.addAccount();
        rig.accounts().setPresence({Availability::Available, u"here"_s});
        const QString work = u"ana@work.example"_s;
        QStringList offered = rig.offered();
        QCOMPARE(offered.size(), 7);
        QVERIFY(offered.contains(u"Accounts"_s));
        QVERIFY2(offered.last().startsWith(work + u" [As chosen for all ✓, Available, Free for chat, Away"_s),
                 qPrintable(offered.last()));
        rig.choose({work, u"Offline"_s});
        QCOMPARE(rig.accounts().session(u"work"_s)->presence().availability, Availability::Offline);
        QCOMPARE(rig.accounts().presence(), (PresenceChoice{Availability::Available, u"here"_s}));
        QVERIFY(rig.offered().last().contains(u"As chosen for all, Available,"_s));
        QVERIFY(rig.offered().last().contains(u"Offline ✓"_s));
        rig.choose({work, u"As chosen for all"_s});
        QCOMPARE(rig.accounts().session(u"work"_s)->presence(), rig.accounts().presence());
    }

    void theButtonHasAName()
    {
        Rig rig;
        rig.strip.show();
        QStringList names;
        for (QToolButton *button : rig.strip.findChildren<QToolButton *>()) {
            if (button->menu() == rig.menu)
                names.append(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name));
        }
        QCOMPARE(names, QStringList{u"Status options"_s});
    }
};

QTEST_MAIN(StatusMenuTest)
#include "tst_statusmenu.moc"
