// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of modules, and that what they announce is what the program's description (DOAP) claims.
#include "tests/support/ModuleRig.h"
#include "tests/support/Paths.h"

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

/// Which specification each announced feature belongs to.
const QHash<QString, QString> kSpecifications = {
    {u"http://jabber.org/protocol/caps"_s, u"0115"_s},
    {u"http://jabber.org/protocol/chatstates"_s, u"0085"_s},
    {u"http://jabber.org/protocol/disco#info"_s, u"0030"_s},
    {u"http://jabber.org/protocol/disco#items"_s, u"0030"_s},
    {u"http://jabber.org/protocol/nick+notify"_s, u"0172"_s},
    {u"jabber:iq:version"_s, u"0092"_s},
    {u"urn:xmpp:avatar:metadata+notify"_s, u"0084"_s},
    {u"urn:xmpp:ping"_s, u"0199"_s},
    {u"urn:xmpp:receipts"_s, u"0184"_s},
    {u"urn:xmpp:time"_s, u"0202"_s},
};

/// What the program does without announcing it and without a folder of its own: in the roster, the stream,
/// the name lookup or above the modules.
const QSet<QString> kElsewhere
    = {u"0147"_s, u"0163"_s, u"0198"_s, u"0237"_s, u"0319"_s, u"0368"_s, u"0392"_s, u"0398"_s, u"0453"_s};

/// Number to status ("complete", "partial", "planned").
QHash<QString, QString> claimed()
{
    QFile file(sourcePath(QStringLiteral("packaging/linux/tertulia.doap")));
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file, true))
        return {};
    QHash<QString, QString> specifications;
    const auto list
        = document.elementsByTagNameNS(u"https://linkmauve.fr/ns/xmpp-doap#"_s, u"SupportedXep"_s);
    for (int i = 0; i < list.size(); ++i) {
        QString number;
        QString status;
        for (QDomElement child = list.at(i).firstChildElement(); !child.isNull();
             child = child.nextSiblingElement()) {
            if (child.localName() == u"xep"_s)
                number = child.attributeNS(u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s, u"resource"_s)
                             .section(u"xep-"_s, 1)
                             .left(4);
            else if (child.localName() == u"status"_s)
                status = child.text();
        }
        specifications.insert(number, status);
    }
    return specifications;
}

QSet<QString> folders()
{
    QSet<QString> numbers;
    const QDir modules(sourcePath(QStringLiteral("core/modules")));
    for (const QString &name : modules.entryList({u"xep*"_s}, QDir::Dirs))
        numbers.insert(name.mid(3, 4));
    return numbers;
}

} // namespace

class TestBuiltinModules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void featuresAreKnown();
    void nothingRiskyIsAnnounced();
    void featuresAreClaimed();
    void foldersAreClaimed();
    void claimsAreKept();
};

void TestBuiltinModules::featuresAreKnown()
{
    ModuleRig rig;
    QStringList known = kSpecifications.keys();
    known.sort();
    QCOMPARE(rig.host().announcedFeatures(), known);
}

void TestBuiltinModules::nothingRiskyIsAnnounced() // SECURITY A73, A97
{
    ModuleRig rig;
    for (const QString &feature : rig.host().announcedFeatures())
        for (const auto &risky : {u"commands"_s, u"xhtml"_s, u"rc#"_s, u"si/profile"_s, u"bytestreams"_s})
            QVERIFY2(!feature.contains(risky), qPrintable(feature));
}

void TestBuiltinModules::featuresAreClaimed()
{
    const auto specifications = claimed();
    QVERIFY(!specifications.isEmpty());
    for (auto it = kSpecifications.cbegin(); it != kSpecifications.cend(); ++it) {
        const QString status = specifications.value(it.value());
        QVERIFY2(status == u"complete" || status == u"partial", qPrintable(it.key()));
    }
}

void TestBuiltinModules::foldersAreClaimed()
{
    const auto specifications = claimed();
    for (const QString &number : folders())
        QVERIFY2(specifications.contains(number),
                 qPrintable(u"XEP-%1 is not in the DOAP file"_s.arg(number)));
}

void TestBuiltinModules::claimsAreKept()
{
    const QSet<QString> done = folders() | kElsewhere;
    const auto specifications = claimed();
    for (auto it = specifications.cbegin(); it != specifications.cend(); ++it) {
        if (it.value() == u"complete" || it.value() == u"partial")
            QVERIFY2(done.contains(it.key()), qPrintable(u"XEP-%1 is claimed but nowhere"_s.arg(it.key())));
    }
}

QTEST_GUILESS_MAIN(TestBuiltinModules)
#include "tst_builtinmodules.moc"
