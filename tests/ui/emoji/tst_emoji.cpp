// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Emoji.h"
#include "core/models/SearchFold.h"
#include "tests/support/Screenshots.h"
#include "ui/emoji/EmojiGrid.h"
#include "ui/emoji/EmojiHabits.h"
#include "ui/emoji/EmojiPicker.h"
#include "ui/emoji/EmojiTable.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QAction>
#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tertulia;
using namespace Qt::StringLiterals;

class EmojiTest : public QObject
{
    Q_OBJECT
private:
    UiSettings m_settings{QString()};
    std::unique_ptr<QWidget> m_window;

    static bool finds(const QString &words, const QString &emoji)
    {
        for (const Emoji &found : findEmoji(words)) {
            if (found.text() == emoji)
                return true;
        }
        return false;
    }

    EmojiPicker *open()
    {
        auto *picker = new EmojiPicker(&m_settings, m_window.get());
        picker->openAt(QRect(m_window->mapToGlobal(QPoint(300, 400)), QSize(30, 30)));
        return picker;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
        m_window = std::make_unique<QWidget>();
        m_window->resize(700, 600);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup()
    {
        m_settings.remove(settingkeys::kRecentEmoji);
        m_settings.remove(settingkeys::kSkinTone);
    }

    void theTableIsWellFormed()
    {
        const QList<Emoji> &all = allEmoji();
        // Unicode 15 has 1,870 that have no tone.
        QCOMPARE(all.size(), 1870);
        QSet<QString> seen;
        QSet<int> groups;
        int before = 0;
        int toned = 0;
        for (const Emoji &emoji : all) {
            const QString text = emoji.text();
            QVERIFY2(isEmoji(text), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen << text;
            QVERIFY(int(emoji.group) >= before && int(emoji.group) < kEmojiGroups);
            before = int(emoji.group);
            groups << before;
            QVERIFY2(!emoji.english.isEmpty() && !emoji.spanish.isEmpty(), qPrintable(text));
            QVERIFY2(emoji.words.startsWith(' ') && !emoji.words.endsWith(' '), qPrintable(text));
            const QString words = QString::fromUtf8(emoji.words);
            QCOMPARE(searchFold(words), words);
            QVERIFY(!words.contains(u"  "_s));
            if (!emoji.takesTone())
                continue;
            ++toned;
            for (int tone = 1; tone < kSkinTones; ++tone) {
                const QString with = emoji.withTone(SkinTone(tone));
                QVERIFY2(isEmoji(with), qPrintable(with));
                QVERIFY(with != text && !seen.contains(with));
                QVERIFY(emojiName(with).startsWith(emoji.name()));
            }
        }
        QCOMPARE(groups.size(), kEmojiGroups);
        QVERIFY(toned > 300);
    }

    void haveOneFormHoweverTheyAreWritten()
    {
        for (const Emoji &emoji : allEmoji()) {
            for (int tone = 0; tone < kSkinTones; ++tone) {
                const QString text = emoji.withTone(SkinTone(tone));
                const QString bare = QString(text).remove(QChar(0xfe0f));
                QVERIFY2(isEmoji(text), qPrintable(text));
                QCOMPARE(qualifiedEmoji(text), text);
                QCOMPARE(qualifiedEmoji(bare), text);
                QCOMPARE(qualifiedEmoji(QString(text + QChar(0xfe0f))), text);
            }
        }
        QCOMPARE(qualifiedEmoji(u"❤\ufe0e"_s), u"❤\ufe0f"_s);
    }

    void areFoundInBothLanguages()
    {
        QVERIFY(findEmoji(u""_s).isEmpty());
        QVERIFY(findEmoji(u"  -,' "_s).isEmpty());
        QVERIFY(findEmoji(u"qqqq"_s).isEmpty());
        QVERIFY(finds(u"thumbs"_s, u"👍"_s));
        QVERIFY(finds(u"UP thu"_s, u"👍"_s));
        QVERIFY(finds(u"corazon"_s, u"❤️"_s));
        QVERIFY(finds(u"Corazón roj"_s, u"❤️"_s));
        QVERIFY(!finds(u"thumbs down"_s, u"👍"_s));
        QVERIFY(finds(u"españ"_s, u"🇪🇸"_s));
        QVERIFY(finds(u"goose"_s, u"🪿"_s));
        QVERIFY(finds(u"oca"_s, u"🪿"_s));
        QCOMPARE(findEmoji(u"🎉"_s).size(), 1);
        QCOMPARE(findEmoji(u"✋"_s).size(), 1);
        // The name first, other words later.
        QCOMPARE(findEmoji(u"red heart"_s).first().text(), u"❤️"_s);
        QVERIFY(findEmoji(u"cat"_s).first().name().startsWith(u"cat"_s));
    }

    void areCalledByTheirNames()
    {
        QCOMPARE(emojiName(u"👍"_s), u"thumbs up"_s);
        QCOMPARE(emojiName(u"👍🏽"_s), u"thumbs up: medium skin tone"_s);
        // Without the mark of the emoji style, as some send it.
        QCOMPARE(emojiName(u"❤"_s), u"red heart"_s);
        QCOMPARE(emojiName(u"☝🏿"_s), u"index pointing up: dark skin tone"_s);
        QCOMPARE(emojiName(u"hola"_s), u"hola"_s);
        QCOMPARE(emojiName(u""_s), QString());
    }

    void habitsHoldNothingElse()
    {
        EmojiHabits none(nullptr);
        none.use(u"👍"_s);
        none.setTone(SkinTone::Dark);
        QVERIFY(none.recent().isEmpty());
        QCOMPARE(none.tone(), SkinTone::None);
        m_settings.setValue(settingkeys::kRecentEmoji, QStringList{u"<b>"_s, u"👍"_s, u"👍"_s, u""_s});
        m_settings.setValue(settingkeys::kSkinTone, 99);
        EmojiHabits habits(&m_settings);
        QCOMPARE(habits.recent(), QStringList{u"👍"_s});
        QCOMPARE(habits.tone(), SkinTone::Dark);
        habits.use(u"/me "_s);
        habits.use(u"🎉"_s);
        habits.use(u"👍"_s);
        QCOMPARE(habits.recent(), (QStringList{u"👍"_s, u"🎉"_s}));
        for (const Emoji &emoji : allEmoji().first(60))
            habits.use(emoji.text());
        QCOMPARE(habits.recent().size(), EmojiHabits::kMostRecent);
    }

    void isWorkedByKeyboard()
    {
        QPointer<EmojiPicker> picker = open();
        QSignalSpy chosen(picker, &EmojiPicker::chosen);
        test::screenshot(*picker, u"emoji"_s);
        auto *search = picker->findChild<QLineEdit *>();
        auto *grid = picker->findChild<EmojiGrid *>();
        QTRY_VERIFY(search->hasFocus());
        QCOMPARE(search->accessibleName(), u"Search emoji"_s);
        QCOMPARE(grid->accessibleName(), u"Emoji"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(grid->hasFocus());
        QCOMPARE(grid->current()->text, allEmoji()[0].text());
        QTest::keyClick(grid, Qt::Key_Right);
        QCOMPARE(grid->current()->text, allEmoji()[1].text());
        QTest::keyClick(grid, Qt::Key_Down);
        QCOMPARE(grid->current()->text, allEmoji()[1 + EmojiGrid::kColumns].text());
        // A screen reader hears the name.
        QAccessibleInterface *cells = QAccessible::queryAccessibleInterface(grid);
        QCOMPARE(cells->child(1)->text(QAccessible::Name), allEmoji()[1].name());
        QTest::keyClick(grid, Qt::Key_Up);
        QTest::keyClick(grid, Qt::Key_Up);
        QVERIFY(search->hasFocus());
        // Other groups, and letters that search from the grid.
        QTest::keyClick(search, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(grid->current()->emoji.group, EmojiGroup::People);
        grid->setFocus();
        QTest::keyClicks(grid, u"f"_s);
        QTest::keyClicks(search, u"iesta"_s);
        QVERIFY(grid->count() > 0);
        QTest::keyClicks(search, u"qqq"_s);
        QCOMPARE(grid->count(), 0);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        search->setText(u"party popper"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"🎉"_s);
        QVERIFY(!picker->isVisible());
        delete picker;
        // It is there at once the next time.
        picker = open();
        grid = picker->findChild<EmojiGrid *>();
        QCOMPARE(grid->count(), 1);
        QCOMPARE(grid->current()->name, u"party popper"_s);
        QTest::keyClick(picker, Qt::Key_Escape);
        QVERIFY(!picker->isVisible());
        delete picker;
    }

    void skinTonesAreChosenOnceOrForGood()
    {
        EmojiPicker *picker = open();
        QSignalSpy chosen(picker, &EmojiPicker::chosen);
        auto *search = picker->findChild<QLineEdit *>();
        auto *grid = picker->findChild<EmojiGrid *>();
        search->setText(u"waving hand"_s);
        QCOMPARE(grid->current()->text, u"👋"_s);
        // For this one: its menu.
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(grid, &asked);
        auto *menu = picker->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), kSkinTones);
        menu->actions()[5]->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"👋🏿"_s);
        QCOMPARE(EmojiHabits(&m_settings).tone(), SkinTone::None);
        delete picker;
        // For all.
        picker = open();
        search = picker->findChild<QLineEdit *>();
        grid = picker->findChild<EmojiGrid *>();
        QToolButton *tone = nullptr;
        for (QToolButton *button : picker->findChildren<QToolButton *>()) {
            QVERIFY(!button->accessibleName().isEmpty() || button->parent() == search);
            if (button->menu())
                tone = button;
        }
        QVERIFY(tone);
        QCOMPARE(tone->accessibleName(), u"Skin tone: no skin tone"_s);
        QCOMPARE(tone->text(), u"✋"_s);
        tone->menu()->actions()[3]->trigger();
        QCOMPARE(tone->accessibleName(), u"Skin tone: medium skin tone"_s);
        search->setText(u"waving hand"_s);
        QCOMPARE(grid->current()->text, u"👋🏽"_s);
        QCOMPARE(grid->current()->name, u"waving hand: medium skin tone"_s);
        search->setText(u"party popper"_s);
        QCOMPARE(grid->current()->text, u"🎉"_s);
        search->setText(u"hand"_s);
        test::screenshot(*picker, u"emoji-tones"_s);
        delete picker;
        QCOMPARE(EmojiHabits(&m_settings).tone(), SkinTone::Medium);
    }
};

QTEST_MAIN(EmojiTest)
#include "tst_emoji.moc"
