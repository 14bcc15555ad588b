// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerBar.h"
#include "ui/chat/ComposerEdit.h"
#include "ui/chat/EmojiPicker.h"
#include "ui/chat/ReactionPopup.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
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
        QCOMPARE(draft.last()[0].toString(), QString());
        // What was sent does not come back into the field.
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(composer->text(), QString());
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
        QVERIFY(composer->text().contains(u"日本"_s));
        field->setPlainText(u"日本"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0][0].toString(), u"日本"_s);
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
        QCOMPARE(draft.last()[0].toString(), u"I think"_s);
        // Leaving does not wait for the pause.
        QTest::keyClicks(field, u" we"_s);
        field->clearFocus();
        QCOMPARE(draft.last()[0].toString(), u"I think we"_s);
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

    void emojiAreFoundInBothLanguages()
    {
        QVERIFY(findEmoji(u""_s).isEmpty());
        QVERIFY(findEmoji(u"qqqq"_s).isEmpty());
        const auto has = [](const QString &words, const QString &emoji) {
            for (const Emoji &found : findEmoji(words)) {
                if (found.text == emoji)
                    return true;
            }
            return false;
        };
        QVERIFY(has(u"thumbs"_s, u"👍"_s));
        QVERIFY(has(u"UP thu"_s, u"👍"_s));
        QVERIFY(has(u"corazon"_s, u"❤️"_s));
        QVERIFY(has(u"Corazón roj"_s, u"❤️"_s));
        QVERIFY(!has(u"thumbs down"_s, u"👍"_s));
        QSet<QString> all;
        for (const Emoji &emoji : allEmoji()) {
            QVERIFY(!emoji.name().isEmpty());
            QVERIFY2(!all.contains(emoji.text), qPrintable(emoji.text));
            all << emoji.text;
        }
    }

    void emojiArePickedByKeyboard()
    {
        QTest::keyClicks(field, u"ok "_s);
        QTest::keyClick(field, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        auto *picker = composer->findChild<EmojiPicker *>();
        QVERIFY(picker && picker->isVisible());
        test::screenshot(*picker, u"emoji"_s);
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
        QCOMPARE(draft.last()[0].toString(), u"half a dra"_s);
        const qsizetype drafts = draft.size();
        QCOMPARE(composer->text(), u"What I siad"_s);
        QCOMPARE(bar->accessibleName(), u"Editing, What I siad"_s);
        test::screenshot(*window, u"composer-edit"_s);
        QTest::keyClicks(field, u" then"_s);
        composer->flushDraft();
        // Nothing of it is a draft.
        QCOMPARE(draft.size(), drafts);
        QVERIFY(composer->stepBack());
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
        QCOMPARE(draft.size(), drafts);
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
                                        window.get());
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
        popup = new ReactionPopup({}, window.get());
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
        popup = new ReactionPopup({}, window.get());
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
};

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
