// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0012_last/LastActivity.h"

#include "core/base/CheckedNumber.h"
#include "core/base/Clock.h"
#include "core/modules/presence/Presence.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kLast = u"jabber:iq:last"_s;
/// Nobody has been away for longer than there is XMPP.
constexpr qint64 kLongest = qint64(100) * 366 * 24 * 60 * 60;

} // namespace

Result<LastActivity> LastActivity::fromXml(const XmlElement &query)
{
    const auto seconds = checkedNumber(query.attribute(u"seconds"), 0, kLongest);
    if (!query.is(u"query", kLast) || !seconds)
        return failure(ErrorCode::MalformedReply);
    return LastActivity{*seconds, shownRemoteText(query.text())};
}

LastActivityModule::LastActivityModule(ModuleHost &host, PresenceModule &presence, QObject *parent)
    : Module(host, parent)
    , m_presence(presence)
{
}

Manifest LastActivityModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0012_last"_s;
    manifest.features.append(kLast);
    manifest.iqs.append({Iq::Type::Get, u"query"_s, kLast, Sender::Contact | Sender::OwnResource,
                         [this](const Iq &) { return answer(); }});
    return manifest;
}

IqRoute::Answer LastActivityModule::answer() const
{
    if (!m_presence.tellsIdle())
        return std::unexpected(StanzaError::serviceUnavailable());
    const QDateTime since = m_presence.toldIdleSince();
    const qint64 seconds = since.isValid() ? std::max<qint64>(0, since.secsTo(host().clock().now())) : 0;
    return XmlElement(u"query"_s, kLast, {{u"seconds"_s, {}, QString::number(seconds)}});
}

Task<LastActivity> LastActivityModule::ask(const Jid &jid)
{
    Iq iq;
    iq.to = jid;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"query"_s, kLast);
    return host().request(iq).map(this, &LastActivity::fromXml);
}

} // namespace tertulia
