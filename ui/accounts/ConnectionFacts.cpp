// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ConnectionFacts.h"

#include "ui/text/PlainText.h"

#include <QCoreApplication>
#include <QLocale>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Chains are short; a longer one is somebody's joke.
constexpr qsizetype kMostCertificates = 8;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionFacts)
};

QString grouped(const QByteArray &digest)
{
    return groupedFingerprint(QString::fromLatin1(digest.toHex()));
}

class Collector
{
public:
    void heading(const QString &text) { m_heading = text; }
    void add(const QString &name, const QString &value, bool code = false)
    {
        if (value.isEmpty())
            return;
        begin();
        facts.append({name, value, code});
    }
    void add(const QList<Fact> &more)
    {
        if (more.isEmpty())
            return;
        begin();
        facts.append(more);
    }

    QList<Fact> facts;

private:
    /// A heading without anything below it is not shown.
    void begin()
    {
        if (!m_heading.isEmpty())
            facts.append({std::exchange(m_heading, QString()), {}});
    }
    QString m_heading;
};

void addWay(Collector &to, const ConnectionDetails &details)
{
    to.heading(Words::tr("Connection"));
    to.add(Words::tr("Server"), shownAddress(shownLine(details.server)));
    to.add(Words::tr("Address reached"), shownAddress(shownLine(details.address)));
    to.add(Words::tr("Proxy"), details.proxy.isEmpty() ? Words::tr("None") : shownLine(details.proxy));
    to.add(Words::tr("Stream management"),
           details.managed ? Words::tr("On: a cut loses no message") : Words::tr("Off"));
    to.add(Words::tr("Resumed"), Words::tr("%n time(s)", "resumed connections", details.resumptions));
}

QString beginningText(TransportSecurity security)
{
    switch (security) {
    case TransportSecurity::StartTls:
        return Words::tr("STARTTLS");
    case TransportSecurity::DirectTls:
        return Words::tr("Direct TLS");
    case TransportSecurity::WebSocket:
        return Words::tr("Direct TLS, as a WebSocket");
    }
    return {};
}

void addEncryption(Collector &to, const ConnectionDetails &details)
{
    to.heading(Words::tr("Encryption"));
    to.add(Words::tr("Protocol"), details.tls.protocol);
    to.add(Words::tr("Cipher"), details.tls.cipher);
    if (!details.tls.protocol.isEmpty())
        to.add(Words::tr("Begun by"), beginningText(details.security));
}

QString bindingText(const ConnectionDetails &details)
{
    if (!details.bindingType.isEmpty())
        return shownLine(details.bindingType);
    return details.bindingLost
        ? Words::tr("None, although it worked before. Somebody may be in between, or the server has changed.")
        : Words::tr("None");
}

void addLogIn(Collector &to, const ConnectionDetails &details)
{
    if (details.mechanism.isEmpty())
        return;
    to.heading(Words::tr("Log-in"));
    to.add(Words::tr("Mechanism"), shownLine(details.mechanism));
    to.add(Words::tr("Channel binding"), bindingText(details));
    to.add(Words::tr("Protocol"), details.isSasl2 ? u"SASL 2 (XEP-0388)"_s : u"SASL (RFC 6120)"_s);
}

void addCertificates(Collector &to, const ConnectionDetails &details)
{
    int number = 0;
    for (const QSslCertificate &certificate :
         details.tls.chain.first(std::min(details.tls.chain.size(), kMostCertificates))) {
        to.heading(number == 0 ? Words::tr("Certificate of the server")
                               : Words::tr("Certificate of issuer %1").arg(number));
        to.add(certificateFacts(certificate));
        ++number;
    }
    to.heading(Words::tr("Key of the server"));
    to.add(Words::tr("SHA-256"), grouped(details.tls.spkiSha256), true);
}

void addKeyChanges(Collector &to, const ConnectionDetails &details)
{
    to.heading(Words::tr("Changes of the server’s key"));
    if (details.keyChanges.isEmpty())
        to.add({{{}, Words::tr("None has been seen.")}});
    for (const KeyChange &change : details.keyChanges) {
        to.add(Words::tr("On"), QLocale().toString(change.when.toLocalTime(), QLocale::ShortFormat));
        to.add(Words::tr("Before"), grouped(change.before), true);
        to.add(Words::tr("After"), grouped(change.after), true);
    }
}

} // namespace

QList<Fact> connectionFacts(const ConnectionDetails &details, SessionState state)
{
    Collector all;
    const bool never = details.server.isEmpty() && details.tls.protocol.isEmpty();
    if (never)
        return {{{}, Words::tr("There has been no connection since Tertulia was started.")}};
    if (state != SessionState::Online)
        all.facts.append({{}, Words::tr("Not connected now. This is about the last connection.")});
    addWay(all, details);
    addEncryption(all, details);
    addLogIn(all, details);
    addCertificates(all, details);
    addKeyChanges(all, details);
    return all.facts;
}

QString bindingLostText(const QString &address)
{
    return Words::tr("The log-in of %1 is no longer tied to its encrypted connection, as it was before. "
                     "Somebody may be in between, or the server has changed. The details of the connection "
                     "tell more.")
        .arg(shownAddress(address));
}

} // namespace tertulia
