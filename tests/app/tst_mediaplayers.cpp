// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/MediaPlayers.h"
#include "tests/support/PrivateBus.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QSignalSpy>
#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kPath = u"/org/mpris/MediaPlayer2"_s;
const QString kName = u"org.mpris.MediaPlayer2.sample"_s;

/// A media player, as far as what it plays goes.
class FakePlayer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    Q_PROPERTY(QString PlaybackStatus MEMBER status)
    Q_PROPERTY(QVariantMap Metadata MEMBER metadata)
public:
    QString status = u"Stopped"_s;
    QVariantMap metadata;
};

/// A dictionary on the bus, but another than that of values.
using Numbers = QMap<QString, int>;

QVariantMap song(const QString &title)
{
    return {{u"xesam:title"_s, title},
            {u"xesam:artist"_s, QStringList{u"Eva"_s, u"Fay"_s}},
            {u"xesam:album"_s, u"Album"_s}};
}

} // namespace

class tst_MediaPlayers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qDBusRegisterMetaType<Numbers>();
        QVERIFY(m_bus.start());
        m_theirs = QDBusConnection::connectToBus(m_bus.address(), u"player"_s);
        QVERIFY(m_theirs.registerObject(kPath, &m_player, QDBusConnection::ExportAllProperties));
    }
    void cleanupTestCase() { QDBusConnection::disconnectFromBus(u"player"_s); }

    void aPlayerIsFollowed()
    {
        QDBusConnection ours = QDBusConnection::connectToBus(m_bus.address(), u"ours"_s);
        MediaPlayers players(ours);
        QSignalSpy told(&players, &MediaPlayers::tuneChanged);
        m_player.status = u"Playing"_s;
        m_player.metadata = song(u"One"_s);
        QVERIFY(m_theirs.registerService(kName));
        QCOMPARE(told.size(), 0); // nobody asked for it
        players.setWatching(true);
        QTRY_COMPARE(players.tune(), (Tune{u"Eva, Fay"_s, u"One"_s, u"Album"_s}));
        change({{u"Metadata"_s, song(u"Two"_s)}});
        QTRY_COMPARE(players.tune().title, u"Two"_s);
        change({{u"Metadata"_s,
                 QVariant::fromValue(Numbers{{u"xesam:title"_s, 7}})}}); // no dictionary of values
        QTRY_VERIFY(players.tune().isEmpty());
        change({{u"Metadata"_s, u"x"_s}, {u"PlaybackStatus"_s, 7}});
        change({{u"Metadata"_s, song(u"Two"_s)}, {u"PlaybackStatus"_s, u"Playing"_s}});
        QTRY_COMPARE(players.tune().title, u"Two"_s);
        change({{u"PlaybackStatus"_s, u"Paused"_s}});
        QTRY_VERIFY(players.tune().isEmpty());
        change({{u"PlaybackStatus"_s, u"Playing"_s}});
        QTRY_COMPARE(players.tune().title, u"Two"_s);
        change({{u"Metadata"_s, QVariantMap{{u"xesam:title"_s, QString()}}}});
        QTRY_VERIFY(players.tune().isEmpty());
        change({{u"Metadata"_s, song(u"Three"_s)}});
        QTRY_COMPARE(players.tune().title, u"Three"_s);
        players.setWatching(false);
        QVERIFY(players.tune().isEmpty());
        QVERIFY(m_theirs.unregisterService(kName));
    }

    void onlyPlayersAreHeard()
    {
        QDBusConnection ours = QDBusConnection::connectToBus(m_bus.address(), u"ours"_s);
        MediaPlayers players(ours);
        QSignalSpy told(&players, &MediaPlayers::tuneChanged);
        m_player.status = u"Stopped"_s;
        m_player.metadata = {};
        players.setWatching(true);
        change({{u"Metadata"_s, song(u"Forged"_s)}, {u"PlaybackStatus"_s, u"Playing"_s}});
        QVERIFY(m_theirs.registerService(u"org.example.Other"_s)); // heard of after the signal
        QTRY_VERIFY(ours.interface()->isServiceRegistered(u"org.example.Other"_s));
        m_player.status = u"Playing"_s;
        m_player.metadata = song(u"One"_s);
        QVERIFY(m_theirs.registerService(kName));
        QVERIFY(m_theirs.registerService(kName + u".instance1"_s));
        QTRY_COMPARE(players.tune().title, u"One"_s);
        QCOMPARE(told.size(), 1);
        QVERIFY(m_theirs.unregisterService(u"org.example.Other"_s));
        QVERIFY(m_theirs.unregisterService(kName)); // a player still
        m_player.metadata = song(u"Two"_s);
        change({{u"Metadata"_s, song(u"Two"_s)}});
        QTRY_COMPARE(players.tune().title, u"Two"_s);
        QVERIFY(m_theirs.unregisterService(kName + u".instance1"_s));
        QTRY_VERIFY(players.tune().isEmpty());
    }

private:
    void change(const QVariantMap &changed)
    {
        QDBusMessage signal
            = QDBusMessage::createSignal(kPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        signal << u"org.mpris.MediaPlayer2.Player"_s << changed << QStringList();
        QVERIFY(m_theirs.send(signal));
    }

    PrivateBus m_bus;
    QDBusConnection m_theirs{u"none"_s};
    FakePlayer m_player;
};

QTEST_GUILESS_MAIN(tst_MediaPlayers)
#include "tst_mediaplayers.moc"
