// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each mechanism and binding on each way to each server. README.md in this folder shows the whole as a table.
#include "tests/support/EjabberdServer.h"
#include "tests/support/LoginClient.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/ProxyServer.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

enum class Kind { Prosody, Ejabberd };
enum class Tls { V12, V13 };

/// What one domain of a server offers, and what has to come of it.
struct Cell {
    QByteArray label; ///< of its domain: "sha-256-exporter"
    QString mechanism; ///< of the log-in by password, certificate or nothing
    QString binding = {};
    LogInWay way = LogInWay::Password;
    QString token = {}; ///< mechanism of the log-in after that; empty: no token is given
    bool isSasl2 = false;
    QByteArray onlyBinding = {}; ///< that this end can do; empty: all
    bool allowPlain = false;
    /// Mechanism by WebSocket, where that is another one, and not bound. Empty: the server has none there.
    std::optional<QString> webSocket = {};
    QByteArray configuration = {}; ///< of its domain
};

/// How the server is reached.
struct Way {
    TransportSecurity security;
    ProxyKind proxy;
};

constexpr std::array kHashes{"SHA-1", "SHA-256", "SHA-512"};
const QByteArrayList kAllScram{"SCRAM-SHA-1",   "SCRAM-SHA-1-PLUS",   "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS",
                               "SCRAM-SHA-512", "SCRAM-SHA-512-PLUS", "PLAIN"};

/// All but SCRAM of this hash, and without its -PLUS too if it is not to be bound.
QByteArrayList allBut(const QByteArray &hash, bool bound)
{
    QByteArrayList others = kAllScram;
    others.removeOne("SCRAM-" + hash);
    if (bound)
        others.removeOne("SCRAM-" + hash + "-PLUS");
    return others;
}

QByteArray luaList(const QByteArrayList &words)
{
    return words.isEmpty() ? QByteArray("{}") : "{ \"" + words.join("\", \"") + "\" }";
}

QByteArray yamlList(const QByteArrayList &words)
{
    return "    disable_sasl_mechanisms:\n      - \"" + words.join("\"\n      - \"") + "\"\n";
}

QString plus(const QByteArray &hash, bool bound)
{
    return QString::fromLatin1("SCRAM-" + hash + (bound ? "-PLUS" : ""));
}

