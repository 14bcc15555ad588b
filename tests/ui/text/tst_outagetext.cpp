// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/OutageText.h"
#include "ui/text/PasswordHint.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow({2026, 6, 3}, {12, 0}, Qt::UTC);
const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);

} // namespace

class OutageTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sentences_data()
    {
        QTest::addColumn<bool>("planned");
        QTest::addColumn<QDateTime>("beginning");
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<QString>("said");
        const QDateTime hourAgo = kNow.addSecs(-3600);
        QTest::newRow("trouble") << false << hourAgo << QDateTime()
                                 << u"The server has a problem that its people know of."_s;
        QTest::newRow("trouble with an end")
            << false << hourAgo << kNow.addSecs(1800)
            << u"The server has a problem that its people know of. They expect it to last until about 12:30."_s;
        QTest::newRow("trouble that should be over")
            << false << hourAgo << kNow.addSecs(-60)
            << u"The server has a problem that its people know of."_s;
        QTest::newRow("planned") << true << hourAgo << QDateTime() << u"The server is away as planned."_s;
        QTest::newRow("planned with an end") << true << hourAgo << kNow.addSecs(1800)
                                             << u"The server is away as planned, until about 12:30."_s;
        QTest::newRow("ends tomorrow") << true << hourAgo << kNow.addDays(1)
                                       << u"The server is away as planned, until about 04/06/2026, 12:00."_s;
        QTest::newRow("ahead") << true << kNow.addSecs(600) << QDateTime()
                               << u"The server will be away from 12:10."_s;
        QTest::newRow("ahead with an end") << true << kNow.addSecs(600) << kNow.addSecs(1200)
                                           << u"The server will be away from 12:10 to 12:20."_s;
    }
    void sentences()
    {
        QFETCH(bool, planned);
        QFETCH(QDateTime, beginning);
        QFETCH(QDateTime, end);
        ServiceOutage outage;
        outage.planned = planned;
        outage.beginning = beginning;
        outage.expectedEnd = end;
        QTEST(outageText(outage, kNow, kEnglish), "said");
    }

    void theirWordsInOurLanguageAndPlain()
    {
        ServiceOutage outage;
        outage.beginning = kNow.addSecs(-10);
        outage.messages
            = {{u"default"_s, u"<b>The disk</b> is full\u202e"_s}, {u"es"_s, u"El disco está lleno"_s}};
        QVERIFY(outageText(outage, kNow, kEnglish).endsWith(u"They say: <b>The disk</b> is full"_s));
        QVERIFY(outageText(outage, kNow, QLocale(QLocale::Spanish)).endsWith(u"El disco está lleno"_s));
        outage.messages = {{u"default"_s, QString(100'000, u'x')}};
        QVERIFY(outageText(outage, kNow, kEnglish).size() < 700);
    }

    void passwordsAreAdvised_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("begins");
        QTest::newRow("none") << u""_s << u""_s;
        QTest::newRow("address") << u"xx-ANA.torres-9"_s << u"Weak: it holds"_s;
        QTest::newRow("monotonous") << u"abababababababab"_s << u"Weak: the same"_s;
        QTest::newRow("short") << u"k9!xQ"_s << u"Weak: short"_s;
        QTest::newRow("middling") << u"k9!xQ-wopp"_s << u"Fair"_s;
        QTest::newRow("long") << u"three blue lamps"_s << u"Good"_s;
    }
    void passwordsAreAdvised()
    {
        QFETCH(QString, password);
        QFETCH(QString, begins);
        const QString hint = passwordHint(password, {u"ana.torres"_s, u"example.org"_s, u"x"_s});
        QVERIFY2(begins.isEmpty() ? hint.isEmpty() : hint.startsWith(begins), qPrintable(hint));
    }
};

QTEST_MAIN(OutageTextTest)
#include "tst_outagetext.moc"
