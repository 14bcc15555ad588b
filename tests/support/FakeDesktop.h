// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/Desktop.h"

#include <QStringList>

namespace tertulia
{

/// A desktop that does what the test says, and remembers what it was asked.
class FakeDesktop : public Desktop
{
public:
    [[nodiscard]] QString notificationService() const override { return service; }
    void showSampleNotice() override { ++samples; }
    [[nodiscard]] bool hasTray() const override { return tray; }
    [[nodiscard]] bool startsWithSession() const override { return starts; }
    bool setStartsWithSession(bool wanted) override
    {
        if (writable)
            starts = wanted;
        return writable;
    }
    [[nodiscard]] bool canOpenLinks() const override { return installed; }
    [[nodiscard]] bool opensLinks() const override { return opens; }
    bool openLinks() override
    {
        opens = writable;
        return writable;
    }
    [[nodiscard]] QString profileFolder() const override
    {
        return QStringLiteral("/home/ana/.local/share/tertulia");
    }
    [[nodiscard]] QString logFile() const override
    {
        return QStringLiteral("/home/ana/.local/state/tertulia/log");
    }
    void openFolder(const QString &path) override { opened << path; }
    [[nodiscard]] QString diagnostics() const override { return QStringLiteral("Tertulia 0"); }

    QString service = QStringLiteral("Fake Shell: OK");
    bool tray = true;
    bool starts = false;
    bool writable = true;
    bool installed = true;
    bool opens = false;
    int samples = 0;
    QStringList opened;
};

} // namespace tertulia
