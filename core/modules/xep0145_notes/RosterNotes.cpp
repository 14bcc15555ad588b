// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0145_notes/RosterNotes.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/modules/xep0049_private/PrivateStorage.h"
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kNotes = u"storage:rosternotes"_s;
const QString kStorage = u"storage"_s;

QString timeText(const QDateTime &time)
{
    return time.isValid() ? formatDateTime(time) : QString();
}

QHash<Jid, RosterNote> notesIn(const XmlElement &storage)
{
    QHash<Jid, RosterNote> notes;
    for (const XmlElement &note : storage.children(u"note", kNotes)) {
        const auto jid = Jid::parse(note.attribute(u"jid"));
        const QString text = note.text();
        if (!jid || text.trimmed().isEmpty() || notes.size() >= RosterNotesModule::kMaxNotes)
            continue;
        notes.insert(jid->bare(),
                     {text, parseDateTime(note.attribute(u"cdate")).value_or(QDateTime()),
                      parseDateTime(note.attribute(u"mdate")).value_or(QDateTime())});
    }
    return notes;
}

/// `storage` with another note on `bare`; what else stands there stays as it is.
XmlElement withNote(const XmlElement &storage, const Jid &bare, const RosterNote &note)
{
    ElementBuilder changed(kStorage, kNotes);
    for (const XmlElement &one : storage.children()) {
        const auto jid = Jid::parse(one.attribute(u"jid"));
        if (!one.is(u"note", kNotes) || !jid || jid->bare() != bare)
            changed.child(one);
    }
    if (!note.text.isEmpty())
        changed.child(ElementBuilder(u"note"_s, kNotes)
                          .attribute(u"jid"_s, bare.toString())
                          .attribute(u"cdate"_s, timeText(note.created))
                          .attribute(u"mdate"_s, timeText(note.changed))
                          .text(note.text)
                          .build());
    return changed.build();
}

} // namespace

Manifest RosterNotesModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0145_notes"_s;
    return manifest;
}

void RosterNotesModule::streamStarted(StreamStart start)
{
    if (start != StreamStart::Resumed)
        fetch().ignore(); // without an answer, what is known stays
}

Task<void> RosterNotesModule::fetch()
{
    return fetchPrivate(host(), this, kStorage, kNotes).map(this, [this](const XmlElement &storage) {
        take(notesIn(storage));
    });
}

Task<void> RosterNotesModule::setNote(const Jid &bare, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > kMaxText)
        return Task<void>::completed(failure(ErrorCode::StanzaNotAcceptable));
    Promise<void> promise;
    auto task = promise.task();
    m_changes.push_back({bare.bare(), trimmed, std::move(promise)});
    if (m_changes.size() == 1)
        changeNext();
    return task;
}

void RosterNotesModule::changeNext()
{
    if (m_changes.empty())
        return;
    fetchPrivate(host(), this, kStorage, kNotes).then(this, [this](const Result<XmlElement> &storage) {
        if (storage)
            store(*storage);
        else if (storage.error().code == ErrorCode::StanzaItemNotFound)
            store(XmlElement(kStorage, kNotes));
        else
            endChange(Failure(storage.error()));
    });
}

void RosterNotesModule::endChange(const Result<void> &done)
{
    Change change = std::move(m_changes.front());
    m_changes.pop_front();
    changeNext();
    change.promise.finish(done);
}

void RosterNotesModule::store(const XmlElement &storage)
{
    const Jid bare = m_changes.front().bare;
    const QDateTime now = host().clock().now();
    RosterNote note = notesIn(storage).value(bare, RosterNote{{}, now, {}});
    note.text = m_changes.front().text;
    note.changed = now;
    const XmlElement changed = withNote(storage, bare, note);
    storePrivate(host(), this, changed).then(this, [this, changed](const Result<void> &done) {
        if (done)
            take(notesIn(changed));
        endChange(done);
    });
}

void RosterNotesModule::take(const QHash<Jid, RosterNote> &notes)
{
    if (m_notes == notes)
        return;
    m_notes = notes;
    Q_EMIT notesChanged();
}

} // namespace tertulia
