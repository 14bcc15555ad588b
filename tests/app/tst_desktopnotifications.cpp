// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/DesktopNotifications.h"
#include "app/sound/NoticeSounds.h"
#include "tests/support/PrivateBus.h"
#include "ui/theme/Resources.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.Notifications"_s;
const QString kPath = u"/org/freedesktop/Notifications"_s;

/// A notification server whose every answer the test decides.
class FakeServer : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited READ inhibited CONSTANT)
public:
    struct Call {
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    explicit FakeServer(const QDBusConnection &bus)
        : m_bus(bus)
    {
    }
    bool publish()
    {
        return m_bus.registerObject(kPath, this,
                                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties)
            && m_bus.registerService(kService);
    }
    void leave() { m_bus.unregisterService(kService); }
    void tell(const QString &signal, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(kPath, kService, signal);
        message.setArguments(arguments);
        m_bus.send(message);
    }
    bool inhibited() const { return isInhibited; }

    QStringList capabilities{u"body"_s, u"actions"_s, u"body-markup"_s};
    QList<Call> calls;
    QList<uint> closed;
    int asked = 0;
    bool hang = false;
    bool refuse = false;
    bool isInhibited = false;
    QList<QDBusMessage> held;

    void releaseHeld()
    {
        for (const QDBusMessage &message : std::exchange(held, {}))
            m_bus.send(message.createReply(++m_lastId));
    }
    void refuseHeld()
    {
        for (const QDBusMessage &message : std::exchange(held, {}))
            m_bus.send(message.createErrorReply(QDBusError::NoReply, u"too late"_s));
    }

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++asked;
        return capabilities;
    }
    QString GetServerInformation(QString &vendor, QString &version, QString &specVersion)
    {
        vendor = u"test"_s;
        version = u"1"_s;
        specVersion = u"1.2"_s;
        return u"Fake Shell"_s;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        calls.append({replaces, summary, body, actions, hints});
        if (refuse) {
            sendErrorReply(QDBusError::LimitsExceeded, u"too many"_s);
            return 0;
        }
        if (hang) {
            setDelayedReply(true);
            held.append(message());
            return 0;
        }
        return replaces ? replaces : ++m_lastId;
    }
    void CloseNotification(uint id) { closed.append(id); }

private:
    QDBusConnection m_bus;
    uint m_lastId = 40;
};

/// Remembers what it was asked to show.
class Recorder : public Notifier
{
public:
    void show(const Notice &notice) override
    {
        shown.append(notice.tag);
        bodies.append(notice.body);
    }
    void withdraw(const QString &tag) override { withdrawn.append(tag); }
    bool isInhibited() const override { return false; }
    QString description() const override { return {}; }
    QStringList shown;
    QStringList bodies;
    QStringList withdrawn;
};

Notice aNotice(const QString &tag, const QString &body)
{
    return {.tag = tag,
            .title = u"Bruno"_s,
            .body = body,
            .imageFile = {},
            .canReply = true,
            .canMarkRead = true};
}

} // namespace

