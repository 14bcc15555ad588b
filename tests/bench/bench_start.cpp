// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program against a real Prosody on loopback: start, log-in, memory, the event loop, idling.
#include "tests/support/Figures.h"
#include "tests/support/MeasuredProgram.h"
#include "tests/support/ProsodyServer.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace
{

bool measure(int contacts, const MeasuredDesk &desk, int runs)
{
    QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("profile"));
    ServerOptions options;
    options.extraConfiguration = prosodyWithContacts(contacts, folder.path());
    ProsodyServer server(options);
    if (!server.start() || !makeMeasuredProfile(profile, server))
        return false;

    QList<double> window, online, roster, cpu, stall;
    double pss = 0, idle = 0, cpu20 = 0;
    for (int i = 0; i <= runs; ++i) {
        MeasuredProgram program(profile, desk);
        const double windowMs = program.waitFor("window");
        const double onlineMs = program.waitFor("online");
        const double rosterMs = program.waitFor("roster");
        if (windowMs < 0 || onlineMs < 0 || rosterMs < 0)
            return false;
        const double cpuNow = program.processorSeconds();
        if (i == 0)
            continue; // warms the caches and fills the store
        window.append(windowMs);
        online.append(onlineMs);
        roster.append(rosterMs);
        cpu.append(cpuNow);
        if (i == runs) {
            program.run(20s);
            pss = program.pssMegabytes();
            cpu20 = program.processorSeconds();
            program.run(20s);
            idle = (program.processorSeconds() - cpu20) / 20 * 100;
        } else {
            program.run(1s);
        }
    }
    for (int i = 0; i < runs; ++i) {
        MeasuredProgram program(profile, desk, MeasuredProgram::Watch::TimesAndStalls);
        if (program.waitFor("roster") < 0)
            return false;
        program.run(2s);
        stall.append(program.longestStallMs());
    }
    const auto name = [contacts](const char *what) {
        return QStringLiteral("%1_%2_contacts").arg(QLatin1String(what)).arg(contacts).toLatin1();
    };
    const bool many = contacts > 1000;
    bench::figure(name("window").constData(), bench::median(window), "ms", "Pidgin 110 ms", 110);
    bench::figure(name("online").constData(), bench::median(online), "ms",
                  many ? "Dino 2500 ms" : "Pidgin 200 ms", many ? 2500 : 200);
    bench::figure(name("roster_shown").constData(), bench::median(roster), "ms",
                  many ? "Dino 2500 ms" : "Pidgin 200 ms", many ? 2500 : 200);
    bench::figure(name("processor_until_online").constData(), bench::median(cpu), "s",
                  many ? "-" : "Pidgin 0.13 s", many ? 0 : 0.13);
    bench::figure(name("processor_first_20s").constData(), cpu20, "s", many ? "Pidgin 1.2 s" : "-",
                  many ? 1.2 : 0);
    bench::figure(name("pss_after_20s").constData(), pss, "MB", many ? "Pidgin 90 MB" : "Pidgin 45 MB",
                  many ? 90 : 45);
    bench::figure(name("longest_stall").constData(), bench::median(stall), "ms", many ? "Dino 120 ms" : "-",
                  many ? 120 : 0);
    bench::figure(name("idle_processor_share").constData(), idle, "%", "Kaidan 0.02 %", 0.02);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    MeasuredDesk desk;
    return desk.start() && measure(50, desk, 7) && measure(5000, desk, 3) ? 0 : 1;
}
