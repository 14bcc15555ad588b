// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/profile/ProfileModule.h"
#include "core/modules/xep0054_vcard/VCardProfile.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0292_vcard4/VCard4.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kPubSub = u"http://jabber.org/protocol/pubsub"_s;
const QString kOwner = u"http://jabber.org/protocol/pubsub#owner"_s;
const QString kCard = u"vcard-temp"_s;
const QByteArray kPng = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(40, 'x');

Profile sample()
{
    Profile profile;
    profile.fullName = u"Ana Torres"_s;
    profile.nickname = u"Anita"_s;
    profile.birthday = u"1984-02-29"_s;
    profile.note = u"Paints <b>walls</b>"_s;
    profile.emails = QStringList{u"ana@example.org"_s, u"work@example.com"_s};
    profile.phones = QStringList{u"+34 600 000 000"_s};
    profile.urls = QStringList{u"https://example.org/"_s};
    profile.organization = u"Example"_s;
    profile.address = {u"Calle Mayor 1"_s, u"Toledo"_s, {}, u"45001"_s, u"España"_s};
    return profile;
}

QByteArray pepItem(const QByteArray &node, const QByteArray &payload)
{
    return "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='" + node + "'><item id='current'>"
        + payload + "</item></items></pubsub>";
}

/// Answers one publish request and gives its node, "item", and access model.
struct Publish {
    QString node;
    QString itemId;
    XmlElement payload;
    QByteArray xml;
};

Publish takePublish(ModuleRig &rig)
{
    const XmlElement iq = rig.takeRequest(kPubSub);
    const XmlElement publish = iq.firstChild().child(u"publish", kPubSub);
    const Publish found{publish.attribute(u"node"), publish.firstChild().attribute(u"id"),
                        publish.firstChild().firstChild(), iq.toXml()};
    rig.answer(iq);
    return found;
}

/// The next request, which may be on its way.
XmlElement takeNext(ModuleRig &rig, const QString &payloadNamespace)
{
    std::ignore = QTest::qWaitFor([&rig] { return !rig.sent().isEmpty(); });
    return rig.takeRequest(payloadNamespace);
}

/// Answers what is asked before the own cards are written: the vCard4, then the old card.
void answerCards(ModuleRig &rig, const QByteArray &card4, const QByteArray &card)
{
    const XmlElement first = rig.takeRequest(kPubSub);
    if (card4.isEmpty())
        rig.refuse(first, "item-not-found");
    else
        rig.answer(first, pepItem("urn:xmpp:vcard4", card4));
    const XmlElement second = takeNext(rig, kCard);
    if (card.isEmpty())
        rig.refuse(second, "item-not-found");
    else
        rig.answer(second, card);
}

} // namespace

class TestProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cardsOfNobody();
    void readsCardsOfOthers();
    void bothCardsComeBack();
    void boundsWhatItReads();
    void editKeepsWhatItDoesNotKnow();
    void fetchesVCard4First();
    void fetchesTheOldCardOtherwise_data();
    void fetchesTheOldCardOtherwise();
    void failsWhenNeitherCanBeAsked();
    void publishesForContacts();
    void theWholeCardComesLast();
    void publishesForEverybody();
    void whoWasChosenElsewhereStays_data();
    void whoWasChosenElsewhereStays();
    void anotherNodeIsChangedFirst();
    void aRefusalEndsIt();
    void whatTheServerLacksIsLeftOut_data();
    void whatTheServerLacksIsLeftOut();
    void fetchesTheOwn_data();
    void fetchesTheOwn();
    void theOwnCardThatDoesNotComeIsNotEmpty();
    void showsAPicture_data();
    void showsAPicture();
    void takesAPictureDown();
    void tellsTheHashWhereTheServerDoesNot_data();
    void tellsTheHashWhereTheServerDoesNot();
};

void TestProfile::cardsOfNobody()
{
    QVERIFY(profileOfCard({}).isEmpty());
    QVERIFY(profileOfCard4({}).isEmpty());
    QVERIFY(profileOfCard(parsedXml("<vCard xmlns='urn:x'><FN>Eva</FN></vCard>")).isEmpty());
    QVERIFY(profileOfCard4(parsedXml("<vcard xmlns='urn:x'><fn><text>Eva</text></fn></vcard>")).isEmpty());
    QVERIFY(profileOfCard(parsedXml("<vCard xmlns='vcard-temp'/>")).isEmpty());
}

