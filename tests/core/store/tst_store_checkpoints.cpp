// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMegabyte = 1024 * 1024;

/// A store that writes a quarter of a megabyte in each commit.
struct Fixture {
    void write()
    {
        const QByteArray bytes(kMegabyte / 4, char('a' + written % 20));
        if (!store->settings().setValue(u"flood"_s + QString::number(written++ % 8), bytes)
            || !store->commit())
            qFatal("cannot write");
        QCoreApplication::processEvents();
    }
    [[nodiscard]] qint64 log() const { return QFileInfo(path + u"-wal").size(); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"store.sqlite"_s);
    std::unique_ptr<Store> store = Store::open(path).value();
    int written = 0;
};

} // namespace

class tst_store_checkpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// SECURITY R22: who writes much, and waits when asked to, never has a long log.
    void theLogStaysShort()
    {
        Fixture f;
        qint64 longest = 0;
        for (int i = 0; i < 240; ++i) {
            f.write();
            longest = std::max(longest, f.log());
            QTRY_VERIFY(!f.store->isBehind());
        }
        QVERIFY2(longest < 12 * kMegabyte, qPrintable(QString::number(longest)));
        QVERIFY(longest > 4 * kMegabyte); // the commits did not move it
        QVERIFY(f.store->check());
    }

    /// Nobody waits for what cannot come.
    void whoReadsHoldsNobodyUp()
    {
        Fixture f;
        f.write();
        {
            QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
            reader.setDatabaseName(f.path);
            QVERIFY(reader.open() && reader.transaction());
            QSqlQuery query(reader);
            QVERIFY(query.exec(u"SELECT count(*) FROM settings"_s) && query.next());
            for (int i = 0; i < 60; ++i)
                f.write();
            QTRY_VERIFY(!f.store->isBehind());
            QVERIFY(f.log() > 12 * kMegabyte); // it reads from there
        }
        QSqlDatabase::removeDatabase(u"reader"_s);
        // Then it begins anew, and grows no more: sooner or later, since nobody says when the thread is done.
        int same = 0;
        for (int i = 0; i < 1000 && same < 100; ++i) {
            const qint64 before = f.log();
            f.write();
            same = f.log() == before ? same + 1 : 0;
        }
        QCOMPARE(same, 100);
    }

    void closingMovesAll()
    {
        Fixture f;
        for (int i = 0; i < 20; ++i)
            f.write();
        f.store.reset();
        QCOMPARE(f.log(), 0);
        f.store = Store::open(f.path).value();
        QCOMPARE(f.store->settings().value(u"flood3"_s).toByteArray(), QByteArray(kMegabyte / 4, 'a' + 19));
    }
};

QTEST_GUILESS_MAIN(tst_store_checkpoints)
#include "tst_store_checkpoints.moc"
