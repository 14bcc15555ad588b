// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/modules/xep0377_reporting/Report.h"

#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace tertulia
{

class XmppSession;

/// Whom to block, and what the dialog may offer.
struct BlockQuestion {
    QString name; ///< untrusted
    QString address; ///< bare
    bool canReport = false; ///< the server takes reports
    bool report = false; ///< to begin with
};

/// Asks before somebody is blocked: the person alone or their whole server, and whether our server is told
/// why (XEP-0377), where it wants to know. The safe button is the default.
class BlockDialog : public QDialog
{
    Q_OBJECT
public:
    BlockDialog(const BlockQuestion &question, QWidget *parent);

Q_SIGNALS:
    /// `wholeServer`: everybody at the address's domain.
    void confirmed(bool wholeServer, std::optional<tertulia::ReportReason> report);

private:
    void confirm();
    void nameAction();

    QCheckBox *m_server;
    QCheckBox *m_report;
    QComboBox *m_reason;
    QPushButton *m_action;
};

/// Asks whether to block `peer`, and does it; what they wrote as strangers is put away. `told` gets what
/// became of it, unless `context` is gone by then.
void askToBlock(XmppSession &session, const Jid &peer, bool report, QWidget *window, QObject *context,
                const std::function<void(const Result<void> &)> &told);

} // namespace tertulia
