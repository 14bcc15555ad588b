// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IdSource.h"

#include <QSet>
#include <QTest>

#include <array>
#include <bit>
#include <cmath>

using namespace tertulia;

namespace
{

constexpr int kBits = 128;
constexpr int kMade = 4000;

using Number = std::array<quint64, 2>;

/// The random bits of an id.
Number numberOf(const QString &id)
{
    const QByteArray bytes = QByteArray::fromBase64(id.toLatin1(), QByteArray::Base64UrlEncoding);
    Number number{};
    for (qsizetype i = 0; i < bytes.size() && i < 16; ++i)
        number[size_t(i / 8)] = (number[size_t(i / 8)] << 8) | uchar(bytes[i]);
    return number;
}

bool bitOf(const Number &number, int bit)
{
    return ((number[size_t(bit / 64)] >> (bit % 64)) & 1) != 0;
}

int distance(const Number &a, const Number &b)
{
    return std::popcount(a[0] ^ b[0]) + std::popcount(a[1] ^ b[1]);
}

} // namespace

/// SECURITY A54: who has seen twenty ids, or thousands, knows nothing of the next.
class IdSourceTest : public QObject
{
    Q_OBJECT

    QStringList m_ids;
    QList<Number> m_numbers;

private Q_SLOTS:
    void initTestCase()
    {
        RandomIds ids;
        for (int i = 0; i < kMade; ++i) {
            m_ids.append(ids.next());
            m_numbers.append(numberOf(m_ids.last()));
        }
    }

    void idsAreLongAndPlain()
    {
        for (const QString &id : std::as_const(m_ids)) {
            QCOMPARE(id.size(), 22);
            for (const QChar c : id)
                QVERIFY(c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_'));
            // 22 letters of six bits hold 132: the last four are no part of the number.
            QCOMPARE(QByteArray::fromBase64(id.toLatin1(), QByteArray::Base64UrlEncoding).size(), kBits / 8);
        }
    }

    void noneComesTwice()
    {
        QCOMPARE(QSet<QString>(m_ids.cbegin(), m_ids.cend()).size(), kMade);
        // Nor any half of one, as it would with a counter beside a random part.
        QSet<quint64> front;
        QSet<quint64> back;
        for (const Number &number : std::as_const(m_numbers)) {
            front.insert(number[0]);
            back.insert(number[1]);
        }
        QCOMPARE(front.size(), kMade);
        QCOMPARE(back.size(), kMade);
    }

    /// A second source does not begin where the first did.
    void sourcesDiffer()
    {
        RandomIds one;
        RandomIds another;
        for (int i = 0; i < 20; ++i) {
            const QString id = one.next();
            QVERIFY(id != another.next());
            QVERIFY(!m_ids.contains(id));
        }
    }

    /// Each bit is a coin of its own. Six standard deviations: one run in millions fails by chance.
    void everyBitIsEven()
    {
        const double allowed = 6 * std::sqrt(double(kMade)) / 2;
        for (int bit = 0; bit < kBits; ++bit) {
            const auto set = std::count_if(m_numbers.cbegin(), m_numbers.cend(),
                                           [bit](const Number &number) { return bitOf(number, bit); });
            QVERIFY2(std::abs(double(set) - kMade / 2.0) < allowed,
                     qPrintable(QStringLiteral("bit %1 was set %2 times").arg(bit).arg(set)));
        }
    }

    /// And says nothing of the same bit of the next, nor of its neighbour.
    void noBitFollowsFromAnother()
    {
        const double allowed = 6 * std::sqrt(double(kMade)) / 2;
        for (int bit = 0; bit < kBits; ++bit) {
            int asBefore = 0;
            int asNeighbour = 0;
            for (int i = 1; i < kMade; ++i) {
                asBefore += bitOf(m_numbers[i], bit) == bitOf(m_numbers[i - 1], bit);
                asNeighbour += bitOf(m_numbers[i], bit) == bitOf(m_numbers[i], (bit + 1) % kBits);
            }
            QVERIFY(std::abs(asBefore - kMade / 2.0) < allowed);
            QVERIFY(std::abs(asNeighbour - kMade / 2.0) < allowed);
        }
    }

    /// No counter, no step, no linear rule: what twenty ids suggest is far from the one that comes.
    void theNextCannotBeReckoned()
    {
        for (int i = 20; i < kMade; ++i) {
            const Number &last = m_numbers[i - 1];
            const Number &before = m_numbers[i - 2];
            const Number guesses[] = {last,
                                      {last[0], last[1] + 1},
                                      {last[0] + 1, last[1]},
                                      {2 * last[0] - before[0], 2 * last[1] - before[1]},
                                      {last[0] ^ last[1] ^ before[0], last[1] ^ before[1]},
                                      {last[0] ^ (m_numbers[i - 20][0]), last[1] ^ (m_numbers[i - 20][1])}};
            for (const Number &guess : guesses)
                QVERIFY2(distance(guess, m_numbers[i]) > 24,
                         qPrintable(m_ids[i])); // 64 expected, deviation 5.7
        }
    }
};

QTEST_APPLESS_MAIN(IdSourceTest)
#include "tst_idsource.moc"
