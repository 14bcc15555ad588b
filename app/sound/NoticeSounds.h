// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/Notifier.h"

#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QStringList>

namespace tertulia
{

/// The program's own sounds, and a way to play them where the desktop's notification service does not: one of
/// the small players that come with the sound servers. There may be none; then it is silent.
class NoticeSounds : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where the sounds are put for others to read; made when needed. `players`: programs that are
    /// given a file to play, the first that there is.
    explicit NoticeSounds(const QString &folder, const QStringList &players = {}, QObject *parent = nullptr);
    ~NoticeSounds() override;

    /// A file on disk with this sound; empty for NoticeSound::None, or if it cannot be written.
    [[nodiscard]] QString file(NoticeSound sound) const;
    [[nodiscard]] bool canPlay() const { return !m_player.isEmpty(); }
    /// One at a time: what comes while one sounds is not heard.
    void play(NoticeSound sound);

private:
    QString m_folder;
    QString m_player; ///< path of the program
    QPointer<QProcess> m_playing;
};

} // namespace tertulia
