CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, plain INT);
-- error M0402 table `p` exists already
CREATE TABLE p (x INT);
-- error M0402 table `P` exists already
CREATE TABLE P (x INT);
CREATE TABLE IF NOT EXISTS p (x INT);
-- error M0402 the name `p` is taken by a table
CREATE VIEW p AS SELECT 1;
-- error M0402 the name `p` is taken by a table
CREATE INDEX p ON p (plain);
-- error M0404 column `a` of table `d1` exists already
CREATE TABLE d1 (a, a);
-- error M0404 column `A` of table `d2` exists already
CREATE TABLE d2 (a INT, b INT, A TEXT);
-- error M0406 table `d3` has a primary key already
CREATE TABLE d3 (a INTEGER PRIMARY KEY, b INT PRIMARY KEY);
-- error M0406 table `d4` has a primary key already
CREATE TABLE d4 (a INTEGER PRIMARY KEY, b INT, PRIMARY KEY (b));
-- error M0417 AUTOINCREMENT needs a column of type INTEGER, by this very word
CREATE TABLE d5 (a INT PRIMARY KEY AUTOINCREMENT);
-- error M0301 syntax error: unexpected `AUTOINCREMENT`
CREATE TABLE d6 (a INTEGER, b INT, PRIMARY KEY (a, b) AUTOINCREMENT);
-- error M0417 AUTOINCREMENT needs a column of type INTEGER, by this very word
CREATE TABLE d7 (a TEXT PRIMARY KEY AUTOINCREMENT);
-- missed
CREATE TABLE d8 (a INTEGER PRIMARY KEY DESC AUTOINCREMENT);
-- error M0417 table `d9` is WITHOUT ROWID and has no primary key
CREATE TABLE d9 (a INT) WITHOUT ROWID;
-- error M0417 a table WITHOUT ROWID cannot have AUTOINCREMENT
CREATE TABLE d10 (a INTEGER PRIMARY KEY AUTOINCREMENT) WITHOUT ROWID;
CREATE TABLE d11 (a INT PRIMARY KEY) WITHOUT ROWID;
-- error M0417 column `a` of a STRICT table has no type
CREATE TABLE d12 (a) STRICT;
-- error M0417 `VARCHAR(20)` is no type of a STRICT table
CREATE TABLE d13 (a VARCHAR(20)) STRICT;
CREATE TABLE d14 (a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY) STRICT;
-- error M0417 `DATETIME` is no type of a STRICT table
CREATE TABLE d15 (a DATETIME) STRICT;
-- error M0403 unknown column `b` of table `d16`
CREATE TABLE d16 (a INT, PRIMARY KEY (b));
-- error M0403 unknown column `b` of table `d17`
CREATE TABLE d17 (a INT, UNIQUE (b));
-- error M0403 unknown column `b` of table `d18`
CREATE TABLE d18 (a INT, FOREIGN KEY (b) REFERENCES p (id));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE d19 (a INT, FOREIGN KEY (a) REFERENCES p (id, code));
-- error M0418 foreign key from 1 column to 2
CREATE TABLE d20 (a INT REFERENCES p (id, code));
-- error M0403 unknown column `b` of table `d21`
CREATE TABLE d21 (a INT, CHECK (b > 0));
-- error M0403 unknown column `b` of table `d22`
CREATE TABLE d22 (a INT CHECK (b > 0));
CREATE TABLE d23 (a INT CHECK (d23.a > 0));
-- error M0425 a CHECK holds a query
CREATE TABLE d24 (a INT CHECK ((SELECT 1)));
-- error M0425 `count` over all rows stands in a CHECK
CREATE TABLE d25 (a INT CHECK (count(*) > 0));
-- error M0425 a CHECK holds a parameter
CREATE TABLE d26 (a INT CHECK (a > ?));
-- error M0425 the default of `a` names `b`
CREATE TABLE d27 (a INT DEFAULT (b));
-- error M0301 syntax error: unexpected `SELECT`
CREATE TABLE d28 (a INT DEFAULT (SELECT 1));
CREATE TABLE d29 (a INT DEFAULT b);
CREATE TABLE d30 (a INT DEFAULT "text");
CREATE TABLE d31 (a INT, b INT AS (a + 1));
-- error M0403 unknown column `c` of table `d32`
CREATE TABLE d32 (a INT, b INT AS (c + 1));
-- error M0425 all columns of `d33` are generated
CREATE TABLE d33 (a INT AS (1));
-- error M0425 the generated column `b` is computed of itself
CREATE TABLE d34 (a INT, b INT AS (b + 1));
-- error M0425 the generated column `b` is computed of itself
CREATE TABLE d35 (a INT, b INT AS (c), c INT AS (b));
-- error M0425 the generated column `b` is the primary key
CREATE TABLE d36 (a INT, b INT PRIMARY KEY AS (a));
-- error M0425 the generated column `b` has a default
CREATE TABLE d37 (a INT, b INT AS (a) DEFAULT 5);
-- error M0425 a generated column holds a query
CREATE TABLE d38 (a INT, b INT AS ((SELECT 1)));
-- error M0425 `random` stands in a generated column, and its value changes by itself
CREATE TABLE d39 (a INT, b INT AS (random()));
-- error M0425 `sum` over all rows stands in a generated column
CREATE TABLE d40 (a INT, b INT AS (sum(a)));
CREATE TABLE d41 (a INT, b INT AS (a) STORED UNIQUE NOT NULL CHECK (b > 0));
CREATE TABLE d42 (a INT, b INT AS (a) REFERENCES p (id));
-- error M0425 the name `sqlite_x` begins with `sqlite_`
CREATE TABLE sqlite_x (a INT);
-- missed
CREATE TABLE d43 (a TEXT COLLATE nosuch);
CREATE TABLE d44 (a TEXT COLLATE RTRIM);
-- error M0301 syntax error: unexpected end of the statement
CREATE TABLE d45 (a INT) FOO;
CREATE TABLE d46 (a INT PRIMARY KEY) WITHOUT ROWID, STRICT;
-- error M0301 syntax error: unexpected end of the statement
CREATE TABLE d47 (a INT PRIMARY KEY) WITHOUT FOO;
-- error M0403 unknown column `nosuch` of table `p`
CREATE TABLE d48 AS SELECT nosuch FROM p;
-- error M0401 unknown table `nosuch`
CREATE TABLE d49 AS SELECT * FROM nosuch;
CREATE TABLE d50 AS SELECT id, id FROM p;
CREATE TABLE d51 (a INT, b INT, UNIQUE (a, a));
CREATE TABLE d52 (a INT, PRIMARY KEY (a, a));
CREATE TABLE d53 (a INT, CONSTRAINT x CHECK (a > 0), CONSTRAINT x CHECK (a < 9));
CREATE TABLE d54 (a INT NOT NULL NOT NULL);
CREATE TABLE d55 (a INT UNIQUE UNIQUE);
CREATE TABLE d56 (a INT DEFAULT 1 DEFAULT 2);
-- missed
CREATE TABLE d57 (a INT, PRIMARY KEY (a + 1));
CREATE TABLE d58 (a INT, PRIMARY KEY (a COLLATE NOCASE));
-- missed
CREATE TABLE d59 (a INT, UNIQUE (a + 1));
CREATE TABLE d60 (rowid INT, a INT);
CREATE TABLE d61 ("a b" INT, [c] INT, `d` INT, 'e' INT);
CREATE TABLE main.d62 (a INT);
-- error M0412 unknown database `nosuch`
CREATE TABLE nosuch.d63 (a INT);
CREATE TABLE temp.d64 (a INT);
-- error M0425 a temporary table is made in `main`
CREATE TEMP TABLE main.d65 (a INT);
CREATE TEMP TABLE temp.d66 (a INT);
CREATE TABLE d67 (a INT, b INT AS (a), c INT AS (b + a) STORED, CHECK (c > a));
CREATE TABLE d68 (a INT DEFERRABLE);
CREATE TABLE d69 (a INT, FOREIGN KEY (a) REFERENCES nosuch);
CREATE TABLE d70 (a INT, FOREIGN KEY (a) REFERENCES nosuch (x) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE d71 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p);
-- error M0425 a CHECK holds a query
CREATE TABLE d72 (a INT CHECK (a IN (SELECT id FROM p)));
-- missed
CREATE TABLE d73 (a INT CHECK (nosuch(a)));
CREATE TABLE d74 (a INT CHECK (length(a) > 0 AND abs(a) < 5 AND typeof(a) = 'integer'));
CREATE TABLE d75 (a INT CHECK (random() > 0));
CREATE TABLE d76 (a INT CHECK (a > "b"));
-- missed
CREATE TABLE d77 (a INT CHECK (a GLOB '[0-9]*' OR a REGEXP 'x'));
-- missed
CREATE TABLE d78 (a INT, b AS (nosuch(a)));
CREATE TABLE d79 (a INT DEFAULT (nosuch()));
CREATE TABLE d80 (a INT DEFAULT (datetime('now')), b DEFAULT (hex(randomblob(16))));
CREATE TABLE d81 (a INTEGER PRIMARY KEY, b AS (a) STORED, c GENERATED ALWAYS AS (b) VIRTUAL);
-- error M0403 unknown column `nosuch` of table `p`
CREATE INDEX i1 ON p (nosuch);
-- error M0401 unknown table `nosuch`
CREATE INDEX i2 ON nosuch (a);
CREATE INDEX i3 ON p (plain);
-- error M0408 index `i3` exists already
CREATE INDEX i3 ON p (code);
CREATE INDEX IF NOT EXISTS i3 ON p (nosuch);
-- error M0403 unknown column `nosuch` of table `p`
CREATE INDEX i4 ON p (plain) WHERE nosuch > 0;
-- error M0403 unknown column `nosuch` of table `p`
CREATE INDEX i5 ON p (plain + nosuch);
-- error M0425 the condition of an index holds a query
CREATE INDEX i6 ON p (plain) WHERE id IN (SELECT 1);
-- error M0425 an index holds a query
CREATE INDEX i7 ON p ((SELECT 1));
-- error M0425 `random` stands in an index, and its value changes by itself
CREATE INDEX i8 ON p (random());
-- error M0425 `count` over all rows stands in an index
CREATE INDEX i9 ON p (count(plain));
-- error M0425 an index names a column with its table
CREATE INDEX i10 ON p (p.plain);
-- missed
CREATE INDEX i11 ON p (plain COLLATE nosuch);
CREATE INDEX i12 ON p ("nosuch");
-- missed
CREATE INDEX i13 ON p ('text');
-- error M0425 `rowid` is no column of `p` that an index can have
CREATE INDEX i14 ON p (rowid);
-- error M0425 `random` stands in the condition of an index, and its value changes by itself
CREATE INDEX i15 ON p (plain) WHERE random() > 0;
CREATE INDEX i16 ON p (date('now'));
-- missed
CREATE INDEX i17 ON p (nosuch(plain));
-- error M0425 the name `sqlite_i` begins with `sqlite_`
CREATE INDEX sqlite_i ON p (plain);
CREATE INDEX main.i18 ON p (plain);
-- error M0301 syntax error: unexpected `.`
CREATE INDEX i19 ON main.p (plain);
-- missed
CREATE INDEX i20 ON sqlite_master (name);
CREATE INDEX i21 ON p (plain, plain DESC);
CREATE INDEX i22 ON p (plain) WHERE code IS NOT NULL AND plain > 5 OR code LIKE 'a%';
-- error M0401 unknown table `temp.p`
CREATE UNIQUE INDEX temp.i23 ON p (plain);
CREATE VIEW v1 AS SELECT nosuch FROM p;
-- error M0425 view `v1` is broken: unknown column `nosuch` of table `p`
SELECT * FROM v1;
CREATE VIEW v2 (a, b) AS SELECT id FROM p;
-- error M0425 view `v2` names 2 columns, and its query returns 1
SELECT * FROM v2;
CREATE VIEW v3 AS SELECT id AS x, plain FROM p;
-- error M0402 view `v3` exists already
CREATE VIEW v3 AS SELECT 1;
CREATE VIEW IF NOT EXISTS v3 AS SELECT 1;
-- error M0402 the name `v3` is taken by a view
CREATE TABLE v3 (a INT);
-- error M0425 an index on `v3`, which is a view
CREATE INDEX iv ON v3 (x);
-- error M0425 a view like `v3` has only `INSTEAD OF` triggers
CREATE TRIGGER tv AFTER INSERT ON v3 BEGIN SELECT 1; END;
CREATE TRIGGER tv INSTEAD OF INSERT ON v3 BEGIN SELECT 1; END;
-- error M0425 only views have `INSTEAD OF` triggers, and `p` is a table
CREATE TRIGGER tp INSTEAD OF INSERT ON p BEGIN SELECT 1; END;
-- error M0301 syntax error: unexpected `?`
CREATE VIEW v4 AS SELECT ?;
CREATE VIEW v5 (a, a) AS SELECT 1, 2;
CREATE VIEW v6 AS SELECT 1 UNION SELECT 1, 2;
-- missed
CREATE VIEW nosuch.v7 AS SELECT 1;
CREATE TEMP VIEW v8 AS SELECT * FROM p;
-- error M0401 `v3` is a view, not a table
DROP TABLE v3;
-- error M0401 `p` is a table, not a view
DROP VIEW p;
-- error M0401 `p` is a table, not an index
DROP INDEX p;
-- error M0401 unknown table `nosuch`
DROP TABLE nosuch;
DROP TABLE IF EXISTS nosuch;
-- error M0401 unknown view `nosuch`
DROP VIEW nosuch;
-- error M0407 unknown index `nosuch`
DROP INDEX nosuch;
-- error M0412 unknown trigger `nosuch`
DROP TRIGGER nosuch;
-- error M0425 `sqlite_autoindex_p_1` cannot be dropped
DROP INDEX sqlite_autoindex_p_1;
-- error M0425 `sqlite_master` cannot be dropped
DROP TABLE sqlite_master;
-- error M0425 `sqlite_sequence` cannot be dropped
DROP TABLE sqlite_sequence;
DROP INDEX IF EXISTS nosuch;
DROP TRIGGER IF EXISTS nosuch;
-- error M0401 unknown table `main.p2`
DROP TABLE main.p2;
-- error M0401 `p` is a table, not a view
DROP VIEW IF EXISTS p;
-- error M0401 `v3` is a view, not a table
DROP TABLE IF EXISTS v3;
-- missed
CREATE VIRTUAL TABLE vt1 USING nosuch (a);
CREATE VIRTUAL TABLE vt2 USING fts5 (a, b, tokenize = 'porter');
-- error M0412 `fts5` has no option `nosuch`
CREATE VIRTUAL TABLE vt3 USING fts5 (a, nosuch = 'x');
CREATE VIRTUAL TABLE vt4 USING fts5 (a UNINDEXED, b, content = '', prefix = '2 3');
CREATE VIRTUAL TABLE vt5 USING rtree (id, x0, x1);
-- missed
CREATE VIRTUAL TABLE vt6 USING rtree (id, x0);
-- error M0402 table `vt2` exists already
CREATE VIRTUAL TABLE vt2 USING fts5 (a);
-- missed
CREATE VIRTUAL TABLE vt7 USING fts5 (a, a);
CREATE VIRTUAL TABLE vt8 USING fts4 (a, b, tokenize=unicode61);
CREATE VIRTUAL TABLE vt9 USING fts3 (a);
-- error M0425 an index on `vt2`, which is a virtual table
CREATE INDEX ivt ON vt2 (a);
-- error M0425 a trigger on `vt2`, which is a virtual table
CREATE TRIGGER tvt AFTER INSERT ON vt2 BEGIN SELECT 1; END;
-- error M0407 unknown index `nosuch`
REINDEX nosuch;
REINDEX p;
REINDEX i3;
REINDEX NOCASE;
-- error M0401 unknown table `nosuch`
ANALYZE nosuch;
ANALYZE p;
ANALYZE i3;
ANALYZE main;
-- error M0401 unknown table `main.nosuch`
ANALYZE main.nosuch;
-- missed
DETACH nosuch;
