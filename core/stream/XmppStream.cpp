// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/XmppStream.h"

#include "core/base/Log.h"
#include "core/stream/Negotiation.h"
#include "core/stream/OnlineStream.h"
#include "core/stream/Router.h"
#include "core/stream/StreamLimits.h"
#include "core/stream/StreamManagement.h"
#include "core/xml/KeptElement.h"
#include "core/xml/Namespaces.h"

#include <QMetaMethod>

#include <utility>

namespace tertulia
{

namespace
{

/// Real ones have a tenth of that.
constexpr qsizetype kMostKeptFeatures = 16 * 1024;

} // namespace

class XmppStream::Private
{
public:
    Private(XmppStream *stream, StreamServices standOn)
        : q(stream)
        , services(std::move(standOn))
        , router({services.clock, services.timers, services.ids}, [this](const Outgoing &outgoing) {
            if (online)
                online->send(outgoing);
        })
    {
    }

    void start(const ConnectionSettings &settings, const LogInSecrets &secrets);
    void watch(StreamChannel *channel);
    void onNegotiated();
    void onNegotiationFailed(const Error &error);
    void onEnded(const Error &error, bool mayResume);
    /// Leaves the stream, which may be resumed if management says so.
    void leave();
    void endLater();
    void drop();

    XmppStream *q;
    StreamServices services;
    StreamManagement management;
    Router router;
    Negotiation *negotiation = nullptr;
    OnlineStream *online = nullptr;
    StreamChannel *channel = nullptr;
    Jid account;
    Jid bound;
    TlsFacts tlsFacts;
    QString mechanism;
    QString bindingType;
    QString peerAddress;
    Endpoint endpoint;
    bool sasl2 = false;
    bool managed = false;
    int resumptions = 0;
    quint64 attempt = 0;
    std::function<void()> keepSent;
    bool restored = false; ///< the modules of this process have not lived on the stream to be resumed
};

void XmppStream::Private::start(const ConnectionSettings &settings, const LogInSecrets &secrets)
{
    drop();
    ++attempt;
    if (settings.account != account) {
        management.reset();
        bound = {};
        resumptions = 0;
        account = settings.account;
        router.setAccount(account);
    }
    tlsFacts = {};
    mechanism.clear();
    bindingType.clear();
    peerAddress.clear();
    sasl2 = false;
    managed = false;
    negotiation = new Negotiation(services, settings, secrets, management, bound, router.inlineFeatures(), q);
    if (management.canResume())
        negotiation->reach().setHint(management.location(), endpoint.security);
    QObject::connect(negotiation, &Negotiation::stepChanged, q, &XmppStream::stepChanged);
    QObject::connect(negotiation, &Negotiation::certificateRejected, q, &XmppStream::certificateRejected);
    QObject::connect(negotiation, &Negotiation::channelMade, q, [this](StreamChannel *made) { watch(made); });
    QObject::connect(negotiation, &Negotiation::tokenGiven, q, &XmppStream::tokenGiven);
    QObject::connect(negotiation, &Negotiation::tokenRefused, q, &XmppStream::tokenRefused);
    QObject::connect(negotiation, &Negotiation::finished, q, [this] { onNegotiated(); });
    QObject::connect(negotiation, &Negotiation::failed, q,
                     [this](const Error &error) { onNegotiationFailed(error); });
    negotiation->start();
}

void XmppStream::Private::watch(StreamChannel *made)
{
    channel = made;
    QObject::connect(made, &QObject::destroyed, q, [this, made] {
        if (channel == made)
            channel = nullptr;
    });
    QObject::connect(made, &StreamChannel::traffic, q, &XmppStream::xmlTraffic);
    made->setTrafficWatched(q->isSignalConnected(QMetaMethod::fromSignal(&XmppStream::xmlTraffic)));
}

void XmppStream::Private::onNegotiated()
{
    StreamOutcome outcome = negotiation->outcome();
    StreamChannel *ready = negotiation->takeChannel();
    negotiation->disconnect(q);
    std::exchange(negotiation, nullptr)->deleteLater();

    bound = outcome.bound;
    mechanism = outcome.mechanism;
    bindingType = outcome.bindingType;
    sasl2 = outcome.isSasl2;
    managed = management.isCounting();
    tlsFacts = ready->tlsFacts();
    peerAddress = ready->peerAddress();
    endpoint = outcome.endpoint;
    online = new OnlineStream(ready, {services.clock, services.timers, keepSent}, router, management, q);
    QObject::connect(online, &OnlineStream::ended, q,
                     [this](const Error &error, bool mayResume) { onEnded(error, mayResume); });
    if (outcome.start == StreamStart::Resumed) {
        ++resumptions;
        if (restored)
            outcome.start = StreamStart::Restored;
    }
    restored = false;

    // A module may close or drop the stream at any of these steps.
    const QPointer<OnlineStream> present(online);
    const QPointer<XmppStream> alive(q);
    // A stream that was resumed along with the log-in has those it began with.
    const bool newFeatures = outcome.start == StreamStart::Fresh || !outcome.features.isNull();
    const XmlElement &features = newFeatures ? outcome.features : router.streamFeatures();
    online->setPatienceOfServer(StreamLimits::fromFeatures(features).idle);
    const bool featuresMayFollow = sasl2 && outcome.start != StreamStart::Fresh;
    online->begin(outcome.again, featuresMayFollow);
    router.begin(outcome.start, bound, outcome.features, outcome.inlined);
    const auto isStill = [&] { return alive && present && online == present && router.isOnline(); };
    if (!isStill())
        return;
    Q_EMIT q->online(outcome.start);
    for (const XmlElement &stanza : outcome.early) {
        if (isStill())
            router.receive(stanza);
        if (isStill() && outcome.earlyCounts)
            management.received();
    }
}

void XmppStream::Private::onNegotiationFailed(const Error &error)
{
    negotiation->disconnect(q);
    std::exchange(negotiation, nullptr)->deleteLater();
    const QPointer<XmppStream> alive(q);
    const quint64 failed = attempt;
    leave();
    if (alive && attempt == failed)
        Q_EMIT q->ended(error, management.canResume());
}

void XmppStream::Private::onEnded(const Error &error, bool mayResume)
{
    online->disconnect(q);
    std::exchange(online, nullptr)->deleteLater();
    const QPointer<XmppStream> alive(q);
    const quint64 over = attempt;
    // First of all nobody may send any more: whose message ends as not connected would try it again at once.
    router.suspend();
    if (alive && !mayResume)
        management.reset();
    if (!alive || attempt != over)
        return;
    leave();
    if (alive && attempt == over)
        Q_EMIT q->ended(error, management.canResume());
}

void XmppStream::Private::leave()
{
    management.suspend();
    if (management.canResume())
        router.suspend();
    else
        router.end();
}

void XmppStream::Private::endLater()
{
    const quint64 closed = attempt;
    QMetaObject::invokeMethod(
        q,
        [this, closed] {
            if (attempt == closed && !negotiation && !online)
                Q_EMIT q->ended({ErrorCode::Cancelled}, false);
        },
        Qt::QueuedConnection);
}

void XmppStream::Private::drop()
{
    router.suspend(); // see onEnded()
    if (negotiation) {
        negotiation->disconnect(q);
        negotiation->cancel();
        std::exchange(negotiation, nullptr)->deleteLater();
    }
    if (online) {
        online->disconnect(q);
        online->drop();
        std::exchange(online, nullptr)->deleteLater();
    }
    leave();
}

XmppStream::XmppStream(StreamServices services, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(services)))
{
}

