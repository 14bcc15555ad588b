// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeTransport.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

FakeTransport::FakeTransport(std::shared_ptr<Record> record)
    : m_record(std::move(record))
{
}

void FakeTransport::open(const Endpoint &endpoint, const TlsPolicy &policy)
{
    m_endpoint = endpoint;
    m_policy = policy;
    m_tlsWanted = endpoint.security == TransportSecurity::DirectTls;
}

void FakeTransport::startTls()
{
    m_tlsWanted = true;
}

void FakeTransport::write(const QByteArray &bytes)
{
    if (m_record->gone)
        return;
    m_record->written += bytes;
    m_record->writes.append(bytes);
}

void FakeTransport::close()
{
    if (m_record->gone)
        return;
    m_record->gone = true;
    post([this] {
        Q_EMIT closed(true);
        m_over = true;
    });
}

void FakeTransport::abort()
{
    m_record->gone = true;
    m_record->aborted = true;
    m_over = true;
}

TlsFacts FakeTransport::tlsFacts() const
{
    TlsFacts facts;
    if (m_secured) {
        facts.protocol = u"TLS 1.3"_s;
        facts.version = "0304";
        facts.spkiSha256 = m_key;
        facts.cipher = u"TLS_AES_256_GCM_SHA384"_s;
        facts.issuer = u"Test CA"_s;
    }
    return facts;
}

void FakeTransport::acceptTcp()
{
    post([this] {
        m_peerAddress = u"%1:%2"_s.arg(m_endpoint.address.toString()).arg(m_endpoint.port);
        Q_EMIT connected();
    });
}

void FakeTransport::acceptTls()
{
    post([this] {
        m_tlsWanted = false;
        m_secured = true;
        Q_EMIT secured();
    });
}

void FakeTransport::rejectCertificate(const CertificateProblem &problem)
{
    post([this, problem] {
        Q_EMIT certificateRejected(problem);
        m_over = true;
        Q_EMIT failed(problem.error);
    });
}

void FakeTransport::deliver(const QByteArray &bytes)
{
    post([this, bytes] {
        if (!m_record->gone)
            Q_EMIT received(bytes);
    });
}

void FakeTransport::hangUp(bool clean)
{
    post([this, clean] {
        m_over = true;
        Q_EMIT closed(clean);
    });
}

void FakeTransport::breakDown(const Error &error)
{
    post([this, error] {
        m_over = true;
        Q_EMIT failed(error);
    });
}

void FakeTransport::post(std::function<void()> event)
{
    QMetaObject::invokeMethod(
        this,
        [this, event = std::move(event)] {
            if (!m_over)
                event();
        },
        Qt::QueuedConnection);
}

TransportFactory FakeNetwork::factory()
{
    return [this]() -> std::unique_ptr<Transport> {
        m_record = std::make_shared<FakeTransport::Record>();
        auto transport = std::make_unique<FakeTransport>(m_record);
        m_last = transport.get();
        m_all.append(m_last);
        ++m_made;
        return transport;
    };
}

QByteArrayList FakeNetwork::takeWrites()
{
    m_record->written.clear();
    return std::exchange(m_record->writes, {});
}

QByteArray FakeNetwork::takeWritten()
{
    m_record->writes.clear();
    return std::exchange(m_record->written, {});
}

} // namespace tertulia
