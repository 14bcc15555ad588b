// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/MessageInfo.h"

#include "core/base/Error.h"
#include "core/models/Roles.h"
#include "core/models/WireIds.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/MessageLayout.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QModelIndex>

namespace tertulia
{

namespace
{

struct MessageInfoText {
    Q_DECLARE_TR_FUNCTIONS(tertulia::MessageInfo)
};

void addFact(QFormLayout *form, const QString &title, const QString &fact)
{
    if (fact.isEmpty())
        return;
    auto *value = new QLabel(fact);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(title);
    form->addRow(title, value);
}

/// What programs and servers call it, for who looks for it there.
void addWireFacts(QFormLayout *form, const QModelIndex &message)
{
    const auto ids = message.data(roles::WireIds).value<WireIds>();
    addFact(form, MessageInfoText::tr("Markers"),
            message.data(roles::Markable).toBool() ? MessageInfoText::tr("asked for") : QString());
    addFact(form, MessageInfoText::tr("Message id"), shownAddress(ids.message));
    if (ids.origin != ids.message)
        addFact(form, MessageInfoText::tr("Origin id"), shownAddress(ids.origin));
    addFact(form, MessageInfoText::tr("Archive id"), shownAddress(ids.stanza));
    if (!ids.stanza.isEmpty())
        addFact(form, MessageInfoText::tr("Archive of"), shownAddress(ids.stanzaBy));
}

} // namespace

void showMessageInfo(const QModelIndex &message, QWidget *parent)
{
    if (!message.isValid())
        return;
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MessageInfoText::tr("Message info"));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    form->setHorizontalSpacing(20);
    addFact(form, MessageInfoText::tr("From"), shownName(message.data(roles::SenderName).toString()));
    addFact(form, MessageInfoText::tr("Address"), shownAddress(message.data(roles::Sender).toString()));
    addFact(form, MessageInfoText::tr("Said"),
            fullTime(message.data(roles::Time).toDateTime().toLocalTime()));
    if (message.data(roles::Delayed).toBool())
        addFact(form, MessageInfoText::tr("Arrived"), MessageInfoText::tr("later than it was said"));
    const auto state = DeliveryState(message.data(roles::State).toInt());
    addFact(form, MessageInfoText::tr("State"), MessageLayout::stateText(state));
    if (state == DeliveryState::Failed)
        addFact(form, MessageInfoText::tr("Reason"),
                errorLine(message.data(roles::FailureError).value<Error>()));
    const QDateTime sendAt = message.data(roles::SendAt).toDateTime();
    if (sendAt.isValid())
        addFact(form, MessageInfoText::tr("To be sent"), fullTime(sendAt.toLocalTime()));
    addFact(form, MessageInfoText::tr("Encryption"), MessageInfoText::tr("none"));
    addWireFacts(form, message);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto *all = new QVBoxLayout(dialog);
    all->setContentsMargins(20, 18, 20, 16);
    all->setSpacing(16);
    all->addLayout(form);
    all->addWidget(buttons);
    dialog->setMinimumWidth(360);
    dialog->show();
}

} // namespace tertulia
