// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatHosts.h"

#include "core/session/Accounts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/WindowPlacement.h"
#include "ui/settings/UiSettings.h"
#include "ui/timeline/TimelineView.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Keeps up with a window that is dragged without writing at each pixel; short enough that a kill loses
/// only the last movement.
constexpr int kPlacementDelayMs = 300;

QString keyText(const ConversationKey &key)
{
    return key.account + u' ' + key.peer.toString();
}

std::optional<ConversationKey> keyFrom(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    if (space <= 0 || space + 1 >= text.size())
        return {};
    const Result<Jid> peer = Jid::parse(text.mid(space + 1));
    if (!peer)
        return {};
    return ConversationKey{text.left(space), peer->bare()};
}

} // namespace

class ChatHosts::Private
{
public:
    Private(ChatHosts *hosts, MakeChat make_, UiSettings &settings_)
        : q(hosts)
        , make(std::move(make_))
        , settings(settings_)
    {
    }

    [[nodiscard]] ChatWindow *windowOf(const ConversationKey &key) const;
    ChatWidget *makeChat(const ConversationKey &key);
    void placeInMain(ChatWidget *chat);
    ChatWidget *takeFromMain();
    ChatWindow *placeInWindow(ChatWidget *chat, const WindowPlacement &placement);
    void onClosed(ChatWindow *window);
    void dropWindow(ChatWindow *window);
    void bringForward(QWidget *window) const;
    void rememberWindows();
    void rememberMain();
    [[nodiscard]] QString placementKey(const ConversationKey &key) const;

    ChatHosts *q;
    MakeChat make;
    UiSettings &settings;
    MainChatPlace *place = nullptr;
    QPointer<ChatWidget> main;
    QList<ChatWindow *> windows;
    /// Written down but not openable now (their account is missing): kept for the next start.
    QStringList absent;
    /// Where each chat was left, while the program runs.
    QHash<ConversationKey, qint64> positions;
    QTimer placementTimer;
    bool frozen = false;
    bool restoring = false;
};

ChatWindow *ChatHosts::Private::windowOf(const ConversationKey &key) const
{
    for (ChatWindow *window : windows) {
        if (window->key() == key)
            return window;
    }
    return nullptr;
}

ChatWidget *ChatHosts::Private::makeChat(const ConversationKey &key)
{
    ChatWidget *chat = make(key);
    if (!chat)
        return nullptr;
    chat->setSettings(&settings);
    chat->restorePosition(positions.value(key));
    connect(chat, &ChatWidget::popOutRequested, q, [this, key] { q->popOut(key); });
    connect(chat, &ChatWidget::dockRequested, q, [this, key] { q->dock(key); });
    connect(chat, &ChatWidget::closeRequested, q, [this, key] {
        // A window closes itself.
        if (main && main->key() == key)
            q->close(key);
    });
    return chat;
}

void ChatHosts::Private::placeInMain(ChatWidget *chat)
{
    if (main == chat)
        return;
    ChatWidget *before = main;
    main = chat;
    chat->setInOwnWindow(false);
    place->placeChat(chat);
    if (before) {
        before->saveDraft();
        positions.insert(before->key(), before->position());
        before->hide();
        before->deleteLater();
    }
    rememberMain();
    Q_EMIT q->mainChatChanged();
}

/// The chat in the main window, hidden and without parent; null if there is none.
ChatWidget *ChatHosts::Private::takeFromMain()
{
    ChatWidget *chat = main;
    if (!chat)
        return nullptr;
    chat->saveDraft();
    positions.insert(chat->key(), chat->position());
    main.clear();
    if (place)
        place->placeChat(nullptr);
    chat->hide();
    chat->setParent(nullptr);
    return chat;
}

