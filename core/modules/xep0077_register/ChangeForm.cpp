// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0077_register/ChangeForm.h"

#include "core/xml/ElementBuilder.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kDataForms = u"jabber:x:data"_s;
const QString kFormType = u"jabber:iq:register:changepassword"_s;
constexpr qsizetype kMostFields = 100; ///< no server asks as much to change a password

XmlElement formIn(const XmlElement &payload)
{
    const XmlElement form = payload.child(u"x", kDataForms);
    return payload.is(u"query", kRegister) && form.attribute(u"type") == u"form" ? form : XmlElement();
}

XmlElement field(const QString &name, const QString &type, const QString &value)
{
    return ElementBuilder(u"field"_s, kDataForms)
        .attribute(u"var"_s, name)
        .attribute(u"type"_s, type)
        .textChild(u"value"_s, value)
        .build();
}

} // namespace

bool asksForForm(const XmlElement &payload)
{
    return !formIn(payload).isNull();
}

Result<XmlElement> filledForm(const XmlElement &payload, const PasswordPair &passwords)
{
    ElementBuilder answer(u"x"_s, kDataForms);
    answer.attribute(u"type"_s, u"submit"_s);
    bool isOurs = false;
    bool takesPassword = false;
    QStringList unknown;
    QSet<QString> names;
    const auto fields = formIn(payload).children(u"field", kDataForms);
    if (fields.size() > kMostFields)
        return failure(ErrorCode::MalformedReply, kDataForms);
    for (const XmlElement &each : fields) {
        const QString name = each.attribute(u"var");
        if (!name.isEmpty()) {
            if (names.contains(name)) // XEP-0004 3.2; which of two would be meant?
                return failure(ErrorCode::MalformedReply, kDataForms);
            names.insert(name);
        }
        const QString type = each.attribute(u"type");
        const QString given = each.childText(u"value", kDataForms);
        const bool text = type == u"text-single" || type == u"text-private" || type == u"jid-single";
        if (name == u"FORM_TYPE") {
            isOurs = given == kFormType;
            answer.child(field(name, u"hidden"_s, given));
        } else if (type == u"hidden") {
            answer.child(field(name, type, given)); // XEP-0004 3.3: goes back as it came
        } else if (name == u"username" && text) {
            answer.child(field(name, type, passwords.account.toString()));
        } else if (name == u"old_password" && text) {
            answer.child(field(name, type, passwords.current));
        } else if (name == u"password" && text) {
            takesPassword = true;
            answer.child(field(name, type, passwords.wanted));
        } else if (!each.child(u"required", kDataForms).isNull()) {
            const QString label = each.attribute(u"label");
            unknown.append(label.isEmpty() ? name : label);
        }
    }
    if (!isOurs || !takesPassword)
        return failure(ErrorCode::MalformedReply, kDataForms);
    if (!unknown.isEmpty())
        return failure(ErrorCode::PasswordChangeNeedsMore, shownRemoteText(unknown.join(u", "_s)));
    return ElementBuilder(u"query"_s, kRegister).child(answer.build()).build();
}

} // namespace tertulia
