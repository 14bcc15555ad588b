// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tertulia
{

class FactsGrid;

/// A server's certificate did not pass: what is wrong, the facts to compare, and the choice. Part of a page
/// or a bar, never a window that the network opens (UI e.0 3). A changed pin offers no way on (e.6).
class CertificateQuestion : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateQuestion(QWidget *parent = nullptr);

    void setProblem(const CertificateProblem &problem);
    /// To the safe answer.
    void focusDefault();

Q_SIGNALS:
    void refused();
    void trusted();

private:
    QLabel *m_title;
    QLabel *m_remedy;
    FactsGrid *m_facts;
    QPushButton *m_refuse;
    QPushButton *m_trust;
};

} // namespace tertulia
