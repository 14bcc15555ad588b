// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Migrations.h"

#include "core/store/Database.h"

#include <array>
#include <span>

namespace tertulia::migrations
{

namespace
{

// A migration that has been in a release is never edited: add one below. Each begins with its number, so that
// two branches that both add "the next one" meet in a merge conflict.
constexpr SqlText kVersion1[] = {
    // Who we are. No secret is kept here (SECURITY B16).
    R"(CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        jid TEXT NOT NULL,
        name TEXT NOT NULL,
        resource TEXT NOT NULL,
        host TEXT NOT NULL,
        port INTEGER NOT NULL,
        security INTEGER NOT NULL,
        allow_plain INTEGER NOT NULL,
        scram_worked INTEGER NOT NULL,
        enabled INTEGER NOT NULL,
        remember_password INTEGER NOT NULL,
        availability INTEGER NOT NULL,
        status TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE account_authorities (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        der BLOB NOT NULL,
        PRIMARY KEY (account_id, position)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE account_pins (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        domain TEXT NOT NULL,
        spki_sha256 BLOB NOT NULL,
        accepted TEXT NOT NULL, -- names of errors, separated by spaces
        PRIMARY KEY (account_id, position)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value ANY NOT NULL) STRICT, WITHOUT ROWID)",

    // Contacts as last told by the server.
    R"(CREATE TABLE roster_versions (
        account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
        version TEXT) STRICT)",
    R"(CREATE TABLE roster_items (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        jid TEXT NOT NULL,
        name TEXT NOT NULL,
        subscription INTEGER NOT NULL,
        ask INTEGER NOT NULL,
        PRIMARY KEY (account_id, jid)) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE roster_groups (
        account_id INTEGER NOT NULL,
        jid TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (account_id, jid, name),
        FOREIGN KEY (account_id, jid) REFERENCES roster_items(account_id, jid) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE avatars (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        jid TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (account_id, jid)) STRICT, WITHOUT ROWID)",

    // Chats.
    R"(CREATE TABLE conversations (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        peer TEXT NOT NULL,
        kind INTEGER NOT NULL,
        is_open INTEGER NOT NULL,
        archived INTEGER NOT NULL,
        pinned INTEGER NOT NULL,
        pin_order INTEGER NOT NULL,
        muted_until INTEGER, -- milliseconds since 1970, UTC, as every time here
        draft TEXT NOT NULL,
        draft_time INTEGER,
        read_order INTEGER NOT NULL,
        first_unread INTEGER,
        unread INTEGER NOT NULL,
        UNIQUE (account_id, peer)) STRICT)",
    R"(CREATE TABLE messages (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: views hold on to it
        conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        order_key INTEGER NOT NULL,
        outgoing INTEGER NOT NULL,
        sender TEXT NOT NULL,
        time INTEGER NOT NULL,
        delayed INTEGER NOT NULL,
        body TEXT NOT NULL,
        origin_id TEXT,
        message_id TEXT, -- NULL: the same as origin_id, as most clients do
        stanza_id TEXT,
        stanza_id_by TEXT,
        state INTEGER NOT NULL,
        error TEXT, -- name of the error
        error_subject TEXT,
        error_text TEXT,
        protection INTEGER NOT NULL) STRICT)",
    "CREATE INDEX messages_by_order ON messages(conversation_id, order_key)",
    // What makes two copies of a message one row. The sender is part of it: nobody's forged id can hide what
    // somebody else said (SECURITY A65).
    R"(CREATE UNIQUE INDEX messages_by_origin ON messages(conversation_id, origin_id, sender)
        WHERE origin_id IS NOT NULL)",
    R"(CREATE UNIQUE INDEX messages_by_stanza_id ON messages(conversation_id, stanza_id, stanza_id_by, sender)
        WHERE stanza_id IS NOT NULL)",
    R"(CREATE INDEX messages_by_message_id ON messages(conversation_id, message_id)
        WHERE message_id IS NOT NULL)",
    // Replies, corrections, retractions: which message speaks of which. The target may come later than what
    // speaks of it, so its id on the wire is kept beside the row.
    R"(CREATE TABLE message_links (
        message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
        kind INTEGER NOT NULL, -- 0 reply, 1 correction, 2 retraction, 3 moderation
        target_key TEXT NOT NULL,
        target_sender TEXT,
        target_id INTEGER REFERENCES messages(id) ON DELETE SET NULL,
        PRIMARY KEY (message_id, kind)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX message_links_by_target ON message_links(target_id, kind)",
    "CREATE INDEX message_links_by_key ON message_links(target_key)",
    R"(CREATE TABLE reactions (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        target_key TEXT NOT NULL,
        target_id INTEGER REFERENCES messages(id) ON DELETE CASCADE,
        sender TEXT NOT NULL,
        emoji TEXT NOT NULL,
        time INTEGER NOT NULL,
        UNIQUE (conversation_id, target_key, sender, emoji)) STRICT)",
    "CREATE INDEX reactions_by_target ON reactions(target_id)",
    R"(CREATE TABLE outbox (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        message_id INTEGER NOT NULL UNIQUE REFERENCES messages(id) ON DELETE CASCADE,
        attempts INTEGER NOT NULL,
        facts BLOB -- what a stanza needs beyond the message row, for later features
        ) STRICT)",

    // Full text, filled from the first message. MessagesTable::insert() adds the new ones.
    R"(CREATE VIRTUAL TABLE messages_text USING fts5(body, content = 'messages', content_rowid = 'id',
        columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'))",
    R"(CREATE TRIGGER messages_text_delete AFTER DELETE ON messages BEGIN
        INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
        END)",
    R"(CREATE TRIGGER messages_text_update AFTER UPDATE OF body ON messages BEGIN
        INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO messages_text(rowid, body) VALUES (new.id, new.body);
        END)",

    // Rooms.
    R"(CREATE TABLE rooms (
        conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
        nickname TEXT NOT NULL,
        name TEXT NOT NULL,
        subject TEXT NOT NULL,
        autojoin INTEGER NOT NULL,
        is_private INTEGER NOT NULL,
        features TEXT NOT NULL) STRICT)",
    R"(CREATE TABLE occupants (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        nickname TEXT NOT NULL,
        occupant_id TEXT, -- XEP-0421
        real_jid TEXT,
        affiliation INTEGER NOT NULL,
        role INTEGER NOT NULL,
        avatar_hash TEXT NOT NULL,
        UNIQUE (conversation_id, nickname)) STRICT)",
    "CREATE INDEX occupants_by_occupant_id ON occupants(conversation_id, occupant_id)",

    // Archives (XEP-0313): what is known without a hole, and the holes a timeline shows.
    R"(CREATE TABLE archive_ranges (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        archive TEXT NOT NULL, -- bare address of the archive
        first_id TEXT NOT NULL,
        first_time INTEGER NOT NULL,
        last_id TEXT NOT NULL,
        last_time INTEGER NOT NULL,
        reaches_start INTEGER NOT NULL) STRICT)",
    "CREATE INDEX archive_ranges_by_archive ON archive_ranges(account_id, archive, last_time)",
    R"(CREATE TABLE archive_gaps (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        after_order INTEGER NOT NULL,
        before_order INTEGER NOT NULL,
        after_id TEXT,
        before_id TEXT) STRICT)",
    "CREATE INDEX archive_gaps_by_order ON archive_gaps(conversation_id, after_order)",

    "PRAGMA application_id = 1416787028", // "TrtT"
    "PRAGMA user_version = 1",
};

