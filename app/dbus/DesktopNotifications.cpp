// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/DesktopNotifications.h"

#include "app/dbus/AsyncCall.h"
#include "app/sound/NoticeSounds.h"
#include "core/base/Log.h"

#include <QDBusMessage>
#include <QDBusVariant>
#include <QUrl>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;
const QString kProperties = u"org.freedesktop.DBus.Properties"_s;
const QString kOpen = u"default"_s;
const QString kMarkRead = u"mail-mark-read"_s;
const QString kReply = u"inline-reply"_s;
const QString kAccept = u"accept"_s;
const QString kDecline = u"decline"_s;

/// More is cut by every server, and a hostile body may be long.
constexpr qsizetype kLongestTitle = 200;
constexpr qsizetype kLongestBody = 500;

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, const QString &desktopEntry,
                                           QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
    , m_desktopEntry(desktopEntry)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) {
                forgetServer();
                if (!newOwner.isEmpty())
                    meetServer();
            });
    m_bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
    m_bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(onAction(uint, QString)));
    m_bus.connect(kService, kPath, kService, u"NotificationReplied"_s, this, SLOT(onReplied(uint, QString)));
    m_bus.connect(kService, kPath, kService, u"ActivationToken"_s, this, SLOT(onToken(uint, QString)));
    m_bus.connect(kService, kPath, kProperties, u"PropertiesChanged"_s, this,
                  SLOT(onProperties(QString, QVariantMap)));
    meetServer();
}

void DesktopNotifications::setFallback(Notifier *fallback)
{
    m_fallback = fallback;
    if (fallback)
        speakFor(fallback);
}

void DesktopNotifications::meetServer()
{
    if (!m_bus.isConnected()) {
        m_server = Server::Absent;
        return;
    }
    m_server = Server::Asked;
    // These calls also start a server that the bus can start.
    callAsync(m_bus, call(u"GetCapabilities"_s), this,
              [this](const QDBusMessage &reply) { gotCapabilities(reply); });
    callAsync(m_bus, call(u"GetServerInformation"_s), this, [this](const QDBusMessage &reply) {
        m_serverName = reply.arguments().value(0).toString();
        Q_EMIT descriptionChanged();
    });
    QDBusMessage inhibited = QDBusMessage::createMethodCall(kService, kPath, kProperties, u"Get"_s);
    inhibited << kService << u"Inhibited"_s;
    callAsync(m_bus, inhibited, this, [this](const QDBusMessage &reply) {
        m_inhibited = reply.arguments().value(0).value<QDBusVariant>().variant().toBool();
    });
}

void DesktopNotifications::forgetServer()
{
    m_server = Server::Absent;
    m_capabilities.clear();
    m_serverName.clear();
    m_inhibited = false;
    ++m_serverNumber;
    // Its bubbles went with it. What it was asked to show and what waits is still to be shown.
    for (auto bubble = m_bubbles.begin(); bubble != m_bubbles.end();) {
        bubble->id = 0;
        bubble = bubble->inFlight || bubble->next ? std::next(bubble) : m_bubbles.erase(bubble);
    }
    m_tokens.clear();
    Q_EMIT descriptionChanged();
}

void DesktopNotifications::gotCapabilities(const QDBusMessage &reply)
{
    const bool known = reply.type() == QDBusMessage::ReplyMessage;
    m_server = known ? Server::Known : Server::Absent;
    m_capabilities = reply.arguments().value(0).toStringList();
    const auto waiting = m_bubbles;
    for (const Bubble &bubble : waiting) {
        if (bubble.next)
            show(*bubble.next);
    }
    Q_EMIT descriptionChanged();
}

void DesktopNotifications::show(const Notice &notice)
{
    // One after the other, whoever shows them: the older one may still come to the fallback.
    const bool inFlight = m_bubbles.value(notice.tag).inFlight;
    if (m_server == Server::Absent && !inFlight) {
        m_bubbles.remove(notice.tag);
        if (m_fallback)
            m_fallback->show(notice);
        return;
    }
    Bubble &bubble = m_bubbles[notice.tag];
    bubble.withdrawn = false;
    if (m_server == Server::Asked || inFlight)
        bubble.next = notice;
    else
        send(notice.tag, notice);
}

void DesktopNotifications::send(const QString &tag, const Notice &notice)
{
    Bubble &bubble = m_bubbles[tag];
    bubble.inFlight = true;
    bubble.next.reset();

    QStringList actions;
    if (m_capabilities.contains("actions"_L1)) {
        actions << kOpen << tr("Open");
        if (notice.canReply && m_capabilities.contains(kReply))
            actions << kReply << tr("Reply");
        if (notice.canMarkRead)
            actions << kMarkRead << tr("Mark as read");
        if (notice.canAccept)
            actions << kAccept << tr("Accept") << kDecline << tr("Decline");
    }
    QVariantMap hints{{u"desktop-entry"_s, m_desktopEntry}, {u"category"_s, u"im.received"_s}};
    if (notice.canReply && m_capabilities.contains(kReply)) {
        // Plasma's; others show words of their own.
        hints.insert(u"x-kde-reply-placeholder-text"_s, tr("Write a reply…"));
        hints.insert(u"x-kde-reply-submit-button-text"_s, tr("Send"));
    }
    addSound(notice.sound, hints);
    if (!notice.imageFile.isEmpty())
        hints.insert(u"image-path"_s, QUrl::fromLocalFile(notice.imageFile).toString());

    QString body = notice.body.left(kLongestBody);
    if (m_capabilities.contains("body-markup"_L1))
        body = body.toHtmlEscaped();
    QDBusMessage notify = call(u"Notify"_s);
    notify << u"Tertulia"_s << bubble.id << m_desktopEntry << notice.title.left(kLongestTitle) << body
           << actions << hints << -1;
    callAsync(m_bus, notify, this, [this, tag, notice, server = m_serverNumber](const QDBusMessage &reply) {
        sent(tag, notice, server, reply);
    });
}

