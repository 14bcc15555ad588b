// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DemoScript.h"

#include "app/Workspace.h"
#include "app/demo/DemoPeople.h"
#include "core/models/RosterModel.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TimelineView.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>

#include <chrono>
#include <cstdio>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kLookEvery = 50ms;
/// A step that takes longer has failed.
constexpr qint64 kLongestStepMs = 30'000;
/// As on a desktop of its own; the two stand beside each other before.
constexpr QSize kLargeWindow(1080, 700);

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

XmppSession *sessionOf(Workspace &workspace)
{
    return workspace.accounts().sessions().value(0);
}

/// The key of the chat that `workspace` has with the person called `name` on the same server.
ConversationKey keyOf(Workspace &workspace, const QString &name)
{
    const XmppSession *session = sessionOf(workspace);
    return {session->accountId(), Jid::fromNormalized(name + u'@' + session->address().domain())};
}

QString nameOf(const QString &localpart)
{
    const QList<DemoPerson> people = demoPeople();
    for (const DemoPerson &person : people) {
        if (person.name == localpart)
            return person.fullName;
    }
    return localpart;
}

void press(QWidget *widget, int key, const QString &text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(widget, &up);
}

/// Types into whatever has the keyboard in the chat's window, a key for each letter, and Enter.
void typeMessage(ChatWidget *chat, const QString &text)
{
    if (!chat)
        return;
    chat->focusComposer();
    QWidget *composer = chat->window()->focusWidget();
    if (!composer)
        return;
    for (const QChar letter : text)
        press(composer, letter.toUpper().unicode(), letter);
    press(composer, Qt::Key_Return, u"\r"_s);
}

/// Whether the chat shows a message with this text, as a screen reader would find it.
bool shows(const ChatWidget *chat, const QString &text)
{
    QAccessibleInterface *list = chat ? QAccessible::queryAccessibleInterface(chat->timeline()) : nullptr;
    for (int i = 0; list && i < list->childCount(); ++i) {
        QAccessibleInterface *item = list->child(i);
        if (item && item->text(QAccessible::Name).contains(text))
            return true;
    }
    return false;
}

bool isReady(Workspace &workspace)
{
    const XmppSession *session = sessionOf(workspace);
    return session && session->state() == SessionState::Online && session->roster()->rowCount() >= 2;
}

} // namespace

DemoScript::DemoScript(Workspace &ana, Workspace &bruno, const QString &pictures, QObject *parent)
    : QObject(parent)
    , m_ana(ana)
    , m_bruno(bruno)
    , m_pictures(pictures)
{
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &DemoScript::check);
}

void DemoScript::add(const QString &text, std::function<void()> act, std::function<bool()> isDone)
{
    m_steps.push_back({text, std::move(act), std::move(isDone)});
}

void DemoScript::addMessage(Workspace &from, Workspace &to, const QString &who, const QString &other,
                            const QString &text)
{
    Workspace *sender = &from;
    Workspace *receiver = &to;
    add(
        tr("%1 writes to %2: %3").arg(nameOf(who), nameOf(other), text),
        [=] { typeMessage(sender->hosts().chat(keyOf(*sender, other)), text); },
        [=] {
            return shows(sender->hosts().chat(keyOf(*sender, other)), text)
                && shows(receiver->hosts().chat(keyOf(*receiver, who)), text);
        });
}

void DemoScript::start()
{
    if (m_pictures.isEmpty())
        m_pictures = QDir::tempPath() + u"/tertulia-pictures-%1"_s.arg(QCoreApplication::applicationPid());
    if (!makePrivateFolder(m_pictures)) {
        say(tr("The pictures cannot be written to %1.").arg(m_pictures));
        end(false);
        return;
    }
    const QString ana = u"ana"_s;
    const QString bruno = u"bruno"_s;
    add(tr("Ana and Bruno log in"), [] {}, [this] { return isReady(m_ana) && isReady(m_bruno); });
    add(
        tr("Ana opens the chat with Bruno, and Bruno the chat with Ana"),
        [this, ana, bruno] {
            m_ana.hosts().open(keyOf(m_ana, bruno));
            m_bruno.hosts().open(keyOf(m_bruno, ana));
        },
        [this, ana, bruno] {
            return m_ana.hosts().chat(keyOf(m_ana, bruno)) && m_bruno.hosts().chat(keyOf(m_bruno, ana));
        });
    addMessage(m_ana, m_bruno, ana, bruno, tr("Hello Bruno! Are you coming on Friday?"));
    addMessage(m_bruno, m_ana, bruno, ana, tr("Of course. I bring the story I owe you all."));
    addMessage(m_ana, m_bruno, ana, bruno, tr("Wonderful. At eight, in the café by the river."));
    add(
        tr("Ana gives the chat a window of its own"),
        [this, bruno] { m_ana.hosts().popOut(keyOf(m_ana, bruno)); },
        [this] { return !m_ana.hosts().windows().isEmpty(); });
    addMessage(m_bruno, m_ana, bruno, ana, tr("See you there!"));
    add(
        tr("Ana takes the chat back and writes a note to herself"),
        [this, ana, bruno] {
            m_ana.hosts().dock(keyOf(m_ana, bruno));
            m_ana.hosts().open(keyOf(m_ana, ana));
            typeMessage(m_ana.hosts().chat(keyOf(m_ana, ana)), tr("Reserve a table for six"));
        },
        [this] { return m_ana.hosts().windows().isEmpty() && m_waited.elapsed() > 700; });
    add(
        tr("Ana makes her window larger"),
        [this, bruno] {
            m_ana.window().resize(kLargeWindow);
            m_ana.hosts().open(keyOf(m_ana, bruno));
        },
        [this] { return m_waited.elapsed() > 700; });
    addMessage(m_bruno, m_ana, bruno, ana, tr("Shall I bring my guitar?"));
    add(
        tr("Both look at it in the dark"), [] { Theme::current().setChoice(Theme::Choice::Dark); },
        [this] { return m_waited.elapsed() > 500; });
    m_timer.start();
    next();
}

void DemoScript::next()
{
    if (m_step == m_steps.size()) {
        say(tr("Every message arrived in the other window. The pictures are in %1").arg(m_pictures));
        end(true);
        return;
    }
    say(m_steps[m_step].text);
    m_waited.start();
    m_steps[m_step].act();
}

void DemoScript::check()
{
    if (m_step >= m_steps.size())
        return;
    const bool done = m_steps[m_step].isDone();
    if (!done && m_waited.elapsed() < kLongestStepMs)
        return;
    const QString number = QString::number(m_step + 1).rightJustified(2, u'0');
    takePicture(&m_ana.window(), number + u"-ana"_s);
    takePicture(&m_bruno.window(), number + u"-bruno"_s);
    const auto windows = m_ana.hosts().windows();
    for (ChatWindow *window : windows)
        takePicture(window, number + u"-ana-own-window"_s);
    if (!done) {
        say(tr("This did not happen within 30 seconds. The pictures are in %1").arg(m_pictures));
        end(false);
        return;
    }
    ++m_step;
    next();
}

void DemoScript::end(bool arrived)
{
    m_timer.stop();
    QMetaObject::invokeMethod(this, [this, arrived] { Q_EMIT finished(arrived); }, Qt::QueuedConnection);
}

void DemoScript::takePicture(QWidget *window, const QString &name)
{
    window->grab().save(m_pictures + u'/' + name + u".png"_s);
}

} // namespace tertulia
