// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/ClearDialog.h"

#include "core/session/Accounts.h"
#include "core/session/History.h"
#include "core/session/SessionChats.h"
#include "ui/history/HistoryText.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

void tell(const Result<qint64> &cleared, const std::function<void(const QString &)> &say)
{
    say(cleared ? HistoryText::cleared(*cleared) : errorLine(cleared.error()));
}

} // namespace

ClearDialog::ClearDialog(const QString &title, bool everything, QWidget *parent)
    : QDialog(parent)
    , m_age(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *heading = plainLabel(title, this);
    heading->setFont(Theme::current().font(1.1, QFont::Bold));
    auto *text = plainLabel(tr("They are removed from this computer for good, and are not fetched again. "
                               "The server and the others keep what they have."),
                            this);
    text->setMinimumWidth(Theme::current().px(340));
    m_age->setAccessibleName(tr("Which messages"));
    if (everything)
        m_age->addItem(tr("All messages"), 0);
    for (const auto &[words, months] :
         {std::pair(tr("Older than a month"), 1), std::pair(tr("Older than six months"), 6),
          std::pair(tr("Older than a year"), 12), std::pair(tr("Older than three years"), 36)})
        m_age->addItem(words, months);
    if (!everything)
        m_age->setCurrentIndex(m_age->findData(12));
    auto *clear = new QPushButton(tr("Remove messages"), this);
    clear->setProperty("danger", true);
    clear->setAutoDefault(false);
    auto *keep = new QPushButton(tr("Cancel"), this);
    keep->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(clear, &QPushButton::clicked, this, [this] {
        const int months = m_age->currentData().toInt();
        Q_EMIT confirmed(months > 0 ? QDateTime::currentDateTimeUtc().addMonths(-months) : QDateTime());
        accept();
    });
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(clear);
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(text);
    layout->addWidget(m_age);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    keep->setFocus();
}

void askToClearChat(Accounts &accounts, const ConversationKey &chat, const QString &name, QWidget *window,
                    const std::function<void(const QString &)> &say)
{
    auto *dialog
        = new ClearDialog(ClearDialog::tr("Remove messages with %1?").arg(shownName(name)), true, window);
    QObject::connect(dialog, &ClearDialog::confirmed, &accounts,
                     [&accounts, chat, say](const QDateTime &before) {
                         XmppSession *session = accounts.session(chat.account);
                         if (!session)
                             return;
                         session->chats()
                             .conversations()
                             .clear(chat.peer, before)
                             .then(&accounts, [say](const Result<qint64> &cleared) { tell(cleared, say); });
                     });
    dialog->open();
}

void askToClearAccount(XmppSession &session, QWidget *window, const std::function<void(const QString &)> &say)
{
    auto *dialog = new ClearDialog(
        ClearDialog::tr("Remove messages of %1?").arg(shownAddress(session.address().toString())), true,
        window);
    QObject::connect(dialog, &ClearDialog::confirmed, &session, [&session, say](const QDateTime &before) {
        session.chats().conversations().clearAll(before).then(
            &session, [say](const Result<qint64> &cleared) { tell(cleared, say); });
    });
    dialog->open();
}

void askToClearHistory(Accounts &accounts, QWidget *window, const std::function<void(const QString &)> &say)
{
    auto *dialog = new ClearDialog(ClearDialog::tr("Remove old messages of all chats?"), false, window);
    QObject::connect(dialog, &ClearDialog::confirmed, &accounts, [&accounts, say](const QDateTime &before) {
        accounts.history().clear(before).then(&accounts,
                                              [say](const Result<qint64> &cleared) { tell(cleared, say); });
    });
    dialog->open();
}

} // namespace tertulia
