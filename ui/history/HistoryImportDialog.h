// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/HistoryImport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace tertulia
{

class Accounts;

/// Shows what other programs logged on this computer, brings in what is chosen, and says what came of it.
/// Closing it stops nothing.
class HistoryImportDialog : public QDialog
{
    Q_OBJECT
public:
    HistoryImportDialog(Accounts &accounts, QWidget *parent);

private:
    void list(const QList<FoundLog> &logs);
    void updateControls();
    void start();
    void finish(const ImportOutcome &outcome);
    /// The account that has the address, else the one that was chosen for the rest.
    [[nodiscard]] QString accountFor(const FoundLog &log) const;
    [[nodiscard]] bool isElsewhere(const FoundLog &log) const;

    Accounts &m_accounts;
    HistoryImport &m_import;
    QLabel *m_state;
    QListWidget *m_list;
    QLabel *m_intoLabel;
    QComboBox *m_into;
    QProgressBar *m_progress;
    QPushButton *m_begin;
    QPushButton *m_close;
    bool m_found = false; ///< the search is over
};

} // namespace tertulia
