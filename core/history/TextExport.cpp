// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/TextExport.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

void TextExport::begin(const QList<ExportedChat> &) { }

void TextExport::beginChat(const ExportedChat &chat)
{
    put(u"# "_s + chat.account.toString() + u", "_s + chat.peer.toString() + u'\n');
}

void TextExport::write(const ExportedMessage &message)
{
    const MessageRecord &record = message.record;
    const QDateTime local = record.time.toLocalTime();
    QString line = local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate) + u" <"_s
        + record.sender.toString() + u"> "_s;
    const auto aside = [](const QString &text) { return QString(u'(' + text + u')'); };
    // Nothing in a message steers the terminal it may be read on.
    const auto plain
        = [this](const QString &text) { return words().shown(text).replace(u'\n', u"\n    "_s); };
    line += record.retracted.isValid() ? aside(words().takenBack) : plain(record.body);
    if (record.edited.isValid())
        line += u' ' + aside(words().edited);
    if (record.state == DeliveryState::Failed)
        line += u' ' + aside(words().notSent);
    else if (record.state == DeliveryState::Queued)
        line += u' ' + aside(words().notSentYet);
    for (const QString &text : message.earlier)
        line += u"\n    "_s + aside(words().earlier) + u' ' + plain(text);
    put(line + u'\n');
}

void TextExport::endChat() { }

void TextExport::end() { }

} // namespace tertulia
