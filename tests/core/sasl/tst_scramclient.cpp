// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/SaslPrep.h"
#include "core/sasl/ScramClient.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <openssl/evp.h>

#include <optional>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kNonce = "rOprNGfwEbeRWgbNEkqO";
const QByteArray kServerFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
const QByteArray kServerFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

ScramClient begun(Mechanism mechanism = Mechanism::ScramSha256, const QByteArray &nonce = kNonce,
                  Gs2Binding binding = {})
{
    ScramClient client(mechanism, u"user"_s, nonce, std::move(binding));
    [[maybe_unused]] const auto first = client.clientFirst();
    Q_ASSERT(first);
    return client;
}

ScramKeys keysFor(const ScramKeyRequest &request)
{
    const std::atomic_bool cancelled = false;
    auto keys = deriveScramKeys(request, cancelled);
    Q_ASSERT(keys);
    return *std::move(keys);
}

/// A client that has sent its proof for the example of RFC 7677.
ScramClient proved()
{
    ScramClient client = begun();
    const auto request = client.challenge(kServerFirst, u"pencil"_s);
    Q_ASSERT(request);
    [[maybe_unused]] const auto message = client.clientFinal(keysFor(*request));
    Q_ASSERT(message);
    return client;
}

} // namespace

class TestScramClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesChallenge_data();
    void refusesChallenge();
    void refusesServerFinal_data();
    void refusesServerFinal();
    void refusesWrongOrder();
    void passwordThatCannotBe();
    void examples_data();
    void examples();
    void sha512AgainstOpenSsl();
    void extensionsAfterTheThreeAreIgnored();
    void channelBindingFlags();
    void serverSpeaksOfBinding_data();
    void serverSpeaksOfBinding();
    void protection_data();
    void protection();
    void usernameIsEscaped();
    void iterationLimitsAreInclusive();
    void derivationOffTheMainThread();
    void derivationCanBeCancelled();
};

void TestScramClient::refusesChallenge_data()
{
    QTest::addColumn<QByteArray>("message");
    const QByteArray r = "r=" + kNonce + "x";
    const QByteArray s = "s=W22ZaJ0SNY7soEsUEjb6gQ==";
    const auto row = [](const char *name, const QByteArray &message) { QTest::newRow(name) << message; };
    row("empty", "");
    row("nonsense", "hello");
    row("nonce of somebody else", "r=other," + s + ",i=4096");
    row("nonce not extended", "r=" + kNonce + "," + s + ",i=4096");
    row("nonce shortened", "r=" + kNonce.chopped(1) + "," + s + ",i=4096");
    row("nonce with our text behind", "r=x" + kNonce + "," + s + ",i=4096");
    row("nonce with space", r + " y," + s + ",i=4096");
    row("nonce with control", r + "\x01," + s + ",i=4096");
    row("nonce with non-ASCII", r + "\xC3\xA9," + s + ",i=4096");
    row("no nonce", s + ",i=4096");
    row("empty nonce", "r=," + s + ",i=4096");
    row("no salt", r + ",i=4096");
    row("empty salt", r + ",s=,i=4096");
    row("salt not base64", r + ",s=!!!!,i=4096");
    row("salt with bad padding", r + ",s=W22ZaJ0SNY7soEsUEjb6gQ=,i=4096");
    row("salt without padding", r + ",s=W22ZaJ0SNY7soEsUEjb6gQ,i=4096");
    row("salt URL-safe", r + ",s=__--,i=4096");
    row("no iterations", r + "," + s);
    row("empty iterations", r + "," + s + ",i=");
    for (const char *count : {"0", "1", "4095", "-4096", "+4096", " 4096", "4096 ", "04096", "0x1000",
                              "4096.0", "10000001", "2147483648", "4294967296", "99999999999999999999"})
        row(count, r + "," + s + ",i=" + count);
    row("mandatory extension", "m=x," + r + "," + s + ",i=4096");
    row("mandatory extension behind", r + "," + s + ",i=4096,m=x");
    row("order changed", s + "," + r + ",i=4096");
    row("two nonces", r + "," + r + "," + s + ",i=4096");
    row("two salts", r + "," + s + "," + s + ",i=4096");
    row("two iterations", r + "," + s + ",i=4096,i=5000");
    row("two extensions", r + "," + s + ",i=4096,x=1,x=2");
    row("attribute without value", r + "," + s + ",i=4096,x");
    row("attribute of two letters", r + "," + s + ",i=4096,xy=1");
    row("attribute of a digit", r + "," + s + ",i=4096,1=1");
    row("comma at the end", r + "," + s + ",i=4096,");
    row("comma at the start", "," + r + "," + s + ",i=4096");
    row("NUL", r + "," + s + ",i=4096,x=" + QByteArray(1, '\0'));
    row("server-final instead", kServerFinal);
    row("error", "e=other-error");
    row("too long", r + QByteArray(5000, 'x') + "," + s + ",i=4096");
    row("1 MB", r + "," + s + ",i=4096,x=" + QByteArray(1 << 20, 'y'));
}

