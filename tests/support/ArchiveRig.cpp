// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ArchiveRig.h"

#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/store/ArchivesTable.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QByteArray between(const QByteArray &xml, const QByteArray &open, const QByteArray &close)
{
    const qsizetype from = xml.indexOf(open);
    if (from < 0)
        return {};
    const qsizetype begin = from + open.size();
    return xml.mid(begin, xml.indexOf(close, begin) - begin);
}

QByteArray fieldOf(const QByteArray &xml, const QByteArray &name)
{
    return between(xml, "var=\"" + name + "\"><value>", "<");
}

QDateTime timeOf(const QByteArray &text)
{
    return parseDateTime(QString::fromLatin1(text)).value_or(QDateTime());
}

QByteArray words(const QByteArray &body)
{
    return "<body>" + body + "</body><origin-id xmlns='urn:xmpp:sid:0' id='" + body + "'/>";
}

} // namespace

QByteArray ArchiveRig::Question::text() const
{
    QByteArray text;
    if (!with.isNull())
        text += with.localpart().toUtf8() + ": ";
    if (!before.isEmpty())
        text += "before " + before;
    else if (backwards)
        text += "newest";
    else if (!after.isEmpty())
        text += after;
    else
        text += start.isValid() ? "start" : "all";
    if (end.isValid())
        text += " until";
    return text;
}

void ArchiveRig::keep(const QByteArray &id, const QByteArray &body, bool ours, const QByteArray &friendName)
{
    const QByteArray ana = "ana@example.org";
    const QByteArray other = friendName + "@example.org";
    const QByteArray from = ours ? QByteArray(ana + "/desk") : QByteArray(other + "/phone");
    const QByteArray to = ours ? other : ana;
    archive.append({id,
                    "<message xmlns='jabber:client' type='chat' id='" + body + "' from='" + from + "' to='"
                        + to + "'>" + words(body) + "</message>",
                    nextStamp, *Jid::parse(QString::fromLatin1(other))});
    nextStamp = nextStamp.addMSecs(pace.count());
}

void ArchiveRig::sayNow(const QByteArray &id, const QByteArray &body, const QByteArray &friendName)
{
    server.send("<message type='chat' id='" + body + "' from='" + friendName
                + "@example.org/phone' to='ana@example.org'>" + words(body)
                + "<stanza-id xmlns='urn:xmpp:sid:0' by='ana@example.org' id='" + id + "'/></message>");
}

void ArchiveRig::hear(const QByteArray &id, const QByteArray &body, const QByteArray &friendName)
{
    sayNow(id, body, friendName);
    serveAll();
}

void ArchiveRig::tellAll(const QByteArray &xml)
{
    server.send(xml);
    serveAll();
}

void ArchiveRig::comeOnline()
{
    goOnline();
    login();
    server.bind();
    server.enableManagement();
    serveAll();
}

void ArchiveRig::loseStream()
{
    server.cut();
    settle();
}

void ArchiveRig::comeBack(bool resumed)
{
    const quint32 handled = server.handled();
    session->reconnectNow();
    settle();
    login();
    server.next(); // <resume/>
    if (resumed) {
        server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handled)
                    + "'/>");
    } else {
        server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                    "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        server.bind();
        server.enableManagement();
    }
    serveAll();
}

void ArchiveRig::reconnect()
{
    loseStream();
    comeBack();
}

void ArchiveRig::newProcess()
{
    std::ignore = store->commit();
    server.cut();
    makeSession();
    comeBack();
}

void ArchiveRig::serveAll()
{
    // A page is taken in a few turns of the event loop.
    constexpr int kTurns = 8;
    m_halted = false;
    for (int quiet = 0; quiet < kTurns; ++quiet) {
        settle();
        if (m_halted)
            continue;
        const QList<QByteArray> pieces = server.skip();
        if (!pieces.isEmpty())
            quiet = 0;
        for (const QByteArray &xml : pieces) {
            if (!m_halted)
                take(xml);
        }
    }
}

