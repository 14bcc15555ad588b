// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0393_styling/StyledText.h"
#include "ui/writing/StyleMarks.h"

#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace tertulia;
using namespace Qt::StringLiterals;

/// Texts are written with the selection between [ and ], or the cursor as |.
class StyleMarksTest : public QObject
{
    Q_OBJECT
private:
    static void put(QTextDocument &document, QTextCursor &cursor, QString text)
    {
        const int bar = int(text.indexOf(u'|'));
        const int start = int(text.indexOf(u'['));
        const int end = int(text.indexOf(u']')) - 1;
        document.setPlainText(text.remove(u'|').remove(u'[').remove(u']'));
        cursor = QTextCursor(&document);
        cursor.setPosition(bar >= 0 ? bar : start);
        if (bar < 0)
            cursor.setPosition(end, QTextCursor::KeepAnchor);
    }
    static QString taken(const QTextDocument &document, const QTextCursor &cursor)
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'|');
        text.insert(cursor.selectionEnd(), u']');
        return text.insert(cursor.selectionStart(), u'[');
    }

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("mark");
        QTest::addColumn<QString>("after");
        const auto strong = int(StyleMark::Strong);
        const auto emphasis = int(StyleMark::Emphasis);
        const auto strike = int(StyleMark::Strike);
        const auto code = int(StyleMark::Code);
        QTest::newRow("nothing") << u"|"_s << strong << u"*|*"_s;
        QTest::newRow("nothing, again") << u"*|*"_s << strong << u"|"_s;
        QTest::newRow("between words") << u"one | two"_s << code << u"one `|` two"_s;
        QTest::newRow("word") << u"one t|wo three"_s << strong << u"one *t|wo* three"_s;
        QTest::newRow("word, again") << u"one *t|wo* three"_s << strong << u"one t|wo three"_s;
        QTest::newRow("end of a word") << u"one two|"_s << emphasis << u"one _two_|"_s;
        QTest::newRow("end of a word, again") << u"one _two_|"_s << emphasis << u"one two|"_s;
        QTest::newRow("full stop") << u"so b|e it."_s << strike << u"so ~b|e~ it."_s;
        QTest::newRow("last word") << u"so be i|t."_s << strike << u"so be ~i|t~."_s;
        QTest::newRow("selection") << u"one [two three] four"_s << strong << u"one [*two three*] four"_s;
        QTest::newRow("marks selected") << u"one [*two three*] four"_s << strong << u"one [two three] four"_s;
        QTest::newRow("marks beside") << u"one *[two three]* four"_s << strong << u"one [two three] four"_s;
        QTest::newRow("white space") << u"one[ two ]three"_s << strong << u"one [*two*] three"_s;
        QTest::newRow("only white space") << u"one [ ] two"_s << strong << u"one  *|* two"_s;
        // In the middle of a word nothing begins.
        QTest::newRow("part of a word") << u"un[happy]"_s << strong << u"[*unhappy*]"_s;
        QTest::newRow("bracket") << u"say ([this]) now"_s << strong << u"say [*(this*]) now"_s;
        QTest::newRow("two marks") << u"[*two*] x"_s << emphasis << u"[_*two*_] x"_s;
        QTest::newRow("two marks, outer") << u"[_*two*_] x"_s << emphasis << u"[*two*] x"_s;
        QTest::newRow("two marks, inner") << u"[_*two*_] x"_s << strong << u"[_two_] x"_s;
        QTest::newRow("lines") << u"[one\n\ntwo] x"_s << strong << u"[*one*\n\n*two*] x"_s;
        QTest::newRow("lines, again") << u"[*one*\n\n*two*] x"_s << strong << u"[one\n\ntwo] x"_s;
        QTest::newRow("lines, one of them") << u"[*one*\ntwo]"_s << strong << u"[*one*\n*two*]"_s;
        QTest::newRow("block") << u"a\n[b\nc]\nd"_s << code << u"a\n[```\nb\nc\n```]\nd"_s;
        QTest::newRow("block, parts of lines") << u"ab[c\nde]f"_s << code << u"[```\nabc\ndef\n```]"_s;
        QTest::newRow("block, again") << u"a\n[```\nb\nc\n```]\nd"_s << code << u"a\n[b\nc]\nd"_s;
        QTest::newRow("emoji") << u"so [👍🏽]"_s << strong << u"so [*👍🏽*]"_s;
    }
    void marks()
    {
        QFETCH(QString, before);
        QFETCH(int, mark);
        QFETCH(QString, after);
        QTextDocument document;
        QTextCursor cursor;
        put(document, cursor, before);
        const QString plain = document.toPlainText();
        toggleMark(cursor, StyleMark(mark));
        QCOMPARE(taken(document, cursor), after);
        // One step takes it back.
        document.undo();
        QCOMPARE(document.toPlainText(), plain);
    }

    void areReadAsStyling()
    {
        for (const StyleMark mark :
             {StyleMark::Strong, StyleMark::Emphasis, StyleMark::Strike, StyleMark::Code}) {
            for (const QString &text : {u"one [two] three"_s, u"un[happy] x"_s, u"say ([this]) now"_s}) {
                QTextDocument document;
                QTextCursor cursor;
                put(document, cursor, text);
                toggleMark(cursor, mark);
                QCOMPARE(StyledText::of(document.toPlainText()).spans.size(), 1);
            }
        }
    }
};

QTEST_GUILESS_MAIN(StyleMarksTest)
#include "tst_stylemarks.moc"