void DesktopNotifications::addSound(NoticeSound sound, QVariantMap &hints)
{
    if (sound == NoticeSound::None || !m_capabilities.contains("sound"_L1)) {
        hints.insert(u"suppress-sound"_s, true);
        if (m_sounds)
            m_sounds->play(sound);
        return;
    }
    if (const QString file = m_sounds ? m_sounds->file(sound) : QString(); !file.isEmpty())
        hints.insert(u"sound-file"_s, file);
    else
        hints.insert(u"sound-name"_s, u"message-new-instant"_s);
}

void DesktopNotifications::play(NoticeSound sound)
{
    if (m_sounds)
        m_sounds->play(sound);
}

void DesktopNotifications::sent(const QString &tag, const Notice &notice, int server,
                                const QDBusMessage &reply)
{
    const auto bubble = m_bubbles.find(tag);
    if (bubble == m_bubbles.end())
        return;
    const bool shown = reply.type() == QDBusMessage::ReplyMessage;
    bubble->inFlight = false;
    // A server that went took its bubble along.
    bubble->id = shown && server == m_serverNumber ? reply.arguments().value(0).toUInt() : 0;
    if (bubble->withdrawn) {
        closeBubble(bubble->id);
        m_bubbles.erase(bubble);
    } else if (bubble->next) {
        show(Notice(*bubble->next));
    } else if (bubble->id == 0) {
        m_bubbles.erase(bubble);
        if (shown)
            return;
        qCDebug(logApp) << "a notification was not shown:" << reply.errorName();
        if (m_fallback)
            m_fallback->show(notice);
    }
}

void DesktopNotifications::withdraw(const QString &tag)
{
    if (m_fallback)
        m_fallback->withdraw(tag);
    const auto bubble = m_bubbles.find(tag);
    if (bubble == m_bubbles.end())
        return;
    bubble->next.reset();
    if (bubble->inFlight) {
        bubble->withdrawn = true;
        return;
    }
    closeBubble(bubble->id);
    m_bubbles.erase(bubble);
}

void DesktopNotifications::closeBubble(uint id)
{
    if (id == 0)
        return;
    QDBusMessage close = call(u"CloseNotification"_s);
    close << id;
    m_bus.send(close);
}

QString DesktopNotifications::description() const
{
    if (m_server == Server::Absent)
        return m_fallback ? m_fallback->description() : tr("No notification service was found.");
    const QString name = m_serverName.isEmpty() ? tr("Notification service") : m_serverName;
    return m_capabilities.contains(kReply) ? tr("%1: OK, supports inline reply").arg(name)
                                           : tr("%1: OK").arg(name);
}

QString DesktopNotifications::tagOf(uint id) const
{
    for (auto it = m_bubbles.cbegin(); it != m_bubbles.cend(); ++it) {
        if (id != 0 && it->id == id)
            return it.key();
    }
    return {};
}

QDBusMessage DesktopNotifications::call(const QString &method) const
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

void DesktopNotifications::onClosed(uint id, uint)
{
    m_tokens.remove(id);
    const QString tag = tagOf(id);
    if (tag.isNull())
        return;
    Bubble &bubble = m_bubbles[tag];
    bubble.id = 0;
    if (bubble.inFlight || bubble.next)
        return;
    m_bubbles.remove(tag);
    Q_EMIT closed(tag);
}

void DesktopNotifications::onAction(uint id, const QString &action)
{
    const QString token = m_tokens.take(id);
    const QString tag = tagOf(id);
    if (tag.isNull())
        return;
    if (action == kOpen)
        Q_EMIT activated(tag, token);
    else if (action == kMarkRead)
        Q_EMIT markReadRequested(tag);
    else if (action == kAccept || action == kDecline)
        Q_EMIT answered(tag, action == kAccept);
}

void DesktopNotifications::onReplied(uint id, const QString &text)
{
    const QString tag = tagOf(id);
    if (!tag.isNull() && !text.isEmpty())
        Q_EMIT replied(tag, text);
}

void DesktopNotifications::onToken(uint id, const QString &token)
{
    if (!tagOf(id).isNull())
        m_tokens.insert(id, token.left(1000));
}

void DesktopNotifications::onProperties(const QString &interface, const QVariantMap &changed)
{
    if (interface == kService && changed.contains(u"Inhibited"_s))
        m_inhibited = changed.value(u"Inhibited"_s).toBool();
}

} // namespace tertulia
