// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/text/XmppUri.h"

#include <QTest>
#include <QTextDocument>

using namespace tertulia;
using namespace Qt::StringLiterals;

class PlainTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void controlsAreTakenOut_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("plain") << u"Ana Torres"_s << u"Ana Torres"_s;
        QTest::newRow("markup stays text") << u"<b>x</b>"_s << u"<b>x</b>"_s;
        QTest::newRow("override") << u"a\u202Ecba"_s << u"acba"_s;
        QTest::newRow("isolates") << u"\u2067a\u2069"_s << u"a"_s;
        QTest::newRow("bell, null, delete") << u"a\u0007\u0000\u007Fb"_s << u"ab"_s;
        QTest::newRow("C1") << u"a\u0085\u009Bb"_s << u"ab"_s;
        QTest::newRow("line breaks") << u"a\r\n\nb\u2028c\td"_s << u"a b c d"_s;
        QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"a"_s;
        QTest::newRow("accents and emoji") << u"Díaz 👩‍👩‍👧"_s << u"Díaz 👩‍👩‍👧"_s;
    }
    void controlsAreTakenOut()
    {
        QFETCH(QString, from);
        QFETCH(QString, shown);
        QCOMPARE(shownName(from), shown);
        QCOMPARE(shownLine(from), shown);
    }

    void rightToLeftTextIsIsolated()
    {
        const QString name = shownName(u"\u05D0\u05D1"_s);
        QCOMPARE(name, u"\u2068\u05D0\u05D1\u2069"_s);
        QCOMPARE(shownAddress(u"\u05D0@example.org"_s), u"\u2066\u05D0@example.org\u2069"_s);
    }

    void longTextIsCut()
    {
        const QString name = shownName(QString(10240, u'x'));
        QVERIFY(name.size() <= kLongestShownName);
        QVERIFY(name.endsWith(QChar(0x2026)));
        // No half of a character is left over.
        QString faces;
        for (int i = 0; i < 500; ++i)
            faces += u"😺"_s;
        QVERIFY(!shownName(u'a' + faces).contains(QChar(QChar::ReplacementCharacter)));
        QCOMPARE(shownName(u'a' + faces), QString::fromUtf8(shownName(u'a' + faces).toUtf8()));
    }

    void toolTipsAreNeverRich()
    {
        for (const QString &text :
             {u"<b>x</b>"_s, u"<img src='file:///etc/passwd'>"_s, u"&lt;b&gt;"_s, u"<qt>x"_s})
            QVERIFY2(!Qt::mightBeRichText(shownToolTip(text)), qPrintable(text));
        QCOMPARE(withoutMnemonic(u"a&b"_s), u"a&&b"_s);
    }

    void timesOfAList()
    {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        const QDateTime now(QDate(2026, 6, 10), QTime(12, 0));
        const auto shown
            = [&](const QDate &day) { return listTime(QDateTime(day, QTime(10, 41)), now, english); };
        QCOMPARE(listTime({}, now, english), QString());
        QCOMPARE(shown(QDate(2026, 6, 10)), u"10:41"_s);
        QCOMPARE(shown(QDate(2026, 6, 9)), u"Yesterday"_s);
        QCOMPARE(shown(QDate(2026, 6, 8)), u"Mon"_s);
        QCOMPARE(shown(QDate(2026, 6, 3)), u"03/06/2026"_s);
        // A day that has not come yet is a date, whatever somebody's clock says.
        QCOMPARE(shown(QDate(2026, 6, 11)), u"11/06/2026"_s);
        QCOMPARE(dayTitle(QDate(2026, 6, 10), QDate(2026, 6, 10), english), u"Today"_s);
        QCOMPARE(dayTitle(QDate(2026, 6, 9), QDate(2026, 6, 10), english), u"Yesterday"_s);
        QCOMPARE(dayTitle(QDate(2026, 6, 3), QDate(2026, 6, 10), english), u"Wednesday, 3 June"_s);
        QCOMPARE(dayTitle(QDate(2025, 6, 3), QDate(2026, 6, 10), english), u"Tuesday, 3 June 2025"_s);
        const QLocale spanish(QLocale::Spanish, QLocale::Spain);
        QCOMPARE(dayTitle(QDate(2026, 6, 3), QDate(2026, 6, 10), spanish), u"Miércoles, 3 de junio"_s);
    }

    /// SECURITY A102
    void linksAreReadNotObeyed()
    {
        QVERIFY(!XmppUri::parse(u"https://example.org"_s));
        QVERIFY(!XmppUri::parse(u"xmpp:"_s));
        QVERIFY(!XmppUri::parse(u"xmpp:@example.org"_s));
        const auto message = XmppUri::parse(u"xmpp:bruno@example.org?message;body=hello%20you"_s);
        QVERIFY(message);
        QCOMPARE(message->address.toString(), u"bruno@example.org"_s);
        QCOMPARE(message->body, u"hello you"_s);
        const auto join = XmppUri::parse(u"XMPP:sala@rooms.example?join"_s);
        QVERIFY(join && join->action == XmppUri::Action::JoinRoom);
        const auto contact
            = XmppUri::parse(u"xmpp://ana@example.org/carla@example.net/x?roster;name=Carla"_s);
        QVERIFY(contact && contact->action == XmppUri::Action::AddContact);
        QCOMPARE(contact->address.toString(), u"carla@example.net"_s);
        QCOMPARE(contact->name, u"Carla"_s);
        const auto odd = XmppUri::parse(u"xmpp:a%26b@example.org?command;node=x"_s);
        QVERIFY(!odd || odd->action == XmppUri::Action::Other);
    }
};

QTEST_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
