// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stream management against a model of it: whatever a server answers, and however often the stream is cut,
// resumed, refused or taken up by another process, each stanza ends once and as the counts say, and what is
// sent again is what is missing, in its order.
#include "core/base/CheckedNumber.h"
#include "core/stream/StreamManagement.h"
#include "core/xml/Namespaces.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

[[noreturn]] void found(const char *what)
{
    qCritical("%s", what);
    std::abort();
}

void require(bool holds, const char *what)
{
    if (!holds)
        found(what);
}

enum class End { None, Acknowledged, Lost };

/// What should be true.
struct Expected {
    int number = 0;
    bool tracked = false;
    bool request = false;
};

class Machine : public QObject
{
public:
    Machine(const uint8_t *data, size_t size)
        : m_data(data)
        , m_left(size)
    {
    }

    void run()
    {
        const quint32 start = quint32(byte()) << 24 | 0xfffff0;
        enable();
        m_management.startCountsAt(byte() % 2 ? start : 0);
        m_acknowledged = m_management.kept().acknowledged;
        m_handled = m_management.handled();
        while (m_left > 0)
            step();
    }

private:
    uint8_t byte()
    {
        if (m_left == 0)
            return 0;
        --m_left;
        return *m_data++;
    }

    static XmlElement element(const QString &name, const QString &count, const QString &id)
    {
        QList<XmlAttribute> attributes;
        if (!count.isNull())
            attributes.append({u"h"_s, {}, count});
        if (!id.isNull())
            attributes.append({name == u"enabled" ? u"id"_s : u"previd"_s, {}, id});
        if (name == u"enabled")
            attributes.append({u"resume"_s, {}, u"true"_s});
        return XmlElement(name, ns::kStreamManagement, attributes);
    }

    /// Mostly near the truth, sometimes any text.
    QString count()
    {
        const uint8_t kind = byte();
        if (kind < 200)
            return QString::number(quint32(m_acknowledged + kind % (m_queue.size() + 3) - kind % 2));
        if (kind < 220)
            return QString::number(quint32(byte()) << (byte() % 25));
        if (kind < 230)
            return {};
        QString text;
        for (int i = 0; i < kind % 8; ++i)
            text += QChar(ushort(byte()));
        return text;
    }

    /// What a count does to the model; false if it claims too much.
    bool expectCount(const QString &text)
    {
        const auto value = checkedNumber(text, 0, 0xffffffff);
        if (!value)
            return true; // ignored, or refused before anything happens: both end nothing
        const quint32 newly = quint32(*value) - m_acknowledged;
        if (newly > quint32(m_queue.size()))
            return newly >= (1U << 31);
        for (quint32 i = 0; i < newly; ++i)
            m_expectedEnds[m_queue.takeFirst().number] = End::Acknowledged;
        m_acknowledged = quint32(*value);
        return true;
    }

    void loseAll()
    {
        for (const Expected &stanza : std::exchange(m_queue, {}))
            m_expectedEnds[stanza.number] = End::Lost;
        m_acknowledged = 0;
    }

    void enable()
    {
        loseAll();
        (void)m_management.enableRequest();
        m_id = u"id%1"_s.arg(++m_ids);
        m_management.enabled(element(u"enabled"_s, {}, m_id));
        m_handled = 0;
        m_counting = true;
    }

    void send(bool tracked, bool request)
    {
        if (!m_counting)
            return;
        const int number = int(m_ends.size());
        m_ends.append(End::None);
        m_expectedEnds.append(End::None);
        m_tracked.append(tracked);
        m_queue.append({number, tracked, request});
        Promise<void> promise;
        if (tracked)
            watch(number, promise.task());
        m_management.sent(xmlOf(m_queue.back()), tracked ? &promise : nullptr, QString::number(number));
    }

    static QByteArray xmlOf(const Expected &stanza)
    {
        return (stanza.request ? "<iq id='" : "<message id='") + QByteArray::number(stanza.number) + "'/>";
    }

    void watch(int number, Task<void> end)
    {
        const int life = m_life;
        std::move(end).then(this, [this, number, life](const Result<void> &result) {
            if (life != m_life)
                return; // of a process that is no more
            require(m_ends.at(number) == End::None, "a stanza ended twice");
            m_ends[number] = result ? End::Acknowledged : End::Lost;
        });
    }

    void acknowledge()
    {
        if (!m_counting)
            return;
        const QString text = count();
        const bool fits = expectCount(text);
        require(m_management.acknowledged(element(u"a"_s, text, {})).has_value() == fits,
                "a wrong judgement of a count");
    }

    void resume()
    {
        m_management.suspend();
        m_counting = false;
        (void)m_management.resumeRequest();
        const QString text = count();
        if (byte() % 4 == 0) {
            (void)expectCount(text);
            m_management.resumeFailed(element(u"failed"_s, text, {}));
            loseAll();
            enable();
            return;
        }
        const qsizetype before = m_queue.size();
        const bool ours = byte() % 8 != 0;
        const auto again = m_management.resumed(element(u"resumed"_s, text, ours ? m_id : u"other"_s));
        if (!again) {
            require(m_management.unacknowledged() == before, "a refused resumption dropped something");
            m_management.reset();
            loseAll();
            enable();
            return;
        }
        require(ours, "another stream was taken up");
        require(expectCount(text), "a stream was taken up that had more than was sent");
        m_counting = true;
        if (std::exchange(m_restored, false))
            m_queue.removeIf([](const Expected &stanza) { return stanza.request; });
        QList<QByteArray> missing;
        for (const Expected &stanza : std::as_const(m_queue))
            missing.append(xmlOf(stanza));
        // Requests of this life are sent again, those of the one before are not.
        require(*again == missing, "something else is sent again than what is missing");
    }

    void restart()
    {
        const KeptStream kept = m_management.kept();
        // Nobody is there any more to hear of the ends.
        ++m_life;
        m_management.reset();
        m_management.restore(kept);
        require(m_management.kept() == kept, "what was kept is not what is kept");
        m_counting = false;
        m_restored = true;
        for (auto &[id, task] : m_management.restoredMessages())
            watch(id.toInt(), std::move(task));
        resume();
        m_restored = false;
    }

    void step()
    {
        switch (byte() % 8) {
        case 0:
        case 1:
            send(true, false);
            break;
        case 2:
            send(false, byte() % 2);
            break;
        case 3:
            m_management.received();
            m_handled += m_counting ? 1 : 0;
            require(m_management.handled() == m_handled, "a wrong count of what came");
            break;
        case 4:
        case 5:
            acknowledge();
            break;
        case 6:
            resume();
            break;
        case 7:
            restart();
            break;
        }
        require(m_management.unacknowledged() == m_queue.size(), "a wrong number waits");
        for (qsizetype i = 0; i < m_ends.size(); ++i) {
            if (m_tracked.at(i))
                require(m_ends.at(i) == m_expectedEnds.at(i), "a stanza ended as it should not");
        }
    }

    const uint8_t *m_data;
    size_t m_left;
    QString m_id;
    QList<Expected> m_queue;
    QList<End> m_ends;
    QList<End> m_expectedEnds;
    QList<bool> m_tracked;
    quint32 m_acknowledged = 0;
    quint32 m_handled = 0;
    int m_ids = 0;
    int m_life = 0;
    bool m_counting = false;
    bool m_restored = false;
    StreamManagement m_management; // last: at its end the stanzas end, of which the lists above hear
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static QCoreApplication application(argc, argv);
    if (size > 2000)
        return 0;
    Machine(data, size).run();
    return 0;
}
