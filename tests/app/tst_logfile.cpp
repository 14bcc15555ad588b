// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogFile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_LogFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hides_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("element text") << u"sent <body>MARKER is here</body>"_s;
        QTest::newRow("sasl payload") << u"<auth mechanism='PLAIN'>MARKER</auth>"_s;
        QTest::newRow("attribute") << u"<file url=\"https://example.org/MARKER\"/>"_s;
        QTest::newRow("password") << u"password=MARKER"_s;
        QTest::newRow("quoted secret") << u"\"secret\": \"two MARKER words\""_s;
        QTest::newRow("bearer") << u"Authorization: MARKER"_s;
        QTest::newRow("fragment") << u"get aesgcm://example.org/f#MARKER"_s;
        QTest::newRow("address") << u"connected as MARKER@example.org/phone"_s;
        QTest::newRow("long base64") << u"x "_s + u"MARKER"_s.repeated(12);
    }
    /// SECURITY A128
    void hides()
    {
        QFETCH(QString, line);
        const QString shown = redacted(line, "salt");
        QVERIFY2(!shown.contains("MARKER"_L1), qPrintable(shown));
    }

    void keepsTheRest()
    {
        QCOMPARE(redacted(u"3 messages in 20 ms"_s, {}), u"3 messages in 20 ms"_s);
        // The same address is recognised all through a run, and only there.
        QCOMPARE(redacted(u"ana@example.org"_s, "a"), redacted(u"ana@example.org"_s, "a"));
        QVERIFY(redacted(u"ana@example.org"_s, "a") != redacted(u"ana@example.org"_s, "b"));
        QVERIFY(!redacted(u"one\ntwo"_s, {}).contains(u'\n'));
    }

    /// SECURITY A124
    void hostileLinesAreQuick()
    {
        QElapsedTimer timer;
        timer.start();
        for (const QString &piece : {u"@"_s, u"<"_s, u"a@"_s, u"password="_s, u"='"_s, u">x<"_s, u"a:"_s})
            redacted(piece.repeated(1'000'000), {});
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }

    void turnsOver()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"t.log"_s);
        {
            LogFile log(path, 1000, 3);
            for (int i = 0; i < 100; ++i)
                log.write(QtWarningMsg, "test", u"line %1"_s.arg(i));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 (QStringList{u"t.log"_s, u"t.log.1"_s, u"t.log.2"_s}));
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files)) {
            QVERIFY(file.size() <= 1000);
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
    }

    void receivesQtsMessages()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"t.log"_s);
        {
            LogFile log(path);
            log.install(false);
            qWarning("password=%s", "MARKER");
            qWarning("something else");
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll();
        QVERIFY(all.contains("something else"));
        QVERIFY(!all.contains("MARKER"));
    }
};

QTEST_GUILESS_MAIN(tst_LogFile)
#include "tst_logfile.moc"
