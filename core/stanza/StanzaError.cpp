// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/StanzaError.h"

#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::array<std::pair<QStringView, ErrorCode>, 22> kConditions{{
    {u"bad-request", ErrorCode::StanzaBadRequest},
    {u"conflict", ErrorCode::StanzaConflict},
    {u"feature-not-implemented", ErrorCode::StanzaFeatureNotImplemented},
    {u"forbidden", ErrorCode::StanzaForbidden},
    {u"gone", ErrorCode::StanzaGone},
    {u"internal-server-error", ErrorCode::StanzaInternalServerError},
    {u"item-not-found", ErrorCode::StanzaItemNotFound},
    {u"jid-malformed", ErrorCode::StanzaJidMalformed},
    {u"not-acceptable", ErrorCode::StanzaNotAcceptable},
    {u"not-allowed", ErrorCode::StanzaNotAllowed},
    {u"not-authorized", ErrorCode::StanzaNotAuthorized},
    {u"policy-violation", ErrorCode::StanzaPolicyViolation},
    {u"recipient-unavailable", ErrorCode::StanzaRecipientUnavailable},
    {u"redirect", ErrorCode::StanzaRedirect},
    {u"registration-required", ErrorCode::StanzaRegistrationRequired},
    {u"remote-server-not-found", ErrorCode::StanzaRemoteServerNotFound},
    {u"remote-server-timeout", ErrorCode::StanzaRemoteServerTimeout},
    {u"resource-constraint", ErrorCode::StanzaResourceConstraint},
    {u"service-unavailable", ErrorCode::StanzaServiceUnavailable},
    {u"subscription-required", ErrorCode::StanzaSubscriptionRequired},
    {u"undefined-condition", ErrorCode::StanzaUndefinedCondition},
    {u"unexpected-request", ErrorCode::StanzaUnexpectedRequest},
}};

constexpr std::array<std::pair<QStringView, StanzaError::Type>, 5> kTypes{{
    {u"auth", StanzaError::Type::Auth},
    {u"cancel", StanzaError::Type::Cancel},
    {u"continue", StanzaError::Type::Continue},
    {u"modify", StanzaError::Type::Modify},
    {u"wait", StanzaError::Type::Wait},
}};

template <class Table, class Value>
QStringView nameOf(const Table &table, Value value, QStringView otherwise)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [value](const auto &e) { return e.second == value; });
    return found == table.end() ? otherwise : found->first;
}

template <class Table, class Value>
Value valueOf(const Table &table, QStringView name, Value otherwise)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [name](const auto &e) { return e.first == name; });
    return found == table.end() ? otherwise : found->second;
}

} // namespace

StanzaError StanzaError::fromXml(const XmlElement &error)
{
    StanzaError result;
    if (error.isNull())
        return result;
    result.type = valueOf(kTypes, error.attribute(u"type"), Type::Cancel);
    bool conditionSeen = false;
    bool textSeen = false;
    for (const XmlElement &child : error.children()) {
        if (child.namespaceUri() != ns::kStanzaErrors) {
            result.applicationConditions.append(child);
        } else if (child.name() == u"text") {
            if (!std::exchange(textSeen, true))
                result.text = shownRemoteText(child.text());
        } else if (!std::exchange(conditionSeen, true)) {
            result.condition = valueOf(kConditions, child.name(), ErrorCode::StanzaUndefinedCondition);
        }
    }
    return result;
}

void StanzaError::toXml(XmlWriter &writer) const
{
    writer.start(u"error", ns::kClient).attribute(u"type", nameOf(kTypes, type, u"cancel").toString());
    writer.emptyElement(nameOf(kConditions, condition, u"undefined-condition"), ns::kStanzaErrors);
    if (!text.isEmpty())
        writer.textElement(u"text", ns::kStanzaErrors, text);
    for (const XmlElement &child : applicationConditions)
        writer.element(child);
    writer.end();
}

} // namespace tertulia
