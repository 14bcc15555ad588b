// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ConnectedDevices.h"

#include "core/modules/presence/Presence.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

ConnectedDevices::ConnectedDevices(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_presence(*session.modules().module<PresenceModule>())
    , m_facts(new FactsGrid(this))
    , m_offline(new QLabel(tr("Known while the account is online."), this))
{
    auto *title = new QLabel(tr("Devices that are logged in"), this);
    for (QLabel *label : {title, m_offline})
        label->setTextFormat(Qt::PlainText);
    m_offline->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_facts);
    layout->addWidget(m_offline);
    connect(&m_presence, &PresenceModule::changed, this, [this](const Jid &bare) {
        if (bare == m_session.boundAddress().bare())
            refresh();
    });
    connect(&m_presence, &PresenceModule::cleared, this, &ConnectedDevices::refresh);
    connect(&session, &XmppSession::stateChanged, this, &ConnectedDevices::refresh);
    connect(&session, &XmppSession::presenceChanged, this, &ConnectedDevices::refresh);
    refresh();
}

void ConnectedDevices::refresh()
{
    const bool online = m_session.state() == SessionState::Online;
    const Jid here = m_session.boundAddress();
    QList<Fact> facts;
    if (online) {
        facts.append({shownName(here.resource()), tr("this one")});
        for (const ResourcePresence &device : m_presence.resources(here.bare())) {
            if (device.jid != here)
                facts.append(
                    {shownName(device.jid.resource()), presenceLine(device.availability, device.status)});
        }
    }
    m_facts->setFacts(facts);
    m_facts->setVisible(online);
    m_offline->setVisible(!online);
}

} // namespace tertulia
