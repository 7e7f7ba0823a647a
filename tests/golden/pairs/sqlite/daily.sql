-- family: daily
-- one: bare
CREATE TABLE a (id int);
CREATE TABLE b (id int);
-- one: keys
CREATE TABLE a (id int PRIMARY KEY, mail text NOT NULL);
CREATE TABLE b (id int, a_id int REFERENCES a (id) ON DELETE CASCADE);
CREATE INDEX a_id ON a (id);
-- one: unique target
CREATE TABLE a (id int, code varchar(10) NOT NULL UNIQUE);
CREATE TABLE b (id int PRIMARY KEY, code varchar(10) REFERENCES a (code));
-- one: both ways
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a);
-- one: self
CREATE TABLE a (id int PRIMARY KEY, parent int REFERENCES a (id), mail text DEFAULT '');
CREATE VIEW roots AS SELECT id, mail FROM a WHERE parent IS NULL;
-- one: compound
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT, x int, y int, FOREIGN KEY (x, y) REFERENCES a (x, y));
-- one: unique index target
CREATE TABLE a (id bigint, code text);
CREATE UNIQUE INDEX a_code ON a (code);
CREATE TABLE b (id int, code text REFERENCES a (code) ON UPDATE CASCADE);
-- one: strict
CREATE TABLE a (id INTEGER PRIMARY KEY, m text NOT NULL DEFAULT 'ok' CHECK (m IN ('ok', 'sad')), up text GENERATED ALWAYS AS (upper(m)) STORED) STRICT;
CREATE TRIGGER touch AFTER UPDATE ON a BEGIN INSERT INTO b VALUES (NEW.id); END;
CREATE TABLE b (id int);
-- one: without rowid
CREATE TABLE a (id text COLLATE NOCASE, n int, PRIMARY KEY (id, n)) WITHOUT ROWID;
CREATE UNIQUE INDEX a_n ON a (n) WHERE n > 0;
CREATE VIEW v AS SELECT id FROM a;
