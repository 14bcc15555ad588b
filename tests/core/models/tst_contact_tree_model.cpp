// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContactTreeModel.h"
#include "core/models/RosterModel.h"
#include "tests/support/ModelAudit.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

Jid jid(const QString &local)
{
    return Jid::fromNormalized(local + u"@example.org");
}

/// "Group: a b; : c" in the order shown; offline ones in brackets.
QString shown(const ContactTreeModel &model)
{
    const auto name = [](const QModelIndex &index) {
        const QString text = index.data(roles::Name).toString().section(u'@', 0, 0);
        const bool offline = index.data(roles::Availability).toInt() == int(Availability::Offline);
        return offline ? u'[' + text + u']' : text;
    };
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        if (!group.data(roles::IsGroup).toBool()) {
            groups.append(name(group));
            continue;
        }
        QStringList contacts;
        for (int child = 0; child < model.rowCount(group); ++child)
            contacts.append(name(model.index(child, 0, group)));
        groups.append(group.data(roles::Name).toString() + u": " + contacts.join(u' '));
    }
    return groups.join(u"; ");
}

QString counts(const ContactTreeModel &model, int row)
{
    const QModelIndex group = model.index(row, 0);
    return u"%1/%2"_s.arg(group.data(roles::OnlineCount).toInt()).arg(group.data(roles::TotalCount).toInt());
}

void setOnline(RosterModel &roster, const QString &local, Availability availability = Availability::Available)
{
    roster.setPresence(jid(local), {.availability = availability});
}

} // namespace

