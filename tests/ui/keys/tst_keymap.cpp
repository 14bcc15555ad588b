// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyMap.h"
#include "ui/keys/KeyRecorder.h"
#include "ui/keys/KeyTree.h"
#include "ui/keys/KeyboardPage.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

QList<QKeySequence> keysOf(const QString &words)
{
    return QKeySequence::listFromString(words, QKeySequence::PortableText);
}

QPushButton *button(QWidget &page, const QString &text)
{
    for (QPushButton *each : page.findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

/// Makes the row of `id` the current one.
void choose(KeyTree &tree, KeyId id)
{
    const QAbstractItemModel &model = *tree.model();
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data(KeyTable::Id).isValid()
                && index.data(KeyTable::Id).toInt() == static_cast<int>(id))
                tree.setCurrentIndex(index);
        }
    }
}

} // namespace

class KeyMapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp); }
    void cleanup() { KeyMap::current().follow(nullptr); }

    void everyActionIsDescribed()
    {
        QSet<QString> names;
        QSet<QString> texts;
        for (const KeyId id : KeyMap::all()) {
            QVERIFY(!KeyMap::name(id).isEmpty());
            QVERIFY(!KeyMap::text(id).isEmpty());
            QVERIFY(!KeyMap::groupText(KeyMap::group(id)).isEmpty());
            names.insert(KeyMap::name(id));
            texts.insert(KeyMap::text(id));
        }
        QCOMPARE(names.size(), KeyMap::all().size());
        QCOMPARE(texts.size(), KeyMap::all().size());
        QCOMPARE(KeyMap::all().size(), qsizetype(KeyId::Quit) + 1);
    }

    void noTwoActionsOfOnePlaceShareAKey()
    {
        for (const KeyId one : KeyMap::all()) {
            for (const KeyId other : KeyMap::all()) {
                if (one >= other || !overlap(KeyMap::context(one), KeyMap::context(other)))
                    continue;
                for (const QKeySequence &key : KeyMap::defaults(one))
                    QVERIFY2(!KeyMap::defaults(other).contains(key),
                             qPrintable(KeyMap::name(one) + u' ' + KeyMap::name(other)));
            }
        }
    }

    /// The table of UI e.11, without what there is nothing for yet.
    void theMapIsThere_data()
    {
        QTest::addColumn<KeyId>("id");
        QTest::addColumn<QString>("keys");
        const auto row
            = [](const char *keys, KeyId id) { QTest::newRow(keys) << id << QString::fromLatin1(keys); };
        row("Ctrl+K", KeyId::QuickSwitcher);
        row("Ctrl+F", KeyId::FindInChat);
        row("Ctrl+Shift+F", KeyId::SearchEverywhere);
        row("F3", KeyId::NextHit);
        row("Shift+F3", KeyId::PreviousHit);
        row("Ctrl+N", KeyId::NewChat);
        row("Ctrl+J", KeyId::ShowContacts);
        row("Alt+Up; Ctrl+PgUp", KeyId::PreviousChat);
        row("Alt+Down; Ctrl+PgDown", KeyId::NextChat);
        row("Alt+Shift+Up", KeyId::PreviousUnread);
        row("Alt+Shift+Down", KeyId::NextUnread);
        row("Ctrl+Tab", KeyId::NextRecent);
        row("Ctrl+Shift+Tab", KeyId::PreviousRecent);
        row("Ctrl+1", KeyId::Chat1);
        row("Ctrl+9", KeyId::Chat9);
        row("Ctrl+W", KeyId::CloseChat);
        row("Ctrl+Shift+W", KeyId::ReopenChat);
        row("Ctrl+Shift+O", KeyId::PopOut);
        row("Ctrl+.", KeyId::Details);
        row("F6", KeyId::NextPane);
        row("Shift+F6", KeyId::PreviousPane);
        row("Ctrl+Shift+T", KeyId::FocusComposer);
        row("Ctrl+Up", KeyId::EditLast);
        row("Ctrl+Shift+R", KeyId::ReplyToMarked);
        row("Ctrl+Shift+E", KeyId::ReactToMarked);
        row("Ctrl+Shift+Up", KeyId::ChooseEarlier);
        row("Ctrl+Shift+Down", KeyId::ChooseLater);
        row("Ctrl+Shift+J", KeyId::EmojiPicker);
        row("Ctrl+Shift+M", KeyId::MuteChat);
        row("Ctrl+B", KeyId::FormatStrong);
        row("Ctrl+I", KeyId::FormatEmphasis);
        row("Ctrl+E", KeyId::FormatCode);
        row("Ctrl+Shift+X", KeyId::FormatStrike);
        row("Ctrl+Shift+V", KeyId::PastePlain);
        row("Ctrl+Home", KeyId::OldestMessage);
        row("Ctrl+End", KeyId::NewestMessage);
        row("Shift+PgUp", KeyId::ScrollUp);
        row("Shift+PgDown", KeyId::ScrollDown);
        row("Ctrl+G", KeyId::JumpToDate);
        row("Ctrl+Shift+A", KeyId::ArchiveChat);
        row("Ctrl++; Ctrl+=", KeyId::LargerText);
        row("Ctrl+-", KeyId::SmallerText);
        row("Ctrl+0", KeyId::NormalText);
        row("F11", KeyId::FullScreen);
        row("Ctrl+,", KeyId::Preferences);
        row("F1; Ctrl+?", KeyId::ShortcutsList);
        row("Ctrl+Shift+L", KeyId::StatusMenu);
        row("Ctrl+Q", KeyId::Quit);
        row("Ctrl+M", KeyId::MenuBar);
        row("Ctrl+Return; Ctrl+Enter", KeyId::OpenInOwnWindow);
    }
    void theMapIsThere()
    {
        QFETCH(KeyId, id);
        QFETCH(QString, keys);
        QCOMPARE(KeyMap::defaults(id), keysOf(keys));
    }

    void whatIsChosenIsKept()
    {
        UiSettings settings{QString()};
        KeyMap &map = KeyMap::current();
        map.follow(&settings);
        map.setKeys(KeyId::QuickSwitcher, keysOf(u"Ctrl+P"_s));
        map.setKeys(KeyId::NewChat, {});
        QCOMPARE(settings.value(u"keyboard/quick-switcher"_s).toString(), u"Ctrl+P"_s);
        map.follow(nullptr);
        QCOMPARE(map.keys(KeyId::QuickSwitcher), keysOf(u"Ctrl+K"_s));
        map.follow(&settings);
        QCOMPARE(map.keys(KeyId::QuickSwitcher), keysOf(u"Ctrl+P"_s));
        QVERIFY(map.isChanged(KeyId::NewChat));
        QVERIFY(map.keys(KeyId::NewChat).isEmpty());
        map.reset(KeyId::NewChat);
        QCOMPARE(map.keys(KeyId::NewChat), keysOf(u"Ctrl+N"_s));
        QVERIFY(!settings.value(u"keyboard/new-chat"_s).isValid());
        map.resetAll();
        QVERIFY(!map.isChanged(KeyId::QuickSwitcher));
        QVERIFY(!settings.value(u"keyboard/quick-switcher"_s).isValid());
    }

    void rubbishInTheSettingsHarmsNothing()
    {
        UiSettings settings{QString()};
        settings.setValue(u"keyboard/quick-switcher"_s, u"; ;no key at all;"_s);
        settings.setValue(u"keyboard/nothing-known"_s, u"Ctrl+K"_s);
        KeyMap::current().follow(&settings);
        QVERIFY(!KeyMap::current().conflict(KeyId::NewChat, QKeySequence(u"Ctrl+Y"_s)));
    }

    void conflictsAreSeenWhereBothWork()
    {
        KeyMap &map = KeyMap::current();
        QCOMPARE(map.conflict(KeyId::NewChat, QKeySequence(u"Ctrl+K"_s)), KeyId::QuickSwitcher);
        QCOMPARE(map.conflict(KeyId::FindInChat, QKeySequence(u"Ctrl+K"_s)), KeyId::QuickSwitcher);
        QVERIFY(!map.conflict(KeyId::QuickSwitcher, QKeySequence(u"Ctrl+K"_s)));
        // The field for messages and the messages never have the focus together.
        QVERIFY(!map.conflict(KeyId::EditLast, QKeySequence(u"Ctrl+Home"_s)));
    }

    void actionsFollowAtOnce()
    {
        QWidget window;
        int done = 0;
        QAction *action = KeyMap::current().addTo(&window, KeyId::QuickSwitcher, [&done] { ++done; });
        QCOMPARE(action->objectName(), u"quick-switcher"_s);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(done, 1);
        KeyMap::current().setKeys(KeyId::QuickSwitcher, keysOf(u"Ctrl+P"_s));
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(done, 1);
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(done, 2);
        const QKeyEvent pressed(QEvent::KeyPress, Qt::Key_P, Qt::ControlModifier);
        QVERIFY(KeyMap::current().matches(pressed, KeyId::QuickSwitcher));
        KeyMap::current().resetAll();
    }

    void aKeyIsRecorded()
    {
        KeyboardPage page;
        page.show();
        auto *tree = page.findChild<KeyTree *>();
        auto *recorder = page.findChild<KeyRecorder *>();
        QVERIFY(!recorder->isEnabled());
        choose(*tree, KeyId::NewChat);
        QVERIFY(recorder->isEnabled());
        QCOMPARE(recorder->text(), u"Ctrl+N"_s);
        QTest::keyClick(recorder, Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Ctrl+Alt+Y"_s));
        QCOMPARE(recorder->text(), u"Ctrl+Alt+Y"_s);
        QTest::mouseClick(button(page, u"Reset"_s), Qt::LeftButton);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Ctrl+N"_s));
        QTest::mouseClick(button(page, u"No key"_s), Qt::LeftButton);
        QVERIFY(KeyMap::current().keys(KeyId::NewChat).isEmpty());
        QTest::mouseClick(button(page, u"Reset all"_s), Qt::LeftButton);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Ctrl+N"_s));
    }

    void aKeyOfAnotherIsAskedFor()
    {
        KeyboardPage page;
        page.show();
        choose(*page.findChild<KeyTree *>(), KeyId::NewChat);
        auto *recorder = page.findChild<KeyRecorder *>();
        auto *take = button(page, u"Use it here"_s);
        QVERIFY(!take->isVisibleTo(&page));
        QTest::keyClick(recorder, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Ctrl+N"_s));
        QVERIFY(take->isVisibleTo(&page));
        QTest::mouseClick(take, Qt::LeftButton);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Alt+Up"_s));
        QCOMPARE(KeyMap::current().keys(KeyId::PreviousChat), keysOf(u"Ctrl+PgUp"_s));
        KeyMap::current().resetAll();
    }

    void whatWritesIsNoKey()
    {
        KeyboardPage page;
        page.show();
        auto *tree = page.findChild<KeyTree *>();
        auto *recorder = page.findChild<KeyRecorder *>();
        choose(*tree, KeyId::NewChat);
        QTest::keyClick(recorder, Qt::Key_A);
        QTest::keyClick(recorder, Qt::Key_Shift);
        QTest::keyClick(recorder, Qt::Key_Escape);
        QCOMPARE(KeyMap::current().keys(KeyId::NewChat), keysOf(u"Ctrl+N"_s));
        // Among the messages nothing is written.
        choose(*tree, KeyId::ReplyToFocused);
        QTest::keyClick(recorder, Qt::Key_A);
        QCOMPARE(KeyMap::current().keys(KeyId::ReplyToFocused), keysOf(u"A"_s));
        KeyMap::current().resetAll();
    }

    void theTableIsSearched()
    {
        KeyTree tree(KeyTable::Contents::All);
        tree.setFilter(u"ctrl+k"_s);
        QCOMPARE(tree.model()->rowCount(), 1);
        const QModelIndex group = tree.model()->index(0, 0);
        QCOMPARE(tree.model()->rowCount(group), 1);
        QCOMPARE(tree.model()->index(0, 0, group).data(Qt::AccessibleTextRole).toString(),
                 u"Search or jump: Ctrl+K"_s);
        tree.setFilter(u"no such thing"_s);
        QCOMPARE(tree.model()->rowCount(), 0);
        tree.setFilter({});
        QCOMPARE(tree.model()->rowCount(), 6);
    }
};

QTEST_MAIN(KeyMapTest)
#include "tst_keymap.moc"
