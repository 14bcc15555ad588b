// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QStringList>
#include <QVariantMap>

namespace tertulia
{

/// What a desktop may ask of the program through org.freedesktop.Application (Desktop Entry Specification,
/// D-Bus activation), each with the token that lets a window come forward.
class FreedesktopApplication : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    explicit FreedesktopApplication(QObject *parent);

    /// Takes the name `id` on `bus` and appears there; false if another process has it.
    bool publish(QDBusConnection bus, const QString &id);

public Q_SLOTS:
    void Activate(const QVariantMap &platformData); // NOLINT: the interface's spelling
    void Open(const QStringList &uris, const QVariantMap &platformData); // NOLINT
    void ActivateAction(const QString &action, const QVariantList &parameters, // NOLINT
                        const QVariantMap &platformData);

Q_SIGNALS:
    void activateRequested(const QString &activationToken);
    /// Only xmpp: addresses of at most 8 KiB come through.
    void openRequested(const QString &uri, const QString &activationToken);
    void newChatRequested(const QString &activationToken);
    /// `address` is what the caller said, unchecked.
    void openChatRequested(const QString &address, const QString &activationToken);
    void statusRequested(const QString &status);
    void quitRequested();
};

} // namespace tertulia