constexpr SqlText kVersion2[] = {
    // Streams that a server may still hold for us (XEP-0198), and what was sent on them.
    R"(CREATE TABLE streams (
        account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
        stream_id TEXT NOT NULL,
        bound TEXT NOT NULL,
        location TEXT,
        handled INTEGER NOT NULL,
        acknowledged INTEGER NOT NULL) STRICT)",
    R"(CREATE TABLE stream_sent (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        bytes BLOB, -- NULL: not to be sent again
        message_id TEXT,
        PRIMARY KEY (account_id, number)) STRICT, WITHOUT ROWID)",
    "PRAGMA user_version = 2",
};

constexpr SqlText kVersion3[] = {
    // What is said of messages: corrections, retractions and sets of reactions are rows too, so that they are
    // sent, acknowledged and known again like messages, but they are not shown.
    "ALTER TABLE messages ADD COLUMN shown INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE messages ADD COLUMN edited INTEGER",
    "ALTER TABLE messages ADD COLUMN retracted INTEGER",
    "ALTER TABLE messages ADD COLUMN markable INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX messages_by_order",
    "CREATE INDEX messages_by_order ON messages(conversation_id, order_key) WHERE shown = 1",
    // Of a correction: the text whose place it took. Of a reply to what is not here: what it quotes. Of a set
    // of reactions of ours: those before. The kinds have a new one, 4: reactions.
    "ALTER TABLE message_links ADD COLUMN content TEXT",
    "ALTER TABLE conversations ADD COLUMN seen_order INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE conversations ADD COLUMN told_order INTEGER NOT NULL DEFAULT 0", // that it was seen
    // Ids of messages from MessageIds: AUTOINCREMENT wrote a table for each message. It changes nothing in
    // the file but the text of the table's definition, so that a million messages need not be written anew
    // (https://sqlite.org/lang_altertable.html, section 7).
    "CREATE TABLE message_ids (next INTEGER NOT NULL) STRICT", // one row: the first id that is not set aside
    R"(INSERT INTO message_ids SELECT 1 + max(
        coalesce((SELECT max(id) FROM messages), 0),
        coalesce((SELECT max(seq) FROM sqlite_sequence WHERE name = 'messages'), 0)))",
    "DELETE FROM sqlite_sequence WHERE name = 'messages'",
    "PRAGMA writable_schema = ON",
    R"(UPDATE sqlite_schema SET sql = replace(sql, 'PRIMARY KEY AUTOINCREMENT', 'PRIMARY KEY')
        WHERE type = 'table' AND name = 'messages')",
    "PRAGMA writable_schema = RESET",
    "PRAGMA user_version = 3",
};

