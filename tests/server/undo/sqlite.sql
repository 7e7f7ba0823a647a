-- case a column with an index
CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT NOT NULL);
-- up
ALTER TABLE users ADD COLUMN phone TEXT;
CREATE INDEX users_mail ON users (mail COLLATE NOCASE);
-- down
DROP INDEX users_mail;
ALTER TABLE users DROP COLUMN phone;
-- wrong index `users_mail` of table `users` still exists
ALTER TABLE users DROP COLUMN phone;
-- wrong column `users.phone` still exists
DROP INDEX users_mail;
-- case a table is rebuilt
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', b INT);
CREATE INDEX t_b ON t (b);
-- up
CREATE TABLE t_new (id INTEGER PRIMARY KEY, a TEXT, b INT);
INSERT INTO t_new SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE t_new RENAME TO t;
CREATE INDEX t_b ON t (b);
-- down
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', b INT);
INSERT INTO t_old SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
CREATE INDEX t_b ON t (b);
-- wrong index `t_b` of table `t` is missing
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', b INT);
INSERT INTO t_old SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
-- wrong column `t.a` may be null, before it was NOT NULL
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT DEFAULT 'x', b INT);
INSERT INTO t_old SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
CREATE INDEX t_b ON t (b);
-- wrong column `t.a` has the default 'y', before it had 'x'
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'y', b INT);
INSERT INTO t_old SELECT id, a, b FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
CREATE INDEX t_b ON t (b);
-- wrong table `t_old` still exists
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'x', b INT);
INSERT INTO t_old SELECT id, a, b FROM t;
-- case a trigger
CREATE TABLE t (a INT);
CREATE TABLE log (a INT);
-- up
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log (a) VALUES (NEW.a); END;
ALTER TABLE t ADD COLUMN b INT;
-- down
ALTER TABLE t DROP COLUMN b;
DROP TRIGGER g;
-- wrong trigger `g` of table `t` still exists
ALTER TABLE t DROP COLUMN b;
-- case a trigger that goes with its table
CREATE TABLE t (a INT, b INT);
CREATE TABLE log (a INT);
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log (a) VALUES (NEW.a); END;
-- up
CREATE TABLE t_new (a INT);
INSERT INTO t_new SELECT a FROM t;
DROP TABLE t;
ALTER TABLE t_new RENAME TO t;
-- down
ALTER TABLE t ADD COLUMN b INT;
CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log (a) VALUES (NEW.a); END;
-- wrong trigger `g` of table `t` is missing
ALTER TABLE t ADD COLUMN b INT;
-- case views
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a FROM t;
-- up
DROP VIEW v;
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT b FROM t;
-- down
DROP VIEW w;
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t;
-- wrong view `v` is still as the up made it
DROP VIEW w;
-- wrong view `w` still exists
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t;
-- wrong view `v` is missing
DROP VIEW w;
DROP VIEW v;
-- case names
CREATE TABLE t (a INT, b INT);
-- up
ALTER TABLE t RENAME TO things;
ALTER TABLE things RENAME COLUMN a TO first;
-- down
ALTER TABLE things RENAME COLUMN first TO a;
ALTER TABLE things RENAME TO t;
-- wrong column `t.first` still exists
ALTER TABLE things RENAME TO t;
-- error unknown column `frist`
ALTER TABLE things RENAME COLUMN frist TO a;
-- case unique indexes
CREATE TABLE t (a INT, b INT);
CREATE UNIQUE INDEX t_a ON t (a) WHERE b > 0;
-- up
DROP INDEX t_a;
-- down
CREATE UNIQUE INDEX t_a ON t (a) WHERE b > 0;
-- wrong index `t_a` of table `t` is not partial any more
CREATE UNIQUE INDEX t_a ON t (a);
-- wrong index `t_a` of table `t`
CREATE INDEX t_a ON t (a) WHERE b > 0;
-- wrong index `t_a` of table `t` is missing
SELECT 1;
-- case a foreign key
CREATE TABLE u (id INTEGER PRIMARY KEY);
CREATE TABLE t (id INTEGER PRIMARY KEY, uid INT REFERENCES u (id) ON DELETE CASCADE);
-- up
CREATE TABLE t_new (id INTEGER PRIMARY KEY, uid INT);
INSERT INTO t_new SELECT id, uid FROM t;
DROP TABLE t;
ALTER TABLE t_new RENAME TO t;
-- down
CREATE TABLE t_old (id INTEGER PRIMARY KEY, uid INT REFERENCES u (id) ON DELETE CASCADE);
INSERT INTO t_old SELECT id, uid FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
-- wrong foreign key of table `t` is ON DELETE NO ACTION, before it was CASCADE
CREATE TABLE t_old (id INTEGER PRIMARY KEY, uid INT REFERENCES u (id));
INSERT INTO t_old SELECT id, uid FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
-- wrong foreign key of table `t` is missing
SELECT 1;
-- case a table without rowid
CREATE TABLE t (a TEXT PRIMARY KEY, b INT CHECK (b > 0)) WITHOUT ROWID;
-- up
DROP TABLE t;
-- down
CREATE TABLE t (a TEXT PRIMARY KEY, b INT CHECK (b > 0)) WITHOUT ROWID;
-- wrong table `t` does not have `without rowid`
CREATE TABLE t (a TEXT PRIMARY KEY, b INT CHECK (b > 0));
-- wrong check of table `t` is missing
CREATE TABLE t (a TEXT PRIMARY KEY, b INT) WITHOUT ROWID;
-- case computed columns
CREATE TABLE t (a INT);
-- up
ALTER TABLE t ADD COLUMN b INT AS (a + 1);
-- down
ALTER TABLE t DROP COLUMN b;
-- wrong column `t.b` still exists
SELECT 1;
