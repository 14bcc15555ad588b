// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PowerCut.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qint64 kSector = 512;

void write(QByteArray &image, qint64 offset, QByteArrayView bytes)
{
    if (image.size() < offset + bytes.size())
        image.resize(offset + bytes.size(), '\0');
    std::memcpy(image.data() + offset, bytes.data(), size_t(bytes.size()));
}

/// One write of at most a sector, or a change of the size.
struct Change {
    qint64 offset = 0;
    QByteArray bytes;
    qint64 size = -1; ///< not negative: the file is cut to it
};

struct Image {
    QByteArray synced;
    QList<Change> since;

    void sync(qsizetype changes)
    {
        for (const Change &change : since.first(changes))
            apply(synced, change);
        since.remove(0, changes);
    }
    static void apply(QByteArray &image, const Change &change)
    {
        if (change.size >= 0)
            image.truncate(change.size);
        else
            write(image, change.offset, change.bytes);
    }
};

const QStringList kSuffixes{QString(), u"-wal"_s, u"-journal"_s};

} // namespace

class PowerCut::Disk
{
public:
    Disk();
    ~Disk();

    mutable QMutex mutex; ///< of the images: the store writes in more than one thread
    QHash<QByteArray, Image> images;

private:
    struct File : sqlite3_file {
        Disk *disk;
        char *path; ///< null: not one that must outlive a cut
        sqlite3_file *real;

        [[nodiscard]] Image *image() const
        {
            const auto found = path ? disk->images.find(path) : disk->images.end();
            return found == disk->images.end() ? nullptr : &*found;
        }
    };
    static File *of(sqlite3_file *file) { return static_cast<File *>(file); }
    static sqlite3_file *realOf(sqlite3_file *file) { return of(file)->real; }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static int close(sqlite3_file *file);
    static int writeTo(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset);
    static int truncate(sqlite3_file *file, sqlite3_int64 size);
    static int sync(sqlite3_file *file, int flags);
    static const sqlite3_io_methods *methods();

    sqlite3_vfs *m_below = nullptr;
    sqlite3_vfs m_vfs{};
};

PowerCut::Disk::Disk()
    : m_below(sqlite3_vfs_find(nullptr))
{
    m_vfs = *m_below;
    m_vfs.zName = "tertulia-power-cut";
    m_vfs.szOsFile = int(sizeof(File)) + m_below->szOsFile;
    m_vfs.pNext = nullptr;
    m_vfs.xOpen = &Disk::open;
    m_vfs.xDelete = &Disk::remove;
    // The one below finds its own data by the same pointer, which the copy has; this one is the folder above.
    sqlite3_vfs_register(&m_vfs, 1);
}

PowerCut::Disk::~Disk()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_below, 1);
}

namespace
{

/// SQLite's functions know only the table they were called through.
PowerCut::Disk *currentDisk = nullptr;

} // namespace

int PowerCut::Disk::open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    Disk *disk = currentDisk;
    File *self = new (file) File{};
    self->disk = disk;
    self->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(File));
    self->real->pMethods = nullptr;
    const int result = disk->m_below->xOpen(disk->m_below, name, self->real, flags, outFlags);
    if (result != SQLITE_OK) {
        self->pMethods = nullptr;
        return result;
    }
    self->pMethods = methods();
    if (name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))) {
        self->path = qstrdup(name);
        const QMutexLocker lock(&disk->mutex);
        if (!disk->images.contains(name)) {
            QFile there(QFile::decodeName(name));
            Image image;
            if (there.open(QIODevice::ReadOnly))
                image.synced = there.readAll();
            disk->images.insert(name, image);
        }
    }
    return SQLITE_OK;
}

int PowerCut::Disk::remove(sqlite3_vfs *, const char *name, int syncFolder)
{
    {
        const QMutexLocker lock(&currentDisk->mutex);
        currentDisk->images.remove(name);
    }
    return currentDisk->m_below->xDelete(currentDisk->m_below, name, syncFolder);
}

int PowerCut::Disk::close(sqlite3_file *file)
{
    delete[] of(file)->path;
    return realOf(file)->pMethods->xClose(realOf(file));
}

int PowerCut::Disk::writeTo(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    const int result = realOf(file)->pMethods->xWrite(realOf(file), bytes, count, offset);
    const QMutexLocker lock(&of(file)->disk->mutex);
    Image *image = of(file)->image();
    if (result != SQLITE_OK || !image)
        return result;
    const QByteArrayView all(static_cast<const char *>(bytes), count);
    for (qint64 at = 0; at < count;) {
        const qint64 length = std::min<qint64>(kSector - (offset + at) % kSector, count - at);
        image->since.append({offset + at, all.sliced(at, length).toByteArray()});
        at += length;
    }
    return result;
}

