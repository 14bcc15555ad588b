// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/SimulatedServer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// An attribute of the outermost element.
QByteArray attribute(const QByteArray &xml, const QByteArray &name)
{
    const qsizetype end = xml.indexOf('>');
    const qsizetype at = xml.indexOf(QByteArray(' ' + name + '='));
    if (at < 0 || at > end)
        return {};
    const qsizetype from = at + name.size() + 3;
    return xml.mid(from, xml.indexOf(xml.at(from - 1), from) - from);
}

QByteArray bareOf(const QByteArray &jid)
{
    const qsizetype slash = jid.indexOf('/');
    return slash < 0 ? jid : jid.left(slash);
}

const QByteArray kSm = "xmlns='urn:xmpp:sm:3'";

} // namespace

struct SimulatedServer::Connection {
    std::shared_ptr<SimulatedLink> link;
    ClientBytes bytes;
    QByteArray user; ///< bare, once authenticated
    std::weak_ptr<Session> session;
    bool gone = false;
    bool mute = false; ///< never says anything
};

struct SimulatedServer::Session {
    QByteArray bare;
    QByteArray full;
    QByteArray id; ///< of stream management; empty: none
    std::weak_ptr<Connection> connection; ///< empty while hibernating
    std::deque<Stored> unacknowledged;
    quint32 acknowledged = 0;
    quint32 handled = 0;
    QSet<QByteArray> messages; ///< ids of those that came
    bool counting = false;
    bool available = false;
    bool over = false;
    quint64 hibernation = 0;
};

SimulatedServer::SimulatedServer(SimulatedTime &time, Dice &dice, qint64 clockWrong)
    : m_time(time)
    , m_dice(dice)
    , m_clock(time, clockWrong)
{
}

SimulatedServer::~SimulatedServer()
{
    for (const auto &connection : std::as_const(m_connections))
        connection->link->setServer({});
}

std::shared_ptr<SimulatedLink> SimulatedServer::dial(SimulatedTransport *client)
{
    if (m_away || faults.refusesConnections)
        return nullptr;
    auto link = std::make_shared<SimulatedLink>(m_time, m_dice, m_dice.between(5, 150));
    auto connection = std::make_shared<Connection>();
    connection->link = link;
    connection->mute = m_dice.chance(faults.hangsAfterAccepting);
    m_connections.append(connection);
    link->setClient(client);
    const std::weak_ptr<Connection> weak = connection;
    link->setServer({[this, weak](const QByteArray &bytes) {
                         const auto here = weak.lock();
                         if (!here || here->mute)
                             return;
                         here->bytes.add(bytes);
                         for (const ClientBytes::Piece &piece : here->bytes.take()) {
                             if (!here->gone)
                                 take(here, piece);
                         }
                     },
                     [this, weak] {
                         if (const auto here = weak.lock())
                             lost(here);
                     }});
    return link;
}

void SimulatedServer::take(const std::shared_ptr<Connection> &connection, const ClientBytes::Piece &piece)
{
    switch (piece.kind) {
    case ClientBytes::Kind::Header:
        takeHeader(*connection);
        return;
    case ClientBytes::Kind::Footer:
        // A proper goodbye: the session ends with it.
        if (const auto session = connection->session.lock())
            destroy(session);
        close(*connection);
        return;
    case ClientBytes::Kind::Broken:
        problems.append(u"the program wrote broken XML: %1"_s.arg(QString::fromUtf8(piece.xml)));
        close(*connection);
        return;
    case ClientBytes::Kind::Element:
        break;
    }
    if (piece.xml.contains("handled-count-too-high"))
        problems.append(u"the program does not know what it sent"_s);
    if (const auto session = connection->session.lock(); session && !session->over)
        takeStanza(session, piece.xml);
    else
        takeBeforeSession(connection, piece.xml);
}

void SimulatedServer::takeHeader(Connection &connection)
{
    QByteArray features = "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
                          "<mechanism>PLAIN</mechanism></mechanisms>";
    if (!connection.user.isEmpty()) {
        features = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";
        if (managesStreams)
            features += "<sm " + kSm + "/>";
    }
    connection.link->toClient("<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                              "xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='"
                              + QByteArray::number(++m_made) + "' version='1.0'><stream:features>" + features
                              + "</stream:features>");
}

