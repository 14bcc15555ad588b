// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ClientCertificate.h"

#include <QCoreApplication>
#include <QFile>
#include <QThreadPool>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qint64 kLargestFile = 1024 * 1024;

template <class T, auto Free>
struct Freed {
    void operator()(T *object) const { Free(object); }
};
template <class T, auto Free>
using Held = std::unique_ptr<T, Freed<T, Free>>;

using Certificate = Held<X509, X509_free>;
using Key = Held<EVP_PKEY, EVP_PKEY_free>;
using Bytes = Held<BIO, BIO_free_all>;
using Library = Held<OSSL_LIB_CTX, OSSL_LIB_CTX_free>;
using Provider = Held<OSSL_PROVIDER, OSSL_PROVIDER_unload>;
using Names = Held<GENERAL_NAMES, GENERAL_NAMES_free>;

void freeStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
using Stack = Held<STACK_OF(X509), freeStack>;

/// What a file held, before it is known to belong together.
struct Content {
    std::vector<Certificate> certificates;
    Key key;
};

Bytes reading(const QByteArray &bytes)
{
    return Bytes(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QByteArray derOf(X509 *certificate)
{
    const int size = i2d_X509(certificate, nullptr);
    QByteArray der(std::max(size, 0), '\0');
    auto *out = reinterpret_cast<uchar *>(der.data());
    i2d_X509(certificate, &out);
    return der;
}

/// The same in the library's default context, which outlives the one that it was read in.
template <class T, class Write, class Read>
T *rehomed(T *object, Write write, Read read)
{
    uchar *der = nullptr;
    const int size = write(object, &der);
    if (size <= 0)
        return nullptr;
    const uchar *in = der;
    T *copy = read(&in, size);
    OPENSSL_clear_free(der, size_t(size));
    return copy;
}

X509 *rehomed(X509 *certificate)
{
    return rehomed(certificate, i2d_X509,
                   [](const uchar **in, long size) { return d2i_X509(nullptr, in, size); });
}

/// nullopt: these bytes are no PKCS #12.
std::optional<Result<Content>> readPkcs12(const QByteArray &bytes, const QByteArray &passphrase,
                                          const QString &file)
{
    // What older programs write is encrypted in ways (RC2) that OpenSSL 3 keeps in a provider of its own. It
    // is loaded for this one reading.
    const Library library(OSSL_LIB_CTX_new());
    const Provider modern(OSSL_PROVIDER_load(library.get(), "default"));
    const Provider old(OSSL_PROVIDER_load(library.get(), "legacy"));
    PKCS12 *made = PKCS12_init_ex(NID_pkcs7_data, library.get(), nullptr);
    const Bytes in = reading(bytes);
    if (!d2i_PKCS12_bio(in.get(), &made)) {
        PKCS12_free(made); // null if the parser gave up, untouched if it was never asked
        return std::nullopt;
    }
    const Held<PKCS12, PKCS12_free> box(made);
    // No passphrase is written in two ways.
    const bool none = passphrase.isEmpty() && PKCS12_verify_mac(box.get(), nullptr, 0) == 1;
    if (!none && PKCS12_verify_mac(box.get(), passphrase.constData(), int(passphrase.size())) != 1)
        return failure(ErrorCode::ClientCertificateLocked, file);
    EVP_PKEY *key = nullptr;
    X509 *leaf = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(box.get(), none ? nullptr : passphrase.constData(), &key, &leaf, &others) != 1)
        return failure(ErrorCode::ClientCertificateUnusable, file);
    const Key keptKey(key);
    const Certificate keptLeaf(leaf);
    const Stack keptOthers(others);
    Content content;
    if (leaf)
        content.certificates.emplace_back(rehomed(leaf));
    for (int i = 0; others && i < sk_X509_num(others); ++i)
        content.certificates.emplace_back(rehomed(sk_X509_value(others, i)));
    if (key)
        content.key.reset(rehomed(key, i2d_PrivateKey, [](const uchar **from, long size) {
            return d2i_AutoPrivateKey(nullptr, from, size);
        }));
    std::erase(content.certificates, nullptr);
    return content;
}

struct Passphrase {
    const QByteArray &text;
    bool wanted = false;

    static int give(char *buffer, int size, int, void *self)
    {
        auto *passphrase = static_cast<Passphrase *>(self);
        passphrase->wanted = true;
        const int length = int(passphrase->text.size());
        if (length == 0 || length > size)
            return -1;
        std::memcpy(buffer, passphrase->text.constData(), size_t(length));
        return length;
    }
};

Result<Content> readPem(const QByteArray &bytes, const QByteArray &passphrase, const QString &file)
{
    Content content;
    for (const Bytes in = reading(bytes);;) {
        Certificate next(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
        if (!next)
            break;
        content.certificates.push_back(std::move(next));
    }
    Passphrase given{passphrase};
    const Bytes in = reading(bytes);
    content.key.reset(PEM_read_bio_PrivateKey(in.get(), nullptr, &Passphrase::give, &given));
    if (!content.key && given.wanted)
        return failure(ErrorCode::ClientCertificateLocked, file);
    if (content.certificates.empty())
        return failure(ErrorCode::ClientCertificateUnusable, file);
    return content;
}

Result<Content> readFile(const QString &file, const QByteArray &passphrase)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ClientCertificateMissing, file, source.errorString());
    if (source.size() > kLargestFile)
        return failure(ErrorCode::ClientCertificateUnusable, file);
    QByteArray bytes = source.read(kLargestFile);
    auto box = readPkcs12(bytes, passphrase, file);
    auto content = box ? std::move(*box) : readPem(bytes, passphrase, file);
    bytes.fill('\0');
    ERR_clear_error();
    return content;
}

QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

bool isValid(const X509 *certificate, const QDateTime &now)
{
    const QDateTime from = timeOf(X509_get0_notBefore(certificate));
    const QDateTime until = timeOf(X509_get0_notAfter(certificate));
    return from.isValid() && until.isValid() && from <= now && now <= until;
}

} // namespace

struct ClientCertificate::Parts {
    Certificate certificate;
    Key key;
    Stack others{sk_X509_new_null()}; ///< intermediates
};

ClientCertificate::ClientCertificate(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Result<ClientCertificate::Pointer> ClientCertificate::load(const QString &file, const QString &passphrase,
                                                           const QDateTime &now)
{
    QByteArray secret = passphrase.toUtf8();
    auto content = readFile(file, secret);
    secret.fill('\0');
    if (!content)
        return Failure(content.error());
    auto parts = std::make_unique<Parts>();
    parts->key = std::move(content->key);
    for (Certificate &each : content->certificates) {
        const bool isLeaf
            = parts->key && !parts->certificate && X509_check_private_key(each.get(), parts->key.get()) == 1;
        if (isLeaf)
            parts->certificate = std::move(each);
        else if (sk_X509_push(parts->others.get(), each.get()) > 0)
            std::ignore = each.release();
    }
    ERR_clear_error(); // each certificate that is not the key's own left a complaint
    if (!parts->certificate)
        return failure(ErrorCode::ClientCertificateWithoutKey, file);
    if (!isValid(parts->certificate.get(), now))
        return failure(ErrorCode::ClientCertificateExpired, file);
    return Pointer(new ClientCertificate(std::move(parts)));
}

Task<ClientCertificate::Pointer>
ClientCertificate::loadOnWorker(const QString &file, const QString &passphrase, const QDateTime &now)
{
    auto promise = std::make_shared<Promise<Pointer>>();
    auto task = promise->task();
    QObject *const mainThread = QCoreApplication::instance();
    QThreadPool::globalInstance()->start([=, secret = passphrase, promise = std::move(promise)]() mutable {
        auto loaded = std::make_shared<Result<Pointer>>(load(file, secret, now));
        OPENSSL_thread_stop(); // see deriveOnWorker()
        // The promise must neither complete nor die in this thread.
        QMetaObject::invokeMethod(
            mainThread, [promise = std::move(promise), loaded] { promise->finish(std::move(*loaded)); },
            Qt::QueuedConnection);
    });
    return task;
}

QSslCertificate ClientCertificate::certificate() const
{
    return QSslCertificate(derOf(m_parts->certificate.get()), QSsl::Der);
}

QList<Jid> ClientCertificate::addresses() const
{
    QList<Jid> addresses;
    const Names names(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(m_parts->certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type != GEN_OTHERNAME || OBJ_obj2nid(name->d.otherName->type_id) != NID_XmppAddr
            || name->d.otherName->value->type != V_ASN1_UTF8STRING)
            continue;
        const ASN1_STRING *text = name->d.otherName->value->value.utf8string;
        const auto address = Jid::parse(QString::fromUtf8(
            reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
        if (address)
            addresses.append(*address);
    }
    return addresses;
}

bool ClientCertificate::show(SSL *connection) const
{
    return SSL_use_certificate(connection, m_parts->certificate.get()) == 1
        && SSL_use_PrivateKey(connection, m_parts->key.get()) == 1
        && SSL_set1_chain(connection, m_parts->others.get()) == 1;
}

} // namespace tertulia
