// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/WelcomePage.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/StartPage.h"

#include <QDesktopServices>
#include <QLabel>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(makeChoices());
    m_pages->addWidget(makeAdvice());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setCancellable(false);
}

QWidget *WelcomePage::makeChoices()
{
    auto *page
        = new StartPage(tr("Welcome to Tertulia"), tr("Conversation in good company, over XMPP"), this);
    auto *have = new ChoiceCard(Icons::Key, tr("I have an account"),
                                tr("Log in with your XMPP address and password"), page);
    auto *want = new ChoiceCard(Icons::AddContact, tr("I want an account"),
                                tr("How to get an address; it is free and takes a few minutes"), page);
    auto *tryIt
        = new ChoiceCard(Icons::Computer, tr("Try it on this computer"),
                         tr("Talk between sample people on a private server of its own; nothing leaves this "
                            "computer"),
                         page);
    m_tryIt = tryIt;
    auto *cancel = new FlatButton(tr("Back to the chats"), page);
    m_cancel = cancel;
    for (QWidget *card :
         {static_cast<QWidget *>(have), static_cast<QWidget *>(want), static_cast<QWidget *>(tryIt)})
        page->body()->addWidget(card);
    page->body()->addWidget(cancel, 0, Qt::AlignCenter);
    connect(have, &QAbstractButton::clicked, this, &WelcomePage::haveAccount);
    connect(want, &QAbstractButton::clicked, this, [this] { m_pages->setCurrentIndex(1); });
    connect(tryIt, &QAbstractButton::clicked, this, &WelcomePage::tryItHere);
    connect(cancel, &QAbstractButton::clicked, this, &WelcomePage::cancelled);
    return page;
}

QWidget *WelcomePage::makeAdvice()
{
    auto *page = new StartPage(tr("Getting an account"), tr("An address looks like ana@example.org"), this);
    const QStringList lines{
        tr("Somebody near you may run a server: family, school, work or a club. Ask them first."),
        tr("Otherwise choose a public server. The list opens in your web browser and tells the country, "
           "rules and "
           "age of each."),
        tr("Register on the server's own page and note the address and the password."),
        tr("Come back here and choose “I have an account”."),
    };
    int number = 1;
    for (const QString &line : lines) {
        auto *label = new QLabel(page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setText(u"%1. %2"_s.arg(number++).arg(line));
        page->body()->addWidget(label);
    }
    page->body()->addSpacing(6);
    auto *list = new ChoiceCard(Icons::Search, tr("Open the list of servers"),
                                tr("providers.xmpp.net, in your web browser"), page);
    auto *tryIt
        = new ChoiceCard(Icons::Computer, tr("Try it on this computer"), tr("Without any account"), page);
    m_tryItToo = tryIt;
    page->body()->addWidget(list);
    page->body()->addWidget(tryIt);
    auto *back = new QPushButton(tr("Back"), page);
    page->body()->addWidget(back, 0, Qt::AlignTrailing);
    connect(list, &QAbstractButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl(u"https://providers.xmpp.net/"_s)); });
    connect(tryIt, &QAbstractButton::clicked, this, &WelcomePage::tryItHere);
    connect(back, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    return page;
}

void WelcomePage::setTryItAvailable(bool available)
{
    m_tryIt->setVisible(available);
    m_tryItToo->setVisible(available);
}

void WelcomePage::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

} // namespace tertulia
