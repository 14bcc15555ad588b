// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/XmppUri.h"

#include <QStringList>
#include <QUrl>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

} // namespace

std::optional<XmppUri> XmppUri::parse(const QString &text)
{
    const QString link = text.trimmed();
    constexpr auto scheme = "xmpp:"_L1;
    if (!link.startsWith(scheme, Qt::CaseInsensitive) || link.size() > 4096)
        return {};
    QString rest = link.sliced(scheme.size()).section(u'#', 0, 0);
    if (rest.startsWith("//"_L1)) {
        // xmpp://account/address: which account to use stays the person's choice.
        const qsizetype slash = rest.indexOf(u'/', 2);
        if (slash < 0)
            return {};
        rest = rest.sliced(slash + 1);
    }
    const Result<Jid> address = Jid::parse(decoded(rest.section(u'?', 0, 0)));
    if (!address)
        return {};
    XmppUri uri;
    uri.address = address->bare();
    const QStringList query = rest.section(u'?', 1).split(u';', Qt::SkipEmptyParts);
    if (query.isEmpty())
        return uri;
    const QString verb = query.constFirst();
    uri.action = verb == "message"_L1                     ? Action::Message
        : verb == "roster"_L1 || verb == "subscribe"_L1   ? Action::AddContact
        : verb == "remove"_L1 || verb == "unsubscribe"_L1 ? Action::RemoveContact
        : verb == "join"_L1 || verb == "invite"_L1        ? Action::JoinRoom
                                                          : Action::Other;
    for (const QString &pair : query.mid(1)) {
        const QString key = pair.section(u'=', 0, 0);
        const QString value = decoded(pair.section(u'=', 1));
        if (key == "body"_L1)
            uri.body = value;
        else if (key == "name"_L1)
            uri.name = value;
    }
    return uri;
}

QString xmppLink(const Jid &bare)
{
    // What RFC 5122 lets stand in a node identifier beside letters and digits.
    const QByteArray kept = "!$&'()*+,;=-._~:";
    const auto escaped
        = [&kept](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part, kept)); };
    const QString node = bare.localpart().isEmpty() ? QString() : QString(escaped(bare.localpart()) + u'@');
    return u"xmpp:"_s + node + escaped(bare.domain());
}

} // namespace tertulia
