// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/Notifier.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QHash>
#include <QStringList>

#include <optional>

class QDBusMessage;

namespace tertulia
{

class NoticeSounds;

/// Notices through org.freedesktop.Notifications (Desktop Notifications Specification 1.2). Everything is
/// asynchronous, so a server that hangs costs nothing but its bubbles. While there is no server, notices go
/// to the fallback. The server plays the sounds if it can, else the program does.
class DesktopNotifications : public Notifier
{
    Q_OBJECT
public:
    /// `desktopEntry`: file name of the desktop entry without its suffix.
    DesktopNotifications(const QDBusConnection &bus, const QString &desktopEntry, QObject *parent = nullptr);

    /// Shows what cannot be shown here; not owned, may be null.
    void setFallback(Notifier *fallback);
    /// Not owned, may be null: then only the server's own sounds are heard.
    void setSounds(NoticeSounds *sounds) { m_sounds = sounds; }

    void show(const Notice &notice) override;
    void withdraw(const QString &tag) override;
    void play(NoticeSound sound) override;
    [[nodiscard]] bool isInhibited() const override { return m_inhibited; }
    [[nodiscard]] QString description() const override;

private:
    /// What is known of the bubble with a tag.
    struct Bubble {
        uint id = 0; ///< 0: none shown yet
        bool inFlight = false; ///< a Notify call was sent and not answered
        bool withdrawn = false; ///< close it as soon as its id is known
        std::optional<Notice> next; ///< to show when the call in flight was answered
    };

    void meetServer();
    void forgetServer();
    void gotCapabilities(const QDBusMessage &reply);
    void send(const QString &tag, const Notice &notice);
    void sent(const QString &tag, const Notice &notice, int server, const QDBusMessage &reply);
    void closeBubble(uint id);
    void addSound(NoticeSound sound, QVariantMap &hints);
    [[nodiscard]] QString tagOf(uint id) const;
    [[nodiscard]] QDBusMessage call(const QString &method) const;

private Q_SLOTS:
    void onClosed(uint id, uint reason);
    void onAction(uint id, const QString &action);
    void onReplied(uint id, const QString &text);
    void onToken(uint id, const QString &token);
    void onProperties(const QString &interface, const QVariantMap &changed);

private:
    enum class Server { Absent, Asked, Known };

    QDBusConnection m_bus;
    QString m_desktopEntry;
    QDBusServiceWatcher m_watcher;
    Notifier *m_fallback = nullptr;
    NoticeSounds *m_sounds = nullptr;
    Server m_server = Server::Asked;
    int m_serverNumber = 0; ///< which one it is, of those that came and went
    QStringList m_capabilities;
    QString m_serverName;
    bool m_inhibited = false;
    QHash<QString, Bubble> m_bubbles;
    QHash<uint, QString> m_tokens;
};

} // namespace tertulia
