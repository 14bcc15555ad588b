// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/AdvancedPreferences.h"

#include "ui/console/XmlConsole.h"
#include "ui/settings/Desktop.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BringForward.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tertulia
{

AdvancedPreferences::AdvancedPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Settings, tr("Advanced"), parent)
{
    addConsole();
    if (!context.desktop)
        return;
    addPlaces(*context.desktop);
    addDiagnostics(*context.desktop);
}

void AdvancedPreferences::addConsole()
{
    addSection(tr("XML console"));
    addNote(tr("Shows what goes over the connection of an account, and sends what is typed by hand."));
    addButton(tr("Open the XML console"), [this] {
        for (QWidget *open : QApplication::topLevelWidgets()) {
            if (auto *console = qobject_cast<XmlConsole *>(open)) {
                bringForward(*console);
                return;
            }
        }
        // It stays when the preferences close.
        auto *console = new XmlConsole(context().accounts, window()->parentWidget());
        console->show();
    });
}

void AdvancedPreferences::addPlaces(Desktop &desktop)
{
    addSection(tr("Profile"));
    addNote(tr("Messages and settings are in %1.").arg(desktop.profileFolder()));
    addButton(tr("Open the profile folder"), [&desktop] { desktop.openFolder(desktop.profileFolder()); });
    addSection(tr("Log"));
    addNote(tr("What the program did is in %1, without messages and passwords.").arg(desktop.logFile()));
    addButton(tr("Open the folder of the log"),
              [&desktop] { desktop.openFolder(QFileInfo(desktop.logFile()).path()); });
}

void AdvancedPreferences::addDiagnostics(Desktop &desktop)
{
    addSection(tr("Diagnostics"));
    addNote(
        tr("What helps to find out what is wrong. Nothing of it leaves the computer unless you pass it on."));
    auto *report = new QPlainTextEdit(desktop.diagnostics(), this);
    report->setReadOnly(true);
    report->setAccessibleName(tr("Diagnostics"));
    report->setTabChangesFocus(true);
    report->setFixedHeight(Theme::current().px(150));
    addWidget(report);
    addButton(tr("Copy diagnostics"),
              [report] { QGuiApplication::clipboard()->setText(report->toPlainText()); });
}

} // namespace tertulia
