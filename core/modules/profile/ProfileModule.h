// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/cards/Profile.h"
#include "core/modules/xep0084_avatar/OwnPicture.h"
#include "core/stream/Module.h"

#include <memory>
#include <optional>

namespace tertulia
{

class DiscoModule;
class NickModule;
class PepAvatarModule;
class VCard4Module;
class VCardModule;

/// What the account's person is to be seen as, with who may see it.
struct OwnProfile {
    Profile profile = {};
    ProfileAudience audience = ProfileAudience::Contacts;

    bool operator==(const OwnProfile &) const = default;
};

/// Cards of people, wherever they stand (XEP-0292 first, XEP-0054 for who has no other), and the account's
/// own on both, with its nickname (XEP-0172) and its picture (XEP-0084; XEP-0054 where the server does not
/// carry it over by XEP-0398).
class ProfileModule : public Module
{
    Q_OBJECT
public:
    ProfileModule(ModuleHost &host, DiscoModule &disco, VCardModule &vcard, VCard4Module &vcard4,
                  NickModule &nick, PepAvatarModule &avatar, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// What somebody tells of themselves; empty if nothing. An error only if neither card could be asked for.
    [[nodiscard]] Task<Profile> fetch(const Jid &bare);
    /// The account's own, as it can be edited. An error if any part could not be asked for.
    [[nodiscard]] Task<OwnProfile> fetchOwn();
    /// Puts it on both cards. Everybody can read a vCard of XEP-0054, so one that is for contacts only has no
    /// more there than the names. A card that the server does not offer is left out, which is an error only
    /// if nothing else could be written either. Ends with the first other error; what was published before it
    /// stays.
    [[nodiscard]] Task<void> publish(const OwnProfile &profile);
    /// Shows this picture; an empty one takes the present one down.
    [[nodiscard]] Task<void> publishPicture(const OwnPicture &picture);

private:
    struct Cards;
    Task<void> fetchCards(const std::shared_ptr<Cards> &cards);
    static OwnProfile ownProfileOf(const Cards &cards, const std::optional<ProfileAudience> &audience);
    Task<void> publishPhoto(const OwnPicture &picture);
    [[nodiscard]] bool checksOptions() const;

    DiscoModule &m_disco;
    VCardModule &m_vcard;
    VCard4Module &m_vcard4;
    NickModule &m_nick;
    PepAvatarModule &m_avatar;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::OwnProfile)
