// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/roster/RosterItem.h"

#include <QObject>

namespace tertulia
{

class ModuleHost;

/// Adds contacts of a file to the roster, one after the other, so that neither the server nor the window has
/// to take thousands at once. Those who are there already are left as they are.
class RosterImport : public QObject
{
    Q_OBJECT
public:
    explicit RosterImport(ModuleHost &host, QObject *parent = nullptr);

    /// Of these, who is not in the roster yet; the own address is nobody's contact.
    [[nodiscard]] QList<RosterItem> missing(const QList<RosterItem> &items) const;
    /// Adds those who are missing; `askForPresence`: also asks to see them. Does nothing
    /// while it is at it.
    void start(const QList<RosterItem> &items, bool askForPresence);
    /// Adds no more.
    void stop();

Q_SIGNALS:
    void progressed(int done, int all);
    /// `failed`: whom the server did not take. When the connection ends, so does the import.
    void finished(int added, int failed);

private:
    void addNext();
    void end();

    ModuleHost &m_host;
    QList<RosterItem> m_waiting;
    int m_all = 0;
    int m_added = 0;
    int m_failed = 0;
    bool m_asks = false;
    bool m_running = false;
};

} // namespace tertulia
