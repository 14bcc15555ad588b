CREATE TABLE jids(
            jid_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE,
            jid TEXT UNIQUE,
            type INTEGER
    )
---
INSERT INTO "jids" VALUES(1,'bruno@example.net',0)
---
INSERT INTO "jids" VALUES(2,'ana@example.org',0)
---
INSERT INTO "jids" VALUES(3,'room@conference.example.org',1)
---
CREATE TABLE last_archive_message(
            jid_id INTEGER PRIMARY KEY UNIQUE,
            last_mam_id TEXT,
            oldest_mam_timestamp TEXT,
            last_muc_timestamp TEXT
    )
---
CREATE TABLE logs(
            log_line_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE,
            account_id INTEGER,
            jid_id INTEGER,
            contact_name TEXT,
            occupant_id TEXT,
            real_jid TEXT,
            time INTEGER,
            kind INTEGER,
            show INTEGER,
            message TEXT,
            error TEXT,
            subject TEXT,
            additional_data TEXT,
            stanza_id TEXT,
            message_id TEXT,
            encryption TEXT,
            encryption_state TEXT,
            marker INTEGER
    )
---
INSERT INTO "logs" VALUES(1,2,1,NULL,NULL,NULL,1714724553.25,4,NULL,'Hola, ¿qué tal?',NULL,NULL,NULL,'ar-1','m1',NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(2,2,1,NULL,NULL,NULL,1714724556.25,6,NULL,'two
lines',NULL,NULL,NULL,'ar-2','m2',NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(3,2,1,NULL,NULL,NULL,1714724562.25,3,NULL,'body',NULL,'A subject',NULL,NULL,'m3',NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(4,2,1,NULL,NULL,NULL,1714724563.25,0,1,'away',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(5,2,1,NULL,NULL,NULL,1714724564.25,7,NULL,'x',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(6,2,3,'carla',NULL,NULL,1714724566.25,2,NULL,'in a room',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL)
---
INSERT INTO "logs" VALUES(7,2,1,NULL,NULL,NULL,1714724567.25,4,NULL,'secret',NULL,NULL,NULL,NULL,'m4','OMEMO',NULL,NULL)
---
CREATE INDEX idx_logs_jid_id_time ON logs (jid_id, time DESC)
---
CREATE INDEX idx_logs_stanza_id ON logs (stanza_id)
---
CREATE INDEX idx_logs_message_id ON logs (message_id)