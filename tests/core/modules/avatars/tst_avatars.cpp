// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/avatars/Avatars.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0084_avatar/AvatarMetadata.h"
#include "core/modules/xep0153_vcardavatar/VCardAvatar.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kPubSub = u"http://jabber.org/protocol/pubsub"_s;
const QString kVCard = u"vcard-temp"_s;
const QByteArray kPng = QByteArray("\x89PNG\r\n\x1a\n", 8) + "and the rest";
const QByteArray kGif = "GIF89a and the rest";
const Jid kBruno = jid(u"bruno@example.com"_s);

QByteArray hashOf(const QByteArray &image)
{
    return avatarHash(image).toLatin1();
}

QByteArray pepEvent(const QByteArray &from, const QByteArray &content)
{
    return "<message type='headline' from='" + from
        + "'><event xmlns='http://jabber.org/protocol/pubsub#event'>" + content + "</event></message>";
}

QByteArray info(const QByteArray &hash, const QByteArray &more = "bytes='20' type='image/png'")
{
    return "<info id='" + hash + "' " + more + "/>";
}

QByteArray metadata(const QByteArray &from, const QByteArray &infos)
{
    return pepEvent(from,
                    "<items node='urn:xmpp:avatar:metadata'><item id='x'>"
                    "<metadata xmlns='urn:xmpp:avatar:metadata'>"
                        + infos + "</metadata></item></items>");
}

QByteArray data(const QByteArray &image, const QByteArray &claimed = {})
{
    const QByteArray id = claimed.isEmpty() ? hashOf(image) : claimed;
    return "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:avatar:data'><item id='"
        + id + "'><data xmlns='urn:xmpp:avatar:data'>" + image.toBase64() + "</data></item></items></pubsub>";
}

QByteArray presence(const QByteArray &from, const QByteArray &photo)
{
    return "<presence from='" + from + "'><x xmlns='vcard-temp:x:update'>" + photo + "</x></presence>";
}

QByteArray vcard(const QByteArray &photo)
{
    return "<vCard xmlns='vcard-temp'><PHOTO><TYPE>image/png</TYPE>" + photo + "</PHOTO></vCard>";
}

QByteArray binval(const QByteArray &image)
{
    QByteArray encoded = image.toBase64();
    encoded.insert(8, "\n  "); // lines are allowed
    return "<BINVAL>" + encoded + "</BINVAL>";
}

} // namespace

class TestAvatars : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptableImages_data();
    void acceptableImages();
    void metadataIsRead_data();
    void metadataIsRead();
    void fromPep();
    void sameNewsTwice();
    void keptImageIsNotFetched();
    void takenDown_data();
    void takenDown();
    void strangersAreNotFetched_data();
    void strangersAreNotFetched();
    void otherEventsFetchNothing_data();
    void otherEventsFetchNothing();
    void badData_data();
    void badData();
    void newerNewsWins();
    void fromVCard();
    void badVCard_data();
    void badVCard();
    void pepBeatsVCard();
    void theCardHelpsWhenPepFails_data();
    void theCardHelpsWhenPepFails();
    void ownPicture();
    void fewAtATime();
    void streamLostAndResumed();
};

void TestAvatars::acceptableImages_data() // SECURITY A75, A108
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << false;
    QTest::newRow("svg behind a declaration") << QByteArray("<?xml version='1.0'?><svg/>") << false;
    QTest::newRow("tiff") << QByteArray("II*\0", 4) << false;
    QTest::newRow("bmp") << QByteArray("BM123456") << false;
    QTest::newRow("ico") << QByteArray("\0\0\1\0", 4) << false;
    QTest::newRow("xpm") << QByteArray("/* XPM */") << false;
    QTest::newRow("html") << QByteArray("<html>") << false;
    QTest::newRow("riff that is no webp") << QByteArray("RIFF\1\2\3\4WAVE") << false;
    QTest::newRow("half a png") << QByteArray("\x89PNG") << false;
    QTest::newRow("too large") << kGif + QByteArray(kMaxAvatarBytes, 'x') << false;
    QTest::newRow("png") << kPng << true;
    QTest::newRow("gif") << kGif << true;
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0 jpeg") << true;
    QTest::newRow("webp") << QByteArray("RIFF\1\2\3\4WEBPVP8 ") << true;
}

