// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0054_vcard/VCardProfile.h"

#include "core/modules/cards/CardEdit.h"
#include "core/modules/xep0054_vcard/VCardNamespace.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString textOf(const XmlElement &parent, QStringView name)
{
    return parent.childText(name, kVCardNamespace).trimmed().left(Profile::kMaxText);
}

/// Entries as EMAIL/USERID and TEL/NUMBER, or the text itself as some write it.
QStringList entriesOf(const XmlElement &card, QStringView name, QStringView inner)
{
    QStringList entries;
    for (const XmlElement &entry : card.children(name, kVCardNamespace)) {
        QString text = textOf(entry, inner);
        if (text.isEmpty())
            text = entry.text().trimmed().left(Profile::kMaxText);
        if (!text.isEmpty() && entries.size() < Profile::kMaxEntries)
            entries.append(text);
    }
    return entries;
}

PostalAddress addressOf(const XmlElement &card)
{
    const XmlElement adr = card.child(u"ADR", kVCardNamespace);
    return {textOf(adr, u"STREET"), textOf(adr, u"LOCALITY"), textOf(adr, u"REGION"), textOf(adr, u"PCODE"),
            textOf(adr, u"CTRY")};
}

void setAddress(CardEdit &edit, const PostalAddress &address)
{
    if (address.isEmpty()) {
        edit.replace(u"ADR"_s, {});
        return;
    }
    ElementBuilder adr(u"ADR"_s, kVCardNamespace);
    adr.child(XmlElement(u"HOME"_s, kVCardNamespace))
        .textChild(u"STREET"_s, address.street)
        .textChild(u"LOCALITY"_s, address.locality)
        .textChild(u"REGION"_s, address.region)
        .textChild(u"PCODE"_s, address.code)
        .textChild(u"CTRY"_s, address.country);
    edit.replace(u"ADR"_s, {adr.build()});
}

} // namespace

Profile profileOfCard(const XmlElement &card)
{
    Profile profile;
    if (!card.is(u"vCard", kVCardNamespace))
        return profile;
    profile.fullName = textOf(card, u"FN");
    if (profile.fullName.isEmpty()) {
        const XmlElement name = card.child(u"N", kVCardNamespace);
        profile.fullName = QString(textOf(name, u"GIVEN") + u' ' + textOf(name, u"FAMILY")).trimmed();
    }
    profile.nickname = textOf(card, u"NICKNAME");
    profile.birthday = textOf(card, u"BDAY");
    profile.organization = textOf(card.child(u"ORG", kVCardNamespace), u"ORGNAME");
    profile.title = textOf(card, u"TITLE");
    profile.role = textOf(card, u"ROLE");
    profile.note = textOf(card, u"DESC");
    if (profile.note.isEmpty())
        profile.note = textOf(card, u"NOTE");
    profile.emails = entriesOf(card, u"EMAIL", u"USERID");
    profile.phones = entriesOf(card, u"TEL", u"NUMBER");
    profile.urls = entriesOf(card, u"URL", u"URL");
    profile.address = addressOf(card);
    return profile;
}

XmlElement cardWithProfile(const XmlElement &card, const Profile &profile)
{
    const Profile before = profileOfCard(card);
    CardEdit edit(card, u"vCard"_s, kVCardNamespace);
    const auto text = [&](const QString &name, QString Profile::*field) {
        if (before.*field != profile.*field)
            edit.setText(name, profile.*field);
    };
    text(u"FN"_s, &Profile::fullName);
    // An old card's parts of a name would contradict the whole.
    if (before.fullName != profile.fullName)
        edit.replace(u"N"_s, {});
    text(u"NICKNAME"_s, &Profile::nickname);
    text(u"BDAY"_s, &Profile::birthday);
    text(u"TITLE"_s, &Profile::title);
    text(u"ROLE"_s, &Profile::role);
    text(u"DESC"_s, &Profile::note);
    if (before.note != profile.note)
        edit.replace(u"NOTE"_s, {});
    if (before.organization != profile.organization)
        edit.set(u"ORG"_s, u"ORGNAME"_s, profile.organization);
    if (before.emails != profile.emails)
        edit.setAll(u"EMAIL"_s, u"USERID"_s, profile.emails);
    if (before.phones != profile.phones)
        edit.setAll(u"TEL"_s, u"NUMBER"_s, profile.phones);
    if (before.urls != profile.urls)
        edit.setTexts(u"URL"_s, profile.urls);
    if (before.address != profile.address)
        setAddress(edit, profile.address);
    return edit.build();
}

XmlElement cardWithPhoto(const XmlElement &card, const QByteArray &image, const QString &type)
{
    CardEdit edit(card, u"vCard"_s, kVCardNamespace);
    edit.replace(u"PHOTO"_s,
                 image.isEmpty() ? QList<XmlElement>()
                                 : QList{ElementBuilder(u"PHOTO"_s, kVCardNamespace)
                                             .textChild(u"TYPE"_s, type)
                                             .textChild(u"BINVAL"_s, QString::fromLatin1(image.toBase64()))
                                             .build()});
    return edit.build();
}

} // namespace tertulia
