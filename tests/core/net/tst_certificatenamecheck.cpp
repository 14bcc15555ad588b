// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Jid.h"
#include "core/net/CertificateNameCheck.h"
#include "core/net/CertificateVerdict.h"
#include "tests/support/TestCertificates.h"

#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

class TestCertificateNameCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dnsNames_data();
    void dnsNames();
    void certificates_data();
    void certificates();
    void accountDomains_data();
    void accountDomains();
    void nullCertificate();
    void verdicts_data();
    void verdicts();
    void pins();
};

void TestCertificateNameCheck::dnsNames_data() // SECURITY A29, B04
{
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("match");
    const auto row = [](const char *name, const QByteArray &presented, const QString &domain, bool match) {
        QTest::newRow(name) << presented << domain << match;
    };
    row("another", "evil.example", u"example.org"_s, false);
    row("suffix", "example.org", u"ample.org"_s, false);
    row("parent", "org", u"example.org"_s, false);
    row("subdomain", "chat.example.org", u"example.org"_s, false);
    row("apex for subdomain", "example.org", u"chat.example.org"_s, false);
    row("everything", "*", u"example.org"_s, false);
    row("top level wildcard", "*.org", u"example.org"_s, false);
    row("part of a label", "ex*.org", u"example.org"_s, false);
    row("part of a label below", "ex*.example.org", u"exa.example.org"_s, false);
    row("label end", "*mple.example.org", u"example.example.org"_s, false);
    row("wildcard for apex", "*.example.org", u"example.org"_s, false);
    row("wildcard two deep", "*.example.org", u"a.b.example.org"_s, false);
    row("wildcard inside", "a.*.example.org", u"a.b.example.org"_s, false);
    row("two wildcards", "*.*.example.org", u"a.b.example.org"_s, false);
    row("wildcard for nothing", "*.example.org", u".example.org"_s, false);
    row("NUL", QByteArray("example.org\0.evil.example", 24), u"example.org"_s, false);
    row("NUL at the end", QByteArray("example.org\0", 12), u"example.org"_s, false);
    row("presented root dot", "example.org.", u"example.org"_s, false);
    row("leading dot", ".example.org", u"example.org"_s, false);
    row("space", "example.org ", u"example.org"_s, false);
    row("empty", "", u"example.org"_s, false);
    row("empty domain", "example.org", QString(), false);
    row("U-label bytes",
        "b\xC3\xBC"
        "cher.example",
        u"xn--bcher-kva.example"_s, false);
    row("U-label domain", "xn--bcher-kva.example", u"b\u00FCcher.example"_s, false);
    row("same", "example.org", u"example.org"_s, true);
    row("case", "EXAMPLE.Org", u"example.org"_s, true);
    row("one label", "*.example.org", u"chat.example.org"_s, true);
    row("A-label", "xn--bcher-kva.example", u"xn--bcher-kva.example"_s, true);
    row("localhost", "localhost", u"localhost"_s, true);
}

void TestCertificateNameCheck::dnsNames()
{
    QFETCH(QByteArray, presented);
    QFETCH(QString, domain);
    QFETCH(bool, match);
    QCOMPARE(dnsNameMatches(presented, domain), match);
}

void TestCertificateNameCheck::certificates_data() // SECURITY A27, A30, B04
{
    QTest::addColumn<QString>("commonName");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("match");
    const auto row = [](const char *name, const QString &commonName, const QStringList &names,
                        NameMatch match) { QTest::newRow(name) << commonName << names << int(match); };
    const QString srv = u"otherName:1.3.6.1.5.5.7.8.7;IA5STRING:"_s;
    const QString xmpp = u"otherName:1.3.6.1.5.5.7.8.5;UTF8:"_s;
    row("only the common name", u"example.org"_s, {}, NameMatch::None);
    row("common name, SAN of another", u"example.org"_s, {u"DNS:other.example"_s}, NameMatch::None);
    row("e-mail", u"x"_s, {u"email:ana@example.org"_s}, NameMatch::None);
    row("URI", u"x"_s, {u"URI:xmpp:example.org"_s}, NameMatch::None);
    row("xmppAddr", u"x"_s, {xmpp + u"example.org"_s}, NameMatch::None);
    row("SRVName of servers", u"x"_s, {srv + u"_xmpp-server.example.org"_s}, NameMatch::None);
    row("SRVName of another", u"x"_s, {srv + u"_xmpp-client.evil.example"_s}, NameMatch::None);
    row("SRVName with wildcard", u"x"_s, {srv + u"_xmpp-client.*.org"_s}, NameMatch::None);
    row("SRVName without domain", u"x"_s, {srv + u"_xmpp-client."_s}, NameMatch::None);
    row("SRVName as text of another type", u"x"_s,
        {u"otherName:1.3.6.1.5.5.7.8.7;UTF8:_xmpp-client.example.org"_s}, NameMatch::None);
    row("dNSName that looks like an SRVName", u"x"_s, {u"DNS:_xmpp-client.example.org"_s}, NameMatch::None);
    row("address", u"x"_s, {u"IP:127.0.0.1"_s}, NameMatch::None);
    row("SRVName", u"x"_s, {srv + u"_xmpp-client.example.org"_s}, NameMatch::ServiceName);
    row("SRVName, case", u"x"_s, {srv + u"_XMPP-Client.Example.ORG"_s}, NameMatch::ServiceName);
    row("dNSName", u"x"_s, {u"DNS:example.org"_s}, NameMatch::DnsName);
    row("one of many", u"x"_s, {u"DNS:a.example"_s, xmpp + u"b"_s, u"DNS:example.org"_s}, NameMatch::DnsName);
}

