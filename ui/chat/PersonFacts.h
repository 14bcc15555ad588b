// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "ui/accounts/Facts.h"

#include <QDateTime>
#include <QWidget>

namespace tertulia
{

class FactsGrid;
class NoteField;
class PersonDetails;
class XmppSession;

/// What the chat's other side tells of themselves, when they were last there and how late it is where they
/// are, and what the person noted about them: a part of the details. Asks only while it is seen.
class PersonFacts : public QWidget
{
    Q_OBJECT
public:
    PersonFacts(XmppSession &session, const Jid &peer, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void saveNote(const QString &note);

    XmppSession &m_session;
    Jid m_peer;
    PersonDetails *m_details;
    FactsGrid *m_grid;
    NoteField *m_note;
};

/// The facts of a person, as they are shown; `here` is the seconds east of UTC where we are.
[[nodiscard]] QList<Fact> personFacts(const PersonDetails &details, const QDateTime &now, int here);

} // namespace tertulia
