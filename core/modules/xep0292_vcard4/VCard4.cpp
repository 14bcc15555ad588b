// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0292_vcard4/VCard4.h"

#include "core/modules/cards/CardEdit.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kTel = u"tel:"_s;

/// The value of a property, of whichever type it is written.
QString valueOf(const XmlElement &property)
{
    for (const XmlElement &value : property.children()) {
        if (value.namespaceUri() == kVCard4 && value.name() != "parameters"_L1)
            return value.text().trimmed().left(Profile::kMaxText);
    }
    return {};
}

QString valueOf(const XmlElement &card, QStringView name)
{
    return valueOf(card.child(name, kVCard4));
}

QStringList valuesOf(const XmlElement &card, QStringView name)
{
    QStringList values;
    for (const XmlElement &property : card.children(name, kVCard4)) {
        const QString value = valueOf(property);
        if (!value.isEmpty() && values.size() < Profile::kMaxEntries)
            values.append(value);
    }
    return values;
}

QString partOf(const XmlElement &parent, QStringView name)
{
    return parent.childText(name, kVCard4).trimmed().left(Profile::kMaxText);
}

PostalAddress addressOf(const XmlElement &card)
{
    const XmlElement adr = card.child(u"adr", kVCard4);
    return {partOf(adr, u"street"), partOf(adr, u"locality"), partOf(adr, u"region"), partOf(adr, u"code"),
            partOf(adr, u"country")};
}

XmlElement property(const QString &name, const QString &type, const QString &value)
{
    return ElementBuilder(name, kVCard4).textChild(type, value).build();
}

/// RFC 6350 4.3.1: a date is a date or is written as text.
XmlElement birthdayElement(const QString &birthday)
{
    return property(u"bday"_s, QDate::fromString(birthday, Qt::ISODate).isValid() ? u"date"_s : u"text"_s,
                    birthday);
}

/// A number with digits and usual marks is a tel: URI (RFC 6350 6.4.1); anything else is text.
XmlElement phoneElement(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isSpace() || c == u'/')
            continue;
        if (c.unicode() > 0x7e || !(c.isDigit() || u"+-().*#"_s.contains(c)))
            return property(u"tel"_s, u"text"_s, phone);
        digits += c;
    }
    return property(u"tel"_s, u"uri"_s, QString(kTel + digits));
}

XmlElement addressElement(const PostalAddress &address)
{
    ElementBuilder adr(u"adr"_s, kVCard4);
    adr.child(
        ElementBuilder(u"parameters"_s, kVCard4).child(property(u"type"_s, u"text"_s, u"home"_s)).build());
    // RFC 6351 5: all seven parts stand there.
    for (const auto &[name, text] : {std::pair{u"pobox"_s, QString()},
                                     {u"ext"_s, QString()},
                                     {u"street"_s, address.street},
                                     {u"locality"_s, address.locality},
                                     {u"region"_s, address.region},
                                     {u"code"_s, address.code},
                                     {u"country"_s, address.country}})
        adr.textChild(name, text);
    return adr.build();
}

} // namespace

Profile profileOfCard4(const XmlElement &card)
{
    Profile profile;
    if (!card.is(u"vcard", kVCard4))
        return profile;
    profile.fullName = valueOf(card, u"fn");
    profile.nickname = valueOf(card, u"nickname");
    profile.birthday = valueOf(card, u"bday");
    profile.organization = valueOf(card, u"org");
    profile.title = valueOf(card, u"title");
    profile.role = valueOf(card, u"role");
    profile.note = valueOf(card, u"note");
    profile.emails = valuesOf(card, u"email");
    profile.phones = valuesOf(card, u"tel");
    for (QString &phone : profile.phones) {
        if (phone.startsWith(kTel, Qt::CaseInsensitive))
            phone.remove(0, kTel.size());
    }
    profile.urls = valuesOf(card, u"url");
    profile.address = addressOf(card);
    return profile;
}

XmlElement card4WithProfile(const XmlElement &card, const Profile &profile)
{
    const Profile before = profileOfCard4(card);
    CardEdit edit(card, u"vcard"_s, kVCard4);
    const auto text = [&](const QString &name, QString Profile::*field) {
        if (before.*field != profile.*field)
            edit.set(name, u"text"_s, profile.*field);
    };
    text(u"fn"_s, &Profile::fullName);
    if (before.fullName != profile.fullName)
        edit.replace(u"n"_s, {});
    text(u"nickname"_s, &Profile::nickname);
    text(u"org"_s, &Profile::organization);
    text(u"title"_s, &Profile::title);
    text(u"role"_s, &Profile::role);
    text(u"note"_s, &Profile::note);
    if (before.birthday != profile.birthday)
        edit.replace(u"bday"_s,
                     profile.birthday.isEmpty() ? QList<XmlElement>()
                                                : QList{birthdayElement(profile.birthday)});
    if (before.emails != profile.emails)
        edit.setAll(u"email"_s, u"text"_s, profile.emails);
    if (before.urls != profile.urls)
        edit.setAll(u"url"_s, u"uri"_s, profile.urls);
    if (before.phones != profile.phones) {
        QList<XmlElement> phones;
        for (const QString &phone : profile.phones)
            phones.append(phoneElement(phone));
        edit.replace(u"tel"_s, phones);
    }
    if (before.address != profile.address)
        edit.replace(u"adr"_s,
                     profile.address.isEmpty() ? QList<XmlElement>()
                                               : QList{addressElement(profile.address)});
    return edit.build();
}

} // namespace tertulia
