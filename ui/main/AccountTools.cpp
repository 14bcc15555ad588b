// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/AccountTools.h"

#include "core/session/Accounts.h"
#include "ui/contacts/ImportDialog.h"
#include "ui/main/MainWindow.h"
#include "ui/profile/AddressCode.h"
#include "ui/profile/ProfileWindow.h"
#include "ui/text/PlainText.h"

#include <QCursor>
#include <QMenu>

namespace tertulia
{

AccountTools::AccountTools(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
}

void AccountTools::withAccount(const std::function<void(XmppSession &)> &act)
{
    const QList<XmppSession *> sessions = m_window.accounts().sessions();
    if (sessions.size() == 1)
        act(*sessions.constFirst());
    if (sessions.size() < 2)
        return;
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Which account?"));
    menu->addSection(tr("Which account?"));
    for (const XmppSession *session : sessions) {
        const QString id = session->accountId();
        menu->addAction(withoutMnemonic(shownAddress(session->address().toString())), this, [this, id, act] {
            if (XmppSession *chosen = m_window.accounts().session(id))
                act(*chosen);
        });
    }
    // Where the person looks already, also when a key brought them here.
    const QPoint pointer = QCursor::pos();
    menu->popup(m_window.frameGeometry().contains(pointer) ? pointer
                                                           : m_window.mapToGlobal(m_window.rect().center()));
}

void AccountTools::showProfile()
{
    withAccount([this](XmppSession &session) { (new ProfileWindow(session, &m_window))->open(); });
}

void AccountTools::showCode()
{
    withAccount([this](XmppSession &session) { (new AddressCode(session, &m_window))->open(); });
}

void AccountTools::importContacts()
{
    withAccount([this](XmppSession &session) {
        tertulia::importContacts(session, &m_window,
                                 [this](const QString &sentence) { m_window.say(sentence); });
    });
}

void AccountTools::exportContacts()
{
    withAccount([this](XmppSession &session) {
        tertulia::exportContacts(session, &m_window,
                                 [this](const QString &sentence) { m_window.say(sentence); });
    });
}

} // namespace tertulia
