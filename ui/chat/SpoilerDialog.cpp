// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SpoilerDialog.h"

#include "core/modules/xep0382_spoiler/Spoiler.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

SpoilerDialog::SpoilerDialog(QWidget *parent)
    : QDialog(parent)
    , m_hint(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send as a spoiler"));
    auto *words = new QLabel(tr("Others see this hint, and your message when they ask for it. Old programs "
                                "show the message at once."),
                             this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *label = new QLabel(tr("&Hint, if you like"), this);
    label->setBuddy(m_hint);
    m_hint->setAccessibleName(tr("Hint"));
    m_hint->setMaxLength(int(SpoilerModule::kMaxHint));
    m_hint->setPlaceholderText(tr("What it is about"));
    auto *buttons = new QDialogButtonBox(this);
    auto *send = new PrimaryButton(tr("&Send"), this);
    buttons->addButton(send, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    send->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_hint->text().simplified());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(20, 18, 20, 16);
    all->setSpacing(8);
    all->addWidget(words);
    all->addSpacing(4);
    all->addWidget(label);
    all->addWidget(m_hint);
    all->addSpacing(6);
    all->addWidget(buttons);
    setMinimumWidth(Theme::current().px(360));
    m_hint->setFocus();
}

} // namespace tertulia
