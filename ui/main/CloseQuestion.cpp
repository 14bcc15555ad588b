// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/CloseQuestion.h"

#include "ui/settings/UiSettings.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QMetaEnum>
#include <QPushButton>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{
const QString kOnClose = u"system/onClose"_s;
}

CloseQuestion::CloseQuestion(QWidget &window, UiSettings &settings, std::function<bool()> hasTray)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
    , m_hasTray(std::move(hasTray))
{
    m_window.installEventFilter(this);
}

CloseQuestion::Choice CloseQuestion::choice() const
{
    const QByteArray name = m_settings.value(kOnClose, u"Ask"_s).toString().toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<Choice>().keyToValue(name.constData(), &known);
    return known ? static_cast<Choice>(value) : Choice::Ask;
}

void CloseQuestion::setChoice(Choice choice)
{
    m_settings.setValue(kOnClose, QString::fromLatin1(QMetaEnum::fromType<Choice>().valueToKey(int(choice))));
}

bool CloseQuestion::eventFilter(QObject *watched, QEvent *event)
{
    // Only a person's click; a session that ends closes windows too, and is not to be stopped.
    if (watched != &m_window || event->type() != QEvent::Close || !event->spontaneous())
        return QObject::eventFilter(watched, event);
    if (!m_hasTray()) {
        QMetaObject::invokeMethod(this, &CloseQuestion::closed, Qt::QueuedConnection);
        return false;
    }
    switch (choice()) {
    case Choice::KeepRunning:
        return false;
    case Choice::Quit:
        QMetaObject::invokeMethod(this, &CloseQuestion::quitRequested, Qt::QueuedConnection);
        return false;
    case Choice::Ask:
        event->ignore();
        ask();
        return true;
    }
    return false;
}

void CloseQuestion::ask()
{
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Close Tertulia"),
                                 tr("Keep Tertulia running when its window is closed?"),
                                 QMessageBox::NoButton, &m_window);
    m_question->setInformativeText(
        tr("While it runs, messages still arrive, and the icon in the tray brings the window back."));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = m_question->addButton(tr("&Keep running"), QMessageBox::AcceptRole);
    QPushButton *quit = m_question->addButton(tr("&Quit"), QMessageBox::DestructiveRole);
    m_question->addButton(QMessageBox::Cancel);
    m_question->setDefaultButton(keep);
    connect(keep, &QPushButton::clicked, this, [this] {
        setChoice(Choice::KeepRunning);
        m_window.hide();
    });
    connect(quit, &QPushButton::clicked, this, [this] {
        setChoice(Choice::Quit);
        Q_EMIT quitRequested();
    });
    connect(m_question, &QObject::destroyed, this, [this] { m_question = nullptr; });
    m_question->open();
}

} // namespace tertulia
