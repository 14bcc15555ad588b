// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/profile/ProfileModule.h"

#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0054_vcard/VCardModule.h"
#include "core/modules/xep0054_vcard/VCardProfile.h"
#include "core/modules/xep0060_pubsub/PepItems.h"
#include "core/modules/xep0060_pubsub/PrivateNode.h"
#include "core/modules/xep0084_avatar/PepAvatar.h"
#include "core/modules/xep0172_nick/Nick.h"
#include "core/modules/xep0292_vcard4/VCard4.h"
#include "core/modules/xep0292_vcard4/VCard4Module.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kConversion = u"urn:xmpp:pep-vcard-conversion:0"_s;

using Step = std::function<Task<void>()>;

/// Runs one step after the other until one fails.
void runSteps(QObject *context, std::vector<Step> steps, const std::shared_ptr<Promise<void>> &promise)
{
    if (steps.empty()) {
        promise->finish({});
        return;
    }
    Step first = std::move(steps.front());
    steps.erase(steps.begin());
    first().then(context, [context, steps = std::move(steps), promise](const Result<void> &done) {
        if (done)
            runSteps(context, steps, promise);
        else
            promise->finish(done);
    });
}

Task<void> inOrder(QObject *context, std::vector<Step> steps)
{
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    runSteps(context, std::move(steps), promise);
    return task;
}

/// Passes an error on, unless the server does not offer what was asked for; `missing` is told of that.
Task<void> goOnWithout(QObject *context, Task<void> step, std::function<void(const Error &)> missing)
{
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    std::move(step).then(context, [promise, missing = std::move(missing)](const Result<void> &done) {
        if (done || !isNotOffered(done.error().code)) {
            promise->finish(done);
            return;
        }
        missing(done.error());
        promise->finish({});
    });
    return task;
}

/// What everybody may know of somebody who shows the rest to contacts alone.
Profile namesOf(const Profile &profile)
{
    Profile names;
    names.fullName = profile.fullName;
    names.nickname = profile.nickname;
    return names;
}

/// What goes on the card that everybody can read.
Profile shownToAll(const OwnProfile &profile)
{
    return profile.audience == ProfileAudience::Everybody ? profile.profile : namesOf(profile.profile);
}

} // namespace

/// The account's own cards as they were found, and what became of writing them.
struct ProfileModule::Cards {
    XmlElement card4;
    XmlElement card;
    bool cardIsOffered = false; ///< the server keeps cards of XEP-0054
    bool written = false; ///< one of them, or the nickname
    std::optional<Error> missing; ///< what the server said last of what it does not offer
};

OwnProfile ProfileModule::ownProfileOf(const Cards &cards, const std::optional<ProfileAudience> &audience)
{
    const Profile shown = profileOfCard(cards.card);
    const Profile profile = profileOfCard4(cards.card4);
    // Where there is but the old card, everybody could read what stands there so far.
    const ProfileAudience present = shown.isEmpty() ? ProfileAudience::Contacts : ProfileAudience::Everybody;
    return {profile.isEmpty() ? shown : profile, audience.value_or(present)};
}

