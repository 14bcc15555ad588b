// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ChangePasswordDialog.h"

#include "ui/text/ErrorText.h"
#include "ui/text/PasswordHint.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/PasswordField.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

QString passwordChangedText(const PasswordChanged &changed)
{
    QStringList said{ChangePasswordDialog::tr("The password was changed.")};
    if (changed.stored)
        said << ChangePasswordDialog::tr("The new one is in the keychain.");
    else if (changed.notStored.code == ErrorCode::Cancelled)
        said << ChangePasswordDialog::tr("It is not kept here: you are asked for it the next time.");
    else
        said << ChangePasswordDialog::tr("It could not be kept, and works here until you quit. %1")
                    .arg(errorText(changed.notStored).sentence);
    if (changed.otherDevices > 0)
        said << ChangePasswordDialog::tr("%n other device(s) of this account must log in again with it.",
                                         nullptr, changed.otherDevices);
    return said.join(u' ');
}

ChangePasswordDialog::ChangePasswordDialog(XmppSession &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_form(new QWidget(this))
    , m_current(nullptr)
    , m_new(nullptr)
    , m_repeat(nullptr)
    , m_hint(new QLabel(m_form))
    , m_answer(new QLabel(this))
    , m_change(new PrimaryButton(tr("Change password"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change password"));
    const Theme &theme = Theme::current();
    auto *title
        = new QLabel(tr("Change the password of %1").arg(shownAddress(session.address().toString())), this);
    title->setFont(theme.font(1.15, QFont::Bold));
    auto *meaning = new QLabel(
        tr("The old password is void at once, on the server and in every other program and device that uses "
           "this account: they ask for the new one when they connect the next time."),
        this);
    meaning->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {title, meaning, m_hint, m_answer}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *fields = new QVBoxLayout(m_form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(4);
    m_current = addField(tr("&Current password"), tr("Current password"));
    m_new = addField(tr("&New password"), tr("New password"));
    m_repeat = addField(tr("New password, &repeated"), tr("New password, repeated"));
    fields->addWidget(m_hint);
    m_answer->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_change);
    m_close->setAutoDefault(false);
    m_change->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 18);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(meaning);
    layout->addWidget(m_form);
    layout->addWidget(m_answer);
    layout->addStretch();
    layout->addLayout(buttons);
    connect(m_change, &QPushButton::clicked, this, &ChangePasswordDialog::change);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    // The answer of the server comes too late for somebody who closed the window; the change goes on all the
    // same. An account that goes takes the window with it.
    connect(&session, &QObject::destroyed, this, [this] { delete this; });
    check();
    resize(theme.px(460), sizeHint().height());
}

PasswordField *ChangePasswordDialog::addField(const QString &title, const QString &name)
{
    auto *label = new QLabel(title, m_form);
    label->setTextFormat(Qt::PlainText);
    auto *field = new PasswordField(m_form);
    field->setAccessibleName(name);
    label->setBuddy(field);
    m_form->layout()->addWidget(label);
    m_form->layout()->addWidget(field);
    connect(field, &QLineEdit::textChanged, this, &ChangePasswordDialog::check);
    return field;
}

void ChangePasswordDialog::check()
{
    if (!m_current || !m_new || !m_repeat)
        return;
    const QString wanted = m_new->text();
    const bool differs = !m_repeat->text().isEmpty() && m_repeat->text() != wanted;
    QString hint = passwordHint(wanted, {m_session.address().localpart(), m_session.address().domain()});
    if (!wanted.isEmpty() && wanted == m_current->text())
        hint = tr("That is the current password.");
    else if (differs)
        hint = tr("The two new passwords are not the same yet.");
    m_hint->setText(hint);
    m_new->setAccessibleDescription(hint);
    m_change->setEnabled(!m_running && !m_current->text().isEmpty() && !wanted.isEmpty()
                         && m_repeat->text() == wanted && wanted != m_current->text());
}

void ChangePasswordDialog::change()
{
    if (!m_change->isEnabled())
        return;
    setRunning(true);
    tell(tr("Changing…"), false);
    m_session.changePassword(m_current->text(), m_new->text())
        .then(this, [this](const Result<PasswordChanged> &done) {
            setRunning(false);
            if (done) {
                onChanged(*done);
                return;
            }
            tell(errorLine(done.error()), true);
            m_current->setFocus(Qt::OtherFocusReason);
            m_current->selectAll();
        });
}

void ChangePasswordDialog::onChanged(const PasswordChanged &changed)
{
    for (PasswordField *field : {m_current, m_new, m_repeat})
        field->wipe();
    m_form->hide();
    m_change->hide();
    m_close->setText(tr("Close"));
    m_close->setFocus(Qt::OtherFocusReason);
    tell(passwordChangedText(changed), false);
}

void ChangePasswordDialog::setRunning(bool running)
{
    m_running = running;
    m_form->setEnabled(!running);
    m_close->setText(running ? tr("Close") : tr("Cancel"));
    check();
}

void ChangePasswordDialog::tell(const QString &text, bool failure)
{
    m_answer->setForegroundRole(failure ? QPalette::BrightText : QPalette::WindowText);
    m_answer->setText(text);
    m_answer->show();
    QAccessibleEvent event(m_answer, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace tertulia