void TestCertificateNameCheck::certificates()
{
    QFETCH(QString, commonName);
    QFETCH(QStringList, names);
    QFETCH(int, match);
    CertificateWish wish;
    wish.commonName = commonName;
    wish.names = names;
    QCOMPARE(int(certifiedBy(TestIdentity::selfSigned(wish).certificate(), u"example.org"_s)), match);
}

void TestCertificateNameCheck::accountDomains_data() // SECURITY A31
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("match");
    QTest::newRow("U-label account") << u"ana@b\u00FCcher.example"_s << u"DNS:xn--bcher-kva.example"_s
                                     << true;
    QTest::newRow("capital U-label") << u"ana@B\u00DCCHER.example"_s << u"DNS:xn--bcher-kva.example"_s
                                     << true;
    QTest::newRow("A-label account") << u"ana@xn--bcher-kva.example"_s << u"DNS:XN--BCHER-KVA.example"_s
                                     << true;
    QTest::newRow("upper case") << u"ana@EXAMPLE.ORG"_s << u"DNS:example.org"_s << true;
    QTest::newRow("root dot") << u"ana@example.org."_s << u"DNS:example.org"_s << true;
    QTest::newRow("full width") << u"ana@\uFF45xample.org"_s << u"DNS:example.org"_s << true;
    QTest::newRow("Cyrillic look-alike") << u"ana@ex\u0430mple.org"_s << u"DNS:example.org"_s << false;
    QTest::newRow("mixed script itself") << u"ana@ex\u0430mple.org"_s << u"DNS:xn--exmple-4nf.org"_s << true;
    QTest::newRow("IPv4") << u"ana@127.0.0.1"_s << u"IP:127.0.0.1"_s << true;
    QTest::newRow("another IPv4") << u"ana@127.0.0.1"_s << u"IP:127.0.0.2"_s << false;
    QTest::newRow("IPv4 as name") << u"ana@127.0.0.1"_s << u"DNS:127.0.0.1"_s << false;
    QTest::newRow("IPv6") << u"ana@[::1]"_s << u"IP:::1"_s << true;
}

void TestCertificateNameCheck::accountDomains()
{
    QFETCH(QString, account);
    QFETCH(QString, name);
    QFETCH(bool, match);
    CertificateWish wish;
    wish.names = {name};
    const QString domain = Jid::parse(account).value().asciiDomain();
    QCOMPARE(certifiedBy(TestIdentity::selfSigned(wish).certificate(), domain) != NameMatch::None, match);
}

void TestCertificateNameCheck::nullCertificate()
{
    QCOMPARE(int(certifiedBy(QSslCertificate(), u"example.org"_s)), int(NameMatch::None));
    QVERIFY(spkiSha256(QSslCertificate()).isEmpty());
    const auto verdict = judgeCertificate({}, {}, {u"example.org"_s});
    QVERIFY(!verdict.accepted);
    QCOMPARE(verdict.problem.error.code, ErrorCode::CertificateInvalid);
}

