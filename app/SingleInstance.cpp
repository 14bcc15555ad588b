// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SingleInstance.h"

#include "core/base/Log.h"

#include <QFile>
#include <QJsonDocument>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <chrono>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qint64 kLongestRequest = 64 * 1024;
constexpr qint64 kLongestAnswer = 1024 * 1024;
constexpr int kMostGuests = 16;
constexpr auto kRequestTime = 5s;
constexpr auto kCallTime = 10s;
constexpr auto kRetryTime = 100ms;

bool isSameUser(const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    struct ucred peer = {};
    socklen_t size = sizeof peer;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
#else
    // Elsewhere the socket's own permissions decide.
    Q_UNUSED(socket);
    return true;
#endif
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

/// One connection from a later start, until it was answered or sent away.
class SingleInstance::Guest : public QObject
{
public:
    Guest(SingleInstance *host, QLocalSocket *socket)
        : QObject(host)
        , m_host(host)
        , m_socket(socket)
    {
        ++m_host->m_guests;
        m_socket->setParent(this);
        m_socket->setReadBufferSize(kLongestRequest);
        connect(m_socket, &QLocalSocket::readyRead, this, &Guest::read);
        connect(m_socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, &Guest::sendAway);
        m_deadline.start(kRequestTime);
        read();
    }
    ~Guest() override { --m_host->m_guests; }
    Q_DISABLE_COPY_MOVE(Guest)

private:
    void read()
    {
        if (m_answered)
            return;
        m_received += m_socket->readAll();
        const qsizetype end = m_received.indexOf('\n');
        if (end < 0) {
            if (m_received.size() >= kLongestRequest)
                sendAway();
            return;
        }
        const QJsonDocument request = QJsonDocument::fromJson(m_received.left(end));
        if (!request.isObject()) {
            sendAway();
            return;
        }
        m_answered = true;
        m_deadline.stop();
        m_host->m_answerer(request.object()).then(this, [this](const Result<InstanceAnswer> &answer) {
            const InstanceAnswer said = answer.value_or(InstanceAnswer{1, {}});
            m_socket->write(lineOf({{u"code"_s, said.code}, {u"text"_s, said.text}}));
            // Whose answer is "I am going" has no later.
            m_socket->flush();
            m_socket->disconnectFromServer();
        });
    }

    void sendAway()
    {
        m_socket->abort();
        deleteLater();
    }

    SingleInstance *m_host;
    QLocalSocket *m_socket;
    QTimer m_deadline;
    QByteArray m_received;
    bool m_answered = false;
};

SingleInstance::SingleInstance(const QString &lockFile, const QString &socketFile, QObject *parent)
    : QObject(parent)
    , m_lock(lockFile)
    , m_socketFile(socketFile)
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

Result<SingleInstance::Role> SingleInstance::claim()
{
    switch (m_lock.take()) {
    case ProfileLock::Outcome::Taken:
        return Role::First;
    case ProfileLock::Outcome::HeldByAnother:
        return Role::Second;
    case ProfileLock::Outcome::Impossible:
        break;
    }
    return failure(ErrorCode::StoreReadOnly, m_lock.file());
}

bool SingleInstance::listen(const Answerer &answerer)
{
    return listen(LateAnswerer([answerer](const QJsonObject &request) {
        return Task<InstanceAnswer>::completed(answerer(request));
    }));
}

bool SingleInstance::listen(LateAnswerer answerer)
{
    m_answerer = std::move(answerer);
    // The lock is ours, so a socket that lies there is one that a crash left behind.
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socketFile);
    if (m_server.listen(m_socketFile))
        return true;
    qCWarning(logApp) << "later starts cannot reach this one:" << m_server.errorString();
    return false;
}

void SingleInstance::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_guests < kMostGuests && isSameUser(*socket)) {
            new Guest(this, socket);
        } else {
            socket->abort();
            socket->deleteLater();
        }
    }
}

InstanceCall::InstanceCall(const QString &socketFile, const QJsonObject &request, QObject *parent)
    : QObject(parent)
    , m_socketFile(socketFile)
    , m_request(lineOf(request))
{
    m_retry.setSingleShot(true);
    m_deadline.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { m_socket.connectToServer(m_socketFile); });
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(failure(ErrorCode::NotConnected)); });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        if (isSameUser(m_socket)) {
            m_socket.write(m_request);
            m_deadline.start(m_patience);
        } else {
            finish(failure(ErrorCode::NotConnected));
        }
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &InstanceCall::readAnswer);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &InstanceCall::connectSoon);
}

Task<InstanceAnswer> InstanceCall::start()
{
    m_deadline.start(kCallTime);
    m_retry.start(0ms);
    return m_promise.task();
}

void InstanceCall::connectSoon()
{
    // Whoever was talked to is gone; perhaps it was ending, or is not listening yet.
    readAnswer();
    if (m_deadline.isActive()) {
        m_received.clear();
        m_retry.start(kRetryTime);
    }
}

void InstanceCall::readAnswer()
{
    if (m_socket.isOpen())
        m_received += m_socket.read(kLongestAnswer);
    const qsizetype end = m_received.indexOf('\n');
    if (end < 0) {
        if (m_received.size() >= kLongestAnswer)
            finish(failure(ErrorCode::MalformedReply));
        return;
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_received.left(end)).object();
    finish(InstanceAnswer{answer.value(u"code"_s).toInt(1), answer.value(u"text"_s).toString()});
}

void InstanceCall::finish(Result<InstanceAnswer> result)
{
    m_deadline.stop();
    m_retry.stop();
    m_promise.finish(std::move(result));
}

} // namespace tertulia
