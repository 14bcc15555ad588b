// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"

#include "app/ActivationToken.h"
#include "app/DesktopServices.h"
#include "app/EarlyStart.h"
#include "app/Names.h"
#include "app/TimingLog.h"
#include "app/Workspace.h"
#include "app/dbus/PortalColorScheme.h"
#include "core/session/History.h"
#include "core/session/SessionChats.h"
#include "ui/chat/ChatWindow.h"
#include "ui/history/ExportHistory.h"
#include "ui/history/HistoryText.h"
#include "ui/main/MainWindow.h"
#include "ui/main/StoreErrorPage.h"
#include "ui/preferences/AppearancePreferences.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/settings/SettingKeys.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BringForward.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QSystemTrayIcon>
#include <QTimer>

#include <chrono>
#include <tuple>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
/// Accounts promise two seconds; the program does not trust anybody with its end.
constexpr auto kLongestEnd = 3s;
/// From being asked to end to doing so.
constexpr auto kFarewell = 100ms;
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
    // In a message or a profile: not by way of the desktop, which may know another program for them.
    QDesktopServices::setUrlHandler(u"xmpp"_s, this, "openLink");
    connect(&m_firstPaint, &FirstPaint::over, this, &Application::connectWhenReady);
    connect(&m_early, &EarlyStart::busesKnown, this, &Application::connectWhenReady);
    connect(&m_signals, &SignalWatch::endRequested, this, &Application::quit);
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] {
        if (m_workspace)
            m_workspace->hosts().freeze();
    });
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] {
        if (m_workspace && !m_remaking && !(m_desktop && m_desktop->tray().isAvailable()))
            quit();
    });
}

Application::~Application()
{
    QDesktopServices::unsetUrlHandler(u"xmpp"_s);
}

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
    auto workspace = Workspace::open(m_locations, m_services, m_secrets, [this] { return m_secrets.name(); });
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

void Application::followWindow()
{
    MainWindow &window = m_workspace->window();
    connect(&window, &MainWindow::quitRequested, this, &Application::quit);
    window.setTryItAvailable(true);
    connect(&window, &MainWindow::tryItRequested, this,
            [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s}); });
}

void Application::changeLanguage()
{
    if (!m_workspace || m_quitting)
        return;
    const bool shown = m_workspace->window().isVisible();
    m_remaking = true;
    // The rest of the desktop stays as it is: bubbles that are shown can still be clicked, and what waits to
    // be told is not forgotten.
    if (m_desktop)
        m_desktop->leaveWindow();
    m_workspace->remakeWindows();
    followWindow();
    if (m_desktop)
        m_desktop->meetWindow();
    m_workspace->hosts().restore();
    MainWindow &window = m_workspace->window();
    if (shown) {
        window.show();
        window.showPreferences();
        window.preferences()->openPage<AppearancePreferences>();
    }
    m_remaking = false;
}

void Application::showWindows()
{
    followWindow();
    MainWindow &window = m_workspace->window();
    connect(&m_workspace->settings(), &UiSettings::changed, this, [this](const QString &key) {
        // The one who chose it is in a window that goes.
        if (key == settingkeys::kLanguage || key == settingkeys::kClock || key == settingkeys::kDates)
            QTimer::singleShot(0, this, &Application::changeLanguage);
    });

    // Without a tray a hidden window could not be brought back.
    const bool tray = QSystemTrayIcon::isSystemTrayAvailable()
        && m_workspace->settings().value(settingkeys::kTray, true).toBool();
    if (!m_line.hidden || !tray)
        window.show();
    else
        m_firstPaint.skip();
    m_workspace->hosts().restore();
    std::ignore = perform(m_line, {});
}

void Application::connectWhenReady()
{
    if (!m_workspace || m_desktop || m_quitting || !m_firstPaint.isOver())
        return;
    // Its first answers come while the rest is being put together. Not for the buses to wait for: one that
    // hangs would hang the log-in.
    if (!std::exchange(m_connected, true) && !m_line.offline) {
        const bool available = m_workspace->settings().value(settingkeys::kStartAvailable, false).toBool();
        m_workspace->accounts().connectAll(available ? std::optional(PresenceChoice()) : std::nullopt);
    }
    lookAfterStore();
    if (m_early.knowsBuses() && m_colours)
        meetDesktop(); // it knows the desktop from before the store was left
    else if (m_early.knowsBuses())
        connectDesktop();
}

void Application::lookAfterStore()
{
    if (std::exchange(m_lookedAfterStore, true))
        return;
    m_workspace->accounts().history().importing().resume();
    MainWindow &window = m_workspace->window();
    goOnExporting(m_workspace->accounts(), &window, [window = QPointer(&window)](const QString &sentence) {
        if (window)
            window->say(sentence);
    });
    m_workspace->accounts().store().checkIfDue().then(this, [this](const Result<void> &whole) {
        if (!whole && whole.error().code == ErrorCode::StoreCorrupted && !m_quitting)
            leaveDamagedStore(whole.error());
    });
}

