CREATE TABLE u (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INT, mail TEXT UNIQUE);
CREATE TABLE o (id INTEGER PRIMARY KEY, u_id INT REFERENCES u (id), total REAL, at TEXT);
CREATE TABLE g (a INT, b INT AS (a * 2), c INT AS (a * 3) STORED);
CREATE TABLE wr (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID;
CREATE VIEW v AS SELECT id, name AS n FROM u;
CREATE UNIQUE INDEX o_at ON o (at) WHERE at IS NOT NULL;
-- error M0418 3 values for 4 columns
INSERT INTO u VALUES (1, 'a', 2);
-- error M0418 5 values for 4 columns
INSERT INTO u VALUES (1, 'a', 2, 'm', 5);
-- error M0418 1 value for 2 columns
INSERT INTO u (id, name) VALUES (1);
-- error M0418 1 value for 2 columns
INSERT INTO u (id, name) VALUES (1, 'a'), (2);
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (id, nosuch) VALUES (1, 'a');
INSERT INTO u (id, name, id) VALUES (1, 'a', 3);
INSERT INTO u (rowid, name) VALUES (7, 'g');
-- error M0401 unknown table `nosuch`
INSERT INTO nosuch VALUES (1);
-- error M0403 unknown column `nosuch` of table `o`
INSERT INTO u (name) SELECT nosuch FROM o;
-- error M0418 2 values for 1 column
INSERT INTO u (name) SELECT id, at FROM o;
-- error M0418 2 values for 4 columns
INSERT INTO u SELECT id, at FROM o;
INSERT INTO u SELECT * FROM o;
-- missed
INSERT INTO o SELECT * FROM u;
INSERT INTO g VALUES (1);
-- error M0418 3 values for 1 column
INSERT INTO g VALUES (1, 2, 3);
-- error M0425 the generated column `b` is written
INSERT INTO g (a, b) VALUES (1, 2);
INSERT INTO g (a) VALUES (1);
INSERT INTO g DEFAULT VALUES;
-- error M0425 rows of `v` cannot be written: it is a view
INSERT INTO v VALUES (1, 'a');
-- error M0425 rows of `v` cannot be written: it is a view
INSERT INTO v (n) VALUES ('a');
-- error M0425 rows of `v` cannot be written: it is a view
UPDATE v SET n = 'x';
-- error M0425 rows of `v` cannot be written: it is a view
DELETE FROM v;
-- error M0425 the generated column `b` is written
UPDATE g SET b = 1;
-- error M0425 the generated column `c` is written
UPDATE g SET c = 1;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET age = nosuch;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET age = 1 WHERE nosuch = 2;
UPDATE u SET age = o.total FROM o WHERE o.u_id = u.id;
-- error M0403 unknown column `nosuch` of table `o`
UPDATE u SET age = o.nosuch FROM o WHERE o.u_id = u.id;
-- error M0401 nothing in this statement is called `x`
UPDATE u SET age = x.total FROM o WHERE o.u_id = u.id;
UPDATE u AS z SET age = 1 WHERE z.id = 3;
-- error M0401 nothing in this statement is called `u`
UPDATE u AS z SET age = 1 WHERE u.id = 3;
UPDATE u SET (age, name) = (1, 'b') WHERE id = 4;
-- error M0418 2 columns are given 3 values
UPDATE u SET (age, name) = (1, 'b', 3) WHERE id = 4;
UPDATE u SET (age, name) = (SELECT 1, 'b') WHERE id = 4;
-- error M0418 2 columns are given 1 values
UPDATE u SET (age, name) = (SELECT 1) WHERE id = 4;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET (age, nosuch) = (1, 2);
-- error M0418 a query that stands for one value returns 2 columns
UPDATE u SET age = (SELECT total, id FROM o);
-- error M0425 `max` over all rows stands where single rows are looked at
UPDATE u SET age = max(age);
UPDATE u SET age = (SELECT max(total) FROM o);
-- error M0425 `max` over all rows stands where single rows are looked at
UPDATE u SET age = age + 1 WHERE max(age) > 3;
-- error M0401 unknown table `nosuch`
UPDATE nosuch SET a = 1;
-- error M0301 syntax error: unexpected `.`
UPDATE u SET u.age = 1;
UPDATE OR IGNORE u SET age = 1;
UPDATE u SET rowid = 5 WHERE id = 99;
-- error M0407 unknown index `nosuch` of table `u`
UPDATE u INDEXED BY nosuch SET age = 1;
UPDATE u NOT INDEXED SET age = 1;
-- error M0403 unknown column `nosuch` of table `u`
DELETE FROM u WHERE nosuch = 1;
-- error M0401 unknown table `nosuch`
DELETE FROM nosuch;
-- error M0403 unknown column `nosuch`
DELETE FROM u WHERE id IN (SELECT nosuch FROM o);
-- error M0418 1 column is compared with 2 columns
DELETE FROM u WHERE id IN (SELECT u_id, id FROM o);
DELETE FROM u AS z WHERE z.id = 5;
-- error M0401 nothing in this statement is called `u`
DELETE FROM u AS z WHERE u.id = 5;
-- error M0425 `count` over all rows stands where single rows are looked at
DELETE FROM u WHERE count(*) > 1;
-- error M0403 unknown column `nosuch` of table `o`
DELETE FROM u WHERE EXISTS (SELECT 1 FROM o WHERE o.u_id = u.id AND o.nosuch = 1);
DELETE FROM u WHERE id = 77 RETURNING id, name;
-- error M0403 unknown column `nosuch` of table `u`
DELETE FROM u WHERE id = 77 RETURNING nosuch;
INSERT INTO u (name) VALUES ('q') RETURNING *, id AS x;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES ('q') RETURNING nosuch;
-- error M0425 `count` over all rows stands where single rows are looked at
INSERT INTO u (name) VALUES ('q') RETURNING count(*);
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT DO NOTHING;
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = excluded.name;
-- error M0414 `ON CONFLICT (name)`: `u` has no unique constraint or index on these columns
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (name) DO UPDATE SET name = excluded.name;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (nosuch) DO NOTHING;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = excluded.nosuch;
-- error M0401 nothing in this statement is called `nosuch`
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = nosuch.name;
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = u.name || excluded.name WHERE u.age > excluded.age;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET name = name WHERE nosuch > 1;
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (mail) DO NOTHING ON CONFLICT (id) DO UPDATE SET age = 5;
-- error M0414 `ON CONFLICT (id, mail)`: `u` has no unique constraint or index on these columns
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (id, mail) DO NOTHING;
-- missed
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (mail COLLATE NOCASE) DO NOTHING;
-- error M0414 `ON CONFLICT (at)`: `o` has no unique constraint or index on these columns
INSERT INTO o (at) VALUES ('x') ON CONFLICT (at) DO NOTHING;
INSERT INTO o (at) VALUES ('x') ON CONFLICT (at) WHERE at IS NOT NULL DO NOTHING;
INSERT INTO u (id, name) VALUES (1, 'z') ON CONFLICT (rowid) DO NOTHING;
INSERT INTO u (id, name) SELECT 1, 'z' WHERE true ON CONFLICT (id) DO UPDATE SET age = 1;
INSERT INTO wr VALUES ('a', 1) ON CONFLICT (k) DO UPDATE SET v = v + 1;
-- error M0414 `ON CONFLICT (v)`: `wr` has no unique constraint or index on these columns
INSERT INTO wr VALUES ('a', 1) ON CONFLICT (v) DO UPDATE SET v = v + 1;
-- error M0425 rows of `v` cannot be written: it is a view
INSERT INTO v (id) VALUES (1) ON CONFLICT (id) DO NOTHING;
-- error M0403 table `wr` has no `rowid`: it is WITHOUT ROWID
SELECT rowid FROM wr;
-- missed
SELECT rowid FROM v;
SELECT oid, _rowid_ FROM u;
REPLACE INTO u (id, name) VALUES (2, 'w');
-- error M0403 unknown column `nosuch` of table `u`
REPLACE INTO u (id, nosuch) VALUES (2, 'w');
-- error M0301 syntax error: unexpected `FOO`
INSERT OR FOO INTO u (id) VALUES (1);
-- missed
INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5);
-- missed
UPDATE sqlite_master SET sql = 'x';
-- error M0425 `sqlite_schema` cannot be written
DELETE FROM sqlite_schema;
-- missed
INSERT INTO sqlite_sequence VALUES ('x', 1);
-- error M0403 unknown column `nosuch`
INSERT INTO u (name) VALUES (nosuch);
INSERT INTO u (name) VALUES ("dq");
-- error M0401 nothing in this statement is called `u`
INSERT INTO u (name) VALUES (u.id);
INSERT INTO u (name) VALUES ((SELECT name FROM u));
-- error M0418 a query that stands for one value returns 2 columns
INSERT INTO u (name) VALUES ((SELECT name, id FROM u));
INSERT INTO u (name) VALUES (max(1, 2));
-- error M0425 `max` over all rows stands where single rows are looked at
INSERT INTO u (name) VALUES (max(1));
-- missed
INSERT INTO u (name) VALUES (nosuch(1));
-- error M0425 `RAISE` stands outside of a trigger
INSERT INTO u (name, age) VALUES ('a', RAISE(ABORT, 'x'));
INSERT INTO main.u (name) VALUES ('k');
-- error M0412 unknown database `nosuch`
INSERT INTO nosuch.u (name) VALUES ('k');
INSERT INTO u AS z (id, name) VALUES (1, 'q') ON CONFLICT (id) DO UPDATE SET name = z.name;
-- missed
INSERT INTO u AS z (id, name) VALUES (1, 'q') ON CONFLICT (id) DO UPDATE SET name = u.name;
WITH c AS (SELECT 1 AS x) INSERT INTO u (name) SELECT x FROM c;
-- error M0403 unknown column `y`
WITH c AS (SELECT 1 AS x) INSERT INTO u (name) SELECT y FROM c;
WITH c (y) AS (SELECT 1 AS x) INSERT INTO u (name) SELECT y FROM c;
-- error M0403 unknown column `nosuch` of table `u`
WITH c AS (SELECT nosuch FROM u) DELETE FROM u WHERE id IN (SELECT * FROM c);
WITH c AS (SELECT id FROM u WHERE id > 50) UPDATE u SET age = 1 WHERE id IN (SELECT id FROM c);
-- error M0401 nothing in this statement is called `c`
WITH c AS (SELECT id FROM u) UPDATE u SET age = c.id;
-- error M0418 2 values for 1 column
INSERT INTO u (name) VALUES ('a') , ('b', 'c');
INSERT INTO u (name, age) VALUES ('a', 1 + 'x');
-- missed
INSERT INTO o (u_id) VALUES (999);
CREATE TABLE fkbad (a INT REFERENCES u (age));
-- missed
INSERT INTO fkbad VALUES (1);
-- missed
INSERT INTO fkbad VALUES (NULL);
CREATE TABLE fkgone (a INT REFERENCES zzz (x));
-- missed
INSERT INTO fkgone VALUES (1);
-- missed
DELETE FROM fkgone;
DROP TABLE fkgone;
-- missed
DELETE FROM u WHERE id = 123456;
DROP TABLE u;
