// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tertulia
{

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
    void addFact(const QString &name, const QString &value, bool code = false);

    QLabel *m_title;
    QLabel *m_remedy;
    QGridLayout *m_facts;
    QPushButton *m_refuse;
    QPushButton *m_trust;
};

/// "ab12 cd34 ...": 64 hex digits in groups of four.
[[nodiscard]] QString groupedFingerprint(const QString &hexDigits);

} // namespace tertulia