void Application::leaveDamagedStore(const Error &error)
{
    const Error damage{error.code, m_locations.storeFile(), error.text};
    m_desktop.reset();
    m_remaking = true; // the last window that closes is not the end
    m_workspace->close().then(this, [this, damage](Result<void>) {
        m_workspace.reset();
        m_connected = false;
        m_lookedAfterStore = false;
        showStoreError(damage);
        m_remaking = false;
    });
}

void Application::connectDesktop()
{
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &Application::tellActivity);
    tellActivity(QGuiApplication::applicationState());

    // Drawn in all its sizes; what the person waits for is the window.
    QApplication::setWindowIcon(applicationIcon());
    m_colours = new PortalColorScheme(QDBusConnection::sessionBus(), this);
    Theme::current().follow(m_colours);

    meetDesktop();
    connectBus();
}

void Application::meetDesktop()
{
    m_desktop = std::make_unique<DesktopServices>(*m_workspace, m_locations, m_line.profile);
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
    connect(&notices, &ChatNotices::chatsRequested, this, show);
    connect(&notices, &ChatNotices::accountRequested, this,
            [show](const QString &, const QString &token) { show(token); });
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
    const auto ask
        = [this](const CommandLine &line, const QString &token) { std::ignore = perform(line, token); };
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
        if (m_workspace)
            m_workspace->window().startChat();
    });
    connect(m_bus, &FreedesktopApplication::quitRequested, this, &Application::quit);
    m_bus->publish(QDBusConnection::sessionBus(), kApplicationId);
}

Task<InstanceAnswer> Application::answer(const QJsonObject &request)
{
    const auto done = [](const InstanceAnswer &answer) { return Task<InstanceAnswer>::completed(answer); };
    const CommandLine line = CommandLine::fromJson(request);
    if (line.listAccounts)
        return done({0, accountList()});
    if (line.quit) {
        // Not before the answer went out, which it does from the event loop.
        QTimer::singleShot(kFarewell, this, &Application::quit);
        return done({});
    }
    if (!m_workspace)
        return done({1, tr("Tertulia is running, but its messages cannot be opened.")});
    if (!line.exported.isEmpty())
        return exportHistory(line);
    const QString token = request.value(u"activation-token"_s).toString().left(1000);
    const QString trouble = perform(line, token);
    const bool quiet = line.hidden || line.status || !line.chat.isEmpty() || !line.newWindow.isEmpty();
    if (!quiet)
        showMainWindow();
    return done({trouble.isEmpty() ? 0 : 1, trouble});
}

Task<InstanceAnswer> Application::exportHistory(const CommandLine &line)
{
    const auto peer = Jid::parse(line.exported);
    if (!peer)
        return Task<InstanceAnswer>::completed(InstanceAnswer{1, HistoryText::notWritten(peer.error())});
    const ExportRequest request{
        .peer = peer->bare(), .file = line.exportFile, .words = HistoryText::exportWords()};
    auto promise = std::make_shared<Promise<InstanceAnswer>>();
    auto task = promise->task();
    m_workspace->accounts().history().exportTo(request).then(this, [promise](const Result<qint64> &count) {
        promise->finish(count ? InstanceAnswer{0, HistoryText::written(*count)}
                              : InstanceAnswer{1, HistoryText::notWritten(count.error())});
    });
    return task;
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

QString Application::perform(const CommandLine &line, const QString &activationToken)
{
    if (!m_workspace)
        return {};
    useActivationToken(activationToken);
    if (line.status || line.message) {
        const PresenceChoice now = m_workspace->accounts().presence();
        m_workspace->accounts().setPresence(
            {line.status.value_or(now.availability), line.message.value_or(now.status)});
    }
    QString trouble = openChat(line.chat, false);
    if (const QString more = openChat(line.newWindow, true); !more.isEmpty())
        trouble = more;
    openUri(line.uri);
    return trouble;
}

QString Application::openChat(const QString &address, bool ownWindow)
{
    if (address.isEmpty())
        return {};
    const auto peer = Jid::parse(address);
    if (!peer)
        return tr("%1 is not an address.").arg(shownLine(address));
    XmppSession *session = m_workspace->sessionFor(peer->bare());
    if (!session)
        return tr("There is no account to talk with.");
    session->chats().open(peer->bare());
    m_workspace->hosts().open({session->accountId(), peer->bare()},
                              ownWindow ? ChatHosts::How::OwnWindow : ChatHosts::How::Default);
    return {};
}

void Application::openUri(const QString &uri)
{
    if (uri.isEmpty())
        return;
    showMainWindow();
    // The dialog shows what the link wants; nothing happens until the person agrees (SECURITY A102).
    m_workspace->window().startChat(uri);
}

void Application::openLink(const QUrl &link)
{
    if (m_workspace)
        openUri(link.toString(QUrl::FullyEncoded));
}

void Application::showMainWindow()
{
    if (m_workspace)
        m_workspace->window().activate();
    else if (m_storeError)
        bringForward(*m_storeError);
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
