// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "tests/support/ModelAudit.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

Jid jid(const QString &text)
{
    return Jid::fromNormalized(text);
}

const Jid kBruno = jid(u"bruno@example.net"_s);
const Jid kCarla = jid(u"carla@example.com"_s);

QStringList addresses(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data(roles::Address).toString());
    all.sort();
    return all;
}

} // namespace

class tst_roster_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnlyWhatDiffers()
    {
        RosterModel model(u"a"_s);
        ModelAudit audit(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<ContactFacts> contacts;
        for (int i = 0; i < 20; ++i)
            contacts.append({.jid = jid(u"c%1@example.org"_s.arg(i)), .groups = {u"B"_s, u"A"_s}});
        model.setContacts(contacts);
        QCOMPARE(inserted.size(), 1);
        model.setContacts(contacts);
        QCOMPARE(inserted.size() + removed.size() + changed.size(), 1);
        QCOMPARE(model.groups(), QStringList({u"A"_s, u"B"_s}));

        const QPersistentModelIndex kept = model.indexOf(contacts[10].jid);
        contacts.remove(3, 4);
        contacts.removeLast();
        contacts[0].name = u"Cero"_s;
        contacts.append({.jid = kBruno});
        contacts.append({.jid = kBruno, .name = u"Bruno"_s}); // the last one counts
        model.setContacts(contacts);
        QCOMPARE(removed.size(), 2);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.rowCount(), 16);
        QCOMPARE(model.nameOf(kBruno), u"Bruno"_s);
        QCOMPARE(kept.data(roles::Address).toString(), u"c10@example.org"_s);
        model.setContacts({});
        QCOMPARE(model.rowCount(), 0);
    }

    void namesPeople()
    {
        RosterModel model(u"a"_s);
        ModelAudit audit(&model);
        QSignalSpy person(&model, &RosterModel::personChanged);
        QCOMPARE(model.nameOf(kBruno), u"bruno@example.net"_s);
        model.setNickname(kBruno, u"Brunito"_s);
        QCOMPARE(person.size(), 1);
        QCOMPARE(model.nameOf(kBruno), u"Brunito"_s); // a stranger, too
        model.setContact({.jid = kBruno});
        QCOMPARE(model.indexOf(kBruno).data(roles::Name).toString(), u"Brunito"_s);
        model.setContact({.jid = kBruno, .name = u"Bruno"_s});
        QCOMPARE(model.indexOf(kBruno).data(Qt::DisplayRole).toString(), u"Bruno"_s);
        model.removeContact(kBruno);
        model.removeContact(kBruno);
        QCOMPARE(model.nameOf(kBruno), u"Brunito"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsPresence()
    {
        RosterModel model(u"a"_s);
        ModelAudit audit(&model);
        model.setContact({.jid = kBruno, .subscription = SubscriptionState::Both});
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
        const PresenceFacts away{Availability::Away, u"comiendo"_s, {u"desk"_s, u"phone"_s}, since};
        // Presence that comes before the roster is kept.
        model.setPresence(kCarla, away);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setPresence(kBruno, away);
        model.setPresence(kBruno, away);
        QCOMPARE(changed.size(), 1);
        const QModelIndex row = model.indexOf(kBruno);
        QCOMPARE(row.data(roles::Availability).toInt(), int(Availability::Away));
        QCOMPARE(row.data(roles::StatusText).toString(), u"comiendo"_s);
        QCOMPARE(row.data(roles::Resources).toStringList(), away.resources);
        QCOMPARE(row.data(roles::LastAway).toDateTime(), since);
        model.setContact({.jid = kCarla});
        QCOMPARE(model.presence(kCarla), away);
        model.setTyping(kBruno, true);
        model.clearPresence();
        QCOMPARE(row.data(roles::Availability).toInt(), int(Availability::Offline));
        QVERIFY(!row.data(roles::Typing).toBool());
        QVERIFY(row.data(roles::Resources).toStringList().isEmpty());
        model.setBlocked(kBruno, true);
        QVERIFY(row.data(roles::Blocked).toBool());
        model.setAvatarFile(kBruno, u"/a.png"_s);
        QCOMPARE(row.data(roles::AvatarFile).toString(), u"/a.png"_s);
    }

    // SECURITY A71.
    void coalescesRequests()
    {
        RequestsModel model(u"a"_s);
        ModelAudit audit(&model);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(5, Qt::UTC);
        for (int i = 0; i < 100; ++i)
            model.add(kBruno, u"Bruno"_s, u"soy yo %1"_s.arg(i), time);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(roles::RequestText).toString(), u"soy yo 99"_s);
        QCOMPARE(model.index(0).data(roles::Name).toString(), u"Bruno"_s);
        QCOMPARE(model.index(0).data(roles::RequestTime).toDateTime(), time);
        model.add(kCarla, {}, {}, time);
        QCOMPARE(model.index(1).data(roles::Name).toString(), u"carla@example.com"_s);
        model.remove(kBruno);
        model.remove(kBruno);
        QCOMPARE(addresses(model), QStringList{u"carla@example.com"_s});
        for (int i = 0; i < 2000; ++i)
            model.add(jid(u"s%1@example.com"_s.arg(i)), {}, {}, time);
        QCOMPARE(model.rowCount(), 1000);
        model.clear();
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_roster_model)
#include "tst_roster_model.moc"