void TestAvatars::acceptableImages()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, acceptable);
    QVERIFY(!isAcceptableAvatar(bytes, avatarHash("another")));
    QCOMPARE(isAcceptableAvatar(bytes, avatarHash(bytes)), acceptable);
}

void TestAvatars::metadataIsRead_data()
{
    QTest::addColumn<QByteArray>("infos");
    QTest::addColumn<QString>("hash"); // null: malformed
    const QByteArray good = hashOf(kPng);
    QTest::newRow("no hash") << QByteArray("<info bytes='20'/>") << QString();
    QTest::newRow("short hash") << info("abc") << QString();
    QTest::newRow("a path for a hash") << info("../../../../../../../../../../etc/passwd.") << QString();
    QTest::newRow("no size") << info(good, {}) << QString();
    QTest::newRow("negative size") << info(good, "bytes='-1'") << QString();
    QTest::newRow("too large") << info(good, "bytes='600000'") << QString();
    QTest::newRow("overflowing size") << info(good, "bytes='99999999999999999999'") << QString();
    QTest::newRow("external only") << info(good, "bytes='20' url='https://example.net/a.png'") << QString();
    QTest::newRow("none") << QByteArray() << u""_s;
    QTest::newRow("upper case") << info(good.toUpper()) << QString::fromLatin1(good);
    QTest::newRow("second is good") << info(hashOf(kGif), "bytes='20' url='https://example.net/a.gif'")
            + info(good) << QString::fromLatin1(good);
}

void TestAvatars::metadataIsRead()
{
    QFETCH(QByteArray, infos);
    QFETCH(QString, hash);
    const auto read = AvatarMetadata::fromXml(
        parsedXml("<metadata xmlns='urn:xmpp:avatar:metadata'>" + infos + "</metadata>"));
    QCOMPARE(read.has_value(), !hash.isNull());
    if (read)
        QCOMPARE(read->hash, hash);
}

void TestAvatars::fromPep()
{
    ModuleRig rig;
    rig.goOnline();
    auto &avatars = rig.module<AvatarsModule>();
    QSignalSpy changed(&avatars, &AvatarsModule::avatarChanged);
    rig.receive(metadata("bruno@example.com", info(hashOf(kPng))));
    const XmlElement asked = rig.takeRequest(kPubSub);
    QCOMPARE(asked.attribute(u"to"), u"bruno@example.com"_s);
    QCOMPARE(asked.firstChild(),
             parsedXml("<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:avatar:data'>"
                       "<item id='"
                       + hashOf(kPng) + "'/></items></pubsub>"));
    QCOMPARE(changed.size(), 0);
    rig.answer(asked, data(kPng));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<Jid>(), kBruno);
    QCOMPARE(changed.first().at(1).toString(), avatarHash(kPng));
    QCOMPARE(changed.first().at(2).toByteArray(), kPng);
    QCOMPARE(avatars.hashOf(kBruno), avatarHash(kPng));
}

void TestAvatars::sameNewsTwice()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    const QByteArray news = metadata("bruno@example.com", info(hashOf(kPng)));
    rig.receive(news + news);
    QCOMPARE(rig.sent().size(), 1);
    rig.answer(rig.takeRequest(kPubSub), data(kPng));
    rig.receive(news);
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(changed.size(), 1);
}

void TestAvatars::keptImageIsNotFetched()
{
    ModuleRig rig;
    rig.goOnline();
    auto &avatars = rig.module<AvatarsModule>();
    avatars.setHaveImage([](const QString &hash) { return hash == avatarHash(kPng); });
    QSignalSpy changed(&avatars, &AvatarsModule::avatarChanged);
    rig.receive(metadata("bruno@example.com", info(hashOf(kPng))));
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(changed.first().at(1).toString(), avatarHash(kPng));
    QVERIFY(changed.first().at(2).toByteArray().isEmpty());
}

void TestAvatars::takenDown_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("empty metadata") << metadata("bruno@example.com", {});
    QTest::newRow("retracted") << pepEvent(
        "bruno@example.com", "<items node='urn:xmpp:avatar:metadata'><retract id='x'/></items>");
    QTest::newRow("purged") << pepEvent("bruno@example.com", "<purge node='urn:xmpp:avatar:metadata'/>");
    QTest::newRow("deleted") << pepEvent("bruno@example.com", "<delete node='urn:xmpp:avatar:metadata'/>");
}

