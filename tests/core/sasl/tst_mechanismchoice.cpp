// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChoice.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

using Types = std::optional<QStringList>;
using Flag = Gs2Binding::Flag;

constexpr bool kSasl1 = false;
constexpr bool kSasl2 = true;

MechanismPolicy able(const QList<QByteArray> &types = {"tls-exporter", "tls-server-end-point"})
{
    MechanismPolicy policy;
    policy.bindingTypes = types;
    return policy;
}

MechanismPolicy with(MechanismPolicy policy, bool MechanismPolicy::*what)
{
    policy.*what = true;
    return policy;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Q_DECLARE_METATYPE(tertulia::MechanismOffer)
Q_DECLARE_METATYPE(tertulia::MechanismPolicy)

class TestMechanismChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void chooses_data();
    void chooses();
    void announcement();
};

void TestMechanismChoice::refuses_data()
{
    QTest::addColumn<MechanismOffer>("offer");
    QTest::addColumn<MechanismPolicy>("policy");
    QTest::addColumn<ErrorCode>("code");
    const MechanismPolicy unable;
    const MechanismPolicy consent = with({}, &MechanismPolicy::allowPlain);
    const QStringList alien
        = words("DIGEST-MD5 CRAM-MD5 X-OAUTH2 ANONYMOUS EXTERNAL GSSAPI OAUTHBEARER SCRAM-SHA-256-PLUS");
    using Offer = MechanismOffer;
    QTest::newRow("none") << Offer{} << consent << ErrorCode::NoAcceptableMechanism;
    QTest::newRow("alien") << Offer{alien} << consent << ErrorCode::NoAcceptableMechanism;
    QTest::newRow("lower case") << Offer{words("scram-sha-1 plain")} << consent
                                << ErrorCode::NoAcceptableMechanism;
    QTest::newRow("only PLAIN") << Offer{words("PLAIN")} << unable << ErrorCode::PlainNotAllowed;
    QTest::newRow("consent does not outlive SCRAM")
        << Offer{words("PLAIN")} << with(consent, &MechanismPolicy::scramWorked)
        << ErrorCode::PlainNotAllowed;
    QTest::newRow("PLAIN among aliens")
        << Offer{alien + words("PLAIN")} << unable << ErrorCode::PlainNotAllowed;

    // SECURITY A40, XEP-0440 rules 4 to 6.
    QTest::newRow("types stripped, SASL2") << Offer{words("SCRAM-SHA-1 SCRAM-SHA-1-PLUS"), {}, kSasl2}
                                           << able() << ErrorCode::AuthenticationDowngraded;
    QTest::newRow("-PLUS stripped, SASL2") << Offer{words("SCRAM-SHA-1"), words("tls-exporter"), kSasl2}
                                           << able() << ErrorCode::AuthenticationDowngraded;
    QTest::newRow("-PLUS stripped, SASL1") << Offer{words("SCRAM-SHA-1"), words("tls-exporter"), kSasl1}
                                           << able() << ErrorCode::AuthenticationDowngraded;
    QTest::newRow("-PLUS stripped, empty list") << Offer{words("SCRAM-SHA-1"), QStringList(), kSasl1}
                                                << able() << ErrorCode::AuthenticationDowngraded;
    QTest::newRow("all but PLAIN stripped")
        << Offer{words("PLAIN"), words("tls-exporter"), kSasl1} << with(able(), &MechanismPolicy::allowPlain)
        << ErrorCode::AuthenticationDowngraded;
    QTest::newRow("foreign types, and PLAIN beside")
        << Offer{words("PLAIN SCRAM-SHA-1-PLUS"), words("tls-imaginary"), kSasl1}
        << with(able(), &MechanismPolicy::allowPlain) << ErrorCode::PlainNotAllowed;

    // SECURITY B17.
    const MechanismPolicy demanding = with(able(), &MechanismPolicy::requireBinding);
    QTest::newRow("demanded, not offered")
        << Offer{words("SCRAM-SHA-1")} << demanding << ErrorCode::ChannelBindingMissing;
    QTest::newRow("demanded, foreign types")
        << Offer{words("SCRAM-SHA-1 SCRAM-SHA-1-PLUS"), words("tls-imaginary")} << demanding
        << ErrorCode::ChannelBindingMissing;
    QTest::newRow("demanded, but we cannot")
        << Offer{words("SCRAM-SHA-1 SCRAM-SHA-1-PLUS"), words("tls-exporter")}
        << with(unable, &MechanismPolicy::requireBinding) << ErrorCode::ChannelBindingMissing;
    QTest::newRow("demanded, PLAIN") << Offer{words("PLAIN")} << with(demanding, &MechanismPolicy::allowPlain)
                                     << ErrorCode::ChannelBindingMissing;
}

void TestMechanismChoice::refuses()
{
    QFETCH(MechanismOffer, offer);
    QFETCH(MechanismPolicy, policy);
    QFETCH(ErrorCode, code);
    const auto chosen = chooseMechanism(offer, policy);
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().code, code);
    if (code == ErrorCode::NoAcceptableMechanism)
        QCOMPARE(chosen.error().subject, offer.mechanisms.join(u", "_s));
}

