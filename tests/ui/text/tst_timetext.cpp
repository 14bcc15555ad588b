// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Language.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/TimeText.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TimeTextTest : public QObject
{
    Q_OBJECT
    const QLocale m_american{QLocale::English, QLocale::UnitedStates};
    const QLocale m_spanish{QLocale::Spanish, QLocale::Spain};
    const QDateTime m_time{QDate(2026, 3, 5), QTime(17, 7, 9)};
    const QDateTime m_later{QDate(2026, 6, 1), QTime(8, 0)};

private Q_SLOTS:
    void cleanup() { setTimeStyle({}); }

    void withoutAChoiceTheLocaleDecides()
    {
        QCOMPARE(clockTime(m_time, m_american), u"5:07 PM"_s);
        QCOMPARE(clockTime(m_time, m_spanish), u"17:07"_s);
        QCOMPARE(shortDate(m_time.date(), m_american), u"3/5/26"_s);
        QCOMPARE(shortDate(m_time.date(), m_spanish), u"5/3/26"_s);
        QCOMPARE(listTime(m_time, m_later, m_spanish), u"5/3/26"_s);
        QCOMPARE(clockHour(m_time, m_american), 5);
    }

    void theClockCanBeChosen()
    {
        setTimeStyle({.twentyFourHours = true});
        QCOMPARE(clockTime(m_time, m_american), u"17:07"_s);
        QCOMPARE(listTime(m_time, m_time, m_american), u"17:07"_s);
        QCOMPARE(clockHour(m_time, m_american), 17);
        setTimeStyle({.twentyFourHours = false});
        QVERIFY(clockTime(m_time, m_spanish).startsWith("5:07"_L1));
        QCOMPARE(clockHour(m_time, m_spanish), 5);
        const QDateTime midnight(QDate(2026, 3, 5), QTime(0, 5));
        QCOMPARE(clockTime(midnight, m_american), u"12:05 AM"_s);
        QCOMPARE(clockHour(midnight, m_american), 12);
    }

    void datesCanBeChosen()
    {
        setTimeStyle({.date = u"yyyy-MM-dd"_s});
        QCOMPARE(shortDate(m_time.date(), m_american), u"2026-03-05"_s);
        QCOMPARE(listTime(m_time, m_later, m_american), u"2026-03-05"_s);
        // Words stay words.
        QCOMPARE(listTime(m_time, m_time.addDays(1), m_american), u"Yesterday"_s);
        QCOMPARE(timeAhead(m_later, m_time, m_spanish), u"2026-06-01, 8:00"_s);
        QCOMPARE(timeAhead(m_time, m_time, m_spanish), u"17:07"_s);
    }

    void settingsSayIt()
    {
        UiSettings settings{QString()};
        settings.setValue(settingkeys::kClock, QString(settingkeys::kTwentyFourHours));
        settings.setValue(settingkeys::kDates, u"dd.MM.yyyy"_s);
        restoreLanguage(settings);
        QCOMPARE(clockTime(m_time, m_american), u"17:07"_s);
        QCOMPARE(shortDate(m_time.date(), m_american), u"05.03.2026"_s);
        settings.setValue(settingkeys::kClock, QString(settingkeys::kTwelveHours));
        settings.remove(settingkeys::kDates);
        restoreLanguage(settings);
        QCOMPARE(clockTime(m_time, m_american), u"5:07 PM"_s);
        QCOMPARE(shortDate(m_time.date(), m_american), u"3/5/26"_s);
    }
};

QTEST_MAIN(TimeTextTest)
#include "tst_timetext.moc"
