// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tertulia
{

/// The desktop around the program, as far as the preferences tell of it and change it; the program's to
/// implement.
class Desktop : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Words: which service shows notices and what it can do.
    [[nodiscard]] virtual QString notificationService() const = 0;
    virtual void showSampleNotice() = 0;

    /// A closed window can be found again by its icon.
    [[nodiscard]] virtual bool hasTray() const = 0;

    [[nodiscard]] virtual bool startsWithSession() const = 0;
    /// False if it could not be written down.
    virtual bool setStartsWithSession(bool starts) = 0;

    /// Whether the desktop knows the program well enough to open links with it.
    [[nodiscard]] virtual bool canOpenLinks() const = 0;
    /// Whether it opens xmpp: links with it.
    [[nodiscard]] virtual bool opensLinks() const = 0;
    /// From now on; false if it could not be written down.
    virtual bool openLinks() = 0;

    /// Where all of the profile is, or most of it.
    [[nodiscard]] virtual QString profileFolder() const = 0;
    [[nodiscard]] virtual QString logFile() const = 0;
    virtual void openFolder(const QString &path) = 0;
    /// What helps to find out what is wrong: versions, settings and states, no names and no messages.
    [[nodiscard]] virtual QString diagnostics() const = 0;

Q_SIGNALS:
    /// Something of the above.
    void changed();
};

} // namespace tertulia
