// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0393_styling/StyledText.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The spans of a text as one string: "strong:*words*", in order.
QStringList spansOf(const QString &text, const StyledText &styled)
{
    static const QStringList names{u"strong"_s, u"emphasis"_s, u"strike"_s, u"mono"_s};
    QStringList spans;
    for (const StyledText::Span &span : styled.spans)
        spans << names[int(span.style)] + u':' + text.mid(span.start, span.length);
    return spans;
}

/// The lines of a text: ">" for each quotation, "#" for preformatted text, "!" if it opens or closes it, then
/// the words.
QStringList linesOf(const QString &text, const StyledText &styled)
{
    QStringList lines;
    for (const StyledText::Line &line : styled.lines) {
        lines << QString(line.quotes, u'>') + (line.code >= 0 ? u"#"_s : QString())
                + (line.fence ? u"!"_s : QString()) + u' '
                + text.mid(line.start + line.prefix, line.length - line.prefix);
    }
    return lines;
}

/// What may be seen of any text, however it is made; empty if all is well.
QString problemOf(const QString &text, qsizetype from, const StyledText &styled)
{
    if (styled.steps > 6 * text.size() + 16)
        return u"%1 steps for %2 characters"_s.arg(styled.steps).arg(text.size());
    if (styled.lines.isEmpty())
        return u"no lines"_s;
    qsizetype next = 0;
    for (const StyledText::Line &line : styled.lines) {
        if (line.start != next || line.prefix > line.length || line.quotes > StyledText::kMostQuotes)
            return u"a line at %1"_s.arg(line.start);
        if (line.code >= styled.codes.size())
            return u"code that is not there"_s;
        next = line.start + line.length + 1;
    }
    if (next != text.size() + 1)
        return u"lines end at %1"_s.arg(next);
    qsizetype last = -1;
    QList<qsizetype> ends;
    qsizetype row = 0;
    for (const StyledText::Span &span : styled.spans) {
        const qsizetype end = span.start + span.length;
        if (span.start <= last || span.start < from || span.length < 3 || end > text.size())
            return u"a span at %1"_s.arg(span.start);
        last = span.start;
        while (row + 1 < styled.lines.size() && styled.lines[row + 1].start <= span.start)
            ++row;
        const StyledText::Line &line = styled.lines[row];
        if (line.code >= 0 || end > line.start + line.length || span.start < line.start + line.prefix)
            return u"a span at %1 leaves its block"_s.arg(span.start);
        if (text[span.start] != text[end - 1] || text[span.start + 1].isSpace() || text[end - 2].isSpace())
            return u"a span at %1 has wrong directives"_s.arg(span.start);
        while (!ends.isEmpty() && ends.last() <= span.start)
            ends.removeLast();
        if (!ends.isEmpty() && end > ends.last())
            return u"spans cross at %1"_s.arg(span.start);
        ends.append(end);
        if (ends.size() > 4)
            return u"spans five deep"_s;
    }
    return {};
}

} // namespace

class StyledTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spans_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, const QStringList &spans = {}) {
            QTest::newRow(name) << text << spans;
        };
        // XEP-0393 5.2: nothing is styled in these.
        row("closing only", u"not strong*"_s);
        row("opening only", u"*not strong"_s);
        row("over a line's end", u"*not \n strong*"_s);
        row("over a separator", u"*not\u2028strong*"_s);
        row("two openings", u"*not *strong"_s);
        row("two", u"**"_s);
        row("three", u"***"_s);
        row("four", u"****"_s);
        // Nor in these.
        row("empty", {});
        row("one", u"*"_s);
        row("inside a word", u"snake_case_name 2*3*4"_s);
        row("behind punctuation", u"(*no*)"_s);
        row("spaces inside", u"* no *"_s);
        row("space at the end", u"*no *"_s);
        row("other white space", u"*\u00a0no* *no\u2003*"_s);
        row("nothing inside", u"a ** b* c*"_s);
        row("behind an invalid opening", u"_*no*"_s);
        row("behind a closing", u"*a*_no_"_s, {u"strong:*a*"_s});
        row("two that close", u"*a ** _b_"_s, {u"strong:*a **"_s, u"emphasis:_b_"_s});
        // 5.2: these are.
        row("plain", u"plain span"_s);
        row("strong", u"*strong span*"_s, {u"strong:*strong span*"_s});
        row("emphasis in plain", u"plain _emphasis_ plain"_s, {u"emphasis:_emphasis_"_s});
        row("two kinds", u"`pre` plain *strong*"_s, {u"mono:`pre`"_s, u"strong:*strong*"_s});
        row("lazy", u"*strong*plain*"_s, {u"strong:*strong*"_s});
        row("not an opening", u"* plain *strong*"_s, {u"strong:*strong*"_s});
        // The examples of 5.2.1 to 5.2.5.
        row("example plain", u"Two spans, both *alike in dignity*"_s, {u"strong:*alike in dignity*"_s});
        row("example italic",
            u"The full title is _Twelfth Night, or What You Will_ but\n_most_ people shorten it."_s,
            {u"emphasis:_Twelfth Night, or What You Will_"_s, u"emphasis:_most_"_s});
        row("example strong",
            u"The full title is \"Twelfth Night, or What You Will\" but\n*most* people shorten it."_s,
            {u"strong:*most*"_s});
        row("example strike", u"Everyone ~dis~likes cake."_s, {u"strike:~dis~"_s});
        row("example mono", u"Wow, I can write in `monospace`!"_s, {u"mono:`monospace`"_s});
        row("mono", u"This is `monospace`"_s, {u"mono:`monospace`"_s});
        row("mono holds nothing", u"This is `*monospace*`"_s, {u"mono:`*monospace*`"_s});
        row("mono in strong", u"This is *`monospace and bold`*"_s,
            {u"strong:*`monospace and bold`*"_s, u"mono:`monospace and bold`"_s});
        row("blocks of 5.1.1",
            u"There are three blocks in this body, one per line,\nbut there is no *formatting\n"
            "as spans* may not escape blocks."_s);
        // Nested, crossing, and at the ends of blocks.
        row("all four", u"*_~`x`~_*"_s,
            {u"strong:*_~`x`~_*"_s, u"emphasis:_~`x`~_"_s, u"strike:~`x`~"_s, u"mono:`x`"_s});
        row("the outer ends first", u"*a _b* c_"_s, {u"strong:*a _b*"_s});
        row("one in another twice", u"*a _b_ _c_ d*"_s,
            {u"strong:*a _b_ _c_ d*"_s, u"emphasis:_b_"_s, u"emphasis:_c_"_s});
        row("an opening inside", u"*a *b*"_s, {u"strong:*a *b*"_s});
        row("in a quotation", u">> *a*\n>_b_"_s, {u"strong:*a*"_s, u"emphasis:_b_"_s});
        row("in code", u"```\n*a*\n```\n*b*"_s, {u"strong:*b*"_s});
        row("link", u"_https://example.org/a_b_c_"_s, {u"emphasis:_https://example.org/a_"_s});
        row("right to left", u"*שלום* _مرحبا_"_s, {u"strong:*שלום*"_s, u"emphasis:_مرحبا_"_s});
        row("outside of the basic plane", u"*😀*"_s, {u"strong:*😀*"_s});
        // Nothing else is a directive (SECURITY A98).
        row("markdown", u"**bold** [a](http://b) ![x](file:///y) # title <b>z</b>"_s);
    }
    void spans()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const StyledText styled = StyledText::of(text);
        QCOMPARE(spansOf(text, styled), expected);
        QCOMPARE(problemOf(text, 0, styled), QString());
    }

    void blocks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, const QStringList &lines) {
            QTest::newRow(name) << text << lines;
        };
        row("empty", {}, {u" "_s});
        row("line end at the end", u"a\n"_s, {u" a"_s, u" "_s});
        row("not at the beginning", u"a > b\n ```\n >c"_s, {u" a > b"_s, u"  ```"_s, u"  >c"_s});
        // The examples of 5.1.
        row("three plain ones",
            u"There are three blocks in this body, one per line,\nbut there is no *formatting\n"
            "as spans* may not escape blocks."_s,
            {u" There are three blocks in this body, one per line,"_s, u" but there is no *formatting"_s,
             u" as spans* may not escape blocks."_s});
        row("preformatted",
            u"```ignored\n(println \"Hello, world!\")\n```\n\nThis should show up as monospace, "
            "preformatted text ⤴"_s,
            {u"#! ```ignored"_s, u"# (println \"Hello, world!\")"_s, u"#! ```"_s, u" "_s,
             u" This should show up as monospace, preformatted text ⤴"_s});
        row("no closing sequence",
            u"> ```\n> (println \"Hello, world!\")\n\nThe entire blockquote is a preformatted text "
            "block, but this line\nis plaintext!"_s,
            {u">#! ```"_s, u"># (println \"Hello, world!\")"_s, u" "_s,
             u" The entire blockquote is a preformatted text block, but this line"_s, u" is plaintext!"_s});
        row("quotation", u"> That that is, is.\n\nSaid the old hermit of Prague."_s,
            {u"> That that is, is."_s, u" "_s, u" Said the old hermit of Prague."_s});
        row("nested quotation", u">> That that is, is.\n> Said the old hermit of Prague.\n\nWho?"_s,
            {u">> That that is, is."_s, u"> Said the old hermit of Prague."_s, u" "_s, u" Who?"_s});
        row("emoji of 6", u"> _ <"_s, {u"> _ <"_s});
        // More of them.
        row("one white space goes", u">  a\n>\u00a0b\n> > c"_s, {u">  a"_s, u"> b"_s, u">> c"_s});
        row("only signs", u">\n>>\n> "_s, {u"> "_s, u">> "_s, u"> "_s});
        row("deeper than the cap", QString(u'>').repeated(12) + u'a',
            {QString(u'>').repeated(10) + u" >>a"_s});
        row("never closed", u"```\na\n\nb"_s, {u"#! ```"_s, u"# a"_s, u"# "_s, u"# b"_s});
        row("closed by its like alone", u"```\n```x\n ```\n``` \n````\n```\na"_s,
            {u"#! ```"_s, u"# ```x"_s, u"#  ```"_s, u"# ``` "_s, u"# ````"_s, u"#! ```"_s, u" a"_s});
        row("two", u"```\na\n```\n```\nb"_s, {u"#! ```"_s, u"# a"_s, u"#! ```"_s, u"#! ```"_s, u"# b"_s});
        row("signs in code", u"```\n> a\n```"_s, {u"#! ```"_s, u"# > a"_s, u"#! ```"_s});
        row("deeper signs in quoted code", u"> ```\n>> a\n> ```\n> b"_s,
            {u">#! ```"_s, u"># > a"_s, u">#! ```"_s, u"> b"_s});
        row("a quotation ends its code", u">> ```\n>> a\n> b\n>> c"_s,
            {u">>#! ```"_s, u">># a"_s, u"> b"_s, u">> c"_s});
        row("code right behind quoted code", u"> ```\n> a\n```\nb"_s,
            {u">#! ```"_s, u"># a"_s, u"#! ```"_s, u"# b"_s});
        row("one line", u"```code```"_s, {u"#! ```code```"_s});
        row("separators", u"> a\u2028```\u2028b"_s, {u"> a"_s, u"#! ```"_s, u"# b"_s});
    }
    void blocks()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        const StyledText styled = StyledText::of(text);
        QCOMPARE(linesOf(text, styled), expected);
        QCOMPARE(problemOf(text, 0, styled), QString());
    }

    void codeIsGivenWithoutDirectives()
    {
        const auto codes = [](const QString &text) {
            const StyledText styled = StyledText::of(text);
            QStringList found;
            for (const StyledText::Code &code : styled.codes)
                found << styled.codeIn(text, code);
            return found;
        };
        QCOMPARE(codes(u"no `code` at all"_s), QStringList());
        QCOMPARE(codes(u"```"_s), QStringList{QString()});
        QCOMPARE(codes(u"```\n```"_s), QStringList{QString()});
        QCOMPARE(codes(u"```c\n  a();\n\n\tb();\n```\nx"_s), QStringList{u"  a();\n\n\tb();"_s});
        QCOMPARE(codes(u"> ```\u2028> a\u2028>  b\u2028c\u2028```\u2028d"_s),
                 (QStringList{u"a\n b"_s, u"d"_s}));
        const QString two = u"```\na\n```\n\n```\nb\n```"_s;
        QCOMPARE(StyledText::of(two).allCodeIn(two), u"a\n\nb"_s);
        QCOMPARE(StyledText::of(u"a"_s).allCodeIn(u"a"_s), QString());
    }

    void whatStandsBeforeTheWordsIsNoPartOfThem()
    {
        const QString text = u"*Ana > *laughs* _so_\n> x"_s;
        const StyledText styled = StyledText::of(text, 7);
        QCOMPARE(spansOf(text, styled), (QStringList{u"strong:*laughs*"_s, u"emphasis:_so_"_s}));
        QCOMPARE(linesOf(text, styled), (QStringList{u" *Ana > *laughs* _so_"_s, u"> x"_s}));
        QCOMPARE(problemOf(text, 7, styled), QString());
        const QString quoted = u"> Ana ```"_s;
        QCOMPARE(linesOf(quoted, StyledText::of(quoted, 6)), QStringList{u" > Ana ```"_s});
    }

    // SECURITY A98
    void lengthIsLinear_data()
    {
        QTest::addColumn<QString>("piece");
        for (const QString &piece : {u"*"_s,
                                     u"*a "_s,
                                     u"a*"_s,
                                     u"*a*"_s,
                                     u"* *a"_s,
                                     u"*_~`a"_s,
                                     u"*_~a~_* "_s,
                                     u"*a _b ~c `d "_s,
                                     u"`"_s,
                                     u"`a "_s,
                                     u"a` "_s,
                                     u">"_s,
                                     u"> "_s,
                                     u">\n"_s,
                                     u">>>>>>>>>>>>\n"_s,
                                     u"\n"_s,
                                     u"```\n"_s,
                                     u"> ```\n"_s,
                                     u">>>>>>>>>> ```\n"_s,
                                     u"```"_s,
                                     u"_* "_s,
                                     u" *"_s,
                                     u"<b>x</b>"_s,
                                     u"a\u2028"_s})
            QTest::newRow(qPrintable(piece.trimmed().isEmpty() ? u"white"_s : piece)) << piece;
    }
    void lengthIsLinear()
    {
        QFETCH(QString, piece);
        for (const int size : {1'000, 10'000, 1'000'000}) {
            const QString text = piece.repeated(size / int(piece.size()));
            QElapsedTimer timer;
            timer.start();
            const StyledText styled = StyledText::of(text);
            if (size == 1'000'000) {
                qInfo("1 MB: %lld steps, %lld ms, %lld spans, %lld lines", qlonglong(styled.steps),
                      qlonglong(timer.elapsed()), qlonglong(styled.spans.size()),
                      qlonglong(styled.lines.size()));
            }
            QCOMPARE(problemOf(text, 0, styled), QString());
        }
        // A quotation 500 deep, a fence that is never closed, an opening ten thousand times.
        for (const QString &text :
             {QString(u">"_s.repeated(500) + piece), QString(u"```\n"_s + piece.repeated(100)),
              QString(u"*"_s.repeated(10'000) + piece)})
            QCOMPARE(problemOf(text, 0, StyledText::of(text)), QString());
    }

    void anyTextKeepsTheRules()
    {
        static const QString letters = u"**__~~``>>  ab\n\n\u2028\u00a0\u05d0"_s;
        QRandomGenerator random(393);
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (int i = int(random.bounded(60)); i > 0; --i) {
                if (random.bounded(12) == 0)
                    text += u"```"_s;
                else
                    text += letters[random.bounded(int(letters.size()))];
            }
            const qsizetype from
                = random.bounded(4) == 0 && !text.contains(u'\n') && !text.contains(QChar::LineSeparator)
                ? random.bounded(int(text.size()) + 1)
                : 0;
            const QString problem = problemOf(text, from, StyledText::of(text, from));
            QVERIFY2(problem.isEmpty(), qPrintable(text + u": "_s + problem));
        }
    }
};

QTEST_APPLESS_MAIN(StyledTextTest)
#include "tst_styledtext.moc"
