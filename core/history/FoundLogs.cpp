// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/FoundLogs.h"

#include "core/history/LogTables.h"
#include "core/history/PidginLogs.h"
#include "core/history/PsiLogs.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

QList<FoundLog> findLogs(const QString &home, const QString &data, const QString &config)
{
    const auto flatpak = [&home](const QString &id) { return QString(home + u"/.var/app/"_s + id); };
    QList<FoundLog> found;
    for (const QString &folder : {home, flatpak(u"im.pidgin.Pidgin"_s)})
        found += PidginLogs::find(folder + u"/.purple"_s);
    const QString gajim = flatpak(u"org.gajim.Gajim"_s) + u"/data"_s;
    for (const QString &folder : {data, gajim})
        found += LogTables::findGajim(folder + u"/gajim/logs.db"_s);
    for (const QString &psi : {u"/psi+"_s, u"/psi"_s})
        found += PsiLogs::find(data + psi, config + psi);
    const QString psiPlus = flatpak(u"com.psi_plus.PsiPlus"_s);
    found += PsiLogs::find(psiPlus + u"/data/psi+"_s, psiPlus + u"/config/psi+"_s);
    return found;
}

std::unique_ptr<LogReader> LogReader::open(const FoundLog &log, const LogPlace &place)
{
    if (log.program == LogProgram::Pidgin)
        return std::make_unique<PidginLogs>(log.path, place);
    if (log.program == LogProgram::Psi && !log.path.endsWith(".db"_L1))
        return std::make_unique<PsiLogs>(log.path, place);
    return std::make_unique<LogTables>(log, place);
}

} // namespace tertulia
