// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/MessageInfo.h"

#include "core/base/Error.h"
#include "core/models/Roles.h"
#include "core/models/WireIds.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/text/XmlText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/MessageLayout.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QModelIndex>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

constexpr qsizetype kLongestSource = 20000;
constexpr int kSourceLines = 9;

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

/// What it looked like on the wire, to be read and copied.
class SourceView : public QPlainTextEdit
{
public:
    explicit SourceView(const QByteArray &source, QWidget *parent)
        : QPlainTextEdit(shownText(xmlInLines(QString::fromUtf8(source)), kLongestSource), parent)
    {
        setReadOnly(true);
        setTabChangesFocus(true);
        setLayoutDirection(Qt::LeftToRight);
        setAccessibleName(MessageInfoText::tr("XML source"));
        const auto fonts = [this] {
            QFont mono = Theme::current().font(0.93);
            mono.setFamilies(Theme::current().monoFamilies());
            setFont(mono);
            setMinimumHeight(QFontMetrics(mono).lineSpacing() * kSourceLines);
        };
        connect(&Theme::current(), &Theme::changed, this, fonts);
        fonts();
    }
};

void addSource(QVBoxLayout *layout, const QByteArray &source, QWidget *dialog)
{
    auto *title = new QLabel(MessageInfoText::tr("XML source"), dialog);
    title->setTextFormat(Qt::PlainText);
    layout->addWidget(title);
    if (source.isEmpty()) {
        auto *none = new QLabel(MessageInfoText::tr("Only known of messages that came or were sent since "
                                                    "Tertulia was started: it is kept nowhere."),
                                dialog);
        none->setTextFormat(Qt::PlainText);
        none->setWordWrap(true);
        none->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(none);
        return;
    }
    auto *view = new SourceView(source, dialog);
    auto *copy = new QPushButton(icon(Icons::Copy), MessageInfoText::tr("Copy source"), dialog);
    copy->setAutoDefault(false);
    QObject::connect(copy, &QPushButton::clicked, view,
                     [source] { QGuiApplication::clipboard()->setText(QString::fromUtf8(source)); });
    title->setBuddy(view);
    layout->addWidget(view, 1);
    layout->addWidget(copy, 0, Qt::AlignLeading);
}

} // namespace

void showMessageInfo(const QModelIndex &message, const QByteArray &source, QWidget *parent)
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
    auto *below = new QVBoxLayout;
    below->setSpacing(6);
    if (!message.data(roles::Retracted).toBool())
        addSource(below, source, dialog);
    all->addLayout(below, 1);
    all->addWidget(buttons);
    dialog->setMinimumWidth(Theme::current().px(source.isEmpty() ? 360 : 520));
    dialog->show();
}

} // namespace tertulia
