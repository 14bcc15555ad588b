// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/XmlConsole.h"

#include "core/session/Accounts.h"
#include "core/session/XmlTraffic.h"
#include "core/session/XmppSession.h"
#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/text/PlainText.h"
#include "ui/text/XmlText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/SearchField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Of one piece: a picture in base64 says nothing that its beginning does not.
constexpr qsizetype kLongest = 20000;
constexpr int kFieldLines = 4;

QString faultText(XmlFault fault)
{
    switch (fault) {
    case XmlFault::Unfinished:
        return XmlConsole::tr("This is not complete yet.");
    case XmlFault::Broken:
        return XmlConsole::tr("This is not well-formed XML.");
    case XmlFault::NotOne:
        return XmlConsole::tr("Write exactly one element, without text beside it.");
    case XmlFault::NotAStanza:
        return XmlConsole::tr("Only a message, a presence or a request (iq of type get or set) can be sent.");
    case XmlFault::NotOnline:
        return XmlConsole::tr("The account is not online.");
    }
    return {};
}

} // namespace

XmlConsole::XmlConsole(Accounts &accounts, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_account(new QComboBox(this))
    , m_filter(new SearchField(tr("Show only what contains"), this))
    , m_pause(new QCheckBox(tr("&Pause"), this))
    , m_clear(new QPushButton(tr("&Clear"), this))
    , m_view(new QPlainTextEdit(this))
    , m_field(new QPlainTextEdit(this))
    , m_trouble(new QLabel(this))
    , m_send(new PrimaryButton(tr("&Send"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("XML console"));
    build();
    for (const XmppSession *session : accounts.sessions())
        m_account->addItem(shownAddress(session->address().toString()), session->accountId());
    m_account->setVisible(m_account->count() > 1);
    connect(m_account, &QComboBox::currentIndexChanged, this,
            [this] { listen(m_accounts.session(m_account->currentData().toString())); });
    connect(&accounts, &Accounts::aboutToRemove, this, [this](XmppSession *session) {
        if (session == m_session)
            close();
        else
            m_account->removeItem(m_account->findData(session->accountId()));
    });
    connect(m_filter, &QLineEdit::textChanged, this, &XmlConsole::showAll);
    connect(m_filter, &SearchField::escaped, m_filter, &QLineEdit::clear);
    connect(m_pause, &QCheckBox::toggled, this, [this](bool paused) {
        if (!paused)
            showAll();
    });
    connect(m_clear, &QPushButton::clicked, this, &XmlConsole::clear);
    connect(m_field, &QPlainTextEdit::textChanged, this, &XmlConsole::check);
    connect(m_send, &QPushButton::clicked, this, &XmlConsole::send);
    listen(m_accounts.session(m_account->currentData().toString()));
    check();
    resize(Theme::current().px(720), Theme::current().px(620));
    m_field->setFocus();
}

XmlConsole::~XmlConsole() = default;

void XmlConsole::build()
{
    announceComboBox(m_account, tr("Account"));
    m_filter->setAccessibleName(tr("Show only what contains"));
    m_view->setReadOnly(true);
    m_view->setAccessibleName(tr("XML of the connection"));
    m_view->setUndoRedoEnabled(false);
    m_field->setAccessibleName(tr("XML to send"));
    m_field->setPlaceholderText(u"<message to='…' type='chat'><body>…</body></message>"_s);
    for (QPlainTextEdit *text : {m_view, m_field}) {
        text->setTabChangesFocus(true);
        text->setLayoutDirection(Qt::LeftToRight);
    }
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setForegroundRole(QPalette::PlaceholderText);
    m_clear->setAutoDefault(false);
    m_send->setAutoDefault(false);
    auto *note
        = new QLabel(tr("What the account says and hears is shown from now on and kept nowhere. Log-ins and "
                        "changes of the password are left out; messages are not: think before you pass this "
                        "on."),
                     this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_account);
    top->addWidget(m_filter, 1);
    top->addWidget(m_pause);
    top->addWidget(m_clear);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_trouble, 1);
    bottom->addWidget(m_send);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 14, 16, 14);
    all->setSpacing(10);
    all->addWidget(note);
    all->addLayout(top);
    all->addWidget(m_view, 1);
    all->addWidget(m_field);
    all->addLayout(bottom);
    const auto fonts = [this] {
        QFont mono = Theme::current().font(0.93);
        mono.setFamilies(Theme::current().monoFamilies());
        m_view->setFont(mono);
        m_field->setFont(mono);
        m_field->setFixedHeight(QFontMetrics(mono).lineSpacing() * kFieldLines + Theme::current().px(20));
    };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
}

void XmlConsole::listen(XmppSession *session)
{
    if (m_session)
        m_session->xml().disconnect(this);
    m_session = session;
    clear();
    if (session)
        connect(&session->xml(), &XmlTraffic::passed, this, &XmlConsole::take);
}

void XmlConsole::take(bool outgoing, const QByteArray &xml)
{
    // White space keeps connections alive and says nothing.
    if (xml.trimmed().isEmpty())
        return;
    const Piece piece{QTime::currentTime(), outgoing,
                      shownText(xmlInLines(QString::fromUtf8(xml)), kLongest)};
    m_pieces.append(piece);
    if (m_pieces.size() > kMost)
        m_pieces.removeFirst();
    if (!m_pause->isChecked())
        showPiece(piece);
}

bool XmlConsole::isWanted(const Piece &piece) const
{
    return piece.xml.contains(m_filter->text(), Qt::CaseInsensitive);
}

void XmlConsole::showPiece(const Piece &piece)
{
    if (!isWanted(piece))
        return;
    const QString when = piece.time.toString(u"HH:mm:ss.zzz"_s);
    const QString head
        = piece.outgoing ? tr("→ %1 sent", "a time").arg(when) : tr("← %1 received", "a time").arg(when);
    // The view follows only while its end is looked at.
    m_view->appendPlainText(head + u'\n' + piece.xml + u'\n');
}

void XmlConsole::showAll()
{
    m_view->clear();
    for (const Piece &piece : std::as_const(m_pieces))
        showPiece(piece);
}

void XmlConsole::clear()
{
    m_pieces.clear();
    m_view->clear();
}

void XmlConsole::check()
{
    const QByteArray typed = m_field->toPlainText().toUtf8();
    const auto fault = XmlTraffic::check(typed);
    m_send->setEnabled(!fault);
    m_trouble->setText(fault && !typed.trimmed().isEmpty() ? faultText(*fault) : QString());
}

void XmlConsole::send()
{
    if (!m_session)
        return;
    if (const auto fault = m_session->xml().send(m_field->toPlainText().toUtf8())) {
        m_trouble->setText(faultText(*fault));
        return;
    }
    m_field->clear();
    m_field->setFocus();
}

void XmlConsole::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        check();
}

} // namespace tertulia