void TestAvatars::takenDown()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(metadata("bruno@example.com", info(hashOf(kPng))));
    rig.answer(rig.takeRequest(kPubSub), data(kPng));
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(stanza);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.first().at(1).toString().isEmpty());
}

void TestAvatars::strangersAreNotFetched_data() // SECURITY A59, A75
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("pep of a stranger") << metadata("mallory@example.net", info(hashOf(kPng)));
    QTest::newRow("pep of the server") << metadata("example.org", info(hashOf(kPng)));
    QTest::newRow("pep of a device") << metadata("bruno@example.com/x", info(hashOf(kPng)));
    QTest::newRow("presence of a stranger")
        << presence("mallory@example.net/x", "<photo>" + hashOf(kPng) + "</photo>");
}

void TestAvatars::strangersAreNotFetched()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(stanza);
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void TestAvatars::otherEventsFetchNothing_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("external only") << metadata(
        "bruno@example.com", info(hashOf(kPng), "bytes='20' url='https://example.net/a.png'"));
    QTest::newRow("malformed") << metadata("bruno@example.com", info("x"));
    QTest::newRow("another payload") << pepEvent(
        "bruno@example.com",
        "<items node='urn:xmpp:avatar:metadata'><item id='x'><y xmlns='urn:x'/></item></items>");
    QTest::newRow("no items") << pepEvent("bruno@example.com", "<items node='urn:xmpp:avatar:metadata'/>");
    QTest::newRow("configuration") << pepEvent("bruno@example.com",
                                               "<configuration node='urn:xmpp:avatar:metadata'/>");
    QTest::newRow("another node") << pepEvent("bruno@example.com",
                                              "<items node='urn:x'><item id='x'><metadata "
                                              "xmlns='urn:xmpp:avatar:metadata'>"
                                                  + info(hashOf(kPng)) + "</metadata></item></items>");
}

void TestAvatars::otherEventsFetchNothing()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(stanza);
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void TestAvatars::badData_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("another image") << data(kGif, hashOf(kPng));
    QTest::newRow("another item") << data(kGif);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no image") << QByteArray("<pubsub xmlns='http://jabber.org/protocol/pubsub'/>");
}

void TestAvatars::badData()
{
    QFETCH(QByteArray, payload);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    const QByteArray news = metadata("bruno@example.com", info(hashOf(kPng)));
    rig.receive(news);
    rig.answer(rig.takeRequest(kPubSub), payload);
    QCOMPARE(changed.size(), 0);
    rig.receive(news);
    QVERIFY(rig.sent().isEmpty()); // not again on this stream
}

void TestAvatars::newerNewsWins()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(metadata("bruno@example.com", info(hashOf(kPng)))
                + metadata("bruno@example.com", info(hashOf(kGif))));
    rig.answer(rig.takeRequest(kPubSub), data(kPng));
    QCOMPARE(changed.size(), 0);
    rig.answer(rig.takeRequest(kPubSub), data(kGif));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).toString(), avatarHash(kGif));
}

void TestAvatars::fromVCard()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(presence("bruno@example.com/x", "<photo>" + hashOf(kPng).toUpper() + "</photo>"));
    const XmlElement asked = rig.takeRequest(kVCard);
    QCOMPARE(asked.attribute(u"to"), u"bruno@example.com"_s);
    rig.answer(asked, vcard(binval(kPng)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(2).toByteArray(), kPng);
    rig.receive(presence("bruno@example.com/x", {}) + "<presence from='bruno@example.com/y'/>");
    QCOMPARE(changed.size(), 1); // "not ready" is no news
    rig.receive(presence("bruno@example.com/x", "<photo/>"));
    QCOMPARE(changed.size(), 2);
    QVERIFY(changed.last().at(1).toString().isEmpty());
}

void TestAvatars::badVCard_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::newRow("external") << vcard("<EXTVAL>https://example.net/a.png</EXTVAL>");
    QTest::newRow("another image") << vcard(binval(kGif));
    QTest::newRow("not base64") << vcard("<BINVAL>&lt;svg&gt;</BINVAL>");
    QTest::newRow("six megabytes") << vcard("<BINVAL>" + QByteArray(3'500'000, 'A') + "</BINVAL>");
    QTest::newRow("no photo") << QByteArray("<vCard xmlns='vcard-temp'/>");
    QTest::newRow("no card") << QByteArray();
}

