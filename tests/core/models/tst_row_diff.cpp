// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RowDiff.h"

#include <QList>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tertulia;

namespace
{

using Rows = std::vector<const void *>;

/// Rows named by letters.
Rows rows(const QByteArray &letters)
{
    static const char kLetters[] = "abcdefghijklmnopqrstuvwxyz";
    Rows named;
    for (const char letter : letters)
        named.push_back(kLetters + (letter - 'a'));
    return named;
}

/// What a view would show after the announced steps.
Rows applied(const RowDiff &diff, Rows list, const Rows &after)
{
    for (const auto &[first, last] : diff.removed)
        list.erase(list.begin() + first, list.begin() + last + 1);
    for (const auto &[from, to] : diff.moved) {
        const void *row = list[std::size_t(from)];
        list.erase(list.begin() + from);
        list.insert(list.begin() + to, row);
    }
    if (diff.reordered) {
        Rows sorted;
        for (const void *row : after) {
            if (std::find(list.begin(), list.end(), row) != list.end())
                sorted.push_back(row);
        }
        list = sorted;
    }
    for (const auto &[first, last] : diff.inserted)
        list.insert(list.begin() + first, after.begin() + first, after.begin() + last + 1);
    return list;
}

} // namespace

class tst_row_diff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFewSteps_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("moved");
        QTest::addColumn<int>("inserted");
        const auto row = [](const char *before, const char *after, int removed, int moved, int inserted) {
            QTest::addRow("%s to %s", before, after)
                << QByteArray(before) << QByteArray(after) << removed << moved << inserted;
        };
        row("", "", 0, 0, 0);
        row("abc", "abc", 0, 0, 0);
        row("", "abc", 0, 0, 1);
        row("abc", "", 1, 0, 0);
        row("abcdef", "acf", 2, 0, 0);
        row("bd", "abcde", 0, 0, 3);
        row("abcdef", "bcdefa", 0, 1, 0);
        row("abcdef", "fabcde", 0, 1, 0);
        row("abcdef", "abedcf", 0, 2, 0);
        row("abcdef", "xfby", 2, 1, 2);
    }

    void findsFewSteps()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const RowDiff diff = RowDiff::between(rows(before), rows(after));
        QCOMPARE(applied(diff, rows(before), rows(after)), rows(after));
        QTEST(int(diff.removed.size()), "removed");
        QTEST(int(diff.moved.size()), "moved");
        QTEST(int(diff.inserted.size()), "inserted");
        QVERIFY(!diff.reordered);
    }

    void comesOutRightForAnyLists()
    {
        QRandomGenerator random(1);
        static char memory[200];
        for (int round = 0; round < 3000; ++round) {
            const auto pick = [&] {
                Rows list;
                for (char &row : memory) {
                    if (random.bounded(3) == 0)
                        list.push_back(&row);
                }
                return list;
            };
            Rows before = pick();
            Rows after = pick();
            for (int swaps = random.bounded(40); swaps > 0 && !after.empty(); --swaps)
                std::swap(after[std::size_t(random.bounded(int(after.size())))],
                          after[std::size_t(random.bounded(int(after.size())))]);
            const RowDiff diff = RowDiff::between(before, after);
            QCOMPARE(applied(diff, before, after), after);
            QVERIFY(diff.moved.size() <= 16);
        }
    }
};

QTEST_GUILESS_MAIN(tst_row_diff)
#include "tst_row_diff.moc"
