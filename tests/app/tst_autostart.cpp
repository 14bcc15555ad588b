// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Autostart.h"
#include "app/LinkOpener.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_Autostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void argumentsComeAsTheyAre_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("exec");
        QTest::newRow("plain") << QStringList{u"/usr/bin/tertulia"_s, u"--hidden"_s}
                               << u"/usr/bin/tertulia --hidden"_s;
        QTest::newRow("blank") << QStringList{u"/opt/my programs/t"_s} << u"\"/opt/my programs/t\""_s;
        QTest::newRow("nothing") << QStringList{u"t"_s, QString()} << u"t \"\""_s;
        QTest::newRow("field code") << QStringList{u"/opt/100%u"_s} << u"/opt/100%%u"_s;
        QTest::newRow("quote") << QStringList{u"a\"b"_s} << u"\"a\\\\\"b\""_s;
        QTest::newRow("variable") << QStringList{u"$HOME"_s} << u"\"\\\\$HOME\""_s;
        QTest::newRow("backslash") << QStringList{u"a\\b"_s} << u"\"a\\\\\\\\b\""_s;
        QTest::newRow("command") << QStringList{u"`id`;rm"_s} << u"\"\\\\`id\\\\`;rm\""_s;
        QTest::newRow("line") << QStringList{u"a\nExec=x"_s} << u"\"a\\nExec=x\""_s;
    }
    void argumentsComeAsTheyAre()
    {
        QFETCH(QStringList, command);
        QTEST(Autostart::execValue(command), "exec");
    }

    void nothingIsStartedUntilAsked()
    {
        const Autostart autostart(folder(), u"im.tertulia.Tertulia"_s,
                                  {u"/usr/bin/tertulia"_s, u"--hidden"_s});
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(false));
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
        const QString entry = read(autostart.file());
        QVERIFY(entry.startsWith(u"[Desktop Entry]\n"_s));
        QVERIFY(entry.contains(u"\nType=Application\n"_s)
                && entry.contains(u"\nExec=/usr/bin/tertulia --hidden\n"_s));
        QVERIFY(autostart.set(false));
        QVERIFY(!QFile::exists(autostart.file()));
    }

    void theDesktopsOwnToolSwitchesItOff_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("hidden") << u"Hidden=true"_s;
        QTest::newRow("gnome") << u"X-GNOME-Autostart-enabled = False"_s;
    }
    void theDesktopsOwnToolSwitchesItOff()
    {
        QFETCH(QString, line);
        const Autostart autostart(folder(), u"im.tertulia.Tertulia"_s, {u"tertulia"_s});
        write(autostart.file(), u"[Desktop Entry]\nExec=tertulia\n"_s + line + u'\n');
        QVERIFY(!autostart.isOn());
        QVERIFY(autostart.set(true));
        QVERIFY(autostart.isOn());
    }

    void aFolderThatCannotBeIsNoCrash()
    {
        write(folder(), u"a file where the folder should be"_s);
        const Autostart autostart(folder(), u"im.tertulia.Tertulia"_s, {u"tertulia"_s});
        QVERIFY(!autostart.set(true));
        QVERIFY(!autostart.isOn());
    }

    void linksAreOfWhoeverTheListSays()
    {
        const QString list = m_folder->filePath(u"mimeapps.list"_s);
        const LinkOpener opener(m_folder->path(), {u"KDE"_s, u"../etc"_s});
        QVERIFY(!opener.isOurs());
        write(
            list,
            u"[Added Associations]\nx-scheme-handler/xmpp=im.tertulia.Tertulia.desktop;\n"
            "[Default Applications]\ntext/plain=editor.desktop\nx-scheme-handler/xmpp=other.desktop;x.desktop\n"_s);
        QVERIFY(!opener.isOurs());
        QVERIFY(opener.makeOurs());
        QVERIFY(opener.isOurs());
        QCOMPARE(read(list),
                 u"[Added Associations]\nx-scheme-handler/xmpp=im.tertulia.Tertulia.desktop;\n"
                 "[Default Applications]\ntext/plain=editor.desktop\n"
                 "x-scheme-handler/xmpp=im.tertulia.Tertulia.desktop\n"_s);
    }

    void whatCannotBeReadWholeIsNotWritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray ours = "[Default Applications]\ntext/plain=editor.desktop\n";
        QTest::newRow("not UTF-8") << QByteArray(ours + "# caf\xE9\n");
        QTest::newRow("cut short") << QByteArray(ours + "# caf\xC3");
        QTest::newRow("too long") << QByteArray(ours + QByteArray(1024 * 1024, '#') + '\n');
    }
    void whatCannotBeReadWholeIsNotWritten()
    {
        QFETCH(QByteArray, content);
        QFile file(m_folder->filePath(u"mimeapps.list"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
        file.close();
        const LinkOpener opener(m_folder->path(), {});
        QVERIFY(!opener.isOurs());
        QVERIFY(!opener.makeOurs());
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll() == content);
    }
    void whatCannotBeOpenedIsNotReplaced()
    {
        // Not even root opens a folder as a file.
        QVERIFY(QDir(m_folder->path()).mkdir(u"mimeapps.list"_s));
        QVERIFY(!LinkOpener(m_folder->path(), {}).makeOurs());
    }

    void aListIsMadeWhereNoneIs()
    {
        const LinkOpener opener(m_folder->filePath(u"config"_s), {});
        QVERIFY(opener.makeOurs());
        QVERIFY(opener.isOurs());
        QCOMPARE(read(m_folder->filePath(u"config/mimeapps.list"_s)),
                 u"[Default Applications]\nx-scheme-handler/xmpp=im.tertulia.Tertulia.desktop\n"_s);
    }

    void aDesktopsOwnListWins()
    {
        write(m_folder->filePath(u"mimeapps.list"_s),
              u"[Default Applications]\nx-scheme-handler/xmpp=im.tertulia.Tertulia.desktop\n"_s);
        write(m_folder->filePath(u"kde-mimeapps.list"_s),
              u"[Default Applications]\nx-scheme-handler/xmpp=other.desktop\n"_s);
        const LinkOpener opener(m_folder->path(), {u"KDE"_s});
        QVERIFY(!opener.isOurs());
        QVERIFY(opener.makeOurs());
        QVERIFY(opener.isOurs());
    }

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"autostart"_s); }
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static void write(const QString &path, const QString &text)
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text.toUtf8());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_Autostart)
#include "tst_autostart.moc"
