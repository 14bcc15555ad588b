// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/IdSource.h"
#include "core/session/ReconnectSchedule.h"

#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;

class ReconnectScheduleTest : public QObject
{
    Q_OBJECT

    struct Fixed : IdSource {
        explicit Fixed(double value)
            : m_value(value)
        {
        }
        QString next() override { return QStringLiteral("id"); }
        double fraction() override { return m_value; }
        double m_value;
    };

private Q_SLOTS:
    /// SECURITY F10.
    void nothingThatCanOnlyFailAgainIsRetried()
    {
        for (const auto code :
             {ErrorCode::WrongPassword, ErrorCode::AccountDisabled, ErrorCode::TlsNotOffered,
              ErrorCode::TlsInjection, ErrorCode::CertificateChanged, ErrorCode::ServerNotProven,
              ErrorCode::IdentityMismatch, ErrorCode::PlainNotAllowed, ErrorCode::StreamHostUnknown,
              ErrorCode::StreamNotAuthorized})
            QCOMPARE(recoveryFrom(code), Recovery::AskPerson);
        for (const auto code :
             {ErrorCode::ConnectionLost, ErrorCode::LinkDead, ErrorCode::StreamSystemShutdown,
              ErrorCode::NameNotFound, ErrorCode::TemporaryAuthenticationFailure, ErrorCode::NotXmpp,
              ErrorCode::StreamTimedOut})
            QCOMPARE(recoveryFrom(code), Recovery::Retry);
        QCOMPARE(recoveryFrom(ErrorCode::StreamConflict), Recovery::OtherResource);
    }

    void windowsAreThoseOfTheRule()
    {
        Fixed most(0.999999);
        ReconnectSchedule cut(most);
        QList<qint64> seconds;
        for (int i = 0; i < 7; ++i)
            seconds.append((cut.next(ErrorCode::ConnectionLost).count() + 999) / 1000);
        QCOMPARE(seconds, (QList<qint64>{3, 60, 120, 240, 300, 300, 300}));
        ReconnectSchedule shutdown(most);
        QCOMPARE((shutdown.next(ErrorCode::StreamSystemShutdown).count() + 999) / 1000, 60);
        cut.reset();
        QVERIFY(cut.next(ErrorCode::ConnectionLost) < 3s);
    }

    /// SECURITY R10: 1,000 clients after a restart of their server, none of its seconds takes more than 5 %
    /// of them.
    void aThousandClientsDoNotComeAtOnce()
    {
        RandomIds ids;
        QList<int> buckets(61);
        for (int client = 0; client < 1000; ++client) {
            ReconnectSchedule schedule(ids);
            ++buckets[int(schedule.next(ErrorCode::StreamSystemShutdown).count() / 1000)];
        }
        QVERIFY2(*std::max_element(buckets.cbegin(), buckets.cend()) <= 50, "a second with more than 5 %");
    }

    /// SECURITY A50: under 15 attempts in an hour, with the shortest luck too.
    void anHourOfTemporaryFailures()
    {
        for (const double luck : {0.0, 0.5, 0.999}) {
            Fixed fraction(luck);
            ReconnectSchedule schedule(fraction);
            std::chrono::milliseconds elapsed{0};
            int attempts = 1; // the one whose failure begins it
            while (elapsed < 1h) {
                const auto wait = schedule.next(ErrorCode::TemporaryAuthenticationFailure);
                QVERIFY(wait >= 30s && wait <= 15min);
                elapsed += wait;
                ++attempts;
            }
            QVERIFY2(attempts < 15, qPrintable(QString::number(attempts)));
        }
    }
};

QTEST_GUILESS_MAIN(ReconnectScheduleTest)
#include "tst_reconnectschedule.moc"
