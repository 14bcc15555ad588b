// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProfileLock.h"

#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace tertulia
{

#ifdef Q_OS_UNIX

ProfileLock::ProfileLock(const QString &file)
    : m_file(file)
{
}

ProfileLock::~ProfileLock()
{
    // The file stays: without it two processes could each lock one of that name.
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

ProfileLock::Outcome ProfileLock::take()
{
    if (m_descriptor < 0)
        m_descriptor = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0)
        return Outcome::Impossible;
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return Outcome::Taken;
    return errno == EWOULDBLOCK ? Outcome::HeldByAnother : Outcome::Impossible;
}

#else

ProfileLock::ProfileLock(const QString &file)
    : m_file(file)
    , m_lock(std::make_unique<QLockFile>(file))
{
    // However old the lock is, it holds as long as its process lives.
    m_lock->setStaleLockTime(0);
}

ProfileLock::~ProfileLock() = default;

ProfileLock::Outcome ProfileLock::take()
{
    if (m_lock->tryLock(0))
        return Outcome::Taken;
    return m_lock->error() == QLockFile::LockFailedError ? Outcome::HeldByAnother : Outcome::Impossible;
}

#endif

} // namespace tertulia
