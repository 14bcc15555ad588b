// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateNameCheck.h"

#include <QHostAddress>

#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Names = std::unique_ptr<GENERAL_NAMES, decltype(&GENERAL_NAMES_free)>;

/// Letters, digits, hyphens and underscores in labels of 1 to 63; nothing else may be compared, an embedded
/// NUL least of all.
bool isHostName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > 253)
        return false;
    qsizetype label = 0;
    for (const char c : name) {
        if (c == '.') {
            if (label == 0)
                return false;
            label = 0;
            continue;
        }
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
        if (!allowed || ++label > 63)
            return false;
    }
    return label > 0;
}

QByteArrayView viewOf(const ASN1_STRING *string)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string)};
}

/// Address octets as in an iPAddress, or empty if `domain` is a name.
QByteArray addressOctets(const QString &domain)
{
    QString literal = domain;
    if (literal.startsWith(u'[') && literal.endsWith(u']'))
        literal = literal.sliced(1, literal.size() - 2);
    QHostAddress address;
    if (!address.setAddress(literal))
        return {};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 ip = address.toIPv4Address();
        QByteArray octets;
        for (const int shift : {24, 16, 8, 0})
            octets.append(char((ip >> shift) & 0xFF));
        return octets;
    }
    const Q_IPV6ADDR ip = address.toIPv6Address();
    return {reinterpret_cast<const char *>(ip.c), 16};
}

/// The IA5String of an SRVName, or empty.
QByteArrayView serviceName(const OTHERNAME &other)
{
    static const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> kSrvName(
        OBJ_txt2obj("1.3.6.1.5.5.7.8.7", 1), &ASN1_OBJECT_free);
    if (OBJ_cmp(other.type_id, kSrvName.get()) != 0 || ASN1_TYPE_get(other.value) != V_ASN1_IA5STRING)
        return {};
    return viewOf(other.value->value.ia5string);
}

} // namespace

bool dnsNameMatches(QByteArrayView presented, const QString &domain)
{
    const QByteArray wanted = domain.toLatin1();
    if (!isHostName(wanted))
        return false;
    if (!presented.startsWith("*."))
        return isHostName(presented) && presented.compare(wanted, Qt::CaseInsensitive) == 0;

    const QByteArrayView parent = presented.sliced(2);
    if (!isHostName(parent) || !parent.contains('.'))
        return false; // *.org would cover everybody
    const qsizetype dot = wanted.indexOf('.');
    return dot > 0 && parent.compare(QByteArrayView(wanted).sliced(dot + 1), Qt::CaseInsensitive) == 0;
}

NameMatch certifiedBy(const QSslCertificate &certificate, const QString &domain)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const Certificate x509(d2i_X509(nullptr, &bytes, long(der.size())), &X509_free);
    if (!x509 || domain.isEmpty())
        return NameMatch::None;
    const Names names(
        static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(x509.get(), NID_subject_alt_name, nullptr, nullptr)),
        &GENERAL_NAMES_free);
    if (!names)
        return NameMatch::None;

    const QByteArray address = addressOctets(domain);
    NameMatch found = NameMatch::None;
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (!address.isEmpty()) {
            if (name->type == GEN_IPADD && viewOf(name->d.iPAddress) == address)
                return NameMatch::Address;
        } else if (name->type == GEN_DNS) {
            if (dnsNameMatches(viewOf(name->d.dNSName), domain))
                return NameMatch::DnsName;
        } else if (name->type == GEN_OTHERNAME) {
            constexpr QByteArrayView kService = "_xmpp-client.";
            const QByteArrayView service = serviceName(*name->d.otherName);
            if (service.first(std::min(service.size(), kService.size()))
                        .compare(kService, Qt::CaseInsensitive)
                    == 0
                && !service.contains('*') && dnsNameMatches(service.sliced(kService.size()), domain))
                found = NameMatch::ServiceName;
        }
    }
    return found;
}

} // namespace tertulia
