// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/Facts.h"

#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>
#include <QSslCertificate>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QString nameOf(const QSslCertificate &certificate, bool issuer)
{
    for (const auto info : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QStringList values = issuer ? certificate.issuerInfo(info) : certificate.subjectInfo(info);
        if (!values.isEmpty())
            return values.join(u", "_s);
    }
    return {};
}

} // namespace

QString groupedFingerprint(const QString &hexDigits)
{
    QString grouped;
    for (qsizetype i = 0; i < hexDigits.size(); ++i) {
        // Two lines of eight groups each can be compared without losing the place.
        if (i > 0 && i % 4 == 0)
            grouped += i % 32 == 0 ? u'\n' : u' ';
        grouped += hexDigits.at(i);
    }
    return grouped;
}

QList<Fact> certificateFacts(const QSslCertificate &certificate)
{
    QList<Fact> facts;
    if (certificate.isNull())
        return facts;
    const QLocale locale;
    const auto add = [&facts](const QString &name, const QString &value, bool code = false) {
        if (!value.isEmpty())
            facts.append({name, value, code});
    };
    add(Words::tr("Issued to"), shownLine(nameOf(certificate, false)));
    add(Words::tr("For the names"),
        shownLine(certificate.subjectAlternativeNames().values(QSsl::DnsEntry).join(u", "_s)));
    add(Words::tr("Issued by"), shownLine(nameOf(certificate, true)));
    if (certificate.effectiveDate().isValid())
        add(Words::tr("Valid"),
            Words::tr("%1 to %2", "dates")
                .arg(shortDate(certificate.effectiveDate().date(), locale),
                     shortDate(certificate.expiryDate().date(), locale)));
    add(Words::tr("SHA-256"),
        groupedFingerprint(QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex())),
        true);
    return facts;
}

QString factsAsText(const QList<Fact> &facts)
{
    QString text;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty())
            text += (text.isEmpty() ? QString() : u"\n"_s) + fact.name + u'\n';
        else if (fact.name.isEmpty())
            text += fact.value + u'\n';
        else
            text += fact.name + u": "_s + QString(fact.value).replace(u'\n', u' ') + u'\n';
    }
    return text;
}

} // namespace tertulia
