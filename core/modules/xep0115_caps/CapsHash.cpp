// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0115_caps/CapsHash.h"

#include "core/modules/xep0030_disco/DiscoNamespaces.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

namespace tertulia
{

namespace
{

/// UTF-8, since the order is that of octets (RFC 4790 9.3), which UTF-16 would not give.
using Octets = QList<QByteArray>;

bool sortUnique(Octets &list)
{
    std::sort(list.begin(), list.end());
    return std::adjacent_find(list.cbegin(), list.cend()) == list.cend();
}

struct Form {
    QByteArray type;
    QList<QPair<QByteArray, Octets>> fields; ///< without FORM_TYPE
};

Octets valuesOf(const XmlElement &field)
{
    Octets values;
    for (const XmlElement &value : field.children(u"value", kDataForms))
        values.append(value.text().toUtf8());
    return values;
}

/// Nothing for a form without a hidden FORM_TYPE, which XEP-0115 5.4 leaves out; an error for one that makes
/// the whole answer ill-formed.
Result<std::optional<Form>> formFrom(const XmlElement &element)
{
    std::optional<Form> form = Form{};
    bool typed = false;
    for (const XmlElement &field : element.children(u"field", kDataForms)) {
        Octets values = valuesOf(field);
        const QString var = field.attribute(u"var");
        if (var != u"FORM_TYPE") {
            std::sort(values.begin(), values.end());
            form->fields.append({var.toUtf8(), values});
            continue;
        }
        if (values.isEmpty())
            continue;
        if (std::any_of(values.cbegin(), values.cend(), [&](const auto &v) { return v != values.first(); }))
            return failure(ErrorCode::MalformedReply);
        typed = field.attribute(u"type") == u"hidden";
        form->type = values.first();
    }
    if (!typed)
        return std::optional<Form>();
    std::sort(form->fields.begin(), form->fields.end());
    return form;
}

} // namespace

Result<QString> capsHash(const DiscoInfo &info)
{
    Octets parts;
    const auto append = [&parts](const QByteArray &part) { parts.append(part); };

    Octets identities;
    for (const DiscoIdentity &identity : info.identities)
        identities.append(
            (identity.category + u'/' + identity.type + u'/' + identity.language + u'/' + identity.name)
                .toUtf8());
    Octets features;
    for (const QString &feature : info.features)
        features.append(feature.toUtf8());
    if (!sortUnique(identities) || !sortUnique(features))
        return failure(ErrorCode::MalformedReply);
    std::for_each(identities.cbegin(), identities.cend(), append);
    std::for_each(features.cbegin(), features.cend(), append);

    QList<Form> forms;
    for (const XmlElement &element : info.forms) {
        const auto form = formFrom(element);
        if (!form)
            return Failure(form.error());
        if (*form)
            forms.append(**form);
    }
    std::sort(forms.begin(), forms.end(), [](const Form &a, const Form &b) { return a.type < b.type; });
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (i > 0 && forms[i].type == forms[i - 1].type)
            return failure(ErrorCode::MalformedReply);
        append(forms[i].type);
        for (const auto &[var, values] : forms[i].fields) {
            append(var);
            std::for_each(values.cbegin(), values.cend(), append);
        }
    }

    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QByteArray &part : parts) {
        // The separator inside a part would let two different answers share one string (XEP-0115 8.2).
        if (part.contains('<'))
            return failure(ErrorCode::MalformedReply);
        hash.addData(part);
        hash.addData(QByteArrayView("<"));
    }
    return QString::fromLatin1(hash.result().toBase64());
}

} // namespace tertulia
