// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "app/DesktopServices.h"
#include "app/EarlyStart.h"
#include "app/Names.h"
#include "app/TimingLog.h"
#include "app/WindowRaiser.h"
#include "app/Workspace.h"
#include "app/dbus/PortalColorScheme.h"
#include "ui/chat/ChatWindow.h"
#include "ui/main/MainWindow.h"
#include "ui/main/StoreErrorPage.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
/// Accounts promise two seconds; the program does not trust anybody with its end.
constexpr auto kLongestEnd = 3s;
} // namespace

Application::Application(const CommandLine &line, const FileLocations &locations, SingleInstance &instance,
                         EarlyStart &early, QObject *parent)
    : QObject(parent)
    , m_line(line)
    , m_locations(locations)
    , m_instance(instance)
    , m_early(early)
    , m_secrets(kApplicationId)
{
    // Windows may all be closed while the tray keeps the program; who ends it says so.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(&m_firstPaint, &FirstPaint::over, this, &Application::connectWhenReady);
    connect(&m_early, &EarlyStart::busesKnown, this, &Application::connectWhenReady);
    connect(&m_signals, &SignalWatch::endRequested, this, &Application::quit);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] {
        if (m_workspace)
            m_workspace->hosts().freeze();
    });
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (m_workspace && !(m_desktop && m_desktop->tray().isAvailable()))
            quit();
    });
}

Application::~Application() = default;

void Application::start()
{
    m_timing = TimingLog::start(this);
    if (m_timing)
        m_timing->watch(m_firstPaint);
    m_instance.listen([this](const QJsonObject &request) { return answer(request); });
    open();
}

void Application::open()
{
    auto workspace = Workspace::open(m_locations, m_services, m_secrets);
    if (!workspace) {
        showStoreError(workspace.error());
        return;
    }
    m_storeError.reset();
    m_workspace = std::move(*workspace);
    if (m_timing)
        m_timing->watch(m_workspace->accounts());
    showWindows();
    QMetaObject::invokeMethod(this, &Application::connectWhenReady, Qt::QueuedConnection);
}

void Application::showStoreError(const Error &error)
{
    const QString path = error.subject.isEmpty() ? m_locations.storeFile() : error.subject;
    m_storeError = std::make_unique<StoreErrorPage>(error, path);
    connect(m_storeError.get(), &StoreErrorPage::openFolderRequested, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).path())); });
    connect(m_storeError.get(), &StoreErrorPage::retryRequested, this, &Application::open,
            Qt::QueuedConnection);
    connect(m_storeError.get(), &StoreErrorPage::quitRequested, this, &Application::quit);
    m_storeError->show();
}

void Application::showWindows()
{
    MainWindow &window = m_workspace->window();
    connect(&window, &MainWindow::quitRequested, this, &Application::quit);
    window.setTryItAvailable(true);
    connect(&window, &MainWindow::tryItRequested, this,
            [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s}); });

    // Without a tray a hidden window could not be brought back.
    if (!m_line.hidden || !QSystemTrayIcon::isSystemTrayAvailable())
        window.show();
    else
        m_firstPaint.skip();
    m_workspace->hosts().restore();
    perform(m_line, {});
}

void Application::connectWhenReady()
{
    if (!m_workspace || m_desktop || m_quitting || !m_firstPaint.isOver())
        return;
    // Its first answers come while the rest is being put together. Not for the buses to wait for: one that
    // hangs would hang the log-in.
    if (!std::exchange(m_connected, true) && !m_line.offline)
        m_workspace->accounts().connectAll();
    if (m_early.knowsBuses())
        connectDesktop();
}

void Application::connectDesktop()
{
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Application::tellActivity);
    tellActivity(QGuiApplication::applicationState());

    // Drawn in all its sizes; what the person waits for is the window.
    QApplication::setWindowIcon(applicationIcon());
    m_colours = new PortalColorScheme(QDBusConnection::sessionBus(), this);
    Theme::current().follow(m_colours);

    m_desktop = std::make_unique<DesktopServices>(*m_workspace);
    ChatNotices &notices = m_desktop->notices();
    connect(&notices, &ChatNotices::chatRequested, this,
            [this](const ConversationKey &key, const QString &token) {
                useActivationToken(token);
                m_workspace->hosts().open(key);
            });
    const auto show = [this](const QString &token) {
        useActivationToken(token);
        showMainWindow();
    };
    connect(&notices, &ChatNotices::requestsRequested, this, show);
    connect(&notices, &ChatNotices::accountRequested, this,
            [show](const QString &, const QString &token) { show(token); });
    connectBus();
}

