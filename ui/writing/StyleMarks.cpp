// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/StyleMarks.h"

#include <QList>
#include <QString>
#include <QTextCursor>
#include <QTextDocument>

#include <optional>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// From `start` up to `end`, in positions of the document.
struct Range {
    int start = 0;
    int end = 0;
    [[nodiscard]] bool isEmpty() const { return start >= end; }
};

/// Where the two characters of a mark stand.
struct MarkPlaces {
    int opening = 0;
    int closing = 0;
};

QChar charOf(StyleMark mark)
{
    switch (mark) {
    case StyleMark::Strong:
        return u'*';
    case StyleMark::Emphasis:
        return u'_';
    case StyleMark::Strike:
        return u'~';
    case StyleMark::Code:
        return u'`';
    }
    return u'*';
}

bool isMark(QChar c)
{
    return c == u'*' || c == u'_' || c == u'~' || c == u'`';
}

/// Positions of the document and of this text are the same.
QString textOf(const QTextCursor &cursor)
{
    return cursor.document()->toPlainText();
}

Range trimmed(const QString &text, Range range)
{
    while (range.start < range.end && text[range.start].isSpace())
        ++range.start;
    while (range.end > range.start && text[range.end - 1].isSpace())
        --range.end;
    return range;
}

/// The word at `at`, without what punctuates it at its end; empty between words.
Range wordAt(const QString &text, int at)
{
    Range word{at, at};
    while (word.start > 0 && !text[word.start - 1].isSpace())
        --word.start;
    while (word.end < text.size() && !text[word.end].isSpace())
        ++word.end;
    while (word.end > word.start && QStringView(u".,;:!?…)").contains(text[word.end - 1]))
        --word.end;
    return word;
}

/// The mark around a range: among the marks that stand in a row just inside of its edges, or just outside.
std::optional<MarkPlaces> marksAround(const QString &text, Range range, QChar mark)
{
    for (int at = range.start; at < range.end && isMark(text[at]); ++at) {
        const int closing = range.end - 1 - (at - range.start);
        if (closing <= at || !isMark(text[closing]))
            break;
        if (text[at] == mark && text[closing] == mark)
            return MarkPlaces{at, closing};
    }
    for (int by = 1; range.start - by >= 0 && range.end + by - 1 < text.size(); ++by) {
        const QChar before = text[range.start - by];
        const QChar after = text[range.end + by - 1];
        if (!isMark(before) || !isMark(after))
            break;
        if (before == mark && after == mark)
            return MarkPlaces{range.start - by, range.end + by - 1};
    }
    return {};
}

void insertAt(QTextCursor &cursor, int position, const QString &text)
{
    cursor.setPosition(position);
    cursor.insertText(text);
}

void removeAt(QTextCursor &cursor, int position, int length = 1)
{
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

/// Only from after white space, or other marks, does a mark begin anything.
int opening(const QString &text, int start, QChar mark)
{
    while (start > 0 && !text[start - 1].isSpace() && (!isMark(text[start - 1]) || text[start - 1] == mark))
        --start;
    return start;
}

Range wrap(QTextCursor &cursor, const QString &text, Range range, QChar mark)
{
    range.start = opening(text, range.start, mark);
    insertAt(cursor, range.end, mark);
    insertAt(cursor, range.start, mark);
    return {range.start, range.end + 2};
}

void unwrap(QTextCursor &cursor, const MarkPlaces &places)
{
    removeAt(cursor, places.closing);
    removeAt(cursor, places.opening);
}

void select(QTextCursor &cursor, const Range &range)
{
    cursor.setPosition(range.start);
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
}

/// Of the selection, those that say something.
QList<Range> linesIn(const QString &text, const Range &selection)
{
    QList<Range> lines;
    int start = selection.start;
    while (start <= selection.end) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0 || end > selection.end)
            end = selection.end;
        if (const Range line = trimmed(text, {start, int(end)}); !line.isEmpty())
            lines << line;
        start = int(end) + 1;
    }
    return lines;
}

void toggleLines(QTextCursor &cursor, const QString &text, const QList<Range> &lines, QChar mark)
{
    bool all = true;
    for (const Range &line : lines)
        all = all && marksAround(text, line, mark);
    const Range before{lines.first().start, lines.last().end};
    Range changed = before;
    // From the end, so that the places of those before stay.
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const auto places = marksAround(text, *line, mark);
        if (places && all) {
            unwrap(cursor, *places);
            for (const int place : {places->opening, places->closing}) {
                changed.start -= place < before.start ? 1 : 0;
                changed.end -= place < before.end ? 1 : 0;
            }
        } else if (!places) {
            changed.start = qMin(changed.start, wrap(cursor, text, *line, mark).start);
            changed.end += 2;
        }
    }
    select(cursor, changed);
}

void toggleBlock(QTextCursor &cursor, const QString &text, Range range)
{
    const QString fence = u"```"_s;
    const qsizetype before = text.lastIndexOf(u'\n', qMax(0, range.start - 1));
    range.start = range.start == 0 ? 0 : int(before) + 1;
    const qsizetype after = text.indexOf(u'\n', range.end);
    range.end = after < 0 ? int(text.size()) : int(after);
    const QString inside = text.mid(range.start, range.end - range.start);
    if (inside.startsWith(QString(fence + u'\n')) && inside.endsWith(QString(u'\n' + fence))
        && inside.size() > 7) {
        removeAt(cursor, range.end - 4, 4);
        removeAt(cursor, range.start, 4);
        select(cursor, {range.start, range.end - 8});
        return;
    }
    insertAt(cursor, range.end, QString(u'\n' + fence));
    insertAt(cursor, range.start, QString(fence + u'\n'));
    select(cursor, {range.start, range.end + 8});
}

void toggleWord(QTextCursor &cursor, const QString &text, QChar mark)
{
    const int at = cursor.position();
    const Range word = wordAt(text, at);
    if (word.isEmpty()) {
        insertAt(cursor, at, QString(2, mark));
        cursor.setPosition(at + 1);
    } else if (word.end - word.start == 2 && text[word.start] == mark && text[word.start + 1] == mark) {
        removeAt(cursor, word.start, 2);
    } else if (const auto places = marksAround(text, word, mark)) {
        unwrap(cursor, *places);
        cursor.setPosition(at - (at > places->opening ? 1 : 0) - (at > places->closing ? 1 : 0));
    } else {
        wrap(cursor, text, word, mark);
        cursor.setPosition(at + (at > word.end || at == word.end ? 2 : 1));
    }
}

} // namespace

void toggleMark(QTextCursor &cursor, StyleMark mark)
{
    const QString text = textOf(cursor);
    const QChar character = charOf(mark);
    const Range selection = trimmed(text, {cursor.selectionStart(), cursor.selectionEnd()});
    cursor.beginEditBlock();
    if (!cursor.hasSelection() || selection.isEmpty()) {
        cursor.clearSelection();
        toggleWord(cursor, text, character);
    } else if (const QList<Range> lines = linesIn(text, selection);
               mark == StyleMark::Code && lines.size() > 1) {
        toggleBlock(cursor, text, selection);
    } else {
        toggleLines(cursor, text, lines, character);
    }
    cursor.endEditBlock();
}

} // namespace tertulia
