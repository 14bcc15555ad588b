// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PersonDetails.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tertulia;

namespace
{

const QString kPubSub = u"http://jabber.org/protocol/pubsub"_s;
const QString kLast = u"jabber:iq:last"_s;
const QString kTime = u"urn:xmpp:time"_s;

} // namespace

class TestPersonDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void strangersAreNotAsked();
    void offlineNothingIsAsked();
    void sinceWhenTheyAreAway();
    void whoIsThereWasNotSeenLast();
    void aLateAnswerIsPassedOver();
    void theirClockIsAskedOfWhoHasOne();
    void notAgainWithinMinutes();
};

void TestPersonDetails::strangersAreNotAsked() // SECURITY A78
{
    ModuleRig rig;
    rig.goOnline();
    PersonDetails details(rig.host(), jid(u"mallory@example.net"_s));
    details.look();
    QVERIFY(rig.sent().isEmpty());
}

void TestPersonDetails::offlineNothingIsAsked()
{
    ModuleRig rig;
    rig.goOnline();
    rig.end();
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    details.look();
    QVERIFY(rig.sent().isEmpty());
}

void TestPersonDetails::sinceWhenTheyAreAway()
{
    ModuleRig rig;
    rig.goOnline();
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    QSignalSpy changed(&details, &PersonDetails::changed);
    details.look();
    const QDateTime asked = rig.clock().now();
    rig.answer(rig.takeRequest(kLast, u"bruno@example.com"_s),
               "<query xmlns='jabber:iq:last' seconds='7200'>Bye</query>");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(details.lastSeen(), asked.addSecs(-7200));
    rig.receive("<presence from='bruno@example.com/x'/>");
    QVERIFY(!details.lastSeen().isValid());
}

void TestPersonDetails::whoIsThereWasNotSeenLast()
{
    ModuleRig rig;
    rig.goOnline();
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    details.look();
    rig.answer(rig.takeRequest(kLast), "<query xmlns='jabber:iq:last' seconds='0'/>");
    QCoreApplication::processEvents();
    QVERIFY(!details.lastSeen().isValid());
}

void TestPersonDetails::aLateAnswerIsPassedOver()
{
    ModuleRig rig;
    rig.goOnline();
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    details.look();
    rig.receive("<presence from='bruno@example.com/x'/>");
    rig.answer(rig.takeRequest(kLast), "<query xmlns='jabber:iq:last' seconds='7200'/>");
    QCoreApplication::processEvents();
    QVERIFY(!details.lastSeen().isValid());
}

void TestPersonDetails::theirClockIsAskedOfWhoHasOne()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive("<presence from='bruno@example.com/x'/>"); // says nothing of what it can do
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    details.look();
    QVERIFY(rig.takeRequest(kLast).isNull());
    QVERIFY(rig.takeRequest(kTime).isNull());
}

void TestPersonDetails::notAgainWithinMinutes()
{
    ModuleRig rig;
    rig.goOnline();
    PersonDetails details(rig.host(), jid(u"bruno@example.com"_s));
    details.look();
    QVERIFY(!rig.takeRequest(kPubSub, u"bruno@example.com"_s).isNull());
    QVERIFY(!rig.takeRequest(kLast).isNull());
    rig.clock().advance(4min);
    details.look();
    QVERIFY(rig.takeRequest(kLast).isNull());
    rig.clock().advance(2min);
    details.look();
    QVERIFY(!rig.takeRequest(kLast).isNull());
}

QTEST_GUILESS_MAIN(TestPersonDetails)
#include "tst_persondetails.moc"
