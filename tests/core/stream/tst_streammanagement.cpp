// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamManagement.h"

#include "tests/support/ParsedXml.h"
#include "tests/support/Settle.h"

#include <QCoreApplication>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

XmlElement element(const QByteArray &name, const QByteArray &attributes = {})
{
    return parsedXml("<" + name + " xmlns='urn:xmpp:sm:3' " + attributes + "/>");
}

XmlElement acknowledgement(quint64 h)
{
    return element("a", "h='" + QByteArray::number(h) + "'");
}

/// Counts on, with `n` stanzas waiting whose ends are in `ends`: 'a' acknowledged, 'n' not connected.
struct Sent : QObject {
    QByteArray ends; // outlives the stanzas, which end at the latest with the management
    StreamManagement management;

    explicit Sent(int n, const QByteArray &enabled = "id='sm-id' resume='true'")
    {
        (void)management.enableRequest();
        management.enabled(element("enabled", enabled));
        send(n);
    }
    void send(int n)
    {
        for (int i = 0; i < n; ++i) {
            const qsizetype index = ends.size();
            ends += '.';
            Promise<void> promise;
            promise.task().then(this, [this, index](const Result<void> &result) {
                ends[index] = result ? 'a' : result.error().code == ErrorCode::NotConnected ? 'n' : '?';
            });
            management.sent("<m" + QByteArray::number(index) + "/>", &promise);
        }
    }
};

} // namespace

class StreamManagementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What one process kept, the next takes up: the same counters, the same stanzas, the same ends.
    void surviveTheProcess()
    {
        Sent sent(0);
        sent.management.received();
        sent.management.received();
        sent.send(2);
        sent.management.sent("<iq id='password'/>", nullptr);
        Promise<void> tracked;
        auto lost = tracked.task();
        sent.management.sent("<message id='m1'/>", &tracked, u"m1"_s);
        const KeptStream kept = sent.management.kept();
        QCOMPARE(kept.id, u"sm-id"_s);
        QCOMPARE(kept.stanzas.size(), 4);
        QVERIFY(kept.stanzas.at(2).xml.isEmpty());
        QCOMPARE(kept.stanzas.at(3).messageId, u"m1"_s);
        QCOMPARE(sent.management.kept(kept.stanzas.at(3).number).stanzas, kept.stanzas.mid(3));

        StreamManagement next;
        next.restore(kept);
        QVERIFY(next.canResume());
        QCOMPARE(next.kept(), kept);
        auto messages = next.restoredMessages();
        QCOMPARE(messages.size(), 1U);
        bool arrived = false;
        std::move(messages.front().second).then(&sent, [&](const Result<void> &result) {
            arrived = result.has_value();
        });
        QCOMPARE(next.resumeRequest().attribute(u"h"), u"2"_s);
        // It had the first; the request is not said again and counts no more.
        const auto again = next.resumed(element("resumed", "previd='sm-id' h='1'"));
        QVERIFY(again.has_value());
        QCOMPARE(*again, QList<QByteArray>({"<m1/>", "<message id='m1'/>"}));
        QCOMPARE(next.kept().stanzas.size(), 2);
        QVERIFY(next.firstNumber() > kept.stanzas.back().number);
        QVERIFY(!next.acknowledged(acknowledgement(4)).has_value());
        QVERIFY(next.acknowledged(acknowledgement(3)).has_value());
        QVERIFY(arrived);
        std::move(lost).ignore();
    }

    /// SECURITY A121.
    void oddAcknowledgementsDropNothing_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *attributes, bool refused) {
            QTest::newRow(*attributes ? attributes : "none") << QByteArray(attributes) << refused;
        };
        row("", false);
        row("h=''", false);
        row("h='-1'", false);
        row("h='two'", false);
        row("h='0x3'", false);
        row("h='3.0'", false);
        row("h='4294967296'", false);
        row("h='18446744073709551617'", false);
        row("h='1'", false); // lower than before
        row("h='0'", false);
        row("h='4294967295'", false); // lower than before, modulo 2^32
        row("h='6'", true);
        row("h='1000000'", true);
        row("h='2147483647'", true);
    }

    void oddAcknowledgementsDropNothing()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, refused);
        Sent sent(5);
        QVERIFY(sent.management.acknowledged(acknowledgement(2)));
        QCOMPARE(sent.ends, QByteArray("aa..."));
        const auto result = sent.management.acknowledged(element("a", attributes));
        QCOMPARE(!result, refused);
        if (refused) {
            QCOMPARE(result.error().code, ErrorCode::PeerProtocolViolation);
            const XmlElement detail = sent.management.tooHigh(element("a", attributes));
            QCOMPARE(detail.name(), u"handled-count-too-high"_s);
            QCOMPARE(detail.attribute(u"send-count"), u"5"_s);
        }
        QCOMPARE(sent.ends, QByteArray("aa..."));
        QCOMPARE(sent.management.unacknowledged(), 3);
        QVERIFY(sent.management.acknowledged(acknowledgement(5)));
        QCOMPARE(sent.ends, QByteArray("aaaaa"));
    }

    void countsWrap()
    {
        Sent sent(0);
        // Bring the count near its end: half a ring at a time would take four thousand million stanzas, so it
        // is taken up from a stream that the server resumes there.
        StreamManagement &management = sent.management;
        for (int i = 0; i < 3; ++i)
            management.received();
        QCOMPARE(management.handled(), 3u);
        QCOMPARE(management.answer().attribute(u"h"), u"3"_s);
        management.startCountsAt(std::numeric_limits<quint32>::max() - 1);
        sent.send(4);
        QVERIFY(management.acknowledged(acknowledgement(std::numeric_limits<quint32>::max())));
        QCOMPARE(sent.ends, QByteArray("a..."));
        QVERIFY(management.acknowledged(acknowledgement(1)));
        QCOMPARE(sent.ends, QByteArray("aaa."));
        QVERIFY(!management.acknowledged(acknowledgement(3)));
        QVERIFY(management.acknowledged(acknowledgement(2)));
        QCOMPARE(sent.ends, QByteArray("aaaa"));
        management.received();
        management.received();
        QCOMPARE(management.handled(), 0u);
        management.received();
        QCOMPARE(management.handled(), 1u);
    }

    void resumes()
    {
        Sent sent(3);
        sent.management.received();
        sent.management.received();
        sent.management.suspend();
        QVERIFY(sent.management.canResume());
        const XmlElement request = sent.management.resumeRequest();
        QCOMPARE(request.attribute(u"h"), u"2"_s);
        QCOMPARE(request.attribute(u"previd"), u"sm-id"_s);
        const auto again = sent.management.resumed(element("resumed", "previd='sm-id' h='1'"));
        QVERIFY(again);
        QCOMPARE(*again, QList<QByteArray>({"<m1/>", "<m2/>"}));
        QCOMPARE(sent.ends, QByteArray("a.."));
        QCOMPARE(sent.management.handled(), 2u);
        QVERIFY(sent.management.isCounting());
        QVERIFY(sent.management.acknowledged(acknowledgement(3)));
        QCOMPARE(sent.ends, QByteArray("aaa"));
    }

    void whatCannotBeKeptIsNotAcknowledged()
    {
        Sent sent(0);
        StreamManagement &management = sent.management;
        bool keeps = false;
        management.setKeep([&keeps] { return keeps; });
        management.received();
        QCOMPARE(management.answer().attribute(u"h"), u"0"_s);
        keeps = true;
        QCOMPARE(management.answer().attribute(u"h"), u"1"_s);
        keeps = false;
        management.received();
        management.received();
        QCOMPARE(management.answer().attribute(u"h"), u"1"_s);
        management.suspend();
        QCOMPARE(management.resumeRequest().attribute(u"h"), u"1"_s);
        QCOMPARE(management.handled(), 1u); // the other two come again
        management.reset();
        std::ignore = management.enableRequest();
        management.enabled(element("enabled", "id='sm-id' resume='true'"));
        QCOMPARE(management.answer().attribute(u"h"), u"0"_s);
    }

    void badResumptionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::newRow("another stream") << QByteArray("previd='other' h='1'");
        QTest::newRow("no stream") << QByteArray("h='1'");
        QTest::newRow("no count") << QByteArray("previd='sm-id'");
        QTest::newRow("count no number") << QByteArray("previd='sm-id' h='x'");
        QTest::newRow("count too high") << QByteArray("previd='sm-id' h='4'");
    }

    /// SECURITY F06.
    void badResumptionsAreRefused()
    {
        QFETCH(QByteArray, attributes);
        Sent sent(3);
        sent.management.suspend();
        const auto again = sent.management.resumed(element("resumed", attributes));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::PeerProtocolViolation);
        QVERIFY(!sent.management.isCounting());
        QCOMPARE(sent.management.unacknowledged(), 3);
        QCOMPARE(sent.ends, QByteArray("..."));
    }

    /// SECURITY F05.
    void aForgottenStreamGivesStanzasBack_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("ends");
        QTest::newRow("without count") << QByteArray() << QByteArray("nnn");
        QTest::newRow("with count") << QByteArray("h='2'") << QByteArray("aan");
        QTest::newRow("with a count too high") << QByteArray("h='9'") << QByteArray("nnn");
        QTest::newRow("with nonsense") << QByteArray("h='x'") << QByteArray("nnn");
    }

    void aForgottenStreamGivesStanzasBack()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, ends);
        Sent sent(3);
        sent.management.suspend();
        sent.management.resumeFailed(element("failed", attributes));
        QCOMPARE(sent.ends, ends);
        QVERIFY(!sent.management.canResume());
        QCOMPARE(sent.management.unacknowledged(), 0);
    }

    void resumptionIsTheServersToGrant_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("granted");
        QTest::newRow("true") << QByteArray("id='x' resume='true'") << true;
        QTest::newRow("1") << QByteArray("id='x' resume='1' max='600'") << true;
        QTest::newRow("no resume") << QByteArray("id='x'") << false;
        QTest::newRow("false") << QByteArray("id='x' resume='false'") << false;
        QTest::newRow("no id") << QByteArray("resume='true'") << false;
        QTest::newRow("nonsense") << QByteArray("id='x' resume='yes'") << false;
        QTest::newRow("an id of 5 kB")
            << QByteArray("resume='true' id='" + QByteArray(5000, 'x') + "'") << false;
    }

    void resumptionIsTheServersToGrant()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, granted);
        Sent sent(1, attributes);
        QCOMPARE(sent.management.canResume(), granted);
        QVERIFY(sent.management.isCounting());
    }

    void nothingIsCountedBeforeAndAfter()
    {
        StreamManagement management;
        management.received();
        management.sent("<m/>", nullptr);
        QCOMPARE(management.handled(), 0u);
        QCOMPARE(management.unacknowledged(), 0);
        (void)management.enableRequest();
        management.sent("<m/>", nullptr);
        QCOMPARE(management.unacknowledged(), 1);
        management.received(); // came before <enabled/>
        management.enabled(element("enabled"));
        QCOMPARE(management.handled(), 0u);
        management.enableFailed();
        QCOMPARE(management.unacknowledged(), 0);
        QVERIFY(!management.isCounting());
    }
};

QTEST_GUILESS_MAIN(StreamManagementTest)
#include "tst_streammanagement.moc"
