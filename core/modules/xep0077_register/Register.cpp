// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0077_register/Register.h"

#include "core/xml/ElementBuilder.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

Result<void> verdictOf(const Iq &answer)
{
    if (answer.type == Iq::Type::Result)
        return {};
    Error error = answer.error.value_or(StanzaError()).toError();
    switch (error.code) {
    case ErrorCode::StanzaNotAllowed:
    case ErrorCode::StanzaNotAuthorized: // "does not consider the channel safe enough"
    case ErrorCode::StanzaForbidden:
    case ErrorCode::StanzaServiceUnavailable:
    case ErrorCode::StanzaFeatureNotImplemented:
        error.code = ErrorCode::PasswordChangeNotOffered;
        break;
    case ErrorCode::StanzaNotAcceptable:
    case ErrorCode::StanzaPolicyViolation:
        error.code = ErrorCode::NewPasswordRefused;
        break;
    default:
        break;
    }
    return Failure(error);
}

} // namespace

Manifest RegisterModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0077_register"_s;
    return manifest;
}

Task<Iq> RegisterModule::ask(const XmlElement &query)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.to = host().ownJid().domainOnly();
    iq.payload = query;
    return host().exchange(iq);
}

Task<void> RegisterModule::changePassword(const QString &current, const QString &wanted)
{
    const PasswordPair passwords{host().ownJid().bare(), current, wanted};
    // An empty one would change nothing, and be answered as if it had.
    if (wanted.isEmpty())
        return Task<void>::completed(failure(ErrorCode::NewPasswordRefused));
    auto done = std::make_shared<Promise<void>>();
    auto task = done->task();
    ask(ElementBuilder(u"query"_s, kRegister)
            .textChild(u"username"_s, passwords.account.localpart())
            .textChild(u"password"_s, wanted)
            .build())
        .then(this, [this, passwords, done](const Result<Iq> &answer) {
            if (!answer) {
                done->finish(Failure(answer.error()));
                return;
            }
            if (answer->type == Iq::Type::Result || !asksForForm(answer->payload)) {
                done->finish(verdictOf(*answer));
                return;
            }
            const auto form = filledForm(answer->payload, passwords);
            if (!form) {
                done->finish(Failure(form.error()));
                return;
            }
            ask(*form).then(this, [done](const Result<Iq> &second) {
                done->finish(second ? verdictOf(*second) : Failure(second.error()));
            });
        });
    return task;
}

} // namespace tertulia
