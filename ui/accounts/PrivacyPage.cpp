// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PrivacyPage.h"

#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

PrivacyPage::PrivacyPage(XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_privacy(session.chats().privacy())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *who = new QLabel(tr("My contacts may know"), this);
    who->setTextFormat(Qt::PlainText);
    layout->addWidget(who);
    add(tr("that I am writing"), Disclosure::Typing);
    add(tr("that their messages arrived"), Disclosure::Receipts);
    add(tr("that I have read their messages"), Disclosure::ReadMarkers);
    add(tr("which program I use"), Disclosure::Program);
    add(tr("what time it is where I am"), Disclosure::LocalTime);
    auto *note
        = new QLabel(tr("Nobody else is told any of it. A single chat can differ: see its details."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addSpacing(4);
    layout->addWidget(note);
    layout->addStretch();
    connect(&m_privacy, &Privacy::changed, this, &PrivacyPage::refresh);
    refresh();
}

void PrivacyPage::add(const QString &label, Disclosure what)
{
    auto *box = new QCheckBox(label, this);
    connect(box, &QCheckBox::clicked, this, [this, what](bool on) { m_privacy.setTells(what, on); });
    layout()->addWidget(box);
    m_boxes.append({box, what});
}

void PrivacyPage::refresh()
{
    for (const auto &[box, what] : m_boxes)
        box->setChecked(m_privacy.tells(what));
}

} // namespace tertulia
