// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ConversationListModel.h"
#include "core/session/History.h"
#include "core/session/SessionChats.h"
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/LogFixture.h"
#include "tests/support/OfflineProfile.h"
#include "tests/support/SampleHousehold.h"
#include "ui/history/ClearDialog.h"
#include "ui/history/ExportHistory.h"
#include "ui/history/HistoryImportDialog.h"
#include "ui/history/WorkDialog.h"
#include "ui/main/StoreErrorPage.h"
#include "ui/text/Translations.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

QPushButton *button(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

bool says(const QWidget &window, const QString &text)
{
    for (const auto *label : window.findChildren<QLabel *>())
        if (label->isVisibleTo(&window) && label->text().contains(text))
            return true;
    return false;
}

/// Where a person who looks at them finds the pictures; nowhere unless asked for.
void takePicture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("TERTULIA_PICTURES");
    if (!folder.isEmpty())
        window.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class tst_history : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        m_words.emplace(QLocale(QLocale::English)); // has the plurals
    }
    void cleanupTestCase() { m_words.reset(); }

    void clearingAsksWithTheSafeButton()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        const ConversationKey chat{household.ana()->accountId(), jidOf(u"bruno@example.org"_s)};
        Conversations &chats = household.ana()->chats().conversations();
        const qsizetype before = chats.lastMessages(chat.peer, 1000).size();
        QVERIFY(before > 2);
        QWidget window;
        window.show();
        QStringList said;
        const auto say = [&said](const QString &sentence) { said << sentence; };
        askToClearChat(household.accounts(), chat, u"<b>Bruno</b>"_s, &window, say);
        auto *dialog = window.findChild<ClearDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        takePicture(*dialog, u"clear"_s);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(button(*dialog, u"Cancel"_s)->isDefault());
        button(*dialog, u"Cancel"_s)->click();
        QCOMPARE(chats.lastMessages(chat.peer, 1000).size(), before);
        QTRY_VERIFY(!window.findChild<ClearDialog *>());

        askToClearChat(household.accounts(), chat, u"Bruno"_s, &window, say);
        button(*window.findChild<ClearDialog *>(), u"Remove messages"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"removed"_s), qPrintable(said.first()));
        QCOMPARE(chats.lastMessages(chat.peer, 1000).size(), 0);
        QVERIFY(chats.facts(chat.peer));
    }

    void exportingAsksForAFile()
    {
        SampleHousehold household(SampleHousehold::Contents::Filled);
        const ConversationKey chat{household.ana()->accountId(), jidOf(u"bruno@example.org"_s)};
        QWidget window;
        QStringList said;
        askToExportHistory(household.accounts(), chat, u"Bruno"_s, &window,
                           [&said](const QString &sentence) { said << sentence; });
        auto *files = window.findChild<QFileDialog *>();
        QVERIFY(files);
        const QString path = household.folder() + u"/chat.html"_s;
        Q_EMIT files->fileSelected(path);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"written"_s), qPrintable(said.first()));
        QVERIFY(QFileInfo(path).size() > 1000);
        // Where nothing can be written that is said.
        Q_EMIT files->fileSelected(u"/nonexistent/chat.json"_s);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY2(said.last().contains(u"cannot be written"_s), qPrintable(said.last()));
    }

    /// What was being written when the program ended is written the next time.
    void exportingGoesOnAfterARestart()
    {
        test::OfflineProfile profile({{u"bruno@example.net"_s, u"hello"_s}});
        const QString path = profile.file(u"all.html"_s);
        QWidget window;
        QStringList said;
        const auto say = [&said](const QString &sentence) { said << sentence; };
        goOnExporting(*profile.accounts, &window, say);
        QVERIFY(!profile.accounts->history().exporting().isRunning());
        askToExportHistory(*profile.accounts, {}, {}, &window, say);
        Q_EMIT window.findChild<QFileDialog *>()->fileSelected(path);
        QVERIFY(profile.accounts->history().exporting().isRunning());
        profile.restart();
        QFile::remove(path); // it may have been quick
        QVERIFY(said.isEmpty());
        goOnExporting(*profile.accounts, &window, say);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"1 message written"_s), qPrintable(said.first()));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().contains("<title>Messages</title>"));
        // Once; also what was given up is over.
        QVERIFY(!profile.accounts->history().unfinishedExport());
        profile.accounts->history().exportSurely({.file = path, .words = {}}).ignore();
        QVERIFY(profile.accounts->history().unfinishedExport());
        profile.accounts->history().exporting().cancel();
        QTRY_VERIFY(!profile.accounts->history().unfinishedExport());
    }

    void importingShowsWhatIsThere()
    {
        const LogFixture logs;
        qputenv("HOME", logs.home().toUtf8());
        qputenv("XDG_DATA_HOME", logs.data().toUtf8());
        qputenv("XDG_CONFIG_HOME", logs.config().toUtf8());
        SampleHousehold household(SampleHousehold::Contents::Filled);
        HistoryImportDialog dialog(household.accounts(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        auto *list = dialog.findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 4);
        QVERIFY(list->item(0)->text().startsWith(u"Pidgin · ana@example.org · 1 chat"_s));
        takePicture(dialog, u"import"_s);
        QPushButton *begin = button(dialog, u"Import"_s);
        QVERIFY(begin->isEnabled());
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(row == 0 ? Qt::Checked : Qt::Unchecked);
        begin->click();
        QTRY_VERIFY(says(dialog, u"18 messages brought in."_s));
        QVERIFY(!dialog.findChild<QProgressBar *>()->isVisible());
        takePicture(dialog, u"imported"_s);
        QCOMPARE(
            household.ana()->chats().conversations().lastMessages(jidOf(u"bruno@example.net"_s), 100).size(),
            18);
        QCOMPARE(household.ana()->chats().unread(jidOf(u"bruno@example.net"_s)), 0);
    }

    void importingFindsNothing()
    {
        const QTemporaryDir empty;
        qputenv("HOME", empty.path().toUtf8());
        qputenv("XDG_DATA_HOME", empty.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", empty.path().toUtf8());
        SampleHousehold household(SampleHousehold::Contents::Filled);
        HistoryImportDialog dialog(household.accounts(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QTRY_VERIFY(says(dialog, u"No messages of Pidgin"_s));
        QVERIFY(!button(dialog, u"Import"_s)->isEnabled());
        takePicture(dialog, u"nothing"_s);
    }

    /// SECURITY R18: what is damaged is told, saved when the person says so, and kept.
    void aDamagedStoreCanBeSaved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        Store::open(path).value().reset();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 1));
        }
        const auto opened = Store::open(path);
        QCOMPARE(opened.error().code, ErrorCode::StoreCorrupted);
        StoreErrorPage page(opened.error(), path);
        page.show();
        takePicture(page, u"damaged"_s);
        QVERIFY(says(page, u"Nothing was changed"_s));
        QPushButton *save = button(page, u"Save what can be read"_s);
        QVERIFY(save->isVisible());
        save->click();
        QTRY_VERIFY(says(page, u"was kept as"_s));
        takePicture(page, u"saved"_s);
        QVERIFY(!save->isVisible());
        QCOMPARE(QDir(folder.path()).entryList({u"*.damaged-*"_s}, QDir::Files).size(), 1);
        QSignalSpy retry(&page, &StoreErrorPage::retryRequested);
        button(page, u"Start"_s)->click();
        QCOMPARE(retry.size(), 1);
        QVERIFY(Store::open(path));
    }

    /// Who lost the row of an account is told what to do.
    void aLostAccountIsTold()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        {
            const auto store = Store::open(path).value();
            const Jid ana = jidOf(u"ana@example.org"_s);
            QVERIFY(store->accounts().save({.uuid = u"a"_s, .jid = ana}));
            const qint64 chat
                = store->conversations().add(u"a"_s, {.peer = jidOf(u"bruno@example.net"_s)}).value();
            QVERIFY(store->messages().insert({.conversation = chat,
                                              .outgoing = true,
                                              .sender = ana,
                                              .time = QDateTime::currentDateTimeUtc(),
                                              .body = u"hi"_s}));
        }
        runSqlScript(path, u"DELETE FROM accounts"_s);
        StoreErrorPage page(Error{ErrorCode::StoreCorrupted, path}, path);
        page.show();
        button(page, u"Save what can be read"_s)->click();
        QTRY_VERIFY(says(page, u"The settings of 1 account are lost"_s));
        QVERIFY(says(page, u"was kept as"_s));
        takePicture(page, u"account-lost"_s);
    }

    void whatIsNotDamagedIsNotSaved()
    {
        StoreErrorPage page(Error{ErrorCode::StoreLocked, u"/tmp/x"_s}, u"/tmp/x"_s);
        page.show();
        QVERIFY(!button(page, u"Save what can be read"_s)->isVisible());
    }

    void longWorkCanBeStopped()
    {
        LongWork work;
        QWidget window;
        auto *dialog = new WorkDialog(work, u"Working"_s, &window);
        std::optional<ErrorCode> ended;
        work.start<int>([](WorkProgress &progress) -> Result<int> {
                progress.expect(100);
                while (!progress.isCancelled())
                    progress.advance();
                return 1;
            })
            .then(&work, [&](const Result<int> &result) {
                ended = result.error().code;
                dialog->end();
            });
        QTRY_VERIFY(dialog->isVisible());
        button(*dialog, u"Cancel"_s)->click();
        QTRY_COMPARE(ended, ErrorCode::Cancelled);
        QTRY_VERIFY(!window.findChild<WorkDialog *>());
    }

private:
    std::optional<Translations> m_words;
};

QTEST_MAIN(tst_history)
#include "tst_history.moc"
