// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/SystemPreferences.h"

#include "ui/settings/Desktop.h"
#include "ui/settings/SettingKeys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace tertulia
{

using namespace Qt::StringLiterals;

SystemPreferences::SystemPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Computer, tr("System"), parent)
{
    addClosing();
    if (context.desktop) {
        addStart(*context.desktop);
        addLinks(*context.desktop);
    }
}

void SystemPreferences::addClosing()
{
    QCheckBox *tray = addSwitch(tr("Show an icon in the tray"), settingkeys::kTray, true);
    QComboBox *closing = addChoice(
        tr("When the main window is closed"),
        {{tr("Ask"), u"ask"_s}, {tr("Keep running in the tray"), u"keep"_s}, {tr("Quit"), u"quit"_s}},
        settingkeys::kOnClose, u"ask"_s);
    Desktop *desktop = context().desktop;
    if (!desktop)
        return;
    QLabel *without = addNote({});
    const auto refresh = [tray, closing, without, desktop] {
        const bool shown = desktop->hasTray() && tray->isChecked();
        tray->setEnabled(desktop->hasTray());
        closing->setEnabled(shown);
        without->setVisible(!shown);
        without->setText(
            desktop->hasTray()
                ? tr("Without the icon, closing the main window ends Tertulia, as nobody could find it "
                     "again.")
                : tr("This desktop shows no tray icon: closing the main window ends Tertulia, as nobody "
                     "could find it again."));
    };
    connect(desktop, &Desktop::changed, this, refresh);
    connect(tray, &QCheckBox::toggled, this, refresh);
    refresh();
}

void SystemPreferences::addStart(Desktop &desktop)
{
    addSection(tr("Start"));
    QCheckBox *starts = addSwitch(tr("Start Tertulia when I log in to the computer"),
                                  desktop.startsWithSession(), [](bool) { });
    setSearchWords(starts, tr("autostart"));
    connect(starts, &QCheckBox::clicked, this, [this, starts, &desktop](bool on) {
        if (desktop.setStartsWithSession(on))
            return;
        starts->setChecked(desktop.startsWithSession());
        context().say(tr("What starts with the session could not be changed."));
    });
    addNote(tr("It starts hidden if there is a tray."));
}

void SystemPreferences::addLinks(Desktop &desktop)
{
    addSection(tr("Links"));
    QLabel *state = addNote({});
    auto *open = new QPushButton(tr("Open xmpp: links with Tertulia"), this);
    open->setAutoDefault(false);
    open->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addWidget(open);
    const auto refresh = [state, open, &desktop] {
        open->setVisible(desktop.canOpenLinks() && !desktop.opensLinks());
        state->setText(!desktop.canOpenLinks()
                           ? tr("Once Tertulia is installed for this desktop, it can open xmpp: links.")
                           : desktop.opensLinks() ? tr("xmpp: links open with Tertulia.")
                                                  : tr("xmpp: links do not open with Tertulia."));
    };
    connect(open, &QPushButton::clicked, this, [this, refresh, &desktop] {
        if (!desktop.openLinks())
            context().say(tr("Who opens xmpp: links could not be changed."));
        refresh();
    });
    connect(&desktop, &Desktop::changed, this, refresh);
    refresh();
}

} // namespace tertulia
