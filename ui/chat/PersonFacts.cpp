// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/PersonFacts.h"

#include "core/models/ContactRoles.h"
#include "core/models/RosterModel.h"
#include "core/modules/xep0145_notes/RosterNotes.h"
#include "core/session/PersonDetails.h"
#include "core/session/XmppSession.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/chat/NoteField.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tertulia
{

PersonFacts::PersonFacts(XmppSession &session, const Jid &peer, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_peer(peer)
    , m_details(new PersonDetails(session.modules(), peer, this))
    , m_grid(new FactsGrid(this))
    , m_note(new NoteField(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(18);
    m_grid->setForPane();
    layout->addWidget(m_grid);
    layout->addWidget(m_note);
    layout->addStretch();
    connect(m_details, &PersonDetails::changed, this, &PersonFacts::refresh);
    connect(m_note, &NoteField::saved, this, &PersonFacts::saveNote);
    connect(session.roster(), &RosterModel::personChanged, this, [this](const Jid &bare) {
        if (bare == m_peer)
            refresh();
    });
    connect(&session, &XmppSession::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online && isVisible())
            m_details->look();
        refresh();
    });
    refresh();
}

void PersonFacts::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_details->look();
    refresh();
}

void PersonFacts::refresh()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<Fact> facts = personFacts(*m_details, now, now.toLocalTime().offsetFromUtc());
    const QModelIndex contact = m_session.roster()->indexOf(m_peer);
    const QString title = shownLine(contact.data(roles::TuneTitle).toString());
    const QString artist = shownLine(contact.data(roles::TuneArtist).toString());
    if (!title.isEmpty())
        facts.prepend({tr("Listens to"),
                       artist.isEmpty() ? title : tr("%1 by %2", "song, who plays it").arg(title, artist)});
    m_grid->setFacts(facts);
    m_grid->setVisible(!facts.isEmpty());
    m_note->setNote(m_session.roster()->noteOn(m_peer));
    m_note->setEditable(m_session.state() == SessionState::Online);
    m_note->setVisible(contact.isValid());
}

void PersonFacts::saveNote(const QString &note)
{
    m_note->setState(tr("Saving…"));
    m_session.modules()
        .module<RosterNotesModule>()
        ->setNote(m_peer, note)
        .then(this, [this](const Result<void> &done) {
            m_note->setState(done ? QString() : errorLine(done.error()));
            refresh();
        });
}

QList<Fact> personFacts(const PersonDetails &details, const QDateTime &now, int here)
{
    QList<Fact> facts;
    const auto add = [&](const QString &name, const QString &text) {
        const QString shown = shownText(text, Profile::kMaxText);
        if (!shown.trimmed().isEmpty())
            facts.append({name, shown});
    };
    if (details.lastSeen().isValid())
        add(PersonFacts::tr("Last seen"), fullTime(details.lastSeen()));
    // Who lives by the same clock needs no word about it.
    if (details.zone() && *details.zone() != here)
        add(PersonFacts::tr("Time there"),
            clockTime(QDateTime(now.toLocalTime().date(), now.toUTC().addSecs(*details.zone()).time())));
    const Profile &profile = details.profile();
    add(PersonFacts::tr("Name"), profile.fullName);
    add(PersonFacts::tr("About"), profile.note);
    add(PersonFacts::tr("Birthday"), profile.birthday);
    add(PersonFacts::tr("Email"), profile.emails.join(u'\n'));
    add(PersonFacts::tr("Phone"), profile.phones.join(u'\n'));
    add(PersonFacts::tr("Website"), profile.urls.join(u'\n'));
    add(PersonFacts::tr("Organisation"), profile.organization);
    add(PersonFacts::tr("Role"), profile.role.isEmpty() ? profile.title : profile.role);
    QStringList lines;
    for (const QString &line :
         {profile.address.street, QString(profile.address.code + u' ' + profile.address.locality).trimmed(),
          profile.address.region, profile.address.country}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    add(PersonFacts::tr("Address"), lines.join(u'\n'));
    return facts;
}

} // namespace tertulia
