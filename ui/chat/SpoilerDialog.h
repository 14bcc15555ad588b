// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace tertulia
{

/// Asks for the hint that others see in the place of a message until they want to see more. Deletes itself.
class SpoilerDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SpoilerDialog(QWidget *parent);

Q_SIGNALS:
    /// May be empty.
    void chosen(const QString &hint);

private:
    QLineEdit *m_hint;
};

} // namespace tertulia
