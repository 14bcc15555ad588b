// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestCertificates.h"

#include <QTcpServer>
#include <QUrl>

#include <map>

namespace tertulia
{

/// A web server on loopback that speaks TLS alone and answers with bytes that the test wrote.
class WebServer : public QTcpServer
{
public:
    explicit WebServer(test::TestIdentity identity);

    /// "https://localhost:port" and this path.
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;

    /// Host (as the request names it, with a port that is not 443) and path to the whole answer.
    std::map<QByteArray, QByteArray> answers;
    /// What is not there; 404 to begin with.
    QByteArray otherwise;
    /// Answers nothing, and keeps the line.
    bool isSilent = false;
    QByteArrayList asked; ///< host and path
    QByteArrayList requests; ///< the same, whole

    static QByteArray ok(const QByteArray &body);
    static QByteArray moved(const QByteArray &where);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    test::TestIdentity m_identity;
};

} // namespace tertulia
