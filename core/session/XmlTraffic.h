// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <optional>

namespace tertulia
{

class XmppStream;

/// Why something that was typed by hand is not sent.
enum class XmlFault {
    Unfinished, ///< it may become XML
    Broken, ///< it does not
    NotOne, ///< none, several, or text beside it
    NotAStanza, ///< no message, presence or request; an answer is none that anybody waits for
    NotOnline,
};

/// What goes over an account's stream, and a way to say something on it by hand: for who looks for a fault.
/// Only in memory, and only while somebody listens; of the log-in and of changes of the password, nothing.
class XmlTraffic : public QObject
{
    Q_OBJECT
public:
    /// `stream` must outlive this.
    explicit XmlTraffic(XmppStream &stream, QObject *parent = nullptr);

    /// What is wrong with it; nothing if send() takes it while the account is online. UTF-8.
    [[nodiscard]] static std::optional<XmlFault> check(const QByteArray &xml);
    /// Sends one stanza as the program would send its own: an id is filled in where it lacks one, a request
    /// gets one of ours, and what our messages always carry is added.
    std::optional<XmlFault> send(const QByteArray &xml);

Q_SIGNALS:
    /// As it went over the wire: one element, or the beginning or the end of a stream.
    void passed(bool outgoing, const QByteArray &xml);

protected:
    void connectNotify(const QMetaMethod &signal) override;
    void disconnectNotify(const QMetaMethod &signal) override;

private:
    XmppStream &m_stream;
    QMetaObject::Connection m_listening;
};

} // namespace tertulia
