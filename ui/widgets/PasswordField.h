// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace tertulia
{

/// A password field with an eye that shows what is typed. Never offers its text to undo, completion or the
/// input method's dictionary.
class PasswordField : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);

    /// Overwrites and empties the field.
    void wipe();

private:
    QAction *m_eye;
    void setShown(bool shown);
};

} // namespace tertulia
