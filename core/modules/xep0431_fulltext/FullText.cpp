// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0431_fulltext/FullText.h"

#include "core/modules/xep0030_disco/Disco.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kFullText = u"urn:xmpp:fulltext:0"_s;
const QString kField = u"{urn:xmpp:fulltext:0}fulltext"_s;
const QString kOlderField = u"withtext"_s; // ejabberd
const QString kArchive = u"urn:xmpp:mam:2"_s;
const QString kForms = u"jabber:x:data"_s;
constexpr qsizetype kLongest = 1'000;

} // namespace

FullTextModule::FullTextModule(ModuleHost &host, DiscoModule &disco, ArchiveModule &archive, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
    , m_archive(archive)
{
}

Manifest FullTextModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0431_fulltext"_s;
    return manifest;
}

void FullTextModule::streamEnded()
{
    m_field.clear();
}

Task<void> FullTextModule::support()
{
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    if (!m_field.isEmpty()) {
        promise->finish({});
        return task;
    }
    m_disco.info(host().ownJid().bare()).then(this, [this, promise](const Result<DiscoInfo> &info) {
        if (!info) {
            promise->finish(Failure(info.error()));
            return;
        }
        if (info->hasFeature(kFullText)) {
            m_field = kField;
            promise->finish({});
            return;
        }
        if (!info->hasFeature(kArchive)) {
            promise->finish(failure(ErrorCode::StanzaFeatureNotImplemented));
            return;
        }
        fieldOfForm().then(this, [this, promise](const Result<QString> &field) {
            if (field)
                m_field = *field;
            promise->finish(field ? Result<void>() : Failure(field.error()));
        });
    });
    return task;
}

/// Which of the fields the archive's form has.
Task<QString> FullTextModule::fieldOfForm()
{
    Iq iq;
    iq.payload = ElementBuilder(u"query"_s, kArchive).build();
    return host().request(iq).map(this, [](const XmlElement &query) -> Result<QString> {
        for (const QString &known : {kField, kOlderField}) {
            for (const XmlElement &field : query.child(u"x", kForms).children(u"field", kForms)) {
                if (field.attribute(u"var") == known)
                    return known;
            }
        }
        return failure(ErrorCode::StanzaFeatureNotImplemented);
    });
}

Task<ArchivePage> FullTextModule::page(const QString &text, const QString &before, int max)
{
    ArchiveQuery query;
    query.newest = true;
    query.before = before;
    query.max = max;
    query.fields = {{m_field.isEmpty() ? kField : m_field, text.left(kLongest)}};
    return m_archive.page(query);
}

} // namespace tertulia
