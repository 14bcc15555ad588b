// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tertulia
{

/// In place of the main window when the messages cannot be opened: what is wrong, with which file, and what
/// can be done. Nothing is ever replaced or begun anew in silence (UI e.13). Of what is damaged it saves what
/// can be read, when the person wants it to (SECURITY R18).
class StoreErrorPage : public QWidget
{
    Q_OBJECT
public:
    /// `path`: the file or folder that is at fault.
    StoreErrorPage(const Error &error, const QString &path, QWidget *parent = nullptr);

Q_SIGNALS:
    void openFolderRequested();
    void retryRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void salvage();
    void setBusy(bool busy);

    const QString m_path;
    LongWork m_work;
    QLabel *m_title;
    QLabel *m_cause;
    QLabel *m_remedy;
    QLabel *m_promise;
    QProgressBar *m_progress;
    QPushButton *m_salvage;
    QPushButton *m_stop;
    QPushButton *m_retry;
};

} // namespace tertulia
