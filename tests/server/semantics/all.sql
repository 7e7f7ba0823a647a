-- case a line of history
CREATE TABLE users (id int PRIMARY KEY, email varchar(100) NOT NULL);
ALTER TABLE users ADD COLUMN name varchar(50);
ALTER TABLE users RENAME COLUMN name TO nick;
INSERT INTO users (id, email, nick) VALUES (1, 'a', 'b');
UPDATE users SET nick = lower(email) WHERE id = 1;
CREATE INDEX users_nick ON users (nick);
ALTER TABLE users RENAME TO people;
SELECT p.nick, count(*) AS n FROM people p GROUP BY p.nick ORDER BY n;
DROP TABLE people;
CREATE TABLE users (id int);
-- case unknown table in alter
CREATE TABLE users (id int);
-- error M0401 unknown table `usr`
ALTER TABLE usr ADD COLUMN a int;
-- case a dropped table
CREATE TABLE t (id int);
DROP TABLE t;
-- error M0401 unknown table `t`
INSERT INTO t (id) VALUES (1);
-- case a renamed table
CREATE TABLE t (id int);
ALTER TABLE t RENAME TO u;
-- error M0401 unknown table `t`
ALTER TABLE t ADD COLUMN a int;
-- case drop unknown table
-- error M0401 unknown table `t`
DROP TABLE t;
-- case drop if exists
DROP TABLE IF EXISTS t;
DROP VIEW IF EXISTS v;
-- case duplicate table
CREATE TABLE t (id int);
-- error M0402 table `t` exists already
CREATE TABLE t (id int);
-- case duplicate table if not exists
CREATE TABLE t (id int);
CREATE TABLE IF NOT EXISTS t (id int, a int);
-- error M0403 unknown column `a`
CREATE INDEX i ON t (a);
-- case duplicate column in alter
CREATE TABLE t (a int);
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a int;
-- case unknown column in insert
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
INSERT INTO t (a, b) VALUES (1, 2);
-- case unknown column in update
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
UPDATE t SET b = 1;
-- case unknown column in where
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
DELETE FROM t WHERE b = 1;
-- case unknown column in select
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
INSERT INTO t SELECT b FROM t;
-- case unknown column behind an alias
CREATE TABLE t (a int);
CREATE TABLE u (b int);
-- error M0403 unknown column `a` of table `u`
SELECT x.a FROM t JOIN u x ON x.b = t.a;
-- case correlated
CREATE TABLE t (a int);
CREATE TABLE u (b int);
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE b = a);
UPDATE t SET a = (SELECT max(b) FROM u WHERE b > a);
-- error M0403 unknown column `c`
SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE b = c);
-- case common table expressions
CREATE TABLE t (a int);
WITH c AS (SELECT a AS z FROM t) SELECT z FROM c;
WITH c (y) AS (SELECT a FROM t) SELECT y FROM c;
-- error M0401 unknown table `d`
WITH c AS (SELECT a FROM d) SELECT a FROM c;
-- case derived tables
CREATE TABLE t (a int);
SELECT x.b FROM (SELECT a AS b FROM t) x;
-- error M0403 unknown column `b` of table `t`
SELECT x.a FROM (SELECT b AS a FROM t) x;
-- case unknown column in index
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
CREATE INDEX i ON t (b);
-- case index on unknown table
-- error M0401 unknown table `t`
CREATE INDEX i ON t (b);
-- case unknown column in primary key
-- error M0403 unknown column `b` of table `t`
CREATE TABLE t (a int, PRIMARY KEY (b));
-- case unknown column in unique
-- error M0403 unknown column `b` of table `t`
CREATE TABLE t (a int, UNIQUE (a, b));
-- case unknown column in check
-- error M0403 unknown column `b` of table `t`
CREATE TABLE t (a int, CHECK (a > b));
-- case unknown column in foreign key
CREATE TABLE u (id int PRIMARY KEY);
-- error M0403 unknown column `b` of table `t`
CREATE TABLE t (a int, FOREIGN KEY (b) REFERENCES u (id));
-- case rename an unknown column
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t RENAME COLUMN b TO c;
-- case rename to a column that is there
CREATE TABLE t (a int, b int);
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
-- case drop an unknown column
CREATE TABLE t (a int, b int);
ALTER TABLE t DROP COLUMN b;
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t DROP COLUMN b;
-- case duplicate view
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT a FROM t;
-- case views can be read
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a AS b FROM t;
SELECT b FROM v;
-- error M0403 unknown column `a`
SELECT a FROM v;
-- case a view has the name of a table
CREATE TABLE t (a int);
-- error M0402 the name `t` is taken by a table
CREATE VIEW t AS SELECT 1 AS a;
-- case drop a view as a table
CREATE VIEW v AS SELECT 1 AS a;
-- error M0401 `v` is a view, not a table
DROP TABLE v;
-- case drop a table as a view
CREATE TABLE t (a int);
-- error M0401 `t` is a table, not a view
DROP VIEW t;
-- case rename to a table that is there
CREATE TABLE t (a int);
CREATE TABLE u (a int);
-- error M0402 table `u` exists already
ALTER TABLE t RENAME TO u;
-- case second primary key
-- error M0406 table `t` has a primary key already
CREATE TABLE t (a int PRIMARY KEY, b int, PRIMARY KEY (b));
-- case names without regard to case
CREATE TABLE t (Id int);
INSERT INTO t (ID) VALUES (1);
SELECT iD FROM t;
ALTER TABLE t RENAME COLUMN ID TO ident;
-- case create table as
CREATE TABLE t (a int);
CREATE TABLE u AS SELECT a AS b FROM t;
SELECT b FROM u;
-- error M0402 table `u` exists already
CREATE TABLE u (x int);
-- case order and group by what the query returns
CREATE TABLE t (a int);
SELECT a AS x, count(*) AS c FROM t GROUP BY a ORDER BY c, x;
SELECT a AS x FROM t UNION SELECT 2 ORDER BY x;
-- case using
CREATE TABLE t (a int, b int);
CREATE TABLE u (a int, c int);
SELECT a, b, c FROM t JOIN u USING (a);
-- case expressions of all kinds
CREATE TABLE t (a int, s varchar(10), d date);
SELECT CASE WHEN a IN (1, 2) THEN upper(s) ELSE coalesce(s, 'x') END FROM t WHERE a BETWEEN 1 AND 2 OR s LIKE 'a%';
SELECT CAST(a AS char(5)), count(DISTINCT s), current_date, current_timestamp FROM t GROUP BY a, s HAVING count(*) > 1;
-- error M0403 unknown column `x`
SELECT CASE WHEN a = 1 THEN x END FROM t;
-- case columns of a query inside
CREATE TABLE t (a int, b int);
SELECT x.a, x.n FROM (SELECT a, b + 1 AS n FROM t) x WHERE n > 1;
SELECT x.b FROM (SELECT * FROM t) x;
SELECT x.b FROM (SELECT t.* FROM t) x;
-- error M0403 unknown column `b` of `x`
SELECT x.b FROM (SELECT a, b + 1 AS n FROM t) x;
-- case columns of a common table expression
CREATE TABLE t (a int, b int);
WITH c AS (SELECT a FROM t), d AS (SELECT a AS z FROM c) SELECT c.a, z FROM c, d;
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT n FROM r;
-- error M0403 unknown column `b`
WITH c AS (SELECT a FROM t) SELECT b FROM c;
-- case as many values as columns
CREATE TABLE t (a int, b int);
INSERT INTO t VALUES (1, 2), (3, 4);
INSERT INTO t (b) VALUES (1);
INSERT INTO t (b, a) SELECT 1, 2;
INSERT INTO t SELECT * FROM t;
-- error M0418 1 value for 2 columns
INSERT INTO t (a, b) VALUES (1, 2), (1);
-- case more values than columns
CREATE TABLE t (a int, b int);
-- error M0418 3 values for 2 columns
INSERT INTO t VALUES (1, 2, 3);
-- case more selected than columns
CREATE TABLE t (a int, b int);
-- error M0418 2 values for 1 column
INSERT INTO t (a) SELECT a, b FROM t;