ChatWindow *ChatHosts::Private::placeInWindow(ChatWidget *chat, const WindowPlacement &placement)
{
    auto *window = new ChatWindow(chat);
    placement.applyTo(*window);
    windows << window;
    connect(window, &ChatWindow::closed, q, [this, window] { onClosed(window); });
    connect(window, &ChatWindow::titleChanged, q, &ChatHosts::windowsChanged);
    connect(window, &ChatWindow::placementChanged, q, [this] {
        if (!restoring && !placementTimer.isActive())
            placementTimer.start();
    });
    // A window that comes back shows itself without asking for the keyboard (R4).
    window->setAttribute(Qt::WA_ShowWithoutActivating, restoring);
    window->show();
    window->setAttribute(Qt::WA_ShowWithoutActivating, false);
    rememberWindows();
    Q_EMIT q->windowsChanged();
    return window;
}

void ChatHosts::Private::onClosed(ChatWindow *window)
{
    if (!frozen)
        dropWindow(window);
}

void ChatHosts::Private::dropWindow(ChatWindow *window)
{
    if (!windows.removeOne(window))
        return;
    settings.setValue(placementKey(window->key()), WindowPlacement::of(*window).toText());
    if (ChatWidget *chat = window->chat()) {
        chat->saveDraft();
        positions.insert(chat->key(), chat->position());
    }
    window->disconnect(q);
    window->hide();
    window->deleteLater();
    rememberWindows();
    Q_EMIT q->windowsChanged();
}

void ChatHosts::Private::bringForward(QWidget *window) const
{
    if (window->isMinimized())
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

QString ChatHosts::Private::placementKey(const ConversationKey &key) const
{
    return "chats/"_L1 + key.account + u'/' + key.peer.toString() + "/window"_L1;
}

void ChatHosts::Private::rememberWindows()
{
    placementTimer.stop();
    if (frozen || restoring)
        return;
    QStringList open = absent;
    for (const ChatWindow *window : std::as_const(windows)) {
        open << keyText(window->key());
        settings.setValue(placementKey(window->key()), WindowPlacement::of(*window).toText());
    }
    settings.setValue(u"windows/open"_s, open);
}

void ChatHosts::Private::rememberMain()
{
    if (!frozen && !restoring)
        settings.setValue(u"windows/main"_s, main ? keyText(main->key()) : QString());
}

ChatHosts::ChatHosts(Accounts &accounts, UiSettings &settings, QObject *parent)
    : ChatHosts(
          [&accounts](const ConversationKey &key) -> ChatWidget * {
              XmppSession *session = accounts.session(key.account);
              return session ? new ChatWidget(*session, key.peer) : nullptr;
          },
          settings, parent)
{
    connect(&accounts, &Accounts::aboutToRemove, this, [this](XmppSession *session) {
        const QString account = session->accountId();
        const QList<ChatWindow *> open = d->windows;
        for (const ChatWindow *window : open) {
            if (window->key().account == account)
                close(window->key());
        }
        if (d->main && d->main->key().account == account)
            close(d->main->key());
    });
}

ChatHosts::ChatHosts(MakeChat make, UiSettings &settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(make), settings))
{
    d->placementTimer.setSingleShot(true);
    d->placementTimer.setInterval(kPlacementDelayMs);
    connect(&d->placementTimer, &QTimer::timeout, this, [this] { d->rememberWindows(); });
}

ChatHosts::~ChatHosts()
{
    freeze();
    setMainPlace(nullptr);
    // Children of nobody; what was open is written down already.
    qDeleteAll(std::exchange(d->windows, {}));
}

void ChatHosts::setMainPlace(MainChatPlace *place)
{
    if (d->place && d->main)
        delete d->takeFromMain();
    d->place = place;
}

ChatWidget *ChatHosts::open(const ConversationKey &key, How how)
{
    if (ChatWindow *window = d->windowOf(key)) {
        if (how != How::MainWindow || !d->place) {
            d->bringForward(window);
            window->chat()->focusComposer();
            return window->chat();
        }
        dock(key);
        return d->main;
    }
    const bool inMain = d->main && d->main->key() == key;
    if (inMain && how != How::OwnWindow) {
        d->place->activate();
        d->main->focusComposer();
        return d->main;
    }
    if (how == How::Default)
        how = openByDefault();
    if (inMain) {
        popOut(key);
        return chat(key);
    }
    ChatWidget *made = d->makeChat(key);
    if (!made)
        return nullptr;
    if (how == How::OwnWindow || !d->place) {
        d->bringForward(d->placeInWindow(
            made, WindowPlacement::fromText(d->settings.value(d->placementKey(key)).toString())));
    } else {
        d->placeInMain(made);
        d->place->activate();
    }
    made->focusComposer();
    return made;
}

