// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/BuiltinModules.h"

#include "core/modules/avatars/Avatars.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/presence/Presence.h"
#include "core/modules/profile/ProfileModule.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"
#include "core/modules/xep0012_last/LastActivity.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0054_vcard/VCardModule.h"
#include "core/modules/xep0077_register/Register.h"
#include "core/modules/xep0084_avatar/PepAvatar.h"
#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "core/modules/xep0092_version/Version.h"
#include "core/modules/xep0115_caps/Caps.h"
#include "core/modules/xep0118_tune/TuneModule.h"
#include "core/modules/xep0145_notes/RosterNotes.h"
#include "core/modules/xep0153_vcardavatar/VCardAvatar.h"
#include "core/modules/xep0172_nick/Nick.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/modules/xep0199_ping/Ping.h"
#include "core/modules/xep0202_time/Time.h"
#include "core/modules/xep0280_carbons/Carbons.h"
#include "core/modules/xep0292_vcard4/VCard4Module.h"
#include "core/modules/xep0308_correction/Correction.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/modules/xep0333_markers/Markers.h"
#include "core/modules/xep0352_csi/ClientState.h"
#include "core/modules/xep0359_stableids/StableIds.h"
#include "core/modules/xep0382_spoiler/Spoiler.h"
#include "core/modules/xep0393_styling/Styling.h"
#include "core/modules/xep0424_retraction/Retraction.h"
#include "core/modules/xep0428_fallback/Fallback.h"
#include "core/modules/xep0431_fulltext/FullText.h"
#include "core/modules/xep0441_preferences/ArchivePreferences.h"
#include "core/modules/xep0444_reactions/Reactions.h"
#include "core/modules/xep0455_outage/Outage.h"
#include "core/modules/xep0461_reply/Reply.h"
#include "core/modules/xep0490_displayed/DisplayedSync.h"

namespace tertulia
{

std::vector<std::unique_ptr<Module>> makeBuiltinModules(ModuleHost &host)
{
    std::vector<std::unique_ptr<Module>> modules;
    const auto add = [&]<class M, class... Others>(std::type_identity<M>, Others &...others) -> M & {
        auto module = std::make_unique<M>(host, others...);
        M &made = *module;
        modules.push_back(std::move(module));
        return made;
    };
    // The order of a fresh start: who asks first is answered first, so that the server's features and the
    // roster are there before presence brings messages and contacts.
    auto &disco = add(std::type_identity<DiscoModule>());
    auto &roster = add(std::type_identity<RosterModule>());
    auto &carbons = add(std::type_identity<CarbonsModule>(), disco);
    auto &stableIds = add(std::type_identity<StableIdsModule>(), disco);
    auto &blocking = add(std::type_identity<BlockingModule>(), disco);
    auto &archive = add(std::type_identity<ArchiveModule>(), disco);
    add(std::type_identity<FullTextModule>(), disco, archive);
    add(std::type_identity<ArchivePreferencesModule>());
    auto &messaging = add(std::type_identity<MessagingModule>(), carbons, stableIds, blocking);
    add(std::type_identity<DisplayedSyncModule>(), disco);
    add(std::type_identity<ReceiptsModule>(), messaging);
    add(std::type_identity<MarkersModule>(), messaging, roster);
    add(std::type_identity<FallbackModule>());
    add(std::type_identity<ReplyModule>());
    add(std::type_identity<ReactionsModule>());
    add(std::type_identity<CorrectionModule>());
    add(std::type_identity<RetractionModule>());
    add(std::type_identity<StylingModule>());
    add(std::type_identity<SpoilerModule>());
    add(std::type_identity<SubscriptionModule>(), roster);
    auto &nick = add(std::type_identity<NickModule>(), roster);
    add(std::type_identity<PingModule>());
    add(std::type_identity<RegisterModule>());
    add(std::type_identity<ClientStateModule>());
    add(std::type_identity<OutageModule>(), disco);
    add(std::type_identity<VersionModule>());
    add(std::type_identity<TimeModule>());
    // What reads presence stands before it in the list, so that its old state is gone when new presence
    // comes.
    auto presence = std::make_unique<PresenceModule>(host, roster);
    auto &caps = add(std::type_identity<CapsModule>(), disco, *presence);
    add(std::type_identity<ChatStatesModule>(), messaging, *presence, caps);
    auto &vcard = add(std::type_identity<VCardModule>());
    auto &pepAvatar = add(std::type_identity<PepAvatarModule>());
    auto &vcardAvatar = add(std::type_identity<VCardAvatarModule>(), disco, *presence, vcard);
    add(std::type_identity<AvatarsModule>(), roster, pepAvatar, vcardAvatar);
    auto &vcard4 = add(std::type_identity<VCard4Module>());
    add(std::type_identity<RosterNotesModule>());
    add(std::type_identity<TuneModule>(), roster);
    add(std::type_identity<LastActivityModule>(), *presence);
    add(std::type_identity<ProfileModule>(), disco, vcard, vcard4, nick, pepAvatar);
    modules.push_back(std::move(presence));
    return modules;
}

} // namespace tertulia
