// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

namespace tertulia
{

class FactsGrid;

/// An account's connection, to be checked and copied (SECURITY B19), and the way to its options.
class ConnectionPage : public QWidget
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit ConnectionPage(XmppSession &session, QWidget *parent = nullptr);

    /// All of it as text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void optionsRequested();

private:
    void refresh();

    XmppSession &m_session;
    FactsGrid *m_facts;
};

} // namespace tertulia
