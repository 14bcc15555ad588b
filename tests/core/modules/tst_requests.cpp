// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every question of a module must survive, asked of each of them: SECURITY A53, F20, and a stream
// that ends or comes back in the middle.
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0054_vcard/VCardModule.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0084_avatar/PepAvatar.h"
#include "core/modules/xep0092_version/Version.h"
#include "core/modules/xep0172_nick/Nick.h"
#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/modules/xep0199_ping/Ping.h"
#include "core/modules/xep0202_time/Time.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/modules/xep0441_preferences/ArchivePreferences.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QByteArray kImage = "GIF89a and then some";
const Jid kBruno = jid(u"bruno@example.com"_s);
const Jid kDevice = jid(u"bruno@example.com/phone"_s);

/// How a question ended: nothing yet, well, or with an error.
struct Outcome {
    int times = 0;
    std::optional<ErrorCode> error = {};

    [[nodiscard]] bool isGood() const { return times == 1 && !error; }
    [[nodiscard]] bool isBad(ErrorCode code) const { return times == 1 && error == code; }
};

template <class T>
void note(ModuleRig &rig, Task<T> task, Outcome &outcome)
{
    std::move(task).then(&rig.module<RosterModule>(), [&outcome](const Result<T> &result) {
        ++outcome.times;
        outcome.error = result ? std::optional<ErrorCode>() : result.error().code;
    });
}

struct Question {
    std::function<void(ModuleRig &, Outcome &)> ask;
    QString payload; ///< namespace of what is asked
    QByteArray good; ///< an answer that is right
    bool emptyIsGood = false; ///< an empty result is right too
};

Question questionNamed(const QByteArray &name)
{
    if (name == "disco info")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<DiscoModule>().info(kDevice), o); },
                u"http://jabber.org/protocol/disco#info"_s,
                "<query xmlns='http://jabber.org/protocol/disco#info'/>"};
    if (name == "disco items")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<DiscoModule>().items(kDevice), o); },
                u"http://jabber.org/protocol/disco#items"_s,
                "<query xmlns='http://jabber.org/protocol/disco#items'/>"};
    if (name == "vcard")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<VCardModule>().fetch(kBruno), o); },
                u"vcard-temp"_s, "<vCard xmlns='vcard-temp'/>", true};
    if (name == "avatar data")
        return {
            [](ModuleRig &rig, Outcome &o) {
                note(rig, rig.module<PepAvatarModule>().fetch(kBruno, avatarHash(kImage)), o);
            },
            u"http://jabber.org/protocol/pubsub"_s,
            "<pubsub xmlns='http://jabber.org/protocol/pubsub'><items node='urn:xmpp:avatar:data'><item id='"
                + avatarHash(kImage).toLatin1() + "'><data xmlns='urn:xmpp:avatar:data'>" + kImage.toBase64()
                + "</data></item></items></pubsub>"};
    if (name == "version")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<VersionModule>().ask(kDevice), o); },
                u"jabber:iq:version"_s, "<query xmlns='jabber:iq:version'><name>x</name></query>"};
    if (name == "time")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<TimeModule>().ask(kDevice), o); },
                u"urn:xmpp:time"_s,
                "<time xmlns='urn:xmpp:time'><tzo>+01:00</tzo><utc>2026-01-01T00:00:00Z</utc></time>"};
    if (name == "ping")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<PingModule>().ping(kDevice), o); },
                u"urn:xmpp:ping"_s,
                {},
                true};
    if (name == "nick")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<NickModule>().publish(u"Ana"_s), o); },
                u"http://jabber.org/protocol/pubsub"_s,
                {},
                true};
    if (name == "block")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<BlockingModule>().block(kBruno), o); },
                u"urn:xmpp:blocking"_s,
                {},
                true};
    if (name == "unblock")
        return {
            [](ModuleRig &rig, Outcome &o) { note(rig, rig.module<BlockingModule>().unblock(kBruno), o); },
            u"urn:xmpp:blocking"_s,
            {},
            true};
    if (name == "archive")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<ArchiveModule>().page({}), o); },
                u"urn:xmpp:mam:2"_s, "<fin xmlns='urn:xmpp:mam:2'/>"};
    if (name == "archive preferences")
        return {[](ModuleRig &rig, Outcome &o) {
                    note(rig, rig.module<ArchivePreferencesModule>().preferences(), o);
                },
                u"urn:xmpp:mam:2"_s, "<prefs xmlns='urn:xmpp:mam:2' default='roster'/>"};
    if (name == "archive ends")
        return {[](ModuleRig &rig, Outcome &o) { note(rig, rig.module<ArchiveModule>().ends(), o); },
                u"urn:xmpp:mam:2"_s, "<metadata xmlns='urn:xmpp:mam:2'/>"};
    qFatal("no such question");
}

