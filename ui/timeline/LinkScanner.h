// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>
#include <QUrl>

namespace tertulia
{

/// A piece of a text that can be opened.
struct TextLink {
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url;
};

/// Schemes that may ever be handed to the system: http, https, mailto, xmpp, geo.
bool mayOpen(const QUrl &url);

/// Where it leads, as it goes over the wire: the host by itself, where letters do not only look alike and
/// nobody's name stands in front, and below it all of it (SECURITY A100).
QString linkTarget(const QUrl &url);

/// Links in plain text, in order: only those that spell their scheme, at most 2,048 characters each. One pass
/// over the text, so that hostile text costs no more than other text of its length (SECURITY A98, A111,
/// A124): `steps`, if given, is how many times a character was looked at.
QList<TextLink> findLinks(QStringView text, qsizetype *steps = nullptr);

} // namespace tertulia
