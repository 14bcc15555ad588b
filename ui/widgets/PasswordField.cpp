// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PasswordField.h"

#include "ui/theme/Icons.h"

#include <QAction>

namespace tertulia
{

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
    , m_eye(addAction(QIcon(), TrailingPosition))
{
    setAccessibleName(tr("Password"));
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setMaxLength(1024);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &PasswordField::setShown);
    setShown(false);
}

void PasswordField::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    m_eye->setIcon(icon(shown ? Icons::EyeOff : Icons::Eye));
    m_eye->setText(shown ? tr("Hide password") : tr("Show password"));
    m_eye->setToolTip(m_eye->text());
}

void PasswordField::wipe()
{
    setText(QString(text().size(), u'x'));
    clear();
    m_eye->setChecked(false);
}

} // namespace tertulia
