// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0145_notes/RosterNotes.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kPrivate = u"jabber:iq:private"_s;

QByteArray kept(const QByteArray &notes)
{
    return "<query xmlns='jabber:iq:private'><storage xmlns='storage:rosternotes'>" + notes
        + "</storage></query>";
}

QByteArray note(const QByteArray &address, const QByteArray &text)
{
    return "<note jid='" + address + "'>" + text + "</note>";
}

QString textOf(const RosterNotesModule &module, const QString &address)
{
    return module.notes().value(jid(address)).text;
}

} // namespace

class TestNotes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsThem();
    void badOnesAreSkipped();
    void tooLongIsNotCut();
    void forgedAnswer();
    void withoutAnAnswerWhatIsKnownStays_data();
    void withoutAnAnswerWhatIsKnownStays();
    void aChangeKeepsWhatOtherDevicesNoted();
    void quickChangesDoNotUndoEachOther();
    void aFailureDoesNotHoldUpTheNext();
    void nothingIsKeptYet();
    void anEmptyTextRemovesIt();
    void refused();
    void lostOnTheWay();
    void resumedAsksNothing();
};

void TestNotes::readsThem()
{
    ModuleRig rig;
    rig.notes = kept("<note jid='bruno@example.com' cdate='2004-09-24T15:23:21Z' "
                     "mdate='2004-09-25T15:23:21Z'>likes &lt;b&gt;tea&lt;/b&gt;</note>"
                     + note("mallory@example.net/phone", "nobody"));
    QSignalSpy changed(&rig.module<RosterNotesModule>(), &RosterNotesModule::notesChanged);
    rig.goOnline();
    QCOMPARE(changed.size(), 1);
    const auto &module = rig.module<RosterNotesModule>();
    const RosterNote about = module.notes().value(jid(u"bruno@example.com"_s));
    QCOMPARE(about.text, u"likes <b>tea</b>"_s);
    QCOMPARE(about.created, QDateTime({2004, 9, 24}, {15, 23, 21}, Qt::UTC));
    QCOMPARE(about.changed, QDateTime({2004, 9, 25}, {15, 23, 21}, Qt::UTC));
    QCOMPARE(textOf(module, u"mallory@example.net"_s), u"nobody"_s);
}

void TestNotes::badOnesAreSkipped()
{
    ModuleRig rig;
    rig.notes = kept(note("@", "x") + "<note>x</note>" + note("eva@example.net", "  ")
                     + "<note xmlns='urn:x' jid='eva@example.net'>x</note>" + note("fay@example.net", "ok")
                     + note("gil@example.net", QByteArray(20'000, 'x')));
    rig.goOnline();
    const auto &module = rig.module<RosterNotesModule>();
    QCOMPARE(module.notes().size(), 2);
    QCOMPARE(textOf(module, u"fay@example.net"_s), u"ok"_s);
    QCOMPARE(textOf(module, u"gil@example.net"_s).size(),
             20'000); // whole: what is cut would be lost by a change
}

/// What another program wrote is left as it is, and so is what somebody typed.
void TestNotes::tooLongIsNotCut()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    std::optional<ErrorCode> error;
    module.setNote(jid(u"bruno@example.com"_s), QString(RosterNotesModule::kMaxText + 1, u'x'))
        .then(&module, [&](const Result<void> &done) { error = done.error().code; });
    QTRY_COMPARE(error, ErrorCode::StanzaNotAcceptable);
    QVERIFY(rig.takeRequest(kPrivate).isNull());
    module.setNote(jid(u"bruno@example.com"_s), QString(RosterNotesModule::kMaxText, u'x') + u'\n').ignore();
    QVERIFY(!rig.takeRequest(kPrivate).isNull());
}

void TestNotes::forgedAnswer() // SECURITY A53
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    module.fetch().ignore();
    const XmlElement asked = rig.takeRequest(kPrivate);
    QVERIFY(!asked.hasAttribute(u"to"));
    for (const char *from : {"mallory@example.net", "bruno@example.com/x", "ana@example.org/phone"})
        rig.answerAs(from, asked, kept(note("bruno@example.com", "forged")));
    QCoreApplication::processEvents();
    QVERIFY(module.notes().isEmpty());
    rig.answer(asked, kept(note("bruno@example.com", "true")));
    QTRY_COMPARE(textOf(module, u"bruno@example.com"_s), u"true"_s);
}

void TestNotes::withoutAnAnswerWhatIsKnownStays_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("another thing") << QByteArray(
        "<query xmlns='jabber:iq:private'><x xmlns='urn:x'/></query>");
    QTest::newRow("another query") << QByteArray("<query xmlns='urn:x'/>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("an error") << QByteArray("error");
}

void TestNotes::withoutAnAnswerWhatIsKnownStays()
{
    QFETCH(QByteArray, answer);
    ModuleRig rig;
    rig.notes = kept(note("bruno@example.com", "tea"));
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    module.fetch().ignore();
    const XmlElement asked = rig.takeRequest(kPrivate);
    if (answer == "error")
        rig.refuse(asked, "service-unavailable");
    else
        rig.answer(asked, answer);
    QCoreApplication::processEvents();
    QCOMPARE(textOf(module, u"bruno@example.com"_s), u"tea"_s);
}

void TestNotes::aChangeKeepsWhatOtherDevicesNoted()
{
    ModuleRig rig;
    rig.notes = kept(note("bruno@example.com", "tea"));
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    bool done = false;
    module.setNote(jid(u"bruno@example.com/x"_s), u" coffee\nrather "_s)
        .then(&module, [&](const Result<void> &result) { done = result.has_value(); });
    rig.answer(rig.takeRequest(kPrivate),
               kept("<note jid='bruno@example.com' cdate='2004-09-24T15:23:21Z'>tea</note>"
                    "<note jid='@' future='yes'>kept</note>"
                    + note("carla@example.com", "new")));
    XmlElement set;
    QTRY_VERIFY(!rig.sent().isEmpty());
    set = rig.takeRequest(kPrivate);
    const QByteArray xml = set.toXml();
    QVERIFY(xml.contains("future=") && xml.contains("carla@example.com"));
    QVERIFY(xml.contains("cdate=\"2004-09-24T15:23:21Z\"") || xml.contains("cdate='2004-09-24T15:23:21Z'"));
    QCOMPARE(textOf(module, u"bruno@example.com"_s), u"tea"_s); // until the server has it
    rig.answer(set);
    QTRY_VERIFY(done);
    QCOMPARE(textOf(module, u"bruno@example.com"_s), u"coffee\nrather"_s);
    QCOMPARE(textOf(module, u"carla@example.com"_s), u"new"_s);
}

void TestNotes::quickChangesDoNotUndoEachOther()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    QStringList told;
    module.setNote(jid(u"bruno@example.com"_s), u"tea"_s).then(&module, [&](const Result<void> &) {
        told.append(u"bruno"_s);
    });
    module.setNote(jid(u"carla@example.com"_s), u"coffee"_s).then(&module, [&](const Result<void> &) {
        told.append(u"carla"_s);
    });
    rig.answer(rig.takeRequest(kPrivate), kept({}));
    QVERIFY(QTest::qWaitFor([&] { return !rig.sent().isEmpty(); }));
    XmlElement set = rig.takeRequest(kPrivate);
    QCOMPARE(set.attribute(u"type"), u"set"_s);
    QVERIFY(rig.takeRequest(kPrivate).isNull()); // what the second changes is not there yet
    const QByteArray first = set.firstChild().toXml();
    rig.answer(set);
    QVERIFY(QTest::qWaitFor([&] { return !rig.sent().isEmpty(); }));
    const XmlElement asked = rig.takeRequest(kPrivate);
    QCOMPARE(asked.attribute(u"type"), u"get"_s);
    rig.answer(asked, first);
    QVERIFY(QTest::qWaitFor([&] { return !rig.sent().isEmpty(); }));
    set = rig.takeRequest(kPrivate);
    QVERIFY(set.toXml().contains("tea") && set.toXml().contains("coffee"));
    rig.answer(set);
    QTRY_COMPARE(told, (QStringList{u"bruno"_s, u"carla"_s}));
    QCOMPARE(textOf(module, u"bruno@example.com"_s), u"tea"_s);
    QCOMPARE(textOf(module, u"carla@example.com"_s), u"coffee"_s);
}

void TestNotes::aFailureDoesNotHoldUpTheNext()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    QList<ErrorCode> errors;
    const auto noted = [&](const Result<void> &result) { errors.append(result.error().code); };
    module.setNote(jid(u"bruno@example.com"_s), u"tea"_s).then(&module, noted);
    module.setNote(jid(u"carla@example.com"_s), u"coffee"_s).then(&module, noted);
    module.setNote(jid(u"bruno@example.com"_s), u"milk"_s).then(&module, noted);
    rig.refuse(rig.takeRequest(kPrivate), "internal-server-error");
    QTRY_COMPARE(errors.size(), 1);
    QTRY_VERIFY(!rig.sent().isEmpty());
    rig.end();
    QTRY_COMPARE(
        errors,
        (QList{ErrorCode::StanzaInternalServerError, ErrorCode::NotConnected, ErrorCode::NotConnected}));
}

