// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <QSet>

namespace tertulia
{

struct DiscoInfo;
class DiscoModule;

/// The block list on the server (XEP-0191). Pushes count from the own account alone. Messages of blocked
/// addresses that the server lets through end here.
class BlockingModule : public Module
{
    Q_OBJECT
public:
    BlockingModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// Whether the server can do it; false until known.
    [[nodiscard]] bool isSupported() const { return m_stream.supported; }
    /// As last known; outlives the stream.
    [[nodiscard]] QList<Jid> list() const { return m_list.values(); }
    /// By itself, by its bare address or by its domain (XEP-0191 2, 3.1).
    [[nodiscard]] bool isBlocked(const Jid &jid) const;

    /// StanzaFeatureNotImplemented when the server cannot. The change itself comes as a push.
    [[nodiscard]] Task<void> block(const Jid &jid);
    [[nodiscard]] Task<void> unblock(const Jid &jid);

Q_SIGNALS:
    void listChanged(const QList<tertulia::Jid> &list);

private:
    void fetch(const DiscoInfo &server);
    IqRoute::Answer handleBlock(const Iq &iq);
    IqRoute::Answer handleUnblock(const Iq &iq);
    Task<void> change(const QString &name, const Jid &jid);
    void setList(const QSet<Jid> &list);

    struct StreamState {
        bool supported = false;
        bool known = false; ///< whether it is supported
    };
    StreamState m_stream;
    QSet<Jid> m_list;
};

} // namespace tertulia
