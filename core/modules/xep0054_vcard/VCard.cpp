// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0054_vcard/VCard.h"

#include "core/modules/xep0054_vcard/VCardNamespace.h"

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxText = 1'000;
constexpr qsizetype kMaxEntries = 20;
constexpr qsizetype kMaxPhotoBytes = 512 * 1024; // SECURITY section f

QString textOf(const XmlElement &parent, QStringView name)
{
    return parent.childText(name, kVCardNamespace).trimmed().left(kMaxText);
}

/// EMAIL/USERID and TEL/NUMBER, or the text itself as some write it.
QStringList entriesOf(const XmlElement &card, QStringView name, QStringView inner)
{
    QStringList entries;
    for (const XmlElement &entry : card.children(name, kVCardNamespace)) {
        QString text = textOf(entry, inner);
        if (text.isEmpty())
            text = entry.text().trimmed().left(kMaxText);
        if (!text.isEmpty() && entries.size() < kMaxEntries)
            entries.append(text);
    }
    return entries;
}

QByteArray photoOf(const XmlElement &card)
{
    QByteArray encoded
        = card.child(u"PHOTO", kVCardNamespace).childText(u"BINVAL", kVCardNamespace).toLatin1();
    // Line breaks are allowed within (XEP-0153 4.4), so a little more than four thirds.
    if (encoded.size() > kMaxPhotoBytes * 3 / 2)
        return {};
    const QByteArray photo = QByteArray::fromBase64(encoded);
    return photo.size() <= kMaxPhotoBytes ? photo : QByteArray();
}

} // namespace

Result<VCard> VCard::fromXml(const XmlElement &element)
{
    if (!element.is(u"vCard", kVCardNamespace))
        return failure(ErrorCode::MalformedReply);
    VCard card;
    card.fullName = textOf(element, u"FN");
    const XmlElement name = element.child(u"N", kVCardNamespace);
    card.givenName = textOf(name, u"GIVEN");
    card.familyName = textOf(name, u"FAMILY");
    card.nickname = textOf(element, u"NICKNAME");
    card.birthday = textOf(element, u"BDAY");
    card.organization = textOf(element.child(u"ORG", kVCardNamespace), u"ORGNAME");
    card.title = textOf(element, u"TITLE");
    card.role = textOf(element, u"ROLE");
    card.url = textOf(element, u"URL");
    card.description = textOf(element, u"DESC");
    card.emails = entriesOf(element, u"EMAIL", u"USERID");
    card.phones = entriesOf(element, u"TEL", u"NUMBER");
    card.photo = photoOf(element);
    return card;
}

} // namespace tertulia
