// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EjabberdServer.h"

#include "tests/support/EjabberdArchive.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kReady = "test accounts are ready";

bool isTame(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == u' '; });
}

/// Where Debian keeps Erlang libraries outside of Erlang itself: the folder that holds ejabberd-VERSION.
QString erlangLibraries()
{
    QDirIterator folders(u"/usr/lib"_s, {u"ejabberd-*"_s}, QDir::Dirs, QDirIterator::Subdirectories);
    return folders.hasNext() ? folders.nextFileInfo().path() : QString();
}

} // namespace

bool EjabberdServer::prepare()
{
    QByteArray pem;
    for (const char *part : {"leaf.pem", "leaf.key"}) {
        QFile file(path(part));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        pem += file.readAll();
    }
    QByteArray listener = R"(
    ip: "127.0.0.1"
    module: ejabberd_c2s
    shaper: none
    access: all
    max_stanza_size: 1048576
)";
    if (options().noTls13)
        listener += "    protocol_options:\n      - no_tlsv1_3\n";
    QByteArray archive = "    default: always\n";
    QByteArray tables;
    if (!options().archived.isEmpty()) {
        archive += "    db_type: sql\n";
        tables = "sql_type: sqlite\nsql_database: \"" + path("archive.db").toUtf8() + "\"\n";
        if (!fillEjabberdArchive(path("archive.db"), domain(), options().archived))
            return false;
    }
    if (!options().clientRoots.isEmpty())
        listener += "    tls_verify: true\n    cafile: \"" + options().clientRoots.toUtf8() + "\"\n";
    QByteArray ownConfigurations;
    for (const ServerDomain &more : options().moreDomains)
        if (!more.configuration.isEmpty())
            ownConfigurations += "  \"" + more.name.toUtf8() + "\":\n" + more.configuration;
    if (!ownConfigurations.isEmpty())
        ownConfigurations.prepend("host_config:\n");
    // Accounts are kept in clear, so that every SASL mechanism can be offered.
    const QByteArray configuration = "hosts:\n  - \"" + domains().join(u"\"\n  - \""_s).toUtf8() + R"("
loglevel: info
auth_method: internal
auth_password_format: plain
acme:
  auto: false
modules:
  mod_avatar: {}
  mod_blocking: {}
  mod_caps: {}
  mod_carboncopy: {}
  mod_client_state: {}
  mod_disco: {}
  mod_last: {}
  mod_mam:
)" + archive
        + R"(  mod_offline: {}
  mod_ping: {}
  mod_privacy: {}
  mod_private: {}
  mod_pubsub:
    access_createnode: all
    plugins:
      - flat
      - pep
  mod_roster:
    versioning: true
  mod_stream_mgmt:
    resend_on_timeout: if_offline
  mod_time: {}
  mod_vcard: {}
  mod_vcard_xupdate: {}
  mod_version: {}
)"
          "certfiles:\n  - \""
        + path("server.pem").toUtf8() + "\"\nlisten:\n  - port: " + QByteArray::number(port()) + listener
        + "    starttls_required: true\n  - port: " + QByteArray::number(directTlsPort()) + listener
        + "    tls: true\n" + tables + options().extraConfiguration + '\n' + ownConfigurations;
    return write("spool/.keep", {}) && write("server.pem", pem) && write("ejabberd.yml", configuration);
}

RealServer::Program EjabberdServer::program() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path("spool"));
    environment.insert(u"ERL_LIBS"_s, erlangLibraries());
    environment.insert(u"ERL_CRASH_DUMP"_s, path("spool/crash.dump"));
    environment.insert(u"EJABBERD_CONFIG_PATH"_s, path("ejabberd.yml"));
    environment.insert(u"EJABBERD_LOG_PATH"_s, path("spool/ejabberd.log"));
    QString accounts;
    for (const auto &user : options().users) {
        Q_ASSERT(isTame(user.name) && isTame(user.password));
        for (const QString &each : domains())
            accounts += u"ejabberd_auth:try_register(<<\""_s + user.name + u"\">>, <<\""_s + each
                + u"\">>, <<\""_s + user.password + u"\">>), "_s;
    }
    return {.executable = u"erl"_s,
            .arguments = {u"+K"_s, u"true"_s, u"+S"_s, u"2"_s, u"-noinput"_s, u"-mnesia"_s, u"dir"_s,
                          u'"' + path("spool") + u'"', u"-s"_s, u"ejabberd"_s, u"-eval"_s,
                          accounts + u"io:format(\"~n"_s + QLatin1String(kReady) + u"~n\")."_s},
            .environment = environment};
}

bool EjabberdServer::isReady() const
{
    return log().contains(kReady);
}

} // namespace tertulia::test