void TestScramClient::refusesChallenge()
{
    QFETCH(QByteArray, message);
    ScramClient client = begun();
    const auto request = client.challenge(message, u"pencil"_s);
    QVERIFY(!request);
    QCOMPARE(request.error().code, ErrorCode::AuthenticationMessageInvalid);
    // There is no second try.
    QVERIFY(!client.challenge(kServerFirst, u"pencil"_s));
    QVERIFY(!client.isServerProven());
}

void TestScramClient::refusesServerFinal_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<ErrorCode>("code");
    const auto row
        = [](const char *name, const QByteArray &message, ErrorCode code = ErrorCode::ServerNotProven) {
              QTest::newRow(name) << message << code;
          };
    row("nothing", "");
    row("no value", "v=");
    row("another signature", "v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    row("last bit", "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8=");
    row("truncated to 20 bytes", "v=" + QByteArray::fromBase64(kServerFinal.mid(2)).first(20).toBase64());
    row("one byte", "v=6g==");
    row("with a byte behind", "v=" + QByteArray::fromBase64(kServerFinal.mid(2)).append('x').toBase64());
    row("not base64", "v=????");
    row("behind another attribute", "x=1," + kServerFinal);
    row("twice", kServerFinal + "," + kServerFinal);
    row("with trailing comma", kServerFinal + ",");
    row("capital", "V" + kServerFinal.mid(1));
    row("too long", kServerFinal + ",x=" + QByteArray(5000, 'y'));
    row("invalid proof", "e=invalid-proof", ErrorCode::WrongPassword);
    row("unknown user", "e=unknown-user", ErrorCode::WrongPassword);
    row("other error", "e=other-error", ErrorCode::AuthenticationMessageInvalid);
}

void TestScramClient::refusesServerFinal()
{
    QFETCH(QByteArray, message);
    QFETCH(ErrorCode, code);
    ScramClient client = proved();
    const auto finished = client.finish(message);
    QVERIFY(!finished);
    QCOMPARE(finished.error().code, code);
    QVERIFY(!client.isServerProven());
    QVERIFY(!client.finish(kServerFinal));
    QVERIFY(!client.isServerProven());
}

void TestScramClient::refusesWrongOrder()
{
    ScramClient early(Mechanism::ScramSha256, u"user"_s, kNonce);
    QVERIFY(!early.challenge(kServerFirst, u"pencil"_s));

    // Success before any challenge (SECURITY A45).
    ScramClient skipped = begun();
    QCOMPARE(skipped.finish(kServerFinal).error().code, ErrorCode::ServerNotProven);
    ScramClient empty = begun();
    QCOMPARE(empty.finish("v=").error().code, ErrorCode::ServerNotProven);

    ScramClient unproved = begun();
    QVERIFY(unproved.challenge(kServerFirst, u"pencil"_s).has_value());
    QVERIFY(!unproved.finish(kServerFinal));

    ScramClient twice = begun();
    QVERIFY(!twice.clientFirst());

    ScramClient challengedTwice = begun();
    QVERIFY(challengedTwice.challenge(kServerFirst, u"pencil"_s).has_value());
    QVERIFY(!challengedTwice.challenge(kServerFirst, u"pencil"_s));
}

void TestScramClient::passwordThatCannotBe()
{
    ScramClient client = begun();
    QCOMPARE(client.challenge(kServerFirst, u"pen\u0007cil"_s).error().code,
             ErrorCode::PasswordNotRepresentable);
    ScramClient empty = begun();
    QCOMPARE(empty.challenge(kServerFirst, {}).error().code, ErrorCode::PasswordNotRepresentable);
    ScramClient nameless(Mechanism::ScramSha1, u"a\u0007"_s, kNonce);
    QCOMPARE(nameless.clientFirst().error().code, ErrorCode::InvalidAuthorizationId);
}

