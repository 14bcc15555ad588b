// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationModel.h"
#include "core/models/Roles.h"
#include "core/models/WireIds.h"
#include "core/session/MessageSources.h"
#include "core/session/SessionMessages.h"
#include "tests/support/SessionRig.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = *Jid::parse(u"bruno@example.org"_s);

QByteArray fromBruno(const QByteArray &id, const QByteArray &inside)
{
    return "<message from='bruno@example.org/phone' to='ana@example.org/desk' type='chat' id='" + id + "'>"
        + inside + "</message>";
}

QByteArray said(const QByteArray &id, const QByteArray &text)
{
    return fromBruno(id, "<body>" + text + "</body>");
}

struct Rig : SessionRig {
    Rig()
    {
        answers = [](const QByteArray &xml) -> std::optional<QByteArray> {
            if (xml.contains("disco#info"))
                return "<query xmlns='http://jabber.org/protocol/disco#info'>"
                       "<feature var='urn:xmpp:carbons:2'/></query>";
            if (xml.contains("urn:xmpp:carbons:2"))
                return QByteArray("");
            return {};
        };
        bringOnline();
        timeline.reset(session->openTimeline(kBruno, nullptr));
    }
    [[nodiscard]] qint64 id(int row) const
    {
        return timeline->index(row, 0).data(roles::MessageId).toLongLong();
    }
    [[nodiscard]] QByteArray source(int row) const { return session->sources().of(id(row)); }

    std::unique_ptr<ConversationModel> timeline;
};

} // namespace

class MessageSourcesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKnownOfWhatWasThereBefore()
    {
        Rig rig;
        QCOMPARE(rig.session->sources().of(0), QByteArray());
        QCOMPARE(rig.session->sources().of(4711), QByteArray());
        rig.tell(said("m1", "hola"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.source(0).contains("hola"));
        rig.timeline.reset();
        rig.makeSession();
        rig.timeline.reset(rig.session->openTimeline(kBruno, nullptr));
        QCOMPARE(rig.timeline->rowCount(), 1);
        QCOMPARE(rig.source(0), QByteArray());
    }

    void allOfAMessageIsShownAlsoWhatNobodyReads()
    {
        Rig rig;
        rig.tell(fromBruno("m1",
                           "<body>hola</body><body xml:lang='eo'>saluton</body>"
                           "<odd xmlns='urn:example:odd' a='1'><deeper/></odd>"));
        rig.tell(fromBruno("m2", "<active xmlns='http://jabber.org/protocol/chatstates'/>"));
        rig.tell(said("m3", "otra"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        const QByteArray xml = rig.source(0);
        for (const auto *part : {"bruno@example.org/phone", "saluton", "urn:example:odd", "deeper", "m1"})
            QVERIFY2(xml.contains(part), part);
        QVERIFY(!xml.contains("otra"));
        QVERIFY(rig.source(1).contains("otra"));
    }

    void ourOwnAsItLeft()
    {
        Rig rig;
        rig.session->messages().send(kBruno, u"adiós"_s);
        rig.serve();
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        const QByteArray xml = rig.source(0);
        QVERIFY(xml.contains("adiós") && xml.contains("<origin-id"));
        // The same id from the other side is another message.
        const QByteArray ours
            = rig.timeline->index(0, 0).data(roles::WireIds).value<WireIds>().message.toUtf8();
        rig.tell(said(ours, "mine"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        QVERIFY(rig.source(0).contains("adiós"));
        QVERIFY(rig.source(1).contains("mine"));
    }

    void aCopyWithItsWrapping()
    {
        Rig rig;
        rig.tell("<message from='ana@example.org' to='ana@example.org/desk'>"
                 "<sent xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
                 "<message xmlns='jabber:client' from='ana@example.org/phone' to='bruno@example.org' "
                 "type='chat' id='c1'><body>from the phone</body></message></forwarded></sent></message>");
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.source(0).contains("urn:xmpp:carbons:2"));
    }

    // SECURITY A56: what somebody else wraps is not from whom it says.
    void aForgedCopyIsNobodysSource()
    {
        Rig rig;
        rig.tell(
            "<message from='mallory@example.net/x' to='ana@example.org/desk' type='chat'><body>look</body>"
            "<received xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'>"
            "<message xmlns='jabber:client' from='bruno@example.org/phone' to='ana@example.org/desk' "
            "type='chat' id='m1'><body>forged</body></message></forwarded></received></message>");
        rig.tell(said("m1", "real"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.source(0).contains("real"));
        QVERIFY(!rig.source(0).contains("forged"));
    }

    // SECURITY A65: the second of that id is not the one that is shown.
    void theFirstOfTwoOfOneName()
    {
        Rig rig;
        rig.tell(said("m1", "first"));
        rig.tell("<message from='carla@example.org/x' type='chat' id='m1'><body>carla</body></message>");
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(rig.source(0).contains("first"));
    }

    void whatIsTakenBackIsForgotten()
    {
        Rig rig;
        rig.tell(said("m1", "secret"));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QVERIFY(!rig.source(0).isEmpty());
        rig.tell(fromBruno("m2", "<retract xmlns='urn:xmpp:message-retract:1' id='m1'/>"));
        QTRY_VERIFY(rig.timeline->index(0, 0).data(roles::Retracted).toBool());
        QCOMPARE(rig.source(0), QByteArray());
        rig.tell(said("m3", "to go"));
        QTRY_COMPARE(rig.timeline->rowCount(), 2);
        const qint64 gone = rig.id(1);
        QCOMPARE(rig.session->messages().forget({gone}), 1);
        QCOMPARE(rig.session->sources().of(gone), QByteArray());
    }

    void onlyTheNewestStay()
    {
        Rig rig;
        rig.tell(said("huge", QByteArray(MessageSources::kLongest, 'x')));
        QTRY_COMPARE(rig.timeline->rowCount(), 1);
        QCOMPARE(rig.source(0), QByteArray());
        const int enough = int(MessageSources::kMostBytes / 50'000) + 2;
        for (int i = 0; i < enough; ++i)
            rig.tell(said("m" + QByteArray::number(i), QByteArray(50'000, 'y')));
        QTRY_COMPARE(rig.timeline->rowCount(), enough + 1);
        QCOMPARE(rig.source(1), QByteArray());
        QVERIFY(!rig.source(enough).isEmpty());
    }
};

QTEST_GUILESS_MAIN(MessageSourcesTest)
#include "tst_messagesources.moc"
