// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/MechanismChoice.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::array kScram{Mechanism::ScramSha512, Mechanism::ScramSha256, Mechanism::ScramSha1};

/// Sorted by octets (RFC 4790 9.3) and joined by U+001E.
QByteArray joined(const QStringList &names)
{
    QByteArrayList sorted;
    for (const QString &name : names)
        sorted.append(name.toUtf8());
    std::sort(sorted.begin(), sorted.end());
    return sorted.join('\x1e');
}

std::optional<Mechanism> strongest(const QStringList &offered, bool bound)
{
    for (const Mechanism mechanism : kScram)
        if (offered.contains(mechanismName(mechanism, bound)))
            return mechanism;
    return std::nullopt;
}

QByteArray commonType(const MechanismOffer &offer, const QList<QByteArray> &ours)
{
    if (!offer.bindingTypes)
        return ours.contains("tls-unique") ? QByteArray("tls-unique") : ours.first();
    for (const QByteArray &type : ours)
        if (offer.bindingTypes->contains(QLatin1String(type)))
            return type;
    return {};
}

Failure nothingAcceptable(const MechanismOffer &offer)
{
    return failure(ErrorCode::NoAcceptableMechanism, shownRemoteText(offer.mechanisms.join(u", "_s)));
}

Result<MechanismChoice> chosenByPerson(const MechanismOffer &offer, const MechanismPolicy &policy)
{
    if (!offer.mechanisms.contains(mechanismName(*policy.only)))
        return nothingAcceptable(offer);
    if (policy.requireBinding && *policy.only != Mechanism::External)
        return failure(ErrorCode::ChannelBindingMissing);
    return MechanismChoice{.mechanism = *policy.only};
}

} // namespace

QByteArray MechanismOffer::announcement() const
{
    QByteArray text = joined(mechanisms);
    if (bindingTypes)
        text += '\x1f' + joined(*bindingTypes);
    return text;
}

Result<MechanismChoice> chooseMechanism(const MechanismOffer &offer, const MechanismPolicy &policy)
{
    if (policy.only)
        return chosenByPerson(offer, policy);
    const auto bound = strongest(offer.mechanisms, true);
    const auto unbound = strongest(offer.mechanisms, false);
    // A mechanism we do not know may bind too, but says nothing about ours being stripped.
    const bool bindingOffered = std::any_of(offer.mechanisms.cbegin(), offer.mechanisms.cend(),
                                            [](const QString &name) { return name.endsWith("-PLUS"_L1); });
    const bool canBind = !policy.bindingTypes.isEmpty();

    MechanismChoice choice;
    if (canBind) {
        if (bindingOffered && !offer.bindingTypes && offer.sasl2)
            return failure(ErrorCode::AuthenticationDowngraded); // rule 4
        if (!bindingOffered && offer.bindingTypes)
            return failure(ErrorCode::AuthenticationDowngraded); // rule 5
        if (bound)
            choice.bindingType = commonType(offer, policy.bindingTypes);
        if (!choice.bindingType.isEmpty()) {
            choice.mechanism = *bound;
            choice.flag = Gs2Binding::Flag::Used;
            return choice;
        }
        if (bindingOffered)
            choice.needsProvenOffer = true; // rule 6
        else
            choice.flag = Gs2Binding::Flag::NotOffered; // rule 3
    }
    if (policy.requireBinding)
        return failure(ErrorCode::ChannelBindingMissing);
    if (unbound) {
        choice.mechanism = *unbound;
        return choice;
    }
    if (!offer.mechanisms.contains(mechanismName(Mechanism::Plain)))
        return nothingAcceptable(offer);
    // What can be bound is never given up for PLAIN.
    if (!policy.allowPlain || policy.scramWorked || choice.needsProvenOffer)
        return failure(ErrorCode::PlainNotAllowed);
    return MechanismChoice();
}

} // namespace tertulia