void TestProfile::readsCardsOfOthers()
{
    const Profile four = profileOfCard4(
        parsedXml("<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Bruno</text></fn>"
                  "<tel><parameters><type><text>cell</text></type></parameters><uri>tel:+34-600</uri></tel>"
                  "<tel><text>ext. 7</text></tel><email><text>b@example.com</text></email>"
                  "<photo><uri>https://example.net/track.png</uri></photo>"
                  "<bday><date>1970-01-02</date></bday><url><uri>javascript:x</uri></url></vcard>"));
    QCOMPARE(four.fullName, u"Bruno"_s);
    QCOMPARE(four.phones, (QStringList{u"+34-600"_s, u"ext. 7"_s}));
    QCOMPARE(four.birthday, u"1970-01-02"_s);
    QCOMPARE(four.urls, QStringList{u"javascript:x"_s}); // shown as text, opened by nobody
    const Profile old = profileOfCard(
        parsedXml("<vCard xmlns='vcard-temp'><N><GIVEN>Carla</GIVEN><FAMILY>Ruiz</FAMILY></N>"
                  "<EMAIL><INTERNET/><USERID>c@example.com</USERID></EMAIL><TEL><NUMBER>123</NUMBER></TEL>"
                  "<URL>https://example.com</URL><ADR><LOCALITY>Toledo</LOCALITY></ADR></vCard>"));
    QCOMPARE(old.fullName, u"Carla Ruiz"_s);
    QCOMPARE(old.emails, QStringList{u"c@example.com"_s});
    QCOMPARE(old.urls, QStringList{u"https://example.com"_s});
    QCOMPARE(old.address.locality, u"Toledo"_s);
}

void TestProfile::bothCardsComeBack()
{
    Profile profile = sample();
    QCOMPARE(profileOfCard(cardWithProfile({}, profile)), profile);
    profile.phones = QStringList{u"+34600000000"_s}; // a URI has no spaces
    QCOMPARE(profileOfCard4(card4WithProfile({}, profile)), profile);
    QVERIFY(profileOfCard4(card4WithProfile(card4WithProfile({}, profile), {})).isEmpty());
    QVERIFY(profileOfCard(cardWithProfile(cardWithProfile({}, profile), {})).isEmpty());
}

void TestProfile::boundsWhatItReads() // SECURITY A75
{
    QByteArray many = "<vCard xmlns='vcard-temp'><FN>" + QByteArray(90'000, 'x') + "</FN>";
    for (int i = 0; i < 500; ++i)
        many += "<EMAIL><USERID>a</USERID></EMAIL>";
    const Profile profile = profileOfCard(parsedXml(many + "</vCard>"));
    QCOMPARE(profile.fullName.size(), Profile::kMaxText);
    QCOMPARE(profile.emails.size(), Profile::kMaxEntries);
}

void TestProfile::editKeepsWhatItDoesNotKnow()
{
    const XmlElement card
        = parsedXml("<vCard xmlns='vcard-temp'><FN>Ana</FN><PHOTO><TYPE>image/png</TYPE>"
                    "<BINVAL>AAAA</BINVAL></PHOTO><TEL><HOME/><NUMBER>1</NUMBER></TEL><TZ>+01</TZ></vCard>");
    Profile profile = profileOfCard(card);
    profile.fullName = u"Ana Torres"_s;
    QCOMPARE(cardWithProfile(card, profile),
             parsedXml("<vCard xmlns='vcard-temp'><FN>Ana Torres</FN><PHOTO><TYPE>image/png</TYPE>"
                       "<BINVAL>AAAA</BINVAL></PHOTO><TEL><HOME/><NUMBER>1</NUMBER></TEL><TZ>+01</TZ>"
                       "</vCard>"));
    QCOMPARE(cardWithPhoto(card, {}, {}),
             parsedXml("<vCard xmlns='vcard-temp'><FN>Ana</FN><TEL><HOME/><NUMBER>1</NUMBER></TEL>"
                       "<TZ>+01</TZ></vCard>"));
    const XmlElement four = parsedXml(
        "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>Ana</text></fn>"
        "<gender><sex><text>F</text></sex></gender>"
        "<tel><parameters><pref><integer>1</integer></pref></parameters><uri>tel:1</uri></tel></vcard>");
    profile = profileOfCard4(four);
    profile.note = u"Hi"_s;
    const XmlElement changed = card4WithProfile(four, profile);
    QVERIFY(changed.toXml().contains("gender"));
    QVERIFY(changed.toXml().contains("pref"));
    QCOMPARE(profileOfCard4(changed), profile);
}

void TestProfile::fetchesVCard4First()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<Profile> got;
    module.fetch(jid(u"bruno@example.com"_s)).then(&module, [&](const Result<Profile> &profile) {
        got = *profile;
    });
    const XmlElement asked = rig.takeRequest(kPubSub, u"bruno@example.com"_s);
    rig.answerAs("mallory@example.net", asked,
                 pepItem("urn:xmpp:vcard4",
                         "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>M</text></fn></vcard>"));
    rig.answer(asked,
               pepItem("urn:xmpp:vcard4",
                       "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>B</text></fn></vcard>"));
    QTRY_VERIFY(got);
    QCOMPARE(got->fullName, u"B"_s);
    QVERIFY(rig.sent().isEmpty());
}

