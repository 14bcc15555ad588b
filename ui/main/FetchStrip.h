// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace tertulia
{

class ArchiveFill;
class XmppSession;

/// A line at the foot of the main window while an account's older messages are fetched from its archive:
/// how far that is, and a way to stop it. Absent where it is over in a moment, and once the person has put it
/// away; the account's settings tell the same.
class FetchStrip : public QWidget
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit FetchStrip(XmppSession &session, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString words() const;

    XmppSession &m_session;
    ArchiveFill &m_fill;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_pause;
    QTimer *m_patience;
    bool m_seen = false; ///< it was told of, and is until it is over
    bool m_putAway = false;
};

} // namespace tertulia
