// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SystemDesktop.h"

#include "app/Names.h"
#include "app/Workspace.h"
#include "core/session/XmppSession.h"
#include "ui/main/Tray.h"
#include "ui/notifications/ChatNotices.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMetaEnum>
#include <QStandardPaths>
#include <QStyle>
#include <QSysInfo>
#include <QSystemTrayIcon>
#include <QUrl>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
}

/// Each profile has an entry of its own.
QString autostartName(const QString &profile)
{
    if (profile.isEmpty())
        return kApplicationId;
    const QByteArray hash
        = QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return kApplicationId + u'-' + QString::fromLatin1(hash);
}

QStringList startCommand(const QString &profile)
{
    // An AppImage is started by its own file, whose content is mounted somewhere else each time.
    const QString image = qEnvironmentVariable("APPIMAGE");
    QStringList command{image.isEmpty() ? QCoreApplication::applicationFilePath() : image, u"--hidden"_s};
    if (!profile.isEmpty())
        command << u"--profile"_s << profile;
    return command;
}

template <class Enum>
QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
}

} // namespace

SystemDesktop::SystemDesktop(const Parts &parts, const FileLocations &locations, const QString &profile,
                             QObject *parent)
    : Desktop(parent)
    , m_parts(parts)
    , m_locations(locations)
    , m_autostart(configFolder() + u"/autostart"_s, autostartName(profile), startCommand(profile))
    , m_links(configFolder(), qEnvironmentVariable("XDG_CURRENT_DESKTOP").split(u':'))
{
    connect(&parts.notifier, &Notifier::descriptionChanged, this, &Desktop::changed);
}

QString SystemDesktop::notificationService() const
{
    return m_parts.notifier.description();
}

void SystemDesktop::showSampleNotice()
{
    m_parts.notices.showSample();
}

bool SystemDesktop::hasTray() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

bool SystemDesktop::setStartsWithSession(bool starts)
{
    return m_autostart.set(starts);
}

bool SystemDesktop::canOpenLinks() const
{
    return !QStandardPaths::locate(QStandardPaths::ApplicationsLocation,
                                   QString(kApplicationId + u".desktop"_s))
                .isEmpty();
}

bool SystemDesktop::openLinks()
{
    return m_links.makeOurs();
}

void SystemDesktop::openFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

QString SystemDesktop::diagnostics() const
{
    // For others to read: nobody's name or address is in it.
    QStringList lines{
        u"Tertulia "_s + QStringLiteral(TERTULIA_VERSION),
        u"Qt "_s + QString::fromLatin1(qVersion()) + u", "_s + QGuiApplication::platformName(),
        QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture(),
        u"desktop: "_s + qEnvironmentVariable("XDG_CURRENT_DESKTOP"),
        u"locale: "_s + QLocale().name(),
        u"theme: "_s + nameOf(Theme::current().choice()) + u", text size "_s
            + QString::number(Theme::current().textSize()),
        u"notifications: "_s + notificationService(),
        u"tray: "_s + (m_parts.tray.isAvailable() ? u"yes"_s : u"no"_s),
    };
    int number = 0;
    for (const XmppSession *session : m_parts.workspace.accounts().sessions()) {
        const ConnectionDetails details = session->connectionDetails();
        QString line = u"account "_s + QString::number(++number) + u": "_s
            + QString::fromLatin1(QMetaEnum::fromType<SessionState>().valueToKey(int(session->state())));
        line += u", last error "_s + QString::number(int(session->lastError().code));
        if (!details.tls.protocol.isEmpty())
            line += u", "_s + details.tls.protocol + u", "_s + details.mechanism;
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace tertulia
