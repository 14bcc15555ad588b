// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any well-formed stanza as the structs of core/stanza and of the modules: no input may do more than be
// refused, and an accepted envelope must mean the same after it was written and read again.
#include "core/modules/roster/RosterItem.h"
#include "core/modules/xep0030_disco/DiscoInfo.h"
#include "core/modules/xep0030_disco/DiscoItems.h"
#include "core/modules/xep0054_vcard/VCard.h"
#include "core/modules/xep0084_avatar/AvatarMetadata.h"
#include "core/modules/xep0092_version/Version.h"
#include "core/modules/xep0202_time/Time.h"
#include "core/modules/xep0203_delay/Delay.h"
#include "core/modules/xep0297_forwarded/Forwarded.h"
#include "core/stanza/Iq.h"
#include "core/stanza/Message.h"
#include "core/stanza/Presence.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

#include <cstdlib>

using namespace tertulia;

namespace
{

[[noreturn]] void found(const char *what)
{
    qCritical("%s", what);
    std::abort();
}

template <class F>
void parse(const QByteArray &stanzas, F onElement)
{
    XmlStreamParser parser(XmlLimits(), {{}, onElement, {}});
    const QByteArray bytes = XmlWriter::streamHeader({}, {}, {}) + stanzas;
    [[maybe_unused]] const auto result = parser.feed(bytes);
}

void tryPayload(const XmlElement &element)
{
    (void)RosterItem::fromXml(element);
    (void)DiscoInfo::fromXml(element);
    (void)DiscoItems::fromXml(element);
    (void)VCard::fromXml(element);
    (void)AvatarMetadata::fromXml(element);
    (void)SoftwareVersion::fromXml(element);
    (void)EntityTime::fromXml(element);
    (void)Delay::fromXml(element);
    (void)Forwarded::fromXml(element);
    (void)StanzaError::fromXml(element);
}

template <class Stanza>
void tryStanza(const XmlElement &element)
{
    const auto stanza = Stanza::fromXml(element);
    if (!stanza)
        return;
    XmlWriter writer(ns::kClient);
    stanza->toXml(writer);
    int count = 0;
    parse(writer.result(), [&](const XmlElement &again) {
        ++count;
        const auto second = Stanza::fromXml(again);
        if (!second)
            found("a stanza is refused after it was written");
        if (second->from != stanza->from || second->to != stanza->to || second->id != stanza->id
            || second->type != stanza->type)
            found("an envelope changed by being written and read");
    });
    if (count != 1)
        found("a stanza did not survive being written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    parse(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), [](const XmlElement &element) {
        tryStanza<Iq>(element);
        tryStanza<Message>(element);
        tryStanza<Presence>(element);
        for (const XmlElement &payload : element.children()) {
            tryPayload(payload);
            for (const XmlElement &inner : payload.children())
                tryPayload(inner);
        }
    });
    return 0;
}
