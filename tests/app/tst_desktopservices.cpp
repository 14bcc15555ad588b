// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/FreedesktopApplication.h"
#include "app/dbus/PortalColorScheme.h"
#include "app/dbus/ScreenLock.h"
#include "tests/support/PrivateBus.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kManagerPath = u"/org/freedesktop/login1"_s;
const QString kSessionPath = u"/org/freedesktop/login1/session/_31"_s;

/// The two objects of logind that matter to us.
class FakeManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &) { return QDBusObjectPath(kSessionPath); }
};

class FakeSession : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool LockedHint MEMBER locked)
public:
    bool locked = true;
};

/// The settings portal, with the double variant of its older method.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint colorScheme = 1;
public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool known = group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1;
        const QDBusVariant inner{QVariant(known ? colorScheme : 0U)};
        return QDBusVariant(QVariant::fromValue(inner));
    }
};

} // namespace

class tst_DesktopServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.start());
        QVERIFY(server().isConnected() && client().isConnected());
        QVERIFY(server().registerObject(kManagerPath, &m_manager, QDBusConnection::ExportAllSlots));
        QVERIFY(server().registerObject(kSessionPath, &m_session, QDBusConnection::ExportAllProperties));
        QVERIFY(server().registerService(u"org.freedesktop.login1"_s));
    }

    void knowsTheLock()
    {
        ScreenLock lock(client(), client());
        QVERIFY(!lock.isLocked());
        QTRY_VERIFY(lock.isLocked());
        QSignalSpy changed(&lock, &ScreenLock::changed);
        QDBusMessage signal = QDBusMessage::createSignal(kSessionPath, u"org.freedesktop.DBus.Properties"_s,
                                                         u"PropertiesChanged"_s);
        signal << u"org.freedesktop.login1.Session"_s << QVariantMap{{u"LockedHint"_s, false}}
               << QStringList();
        server().send(signal);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!lock.isLocked());
    }

    void followsTheColourScheme()
    {
        const QString path = u"/org/freedesktop/portal/desktop"_s;
        const QString interface = u"org.freedesktop.portal.Settings"_s;
        FakePortal portal;
        QVERIFY(server().registerObject(path, &portal, QDBusConnection::ExportAllSlots));
        QVERIFY(server().registerService(u"org.freedesktop.portal.Desktop"_s));
        PortalColorScheme scheme(client());
        QSignalSpy changed(&scheme, &ColorSchemeSource::changed);
        QCOMPARE(scheme.scheme(), ColorSchemeSource::Scheme::NoPreference);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(scheme.scheme(), ColorSchemeSource::Scheme::Dark);

        const auto tell = [&](const QString &group, const QString &key, uint value) {
            QDBusMessage signal = QDBusMessage::createSignal(path, interface, u"SettingChanged"_s);
            signal << group << key << QVariant::fromValue(QDBusVariant(value));
            server().send(signal);
        };
        tell(u"org.example"_s, u"color-scheme"_s, 0);
        tell(u"org.freedesktop.appearance"_s, u"accent-color"_s, 0);
        tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
        tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 2);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(scheme.scheme(), ColorSchemeSource::Scheme::Light);
        tell(u"org.freedesktop.appearance"_s, u"contrast"_s, 1);
        QTRY_VERIFY(scheme.highContrast());
        QVERIFY(!scheme.reducedMotion());
    }

    void withoutABusNobodyIsLocked()
    {
        const QDBusConnection none = QDBusConnection::connectToBus(u"unix:path=/nonexistent"_s, u"none"_s);
        const ScreenLock lock(none, none);
        const PortalColorScheme scheme(none);
        QCOMPARE(scheme.scheme(), ColorSchemeSource::Scheme::NoPreference);
        QVERIFY(!lock.isLocked());
    }

    void answersTheDesktop()
    {
        QObject owner;
        auto *application = new FreedesktopApplication(&owner);
        QVERIFY(application->publish(server(), u"im.tertulia.Tertulia"_s));
        QSignalSpy activate(application, &FreedesktopApplication::activateRequested);
        QSignalSpy open(application, &FreedesktopApplication::openRequested);
        QSignalSpy newChat(application, &FreedesktopApplication::newChatRequested);
        QSignalSpy openChat(application, &FreedesktopApplication::openChatRequested);
        QSignalSpy quit(application, &FreedesktopApplication::quitRequested);
        const QVariantMap token{{u"activation-token"_s, u"t1"_s}};

        // Wrong ones first.
        ask(u"Open"_s, {QStringList{u"file:///etc/passwd"_s}, QVariantMap()});
        ask(u"Open"_s, {QStringList{u"xmpp:"_s + QString(100'000, u'x')}, QVariantMap()});
        ask(u"Open"_s, {QStringList(), QVariantMap()});
        ask(u"ActivateAction"_s, {u"format-disk"_s, QVariantList(), QVariantMap()});
        ask(u"Open"_s, {QStringList{u"xmpp:a@example.org"_s, u"xmpp:b@example.org"_s}, token});
        ask(u"Activate"_s, {QVariantMap{{u"desktop-startup-id"_s, u"t2"_s}}});
        ask(u"ActivateAction"_s, {u"new-chat"_s, QVariantList(), token});
        ask(u"ActivateAction"_s, {u"open-chat"_s, QVariantList{u"bruno@example.org"_s}, token});
        ask(u"ActivateAction"_s, {u"quit"_s, QVariantList(), QVariantMap()});
        QTRY_COMPARE(quit.size(), 1);
        QCOMPARE(open, (QList<QList<QVariant>>{{u"xmpp:a@example.org"_s, u"t1"_s}}));
        QCOMPARE(activate.size(), 4);
        QCOMPARE(activate.last().value(0).toString(), u"t2"_s);
        QCOMPARE(newChat, (QList<QList<QVariant>>{{u"t1"_s}}));
        QCOMPARE(openChat, (QList<QList<QVariant>>{{u"bruno@example.org"_s, u"t1"_s}}));

        // A second process does not get the name.
        QObject second;
        QVERIFY(!(new FreedesktopApplication(&second))->publish(client(), u"im.tertulia.Tertulia"_s));
    }

private:
    QDBusConnection server() { return QDBusConnection::connectToBus(m_bus.address(), u"server"_s); }
    QDBusConnection client() { return QDBusConnection::connectToBus(m_bus.address(), u"client"_s); }
    void ask(const QString &method, const QVariantList &arguments)
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            u"im.tertulia.Tertulia"_s, u"/im/tertulia/Tertulia"_s, u"org.freedesktop.Application"_s, method);
        call.setArguments(arguments);
        client().send(call);
    }

    PrivateBus m_bus;
    FakeManager m_manager;
    FakeSession m_session;
};

QTEST_GUILESS_MAIN(tst_DesktopServices)
#include "tst_desktopservices.moc"
