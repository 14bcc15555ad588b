// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Autostart.h"
#include "app/FileLocations.h"
#include "app/LinkOpener.h"
#include "ui/settings/Desktop.h"

namespace tertulia
{

class ChatNotices;
class Notifier;
class Tray;
class Workspace;

/// The desktop that the program runs on, for its preferences.
class SystemDesktop : public Desktop
{
    Q_OBJECT
public:
    struct Parts {
        Workspace &workspace;
        Notifier &notifier;
        ChatNotices &notices;
        Tray &tray;
    };

    /// `profile`: the folder the program was told to keep everything in; empty: those of the desktop. All
    /// parts must outlive this.
    SystemDesktop(const Parts &parts, const FileLocations &locations, const QString &profile,
                  QObject *parent = nullptr);

    [[nodiscard]] QString notificationService() const override;
    void showSampleNotice() override;
    [[nodiscard]] bool hasTray() const override;
    [[nodiscard]] bool startsWithSession() const override { return m_autostart.isOn(); }
    bool setStartsWithSession(bool starts) override;
    [[nodiscard]] bool canOpenLinks() const override;
    [[nodiscard]] bool opensLinks() const override { return m_links.isOurs(); }
    bool openLinks() override;
    [[nodiscard]] QString profileFolder() const override { return m_locations.data(); }
    [[nodiscard]] QString logFile() const override { return m_locations.logFile(); }
    void openFolder(const QString &path) override;
    [[nodiscard]] QString diagnostics() const override;

private:
    Parts m_parts;
    FileLocations m_locations;
    Autostart m_autostart;
    LinkOpener m_links;
};

} // namespace tertulia