void TestProfile::fetchesTheOldCardOtherwise_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("refusal");
    QTest::newRow("none") << QByteArray() << QByteArray("item-not-found");
    QTest::newRow("not for us") << QByteArray() << QByteArray("forbidden");
    QTest::newRow("unknown there") << QByteArray() << QByteArray("service-unavailable");
    QTest::newRow("empty") << pepItem("urn:xmpp:vcard4", "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>")
                           << QByteArray();
    QTest::newRow("another thing") << pepItem("urn:xmpp:vcard4", "<x xmlns='urn:x'/>") << QByteArray();
}

void TestProfile::fetchesTheOldCardOtherwise()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, refusal);
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<Profile> got;
    module.fetch(jid(u"bruno@example.com"_s)).then(&module, [&](const Result<Profile> &profile) {
        got = *profile;
    });
    const XmlElement asked = rig.takeRequest(kPubSub);
    if (refusal.isEmpty())
        rig.answer(asked, answer);
    else
        rig.refuse(asked, refusal);
    XmlElement card;
    QTRY_VERIFY(!rig.sent().isEmpty());
    card = rig.takeRequest(kCard, u"bruno@example.com"_s);
    rig.answer(card, "<vCard xmlns='vcard-temp'><FN>Bruno</FN></vCard>");
    QTRY_VERIFY(got);
    QCOMPARE(got->fullName, u"Bruno"_s);
}

void TestProfile::failsWhenNeitherCanBeAsked()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<ErrorCode> error;
    module.fetch(jid(u"bruno@example.com"_s)).then(&module, [&](const Result<Profile> &profile) {
        error = profile.error().code;
    });
    rig.end();
    QTRY_COMPARE(error, ErrorCode::NotConnected);
}

/// What is for contacts only stands on no card that everybody can read.
void TestProfile::publishesForContacts() // SECURITY A60
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    bool done = false;
    module.publish({sample(), ProfileAudience::Contacts}).then(&module, [&](const Result<void> &result) {
        done = result.has_value();
    });
    answerCards(rig, {}, "<vCard xmlns='vcard-temp'><TEL><NUMBER>1</NUMBER></TEL></vCard>");
    const XmlElement card = takeNext(rig, kCard);
    QCOMPARE(card.firstChild(),
             parsedXml("<vCard xmlns='vcard-temp'><FN>Ana Torres</FN><NICKNAME>Anita</NICKNAME></vCard>"));
    rig.answer(card);
    QTRY_COMPARE(rig.sent().size(), 1);
    const Publish card4 = takePublish(rig);
    QCOMPARE(card4.node, u"urn:xmpp:vcard4"_s);
    QCOMPARE(profileOfCard4(card4.payload).emails, sample().emails);
    QVERIFY(card4.xml.contains("<value>presence</value>"));
    QTRY_COMPARE(rig.sent().size(), 1);
    const Publish nick = takePublish(rig);
    QCOMPARE(nick.node, u"http://jabber.org/protocol/nick"_s);
    QCOMPARE(nick.payload.text(), u"Anita"_s);
    QTRY_VERIFY(done);
}

