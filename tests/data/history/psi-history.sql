CREATE TABLE `accounts` (`id` TEXT, `lifetime` INTEGER)
---
CREATE TABLE `contacts` (`id` INTEGER NOT NULL PRIMARY KEY ASC, `acc_id` TEXT, `type` INTEGER, `jid` TEXT, `lifetime` INTEGER)
---
INSERT INTO "contacts" VALUES(1,'{11111111-2222-3333-4444-555555555555}',1,'bruno@example.net',-1)
---
CREATE TABLE `events` (`id` INTEGER NOT NULL PRIMARY KEY ASC, `contact_id` INTEGER NOT NULL REFERENCES `contacts`(`id`) ON DELETE CASCADE, `resource` TEXT, `date` TEXT, `type` INTEGER, `direction` INTEGER, `subject` TEXT, `m_text` TEXT, `lang` TEXT, `extra_data` TEXT)
---
INSERT INTO "events" VALUES(1,1,'bot','2026-11-30T04:31:55.000',1,2,NULL,'Hola, ¿qué tal?',NULL,NULL)
---
INSERT INTO "events" VALUES(2,1,'bot','2026-11-30T04:31:56.000',1,2,NULL,'second line below
line two <b>bold</b> & more

(10:22:33 AM) fake: header',NULL,NULL)
---
INSERT INTO "events" VALUES(3,1,'bot','2026-11-30T04:31:57.000',1,2,NULL,'link https://example.org/a?b=1&c=2 and 😀 emoji',NULL,NULL)
---
INSERT INTO "events" VALUES(4,1,'bot','2026-11-30T04:31:58.000',1,2,NULL,'/me waves',NULL,NULL)
---
INSERT INTO "events" VALUES(5,1,NULL,'2026-11-30T04:32:00.000',1,1,NULL,'said on another device',NULL,NULL)
---
INSERT INTO "events" VALUES(6,1,NULL,'2026-11-30T04:32:01.000',1,1,NULL,'two lines
of mine',NULL,NULL)
---
INSERT INTO "events" VALUES(7,1,'bot','2026-11-30T04:32:23.000',1,2,NULL,'Hola, ¿qué tal?',NULL,NULL)
---
INSERT INTO "events" VALUES(8,1,'bot','2026-11-30T04:32:24.000',1,2,NULL,'second line below
line two <b>bold</b> & more

(10:22:33 AM) fake: header',NULL,NULL)
---
INSERT INTO "events" VALUES(9,1,'bot','2026-11-30T04:32:25.000',1,2,NULL,'link https://example.org/a?b=1&c=2 and 😀 emoji',NULL,NULL)
---
INSERT INTO "events" VALUES(10,1,'bot','2026-11-30T04:32:27.000',1,2,NULL,'/me waves',NULL,NULL)
---
INSERT INTO "events" VALUES(11,1,NULL,'2026-11-30T04:32:28.000',1,1,NULL,'said on another device',NULL,NULL)
---
INSERT INTO "events" VALUES(12,1,NULL,'2026-11-30T04:32:29.000',1,1,NULL,'two lines
of mine',NULL,NULL)
---
CREATE TABLE `system` (`key` TEXT, `value` TEXT)
---
INSERT INTO "system" VALUES('version','0.1')
---
CREATE INDEX `key` ON `system` (`key`)
---
CREATE INDEX `jid` ON `contacts` (`jid`)
---
CREATE INDEX `contact_id` ON `events` (`contact_id`)
---
CREATE INDEX `date` ON `events` (`date`)