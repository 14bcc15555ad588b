// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/roster/RosterItem.h"
#include "core/stream/Module.h"

#include <QHash>

#include <optional>

namespace tertulia
{

/// The contact list (RFC 6121 2; versions by XEP-0237, now RFC 6121 2.6). What is known of it outlives the
/// stream, so that contacts show while offline.
class RosterModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    /// What an earlier run kept, before the first start. Emits nothing.
    void setCache(const QString &version, const QList<RosterItem> &items);

    [[nodiscard]] QList<RosterItem> items() const { return m_items.values(); }
    [[nodiscard]] std::optional<RosterItem> item(const Jid &bare) const;
    /// In the roster, whatever the subscription.
    [[nodiscard]] bool contains(const Jid &jid) const;
    /// In the roster and allowed to see our presence: who counts as Sender::Contact.
    [[nodiscard]] bool isContact(const Jid &jid) const;
    /// Whether the server's word was heard since the stream started afresh.
    [[nodiscard]] bool isLoaded() const { return m_stream.loaded; }

    /// Adds or changes an entry: `item.jid`, name and groups; the rest is the server's. Completes with the
    /// server's answer; the change itself comes as a push.
    [[nodiscard]] Task<void> setItem(const RosterItem &item);
    /// Removes an entry, and with it the subscriptions both ways.
    [[nodiscard]] Task<void> remove(const Jid &bare);

Q_SIGNALS:
    /// The whole list, once after each fresh start (also when it had not changed since the cache).
    void loaded(const QList<tertulia::RosterItem> &items);
    /// The list was refused or did not come; what is known stays.
    void loadFailed(const tertulia::Error &error);
    /// A push added or changed an entry.
    void itemChanged(const tertulia::RosterItem &item);
    void itemRemoved(const tertulia::Jid &bare);
    /// What to keep for setCache(); only when the server versions its rosters.
    void cacheChanged(const QString &version, const QList<tertulia::RosterItem> &items);

private:
    IqRoute::Answer handlePush(const Iq &iq);
    void handleRoster(const Result<XmlElement> &reply);
    void reportCache();
    Task<void> set(const XmlElement &item);

    struct StreamState {
        bool loaded = false;
        bool versioned = false;
    };

    StreamState m_stream;
    QHash<Jid, RosterItem> m_items;
    QString m_version;
};

} // namespace tertulia