/// A server that makes the vCard4 of the old card has but the names after the first step.
void TestProfile::theWholeCardComesLast()
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    rig.module<ProfileModule>().publish({sample(), ProfileAudience::Contacts}).ignore();
    answerCards(rig,
                "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><gender><sex><text>F</text></sex></gender>"
                "</vcard>",
                {});
    QVERIFY(rig.takeRequest(kPubSub).isNull());
    rig.answer(takeNext(rig, kCard));
    QTRY_COMPARE(rig.sent().size(), 1);
    const Publish card4 = takePublish(rig);
    QCOMPARE(card4.node, u"urn:xmpp:vcard4"_s);
    QVERIFY(card4.xml.contains("gender")); // read before the server could take it away
    QCOMPARE(profileOfCard4(card4.payload).note, sample().note);
    QVERIFY(rig.takeRequest(kCard).isNull());
}

void TestProfile::publishesForEverybody()
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    module.publish({sample(), ProfileAudience::Everybody}).ignore();
    answerCards(rig, {}, {});
    const XmlElement card = takeNext(rig, kCard);
    QCOMPARE(profileOfCard(card.firstChild()), sample());
    rig.answer(card);
    QTRY_COMPARE(rig.sent().size(), 1);
    QVERIFY(takePublish(rig).xml.contains("<value>open</value>"));
}

void TestProfile::whoWasChosenElsewhereStays_data() // XEP-0060 4.5
{
    QTest::addColumn<bool>("checksOptions");
    QTest::newRow("the server looks at options") << true;
    QTest::newRow("it does not") << false;
}

void TestProfile::whoWasChosenElsewhereStays() // SECURITY A60
{
    QFETCH(bool, checksOptions);
    ModuleRig rig;
    if (checksOptions)
        rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    rig.module<ProfileModule>().publish({sample(), ProfileAudience::AsConfigured}).ignore();
    answerCards(rig, {}, {});
    const XmlElement card = takeNext(rig, kCard);
    QVERIFY(profileOfCard(card.firstChild()).emails.isEmpty());
    rig.answer(card);
    QTRY_COMPARE(rig.sent().size(), 1);
    const Publish card4 = takePublish(rig);
    QCOMPARE(card4.node, u"urn:xmpp:vcard4"_s);
    QVERIFY(!card4.xml.contains("access_model"));
}

void TestProfile::anotherNodeIsChangedFirst() // XEP-0060 7.1.5
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    rig.module<ProfileModule>().publish({sample(), ProfileAudience::Contacts}).ignore();
    answerCards(rig, {}, {});
    rig.answer(takeNext(rig, kCard));
    rig.refuse(takeNext(rig, kPubSub), "conflict");
    const XmlElement configure = takeNext(rig, kOwner);
    QVERIFY(configure.toXml().contains("<value>presence</value>"));
    rig.answer(configure);
    QTRY_COMPARE(rig.sent().size(), 1);
    QCOMPARE(takePublish(rig).node, u"urn:xmpp:vcard4"_s);
}

void TestProfile::aRefusalEndsIt()
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<ErrorCode> error;
    module.publish({sample(), ProfileAudience::Contacts}).then(&module, [&](const Result<void> &result) {
        error = result.error().code;
    });
    answerCards(rig, {}, {});
    rig.answer(takeNext(rig, kCard));
    rig.refuse(takeNext(rig, kPubSub), "not-allowed");
    QTRY_COMPARE(error, ErrorCode::StanzaNotAllowed);
    QVERIFY(rig.sent().isEmpty());
}

void TestProfile::whatTheServerLacksIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<bool>("checksOptions");
    QTest::addColumn<bool>("oldCard");
    for (const char *refusal : {"service-unavailable", "feature-not-implemented"}) {
        for (const bool checksOptions : {false, true}) {
            for (const bool oldCard : {false, true}) {
                QTest::addRow("%s, %s, %s", refusal, checksOptions ? "publish" : "configure",
                              oldCard ? "old card" : "no card")
                    << QByteArray(refusal) << checksOptions << oldCard;
            }
        }
    }
}

