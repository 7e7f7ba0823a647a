-- case names in all quotes
CREATE TABLE "T" ([a b] int, `c` int, "d" int);
INSERT INTO t ("a b", C, [D]) VALUES (1, 2, 3);
SELECT rowid, oid, _rowid_, "text", c FROM t;
-- error M0403 unknown column `e` of table `T`
SELECT e FROM t;
-- case foreign keys are looked at later
CREATE TABLE t (a int REFERENCES u (id), FOREIGN KEY (a) REFERENCES v (x));
DROP TABLE IF EXISTS u;
-- case the rebuild
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
CREATE TABLE t_new (a int NOT NULL, c int);
INSERT INTO t_new (a, c) SELECT a, b FROM t;
DROP TABLE t;
ALTER TABLE t_new RENAME TO t;
CREATE INDEX i ON t (c);
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case indexes share names with tables
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
-- error M0408 index `i` exists already
CREATE INDEX i ON t (a);
-- case drop a key column
CREATE TABLE t (a integer PRIMARY KEY, b int);
-- error M0415 column `a` cannot be dropped
ALTER TABLE t DROP COLUMN a;
-- case drop a unique column
CREATE TABLE t (a integer PRIMARY KEY, b int UNIQUE);
-- error M0415 column `b` cannot be dropped
ALTER TABLE t DROP COLUMN b;
-- case drop an indexed column
CREATE TABLE t (a integer PRIMARY KEY, b int);
CREATE INDEX i ON t (b);
-- error M0415 column `b` cannot be dropped
ALTER TABLE t DROP COLUMN b;
-- case unknown index
-- error M0407 unknown index `i`
DROP INDEX i;
-- case views over missing_table
CREATE VIEW v AS SELECT a FROM missing_table;
DROP VIEW v;
-- error M0401 unknown view `v`
DROP VIEW v;
-- case types and defaults
CREATE TABLE t (a, b DEFAULT (1 + 2) NOT NULL ON CONFLICT IGNORE, c VARCHAR (10) COLLATE NOCASE, d AS (a + 1), CONSTRAINT x CHECK (b > 0), UNIQUE (a, b) ON CONFLICT REPLACE);
INSERT OR REPLACE INTO t (a, b, c) VALUES (1, 2, 3);
INSERT INTO t (a, b) VALUES (1, 2) ON CONFLICT (a, b) DO UPDATE SET c = excluded.c;
CREATE TABLE w (k PRIMARY KEY) WITHOUT ROWID;
-- case virtual tables
CREATE VIRTUAL TABLE f USING fts5 (a, b);
SELECT a, rank FROM f WHERE f MATCH 'x';
SELECT id FROM f_data;
DROP TABLE f;
-- case server names
SELECT name, sql FROM sqlite_master;
SELECT name FROM pragma_table_info('x');
SELECT value FROM json_each('[1]');
-- case triggers
CREATE TABLE t (a int);
CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = new.a; END;
DROP TABLE t;
-- error M0412 unknown trigger `g`
DROP TRIGGER g;
-- case temporary tables
CREATE TEMP TABLE t (a int);
CREATE TABLE t (b int);
SELECT a FROM t;
SELECT b FROM main.t;
DROP TABLE t;
SELECT b FROM t;
-- case rename follows foreign keys
CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (a int REFERENCES u (id));
ALTER TABLE u RENAME TO v;
ALTER TABLE v RENAME COLUMN id TO ident;
SELECT ident FROM v;
-- case words that are no names
CREATE TABLE t (a int, b text, "group" int, key int, value text);
CREATE INDEX k ON t (a, lower(b), "no such column", b COLLATE NOCASE DESC) WHERE a > 0;
SELECT a FROM t INDEXED BY k WHERE a > 0;
SELECT a FROM t NOT INDEXED;
SELECT a, key, value, "group", 'text', "string", [a], `b` FROM t WHERE b GLOB 'x' OR a ISNULL OR a NOTNULL OR a NOT NULL;
SELECT current_timestamp, true, x.a, count(*) OVER () FROM t AS x;
SELECT a AS n FROM t WHERE n > 1 GROUP BY n HAVING n > 1 ORDER BY n;
INSERT OR IGNORE INTO t DEFAULT VALUES;
INSERT INTO t (rowid, a) VALUES (100, 2);
UPDATE OR REPLACE t SET a = 1 WHERE rowid = 100;
UPDATE t SET a = u.n FROM (SELECT 1 AS n) u;
REPLACE INTO t (a) VALUES (1);
SELECT j.value, j.key FROM t, json_each(t.b) j;
SELECT t.rowid, main.t.a FROM main.t;
WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n;
SELECT CASE WHEN a THEN b ELSE raise_me END FROM (SELECT 1 AS a, 2 AS b, 3 AS raise_me);
DELETE FROM t WHERE a IN (SELECT a FROM t LIMIT 1) RETURNING a;
ALTER TABLE t ADD d;
ALTER TABLE t ADD COLUMN e integer DEFAULT -1 NOT NULL REFERENCES other (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
SELECT d, e FROM t;
-- case a unique column is added
CREATE TABLE t (a int);
ALTER TABLE t ADD b int NOT NULL DEFAULT 1;
-- error M0417 SQLite cannot add the column `c`, which is UNIQUE
ALTER TABLE t ADD c int UNIQUE;
-- case a key is added
CREATE TABLE t (a int);
-- error M0417 SQLite cannot add the column `b`, which is PRIMARY KEY
ALTER TABLE t ADD b integer PRIMARY KEY;
-- case a foreign key of another count
-- error M0418 foreign key from 1 column to 2
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (a, b));
-- case what could not be inserted
CREATE TABLE t (id INTEGER PRIMARY KEY, a int, b int UNIQUE);
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = excluded.a;
INSERT INTO t (id, b) VALUES (2, 2) ON CONFLICT (b) DO UPDATE SET a = excluded.rowid;
-- error M0403 unknown column `c` of table `t`
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET a = excluded.c;
-- error M0414 `ON CONFLICT (a)`
INSERT INTO t (id, a) VALUES (1, 2) ON CONFLICT (a) DO NOTHING;
-- case what stands before a dot
CREATE TABLE t (a int);
SELECT u.a FROM t u;
-- error M0401 nothing in this statement is called `t`
SELECT t.a FROM t u;
-- case a table by the name of an index
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
DROP TABLE IF EXISTS i;
-- error M0401 `i`
DROP TABLE i;
-- case a constant in an index
CREATE TABLE t (a int);
CREATE INDEX i ON t (FALSE);
-- case types that a table demands
CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b);
CREATE TABLE b (id "integer" PRIMARY KEY AUTOINCREMENT);
CREATE TABLE c (a INT, b TEXT, c ANY, d REAL, e INTEGER PRIMARY KEY, f BLOB, g "INT", h int) STRICT;
CREATE TABLE d (a int, b, PRIMARY KEY (a)) WITHOUT ROWID;
CREATE TABLE e (a text PRIMARY KEY) STRICT, WITHOUT ROWID;
-- error M0417 AUTOINCREMENT needs a column of type INTEGER
CREATE TABLE f (id INT PRIMARY KEY AUTOINCREMENT);
-- error M0417 AUTOINCREMENT needs a column of type INTEGER
CREATE TABLE g (id BIGINT PRIMARY KEY AUTOINCREMENT);
-- error M0417 a table WITHOUT ROWID cannot have AUTOINCREMENT
CREATE TABLE h (id INTEGER PRIMARY KEY AUTOINCREMENT) WITHOUT ROWID;
-- error M0417 table `i` is WITHOUT ROWID and has no primary key
CREATE TABLE i (id INTEGER) WITHOUT ROWID;
-- error M0417 `VARCHAR(3)` is no type of a STRICT table
CREATE TABLE j (a VARCHAR(3)) STRICT;
-- error M0417 column `a` of a STRICT table has no type
CREATE TABLE k (a) STRICT;
CREATE TABLE IF NOT EXISTS a (id INT PRIMARY KEY AUTOINCREMENT);
-- case a check stands with its column or with the table
CREATE TABLE a (x INT CHECK (x > y), y INT, z INT CONSTRAINT big CHECK (z > 9), w INT, CHECK (w > 0));
-- error M0415 column `w` cannot be dropped
ALTER TABLE a DROP COLUMN w;
ALTER TABLE a DROP COLUMN z;
ALTER TABLE a ADD COLUMN v INT CHECK (v > 0);
ALTER TABLE a RENAME COLUMN v TO vv;
ALTER TABLE a DROP COLUMN vv;
-- error M0415 column `y` cannot be dropped
ALTER TABLE a DROP COLUMN y;
ALTER TABLE a DROP COLUMN x;
CREATE TABLE b (x INT, y INT, CONSTRAINT named CHECK (x > 0));
-- error M0415 column `x` cannot be dropped
ALTER TABLE b DROP COLUMN x;
-- case numbers of rows in indexes
CREATE TABLE a (x INT, y INT);
-- error M0425 `rowid` is no column of `a` that an index can have
CREATE INDEX i ON a (x, rowid);
CREATE INDEX j ON a (y) WHERE rowid > 1;
-- error M0418 `ifnull` with 1 argument
CREATE INDEX k ON a (ifnull(x) DESC);
CREATE INDEX k ON a (ifnull(x, 0) DESC);
CREATE TABLE b (oid INT, rowid INT);
CREATE INDEX l ON b (oid, rowid);
-- case the name of an index is not let be
CREATE TABLE a (x INT);
CREATE INDEX n ON a (x);
-- error M0408 the name `n` is taken by an index
CREATE TABLE IF NOT EXISTS n (a INT);
-- error M0408 the name `n` is taken by an index
CREATE VIEW IF NOT EXISTS n AS SELECT 1;
-- case defaults name no columns
-- error M0425 the default of `b` names `a`
CREATE TABLE t (a INT, b INT DEFAULT (abs(a) + 1));
CREATE TABLE t (a INT DEFAULT (CASE WHEN 1 THEN 'x' ELSE current_timestamp END), b INT DEFAULT (true AND NOT 1 IN (1, 2)), c TEXT DEFAULT (strftime('%s', 'now')), d INT DEFAULT (CAST('1' AS INTEGER)));
-- case what full text search takes
CREATE VIRTUAL TABLE f USING fts5(title, "the body", content='', pre='2 3');
-- error M0403 unknown column `titel` of `f`
INSERT INTO f(titel) VALUES ('x');
INSERT INTO f(f, rank) VALUES ('merge', 1);
-- error M0425 `TEXT` behind a column of `fts5`
CREATE VIRTUAL TABLE g USING fts5(title TEXT);
-- error M0425 a column of `fts5` is called `rank`
CREATE VIRTUAL TABLE h USING fts5(title, rank);
-- error M0412 `fts5` has no option `contents`
CREATE VIRTUAL TABLE i USING fts5(title, contents='x');
CREATE VIRTUAL TABLE k USING fts4(title, languageid="lang");
INSERT INTO k(title, lang) VALUES ('x', 1);
-- error M0403 unknown column `titel` of `k`
INSERT INTO k(titel) VALUES ('x');
