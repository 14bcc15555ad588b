// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sound/NoticeSounds.h"
#include "ui/theme/Resources.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_NoticeSounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { initResources(); }

    void soundsAreShortFilesOfTheirOwn()
    {
        QTemporaryDir folder;
        const NoticeSounds sounds(folder.filePath(u"sounds"_s), {u"no such player"_s});
        QVERIFY(sounds.file(NoticeSound::None).isEmpty());
        QStringList paths;
        for (const NoticeSound sound : {NoticeSound::Message, NoticeSound::Attention}) {
            QFile file(sounds.file(sound));
            QVERIFY(file.open(QFile::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WAVE");
            QVERIFY(bytes.size() < 64 * 1024);
            QVERIFY(!paths.contains(file.fileName()));
            paths << file.fileName();
        }
        // Cut short by a full disk.
        QFile(paths.first()).resize(10);
        QVERIFY(QFile(sounds.file(NoticeSound::Message)).size() > 10);
    }

    void withoutAPlayerItIsSilent()
    {
        QTemporaryDir folder;
        NoticeSounds sounds(folder.path(), {u"no such player"_s});
        QVERIFY(!sounds.canPlay());
        sounds.play(NoticeSound::Message);
    }

    void thePlayerGetsTheFile()
    {
        QTemporaryDir folder;
        const QString program = folder.filePath(u"player"_s);
        const QString heard = folder.filePath(u"heard"_s);
        QFile script(program);
        QVERIFY(script.open(QFile::WriteOnly));
        script.write(QString(u"#!/bin/sh\necho \"$*\" > '"_s + heard + u"'\n"_s).toUtf8());
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
        NoticeSounds sounds(folder.filePath(u"sounds"_s), {u"no such player"_s, program});
        QVERIFY(sounds.canPlay());
        sounds.play(NoticeSound::None);
        sounds.play(NoticeSound::Attention);
        sounds.play(NoticeSound::Message);
        QTRY_VERIFY(QFile(heard).size() > 0);
        QFile file(heard);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()).trimmed(), sounds.file(NoticeSound::Attention));
    }

    void aFolderThatCannotBeIsSilent()
    {
        const NoticeSounds sounds(u"/proc/nowhere"_s, {u"no such player"_s});
        QVERIFY(sounds.file(NoticeSound::Message).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_NoticeSounds)
#include "tst_noticesounds.moc"
