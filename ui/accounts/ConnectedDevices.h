// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

class QLabel;

namespace tertulia
{

class FactsGrid;
class PresenceModule;

/// Where the account is logged in at present: this session and the other ones that show themselves.
class ConnectedDevices : public QWidget
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit ConnectedDevices(XmppSession &session, QWidget *parent = nullptr);

private:
    void refresh();

    XmppSession &m_session;
    PresenceModule &m_presence;
    FactsGrid *m_facts;
    QLabel *m_offline;
};

} // namespace tertulia
