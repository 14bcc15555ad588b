// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/BuiltinModules.h"
#include "core/modules/messaging/ReceivedMessage.h"
#include "core/stream/Router.h"
#include "tests/support/CountedIds.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ParsedXml.h"

#include <QByteArrayList>

namespace tertulia
{

/// An address that is known to be good.
Jid jid(const QString &text);
/// The condition of an error stanza ("item-not-found"), or empty if it is none.
QString conditionOf(const XmlElement &stanza);
/// What has words, of what MessagingModule::received() told.
QList<ReceivedMessage> withWords(const QList<QVariantList> &told);

/// All the modules of the program on the real router, spoken to in bytes, without a connection below: what a
/// test of a module needs. The account is ana@example.org/desk. In her roster: bruno@example.com, who sees
/// her and whom she sees; carla@example.com, whom she sees only; mallory@example.net is a stranger.
class ModuleRig
{
public:
    ModuleRig();
    ~ModuleRig();
    Q_DISABLE_COPY_MOVE(ModuleRig)

    template <class M>
    [[nodiscard]] M &module()
    {
        return *m_router.module<M>();
    }
    [[nodiscard]] ModuleHost &host() { return m_router; }
    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] const Jid &own() const { return m_own; }

    // The stream's side.
    /// What the server announces in disco, and what it gives as roster, block list and notes, from now on.
    QStringList serverFeatures = {QStringLiteral("urn:xmpp:carbons:2"), QStringLiteral("urn:xmpp:blocking")};
    QStringList accountFeatures = {QStringLiteral("urn:xmpp:sid:0")};
    QByteArray streamFeatures = "<ver xmlns='urn:xmpp:features:rosterver'/>";
    QStringList inlined; ///< inline features that came with the log-in
    QByteArray roster
        = "<query xmlns='jabber:iq:roster' ver='v1'>"
          "<item jid='bruno@example.com' name='Bruno' subscription='both'><group>Tea</group></item>"
          "<item jid='carla@example.com' subscription='to'/></query>";
    QByteArray blocked = "<blocklist xmlns='urn:xmpp:blocking'/>";
    QByteArray notes = "<query xmlns='jabber:iq:private'><storage xmlns='storage:rosternotes'/></query>";

    /// A fresh stream; nothing is answered.
    void startFresh();
    /// A fresh stream whose opening questions are all answered; what was sent so far is forgotten.
    void goOnline();
    void suspend();
    void resume();
    /// The stream is over and cannot be resumed.
    void end();

    /// The server sends this; one stanza or several.
    void receive(const QByteArray &xml);
    void receive(const XmlElement &stanza) { m_router.receive(stanza); }

    // What the client sent.
    [[nodiscard]] QByteArrayList sent() const { return m_sent; }
    void forgetSent() { m_sent.clear(); }
    /// The one stanza sent since the last look; null if there was none or more than one.
    [[nodiscard]] XmlElement takeOnly();
    /// Takes the oldest iq get or set sent whose payload has this namespace (and goes to `to`); null if none.
    [[nodiscard]] XmlElement takeRequest(const QString &payloadNamespace, const QString &to = {});
    void answer(const XmlElement &request, const QByteArray &payload = {});
    /// The same, from somebody else than was asked.
    void answerAs(const QByteArray &from, const XmlElement &request, const QByteArray &payload);
    void refuse(const XmlElement &request, const QByteArray &condition);

    /// Answers what every stream begins with.
    void answerOpening();

private:
    FakeClock m_clock;
    CountedIds m_ids;
    Jid m_own;
    QByteArrayList m_sent;
    Router m_router;
};

} // namespace tertulia