void Application::tellActivity(Qt::ApplicationState state)
{
    if (m_workspace)
        m_workspace->accounts().setActive(state == Qt::ApplicationActive);
}

void Application::connectBus()
{
    if (!m_line.profile.isEmpty())
        return; // the desktop's name belongs to the desktop's profile
    m_bus = new FreedesktopApplication(this);
    const auto ask = [this](const CommandLine &line, const QString &token) { perform(line, token); };
    connect(m_bus, &FreedesktopApplication::activateRequested, this, [this](const QString &token) {
        useActivationToken(token);
        showMainWindow();
    });
    connect(m_bus, &FreedesktopApplication::openRequested, this,
            [ask](const QString &uri, const QString &token) {
                CommandLine line;
                line.uri = uri;
                ask(line, token);
            });
    connect(m_bus, &FreedesktopApplication::openChatRequested, this,
            [ask](const QString &address, const QString &token) {
                CommandLine line;
                line.chat = address;
                ask(line, token);
            });
    connect(m_bus, &FreedesktopApplication::statusRequested, this, [ask](const QString &status) {
        CommandLine line = CommandLine::fromJson({{u"status"_s, status}});
        line.hidden = true;
        ask(line, {});
    });
    connect(m_bus, &FreedesktopApplication::newChatRequested, this, [this](const QString &token) {
        useActivationToken(token);
        showMainWindow();
        m_workspace->window().startChat();
    });
    connect(m_bus, &FreedesktopApplication::quitRequested, this, &Application::quit);
    m_bus->publish(QDBusConnection::sessionBus(), kApplicationId);
}

InstanceAnswer Application::answer(const QJsonObject &request)
{
    const CommandLine line = CommandLine::fromJson(request);
    if (line.listAccounts)
        return {0, accountList()};
    if (line.quit) {
        QTimer::singleShot(0, this, &Application::quit);
        return {};
    }
    if (!m_workspace)
        return {1, tr("Tertulia is running, but its messages cannot be opened.")};
    const QString token = request.value(u"activation-token"_s).toString().left(1000);
    perform(line, token);
    const bool quiet = line.hidden || line.status || !line.chat.isEmpty() || !line.newWindow.isEmpty();
    if (!quiet)
        showMainWindow();
    return {};
}

QString Application::accountList() const
{
    QString list;
    if (m_workspace) {
        const QList<XmppSession *> sessions = m_workspace->accounts().sessions();
        for (const XmppSession *session : sessions)
            list += session->address().toString() + u'\n';
    }
    return list;
}

void Application::perform(const CommandLine &line, const QString &activationToken)
{
    if (!m_workspace)
        return;
    useActivationToken(activationToken);
    if (line.status || line.message) {
        const PresenceChoice now = m_workspace->accounts().presence();
        m_workspace->accounts().setPresence(
            {line.status.value_or(now.availability), line.message.value_or(now.status)});
    }
    openChat(line.chat, false);
    openChat(line.newWindow, true);
    openUri(line.uri);
}

void Application::openChat(const QString &address, bool ownWindow)
{
    const auto peer = Jid::parse(address);
    if (!peer)
        return;
    XmppSession *session = m_workspace->sessionFor(peer->bare());
    if (!session)
        return;
    session->openChat(peer->bare());
    m_workspace->hosts().open({session->accountId(), peer->bare()},
                              ownWindow ? ChatHosts::How::OwnWindow : ChatHosts::How::Default);
}

void Application::openUri(const QString &uri)
{
    if (uri.isEmpty())
        return;
    showMainWindow();
    // The dialog shows what the link wants; nothing happens until the person agrees (SECURITY A102).
    m_workspace->window().startChat(uri);
}

void Application::showMainWindow()
{
    if (m_workspace)
        m_workspace->window().activate();
    else if (m_storeError)
        raiseWindow(m_storeError.get());
}

void Application::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    if (!m_workspace) {
        QCoreApplication::exit(0);
        return;
    }
    m_desktop.reset();
    QTimer::singleShot(kLongestEnd, qApp, [] { QCoreApplication::exit(0); });
    m_workspace->close().then(this, [](Result<void>) { QCoreApplication::exit(0); });
}

} // namespace tertulia