void TestCertificateNameCheck::verdicts_data() // SECURITY A28
{
    QTest::addColumn<QList<QSslError::SslError>>("errors");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<ErrorCode>>("all");
    using E = QSslError;
    const QString good = u"DNS:example.org"_s;
    const QString srv = u"otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_xmpp-client.example.org"_s;
    const auto row = [](const char *name, const QList<QSslError::SslError> &errors, const QString &certified,
                        const QList<ErrorCode> &all) { QTest::newRow(name) << errors << certified << all; };
    row("good", {}, good, {});
    row("expired", {E::CertificateExpired}, good, {ErrorCode::CertificateExpired});
    row("future", {E::CertificateNotYetValid}, good, {ErrorCode::CertificateNotYetValid});
    row("self-signed", {E::SelfSignedCertificate}, good, {ErrorCode::CertificateUntrusted});
    row("no path", {E::UnableToGetLocalIssuerCertificate, E::UnableToVerifyFirstCertificate}, good,
        {ErrorCode::CertificateUntrusted});
    row("leaf as authority", {E::InvalidCaCertificate}, good, {ErrorCode::CertificateInvalid});
    row("unspecified", {E::UnspecifiedError}, good, {ErrorCode::CertificateInvalid});
    row("wrong name that we alone see", {}, u"DNS:other.example"_s, {ErrorCode::CertificateWrongName});
    row("SRVName overrules the name", {E::HostNameMismatch}, srv, {});
    row("SRVName overrules nothing else", {E::HostNameMismatch, E::CertificateExpired}, srv,
        {ErrorCode::CertificateExpired});
    row("dNSName overrules nothing", {E::HostNameMismatch}, good, {ErrorCode::CertificateWrongName});
    row("all at once", {E::CertificateExpired, E::SelfSignedCertificate, E::HostNameMismatch},
        u"DNS:other.example"_s,
        {ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted, ErrorCode::CertificateWrongName});
}

void TestCertificateNameCheck::verdicts()
{
    QFETCH(QList<QSslError::SslError>, errors);
    QFETCH(QString, name);
    QFETCH(QList<ErrorCode>, all);
    CertificateWish wish;
    wish.names = {name};
    const TestIdentity identity = TestIdentity::selfSigned(wish);
    QList<QSslError> found;
    for (const auto error : errors)
        found.append(QSslError(error, identity.certificate()));
    const auto verdict = judgeCertificate(identity.chain(), found, {u"example.org"_s});
    QCOMPARE(verdict.problem.all, all);
    QCOMPARE(verdict.accepted, all.isEmpty());
    if (!verdict.accepted) {
        QVERIFY(all.contains(verdict.problem.error.code));
        QCOMPARE(verdict.problem.domain, u"example.org"_s);
        QCOMPARE(verdict.problem.fingerprint().size(), 64);
    }
}

void TestCertificateNameCheck::pins() // SECURITY B06
{
    CertificateWish wish;
    wish.names = {u"DNS:example.org"_s};
    const TestIdentity identity = TestIdentity::selfSigned(wish);
    const TestIdentity another = TestIdentity::selfSigned(wish);
    const QList<QSslError> errors{QSslError(QSslError::SelfSignedCertificate, identity.certificate())};
    const CertificatePin exact{
        u"example.org"_s, spkiSha256(identity.certificate()), {ErrorCode::CertificateUntrusted}};
    QCOMPARE(exact.spkiSha256.size(), 32);
    const auto judge = [&](const TestIdentity &shown, const QList<QSslError> &found, CertificatePin pin) {
        return judgeCertificate(shown.chain(), found, {u"example.org"_s, {}, {std::move(pin)}});
    };

    CertificatePin pin = exact;
    pin.domain = u"other.example"_s;
    QCOMPARE(judge(identity, errors, pin).problem.error.code, ErrorCode::CertificateUntrusted);
    pin = exact;
    pin.accepted = {};
    QCOMPARE(judge(identity, errors, pin).problem.error.code, ErrorCode::CertificateUntrusted);
    pin.accepted = {ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted};
    QCOMPARE(judge(identity, errors, pin).problem.error.code, ErrorCode::CertificateUntrusted);
    // A defect more than accepted.
    const QList<QSslError> more{errors.first(), QSslError(QSslError::CertificateExpired)};
    QVERIFY(!judge(identity, more, exact).accepted);
    pin = exact;
    pin.spkiSha256 = {};
    QVERIFY(!judge(identity, errors, pin).accepted);

    // Another key: that is the news, while what a new pin would accept stays the plain defects.
    const auto changed = judge(another, errors, exact);
    QVERIFY(!changed.accepted);
    QCOMPARE(changed.problem.error.code, ErrorCode::CertificateChanged);
    QCOMPARE(changed.problem.all, QList<ErrorCode>{ErrorCode::CertificateUntrusted});

    QVERIFY(judge(identity, errors, exact).accepted);
    // A certificate without any defect needs no pin.
    QVERIFY(judge(another, {}, exact).accepted);
}

QTEST_GUILESS_MAIN(TestCertificateNameCheck)
#include "tst_certificatenamecheck.moc"
