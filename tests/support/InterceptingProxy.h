// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestCertificates.h"

#include <QTcpServer>

namespace tertulia::test
{

/// A man in the middle: ends the client's TLS with a certificate of its own, begins another with the server,
/// and passes on what is said. Both begin with TLS at the same moment: at once, or when the server agrees to
/// STARTTLS.
class InterceptingProxy : public QTcpServer
{
    Q_OBJECT
public:
    enum class Begins { AtOnce, WithStartTls };

    /// `identity` is what the client is shown; `target` the server's port on loopback.
    InterceptingProxy(TestIdentity identity, quint16 target, Begins begins = Begins::AtOnce);

    /// Everything the client said, in the clear or not.
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    TestIdentity m_identity;
    quint16 m_target;
    Begins m_begins;
    QByteArray m_heard;
};

} // namespace tertulia::test
