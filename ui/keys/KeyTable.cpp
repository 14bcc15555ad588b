// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/KeyTable.h"

#include "ui/theme/Theme.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

KeyTable::KeyTable(Contents contents, QObject *parent)
    : QStandardItemModel(0, 2, parent)
{
    setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    for (const KeyGroup group : {KeyGroup::Navigation, KeyGroup::Chats, KeyGroup::Messages, KeyGroup::Writing,
                                 KeyGroup::View, KeyGroup::Program}) {
        QStandardItem *item = appendGroup(group);
        for (const KeyId id : KeyMap::all()) {
            if (KeyMap::group(id) == group)
                append(item, KeyMap::text(id), {}, id);
        }
        if (contents == Contents::All)
            appendFixed(item, group);
    }
    connect(&KeyMap::current(), &KeyMap::changed, this, &KeyTable::refresh);
    refresh();
}

QStandardItem *KeyTable::appendGroup(KeyGroup group)
{
    auto *item = new QStandardItem(KeyMap::groupText(group));
    item->setFont(Theme::current().font(1.0, QFont::DemiBold));
    item->setFlags(Qt::ItemIsEnabled);
    auto *beside = new QStandardItem;
    beside->setFlags(Qt::ItemIsEnabled);
    appendRow({item, beside});
    return item;
}

void KeyTable::append(QStandardItem *group, const QString &text, const QString &keys, std::optional<KeyId> id)
{
    auto *what = new QStandardItem(text);
    auto *how = new QStandardItem(keys);
    for (QStandardItem *item : {what, how}) {
        item->setEditable(false);
        if (id)
            item->setData(static_cast<int>(*id), Id);
        item->setData(QString(text + u": "_s + keys), Qt::AccessibleTextRole);
    }
    group->appendRow({what, how});
}

/// What fields and lists do with their own keys.
void KeyTable::appendFixed(QStandardItem *group, KeyGroup which)
{
    const auto key = [](std::initializer_list<const char *> keys) {
        QStringList words;
        for (const char *each : keys)
            words << QKeySequence::fromString(QString::fromLatin1(each)).toString(QKeySequence::NativeText);
        return words.join(u", "_s);
    };
    switch (which) {
    case KeyGroup::Navigation:
        append(group, tr("Menu of a row"), key({"Shift+F10"}), {});
        break;
    case KeyGroup::Messages:
        append(group, tr("From message to message"), key({"Up", "Down"}), {});
        append(group, tr("What can be done with a message"), key({"Space"}), {});
        append(group, tr("One step back"), key({"Esc"}), {});
        break;
    case KeyGroup::Writing:
        append(group, tr("Send"), key({"Return", "Ctrl+Return"}), {});
        append(group, tr("New line in a message"), key({"Shift+Return"}), {});
        append(group, tr("Edit my last message, in an empty field"), key({"Up"}), {});
        break;
    case KeyGroup::Chats:
    case KeyGroup::View:
    case KeyGroup::Program:
        break;
    }
}

void KeyTable::refresh()
{
    for (int group = 0; group < rowCount(); ++group) {
        QStandardItem *parent = item(group);
        for (int row = 0; row < parent->rowCount(); ++row) {
            QStandardItem *what = parent->child(row, 0);
            QStandardItem *how = parent->child(row, 1);
            if (!what->data(Id).isValid())
                continue;
            const auto id = static_cast<KeyId>(what->data(Id).toInt());
            how->setText(KeyMap::current().keysText(id));
            how->setFont(
                Theme::current().font(1.0, KeyMap::current().isChanged(id) ? QFont::Bold : QFont::Normal));
            const QString spoken = what->text() + u": "_s + how->text();
            what->setData(spoken, Qt::AccessibleTextRole);
            how->setData(spoken, Qt::AccessibleTextRole);
        }
    }
}

} // namespace tertulia
