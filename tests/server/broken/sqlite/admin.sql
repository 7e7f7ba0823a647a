CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT NOT NULL DEFAULT 0, c INT CHECK (c > 0), d TEXT UNIQUE, g INT AS (b + 1));
CREATE TABLE s (a INT, b TEXT NOT NULL) STRICT;
CREATE TABLE w (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID;
CREATE INDEX t_a ON t (a);
CREATE INDEX t_e ON t (lower(a)) WHERE b > 0;
CREATE TABLE other (id INTEGER PRIMARY KEY, t_id INT REFERENCES t (id));
INSERT INTO t (a, b, c, d) VALUES ('x', 1, 1, 'd');
-- missed
INSERT INTO t (c) VALUES (0);
-- error M0417 the value of `b` is NULL, and the column is NOT NULL
INSERT INTO t (b) VALUES (NULL);
-- error M0417 the value of `id` is no whole number, and the column is the rowid
INSERT INTO t (id) VALUES ('abc');
-- missed
INSERT INTO t (d) VALUES ('d');
-- missed
INSERT INTO t (id, a) VALUES (1, 'again');
-- error M0417 the value of `id` is no whole number, and the column is the rowid
INSERT INTO t (id) VALUES (1.5);
-- error M0417 the value of `a` is no whole number, and the table is STRICT
INSERT INTO s VALUES ('x', 'y');
-- error M0417 the value of `a` is no whole number, and the table is STRICT
INSERT INTO s VALUES (1.5, 'y');
-- missed
INSERT INTO s VALUES (1, x'00');
-- error M0417 the value of `b` is NULL, and the column is NOT NULL
INSERT INTO s VALUES (1, NULL);
INSERT INTO s VALUES ('5', 5);
-- error M0418 no value for `b`, which is NOT NULL and has no default
INSERT INTO s (a) VALUES (1);
-- error M0417 the value of `k` is NULL, and the column is NOT NULL
INSERT INTO w VALUES (NULL, 1);
-- error M0418 no value for `k`, which is NOT NULL and has no default
INSERT INTO w (v) VALUES (1);
-- missed
UPDATE s SET a = 'word';
-- missed
UPDATE t SET b = NULL;
-- missed
UPDATE t SET c = -5;
-- error M0425 the generated column `g` is written
UPDATE t SET g = 5;
-- missed
UPDATE t SET id = 'q';
-- error M0425 the generated column `g` is written
INSERT INTO t (g) VALUES (1);
-- missed
INSERT INTO other VALUES (1, 12345);
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a INT;
-- error M0404 column `A` of table `t` exists already
ALTER TABLE t ADD COLUMN A INT;
-- error M0417 SQLite cannot add the column `n1`, which is PRIMARY KEY
ALTER TABLE t ADD COLUMN n1 INT PRIMARY KEY;
-- error M0417 SQLite cannot add the column `n2`, which is UNIQUE
ALTER TABLE t ADD COLUMN n2 INT UNIQUE;
-- error M0425 SQLite cannot add the column `n3`, which is NOT NULL and has no default
ALTER TABLE t ADD COLUMN n3 INT NOT NULL;
-- error M0425 SQLite cannot add the column `n4`, whose default is not a constant
ALTER TABLE t ADD COLUMN n4 TEXT DEFAULT CURRENT_TIMESTAMP;
-- error M0425 SQLite cannot add the column `n5`, whose default is not a constant
ALTER TABLE t ADD COLUMN n5 INT DEFAULT (1 + 1);
-- error M0425 SQLite cannot add the stored column `n6`
ALTER TABLE t ADD COLUMN n6 INT AS (b) STORED;
-- error M0403 unknown column `nowhere` of table `t`
ALTER TABLE t ADD COLUMN n7 INT AS (nowhere);
-- error M0403 unknown column `nowhere` of table `t`
ALTER TABLE t ADD COLUMN n8 INT CHECK (nowhere > 1);
-- error M0425 SQLite cannot add the column `n9`, which is NOT NULL and has no default
ALTER TABLE t ADD COLUMN n9 INT NOT NULL DEFAULT NULL;
-- error M0425 SQLite cannot add the column `n10`, which points to another table and has a default
ALTER TABLE t ADD COLUMN n10 INT REFERENCES other (id) DEFAULT 5;
-- missed
ALTER TABLE t ADD COLUMN n11 INT CHECK (n11 > 0) DEFAULT 0;
ALTER TABLE t ADD COLUMN n12 INT AS (n12 + 1);
-- missed
ALTER TABLE t ADD COLUMN n13 INT AS (b - 1) NOT NULL;
-- error M0301 syntax error: unexpected `,`
ALTER TABLE t ADD COLUMN n14 INT, ADD COLUMN n15 INT;
ALTER TABLE t ADD n16 INT AFTER a;
-- error M0301 syntax error: unexpected `EXISTS`
ALTER TABLE t ADD COLUMN IF NOT EXISTS n17 INT;
-- error M0301 syntax error: unexpected `(`
ALTER TABLE t ADD COLUMN (n18 INT);
ALTER TABLE t ADD COLUMN n19 INT FIRST;
-- error M0417 column `n20` of a STRICT table is `VARCHAR(5)`
ALTER TABLE s ADD COLUMN n20 VARCHAR(5);
-- error M0417 column `n21` of a STRICT table has no type
ALTER TABLE s ADD COLUMN n21;
-- error M0301 syntax error: unexpected `UNIQUE`
ALTER TABLE t ADD CONSTRAINT u UNIQUE (b);
-- error M0301 syntax error: unexpected `PRIMARY`
ALTER TABLE t ADD PRIMARY KEY (b);
-- error M0301 syntax error: unexpected `INDEX`
ALTER TABLE t ADD INDEX (b);
-- error M0301 syntax error: unexpected `FOREIGN`
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES other (id);
-- error M0301 syntax error: unexpected `ALTER`
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- error M0301 syntax error: unexpected `TYPE`
ALTER TABLE t ALTER COLUMN a TYPE INT;
-- error M0301 syntax error: unexpected `DEFAULT`
ALTER TABLE t ALTER a SET DEFAULT 5;
-- error M0301 syntax error: unexpected `DEFAULT`
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
-- error M0301 syntax error: unexpected `MODIFY`
ALTER TABLE t MODIFY a INT;
-- error M0301 syntax error: unexpected `CHANGE`
ALTER TABLE t CHANGE a aa INT;
-- error M0301 syntax error: unexpected `CONSTRAINT`
ALTER TABLE t DROP CONSTRAINT u;
-- error M0301 syntax error: unexpected `PRIMARY`
ALTER TABLE t DROP PRIMARY KEY;
-- error M0301 syntax error: unexpected `INDEX`
ALTER TABLE t DROP INDEX t_a;
-- error M0403 unknown column `nowhere` of table `t`
ALTER TABLE t DROP COLUMN nowhere;
-- error M0415 column `id` cannot be dropped: a primary key of the table needs it
ALTER TABLE t DROP COLUMN id;
-- error M0415 column `d` cannot be dropped: a unique constraint of the table needs it
ALTER TABLE t DROP COLUMN d;
-- error M0415 column `a` cannot be dropped: index `t_a` needs it
ALTER TABLE t DROP COLUMN a;
-- error M0415 column `b` cannot be dropped: generated column `g` needs it
ALTER TABLE t DROP COLUMN b;
-- error M0301 syntax error: unexpected `EXISTS`
ALTER TABLE t DROP COLUMN IF EXISTS c;
-- error M0301 syntax error: unexpected `,`
ALTER TABLE t DROP COLUMN c, DROP COLUMN g;
-- error M0301 syntax error: unexpected `CASCADE`
ALTER TABLE t DROP c CASCADE;
-- error M0415 column `k` cannot be dropped: a primary key of the table needs it
ALTER TABLE w DROP COLUMN k;
-- error M0403 unknown column `nowhere` of table `t`
ALTER TABLE t RENAME COLUMN nowhere TO x;
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN a TO A;
ALTER TABLE t RENAME A TO a;
-- error M0402 table `s` exists already
ALTER TABLE t RENAME TO s;
-- error M0408 the name `t_a` is taken by an index
ALTER TABLE t RENAME TO t_a;
-- error M0425 the name `sqlite_t` begins with `sqlite_`
ALTER TABLE t RENAME TO sqlite_t;
-- error M0301 syntax error: unexpected `AS`
ALTER TABLE t RENAME AS tt;
-- error M0301 syntax error: unexpected `INDEX`
ALTER TABLE t RENAME INDEX t_a TO t_b;
-- error M0401 unknown table `nowhere`
ALTER TABLE nowhere RENAME TO x;
-- error M0401 unknown table `nowhere`
ALTER TABLE nowhere ADD COLUMN x INT;
-- error M0301 syntax error: unexpected `EXISTS`
ALTER TABLE IF EXISTS nowhere RENAME TO x;
-- error M0425 `sqlite_master` cannot be altered
ALTER TABLE sqlite_master ADD COLUMN x;
-- error M0301 syntax error: unexpected `INDEX`
ALTER INDEX t_a RENAME TO t_b;
-- error M0301 syntax error: unexpected `VIEW`
ALTER VIEW v RENAME TO w;
-- error M0301 syntax error: unexpected `OWNER`
ALTER TABLE t OWNER TO me;
-- error M0301 syntax error: unexpected `COMMENT`
ALTER TABLE t COMMENT 'x';
-- error M0301 syntax error: unexpected `TRUNCATE`
TRUNCATE TABLE t;
-- error M0301 syntax error: unexpected `COMMENT`
COMMENT ON TABLE t IS 'x';
-- error M0301 syntax error: unexpected `GRANT`
GRANT SELECT ON t TO me;
-- error M0301 syntax error: unexpected `SCHEMA`
CREATE SCHEMA app;
-- error M0301 syntax error: unexpected `DATABASE`
CREATE DATABASE app;
-- error M0301 syntax error: unexpected `TYPE`
CREATE TYPE mood AS ENUM ('a');
-- error M0301 syntax error: unexpected `SEQUENCE`
CREATE SEQUENCE seq;
-- error M0301 syntax error: unexpected `FUNCTION`
CREATE FUNCTION f() RETURNS INT AS 'x';
-- error M0301 syntax error: unexpected `PROCEDURE`
CREATE PROCEDURE f() BEGIN END;
-- error M0301 syntax error: unexpected `EXTENSION`
CREATE EXTENSION x;
-- error M0301 syntax error: unexpected `SET`
SET foreign_keys = 1;
-- error M0301 syntax error: unexpected `SHOW`
SHOW TABLES;
-- error M0301 syntax error: unexpected `USE`
USE main;
-- error M0301 syntax error: unexpected `DESCRIBE`
DESCRIBE t;
-- error M0301 syntax error: unexpected `CALL`
CALL f();
-- error M0301 syntax error: unexpected `DO`
DO $$ BEGIN END $$;
-- error M0301 syntax error: unexpected `MERGE`
MERGE INTO t USING s ON 1 WHEN MATCHED THEN DELETE;
-- error M0301 syntax error: unexpected `LOCK`
LOCK TABLE t;
-- error M0301 syntax error: unexpected `RENAME`
RENAME TABLE t TO tt;
-- error M0301 syntax error: unexpected end of the statement
PRAGMA;
-- error M0301 syntax error: unexpected end of the statement
PRAGMA foreign_keys =;
-- error M0301 syntax error: unexpected end of the statement
PRAGMA table_info(;
-- missed
PRAGMA nowhere.foreign_keys;
PRAGMA journal_mode = WALL;
PRAGMA synchronous = 5;
PRAGMA encoding = 'UTF-99';
PRAGMA user_version = abc;
PRAGMA no_such_pragma = 1;
PRAGMA page_size = 1000;
-- error M0301 syntax error: unexpected end of the statement
ATTACH 'x.db';
-- missed
ATTACH DATABASE ':memory:' AS main;
-- missed
ATTACH DATABASE ':memory:' AS temp;
ATTACH DATABASE ':memory:' AS one;
-- missed
ATTACH DATABASE ':memory:' AS one;
-- missed
DETACH two;
-- missed
DETACH main;
-- missed
SELECT * FROM one.nowhere;
-- error M0301 syntax error: unexpected `.`
CREATE TABLE one.t (a INT REFERENCES main.t (id));
-- missed
CREATE VIEW one.v AS SELECT * FROM main.t;
-- missed
CREATE VIEW main.ov AS SELECT * FROM one.x;
-- missed
CREATE TRIGGER one.tr AFTER INSERT ON main.t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `.`
CREATE INDEX one.i ON main.t (a);
DETACH one;
BEGIN;
-- missed
VACUUM;
-- missed
BEGIN;
ATTACH DATABASE ':memory:' AS two;
DETACH two;
COMMIT;
-- missed
COMMIT;
-- missed
ROLLBACK;
-- missed
RELEASE nowhere;
-- missed
ROLLBACK TO nowhere;
-- error M0301 syntax error: unexpected end of the statement
SAVEPOINT;
-- error M0301 syntax error: unexpected `EXPLICIT`
BEGIN EXPLICIT;
-- error M0301 syntax error: unexpected `ONLY`
BEGIN TRANSACTION READ ONLY;
-- error M0301 syntax error: unexpected `START`
START TRANSACTION;
-- missed
VACUUM t;
-- error M0301 syntax error: unexpected end of the statement
VACUUM INTO;
-- missed
ANALYZE nowhere;
-- missed
ANALYZE nowhere.t;
-- missed
REINDEX nowhere;
-- error M0301 syntax error: unexpected end of the statement
EXPLAIN;
-- error M0301 syntax error: unexpected `SELECT`
EXPLAIN ANALYZE SELECT 1;
-- missed
CREATE VIRTUAL TABLE f1 USING fts9(a);
-- missed
CREATE VIRTUAL TABLE f2 USING fts5(a, a);
-- missed
CREATE VIRTUAL TABLE f3 USING fts5(a, tokenize = 'nowhere');
-- missed
CREATE VIRTUAL TABLE f4 USING fts5();
CREATE VIRTUAL TABLE f5 USING fts5(a, content=nowhere);
-- missed
CREATE VIRTUAL TABLE f6 USING fts5(a, prefix='x');
-- error M0425 a column of `fts5` is called `rowid`
CREATE VIRTUAL TABLE f7 USING fts5(rowid);
-- error M0425 a column of `fts5` is called `rank`
CREATE VIRTUAL TABLE f8 USING fts5(a, rank);
-- error M0412 `fts5` has no option `colour`
CREATE VIRTUAL TABLE f9 USING fts5(a, colour=red);
-- missed
CREATE VIRTUAL TABLE f10 USING rtree(id);
-- missed
CREATE VIRTUAL TABLE f11 USING rtree(id, x0);
-- missed
CREATE VIRTUAL TABLE f12 USING rtree(id, x0, x1, y0);
-- error M0301 syntax error: unexpected `(`
CREATE VIRTUAL TABLE f13 (a);
-- missed
CREATE VIRTUAL TABLE t USING fts5(a);
CREATE VIRTUAL TABLE f14 USING fts5(a);
-- error M0425 `f14`: a virtual table cannot be altered
ALTER TABLE f14 ADD COLUMN b;
-- error M0425 `f14`: a virtual table cannot be altered
ALTER TABLE f14 RENAME COLUMN a TO b;
-- error M0425 an index on `f14`, which is a virtual table
CREATE INDEX fi ON f14 (a);
-- error M0425 a trigger on `f14`, which is a virtual table
CREATE TRIGGER ft AFTER INSERT ON f14 BEGIN SELECT 1; END;
DROP TABLE f14_data;
-- error M0403 unknown column `b` of `f14`
INSERT INTO f14 (b) VALUES (1);
-- missed
INSERT INTO f14 VALUES (1, 2);
-- missed
CREATE TRIGGER x1 AFTER INSERT ON nowhere BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `CREATE`
CREATE TRIGGER x2 AFTER INSERT ON t BEGIN SELECT 1 END;
CREATE TRIGGER x4 AFTER INSERT ON t FOR EACH STATEMENT BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `OR`
CREATE TRIGGER x5 AFTER INSERT OR UPDATE ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `ON`
CREATE TRIGGER x6 ON t AFTER INSERT BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `TRUNCATE`
CREATE TRIGGER x7 AFTER TRUNCATE ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `EXECUTE`
CREATE TRIGGER x8 AFTER INSERT ON t EXECUTE FUNCTION f();
-- error M0301 syntax error: unexpected `SET`
CREATE TRIGGER x9 AFTER INSERT ON t BEGIN SET new.a = 1; END;
-- error M0301 syntax error: unexpected `ALTER`
CREATE TRIGGER x10 AFTER INSERT ON t BEGIN ALTER TABLE t ADD z; END;
-- missed
CREATE TRIGGER x11 AFTER INSERT ON t BEGIN INSERT INTO main.t (a) VALUES (1); END;
-- error M0301 syntax error: unexpected `LIMIT`
CREATE TRIGGER x12 AFTER INSERT ON t BEGIN DELETE FROM t LIMIT 1; END;
-- error M0301 syntax error: unexpected `?`
CREATE TRIGGER x13 AFTER INSERT ON t BEGIN UPDATE t SET a = ?; END;
-- error M0301 syntax error: unexpected `EXPLODE`
CREATE TRIGGER x14 BEFORE INSERT ON t BEGIN SELECT RAISE(EXPLODE, 'x'); END;
-- missed
CREATE TRIGGER x15 INSTEAD OF INSERT ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `SELECT`
CREATE TRIGGER x16 AFTER SELECT ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `ON`
CREATE TRIGGER x17 AFTER UPDATE OF ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `SELECT`
CREATE TRIGGER x18 AFTER INSERT ON t WHEN BEGIN SELECT 1; END;
-- missed
CREATE TRIGGER side.x19 AFTER INSERT ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `DEFAULT`
CREATE TRIGGER x20 AFTER INSERT ON t BEGIN INSERT INTO t DEFAULT VALUES; END;
-- error M0301 syntax error: unexpected `OR`
CREATE OR REPLACE TRIGGER x21 AFTER INSERT ON t BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `ON`
DROP TRIGGER x1 ON t;