void TestAvatars::badVCard()
{
    QFETCH(QByteArray, card);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    const QByteArray news = presence("bruno@example.com/x", "<photo>" + hashOf(kPng) + "</photo>");
    rig.receive(news);
    rig.answer(rig.takeRequest(kVCard), card);
    rig.receive(news + news);
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void TestAvatars::pepBeatsVCard()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(metadata("bruno@example.com", info(hashOf(kPng))));
    rig.answer(rig.takeRequest(kPubSub), data(kPng));
    rig.receive(presence("bruno@example.com/old", "<photo>" + hashOf(kGif) + "</photo>")
                + presence("bruno@example.com/old", "<photo/>"));
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(rig.module<AvatarsModule>().hashOf(kBruno), avatarHash(kPng));
}

void TestAvatars::theCardHelpsWhenPepFails_data()
{
    QTest::addColumn<bool>("cardFirst");
    QTest::addColumn<QByteArray>("payload"); ///< of the node; none: refused
    QTest::newRow("refused, card known before") << true << QByteArray();
    QTest::newRow("refused, card known after") << false << QByteArray();
    QTest::newRow("another image there") << true << data(kGif, hashOf(kPng));
}

void TestAvatars::theCardHelpsWhenPepFails()
{
    QFETCH(bool, cardFirst);
    QFETCH(QByteArray, payload);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    const QByteArray card = presence("bruno@example.com/x", "<photo>" + hashOf(kPng) + "</photo>");
    const QByteArray news = metadata("bruno@example.com", info(hashOf(kPng)));
    if (cardFirst)
        rig.receive(card);
    const XmlElement askedCard = cardFirst ? rig.takeRequest(kVCard) : XmlElement();
    rig.receive(news);
    const XmlElement asked = rig.takeRequest(kPubSub);
    QVERIFY(!asked.isNull());
    if (!cardFirst)
        rig.receive(card);
    QVERIFY(rig.takeRequest(kVCard).isNull()); // one question at a time
    if (payload.isEmpty())
        rig.refuse(asked, "forbidden");
    else
        rig.answer(asked, payload);
    rig.answer(cardFirst ? askedCard : rig.takeRequest(kVCard), vcard(binval(kPng)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(2).toByteArray(), kPng);
    // And the news, repeated, do not ask again.
    rig.receive(news + card);
    QVERIFY(rig.sent().isEmpty());
}

void TestAvatars::ownPicture()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(metadata("ana@example.org", info(hashOf(kPng))));
    rig.answer(rig.takeRequest(kPubSub), data(kPng));
    QCOMPARE(changed.first().at(0).value<Jid>(), rig.own().bare());
}

void TestAvatars::fewAtATime()
{
    ModuleRig rig;
    rig.roster = "<query xmlns='jabber:iq:roster'>";
    QByteArray news;
    for (int i = 0; i < 50; ++i) {
        const QByteArray who = "u" + QByteArray::number(i) + "@example.com";
        rig.roster += "<item jid='" + who + "' subscription='both'/>";
        news += metadata(who, info(hashOf(kPng)));
    }
    rig.roster += "</query>";
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    rig.receive(news);
    int asked = 0;
    while (!rig.sent().isEmpty()) {
        QVERIFY(rig.sent().size() <= 4);
        rig.answer(rig.takeRequest(kPubSub), data(kPng));
        ++asked;
    }
    QCOMPARE(asked, 50);
    QCOMPARE(changed.size(), 50);
}

void TestAvatars::streamLostAndResumed()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<AvatarsModule>(), &AvatarsModule::avatarChanged);
    const QByteArray news = metadata("bruno@example.com", info(hashOf(kPng)));
    rig.receive(news);
    rig.end();
    rig.goOnline();
    rig.receive(news); // the server says it again
    const XmlElement asked = rig.takeRequest(kPubSub);
    rig.suspend();
    rig.resume();
    rig.answer(asked, data(kPng));
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestAvatars)
#include "tst_avatars.moc"
