// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/models/Roles.h"
#include "core/stanza/Presence.h"
#include "core/stanza/Subscription.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace tertulia
{

/// One contact's roster facts (RFC 6121 2.1.2).
struct ContactFacts {
    Jid jid; ///< bare
    QString name; ///< as in the roster; may be empty
    QStringList groups;
    SubscriptionState subscription = SubscriptionState::None;
    bool askPending = false;
    bool blocked = false;

    bool operator==(const ContactFacts &) const = default;
};

/// What somebody listens to (XEP-0118); untrusted.
struct TuneFacts {
    QString artist;
    QString title;

    bool operator==(const TuneFacts &) const = default;
};

/// What a contact's resources add up to.
struct PresenceFacts {
    Availability availability = Availability::Offline;
    QString status;
    QStringList resources; ///< best first
    QDateTime since; ///< of the present availability, UTC

    bool operator==(const PresenceFacts &) const = default;
};

/// The roster of one account, a flat list of contacts in no particular order. Fed by the session with facts;
/// announces each change as what it is. A roster that comes again after a reconnect is a difference, not a
/// reset. Presence, nickname and picture are also kept of people who are not contacts: they are asked for by
/// address and told by personChanged().
class RosterModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `owner`: the account's bare address.
    explicit RosterModel(const QString &account, const Jid &owner = {}, QObject *parent = nullptr);

    [[nodiscard]] const QString &account() const { return m_account; }
    [[nodiscard]] const Jid &owner() const { return m_owner; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Of the contacts, in the order of the rows.
    [[nodiscard]] QList<Jid> addresses() const;
    /// Makes the list equal to `contacts`: removes, changes and inserts only where it differs.
    void setContacts(const QList<ContactFacts> &contacts);
    void setContact(const ContactFacts &contact);
    void removeContact(const Jid &bare);
    void setPresence(const Jid &bare, const PresenceFacts &presence);
    /// Everybody offline (the stream ended).
    void clearPresence();
    void setAvatarFile(const Jid &bare, const QString &path);
    void setNickname(const Jid &bare, const QString &nickname);
    void setTyping(const Jid &bare, bool typing);
    void setBlocked(const Jid &bare, bool blocked);
    /// Addresses and domains that are blocked, of contacts or not.
    void setBlockList(const QSet<Jid> &blocked);
    /// All notes; who has none there has none any more.
    void setNotes(const QHash<Jid, QString> &notes);
    void setTune(const Jid &bare, const TuneFacts &tune);

    [[nodiscard]] bool contains(const Jid &bare) const;
    [[nodiscard]] QModelIndex indexOf(const Jid &bare) const;
    /// Address of the contact in a row.
    [[nodiscard]] const Jid &jidAt(int row) const { return m_rows[row].jid; }
    /// Roster name, nickname or address.
    [[nodiscard]] QString nameOf(const Jid &bare) const;
    [[nodiscard]] QString avatarFile(const Jid &bare) const;
    [[nodiscard]] bool isTyping(const Jid &bare) const;
    [[nodiscard]] bool isBlocked(const Jid &bare) const;
    [[nodiscard]] QString noteOn(const Jid &bare) const { return m_notes.value(bare); }
    [[nodiscard]] ContactFacts contact(const Jid &bare) const;
    [[nodiscard]] PresenceFacts presence(const Jid &bare) const;
    /// All group names in use, sorted.
    [[nodiscard]] QStringList groups() const;

Q_SIGNALS:
    /// Anything that the functions above tell about this address, contact or not.
    void personChanged(const tertulia::Jid &bare);

private:
    /// What is known of a person beside the roster.
    struct Person {
        PresenceFacts presence;
        QString avatarFile;
        QString nickname;
        TuneFacts tune;
        bool typing = false;
        bool blocked = false;
    };
    void appendContacts(const QList<ContactFacts> &contacts);
    void dropRows(int first, int last);
    void changeContact(int row, const ContactFacts &contact);
    void tell(const Jid &bare, const QList<int> &roles);

    QString m_account;
    Jid m_owner;
    QList<ContactFacts> m_rows;
    QHash<Jid, int> m_byJid;
    QHash<Jid, Person> m_people;
    QHash<Jid, QString> m_notes;
    QSet<Jid> m_blocked;
};

} // namespace tertulia
