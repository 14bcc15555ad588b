// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/CloseChoice.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/widgets/ConfirmDialog.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

CloseChoice::CloseChoice(UiSettings &settings, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_window(window)
    , m_hasTray([] { return false; })
{
}

void CloseChoice::close()
{
    const QString choice = m_settings.value(settingkeys::kOnClose, u"ask"_s).toString();
    // Without a tray icon a hidden window could not be found again (R7).
    if (!m_hasTray() || choice == "quit"_L1)
        Q_EMIT quitRequested();
    else if (choice == "keep"_L1)
        m_window->hide();
    else if (!m_question)
        ask();
}

void CloseChoice::ask()
{
    Question question;
    question.title = tr("Keep Tertulia running?");
    question.text
        = tr("With the window closed, Tertulia can stay in the tray and tell you about new messages. You can "
             "change this in the preferences.");
    question.action = tr("Quit");
    question.otherAction = tr("Keep running");
    question.destructive = false;
    m_question = ConfirmDialog::ask(m_window, question, [this](int answer) {
        m_settings.setValue(settingkeys::kOnClose, answer == 1 ? u"quit"_s : u"keep"_s);
        if (answer == 1)
            Q_EMIT quitRequested();
        else
            m_window->hide();
    });
}

} // namespace tertulia
