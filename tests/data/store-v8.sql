-- The schema as of version 8, with a row in each table that version 8 wrote. Never edited: this is what lies on
-- people's disks. Statements are separated by lines of ---.
CREATE TABLE accounts (
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
    status TEXT NOT NULL) STRICT
---
CREATE TABLE account_authorities (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    der BLOB NOT NULL,
    PRIMARY KEY (account_id, position)) STRICT, WITHOUT ROWID
---
CREATE TABLE account_pins (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    domain TEXT NOT NULL,
    spki_sha256 BLOB NOT NULL,
    accepted TEXT NOT NULL, -- names of errors, separated by spaces
    PRIMARY KEY (account_id, position)) STRICT, WITHOUT ROWID
---
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL) STRICT, WITHOUT ROWID
---
CREATE TABLE roster_versions (
    account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
    version TEXT) STRICT
---
CREATE TABLE roster_items (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    jid TEXT NOT NULL,
    name TEXT NOT NULL,
    subscription INTEGER NOT NULL,
    ask INTEGER NOT NULL,
    PRIMARY KEY (account_id, jid)) STRICT, WITHOUT ROWID
---
CREATE TABLE roster_groups (
    account_id INTEGER NOT NULL,
    jid TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (account_id, jid, name),
    FOREIGN KEY (account_id, jid) REFERENCES roster_items(account_id, jid) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
---
CREATE TABLE avatars (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    jid TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (account_id, jid)) STRICT, WITHOUT ROWID
---
CREATE TABLE conversations (
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
    UNIQUE (account_id, peer)) STRICT
---
CREATE TABLE messages (
    id INTEGER PRIMARY KEY, -- never used twice: views hold on to it
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
    protection INTEGER NOT NULL) STRICT
---
CREATE INDEX messages_by_order ON messages(conversation_id, order_key)
---
CREATE UNIQUE INDEX messages_by_origin ON messages(origin_id, conversation_id, sender)
    WHERE origin_id IS NOT NULL
---
CREATE UNIQUE INDEX messages_by_stanza_id ON messages(stanza_id, conversation_id, stanza_id_by, sender)
    WHERE stanza_id IS NOT NULL
---
CREATE INDEX messages_by_message_id ON messages(message_id, conversation_id)
    WHERE message_id IS NOT NULL
---
CREATE TABLE message_links (
    message_id INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
    kind INTEGER NOT NULL, -- 0 reply, 1 correction, 2 retraction, 3 moderation
    target_key TEXT NOT NULL,
    target_sender TEXT,
    target_id INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    PRIMARY KEY (message_id, kind)) STRICT, WITHOUT ROWID
---
CREATE INDEX message_links_by_target ON message_links(target_id, kind)
---
CREATE INDEX message_links_by_key ON message_links(target_key)
---
CREATE TABLE reactions (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    target_key TEXT NOT NULL,
    target_id INTEGER REFERENCES messages(id) ON DELETE CASCADE,
    sender TEXT NOT NULL,
    emoji TEXT NOT NULL,
    time INTEGER NOT NULL,
    UNIQUE (conversation_id, target_key, sender, emoji)) STRICT
---
CREATE INDEX reactions_by_target ON reactions(target_id)
---
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL UNIQUE REFERENCES messages(id) ON DELETE CASCADE,
    attempts INTEGER NOT NULL,
    facts BLOB -- what a stanza needs beyond the message row, for later features
    ) STRICT
