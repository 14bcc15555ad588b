// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

class MessagingModule;
class RosterModule;
struct ReceivedMessage;

/// Displayed markers (XEP-0333): asks for them with every chat message that has a body, tells of those that
/// come, and sends what the person saw.
class MarkersModule : public Module
{
    Q_OBJECT
public:
    MarkersModule(ModuleHost &host, MessagingModule &messaging, RosterModule &roster,
                  QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;

    /// Whether who wrote it would like to know when it is seen.
    [[nodiscard]] static bool isMarkable(const Message &message);
    /// The id up to which all was seen, or empty.
    [[nodiscard]] static QString displayedIn(const Message &message);

    /// Tells `bare` that all up to their message with this id was seen. False if it was not told: while
    /// offline, to who may not see our presence (7), or when this is switched off.
    bool tellDisplayed(const Jid &bare, const QString &id);

Q_SIGNALS:
    /// `from` (bare) saw the message with this id and all before it, if it was sent to them (SECURITY A67).
    void displayed(const QString &id, const tertulia::Jid &from);
    /// Another device of ours told `peer` (bare) that all up to their message with this id was seen.
    void displayedElsewhere(const QString &id, const tertulia::Jid &peer);

private:
    void observe(const ReceivedMessage &received);
    static void decorate(Message &message);

    RosterModule &m_roster;
};

} // namespace tertulia
