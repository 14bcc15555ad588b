// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Translations.h"

#include "ui/timeline/MessageLayout.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesTheNearestLanguage_data();
    void takesTheNearestLanguage();
    void hasPlurals();
    void speaksQtsOwnWords();
};

void TranslationsTest::takesTheNearestLanguage_data()
{
    QTest::addColumn<QLocale>("wish");
    QTest::addColumn<QString>("language");
    QTest::newRow("none we have") << QLocale(u"fi_FI"_s) << u"en"_s;
    QTest::newRow("no language at all") << QLocale(QLocale::C) << u"en"_s;
    QTest::newRow("English of a country") << QLocale(u"en_GB"_s) << u"en"_s;
    QTest::newRow("Spanish of a country") << QLocale(u"es_MX"_s) << u"es"_s;
    QTest::newRow("Spanish") << QLocale(u"es_ES"_s) << u"es"_s;
}

void TranslationsTest::takesTheNearestLanguage()
{
    QFETCH(QLocale, wish);
    const Translations translations(wish);
    QTEST(translations.language(), "language");
}

void TranslationsTest::hasPlurals()
{
    const Translations english(QLocale(u"en_US"_s));
    QCOMPARE(MessageLayout::tr("%n new message(s)", nullptr, 1), u"1 new message"_s);
    QCOMPARE(MessageLayout::tr("%n new message(s)", nullptr, 2), u"2 new messages"_s);
    Translations spanish(QLocale(u"es_ES"_s));
    QCOMPARE(MessageLayout::tr("%n new message(s)", nullptr, 1), u"1 mensaje nuevo"_s);
    QCOMPARE(MessageLayout::tr("%n new message(s)", nullptr, 2), u"2 mensajes nuevos"_s);
}

void TranslationsTest::speaksQtsOwnWords()
{
    const Translations spanish(QLocale(u"es_ES"_s));
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Cancelar"_s);
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