void TestScramClient::examples_data()
{
    QTest::addColumn<Mechanism>("mechanism");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("clientFirst");
    QTest::addColumn<QByteArray>("serverFirst");
    QTest::addColumn<QByteArray>("clientFinal");
    QTest::addColumn<QByteArray>("serverFinal");
    QTest::newRow("RFC 5802 5") << Mechanism::ScramSha1 << QByteArray("fyko+d2lbbFgONRv9qkxdawL")
                                << QByteArray("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL")
                                << QByteArray("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                              "s=QSXCR+Q6sek8bf92,i=4096")
                                << QByteArray("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,"
                                              "p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=")
                                << QByteArray("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");
    QTest::newRow("RFC 7677 3") << Mechanism::ScramSha256 << kNonce
                                << QByteArray("n,,n=user,r=rOprNGfwEbeRWgbNEkqO") << kServerFirst
                                << QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                              "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
                                << kServerFinal;
}

void TestScramClient::examples()
{
    QFETCH(Mechanism, mechanism);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, clientFirst);
    QFETCH(QByteArray, serverFirst);
    QFETCH(QByteArray, clientFinal);
    QFETCH(QByteArray, serverFinal);
    ScramClient client(mechanism, u"user"_s, nonce);
    QCOMPARE(client.clientFirst().value(), clientFirst);
    const auto request = client.challenge(serverFirst, u"pencil"_s);
    QVERIFY(request.has_value());
    QCOMPARE(client.clientFinal(keysFor(*request)).value(), clientFinal);
    QVERIFY(!client.isServerProven());
    QVERIFY(client.finish(serverFinal).has_value());
    QVERIFY(client.isServerProven());
}

void TestScramClient::sha512AgainstOpenSsl()
{
    ScramClient client = begun(Mechanism::ScramSha512);
    auto request = client.challenge(kServerFirst, u"p\u00E9ncil"_s);
    QVERIFY(request.has_value());
    QCOMPARE(request->password.view().toByteArray(), QByteArray("p\xC3\xA9ncil"));
    QByteArray salted(64, '\0');
    const QByteArray salt = QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==");
    QCOMPARE(request->salt, salt);
    QCOMPARE(PKCS5_PBKDF2_HMAC("p\xC3\xA9ncil", 7, reinterpret_cast<const uchar *>(salt.constData()),
                               int(salt.size()), 4096, EVP_sha512(), 64,
                               reinterpret_cast<uchar *>(salted.data())),
             1);
    QByteArray clientKey(64, '\0');
    size_t size = 0;
    QVERIFY(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA512", nullptr, salted.constData(), 64,
                      reinterpret_cast<const uchar *>("Client Key"), 10,
                      reinterpret_cast<uchar *>(clientKey.data()), 64, &size)
            != nullptr);
    QCOMPARE(keysFor(*request).clientKey.view().toByteArray(), clientKey);
}

void TestScramClient::extensionsAfterTheThreeAreIgnored()
{
    ScramClient client = begun();
    QVERIFY(client.challenge(QByteArray(kServerFirst + ",d=abc,Z="), u"pencil"_s).has_value());
    ScramClient other = proved();
    QVERIFY(other.finish(QByteArray(kServerFinal + ",x=1")).has_value());
}

void TestScramClient::channelBindingFlags()
{
    ScramClient able(Mechanism::ScramSha256, u"user"_s, kNonce, {Gs2Binding::Flag::NotOffered});
    QVERIFY(able.clientFirst()->startsWith("y,,n="));
    const auto request = able.challenge(kServerFirst, u"pencil"_s);
    QVERIFY(able.clientFinal(keysFor(*request))
                ->startsWith(QByteArray("c=" + QByteArray("y,,").toBase64() + ",")));

    ScramClient bound(Mechanism::ScramSha256, u"user"_s, kNonce,
                      {Gs2Binding::Flag::Used, "tls-exporter", "\x01\x02\x03"});
    QVERIFY(bound.clientFirst()->startsWith("p=tls-exporter,,n="));
    const auto second = bound.challenge(kServerFirst, u"pencil"_s);
    QVERIFY(bound.clientFinal(keysFor(*second))
                ->startsWith(QByteArray("c=" + QByteArray("p=tls-exporter,,\x01\x02\x03").toBase64() + ",")));
}

void TestScramClient::serverSpeaksOfBinding_data()
{
    QTest::addColumn<QByteArray>("message");
    for (const char *condition : {"channel-bindings-dont-match", "server-does-support-channel-binding",
                                  "channel-binding-not-supported", "unsupported-channel-binding-type"})
        QTest::newRow(condition) << QByteArray("e=" + QByteArray(condition));
}

void TestScramClient::serverSpeaksOfBinding()
{
    QFETCH(QByteArray, message);
    QCOMPARE(proved().finish(message).error().code, ErrorCode::ChannelBindingFailed);
}

