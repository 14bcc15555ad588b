// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/StreamManagement.h"

#include "core/base/CheckedNumber.h"
#include "core/base/Log.h"
#include "core/xml/Namespaces.h"

#include <limits>
#include <vector>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kLongestId = 4000; // XEP-0198 5: "SHOULD NOT be longer than 4000 bytes"

std::optional<quint32> countIn(const XmlElement &element)
{
    const auto count = checkedNumber(element.attribute(u"h"), 0, std::numeric_limits<quint32>::max());
    if (!count)
        return std::nullopt;
    return quint32(*count);
}

XmlElement element(const QString &name, const QList<XmlAttribute> &attributes = {})
{
    return XmlElement(name, ns::kStreamManagement, attributes);
}

} // namespace

void StreamManagement::reset()
{
    m_counting = false;
    m_id.clear();
    m_location.clear();
    m_handled = 0;
    m_kept = 0;
    m_acknowledged = 0;
    // A continuation may send anew, which must find an empty queue.
    auto lost = std::exchange(m_queue, {});
    for (Unacknowledged &stanza : lost)
        stanza.promise.finish(failure(ErrorCode::NotConnected));
}

KeptStream StreamManagement::kept(qint64 from) const
{
    KeptStream kept{m_id, {}, m_location, m_handled, m_acknowledged, {}};
    for (auto stanza = m_queue.crbegin(); stanza != m_queue.crend() && stanza->number >= from; ++stanza) {
        const bool request = stanza->xml.startsWith("<iq");
        kept.stanzas.prepend({stanza->number, request ? QByteArray() : stanza->xml, stanza->messageId});
    }
    return kept;
}

void StreamManagement::restore(const KeptStream &kept)
{
    reset();
    m_id = kept.id;
    m_location = kept.location;
    m_handled = kept.handled;
    m_kept = kept.handled;
    m_acknowledged = kept.acknowledged;
    for (const KeptStream::Stanza &stanza : kept.stanzas) {
        m_queue.push_back({stanza.xml, {}, stanza.number, stanza.messageId});
        m_nextNumber = stanza.number + 1;
    }
}

std::vector<std::pair<QString, Task<void>>> StreamManagement::restoredMessages()
{
    std::vector<std::pair<QString, Task<void>>> messages;
    for (Unacknowledged &stanza : m_queue) {
        if (!stanza.messageId.isEmpty())
            messages.emplace_back(stanza.messageId, stanza.promise.task());
    }
    return messages;
}

XmlElement StreamManagement::enableElement()
{
    return element(u"enable"_s, {{u"resume"_s, {}, u"true"_s}});
}

XmlElement StreamManagement::enableRequest()
{
    reset();
    m_counting = true;
    return enableElement();
}

void StreamManagement::enabledAlong(const XmlElement &answer)
{
    reset();
    m_counting = true;
    enabled(answer);
}

void StreamManagement::enabled(const XmlElement &answer)
{
    m_handled = 0;
    m_kept = 0;
    const QString id = answer.attribute(u"id");
    const bool mayResume = checkedBoolean(answer.attribute(u"resume")).value_or(false);
    m_id = mayResume && id.toUtf8().size() <= kLongestId ? id : QString();
    m_location = answer.attribute(u"location");
}

void StreamManagement::enableFailed()
{
    reset();
}

XmlElement StreamManagement::resumeRequest()
{
    keep();
    m_handled = m_kept;
    return element(u"resume"_s, {{u"h"_s, {}, QString::number(m_handled)}, {u"previd"_s, {}, m_id}});
}

Result<QList<QByteArray>> StreamManagement::resumed(const XmlElement &answer)
{
    const auto count = countIn(answer);
    if (answer.attribute(u"previd") != m_id || !count)
        return failure(ErrorCode::PeerProtocolViolation, u"resumed"_s);
    m_counting = true;
    if (auto done = acknowledge(*count); !done) {
        m_counting = false;
        return Failure(done.error());
    }
    // Requests of a former process were not kept and do not go out again; they count no more.
    if (std::erase_if(m_queue, [](const Unacknowledged &stanza) { return stanza.xml.isEmpty(); }) > 0) {
        for (Unacknowledged &stanza : m_queue)
            stanza.number = m_nextNumber++;
    }
    QList<QByteArray> again;
    again.reserve(qsizetype(m_queue.size()));
    for (const Unacknowledged &stanza : m_queue)
        again.append(stanza.xml);
    return again;
}

void StreamManagement::resumeFailed(const XmlElement &answer)
{
    if (const auto count = countIn(answer)) {
        if (!acknowledge(*count))
            qCWarning(logStream) << "the server claims more stanzas than the lost stream had";
    }
    reset();
}

void StreamManagement::sent(const QByteArray &xml, Promise<void> *acknowledged, const QString &messageId)
{
    if (!m_counting)
        return;
    Unacknowledged stanza{xml, {}, m_nextNumber++, {}};
    if (acknowledged) {
        stanza.promise = std::move(*acknowledged);
        stanza.messageId = messageId;
    }
    m_queue.push_back(std::move(stanza));
}

void StreamManagement::received()
{
    if (m_counting)
        ++m_handled; // wraps at 2^32 as XEP-0198 4 wants
}

Result<void> StreamManagement::acknowledged(const XmlElement &answer)
{
    const auto count = countIn(answer);
    if (!count) {
        qCDebug(logStream) << "an acknowledgement without a count was ignored";
        return {};
    }
    return acknowledge(*count);
}

Result<void> StreamManagement::acknowledge(quint32 count)
{
    const quint32 newly = count - m_acknowledged; // modulo 2^32
    if (newly > m_queue.size()) {
        // In a ring of numbers the nearer half behind us is "less than before".
        if (newly >= (quint32(1) << 31)) {
            qCDebug(logStream) << "an acknowledgement that goes back was ignored";
            return {};
        }
        return failure(ErrorCode::PeerProtocolViolation, u"handled-count-too-high"_s);
    }
    m_acknowledged = count;
    std::vector<Promise<void>> done;
    done.reserve(newly);
    for (quint32 i = 0; i < newly; ++i) {
        done.push_back(std::move(m_queue.front().promise));
        m_queue.pop_front();
    }
    for (Promise<void> &promise : done)
        promise.finish({});
    return {};
}

void StreamManagement::keep()
{
    if (!m_keep || m_keep())
        m_kept = m_handled;
}

XmlElement StreamManagement::answer()
{
    keep();
    return element(u"a"_s, {{u"h"_s, {}, QString::number(m_kept)}});
}

XmlElement StreamManagement::question()
{
    return element(u"r"_s);
}

XmlElement StreamManagement::tooHigh(const XmlElement &answer) const
{
    return element(
        u"handled-count-too-high"_s,
        {{u"h"_s, {}, answer.attribute(u"h")}, {u"send-count"_s, {}, QString::number(sentCount())}});
}

} // namespace tertulia
