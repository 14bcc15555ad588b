// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/avatars/Avatars.h"

#include "core/base/Log.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0084_avatar/PepAvatar.h"
#include "core/modules/xep0153_vcardavatar/VCardAvatar.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kParallelFetches = 4;

} // namespace

AvatarsModule::AvatarsModule(ModuleHost &host, RosterModule &roster, PepAvatarModule &pep,
                             VCardAvatarModule &vcard, QObject *parent)
    : Module(host, parent)
    , m_roster(roster)
    , m_pep(pep)
    , m_vcard(vcard)
{
    connect(
        &pep, &PepAvatarModule::metadataChanged, this,
        [this](const Jid &bare, const AvatarMetadata &metadata) { announce({bare, metadata.hash, true}); });
    connect(&vcard, &VCardAvatarModule::hashAnnounced, this,
            [this](const Jid &bare, const QString &hash) { announce({bare, hash, false}); });
}

Manifest AvatarsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"avatars"_s;
    return manifest;
}

void AvatarsModule::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed)
        m_stream = {};
}

void AvatarsModule::announce(const Wanted &wanted)
{
    if (wanted.bare != host().ownJid().bare() && !m_roster.contains(wanted.bare))
        return;
    if (wanted.fromPep) {
        m_stream.hasPep.insert(wanted.bare);
    } else {
        if (wanted.hash.isEmpty())
            m_stream.cardHashes.remove(wanted.bare);
        else
            m_stream.cardHashes.insert(wanted.bare, wanted.hash);
        if (m_stream.hasPep.contains(wanted.bare))
            return;
    }
    m_stream.wanted.insert(wanted.bare, wanted.hash);
    if (m_hashes.value(wanted.bare) == wanted.hash)
        return;
    if (wanted.hash.isEmpty() || (m_haveImage && m_haveImage(wanted.hash))) {
        setHash(wanted.bare, wanted.hash, {});
        return;
    }
    if (m_stream.failed.contains(wanted) || m_stream.running.contains(wanted)
        || m_stream.queue.contains(wanted))
        return;
    m_stream.queue.enqueue(wanted);
    fetchNext();
}

void AvatarsModule::fetchNext()
{
    while (m_stream.running.size() < kParallelFetches && !m_stream.queue.isEmpty()) {
        const Wanted wanted = m_stream.queue.dequeue();
        if (m_stream.wanted.value(wanted.bare) != wanted.hash || m_hashes.value(wanted.bare) == wanted.hash)
            continue;
        m_stream.running.insert(wanted);
        auto task = wanted.fromPep ? m_pep.fetch(wanted.bare, wanted.hash)
                                   : m_vcard.fetch(wanted.bare, wanted.hash);
        std::move(task).then(this,
                             [this, wanted](const Result<QByteArray> &bytes) { finish(wanted, bytes); });
    }
}

void AvatarsModule::finish(const Wanted &wanted, const Result<QByteArray> &bytes)
{
    m_stream.running.remove(wanted);
    if (!bytes) {
        qCDebug(logModules) << "no good avatar came";
        m_stream.failed.insert(wanted);
        // Who may not read the node, or finds nothing good there, may still see the card (XEP-0153).
        const QString onCard = m_stream.cardHashes.value(wanted.bare);
        if (wanted.fromPep && !onCard.isEmpty() && m_stream.wanted.value(wanted.bare) == wanted.hash) {
            m_stream.hasPep.remove(wanted.bare);
            announce({wanted.bare, onCard, false});
        }
    } else if (m_stream.wanted.value(wanted.bare) == wanted.hash) {
        setHash(wanted.bare, wanted.hash, *bytes);
    }
    fetchNext();
}

void AvatarsModule::setHash(const Jid &bare, const QString &hash, const QByteArray &bytes)
{
    if (m_hashes.value(bare) == hash)
        return;
    m_hashes.insert(bare, hash);
    if (bare == host().ownJid().bare())
        m_vcard.setOwnHash(hash);
    Q_EMIT avatarChanged(bare, hash, bytes);
}

} // namespace tertulia
