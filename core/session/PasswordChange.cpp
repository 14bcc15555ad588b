// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PasswordChange.h"

#include "core/modules/xep0077_register/Register.h"
#include "core/sasl/SaslPrep.h"
#include "core/session/LogInSource.h"

#include <utility>

namespace tertulia
{

namespace
{

/// The request may have reached the server, or not.
bool isUnknown(ErrorCode code)
{
    return code == ErrorCode::NotConnected || code == ErrorCode::RequestTimedOut
        || code == ErrorCode::Cancelled;
}

} // namespace

PasswordChange::PasswordChange(const Account &account, LogInSource &logIn, SecretStore &secrets,
                               RegisterModule &server, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_logIn(logIn)
    , m_secrets(secrets)
    , m_server(server)
{
}

PasswordChange::~PasswordChange()
{
    m_current.fill(u'\0');
    m_wanted.fill(u'\0');
    if (m_state != State::Over)
        m_logIn.setChangeUnderWay(false);
}

Task<PasswordChanged> PasswordChange::start(const QString &current, const QString &wanted)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Confirming;
    m_current = current;
    m_wanted = wanted;
    auto task = m_promise.task();
    m_logIn.isPassword(current).then(this, [this](const Result<bool> &is) {
        if (!is || !*is) {
            finish(failure(ErrorCode::PasswordNotConfirmed));
            return;
        }
        // One that cannot be typed at a log-in would lock the person out.
        const auto prepared = saslPrep(m_wanted);
        if (m_wanted.isEmpty())
            finish(failure(ErrorCode::NewPasswordRefused));
        else if (!prepared)
            finish(Failure(prepared.error()));
        else
            storeNew();
    });
    return task;
}

void PasswordChange::storeNew()
{
    m_state = State::StoringNew;
    m_logIn.setChangeUnderWay(true);
    if (!m_account.remember) {
        askServer();
        return;
    }
    Q_EMIT twoPasswords(true);
    m_secrets.write(secretKey(m_account.id, SecretPurpose::NewPassword), m_wanted)
        .then(this, [this](const Result<void> &written) {
            if (written)
                askServer();
            else // a locked keychain may write it yet
                forgetNew(Failure(written.error()));
        });
}

void PasswordChange::askServer()
{
    m_state = State::AskingServer;
    m_server.changePassword(m_current, m_wanted).then(this, [this](const Result<void> &answer) {
        if (answer)
            promote();
        else if (isUnknown(answer.error().code) || !m_account.remember)
            finish(Failure(answer.error())); // the next log-in tells which one is right
        else
            forgetNew(Failure(answer.error()));
    });
}

void PasswordChange::promote()
{
    m_state = State::Promoting;
    m_logIn.replacePassword(m_wanted);
    if (!m_account.remember) {
        forgetToken();
        return;
    }
    m_secrets.write(secretKey(m_account.id, SecretPurpose::Password), m_wanted)
        .then(this, [this](const Result<void> &written) {
            m_changed.stored = written.has_value();
            if (!written)
                m_changed.notStored = written.error();
            forgetToken();
        });
}

void PasswordChange::forgetToken()
{
    // It would outlive the password for which it stood.
    m_logIn.forgetTokens().then(this, [this](const Result<bool> &forgotten) {
        m_changed.tokenForgotten = forgotten.value_or(false);
        clearUp();
    });
}

void PasswordChange::clearUp()
{
    if (m_changed.stored)
        forgetNew(m_changed);
    else
        finish(m_changed);
}

void PasswordChange::forgetNew(const Result<PasswordChanged> &outcome)
{
    m_secrets.remove(secretKey(m_account.id, SecretPurpose::NewPassword))
        .then(this, [this, outcome](const Result<void> &removed) {
            // Otherwise the next log-in clears it up.
            if (removed || removed.error().code == ErrorCode::SecretNotFound)
                Q_EMIT twoPasswords(false);
            finish(outcome);
        });
}

void PasswordChange::finish(const Result<PasswordChanged> &outcome)
{
    m_state = State::Over;
    m_logIn.setChangeUnderWay(false);
    m_promise.finish(outcome);
    Q_EMIT over();
}

} // namespace tertulia
