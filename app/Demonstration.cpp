// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Demonstration.h"

#include "app/DemoScript.h"
#include "app/Workspace.h"
#include "app/dbus/PortalColorScheme.h"
#include "ui/main/MainWindow.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QMessageBox>
#include <QScreen>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Demonstration::Demonstration(bool script, const QString &pictures, QObject *parent)
    : QObject(parent)
    , m_isScripted(script)
    , m_pictures(pictures)
{
    QApplication::setQuitOnLastWindowClosed(false);
    connect(&m_signals, &SignalWatch::endRequested, this, [this] { end(0); });
    connect(&m_server, &DemoServer::started, this, &Demonstration::openWindows);
    connect(&m_server, &DemoServer::failed, this, &Demonstration::tell);
}

Demonstration::~Demonstration() = default;

void Demonstration::start()
{
    m_server.start();
}

void Demonstration::openWindows()
{
    if (!openWindow(u"ana"_s, 0) || !openWindow(u"bruno"_s, 1))
        return;
    if (m_isScripted) {
        m_script = new DemoScript(*m_guests[0]->workspace, *m_guests[1]->workspace, m_pictures, this);
        connect(m_script, &DemoScript::finished, this, [this](bool arrived) { end(arrived ? 0 : 1); });
        m_script->start();
    } else {
        m_colours = new PortalColorScheme(QDBusConnection::sessionBus(), this);
        Theme::current().follow(m_colours);
    }
}

bool Demonstration::openWindow(const QString &name, int place)
{
    const auto locations = FileLocations::inProfile(m_server.folder() + u"/profiles/"_s + name, {});
    if (const auto created = locations.create(); !created) {
        tell(errorLine(created.error()));
        return false;
    }
    auto guest = std::make_unique<Guest>();
    auto workspace = Workspace::open(locations, m_services, guest->secrets);
    if (!workspace) {
        tell(errorLine(workspace.error()));
        return false;
    }
    guest->workspace = std::move(*workspace);
    const auto session = guest->workspace->accounts().add(m_server.accountOf(name));
    if (!session) {
        tell(errorLine(session.error()));
        return false;
    }
    (*session)->setPresence({});
    (*session)->providePassword(m_server.password(), false);

    MainWindow &window = guest->workspace->window();
    // Each guest may go; the party ends with the last one.
    connect(&window, &MainWindow::quitRequested, this, [this, &window] {
        window.hide();
        const bool anyLeft = std::ranges::any_of(
            m_guests, [](const auto &other) { return other->workspace->window().isVisible(); });
        if (!anyLeft)
            end(0);
    });
    const QRect room = window.screen()->availableGeometry();
    const int width = std::min(room.width() / 2 - 24, 760);
    const int height = std::min(room.height() - 80, 640);
    window.setGeometry(room.left() + 12 + place * (width + 24), room.top() + 40, width, height);
    window.show();
    m_guests.push_back(std::move(guest));
    return true;
}

void Demonstration::tell(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    if (m_isScripted) {
        end(1);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Information, tr("Try Tertulia"), reason, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this] { end(1); });
    box->open();
}

void Demonstration::end(int code)
{
    if (std::exchange(m_ending, true))
        return;
    const auto leave = [code] { QCoreApplication::exit(code); };
    connect(&m_server, &DemoServer::stopped, this, leave);
    QTimer::singleShot(3s, qApp, leave);
    m_closing = static_cast<int>(m_guests.size());
    if (m_closing == 0)
        m_server.stop();
    for (const auto &guest : m_guests) {
        guest->workspace->close().then(this, [this](Result<void>) {
            if (--m_closing == 0)
                m_server.stop();
        });
    }
}

} // namespace tertulia
