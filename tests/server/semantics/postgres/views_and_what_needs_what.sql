-- case views and what needs what
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int);
CREATE VIEW v1 AS SELECT id, a FROM t;
CREATE VIEW v2 AS SELECT * FROM v1;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE TABLE child (t_id int REFERENCES t);
CREATE FUNCTION fb(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE TABLE uses_f (a int DEFAULT fb(1), b int CHECK (fb(b) > 0));
CREATE INDEX uses_ix ON t (fb(c));
CREATE TYPE e AS ENUM ('x');
CREATE TABLE uses_e (e e, es e[]);
CREATE VIEW ve AS SELECT 'x'::e AS e;
-- error M0402 view `v1` exists already
CREATE VIEW v1 AS SELECT 1;
-- error M0402 the name `t` is taken by a table
CREATE VIEW t AS SELECT 1;
-- error M0402 the name `t` is taken by a table
CREATE OR REPLACE VIEW t AS SELECT 1;
CREATE OR REPLACE VIEW v1 AS SELECT id, a, b FROM t;
-- error M0401 `mv` is a materialized view, not a view
CREATE OR REPLACE VIEW mv AS SELECT 1;
-- error M0415 view `v1` cannot be dropped: view `v2` needs it
DROP VIEW v1;
DROP VIEW v2, v1;
CREATE VIEW v1 AS SELECT id, a FROM t;
-- error M0401 `t` is a table, not a view
DROP VIEW t;
-- error M0401 `v1` is a view, not a table
DROP TABLE v1;
-- error M0401 `mv` is a materialized view, not a view
DROP VIEW mv;
-- error M0401 `v1` is a view, not a materialized view
DROP MATERIALIZED VIEW v1;
-- error M0401 unknown materialized view `mv2`
DROP MATERIALIZED VIEW mv2;
-- error M0415 table `t` cannot be dropped: a foreign key of table `child` needs it
DROP TABLE t;
-- error M0401 unknown table `nope`
DROP TABLE nope;
-- error M0415 table `t` cannot be dropped: a foreign key of table `child` needs it
DROP TABLE t, nope;
DROP TABLE IF EXISTS nope;
-- error M0415 function `fb` cannot be dropped: index `uses_ix` of `t` needs it
DROP FUNCTION fb(int);
-- error M0415 type `e` cannot be dropped: column `e` of table `uses_e` needs it
DROP TYPE e;
-- error M0415 column `id` cannot be dropped: view `mv` needs it
ALTER TABLE t DROP COLUMN id;
-- error M0415 column `b` cannot be dropped: view `mv` needs it
ALTER TABLE t DROP COLUMN b;
-- error M0415 the type of `a` cannot be changed: view `v1` reads it
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- error M0415 the type of `b` cannot be changed: view `mv` reads it
ALTER TABLE t ALTER COLUMN b TYPE varchar(5);
-- error M0401 `v1` is a view, not a materialized view
REFRESH MATERIALIZED VIEW v1;
-- error M0401 unknown materialized view `nope`
REFRESH MATERIALIZED VIEW nope;
-- error M0417 materialized view `mv` has no unique index by which its rows are found
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
REFRESH MATERIALIZED VIEW mv;
-- error M0401 the rows of the materialized view `mv` are those of its query
INSERT INTO mv VALUES (1, 'x');
-- error M0401 the rows of the materialized view `mv` are those of its query
UPDATE mv SET b = 'x';
ALTER VIEW v1 SET (security_barrier = true);
-- missed 22023 unrecognized parameter "nope"
ALTER VIEW v1 SET (nope = true);
-- error M0401 `v1` is a view, not a materialized view
ALTER MATERIALIZED VIEW v1 RENAME TO x;
-- error M0401 `t` is a table, not a view
ALTER VIEW t RENAME TO x;
-- error M0403 unknown column `zz` of table `t`
CREATE VIEW bad1 AS SELECT zz FROM t;
-- error M0417 `id` is `integer` in one of the queries and `text` in the other
CREATE VIEW bad2 AS SELECT id FROM t UNION SELECT b FROM t;
CREATE VIEW bad3 AS SELECT NULL AS x, 'a' AS y;
-- error M0404 its query returns two columns called `?column?`
CREATE VIEW bad4 AS SELECT 1, 2;
-- error M0301 syntax error: unexpected end of the statement
CREATE VIEW bad5 AS INSERT INTO t VALUES (1) RETURNING id;
CREATE RECURSIVE VIEW rv (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM rv WHERE n < 3;
-- missed 42703 column "m" does not exist
CREATE RECURSIVE VIEW rv2 (n) AS VALUES (1) UNION ALL SELECT m + 1 FROM rv2 WHERE n < 3;
SELECT n FROM rv;
-- error M0403 unknown column `m`
SELECT m FROM rv;
CREATE VIEW upd AS SELECT a, count(*) FROM t GROUP BY a;
-- error M0417 rows of the view `upd` cannot be written: it puts rows together
INSERT INTO upd VALUES (1, 1);
-- error M0417 rows of the view `upd` cannot be written: it puts rows together
DELETE FROM upd;
CREATE VIEW agg AS SELECT DISTINCT a FROM t;
-- error M0417 rows of the view `agg` cannot be written: it has DISTINCT
UPDATE agg SET a = 1;
-- missed 2BP01 cannot drop schema public because other objects depend on it
DROP SCHEMA public;
