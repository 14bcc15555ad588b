// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProsodyServer.h"

#include "tests/support/Paths.h"

namespace tertulia::test
{

using namespace Qt::StringLiterals;

namespace
{

/// The name Prosody's file storage gives a host or user: all but letters and digits percent-encoded.
QByteArray storageName(const QString &name)
{
    QByteArray encoded;
    const QByteArray utf8 = name.toUtf8();
    for (const char byte : utf8) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        encoded += plain ? QByteArray(1, byte) : '%' + QByteArray(1, byte).toHex();
    }
    return encoded;
}

QByteArray luaString(const QString &text)
{
    QByteArray escaped = text.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

} // namespace

bool ProsodyServer::prepare()
{
    for (const QString &each : domains()) {
        for (const auto &user : options().users) {
            const QByteArray file
                = "data/" + storageName(each) + "/accounts/" + storageName(user.name) + ".dat";
            if (!write(file.constData(), "return { [\"password\"] = " + luaString(user.password) + "; };\n"))
                return false;
        }
    }
    QByteArray modules;
    for (const QString &module : options().modules)
        modules += luaString(module) + ", ";
    QByteArray archives;
    if (!options().archived.isEmpty()) {
        modules += "\"test_archive\", ";
        // Files are read as a whole for each page: that is no measure of anything here. Nor are the words of
        // a log.
        archives = "storage = { archive = \"memory\" }\nstorage_archive_item_limit = 1000000\n"
                   "archive_expires_after = \"never\"\nmax_archive_query_results = 250\n"
                   "log = { { levels = { min = \"warn\" }, to = \"console\" } }\ntest_archive = { ";
        for (auto it = options().archived.cbegin(); it != options().archived.cend(); ++it)
            archives += "[" + luaString(it.key()) + "] = " + QByteArray::number(it.value()) + "; ";
        archives += "}\n";
    }
    QByteArray tls
        = "key = " + luaString(path("leaf.key")) + ", certificate = " + luaString(path("leaf.pem"));
    if (options().noTls13)
        tls += ", protocol = \"tlsv1_2\"";
    if (!options().clientRoots.isEmpty())
        tls += ", verify = { \"peer\" }, capath = false, cafile = " + luaString(options().clientRoots);
    QByteArray hosts = "VirtualHost " + luaString(domain()) + '\n';
    for (const ServerDomain &more : options().moreDomains)
        hosts += "VirtualHost " + luaString(more.name) + '\n' + more.configuration + '\n';
    // Accounts are kept in clear, so that every SASL mechanism can be offered.
    const QByteArray configuration = R"(
run_as_root = true
daemonize = false
interfaces = { "127.0.0.1" }
local_interfaces = { "127.0.0.1" }
modules_enabled = {
    "roster", "saslauth", "tls", "disco", "carbons", "pep", "blocklist", "vcard4", "vcard_legacy",
    "version", "uptime", "time", "ping", "mam", "smacks", "csi_simple", "bookmarks", )"
        + modules
        + R"(
}
modules_disabled = { "s2s", "s2s_auth_certs", "http", "https" }
authentication = "internal_plain"
storage = "internal"
c2s_require_encryption = true
limits = {}
log = { { levels = { min = "debug" }, to = "console" } }
)"
          "data_path = "
        + luaString(path("data")) + "\npidfile = " + luaString(path("prosody.pid"))
        + "\ncertificates = " + luaString(path("certificates")) + "\nssl = { " + tls + " }\nc2s_ports = { "
        + QByteArray::number(port()) + " }\nc2s_direct_tls_ports = { " + QByteArray::number(directTlsPort())
        + " }\nplugin_paths = { " + luaString(sourcePath(u"tests/support/prosody"_s))
        + " }\ntest_certificate = " + luaString(path("leaf.pem")) + "\n" + archives
        + options().extraConfiguration + '\n' + hosts;
    return write("certificates/.keep", {}) && write("prosody.cfg.lua", configuration);
}

RealServer::Program ProsodyServer::program() const
{
    return {.executable = u"prosody"_s,
            .arguments = {u"--config"_s, path("prosody.cfg.lua"), u"-F"_s},
            .environment = QProcessEnvironment::systemEnvironment()};
}

} // namespace tertulia::test
