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

XmlElement StreamManagement::enableRequest()
{
    reset();
    m_counting = true;
    return element(u"enable"_s, {{u"resume"_s, {}, u"true"_s}});
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

void StreamManagement::sent(const QByteArray &xml, Promise<void> *acknowledged)
{
    if (!m_counting)
        return;
    Unacknowledged stanza{xml, {}};
    if (acknowledged)
        stanza.promise = std::move(*acknowledged);
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
