// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0490_displayed/DisplayedSync.h"

#include "core/base/Log.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/xml/ElementBuilder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kDisplayed = u"urn:xmpp:mds:displayed:0"_s;
const QString kStanzaIds = u"urn:xmpp:sid:0"_s;
constexpr qsizetype kMaxIdLength = 1'000;

/// Whether it may be that the server does not know what it is asked to promise.
bool mayBeTooMuch(ErrorCode code)
{
    return code == ErrorCode::StanzaResourceConstraint || code == ErrorCode::StanzaBadRequest
        || code == ErrorCode::StanzaNotAcceptable || code == ErrorCode::StanzaFeatureNotImplemented;
}

} // namespace

Result<DisplayedUpTo> DisplayedUpTo::fromItem(const PepEvent::Item &item)
{
    const auto chat = Jid::parse(item.id);
    const QList<XmlElement> ids = item.payload.children(u"stanza-id", kStanzaIds);
    if (!chat || !item.payload.is(u"displayed", kDisplayed) || ids.size() != 1)
        return failure(ErrorCode::MalformedReply);
    const auto by = Jid::parse(ids.first().attribute(u"by"));
    const QString id = ids.first().attribute(u"id");
    if (!by || id.isEmpty() || id.size() > kMaxIdLength)
        return failure(ErrorCode::MalformedReply);
    return DisplayedUpTo{*chat, id, *by};
}

XmlElement DisplayedUpTo::toPayload() const
{
    return ElementBuilder(u"displayed"_s, kDisplayed)
        .child(ElementBuilder(u"stanza-id"_s, kStanzaIds)
                   .attribute(u"by"_s, by.toString())
                   .attribute(u"id"_s, stanzaId)
                   .build())
        .build();
}

DisplayedSyncModule::DisplayedSyncModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
{
    const auto mayBeReady = [this] {
        if (isReady() && !std::exchange(m_wasReady, true))
            Q_EMIT ready();
    };
    connect(&disco, &DiscoModule::accountInfoKnown, this, mayBeReady);
    connect(&disco, &DiscoModule::serverInfoKnown, this, mayBeReady);
}

Manifest DisplayedSyncModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0490_displayed"_s;
    // Private: of nobody else's node does it mean anything (SECURITY A59).
    manifest.pepNodes.append({kDisplayed, Sender::OwnAccount, [this](const PepEvent &event) {
                                  for (const PepEvent::Item &item : event.items)
                                      take(item);
                              }});
    return manifest;
}

void DisplayedSyncModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed)
        return;
    m_stream = {};
    m_wasReady = false;
    ++m_streams;
    fetch();
}

void DisplayedSyncModule::fetch()
{
    fetchOwnItems(host(), this, kDisplayed)
        .then(this, [this, stream = m_streams](const Result<QList<PepEvent::Item>> &items) {
            if (stream != m_streams)
                return;
            if (!items) {
                qCInfo(logModules) << "what other devices have read is not known:" << int(items.error().code);
                return;
            }
            m_stream.fetched = true;
            for (const PepEvent::Item &item : *items)
                take(item);
            if (isReady() && !std::exchange(m_wasReady, true))
                Q_EMIT ready();
        });
}

void DisplayedSyncModule::take(const PepEvent::Item &item)
{
    const auto upTo = DisplayedUpTo::fromItem(item);
    if (upTo)
        Q_EMIT displayed(*upTo);
    else
        qCInfo(logModules) << "passed over a malformed item of what was read";
}

bool DisplayedSyncModule::isReady() const
{
    return host().isOnline() && m_stream.fetched && !m_stream.refused
        && (m_disco.accountInfo().hasFeature(kPublishOptions)
            || m_disco.serverInfo().hasFeature(kPublishOptions));
}

void DisplayedSyncModule::tell(const DisplayedUpTo &displayed)
{
    if (!isReady())
        return;
    m_stream.waiting.removeIf([&](const DisplayedUpTo &other) { return other.chat == displayed.chat; });
    m_stream.waiting.append(displayed);
    sendNext();
}

void DisplayedSyncModule::sendNext()
{
    if (m_stream.onTheWire || m_stream.waiting.isEmpty() || m_stream.refused)
        return;
    m_stream.onTheWire = m_stream.waiting.takeFirst();
    publishPrivateItem(host(), this, kDisplayed, m_stream.onTheWire->chat.toString(),
                       m_stream.onTheWire->toPayload(), m_stream.promise)
        .then(this, [this, stream = m_streams](const Result<void> &result) {
            if (stream == m_streams)
                published(result);
        });
}

void DisplayedSyncModule::published(const Result<void> &result)
{
    const DisplayedUpTo sent = *std::exchange(m_stream.onTheWire, {});
    if (result) {
        Q_EMIT told(sent);
        // Room for more than the last item can only be asked for separately.
        if (m_stream.promise == NodePromise::Privacy && !m_stream.configured)
            configure(false);
    } else if (result.error().code == ErrorCode::StanzaConflict) {
        // The node is another than it has to be: made by something else, perhaps open to others.
        if (m_stream.configured) {
            m_stream.refused = true;
            qCWarning(logModules) << "what was read is not published: its node would not be private";
            return;
        }
        m_stream.waiting.prepend(sent);
        configure(true);
        return;
    } else if (m_stream.promise == NodePromise::Whole && mayBeTooMuch(result.error().code)) {
        m_stream.promise = NodePromise::Privacy;
        m_stream.waiting.prepend(sent);
    } else if (result.error().code != ErrorCode::NotConnected) {
        qCWarning(logModules) << "what was read could not be published:" << int(result.error().code);
    }
    sendNext();
}

void DisplayedSyncModule::configure(bool forPrivacy)
{
    m_stream.configured = true;
    configurePrivateNode(host(), this, kDisplayed)
        .then(this, [this, forPrivacy, stream = m_streams](const Result<void> &result) {
            if (stream != m_streams)
                return;
            if (!result)
                qCWarning(logModules)
                    << "the node of what was read cannot be configured:" << int(result.error().code);
            m_stream.refused = forPrivacy && !result;
            sendNext();
        });
}

} // namespace tertulia