class tst_contact_tree_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAndSorts()
    {
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        tree.addRoster(&roster);
        QCOMPARE(shown(tree), u""_s);
        roster.setContacts({{.jid = jid(u"dora"_s)},
                            {.jid = jid(u"bruno"_s), .groups = {u"Work"_s, u"amigos"_s}},
                            {.jid = jid(u"álvaro"_s), .groups = {u"Work"_s}},
                            {.jid = jid(u"Zoe"_s), .groups = {u"Work"_s}}});
        QCOMPARE(shown(tree), u"amigos: [bruno]; Work: [álvaro] [bruno] [Zoe]; : [dora]"_s);
        setOnline(roster, u"Zoe"_s);
        setOnline(roster, u"bruno"_s, Availability::Away);
        QCOMPARE(shown(tree), u"amigos: bruno; Work: Zoe bruno [álvaro]; : [dora]"_s);
        QCOMPARE(counts(tree, 1), u"2/3"_s);
        tree.setSorting(ContactTreeModel::Sorting::ByName);
        QCOMPARE(shown(tree), u"amigos: bruno; Work: [álvaro] bruno Zoe; : [dora]"_s);
        // A rename sorts anew, a change of groups moves.
        roster.setContact({.jid = jid(u"bruno"_s), .name = u"Zzz"_s, .groups = {u"Work"_s}});
        QCOMPARE(shown(tree), u"Work: [álvaro] Zoe Zzz; : [dora]"_s);
        roster.setNickname(jid(u"dora"_s), u"Dorita"_s);
        QCOMPARE(shown(tree), u"Work: [álvaro] Zoe Zzz; : [Dorita]"_s);
        roster.removeContact(jid(u"dora"_s));
        QCOMPARE(shown(tree), u"Work: [álvaro] Zoe Zzz"_s);
        roster.setContacts({});
        QCOMPARE(shown(tree), u""_s);
    }

    void hidesAndCounts()
    {
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        tree.setShowOffline(false);
        roster.setContacts({{.jid = jid(u"ana"_s), .groups = {u"A"_s}},
                            {.jid = jid(u"bruno"_s), .groups = {u"A"_s}},
                            {.jid = jid(u"carla"_s), .groups = {u"B"_s}}});
        tree.addRoster(&roster);
        QCOMPARE(shown(tree), u""_s);
        tree.setShowEmptyGroups(true);
        QCOMPARE(shown(tree), u"A: ; B: "_s);
        QCOMPARE(counts(tree, 0), u"0/2"_s);
        tree.setShowEmptyGroups(false);
        setOnline(roster, u"bruno"_s);
        QCOMPARE(shown(tree), u"A: bruno"_s);
        QCOMPARE(counts(tree, 0), u"1/2"_s);
        tree.setFilter(u"CÁR"_s);
        QCOMPARE(shown(tree), u"B: [carla]"_s);
        tree.setFilter(u"a"_s);
        QCOMPARE(shown(tree), u"A: bruno [ana]; B: [carla]"_s);
        tree.setFilter(u"nadie"_s);
        QCOMPARE(shown(tree), u""_s);
        tree.setFilter({});
        QCOMPARE(shown(tree), u"A: bruno"_s);
        roster.clearPresence();
        QCOMPARE(shown(tree), u""_s);
        tree.setShowOffline(true);
        QCOMPARE(shown(tree), u"A: [ana] [bruno]; B: [carla]"_s);
    }

    void isFlatWithoutGroups()
    {
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        tree.addRoster(&roster);
        audit.allowReset();
        tree.setShowGroups(false);
        roster.setContacts({{.jid = jid(u"b"_s), .groups = {u"A"_s, u"B"_s}}, {.jid = jid(u"a"_s)}});
        QCOMPARE(shown(tree), u"[a]; [b]"_s);
        setOnline(roster, u"b"_s);
        QCOMPARE(shown(tree), u"b; [a]"_s);
        audit.allowReset();
        tree.setShowGroups(true);
        QCOMPARE(shown(tree), u"A: b; B: b; : [a]"_s);
        audit.allowReset();
        tree.setShowGroups(false);
        roster.setContacts({});
        QCOMPARE(shown(tree), u""_s);
    }

    void mergesAccounts()
    {
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        RosterModel first(u"a"_s);
        first.setContacts({{.jid = jid(u"b"_s), .groups = {u"G"_s}}});
        tree.addRoster(&first);
        {
            RosterModel second(u"b"_s);
            second.setContacts({{.jid = jid(u"b"_s), .groups = {u"G"_s}}, {.jid = jid(u"c"_s)}});
            tree.addRoster(&second);
            QCOMPARE(shown(tree), u"G: [b] [b]; : [c]"_s);
            const QModelIndex group = tree.index(0, 0);
            QCOMPARE(QSet({tree.index(0, 0, group).data(roles::Account).toString(),
                           tree.index(1, 0, group).data(roles::Account).toString()}),
                     QSet({u"a"_s, u"b"_s}));
        }
        // The second one is gone without a farewell.
        QCOMPARE(shown(tree), u"G: [b]"_s);
        tree.removeRoster(&first);
        QCOMPARE(shown(tree), u""_s);
    }

    void keepsSelectionsWhileSorting()
    {
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        tree.addRoster(&roster);
        QList<ContactFacts> contacts;
        for (int i = 0; i < 100; ++i)
            contacts.append({.jid = jid(u"c%1"_s.arg(i)), .groups = {u"G"_s}});
        roster.setContacts(contacts);
        QTest::qWait(100);
        const QModelIndex group = tree.index(0, 0);
        QHash<QString, QPersistentModelIndex> held;
        for (int row = 0; row < 100; ++row) {
            const QModelIndex index = tree.index(row, 0, group);
            held.insert(index.data(roles::Address).toString(), index);
        }
        QSignalSpy layouts(&tree, &QAbstractItemModel::layoutChanged);
        for (int i = 0; i < 100; i += 2)
            setOnline(roster, u"c%1"_s.arg(i), Availability(i % 5));
        QTRY_COMPARE(counts(tree, 0), u"50/100"_s);
        QVERIFY(!layouts.isEmpty());
        for (auto it = held.cbegin(); it != held.cend(); ++it)
            QCOMPARE(it->data(roles::Address).toString(), it.key());
    }

    /// The tree after any changes is the one that a new tree would show.
    void followsAnyChanges()
    {
        QRandomGenerator random(3);
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        ModelAudit audit(&tree);
        tree.addRoster(&roster);
        bool offline = true;
        bool empty = false;
        QString filter;
        auto sorting = ContactTreeModel::Sorting::ByStatus;
        for (int round = 0; round < 60; ++round) {
            for (int step = 0; step < 30; ++step) {
                const QString local = u"c%1"_s.arg(random.bounded(40));
                QStringList groups;
                for (const QString &group : {u"A"_s, u"B"_s, u"C"_s}) {
                    if (random.bounded(4) == 0)
                        groups.append(group);
                }
                switch (random.bounded(12)) {
                case 0:
                    roster.removeContact(jid(local));
                    break;
                case 1:
                    tree.setShowOffline(offline = random.bounded(2));
                    break;
                case 2:
                    tree.setShowEmptyGroups(empty = random.bounded(2));
                    break;
                case 3:
                    tree.setFilter(filter
                                   = random.bounded(2) ? QString() : QString::number(random.bounded(10)));
                    break;
                case 4:
                    sorting = ContactTreeModel::Sorting(random.bounded(2));
                    tree.setSorting(sorting);
                    break;
                case 5:
                case 6:
                case 7:
                    roster.setContact(
                        {.jid = jid(local), .name = u"n%1"_s.arg(random.bounded(20)), .groups = groups});
                    break;
                case 8:
                    if (step == 0)
                        roster.clearPresence();
                    break;
                default:
                    setOnline(roster, local, Availability(random.bounded(6)));
                }
            }
            ContactTreeModel fresh;
            fresh.setShowOffline(offline);
            fresh.setShowEmptyGroups(empty);
            fresh.setFilter(filter);
            fresh.setSorting(sorting);
            fresh.addRoster(&roster);
            QTRY_COMPARE(shown(tree), shown(fresh));
            for (int row = 0; row < tree.rowCount(); ++row)
                QTRY_COMPARE(counts(tree, row), counts(fresh, row));
        }
    }

    /// SECURITY A119, A120, R24: ten thousand contacts, ten thousand presences, and no long stall.
    void staysFluidInAFlood()
    {
        RosterModel roster(u"a"_s);
        ContactTreeModel tree;
        tree.addRoster(&roster);
        QList<ContactFacts> contacts;
        for (int i = 0; i < 10'000; ++i)
            contacts.append({.jid = jid(u"c%1"_s.arg(i)), .groups = {u"G%1"_s.arg(i % 20)}});
        QElapsedTimer time;
        time.start();
        roster.setContacts(contacts);
        QTRY_COMPARE(tree.rowCount(), 20);
        const qint64 filled = time.restart();
        QSignalSpy announced(&tree, &QAbstractItemModel::dataChanged);
        qint64 longest = 0;
        for (int i = 0; i < 10'000; ++i) {
            setOnline(roster, u"c%1"_s.arg(i), Availability(i % 5));
            if (i % 100 == 99) {
                QElapsedTimer turn;
                turn.start();
                QCoreApplication::processEvents();
                longest = std::max(longest, turn.elapsed());
            }
        }
        QTRY_COMPARE(counts(tree, 19), u"500/500"_s);
        const qint64 followed = time.elapsed();
        qInfo("filled in %d ms, followed in %d ms, longest turn %d ms, %d announcements", int(filled),
              int(followed), int(longest), int(announced.size()));
        QVERIFY2(announced.size() < 10'000, qPrintable(QString::number(announced.size())));
        QVERIFY(followed < 5000);
    }
};

QTEST_GUILESS_MAIN(tst_contact_tree_model)
#include "tst_contact_tree_model.moc"
