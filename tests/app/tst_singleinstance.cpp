// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_SingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void onlyOneIsFirst()
    {
        auto first = std::make_unique<SingleInstance>(lock(), socket());
        QCOMPARE(first->claim().value(), SingleInstance::Role::First);
        SingleInstance second(lock(), socket());
        QCOMPARE(second.claim().value(), SingleInstance::Role::Second);
        first.reset();
        QCOMPARE(second.claim().value(), SingleInstance::Role::First);
    }

    void noLockWhereNoneCanBeMade()
    {
        SingleInstance instance(u"/nonexistent/folder/lock"_s, socket());
        const auto role = instance.claim();
        QVERIFY(!role);
        QCOMPARE(role.error().code, ErrorCode::StoreReadOnly);
    }

    void handsOver()
    {
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([](const QJsonObject &request) {
            return InstanceAnswer{7, request.value(u"chat"_s).toString() + u" opened"_s};
        }));
        QCOMPARE(QFileInfo(socket()).permissions() & (QFile::ReadGroup | QFile::WriteOther),
                 QFile::Permissions());

        InstanceCall call(socket(), {{u"chat"_s, u"bruno@example.org"_s}});
        std::optional<Result<InstanceAnswer>> answer;
        call.start().then(this, [&](Result<InstanceAnswer> result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QCOMPARE((*answer)->code, 7);
        QCOMPARE((*answer)->text, u"bruno@example.org opened"_s);
    }

    void anAnswerMayTakeItsTime()
    {
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        Promise<InstanceAnswer> promise;
        QVERIFY(
            first.listen(SingleInstance::LateAnswerer([&](const QJsonObject &) { return promise.task(); })));
        InstanceCall call(socket(), {});
        std::optional<Result<InstanceAnswer>> answer;
        call.start().then(this, [&](Result<InstanceAnswer> result) { answer = result; });
        QVERIFY(!QTest::qWaitFor([&] { return answer.has_value(); }, 300));
        promise.finish(InstanceAnswer{3, u"done"_s});
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QCOMPARE((*answer)->code, 3);
    }

    void waitsForOneThatIsStillStarting()
    {
        InstanceCall call(socket(), {});
        std::optional<Result<InstanceAnswer>> answer;
        call.start().then(this, [&](Result<InstanceAnswer> result) { answer = result; });
        QVERIFY(!QTest::qWaitFor([&] { return answer.has_value(); }, 300));
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([](const QJsonObject &) { return InstanceAnswer{}; }));
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
    }

    void leftOverSocketIsReplaced()
    {
        QFile file(socket());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([](const QJsonObject &) { return InstanceAnswer{}; }));
    }

    void hostileGuestsAreSentAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not json") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("an array") << QByteArray("[1,2]\n");
        QTest::newRow("deep") << QByteArray(30'000, '[') + '\n';
        QTest::newRow("endless") << QByteArray(200'000, 'x');
        QTest::newRow("zeroes") << QByteArray(100, '\0') + '\n';
    }
    /// SECURITY A130
    void hostileGuestsAreSentAway()
    {
        QFETCH(QByteArray, bytes);
        int asked = 0;
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([&](const QJsonObject &) {
            ++asked;
            return InstanceAnswer{};
        }));
        QLocalSocket guest;
        guest.connectToServer(socket());
        QTRY_COMPARE(guest.state(), QLocalSocket::ConnectedState);
        guest.write(bytes);
        QTRY_COMPARE(guest.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(asked, 0);
    }

    void silentGuestsDoNotKeepOthersOut()
    {
        int asked = 0;
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([&](const QJsonObject &) {
            ++asked;
            return InstanceAnswer{};
        }));
        std::vector<std::unique_ptr<QLocalSocket>> silent;
        for (int i = 0; i < 40; ++i) {
            silent.push_back(std::make_unique<QLocalSocket>());
            silent.back()->connectToServer(socket());
        }
        // The silent ones are sent away after five seconds; a patient caller gets through.
        InstanceCall call(socket(), {});
        std::optional<Result<InstanceAnswer>> answer;
        call.start().then(this, [&](Result<InstanceAnswer> result) { answer = result; });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 9000);
        QVERIFY(*answer);
        QCOMPARE(asked, 1);
    }

    void oneRequestEach()
    {
        int asked = 0;
        SingleInstance first(lock(), socket());
        QVERIFY(first.claim());
        QVERIFY(first.listen([&](const QJsonObject &) {
            ++asked;
            return InstanceAnswer{};
        }));
        QLocalSocket guest;
        guest.connectToServer(socket());
        QTRY_COMPARE(guest.state(), QLocalSocket::ConnectedState);
        guest.write("{}\n{}\n{}\n");
        QTRY_COMPARE(guest.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(asked, 1);
    }

private:
    QString lock() const { return m_folder->filePath(u"lock"_s); }
    QString socket() const { return m_folder->filePath(u"socket"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_SingleInstance)
#include "tst_singleinstance.moc"
