// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QProgressBar;

namespace tertulia
{

class LongWork;

/// Shows how far some long work is, and stops it. Comes only where the work takes longer than a moment, holds
/// up nothing, and goes when the work is over.
class WorkDialog : public QDialog
{
    Q_OBJECT
public:
    /// The work is about to begin.
    WorkDialog(LongWork &work, const QString &title, QWidget *parent);

    /// It is over.
    void end();

protected:
    void reject() override;

private:
    LongWork &m_work;
    QProgressBar *m_bar;
    bool m_over = false;
};

/// Sets a bar of 1000 steps to `done` of `all`; moving without an end where nobody knows.
void showProgress(QProgressBar &bar, qint64 done, qint64 all);

} // namespace tertulia
