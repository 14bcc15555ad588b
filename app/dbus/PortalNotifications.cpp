// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/PortalNotifications.h"

#include "app/dbus/AsyncCall.h"
#include "app/dbus/VariantMap.h"

#include <QCryptographicHash>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Notification"_s;
const QString kProperties = u"org.freedesktop.DBus.Properties"_s;
const QString kOpen = u"open"_s;
const QString kMarkRead = u"mark-read"_s;
const QString kAccept = u"accept"_s;
const QString kDecline = u"decline"_s;

constexpr qsizetype kLongestTitle = 200;
constexpr qsizetype kLongestBody = 500;

/// The portal keeps the ids beside those of others; a tag with an address in it is nobody's business.
QString idOf(const QString &tag)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(tag.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
}

} // namespace

PortalNotifications::PortalNotifications(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent)
    , m_bus(bus)
    , m_watcher(kService, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &newOwner) {
                m_bubbles.clear();
                m_portal = Portal::Absent;
                if (newOwner.isEmpty())
                    Q_EMIT descriptionChanged();
                else
                    meetPortal();
            });
    qDBusRegisterMetaType<QList<QVariantMap>>();
    m_bus.connect(kService, kPath, kInterface, u"ActionInvoked"_s, this,
                  SLOT(onAction(QString, QString, QVariantList)));
    meetPortal();
}

void PortalNotifications::setFallback(Notifier *fallback)
{
    m_fallback = fallback;
    if (fallback)
        speakFor(fallback);
}

void PortalNotifications::meetPortal()
{
    if (!m_bus.isConnected()) {
        m_portal = Portal::Absent;
        return;
    }
    m_portal = Portal::Asked;
    // Its version: of no interest, but who has none has no such portal.
    QDBusMessage version = QDBusMessage::createMethodCall(kService, kPath, kProperties, u"Get"_s);
    version << kInterface << u"version"_s;
    callAsync(m_bus, version, this, [this](const QDBusMessage &reply) {
        m_portal = reply.type() == QDBusMessage::ReplyMessage ? Portal::Known : Portal::Absent;
        const auto waiting = std::exchange(m_waiting, {});
        for (const Notice &notice : waiting)
            show(notice);
        Q_EMIT descriptionChanged();
    });
}

void PortalNotifications::show(const Notice &notice)
{
    if (m_portal == Portal::Asked)
        m_waiting.insert(notice.tag, notice);
    else if (m_portal == Portal::Known)
        add(notice);
    else if (m_fallback)
        m_fallback->show(notice);
}

void PortalNotifications::add(const Notice &notice)
{
    const auto button = [](const QString &label, const QString &action) {
        return QVariantMap{{u"label"_s, label}, {u"action"_s, action}};
    };
    QList<QVariantMap> buttons;
    if (notice.canMarkRead)
        buttons << button(tr("Mark as read"), kMarkRead);
    if (notice.canAccept)
        buttons << button(tr("Accept"), kAccept) << button(tr("Decline"), kDecline);
    // The portal takes both as plain text.
    QVariantMap description{{u"title"_s, notice.title.left(kLongestTitle)},
                            {u"body"_s, notice.body.left(kLongestBody)},
                            {u"default-action"_s, kOpen},
                            {u"priority"_s, u"normal"_s}};
    if (!buttons.isEmpty())
        description.insert(u"buttons"_s, QVariant::fromValue(buttons));
    const QString id = idOf(notice.tag);
    const quint64 number = ++m_lastAdded;
    m_bubbles.insert(id, {notice.tag, number});
    QDBusMessage message = call(u"AddNotification"_s);
    message << id << description;
    callAsync(m_bus, message, this, [this, id, notice, number](const QDBusMessage &reply) {
        // Withdrawn, or replaced, while the portal thought about it: nobody else is to show it.
        if (reply.type() == QDBusMessage::ReplyMessage || m_bubbles.value(id).number != number)
            return;
        m_bubbles.remove(id);
        if (m_fallback)
            m_fallback->show(notice);
    });
}

void PortalNotifications::withdraw(const QString &tag)
{
    if (m_fallback)
        m_fallback->withdraw(tag);
    m_waiting.remove(tag);
    if (m_bubbles.remove(idOf(tag)) == 0)
        return;
    QDBusMessage message = call(u"RemoveNotification"_s);
    message << idOf(tag);
    m_bus.send(message);
}

QString PortalNotifications::description() const
{
    if (m_portal == Portal::Known)
        return tr("Notifications of the sandbox's portal: OK");
    return m_fallback ? m_fallback->description() : tr("No notification service was found.");
}

void PortalNotifications::onAction(const QString &id, const QString &action, const QVariantList &parameters)
{
    const QString tag = m_bubbles.value(id).tag;
    if (tag.isNull())
        return;
    if (action == kOpen) {
        // Newer portals put the platform data there, with the token.
        QString token;
        for (const QVariant &parameter : parameters) {
            QVariant value = parameter;
            while (value.canConvert<QDBusVariant>())
                value = value.value<QDBusVariant>().variant();
            if (const QVariantMap facts = mapIn(value); !facts.isEmpty())
                token = facts.value(u"activation-token"_s).toString();
        }
        Q_EMIT activated(tag, token.left(1000));
    } else if (action == kMarkRead) {
        Q_EMIT markReadRequested(tag);
    } else if (action == kAccept || action == kDecline) {
        Q_EMIT answered(tag, action == kAccept);
    }
}

} // namespace tertulia
