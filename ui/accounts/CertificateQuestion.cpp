// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/CertificateQuestion.h"

#include "ui/accounts/FactsGrid.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

CertificateQuestion::CertificateQuestion(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_remedy(new QLabel(this))
    , m_facts(new FactsGrid(this))
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
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_trust);
    buttons->addWidget(m_refuse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_remedy);
    layout->addWidget(m_facts);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_refuse, &QPushButton::clicked, this, &CertificateQuestion::refused);
    connect(m_trust, &QPushButton::clicked, this, &CertificateQuestion::trusted);
    const auto fonts = [this] { m_title->setFont(Theme::current().font(1.05, QFont::Bold)); };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
}

void CertificateQuestion::setProblem(const CertificateProblem &problem)
{
    Error error = problem.error;
    if (error.subject.isEmpty())
        error.subject = problem.domain;
    const ErrorText text = errorText(error);
    m_title->setText(text.sentence);
    m_remedy->setText(text.remedy);
    QStringList others;
    for (const ErrorCode code : problem.all)
        if (code != problem.error.code)
            others.append(errorText({code, problem.domain}).sentence);
    QList<Fact> facts{{tr("Server"), shownAddress(problem.domain)}};
    if (!others.isEmpty())
        facts.append({tr("Also"), others.join(u' ')});
    m_facts->setFacts(facts + certificateFacts(problem.certificate));
    m_trust->setVisible(problem.error.code != ErrorCode::CertificateChanged
                        && !problem.all.contains(ErrorCode::CertificateChanged));
}

void CertificateQuestion::focusDefault()
{
    m_refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace tertulia
