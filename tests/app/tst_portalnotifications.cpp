// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/LauncherBadge.h"
#include "app/dbus/PortalNotifications.h"
#include "tests/support/PrivateBus.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;

class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Notification")
    Q_PROPERTY(uint version READ version CONSTANT)
public:
    [[nodiscard]] uint version() const { return 1; }
    QList<std::pair<QString, QVariantMap>> added;
    QStringList removed;
    int refusing = 0;
public Q_SLOTS:
    void AddNotification(const QString &id, const QVariantMap &notification)
    {
        if (refusing > 0) {
            --refusing;
            sendErrorReply(QDBusError::Failed, u"no"_s);
            return;
        }
        added.append({id, notification});
    }
    void RemoveNotification(const QString &id) { removed.append(id); }
};

class Recorder : public Notifier
{
public:
    void show(const Notice &notice) override { shown.append(notice.tag); }
    void withdraw(const QString &tag) override { withdrawn.append(tag); }
    bool isInhibited() const override { return false; }
    QString description() const override { return u"the last resort"_s; }
    QStringList shown;
    QStringList withdrawn;
};

/// Hears the signals of docks.
class Dock : public QObject
{
    Q_OBJECT
public:
    QList<QVariantMap> told;
    QStringList applications;
public Q_SLOTS:
    void update(const QString &application, const QVariantMap &properties)
    {
        applications << application;
        told << properties;
    }
};

Notice aNotice(const QString &tag)
{
    return {.tag = tag, .title = u"<b>Bruno</b>"_s, .body = u"hello"_s, .imageFile = {}, .canMarkRead = true};
}

} // namespace

class tst_PortalNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qDBusRegisterMetaType<QMap<QString, int>>();
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->start());
        ++m_run;
    }
    void cleanup()
    {
        m_notifications.reset();
        QDBusConnection::disconnectFromBus(u"server%1"_s.arg(m_run));
        QDBusConnection::disconnectFromBus(u"client%1"_s.arg(m_run));
        m_bus.reset();
    }

    void withoutAPortalTheFallbackShows()
    {
        begin();
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        m_notifications->show(aNotice(u"a"_s));
        QTRY_COMPARE(fallback.shown, QStringList{u"a"_s});
        QCOMPARE(m_notifications->description(), u"the last resort"_s);
        m_notifications->withdraw(u"a"_s);
        QCOMPARE(fallback.withdrawn, QStringList{u"a"_s});
    }

    void showsAndTakesAway()
    {
        FakePortal portal;
        publish(portal);
        begin();
        m_notifications->show(aNotice(u"chat 1 bruno@example.org"_s));
        QTRY_COMPARE(portal.added.size(), 1);
        const auto [id, notification] = portal.added[0];
        // Others can read the ids.
        QVERIFY(!id.contains(u"bruno"_s));
        QCOMPARE(notification.value(u"title"_s).toString(), u"<b>Bruno</b>"_s);
        QCOMPARE(notification.value(u"default-action"_s).toString(), u"open"_s);
        QVERIFY(notification.contains(u"buttons"_s));
        m_notifications->show(aNotice(u"chat 1 bruno@example.org"_s));
        QTRY_COMPARE(portal.added.size(), 2);
        QCOMPARE(portal.added[1].first, id);
        m_notifications->withdraw(u"never shown"_s);
        m_notifications->withdraw(u"chat 1 bruno@example.org"_s);
        QTRY_COMPARE(portal.removed, QStringList{id});
    }

    void theFallbackShowsNothingThatIsOver()
    {
        FakePortal portal;
        portal.refusing = 4;
        publish(portal);
        begin();
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        // Until it is known that there is a portal they wait.
        QTRY_COMPARE(m_notifications->description(), u"Notifications of the sandbox's portal: OK"_s);
        m_notifications->show(aNotice(u"withdrawn"_s));
        m_notifications->show(aNotice(u"replaced"_s));
        m_notifications->show(aNotice(u"replaced"_s));
        m_notifications->withdraw(u"withdrawn"_s);
        m_notifications->show(aNotice(u"wanted"_s));
        QTRY_COMPARE(fallback.shown, (QStringList{u"replaced"_s, u"wanted"_s}));
        m_notifications->show(aNotice(u"wanted"_s));
        QTRY_COMPARE(portal.added.size(), 1);
        QCOMPARE(fallback.shown.size(), 2);
    }

    void hearsThePerson()
    {
        FakePortal portal;
        publish(portal);
        begin();
        m_notifications->show(aNotice(u"a"_s));
        QTRY_COMPARE(portal.added.size(), 1);
        const QString id = portal.added[0].first;
        QSignalSpy activated(m_notifications.get(), &Notifier::activated);
        QSignalSpy read(m_notifications.get(), &Notifier::markReadRequested);
        act(u"0000"_s, u"open"_s);
        act(id, u"unknown"_s);
        act(id, u"mark-read"_s);
        // No dictionary of values, whatever its keys.
        act(id, u"open"_s, {QVariant::fromValue(QMap<QString, int>{{u"activation-token"_s, 7}})});
        act(id, u"open"_s, {QVariantMap{{u"activation-token"_s, u"t"_s}}});
        act(id, u"open"_s);
        QTRY_COMPARE(activated.size(), 3);
        QCOMPARE(activated[0][0].toString(), u"a"_s);
        QCOMPARE(activated[0][1].toString(), QString());
        QCOMPARE(activated[1][1].toString(), u"t"_s);
        QCOMPARE(read.size(), 1);
    }

    void theBadgeIsTold()
    {
        Dock dock;
        QVERIFY(server().connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &dock,
                                 SLOT(update(QString, QVariantMap))));
        {
            LauncherBadge badge(client(), u"im.tertulia.Tertulia"_s);
            badge.show(0);
            badge.show(3);
            badge.show(3);
            QTRY_COMPARE(dock.told.size(), 1);
            QCOMPARE(dock.applications[0], u"application://im.tertulia.Tertulia.desktop"_s);
            QCOMPARE(dock.told[0].value(u"count"_s).toLongLong(), 3);
            QVERIFY(dock.told[0].value(u"count-visible"_s).toBool());
        }
        QTRY_COMPARE(dock.told.size(), 2);
        QVERIFY(!dock.told[1].value(u"count-visible"_s).toBool());
    }

private:
    [[nodiscard]] QDBusConnection server() const
    {
        return QDBusConnection::connectToBus(m_bus->address(), u"server%1"_s.arg(m_run));
    }
    [[nodiscard]] QDBusConnection client() const
    {
        return QDBusConnection::connectToBus(m_bus->address(), u"client%1"_s.arg(m_run));
    }
    void publish(FakePortal &portal)
    {
        QVERIFY(server().registerObject(
            kPath, &portal, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties));
        QVERIFY(server().registerService(kService));
    }
    void begin() { m_notifications = std::make_unique<PortalNotifications>(client()); }
    void act(const QString &id, const QString &action, const QVariantList &parameters = {})
    {
        QDBusMessage signal
            = QDBusMessage::createSignal(kPath, u"org.freedesktop.portal.Notification"_s, u"ActionInvoked"_s);
        signal << id << action << parameters;
        server().send(signal);
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<PortalNotifications> m_notifications;
    int m_run = 0;
};

QTEST_GUILESS_MAIN(tst_PortalNotifications)
#include "tst_portalnotifications.moc"
