// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/RosterFile.h"

#include "core/modules/roster/RosterNamespace.h"

#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kDeepest = 32;
constexpr qsizetype kLongestName = 1'000;
constexpr qsizetype kMostGroups = 100;
const QString kPie = u"urn:xmpp:pie:0"_s;

QString subscriptionName(SubscriptionState subscription)
{
    switch (subscription) {
    case SubscriptionState::None:
        return u"none"_s;
    case SubscriptionState::To:
        return u"to"_s;
    case SubscriptionState::From:
        return u"from"_s;
    case SubscriptionState::Both:
        return u"both"_s;
    }
    return u"none"_s;
}

/// Goes through the bytes once and collects.
class RosterReading
{
public:
    explicit RosterReading(const QByteArray &xml)
        : m_xml(xml)
    {
    }

    std::expected<RosterFile, RosterFile::Problem> read()
    {
        int depth = 0;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD:
            case QXmlStreamReader::EntityReference:
                return std::unexpected(RosterFile::Problem::NotXml);
            case QXmlStreamReader::StartElement:
                if (++depth > kDeepest)
                    return std::unexpected(RosterFile::Problem::NotXml);
                if (!startElement())
                    return std::unexpected(RosterFile::Problem::TooLarge);
                break;
            case QXmlStreamReader::EndElement:
                --depth;
                endElement();
                break;
            case QXmlStreamReader::Characters:
                if (m_inGroup && m_group.size() < kLongestName)
                    m_group += m_xml.text().left(kLongestName);
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return std::unexpected(RosterFile::Problem::NotXml);
        if (!m_seen)
            return std::unexpected(RosterFile::Problem::NoContacts);
        return m_file;
    }

private:
    [[nodiscard]] bool is(QLatin1String name) const
    {
        return m_xml.name() == name && m_xml.namespaceUri() == kRosterNamespace;
    }
    bool startElement()
    {
        m_seen = m_seen || is("query"_L1);
        if (is("item"_L1)) {
            m_item = {};
            m_jid = m_xml.attributes().value("jid"_L1).toString();
            m_item.name = m_xml.attributes().value("name"_L1).trimmed().left(kLongestName).toString();
            m_inItem = true;
        } else if (is("group"_L1) && m_inItem) {
            m_group.clear();
            m_inGroup = true;
        }
        return m_file.items.size() <= RosterFile::kMostItems;
    }
    void endElement()
    {
        if (is("group"_L1) && m_inGroup) {
            m_inGroup = false;
            const QString group = m_group.trimmed();
            if (!group.isEmpty() && !m_item.groups.contains(group) && m_item.groups.size() < kMostGroups)
                m_item.groups.append(group);
        } else if (is("item"_L1) && m_inItem) {
            m_inItem = false;
            add();
        }
    }
    void add()
    {
        const auto jid = Jid::parse(m_jid);
        if (!jid || m_rows.contains(jid->bare())) {
            ++m_file.passedOver;
            return;
        }
        m_item.jid = jid->bare();
        m_item.groups.sort();
        m_rows.insert(m_item.jid);
        m_file.items.append(m_item);
    }

    QXmlStreamReader m_xml;
    RosterFile m_file;
    QSet<Jid> m_rows;
    RosterItem m_item;
    QString m_jid;
    QString m_group;
    bool m_inItem = false;
    bool m_inGroup = false;
    bool m_seen = false;
};

} // namespace

std::expected<RosterFile, RosterFile::Problem> RosterFile::read(const QByteArray &xml)
{
    if (xml.size() > kMostBytes)
        return std::unexpected(Problem::TooLarge);
    return RosterReading(xml).read();
}

QByteArray RosterFile::write(const Jid &owner, const QList<RosterItem> &items)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"server-data"_s);
    xml.writeDefaultNamespace(kPie);
    xml.writeStartElement(u"host"_s);
    xml.writeAttribute(u"jid"_s, owner.domain());
    xml.writeStartElement(u"user"_s);
    xml.writeAttribute(u"name"_s, owner.localpart());
    xml.writeStartElement(u"query"_s);
    xml.writeDefaultNamespace(kRosterNamespace);
    for (const RosterItem &item : items) {
        xml.writeStartElement(u"item"_s);
        xml.writeAttribute(u"jid"_s, item.jid.toString());
        if (!item.name.isEmpty())
            xml.writeAttribute(u"name"_s, item.name);
        xml.writeAttribute(u"subscription"_s, subscriptionName(item.subscription));
        for (const QString &group : item.groups)
            xml.writeTextElement(u"group"_s, group);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace tertulia