ProfileModule::ProfileModule(ModuleHost &host, DiscoModule &disco, VCardModule &vcard, VCard4Module &vcard4,
                             NickModule &nick, PepAvatarModule &avatar, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
    , m_vcard(vcard)
    , m_vcard4(vcard4)
    , m_nick(nick)
    , m_avatar(avatar)
{
}

Manifest ProfileModule::manifest()
{
    Manifest manifest;
    manifest.name = u"profile"_s;
    return manifest;
}

bool ProfileModule::checksOptions() const
{
    return m_disco.accountInfo().hasFeature(kPublishOptions)
        || m_disco.serverInfo().hasFeature(kPublishOptions);
}

Task<Profile> ProfileModule::fetch(const Jid &bare)
{
    auto promise = std::make_shared<Promise<Profile>>();
    auto task = promise->task();
    m_vcard4.fetchCard(bare).then(this, [this, bare, promise](const Result<XmlElement> &card4) {
        if (card4) {
            if (const Profile profile = profileOfCard4(*card4); !profile.isEmpty()) {
                promise->finish(profile);
                return;
            }
        }
        m_vcard.fetchCard(bare).then(this,
                                     [promise, asked = card4.has_value()](const Result<XmlElement> &card) {
                                         if (card)
                                             promise->finish(profileOfCard(*card));
                                         else if (asked)
                                             promise->finish(Profile{});
                                         else
                                             promise->finish(Failure(card.error()));
                                     });
    });
    return task;
}

Task<OwnProfile> ProfileModule::fetchOwn()
{
    // What cannot be read is not taken for empty: it would be written back.
    auto cards = std::make_shared<Cards>();
    auto profile = std::make_shared<OwnProfile>();
    return inOrder(this,
                   {[this, cards] { return fetchCards(cards); },
                    [this, cards, profile] {
                        return m_vcard4.fetchAudience().map(
                            this, [cards, profile](const std::optional<ProfileAudience> &audience) {
                                *profile = ownProfileOf(*cards, audience);
                            });
                    }})
        .map(this, [profile] { return *profile; });
}

Task<void> ProfileModule::fetchCards(const std::shared_ptr<Cards> &cards)
{
    const Jid own = host().ownJid().bare();
    return inOrder(this,
                   {[this, own, cards] {
                        return m_vcard4.fetchCard(own).map(
                            this, [cards](const XmlElement &card) { cards->card4 = card; });
                    },
                    [this, own, cards] {
                        return goOnWithout(this,
                                           m_vcard.fetchCard(own).map(this,
                                                                      [cards](const XmlElement &card) {
                                                                          cards->card = card;
                                                                          cards->cardIsOffered = true;
                                                                      }),
                                           [cards](const Error &error) { cards->missing = error; });
                    }});
}

Task<void> ProfileModule::publish(const OwnProfile &profile)
{
    auto cards = std::make_shared<Cards>();
    const auto write = [this, cards](Task<void> writing) {
        return goOnWithout(this, std::move(writing).map(this, [cards] { cards->written = true; }),
                           [cards](const Error &error) { cards->missing = error; });
    };
    // The vCard4 comes after the old card: servers that make the one of the other would leave on it what is
    // for everybody (Prosody's mod_vcard_legacy). What other programs wrote on them stays.
    return inOrder(this,
                   {[this, cards] { return fetchCards(cards); },
                    [this, cards, profile, write] {
                        return cards->cardIsOffered
                            ? write(m_vcard.publish(cardWithProfile(cards->card, shownToAll(profile))))
                            : Task<void>::completed({});
                    },
                    [this, cards, profile, write] {
                        return write(m_vcard4.publish(card4WithProfile(cards->card4, profile.profile),
                                                      profile.audience, checksOptions()));
                    },
                    [this, profile, write] { return write(m_nick.publish(profile.profile.nickname)); },
                    [cards] {
                        return Task<void>::completed(cards->written ? Result<void>()
                                                                    : Result<void>(Failure(*cards->missing)));
                    }});
}

Task<void> ProfileModule::publishPicture(const OwnPicture &picture)
{
    std::vector<Step> steps{[this, picture] { return m_avatar.publish(picture, checksOptions()); }};
    if (!m_disco.accountInfo().hasFeature(kConversion))
        steps.emplace_back([this, picture] { return publishPhoto(picture); });
    return inOrder(this, std::move(steps));
}

Task<void> ProfileModule::publishPhoto(const OwnPicture &picture)
{
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    m_vcard.fetchCard(host().ownJid().bare())
        .then(this, [this, promise, picture](const Result<XmlElement> &card) {
            if (!card) {
                promise->finish(Failure(card.error()));
                return;
            }
            m_vcard.publish(cardWithPhoto(*card, picture.png, u"image/png"_s))
                .then(this, [promise](const Result<void> &done) { promise->finish(done); });
        });
    return task;
}

} // namespace tertulia
