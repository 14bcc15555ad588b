// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/AccountStorage.h"
#include "core/session/KnownKeychains.h"
#include "core/session/PasswordSource.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAccount = u"a1"_s;
const QString kKey = PasswordSource::keyFor(kAccount);

/// A computer with two keychains, one of which answers.
struct Computer {
    class Either : public SecretStore
    {
    public:
        explicit Either(Computer &computer)
            : m_computer(computer)
        {
        }
        Task<QString> read(const QString &key) override { return m_computer.present().read(key); }
        Task<void> write(const QString &key, const QString &secret) override
        {
            return m_computer.present().write(key, secret);
        }
        Task<void> remove(const QString &key) override { return m_computer.present().remove(key); }
        Task<QString> probe() override { return m_computer.name(); }

    private:
        Computer &m_computer;
    };

    Computer() { start(); }
    /// The program's next start.
    void start()
    {
        known.reset();
        store.reset();
        store = Store::open(folder.filePath(u"store.sqlite"_s)).value();
        known = std::make_unique<KnownKeychains>(either, *store, [this] { return name(); });
    }
    [[nodiscard]] FakeSecretStore &present() { return other ? kwallet : gnome; }
    Task<QString> name() const { return Task<QString>::completed(other ? u"KWallet"_s : u"GNOME Keyring"_s); }
    /// What a log-in gets: the password, or why not.
    Result<QString> read()
    {
        std::optional<Result<QString>> got;
        known->read(kKey).then(known.get(), [&](const Result<QString> &result) { got = result; });
        settle();
        return got.value_or(failure(ErrorCode::Cancelled));
    }
    void write(const QString &secret)
    {
        known->write(kKey, secret).ignore();
        settle();
    }

    QTemporaryDir folder;
    FakeSecretStore gnome;
    FakeSecretStore kwallet;
    bool other = false; ///< KWallet answers
    Either either{*this};
    std::unique_ptr<Store> store;
    std::unique_ptr<KnownKeychains> known;
};

const Error kNowhere{ErrorCode::SecretNotFound, kKey, {}};
const Error kElsewhere{ErrorCode::SecretNotFound, kKey, u"GNOME Keyring"_s};

} // namespace

/// SECURITY A126: which keychain of a computer answers may differ from one start to the next.
class KnownKeychainsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasNeverKeptIsNowhere()
    {
        Computer computer;
        QCOMPARE(computer.read().error(), kNowhere);
        computer.start();
        QCOMPARE(computer.read().error(), kNowhere);
    }

    void anotherKeychainIsNamedAndNothingIsLost()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        computer.other = true;
        computer.start();
        QCOMPARE(computer.read().error(), kElsewhere);
        QCOMPARE(computer.read().error(), kElsewhere); // asked once more
        QCOMPARE(computer.gnome.secrets.value(kKey), u"sesame"_s);
        computer.other = false; // it was only late
        QCOMPARE(computer.read().value(), u"sesame"_s);
    }

    void typedItIsInBoth()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        computer.other = true;
        computer.start();
        computer.write(u"sesame"_s);
        QCOMPARE(computer.read().value(), u"sesame"_s);
        QCOMPARE(computer.gnome.secrets.value(kKey), u"sesame"_s);
        computer.start();
        QCOMPARE(computer.read().value(), u"sesame"_s);
        computer.kwallet.secrets.clear();
        QCOMPARE(computer.read().error(), kNowhere); // the one that had it last lost it
    }

    void whatWasReadIsKnownToo()
    {
        Computer computer;
        computer.gnome.secrets.insert(kKey, u"sesame"_s); // by an earlier version
        QCOMPARE(computer.read().value(), u"sesame"_s);
        computer.other = true;
        computer.start();
        QCOMPARE(computer.read().error(), kElsewhere);
    }

    void whatWasTakenBackIsNowhere()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        computer.known->remove(kKey).ignore();
        settle();
        computer.other = true;
        QCOMPARE(computer.read().error(), kNowhere);
    }

    void aFailureIsAsItWas()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        computer.other = true;
        for (const ErrorCode code :
             {ErrorCode::KeychainDenied, ErrorCode::KeychainFailed, ErrorCode::KeychainUnavailable}) {
            computer.kwallet.failWith(code);
            QCOMPARE(computer.read().error(), (Error{code, kKey}));
        }
        computer.write(u"another"_s); // in vain
        computer.kwallet.failWith({});
        QCOMPARE(computer.read().error(), kElsewhere);
    }

    void itGoesWithTheAccount()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        QVERIFY(!computer.store->settings().keys(u"account/a1/"_s).isEmpty());
        AccountSettings settings;
        settings.id = kAccount;
        settings.connection.account = *Jid::parse(u"ana@example.org"_s);
        AccountStorage storage(*computer.store);
        QVERIFY(storage.save(settings, {}));
        QVERIFY(storage.remove(kAccount));
        QVERIFY(computer.store->settings().keys(u"account/a1/"_s).isEmpty());
    }

    /// The person is asked, and told why.
    void isNoWrongPassword()
    {
        Computer computer;
        computer.write(u"sesame"_s);
        computer.other = true;
        computer.start();
        PasswordSource source(*computer.known, kAccount);
        QSignalSpy missing(&source, &PasswordSource::missing);
        source.request();
        settle();
        QCOMPARE(missing.size(), 1);
        QCOMPARE(missing[0][0].value<Error>(), kElsewhere);
        source.setTyped(u"sesame"_s, false);
        source.refused();
        settle();
        QCOMPARE(computer.gnome.secrets.value(kKey), u"sesame"_s);
    }
};

QTEST_GUILESS_MAIN(KnownKeychainsTest)
#include "tst_knownkeychains.moc"
