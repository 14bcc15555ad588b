// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshots.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/spelling/Dictionaries.h"
#include "ui/spelling/FieldSpelling.h"
#include "ui/spelling/Spelling.h"
#include "ui/spelling/SpellingMarks.h"
#include "ui/theme/Theme.h"
#include "ui/writing/ComposerEdit.h"

#include <QFile>
#include <QInputMethodEvent>
#include <QLocale>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class SpellingTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<UiSettings> m_settings;
    std::unique_ptr<Spelling> m_spelling;
    std::unique_ptr<ComposerEdit> m_field;
    FieldSpelling *m_marks = nullptr;

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QStringList wrong() const
    {
        QStringList words;
        for (const WordPlace &place : m_marks->marks().wrongWords())
            words << m_field->toPlainText().mid(place.start, place.length);
        return words;
    }
    /// Writes and leaves the last word.
    void type(const QString &text) { QTest::keyClicks(m_field.get(), text); }
    static QAction *named(const QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions()) {
            if (QString(action->text()).remove(u'&') == text)
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        write(u"en_US.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
        write(u"en_US.dic"_s, "6\nhello\nworld\nthe\nsaid\nit's\nrain\n");
        // In another encoding.
        write(u"es_ES.aff"_s, "SET ISO8859-1\nTRY aeosrnidlctumpbgvhqyfjz\n");
        write(u"es_ES.dic"_s,
              "3\nhola\nma\xf1"
              "ana\ncami\xf3n\n");
        write(u"hyph_en_US.dic"_s, "x\n");
        write(u"alone.aff"_s, "SET UTF-8\n");
        write(u"not-a-language!.aff"_s, "");
    }
    void init()
    {
        m_settings = std::make_unique<UiSettings>(QString());
        m_spelling = std::make_unique<Spelling>(*m_settings, QStringList{m_folder.path()});
        m_field = std::make_unique<ComposerEdit>();
        m_marks = new FieldSpelling(*m_spelling, *m_field);
        m_field->resize(400, 60);
        m_field->show();
        m_field->activateWindow();
        m_field->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_field.get()));
        QTRY_VERIFY(m_field->hasFocus());
    }
    void cleanup()
    {
        m_field.reset();
        m_spelling.reset();
    }

    void onlyWholeDictionariesAreFound()
    {
        QStringList languages;
        for (const Dictionary &dictionary : m_spelling->dictionaries())
            languages << dictionary.language;
        QCOMPARE(languages, (QStringList{u"en_US"_s, u"es_ES"_s}));
        QVERIFY(findDictionaries({u"/nonexistent"_s}).isEmpty());
        const QList<Dictionary> &all = m_spelling->dictionaries();
        QCOMPARE(dictionaryFor(u"en-US"_s, all), u"en_US"_s);
        QCOMPARE(dictionaryFor(u"es"_s, all), u"es_ES"_s);
        QCOMPARE(dictionaryFor(u"es-MX"_s, all), u"es_ES"_s);
        QCOMPARE(dictionaryFor(u"de-DE"_s, all), QString());
        QVERIFY(all[1].name().startsWith(u"español"_s));
        QCOMPARE(m_spelling->languages(), QStringList{u"en_US"_s});
    }

    void withoutDictionariesNothingIsMarked()
    {
        Spelling none(*m_settings, {u"/nonexistent"_s});
        QCOMPARE(none.check(u"qwrt"_s, {u"en_US"_s}), Spelling::Verdict::Right);
        QVERIFY(none.languages().isEmpty());
        QMenu menu;
        ComposerEdit field;
        FieldSpelling marks(none, field);
        marks.fill(&menu, 0);
        QVERIFY(menu.isEmpty());
    }

    /// SECURITY A124: what is pasted may be anything; who looked at all of it for each word would not end.
    void pastedTextIsReadOnce()
    {
        QCOMPARE(wordsToCheck(u"a.b x "_s.repeated(200'000)).size(), 200'000);
        for (const QString &piece : {u"a"_s, u"`"_s, u"@"_s, u"."_s, u":"_s})
            QVERIFY(wordsToCheck(piece.repeated(1'000'000)).size() <= 1);
        QCOMPARE(wordsToCheck(u"http://"_s.repeated(100'000)).size(), 100'000);
    }

    void onlyProseIsChecked()
    {
        const auto words = [](const QString &line) {
            QStringList found;
            for (const WordPlace &place : wordsToCheck(line))
                found << line.mid(place.start, place.length);
            return found;
        };
        QCOMPARE(words(u"see https://exmple.org/hwllo now"_s), (QStringList{u"see"_s, u"now"_s}));
        QCOMPARE(words(u"ana@exmple.org, @bruno and www.exmple.org"_s), (QStringList{u"and"_s}));
        QCOMPARE(words(u"`cod hre` and x2y 3rd"_s), (QStringList{u"and"_s}));
        QCOMPARE(words(u"/me wavs :smil"_s), (QStringList{u"wavs"_s}));
        QCOMPARE(words(u"*bold* _it_ ~no~"_s), (QStringList{u"bold"_s, u"it"_s, u"no"_s}));
        QCOMPARE(words(u"it’s don't mañana."_s), (QStringList{u"it’s"_s, u"don't"_s, u"mañana"_s}));
        QCOMPARE(words(u"end.Next? no"_s).last(), u"no"_s);
        QVERIFY(words(u"👍🏽 日"_s).size() <= 1);
        QCOMPARE(words(u"x :smile end. @ . :"_s), (QStringList{u"x"_s, u"end"_s}));
        QCOMPARE(words(u"`one `two` three"_s), (QStringList{u"two"_s, u"three"_s}));
        QVERIFY(words(u""_s).isEmpty());
    }

    void wordsAreMarkedWhenTheyAreLeft()
    {
        QSignalSpy edited(m_field.get(), &ComposerEdit::edited);
        type(u"hello wrold"_s);
        QTRY_COMPARE(m_spelling->check(u"wrold"_s, {u"en_US"_s}), Spelling::Verdict::Wrong);
        QVERIFY(wrong().isEmpty());
        type(u" "_s);
        QTRY_COMPARE(wrong(), QStringList{u"wrold"_s});
        const qsizetype before = edited.size();
        QCOMPARE(before, 12);
        test::screenshot(*m_field, u"spelling"_s);
        // Walking away ends a word, too.
        type(u"rian"_s);
        QCOMPARE(wrong(), QStringList{u"wrold"_s});
        QTest::keyClick(m_field.get(), Qt::Key_Home);
        QTRY_COMPARE(wrong(), (QStringList{u"wrold"_s, u"rian"_s}));
        // The marks are no text: nothing to undo but the words.
        QCOMPARE(edited.size(), before + 4);
        m_field->undo();
        QVERIFY(!m_field->toPlainText().contains(u"rian"_s));
    }

    void inputMethodsKeepTheirText()
    {
        type(u"wrold "_s);
        QTRY_COMPARE(wrong(), QStringList{u"wrold"_s});
        QInputMethodEvent begin(u"qwrt"_s, {});
        QCoreApplication::sendEvent(m_field.get(), &begin);
        m_spelling->ignore(u"wrold"_s);
        QTRY_VERIFY(wrong().isEmpty());
        QVERIFY(m_field->isComposing());
        QCOMPARE(m_field->textCursor().block().layout()->preeditAreaText(), u"qwrt"_s);
    }

    void codeIsLeftAlone()
    {
        m_field->setPlainText(u"```\nwrold\n```\nrian x"_s);
        QTest::keyClick(m_field.get(), Qt::Key_Home);
        QTRY_VERIFY(wrong().contains(u"rian"_s));
        QVERIFY(!wrong().contains(u"wrold"_s));
    }

    void theMenuMendsAWord()
    {
        type(u"hello wrold the"_s);
        QTest::keyClick(m_field.get(), Qt::Key_Home);
        QTRY_COMPARE(wrong(), QStringList{u"wrold"_s});
        QMenu *menu = m_field->createStandardContextMenu();
        m_marks->fill(menu, 8);
        QVERIFY(named(menu, u"Add to dictionary"_s));
        QVERIFY(named(menu, u"Ignore"_s));
        QTRY_VERIFY(named(menu, u"world"_s));
        QVERIFY(!named(menu, u"Looking for suggestions…"_s));
        named(menu, u"world"_s)->trigger();
        QCOMPARE(m_field->toPlainText(), u"hello world the"_s);
        m_field->undo();
        QCOMPARE(m_field->toPlainText(), u"hello wrold the"_s);
        // What was written meanwhile is not overwritten.
        m_field->setPlainText(u"other words"_s);
        named(menu, u"world"_s)->trigger();
        QCOMPARE(m_field->toPlainText(), u"other words"_s);
        delete menu;
    }

    void addedWordsStay()
    {
        type(u"wrold rian "_s);
        QTRY_COMPARE(wrong(), (QStringList{u"wrold"_s, u"rian"_s}));
        m_spelling->add(u"wrold"_s);
        QTRY_COMPARE(wrong(), QStringList{u"rian"_s});
        m_spelling->ignore(u"rian"_s);
        QTRY_VERIFY(wrong().isEmpty());
        QCOMPARE(m_spelling->addedWords(), QStringList{u"wrold"_s});
        Spelling later(*m_settings, {m_folder.path()});
        QCOMPARE(later.check(u"wrold"_s, {u"en_US"_s}), Spelling::Verdict::Right);
        QTRY_COMPARE(later.check(u"rian"_s, {u"en_US"_s}), Spelling::Verdict::Wrong);
        later.remove(u"wrold"_s);
        QTRY_COMPARE(later.check(u"wrold"_s, {u"en_US"_s}), Spelling::Verdict::Wrong);
        QVERIFY(later.addedWords().isEmpty());
    }

    void eachChatHasItsLanguages()
    {
        QSignalSpy chosen(m_marks, &FieldSpelling::languagesChosen);
        m_field->insertPlainText(u"hola mañana the "_s);
        QTRY_COMPARE(wrong(), (QStringList{u"hola"_s, u"mañana"_s}));
        QMenu menu;
        m_marks->fill(&menu, 0);
        QAction *spelling = named(&menu, u"Spelling"_s);
        QVERIFY(spelling && spelling->menu());
        QVERIFY(spelling->menu()->actions()[0]->isChecked());
        spelling->menu()->actions().last()->trigger(); // Spanish
        QCOMPARE(chosen.size(), 1);
        QTRY_COMPARE(wrong(), QStringList{u"the"_s});
        m_marks->setLanguages(QStringList{u"es_ES"_s, u"en_US"_s});
        QTRY_VERIFY(wrong().isEmpty());
        m_marks->setLanguages(QStringList());
        QVERIFY(wrong().isEmpty());
        m_marks->setLanguages({});
        QTRY_COMPARE(wrong(), (QStringList{u"hola"_s, u"mañana"_s}));
        // The usual ones, for all that have no others.
        m_spelling->setLanguages({u"es_ES"_s});
        QTRY_COMPARE(wrong(), QStringList{u"the"_s});
        m_spelling->setLanguages({});
        QTRY_VERIFY(wrong().isEmpty());
    }

    void brokenDictionariesHarmNobody()
    {
        QTemporaryDir folder;
        const auto put = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        put(u"xx.aff"_s, "SET NOSUCH-ENCODING\nSFX ~~ garbage\n\xff\xfe");
        put(u"xx.dic"_s, QByteArray(1000, '\xff'));
        Spelling spelling(*m_settings, {folder.path()});
        QTRY_VERIFY(spelling.check(u"word"_s, {u"xx"_s}) != Spelling::Verdict::Unknown);
        QCOMPARE(spelling.check(QString(5000, u'a'), {u"xx"_s}), Spelling::Verdict::Right);
    }
};

QTEST_MAIN(SpellingTest)
#include "tst_spelling.moc"
