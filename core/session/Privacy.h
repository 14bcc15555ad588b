// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QObject>

#include <optional>

namespace tertulia
{

class ChatChoices;
class ModuleHost;
class Store;

/// What others can learn of a person beside what the person says (UI e.16). Only contacts ever learn it.
enum class Disclosure {
    Typing, ///< that they are writing (XEP-0085)
    Receipts, ///< that a message arrived (XEP-0184)
    ReadMarkers, ///< that it was seen (XEP-0333)
    Program, ///< which program and version they use (XEP-0092)
    LocalTime, ///< the time where they are (XEP-0202)
};

/// What an account tells its contacts of the person; everything, until the person says otherwise. A single
/// chat can differ in typing and read markers. Kept in the store, in force at once.
class Privacy : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    Privacy(const QString &account, ModuleHost &host, Store &store, ChatChoices &choices,
            QObject *parent = nullptr);

    [[nodiscard]] bool tells(Disclosure what) const;
    void setTells(Disclosure what, bool tells);
    /// What was chosen for the chat, or else what holds for the account.
    [[nodiscard]] bool tellsIn(const Jid &peer, Disclosure what) const;
    /// Nothing: as the account does.
    [[nodiscard]] std::optional<bool> choiceIn(const Jid &peer, Disclosure what) const;
    void chooseIn(const Jid &peer, Disclosure what, std::optional<bool> tells);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString accountKey(Disclosure what) const;
    void apply(Disclosure what);

    QString m_account;
    ModuleHost &m_host;
    Store &m_store;
    ChatChoices &m_choices;
};

} // namespace tertulia
