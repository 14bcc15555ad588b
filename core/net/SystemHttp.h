// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpSource.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>

namespace tertulia
{

/// HttpSource over QNetworkAccessManager: one for each document, so that nothing is carried over.
class SystemHttp : public QObject, public HttpSource
{
    Q_OBJECT
public:
    /// `extraAuthorities` are trusted beside the system's.
    explicit SystemHttp(QList<QSslCertificate> extraAuthorities = {}, QObject *parent = nullptr);

    Task<QByteArray> get(const PublicDocument &document) override;

private:
    QList<QSslCertificate> m_extraAuthorities;
};

} // namespace tertulia
