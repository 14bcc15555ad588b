// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace tertulia
{

class PasswordField;

/// Asks for an account's password in the main window, without a dialog (UI e.8).
class PasswordBar : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordBar(QWidget *parent = nullptr);

    /// `reason`: why it is asked, in words; may be empty.
    void ask(const QString &address, const QString &reason, bool remember);
    void focusField();

Q_SIGNALS:
    void given(const QString &password, bool remember);
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    PasswordField *m_password;
    QCheckBox *m_remember;
};

} // namespace tertulia