void TestNotes::nothingIsKeptYet()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    module.setNote(jid(u"bruno@example.com"_s), u"tea"_s).ignore();
    rig.answer(rig.takeRequest(kPrivate), "<query xmlns='jabber:iq:private'/>");
    QVERIFY(QTest::qWaitFor([&] { return !rig.sent().isEmpty(); }));
    rig.answer(rig.takeRequest(kPrivate));
    QTRY_COMPARE(textOf(module, u"bruno@example.com"_s), u"tea"_s);
}

void TestNotes::anEmptyTextRemovesIt()
{
    ModuleRig rig;
    rig.notes = kept(note("bruno@example.com", "tea"));
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    module.setNote(jid(u"bruno@example.com"_s), u"  "_s).ignore();
    rig.answer(rig.takeRequest(kPrivate), rig.notes);
    XmlElement set;
    QTRY_VERIFY(!rig.sent().isEmpty());
    set = rig.takeRequest(kPrivate);
    QCOMPARE(set.firstChild(), parsedXml(kept({})));
    rig.answer(set);
    QTRY_VERIFY(module.notes().isEmpty());
}

void TestNotes::refused()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    std::optional<ErrorCode> error;
    module.setNote(jid(u"bruno@example.com"_s), u"tea"_s).then(&module, [&](const Result<void> &result) {
        error = result.error().code;
    });
    rig.answer(rig.takeRequest(kPrivate), kept({}));
    XmlElement set;
    QTRY_VERIFY(!rig.sent().isEmpty());
    set = rig.takeRequest(kPrivate);
    rig.refuse(set, "resource-constraint");
    QTRY_COMPARE(error, ErrorCode::StanzaResourceConstraint);
    QVERIFY(module.notes().isEmpty());
}

void TestNotes::lostOnTheWay()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<RosterNotesModule>();
    std::optional<ErrorCode> error;
    module.setNote(jid(u"bruno@example.com"_s), u"tea"_s).then(&module, [&](const Result<void> &result) {
        error = result.error().code;
    });
    rig.end();
    QTRY_COMPARE(error, ErrorCode::NotConnected);
}

void TestNotes::resumedAsksNothing()
{
    ModuleRig rig;
    rig.goOnline();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.takeRequest(kPrivate).isNull());
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
