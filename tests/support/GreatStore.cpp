// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GreatStore.h"

#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "tests/support/OfflineProfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Grows when another store would be made, so that one from before is not taken for it.
constexpr int kEdition = 1;

/// Ranks by Zipf's law.
int drawRank(QRandomGenerator &random)
{
    return std::min(GreatStore::kWords - 1,
                    int(std::exp(random.generateDouble() * std::log(double(GreatStore::kWords)))) - 1);
}

void fill(OfflineProfile &profile)
{
    QRandomGenerator random(20260603);
    Store &store = *profile.store;
    const QString account = profile.session().accountId();
    const Jid own = profile.session().address();
    QList<qint64> chats;
    QList<int> whose; // the chat of each message, in the order of time
    whose.reserve(GreatStore::kMessages);
    for (int chat = 0; chat < GreatStore::kChats; ++chat) {
        const auto added = store.conversations().add(account, {.peer = GreatStore::peer(chat)});
        if (!added)
            qFatal("no conversation");
        chats.append(*added);
        whose.insert(whose.size(), GreatStore::size(chat), chat);
    }
    std::shuffle(whose.begin(), whose.end(), random);
    const QDateTime begin({2020, 6, 1}, {8, 0}, Qt::UTC);
    const qint64 span = begin.msecsTo(QDateTime({2026, 6, 3}, {10, 0}, Qt::UTC));
    for (qsizetype i = 0; i < whose.size(); ++i) {
        const int chat = whose.at(i);
        MessageRecord message;
        message.conversation = chats.at(chat);
        message.time = begin.addMSecs(span / GreatStore::kMessages * i);
        message.order = message.time.toMSecsSinceEpoch() * 1000;
        message.outgoing = random.bounded(3) == 0;
        message.sender = message.outgoing ? own : GreatStore::peer(chat);
        message.body = GreatStore::text(random);
        message.originId = QString::number(random.generate64(), 36);
        message.messageId = message.originId;
        message.state = message.outgoing ? DeliveryState::Delivered : DeliveryState::None;
        if (!store.messages().insert(message))
            qFatal("not stored");
        if (i % 1000 == 999 && !store.commit())
            qFatal("not committed");
    }
    if (!store.commit())
        qFatal("not committed");
}

} // namespace

Jid GreatStore::peer(int chat)
{
    return Jid::fromNormalized(u"person%1@example.org"_s.arg(chat));
}

int GreatStore::size(int chat)
{
    // By Zipf's law too, but the last one, which has a hundred.
    static const QList<int> sizes = [] {
        double sum = 0;
        for (int i = 0; i + 1 < kChats; ++i)
            sum += 1.0 / (i + 1);
        QList<int> made;
        int left = kMessages - 100;
        for (int i = kChats - 2; i > 0; --i) {
            const int size = int((kMessages - 100) / sum / (i + 1));
            made.prepend(size);
            left -= size;
        }
        made.prepend(left);
        made.append(100);
        return made;
    }();
    return sizes.at(chat);
}

QString GreatStore::word(int rank)
{
    // Syllables as digits, so that each is another and they can be read.
    static const QStringList syllables{u"la"_s,  u"me"_s,  u"ri"_s, u"to"_s,  u"su"_s,  u"ña"_s,
                                       u"qué"_s, u"dón"_s, u"ca"_s, u"bre"_s, u"sol"_s, u"pi"_s};
    QString word;
    for (int left = rank + 1; left > 0; left /= int(syllables.size()))
        word += syllables.at(left % syllables.size());
    return word;
}

QString GreatStore::text(QRandomGenerator &random)
{
    QString body;
    const int words = 3 + int(random.bounded(16));
    for (int i = 0; i < words; ++i) {
        if (i > 0)
            body += u' ';
        body += word(drawRank(random));
    }
    return body;
}

QString GreatStore::path()
{
    const QString folder = QCoreApplication::applicationDirPath() + u"/great-store-%1"_s.arg(kEdition);
    QString path = folder + u"/store.db"_s;
    if (QFile::exists(path))
        return path;
    // Under another name until it is whole.
    const QString making = folder + u".making"_s;
    QDir(making).removeRecursively();
    QDir().mkpath(making);
    {
        const auto profile = OfflineProfile::at(making + u"/store.db"_s);
        fill(*profile);
    }
    if (!QDir().rename(making, folder))
        qFatal("cannot keep %s", qPrintable(folder));
    return path;
}

} // namespace tertulia::test
