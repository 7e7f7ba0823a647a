CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, plain INT);
CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT DEFAULT 'x', c INT CHECK (c > 0), d INT, e INT, f INT, g INT AS (f + 1), h INT, i INT REFERENCES p (id), j INT, CHECK (d < 10), UNIQUE (h));
CREATE INDEX t_e ON t (e);
CREATE INDEX t_part ON t (id) WHERE j > 0;
CREATE INDEX t_expr ON t (lower(b));
INSERT INTO t (a) VALUES (1);
-- error M0425 SQLite cannot add the column `n1`, which is NOT NULL and has no default
ALTER TABLE t ADD COLUMN n1 INT NOT NULL;
-- error M0425 SQLite cannot add the column `n2`, which is NOT NULL and has no default
ALTER TABLE t ADD COLUMN n2 INT NOT NULL DEFAULT NULL;
ALTER TABLE t ADD COLUMN n3 INT NOT NULL DEFAULT 1;
-- error M0417 SQLite cannot add the column `n4`, which is PRIMARY KEY
ALTER TABLE t ADD COLUMN n4 INT PRIMARY KEY;
-- error M0417 SQLite cannot add the column `n5`, which is UNIQUE
ALTER TABLE t ADD COLUMN n5 INT UNIQUE;
-- error M0425 SQLite cannot add the column `n6`, whose default is not a constant
ALTER TABLE t ADD COLUMN n6 INT DEFAULT (1 + 1);
-- error M0425 SQLite cannot add the column `n7`, whose default is not a constant
ALTER TABLE t ADD COLUMN n7 INT DEFAULT (random());
-- error M0425 SQLite cannot add the column `n8`, whose default is not a constant
ALTER TABLE t ADD COLUMN n8 TEXT DEFAULT CURRENT_TIMESTAMP;
-- error M0425 SQLite cannot add the column `n9`, whose default is not a constant
ALTER TABLE t ADD COLUMN n9 TEXT DEFAULT CURRENT_DATE NOT NULL;
-- error M0425 SQLite cannot add the column `n10`, which points to another table and has a default
ALTER TABLE t ADD COLUMN n10 INT REFERENCES p (id) DEFAULT 1;
ALTER TABLE t ADD COLUMN n11 INT REFERENCES p (id) DEFAULT NULL;
ALTER TABLE t ADD COLUMN n12 INT REFERENCES p (id);
-- error M0425 SQLite cannot add the column `n13`, which points to another table and has a default
ALTER TABLE t ADD COLUMN n13 INT REFERENCES p (id) NOT NULL DEFAULT 1;
-- error M0425 SQLite cannot add the stored column `n14`
ALTER TABLE t ADD COLUMN n14 INT AS (a + 1) STORED;
ALTER TABLE t ADD COLUMN n15 INT AS (a + 1) VIRTUAL;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD COLUMN n16 INT AS (nosuch + 1);
ALTER TABLE t ADD COLUMN n17 INT CHECK (n17 > 0);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD COLUMN n18 INT CHECK (nosuch > 0);
ALTER TABLE t ADD COLUMN n19 INT NOT NULL AS (a * 2);
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a INT;
-- error M0404 column `A` of table `t` exists already
ALTER TABLE t ADD COLUMN A TEXT;
-- missed
ALTER TABLE t ADD COLUMN n20 TEXT COLLATE nosuch;
ALTER TABLE t ADD COLUMN n21 TEXT COLLATE NOCASE;
ALTER TABLE t ADD n22 INT DEFAULT -1;
ALTER TABLE t ADD n23 DEFAULT 'it''s';
ALTER TABLE t ADD n24 REFERENCES nosuch (id);
-- error M0401 unknown table `nosuch`
ALTER TABLE nosuch ADD COLUMN x INT;
-- error M0425 SQLite cannot add the column `n25`, whose default is not a constant
ALTER TABLE t ADD COLUMN n25 INT DEFAULT (a);
ALTER TABLE t ADD COLUMN n26 INT DEFAULT true;
ALTER TABLE t ADD COLUMN n27 INT DEFAULT x'00';
ALTER TABLE t ADD COLUMN n28 INT DEFAULT (1);
ALTER TABLE t ADD COLUMN n29 INT DEFAULT ('a');
-- error M0417 SQLite cannot add the column `n30`, which is PRIMARY KEY
ALTER TABLE t ADD COLUMN n30 INTEGER PRIMARY KEY AUTOINCREMENT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t DROP COLUMN nosuch;
-- error M0415 column `id` cannot be dropped: a primary key of the table needs it
ALTER TABLE t DROP COLUMN id;
ALTER TABLE t DROP COLUMN c;
-- error M0415 column `d` cannot be dropped: a CHECK of the table needs it
ALTER TABLE t DROP COLUMN d;
-- error M0415 column `e` cannot be dropped: index `t_e` needs it
ALTER TABLE t DROP COLUMN e;
-- error M0415 column `f` cannot be dropped: generated column `g` needs it
ALTER TABLE t DROP COLUMN f;
ALTER TABLE t DROP COLUMN g;
-- error M0415 column `h` cannot be dropped: a unique constraint of the table needs it
ALTER TABLE t DROP COLUMN h;
ALTER TABLE t DROP COLUMN i;
-- error M0415 column `j` cannot be dropped: index `t_part` needs it
ALTER TABLE t DROP COLUMN j;
-- error M0415 column `b` cannot be dropped: index `t_expr` needs it
ALTER TABLE t DROP COLUMN b;
ALTER TABLE t DROP COLUMN n22;
-- error M0401 unknown table `nosuch`
ALTER TABLE nosuch DROP COLUMN x;
CREATE TABLE one (a INT);
-- error M0415 column `a` cannot be dropped: the table, which has no other column needs it
ALTER TABLE one DROP COLUMN a;
CREATE TABLE cpk (a INT, b INT, c INT, PRIMARY KEY (a, b));
-- error M0415 column `b` cannot be dropped: a primary key of the table needs it
ALTER TABLE cpk DROP COLUMN b;
ALTER TABLE cpk DROP COLUMN c;
CREATE TABLE fkc (a INT, b INT, FOREIGN KEY (b) REFERENCES p (id));
-- error M0415 column `b` cannot be dropped: a foreign key of the table needs it
ALTER TABLE fkc DROP COLUMN b;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t RENAME COLUMN nosuch TO y;
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
ALTER TABLE t RENAME COLUMN a TO A;
ALTER TABLE t RENAME a TO a1;
-- error M0402 table `p` exists already
ALTER TABLE t RENAME TO p;
-- error M0408 the name `t_e` is taken by an index
ALTER TABLE t RENAME TO t_e;
-- error M0401 unknown table `nosuch`
ALTER TABLE nosuch RENAME TO z;
-- error M0425 the name `sqlite_t` begins with `sqlite_`
ALTER TABLE t RENAME TO sqlite_t;
CREATE VIEW v AS SELECT id, plain FROM p;
-- error M0425 `v`: a view cannot be altered
ALTER TABLE v ADD COLUMN x INT;
-- missed
ALTER TABLE v RENAME TO w;
-- error M0425 `v`: a view cannot be altered
ALTER TABLE v RENAME COLUMN id TO x;
-- error M0425 `v`: a view cannot be altered
ALTER TABLE v DROP COLUMN id;
-- error M0415 column `plain` cannot be dropped: view `v` needs it
ALTER TABLE p DROP COLUMN plain;
CREATE TABLE q (a INT, b INT);
CREATE TRIGGER q_t AFTER INSERT ON q BEGIN UPDATE q SET b = new.a; END;
ALTER TABLE q DROP COLUMN b;
-- error M0415 column `a` cannot be dropped: the table, which has no other column needs it
ALTER TABLE q DROP COLUMN a;
-- error M0403 unknown column `b` of table `q`
ALTER TABLE q RENAME COLUMN b TO c;
CREATE TABLE r (a INT, b INT);
CREATE TABLE r2 (a INT);
CREATE TRIGGER r2_t AFTER INSERT ON r2 BEGIN INSERT INTO r (b) VALUES (new.a); END;
ALTER TABLE r DROP COLUMN b;
-- error M0425 `sqlite_master` cannot be altered
ALTER TABLE sqlite_master ADD COLUMN x INT;
-- missed
ALTER TABLE sqlite_schema RENAME TO x;
CREATE TABLE wr (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID;
-- error M0415 column `k` cannot be dropped: a primary key of the table needs it
ALTER TABLE wr DROP COLUMN k;
ALTER TABLE wr DROP COLUMN v;
ALTER TABLE wr ADD COLUMN z INT NOT NULL DEFAULT 0;
CREATE TABLE st (a INT) STRICT;
-- error M0417 column `b` of a STRICT table is `VARCHAR(10)`
ALTER TABLE st ADD COLUMN b VARCHAR(10);
-- error M0417 column `b` of a STRICT table has no type
ALTER TABLE st ADD COLUMN b;
ALTER TABLE st ADD COLUMN b TEXT;
CREATE VIRTUAL TABLE ft USING fts5 (a, b);
-- error M0425 `ft`: a virtual table cannot be altered
ALTER TABLE ft ADD COLUMN c;
ALTER TABLE ft RENAME TO ft2;
CREATE TABLE e1 (a INT);
ALTER TABLE e1 ADD COLUMN b INT NOT NULL;
ALTER TABLE e1 ADD COLUMN c INT DEFAULT (1 + 1);
ALTER TABLE e1 ADD COLUMN d INT DEFAULT CURRENT_TIME;
CREATE TABLE bt (a INT);
CREATE VIEW bv AS SELECT b FROM bt;
-- error M0425 view `bv` is broken: unknown column `b` of table `bt`
ALTER TABLE bt RENAME TO bt2;
ALTER TABLE bt ADD COLUMN z INT;
-- error M0425 view `bv` is broken: unknown column `b` of table `bt`
ALTER TABLE bt DROP COLUMN a;
DROP VIEW bv;
CREATE VIEW bv2 AS SELECT * FROM gone;
-- error M0425 view `bv2` is broken: unknown table `gone`
ALTER TABLE e1 RENAME TO e2;
DROP VIEW bv2;