constexpr SqlText kVersion4[] = {
    // How a message is shown: as it is typed (XEP-0393 6); only when asked for, then the hint (XEP-0382).
    "ALTER TABLE messages ADD COLUMN unstyled INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE messages ADD COLUMN spoiler TEXT",
    // Up to which our other devices know what was read (XEP-0490); what was read before is no news.
    "ALTER TABLE conversations ADD COLUMN shared_order INTEGER NOT NULL DEFAULT 0",
    "UPDATE conversations SET shared_order = max(read_order, seen_order)",
    // The id first: it differs from that of nearly every other row, so that one comparison tells two rows
    // apart, and what arrives together stands together, whatever the chat.
    "DROP INDEX messages_by_origin",
    R"(CREATE UNIQUE INDEX messages_by_origin ON messages(origin_id, conversation_id, sender)
        WHERE origin_id IS NOT NULL)",
    "DROP INDEX messages_by_stanza_id",
    R"(CREATE UNIQUE INDEX messages_by_stanza_id ON messages(stanza_id, conversation_id, stanza_id_by, sender)
        WHERE stanza_id IS NOT NULL)",
    "DROP INDEX messages_by_message_id",
    R"(CREATE INDEX messages_by_message_id ON messages(message_id, conversation_id)
        WHERE message_id IS NOT NULL)",
    // Which words a message has, and not where: the index is half as large, and whether words stand side by
    // side can be seen in the text. Marks are parts of words (of most words in the scripts of India), but for
    // those that make a sign an emoji (U+FE0E, U+FE0F, U+20E3); core/base/WordFold.cpp has the same rule.
    "DROP TABLE messages_text",
    R"(CREATE VIRTUAL TABLE messages_text USING fts5(body, content = 'messages', content_rowid = 'id',
        columnsize = 0, detail = none,
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co' separators '︎️⃣'"))",
    "INSERT INTO messages_text(messages_text) VALUES ('rebuild')",
    // Each commit adds a part to the index; merging every four of them wrote each word some four times.
    // Always little by little (automerge): a level is never merged at once (crisismerge).
    "INSERT INTO messages_text(messages_text, rank) VALUES ('automerge', 16)",
    "INSERT INTO messages_text(messages_text, rank) VALUES ('crisismerge', 64)",
    "PRAGMA user_version = 4",
};

constexpr SqlText kVersion5[] = {
    "ALTER TABLE outbox ADD COLUMN send_at INTEGER", // not before; NULL: as soon as can be
    "ALTER TABLE messages ADD COLUMN saved INTEGER", // when it was marked for later
    "CREATE INDEX messages_by_saved ON messages(saved) WHERE saved IS NOT NULL",
    // By hand, whatever was read.
    "ALTER TABLE conversations ADD COLUMN marked_unread INTEGER NOT NULL DEFAULT 0",
    R"(CREATE TABLE conversation_settings (
        conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        value ANY NOT NULL,
        PRIMARY KEY (conversation_id, key)) STRICT, WITHOUT ROWID)",
    "PRAGMA user_version = 5",
};

constexpr SqlText kVersion6[] = {
    // What a draft answers, and a message of ours that is being changed, with how far that got. No foreign
    // keys: a message that goes would have to look for its drafts.
    "ALTER TABLE conversations ADD COLUMN draft_answers INTEGER",
    "ALTER TABLE conversations ADD COLUMN corrected INTEGER",
    "ALTER TABLE conversations ADD COLUMN correction TEXT",
    "PRAGMA user_version = 6",
};

