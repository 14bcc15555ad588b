// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileLocations.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

int modeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? static_cast<int>(facts.st_mode & 07777)
                                                                    : -1;
}

} // namespace

class tst_FileLocations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheBaseDirectories()
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, u"/home/ana"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, u"relative/is/ignored"_s);
        environment.insert(u"XDG_STATE_HOME"_s, u"/elsewhere/state"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, u"/run/user/1000"_s);
        const FileLocations here = FileLocations::ofDesktop(environment);
        QCOMPARE(here.config(), u"/home/ana/.config/tertulia"_s);
        QCOMPARE(here.data(), u"/home/ana/.local/share/tertulia"_s);
        QCOMPARE(here.cache(), u"/home/ana/.cache/tertulia"_s);
        QCOMPARE(here.state(), u"/elsewhere/state/tertulia"_s);
        QCOMPARE(here.runtime(), u"/run/user/1000/tertulia"_s);
    }

    /// SECURITY A127
    void profileHoldsEverything()
    {
        QTemporaryDir folder;
        const FileLocations here = FileLocations::inProfile(folder.filePath(u"p"_s), {});
        QVERIFY(here.create());
        for (const QString &path : {here.config(), here.data(), here.cache(), here.state(), here.runtime(),
                                    here.avatarFolder(), here.storeFile(), here.logFile(), here.lockFile()})
            QVERIFY2(path.startsWith(folder.path()), qPrintable(path));
        for (const QString &path : {here.config(), here.data(), here.cache(), here.state(), here.runtime()})
            QCOMPARE(modeOf(path), 0700);
    }

    void takesAccessAwayFromOthers()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"open"_s);
        QVERIFY(QDir().mkpath(path));
        ::chmod(QFile::encodeName(path).constData(), 0777);
        QVERIFY(makePrivateFolder(path));
        QCOMPARE(modeOf(path), 0700);
    }

    void aFileInTheWayIsAnError()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto made = makePrivateFolder(file.fileName());
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::StoreReadOnly);
        QCOMPARE(made.error().subject, file.fileName());
    }

    void anothersFolderIsAnError()
    {
        if (::geteuid() == 0) {
            // Root owns everything it likes; give a folder away instead.
            QTemporaryDir folder;
            QVERIFY(::chown(QFile::encodeName(folder.path()).constData(), 12345, 12345) == 0);
            QVERIFY(!makePrivateFolder(folder.path()));
        } else {
            QVERIFY(!makePrivateFolder(u"/"_s));
        }
    }

    void socketNameFitsWhateverThePath()
    {
        QTemporaryDir folder;
        const QString deep = folder.filePath(QString(90, u'd') + u'/' + QString(90, u'e'));
        const FileLocations here = FileLocations::inProfile(deep, {});
        QVERIFY(here.create());
        QVERIFY(QFile::encodeName(here.socketFile()).size() < 108);
        const FileLocations other = FileLocations::inProfile(deep + u"f"_s, {});
        QVERIFY(other.create());
        QVERIFY(here.socketFile() != other.socketFile());
        // Another spelling of the same profile meets at the same socket.
        QVERIFY(QFile::link(deep, folder.filePath(u"link"_s)));
        QCOMPARE(FileLocations::inProfile(folder.filePath(u"link"_s), {}).socketFile(), here.socketFile());
    }

    /// SECURITY A127
    void newFilesArePrivateAndNoCoreIsLeft()
    {
        ::umask(022);
        makeProcessPrivate();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"new"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(modeOf(file.fileName()), 0600);
        struct rlimit limit = {1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(static_cast<int>(limit.rlim_cur), 0);
    }
};

QTEST_GUILESS_MAIN(tst_FileLocations)
#include "tst_filelocations.moc"
