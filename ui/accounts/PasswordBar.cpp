// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PasswordBar.h"

#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/PasswordField.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tertulia
{

PasswordBar::PasswordBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_password(new PasswordField(this))
    , m_remember(new QCheckBox(tr("Remember password"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setBuddy(m_password);
    auto *logIn = new PrimaryButton(tr("Log in"), this);
    logIn->setAutoDefault(false);
    auto *later = new FlatButton(tr("Not now"), this);
    later->setAutoDefault(false);
    m_password->setMinimumWidth(120);
    m_password->setMaximumWidth(320);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addWidget(m_password, 1);
    row->addWidget(m_remember);
    row->addStretch();
    row->addWidget(later);
    row->addWidget(logIn);
    layout->addLayout(row);

    const auto give = [this] {
        if (m_password->text().isEmpty())
            return;
        const QString password = m_password->text();
        const bool remember = m_remember->isChecked();
        m_password->wipe();
        Q_EMIT given(password, remember);
    };
    connect(logIn, &QPushButton::clicked, this, give);
    connect(m_password, &QLineEdit::returnPressed, this, give);
    connect(later, &QPushButton::clicked, this, [this] {
        m_password->wipe();
        Q_EMIT dismissed();
    });
}

void PasswordBar::ask(const QString &address, const QString &reason, bool remember)
{
    const QString question = tr("Password of %1:").arg(shownAddress(address));
    m_text->setText(reason.isEmpty() ? question : reason + u'\n' + question);
    m_remember->setChecked(remember);
}

void PasswordBar::focusField()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

void PasswordBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().palette().pane);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().palette().line);
}

} // namespace tertulia
