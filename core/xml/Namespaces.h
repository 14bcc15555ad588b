// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Namespaces of the stream itself; those of a feature live in the feature's module.
namespace tertulia::ns
{
inline const QString kClient = QStringLiteral("jabber:client");
inline const QString kStream = QStringLiteral("http://etherx.jabber.org/streams");
inline const QString kStreamErrors = QStringLiteral("urn:ietf:params:xml:ns:xmpp-streams");
inline const QString kStanzaErrors = QStringLiteral("urn:ietf:params:xml:ns:xmpp-stanzas");
inline const QString kTls = QStringLiteral("urn:ietf:params:xml:ns:xmpp-tls");
inline const QString kSasl = QStringLiteral("urn:ietf:params:xml:ns:xmpp-sasl");
inline const QString kSasl2 = QStringLiteral("urn:xmpp:sasl:2");
inline const QString kSaslUpgrade = QStringLiteral("urn:xmpp:sasl:upgrade:0");
inline const QString kFast = QStringLiteral("urn:xmpp:fast:0");
inline const QString kBind2 = QStringLiteral("urn:xmpp:bind:0");
inline const QString kBind = QStringLiteral("urn:ietf:params:xml:ns:xmpp-bind");
inline const QString kSession = QStringLiteral("urn:ietf:params:xml:ns:xmpp-session");
inline const QString kStreamManagement = QStringLiteral("urn:xmpp:sm:3");
inline const QString kFraming = QStringLiteral("urn:ietf:params:xml:ns:xmpp-framing");
inline const QString kXml = QStringLiteral("http://www.w3.org/XML/1998/namespace");
} // namespace tertulia::ns
