// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace tertulia
{

/// One bubble. All text is plain: whoever shows it escapes what its display would take for markup.
struct Notice {
    /// What it is about; a later notice with the same tag takes its place (R11).
    QString tag;
    QString title; ///< untrusted
    QString body; ///< untrusted
    QString imageFile; ///< checked image, or empty
    bool sound = true;
    bool canReply = false; ///< offer a field for an answer where there is one
    bool canMarkRead = false;
};

/// Shows notices on the desktop, outside our windows. Never raises a window, never takes the focus, and never
/// makes the caller wait.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void show(const Notice &notice) = 0;
    virtual void withdraw(const QString &tag) = 0;
    /// The desktop asks for quiet ("do not disturb").
    [[nodiscard]] virtual bool isInhibited() const = 0;
    /// Words for the settings page: which service shows notices and what it can do.
    [[nodiscard]] virtual QString description() const = 0;

Q_SIGNALS:
    /// The person clicked it. `activationToken` entitles us to raise a window (may be empty).
    void activated(const QString &tag, const QString &activationToken);
    void markReadRequested(const QString &tag);
    void replied(const QString &tag, const QString &text);
};

} // namespace tertulia
