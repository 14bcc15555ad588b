// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SECURITY R30. Bytes of a stream, cut into pieces of any size: the result must be what it is for all of them
// at once, and what was read must survive being written and read again.
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <vector>

using namespace tertulia;

namespace
{

struct Record {
    std::vector<XmlElement> elements;
    bool opened = false;
    bool closed = false;
    std::optional<Error> error;
};

[[noreturn]] void found(const char *what)
{
    qCritical("%s", what);
    std::abort();
}

Record parse(QByteArrayView bytes, const XmlLimits &limits, unsigned seed)
{
    Record record;
    XmlStreamParser parser(limits,
                           {[&](const XmlElement &) { record.opened = true; },
                            [&](const XmlElement &element) {
                                if (!record.opened || record.closed)
                                    found("an element outside the stream");
                                record.elements.push_back(element);
                            },
                            [&] { record.closed = true; }});
    std::minstd_rand random(seed);
    while (!bytes.isEmpty()) {
        const qsizetype length
            = seed == 0 ? bytes.size() : std::min<qsizetype>(bytes.size(), qsizetype(random() % 9 + 1));
        const QByteArray piece = bytes.first(length).toByteArray();
        const auto result = parser.feed(piece);
        if (!result) {
            record.error = result.error();
            if (parser.feed("<message/>").has_value())
                found("fed after an error");
            break;
        }
        bytes = bytes.sliced(length);
    }
    return record;
}

void roundTrip(const XmlElement &element)
{
    XmlWriter writer(ns::kClient);
    writer.element(element);
    const QByteArray stream = XmlWriter::streamHeader({}, {}, {}) + writer.result();
    const Record again = parse(stream, XmlLimits(), 0);
    // Prefixes of attributes cost declarations, which may exceed the limits the second time.
    if (again.error && again.error->code == ErrorCode::PeerLimitExceeded)
        return;
    if (again.elements.size() != 1 || !(again.elements.front() == element))
        found("an element changed by being written and read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const unsigned seed = data[0] + 1U;
    XmlLimits limits;
    if ((data[1] & 1) != 0) {
        limits.stanzaBytes = 256;
        limits.startTagBytes = 64;
        limits.attributes = 3;
        limits.depth = 4;
        limits.children = 3;
        limits.nameLength = 8;
    }
    QByteArray bytes;
    if ((data[1] & 2) != 0)
        bytes = XmlWriter::streamHeader({}, {}, {});
    if ((data[1] & 1) != 0)
        limits.startTagBytes += bytes.size();
    bytes.append(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);

    const Record whole = parse(bytes, limits, 0);
    const Record cut = parse(bytes, limits, seed);
    if (whole.opened != cut.opened || whole.closed != cut.closed || whole.error != cut.error
        || !std::equal(whole.elements.begin(), whole.elements.end(), cut.elements.begin(),
                       cut.elements.end()))
        found("the result depends on how the bytes were cut");
    for (const XmlElement &element : whole.elements)
        roundTrip(element);
    return 0;
}
