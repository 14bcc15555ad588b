// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tertulia
{

/// Over the messages of somebody whom the account does not know: what is to become of them.
class StrangerBar : public QWidget
{
    Q_OBJECT
public:
    explicit StrangerBar(QWidget *parent = nullptr);

    void setName(const QString &name);
    /// Whether the server takes reports.
    void setCanReport(bool can);
    /// A sentence about what did not work, in the place of the usual one.
    void setTrouble(const QString &sentence);

Q_SIGNALS:
    void accepted();
    void blockRequested(bool report);
    void ignored();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QString m_name;
    QString m_trouble;
    QLabel *m_text;
    QPushButton *m_accept;
    QPushButton *m_block;
    QPushButton *m_report;
    QPushButton *m_ignore;
};

} // namespace tertulia
