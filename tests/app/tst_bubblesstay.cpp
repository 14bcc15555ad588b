// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Bubbles outlive the windows, which are made anew in another language.
#include "app/DesktopServices.h"
#include "app/FileLocations.h"
#include "app/SystemServices.h"
#include "app/Workspace.h"
#include "core/session/SessionMessages.h"
#include "core/session/XmppSession.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/SampleHousehold.h"
#include "ui/theme/Resources.h"
#include "ui/theme/Theme.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

class FakeServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    int shown = 0;
    QList<uint> closed;
public Q_SLOTS:
    QStringList GetCapabilities() { return {u"body"_s, u"actions"_s}; }
    uint Notify(const QString &, uint, const QString &, const QString &, const QString &, const QStringList &,
                const QVariantMap &, int)
    {
        return uint(40 + ++shown);
    }
    void CloseNotification(uint id) { closed.append(id); }
};

} // namespace

class tst_BubblesStay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.start());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address().toUtf8());
        initResources();
        applyTheme(*qApp);
    }
    void aBubbleIsClickedAfterTheWindowsWereMadeAnew()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(m_bus.address(), u"server"_s);
        FakeServer server;
        QVERIFY(bus.registerObject(kPath, &server, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(kService));
        const FileLocations locations
            = FileLocations::inProfile(m_folder.filePath(u"profile"_s), QProcessEnvironment());
        QVERIFY(locations.create());
        SystemServices services;
        FakeSecretStore secrets;
        const auto workspace = Workspace::open(locations, services, secrets);
        QVERIFY(workspace);
        AccountSettings settings;
        settings.connection.account = jidOf(u"ana@example.org"_s);
        settings.enabled = false;
        XmppSession *ana = (*workspace)->accounts().add(settings).value();
        DesktopServices desktop(**workspace, locations, {});
        Q_EMIT ana->messages().arrived(jidOf(u"bruno@example.org"_s), 1, u"hello"_s);
        QTRY_COMPARE(server.shown, 1);

        desktop.leaveWindow();
        (*workspace)->remakeWindows();
        desktop.meetWindow();
        QSignalSpy wanted(&desktop.notices(), &ChatNotices::chatRequested);
        QDBusMessage click = QDBusMessage::createSignal(kPath, kService, u"ActionInvoked"_s);
        click << 41U << u"default"_s;
        bus.send(click);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(server.closed, QList<uint>());
    }

private:
    PrivateBus m_bus;
    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_BubblesStay)
#include "tst_bubblesstay.moc"
