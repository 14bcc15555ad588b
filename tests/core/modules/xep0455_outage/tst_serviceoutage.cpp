// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0455_outage/ServiceOutage.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

/// The status file of XEP-0455 2.2, from wrong to right.
class ServiceOutageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void malformed_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json :
             {"", "null", "[]", "\"down\"", "<html></html>", "{\"planned\": true}", "{\"beginning\": 1}",
              "{\"beginning\": \"soon\"}", "{\"beginning\": \"2026-01-12\"}",
              "{\"beginning\": \"2026-01-12T01:01:01\"}", "{\"beginning\": \"2026-01-12T01:01:01Z\"",
              "{\"beginning\": \"2026-13-12T01:01:01Z\"}"})
            QTest::newRow(*json ? json : "nothing") << QByteArray(json);
    }

    void malformed()
    {
        QFETCH(QByteArray, json);
        const auto outage = ServiceOutage::fromJson(json);
        QVERIFY(!outage);
        QCOMPARE(outage.error().code, ErrorCode::MalformedReply);
    }

    void anEmptyObjectIsNoOutage()
    {
        const auto outage = ServiceOutage::fromJson(" {} ");
        QVERIFY(outage);
        QVERIFY(!*outage);
    }

    void theLeast()
    {
        const auto outage = ServiceOutage::fromJson("{\"beginning\": \"2026-01-12T01:01:01Z\"}");
        QVERIFY(outage && *outage);
        QCOMPARE((*outage)->beginning, QDateTime({2026, 1, 12}, {1, 1, 1}, Qt::UTC));
        QVERIFY(!(*outage)->planned);
        QVERIFY(!(*outage)->expectedEnd.isValid());
        QVERIFY((*outage)->message({u"es"_s}).isEmpty());
    }

    void wrongPartsDoNotSpoilTheRest()
    {
        const auto outage = ServiceOutage::fromJson(
            R"({"beginning": "2026-01-12T02:01:01+01:00", "planned": "yes", "expected_end": "tomorrow",
                "message": {"default": 7, "es": ["a"], "en": "Away"}, "x-extra": {"a": [1, 2]}})");
        QVERIFY(outage && *outage);
        QCOMPARE((*outage)->beginning, QDateTime({2026, 1, 12}, {1, 1, 1}, Qt::UTC));
        QVERIFY(!(*outage)->planned);
        QVERIFY(!(*outage)->expectedEnd.isValid());
        QCOMPARE((*outage)->messages, (QMap<QString, QString>{{u"en"_s, u"Away"_s}}));
    }

    void theWhole()
    {
        const auto outage = ServiceOutage::fromJson(
            R"({"planned": true, "beginning": "2026-01-12T01:01:01.250Z", "expected_end": "2026-01-12T05:00:00Z",
                "message": {"default": "Mantenimiento", "en": "Maintenance", "pt-BR": "Manutenção"}})");
        QVERIFY(outage && *outage);
        QVERIFY((*outage)->planned);
        QCOMPARE((*outage)->expectedEnd, QDateTime({2026, 1, 12}, {5, 0}, Qt::UTC));
        QCOMPARE((*outage)->message({u"en_GB"_s}), u"Maintenance"_s);
        QCOMPARE((*outage)->message({u"pt-BR"_s}), u"Manutenção"_s);
        QCOMPARE((*outage)->message({u"pt"_s, u"en"_s}), u"Maintenance"_s);
        QCOMPARE((*outage)->message({u"fr"_s}), u"Mantenimiento"_s);
        QCOMPARE((*outage)->message({}), u"Mantenimiento"_s);
    }

    // SECURITY A51
    void textIsCutAndCleaned()
    {
        const QString long_ = QString(5'000, u'x');
        const auto outage = ServiceOutage::fromJson(
            u"{\"beginning\": \"2026-01-12T01:01:01Z\", \"message\": {\"default\": \"%1\", \"en\": \"a\\u202eb\\u0007c\"}}"_s
                .arg(long_)
                .toUtf8());
        QVERIFY(outage && *outage);
        QVERIFY((*outage)->message({}).size() <= 501);
        QCOMPARE((*outage)->message({u"en"_s}), u"abc"_s);
    }
};

QTEST_GUILESS_MAIN(ServiceOutageTest)
#include "tst_serviceoutage.moc"