void TestProfile::whatTheServerLacksIsLeftOut()
{
    QFETCH(QByteArray, refusal);
    QFETCH(bool, checksOptions);
    QFETCH(bool, oldCard);
    ModuleRig rig;
    if (checksOptions)
        rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<Result<void>> told;
    module.publish({sample(), ProfileAudience::Everybody}).then(&module, [&](const Result<void> &result) {
        told = result;
    });
    rig.refuse(rig.takeRequest(kPubSub), refusal);
    const XmlElement asked = takeNext(rig, kCard);
    if (oldCard) {
        rig.refuse(asked, "item-not-found");
        const XmlElement card = takeNext(rig, kCard);
        QCOMPARE(profileOfCard(card.firstChild()), sample());
        rig.answer(card);
    } else {
        rig.refuse(asked, refusal);
    }
    rig.refuse(takeNext(rig, checksOptions ? kPubSub : kOwner), refusal);
    const XmlElement nick = takeNext(rig, kPubSub);
    QVERIFY(nick.toXml().contains("Anita"));
    rig.refuse(nick, refusal);
    QTRY_VERIFY(told);
    QCOMPARE(told->has_value(), oldCard);
}

void TestProfile::fetchesTheOwn_data()
{
    QTest::addColumn<QByteArray>("card4");
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QByteArray>("access"); ///< a refusal, if it has a hyphen
    QTest::addColumn<int>("audience"); ///< -1: it fails
    const QByteArray four = "<vcard xmlns='urn:ietf:params:xml:ns:vcard-4.0'><fn><text>A</text></fn></vcard>";
    const QByteArray old = "<vCard xmlns='vcard-temp'><FN>A</FN></vCard>";
    QTest::newRow("not told") << four << old << QByteArray("internal-server-error") << -1;
    QTest::newRow("not for the owner") << four << old << QByteArray("not-allowed") << -1;
    QTest::newRow("no card at all") << QByteArray() << QByteArray() << QByteArray("item-not-found")
                                    << int(ProfileAudience::Contacts);
    QTest::newRow("an empty old one") << QByteArray() << QByteArray("<vCard xmlns='vcard-temp'/>")
                                      << QByteArray("item-not-found") << int(ProfileAudience::Contacts);
    QTest::newRow("the old one alone")
        << QByteArray() << old << QByteArray("item-not-found") << int(ProfileAudience::Everybody);
    QTest::newRow("no PEP there") << QByteArray() << old << QByteArray("service-unavailable")
                                  << int(ProfileAudience::Everybody);
    QTest::newRow("contacts") << four << old << QByteArray("presence") << int(ProfileAudience::Contacts);
    QTest::newRow("everybody") << four << old << QByteArray("open") << int(ProfileAudience::Everybody);
    for (const char *model : {"whitelist", "authorize", "roster", "of the future"})
        QTest::newRow(model) << four << old << QByteArray(model) << int(ProfileAudience::AsConfigured);
}

void TestProfile::fetchesTheOwn()
{
    QFETCH(QByteArray, card4);
    QFETCH(QByteArray, card);
    QFETCH(QByteArray, access);
    QFETCH(int, audience);
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<Result<OwnProfile>> got;
    module.fetchOwn().then(&module, [&](const Result<OwnProfile> &profile) { got = profile; });
    answerCards(rig, card4, card);
    const XmlElement asked = takeNext(rig, kOwner);
    if (access.contains('-'))
        rig.refuse(asked, access);
    else
        rig.answer(asked,
                   "<pubsub xmlns='http://jabber.org/protocol/pubsub#owner'><configure "
                   "node='urn:xmpp:vcard4'><x xmlns='jabber:x:data' type='form'>"
                   "<field var='pubsub#access_model'><value>"
                       + access + "</value></field></x></configure></pubsub>");
    QTRY_VERIFY(got);
    QCOMPARE(got->has_value(), audience >= 0);
    if (audience < 0)
        return;
    QCOMPARE(int((*got)->audience), audience);
    QCOMPARE((*got)->profile.fullName, card.contains("FN") ? u"A"_s : QString());
}

/// A card that did not come is not taken for an empty one: it would be written back so.
void TestProfile::theOwnCardThatDoesNotComeIsNotEmpty()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    std::optional<ErrorCode> error;
    module.fetchOwn().then(&module, [&](const Result<OwnProfile> &profile) { error = profile.error().code; });
    rig.refuse(rig.takeRequest(kPubSub), "internal-server-error");
    QTRY_COMPARE(error, ErrorCode::StanzaInternalServerError);
}

void TestProfile::showsAPicture_data()
{
    QTest::addColumn<bool>("serverConverts");
    QTest::newRow("the server carries it over (XEP-0398)") << true;
    QTest::newRow("the server does not") << false;
}

