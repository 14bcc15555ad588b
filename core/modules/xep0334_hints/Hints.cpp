// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0334_hints/Hints.h"

namespace tertulia
{

namespace
{

const QString kHintsNamespace = QStringLiteral("urn:xmpp:hints");

QString nameOf(Hint hint)
{
    switch (hint) {
    case Hint::NoPermanentStore:
        return QStringLiteral("no-permanent-store");
    case Hint::NoStore:
        return QStringLiteral("no-store");
    case Hint::NoCopy:
        return QStringLiteral("no-copy");
    case Hint::Store:
        break;
    }
    return QStringLiteral("store");
}

} // namespace

void addHint(Message &message, Hint hint)
{
    if (!hasHint(message, hint))
        message.payloads.append(XmlElement(nameOf(hint), kHintsNamespace));
}

bool hasHint(const Message &message, Hint hint)
{
    return message.hasPayload(nameOf(hint), kHintsNamespace);
}

} // namespace tertulia
