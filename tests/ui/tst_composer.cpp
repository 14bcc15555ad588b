// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "ui/chat/Composer.h"
#include "ui/chat/ComposerEdit.h"
#include "ui/chat/EmojiPicker.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
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

    void tabLeavesTheField()
    {
        QTest::keyClick(field, Qt::Key_Tab);
        QVERIFY(!field->hasFocus());
        QCOMPARE(composer->text(), QString());
    }
};

QTEST_MAIN(ComposerTest)
#include "tst_composer.moc"