int PowerCut::Disk::truncate(sqlite3_file *file, sqlite3_int64 size)
{
    const int result = realOf(file)->pMethods->xTruncate(realOf(file), size);
    const QMutexLocker lock(&of(file)->disk->mutex);
    if (Image *image = of(file)->image(); image && result == SQLITE_OK)
        image->since.append({0, {}, size});
    return result;
}

int PowerCut::Disk::sync(sqlite3_file *file, int flags)
{
    QMutex &mutex = of(file)->disk->mutex;
    mutex.lock();
    // What is written while it syncs may not be on the disk behind it.
    const Image *before = of(file)->image();
    const qsizetype changes = before ? before->since.size() : 0;
    mutex.unlock();
    const int result = realOf(file)->pMethods->xSync(realOf(file), flags);
    const QMutexLocker lock(&mutex);
    if (Image *image = of(file)->image(); image && result == SQLITE_OK)
        image->sync(std::min(changes, image->since.size()));
    return result;
}

const sqlite3_io_methods *PowerCut::Disk::methods()
{
    // The second version, which knows of no mapped files: nothing is written past writeTo().
    static const sqlite3_io_methods table{
        2,
        &Disk::close,
        [](sqlite3_file *f, void *to, int count, sqlite3_int64 at) {
            return realOf(f)->pMethods->xRead(realOf(f), to, count, at);
        },
        &Disk::writeTo,
        &Disk::truncate,
        &Disk::sync,
        [](sqlite3_file *f, sqlite3_int64 *size) { return realOf(f)->pMethods->xFileSize(realOf(f), size); },
        [](sqlite3_file *f, int lock) { return realOf(f)->pMethods->xLock(realOf(f), lock); },
        [](sqlite3_file *f, int lock) { return realOf(f)->pMethods->xUnlock(realOf(f), lock); },
        [](sqlite3_file *f, int *is) { return realOf(f)->pMethods->xCheckReservedLock(realOf(f), is); },
        [](sqlite3_file *f, int op, void *arg) {
            return realOf(f)->pMethods->xFileControl(realOf(f), op, arg);
        },
        [](sqlite3_file *f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); },
        // A torn write may leave anything: no promise of the file system below counts.
        [](sqlite3_file *) { return 0; },
        [](sqlite3_file *f, int page, int size, int extend, void volatile **at) {
            return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, at);
        },
        [](sqlite3_file *f, int at, int count, int flags) {
            return realOf(f)->pMethods->xShmLock(realOf(f), at, count, flags);
        },
        [](sqlite3_file *f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); },
        [](sqlite3_file *f, int remove) { return realOf(f)->pMethods->xShmUnmap(realOf(f), remove); },
        nullptr,
        nullptr,
    };
    return &table;
}

PowerCut::PowerCut()
    : m_disk(std::make_unique<Disk>())
{
    currentDisk = m_disk.get();
}

PowerCut::~PowerCut()
{
    m_disk.reset();
    currentDisk = nullptr;
}

QString PowerCut::leave(const QString &path, const QString &folder, double share,
                        QRandomGenerator &random) const
{
    const QMutexLocker lock(&m_disk->mutex);
    const QString left = QDir(folder).filePath(QFileInfo(path).fileName());
    for (const QString &suffix : kSuffixes) {
        const auto found = m_disk->images.constFind(QFile::encodeName(path + suffix));
        QFile::remove(left + suffix);
        if (found == m_disk->images.constEnd())
            continue;
        QByteArray image = found->synced;
        for (const Change &change : found->since) {
            if (random.generateDouble() < share)
                Image::apply(image, change);
        }
        QFile file(left + suffix);
        if (!file.open(QIODevice::WriteOnly) || file.write(image) != image.size())
            qFatal("the files of a power cut could not be written");
    }
    QFile::remove(left + u"-shm"_s);
    return left;
}

qint64 PowerCut::unsyncedSectors(const QString &path) const
{
    const QMutexLocker lock(&m_disk->mutex);
    qint64 count = 0;
    for (const QString &suffix : kSuffixes)
        count += m_disk->images.value(QFile::encodeName(path + suffix)).since.size();
    return count;
}

} // namespace tertulia
