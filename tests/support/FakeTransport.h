// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QPointer>

#include <deque>
#include <optional>

namespace tertulia
{

/// A transport whose other end is the test. TLS is pretended. Whatever happens reaches the program through
/// the event loop, in order, as the contract of Transport has it.
class FakeTransport : public Transport
{
    Q_OBJECT
public:
    /// What the program did with it; outlives it.
    struct Record {
        QByteArray written; ///< since the last look
        QByteArrayList writes; ///< the same, one by one
        bool gone = false; ///< closed or dropped by the program
        bool aborted = false;
    };

    explicit FakeTransport(std::shared_ptr<Record> record = std::make_shared<Record>());

    // Transport
    void open(const Endpoint &endpoint, const TlsPolicy &policy) override;
    void startTls() override;
    void write(const QByteArray &bytes) override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isSecured() const override { return m_secured; }
    [[nodiscard]] TlsFacts tlsFacts() const override;
    [[nodiscard]] QList<ChannelBinding> channelBindings() const override
    {
        return m_secured ? m_bindings : QList<ChannelBinding>();
    }
    [[nodiscard]] bool isMessaged() const override { return m_messaged; }
    [[nodiscard]] QString peerAddress() const override { return m_peerAddress; }

    // The other end.
    void acceptTcp(); ///< connected()
    void acceptTls(); ///< secured()
    /// None by default.
    void setChannelBindings(const QList<ChannelBinding> &bindings) { m_bindings = bindings; }
    /// It carries messages instead of a stream.
    void setMessaged() { m_messaged = true; }
    void setKey(const QByteArray &spkiSha256) { m_key = spkiSha256; }
    void rejectCertificate(const CertificateProblem &problem);
    void deliver(const QByteArray &bytes);
    void hangUp(bool clean);
    void breakDown(const Error &error);
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const TlsPolicy &policy() const { return m_policy; }
    /// Whether TLS was asked for and not yet given.
    [[nodiscard]] bool tlsWanted() const { return m_tlsWanted; }
    /// Closed or dropped by the program.
    [[nodiscard]] bool isGone() const { return m_record->gone; }
    [[nodiscard]] bool wasAborted() const { return m_record->aborted; }

private:
    void post(std::function<void()> event);

    Endpoint m_endpoint;
    TlsPolicy m_policy;
    std::shared_ptr<Record> m_record;
    QString m_peerAddress;
    QList<ChannelBinding> m_bindings;
    QByteArray m_key;
    bool m_messaged = false;
    bool m_tlsWanted = false;
    bool m_secured = false;
    bool m_over = false; ///< nothing more may be signalled
};

/// The network a stream sees: makes transports and lets the test hold their other ends.
class FakeNetwork
{
public:
    /// For StreamServices.
    [[nodiscard]] TransportFactory factory();
    /// The transport made last, or null if it is gone.
    [[nodiscard]] FakeTransport *last() const { return m_last; }
    /// That made as number `index`, or null if it is gone.
    [[nodiscard]] FakeTransport *at(qsizetype index) const { return m_all.value(index); }
    /// Everything the program wrote to it since the last call, also when it is gone.
    [[nodiscard]] QByteArray takeWritten();
    [[nodiscard]] QByteArrayList takeWrites();
    /// Whether the program closed or dropped it.
    [[nodiscard]] bool lastIsGone() const { return m_record->gone; }
    [[nodiscard]] bool lastWasAborted() const { return m_record->aborted; }
    [[nodiscard]] int made() const { return m_made; }

private:
    QPointer<FakeTransport> m_last;
    QList<QPointer<FakeTransport>> m_all;
    std::shared_ptr<FakeTransport::Record> m_record = std::make_shared<FakeTransport::Record>();
    int m_made = 0;
};

} // namespace tertulia