XmppStream::~XmppStream()
{
    d->drop();
    // They refer to what dies with us, before our children would.
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly));
}

ModuleHost &XmppStream::host()
{
    return d->router;
}

void XmppStream::setModules(std::vector<std::unique_ptr<Module>> modules)
{
    d->router.setModules(std::move(modules));
}

void XmppStream::setContactTest(std::function<bool(const Jid &)> isContact)
{
    d->router.setContactTest(std::move(isContact));
}

void XmppStream::setMessageWatch(MessageWatch watch)
{
    d->router.setMessageWatch(std::move(watch));
}

void XmppStream::setRoomTest(std::function<bool(const Jid &)> isJoinedRoom)
{
    d->router.setRoomTest(std::move(isJoinedRoom));
}

void XmppStream::setKeep(std::function<bool()> keep)
{
    d->management.setKeep(std::move(keep));
}

void XmppStream::setKeepSent(std::function<void()> keepSent)
{
    d->keepSent = std::move(keepSent);
}

KeptStream XmppStream::kept(qint64 from) const
{
    KeptStream kept = d->management.kept(from);
    kept.bound = d->bound;
    return kept;
}

qint64 XmppStream::firstKept() const
{
    return d->management.firstNumber();
}

QByteArray XmppStream::keptFeatures() const
{
    const QByteArray xml
        = d->router.streamFeatures().isNull() ? QByteArray() : d->router.streamFeatures().toXml();
    return xml.size() <= kMostKeptFeatures ? xml : QByteArray();
}

std::vector<std::pair<QString, Task<void>>> XmppStream::restore(const KeptStream &kept,
                                                                const QByteArray &features)
{
    Q_ASSERT(d->attempt == 0);
    d->management.restore(kept);
    d->bound = kept.bound;
    d->account = kept.bound.bare();
    d->router.setAccount(d->account);
    if (const auto known = keptElement(features); known && known->is(u"features", ns::kStream))
        d->router.restoreFeatures(*known);
    d->restored = true;
    return d->management.restoredMessages();
}

void XmppStream::takeBackTo(quint32 handled, const Error &error)
{
    if (d->management.handled() == handled)
        return;
    d->management.takeBackTo(handled);
    if (!d->online)
        return;
    d->online->drop();
    d->onEnded(error, true);
}

void XmppStream::start(const ConnectionSettings &settings, const LogInSecrets &secrets)
{
    d->start(settings, secrets);
}

void XmppStream::close()
{
    if (d->online) {
        d->router.suspend();
        if (d->online)
            d->online->close();
        return;
    }
    if (d->negotiation) {
        d->negotiation->disconnect(this);
        d->negotiation->cancel();
        std::exchange(d->negotiation, nullptr)->deleteLater();
    }
    d->management.reset();
    d->leave();
    d->endLater();
}

void XmppStream::drop()
{
    d->drop();
}

void XmppStream::acknowledge()
{
    if (d->online)
        d->online->acknowledge();
}

void XmppStream::probe()
{
    if (d->online)
        d->online->probe();
}

bool XmppStream::isOnline() const
{
    return d->router.isOnline();
}

const Jid &XmppStream::boundJid() const
{
    return d->bound;
}

TlsFacts XmppStream::tlsFacts() const
{
    return d->tlsFacts;
}

QString XmppStream::mechanism() const
{
    return d->mechanism;
}

QString XmppStream::bindingType() const
{
    return d->bindingType;
}

QString XmppStream::peerAddress() const
{
    return d->peerAddress;
}

bool XmppStream::isSasl2() const
{
    return d->sasl2;
}

bool XmppStream::isManaged() const
{
    return d->managed;
}

const Endpoint &XmppStream::endpoint() const
{
    return d->endpoint;
}

int XmppStream::resumptions() const
{
    return d->resumptions;
}

void XmppStream::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&XmppStream::xmlTraffic) && d->channel)
        d->channel->setTrafficWatched(true);
}

} // namespace tertulia
