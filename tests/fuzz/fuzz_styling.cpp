// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any words with styling: all places are inside of them, spans lie in each other and in one block, and the
// work grows with the length alone (SECURITY A98). The first byte says where the words begin.
#include "core/modules/xep0393_styling/StyledText.h"

#include <cstdlib>

using namespace tertulia;

namespace
{

void require(bool condition, const char *what)
{
    if (condition)
        return;
    qCritical("%s", what);
    std::abort();
}

void check(const QString &text, qsizetype from)
{
    const StyledText styled = StyledText::of(text, from);
    require(styled.steps <= 6 * text.size() + 16, "not linear");
    qsizetype next = 0;
    for (const StyledText::Line &line : styled.lines) {
        require(line.start == next && line.prefix <= line.length, "lines that do not follow each other");
        require(line.quotes <= StyledText::kMostQuotes, "too deep");
        require(line.code < styled.codes.size(), "code that is not there");
        next = line.start + line.length + 1;
    }
    require(next == text.size() + 1, "characters in no line");
    qsizetype row = 0;
    qsizetype outer = text.size();
    for (const StyledText::Span &span : styled.spans) {
        while (row + 1 < styled.lines.size() && styled.lines[row + 1].start <= span.start)
            ++row;
        const StyledText::Line &line = styled.lines[row];
        const qsizetype end = span.start + span.length;
        require(span.length >= 3 && span.start >= from, "a span without words");
        require(line.code < 0 && end <= line.start + line.length, "a span that leaves its block");
        require(end <= outer || span.start >= outer, "spans that cross");
        outer = end;
    }
    for (const StyledText::Code &code : styled.codes)
        require(styled.codeIn(text, code).size() <= text.size(), "more code than text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QString text
        = QString::fromUtf8(QByteArray(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1)));
    check(text, 0);
    qsizetype lineEnd = text.indexOf(u'\n');
    const qsizetype separator = text.indexOf(QChar::LineSeparator);
    if (separator >= 0 && (lineEnd < 0 || separator < lineEnd))
        lineEnd = separator;
    check(text, qMin<qsizetype>(data[0], lineEnd < 0 ? text.size() : lineEnd));
    return 0;
}
