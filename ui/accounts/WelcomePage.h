// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace tertulia
{

/// What a newcomer sees first: three ways to begin. "I want an account" tells, for now in words, how to get
/// one.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// Hidden where there is nothing to try it with.
    void setTryItAvailable(bool available);
    /// For a further account: a way back to the chats.
    void setCancellable(bool cancellable);

Q_SIGNALS:
    void haveAccount();
    /// A private server on this machine with sample people.
    void tryItHere();
    void cancelled();

private:
    QWidget *makeChoices();
    QWidget *makeAdvice();

    QStackedWidget *m_pages;
    QWidget *m_tryIt = nullptr;
    QWidget *m_tryItToo = nullptr;
    QWidget *m_cancel = nullptr;
};

} // namespace tertulia