void TestMechanismChoice::chooses_data()
{
    QTest::addColumn<MechanismOffer>("offer");
    QTest::addColumn<MechanismPolicy>("policy");
    QTest::addColumn<QString>("name");
    QTest::addColumn<Flag>("flag");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("needsProof");
    const QByteArray none;
    const MechanismPolicy unable;
    const QStringList both = words("PLAIN SCRAM-SHA-512 SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS");
    using Offer = MechanismOffer;

    QTest::newRow("cannot bind, all") << Offer{both, words("tls-exporter")} << unable << u"SCRAM-SHA-512"_s
                                      << Flag::NotSupported << none << false;
    QTest::newRow("256 and 1") << Offer{words("SCRAM-SHA-1 SCRAM-SHA-256")} << unable << u"SCRAM-SHA-256"_s
                               << Flag::NotSupported << none << false;
    QTest::newRow("1 rather than PLAIN")
        << Offer{words("PLAIN SCRAM-SHA-1")} << with(unable, &MechanismPolicy::allowPlain) << u"SCRAM-SHA-1"_s
        << Flag::NotSupported << none << false;
    QTest::newRow("PLAIN by consent")
        << Offer{words("X-A PLAIN")} << with(able(), &MechanismPolicy::allowPlain) << u"PLAIN"_s
        << Flag::NotSupported << none << false;

    // SECURITY A41: y, never n, when nothing of bindings is offered.
    for (const bool sasl2 : {kSasl1, kSasl2})
        QTest::addRow("binds, nothing offered, %d", sasl2)
            << Offer{words("SCRAM-SHA-1 SCRAM-SHA-256"), {}, sasl2} << able() << u"SCRAM-SHA-256"_s
            << Flag::NotOffered << none << false;

    // SECURITY B08, B10.
    QTest::newRow("bound before stronger hash")
        << Offer{both, words("tls-server-end-point tls-exporter"), kSasl2} << able()
        << u"SCRAM-SHA-256-PLUS"_s << Flag::Used << QByteArray("tls-exporter") << false;
    QTest::newRow("end point where it is all there is")
        << Offer{both, words("tls-server-end-point tls-unique")} << able() << u"SCRAM-SHA-256-PLUS"_s
        << Flag::Used << QByteArray("tls-server-end-point") << false;
    QTest::newRow("demanded and there")
        << Offer{both, words("tls-exporter")} << with(able(), &MechanismPolicy::requireBinding)
        << u"SCRAM-SHA-256-PLUS"_s << Flag::Used << QByteArray("tls-exporter") << false;
    QTest::newRow("unannounced") << Offer{both}
                                 << able({"tls-exporter", "tls-server-end-point", "tls-unique"})
                                 << u"SCRAM-SHA-256-PLUS"_s << Flag::Used << QByteArray("tls-unique")
                                 << false;
    QTest::newRow("unannounced, without the old one") << Offer{both} << able() << u"SCRAM-SHA-256-PLUS"_s
                                                      << Flag::Used << QByteArray("tls-exporter") << false;

    // XEP-0474 6, the new rule 6: n, but only if the server proves that it said so.
    QTest::newRow("foreign types") << Offer{both, words("tls-imaginary")} << able() << u"SCRAM-SHA-512"_s
                                   << Flag::NotSupported << none << true;
    // Bound mechanisms, but of a kind unknown here: neither stripped nor ours.
    QTest::newRow("foreign -PLUS") << Offer{words("SCRAM-SHA-1 SCRAM-SHA3-512-PLUS"), words("tls-exporter")}
                                   << able() << u"SCRAM-SHA-1"_s << Flag::NotSupported << none << true;
}

void TestMechanismChoice::chooses()
{
    QFETCH(MechanismOffer, offer);
    QFETCH(MechanismPolicy, policy);
    QFETCH(QString, name);
    QFETCH(Flag, flag);
    QFETCH(QByteArray, type);
    QFETCH(bool, needsProof);
    const auto chosen = chooseMechanism(offer, policy);
    QVERIFY(chosen.has_value());
    QCOMPARE(mechanismName(chosen->mechanism, flag == Flag::Used), name);
    QCOMPARE(chosen->flag, flag);
    QCOMPARE(chosen->bindingType, type);
    QCOMPARE(chosen->needsProvenOffer, needsProof);
}

/// XEP-0474 5.3.
void TestMechanismChoice::announcement()
{
    MechanismOffer offer{words("SCRAM-SHA-1-PLUS SCRAM-SHA-1"), words("tls-server-end-point tls-exporter")};
    QCOMPARE(offer.announcement(),
             QByteArray("SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1ftls-exporter\x1etls-server-end-point"));
    offer.bindingTypes = QStringList();
    QCOMPARE(offer.announcement(), QByteArray("SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1f"));
    offer.bindingTypes.reset();
    QCOMPARE(offer.announcement(), QByteArray("SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS"));
}

QTEST_APPLESS_MAIN(TestMechanismChoice)
#include "tst_mechanismchoice.moc"
