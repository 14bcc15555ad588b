// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0377_reporting/Report.h"
#include "core/stream/Module.h"

#include <QSet>

#include <optional>

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
    /// Whether it takes reports too (XEP-0377); false until known.
    [[nodiscard]] bool takesReports() const { return m_stream.supported && m_stream.takesReports; }
    /// As last known; outlives the stream.
    [[nodiscard]] QList<Jid> list() const { return m_list.values(); }
    /// By itself, by its bare address or by its domain (XEP-0191 2, 3.1).
    [[nodiscard]] bool isBlocked(const Jid &jid) const;

    /// StanzaFeatureNotImplemented when the server cannot. The change itself comes as a push. The report goes
    /// along where the server takes one; else it is a mere block.
    [[nodiscard]] Task<void> block(const Jid &jid, const std::optional<Report> &report = {})
    {
        return block(QList<Jid>{jid}, report);
    }
    /// All of them in one step; the report is about the first. AddressEmpty, with nothing sent, if one is
    /// null or there is none.
    [[nodiscard]] Task<void> block(const QList<Jid> &jids, const std::optional<Report> &report = {});
    [[nodiscard]] Task<void> unblock(const Jid &jid) { return unblock(QList<Jid>{jid}); }
    /// All of them in one step. AddressEmpty, with nothing sent, if one is null or there is none.
    [[nodiscard]] Task<void> unblock(const QList<Jid> &jids);

Q_SIGNALS:
    void listChanged(const QList<tertulia::Jid> &list);
    /// What the server can is known.
    void supportKnown();

private:
    void fetch(const DiscoInfo &server);
    IqRoute::Answer handleBlock(const Iq &iq);
    IqRoute::Answer handleUnblock(const Iq &iq);
    Task<void> change(const XmlElement &command);
    void setList(const QSet<Jid> &list);

    struct StreamState {
        bool supported = false;
        bool takesReports = false;
        bool known = false; ///< whether it is supported
    };
    StreamState m_stream;
    QSet<Jid> m_list;
};

} // namespace tertulia