/// SECURITY A42, B11: XEP-0474 and XEP-0515.
void TestScramClient::protection_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<bool>("needed");
    QTest::addColumn<bool>("good");
    // The hash of XEP-0474 5.3.
    const QByteArray right = ",h=G6k/rBLDqgOhRRaCuuatSDFkJ08=";
    QTest::newRow("another hash") << QByteArray(",h=G6k/rBLDqgOhRRaCuuatSDFkJ09=") << false << false;
    QTest::newRow("cut hash") << QByteArray(",h=G6k/rBLDqgOhRRaCuuatSDFk") << false << false;
    QTest::newRow("empty hash") << QByteArray(",h=") << false << false;
    QTest::newRow("another version") << QByteArray(right + ",t=0303") << false << false;
    QTest::newRow("another version alone") << QByteArray(",t=0303") << false << false;
    QTest::newRow("empty version") << QByteArray(right + ",t=") << false << false;
    QTest::newRow("needed and missing") << QByteArray() << true << false;
    QTest::newRow("needed, only the version") << QByteArray(",t=0304") << true << false;
    QTest::newRow("right") << right << true << true;
    QTest::newRow("right, with version") << QByteArray(right + ",t=0304") << true << true;
    QTest::newRow("none") << QByteArray() << false << true;
}

void TestScramClient::protection()
{
    QFETCH(QByteArray, extension);
    QFETCH(bool, needed);
    QFETCH(bool, good);
    ScramProtection protection;
    protection.announcement = "SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1ftls-exporter\x1etls-server-end-point";
    protection.tlsVersion = "0304";
    protection.announcementNeeded = needed;
    ScramClient client(Mechanism::ScramSha1, u"user"_s, "12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6",
                       {Gs2Binding::Flag::Used, "tls-exporter", "data"}, protection);
    QVERIFY(client.clientFirst().has_value());
    const QByteArray first = "r=12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6a09117a6-ac50-4f2f-93f1-93799c2bddf6,"
                             "s=QSXCR+Q6sek8bf92,i=4096"
        + extension;
    const auto request = client.challenge(first, u"pencil"_s);
    QCOMPARE(request.has_value(), good);
    if (!good)
        QCOMPARE(request.error().code, ErrorCode::AuthenticationDowngraded);
}

void TestScramClient::usernameIsEscaped()
{
    ScramClient client(Mechanism::ScramSha1, u"a=b,c\u00AA"_s, kNonce);
    QCOMPARE(client.clientFirst().value(), QByteArray("n,,n=a=3Db=2Cca,r=" + kNonce));
}

void TestScramClient::iterationLimitsAreInclusive()
{
    for (const char *count : {"4096", "10000000"}) {
        ScramClient client = begun();
        const auto request = client.challenge(
            QByteArray("r=" + kNonce + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=" + count), u"pencil"_s);
        QVERIFY(request.has_value());
        QCOMPARE(request->iterations, QByteArray(count).toInt());
    }
}

void TestScramClient::derivationOffTheMainThread()
{
    ScramClient client = begun();
    auto request
        = client.challenge(QByteArray("r=" + kNonce + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=200000"), u"pencil"_s);
    // The event loop must stay lively meanwhile.
    qint64 longest = 0;
    QElapsedTimer sinceTick;
    sinceTick.start();
    QTimer tick;
    connect(&tick, &QTimer::timeout, this, [&] { longest = qMax(longest, sinceTick.restart()); });
    tick.start(5);
    std::optional<Result<ScramKeys>> result;
    const QThread *thread = nullptr;
    deriveOnWorker(*std::move(request), std::make_shared<std::atomic_bool>(false))
        .then(this, [&](Result<ScramKeys> keys) {
            thread = QThread::currentThread();
            result = std::move(keys);
        });
    QVERIFY(!result);
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 60'000);
    QVERIFY(result->has_value());
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY2(longest < 200, qPrintable(QString::number(longest)));
    QVERIFY(client.clientFinal(**result).has_value());
}

void TestScramClient::derivationCanBeCancelled()
{
    ScramClient client = begun();
    auto request = client.challenge(QByteArray("r=" + kNonce + "x,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=10000000"),
                                    u"pencil"_s);
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    std::optional<Result<ScramKeys>> result;
    deriveOnWorker(*std::move(request), cancelled).then(this, [&](Result<ScramKeys> keys) {
        result = std::move(keys);
    });
    cancelled->store(true);
    QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 2'000);
    QVERIFY(!result->has_value());
    QCOMPARE(result->error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestScramClient)
#include "tst_scramclient.moc"