---
CREATE VIRTUAL TABLE messages_text USING fts5(body, content = 'messages', content_rowid = 'id',
    columnsize = 0, detail = none,
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co' separators '︎️⃣'")
---
CREATE TRIGGER messages_text_delete AFTER DELETE ON messages BEGIN
    INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
    END
---
CREATE TRIGGER messages_text_update AFTER UPDATE OF body ON messages BEGIN
    INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO messages_text(rowid, body) VALUES (new.id, new.body);
    END
---
CREATE TABLE rooms (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
    nickname TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    autojoin INTEGER NOT NULL,
    is_private INTEGER NOT NULL,
    features TEXT NOT NULL) STRICT
---
CREATE TABLE occupants (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    nickname TEXT NOT NULL,
    occupant_id TEXT, -- XEP-0421
    real_jid TEXT,
    affiliation INTEGER NOT NULL,
    role INTEGER NOT NULL,
    avatar_hash TEXT NOT NULL,
    UNIQUE (conversation_id, nickname)) STRICT
---
CREATE INDEX occupants_by_occupant_id ON occupants(conversation_id, occupant_id)
---
CREATE TABLE archive_ranges (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    archive TEXT NOT NULL, -- bare address of the archive
    first_id TEXT NOT NULL,
    first_time INTEGER NOT NULL,
    last_id TEXT NOT NULL,
    last_time INTEGER NOT NULL,
    reaches_start INTEGER NOT NULL) STRICT
---
CREATE INDEX archive_ranges_by_archive ON archive_ranges(account_id, archive, last_time)
---
CREATE TABLE archive_gaps (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    after_order INTEGER NOT NULL,
    before_order INTEGER NOT NULL,
    after_id TEXT,
    before_id TEXT) STRICT
---
CREATE INDEX archive_gaps_by_order ON archive_gaps(conversation_id, after_order)
---
CREATE TABLE streams (
    account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
    stream_id TEXT NOT NULL,
    bound TEXT NOT NULL,
    location TEXT,
    handled INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL) STRICT
---
CREATE TABLE stream_sent (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    bytes BLOB, -- NULL: not to be sent again
    message_id TEXT,
    PRIMARY KEY (account_id, number)) STRICT, WITHOUT ROWID
---
ALTER TABLE messages ADD COLUMN shown INTEGER NOT NULL DEFAULT 1
---
ALTER TABLE messages ADD COLUMN edited INTEGER
---
ALTER TABLE messages ADD COLUMN retracted INTEGER
---
ALTER TABLE messages ADD COLUMN markable INTEGER NOT NULL DEFAULT 0
---
DROP INDEX messages_by_order
---
CREATE INDEX messages_by_order ON messages(conversation_id, order_key) WHERE shown = 1
---
ALTER TABLE message_links ADD COLUMN content TEXT
---
ALTER TABLE conversations ADD COLUMN seen_order INTEGER NOT NULL DEFAULT 0
---
ALTER TABLE conversations ADD COLUMN told_order INTEGER NOT NULL DEFAULT 0
---
PRAGMA application_id = 1416787028
---
CREATE TABLE message_ids (next INTEGER NOT NULL) STRICT
---
ALTER TABLE messages ADD COLUMN unstyled INTEGER NOT NULL DEFAULT 0
---
ALTER TABLE messages ADD COLUMN spoiler TEXT
---
ALTER TABLE conversations ADD COLUMN shared_order INTEGER NOT NULL DEFAULT 0
---
INSERT INTO messages_text(messages_text, rank) VALUES ('automerge', 16)
---
INSERT INTO messages_text(messages_text, rank) VALUES ('crisismerge', 64)
---
ALTER TABLE outbox ADD COLUMN send_at INTEGER
---
ALTER TABLE messages ADD COLUMN saved INTEGER
---
CREATE INDEX messages_by_saved ON messages(saved) WHERE saved IS NOT NULL
---
ALTER TABLE conversations ADD COLUMN marked_unread INTEGER NOT NULL DEFAULT 0
---
CREATE TABLE conversation_settings (
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value ANY NOT NULL,
    PRIMARY KEY (conversation_id, key)) STRICT, WITHOUT ROWID
---
ALTER TABLE conversations ADD COLUMN draft_answers INTEGER
---
ALTER TABLE conversations ADD COLUMN corrected INTEGER
---
ALTER TABLE conversations ADD COLUMN correction TEXT
---
ALTER TABLE messages ADD COLUMN indexed INTEGER NOT NULL DEFAULT 1
---
DROP TRIGGER messages_text_delete
---
CREATE TRIGGER messages_text_delete AFTER DELETE ON messages WHEN old.indexed BEGIN
    INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
    END
---
DROP TRIGGER messages_text_update
---
CREATE TRIGGER messages_text_update AFTER UPDATE OF body ON messages WHEN old.indexed BEGIN
    INSERT INTO messages_text(messages_text, rowid, body) VALUES ('delete', old.id, old.body);
    INSERT INTO messages_text(rowid, body) VALUES (new.id, new.body);
    END
---
CREATE TABLE word_work (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
    after_order INTEGER NOT NULL,
    after_id INTEGER NOT NULL) STRICT
---
CREATE INDEX messages_by_time ON messages(time, conversation_id)
---
CREATE TABLE forgotten (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    peer TEXT NOT NULL,
    before INTEGER NOT NULL,
    PRIMARY KEY (account_id, peer)) STRICT, WITHOUT ROWID
---
DROP TABLE archive_gaps
---
ALTER TABLE archive_ranges ADD COLUMN first_order INTEGER NOT NULL DEFAULT 0
---
ALTER TABLE archive_ranges ADD COLUMN floor_order INTEGER NOT NULL DEFAULT 0
---
UPDATE archive_ranges SET first_order = first_time * 1000
---
CREATE TABLE archive_chat_reads (
    range_id INTEGER NOT NULL REFERENCES archive_ranges(id) ON DELETE CASCADE,
    peer TEXT NOT NULL,
    first_id TEXT NOT NULL,
    first_order INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    PRIMARY KEY (range_id, peer)) STRICT, WITHOUT ROWID
---
ALTER TABLE messages ADD COLUMN archive_rank INTEGER
---
CREATE INDEX messages_by_rank ON messages(conversation_id, archive_rank)
        WHERE archive_rank IS NOT NULL
---
CREATE INDEX messages_without_names ON messages(conversation_id, order_key)
        WHERE shown = 1 AND origin_id IS NULL AND message_id IS NULL AND stanza_id IS NULL
---
ALTER TABLE archive_ranges ADD COLUMN first_rank INTEGER NOT NULL DEFAULT 0
---
ALTER TABLE archive_ranges ADD COLUMN last_rank INTEGER NOT NULL DEFAULT 0
---
ALTER TABLE archive_ranges DROP COLUMN first_order
---
ALTER TABLE archive_ranges DROP COLUMN floor_order
---
DROP TABLE archive_chat_reads
---
CREATE TABLE archive_chat_reads (
        range_id INTEGER NOT NULL REFERENCES archive_ranges(id) ON DELETE CASCADE,
        peer TEXT NOT NULL,
        first_id TEXT NOT NULL,
        first_rank INTEGER NOT NULL, -- 0: no more is known of it than of the others
        complete INTEGER NOT NULL,
        PRIMARY KEY (range_id, peer)) STRICT, WITHOUT ROWID
---
PRAGMA user_version = 8
---
INSERT INTO accounts VALUES (1, 'ana-uuid', 'ana@example.org', 'Ana', 'desk', '', 0, 0, 0, 1, 1, 1, 2, 'comiendo')
---
INSERT INTO account_authorities VALUES (1, 0, x'0102')
---
INSERT INTO account_pins VALUES (1, 0, 'example.org', x'0a0b', 'CertificateExpired CertificateUntrusted')
---
INSERT INTO settings VALUES ('window/main', x'0003')
---
INSERT INTO roster_versions VALUES (1, 'v7')
---
INSERT INTO roster_items VALUES (1, 'bruno@example.net', 'Bruno', 3, 0)
---
INSERT INTO roster_groups VALUES (1, 'bruno@example.net', 'Amigos')
---
INSERT INTO avatars VALUES (1, 'bruno@example.net', 'abc')
---
INSERT INTO conversations VALUES (1, 1, 'bruno@example.net', 0, 1, 0, 1, 1, NULL, 'borrador', 1767323045000, 1767323040000000, 2, 1, 1767323041000000, 5, 9, 1, 1, 2, 'Hola, Bruno, ¿cómo...')
---
INSERT INTO messages VALUES (1, 1, 1767323040000000, 1, 'ana@example.org', 1767323040000, 0, 'Hola, Bruno', 'o1', NULL, NULL, NULL, 1, NULL, NULL, NULL, 0, 1, NULL, NULL, 0, 0, NULL, NULL, 1, NULL)
---
INSERT INTO messages_text(rowid, body) VALUES (1, 'Hola, Bruno')
---
INSERT INTO messages VALUES (2, 1, 1767323041000000, 0, 'bruno@example.net', 1767323041000, 1, '¿Qué tal?', 'o2', 'm2', 's2', 'ana@example.org', 0, NULL, NULL, NULL, 0, 1, 1767323042000, NULL, 1, 1, 'El final', 1767323047000, 1, 1099511627776)
---
INSERT INTO messages_text(rowid, body) VALUES (2, '¿Qué tal?')
---
INSERT INTO outbox VALUES (1, 1, 2, NULL, 1767323048000)
---
INSERT INTO streams VALUES (1, 'sm-1', 'ana@example.org/desk', NULL, 4294967295, 7)
---
INSERT INTO stream_sent VALUES (1, 8, x'3c6d2f3e', 'o1')
---
INSERT INTO stream_sent VALUES (1, 9, NULL, NULL)
---
INSERT INTO message_ids VALUES (1001)
---
INSERT INTO messages VALUES (3, 1, 1767323042000000, 0, 'bruno@example.net', 1767323042000, 0, '', 'o3', NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, 0, NULL, NULL, 0, 0, '', NULL, 1, NULL)
---
INSERT INTO messages_text(rowid, body) VALUES (3, '')
---
INSERT INTO message_links VALUES (3, 1, 'm2', 'bruno@example.net', 2, '¿Qué tla?')
---
INSERT INTO message_links VALUES (2, 0, 'o1', 'ana@example.org', 1, NULL)
---
INSERT INTO reactions VALUES (1, 1, 'o2', 2, 'ana@example.org', '👍', 1767323043000)
---
INSERT INTO conversation_settings VALUES (1, 'language', 'es')
---
INSERT INTO forgotten VALUES (1, 'bruno@example.net', 1767323000000)
---
INSERT INTO word_work VALUES (1, 1767323040000000, 1)
---
INSERT INTO archive_ranges VALUES (1, 1, 'ana@example.org', 's2', 1767323041000, 's2', 1767323041000, 0, 1099511627776, 1099511627776)
---
INSERT INTO archive_chat_reads VALUES (1, 'bruno@example.net', 's1', 549755813880, 0)
