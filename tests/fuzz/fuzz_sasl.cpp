// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes as a server's side of a log-in, by XEP-0388 or RFC 6120, with a password or a token: a server
// that knows neither is never believed, and learns neither. The first byte decides what the client brings.
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/stream/LogIn.h"
#include "core/stream/StreamChannel.h"
#include "core/stream/StreamManagement.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLoggingCategory>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kPassword = u"a password of this run"_s;
const QString kToken = u"a token of this run"_s;

[[noreturn]] void found(const char *what)
{
    qCritical("%s", what);
    std::abort();
}

/// A secured line whose other end is the input.
class Wire : public Transport
{
public:
    explicit Wire(bool bound)
        : m_bound(bound)
    {
    }
    void open(const Endpoint &, const TlsPolicy &) override { }
    void startTls() override { }
    void write(const QByteArray &bytes) override { said += bytes; }
    void close() override { Q_EMIT closed(true); } // who leaves waits for it
    void abort() override { }
    [[nodiscard]] bool isSecured() const override { return true; }
    [[nodiscard]] TlsFacts tlsFacts() const override { return {}; }
    [[nodiscard]] QList<ChannelBinding> channelBindings() const override
    {
        return m_bound ? QList<ChannelBinding>{{"tls-exporter", "bytes of the exporter"}}
                       : QList<ChannelBinding>();
    }
    [[nodiscard]] QString peerAddress() const override { return {}; }

    QByteArray said;

private:
    bool m_bound;
};

class StoppedClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC); }
    [[nodiscard]] qint64 monotonicMs() const override { return 0; }
};

class NoTimers : public TimerSource
{
public:
    [[nodiscard]] TimerHandle after(std::chrono::milliseconds, std::function<void()>) override { return {}; }
};

class SameId : public IdSource
{
public:
    [[nodiscard]] QString next() override { return u"abc"_s; }
    [[nodiscard]] double fraction() override { return 0; }
};

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication application(*argc, *argv);
    QLoggingCategory::setFilterRules(u"tertulia.*=false"_s);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const bool bound = data[0] & 1;
    const bool byToken = data[0] & 2;
    const bool resumes = data[0] & 4;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size) - 1);

    StoppedClock clock;
    NoTimers timers;
    SameId ids;
    StreamManagement management;
    ConnectionSettings settings;
    settings.account = *Jid::parse(u"ana@example.org"_s);
    settings.userAgentId = u"5f9b3c1e-0c5e-4f60-9f3a-1d2c3b4a5e6f"_s;
    settings.allowPlain = true;
    settings.scramWorked = true; // so that PLAIN is not a way to give the password away
    KeptStream kept;
    kept.id = u"sm-id"_s;
    if (resumes)
        management.restore(kept);
    LogInSecrets secrets;
    secrets.wantsToken = true;
    if (byToken)
        secrets.token = {bound ? u"HT-SHA-256-EXPR"_s : u"HT-SHA-256-NONE"_s, kToken,
                         QDateTime(QDate(2099, 1, 1), QTime(), Qt::UTC)};
    else
        secrets.password = kPassword;

    auto transport = std::make_unique<Wire>(bound);
    Wire *const wire = transport.get();
    QByteArray said;
    {
        StreamChannel channel(std::move(transport), timers);
        LogIn logIn({channel, clock, timers, ids, management, *Jid::parse(u"ana@example.org/desk"_s), {}},
                    settings, secrets);
        bool begun = false;
        bool over = false;
        QObject::connect(&channel, &StreamChannel::headerReceived, &channel, [&](const XmlElement &header) {
            if (begun && !over)
                logIn.takeHeader(header);
        });
        QObject::connect(&channel, &StreamChannel::elementReceived, &channel, [&](const XmlElement &element) {
            if (over)
                return;
            if (std::exchange(begun, true))
                logIn.take(element);
            else
                logIn.start(element);
        });
        QObject::connect(&logIn, &LogIn::finished, [] { found("online at a server that knows no secret"); });
        QObject::connect(&logIn, &LogIn::tokenGiven,
                         [] { found("took a token of a server that knows no secret"); });
        QObject::connect(&logIn, &LogIn::failed, &logIn, [&](const Error &) { over = true; });
        channel.openStream({}, u"example.org"_s, XmlLimits::beforeAuthentication());
        Q_EMIT wire->received(
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
            "version='1.0'>");
        if (!over)
            Q_EMIT wire->received(bytes);
        said = wire->said;
        channel.disconnect(&logIn);
    }
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const QString &secret : {kPassword, kToken})
        if (said.contains(secret.toUtf8()) || said.contains(secret.toUtf8().toBase64().chopped(4)))
            found("a secret was said");
    if (said.contains("PLAIN"))
        found("PLAIN after SCRAM");
    if (said.contains("<hash"))
        found("a better hash was told to a server that has proven nothing");
    return 0;
}
