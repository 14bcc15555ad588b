// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/roster/RosterFile.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace tertulia
{

class RosterImport;
class XmppSession;

/// Shows whom a file of contacts would add, before anybody is added, and how far it got while they are.
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(XmppSession &session, const RosterFile &file, QWidget *parent);

private:
    void start();
    void count();
    void finish(int added, int failed);

    RosterImport *m_import;
    QListWidget *m_list;
    QCheckBox *m_ask;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_add;
    QPushButton *m_close;
    bool m_running = false;
};

/// Asks for a file and opens the dialog for it, or says what is wrong with it by `say`.
void importContacts(XmppSession &session, QWidget *window, const std::function<void(const QString &)> &say);
/// Asks where to, and writes the contacts of an account there.
void exportContacts(XmppSession &session, QWidget *window, const std::function<void(const QString &)> &say);

} // namespace tertulia
