// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/RosterItem.h"

#include "core/modules/roster/RosterNamespace.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxNameLength = 1'000;

SubscriptionState subscriptionFrom(QStringView text)
{
    if (text == u"to")
        return SubscriptionState::To;
    if (text == u"from")
        return SubscriptionState::From;
    if (text == u"both")
        return SubscriptionState::Both;
    return SubscriptionState::None; // RFC 6121 2.1.2.5: other values are ignored
}

} // namespace

Result<RosterItem> RosterItem::fromXml(const XmlElement &element)
{
    if (!element.is(u"item", kRosterNamespace))
        return failure(ErrorCode::MalformedReply);
    const auto jid = Jid::parse(element.attribute(u"jid"));
    if (!jid)
        return Failure(jid.error());
    RosterItem item;
    item.jid = jid->bare();
    item.name = element.attribute(u"name").left(kMaxNameLength);
    for (const XmlElement &group : element.children(u"group", kRosterNamespace)) {
        const QString name = group.text().left(kMaxNameLength);
        if (!name.isEmpty())
            item.groups.append(name);
    }
    item.groups.sort();
    item.groups.removeDuplicates();
    item.subscription = subscriptionFrom(element.attribute(u"subscription"));
    item.askPending = element.attribute(u"ask") == u"subscribe";
    const QString approved = element.attribute(u"approved");
    item.preApproved = approved == u"true" || approved == u"1";
    return item;
}

bool RosterItem::isRemoval(const XmlElement &element)
{
    return element.attribute(u"subscription") == u"remove";
}

XmlElement RosterItem::toElement() const
{
    ElementBuilder item(u"item"_s, kRosterNamespace);
    item.attribute(u"jid"_s, jid.toString());
    if (!name.isEmpty())
        item.attribute(u"name"_s, name);
    QStringList unique = groups;
    unique.removeAll(QString());
    unique.removeDuplicates(); // RFC 6121 2.1.2.6: duplicates are a bad request
    for (const QString &group : unique)
        item.textChild(u"group"_s, group);
    return item.build();
}

} // namespace tertulia
