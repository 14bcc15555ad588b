// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ConnectionPage.h"

#include "ui/accounts/ConnectionFacts.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/accounts/StepText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/FlowLayout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

ConnectionPage::ConnectionPage(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_facts(new FactsGrid(this))
{
    m_facts->setObjectName(QStringLiteral("connection-facts"));
    auto *copy = new QPushButton(icon(Icons::Copy), tr("Copy details"), this);
    auto *options = new QPushButton(tr("Connection options…"), this);
    for (QPushButton *button : {copy, options})
        button->setAutoDefault(false);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copy);
    buttons->addWidget(options);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    // First, so that the keyboard comes to them before all that can be read.
    layout->addLayout(buttons);
    layout->addWidget(m_facts);
    layout->addStretch();
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(options, &QPushButton::clicked, this, &ConnectionPage::optionsRequested);
    connect(&session, &XmppSession::stateChanged, this, &ConnectionPage::refresh);
    connect(&session, &XmppSession::stepChanged, this, &ConnectionPage::refresh);
    connect(&session, &XmppSession::settingsChanged, this, &ConnectionPage::refresh);
    refresh();
}

QString ConnectionPage::text() const
{
    return shownAddress(m_session.address().toString()) + u'\n' + sessionLine(m_session) + u'\n'
        + factsAsText(m_facts->facts());
}

void ConnectionPage::refresh()
{
    QList<Fact> facts = connectionFacts(m_session.connectionDetails(), m_session.state());
    if (const Jid bound = m_session.boundAddress(); !bound.isNull())
        facts.prepend({tr("Address of this session"), shownAddress(shownLine(bound.toString()))});
    m_facts->setFacts(facts);
}

} // namespace tertulia
