// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ModuleRig.h"
#include "tests/support/Paths.h"

#include <QDir>
#include <QDomDocument>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// The extension that a feature belongs to.
const QMap<QString, QString> kExtensionOf{
    {u"http://jabber.org/protocol/disco#info"_s, u"0030"_s},
    {u"http://jabber.org/protocol/disco#items"_s, u"0030"_s},
    {u"urn:xmpp:avatar:metadata+notify"_s, u"0084"_s},
    {u"http://jabber.org/protocol/chatstates"_s, u"0085"_s},
    {u"http://jabber.org/protocol/tune+notify"_s, u"0118"_s},
    {u"jabber:iq:last"_s, u"0012"_s},
    {u"jabber:iq:version"_s, u"0092"_s},
    {u"urn:ietf:params:xml:ns:vcard-4.0"_s, u"0292"_s},
    {u"http://jabber.org/protocol/caps"_s, u"0115"_s},
    {u"http://jabber.org/protocol/nick+notify"_s, u"0172"_s},
    {u"urn:xmpp:chat-markers:0"_s, u"0333"_s},
    {u"urn:xmpp:fallback:0"_s, u"0428"_s},
    {u"urn:xmpp:mds:displayed:0+notify"_s, u"0490"_s},
    {u"urn:xmpp:message-correct:0"_s, u"0308"_s},
    {u"urn:xmpp:message-retract:1"_s, u"0424"_s},
    {u"urn:xmpp:reactions:0"_s, u"0444"_s},
    {u"urn:xmpp:receipts"_s, u"0184"_s},
    {u"urn:xmpp:reply:0"_s, u"0461"_s},
    {u"urn:xmpp:spoiler:0"_s, u"0382"_s},
    {u"urn:xmpp:styling:0"_s, u"0393"_s},
    {u"urn:xmpp:ping"_s, u"0199"_s},
    {u"urn:xmpp:time"_s, u"0202"_s},
};

/// What the program does without announcing it and without a folder of its own: in the roster, the stream,
/// the name lookup or above the modules.
const QSet<QString> kElsewhere{u"0147"_s, u"0156"_s, u"0163"_s, u"0175"_s, u"0178"_s, u"0198"_s,
                               u"0227"_s, u"0237"_s, u"0319"_s, u"0368"_s, u"0386"_s, u"0388"_s,
                               u"0392"_s, u"0398"_s, u"0440"_s, u"0453"_s, u"0474"_s, u"0478"_s,
                               u"0480"_s, u"0484"_s, u"0495"_s, u"0515"_s};

/// The numbers of the extensions that have a folder among the modules.
QSet<QString> folders()
{
    QSet<QString> numbers;
    const QDir modules(sourcePath(u"core/modules"_s));
    for (const QString &name : modules.entryList({u"xep*"_s}, QDir::Dirs))
        numbers.insert(name.mid(3, 4));
    return numbers;
}

/// Extension number to status, as the DOAP file (XEP-0453) tells it.
QMap<QString, QString> describedExtensions()
{
    QFile file(sourcePath(QStringLiteral("packaging/linux/tertulia.doap")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QDomDocument document;
    document.setContent(&file, true);
    QMap<QString, QString> found;
    const auto entries
        = document.elementsByTagNameNS(u"https://linkmauve.fr/ns/xmpp-doap#"_s, u"SupportedXep"_s);
    for (int i = 0; i < entries.size(); ++i) {
        const QDomElement entry = entries.at(i).toElement();
        const QString address = entry.firstChildElement(u"xep"_s).attributeNS(
            u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s, u"resource"_s);
        found.insert(address.section(u"xep-"_s, 1).left(4), entry.firstChildElement(u"status"_s).text());
    }
    return found;
}

QStringList announced()
{
    ModuleRig rig;
    return rig.host().announcedFeatures();
}

} // namespace

/// The program and its description (packaging/linux/tertulia.doap) tell the same.
class DoapTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFeatureIsDescribed();
    void everyFolderIsDescribed();
    void everyDescriptionIsTrue();
    void statusesAreOfTheList();
};

void DoapTest::everyFeatureIsDescribed()
{
    const auto described = describedExtensions();
    const QStringList features = announced();
    QCOMPARE(features, QStringList(kExtensionOf.keys()));
    for (const QString &feature : features) {
        const QString number = kExtensionOf.value(feature);
        QVERIFY2(!number.isEmpty(), qPrintable(feature + u" is announced; of which extension?"_s));
        const QString status = described.value(number);
        QVERIFY2(status == u"complete"_s || status == u"partial"_s,
                 qPrintable(feature + u" is announced, XEP-"_s + number + u" is not described"_s));
    }
}

void DoapTest::everyFolderIsDescribed()
{
    const auto described = describedExtensions();
    for (const QString &number : folders())
        QVERIFY2(described.contains(number), qPrintable(u"XEP-"_s + number + u" is not described"_s));
}

void DoapTest::everyDescriptionIsTrue()
{
    const QSet<QString> done = folders() | kElsewhere;
    const auto described = describedExtensions();
    for (auto entry = described.begin(); entry != described.end(); ++entry) {
        if (entry.value() != u"complete"_s && entry.value() != u"partial"_s)
            continue;
        QVERIFY2(done.contains(entry.key()),
                 qPrintable(u"XEP-"_s + entry.key() + u" is described but nowhere"_s));
    }
}

void DoapTest::statusesAreOfTheList()
{
    const QStringList allowed{u"complete"_s,   u"partial"_s, u"planned"_s,
                              u"deprecated"_s, u"removed"_s, u"wontfix"_s};
    const auto described = describedExtensions();
    QVERIFY(described.size() > 10);
    for (const QString &status : described)
        QVERIFY2(allowed.contains(status), qPrintable(status));
}

QTEST_GUILESS_MAIN(DoapTest)
#include "tst_doap.moc"
