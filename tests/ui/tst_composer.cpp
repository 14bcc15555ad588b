// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerBar.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/emoji/EmojiPicker.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"
#include "ui/writing/Completion.h"
#include "ui/writing/ComposerEdit.h"
#include "ui/writing/ComposerNotice.h"
#include "ui/writing/SuggestionList.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tertulia;
using namespace Qt::StringLiterals;

class ComposerTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QWidget> window;
    Composer *composer = nullptr;
    ComposerEdit *field = nullptr;

    QAbstractButton *named(const QString &name) const
    {
        for (QAbstractButton *button : composer->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name && button->isVisible())
                return button;
        }
        return nullptr;
    }

    /// What an input method holds at present.
    void compose(const QString &preedit)
    {
        QInputMethodEvent event(preedit, {});
        QApplication::sendEvent(field, &event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        Theme::current().setChoice(Theme::Choice::Light);
    }
    void init()
    {
        window = std::make_unique<QWidget>();
        auto *all = new QVBoxLayout(window.get());
        all->setContentsMargins(0, 0, 0, 0);
        all->addStretch();
        composer = new Composer(window.get());
        composer->setPeerName(u"Bruno Díaz"_s);
        all->addWidget(composer);
        field = composer->field();
        window->resize(500, 700);
        window->show();
        window->activateWindow();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QTRY_VERIFY(field->hasFocus());
    }
    void cleanup()
    {
        window.reset();
        Theme::current().setTextSize(100);
    }

    void theCursorStandsWhereTheTextWillBegin()
    {
        const int middle = field->viewport()->width() / 2;
        QVERIFY(field->cursorRect().x() < middle);
        window->setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(field->cursorRect().x() > middle);
        // What is typed goes its own way, and the empty field goes back.
        QTest::keyClicks(field, u"hola"_s);
        QVERIFY(field->cursorRect().x() < middle);
        field->clear();
        QVERIFY(field->cursorRect().x() > middle);
        window->setLayoutDirection(Qt::LeftToRight);
        QTRY_VERIFY(field->cursorRect().x() < middle);
        field->setPlainText(u"\u05e9\u05dc\u05d5\u05dd"_s);
        QVERIFY(field->cursorRect().x() > middle);
    }

    void isNamed()
    {
        QCOMPARE(field->accessibleName(), u"Message to Bruno Díaz"_s);
        const auto buttons = composer->findChildren<QAbstractButton *>();
        QVERIFY(!buttons.isEmpty());
        QStringList names;
        for (const QAbstractButton *button : buttons)
            names << button->accessibleName();
        QVERIFY(names.contains(u"Send"_s));
    }

    void emptyOrBlankIsNotSent()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, u"   "_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
    }

    void enterSendsAndShiftEnterBeginsALine()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        QSignalSpy draft(composer, &Composer::draftChanged);
        QTest::keyClicks(field, u"one"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(field, u"two"_s);
        QTest::keyClick(field, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"one\ntwo"_s);
        QCOMPARE(composer->text(), QString());
        QCOMPARE(draft.last()[0].value<Draft>().text, QString());
        // What was sent does not come back into the field.
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer->text(), QString());
    }

    void enterCanBeginALineInstead()
    {
        UiSettings settings({});
        settings.setValue(settingkeys::kSendByControl, true);
        composer->setSettings(&settings);
        QSignalSpy sent(composer, &Composer::sendRequested);
        QTest::keyClicks(field, u"one"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, u"two"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_Return, Qt::AltModifier | Qt::ControlModifier);
        QCOMPARE(sent.size(), 0);
        QVERIFY(composer->text().startsWith(u"one\ntwo"_s));
        QTest::keyClick(field, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent[0][0].toString().startsWith(u"one\ntwo"_s));
        QVERIFY(named(u"Send"_s)->toolTip().contains(u"Ctrl"_s));
        composer->setSettings(nullptr);
        QTest::keyClicks(field, u"three"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 2);
    }

    void theButtonSendsToo()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        QTest::keyClicks(field, u"hello"_s);
        for (QAbstractButton *button : composer->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == u"Send"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(sent.size(), 1);
        QVERIFY(field->hasFocus());
    }

    void inputMethodsAreNeverCutOff()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        QInputMethodEvent begin(u"に"_s, {});
        QApplication::sendEvent(field, &begin);
        QVERIFY(field->isComposing());
        // Some input methods let the key through as well.
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 0);
        QInputMethodEvent end;
        end.setCommitString(u"日本"_s);
        QApplication::sendEvent(field, &end);
        QVERIFY(!field->isComposing());
        QCOMPARE(composer->text(), u"日本"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"日本"_s);
    }

    void noShortcutTakesTheKeysOfAComposition()
    {
        int panes = 0;
        auto *next = new QAction(window.get());
        next->setShortcut(Qt::Key_F6);
        window->addAction(next);
        connect(next, &QAction::triggered, window.get(), [&panes] { ++panes; });
        QSignalSpy escaped(composer, &Composer::escapePressed);
        QTest::keyClicks(field, u"before "_s);
        compose(u"に"_s);
        const QString text = composer->text();
        // Conversions and cancelling, which some input methods do themselves and let through as well.
        for (const auto key : {Qt::Key_F6, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter})
            QTest::keyClick(field, key);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(panes, 0);
        QCOMPARE(escaped.size(), 0);
        QCOMPARE(composer->text(), text);
        QVERIFY(field->isComposing());
        compose({});
        QTest::keyClick(field, Qt::Key_F6);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(panes, 1);
        QCOMPARE(escaped.size(), 1);
    }

    void thePlaceholderMakesRoomForAComposition()
    {
        const auto picture = [this] {
            QImage image = field->viewport()->grab().toImage();
            return image;
        };
        field->setCursorWidth(0);
        const QImage before = picture();
        compose(u"に"_s);
        const QImage with = picture();
        QVERIFY(with != before);
        field->setPlaceholderText({});
        QCOMPARE(picture(), with);
        QCOMPARE(composer->text(), QString());
    }

    void aTextPutThereEndsAComposition()
    {
        compose(u"に"_s);
        composer->setText(u"a draft"_s);
        QVERIFY(!field->isComposing());
        QSignalSpy sent(composer, &Composer::sendRequested);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"a draft"_s);
    }

    void growsToEightLines()
    {
        const int one = field->height();
        int before = one;
        for (int line = 2; line <= 8; ++line) {
            QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
            QVERIFY2(field->height() > before, qPrintable(QString::number(line)));
            before = field->height();
        }
        test::screenshot(*window, u"composer-eight"_s);
        for (int line = 9; line <= 12; ++line)
            QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(field->height(), before);
        composer->clear();
        QCOMPARE(field->height(), one);
        // Wrapped lines count like others.
        QTest::keyClicks(field, u"word "_s.repeated(40));
        QVERIFY(field->height() > one);
        // Never more than 40 % of the window.
        window->resize(500, 300);
        composer->setText(u"a\n"_s.repeated(20));
        QTRY_VERIFY(field->height() <= 300 * 2 / 5 + 1);
    }

    /// SECURITY A96: no document is ever given anything but plain text, so that nothing is asked for.
    void pasteIsPlain()
    {
        auto *mime = new QMimeData;
        mime->setHtml(u"<b>bold</b><img src='file:///etc/passwd'>"_s);
        mime->setText(u"bold\r\nnext"_s);
        QApplication::clipboard()->setMimeData(mime);
        field->paste();
        QCOMPARE(composer->text(), u"bold\nnext"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer->text(), QString());
    }

    void aPauseSavesTheDraft()
    {
        QSignalSpy draft(composer, &Composer::draftChanged);
        QTest::keyClicks(field, u"I think"_s);
        QCOMPARE(draft.size(), 0);
        QVERIFY(draft.wait(3000));
        QCOMPARE(draft.last()[0].value<Draft>().text, u"I think"_s);
        // Leaving does not wait for the pause.
        QTest::keyClicks(field, u" we"_s);
        field->clearFocus();
        QCOMPARE(draft.last()[0].value<Draft>().text, u"I think we"_s);
        const qsizetype told = draft.size();
        composer->setText(u"restored"_s);
        composer->flushDraft();
        QCOMPARE(draft.size(), told);
    }

    void typingIsTold()
    {
        QSignalSpy typing(composer, &Composer::typingChanged);
        composer->setText(u"restored"_s);
        QCOMPARE(typing.size(), 0);
        QTest::keyClicks(field, u"a"_s);
        QCOMPARE(typing.last()[0].toBool(), true);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QCOMPARE(typing.last()[0].toBool(), false);
    }

    void pagingGoesToTheTimeline()
    {
        QSignalSpy page(composer, &Composer::pageRequested);
        QTest::keyClick(field, Qt::Key_PageUp, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(page.size(), 2);
        QCOMPARE(page[0][0].toInt(), -1);
        QCOMPARE(page[1][0].toInt(), 1);
        QSignalSpy escape(composer, &Composer::escapePressed);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(escape.size(), 1);
    }

    void emojiArePickedByKeyboard()
    {
        QTest::keyClicks(field, u"ok "_s);
        QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        auto *picker = composer->findChild<EmojiPicker *>();
        QVERIFY(picker && picker->isVisible());
        auto *search = picker->findChild<QLineEdit *>();
        QCOMPARE(search->accessibleName(), u"Search emoji"_s);
        QTest::keyClicks(search, u"thumbs up"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(composer->text(), u"ok 👍"_s);
        QVERIFY(!picker->isVisible());
        QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        picker = composer->findChild<EmojiPicker *>();
        QTest::keyClick(picker, Qt::Key_Escape);
        QVERIFY(!picker->isVisible());
        QCOMPARE(composer->text(), u"ok 👍"_s);
    }

    void emojiAreCompletedWhileWriting()
    {
        const auto list = [this] {
            auto *found = window->findChild<SuggestionList *>();
            return found && found->isVisible() ? found : nullptr;
        };
        QSignalSpy sent(composer, &Composer::sendRequested);
        QSignalSpy escape(composer, &Composer::escapePressed);
        // One letter, a time, the end of a word: nothing.
        for (const QString &text : {u":t"_s, u"10:30"_s, u"note:thumbs"_s, u"::th"_s, u":qqqq"_s}) {
            field->selectAll();
            QTest::keyClicks(field, text);
            QVERIFY2(!list(), qPrintable(text));
        }
        field->selectAll();
        QTest::keyClicks(field, u"so :thumbs"_s);
        QVERIFY(list());
        QVERIFY(field->hasFocus());
        QCOMPARE(list()->accessibleName(), u"Suggestions"_s);
        QVERIFY(list()->model()->rowCount() <= Completion::kMost);
        QVERIFY(list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"thumbs"_s));
        test::screenshot(*window, u"composer-completion"_s);
        // Esc takes the list away, and nothing else.
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!list());
        QCOMPARE(escape.size(), 0);
        QTest::keyClicks(field, u"_"_s);
        QVERIFY(!list());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(escape.size(), 1);
        field->selectAll();
        QTest::keyClicks(field, u"so :thumbs_up"_s);
        QVERIFY(list());
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(composer->text(), u"so 👍"_s);
        QVERIFY(!list());
        QCOMPARE(sent.size(), 0);
        // One step takes it back.
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(composer->text().startsWith(u"so :thumbs"_s));
        // An input method is left alone.
        field->selectAll();
        QTest::keyClicks(field, u":thumb"_s);
        QVERIFY(list());
        QInputMethodEvent begin(u"s"_s, {});
        QApplication::sendEvent(field, &begin);
        QVERIFY(!list());
        QInputMethodEvent end;
        QApplication::sendEvent(field, &end);
    }

    void commandsAreReadAndOthersRefused()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        auto *notice = composer->findChild<ComposerNotice *>();
        const auto send = [this](const QString &text) {
            field->selectAll();
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        send(u"/password hunter2"_s);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(composer->text(), u"/password hunter2"_s);
        QVERIFY(notice->isVisible());
        QVERIFY(notice->accessibleName().contains(u"/password"_s));
        test::screenshot(*window, u"composer-refused"_s);
        QTest::keyClicks(field, u"x"_s);
        QVERIFY(!notice->isVisible());
        send(u"/leave "_s);
        QCOMPARE(sent.size(), 0);
        QVERIFY(notice->accessibleName().contains(u"rooms"_s));
        // Whoever means it says so.
        QTest::mouseClick(named(u"Send it as it is"_s) ? named(u"Send it as it is"_s)
                                                       : notice->findChildren<QPushButton *>().first(),
                          Qt::LeftButton);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"/leave "_s);
        send(u"/help "_s);
        QCOMPARE(sent.size(), 1);
        QVERIFY(notice->accessibleName().contains(u"/me"_s));
        QCOMPARE(composer->text(), QString());
        test::screenshot(*window, u"composer-help"_s);
        send(u"//help"_s);
        QCOMPARE(sent.last()[0].toString(), u"/help"_s);
        QVERIFY(!notice->isVisible());
        // The list completes them.
        QTest::keyClicks(field, u"/m"_s);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(composer->text(), u"/me "_s);
        QTest::keyClicks(field, u"waves"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.last()[0].toString(), u"/me waves"_s);
        // What was said with a slash is edited with it.
        QSignalSpy corrected(composer, &Composer::correctionRequested);
        composer->startEdit(5, u"/etc/hosts"_s);
        QTest::keyClicks(field, u"!"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(corrected.size(), 1);
        QCOMPARE(corrected[0][1].toString(), u"/etc/hosts!"_s);
    }

    void keysFormat()
    {
        QTest::keyClicks(field, u"so be it"_s);
        QTest::keyClick(field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(composer->text(), u"so be *it*"_s);
        QTest::keyClick(field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(composer->text(), u"so be it"_s);
        QTest::keyClick(field, Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(composer->text(), u"so be _it_"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(composer->text(), u"`so be it`"_s);
        QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(composer->text(), u"~so be it~"_s);
        // An input method's word is not cut in two.
        field->moveCursor(QTextCursor::End);
        QInputMethodEvent begin(u"に"_s, {});
        QApplication::sendEvent(field, &begin);
        QTest::keyClick(field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(composer->text(), u"~so be it~"_s);
        QInputMethodEvent end;
        QApplication::sendEvent(field, &end);
    }

    void plainTextIsPasted()
    {
        auto *mime = new QMimeData;
        mime->setHtml(u"<b>bold</b>"_s);
        mime->setText(u"bold"_s);
        QApplication::clipboard()->setMimeData(mime);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(composer->text(), u"bold"_s);
    }

    void theMenuHasWhatTheKeysDo()
    {
        QTest::keyClicks(field, u"hello"_s);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(field->viewport(), &asked);
        auto *menu = field->findChild<QMenu *>();
        QVERIFY(menu);
        QStringList names;
        for (const QAction *action : menu->actions())
            names << QString(action->text()).remove(u'&');
        for (const QString &name : {u"Paste as plain text"_s, u"Format"_s, u"Insert emoji…"_s,
                                    u"Send later…"_s, u"Send as a spoiler…"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        delete menu;
    }

    void undoGoesBackIntoAnEdit()
    {
        QTest::keyClicks(field, u"half a dra"_s);
        composer->startEdit(5, u"What I siad"_s);
        QTest::keyClicks(field, u" then"_s);
        QVERIFY(composer->stepBack());
        QCOMPARE(composer->text(), u"half a dra"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer->edited(), 5);
        QCOMPARE(composer->text(), u"What I siad then"_s);
        QVERIFY(composer->stepBack());
        QCOMPARE(composer->text(), u"half a dra"_s);
        composer->startReply(7, u"Bruno"_s, u"x"_s);
        QVERIFY(composer->stepBack());
        QVERIFY(composer->stepForward());
        QCOMPARE(composer->answered(), 7);
        QVERIFY(!composer->stepForward());
    }

    void isSentLater()
    {
        QSignalSpy later(composer, &Composer::sendLaterRequested);
        QSignalSpy sent(composer, &Composer::sendRequested);
        const auto menu
            = [this] { return composer->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly); };
        // There is nothing to send.
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!menu());
        composer->startReply(7, u"Bruno"_s, u"x"_s);
        QTest::keyClicks(field, u"happy birthday"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(menu());
        test::screenshot(*menu(), u"send-later"_s);
        const QDateTime before = QDateTime::currentDateTime();
        menu()->actions().first()->trigger();
        delete menu();
        QCOMPARE(later.size(), 1);
        QCOMPARE(later[0][0].toString(), u"happy birthday"_s);
        QCOMPARE(later[0][1].toLongLong(), 7);
        QVERIFY(before.secsTo(later[0][2].toDateTime()) >= 3590);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(composer->text(), QString());
        QCOMPARE(composer->answered(), 0);
        // The right button and a long press.
        QTest::keyClicks(field, u"again"_s);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(named(u"Send"_s), &asked);
        QVERIFY(menu());
        delete menu();
        QTest::mousePress(named(u"Send"_s), Qt::LeftButton);
        QTRY_VERIFY(menu());
        delete menu();
        QTest::mouseRelease(named(u"Send"_s), Qt::LeftButton);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(composer->text(), u"again"_s);
    }

    void anAnswerSaysWhatItAnswers()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        auto *bar = composer->findChild<ComposerBar *>();
        QVERIFY(!bar->isVisible());
        QTest::keyClicks(field, u"half a dra"_s);
        composer->startReply(7, u"<b>Bruno</b>"_s, u"Then I’ll\nsend it"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(), u"Replying to <b>Bruno</b>, Then I’ll send it"_s);
        for (const QLabel *label : bar->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        test::screenshot(*window, u"composer-reply"_s);
        QCOMPARE(composer->text(), u"half a dra"_s);
        // Out of it again: the words stay, and answer nothing.
        QVERIFY(composer->stepBack());
        QVERIFY(!bar->isVisible());
        QVERIFY(!composer->stepBack());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][1].toLongLong(), 0);
        composer->startReply(7, u"Bruno"_s, u"x"_s);
        composer->startReply(8, u"Bruno"_s, u"y"_s);
        QSignalSpy shown(composer, &Composer::showRequested);
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(60, bar->height() / 2));
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0][0].toLongLong(), 8);
        QTest::keyClicks(field, u"yes"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent[1][0].toString(), u"yes"_s);
        QCOMPARE(sent[1][1].toLongLong(), 8);
        // For that one message only.
        QVERIFY(!bar->isVisible());
        QCOMPARE(composer->answered(), 0);
        composer->startReply(9, u"Bruno"_s, u"z"_s);
        QTest::mouseClick(named(u"Do not reply"_s), Qt::LeftButton);
        QCOMPARE(composer->answered(), 0);
        QVERIFY(field->hasFocus());
    }

    /// R22.
    void editingGivesTheDraftBack()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        QSignalSpy corrected(composer, &Composer::correctionRequested);
        QSignalSpy draft(composer, &Composer::draftChanged);
        auto *bar = composer->findChild<ComposerBar *>();
        composer->startReply(7, u"Bruno"_s, u"x"_s);
        QTest::keyClicks(field, u"half a dra"_s);
        composer->startEdit(5, u"What I siad"_s);
        QCOMPARE(draft.last()[0].value<Draft>().text, u"half a dra"_s);
        QCOMPARE(composer->text(), u"What I siad"_s);
        QCOMPARE(bar->accessibleName(), u"Editing, What I siad"_s);
        test::screenshot(*window, u"composer-edit"_s);
        QTest::keyClicks(field, u" then"_s);
        composer->flushDraft();
        // The draft waits, and what is being changed is kept beside it.
        QCOMPARE(draft.last()[0].value<Draft>(), (Draft{u"half a dra"_s, 7, 5, u"What I siad then"_s}));
        QVERIFY(composer->stepBack());
        composer->flushDraft();
        QCOMPARE(draft.last()[0].value<Draft>(), (Draft{u"half a dra"_s, 7}));
        QCOMPARE(composer->text(), u"half a dra"_s);
        QCOMPARE(composer->answered(), 7);
        QVERIFY(bar->accessibleName().startsWith(u"Replying"_s));
        // The other way out: it is said.
        composer->startEdit(5, u"What I siad"_s);
        composer->startEdit(6, u"Something else"_s);
        QCOMPARE(composer->text(), u"Something else"_s);
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(corrected.size(), 0);
        QTest::keyClicks(field, u"What I said"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(corrected.size(), 1);
        QCOMPARE(corrected[0][0].toLongLong(), 6);
        QCOMPARE(corrected[0][1].toString(), u"What I said"_s);
        QCOMPARE(sent.size(), 0);
        QCOMPARE(composer->text(), u"half a dra"_s);
        QCOMPARE(composer->answered(), 7);
        QCOMPARE(composer->edited(), 0);
        QCOMPARE(draft.last()[0].value<Draft>(), (Draft{u"half a dra"_s, 7}));
        // Answering another message ends it as well.
        composer->startEdit(5, u"What I siad"_s);
        composer->startReply(8, u"Bruno"_s, u"y"_s);
        QCOMPARE(composer->text(), u"half a dra"_s);
        QCOMPARE(composer->edited(), 0);
    }

    void upEditsTheLastMessage()
    {
        QSignalSpy edit(composer, &Composer::editLastRequested);
        QSignalSpy choose(composer, &Composer::chooseRequested);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(edit.size(), 1);
        QTest::keyClicks(field, u"one"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(field, u"two"_s);
        QTest::keyClick(field, Qt::Key_Up);
        QCOMPARE(edit.size(), 1);
        QCOMPARE(field->textCursor().blockNumber(), 0);
        QTest::keyClick(field, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(edit.size(), 2);
        QTest::keyClick(field, Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(choose.size(), 2);
        QCOMPARE(choose[0][0].toInt(), -1);
        QCOMPARE(choose[1][0].toInt(), 1);
        QVERIFY(!field->textCursor().hasSelection());
    }

    void reactionsArePickedByKeyboard()
    {
        auto *popup = new ReactionPopup({{u"👍"_s, 2, true, {u"Bruno"_s}}, {u"🎉"_s, 1, false, {u"Eva"_s}}},
                                        nullptr, window.get());
        QPointer<ReactionPopup> alive(popup);
        QSignalSpy chosen(popup, &ReactionPopup::chosen);
        popup->openAt(QRect(window->mapToGlobal(QPoint(100, 300)), QSize(200, 40)));
        QVERIFY(popup->isVisible());
        test::screenshot(*popup, u"react"_s);
        const QList<QAbstractButton *> buttons = popup->findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 8);
        QVERIFY(buttons[0]->isChecked() && !buttons[1]->isChecked());
        QVERIFY(buttons[0]->accessibleName().endsWith(u"Bruno"_s));
        QVERIFY(buttons[0]->accessibleName().contains(u"You"_s));
        for (const QAbstractButton *button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
        QTest::keyClick(popup->focusWidget(), Qt::Key_Right);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Right);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Left);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), ReactionPopup::usual().at(1));
        QTRY_VERIFY(!alive);
        // All the others, through the picker.
        popup = new ReactionPopup({}, nullptr, window.get());
        alive = popup;
        QSignalSpy picked(popup, &ReactionPopup::chosen);
        popup->openAt(QRect(window->mapToGlobal(QPoint(100, 300)), QSize(200, 40)));
        QTest::mouseClick(popup->findChildren<QAbstractButton *>().last(), Qt::LeftButton);
        auto *picker = window->findChild<EmojiPicker *>();
        QVERIFY(picker && picker->isVisible() && !popup->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit *>(), u"thumbs down"_s);
        QTest::keyClick(picker->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].toString(), u"👎"_s);
        QTRY_VERIFY(!alive);
        // And away without one.
        popup = new ReactionPopup({}, nullptr, window.get());
        alive = popup;
        QSignalSpy none(popup, &ReactionPopup::chosen);
        popup->openAt(QRect(window->mapToGlobal(QPoint(100, 300)), QSize(200, 40)));
        QTest::keyClick(popup->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!alive);
        QCOMPARE(none.size(), 0);
    }

    void tabLeavesTheField()
    {
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(!field->hasFocus());
        QCOMPARE(composer->text(), QString());
    }

    void sendsASpoilerFromTheMenuOfTheField()
    {
        QSignalSpy sent(composer, &Composer::sendRequested);
        const auto offered = [this] {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                    field->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(field, &event);
            auto *menu = field->findChild<QMenu *>();
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') == u"Send as a spoiler…"_s)
                    return std::pair(menu, action);
            }
            return std::pair<QMenu *, QAction *>(menu, nullptr);
        };
        auto [menu, spoiler] = offered();
        QVERIFY(spoiler && !spoiler->isEnabled()); // nothing to send
        delete menu;
        field->insertPlainText(u"They die."_s);
        composer->startEdit(7, u"They dye."_s);
        std::tie(menu, spoiler) = offered();
        QVERIFY(!spoiler->isEnabled()); // nor while another one is edited
        delete menu;
        composer->stopEdit();
        std::tie(menu, spoiler) = offered();
        QVERIFY(spoiler->isEnabled());
        spoiler->trigger();
        delete menu;
        auto *dialog = window->findChild<QDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
        QVERIFY(sent.isEmpty());
        QCOMPARE(composer->text(), u"They die."_s);
        QTRY_VERIFY(!window->findChild<QDialog *>());

        composer->startReply(3, u"Bruno"_s, u"What happens?"_s);
        std::tie(menu, spoiler) = offered();
        spoiler->trigger();
        delete menu;
        dialog = window->findChild<QDialog *>();
        auto *hint = dialog->findChild<QLineEdit *>();
        QCOMPARE(hint->accessibleName(), u"Hint"_s);
        hint->setText(u" The end "_s);
        QTest::keyClick(hint, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"They die."_s);
        QCOMPARE(sent[0][1].toLongLong(), 3);
        QCOMPARE(sent[0][2].value<std::optional<QString>>(), std::optional(u"The end"_s));
        QVERIFY(composer->text().isEmpty());
        field->insertPlainText(u"All said."_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent[1][2].value<std::optional<QString>>(), std::optional<QString>());
    }
};

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
