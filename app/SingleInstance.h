// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ProfileLock.h"
#include "core/base/Task.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tertulia
{

/// What the running copy says to a second start, which prints the text and exits with the code.
struct InstanceAnswer {
    int code = 0;
    QString text;
};

/// Makes sure that a profile is open in one process only: a lock file decides who is first, a local socket
/// brings the wishes of later starts to it. Only processes of the same user are heard, one request of at most
/// 64 KiB each, within five seconds (SECURITY A130).
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    using Answerer = std::function<InstanceAnswer(const QJsonObject &request)>;
    /// For what takes its time.
    using LateAnswerer = std::function<Task<InstanceAnswer>(const QJsonObject &request)>;

    SingleInstance(const QString &lockFile, const QString &socketFile, QObject *parent = nullptr);

    enum class Role { First, Second };
    /// Takes the lock; StoreReadOnly (subject: the file) if no lock can be made there.
    Result<Role> claim();
    /// Answers later starts from now on. Requests come from the event loop.
    bool listen(LateAnswerer answerer);
    bool listen(const Answerer &answerer);

private:
    class Guest;

    void greet();

    ProfileLock m_lock;
    QString m_socketFile;
    QLocalServer m_server;
    LateAnswerer m_answerer;
    int m_guests = 0;
};

/// The other side: hands `request` to the copy that listens at `socketFile`. As that copy may still be
/// starting, tries for ten seconds; NotConnected then, or if who answers is another user. The answer may take
/// as long as `patience`.
class InstanceCall : public QObject
{
    Q_OBJECT
public:
    InstanceCall(const QString &socketFile, const QJsonObject &request, QObject *parent = nullptr);
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    Task<InstanceAnswer> start();

private:
    void connectSoon();
    void readAnswer();
    void finish(Result<InstanceAnswer> result);

    QString m_socketFile;
    QByteArray m_request;
    QByteArray m_received;
    QLocalSocket m_socket;
    QTimer m_retry;
    QTimer m_deadline;
    std::chrono::milliseconds m_patience{10'000};
    Promise<InstanceAnswer> m_promise;
};

} // namespace tertulia
