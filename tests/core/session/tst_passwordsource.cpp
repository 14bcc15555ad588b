// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PasswordSource.h"
#include "tests/support/FakeSecretStore.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;

/// The state table UI e.8: wrong answers first.
class PasswordSourceTest : public QObject
{
    Q_OBJECT

    const QString m_account = QStringLiteral("a1");
    const QString m_key = PasswordSource::keyFor(m_account);

private Q_SLOTS:
    void saysWhyThereIsNone_data()
    {
        QTest::addColumn<int>("code");
        for (const auto code :
             {ErrorCode::SecretNotFound, ErrorCode::KeychainUnavailable, ErrorCode::KeychainDenied,
              ErrorCode::KeychainLocked, ErrorCode::KeychainFailed})
            QTest::addRow("%d", int(code)) << int(code);
    }

    /// SECURITY A126: a keychain that has none, or cannot say, is no wrong password.
    void saysWhyThereIsNone()
    {
        QFETCH(int, code);
        FakeSecretStore store;
        if (ErrorCode(code) != ErrorCode::SecretNotFound)
            store.failWith(ErrorCode(code));
        PasswordSource source(store, m_account);
        QSignalSpy missing(&source, &PasswordSource::missing);
        QSignalSpy ready(&source, &PasswordSource::ready);
        source.request();
        QVERIFY(missing.wait());
        QCOMPARE(missing.at(0).at(0).value<Error>().code, ErrorCode(code));
        QVERIFY(ready.isEmpty());
    }

    void aLockedKeychainIsWaitedFor()
    {
        FakeSecretStore store;
        store.secrets.insert(m_key, QStringLiteral("sesame"));
        store.lock();
        PasswordSource source(store, m_account);
        QSignalSpy ready(&source, &PasswordSource::ready);
        QSignalSpy missing(&source, &PasswordSource::missing);
        source.request();
        source.request(); // asking twice opens one prompt
        QCOMPARE(store.reads, 1);
        QVERIFY(source.isWaitingForKeychain());
        QVERIFY(ready.isEmpty() && missing.isEmpty());
        store.unlock();
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(ready.at(0).at(0).toString(), QStringLiteral("sesame"));
    }

    void typedWhileLockedWins()
    {
        FakeSecretStore store;
        store.secrets.insert(m_key, QStringLiteral("old"));
        store.lock();
        PasswordSource source(store, m_account);
        QSignalSpy ready(&source, &PasswordSource::ready);
        source.request();
        source.setTyped(QStringLiteral("new"), false);
        source.request();
        store.unlock();
        QVERIFY(ready.wait());
        QCOMPARE(ready.size(), 1);
        QCOMPARE(ready.at(0).at(0).toString(), QStringLiteral("new"));
    }

    void isStoredOnlyOnceProven()
    {
        FakeSecretStore store;
        PasswordSource source(store, m_account);
        source.setTyped(QStringLiteral("wrong"), true);
        QVERIFY(store.secrets.isEmpty());
        source.refused();
        QVERIFY(store.secrets.isEmpty());
        source.setTyped(QStringLiteral("right"), true);
        source.proven();
        QCOMPARE(store.secrets.value(m_key), QStringLiteral("right"));
    }

    void isNotStoredUnasked()
    {
        FakeSecretStore store;
        PasswordSource source(store, m_account);
        source.setTyped(QStringLiteral("right"), false);
        source.proven();
        QVERIFY(store.secrets.isEmpty());
    }

    void aFailedWriteKeepsThePasswordForNow()
    {
        FakeSecretStore store;
        store.failWith(ErrorCode::KeychainDenied);
        PasswordSource source(store, m_account);
        QSignalSpy notStored(&source, &PasswordSource::notStored);
        QSignalSpy ready(&source, &PasswordSource::ready);
        source.setTyped(QStringLiteral("right"), true);
        source.proven();
        QVERIFY(notStored.wait());
        source.request();
        QVERIFY(ready.wait());
        QCOMPARE(ready.at(0).at(0).toString(), QStringLiteral("right"));
    }

    void aRefusedOneIsNotAskedForAgain()
    {
        FakeSecretStore store;
        store.secrets.insert(m_key, QStringLiteral("stale"));
        PasswordSource source(store, m_account);
        QSignalSpy ready(&source, &PasswordSource::ready);
        QSignalSpy missing(&source, &PasswordSource::missing);
        source.request();
        QVERIFY(ready.wait());
        source.refused();
        source.request();
        QVERIFY(missing.wait());
        QCOMPARE(missing.at(0).at(0).value<Error>().code, ErrorCode::PasswordNeeded);
        QCOMPARE(store.reads, 1);
        QCOMPARE(store.secrets.value(m_key), QStringLiteral("stale"));
    }
};

QTEST_GUILESS_MAIN(PasswordSourceTest)
#include "tst_passwordsource.moc"
