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

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;
const QString kExtended = u"urn:xmpp:mam:2#extended"_s;
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

/// What is left out; nothing where nothing is.
std::optional<XmlElement> filter(const ArchiveQuery &query)
{
    ElementBuilder form(u"x"_s, kForms);
    form.attribute(u"type"_s, u"submit"_s).child(field(u"FORM_TYPE"_s, kArchive, u"hidden"_s));
    bool any = false;
    const auto add = [&](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        form.child(field(name, value));
        any = true;
    };
    add(u"with"_s, query.with.toString());
    add(u"start"_s, query.start.isValid() ? formatDateTime(query.start) : QString());
    add(u"end"_s, query.end.isValid() ? formatDateTime(query.end) : QString());
    add(u"before-id"_s, query.beforeId);
    for (const auto &[name, value] : query.fields)
        add(name, value);
    if (!any)
        return {};
    return form.build();
}

XmlElement toElement(const ArchiveQuery &query, const QString &queryId)
{
    ElementBuilder element(u"query"_s, kArchive);
    element.attribute(u"queryid"_s, queryId);
    if (auto form = filter(query))
        element.child(*form);
    ElementBuilder set(u"set"_s, kResultSets);
    set.textChild(u"max"_s, QString::number(query.max));
    if (query.newest || !query.before.isEmpty())
        set.textChild(u"before"_s, query.before);
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
    return ArchivedMessage{.id = result.attribute(u"id"),
                           .stamp = std::min(forwarded->delay->stamp, now),
                           .message = std::move(forwarded->message),
                           .archived = forwarded->delay->stamp};
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

Task<ArchiveKind> ArchiveModule::support()
{
    return m_disco.info(host().ownJid().bare()).map(this, [](const DiscoInfo &info) -> Result<ArchiveKind> {
        if (!info.hasFeature(kArchive))
            return failure(ErrorCode::StanzaFeatureNotImplemented);
        return info.hasFeature(kExtended) ? ArchiveKind::Extended : ArchiveKind::Plain;
    });
}

Task<ArchiveEnds> ArchiveModule::ends()
{
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = ElementBuilder(u"metadata"_s, kArchive).build();
    return host().request(iq).map(this, [this](const XmlElement &reply) -> Result<ArchiveEnds> {
        if (!reply.is(u"metadata", kArchive))
            return failure(ErrorCode::MalformedReply);
        const QDateTime now = host().clock().now();
        const auto timeOf = [&](QStringView name) {
            const QDateTime time
                = parseDateTime(reply.child(name, kArchive).attribute(u"timestamp")).value_or(QDateTime());
            return time.isValid() ? std::min(time, now) : time;
        };
        return ArchiveEnds{timeOf(u"start"), timeOf(u"end")};
    });
}

Task<ArchivePage> ArchiveModule::page(ArchiveQuery query)
{
    if (m_pageSize > 0)
        query.max = m_pageSize;
    const QString queryId = host().ids().next();
    const bool backwards = query.newest || !query.before.isEmpty();
    m_open.insert(queryId, {.max = std::max(1, query.max), .backwards = backwards});
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
    if (open == m_open.end() || id.isEmpty() || id.size() > kMaxIdLength) {
        qCInfo(logModules) << "ignored a result of the archive that nobody asked for";
        return true;
    }
    // Of more than were asked for those count that lie where the question began: the next one goes on there.
    if (open->results.size() >= open->max) {
        open->tooMany = true;
        if (!open->backwards)
            return true;
        open->results.removeFirst();
    }
    open->results.append({id, readResult(result, host().clock().now())});
    if (!open->results.last().message)
        qCWarning(logModules) << "skipped a malformed result of the archive";
    return true;
}

Result<ArchivePage> ArchiveModule::finish(Open &&open, const XmlElement &fin)
{
    if (!fin.is(u"fin", kArchive))
        return failure(ErrorCode::MalformedReply);
    ArchivePage page;
    QStringList ids;
    for (Open::Entry &result : open.results) {
        ids.append(result.id);
        if (result.message)
            page.messages.append(*std::move(result.message));
    }
    const XmlElement set = fin.child(u"set", kResultSets);
    // Messages that it names and did not give are not passed over (SECURITY F19).
    if (ids.isEmpty() && !set.childText(u"first", kResultSets).isEmpty())
        return failure(ErrorCode::MalformedReply);
    // Of a page that was larger than asked for the end is not known: the next one begins where we stopped.
    page.complete = !open.tooMany && checkedBoolean(fin.attribute(u"complete")).value_or(false);
    // Ids that are not of this page are not believed.
    const auto idOf = [&](QStringView name, const QString &seen) {
        const QString said = set.childText(name, kResultSets);
        const bool usable
            = !open.tooMany && !said.isEmpty() && said.size() <= kMaxIdLength && ids.contains(said);
        return usable ? said : seen;
    };
    page.first = idOf(u"first", ids.value(0));
    page.last = idOf(u"last", ids.value(ids.size() - 1));
    if (const auto count = checkedNumber(set.childText(u"count", kResultSets), 0, 1'000'000'000))
        page.count = int(*count);
    return page;
}

} // namespace tertulia
