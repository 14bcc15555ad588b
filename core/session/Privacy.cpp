// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Privacy.h"

#include "core/base/Log.h"
#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "core/modules/xep0092_version/Version.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/modules/xep0202_time/Time.h"
#include "core/session/ChatChoices.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString wordFor(Disclosure what)
{
    switch (what) {
    case Disclosure::Typing:
        return u"typing"_s;
    case Disclosure::Receipts:
        return u"receipts"_s;
    case Disclosure::ReadMarkers:
        return u"markers"_s;
    case Disclosure::Program:
        return u"program"_s;
    case Disclosure::LocalTime:
        return u"localtime"_s;
    }
    return {};
}

} // namespace

Privacy::Privacy(const QString &account, ModuleHost &host, Store &store, ChatChoices &choices,
                 QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_host(host)
    , m_store(store)
    , m_choices(choices)
{
    for (const Disclosure what : {Disclosure::Receipts, Disclosure::Program, Disclosure::LocalTime})
        apply(what);
    host.module<ChatStatesModule>()->setTellingTest([guard = QPointer(this)](const Jid &bare) {
        return guard && guard->tellsIn(bare, Disclosure::Typing);
    });
    connect(&choices, &ChatChoices::changed, this, &Privacy::changed);
}

QString Privacy::accountKey(Disclosure what) const
{
    return wordFor(what) + u'/' + m_account;
}

bool Privacy::tells(Disclosure what) const
{
    return m_store.settings().value(accountKey(what), true).toBool();
}

void Privacy::setTells(Disclosure what, bool tells)
{
    if (this->tells(what) == tells)
        return;
    if (const auto kept = m_store.settings().setValue(accountKey(what), tells); !kept)
        qCWarning(logSession) << "what others learn is not kept:" << int(kept.error().code);
    apply(what);
    Q_EMIT changed();
}

bool Privacy::tellsIn(const Jid &peer, Disclosure what) const
{
    return choiceIn(peer, what).value_or(tells(what));
}

std::optional<bool> Privacy::choiceIn(const Jid &peer, Disclosure what) const
{
    const QVariant chosen = m_choices.value(peer, wordFor(what));
    return chosen.isValid() ? std::optional(chosen.toBool()) : std::nullopt;
}

void Privacy::chooseIn(const Jid &peer, Disclosure what, std::optional<bool> tells)
{
    m_choices.choose(peer, wordFor(what), tells ? QVariant(*tells) : QVariant());
}

/// Those that a module answers by itself; the others are asked about each time.
void Privacy::apply(Disclosure what)
{
    if (what == Disclosure::Receipts)
        m_host.module<ReceiptsModule>()->setAnswering(tells(what));
    else if (what == Disclosure::Program)
        m_host.module<VersionModule>()->setAnswering(tells(what));
    else if (what == Disclosure::LocalTime)
        m_host.module<TimeModule>()->setAnswering(tells(what));
}

} // namespace tertulia
