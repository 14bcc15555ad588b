// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace tertulia
{

class Accounts;
class ConnectionStrip;
class FetchStrip;
class NoticeBar;
class PasswordBar;
class XmppSession;

/// The foot of the main window, where the accounts say what troubles them: a strip for each connection that
/// is not up, the question for a password, the question about a certificate, and notices; below them how far
/// the archives are fetched. Absent while all is well.
class AccountBars : public QWidget
{
    Q_OBJECT
public:
    /// `accounts` must outlive this.
    AccountBars(Accounts &accounts, QWidget *parent);

    /// Says a sentence about something that did not work.
    void say(const QString &sentence);
    /// Another page asks about certificates meanwhile.
    void setQuestionsElsewhere(bool elsewhere);
    /// What is shown, for the keyboard.
    [[nodiscard]] QList<QWidget *> panes() const;

Q_SIGNALS:
    void logInRequested(tertulia::XmppSession *session);
    void detailsRequested(tertulia::XmppSession *session);

private:
    void add(XmppSession *session);
    void remove(XmppSession *session);
    [[nodiscard]] bool needsBar(const XmppSession *session) const;
    void updatePasswordBar();
    void givePassword(const QString &password, std::optional<bool> remember);
    void askAboutCertificate(XmppSession *session);

    Accounts &m_accounts;
    QVBoxLayout *m_strips;
    NoticeBar *m_notice;
    PasswordBar *m_passwordBar;
    QHash<XmppSession *, ConnectionStrip *> m_connectionStrips;
    QHash<XmppSession *, FetchStrip *> m_fetchStrips;
    QPointer<XmppSession> m_asking;
    QPointer<XmppSession> m_typing; ///< rather than wait for the keychain
    QList<QPointer<XmppSession>> m_dismissed;
    QList<QPointer<XmppSession>> m_toldBindingLost;
    QPointer<QWidget> m_certificateBar;
    bool m_questionsElsewhere = false;
};

} // namespace tertulia