constexpr SqlText kVersion7[] = {
    // Search. Whose words the index holds: those of excluded chats it does not. A word may be taken out only
    // once, so that this stands with the message.
    "ALTER TABLE messages ADD COLUMN indexed INTEGER NOT NULL DEFAULT 1",
    "DROP TRIGGER messages_text_delete",
    R"(CREATE TRIGGER messages_text_delete AFTER DELETE ON messages WHEN old.indexed BEGIN
        INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
        END)",
    "DROP TRIGGER messages_text_update",
    R"(CREATE TRIGGER messages_text_update AFTER UPDATE OF body ON messages WHEN old.indexed BEGIN
        INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO messages_text(rowid, body) VALUES (new.id, new.body);
        END)",
    // Chats that were excluded or taken in again, and how far that has gone.
    R"(CREATE TABLE word_work (
        conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
        after_order INTEGER NOT NULL,
        after_id INTEGER NOT NULL) STRICT)",
    // Found messages are shown newest first, whatever the chat. Of all, and not only of what is shown: the
    // walk needs no look at the rows that it passes.
    "CREATE INDEX messages_by_time ON messages(time, conversation_id)",
    // What the person threw away: nothing that was said before is wanted again, wherever it is still kept.
    R"(CREATE TABLE forgotten (
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        peer TEXT NOT NULL,
        before INTEGER NOT NULL,
        PRIMARY KEY (account_id, peer)) STRICT, WITHOUT ROWID)",
    // Archives: where the stretches that are known stand among the messages (order keys), and what is known
    // of single chats in the hole in front of a stretch. The holes themselves are what lies between.
    "DROP TABLE archive_gaps",
    "ALTER TABLE archive_ranges ADD COLUMN first_order INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE archive_ranges ADD COLUMN floor_order INTEGER NOT NULL DEFAULT 0", // 0: the hole has no end
    "UPDATE archive_ranges SET first_order = first_time * 1000",
    R"(CREATE TABLE archive_chat_reads (
        range_id INTEGER NOT NULL REFERENCES archive_ranges(id) ON DELETE CASCADE,
        peer TEXT NOT NULL,
        first_id TEXT NOT NULL,
        first_order INTEGER NOT NULL,
        complete INTEGER NOT NULL,
        PRIMARY KEY (range_id, peer)) STRICT, WITHOUT ROWID)",
    "PRAGMA user_version = 7",
};

constexpr SqlText kVersion8[] = {
    // Where a message stands in its archive (ArchiveRank): a chat's order follows from that, and not from
    // keys
    // that were squeezed between two clocks.
    "ALTER TABLE messages ADD COLUMN archive_rank INTEGER", // NULL: not known
    R"(CREATE INDEX messages_by_rank ON messages(conversation_id, archive_rank)
        WHERE archive_rank IS NOT NULL)",
    // What other programs logged, as a rule.
    R"(CREATE INDEX messages_without_names ON messages(conversation_id, order_key)
        WHERE shown = 1 AND origin_id IS NULL AND message_id IS NULL AND stanza_id IS NULL)",
    "ALTER TABLE archive_ranges ADD COLUMN first_rank INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE archive_ranges ADD COLUMN last_rank INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE archive_ranges DROP COLUMN first_order",
    "ALTER TABLE archive_ranges DROP COLUMN floor_order",
    // Of what was read the order is not kept: only where the newest stretch ends stays known. What is in
    // front
    // of that is read once more.
    R"(DELETE FROM archive_ranges
        WHERE id NOT IN (SELECT max(id) FROM archive_ranges GROUP BY account_id, archive))",
    R"(UPDATE archive_ranges SET first_id = last_id, first_time = last_time,
        reaches_start = reaches_start AND last_id = '', first_rank = 1 << 40, last_rank = 1 << 40)",
    R"(UPDATE messages SET archive_rank = 1 << 40 WHERE id IN (SELECT messages.id FROM archive_ranges
        JOIN messages ON stanza_id = last_id AND stanza_id_by = archive
        JOIN conversations ON conversations.id = conversation_id
        AND conversations.account_id = archive_ranges.account_id))",
    "DROP TABLE archive_chat_reads",
    R"(CREATE TABLE archive_chat_reads (
        range_id INTEGER NOT NULL REFERENCES archive_ranges(id) ON DELETE CASCADE,
        peer TEXT NOT NULL,
        first_id TEXT NOT NULL,
        first_rank INTEGER NOT NULL, -- 0: no more is known of it than of the others
        complete INTEGER NOT NULL,
        PRIMARY KEY (range_id, peer)) STRICT, WITHOUT ROWID)",
    "PRAGMA user_version = 8",
};

constexpr std::array<std::span<const SqlText>, 8> kMigrations = {
    kVersion1, kVersion2, kVersion3, kVersion4, kVersion5, kVersion6, kVersion7, kVersion8,
};

} // namespace

int currentVersion()
{
    return int(kMigrations.size());
}

Result<void> run(Database &database, int version)
{
    for (std::size_t i = std::size_t(version); i < kMigrations.size(); ++i) {
        if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
            return begun;
        for (const SqlText sql : kMigrations[i]) {
            if (auto done = database.execute(sql); !done) {
                std::ignore = database.execute("ROLLBACK");
                return done;
            }
        }
        if (auto committed = database.execute("COMMIT"); !committed) {
            std::ignore = database.execute("ROLLBACK");
            return committed;
        }
    }
    return {};
}

} // namespace tertulia::migrations