void addQuestions()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"disco info", "disco items", "vcard", "avatar data", "version", "time", "ping",
                             "nick", "block", "unblock", "archive", "archive preferences", "archive ends"})
        QTest::newRow(name) << QByteArray(name);
}

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answered_data() { addQuestions(); }
    void answered();
    void forgedAnswer_data() { addQuestions(); }
    void forgedAnswer();
    void malformedAnswer_data() { addQuestions(); }
    void malformedAnswer();
    void refused_data() { addQuestions(); }
    void refused();
    void neverAnswered_data() { addQuestions(); }
    void neverAnswered();
    void streamLost_data() { addQuestions(); }
    void streamLost();
    void streamResumed_data() { addQuestions(); }
    void streamResumed();
    void askedOffline_data() { addQuestions(); }
    void askedOffline();
    void parallelAskersShareOneRequest_data();
    void parallelAskersShareOneRequest();
};

void TestRequests::answered()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    QCOMPARE(outcome.times, 0);
    const XmlElement asked = rig.takeRequest(question.payload);
    rig.answer(asked, question.good);
    QVERIFY(outcome.isGood());
    rig.answer(asked, question.good);
    QVERIFY(outcome.isGood());
}

void TestRequests::forgedAnswer()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    const XmlElement asked = rig.takeRequest(question.payload);
    for (const char *from : {"mallory@example.net", "mallory@example.net/x", "example.com",
                             "bruno@example.com/other", "ana@example.org/phone"}) {
        rig.answerAs(from, asked, question.good);
        rig.receive("<iq type='error' from='" + QByteArray(from) + "' id='" + asked.attribute(u"id").toUtf8()
                    + "'/>");
    }
    QCOMPARE(outcome.times, 0);
    rig.answer(asked, question.good);
    QVERIFY(outcome.isGood());
}

void TestRequests::malformedAnswer()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    for (const QByteArray &payload : QByteArrayList{"<x xmlns='urn:x'/>", {}}) {
        if (question.emptyIsGood && (payload.isEmpty() || question.good.isEmpty()))
            continue;
        Outcome outcome;
        ModuleRig rig;
        rig.goOnline();
        question.ask(rig, outcome);
        rig.answer(rig.takeRequest(question.payload), payload);
        QVERIFY(outcome.isBad(ErrorCode::MalformedReply));
    }
}

void TestRequests::refused()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    rig.refuse(rig.takeRequest(question.payload), "forbidden");
    QVERIFY(outcome.isBad(ErrorCode::StanzaForbidden));
}

void TestRequests::neverAnswered()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    rig.clock().advance(std::chrono::seconds(59));
    QCOMPARE(outcome.times, 0);
    rig.clock().advance(std::chrono::seconds(2));
    QVERIFY(outcome.isBad(ErrorCode::RequestTimedOut));
}

void TestRequests::streamLost()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    rig.suspend();
    QCOMPARE(outcome.times, 0);
    rig.goOnline(); // afresh
    QVERIFY(outcome.isBad(ErrorCode::NotConnected));
}

void TestRequests::streamResumed()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, outcome);
    const XmlElement asked = rig.takeRequest(question.payload);
    rig.suspend();
    rig.resume();
    rig.answer(asked, question.good);
    QVERIFY(outcome.isGood());
}

void TestRequests::askedOffline()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome outcome;
    ModuleRig rig;
    question.ask(rig, outcome);
    QCOMPARE(outcome.times, 0);
    QTRY_VERIFY(outcome.isBad(ErrorCode::NotConnected));
    QVERIFY(rig.sent().isEmpty());
}

void TestRequests::parallelAskersShareOneRequest_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"disco info", "disco items", "vcard"})
        QTest::newRow(name) << QByteArray(name);
}

void TestRequests::parallelAskersShareOneRequest()
{
    QFETCH(QByteArray, name);
    const Question question = questionNamed(name);
    Outcome first;
    Outcome second;
    Outcome later;
    ModuleRig rig;
    rig.goOnline();
    question.ask(rig, first);
    question.ask(rig, second);
    QCOMPARE(rig.sent().size(), 1);
    rig.answer(rig.takeRequest(question.payload), question.good);
    QVERIFY(first.isGood());
    QVERIFY(second.isGood());
    question.ask(rig, later);
    QCOMPARE(rig.sent().size(), 1);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
