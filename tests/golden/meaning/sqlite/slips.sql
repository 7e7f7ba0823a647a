CREATE TABLE boats (id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT);
CREATE TABLE exact (id INTEGER PRIMARY KEY, raw BLOB) STRICT;
CREATE INDEX by_name ON boats (name);
CREATE VIRTUAL TABLE words USING fts5(word);

-- Functions that a program brings, and tables that change meanwhile.
CREATE TRIGGER named AFTER INSERT ON boats BEGIN UPDATE boats SET code = uuid4() WHERE id = NEW.id; END;
CREATE TRIGGER again AFTER UPDATE ON boats BEGIN UPDATE boats SET code = lenght(NEW.name) WHERE id = NEW.id; END;
CREATE VIEW counted AS SELECT lower(name, 1) AS n FROM boats;
ALTER TABLE exact RENAME COLUMN raw TO bytes;
DROP VIEW counted;
-- There is no index of this name, and that is all.
DROP INDEX IF EXISTS boats;
DROP INDEX boats;
UPDATE boats SET code = (SELECT json_object(name) FROM boats);
SELECT json_object('a');

CREATE INDEX IF NOT EXISTS boats ON exact (bytes);
CREATE INDEX by_code ON by_name (code);
CREATE INDEX by_word ON words (word);
DELETE FROM by_name;
ALTER TABLE by_name ADD COLUMN x TEXT;
INSERT INTO exact (bytes) VALUES ('text');
INSERT INTO boats (id) VALUES (1);
SELECT left(name, 2) FROM boats;
DELETE FROM boats JOIN exact ON exact.id = boats.id;
CREATE TABLE boats_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO boats_new SELECT * FROM boats;
INSERT INTO boats_new (id) SELECT * FROM boats;
INSERT INTO boats_new SELECT id, name FROM boats;
