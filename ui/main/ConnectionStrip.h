// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QBasicTimer>
#include <QWidget>

class QLabel;

namespace tertulia
{

class StepsList;

/// One account's trouble at the foot of the main window: what is wrong, when it is tried again, and what can
/// be done. Absent while all is well.
class ConnectionStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionStrip(XmppSession &session, QWidget *parent = nullptr);

    /// True if there is something to say.
    [[nodiscard]] bool isNeeded() const;
    /// Something else says it all, and more.
    void setSilent(bool silent);

Q_SIGNALS:
    void neededChanged();
    void logInRequested(tertulia::XmppSession *session);
    /// More than the steps tell.
    void detailsRequested(tertulia::XmppSession *session);
    /// The person would rather type the password than wait for the keychain.
    void passwordOffered(tertulia::XmppSession *session);

protected:
    void timerEvent(QTimerEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    XmppSession &m_session;
    QLabel *m_text;
    QLabel *m_outage; ///< what those who run the server say of its being away
    QLabel *m_remedy;
    QWidget *m_reconnect;
    QWidget *m_logIn;
    QWidget *m_type;
    QWidget *m_details;
    QWidget *m_more;
    StepsList *m_steps;
    QBasicTimer m_second;
    bool m_open = false;
    bool m_patient = true;
    bool m_silent = false;
};

} // namespace tertulia
