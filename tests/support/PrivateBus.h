// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace tertulia
{

/// A session bus of a test's own, on which nothing runs but what the test starts. Ends with the object.
class PrivateBus
{
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    /// Starts the bus daemon; false if it does not come up.
    bool start();
    /// Ends it without a word to those who are connected.
    void kill();
    [[nodiscard]] QString address() const { return m_address; }
    /// The test's environment with this bus and with a home of its own.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Runs gnome-keyring-daemon on this bus. An existing keyring stays locked unless `unlock`. `name`: as a
    /// program of that name, with keyrings of its own.
    bool startKeyring(bool unlock, const QString &name = {});
    void stopKeyring();
    [[nodiscard]] qint64 keyringProcess() const { return m_keyring.processId(); }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcess m_keyring;
    QString m_address;
};

} // namespace tertulia
