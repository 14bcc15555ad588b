// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0377_reporting/Report.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

XmlElement Report::toElement() const
{
    ElementBuilder report(u"report"_s, kReporting);
    report.attribute(u"reason"_s,
                     reason == ReportReason::Abuse ? u"urn:xmpp:reporting:abuse"_s
                                                   : u"urn:xmpp:reporting:spam"_s);
    for (const Evidence &message : messages)
        report.child(XmlElement(u"stanza-id"_s, u"urn:xmpp:sid:0"_s,
                                {{u"by"_s, {}, message.by.toString()}, {u"id"_s, {}, message.stanzaId}}));
    return report.build();
}

} // namespace tertulia
