// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tertulia
{

/// Above the composer while there is no connection: what is sent now waits.
class OfflineNote : public QWidget
{
    Q_OBJECT
public:
    explicit OfflineNote(QWidget *parent = nullptr);

    /// `canReconnect`: a next attempt is waited for, which the person may hurry.
    void setOffline(bool offline, bool canReconnect);

Q_SIGNALS:
    void reconnectRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QLabel *m_text;
    QPushButton *m_reconnect;
};

} // namespace tertulia