/// What Prosody 0.12 and prosody-modules of Debian 12 can do, and what tests/support/prosody lends them:
/// every binding but tls-unique on TLS 1.2, and SHA-512.
QList<Cell> prosodyCells(Tls tls)
{
    const QByteArrayList sasl2Modules{"sasl2", "sasl2_bind2", "sasl2_fast", "sasl2_sm", "test_sasl2"};
    QByteArrayList bindings{"", "tls-exporter", "tls-server-end-point"};
    if (tls == Tls::V12)
        bindings.append("tls-unique");
    const auto tokenFor = [](const QByteArray &binding) {
        return binding == "tls-exporter" ? u"HT-SHA-256-EXPR"_s
            : binding == "tls-unique"    ? u"HT-SHA-256-UNIQ"_s
            : binding.isEmpty()          ? u"HT-SHA-256-NONE"_s
                                         : u"HT-SHA-256-ENDP"_s;
    };
    QList<Cell> cells;
    for (const bool sasl2 : {false, true}) {
        for (const QByteArray hash : kHashes) {
            for (const QByteArray &binding : bindings) {
                const bool bound = !binding.isEmpty();
                Cell cell{.label
                          = hash.toLower() + '-' + (bound ? binding : "unbound") + (sasl2 ? "-sasl2" : ""),
                          .mechanism = plus(hash, bound),
                          .binding = QString::fromLatin1(binding),
                          .isSasl2 = sasl2};
                // Prosody's own tls-unique is from before XEP-0440.
                QByteArrayList modules;
                if (sasl2 || (bound && binding != "tls-unique"))
                    modules.append("test_bindings");
                if (hash == "SHA-512")
                    modules.append("test_sha512");
                if (sasl2) {
                    modules += sasl2Modules;
                    cell.token = tokenFor(binding);
                    cell.onlyBinding = bound ? binding : "none";
                } else if (!bound && tls == Tls::V12) {
                    // Not to offer what one could do is taken for an attack by both ends (RFC 5802 6).
                    cell.onlyBinding = "none";
                }
                cell.configuration = "modules_enabled = " + luaList(modules)
                    + "\ndisable_sasl_mechanisms = " + luaList(allBut(hash, bound))
                    + "\ntest_binding_types = " + luaList(bound ? QByteArrayList{binding} : QByteArrayList())
                    + "\ntest_binding_announced = " + (bound ? "true" : "false")
                    + "\nsasl2_fast_token_min_ttl = 0\n";
                cells.append(cell);
            }
        }
    }
    for (const bool sasl2 : {false, true}) {
        const QByteArray modules = "modules_enabled = "
            + luaList(sasl2 ? QByteArrayList{"test_bindings"} + sasl2Modules : QByteArrayList())
            + "\ntest_binding_types = {}\ntest_binding_announced = false\n";
        const QByteArray suffix = sasl2 ? "-sasl2" : "";
        cells.append(
            {.label = "plain" + suffix, .mechanism = u"PLAIN"_s, .isSasl2 = sasl2, .allowPlain = true});
        if (sasl2) {
            cells.last().token = tokenFor({});
            cells.last().onlyBinding = "none";
        }
        cells.last().configuration
            = modules + "disable_sasl_mechanisms = " + luaList(allBut("none", false).first(6)) + '\n';
        cells.append({.label = "external" + suffix,
                      .mechanism = u"EXTERNAL"_s,
                      .way = LogInWay::ClientCertificate,
                      .isSasl2 = sasl2});
        cells.last().configuration = modules + "authentication = \"ccert\"\n";
        cells.append({.label = "anonymous" + suffix,
                      .mechanism = u"ANONYMOUS"_s,
                      .way = LogInWay::Anonymous,
                      .isSasl2 = sasl2});
        cells.last().configuration = modules + "authentication = \"anonymous\"\n";
    }
    return cells;
}

/// ejabberd 23.01: tls-unique is its only binding, on TLS 1.3 too. What it knows of the TLS connection stays
/// behind its HTTP server, so by WebSocket it offers neither -PLUS nor EXTERNAL.
QList<Cell> ejabberdCells()
{
    QList<Cell> cells;
    for (const QByteArray hash : kHashes) {
        for (const bool bound : {false, true}) {
            Cell cell{.label = hash.toLower() + (bound ? "-unique" : "-unbound"),
                      .mechanism = plus(hash, bound),
                      .binding = bound ? u"tls-unique"_s : QString(),
                      .webSocket = plus(hash, false)};
            cell.configuration = yamlList(allBut(hash, bound));
            cells.append(cell);
        }
    }
    cells.append({.label = "plain", .mechanism = u"PLAIN"_s, .allowPlain = true});
    cells.last().configuration = yamlList(kAllScram.first(6));
    cells.append({.label = "external",
                  .mechanism = u"EXTERNAL"_s,
                  .way = LogInWay::ClientCertificate,
                  .webSocket = QString()});
    cells.append({.label = "anonymous", .mechanism = u"ANONYMOUS"_s, .way = LogInWay::Anonymous});
    cells.last().configuration = "    auth_method: [anonymous]\n    anonymous_protocol: sasl_anon\n";
    return cells;
}

QString domainOf(const Cell &cell)
{
    return QString::fromLatin1(cell.label) + u".example.org"_s;
}

} // namespace

Q_DECLARE_METATYPE(Cell)

class LoginMatrixTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QFile file(rootsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_clients.certificatePem());
    }

    // A function of its own for each server: QTest ends one that takes 5 min.
    void prosodyTls12_data() { rows(prosodyCells(Tls::V12)); }
    void prosodyTls12() { check(Kind::Prosody, Tls::V12); }
    void prosodyTls13_data() { rows(prosodyCells(Tls::V13)); }
    void prosodyTls13() { check(Kind::Prosody, Tls::V13); }
    void ejabberdTls12_data() { rows(ejabberdCells()); }
    void ejabberdTls12() { check(Kind::Ejabberd, Tls::V12); }
    void ejabberdTls13_data() { rows(ejabberdCells()); }
    void ejabberdTls13() { check(Kind::Ejabberd, Tls::V13); }

private:
    static void rows(const QList<Cell> &cells)
    {
        QTest::addColumn<Cell>("cell");
        for (const Cell &cell : cells)
            QTest::newRow(cell.label.constData()) << cell;
    }

    /// By STARTTLS, direct TLS and WebSocket, straight and through a SOCKS5 proxy; and once through an HTTP
    /// one.
    void check(Kind kind, Tls tls)
    {
        QFETCH(Cell, cell);
        QVERIFY(startServer(kind, tls));
        for (const auto security :
             {TransportSecurity::StartTls, TransportSecurity::DirectTls, TransportSecurity::WebSocket})
            for (const auto proxy : {ProxyKind::None, ProxyKind::Socks5})
                QCOMPARE(complaint(cell, {security, proxy}), QString());
        QCOMPARE(complaint(cell, {TransportSecurity::DirectTls, ProxyKind::Http}), QString());
        QVERIFY(!m_server->log().contains("Traceback"));
    }

    [[nodiscard]] QString rootsFile() const { return m_folder.filePath(u"clients.pem"_s); }

    /// One at a time: the one before is ended.
    bool startServer(Kind kind, Tls tls)
    {
        if (m_server && m_running == std::pair(kind, tls))
            return true;
        m_server.reset();
        m_running = {kind, tls};
        m_webSocketPort = freePort();
        const QByteArray number = QByteArray::number(m_webSocketPort);
        ServerOptions options;
        options.noTls13 = tls == Tls::V12;
        options.clientRoots = rootsFile();
        options.modules = {u"websocket"_s};
        for (const Cell &cell : kind == Kind::Prosody ? prosodyCells(tls) : ejabberdCells())
            options.moreDomains.append({domainOf(cell), cell.configuration});
        if (kind == Kind::Prosody) {
            options.extraConfiguration = "modules_disabled = { \"s2s\", \"s2s_auth_certs\" }\nhttp_ports = "
                                         "{}\nhttps_ports = { "
                + number + " }\nhttps_interfaces = { \"127.0.0.1\" }\n";
            m_server = std::make_unique<ProsodyServer>(options);
        } else {
            options.extraConfiguration = "  - port: " + number
                + "\n    ip: \"127.0.0.1\"\n    module: ejabberd_http\n    tls: true\n"
                + (options.noTls13 ? "    protocol_options:\n      - no_tlsv1_3\n" : "")
                + "    request_handlers:\n      /xmpp-websocket: ejabberd_http_ws\n";
            m_server = std::make_unique<EjabberdServer>(options);
        }
        if (!m_server->start())
            m_server.reset();
        return m_server != nullptr;
    }

    [[nodiscard]] std::unique_ptr<LoginClient> clientFor(const Cell &cell, TransportSecurity security)
    {
        std::optional<Endpoint> webSocket;
        if (security == TransportSecurity::WebSocket) {
            webSocket = Endpoint{domainOf(cell), m_webSocketPort, security};
            webSocket->path = u"/xmpp-websocket"_s;
        }
        auto client = std::make_unique<LoginClient>(*m_server,
                                                    webSocket ? SecurityChoice::Automatic
                                                        : security == TransportSecurity::DirectTls
                                                        ? SecurityChoice::DirectTls
                                                        : SecurityChoice::StartTls,
                                                    webSocket);
        client->onlyBinding = cell.onlyBinding;
        client->settings.account = *Jid::parse(
            cell.way == LogInWay::Anonymous ? domainOf(cell) : QString(u"ana@"_s + domainOf(cell)));
        client->settings.logInWay = cell.way;
        client->settings.allowPlain = cell.allowPlain;
        return client;
    }

    LogInSecrets secretsFor(const Cell &cell)
    {
        LogInSecrets secrets;
        if (cell.way == LogInWay::Password) {
            secrets.password = u"sesame"_s;
            secrets.wantsToken = true;
        } else if (cell.way == LogInWay::ClientCertificate) {
            CertificateWish wish;
            wish.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:ana@"_s + domainOf(cell)};
            const QString name = m_folder.filePath(u"ana.p12"_s);
            QFile file(name);
            if (file.open(QIODevice::WriteOnly))
                file.write(m_clients.issue(wish).pkcs12("open"));
            file.close();
            secrets.certificate
                = ClientCertificate::load(name, u"open"_s, QDateTime::currentDateTimeUtc()).value_or(nullptr);
        }
        return secrets;
    }

    /// What is not as it should be; nothing if all is well.
    QString complaint(const Cell &cell, const Way &way)
    {
        const bool webSocket = way.security == TransportSecurity::WebSocket;
        const auto client = clientFor(cell, way.security);
        ProxyServer proxy(way.proxy == ProxyKind::Http ? ProxyServer::Kind::Http : ProxyServer::Kind::Socks5);
        const quint16 nothing = freePort();
        proxy.ports = {{5222, webSocket ? nothing : m_server->port()},
                       {5223, webSocket ? nothing : m_server->directTlsPort()}};
        if (way.proxy != ProxyKind::None) {
            client->settings.host.clear();
            client->settings.port = 0;
            client->settings.proxy = {way.proxy, u"127.0.0.1"_s, proxy.serverPort(), {}};
        }
        const QString where = u"security %1, proxy %2: "_s.arg(int(way.security)).arg(int(way.proxy));
        if (cell.way == LogInWay::Password && way.proxy == ProxyKind::None
            && way.security == TransportSecurity::StartTls
            && (client->logsIn(u"open"_s) || client->error().code != ErrorCode::WrongPassword))
            return where + u"the wrong password"_s;
        auto mechanism = cell.mechanism;
        auto binding = cell.binding;
        if (webSocket && cell.webSocket) {
            mechanism = *cell.webSocket;
            binding.clear();
        }
        const bool online = client->logsInWith(secretsFor(cell));
        if (!online && mechanism.isEmpty() && client->error().code == ErrorCode::NoAcceptableMechanism)
            return {};
        if (!online)
            return where + u"error %1 %2"_s.arg(int(client->error().code)).arg(client->error().text);
        const XmppStream &stream = client->stream;
        const QString tls = m_running.second == Tls::V12 ? u"TLS 1.2"_s : u"TLS 1.3"_s;
        if (stream.mechanism() != mechanism || stream.bindingType() != binding)
            return where + stream.mechanism() + u' ' + stream.bindingType();
        if (stream.tlsFacts().protocol != tls || stream.endpoint().security != way.security
            || proxy.wanted().isEmpty() != (way.proxy == ProxyKind::None))
            return where + u"another way was taken"_s;
        if (stream.isSasl2() != cell.isSasl2 || !stream.isManaged())
            return where + u"another protocol was spoken"_s;
        if (client->token().mechanism != cell.token)
            return where + u"token of "_s + client->token().mechanism;
        if (cell.token.isEmpty())
            return {};
        client->stream.drop();
        if (!client->logsInWith({.token = client->token()}) || client->start() != StreamStart::Resumed
            || stream.mechanism() != cell.token || stream.bindingType() != cell.binding)
            return where + u"by token: "_s + stream.mechanism();
        return {};
    }

    QTemporaryDir m_folder;
    TestIdentity m_clients = TestIdentity::authority();
    std::unique_ptr<RealServer> m_server;
    std::pair<Kind, Tls> m_running;
    quint16 m_webSocketPort = 0;
};

QTEST_GUILESS_MAIN(LoginMatrixTest)
#include "tst_loginmatrix.moc"
