// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestCertificates.h"

#include <QTcpServer>

namespace tertulia::test
{

/// A man in the middle: ends the client's TLS with a certificate of its own, begins another with the server,
/// and passes on what is said. Both ends speak direct TLS.
class InterceptingProxy : public QTcpServer
{
    Q_OBJECT
public:
    /// `identity` is what the client is shown; `target` the server's port of direct TLS on loopback.
    InterceptingProxy(TestIdentity identity, quint16 target);

    /// Everything the client said.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    TestIdentity m_identity;
    quint16 m_target;
    QByteArray m_heard;
};

} // namespace tertulia::test