void ArchiveRig::take(const QByteArray &xml)
{
    const ParsedStanza parsed = parseStanza(xml);
    const QDomElement &element = parsed.element;
    const QByteArray id = element.attribute(u"id"_s).toUtf8();
    if (element.localName() == u"message" && xml.contains("<body>")) {
        sentBodies.append(between(xml, "<body>", "<"));
        ids.insert(sentBodies.last(), id);
    }
    if (element.localName() != u"iq" || element.attribute(u"type"_s) == u"result"
        || element.attribute(u"type"_s) == u"error")
        return;
    const QByteArray to = element.attribute(u"to"_s).toUtf8();
    const QByteArray result
        = "<iq type='result' id='" + id + "'" + (to.isEmpty() ? QByteArray() : " from='" + to + "'") + ">";
    if (xml.contains("jabber:iq:roster")) {
        server.send(result + "<query xmlns='jabber:iq:roster'>" + roster + "</query></iq>");
    } else if (xml.contains("disco#info") && to == "ana@example.org") {
        server.send(result
                    + "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:mam:2'/>"
                    + (extended ? "<feature var='urn:xmpp:mam:2#extended'/>" : "")
                    + "<feature var='urn:xmpp:sid:0'/></query></iq>");
    } else if (xml.contains("<metadata")) {
        QByteArray ends;
        if (!archive.isEmpty())
            ends = "<start id='x' timestamp='" + formatDateTime(archive.first().stamp).toLatin1()
                + "'/><end id='y' timestamp='" + formatDateTime(archive.last().stamp).toLatin1() + "'/>";
        server.send(result + "<metadata xmlns='urn:xmpp:mam:2'>" + ends + "</metadata></iq>");
    } else if (xml.contains("<query") && xml.contains("urn:xmpp:mam:2")) {
        Question question;
        question.id = id;
        question.queryId = between(xml, "queryid=\"", "\"");
        question.with = Jid::parse(QString::fromUtf8(fieldOf(xml, "with"))).value_or(Jid());
        question.after = between(xml, "<after>", "<");
        question.before = between(xml, "<before>", "<");
        question.backwards = xml.contains("<before");
        question.beforeId = fieldOf(xml, "before-id");
        question.start = timeOf(fieldOf(xml, "start"));
        question.end = timeOf(fieldOf(xml, "end"));
        question.max = between(xml, "<max>", "<").toInt();
        asked.append(question.text());
        sentBodies.append("page");
        if (!answersPages)
            return;
        if (!instead || !instead(question))
            answer(question);
        // Once for each page: to make sure of an end it takes more than one question a stream.
        m_halted = halts && question.backwards && asked.count(question.text()) == 1;
        if (afterPage)
            afterPage();
    } else if (const auto payload = answers ? answers(xml) : std::nullopt) {
        server.send(result + *payload + "</iq>");
    } else {
        server.send("<iq type='error' id='" + id + "'" + (to.isEmpty() ? QByteArray() : " from='" + to + "'")
                    + "><error type='cancel'><service-unavailable "
                      "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }
}

void ArchiveRig::answer(const Question &question)
{
    QList<Kept> found;
    const auto indexOf = [](const QList<Kept> &list, const QByteArray &id) {
        const auto at
            = std::find_if(list.cbegin(), list.cend(), [&](const Kept &kept) { return kept.id == id; });
        return at == list.cend() ? qsizetype(-1) : at - list.cbegin();
    };
    const qsizetype bound
        = question.beforeId.isEmpty() ? archive.size() : indexOf(archive, question.beforeId);
    if (bound < 0) {
        refuse(question, "item-not-found");
        return;
    }
    for (qsizetype i = 0; i < bound; ++i) {
        const Kept &kept = archive[i];
        if ((question.with.isNull() || kept.peer == question.with)
            && (!question.start.isValid() || kept.stamp >= question.start)
            && (!question.end.isValid() || kept.stamp <= question.end))
            found.append(kept);
    }
    qsizetype first = 0;
    qsizetype last = found.size();
    const int most = std::min(onAPage, question.max);
    if (!question.after.isEmpty() && !goesInCircles) {
        first = indexOf(found, question.after) + 1;
        if (first == 0) {
            refuse(question, "item-not-found");
            return;
        }
    }
    if (!question.before.isEmpty()) {
        last = indexOf(found, question.before);
        if (last < 0) {
            refuse(question, "item-not-found");
            return;
        }
    }
    const bool all = last - first <= most;
    if (question.backwards)
        first = std::max(first, last - most);
    else
        last = std::min(last, first + most);
    for (qsizetype i = first; i < last; ++i)
        sendResult(question, found[i]);
    QByteArray attributes;
    if (tellsWhenComplete)
        attributes = all && !goesInCircles ? "complete='true'" : "complete='false'";
    QByteArray set;
    if (last > first)
        set = "<first>" + found[first].id + "</first><last>" + found[last - 1].id + "</last>";
    sendFin(question, attributes, set);
}

void ArchiveRig::sendResult(const Question &question, const Kept &kept)
{
    QDateTime stamp = kept.stamp;
    if (wholeSeconds)
        stamp = stamp.addMSecs(-stamp.time().msec());
    server.send("<message from='ana@example.org' to='ana@example.org/desk'><result xmlns='urn:xmpp:mam:2' "
                "queryid='"
                + question.queryId + "' id='" + kept.id
                + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='"
                + formatDateTime(stamp).toLatin1() + "'/>" + kept.message
                + "</forwarded></result></message>");
}

void ArchiveRig::sendFin(const Question &question, const QByteArray &attributes, const QByteArray &set)
{
    server.send("<iq type='result' id='" + question.id + "'><fin xmlns='urn:xmpp:mam:2' stable='false' "
                + attributes + "><set xmlns='http://jabber.org/protocol/rsm'>" + set + "</set></fin></iq>");
}

void ArchiveRig::refuse(const Question &question, const QByteArray &condition)
{
    server.send("<iq type='error' id='" + question.id + "'><error type='cancel'><" + condition
                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
}

QList<ArchiveRange> ArchiveRig::ranges() const
{
    std::ignore = store->commit();
    return store->archives().ranges(u"a1"_s, Jid::fromNormalized(u"ana@example.org"_s));
}

QString ArchiveRig::cursor() const
{
    const QList<ArchiveRange> known = ranges();
    return known.isEmpty() ? u"nowhere"_s : known.constFirst().lastId;
}

QStringList ArchiveRig::truth(const QByteArray &friendName) const
{
    QStringList bodies;
    for (const Kept &kept : archive) {
        if (kept.peer.localpart().toUtf8() == friendName)
            bodies.append(QString::fromUtf8(between(kept.message, "<body>", "<")));
    }
    return bodies;
}

} // namespace tertulia