void SimulatedServer::authenticate(Connection &connection, const QByteArray &xml)
{
    const qsizetype from = xml.indexOf('>') + 1;
    const QByteArray plain = QByteArray::fromBase64(xml.mid(from, xml.indexOf('<', from) - from));
    connection.user = plain.split('\0').value(1) + "@example.org";
    connection.link->toClient("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
}

void SimulatedServer::takeBeforeSession(const std::shared_ptr<Connection> &connection, const QByteArray &xml)
{
    if (xml.startsWith("<auth "))
        authenticate(*connection, xml);
    else if (xml.startsWith("<resume "))
        resume(connection, xml);
    else if (xml.contains("urn:ietf:params:xml:ns:xmpp-bind"))
        bind(connection, xml);
}

void SimulatedServer::bind(const std::shared_ptr<Connection> &connection, const QByteArray &xml)
{
    auto session = std::make_shared<Session>();
    session->bare = connection->user;
    session->full = connection->user + "/desk";
    // Whoever comes with the same resource takes the place of who was there.
    for (const auto &other : QList(m_sessions)) {
        if (other->full != session->full)
            continue;
        const auto old = other->connection.lock();
        destroy(other);
        if (old) {
            old->link->toClient("<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                                "</stream:error></stream:stream>");
            close(*old);
        }
    }
    session->connection = connection;
    connection->session = session;
    m_sessions.append(session);
    connection->link->toClient("<iq type='result' id='" + attribute(xml, "id")
                               + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + session->full
                               + "</jid></bind></iq>");
}

void SimulatedServer::resume(const std::shared_ptr<Connection> &connection, const QByteArray &xml)
{
    const QByteArray id = attribute(xml, "previd");
    const quint32 count = attribute(xml, "h").toUInt();
    for (const auto &session : QList(m_sessions)) {
        if (session->id != id || session->bare != connection->user)
            continue;
        const quint32 newly = count - session->acknowledged;
        if (newly > session->unacknowledged.size())
            tellWrongCount(*session, count);
        if (m_dice.chance(faults.refusesResumption)) {
            destroy(session);
            break;
        }
        if (const auto old = session->connection.lock())
            close(*old);
        ++m_resumptions;
        ++session->hibernation;
        session->connection = connection;
        connection->session = session;
        acknowledge(*session, count);
        connection->link->toClient("<resumed " + kSm + " h='" + QByteArray::number(session->handled)
                                   + "' previd='" + id + "'/>");
        for (const Stored &stanza : session->unacknowledged)
            write(*session, stanza.xml);
        connection->link->toClient("<r " + kSm + "/>");
        return;
    }
    ++m_refusals;
    QByteArray h;
    if (m_forgotten.contains(id) && m_dice.chance(0.7))
        h = " h='" + QByteArray::number(m_forgotten.value(id)) + "'";
    connection->link->toClient("<failed " + kSm + h
                               + "><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
}

void SimulatedServer::takeStanza(const std::shared_ptr<Session> &session, const QByteArray &xml)
{
    if (xml.startsWith("<enable ")) {
        session->counting = true;
        session->id = "sm" + QByteArray::number(++m_made);
        write(*session, "<enabled " + kSm + " id='" + session->id + "' resume='true'/>");
        return;
    }
    if (xml.startsWith("<r ")) {
        write(*session, "<a " + kSm + " h='" + QByteArray::number(session->handled) + "'/>");
        return;
    }
    if (xml.startsWith("<a ")) {
        acknowledge(*session, attribute(xml, "h").toUInt());
        return;
    }
    if (session->counting)
        ++session->handled;
    if (xml.startsWith("<iq ")) {
        answerRequest(*session, xml);
    } else if (xml.startsWith("<presence")) {
        takePresence(session, xml);
    } else if (xml.startsWith("<message ")) {
        const QByteArray id = attribute(xml, "id");
        if (session->messages.contains(id))
            problems.append(u"message %1 came twice on one stream"_s.arg(QString::fromLatin1(id)));
        session->messages.insert(id);
        m_taken.insert(id);
        QByteArray stamped = xml;
        stamped.insert(8, " from='" + session->full + "'");
        Stored message{stamped, m_time.nowMs(), {}, ++m_made};
        if (archives && xml.contains("<body")) {
            archive(session->bare, message);
            archive(bareOf(attribute(xml, "to")), message);
        }
        route(bareOf(attribute(xml, "to")), message);
    }
}

void SimulatedServer::answerRequest(Session &session, const QByteArray &xml)
{
    const QByteArray type = attribute(xml, "type");
    if (type != "get" && type != "set")
        return;
    const QByteArray id = attribute(xml, "id");
    const QByteArray to = attribute(xml, "to");
    const QByteArray from = to.isEmpty() ? QByteArray() : " from='" + to + "'";
    QByteArray answer;
    if (xml.contains("jabber:iq:roster")) {
        const QByteArray other = session.bare.startsWith("ana") ? "bruno@example.org" : "ana@example.org";
        answer = "<iq type='result' id='" + id + "'" + from + "><query xmlns='jabber:iq:roster'><item jid='"
            + other + "' subscription='both'/></query></iq>";
    } else if (archives && xml.contains("disco#info") && to == session.bare) {
        answer = "<iq type='result' id='" + id + "'" + from
            + "><query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:mam:2'/>"
              "<feature var='urn:xmpp:sid:0'/></query></iq>";
    } else if (archives && xml.contains("urn:xmpp:mam:2")) {
        answerArchive(session, xml);
        return;
    } else if (xml.contains("urn:xmpp:ping")) {
        answer = "<iq type='result' id='" + id + "'" + from + "/>";
    } else {
        answer = "<iq type='error' id='" + id + "'" + from
            + "><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
              "</error></iq>";
    }
    deliver(session, {answer, m_time.nowMs(), {}});
}

void SimulatedServer::archive(const QByteArray &bare, Stored &message)
{
    message.archiveId = "m" + QByteArray::number(++m_made);
    m_archives[bare].append(message);
}

void SimulatedServer::answerArchive(Session &session, const QByteArray &xml)
{
    const auto textOf = [&](const QByteArray &name) {
        const qsizetype at = xml.indexOf(QByteArray('<' + name + '>'));
        const qsizetype from = at + name.size() + 2;
        return at < 0 ? QByteArray() : xml.mid(from, xml.indexOf('<', from) - from);
    };
    const auto timeOf = [&](const QByteArray &name) {
        const QByteArray field = "var=\"" + name + "\"><value>";
        const qsizetype at = xml.indexOf(field);
        const qsizetype from = at + field.size();
        const QString text = QString::fromLatin1(xml.mid(from, xml.indexOf('<', from) - from));
        return at < 0 ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs);
    };
    // There are but two people, so that what is said with the other one is all.
    QList<Stored> all = m_archives[session.bare];
    const QDateTime start = timeOf("start");
    const QDateTime end = timeOf("end");
    all.removeIf([&](const Stored &kept) {
        const QDateTime at = archivedAt(kept.atMs);
        return (start.isValid() && at < start) || (end.isValid() && at > end);
    });
    const auto indexOf = [&](const QByteArray &archiveId) {
        const auto at = std::find_if(all.cbegin(), all.cend(),
                                     [&](const Stored &kept) { return kept.archiveId == archiveId; });
        if (at == all.cend())
            problems.append(
                u"asked beside %1, which is not in the archive"_s.arg(QString::fromLatin1(archiveId)));
        return at - all.cbegin();
    };
    const qsizetype most = std::min<qsizetype>(textOf("max").toInt(), mostOnAPage);
    const bool backwards = xml.contains("<before");
    qsizetype first = 0;
    qsizetype last = all.size();
    if (const QByteArray before = textOf("before"); !before.isEmpty())
        last = indexOf(before);
    if (const QByteArray after = textOf("after"); !after.isEmpty())
        first = std::min(indexOf(after) + 1, last);
    const bool complete = last - first <= most;
    if (backwards)
        first = std::max(first, last - most);
    else
        last = std::min(last, first + most);
    const QByteArray queryId = attribute(xml.mid(xml.indexOf("<query")), "queryid");
    for (qsizetype i = first; i < last; ++i) {
        QByteArray inner = all[i].xml;
        inner.insert(8, " xmlns='jabber:client'");
        deliver(session,
                {"<message from='" + session.bare + "' to='" + session.full
                     + "'><result xmlns='urn:xmpp:mam:2' queryid='" + queryId + "' id='" + all[i].archiveId
                     + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='"
                     + stamp(all[i].atMs) + "'/>" + inner + "</forwarded></result></message>",
                 m_time.nowMs(),
                 {}});
    }
    QByteArray set = "<set xmlns='http://jabber.org/protocol/rsm'/>";
    if (last > first)
        set = "<set xmlns='http://jabber.org/protocol/rsm'><first>" + all[first].archiveId + "</first><last>"
            + all[last - 1].archiveId + "</last></set>";
    deliver(session,
            {"<iq type='result' id='" + attribute(xml, "id") + "'><fin xmlns='urn:xmpp:mam:2' complete='"
                 + (complete ? "true" : "false") + "'>" + set + "</fin></iq>",
             m_time.nowMs(),
             {}});
}

QList<QByteArray> SimulatedServer::archived(const QByteArray &bare) const
{
    QList<QByteArray> ids;
    for (const Stored &message : m_archives.value(bare))
        ids.append(attribute(message.xml, "id"));
    return ids;
}

void SimulatedServer::takePresence(const std::shared_ptr<Session> &session, const QByteArray &xml)
{
    if (!attribute(xml, "to").isEmpty())
        return;
    const QByteArray type = attribute(xml, "type");
    if (type == "unavailable") {
        session->available = false;
    } else if (type.isEmpty()) {
        session->available = true;
        for (const Stored &message : std::exchange(m_offline[session->bare], {})) {
            QByteArray late = message.xml;
            late.insert(late.lastIndexOf("</message>"),
                        "<delay xmlns='urn:xmpp:delay' from='example.org' stamp='" + stamp(message.atMs)
                            + "'/>");
            deliver(*session, {late, message.atMs, {}});
        }
    }
}

void SimulatedServer::route(const QByteArray &to, const Stored &message)
{
    for (const auto &session : std::as_const(m_sessions)) {
        if (session->bare == to && session->available) {
            Stored live = message;
            if (!live.archiveId.isEmpty())
                live.xml.insert(live.xml.lastIndexOf("</message>"),
                                "<stanza-id xmlns='urn:xmpp:sid:0' by='" + to + "' id='" + live.archiveId
                                    + "'/>");
            deliver(*session, live);
            return;
        }
    }
    if (!message.archiveId.isEmpty())
        return;
    // What a stream that died never got came before what was kept since (RFC 6120 10.1).
    auto &kept = m_offline[to];
    kept.insert(
        std::upper_bound(kept.begin(), kept.end(), message,
                         [](const Stored &one, const Stored &other) { return one.number < other.number; }),
        message);
}

void SimulatedServer::deliver(Session &session, const Stored &stanza)
{
    if (session.counting)
        session.unacknowledged.push_back(stanza);
    write(session, stanza.xml);
    if (session.counting && m_dice.chance(0.5))
        write(session, "<r " + kSm + "/>");
}

void SimulatedServer::write(Session &session, const QByteArray &xml)
{
    if (const auto connection = session.connection.lock(); connection && !connection->gone)
        connection->link->toClient(xml);
}

void SimulatedServer::acknowledge(Session &session, quint32 count)
{
    const quint32 newly = count - session.acknowledged;
    if (newly > session.unacknowledged.size()) {
        tellWrongCount(session, count);
        return;
    }
    for (quint32 i = 0; i < newly; ++i)
        session.unacknowledged.pop_front();
    session.acknowledged = count;
}

void SimulatedServer::tellWrongCount(const Session &session, quint32 count)
{
    problems.append(u"h=%1 where %2 were acknowledged and %3 more were sent"_s.arg(count)
                        .arg(session.acknowledged)
                        .arg(session.unacknowledged.size()));
}

void SimulatedServer::askForAcknowledgements()
{
    for (const auto &session : std::as_const(m_sessions)) {
        if (!session->unacknowledged.empty())
            write(*session, "<r " + kSm + "/>");
    }
}

void SimulatedServer::close(Connection &connection)
{
    connection.gone = true;
    connection.session.reset();
    connection.link->closeByServer();
}

void SimulatedServer::lost(const std::shared_ptr<Connection> &connection)
{
    const auto session = connection->session.lock();
    connection->gone = true;
    connection->session.reset();
    m_connections.removeOne(connection);
    if (session && !session->over)
        hibernate(session);
}

void SimulatedServer::hibernate(const std::shared_ptr<Session> &session)
{
    session->connection.reset();
    if (session->id.isEmpty()) {
        destroy(session);
        return;
    }
    const quint64 which = ++session->hibernation;
    const quint64 life = m_life;
    m_time.later(faults.hibernationMs, [this, which, life, weak = std::weak_ptr(session)] {
        const auto here = weak.lock();
        if (life == m_life && here && !here->over && here->hibernation == which)
            destroy(here);
    });
}

void SimulatedServer::destroy(const std::shared_ptr<Session> &session)
{
    if (std::exchange(session->over, true))
        return;
    m_sessions.removeOne(session);
    if (!session->id.isEmpty())
        m_forgotten.insert(session->id, session->handled);
    session->available = false;
    for (const Stored &stanza : std::exchange(session->unacknowledged, {})) {
        // With an archive it is there already.
        if (stanza.xml.startsWith("<message ") && !archives)
            route(session->bare, stanza);
    }
}

void SimulatedServer::restart(qint64 awayMs, bool politely)
{
    m_away = true;
    ++m_life;
    for (const auto &session : QList(m_sessions)) {
        session->available = false;
    }
    for (const auto &session : QList(m_sessions))
        destroy(session);
    m_forgotten.clear();
    for (const auto &connection : QList(m_connections)) {
        if (politely && !connection->mute)
            connection->link->toClient(
                "<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                "</stream:error></stream:stream>");
        if (politely)
            close(*connection);
        else
            connection->link->cut(true, false);
        connection->gone = true;
    }
    m_connections.clear();
    m_time.later(awayMs, [this] { m_away = false; });
}

void SimulatedServer::throwOut(const QByteArray &bare, const QByteArray &condition, bool resumable)
{
    for (const auto &session : QList(m_sessions)) {
        const auto connection = session->connection.lock();
        if (session->bare != bare || !connection)
            continue;
        connection->link->toClient("<stream:error><" + condition
                                   + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
                                     "</stream:stream>");
        close(*connection);
        if (resumable)
            hibernate(session);
        else
            destroy(session);
    }
}

std::shared_ptr<SimulatedLink> SimulatedServer::linkOf(const QByteArray &bare) const
{
    for (auto it = m_connections.crbegin(); it != m_connections.crend(); ++it) {
        if ((*it)->user == bare && !(*it)->gone && !(*it)->link->isCut())
            return (*it)->link;
    }
    return nullptr;
}

QStringList SimulatedServer::waiting() const
{
    QStringList waiting;
    for (auto it = m_offline.cbegin(); it != m_offline.cend(); ++it) {
        if (!it.value().empty())
            waiting.append(u"%1 messages for %2 who is away"_s.arg(it.value().size())
                               .arg(QString::fromLatin1(it.key())));
    }
    for (const auto &session : m_sessions) {
        if (session->connection.expired() || !session->unacknowledged.empty())
            waiting.append(u"%1 stanzas in %2's stream %3, which is %4"_s.arg(session->unacknowledged.size())
                               .arg(QString::fromLatin1(session->bare), QString::fromLatin1(session->id),
                                    session->connection.expired() ? u"asleep"_s : u"awake"_s));
    }
    return waiting;
}

QDateTime SimulatedServer::archivedAt(qint64 atMs) const
{
    const QDateTime at = m_clock.now().addMSecs(atMs - m_time.nowMs());
    return at.addMSecs(-at.time().msec());
}

QByteArray SimulatedServer::stamp(qint64 atMs) const
{
    return archivedAt(atMs).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toLatin1();
}

} // namespace tertulia
