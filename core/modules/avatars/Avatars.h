// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QHash>
#include <QQueue>
#include <QSet>

#include <functional>

namespace tertulia
{

struct AvatarMetadata;
class PepAvatarModule;
class RosterModule;
class VCardAvatarModule;

/// One picture per contact, wherever it comes from: XEP-0084 first, XEP-0153 for who has nothing else there,
/// or nothing that can be had (servers with XEP-0398 speak both). Nothing is fetched for strangers, nothing
/// from an external address, and at most four at a time (SECURITY A75).
class AvatarsModule : public Module
{
    Q_OBJECT
public:
    AvatarsModule(ModuleHost &host, RosterModule &roster, PepAvatarModule &pep, VCardAvatarModule &vcard,
                  QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// Tells whether the image with this hash is kept already, so that it need not be fetched again.
    void setHaveImage(std::function<bool(const QString &hash)> haveImage)
    {
        m_haveImage = std::move(haveImage);
    }

    /// The hash of a bare address's picture, or empty.
    [[nodiscard]] QString hashOf(const Jid &bare) const { return m_hashes.value(bare); }

Q_SIGNALS:
    /// The picture of a contact, or of the account itself, is now this one. `bytes` are checked (see
    /// isAcceptableAvatar()), or empty when the image is kept already; `hash` is empty when there is none any
    /// more.
    void avatarChanged(const tertulia::Jid &bare, const QString &hash, const QByteArray &bytes);

private:
    struct Wanted {
        Jid bare;
        QString hash;
        bool fromPep = false;

        bool operator==(const Wanted &) const = default;
        friend size_t qHash(const Wanted &wanted, size_t seed = 0)
        {
            return qHashMulti(seed, wanted.bare, wanted.hash, wanted.fromPep);
        }
    };
    struct StreamState {
        QSet<Jid> hasPep; ///< who speaks XEP-0084: their XEP-0153 hashes are not asked for
        QHash<Jid, QString> wanted; ///< the latest announced hash
        QHash<Jid, QString> cardHashes; ///< the latest of XEP-0153, wanted or not
        QQueue<Wanted> queue;
        QSet<Wanted> failed; ///< gave nothing good on this stream
        QSet<Wanted> running;
    };

    void announce(const Wanted &wanted);
    void fetchNext();
    void finish(const Wanted &wanted, const Result<QByteArray> &bytes);
    void setHash(const Jid &bare, const QString &hash, const QByteArray &bytes);

    RosterModule &m_roster;
    PepAvatarModule &m_pep;
    VCardAvatarModule &m_vcard;
    StreamState m_stream;
    QHash<Jid, QString> m_hashes;
    std::function<bool(const QString &)> m_haveImage;
};

} // namespace tertulia
