// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QWidget>

namespace tertulia
{

/// In place of the main window when the messages cannot be opened: what is wrong, with which file, and what
/// can be done. Nothing is ever replaced or begun anew in silence (UI e.13).
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
};

} // namespace tertulia