void TestProfile::showsAPicture()
{
    QFETCH(bool, serverConverts);
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    if (serverConverts)
        rig.accountFeatures.append(u"urn:xmpp:pep-vcard-conversion:0"_s);
    rig.goOnline();
    auto &module = rig.module<ProfileModule>();
    bool done = false;
    module.publishPicture({kPng, {64, 64}}).then(&module, [&](const Result<void> &result) {
        done = result.has_value();
    });
    const Publish data = takePublish(rig);
    QCOMPARE(data.node, u"urn:xmpp:avatar:data"_s);
    QCOMPARE(data.itemId, avatarHash(kPng));
    QVERIFY(data.xml.contains("<value>open</value>"));
    QTRY_COMPARE(rig.sent().size(), 1);
    const Publish metadata = takePublish(rig);
    QCOMPARE(metadata.payload,
             parsedXml("<metadata xmlns='urn:xmpp:avatar:metadata'><info id='" + avatarHash(kPng).toLatin1()
                       + "' type='image/png' bytes='" + QByteArray::number(kPng.size())
                       + "' width='64' height='64'/></metadata>"));
    if (!serverConverts) {
        XmlElement asked;
        QTRY_VERIFY(!rig.sent().isEmpty());
        asked = rig.takeRequest(kCard);
        rig.answer(asked, "<vCard xmlns='vcard-temp'><FN>Ana</FN></vCard>");
        QTRY_VERIFY(!rig.sent().isEmpty());
        asked = rig.takeRequest(kCard);
        QCOMPARE(asked.firstChild(),
                 parsedXml("<vCard xmlns='vcard-temp'><FN>Ana</FN><PHOTO><TYPE>image/png</TYPE><BINVAL>"
                           + kPng.toBase64() + "</BINVAL></PHOTO></vCard>"));
        rig.answer(asked);
    }
    QTRY_VERIFY(done);
}

void TestProfile::takesAPictureDown()
{
    ModuleRig rig;
    rig.accountFeatures.append(u"http://jabber.org/protocol/pubsub#publish-options"_s);
    rig.accountFeatures.append(u"urn:xmpp:pep-vcard-conversion:0"_s);
    rig.goOnline();
    rig.module<ProfileModule>().publishPicture({}).ignore();
    const Publish metadata = takePublish(rig);
    QCOMPARE(metadata.node, u"urn:xmpp:avatar:metadata"_s);
    QCOMPARE(metadata.payload, parsedXml("<metadata xmlns='urn:xmpp:avatar:metadata'/>"));
}

void TestProfile::tellsTheHashWhereTheServerDoesNot_data()
{
    QTest::addColumn<bool>("serverConverts");
    QTest::newRow("the server tells it (XEP-0398)") << true;
    QTest::newRow("the server does not") << false;
}

void TestProfile::tellsTheHashWhereTheServerDoesNot() // XEP-0153 4.1
{
    QFETCH(bool, serverConverts);
    ModuleRig rig;
    if (serverConverts)
        rig.accountFeatures.append(u"urn:xmpp:pep-vcard-conversion:0"_s);
    rig.goOnline();
    const QByteArray hash = avatarHash(kPng).toLatin1();
    rig.receive("<message type='headline' from='ana@example.org'>"
                "<event xmlns='http://jabber.org/protocol/pubsub#event'>"
                "<items node='urn:xmpp:avatar:metadata'><item id='"
                + hash + "'><metadata xmlns='urn:xmpp:avatar:metadata'><info id='" + hash
                + "' type='image/png' bytes='48'/></metadata></item></items></event></message>");
    const XmlElement asked = rig.takeRequest(kPubSub);
    rig.answer(
        asked,
        pepItem("urn:xmpp:avatar:data", "<data xmlns='urn:xmpp:avatar:data'>" + kPng.toBase64() + "</data>")
            .replace("id='current'", QByteArray("id='" + hash + "'")));
    if (serverConverts) {
        QCoreApplication::processEvents();
        QVERIFY(rig.sent().isEmpty());
        return;
    }
    QTRY_COMPARE(rig.sent().size(), 1);
    QVERIFY(rig.sent().constFirst().contains(QByteArray("<photo>" + hash + "</photo>")));
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
