// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SearchWords.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// What is marked in a text, each in brackets.
QString marked(const QString &typed, QString text)
{
    const auto ranges = SearchWords(typed).rangesIn(text);
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        text.insert(range->start + range->length, u']');
        text.insert(range->start, u'[');
    }
    return text;
}

} // namespace

class SearchWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const QString tea = u"¿Tomamos el té mañana, o café?"_s;
        QTest::newRow("no such word") << u"zebra"_s << tea << false;
        QTest::newRow("within a word") << u"omamos"_s << tea << false;
        QTest::newRow("a beginning that is not the last") << u"tom mañana"_s << tea << false;
        QTest::newRow("one of two") << u"té zumo"_s << tea << false;
        QTest::newRow("quoted in another order") << u"\"té el\""_s << tea << false;
        QTest::newRow("quoted with a word between") << u"\"tomamos té\""_s << tea << false;
        QTest::newRow("a beginning in closed quotes") << u"\"el t\""_s << tea << false;
        QTest::newRow("a longer word that begins so") << u"tomamosle"_s << tea << false;
        QTest::newRow("an operator is a word") << u"té OR zebra"_s << tea << false;
        QTest::newRow("an emoji that is not there") << u"té 🎉"_s << tea << false;
        QTest::newRow("a word") << u"tomamos"_s << tea << true;
        QTest::newRow("words in any order") << u"café té"_s << tea << true;
        QTest::newRow("accents and case") << u"MANANA CAFE"_s << tea << true;
        QTest::newRow("accents that the text has not") << u"tómamos"_s << tea << true;
        QTest::newRow("a beginning") << u"el caf"_s << tea << true;
        QTest::newRow("quoted") << u"\"el té mañana\""_s << tea << true;
        QTest::newRow("quoted over punctuation") << u"\"mañana o café\""_s << tea << true;
        QTest::newRow("quotes not closed yet") << u"\"el té ma"_s << tea << true;
        QTest::newRow("Spanish quotes") << u"«el té»"_s << tea << true;
        QTest::newRow("decomposed in the text") << u"café"_s << u"un cafe\u0301 solo"_s << true;
        QTest::newRow("decomposed as typed") << u"cafe\u0301"_s << tea << true;
        QTest::newRow("an apostrophe") << u"o'brien"_s << u"It is O'Brien."_s << true;
        QTest::newRow("an apostrophe, other words") << u"o'brien"_s << u"Brien, o no"_s << false;
        QTest::newRow("an emoji") << u"🎉"_s << u"¡Feliz cumple!🎉"_s << true;
        QTest::newRow("a family of emojis")
            << u"👨‍👩‍👧"_s << u"los 👨‍👩‍👧 vienen"_s << true;
        QTest::newRow("a sign") << u"c++"_s << u"En C++ no"_s << true;
        QTest::newRow("a sign that is missing") << u"c++"_s << u"En C no"_s << false;
        QTest::newRow("only punctuation") << u"?!"_s << u"¿Qué?!"_s << true;
        QTest::newRow("only punctuation that is not there") << u"?!"_s << tea << false;
        QTest::newRow("punctuation beside words") << u"té - café"_s << tea << true;
        QTest::newRow("within Chinese") << u"天气"_s << u"今天天气很好"_s << true;
        QTest::newRow("within Japanese") << u"東京"_s << u"明日東京へ行く"_s << true;
        QTest::newRow("Chinese that is not there") << u"天空"_s << u"今天天气很好"_s << false;
        QTest::newRow("Greek final sigma") << u"ΛΟΓΟΣ"_s << u"ο λόγος"_s << true;
        QTest::newRow("beyond the first plane") << u"𐐨𐐩"_s << u"a 𐐀𐐁 b"_s << true;
        QTest::newRow("controls") << (u"t"_s + QChar(0x202E) + u"é"_s) << u"t é"_s << true;
        QTest::newRow("NUL") << (u"té"_s + QChar(u'\0') + u"café"_s) << tea << true;
        QTest::newRow("half a surrogate pair") << (QString(QChar(0xD83C)) + u"té"_s) << tea << true;
        QTest::newRow("an emoji that the index takes for a letter") << u"🥰"_s << u"hola🥰"_s << true;
    }

    void matches()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        const SearchWords words(typed);
        QVERIFY(!words.isEmpty());
        QCOMPARE(words.match(text), matches);
        if (matches)
            QVERIFY(!words.rangesIn(text).isEmpty());
    }

    void nothingToLookFor_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("spaces") << u" \t\n\u3000"_s;
        QTest::newRow("empty quotes") << u"\"\" \""_s;
        QTest::newRow("NUL") << QString(QChar(u'\0'));
        QTest::newRow("turns of direction") << (QString(QChar(0x202E)) + QChar(0x2066) + QChar(0x200F));
    }

    void nothingToLookFor()
    {
        QFETCH(QString, typed);
        QVERIFY(SearchWords(typed).isEmpty());
        QVERIFY(SearchWords(typed).rangesIn(u"text"_s).isEmpty());
    }

    void marks()
    {
        const QString text = u"El cafe de el café, cafetería"_s;
        QCOMPARE(marked(u"cafe el"_s, text), u"[El] [cafe] de [el] [café], cafetería"_s);
        QCOMPARE(marked(u"ca"_s, text), u"El [ca]fe de el [ca]fé, [ca]fetería"_s);
        QCOMPARE(marked(u"\"el café\""_s, text), u"[El cafe] de [el café], cafetería"_s);
        QCOMPARE(marked(u"zebra"_s, text), text);
    }

    void marksAccentsWithTheirLetter()
    {
        QCOMPARE(marked(u"cafe"_s, u"un cafe\u0301"_s), u"un [cafe\u0301]"_s);
        QCOMPARE(marked(u"cafe sol"_s, u"un cafe\u0301 solo"_s), u"un [cafe\u0301] [sol]o"_s);
    }

    /// SECURITY A114: whatever is typed ends soon, and as no more than words.
    void hugeInput()
    {
        for (const QString &piece : {u"a"_s, u"\""_s, u"a b "_s, u"*"_s, u"🎉"_s, u"天"_s, u"(((NEAR "_s}) {
            const SearchWords words(piece.repeated(100'000));
            QVERIFY(words.indexed().size() <= 32 * 32);
            QVERIFY(!words.match(u"nothing of it"_s) || piece == u"\""_s);
            QVERIFY(words.rangesIn(piece.repeated(10'000)).size() <= 1000);
        }
    }
};

QTEST_GUILESS_MAIN(SearchWordsTest)
#include "tst_searchwords.moc"
