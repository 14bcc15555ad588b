// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0118_tune/TuneModule.h"

#include "core/modules/roster/Roster.h"
#include "core/modules/xep0060_pubsub/PepItems.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Tells our tunes from those that other programs of the account publish.
const QString kItem = u"tertulia"_s;
constexpr std::chrono::seconds kSettled{5};

} // namespace

TuneModule::TuneModule(ModuleHost &host, RosterModule &roster, QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
{
}

Manifest TuneModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0118_tune"_s;
    manifest.pepNodes.append(
        {kTuneNode, Sender::Anyone, [this](const PepEvent &event) { handleEvent(event); }});
    return manifest;
}

void TuneModule::streamStarted(StreamStart start)
{
    if (start == StreamStart::Resumed) {
        // The change came, and its five seconds went by, while there was no connection.
        if (!m_wait.isActive() && m_told && *m_told != m_own)
            tell(m_own);
        return;
    }
    m_heardOwn = false;
    m_wait.stop();
    if (m_told != m_own)
        tell(m_own);
}

void TuneModule::handleEvent(const PepEvent &event)
{
    if (event.sender == host().ownJid().bare()) {
        handleOwn(event);
        return;
    }
    if (!m_roster.contains(event.sender))
        return;
    if (event.items.isEmpty()) {
        if (!event.retracted.isEmpty())
            Q_EMIT tuneChanged(event.sender, {});
        return;
    }
    if (const auto tune = Tune::fromXml(event.items.last().payload))
        Q_EMIT tuneChanged(event.sender, *tune);
}

void TuneModule::handleOwn(const PepEvent &event)
{
    // Only what the stream begins with can be a leftover; later news are another device's.
    if (std::exchange(m_heardOwn, true) || !m_own.isEmpty() || event.items.isEmpty()
        || event.items.last().id != kItem)
        return;
    const auto left = Tune::fromXml(event.items.last().payload);
    if (left && !left->isEmpty())
        tell({});
}

void TuneModule::setOwn(const Tune &tune)
{
    if (tune == m_own)
        return;
    m_own = tune;
    m_wait = host().timers().after(kSettled, [this] {
        if (m_told != m_own && host().isOnline())
            tell(m_own);
    });
}

void TuneModule::leave()
{
    m_wait.stop();
    if (m_told != Tune{} && host().isOnline())
        tell({});
}

void TuneModule::tell(const Tune &tune)
{
    m_told = tune;
    m_heardOwn = true;
    // For contacts only, as every node is that nobody asked to be otherwise (XEP-0163 3).
    publishPepItem(host(), this, kTuneNode, kItem, tune.toElement())
        .then(this, [this, telling = ++m_tellings](const Result<void> &done) {
            if (!done && telling == m_tellings)
                m_told.reset();
        });
}

} // namespace tertulia