void ChatHosts::popOut(const ConversationKey &key)
{
    if (!d->main || d->main->key() != key) {
        if (!d->windowOf(key))
            open(key, How::OwnWindow);
        return;
    }
    ChatWidget *chat = d->takeFromMain();
    d->rememberMain();
    Q_EMIT mainChatChanged();
    d->bringForward(d->placeInWindow(
        chat, WindowPlacement::fromText(d->settings.value(d->placementKey(key)).toString())));
    chat->focusComposer();
}

void ChatHosts::dock(const ConversationKey &key)
{
    ChatWindow *window = d->windowOf(key);
    if (!window || !d->place)
        return;
    ChatWidget *chat = window->takeChat();
    d->dropWindow(window);
    d->placeInMain(chat);
    d->place->activate();
    chat->focusComposer();
}

void ChatHosts::close(const ConversationKey &key)
{
    if (ChatWindow *window = d->windowOf(key)) {
        d->dropWindow(window);
        return;
    }
    if (d->main && d->main->key() == key) {
        d->takeFromMain()->deleteLater();
        d->rememberMain();
        Q_EMIT mainChatChanged();
    }
}

void ChatHosts::dockAll()
{
    const QList<ChatWindow *> open = d->windows;
    if (!d->place)
        return;
    for (ChatWindow *window : open) {
        // The last one stays in sight; the others are in the list.
        if (window == open.last())
            dock(window->key());
        else
            close(window->key());
    }
}

void ChatHosts::bringAllToFront()
{
    if (d->place)
        d->place->activate();
    for (ChatWindow *window : std::as_const(d->windows))
        d->bringForward(window);
}

void ChatHosts::restore()
{
    d->restoring = true;
    const QStringList open = d->settings.value(u"windows/open"_s).toStringList();
    for (const QString &text : open) {
        const std::optional<ConversationKey> key = keyFrom(text);
        if (!key || d->windowOf(*key) || (d->main && d->main->key() == *key))
            continue;
        if (ChatWidget *chat = d->makeChat(*key))
            d->placeInWindow(chat,
                             WindowPlacement::fromText(d->settings.value(d->placementKey(*key)).toString()));
        else
            d->absent << text;
    }
    const std::optional<ConversationKey> main = keyFrom(d->settings.value(u"windows/main"_s).toString());
    if (main && d->place && !d->main && !d->windowOf(*main)) {
        if (ChatWidget *chat = d->makeChat(*main))
            d->placeInMain(chat);
    }
    d->restoring = false;
}

void ChatHosts::freeze()
{
    if (d->frozen)
        return;
    d->rememberWindows();
    for (const ChatWindow *window : std::as_const(d->windows)) {
        if (window->chat())
            window->chat()->saveDraft();
    }
    if (d->main)
        d->main->saveDraft();
    d->frozen = true;
}

ChatWidget *ChatHosts::chat(const ConversationKey &key) const
{
    if (const ChatWindow *window = d->windowOf(key))
        return window->chat();
    return d->main && d->main->key() == key ? d->main.data() : nullptr;
}

QList<ChatWindow *> ChatHosts::windows() const
{
    return d->windows;
}

std::optional<ConversationKey> ChatHosts::mainChat() const
{
    return d->main ? std::optional(d->main->key()) : std::nullopt;
}

bool ChatHosts::isBeingRead(const ConversationKey &key) const
{
    const ChatWidget *shown = chat(key);
    return shown && shown->isVisible() && shown->isActiveWindow() && shown->timeline()->isAtBottom();
}

ChatHosts::How ChatHosts::openByDefault() const
{
    return d->settings.value(u"chat/open-in"_s).toString() == "own"_L1 ? How::OwnWindow : How::MainWindow;
}

void ChatHosts::setOpenByDefault(How how)
{
    d->settings.setValue(u"chat/open-in"_s, how == How::OwnWindow ? u"own"_s : u"main"_s);
}

} // namespace tertulia
