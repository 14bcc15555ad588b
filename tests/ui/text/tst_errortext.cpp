// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ErrorText.h"

#include <QSet>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class ErrorTextTest : public QObject
{
    Q_OBJECT
private:
    static constexpr int kLast = static_cast<int>(ErrorCode::SecretNotFound);

private Q_SLOTS:
    void everyErrorHasASentenceOfItsOwn()
    {
        QSet<QString> with;
        QSet<QString> without;
        for (int i = 0; i <= kLast; ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const ErrorText named = errorText({code, u"example.org"_s});
            const ErrorText unnamed = errorText({code});
            const QByteArray which = "code " + QByteArray::number(i) + ": " + named.sentence.toUtf8();
            for (const ErrorText &text : {named, unnamed}) {
                QVERIFY2(text.sentence.size() > 10, which.constData());
                QVERIFY2(text.sentence.endsWith(u'.') || text.sentence.endsWith(u"example.org"_s),
                         which.constData());
                QVERIFY2(!text.sentence.contains(u"%1"_s) && !text.remedy.contains(u"%1"_s),
                         which.constData());
                QVERIFY2(text.remedy.isEmpty() || text.remedy.endsWith(u'.'), which.constData());
                QVERIFY2(text.sentence.at(0).isUpper() || text.sentence.startsWith(u"example"_s),
                         which.constData());
            }
            QVERIFY2(!with.contains(named.sentence), which.constData());
            QVERIFY2(!without.contains(unnamed.sentence), which.constData());
            with.insert(named.sentence);
            without.insert(unnamed.sentence);
        }
    }

    void namesTheSubject()
    {
        QVERIFY(errorText({ErrorCode::NameNotFound, u"example.org"_s}).sentence.contains(u"example.org"_s));
        QVERIFY(errorText({ErrorCode::WrongPassword, u"ana@example.org"_s})
                    .remedy.contains(u"ana@example.org"_s));
        QVERIFY(errorText({ErrorCode::NoAcceptableMechanism, u"PLAIN"_s}).remedy.contains(u"PLAIN"_s));
    }

    void serverTextIsCleanedAndShort()
    {
        const QString line = errorLine(
            {ErrorCode::StreamPolicyViolation, {}, u"a\u202Eb\u0007c\n"_s + QString(10000, u'x')});
        QVERIFY(!line.contains(QChar(0x202E)));
        QVERIFY(!line.contains(QChar(7)));
        QVERIFY(!line.contains(u'\n'));
        QVERIFY(line.contains(u"abc"_s));
        QVERIFY(line.size() < 1000);
    }

    void percentSignsOfTheServerStayText()
    {
        const QString line = errorLine({ErrorCode::StanzaGone, u"%1@example.org"_s, u"%2 and %1"_s});
        QVERIFY(line.contains(u"%1@example.org"_s));
        QVERIFY(line.contains(u"%2 and %1"_s));
    }
};

QTEST_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
