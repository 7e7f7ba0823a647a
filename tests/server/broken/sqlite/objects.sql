CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, a INT, b INT, UNIQUE (a, b));
CREATE TABLE c (id INTEGER PRIMARY KEY, p_id INT REFERENCES p (id), note TEXT);
CREATE TABLE l (msg TEXT NOT NULL, n INT);
CREATE VIEW v AS SELECT id, code FROM p;
-- error M0404 column `a` of table `x1` exists already
CREATE TABLE x1 (a INT, b TEXT, a TEXT);
-- error M0404 column `A` of table `x2` exists already
CREATE TABLE x2 (a, A);
-- error M0404 column `a` of table `x3` exists already
CREATE TABLE x3 ("a" INT, [a] TEXT);
-- error M0301 syntax error: unexpected `)`
CREATE TABLE x4 ();
-- error M0301 syntax error: unexpected `)`
CREATE TABLE x5 (a INT,);
CREATE TABLE x6 (a INT b TEXT);
-- error M0301 syntax error: unexpected `PRIMARY`
CREATE TABLE x7 (PRIMARY KEY (a));
-- error M0403 unknown column `b` of table `x8`
CREATE TABLE x8 (a INT, PRIMARY KEY (b));
-- error M0403 unknown column `b` of table `x9`
CREATE TABLE x9 (a INT, UNIQUE (b));
-- error M0403 unknown column `b` of table `x10`
CREATE TABLE x10 (a INT, FOREIGN KEY (b) REFERENCES p (id));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE x11 (a INT, FOREIGN KEY (a) REFERENCES p (id, code));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE x12 (a INT REFERENCES p (a, b));
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE x13 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (id));
-- error M0403 unknown column `b` of table `x14`
CREATE TABLE x14 (a INT CHECK (b > 0));
-- error M0403 unknown column `id` of table `x15`
CREATE TABLE x15 (a INT CHECK (p.id > 0));
-- error M0425 a CHECK holds a query
CREATE TABLE x16 (a INT CHECK (a IN (SELECT id FROM p)));
-- error M0425 a CHECK holds a parameter
CREATE TABLE x17 (a INT CHECK (a > ?));
-- error M0425 `count` over all rows stands in a CHECK
CREATE TABLE x18 (a INT CHECK (count(a) > 0));
-- error M0425 `row_number` over all rows stands in a CHECK
CREATE TABLE x19 (a INT CHECK (row_number() OVER () > 0));
CREATE TABLE x20 (a INT CHECK (a > random()));
CREATE TABLE x21 (a INT CHECK (a > datetime('now')));
-- error M0425 the default of `a` names `b`
CREATE TABLE x22 (a INT DEFAULT (b));
-- error M0425 the default of `b` names `a`
CREATE TABLE x23 (a INT, b INT DEFAULT (a + 1));
-- error M0301 syntax error: unexpected `SELECT`
CREATE TABLE x24 (a INT DEFAULT (SELECT 1));
-- error M0301 syntax error: unexpected `+`
CREATE TABLE x25 (a INT DEFAULT 1 + 1);
-- error M0301 syntax error: unexpected `(`
CREATE TABLE x26 (a INT DEFAULT now());
CREATE TABLE x27 (a INT DEFAULT (count(*)));
-- error M0301 syntax error: unexpected `?`
CREATE TABLE x28 (a INT DEFAULT ?);
-- error M0301 syntax error: unexpected `)`
CREATE TABLE x29 (a INT DEFAULT);
-- error M0425 all columns of `x30` are generated
CREATE TABLE x30 (a INT AS (a + 1));
-- error M0425 the generated column `b` is computed of itself
CREATE TABLE x31 (a INT, b INT AS (c), c INT AS (b));
-- error M0403 unknown column `nowhere` of table `x32`
CREATE TABLE x32 (a INT, b INT AS (nowhere + 1));
-- error M0425 all columns of `x33` are generated
CREATE TABLE x33 (b INT AS (1));
-- error M0425 the generated column `b` has a default
CREATE TABLE x34 (a INT, b INT AS (a) DEFAULT 5);
-- error M0425 the generated column `b` is the primary key
CREATE TABLE x35 (a INT, b INT AS (a) PRIMARY KEY);
-- error M0425 the generated column `b` is the primary key
CREATE TABLE x36 (a INT, b INT AS (a), PRIMARY KEY (b));
-- error M0425 `random` stands in a generated column, and its value changes by itself
CREATE TABLE x37 (a INT, b INT AS (random()));
-- error M0301 syntax error: unexpected `SELECT`
CREATE TABLE x38 (a INT, b INT AS (SELECT 1));
-- error M0425 a generated column holds a query
CREATE TABLE x39 (a INT, b INT AS ((SELECT max(id) FROM p)));
-- error M0425 `sum` over all rows stands in a generated column
CREATE TABLE x40 (a INT, b INT AS (sum(a)));
-- missed
CREATE TABLE x41 (a INT, b INT AS (a) PERSISTED);
CREATE TABLE x42 (a INT, b TEXT AS (datetime('now')));
-- missed
CREATE TABLE x43 (a INT, b TEXT AS (current_timestamp));
-- missed
CREATE TABLE x44 (a INT, b INT AS (rowid));
-- error M0406 table `x45` has a primary key already
CREATE TABLE x45 (a INTEGER PRIMARY KEY AUTOINCREMENT, b INTEGER PRIMARY KEY);
-- error M0417 AUTOINCREMENT needs a column of type INTEGER, by this very word
CREATE TABLE x46 (a INT PRIMARY KEY AUTOINCREMENT);
-- error M0301 syntax error: unexpected `AUTOINCREMENT`
CREATE TABLE x47 (a INTEGER AUTOINCREMENT);
CREATE TABLE x48 (a INTEGER AUTO_INCREMENT PRIMARY KEY);
-- error M0417 AUTOINCREMENT needs a column of type INTEGER, by this very word
CREATE TABLE x49 (a SERIAL PRIMARY KEY AUTOINCREMENT);
-- error M0417 a table WITHOUT ROWID cannot have AUTOINCREMENT
CREATE TABLE x50 (a INTEGER, PRIMARY KEY (a AUTOINCREMENT)) WITHOUT ROWID;
-- missed
CREATE TABLE x51 (a INTEGER PRIMARY KEY DESC AUTOINCREMENT);
-- error M0417 table `x52` is WITHOUT ROWID and has no primary key
CREATE TABLE x52 (a INT) WITHOUT ROWID;
-- error M0301 syntax error: unexpected `ROWIDS`
CREATE TABLE x53 (a INT PRIMARY KEY) WITHOUT ROWIDS;
-- error M0301 syntax error: unexpected `WITHOUT`
CREATE TABLE x54 (a INT PRIMARY KEY) STRICT WITHOUT ROWID;
-- error M0301 syntax error: unexpected `STRICTLY`
CREATE TABLE x55 (a INT) STRICTLY;
-- error M0417 column `a` of a STRICT table has no type
CREATE TABLE x56 (a) STRICT;
-- error M0417 `VARCHAR` is no type of a STRICT table
CREATE TABLE x57 (a VARCHAR) STRICT;
-- error M0417 `BOOLEAN` is no type of a STRICT table
CREATE TABLE x58 (a BOOLEAN) STRICT;
-- error M0417 `DATETIME` is no type of a STRICT table
CREATE TABLE x59 (a INT, b DATETIME) STRICT;
-- error M0417 `INT(5)` is no type of a STRICT table
CREATE TABLE x60 (a INT(5)) STRICT;
-- missed
CREATE TABLE x61 (a INT COLLATE german);
-- missed
CREATE TABLE x62 (a INT, UNIQUE (a COLLATE german));
-- error M0403 unknown column `lower` of table `x63`
CREATE TABLE x63 (a INT, UNIQUE (a, a), UNIQUE (lower(a)));
-- missed
CREATE TABLE x64 (a INT, PRIMARY KEY (a + 1));
CREATE TABLE x65 (a INT NOT NULL NULL);
-- error M0301 syntax error: unexpected `EXPLODE`
CREATE TABLE x66 (a INT UNIQUE ON CONFLICT EXPLODE);
-- error M0301 syntax error: unexpected `EXPLODE`
CREATE TABLE x67 (a INT REFERENCES p (id) ON DELETE EXPLODE);
-- error M0301 syntax error: unexpected `DROP`
CREATE TABLE x68 (a INT REFERENCES p (id) ON DROP CASCADE);
-- error M0301 syntax error: unexpected `(`
CREATE TABLE x69 (a INT, KEY (a));
-- error M0301 syntax error: unexpected `INDEX`
CREATE TABLE x70 (a INT, INDEX (a));
-- error M0301 syntax error: unexpected `'x'`
CREATE TABLE x71 (a ENUM('x', 'y'));
CREATE TABLE x72 (a INT COMMENT 'x');
-- error M0301 syntax error: unexpected `=`
CREATE TABLE x73 (a INT) ENGINE = InnoDB;
CREATE TABLE x74 (a INT UNSIGNED ZEROFILL NOT NULL);
-- error M0301 syntax error: unexpected `ON`
CREATE TABLE x75 (a TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- error M0301 syntax error: unexpected `AS`
CREATE TABLE x76 (a INT GENERATED BY DEFAULT AS IDENTITY);
CREATE TABLE x77 (LIKE p);
-- error M0301 syntax error: unexpected `LIKE`
CREATE TABLE x78 LIKE p;
CREATE TABLE x79 (a TEXT[]);
-- error M0301 syntax error: unexpected `::text`
CREATE TABLE x80 (a TEXT DEFAULT 'x'::text);
-- error M0402 table `p` exists already
CREATE TABLE p (a INT);
-- error M0402 the name `v` is taken by a view
CREATE TABLE v (a INT);
-- error M0425 the name `sqlite_mine` begins with `sqlite_`
CREATE TABLE sqlite_mine (a INT);
-- error M0412 unknown database `side`
CREATE TABLE side.x81 (a INT);
-- error M0425 a temporary table is made in `main`
CREATE TEMP TABLE main.x82 (a INT);
-- error M0403 unknown column `nowhere` of table `p`
CREATE TABLE x83 AS SELECT nowhere FROM p;
-- error M0401 unknown table `nowhere`
CREATE TABLE x84 AS SELECT * FROM nowhere;
-- error M0301 syntax error: unexpected `AS`
CREATE TABLE x85 (a INT) AS SELECT 1;
-- error M0301 syntax error: unexpected `)`
CREATE TABLE x86 (a TEXT CONSTRAINT);
-- error M0301 syntax error: unexpected `CONSTRAINT`
CREATE TABLE x87 (CONSTRAINT k PRIMARY KEY a);
-- error M0301 syntax error: unexpected `a`
CREATE TABLE x88 (a INT, CHECK a > 0);
-- error M0301 syntax error: unexpected `a`
CREATE TABLE x89 (a INT CHECK a > 0);
-- error M0301 syntax error: unexpected `order`
CREATE TABLE order (a INT);
-- error M0301 syntax error: unexpected `select`
CREATE TABLE x90 (select INT);
-- error M0301 syntax error: unexpected `INT`
CREATE TABLE x91 (a INT, primary INT);
-- error M0301 syntax error: unexpected `UNIQUE`
CREATE TABLE x92 (a INT, b INT, CONSTRAINT UNIQUE (a));
CREATE TABLE x93 (a INT DEFERRABLE);
CREATE TABLE x94 (a INT, CHECK (a > "nowhere"));
-- error M0403 unknown column `nowhere` of table `p`
CREATE INDEX i1 ON p (nowhere);
-- error M0401 unknown table `nowhere`
CREATE INDEX i2 ON nowhere (a);
-- error M0425 an index on `v`, which is a view
CREATE INDEX i3 ON v (id);
-- error M0301 syntax error: unexpected `)`
CREATE INDEX i4 ON p ();
-- error M0301 syntax error: unexpected end of the statement
CREATE INDEX i5 ON p;
-- error M0301 syntax error: unexpected `ON`
CREATE INDEX ON p (a);
-- error M0403 unknown column `nowhere` of table `p`
CREATE INDEX i6 ON p (a) WHERE nowhere > 1;
-- error M0425 the condition of an index holds a query
CREATE INDEX i7 ON p (a) WHERE (SELECT 1);
-- error M0425 `random` stands in the condition of an index, and its value changes by itself
CREATE INDEX i8 ON p (a) WHERE a > random();
-- error M0425 the condition of an index holds a parameter
CREATE INDEX i9 ON p (a) WHERE a > ?;
-- error M0425 `max` over all rows stands in an index
CREATE INDEX i10 ON p (max(a));
-- error M0425 an index holds a query
CREATE INDEX i11 ON p ((SELECT 1));
-- error M0425 `random` stands in an index, and its value changes by itself
CREATE INDEX i12 ON p (random());
-- missed
CREATE INDEX i13 ON p (a COLLATE german);
-- error M0403 unknown column `note` of table `p`
CREATE INDEX i14 ON p (c.note);
-- error M0425 an index names a column with its table
CREATE INDEX i15 ON p (p.a);
-- error M0301 syntax error: unexpected `.`
CREATE INDEX i16 ON main.p (a);
-- missed
CREATE INDEX side.i17 ON p (a);
-- error M0301 syntax error: unexpected `USING`
CREATE INDEX i18 ON p USING btree (a);
-- error M0301 syntax error: unexpected `INCLUDE`
CREATE INDEX i19 ON p (a) INCLUDE (b);
-- error M0301 syntax error: unexpected `i20`
CREATE INDEX CONCURRENTLY i20 ON p (a);
-- error M0301 syntax error: unexpected `FULLTEXT`
CREATE FULLTEXT INDEX i21 ON p (code);
-- missed
CREATE INDEX i22 ON p (code(10));
-- error M0301 syntax error: unexpected `NULLS`
CREATE INDEX i23 ON p (a ASC NULLS FIRST);
-- error M0402 the name `p` is taken by a table
CREATE INDEX p ON c (note);
-- error M0425 the name `sqlite_i` begins with `sqlite_`
CREATE INDEX sqlite_i ON p (a);
CREATE INDEX i24 ON p (date('now'));
-- error M0425 `row_number` over all rows stands in an index
CREATE INDEX i25 ON p (row_number() OVER ());
-- error M0301 syntax error: unexpected `i26`
CREATE UNIQUE i26 ON p (a);
-- error M0407 unknown index `nowhere`
DROP INDEX nowhere;
-- error M0425 `sqlite_autoindex_p_1` cannot be dropped
DROP INDEX sqlite_autoindex_p_1;
-- error M0401 `p` is a table, not an index
DROP INDEX p;
-- error M0401 unknown table `nowhere`
DROP TABLE nowhere;
-- error M0401 `v` is a view, not a table
DROP TABLE v;
-- error M0301 syntax error: unexpected `CASCADE`
DROP TABLE p CASCADE;
-- error M0301 syntax error: unexpected `,`
DROP TABLE p, c;
-- error M0425 `sqlite_master` cannot be dropped
DROP TABLE sqlite_master;
-- error M0401 unknown view `nowhere`
DROP VIEW nowhere;
-- error M0401 `p` is a table, not a view
DROP VIEW p;
-- error M0301 syntax error: unexpected `,`
DROP VIEW v, p;
-- error M0412 unknown trigger `nowhere`
DROP TRIGGER nowhere;
-- error M0301 syntax error: unexpected `ON`
DROP INDEX i1 ON p;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT 1;
-- error M0301 syntax error: unexpected `OR`
CREATE OR REPLACE VIEW v AS SELECT 1;
CREATE VIEW v1 (a, b) AS SELECT 1;
-- error M0301 syntax error: unexpected `?`
CREATE VIEW v2 AS SELECT ?;
-- error M0301 syntax error: unexpected `INSERT`
CREATE VIEW v3 AS INSERT INTO p DEFAULT VALUES;
CREATE VIEW v4 AS SELECT id FROM p UNION SELECT id, a FROM p;
-- missed
CREATE VIEW side.v5 AS SELECT 1;
-- error M0301 syntax error: unexpected `FROM`
CREATE VIEW v6 AS SELECT FROM p;
-- error M0301 syntax error: unexpected `MATERIALIZED`
CREATE MATERIALIZED VIEW v7 AS SELECT 1;
-- missed
CREATE VIEW v8 AS SELECT * FROM side.t;
CREATE VIEW w1 AS SELECT nowhere FROM p;
-- error M0425 view `w1` is broken: unknown column `nowhere` of table `p`
SELECT * FROM w1;
-- error M0425 view `w1` is broken: unknown column `nowhere` of table `p`
SELECT 1 FROM w1;
CREATE VIEW w2 AS SELECT a FROM nowhere;
-- error M0425 view `w2` is broken: unknown table `nowhere`
SELECT a FROM w2;
CREATE VIEW w3 (x, y) AS SELECT id FROM p;
-- error M0425 view `w3` names 2 columns, and its query returns 1
SELECT x FROM w3;
CREATE VIEW w4 AS SELECT id AS one FROM v;
-- error M0403 unknown column `two`
SELECT two FROM w4;
CREATE VIEW w5 AS SELECT one FROM w4 WHERE two = 1;
-- error M0425 view `w5` is broken: unknown column `two`
SELECT one FROM w5;
CREATE VIEW w6 AS SELECT * FROM w6;
-- error M0425 view `w6` reads itself
SELECT * FROM w6;
CREATE VIEW w7 AS SELECT p.id FROM c;
-- error M0425 view `w7` is broken: nothing in this statement is called `p`
SELECT * FROM w7;
CREATE VIEW w8 AS SELECT lenght(code) FROM p;
-- error M0425 view `w5` is broken: unknown column `two`
INSERT INTO l SELECT one, 1 FROM w5;
-- error M0425 view `w2` is broken: unknown table `nowhere`
UPDATE l SET n = (SELECT a FROM w2);
-- error M0425 view `v1` names 2 columns, and its query returns 1
ALTER TABLE c RENAME COLUMN note TO remark;
DROP VIEW w1;
DROP VIEW w2;
DROP VIEW w3;
DROP VIEW w5;
DROP VIEW w6;
DROP VIEW w7;
-- error M0425 view `v1` names 2 columns, and its query returns 1
ALTER TABLE c RENAME COLUMN note TO remark;
DROP VIEW w8;
-- error M0425 view `v1` names 2 columns, and its query returns 1
ALTER TABLE c RENAME COLUMN note TO remark;
-- error M0403 unknown column `remark` of table `c`
ALTER TABLE c RENAME remark TO note;
