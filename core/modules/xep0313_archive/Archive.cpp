// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0313_archive/Archive.h"

#include "core/base/CheckedNumber.h"
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/Log.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/modules/xep0297_forwarded/Forwarded.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;
const QString kResultSets = u"http://jabber.org/protocol/rsm"_s;
const QString kForms = u"jabber:x:data"_s;
constexpr int kBeforeEverythingElse = 10;
constexpr qsizetype kMaxIdLength = 1'000;

XmlElement field(const QString &name, const QString &value, const QString &type = {})
{
    return ElementBuilder(u"field"_s, kForms)
        .attribute(u"var"_s, name)
        .attribute(u"type"_s, type)
        .textChild(u"value"_s, value)
        .build();
}

XmlElement toElement(const ArchiveQuery &query, const QString &queryId)
{
    ElementBuilder element(u"query"_s, kArchive);
    element.attribute(u"queryid"_s, queryId);
    if (query.start.isValid()) {
        element.child(ElementBuilder(u"x"_s, kForms)
                          .attribute(u"type"_s, u"submit"_s)
                          .child(field(u"FORM_TYPE"_s, kArchive, u"hidden"_s))
                          .child(field(u"start"_s, formatDateTime(query.start)))
                          .build());
    }
    ElementBuilder set(u"set"_s, kResultSets);
    set.textChild(u"max"_s, QString::number(query.max));
    if (query.newest)
        set.textChild(u"before"_s, {});
    else if (!query.after.isEmpty())
        set.textChild(u"after"_s, query.after);
    return element.child(set.build()).build();
}

/// MalformedReply unless a message of jabber:client with its time is in it.
Result<ArchivedMessage> readResult(const XmlElement &result, const QDateTime &now)
{
    auto forwarded = Forwarded::fromXml(result.child(u"forwarded", kForwardNamespace));
    if (!forwarded)
        return Failure(forwarded.error());
    if (!forwarded->delay)
        return failure(ErrorCode::MalformedReply);
    return ArchivedMessage{result.attribute(u"id"), std::min(forwarded->delay->stamp, now),
                           std::move(forwarded->message)};
}

} // namespace

ArchiveModule::ArchiveModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
{
}

Manifest ArchiveModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0313_archive"_s;
    manifest.messages.append({kBeforeEverythingElse, u"result"_s, kArchive, Sender::OwnAccount,
                              [this](const Message &message) { return take(message); }});
    return manifest;
}

void ArchiveModule::streamEnded()
{
    m_open.clear();
}

Task<void> ArchiveModule::support()
{
    return m_disco.info(host().ownJid().bare()).map(this, [](const DiscoInfo &info) -> Result<void> {
        if (!info.hasFeature(kArchive))
            return failure(ErrorCode::StanzaFeatureNotImplemented);
        return {};
    });
}

Task<ArchivePage> ArchiveModule::page(const ArchiveQuery &query)
{
    const QString queryId = host().ids().next();
    m_open.insert(queryId, {{}, {}, query.max});
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = toElement(query, queryId);
    auto promise = std::make_shared<Promise<ArchivePage>>();
    auto task = promise->task();
    host().request(iq).then(this, [this, queryId, promise](const Result<XmlElement> &fin) {
        Open open = m_open.take(queryId);
        promise->finish(fin ? finish(std::move(open), *fin) : Result<ArchivePage>(Failure(fin.error())));
    });
    return task;
}

bool ArchiveModule::take(const Message &message)
{
    // Whatever claims to be of an archive is never shown as a message of its own.
    const XmlElement result = message.payload(u"result", kArchive);
    const auto open = m_open.find(result.attribute(u"queryid"));
    const QString id = result.attribute(u"id");
    if (open == m_open.end() || open->left == 0 || id.isEmpty() || id.size() > kMaxIdLength) {
        qCInfo(logModules) << "ignored a result of the archive that nobody asked for";
        return true;
    }
    --open->left;
    open->last = id;
    if (auto read = readResult(result, host().clock().now()))
        open->messages.append(*std::move(read));
    else
        qCWarning(logModules) << "skipped a malformed result of the archive";
    return true;
}

Result<ArchivePage> ArchiveModule::finish(Open &&open, const XmlElement &fin)
{
    if (!fin.is(u"fin", kArchive))
        return failure(ErrorCode::MalformedReply);
    ArchivePage page;
    page.messages = std::move(open.messages);
    page.complete = checkedBoolean(fin.attribute(u"complete")).value_or(false);
    const QString last = fin.child(u"set", kResultSets).childText(u"last", kResultSets);
    page.last = last.isEmpty() || last.size() > kMaxIdLength ? open.last : last;
    return page;
}

} // namespace tertulia
