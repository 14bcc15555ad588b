// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleHousehold.h"

#include "core/chat/Conversations.h"
#include "core/models/RequestsModel.h"
#include "core/models/RosterModel.h"
#include "core/store/Store.h"
#include "tests/support/CountedIds.h"

#include <QDebug>

namespace tertulia
{

using namespace Qt::StringLiterals;

Jid jidOf(const QString &text)
{
    return Jid::parse(text).value();
}

SampleHousehold::SampleHousehold(Contents contents)
    : m_ids(std::make_unique<CountedIds>())
{
    auto store = Store::open(m_folder.filePath(u"store.db"_s));
    if (!store)
        qFatal("no store: %d", static_cast<int>(store.error().code));
    m_store = std::move(*store);
    if (contents != Contents::Empty) {
        // Written before the sessions look, as if the program had run yesterday.
        Accounts before(services());
        AccountSettings settings;
        settings.id = u"0000-ana"_s;
        settings.name = u"Ana Torres"_s;
        settings.connection.account = jidOf(u"ana@example.org"_s);
        if (!before.add(settings))
            qFatal("no account");
        writeHistory(contents);
    }
    m_accounts = std::make_unique<Accounts>(services());
    if (!m_accounts->load())
        qFatal("accounts cannot be loaded");
    if (contents != Contents::Empty)
        fillModels();
}

SampleHousehold::~SampleHousehold() = default;

SessionServices SampleHousehold::services()
{
    return {{m_clock, m_timers, *m_ids, m_resolver, m_network.factory()},
            m_secrets,
            *m_store,
            m_folder.path(),
            &m_http};
}

XmppSession *SampleHousehold::ana() const
{
    const QList<XmppSession *> sessions = m_accounts->sessions();
    return sessions.isEmpty() ? nullptr : sessions.constFirst();
}

void SampleHousehold::writeHistory(Contents contents)
{
    const Jid own = jidOf(u"ana@example.org"_s);
    Conversations chats(u"0000-ana"_s, own, *m_store, m_clock, *m_ids);
    const QDateTime now = m_clock.now();
    int made = 0;
    const auto say = [&](const QString &peer, bool mine, const QString &body, qint64 minutesAgo,
                         IncomingMessage message = {}) {
        message.peer = jidOf(peer);
        message.outgoing = mine;
        message.sender = mine ? own : message.peer;
        message.body = body;
        message.delay = now.addSecs(-60 * minutesAgo);
        message.messageId = u"sample-%1"_s.arg(++made);
        message.originId = message.messageId;
        message.source = IncomingMessage::Source::Offline;
        if (!chats.incoming(message))
            qFatal("no message");
        return message.messageId;
    };
    const auto react = [&](const QString &peer, bool mine, const QString &target, const QStringList &emojis) {
        say(peer, mine, {}, 1, {.reactsTo = target, .emojis = emojis});
    };
    const auto bruno = u"bruno@example.org"_s;
    say(bruno, false, u"Did you see the draft?"_s, 28);
    const QString draft = say(bruno, false, u"It is on page 4. ¿Qué te parece?"_s, 28);
    const QString nice = say(bruno, true, u"Yes, nice! Me gusta más que la anterior."_s, 25);
    const QString view = say(bruno, true, u"The view from the ofice today is something else."_s, 24);
    say(bruno, true, u"The view from the office today is something else."_s, 23, {.corrects = view});
    const QString regretted = say(bruno, false, u"Se me ha escapado"_s, 20);
    say(bruno, false, {}, 19, {.retracts = regretted});
    chats.markRead(jidOf(bruno));
    say(bruno, false, u"Then I’ll send it tonight."_s, 15, {.answers = nice, .answersSender = own});
    say(bruno, false, u"¡Hasta luego!"_s, 15);
    chats.setPinned(jidOf(bruno), true);
    react(bruno, true, draft, {u"👍"_s});
    react(bruno, false, draft, {u"👍"_s, u"🎉"_s});
    react(bruno, false, view, {u"😮"_s});
    say(u"familia@example.org"_s, false, u"Vale, a las ocho entonces"_s, 3);
    say(u"familia@example.org"_s, false, u"Traigo el postre"_s, 2);
    chats.setPinned(jidOf(u"familia@example.org"_s), true);
    say(u"build@bots.example"_s, false, u"The build is green again"_s, 50);
    chats.setMuted(jidOf(u"build@bots.example"_s), true);
    say(u"carla@example.net"_s, false, u"¿Nos vemos el jueves?"_s, 90);
    chats.markRead(jidOf(u"carla@example.net"_s));
    chats.setDraft(jidOf(u"carla@example.net"_s), {u"Nos vemos el"_s});
    const auto hugo = u"hugo@example.net"_s;
    say(hugo, true, u"How do I *only* see the _names_ that are `~not~` ~here~ there?"_s, 60 * 26 + 30);
    say(hugo, false,
        u"> How do I *only* see the names\n>> Nested, as in a letter that was forwarded twice and does not "
        "end soon\n> that are there?\nLike this:\n```cpp\nfor (const auto &name : names) {\n"
        "    if (!name.isEmpty())\n        print(name);\n}\n```\nand *that* is all of it."_s,
        60 * 26 + 28);
    say(hugo, true, u"Thanks!\n```\nnames.removeIf(isEmpty)\n```"_s, 60 * 26 + 27);
    say(hugo, false, u"The names are those of the prisoners, and the last one is *his*."_s, 60 * 26 + 2,
        {.spoiler = u"The end of the film"_s});
    say(hugo, true, u"I thought so!"_s, 60 * 26 + 1, {.spoiler = QString()});
    say(hugo, true, u"See you on Thursday"_s, 60 * 26);
    say(u"lidia@example.net"_s, false, u"informe-junio.pdf"_s, 60 * 27);
    const QString wrong = say(u"lidia@example.net"_s, false, u"Not for you"_s, 60 * 27);
    say(u"lidia@example.net"_s, false, {}, 60 * 27, {.retracts = wrong});
    chats.markRead(jidOf(u"lidia@example.net"_s));
    say(u"ana@example.org"_s, true, u"Regar las plantas"_s, 60 * 24 * 4);
    if (contents == Contents::Visited)
        say(u"raul@example.com"_s, false, u"Hola, soy Raúl, del curso de acuarela. ¿Eres tú?"_s, 40);
}

void SampleHousehold::fillModels()
{
    RosterModel *roster = ana()->roster();
    const auto both = SubscriptionState::Both;
    const QString work = u"Trabajo"_s;
    const QString family = u"Familia"_s;
    roster->setContacts({
        {jidOf(u"bruno@example.org"_s), u"Bruno Díaz"_s, {work}, both},
        {jidOf(u"carla@example.net"_s), u"Carla Ríos"_s, {work}, both},
        {jidOf(u"hugo@example.net"_s), u"Hugo Paz"_s, {work}, both},
        {jidOf(u"ivan@example.net"_s), u"Iván Gil"_s, {work}, both},
        {jidOf(u"familia@example.org"_s), u"Familia"_s, {family}, both},
        {jidOf(u"lidia@example.net"_s), u"Lidia Sanz"_s, {family}, both},
        {jidOf(u"marta@example.net"_s), u"Marta Vidal"_s, {family}, SubscriptionState::None, true},
        {jidOf(u"build@bots.example"_s), u"build@bots.example"_s, {}, both},
        {jidOf(u"nuria@example.net"_s), u"Nuria Sol"_s, {}, both},
    });
    const QDateTime now = m_clock.now();
    roster->setPresence(jidOf(u"bruno@example.org"_s),
                        {Availability::Away, u"Out for lunch"_s, {u"laptop"_s}, now.addSecs(-600)});
    roster->setPresence(jidOf(u"carla@example.net"_s),
                        {Availability::Available, u"Escribiendo el informe"_s, {u"phone"_s}, now});
    roster->setPresence(jidOf(u"hugo@example.net"_s),
                        {Availability::DoNotDisturb, u"En una reunión"_s, {u"desk"_s}, now});
    roster->setPresence(jidOf(u"familia@example.org"_s), {Availability::Chat, {}, {u"x"_s}, now});
    roster->setPresence(jidOf(u"nuria@example.net"_s),
                        {Availability::ExtendedAway, u"Holidays"_s, {u"x"_s}, now});
    roster->setPresence(jidOf(u"build@bots.example"_s), {Availability::Available, {}, {u"x"_s}, now});
    ana()->requests()->add(jidOf(u"eva@example.net"_s), u"Eva Mora"_s, u"We met on Saturday"_s, now);
}

} // namespace tertulia
