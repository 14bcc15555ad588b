// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileLocations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <initializer_list>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString folderFrom(const QProcessEnvironment &environment, const QString &variable, const QString &fallback)
{
    const QString named = environment.value(variable);
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    const QString base = QDir::isAbsolutePath(named) ? named : QString(home + fallback);
    return QDir::cleanPath(base + "/tertulia"_L1);
}

QString runtimeFrom(const QProcessEnvironment &environment, const QString &fallback)
{
    const QString named = environment.value(u"XDG_RUNTIME_DIR"_s);
    return QDir::isAbsolutePath(named) ? QDir::cleanPath(named + "/tertulia"_L1) : fallback;
}

} // namespace

FileLocations FileLocations::ofDesktop(const QProcessEnvironment &environment)
{
    FileLocations locations;
    locations.m_config = folderFrom(environment, u"XDG_CONFIG_HOME"_s, u"/.config"_s);
    locations.m_data = folderFrom(environment, u"XDG_DATA_HOME"_s, u"/.local/share"_s);
    locations.m_cache = folderFrom(environment, u"XDG_CACHE_HOME"_s, u"/.cache"_s);
    locations.m_state = folderFrom(environment, u"XDG_STATE_HOME"_s, u"/.local/state"_s);
    locations.m_runtime = runtimeFrom(environment, locations.m_state + "/run"_L1);
    return locations;
}

FileLocations FileLocations::inProfile(const QString &folder, const QProcessEnvironment &environment)
{
    const QString root = QDir::cleanPath(QDir(folder).absolutePath());
    FileLocations locations;
    locations.m_config = root + "/config"_L1;
    locations.m_data = root + "/data"_L1;
    locations.m_cache = root + "/cache"_L1;
    locations.m_state = root + "/state"_L1;
    locations.m_runtime = runtimeFrom(environment, root + "/run"_L1);
    return locations;
}

Result<void> FileLocations::create() const
{
    for (const QString &folder : {m_config, m_data, m_cache, m_state, m_runtime, avatarFolder()}) {
        if (const auto made = makePrivateFolder(folder); !made)
            return made;
    }
    return {};
}

QString FileLocations::settingsFile() const
{
    return m_config + "/settings.ini"_L1;
}

QString FileLocations::storeFile() const
{
    return m_data + "/tertulia.sqlite"_L1;
}

QString FileLocations::avatarFolder() const
{
    return m_cache + "/avatars"_L1;
}

QString FileLocations::logFile() const
{
    return m_state + "/tertulia.log"_L1;
}

QString FileLocations::lockFile() const
{
    return m_data + "/lock"_L1;
}

QString FileLocations::socketFile() const
{
    // sun_path holds 107 bytes; the name is that of the data folder's real path, so that two spellings of one
    // profile meet at the same socket.
    const auto realOf = [](const QString &folder) {
        const QString real = QFileInfo(folder).canonicalFilePath();
        return real.isEmpty() ? folder : real;
    };
    const QByteArray hash
        = QCryptographicHash::hash(QFile::encodeName(realOf(m_data)), QCryptographicHash::Sha256)
              .toHex()
              .left(16);
    const QString name = u'/' + QString::fromLatin1(hash) + ".socket"_L1;
    const QString path = realOf(m_runtime) + name;
    return QFile::encodeName(path).size() <= 100 ? path : QDir::tempPath() + "/tertulia-"_L1 + name.mid(1);
}

Result<void> makePrivateFolder(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::StoreReadOnly, folder);
#ifdef Q_OS_UNIX
    const QByteArray path = QFile::encodeName(folder);
    struct stat facts = {};
    if (::stat(path.constData(), &facts) != 0 || !S_ISDIR(facts.st_mode) || facts.st_uid != ::geteuid())
        return failure(ErrorCode::StoreReadOnly, folder);
    constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
    if ((facts.st_mode & kOthers) != 0 || (facts.st_mode & S_IRWXU) != S_IRWXU) {
        if (::chmod(path.constData(), S_IRWXU) != 0 || ::stat(path.constData(), &facts) != 0
            || (facts.st_mode & kOthers) != 0) {
            return failure(ErrorCode::StoreReadOnly, folder);
        }
    }
#endif
    return {};
}

void makeProcessPrivate()
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
    const struct rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#endif
}

} // namespace tertulia
