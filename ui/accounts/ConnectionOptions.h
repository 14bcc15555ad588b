// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace tertulia
{

class ProxyOptions;

/// What most people never touch: where the server is, which way the log-in goes, what stands in between.
class ConnectionOptions : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionOptions(QWidget *parent = nullptr);

    /// Writes what was chosen over what is there.
    void applyTo(ConnectionSettings &settings) const;
    void setSettings(const ConnectionSettings &settings);
    /// Nothing is as it usually is not.
    [[nodiscard]] bool isUsual() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] LogInWay logInWay() const;
    /// Typed now; empty: as it is kept.
    [[nodiscard]] QString proxyPassword() const;
    void wipe();

Q_SIGNALS:
    void changed();
    void submitted();
    void logInWayChanged(tertulia::LogInWay way);

private:
    QWidget *makeCertificate();
    void chooseFile();

    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLineEdit *m_resource;
    QComboBox *m_way;
    QLineEdit *m_file = nullptr;
    QWidget *m_certificate; ///< holds the field above
    ProxyOptions *m_proxy;
    QCheckBox *m_requireBinding;
};

} // namespace tertulia
