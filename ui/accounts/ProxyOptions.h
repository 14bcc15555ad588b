// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace tertulia
{

class PasswordField;

/// Which proxy an account goes through.
class ProxyOptions : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyOptions(QWidget *parent = nullptr);

    [[nodiscard]] ProxyChoice choice() const;
    void setChoice(const ProxyChoice &choice);
    /// Typed now; empty: as it is kept.
    [[nodiscard]] QString password() const;
    void wipe();
    /// A proxy that was chosen has a host.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void arrange();

    QComboBox *m_kind;
    QWidget *m_place;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    PasswordField *m_password;
};

} // namespace tertulia
