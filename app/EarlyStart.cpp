// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EarlyStart.h"

#include <QDBusConnection>
#include <QLibrary>
#include <QSslSocket>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Reads fontconfig's configuration and caches, on which Qt's first look at a font would wait.
void knowFonts()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // The very library that Qt uses is loaded already; without it nothing is lost.
    QLibrary fontconfig(u"fontconfig"_s, 1);
    if (const auto init = reinterpret_cast<int (*)()>(fontconfig.resolve("FcInit")))
        init();
#endif
}

} // namespace

EarlyStart::EarlyStart()
    : m_fonts(knowFonts)
{
}

EarlyStart::~EarlyStart()
{
    for (std::thread *thread : {&m_fonts, &m_tls, &m_buses}) {
        if (thread->joinable())
            thread->join();
    }
}

void EarlyStart::begin()
{
    m_tls = std::thread([] { std::ignore = QSslSocket::supportsSsl(); });
    m_buses = std::thread([this] {
        std::ignore = QDBusConnection::sessionBus();
        std::ignore = QDBusConnection::systemBus();
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_knowsBuses = true;
                Q_EMIT busesKnown();
            },
            Qt::QueuedConnection);
    });
}

} // namespace tertulia
