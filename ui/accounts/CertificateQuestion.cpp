// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/CertificateQuestion.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSslCertificate>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

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

CertificateQuestion::CertificateQuestion(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_remedy(new QLabel(this))
    , m_facts(new QGridLayout)
    , m_refuse(new PrimaryButton(tr("Do not connect"), this))
    , m_trust(new QPushButton(tr("Trust this certificate only"), this))
{
    for (QLabel *label : {m_title, m_remedy}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_remedy->setForegroundRole(QPalette::PlaceholderText);
    m_refuse->setDefault(true);
    m_trust->setAutoDefault(false);
    m_facts->setColumnStretch(1, 1);
    m_facts->setHorizontalSpacing(14);
    m_facts->setVerticalSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_trust);
    buttons->addWidget(m_refuse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_remedy);
    layout->addLayout(m_facts);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_refuse, &QPushButton::clicked, this, &CertificateQuestion::refused);
    connect(m_trust, &QPushButton::clicked, this, &CertificateQuestion::trusted);
    const auto fonts = [this] { m_title->setFont(Theme::current().font(1.05, QFont::Bold)); };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
}

void CertificateQuestion::addFact(const QString &name, const QString &value, bool code)
{
    if (value.isEmpty())
        return;
    const int row = m_facts->rowCount();
    auto *title = new QLabel(name, this);
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *fact = new QLabel(this);
    fact->setTextFormat(Qt::PlainText);
    fact->setWordWrap(!code); // a fingerprint has its own lines
    fact->setText(value);
    fact->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact->setAccessibleName(name + u": "_s + value);
    if (code) {
        QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(Theme::current().px(12.5));
        fact->setFont(font);
        fact->setLayoutDirection(Qt::LeftToRight);
    }
    m_facts->addWidget(title, row, 0, Qt::AlignTop);
    m_facts->addWidget(fact, row, 1, Qt::AlignTop);
}

void CertificateQuestion::setProblem(const CertificateProblem &problem)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    Error error = problem.error;
    if (error.subject.isEmpty())
        error.subject = problem.domain;
    const ErrorText text = errorText(error);
    m_title->setText(text.sentence);
    m_remedy->setText(text.remedy);
    const QLocale locale;
    addFact(tr("Server"), shownAddress(problem.domain));
    QStringList others;
    for (const ErrorCode code : problem.all)
        if (code != problem.error.code)
            others.append(errorText({code, problem.domain}).sentence);
    addFact(tr("Also"), others.join(u' '));
    addFact(tr("Issued to"), shownLine(nameOf(problem.certificate, false)));
    addFact(tr("Issued by"), shownLine(nameOf(problem.certificate, true)));
    if (problem.certificate.effectiveDate().isValid())
        addFact(tr("Valid"),
                tr("%1 to %2", "dates")
                    .arg(locale.toString(problem.certificate.effectiveDate().date(), QLocale::ShortFormat),
                         locale.toString(problem.certificate.expiryDate().date(), QLocale::ShortFormat)));
    addFact(tr("SHA-256"), groupedFingerprint(problem.fingerprint()), true);
    m_trust->setVisible(problem.error.code != ErrorCode::CertificateChanged
                        && !problem.all.contains(ErrorCode::CertificateChanged));
}

void CertificateQuestion::focusDefault()
{
    m_refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace tertulia
