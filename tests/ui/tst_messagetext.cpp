// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/HeightIndex.h"
#include "ui/timeline/MessageText.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class MessageTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const QString &text, const QStringList &links = {}) {
            QTest::newRow(name) << text << links;
        };
        // What is no link.
        row("empty", {});
        row("javascript", u"javascript:alert(1) data:text/html,x file:///etc/passwd vbscript:x"_s);
        row("smb", u"smb://host/share ms-settings:x \\\\host\\share"_s);
        row("no host", u"http:// https:///x http:"_s);
        row("inside a word", u"xhttp://a.b ahttps://a.b"_s);
        row("bare name", u"www.example.org example.org"_s);
        row("only scheme", u"mailto: xmpp: geo:"_s);
        row("too long", u"https://a.b/"_s + QString(3000, u'x'));
        row("time", u"at 10:15: hello"_s);
        // SECURITY A101
        row("of programs",
            u"steam://run/1 vnc://host apt:sl ms-word:ofe|u|x qrc:/x blob:x ssh://-oProxyCommand=x"_s);
        row("an option", u"--http://a.b -https://a.b"_s); // SECURITY A100
        // What is one.
        row("plain", u"http://example.org"_s, {u"http://example.org"_s});
        row("capitals", u"HTTPS://Example.ORG/A"_s, {u"HTTPS://Example.ORG/A"_s});
        row("sentence", u"See https://example.org/a, or (https://example.org/b)."_s,
            {u"https://example.org/a"_s, u"https://example.org/b"_s});
        row("brackets inside", u"https://example.org/a_(b) x"_s, {u"https://example.org/a_(b)"_s});
        row("quotes", u"\"https://example.org/\" «https://a.b»"_s,
            {u"https://example.org/"_s, u"https://a.b"_s});
        row("angle", u"<https://example.org/?a=b&c=d>"_s, {u"https://example.org/?a=b&c=d"_s});
        row("others", u"xmpp:room@example.org?join mailto:ana@example.org geo:1.5,2"_s,
            {u"xmpp:room@example.org?join"_s, u"mailto:ana@example.org"_s, u"geo:1.5,2"_s});
        row("override ends it", u"https://example.org/\u202etxt.exe"_s, {u"https://example.org/"_s});
        row("zero width ends it", u"https://example.org\u200b.evil.example"_s, {u"https://example.org"_s});
        // SECURITY A100: no shell sees them, and they are opened as they stand there.
        row("what a shell would do", u"https://a.b/;id$(id)&id|id https://a.b/`id` https://a.b/'id'x"_s,
            {u"https://a.b/;id$(id)&id|id"_s, u"https://a.b/"_s, u"https://a.b/'id'x"_s});
        row("lines and nothing", u"https://a.b/\nid https://a.b/%00x https://user:word@a.b/"_s,
            {u"https://a.b/"_s, u"https://a.b/%00x"_s, u"https://user:word@a.b/"_s});
        row("international", u"https://ejemplo.ñandú.example/ruta"_s,
            {u"https://ejemplo.ñandú.example/ruta"_s});
    }
    void links()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QStringList found;
        for (const TextLink &link : findLinks(text)) {
            found << text.mid(link.start, link.length);
            QVERIFY(mayOpen(link.url));
        }
        QCOMPARE(found, expected);
    }

    /// SECURITY A101
    void onlyKnownSchemesMayBeOpened()
    {
        for (const QString &bad :
             {u"file:///x"_s, u"qrc:/x"_s, u"data:text/html,x"_s, u"steam://run/1"_s, u"apt:sl"_s,
              u"javascript:x"_s, u"ftp://a.b"_s, u"smb://x/y"_s, u"about:blank"_s, u""_s})
            QVERIFY2(!mayOpen(QUrl(bad)), qPrintable(bad));
        QVERIFY(mayOpen(QUrl(u"HTTPS://a.b"_s)));
    }

    void scanningIsLinear_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<bool>("isLink");
        QTest::newRow("links") << u"http://a.b "_s << true;
        QTest::newRow("colons") << u":"_s << false;
        QTest::newRow("schemes") << u"http:"_s << false;
        QTest::newRow("half schemes") << u"s:p:o:"_s << false;
        QTest::newRow("one link") << u"http://"_s << false;
        QTest::newRow("brackets") << u"http://a((((("_s << false;
        QTest::newRow("brackets that close") << u"http://a)))))"_s << false;
        QTest::newRow("punctuation") << u"http://a)))).,"_s << false;
        QTest::newRow("all punctuation") << u"."_s << false;
        QTest::newRow("word") << u"wwwwwwwwww"_s << false;
        QTest::newRow("addresses") << u"a@a.b"_s << false;
        QTest::newRow("stars") << u"*_~`*"_s << false;
        QTest::newRow("quotations") << u"> "_s << false;
        QTest::newRow("marks") << u"a\u0301"_s << false;
        QTest::newRow("overrides") << u"\u202e\u2067"_s << false;
        QTest::newRow("joiners") << u"👩\u200d"_s << false;
    }
    /// SECURITY A124: a megabyte takes so many looks at its letters, whatever they are, and ten times as many
    /// as a tenth of it. How long that is is a figure; no expression is matched at all.
    void scanningIsLinear()
    {
        QFETCH(QString, piece);
        QFETCH(bool, isLink);
        const QString tenth = piece.repeated(100'000 / piece.size());
        const QString whole = tenth.repeated(10);
        qsizetype few = 0;
        qsizetype many = 0;
        const qsizetype links = findLinks(tenth, &few).size();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(findLinks(whole, &many).size(), 10 * links);
        const double scanned = double(timer.nsecsElapsed()) / 1e6;
        QCOMPARE(links, isLink ? tenth.size() / piece.size() : 0);
        QVERIFY2(many <= 30 * whole.size(), qPrintable(QString::number(many)));
        QVERIFY2(many <= 10 * few + 1000, qPrintable(QString::number(many)));
        // What becomes of it until it can be shown is no different.
        timer.start();
        const MessageText text = MessageText::from(whole, {}, kShownCharacters, Qt::LeftToRight);
        QVERIFY(text.text.size() <= kShownCharacters + 100);
        QVERIFY(text.styled.steps <= 10 * (text.text.size() + 1));
        qInfo("1 MB: links in %.1f ms, all of it in %.1f", scanned, double(timer.nsecsElapsed()) / 1e6);
    }

    void shownText_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        // Nothing is taken out, nothing comes in (SECURITY A95, A98).
        for (const QString &same :
             {u"<b>bold</b>"_s, u"<img src='file:///etc/passwd'>"_s, u"<a href=\"http://x\">y</a>"_s,
              u"&lt;b&gt; &amp;"_s, u"**bold** _it_ # head"_s, u"> quote"_s, u"```"_s})
            QTest::newRow(qPrintable(same)) << same << same;
        QTest::newRow("lines") << u"a\nb\r\nc\rd"_s << u"a\u2028b\u2028c\u2028d"_s;
        QTest::newRow("trailing lines") << u"a\n\n\n "_s << u"a"_s;
        QTest::newRow("controls") << u"a\u0007\u0000b\u007f\u0085c\td"_s << u"abc\td"_s;
        // SECURITY A112
        QTest::newRow("override") << u"txt.\u202eexe\u202c x"_s << u"txt.exe x"_s;
        QTest::newRow("isolates stay") << u"a \u2067b\u2069 c"_s << u"a \u2067b\u2069 c"_s;
        QTest::newRow("tags hide text")
            << QString(u"a"_s + QString::fromUcs4(U"\U000E0061\U000E0062\U000E007F") + u"b"_s) << u"ab"_s;
        const QString scotland
            = QString::fromUcs4(U"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F");
        QTest::newRow("flag of a region") << scotland << scotland;
        QTest::newRow("half a surrogate") << QString(u"a"_s + QChar(0xd83d) + u"b"_s) << u"ab"_s;
        QTest::newRow("family") << u"👩\u200d👩\u200d👧"_s << u"👩\u200d👩\u200d👧"_s;
        QTest::newRow("chain of joiners")
            << u"👩\u200d"_s.repeated(20) << QString(u"👩\u200d"_s.repeated(8) + u"👩"_s.repeated(12));
        // SECURITY A111
        QTest::newRow("marks") << QString(u"a"_s + QString(100, QChar(0x301)) + u"b"_s)
                               << QString(u"a"_s + QString(kLongestCombiningRun, QChar(0x301)) + u"b"_s);
    }
    void shownText()
    {
        QFETCH(QString, body);
        QFETCH(QString, expected);
        QCOMPARE(MessageText::from(body, u"Bruno"_s, kShownCharacters, Qt::LeftToRight).text, expected);
    }

    void stylingIsFoundInWhatIsShown()
    {
        const auto text = [](const QString &body, Styling styling = Styling::Shown) {
            return MessageText::from(body, u"*Bruno"_s, kShownCharacters, Qt::LeftToRight, styling);
        };
        QVERIFY(text(u"*a* > b\n```"_s, Styling::Ignored).styled.lines.isEmpty());
        QVERIFY(text(u"*a*"_s, Styling::Ignored).styled.spans.isEmpty());
        QVERIFY(text(u"👍"_s).styled.spans.isEmpty());
        // Places are those of the shown text: what was taken out before them does not shift them.
        const MessageText cleaned = text(u"\u202e\u0007x *a*\r\n> b"_s);
        QCOMPARE(cleaned.styled.spans.size(), 1);
        QCOMPARE(cleaned.text.mid(cleaned.styled.spans[0].start, 3), u"*a*"_s);
        QCOMPARE(cleaned.styled.lines.size(), 2);
        QCOMPARE(cleaned.styled.lines[1].quotes, 1);
        // What somebody is called is not what they say.
        const MessageText action = text(u"/me *waves* > a"_s);
        QCOMPARE(action.styled.spans.size(), 1);
        QCOMPARE(action.text.mid(action.styled.spans[0].start, action.styled.spans[0].length), u"*waves*"_s);
        QCOMPARE(action.styled.lines[0].quotes, 0);
    }

    void codeRunsFromLeftToRightInAnyText()
    {
        const QString body = u"*קוד*:\n> ```c\n> f(x);\n\n*סוף*"_s;
        const MessageText text = MessageText::from(body, {}, kShownCharacters, Qt::LeftToRight);
        QCOMPARE(text.direction, Qt::RightToLeft);
        QCOMPARE(text.text, u"*קוד*:\u2028> \u2066```c\u2069\u2028> \u2066f(x);\u2069\u2028\u2028*סוף*"_s);
        QCOMPARE(text.isolates.size(), 4);
        for (const qsizetype isolate : text.isolates)
            QVERIFY(text.text[isolate] == QChar(0x2066) || text.text[isolate] == QChar(0x2069));
        for (const StyledText::Span &span : text.styled.spans) {
            QCOMPARE(text.text[span.start], QChar(u'*'));
            QCOMPARE(text.text[span.start + span.length - 1], QChar(u'*'));
        }
        QCOMPARE(text.styled.spans.size(), 2);
        QCOMPARE(text.styled.lines.size(), 5);
        for (const StyledText::Line &line : text.styled.lines)
            QVERIFY(line.start == 0 || text.text[line.start - 1] == QChar::LineSeparator);
        // It is copied as it was typed, also in part.
        QCOMPARE(text.typed(0, text.text.size()), body);
        const qsizetype from = text.text.indexOf(u'f');
        QCOMPARE(text.typed(from - 1, from + 7), u"f(x);\n"_s);
        // Where all runs from left to right, nothing is added.
        QVERIFY(MessageText::from(u"a\n```\nb"_s, {}, kShownCharacters, Qt::LeftToRight).isolates.isEmpty());
        QVERIFY(MessageText::from(body, {}, kShownCharacters, Qt::LeftToRight, Styling::Ignored)
                    .isolates.isEmpty());
    }

    void codeIsCopiedWhole()
    {
        const QString longest = u"x\n"_s.repeated(20'000);
        const QString body = u"```\na\u202eb\n```\n> ```\n> c\n\n```\n"_s + longest;
        QCOMPARE(MessageText::codeOf(u"no code"_s), QString());
        QCOMPARE(MessageText::codeOf(body, 0), u"ab"_s);
        QCOMPARE(MessageText::codeOf(body, 1), u"c"_s);
        QCOMPARE(MessageText::codeOf(body, 2), longest);
        QCOMPARE(MessageText::codeOf(body, 3), QString());
        QCOMPARE(MessageText::codeOf(body), u"ab\n\nc\n\n"_s + longest);
        QCOMPARE(MessageText::codeOf(u"/me ```\na\n```\nb"_s), u"b"_s); // as from() has it
    }

    void longTextIsShortened()
    {
        const MessageText text
            = MessageText::from(QString(10001, u'x'), {}, kShownCharacters, Qt::LeftToRight);
        QVERIFY(text.isShortened);
        QCOMPARE(text.text.size(), kShownCharacters);
        QVERIFY(!MessageText::from(QString(10000, u'x'), {}, kShownCharacters, Qt::LeftToRight).isShortened);
        // Never half of a character.
        const MessageText emoji
            = MessageText::from(u'x' + u"😀"_s.repeated(6000), {}, kShownCharacters, Qt::LeftToRight);
        QVERIFY(!emoji.text.back().isHighSurrogate());
    }

    void direction_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("latin") << u"hello"_s << false;
        QTest::newRow("hebrew") << u"שלום"_s << true;
        QTest::newRow("arabic after digits") << u"123 - مرحبا hello"_s << true;
        QTest::newRow("latin first") << u"hello שלום"_s << false;
        QTest::newRow("isolate is skipped") << u"\u2067שלום\u2069 hello"_s << false;
        QTest::newRow("none") << u"123 !"_s << true; // the fallback
    }
    void direction()
    {
        QFETCH(QString, text);
        QFETCH(bool, rightToLeft);
        QCOMPARE(directionOf(text, Qt::RightToLeft), rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    }

    void actions()
    {
        const MessageText text
            = MessageText::from(u"/me waves"_s, u"Bru\u202eno\nDíaz"_s, kShownCharacters, Qt::LeftToRight);
        QVERIFY(text.isAction);
        QCOMPARE(text.text, u"\u2068Bruno Díaz\u2069 waves"_s);
        QVERIFY(!MessageText::from(u"/meow"_s, u"B"_s, kShownCharacters, Qt::LeftToRight).isAction);
        QVERIFY(!MessageText::from(u" /me x"_s, u"B"_s, kShownCharacters, Qt::LeftToRight).isAction);
    }

    void emojiOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("large");
        QTest::newRow("none") << u""_s << false;
        QTest::newRow("word") << u"ok"_s << false;
        QTest::newRow("digit") << u"1"_s << false;
        QTest::newRow("with word") << u"👍 ok"_s << false;
        QTest::newRow("six") << u"👍👍👍👍👍👍"_s << false;
        QTest::newRow("one") << u"👍"_s << true;
        QTest::newRow("skin") << u"👍🏽"_s << true;
        QTest::newRow("family") << u"👩‍👩‍👧"_s << true;
        QTest::newRow("flag") << u"🇪🇸"_s << true;
        QTest::newRow("heart") << u"❤️"_s << true;
        QTest::newRow("three") << u"😀 😀 😀"_s << true;
    }
    void emojiOnly()
    {
        QFETCH(QString, text);
        QFETCH(bool, large);
        QCOMPARE(MessageText::from(text, {}, kShownCharacters, Qt::LeftToRight).isEmojiOnly, large);
    }

    void heightsAddUp()
    {
        QRandomGenerator random(7);
        HeightIndex index;
        std::vector<int> plain;
        index.reset(0, 0);
        for (int step = 0; step < 3000; ++step) {
            const int what = int(random.bounded(5));
            const int size = int(plain.size());
            if (what <= 1 || size == 0) {
                const int at = what == 0 || size == 0 ? size : int(random.bounded(size + 1));
                const int count = int(random.bounded(1, 5));
                const int height = int(random.bounded(1, 90));
                index.insert(at, count, height);
                plain.insert(plain.begin() + at, size_t(count), height);
            } else if (what == 2 && size > 3) {
                const int at = int(random.bounded(size - 2));
                index.remove(at, 2);
                plain.erase(plain.begin() + at, plain.begin() + at + 2);
            } else {
                const int at = int(random.bounded(size));
                const int height = int(random.bounded(1, 200));
                index.setHeight(at, height);
                plain[size_t(at)] = height;
            }
            qint64 sum = 0;
            const int probe = int(random.bounded(index.rows() + 1));
            for (int i = 0; i < probe; ++i)
                sum += plain[size_t(i)];
            QCOMPARE(index.top(probe), sum);
            if (probe < index.rows()) {
                QCOMPARE(index.rowAt(sum), probe);
                QCOMPARE(index.rowAt(sum + plain[size_t(probe)] - 1), probe);
            }
        }
        QCOMPARE(index.rowAt(-5), 0);
        QCOMPARE(index.rowAt(index.total() + 100), index.rows() - 1);
        QCOMPARE(HeightIndex().rowAt(0), -1);
    }
};

QTEST_APPLESS_MAIN(MessageTextTest)
#include "tst_messagetext.moc"
