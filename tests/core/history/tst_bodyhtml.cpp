// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/BodyHtml.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_bodyhtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::newRow("nothing") << QString() << u"<p></p>"_s;
        QTest::newRow("lines") << u"a\nb\n\nc"_s << u"<p>a\nb\n\nc</p>"_s;
        QTest::newRow("styles")
            << u"*a* _b_ ~c~ `d`"_s
            << u"<p><strong>*a*</strong> <em>_b_</em> <del>~c~</del> <code>`d`</code></p>"_s;
        QTest::newRow("one in another")
            << u"*a _b_ c* d"_s << u"<p><strong>*a <em>_b_</em> c*</strong> d</p>"_s;
        QTest::newRow("none across lines") << u"*a\nb*"_s << u"<p>*a\nb*</p>"_s;
        QTest::newRow("a quotation") << u"> a\n> b\nc"_s << u"<blockquote><p>a\nb</p></blockquote><p>c</p>"_s;
        QTest::newRow("one in another quotation")
            << u">> a\n> b"_s
            << u"<blockquote><blockquote><p>a</p></blockquote></blockquote><blockquote><p>b</p></blockquote>"_s;
        QTest::newRow("code") << u"a\n```\nif (a < b && *c*)\n\n  d\n```\ne"_s
                              << u"<p>a</p><pre>if (a &lt; b &amp;&amp; *c*)\n\n  d</pre><p>e</p>"_s;
        QTest::newRow("code without end") << u"```\na"_s << u"<pre>a</pre>"_s;
        QTest::newRow("code in a language")
            << u"```c++ <x>\na\n```"_s << u"<pre><i>c++ &lt;x&gt;</i>\na</pre>"_s;
        QTest::newRow("code that is empty") << u"```\n```"_s << u"<pre></pre>"_s;
        QTest::newRow("code that is quoted")
            << u"> ```\n> a\n> ```"_s << u"<blockquote><pre>a</pre></blockquote>"_s;
        QTest::newRow("a link")
            << u"see https://example.org/?a=1&b=_c_ *there*"_s
            << u"<p>see <a rel=\"noreferrer noopener\" href=\"https://example.org/?a=1&amp;b=_c_\">"
               "https://example.org/?a=1&amp;b=_c_</a> <strong>*there*</strong></p>"_s;
        QTest::newRow("no link of another kind")
            << u"javascript:alert(1) data:text/html,x file:///etc/passwd https:// xmpp:a@b?remove"_s
            << u"<p>javascript:alert(1) data:text/html,x file:///etc/passwd https:// xmpp:a@b?remove</p>"_s;
        QTest::newRow("elements")
            << u"</p><script>alert(1)</script><img src=x onerror='x'>&amp;\""_s
            << u"<p>&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror='x'&gt;&amp;amp;&quot;</p>"_s;
        QTest::newRow("elements in code")
            << u"```\n</pre><b>\n```"_s << u"<pre>&lt;/pre&gt;&lt;b&gt;</pre>"_s;
        QTest::newRow("elements in a quotation")
            << u"> </blockquote>"_s << u"<blockquote><p>&lt;/blockquote&gt;</p></blockquote>"_s;
    }

    /// SECURITY A95: nothing of a message is anything but text.
    void looks()
    {
        QFETCH(QString, text);
        QFETCH(QString, html);
        QCOMPARE(bodyHtml(text, false), html);
    }

    void whatIsToBeShownAsTypedIs()
    {
        QCOMPARE(bodyHtml(u"*a*\n> b\n```\n<c>"_s, true), u"<p>*a*\n&gt; b\n```\n&lt;c&gt;</p>"_s);
    }

    /// SECURITY A95: whatever is typed, the elements are those few, each is closed, and what was said is
    /// there.
    void anythingIsWhole()
    {
        static const QStringList kParts{
            u"*"_s,   u"_"_s,      u"~"_s,  u"`"_s,   u"```"_s, u"> "_s, u">"_s,  u"\n"_s,
            u" "_s,   u"a"_s,      u"<"_s,  u"&"_s,   u"\""_s,  u"'"_s,  u"</"_s, u"https://b.c/d"_s,
            u"<b>"_s, u"\u2028"_s, u"😀"_s, u"שלום"_s};
        static const QSet<QString> kElements{u"x"_s,      u"i"_s,  u"p"_s,   u"pre"_s, u"code"_s,
                                             u"strong"_s, u"em"_s, u"del"_s, u"a"_s,   u"blockquote"_s};
        QRandomGenerator random(20260603);
        const auto letters = [](QString text) {
            return text.remove(u'>').remove(u'\n').remove(u'\u2028').remove(u' ').remove(u'`');
        };
        for (int i = 0; i < 5000; ++i) {
            QString text;
            for (int parts = random.bounded(30); parts > 0; --parts)
                text += kParts.at(random.bounded(kParts.size()));
            const QString html = bodyHtml(text, random.bounded(8) == 0);
            QXmlStreamReader reader(u"<x>"_s + html + u"</x>"_s);
            QString said;
            while (!reader.atEnd()) {
                reader.readNext();
                if (reader.isStartElement())
                    QVERIFY2(kElements.contains(reader.name().toString()), qPrintable(text));
                if (reader.isCharacters())
                    said += reader.text();
            }
            QVERIFY2(!reader.hasError(), qPrintable(text + u'\n' + html));
            QCOMPARE(letters(said), letters(text));
        }
    }
};

QTEST_GUILESS_MAIN(tst_bodyhtml)
#include "tst_bodyhtml.moc"
