// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QWidget>

class QVBoxLayout;

namespace tertulia
{

/// The steps of connecting, live: a mark and a line for each that began; under a failed one, what can be
/// done.
class StepsList : public QWidget
{
    Q_OBJECT
public:
    explicit StepsList(QWidget *parent = nullptr);

    void setSteps(const QList<StepReport> &steps);
    void update(const StepReport &report);
    /// Why it ended, on the step that failed or was under way; of its own where there is none (the account is
    /// not known, the keychain failed).
    void setError(const Error &error);
    void clear();
    [[nodiscard]] bool isEmpty() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();

    QList<StepReport> m_steps;
    QVBoxLayout *m_rows;
};

} // namespace tertulia
