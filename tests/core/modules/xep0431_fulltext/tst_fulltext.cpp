// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0431_fulltext/FullText.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;
const QString kFullText = u"urn:xmpp:fulltext:0"_s;

QByteArray form(const QByteArray &field)
{
    return "<query xmlns='urn:xmpp:mam:2'><x xmlns='jabber:x:data' type='form'>"
           "<field var='FORM_TYPE' type='hidden'><value>urn:xmpp:mam:2</value></field>"
           "<field var='with' type='jid-single'/>"
        + field + "</x></query>";
}

struct Rig : ModuleRig {
    explicit Rig(const QStringList &account)
        : features(account)
    {
        goOnline();
    }
    /// The answer to support(), once the server's have come.
    void askSupport()
    {
        supported.reset();
        module<FullTextModule>().support().then(
            &module<FullTextModule>(), [this](const Result<void> &result) {
                supported = result ? std::optional<ErrorCode>() : std::optional(result.error().code);
                answered = true;
            });
        QByteArray info;
        for (const QString &feature : features)
            info += "<feature var='" + feature.toUtf8() + "'/>";
        const XmlElement asked
            = takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"ana@example.org"_s);
        if (!asked.isNull())
            answer(asked, "<query xmlns='http://jabber.org/protocol/disco#info'>" + info + "</query>");
    }
    /// What the archive is asked; QTRY_VERIFY would take it twice.
    XmlElement takeArchiveRequest()
    {
        XmlElement request;
        std::ignore = QTest::qWaitFor([&] { return !(request = takeRequest(kArchive)).isNull(); });
        return request;
    }
    QStringList features;
    std::optional<ErrorCode> supported;
    bool answered = false;
};

} // namespace

class FullTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noArchive()
    {
        Rig rig{QStringList()};
        rig.askSupport();
        QTRY_VERIFY(rig.answered);
        QCOMPARE(rig.supported, ErrorCode::StanzaFeatureNotImplemented);
    }

    void asFeature()
    {
        Rig rig({kArchive, kFullText});
        rig.askSupport();
        QTRY_VERIFY(rig.answered);
        QVERIFY(!rig.supported);
    }

    void asFieldOfTheForm_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<QString>("field");
        QTest::newRow("none") << form({}) << false << QString();
        QTest::newRow("no form") << QByteArray("<query xmlns='urn:xmpp:mam:2'/>") << false << QString();
        QTest::newRow("something else") << QByteArray("<x xmlns='a:b'/>") << false << QString();
        QTest::newRow("empty") << QByteArray() << false << QString();
        QTest::newRow("the extension's")
            << form("<field var='{urn:xmpp:fulltext:0}fulltext' type='text-single'/>") << true
            << u"{urn:xmpp:fulltext:0}fulltext"_s;
        QTest::newRow("of ejabberd") << form("<field var='withtext' type='text-single'/>") << true
                                     << u"withtext"_s;
    }

    void asFieldOfTheForm()
    {
        QFETCH(QByteArray, reply);
        QFETCH(bool, offered);
        QFETCH(QString, field);
        Rig rig({kArchive});
        rig.askSupport();
        XmlElement request = rig.takeArchiveRequest();
        QVERIFY(!request.isNull());
        QCOMPARE(request.attribute(u"type"), u"get"_s);
        rig.answer(request, reply);
        QTRY_VERIFY(rig.answered);
        QCOMPARE(!rig.supported, offered);
        if (!offered)
            return;
        // Known from now on.
        rig.answered = false;
        rig.askSupport();
        QTRY_VERIFY(rig.answered);
        QVERIFY(rig.takeRequest(kArchive).isNull());
        std::ignore = rig.module<FullTextModule>().page(u"el <té> & \"más\""_s, u"id7"_s, 20);
        request = rig.takeRequest(kArchive);
        const XmlElement query = request.firstChild();
        const XmlElement x = query.child(u"x", u"jabber:x:data");
        QStringList values;
        for (const XmlElement &each : x.children(u"field", u"jabber:x:data"))
            values << each.attribute(u"var") + u'=' + each.childText(u"value", u"jabber:x:data");
        QCOMPARE(values,
                 (QStringList{u"FORM_TYPE=urn:xmpp:mam:2"_s, QString(field + u"=el <té> & \"más\""_s)}));
        const XmlElement set = query.child(u"set", u"http://jabber.org/protocol/rsm");
        QCOMPARE(set.childText(u"before", u"http://jabber.org/protocol/rsm"), u"id7"_s);
        QCOMPARE(set.childText(u"max", u"http://jabber.org/protocol/rsm"), u"20"_s);
    }

    void errorsAndTheEndOfTheStream()
    {
        Rig rig({kArchive});
        rig.askSupport();
        XmlElement request = rig.takeArchiveRequest();
        QVERIFY(!request.isNull());
        rig.refuse(request, "service-unavailable");
        QTRY_VERIFY(rig.answered);
        QVERIFY(rig.supported);
        // Another stream may be with another server.
        rig.answered = false;
        rig.askSupport();
        request = rig.takeArchiveRequest();
        QVERIFY(!request.isNull());
        rig.end();
        QTRY_VERIFY(rig.answered);
        QVERIFY(rig.supported);
    }
};

QTEST_GUILESS_MAIN(FullTextTest)
#include "tst_fulltext.moc"
