// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QObject>

namespace tertulia
{

class ChatChoices;
class FieldSpelling;

/// Checks what is written in one chat in the languages that the person chose for it (R23), and keeps what
/// they choose.
class ChatSpelling : public QObject
{
    Q_OBJECT
public:
    /// Lives as long as `field`; `choices` must outlive it.
    ChatSpelling(ChatChoices &choices, const Jid &peer, FieldSpelling &field);

private:
    void read();

    ChatChoices &m_choices;
    const Jid m_peer;
    FieldSpelling &m_field;
};

} // namespace tertulia