class tst_DesktopNotifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(m_bus->start());
        ++m_run;
        m_server = std::make_unique<FakeServer>(
            QDBusConnection::connectToBus(m_bus->address(), u"server%1"_s.arg(m_run)));
    }
    void cleanup()
    {
        m_notifications.reset();
        m_server.reset();
        QDBusConnection::disconnectFromBus(u"server%1"_s.arg(m_run));
        QDBusConnection::disconnectFromBus(u"client%1"_s.arg(m_run));
        m_bus.reset();
    }

    void markupIsEscapedOnlyIfTheServerReadsIt_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("body");
        QTest::newRow("markup")
            << QStringList{u"body"_s, u"body-markup"_s}
            << u"&lt;b&gt;1 &amp; 2&lt;/b&gt;&lt;img src=&quot;http://example.org/&quot;&gt;"_s;
        QTest::newRow("plain") << QStringList{u"body"_s}
                               << u"<b>1 & 2</b><img src=\"http://example.org/\">"_s;
    }
    /// SECURITY A129
    void markupIsEscapedOnlyIfTheServerReadsIt()
    {
        QFETCH(QStringList, capabilities);
        QFETCH(QString, body);
        m_server->capabilities = capabilities;
        begin();
        m_notifications->show(aNotice(u"a"_s, u"<b>1 & 2</b><img src=\"http://example.org/\">"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        QCOMPARE(m_server->calls[0].body, body);
        QCOMPARE(m_server->calls[0].actions, QStringList());
    }

    void hintsAndActions()
    {
        m_server->capabilities << u"inline-reply"_s;
        begin();
        Notice notice = aNotice(u"a"_s, u"hello"_s);
        notice.sound = NoticeSound::None;
        m_notifications->show(notice);
        QTRY_COMPARE(m_server->calls.size(), 1);
        const auto &call = m_server->calls[0];
        QCOMPARE(call.hints.value(u"category"_s).toString(), u"im.received"_s);
        QCOMPARE(call.hints.value(u"desktop-entry"_s).toString(), u"im.tertulia.Tertulia"_s);
        QVERIFY(call.hints.value(u"suppress-sound"_s).toBool());
        for (const QString &action : {u"default"_s, u"mail-mark-read"_s, u"inline-reply"_s})
            QVERIFY2(call.actions.contains(action), qPrintable(action));
        QTRY_VERIFY(m_notifications->description().contains("inline reply"_L1));
        QVERIFY(m_notifications->description().contains("Fake Shell"_L1));
    }

    void oneBubbleForEachChat()
    {
        begin();
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        QCOMPARE(m_server->calls[0].replaces, 0U);
        m_notifications->show(aNotice(u"b"_s, u"other"_s));
        QTRY_COMPARE(m_server->calls.size(), 2);
        QCOMPARE(m_server->calls[1].replaces, 0U);
        // The first answer is here once a later call was made and answered.
        m_notifications->show(aNotice(u"a"_s, u"2"_s));
        QTRY_COMPARE(m_server->calls.size(), 3);
        QCOMPARE(m_server->calls[2].replaces, 41U);
    }

    void burstBecomesTwoCalls()
    {
        begin();
        m_server->hang = true;
        for (int i = 0; i < 50; ++i)
            m_notifications->show(aNotice(u"a"_s, QString::number(i)));
        QTRY_COMPARE(m_server->calls.size(), 1);
        m_server->hang = false;
        m_server->releaseHeld();
        QTRY_COMPARE(m_server->calls.size(), 2);
        QCOMPARE(m_server->calls[1].body, u"49"_s);
        QCOMPARE(m_server->calls[1].replaces, 41U);
    }

    void readElsewhereWithdraws()
    {
        begin();
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        m_notifications->withdraw(u"a"_s);
        QTRY_COMPARE(m_server->closed, QList<uint>{41});
        m_notifications->withdraw(u"a"_s);
        m_notifications->withdraw(u"never shown"_s);
        // Even if the server has not said which bubble it is yet.
        m_server->hang = true;
        m_notifications->show(aNotice(u"b"_s, u"1"_s));
        QTRY_COMPARE(m_server->held.size(), 1);
        m_notifications->withdraw(u"b"_s);
        m_server->releaseHeld();
        QTRY_COMPARE(m_server->closed, (QList<uint>{41, 42}));
    }

    void clickBringsTheTokenAlong()
    {
        begin();
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        m_notifications->show(aNotice(u"b"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 2);
        QSignalSpy activated(m_notifications.get(), &Notifier::activated);
        QSignalSpy read(m_notifications.get(), &Notifier::markReadRequested);
        QSignalSpy replied(m_notifications.get(), &Notifier::replied);
        // Wrong ones first: bubbles that are not ours.
        m_server->tell(u"ActionInvoked"_s, {7U, u"default"_s});
        m_server->tell(u"NotificationReplied"_s, {7U, u"text"_s});
        m_server->tell(u"ActionInvoked"_s, {42U, u"unknown"_s});
        m_server->tell(u"NotificationReplied"_s, {42U, QString()});
        m_server->tell(u"ActivationToken"_s, {42U, u"token-1"_s});
        m_server->tell(u"ActionInvoked"_s, {42U, u"default"_s});
        m_server->tell(u"ActionInvoked"_s, {41U, u"mail-mark-read"_s});
        m_server->tell(u"NotificationReplied"_s, {41U, u"yes"_s});
        QTRY_COMPARE(replied.size(), 1);
        QCOMPARE(activated, (QList<QList<QVariant>>{{u"b"_s, u"token-1"_s}}));
        QCOMPARE(read, (QList<QList<QVariant>>{{u"a"_s}}));
        QCOMPARE(replied, (QList<QList<QVariant>>{{u"a"_s, u"yes"_s}}));
    }

    void closedByThePersonStartsAnew()
    {
        begin();
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        QSignalSpy activated(m_notifications.get(), &Notifier::activated);
        m_server->tell(u"NotificationClosed"_s, {41U, 2U});
        m_server->tell(u"ActionInvoked"_s, {41U, u"default"_s});
        m_notifications->show(aNotice(u"z"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 2);
        m_notifications->show(aNotice(u"a"_s, u"2"_s));
        QTRY_COMPARE(m_server->calls.size(), 3);
        QCOMPARE(m_server->calls[2].replaces, 0U);
        QCOMPARE(activated.size(), 0);
    }

    void withoutAServerTheFallbackShows()
    {
        begin(false);
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(fallback.shown, QStringList{u"a"_s});
        // One that starts later is asked what it can do.
        QVERIFY(m_server->publish());
        QTRY_VERIFY(m_notifications->description().contains("Fake"_L1));
        m_notifications->show(aNotice(u"a"_s, u"2"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        m_server->leave();
        QTRY_VERIFY(!m_notifications->description().contains("Fake"_L1));
        m_notifications->show(aNotice(u"a"_s, u"3"_s));
        QTRY_COMPARE(fallback.shown.size(), 2);
    }

    void refusalGoesToTheFallback()
    {
        m_server->refuse = true;
        begin();
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(fallback.shown, QStringList{u"a"_s});
    }

    void theFallbackShowsNothingThatIsOver()
    {
        begin();
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        m_server->hang = true;
        m_notifications->show(aNotice(u"withdrawn"_s, u"1"_s));
        m_notifications->show(aNotice(u"replaced"_s, u"1"_s));
        m_notifications->show(aNotice(u"wanted"_s, u"1"_s));
        QTRY_COMPARE(m_server->held.size(), 3);
        m_notifications->withdraw(u"withdrawn"_s);
        m_server->hang = false;
        m_notifications->show(aNotice(u"replaced"_s, u"2"_s));
        m_server->refuseHeld();
        QTRY_COMPARE(m_server->calls.size(), 4);
        QCOMPARE(m_server->calls[3].body, u"2"_s);
        QTRY_COMPARE(fallback.shown, QStringList{u"wanted"_s});
        QCOMPARE(m_server->closed, QList<uint>());
    }

    void whatAServerThatWentDidNotShowTheFallbackDoes()
    {
        begin();
        Recorder fallback;
        m_notifications->setFallback(&fallback);
        m_server->hang = true;
        m_notifications->show(aNotice(u"withdrawn"_s, u"1"_s));
        m_notifications->show(aNotice(u"replaced"_s, u"1"_s));
        QTRY_COMPARE(m_server->held.size(), 2);
        m_server->leave();
        QTRY_VERIFY(!m_notifications->description().contains("Fake"_L1));
        m_notifications->withdraw(u"withdrawn"_s);
        m_notifications->show(aNotice(u"replaced"_s, u"2"_s));
        m_server->refuseHeld();
        QTRY_COMPARE(fallback.bodies, QStringList{u"2"_s});
        m_notifications->show(aNotice(u"replaced"_s, u"3"_s));
        QCOMPARE(fallback.bodies, (QStringList{u"2"_s, u"3"_s}));
    }

    void theServerPlaysIfItCan()
    {
        initResources();
        QTemporaryDir folder;
        NoticeSounds sounds(folder.path(), {u"no such player"_s});
        m_server->capabilities << u"sound"_s;
        begin();
        m_notifications->setSounds(&sounds);
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        QTRY_COMPARE(m_server->calls.size(), 1);
        QCOMPARE(m_server->calls[0].hints.value(u"sound-file"_s).toString(),
                 sounds.file(NoticeSound::Message));
        QVERIFY(!m_server->calls[0].hints.contains(u"suppress-sound"_s));
    }

    void whoAsksIsAnsweredInTheBubble()
    {
        begin();
        Notice notice = aNotice(u"a"_s, u"1"_s);
        notice.canAccept = true;
        m_notifications->show(notice);
        QTRY_COMPARE(m_server->calls.size(), 1);
        QVERIFY(m_server->calls[0].actions.contains(u"accept"_s)
                && m_server->calls[0].actions.contains(u"decline"_s));
        QSignalSpy answered(m_notifications.get(), &Notifier::answered);
        m_server->tell(u"ActionInvoked"_s, {41U, u"decline"_s});
        QTRY_COMPARE(answered, (QList<QList<QVariant>>{{u"a"_s, false}}));
        QSignalSpy closed(m_notifications.get(), &Notifier::closed);
        m_server->tell(u"NotificationClosed"_s, {7U, 2U});
        m_server->tell(u"NotificationClosed"_s, {41U, 2U});
        QTRY_COMPARE(closed, (QList<QList<QVariant>>{{u"a"_s}}));
    }

    void nothingAtAllIsNoError()
    {
        m_notifications = std::make_unique<DesktopNotifications>(
            QDBusConnection::connectToBus(u"unix:path=/nonexistent"_s, u"client%1"_s.arg(m_run)),
            u"im.tertulia.Tertulia"_s);
        m_notifications->show(aNotice(u"a"_s, u"1"_s));
        m_notifications->withdraw(u"a"_s);
        QVERIFY(!m_notifications->isInhibited());
        QVERIFY(!m_notifications->description().isEmpty());
    }

    void inhibitedIsKnown()
    {
        m_server->isInhibited = true;
        begin();
        QTRY_VERIFY(m_notifications->isInhibited());
    }

private:
    void begin(bool withServer = true)
    {
        if (withServer)
            QVERIFY(m_server->publish());
        m_notifications = std::make_unique<DesktopNotifications>(
            QDBusConnection::connectToBus(m_bus->address(), u"client%1"_s.arg(m_run)),
            u"im.tertulia.Tertulia"_s);
        if (withServer)
            QTRY_VERIFY(m_notifications->description().contains("Fake"_L1));
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<DesktopNotifications> m_notifications;
    int m_run = 0;
};

QTEST_GUILESS_MAIN(tst_DesktopNotifications)
#include "tst_desktopnotifications.moc"
#include "ui/theme/Resources.h"
