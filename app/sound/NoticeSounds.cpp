// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/NoticeSounds.h"

#include "core/base/Log.h"
#include "ui/theme/Resources.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString nameOf(NoticeSound sound)
{
    switch (sound) {
    case NoticeSound::None:
        break;
    case NoticeSound::Message:
        return u"message.wav"_s;
    case NoticeSound::Attention:
        return u"attention.wav"_s;
    }
    return {};
}

} // namespace

NoticeSounds::NoticeSounds(const QString &folder, const QStringList &players, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    // Of PipeWire, PulseAudio and ALSA.
    const QStringList known
        = players.isEmpty() ? QStringList{u"pw-play"_s, u"paplay"_s, u"aplay"_s} : players;
    for (const QString &player : known) {
        m_player = QStandardPaths::findExecutable(player);
        if (!m_player.isEmpty())
            return;
    }
}

NoticeSounds::~NoticeSounds()
{
    // Who ends the program does not wait for a sound.
    if (m_playing)
        m_playing->kill();
}

QString NoticeSounds::file(NoticeSound sound) const
{
    const QString name = nameOf(sound);
    if (name.isEmpty() || !QDir().mkpath(m_folder))
        return {};
    const QString path = m_folder + u'/' + name;
    QFile inside(u":/sounds/"_s + name);
    if (QFile(path).size() == inside.size())
        return path;
    // From the version before, or half written.
    QFile::remove(path);
    if (!inside.copy(path)) {
        qCWarning(logApp) << "a sound cannot be put into" << m_folder;
        return {};
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return path;
}

void NoticeSounds::play(NoticeSound sound)
{
    if (m_player.isEmpty() || m_playing)
        return;
    const QString path = file(sound);
    if (path.isEmpty())
        return;
    m_playing = new QProcess(this);
    connect(m_playing, &QProcess::finished, m_playing, &QObject::deleteLater);
    connect(m_playing, &QProcess::errorOccurred, m_playing,
            [playing = m_playing.data()](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart)
                    playing->deleteLater();
            });
    m_playing->setStandardInputFile(QProcess::nullDevice());
    m_playing->setStandardOutputFile(QProcess::nullDevice());
    m_playing->setStandardErrorFile(QProcess::nullDevice());
    m_playing->start(m_player, {path});
}

} // namespace tertulia
