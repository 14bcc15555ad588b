// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <thread>

namespace tertulia
{

/// Begins on other threads what the program will need in a moment, while the first window is being made: the
/// list of fonts, the TLS library, the connections to the D-Bus daemons. The rest of the program uses these
/// as if nothing had been done before; it only finds them ready.
class EarlyStart : public QObject
{
    Q_OBJECT
public:
    /// Begins what needs no QApplication; before there is one.
    EarlyStart();
    /// Waits for its threads.
    ~EarlyStart() override;

    /// Begins the rest, with a QApplication.
    void begin();
    /// Whether QDBusConnection::sessionBus() and systemBus() can be called without waiting for a daemon.
    [[nodiscard]] bool knowsBuses() const { return m_knowsBuses; }

Q_SIGNALS:
    void busesKnown();

private:
    std::thread m_fonts;
    std::thread m_tls;
    std::thread m_buses;
    bool m_knowsBuses = false;
};

} // namespace tertulia
