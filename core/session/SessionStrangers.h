// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Task.h"
#include "core/modules/xep0377_reporting/Report.h"
#include "core/session/StrangerPolicy.h"

#include <QObject>
#include <QSet>

namespace tertulia
{

class Conversations;
class ModuleHost;
class RequestsModel;
class RosterModel;

/// Messages of people whom the account does not know: no contacts, never answered, never let in. They wait
/// among the requests and stay out of the chats, the unread counts and the notifications; nothing is told to
/// their senders.
class SessionStrangers : public QObject
{
    Q_OBJECT
public:
    SessionStrangers(Conversations &conversations, RosterModel &roster, RequestsModel &requests,
                     ModuleHost &host, QObject *parent = nullptr);

    /// Ask, until the person's choice is set; whoever sets it remembers it.
    [[nodiscard]] StrangerPolicy policy() const { return m_policy; }
    void setPolicy(StrangerPolicy policy);

    [[nodiscard]] bool isStranger(const Jid &peer) const;
    /// Takes their chat among the others.
    void accept(const Jid &peer);
    /// Takes their messages off the requests, without a word to them. What they say next asks anew.
    void ignore(const Jid &peer);

    /// Whether the server takes reports along with a block (XEP-0377).
    [[nodiscard]] bool canReport() const;
    /// Blocks these in one step, and says why to our server, with what the first of them wrote last: the
    /// report is about them, whoever is blocked along. AddressEmpty if there is none.
    Task<void> blockAndReport(const QList<Jid> &addresses, ReportReason reason);

Q_SIGNALS:
    /// Whether they are a stranger may have changed, or what they said.
    void changed(const tertulia::Jid &peer);
    void canReportChanged();

private:
    [[nodiscard]] bool isKnown(const Jid &peer) const;
    void reconsiderAll();
    void show(const Jid &peer);

    Conversations &m_conversations;
    RosterModel &m_roster;
    RequestsModel &m_requests;
    ModuleHost &m_host;
    StrangerPolicy m_policy = StrangerPolicy::Ask;
    QSet<Jid> m_seen; ///< who was a stranger when it was last looked at
    bool m_rosterHeard = false; ///< from the server, in this run
};

} // namespace tertulia
