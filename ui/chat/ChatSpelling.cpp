// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatSpelling.h"

#include "core/session/ChatChoices.h"
#include "ui/spelling/FieldSpelling.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Names of languages with spaces between them; empty: the words are not checked.
constexpr QLatin1String kKey("spelling");

} // namespace

ChatSpelling::ChatSpelling(ChatChoices &choices, const Jid &peer, FieldSpelling &field)
    : QObject(&field)
    , m_choices(choices)
    , m_peer(peer)
    , m_field(field)
{
    connect(&field, &FieldSpelling::languagesChosen, this,
            [this](const std::optional<QStringList> &languages) {
                m_choices.choose(m_peer, kKey,
                                 languages ? QVariant(QString(u""_s + languages->join(u' '))) : QVariant());
            });
    connect(&choices, &ChatChoices::changed, this, [this](const Jid &who, const QString &key) {
        if (who == m_peer && key == kKey)
            read();
    });
    read();
}

void ChatSpelling::read()
{
    const QVariant chosen = m_choices.value(m_peer, kKey);
    m_field.setLanguages(chosen.isValid() ? std::optional(chosen.toString().split(u' ', Qt::SkipEmptyParts))
                                          : std::nullopt);
}

} // namespace tertulia
