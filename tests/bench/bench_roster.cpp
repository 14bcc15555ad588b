// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A large contact list on the screen while everybody comes and goes: how long the program does not answer.
// Each turn of the event loop brings as many presences as one read of the socket does (SECURITY A119).
#include "core/models/ContactTreeModel.h"
#include "core/models/RosterModel.h"
#include "tests/support/Figures.h"
#include "ui/contacts/ContactsView.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace tertulia;
using namespace tertulia::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kContacts = 10'000;
constexpr int kChanges = 10'000;
constexpr int kAtOnce = 40;
constexpr double kStallMs = 50;

QList<ContactFacts> people()
{
    QList<ContactFacts> contacts;
    for (int i = 0; i < kContacts; ++i) {
        ContactFacts contact;
        contact.jid = *Jid::parse(u"person%1@example.org"_s.arg(i));
        contact.name = u"Person %1"_s.arg((i * 7919) % kContacts);
        contact.groups = QStringList{u"Group %1"_s.arg(i % 25)};
        contact.subscription = SubscriptionState::Both;
        contacts.append(contact);
    }
    return contacts;
}

double msOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    applyTheme(*qApp);
    UiSettings settings{QString()};
    RosterModel roster(u"a"_s, *Jid::parse(u"ana@example.org"_s));
    ContactTreeModel tree;
    tree.addRoster(&roster);
    ContactsView view(settings);
    view.setContacts(&tree);
    view.resize(300, 800);
    view.show();
    const QList<ContactFacts> contacts = people();

    QElapsedTimer whole;
    whole.start();
    roster.setContacts(contacts);
    QCoreApplication::processEvents();
    figure("roster-load-10000", msOf(whole), "ms", "first paint of 2 s", 2000);

    QList<double> turns;
    whole.restart();
    for (int change = 0; change < kChanges;) {
        QElapsedTimer turn;
        turn.start();
        for (int i = 0; i < kAtOnce && change < kChanges; ++i, ++change) {
            PresenceFacts presence;
            presence.availability = Availability(change % 6);
            presence.status = u"status %1"_s.arg(change);
            roster.setPresence(contacts[(change * 4001) % kContacts].jid, presence);
        }
        QCoreApplication::processEvents();
        turns << msOf(turn);
    }
    QCoreApplication::processEvents();
    figure("roster-10000-presences", msOf(whole), "ms");
    figure("roster-stall-longest", *std::max_element(turns.cbegin(), turns.cend()), "ms", "stall of 50 ms",
           kStallMs);
    figure("roster-stall-p99", quantile(turns, 0.99), "ms", "stall of 50 ms", kStallMs);

    QList<double> filters;
    for (const QString &text : {u"p"_s, u"pe"_s, u"person 77"_s, u"nobody"_s, QString()}) {
        QElapsedTimer timer;
        timer.start();
        tree.setFilter(text);
        QCoreApplication::processEvents();
        filters << msOf(timer);
    }
    figure("roster-filter-longest", *std::max_element(filters.cbegin(), filters.cend()), "ms",
           "stall of 50 ms", kStallMs);
    return 0;
}
