-- case writes of the wrong things
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int, b text, ts timestamptz, f boolean, n numeric, j jsonb, tags text[], u uuid, d date);
CREATE TABLE s (id int PRIMARY KEY, x int, y text, z date, v jsonb);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pt AS (p int, q text);
CREATE TABLE m (id serial PRIMARY KEY, mo mood, pt pt, at timestamptz NOT NULL, UNIQUE (mo, at));
CREATE UNIQUE INDEX s_part ON s (x) WHERE y IS NOT NULL;
CREATE UNIQUE INDEX s_low ON s (lower(y));
CREATE VIEW jv AS SELECT t.id, s.x FROM t JOIN s USING (id);
CREATE VIEW av AS SELECT count(*) AS n FROM t;
CREATE VIEW sv AS SELECT id, x, upper(y) AS yy FROM s;
-- error M0417 `id` gets no value of one's own: the server numbers it
INSERT INTO t (id, a) VALUES (1, 2);
-- error M0417 `id` gets no value of one's own: the server numbers it
INSERT INTO t VALUES (1, 2);
-- error M0417 `id` gets no value of one's own: the server numbers it
INSERT INTO t (id, a) SELECT 1, 2;
-- error M0417 'x' is no value of `integer`
INSERT INTO t (a, b) VALUES ('x', 'y');
-- error M0418 1 value for 2 columns
INSERT INTO t (a, b) VALUES (1, 'y'), (2);
-- error M0417 `a` is `integer`, and the value is `text`
INSERT INTO t (a, b) SELECT y, x FROM s;
-- error M0418 1 value for 2 columns
INSERT INTO t (a, b) SELECT x FROM s;
-- error M0417 `ts` is `timestamp with time zone`, and the value is `text`
INSERT INTO t (a, ts) SELECT x, y FROM s;
INSERT INTO t (a, d) SELECT x, now() FROM s;
-- error M0417 `f` is `boolean`, and the value is `integer`
INSERT INTO t (f) SELECT x FROM s;
-- error M0417 `j` is `jsonb`, and the value is `text`
INSERT INTO t (j) SELECT y FROM s;
-- error M0417 `u` is `uuid`, and the value is `text`
INSERT INTO t (u) SELECT md5(y) FROM s;
-- error M0417 `tags` is `text[]`, and the value is `text`
INSERT INTO t (tags) SELECT y FROM s;
-- error M0417 `n` is `numeric`, and the value is `date`
INSERT INTO t (n) SELECT z FROM s;
-- error M0417 `a` is `integer`, and the value is `text`
INSERT INTO t (a) SELECT v ->> 'a' FROM s;
-- error M0417 `a` is `integer`, and the value is `jsonb`
INSERT INTO t (a) SELECT v -> 'a' FROM s;
-- error M0417 `ts` is `timestamp with time zone`, and the value is `text`
INSERT INTO t (ts) SELECT v ->> 'at' FROM s;
-- error M0401 unknown table `ss`
INSERT INTO t (a) SELECT x FROM ss;
-- error M0403 unknown column `xx` of table `s`
INSERT INTO t (a) SELECT s.xx FROM s;
-- error M0403 unknown column `aa` of table `t`
INSERT INTO t (aa) SELECT x FROM s;
-- error M0417 there is no operator `=` for `text` and `integer`
INSERT INTO t (a) SELECT x FROM s WHERE s.y = 1;
-- error M0418 2 values for 1 column
INSERT INTO t (a) SELECT sum(x), y FROM s;
-- error M0418 2 values for 1 column
INSERT INTO t (a) SELECT x, count(*) FROM s;
-- missed 42601 DEFAULT is not allowed in this context
INSERT INTO t (a) VALUES (DEFAULT + 1);
-- error M0403 unknown column `b`
INSERT INTO t (a) VALUES (b);
-- error M0418 column `a` is named twice
INSERT INTO t (a, a) VALUES (1, 2);
-- error M0417 '{bad}' is no value of `jsonb`
INSERT INTO t (j) VALUES ('{bad}');
-- error M0417 'not-a-uuid' is no value of `uuid`
INSERT INTO t (u) VALUES ('not-a-uuid');
-- missed 22007 invalid input syntax for type timestamp with time zone: "yesterday noon o clock"
INSERT INTO t (ts) VALUES ('yesterday noon o clock');
-- error M0417 'a,b' is no value of `text[]`
INSERT INTO t (tags) VALUES ('a,b');
INSERT INTO t (tags) VALUES (ARRAY[1, 2]);
-- error M0417 `tags` is `text[]`, and the value is `a row`
INSERT INTO t (tags) VALUES (('a', 'b'));
-- error M0417 `f` is `boolean`, and the value is `integer`
INSERT INTO t (f) VALUES (1);
-- error M0417 `d` is `date`, and the value is `integer`
INSERT INTO t (d) VALUES (20200101);
-- error M0417 '2020-02-30' is no value of `date`
INSERT INTO t (d) VALUES ('2020-02-30');
-- error M0417 99999999999 is out of the range of `integer`, which `a` is
INSERT INTO t (a) VALUES (99999999999);
-- error M0417 '12a' is no value of `integer`
INSERT INTO t (a) VALUES ('12a');
-- error M0417 `a` is `integer`, and the value is `boolean`
INSERT INTO t (a) VALUES (true);
-- error M0417 `a` is `integer`, and the value is `timestamp with time zone`
INSERT INTO t (a) VALUES (now());
-- error M0403 unknown column `x`
INSERT INTO t (b) VALUES ("x");
-- error M0418 2 values for 1 column
INSERT INTO t (b) VALUES (1, 2);
-- error M0417 'glad' is no value of `mood`
INSERT INTO m (mo) VALUES ('glad');
-- error M0417 `mo` is `mood`, and the value is `text`
INSERT INTO m (mo, at) SELECT y, now() FROM s;
-- error M0418 a row of 3 for 2 columns
INSERT INTO m (pt, at) VALUES ((1, 2, 3), now());
-- error M0403 unknown column `r` of `pt`
INSERT INTO m (pt.p, pt.r, at) VALUES (1, 2, now());
-- missed 42804 cannot assign to field "x" of column "at" because its type timestamp with time zone is not a composite type
INSERT INTO m (at.x) VALUES (1);
-- error M0418 5 values for 4 columns
INSERT INTO m VALUES (1, 'sad', NULL, now(), 5);
-- error M0414 `ON CONFLICT (x)`: `s` has no unique constraint or index on these columns
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (x) DO NOTHING;
-- error M0414 `ON CONFLICT (y)`: `s` has no unique constraint or index on these columns
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (y) DO NOTHING;
-- error M0414 `ON CONFLICT (id, x)`: `s` has no unique constraint or index on these columns
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id, x) DO NOTHING;
-- missed 42P10 there is no unique or exclusion constraint matching the ON CONFLICT specification
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (upper(y)) DO NOTHING;
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (x) WHERE y = 'a' DO NOTHING;
-- error M0403 unknown column `zz` of table `s`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (zz) DO NOTHING;
-- error M0405 unknown constraint `s_pk` of table `s`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT ON CONSTRAINT s_pk DO NOTHING;
-- error M0417 `ON CONFLICT DO UPDATE` does not say with what the conflict is
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT DO UPDATE SET x = 1;
-- error M0403 unknown column `zz` of table `s`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET x = excluded.zz;
-- error M0403 unknown column `zz` of table `s`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET zz = excluded.x;
-- error M0422 `x` may be that of the row that is there or `excluded.x`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET x = x + 1;
-- error M0422 `y` may be that of the row that is there or `excluded.y`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET x = y;
-- error M0417 `x` is `integer`, and the value is `text`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET x = excluded.y;
-- error M0403 a column that gets a value stands without its table: `s`
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET s.x = 1;
-- error M0301 syntax error: unexpected end of the statement
INSERT INTO s (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE;
-- error M0301 syntax error: unexpected `DUPLICATE`
INSERT INTO s (id, x) VALUES (1, 2) ON DUPLICATE KEY UPDATE x = 1;
-- error M0401 nothing in this statement is called `s`
INSERT INTO s AS q (id, x) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET x = s.x + 1;
-- error M0414 `ON CONFLICT (mo)`: `m` has no unique constraint or index on these columns
INSERT INTO m (mo, at) VALUES ('sad', now()) ON CONFLICT (mo) DO NOTHING;
-- error M0403 unknown column `idd` of table `m`
INSERT INTO m (mo, at) VALUES ('sad', now()) RETURNING idd;
-- error M0417 rows of the view `jv` cannot be written: it reads several tables
INSERT INTO jv (id, x) VALUES (1, 2);
-- error M0417 rows of the view `av` cannot be written: it puts rows together
INSERT INTO av (n) VALUES (1);
-- error M0417 `yy` of the view `sv` cannot be written: it is computed
INSERT INTO sv (id, yy) VALUES (1, 'x');
-- error M0417 `yy` of the view `sv` cannot be written: it is computed
UPDATE sv SET yy = 'x';
-- error M0417 rows of the view `jv` cannot be written: it reads several tables
DELETE FROM jv;
-- error M0417 rows of the view `av` cannot be written: it puts rows together
UPDATE av SET n = 1;
-- error M0417 `id` gets no value of one's own: the server numbers it
UPDATE t SET id = 3;
-- error M0417 'x' is no value of `integer`
UPDATE t SET a = 'x';
-- error M0417 `a` is `integer`, and the value is `text`
UPDATE t SET a = b;
-- error M0403 a column that gets a value stands without its table: `t`
UPDATE t SET t.a = 1;
-- error M0418 `a` gets two values
UPDATE t SET a = 1, a = 2;
-- error M0418 2 columns are given 1 values
UPDATE t SET (a, b) = (1);
-- error M0418 2 columns are given 3 values
UPDATE t SET (a, b) = (1, 2, 3);
-- error M0418 2 columns are given 1 values
UPDATE t SET (a, b) = (SELECT 1);
-- error M0417 `a` is `integer`, and the value is `text`
UPDATE t SET a = s.y FROM s WHERE s.id = t.id;
-- error M0403 unknown column `xx` of table `s`
UPDATE t SET a = s.xx FROM s WHERE s.id = t.id;
-- error M0422 `id` may be `t.id` or `s.id`
UPDATE t SET a = x FROM s WHERE id = s.id;
-- error M0401 nothing in this statement is called `s`
UPDATE t SET a = s.x WHERE s.id = t.id;
-- error M0417 there is no operator `=` for `integer` and `text`
UPDATE t SET a = s.x FROM s WHERE s.id = t.b;
-- error M0401 nothing in this statement is called `t`
UPDATE t x SET a = 1 WHERE t.id = 1;
-- error M0402 `t` stands twice in this FROM
UPDATE t SET a = 1 FROM t WHERE t.id = 1;
-- error M0423 an aggregate cannot stand in SET: `max`
UPDATE t SET a = max(a);
-- error M0418 a query that stands for a value returns 2 columns
UPDATE t SET a = (SELECT id, x FROM s);
-- error M0423 a window function cannot stand in SET: `row_number`
UPDATE t SET a = row_number() OVER ();
-- error M0417 there is no function `array_append(text[], integer)`
UPDATE t SET tags = array_append(tags, 1);
-- error M0417 'a' is no value of `text[]`
UPDATE t SET j = jsonb_set(j, 'a', '1');
-- error M0417 there is no function `jsonb_set(jsonb, …, integer)`
UPDATE t SET j = jsonb_set(j, '{a}', 1);
-- error M0417 there is no operator `||` for `jsonb` and `integer`
UPDATE t SET j = j || 1;
-- error M0417 there is no operator `-` for `jsonb` and `numeric`
UPDATE t SET j = j - 1.5;
-- error M0417 there is no operator `+` for `timestamp with time zone` and `integer`
UPDATE t SET ts = ts + 1;
-- missed 42725 operator is not unique: date + unknown
UPDATE t SET ts = '2020-01-01'::date + 'x';
-- error M0417 `d` is `date`, and the value is `text`
UPDATE t SET d = d + interval '1 day' || 'x';
-- error M0417 `f` is `boolean`, and the value is `integer`
UPDATE t SET f = a;
-- error M0417 'ja' is no value of `boolean`
UPDATE t SET f = 'ja';
-- error M0417 there is no operator `+` for `numeric` and `text`
UPDATE t SET n = n + b;
-- error M0417 there is no operator `+` for `text` and `a text in quotes`
UPDATE t SET b = b + 'x';
-- error M0417 `u` is `uuid`, and the value is `text`
UPDATE t SET u = b;
-- error M0417 there is no operator `=` for `text` and `integer`
UPDATE t SET a = NULL WHERE b IN (1, 2);
-- error M0417 'x' is no value of `integer`
UPDATE t SET a = NULL WHERE a IN ('x');
-- error M0417 there is no operator `=` for `integer` and `text`
UPDATE t SET a = NULL WHERE a IN (SELECT y FROM s);
-- error M0418 a query that stands for a value returns 2 columns
UPDATE t SET a = NULL WHERE a = (SELECT id, x FROM s);
-- error M0418 a row of 2 compared with one of 1
UPDATE t SET a = NULL WHERE (a, b) = (SELECT id FROM s);
-- error M0417 there is no operator `~~` for `integer` and `a text in quotes`
UPDATE t SET a = NULL WHERE a LIKE '1%';
-- error M0417 'x' is no value of `text[]`
UPDATE t SET a = NULL WHERE tags = 'x';
-- missed 42601 syntax error at or near "tags"
UPDATE t SET a = NULL WHERE 'x' IN tags;
-- error M0417 there is no operator `=` for `integer` and `text`
UPDATE t SET a = NULL WHERE 1 = ANY (tags);
-- error M0417 '{x}' is no value of `integer[]`
UPDATE t SET a = NULL WHERE a = ANY ('{x}');
-- error M0417 'x' is no value of `timestamp with time zone`
UPDATE t SET a = NULL WHERE ts > 'x';
-- error M0417 `NOT` wants true or false, and this is `integer`
UPDATE t SET a = NULL WHERE NOT a;
-- error M0301 syntax error: unexpected `LIMIT`
UPDATE t SET a = NULL LIMIT 5;
-- error M0301 syntax error: unexpected `ORDER`
UPDATE t SET a = NULL ORDER BY id;
-- error M0301 syntax error: unexpected `JOIN`
UPDATE t JOIN s ON s.id = t.id SET a = 1;
-- error M0401 unknown table `tt`
UPDATE tt SET a = 1;
-- error M0301 syntax error: unexpected `t`
DELETE t WHERE a = 1;
-- error M0403 unknown column `aa` of table `t`
DELETE FROM t WHERE aa = 1;
-- error M0301 syntax error: unexpected `JOIN`
DELETE FROM t JOIN s ON s.id = t.id;
-- error M0401 unknown table `ss`
DELETE FROM t USING ss WHERE ss.id = t.id;
-- error M0403 unknown column `idd` of table `t`
DELETE FROM t USING s WHERE s.id = t.idd;
-- error M0403 unknown column `t_id`
DELETE FROM t WHERE id IN (SELECT t_id FROM s);
-- error M0418 1 compared with a query that returns 2
DELETE FROM t WHERE id IN (SELECT id, x FROM s);
-- error M0403 unknown column `t_id` of table `s`
DELETE FROM t WHERE EXISTS (SELECT 1 FROM s WHERE s.t_id = t.id);
-- error M0423 an aggregate cannot stand in WHERE: `count`
DELETE FROM t WHERE count(*) > 1;
-- error M0401 nothing in this statement is called `s`
DELETE FROM t WHERE s.id = 1;
-- error M0401 nothing in this statement is called `s`
DELETE FROM t RETURNING s.id;
-- error M0401 unknown table `tt`
TRUNCATE tt;
-- error M0401 `sv` is a view, not a table
TRUNCATE sv;
-- error M0301 syntax error: unexpected end of the statement
TRUNCATE t RESTART;
-- error M0403 unknown column `zz` of table `t`
COPY t (a, zz) FROM PROGRAM 'true';
-- missed 42601 option "formt" not recognized
COPY t FROM PROGRAM 'true' WITH (FORMT csv);
-- missed 22023 COPY format "csvv" not recognized
COPY t FROM PROGRAM 'true' WITH (FORMAT csvv);
-- missed 42809 cannot copy to view "sv"
COPY sv FROM PROGRAM 'true';
-- missed 42809 cannot copy from view "sv"
COPY sv TO PROGRAM 'true';
-- missed 42703 column "zz" does not exist
COPY (SELECT zz FROM t) TO PROGRAM 'true';
-- error M0401 unknown table `tt`
COPY tt TO PROGRAM 'true';
-- error M0403 unknown column `zz` of table `t`
MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET zz = s.x;
-- error M0403 unknown column `idd` of table `s`
MERGE INTO t USING s ON t.id = s.idd WHEN MATCHED THEN DELETE;
-- error M0417 `a` is `integer`, and the value is `text`
MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN UPDATE SET a = s.y;
-- error M0301 syntax error: unexpected `INSERT`
MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN INSERT (a) VALUES (1);
-- error M0401 nothing in this statement is called `t`
MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (a) VALUES (t.a);
-- error M0418 1 value for 2 columns
MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (a, b) VALUES (1);
-- error M0301 syntax error: unexpected `UPDATE`
MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED THEN UPDATE SET a = 1;
-- error M0301 syntax error: unexpected end of the statement
MERGE INTO t USING s ON t.id = s.id;
-- error M0401 unknown table `ss`
MERGE INTO t USING ss ON t.id = ss.id WHEN MATCHED THEN DELETE;
-- error M0417 there is no operator `=` for `integer` and `text`
MERGE INTO t USING s ON t.id = s.y WHEN MATCHED THEN DELETE;
-- missed 428C9 cannot insert a non-DEFAULT value into column "id"
MERGE INTO t USING s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, 1);
-- error M0401 unknown table `tt`
LOCK TABLE tt;
-- case queries that cannot be
CREATE TABLE o (id int PRIMARY KEY, c_id int, total numeric, status text, at timestamptz, j jsonb, tags text[]);
CREATE TABLE c (id int PRIMARY KEY, name text, email text, born date, vip boolean);
CREATE TABLE i (o_id int, line int, sku text, qty int, PRIMARY KEY (o_id, line));
CREATE TYPE st AS ENUM ('a', 'b');
CREATE TABLE e (id int, s st, s2 st);
-- error M0403 unknown column `nam` of table `c`
CREATE VIEW z1 AS SELECT o.id, c.nam FROM o JOIN c ON c.id = o.c_id;
-- error M0422 `id` may be `o.id` or `c.id`
CREATE VIEW z2 AS SELECT id FROM o JOIN c ON c.id = o.c_id;
-- error M0403 unknown column `cid` of table `o`
CREATE VIEW z3 AS SELECT o.id FROM o JOIN c ON c.id = o.cid;
-- error M0403 unknown column `c_id` of table `c`
CREATE VIEW z4 AS SELECT o.id FROM o JOIN c USING (c_id);
-- error M0404 its query returns two columns called `id`
CREATE VIEW z5 AS SELECT o.id, c.id FROM o JOIN c ON true;
-- error M0423 `name` is neither grouped nor in an aggregate
CREATE VIEW z6 AS SELECT c.name, sum(total) FROM o JOIN c ON c.id = o.c_id;
-- error M0423 `email` is neither grouped nor in an aggregate
CREATE VIEW z7 AS SELECT c.name, c.email, sum(total) FROM o JOIN c ON c.id = o.c_id GROUP BY c.name;
-- error M0423 `total` is neither grouped nor in an aggregate
CREATE VIEW z8 AS SELECT c.name FROM o JOIN c ON c.id = o.c_id GROUP BY c.name HAVING total > 1;
-- error M0423 an aggregate cannot stand in WHERE: `sum`
CREATE VIEW z9 AS SELECT c.name FROM o JOIN c ON c.id = o.c_id WHERE sum(total) > 1;
-- error M0403 unknown column `n` of table `o`
CREATE VIEW z10 AS SELECT status, count(*) AS n FROM o GROUP BY status HAVING n > 1;
-- error M0403 unknown column `t` of table `o`
CREATE VIEW z11 AS SELECT total AS t FROM o WHERE t > 1;
-- error M0403 unknown column `totl` of table `o`
CREATE VIEW z12 AS SELECT id FROM o ORDER BY totl;
-- error M0423 `total` is neither grouped nor in an aggregate
CREATE VIEW z13 AS SELECT status FROM o GROUP BY status ORDER BY total;
-- error M0417 what DISTINCT returns is sorted by something that it does not return
CREATE VIEW z14 AS SELECT DISTINCT status FROM o ORDER BY id;
-- error M0417 what DISTINCT returns is sorted by something that it does not return
CREATE VIEW z15 AS SELECT DISTINCT status FROM o ORDER BY lower(status);
-- error M0417 what stands in `DISTINCT ON` comes first in ORDER BY
CREATE VIEW z16 AS SELECT DISTINCT ON (c_id) id FROM o ORDER BY at, c_id;
-- error M0403 unknown column `zz` of table `o`
CREATE VIEW z17 AS SELECT DISTINCT ON (zz) id FROM o;
-- error M0417 what stands in `DISTINCT ON` comes first in ORDER BY
CREATE VIEW z18 AS SELECT DISTINCT ON (c_id, status) id FROM o ORDER BY c_id, at, status;
-- error M0417 `id` is `integer` in one of the queries and `text` in the other
CREATE VIEW z19 AS SELECT id FROM o UNION SELECT name FROM c;
-- error M0418 queries that are put together return 2 columns and 1
CREATE VIEW z20 AS SELECT id, status FROM o UNION SELECT id FROM c;
-- error M0417 what UNION returns is sorted by the names of its columns, and this is a column of one of the queries
CREATE VIEW z21 AS SELECT id FROM o UNION ALL SELECT id FROM c ORDER BY o.id;
-- error M0417 what UNION returns is sorted by the names of its columns, and this is an expression
CREATE VIEW z22 AS SELECT id FROM o UNION ALL SELECT id FROM c ORDER BY id + 1;
-- error M0301 syntax error: unexpected `UNION`
CREATE VIEW z23 AS SELECT id FROM o ORDER BY id UNION SELECT id FROM c;
-- error M0417 `id` is `integer` in one of the queries and `jsonb` in the other
CREATE VIEW z24 AS SELECT id FROM o EXCEPT SELECT j FROM o;
-- error M0418 a query that stands for a value returns 2 columns
CREATE VIEW z25 AS SELECT (SELECT id, name FROM c LIMIT 1) AS x FROM o;
-- error M0403 unknown column `idd` of table `c`
CREATE VIEW z26 AS SELECT (SELECT name FROM c WHERE c.idd = o.c_id) FROM o;
-- error M0417 there is no operator `=` for `integer` and `text`
CREATE VIEW z27 AS SELECT * FROM o WHERE c_id IN (SELECT name FROM c);
-- error M0418 2 compared with a query that returns 1
CREATE VIEW z28 AS SELECT * FROM o WHERE (c_id, status) IN (SELECT id FROM c);
-- error M0403 unknown column `n` of `x`
CREATE VIEW z29 AS SELECT x.n FROM (SELECT count(*) AS m FROM o) x;
-- missed 42601 subquery in FROM must have an alias
CREATE VIEW z30 AS SELECT n FROM (SELECT count(*) AS n FROM o);
-- error M0401 nothing in this statement is called `o`
CREATE VIEW z31 AS SELECT * FROM o, (SELECT * FROM i WHERE i.o_id = o.id) x;
CREATE VIEW z32 AS SELECT * FROM o JOIN i ON i.o_id = o.id;
-- error M0404 its query returns two columns called `id`
CREATE VIEW z33 AS SELECT o.*, c.* FROM o, c;
-- error M0403 unknown column `status` of `w`
CREATE VIEW z34 AS WITH w AS (SELECT id FROM o) SELECT w.status FROM w;
-- error M0418 `w` has 2 names for 1 columns
CREATE VIEW z35 AS WITH w (a, b) AS (SELECT id FROM o) SELECT a FROM w;
-- error M0401 unknown table `v`
CREATE VIEW z36 AS WITH w AS (SELECT id FROM v), v AS (SELECT id FROM o) SELECT * FROM w;
-- error M0422 two queries of this WITH are called `w`
CREATE VIEW z37 AS WITH w AS (SELECT 1), w AS (SELECT 2) SELECT * FROM w;
-- missed 22P02 invalid input syntax for type integer: "x"
CREATE VIEW z38 AS WITH RECURSIVE w AS (SELECT id FROM o UNION SELECT id + 'x' FROM w) SELECT * FROM w;
-- error M0417 `n` is `integer` in one of the queries and `text` in the other
CREATE VIEW z39 AS WITH RECURSIVE w AS (SELECT 1 AS n UNION ALL SELECT n::text FROM w) SELECT * FROM w;
-- error M0403 unknown column `n`
CREATE VIEW z40 AS WITH RECURSIVE w AS (SELECT n + 1 FROM w) SELECT * FROM w;
-- missed 42P19 aggregate functions are not allowed in a recursive query's recursive term
CREATE VIEW z41 AS WITH RECURSIVE w AS (SELECT 1 AS n UNION ALL SELECT max(n) FROM w) SELECT * FROM w;
-- missed 42P19 recursive reference to query "w" must not appear within an outer join
CREATE VIEW z42 AS WITH RECURSIVE w AS (SELECT 1 AS n UNION ALL SELECT o.id FROM o LEFT JOIN w ON w.n = o.id) SELECT * FROM w;
-- error M0417 `row_number` is a window function
CREATE VIEW z43 AS SELECT row_number() FROM o;
-- error M0403 unknown column `zz` of table `o`
CREATE VIEW z44 AS SELECT rank() OVER (ORDER BY zz) FROM o;
-- error M0412 unknown window `w`
CREATE VIEW z45 AS SELECT sum(total) OVER w FROM o WINDOW v AS (ORDER BY id);
-- error M0423 a window function cannot stand in WHERE: `row_number`
CREATE VIEW z46 AS SELECT id FROM o WHERE row_number() OVER () = 1;
-- error M0423 a window function cannot stand in HAVING
CREATE VIEW z47 AS SELECT id FROM o GROUP BY id HAVING rank() OVER () > 1;
-- error M0417 `lower` is neither an aggregate nor a window function
CREATE VIEW z48 AS SELECT lower(name) OVER () FROM c;
-- error M0423 an aggregate cannot stand in an aggregate
CREATE VIEW z49 AS SELECT sum(sum(total)) FROM o;
-- error M0423 a window function cannot stand in an aggregate
CREATE VIEW z50 AS SELECT sum(rank() OVER ()) FROM o;
-- error M0417 a window function does not take `DISTINCT`
CREATE VIEW z51 AS SELECT count(DISTINCT id) OVER () FROM o;
-- error M0417 'x' is no value of `integer`
CREATE VIEW z52 AS SELECT lag(total, 'x') OVER (ORDER BY id) FROM o;
-- error M0418 there is no function `percentile_cont(numeric)`
CREATE VIEW z53 AS SELECT percentile_cont(0.5) FROM o;
-- missed 42883 function percentile_cont(numeric, text) does not exist
CREATE VIEW z54 AS SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY status) FROM o;
-- error M0418 there is no function `string_agg(text)`
CREATE VIEW z55 AS SELECT string_agg(status) FROM o;
-- error M0417 there is no function `string_agg(integer, …)`
CREATE VIEW z56 AS SELECT string_agg(id, ',') FROM o;
-- error M0417 there is no function `sum(text)`
CREATE VIEW z57 AS SELECT sum(status) FROM o;
-- error M0417 there is no function `avg(timestamp with time zone)`
CREATE VIEW z58 AS SELECT avg(at) FROM o;
-- error M0417 there is no function `max(boolean)`
CREATE VIEW z59 AS SELECT max(vip) FROM c;
-- error M0417 there is no function `max(jsonb)`
CREATE VIEW z60 AS SELECT max(j) FROM o;
-- error M0418 there is no function `array_agg()`
CREATE VIEW z61 AS SELECT array_agg() FROM o;
-- error M0418 there is no function `count(integer, numeric)`
CREATE VIEW z62 AS SELECT count(id, total) FROM o;
-- error M0417 `FILTER` wants a condition, and this is `numeric`
CREATE VIEW z63 AS SELECT count(*) FILTER (WHERE total) FROM o;
-- error M0417 `lower` is no aggregate
CREATE VIEW z64 AS SELECT lower(name) FILTER (WHERE vip) FROM c;
-- error M0423 `grouping` tells of what is grouped, and this is not
CREATE VIEW z65 AS SELECT grouping(total) FROM o GROUP BY status;
-- error M0423 `total` is neither grouped nor in an aggregate
CREATE VIEW z66 AS SELECT total FROM o GROUP BY ROLLUP (status);
-- error M0417 there is no function `date_trunc(…, text)`
CREATE VIEW z67 AS SELECT date_trunc('day', status) FROM o;
-- error M0417 there is no function `date_trunc(timestamp with time zone, …)`
CREATE VIEW z68 AS SELECT date_trunc(at, 'day') FROM o;
CREATE VIEW z69 AS SELECT date_trunc('dayy', at) FROM o;
CREATE VIEW z70 AS SELECT extract(yeer FROM at) FROM o;
-- error M0417 `extract` takes a part of a date or time, and this is `text`
CREATE VIEW z71 AS SELECT extract(year FROM status) FROM o;
-- error M0417 there is no function `to_char(text, …)`
CREATE VIEW z72 AS SELECT to_char(status, 'YYYY') FROM o;
-- error M0417 there is no function `round(double precision, integer)`
CREATE VIEW z73 AS SELECT round(total::float8, 2) FROM o;
-- error M0417 there is no function `substring(integer, integer, integer)`
CREATE VIEW z74 AS SELECT substring(id, 1, 2) FROM o;
-- error M0301 syntax error: unexpected `,`
CREATE VIEW z75 AS SELECT concat(name, ) FROM c;
-- error M0412 unknown function `ifnull`
CREATE VIEW z76 AS SELECT ifnull(name, '') FROM c;
-- error M0412 unknown function `isnull`
CREATE VIEW z77 AS SELECT isnull(name, '') FROM c;
-- error M0412 unknown function `nvl`
CREATE VIEW z78 AS SELECT nvl(name, '') FROM c;
-- error M0412 unknown function `datediff`
CREATE VIEW z79 AS SELECT datediff(at, at) FROM o;
-- error M0412 unknown function `group_concat`
CREATE VIEW z80 AS SELECT group_concat(name) FROM c;
-- error M0412 unknown function `json_extract`
CREATE VIEW z81 AS SELECT json_extract(j, '$.a') FROM o;
-- error M0412 unknown function `len`
CREATE VIEW z82 AS SELECT len(name) FROM c;
-- error M0417 'a' is no value of `integer`
CREATE VIEW z83 AS SELECT j -> 'a' + 1 FROM o;
-- error M0417 there is no operator `+` for `text` and `integer`
CREATE VIEW z84 AS SELECT (j ->> 'a') + 1 FROM o;
-- error M0401 nothing in this statement is called `j`
CREATE VIEW z85 AS SELECT j.a FROM o;
-- error M0417 there is no operator `->` for `text` and `a text in quotes`
CREATE VIEW z86 AS SELECT status -> 'a' FROM o;
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE VIEW z87 AS SELECT j ->> 'a' = 1 FROM o;
-- error M0417 there is no operator `->>` for `text[]` and `integer`
CREATE VIEW z88 AS SELECT tags ->> 0 FROM o;
-- error M0417 `text` has no elements
CREATE VIEW z89 AS SELECT status[1] FROM o;
-- error M0417 an array is read by number, and this is `a text in quotes`
CREATE VIEW z90 AS SELECT tags['a'] FROM o;
-- error M0417 there is no function `unnest(text)`
CREATE VIEW z91 AS SELECT unnest(status) FROM o;
-- error M0417 there is no function `jsonb_array_elements(text)`
CREATE VIEW z92 AS SELECT jsonb_array_elements(status) FROM o;
-- error M0418 there is no function `array_length(text[])`
CREATE VIEW z93 AS SELECT array_length(tags) FROM o;
-- error M0417 there is no function `array_length(text, integer)`
CREATE VIEW z94 AS SELECT array_length(status, 1) FROM o;
-- error M0417 there is no operator `+` for `text` and `text`
CREATE VIEW z95 AS SELECT name || born || id, name + email FROM c;
-- error M0417 there is no operator `-` for `date` and `text`
CREATE VIEW z96 AS SELECT born - name FROM c;
-- error M0417 there is no operator `+` for `date` and `date`
CREATE VIEW z97 AS SELECT born + born FROM c;
-- error M0417 there is no operator `-` for `timestamp with time zone` and `integer`
CREATE VIEW z98 AS SELECT at - 1 FROM o;
-- error M0417 `WHEN` wants a condition, and this is `integer`
CREATE VIEW z99 AS SELECT CASE WHEN id THEN 1 END FROM o;
-- error M0417 'x' is no value of `integer`
CREATE VIEW z100 AS SELECT CASE WHEN vip THEN 1 ELSE 'x' END FROM c;
-- error M0417 `CASE` of `text` and `integer`
CREATE VIEW z101 AS SELECT CASE WHEN vip THEN name ELSE id END FROM c;
-- error M0417 'x' is no value of `integer`
CREATE VIEW z102 AS SELECT CASE id WHEN 'x' THEN 1 END FROM c;
-- error M0417 `COALESCE` of `text` and `integer`
CREATE VIEW z103 AS SELECT coalesce(name, id) FROM c;
-- error M0417 '' is no value of `numeric`
CREATE VIEW z104 AS SELECT coalesce(total, '') FROM o;
-- error M0417 '' is no value of `integer`
CREATE VIEW z105 AS SELECT nullif(id, '') FROM c;
-- error M0417 `GREATEST` of `integer` and `text`
CREATE VIEW z106 AS SELECT greatest(id, name) FROM c;
-- error M0409 unknown type `nope`
CREATE VIEW z107 AS SELECT id::nope FROM c;
-- error M0417 nothing turns `integer` into `uuid`
CREATE VIEW z108 AS SELECT id::uuid FROM c;
-- error M0417 nothing turns `boolean` into `date`
CREATE VIEW z109 AS SELECT vip::date FROM c;
-- error M0417 nothing turns `date` into `integer`
CREATE VIEW z110 AS SELECT born::int FROM c;
-- error M0409 unknown type `st2`
CREATE VIEW z111 AS SELECT CAST(name AS st2) FROM c;
-- error M0417 'x' is no value of `st`
CREATE VIEW z112 AS SELECT 'x'::st;
-- error M0417 'c' is no value of `st`
CREATE VIEW z113 AS SELECT * FROM e WHERE s = 'c';
-- error M0417 there is no operator `=` for `st` and `integer`
CREATE VIEW z114 AS SELECT * FROM e WHERE s = id;
-- error M0417 there is no operator `~~` for `st` and `a text in quotes`
CREATE VIEW z115 AS SELECT * FROM e WHERE s LIKE 'a%';
-- error M0417 there is no function `upper(st)`
CREATE VIEW z116 AS SELECT upper(s) FROM e;
-- error M0417 there is no operator `=` for `st` and `text`
CREATE VIEW z117 AS SELECT s || 'x' || s2, s = s2::text FROM e;
-- error M0417 there is no operator `=` for `boolean` and `integer`
CREATE VIEW z118 AS SELECT * FROM c WHERE vip = 1;
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE VIEW z119 AS SELECT * FROM c WHERE name = 5;
-- error M0417 'soon' is no value of `date`
CREATE VIEW z120 AS SELECT * FROM c WHERE born > 'soon';
-- error M0417 there is no operator `>=` for `date` and `integer`
CREATE VIEW z121 AS SELECT * FROM c WHERE born BETWEEN 1 AND 2;
-- error M0417 there is no operator `~~` for `text` and `integer`
CREATE VIEW z122 AS SELECT * FROM c WHERE name LIKE 5;
-- error M0417 there is no operator `~~` for `integer` and `a text in quotes`
CREATE VIEW z123 AS SELECT * FROM c WHERE id LIKE '5%';
-- error M0417 `OR` wants true or false, and this is `integer`
CREATE VIEW z124 AS SELECT * FROM c WHERE name = NULL OR id;
-- error M0417 `IS` wants a condition, and this is `text`
CREATE VIEW z125 AS SELECT * FROM c WHERE name IS TRUE;
-- error M0417 a number of rows is wanted, and this is `a text in quotes`
CREATE VIEW z126 AS SELECT * FROM c LIMIT 'x';
-- error M0417 a number of rows is one for all of them, and this is a column
CREATE VIEW z127 AS SELECT * FROM c LIMIT id;
-- error M0301 syntax error: unexpected `,`
CREATE VIEW z128 AS SELECT * FROM c LIMIT 1, 2;
-- error M0418 ORDER BY 9: the query returns 5
CREATE VIEW z129 AS SELECT * FROM c ORDER BY 9;
-- error M0418 GROUP BY 9: the query returns 5
CREATE VIEW z130 AS SELECT * FROM c GROUP BY 9;
-- error M0301 syntax error: unexpected `FROM`
CREATE VIEW z131 AS SELECT `id` FROM c;
-- error M0401 nothing in this statement is called `cc`
CREATE VIEW z132 AS SELECT cc.id FROM c AS ccc;
-- error M0401 nothing in this statement is called `c`
CREATE VIEW z133 AS SELECT c.id FROM c AS x;
-- error M0402 `x` stands twice in this FROM
CREATE VIEW z134 AS SELECT x.id FROM c x, o x;
-- error M0301 syntax error: unexpected end of the statement
CREATE VIEW z135 AS SELECT 1 FROM c JOIN o;
-- error M0403 unknown column `zz` of table `o`
CREATE VIEW z136 AS SELECT 1 FROM c LEFT JOIN o ON c.id = o.c_id AND o.zz = 1;
-- error M0417 `ON` wants a condition, and this is `integer`
CREATE VIEW z137 AS SELECT 1 FROM c JOIN o ON c.id;
-- error M0417 there is no operator `=` for `integer` and `text`
CREATE VIEW z138 AS SELECT 1 FROM c JOIN o ON c.id = o.status;
-- error M0403 unknown column `name` of table `o`
CREATE VIEW z139 AS SELECT 1 FROM c JOIN o USING (name);
-- error M0403 unknown column `x` of `g`
CREATE VIEW z140 AS SELECT * FROM generate_series(1, 2) g WHERE g.x = 1;
-- missed 42725 function generate_series(unknown, unknown) is not unique
CREATE VIEW z141 AS SELECT * FROM generate_series('a', 'b');
-- error M0403 unknown column `x`
CREATE VIEW z142 AS SELECT x FROM jsonb_to_recordset('[]') AS r (a int);
-- missed 42601 a column definition list is required for functions returning "record"
CREATE VIEW z143 AS SELECT * FROM json_to_record('{}');
-- error M0418 `u` has 2 names for 1 column
CREATE VIEW z144 AS SELECT * FROM unnest(ARRAY[1]) AS u (a, b);
-- error M0418 a row of 1 beside one of 2
CREATE VIEW z145 AS SELECT * FROM (VALUES (1, 2), (3)) v;
-- error M0417 'x' is no value of `integer`
CREATE VIEW z146 AS SELECT * FROM (VALUES (1), ('x')) v (a);
-- error M0418 2 columns for a query that returns 1
CREATE VIEW z147 (a, b) AS SELECT 1;
-- error M0404 its query returns two columns called `a`
CREATE VIEW z148 (a, a) AS SELECT 1, 2;
-- missed 42P02 there is no parameter $1
CREATE VIEW z149 AS SELECT $1;
-- error M0417 the query of a view cannot have INTO
CREATE VIEW z150 AS SELECT * INTO x FROM c;
-- error M0301 syntax error: unexpected end of the statement
CREATE VIEW z151 AS DELETE FROM c RETURNING *;
-- error M0417 a view only reads, and its WITH changes rows
CREATE VIEW z152 AS WITH d AS (DELETE FROM c RETURNING id) SELECT * FROM d;
-- error M0401 nothing in this query is called `x`
CREATE VIEW z153 AS SELECT id FROM c FOR UPDATE OF x;
-- missed 42704 collation "x_X" for encoding "UTF8" does not exist
CREATE VIEW z154 AS SELECT name COLLATE "x_X" FROM c;
-- error M0417 `integer` has no collation
CREATE VIEW z155 AS SELECT id COLLATE "C" FROM c;
-- missed 22023 invalid value for enum option "check_option": loc
CREATE VIEW z156 WITH (check_option = loc) AS SELECT * FROM c;
-- error M0412 unknown storage parameter `security_invokr`
CREATE VIEW z157 WITH (security_invokr = true) AS SELECT * FROM c;
-- error M0417 `WITH CHECK OPTION` is for views whose rows can be written: it has DISTINCT
CREATE VIEW z158 AS SELECT DISTINCT name FROM c WITH CHECK OPTION;
-- error M0417 `WITH CHECK OPTION` is for views whose rows can be written: it puts rows together
CREATE VIEW z159 AS SELECT count(*) FROM c WITH LOCAL CHECK OPTION;
-- error M0403 unknown column `zz` of table `c`
CREATE VIEW z160 AS SELECT (c).zz FROM c;
-- error M0417 'x' is no value of `integer`
CREATE VIEW z161 AS SELECT ARRAY[1, 'x'];
-- error M0417 `ARRAY` of `integer` and `text`
CREATE VIEW z162 AS SELECT ARRAY[id, name] FROM c;
-- error M0418 a row of 2 compared with one of 3
CREATE VIEW z163 AS SELECT ROW(1, 2) = ROW(1, 2, 3);
-- error M0417 'x' is no value of `integer`
CREATE VIEW z164 AS SELECT ROW(1, 2) = ROW(1, 'x');
-- missed 42883 operator does not exist: record < integer
CREATE VIEW z165 AS SELECT (1, 2) < 3;
-- error M0417 '1 foo' is no value of `interval`
CREATE VIEW z166 AS SELECT interval '1 foo';
-- error M0417 '2020-13-01' is no value of `date`
CREATE VIEW z167 AS SELECT date '2020-13-01';
-- error M0417 'x' is no value of `timestamp`
CREATE VIEW z168 AS SELECT timestamp 'x';
-- error M0417 '1.2.3.4.5' is no value of `inet`
CREATE VIEW z169 AS SELECT '1.2.3.4.5'::inet;
-- error M0417 '[1,2' is no value of `int4range`
CREATE VIEW z170 AS SELECT '[1,2'::int4range;
-- error M0417 `FOR UPDATE` locks rows of tables, and with GROUP BY there are none
SELECT status FROM o GROUP BY status FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and with DISTINCT there are none
SELECT DISTINCT status FROM o FOR UPDATE;
-- error M0417 `FOR SHARE` locks rows of tables, and with an aggregate there are none
SELECT count(*) FROM o FOR SHARE;
-- error M0417 `FOR UPDATE` locks rows of tables, and UNION has none
SELECT id FROM o UNION SELECT id FROM c FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and with HAVING there are none
SELECT id FROM o HAVING true FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and with a window function there are none
SELECT rank() OVER () FROM o FOR UPDATE;
-- missed 0A000 FOR UPDATE is not allowed with set-returning functions in the target list
SELECT generate_series(1, 2) FROM o FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows, and those of an outer join may be missing
SELECT o.id FROM o LEFT JOIN c ON c.id = o.c_id FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows, and those of an outer join may be missing
SELECT o.id FROM o LEFT JOIN c ON c.id = o.c_id FOR UPDATE OF c;
-- error M0401 nothing in this query is called `x`
SELECT o.id FROM o JOIN c ON c.id = o.c_id FOR UPDATE OF x;
-- error M0401 nothing in this query is called `o`
SELECT o.id FROM o a FOR UPDATE OF o;
-- missed 0A000 FOR UPDATE is not allowed with aggregate functions
SELECT * FROM (SELECT count(*) FROM o) q FOR UPDATE;
-- missed 0A000 FOR UPDATE cannot be applied to a function
SELECT * FROM generate_series(1, 2) g FOR UPDATE OF g;
-- missed 0A000 FOR UPDATE cannot be applied to a WITH query
WITH w AS (SELECT id FROM o) SELECT * FROM w FOR UPDATE OF w;
-- error M0417 `FOR UPDATE` locks rows of tables, and VALUES has none
VALUES (1) FOR UPDATE;
-- case objects that are changed
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c varchar(10), e jsonb, f boolean, ts timestamptz, k text DEFAULT 'x', tags text[]);
CREATE TABLE kid (id int PRIMARY KEY, t_id int REFERENCES t);
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TYPE pair AS (x int, y text);
CREATE DOMAIN dm AS int;
CREATE TABLE uses (id int, m mood, p pair, d dm);
CREATE VIEW v AS SELECT id, a, b FROM t;
CREATE VIEW vv AS SELECT id FROM v;
CREATE MATERIALIZED VIEW mv AS SELECT id, b FROM t;
CREATE INDEX t_b ON t (b);
CREATE SEQUENCE sq OWNED BY t.a;
CREATE FUNCTION fn(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TABLE byfn (id int DEFAULT fn(1), CHECK (fn(id) > 0));
CREATE POLICY pol ON t USING (a > 1);
-- error M0417 the new view has no `b`, which the one that it replaces has
CREATE OR REPLACE VIEW v AS SELECT id, a FROM t;
-- error M0417 column `a` of the view is `integer` and would be `text`
CREATE OR REPLACE VIEW v AS SELECT id, b AS a, b FROM t;
-- error M0417 column `b` of the view would be called `c`
CREATE OR REPLACE VIEW v AS SELECT id, a, b AS c FROM t;
-- error M0417 column `a` of the view is `integer` and would be `bigint`
CREATE OR REPLACE VIEW v AS SELECT id, a::bigint AS a, b FROM t;
-- error M0417 column `id` of the view would be called `a`
CREATE OR REPLACE VIEW v AS SELECT a, id, b FROM t;
-- missed 42P16 cannot change data type of view column "b" from text to character varying(10)
CREATE OR REPLACE VIEW v AS SELECT id, a, c AS b FROM t;
-- error M0401 `mv` is a materialized view, not a view
CREATE OR REPLACE VIEW mv AS SELECT 1;
-- error M0402 the name `t` is taken by a table
CREATE OR REPLACE VIEW t AS SELECT 1;
-- error M0417 `fn` returns `int`, and would return `text`
CREATE OR REPLACE FUNCTION fn(x int) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
-- error M0417 the argument `x` would be called `y`
CREATE OR REPLACE FUNCTION fn(y int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- error M0415 table `t` cannot be dropped: a foreign key of table `kid` needs it
DROP TABLE t;
-- error M0415 view `v` cannot be dropped: view `vv` needs it
DROP VIEW v;
-- error M0401 `mv` is a materialized view, not a view
DROP VIEW mv;
-- error M0401 `v` is a view, not a materialized view
DROP MATERIALIZED VIEW v;
-- error M0401 `v` is a view, not a table
DROP TABLE v;
-- error M0415 type `mood` cannot be dropped: column `m` of table `uses` needs it
DROP TYPE mood;
-- error M0415 type `pair` cannot be dropped: column `p` of table `uses` needs it
DROP TYPE pair;
-- error M0415 type `dm` cannot be dropped: column `d` of table `uses` needs it
DROP DOMAIN dm;
-- error M0415 type `t` cannot be dropped: table `t` needs it
DROP TYPE t;
-- error M0415 function `fn` cannot be dropped: column `id` of `byfn` needs it
DROP FUNCTION fn(int);
-- error M0412 unknown function `fn(text)`
DROP FUNCTION fn(text);
-- error M0415 function `tf` cannot be dropped: trigger `tr` needs it
DROP FUNCTION tf();
-- error M0412 unknown function `fn(integer, integer)`
DROP FUNCTION fn(int, int);
-- error M0415 function `fn` cannot be dropped: column `id` of `byfn` needs it
DROP PROCEDURE fn;
-- error M0415 index `t_pkey` cannot be dropped: constraint `t_pkey` needs it
DROP INDEX t_pkey;
-- error M0407 unknown index `t_c`
DROP INDEX t_c;
-- error M0401 `t` is a table, not an index
DROP INDEX t;
-- error M0412 unknown sequence `sq2`
DROP SEQUENCE sq2;
-- error M0412 unknown trigger `tr2`
DROP TRIGGER tr2 ON t;
-- error M0301 syntax error: unexpected end of the statement
DROP TRIGGER tr;
-- error M0412 unknown policy `pol2` of table `t`
DROP POLICY pol2 ON t;
-- missed 42704 extension "hstore" does not exist
DROP EXTENSION hstore;
-- missed 2BP01 cannot drop schema public because other objects depend on it
DROP SCHEMA public;
-- missed 42704 role "h_pgsem_nobody" does not exist
DROP ROLE h_pgsem_nobody;
-- missed 42704 cast from type text to type integer does not exist
DROP CAST (text AS int);
-- missed 42883 operator does not exist: text + text
DROP OPERATOR + (text, text);
-- error M0412 unknown rule `nope` of table `t`
DROP RULE nope ON t;
-- error M0415 function `fn` cannot be dropped: column `id` of `byfn` needs it
DROP AGGREGATE fn(int);
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
DROP COLLATION nope;
-- missed 42704 statistics object "nope" does not exist
DROP STATISTICS nope;
-- missed 42704 publication "nope" does not exist
DROP PUBLICATION nope;
-- missed 42704 language "nope" does not exist
DROP LANGUAGE nope;
-- missed 42704 event trigger "nope" does not exist
DROP EVENT TRIGGER nope;
-- missed 42704 text search configuration "nope" does not exist
DROP TEXT SEARCH CONFIGURATION nope;
-- error M0415 table `t` cannot be dropped: a foreign key of table `kid` needs it
DROP FOREIGN TABLE t;
-- missed 42704 server "nope" does not exist
DROP SERVER nope;
-- error M0415 column `b` cannot be dropped: view `mv` needs it
ALTER TABLE t DROP COLUMN b;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t DROP COLUMN zz;
-- error M0415 `t_pkey` cannot be dropped: a foreign key of table `kid` needs it
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- error M0405 unknown constraint `t_pk` of table `t`
ALTER TABLE t DROP CONSTRAINT t_pk;
-- error M0417 `b` is `text`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN b TYPE int;
-- error M0417 `c` is `varchar(10)`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN c TYPE int;
-- error M0417 `c` is `integer`, and the value is `character varying`
ALTER TABLE t ALTER COLUMN c TYPE int USING c;
-- error M0403 unknown column `cc` of table `t`
ALTER TABLE t ALTER COLUMN c TYPE int USING cc::int;
-- error M0417 'x' is no value of `integer`
ALTER TABLE t ALTER COLUMN c TYPE int USING 'x';
-- error M0417 `c` is `varchar(10)`, which does not become `boolean` by itself
ALTER TABLE t ALTER COLUMN c TYPE boolean;
-- error M0417 `c` is `varchar(10)`, which does not become `jsonb` by itself
ALTER TABLE t ALTER COLUMN c TYPE jsonb;
-- error M0417 `c` is `varchar(10)`, which does not become `date` by itself
ALTER TABLE t ALTER COLUMN c TYPE date;
-- error M0417 `c` is `varchar(10)`, which does not become `mood` by itself
ALTER TABLE t ALTER COLUMN c TYPE mood;
-- error M0409 unknown type `nope`
ALTER TABLE t ALTER COLUMN c TYPE nope USING c::nope;
-- error M0417 no query can stand in USING
ALTER TABLE t ALTER COLUMN c TYPE int USING (SELECT 1);
-- error M0423 an aggregate cannot stand in USING: `count`
ALTER TABLE t ALTER COLUMN c TYPE int USING count(c);
-- error M0417 `c` is `integer`, and the value is `text`
ALTER TABLE t ALTER COLUMN c TYPE int USING length(c) || 'x';
-- error M0412 unknown function `lenght`
ALTER TABLE t ALTER COLUMN c TYPE int USING lenght(c);
-- error M0417 `WHEN` wants a condition, and this is `character varying`
ALTER TABLE t ALTER COLUMN c TYPE int USING CASE WHEN c THEN 1 ELSE 0 END;
-- error M0417 `f` is `boolean`, which does not become `int` by itself
ALTER TABLE t ALTER COLUMN f TYPE int;
-- error M0417 nothing turns `boolean` into `smallint`
ALTER TABLE t ALTER COLUMN f TYPE smallint USING f::smallint;
-- error M0417 nothing turns `boolean` into `timestamp with time zone`
ALTER TABLE t ALTER COLUMN f TYPE timestamptz USING f::timestamptz;
-- error M0417 nothing turns `timestamp with time zone` into `integer`
ALTER TABLE t ALTER COLUMN ts TYPE int USING ts::int;
-- error M0417 nothing turns `jsonb` into `text[]`
ALTER TABLE t ALTER COLUMN e TYPE text[] USING e::text[];
-- error M0417 the default of `k` does not become `int` by itself
ALTER TABLE t ALTER COLUMN k TYPE int USING 1;
-- error M0417 the default of `k` does not become `mood` by itself
ALTER TABLE t ALTER COLUMN k TYPE mood USING k::mood;
-- error M0417 `tags` is `text[]`, which does not become `jsonb` by itself
ALTER TABLE t ALTER COLUMN tags TYPE jsonb;
-- error M0417 nothing turns `text[]` into `integer`
ALTER TABLE t ALTER COLUMN tags TYPE int USING tags::int;
-- error M0415 the type of `a` cannot be changed: view `v` reads it
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- error M0301 syntax error: unexpected `NUL`
ALTER TABLE t ALTER COLUMN a SET NOT NUL;
-- error M0417 a default cannot speak of a column: `b`
ALTER TABLE t ALTER COLUMN a SET DEFAULT b;
-- error M0417 the default of `a` is a text that is no value, not `int`
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
-- error M0415 `id` is part of the primary key, which is never null
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a int;
-- error M0406 table `t` has a primary key already
ALTER TABLE t ADD COLUMN n int NOT NULL PRIMARY KEY;
-- error M0401 unknown table `nope`
ALTER TABLE t ADD COLUMN n int REFERENCES nope;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (zz) REFERENCES kid;
-- error M0417 `b` is `text` and points to `id`, which is `int`
ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (b) REFERENCES kid (id);
-- error M0414 foreign key to `t_id` of table `kid`, which is not unique
ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (a) REFERENCES kid (t_id);
-- error M0406 table `t` has a primary key already
ALTER TABLE t ADD PRIMARY KEY (a);
-- error M0406 constraint `t_pkey` of table `t` exists already
ALTER TABLE t ADD CONSTRAINT t_pkey UNIQUE (a);
-- error M0407 unknown index `nope` of table `t`
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX nope;
-- error M0414 the index `t_b` is not unique, and cannot be a constraint
ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX t_b;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t RENAME COLUMN zz TO q;
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
-- error M0402 table `kid` exists already
ALTER TABLE t RENAME TO kid;
-- error M0405 unknown constraint `nope` of table `t`
ALTER TABLE t RENAME CONSTRAINT nope TO q;
-- error M0405 unknown constraint `nope` of table `t`
ALTER TABLE t VALIDATE CONSTRAINT nope;
-- error M0417 only checks and foreign keys are validated, and `t_pkey` is primary key
ALTER TABLE t VALIDATE CONSTRAINT t_pkey;
-- error M0417 only foreign keys are altered, and `t_pkey` is primary key
ALTER TABLE t ALTER CONSTRAINT t_pkey DEFERRABLE;
-- error M0412 unknown trigger `nope` of table `t`
ALTER TABLE t DISABLE TRIGGER nope;
-- error M0412 unknown rule `nope` of table `t`
ALTER TABLE t DISABLE RULE nope;
-- missed 42704 role "h_pgsem_nobody" does not exist
ALTER TABLE t OWNER TO h_pgsem_nobody;
-- missed 3F000 schema "nowhere" does not exist
ALTER TABLE t SET SCHEMA nowhere;
-- error M0417 `the table` has no column `t_id`, which `kid` has
ALTER TABLE t INHERIT kid;
-- error M0401 `t` does not inherit from `kid`
ALTER TABLE t NO INHERIT kid;
-- error M0407 unknown index `nope` of table `t`
ALTER TABLE t CLUSTER ON nope;
-- error M0414 rows cannot be told apart by the index `t_b`, which is not unique
ALTER TABLE t REPLICA IDENTITY USING INDEX t_b;
-- error M0412 unknown storage parameter `fillfacter`
ALTER TABLE t SET (fillfacter = 10);
-- error M0417 a statistics target is not below 0, and -5 is
ALTER TABLE t ALTER COLUMN a SET STATISTICS -5;
-- error M0417 `a` is `integer`, which is only kept `plain`
ALTER TABLE t ALTER COLUMN a SET STORAGE EXTENDED;
-- error M0403 unknown column `zz` of table `t`
ALTER TABLE t ALTER COLUMN zz SET STATISTICS 5;
-- error M0401 the columns of the view `v` are those of its query
ALTER TABLE v ADD COLUMN x int;
-- error M0401 the columns of the view `v` are those of its query
ALTER TABLE v DROP COLUMN a;
-- error M0401 unknown table `nope`
ALTER TABLE nope ADD COLUMN x int;
-- error M0403 unknown column `zz` of `v`
ALTER VIEW v RENAME COLUMN zz TO q;
-- error M0401 `t` is a table, not a view
ALTER VIEW t RENAME TO q;
-- error M0403 unknown column `zz` of `v`
ALTER VIEW v ALTER COLUMN zz SET DEFAULT 1;
-- missed 22P02 invalid input syntax for type integer: "x"
ALTER VIEW v ALTER COLUMN a SET DEFAULT 'x';
-- error M0403 unknown column `zz` of `mv`
ALTER MATERIALIZED VIEW mv RENAME COLUMN zz TO q;
-- error M0407 unknown index `t_bb`
ALTER INDEX t_bb RENAME TO q;
-- error M0408 index `t_pkey` exists already
ALTER INDEX t_b RENAME TO t_pkey;
-- error M0412 unknown sequence `sq2`
ALTER SEQUENCE sq2 RESTART;
-- error M0403 unknown column `zz` of table `t`
ALTER SEQUENCE sq OWNED BY t.zz;
-- error M0417 sequence `sq`: MINVALUE 10 is not below MAXVALUE 5
ALTER SEQUENCE sq MINVALUE 10 MAXVALUE 5;
-- error M0417 sequence `sq`: the increment is 0
ALTER SEQUENCE sq INCREMENT 0;
-- error M0401 `t` is a table, not a sequence
ALTER SEQUENCE t RESTART;
-- error M0411 `mood` has the value 'a' already
ALTER TYPE mood ADD VALUE 'a';
-- error M0411 `mood` has no value 'z'
ALTER TYPE mood ADD VALUE 'c' BEFORE 'z';
-- error M0411 `mood` has no value 'z'
ALTER TYPE mood RENAME VALUE 'z' TO 'y';
-- error M0411 `mood` has the value 'b' already
ALTER TYPE mood RENAME VALUE 'a' TO 'b';
-- error M0301 syntax error: unexpected `DROP`
ALTER TYPE mood DROP VALUE 'a';
-- error M0411 `pair` is no enum
ALTER TYPE pair ADD VALUE 'a';
-- error M0404 column `x` of table `pair` exists already
ALTER TYPE pair ADD ATTRIBUTE x int;
-- error M0403 unknown column `zz` of `pair`
ALTER TYPE pair DROP ATTRIBUTE zz;
-- error M0415 attribute `x` cannot be changed: column `p` of `uses` keeps values
ALTER TYPE pair ALTER ATTRIBUTE x TYPE bigint;
-- error M0403 unknown column `zz` of `pair`
ALTER TYPE pair RENAME ATTRIBUTE zz TO q;
-- error M0409 unknown type `nope`
ALTER TYPE nope RENAME TO q;
-- error M0417 'x' is no value of `integer`
ALTER DOMAIN dm ADD CHECK (VALUE > 'x');
-- error M0405 unknown constraint `nope` of domain `dm`
ALTER DOMAIN dm DROP CONSTRAINT nope;
-- error M0417 the default of `dm`: 'x' is no value of `integer`
ALTER DOMAIN dm SET DEFAULT 'x';
-- error M0409 `mood` is no domain
ALTER DOMAIN mood SET NOT NULL;
-- error M0412 unknown function `fn(text)`
ALTER FUNCTION fn(text) STABLE;
-- error M0412 unknown function `fnn`
ALTER FUNCTION fnn(int) STABLE;
-- missed 42723 function tf() already exists in schema "public"
ALTER FUNCTION tf() RENAME TO tf;
-- error M0412 unknown trigger `nope` of table `t`
ALTER TRIGGER nope ON t RENAME TO q;
-- error M0412 unknown policy `nope` of table `t`
ALTER POLICY nope ON t USING (true);
-- error M0403 unknown column `zz` of table `t`
ALTER POLICY pol ON t USING (zz > 1);
-- error M0417 `a policy` wants a condition, and this is `text`
ALTER POLICY pol ON t USING (b);
-- error M0417 'x' is no value of `integer`
ALTER POLICY pol ON t WITH CHECK (a = 'x');
-- missed 42704 extension "hstore" does not exist
ALTER EXTENSION hstore UPDATE;
-- missed 42704 role "h_pgsem_nobody" does not exist
ALTER ROLE h_pgsem_nobody SET search_path = public;
-- error M0401 unknown table `nope`
COMMENT ON TABLE nope IS 'x';
-- error M0403 unknown column `zz` of table `t`
COMMENT ON COLUMN t.zz IS 'x';
-- missed 42601 column name must be qualified
COMMENT ON COLUMN zz IS 'x';
-- error M0407 unknown index `nope`
COMMENT ON INDEX nope IS 'x';
-- error M0405 unknown constraint `nope` of table `t`
COMMENT ON CONSTRAINT nope ON t IS 'x';
-- error M0412 unknown function `fn(text)`
COMMENT ON FUNCTION fn(text) IS 'x';
-- error M0409 unknown type `nope`
COMMENT ON TYPE nope IS 'x';
-- error M0401 `t` is a table, not a view
COMMENT ON VIEW t IS 'x';
-- error M0412 unknown trigger `nope` of table `t`
COMMENT ON TRIGGER nope ON t IS 'x';
-- missed 3F000 schema "nope" does not exist
COMMENT ON SCHEMA nope IS 'x';
-- missed 42704 extension "hstore" does not exist
COMMENT ON EXTENSION hstore IS 'x';
-- error M0401 unknown table `nope`
GRANT SELECT ON nope TO PUBLIC;
-- error M0403 unknown column `zz` of table `t`
GRANT SELECT (zz) ON t TO PUBLIC;
-- error M0412 unknown function `fn(text)`
GRANT EXECUTE ON FUNCTION fn(text) TO PUBLIC;
-- error M0417 a table has no privilege `EXECUTE`
GRANT EXECUTE ON t TO PUBLIC;
-- missed 42704 role "h_pgsem_nobody" does not exist
GRANT SELECT ON t TO h_pgsem_nobody;
-- missed 3F000 schema "nope" does not exist
GRANT USAGE ON SCHEMA nope TO PUBLIC;
-- missed 42704 type "nope" does not exist
GRANT USAGE ON TYPE nope TO PUBLIC;
-- error M0401 unknown table `nope`
GRANT USAGE ON SEQUENCE nope TO PUBLIC;
-- missed 3F000 schema "nope" does not exist
GRANT SELECT ON ALL TABLES IN SCHEMA nope TO PUBLIC;
-- error M0401 unknown table `nope`
REVOKE SELECT ON nope FROM PUBLIC;
-- error M0401 unknown table `nope`
CREATE POLICY p2 ON nope USING (true);
-- error M0403 unknown column `zz` of table `t`
CREATE POLICY p2 ON t USING (zz = 1);
-- error M0417 `a policy` wants a condition, and this is `integer`
CREATE POLICY p2 ON t USING (a);
-- error M0417 a policy for INSERT has no USING: there is no row before
CREATE POLICY p2 ON t FOR INSERT USING (true);
-- error M0417 WITH CHECK is for rows that are written
CREATE POLICY p2 ON t FOR SELECT WITH CHECK (true);
-- error M0417 WITH CHECK is for rows that are written
CREATE POLICY p2 ON t FOR DELETE WITH CHECK (true);
-- error M0423 an aggregate cannot stand in a policy: `count`
CREATE POLICY p2 ON t USING (count(*) > 1);
-- error M0417 there is no operator `=` for `text` and `integer`
CREATE POLICY p2 ON t USING (b = 1);
-- missed 42704 role "h_pgsem_nobody" does not exist
CREATE POLICY p2 ON t TO h_pgsem_nobody USING (true);
-- error M0413 policy `pol` exists already
CREATE POLICY pol ON t USING (true);
-- error M0401 a policy belongs to a table, and `v` is a view
CREATE POLICY p2 ON v USING (true);
-- error M0403 unknown column `zz` of table `t`
CREATE TRIGGER x BEFORE UPDATE OF zz ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.b > 1) EXECUTE FUNCTION tf();
-- error M0403 unknown column `zz` of table `t`
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW WHEN (new.zz = 1) EXECUTE FUNCTION tf();
-- error M0417 there is no `OLD` row when rows are inserted
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.a IS NULL) EXECUTE FUNCTION tf();
-- error M0417 there is no `OLD` row when rows are inserted
CREATE TRIGGER x BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (OLD.a IS NULL) EXECUTE FUNCTION tf();
CREATE TRIGGER x BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (NEW.a IS NULL) EXECUTE FUNCTION tf();
-- error M0417 there is no `NEW` row when rows are deleted
CREATE TRIGGER x2 BEFORE DELETE OR UPDATE ON t FOR EACH ROW WHEN (NEW.a IS NULL) EXECUTE FUNCTION tf();
-- error M0417 a trigger for the whole statement has no row to look at
CREATE TRIGGER x2 AFTER UPDATE ON t WHEN (NEW.a IS NULL) EXECUTE FUNCTION tf();
-- error M0417 no query can stand in the condition of a trigger
CREATE TRIGGER x2 AFTER UPDATE ON t FOR EACH ROW WHEN (EXISTS (SELECT 1 FROM kid)) EXECUTE FUNCTION tf();
-- error M0417 only a trigger that runs `AFTER` its event has tables of the changed rows
CREATE TRIGGER x2 BEFORE UPDATE ON t REFERENCING NEW TABLE AS n EXECUTE FUNCTION tf();
-- error M0418 `NEW TABLE` is named twice
CREATE TRIGGER x2 AFTER UPDATE ON t REFERENCING NEW TABLE AS n NEW TABLE AS m EXECUTE FUNCTION tf();
-- error M0417 there are no OLD rows when rows are inserted
CREATE TRIGGER x2 AFTER INSERT ON t REFERENCING OLD TABLE AS n EXECUTE FUNCTION tf();
-- error M0417 there are no NEW rows when rows are deleted
CREATE TRIGGER x2 AFTER DELETE ON t REFERENCING NEW TABLE AS n EXECUTE FUNCTION tf();
-- error M0417 a trigger with tables of the changed rows has one event alone
CREATE TRIGGER x2 AFTER UPDATE OR INSERT ON t REFERENCING NEW TABLE AS n EXECUTE FUNCTION tf();
-- error M0417 a trigger with tables of the changed rows has no list of columns
CREATE TRIGGER x2 AFTER UPDATE OF b ON t REFERENCING NEW TABLE AS n EXECUTE FUNCTION tf();
-- error M0418 both tables are called `n`
CREATE TRIGGER x2 AFTER UPDATE ON t REFERENCING NEW TABLE AS n OLD TABLE AS n EXECUTE FUNCTION tf();
-- error M0301 syntax error: unexpected `ROW`
CREATE TRIGGER x2 AFTER UPDATE ON t REFERENCING NEW ROW AS n EXECUTE FUNCTION tf();
-- error M0417 `INSTEAD OF` is for views, and this is a table
CREATE TRIGGER x2 INSTEAD OF UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a trigger that runs `INSTEAD OF` runs for each row: write `FOR EACH ROW`
CREATE TRIGGER x2 INSTEAD OF UPDATE ON v EXECUTE FUNCTION tf();
-- error M0417 a trigger that runs `INSTEAD OF` has no list of columns
CREATE TRIGGER x2 INSTEAD OF UPDATE OF a ON v FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a trigger that runs `INSTEAD OF` has no condition
CREATE TRIGGER x2 INSTEAD OF UPDATE ON v FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION tf();
-- error M0417 a trigger for TRUNCATE runs once for the statement
CREATE TRIGGER x2 BEFORE TRUNCATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a view has no trigger for TRUNCATE
CREATE TRIGGER x2 BEFORE TRUNCATE ON v EXECUTE FUNCTION tf();
-- error M0418 `UPDATE` stands twice among the events
CREATE TRIGGER x2 BEFORE UPDATE OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a materialized view has no triggers
CREATE TRIGGER x2 BEFORE UPDATE ON mv FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 `fn` returns `int`, and a trigger runs a function that returns `trigger`
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION fn(1);
-- error M0417 `fn` returns `int`, and a trigger runs a function that returns `trigger`
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION fn();
-- error M0412 unknown function `tff`
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tff();
-- missed 42601 syntax error at or near "+"
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf(1 + 1);
-- error M0301 syntax error: unexpected `tf`
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE tf();
-- error M0301 syntax error: unexpected `BEGIN`
CREATE TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW BEGIN SELECT 1;
END;
-- error M0301 syntax error: unexpected `UPDATE`
CREATE TRIGGER x2 UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a constraint trigger runs for each row
CREATE CONSTRAINT TRIGGER x2 AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION tf();
-- error M0417 a constraint trigger runs `AFTER` its event
CREATE CONSTRAINT TRIGGER x2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 on a view a trigger for each row is written `INSTEAD OF`
CREATE CONSTRAINT TRIGGER x2 AFTER UPDATE ON v FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0417 a constraint trigger takes no other's place: `OR REPLACE` is for triggers of the usual kind
CREATE OR REPLACE CONSTRAINT TRIGGER x2 AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- error M0412 unknown event `ddl_command`
CREATE EVENT TRIGGER h_pgsem_e ON ddl_command EXECUTE FUNCTION tf();
-- error M0417 an event trigger runs a function that returns `event_trigger`, and `tf` does not
CREATE EVENT TRIGGER h_pgsem_e ON ddl_command_end EXECUTE FUNCTION tf();
-- error M0401 unknown table `nope`
CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO nope VALUES (NEW.id);
-- error M0403 unknown column `zz` of table `kid`
CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO kid (id, zz) VALUES (NEW.id, 1);
-- error M0403 unknown column `zz` of table `t`
CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO kid VALUES (NEW.zz);
-- error M0417 there is no `OLD` row when rows are inserted
CREATE RULE r1 AS ON INSERT TO t DO ALSO INSERT INTO kid VALUES (OLD.id);
-- error M0417 there is no `NEW` row when rows are deleted
CREATE RULE r1 AS ON DELETE TO t DO ALSO INSERT INTO kid VALUES (NEW.id);
-- error M0403 unknown column `zz` of table `t`
CREATE RULE r1 AS ON UPDATE TO t WHERE zz > 1 DO NOTHING;
-- error M0417 there is no operator `>` for `text` and `integer`
CREATE RULE r1 AS ON UPDATE TO t WHERE NEW.b > 1 DO NOTHING;
-- error M0401 unknown table `nope`
CREATE RULE r1 AS ON UPDATE TO nope DO INSTEAD NOTHING;
-- missed 42P17 SELECT rule's target entry 1 has different column name from column "id"
CREATE RULE r1 AS ON SELECT TO t DO INSTEAD SELECT 1;
-- missed 0A000 rules on SELECT must have action INSTEAD SELECT
CREATE RULE r1 AS ON SELECT TO t DO ALSO SELECT * FROM t;
-- error M0417 `t_id` is `integer`, and the value is `text`
CREATE RULE r1 AS ON UPDATE TO t DO INSTEAD UPDATE kid SET t_id = NEW.b WHERE id = OLD.id;
-- error M0403 unknown column `aa` of `new`
CREATE RULE r1 AS ON UPDATE TO v DO INSTEAD UPDATE t SET a = NEW.aa WHERE id = OLD.id;
-- error M0423 an aggregate cannot stand in WHERE: `count`
CREATE RULE r1 AS ON UPDATE TO v WHERE count(*) > 1 DO NOTHING;
-- error M0403 unknown column `zz` of table `t`
CREATE STATISTICS st ON a, zz FROM t;
-- error M0418 statistics are about two columns or more
CREATE STATISTICS st ON a FROM t;
-- error M0401 unknown table `nope`
CREATE STATISTICS st ON a, b FROM nope;
-- missed 42601 unrecognized statistics kind "nope"
CREATE STATISTICS st (nope) ON a, b FROM t;
-- error M0401 unknown table `nope`
CREATE PUBLICATION h_pgsem_pub FOR TABLE nope;
-- error M0403 unknown column `zz` of table `t`
CREATE PUBLICATION h_pgsem_pub FOR TABLE t (zz);
-- missed 42703 column "zz" does not exist
CREATE PUBLICATION h_pgsem_pub FOR TABLE t WHERE (zz > 1);
-- error M0411 `t2` has the value 'a' twice
CREATE TYPE t2 AS ENUM ('a', 'a');
-- error M0404 column `x` of table `t2` exists already
CREATE TYPE t2 AS (x int, x text);
-- error M0409 unknown type `nope`
CREATE TYPE t2 AS (x nope);
-- missed 42704 type "nope" does not exist
CREATE TYPE t2 AS RANGE (subtype = nope);
-- missed 42704 data type json has no default operator class for access method "btree"
CREATE TYPE t2 AS RANGE (subtype = json);
-- missed 42601 type attribute "subtyp" not recognized
CREATE TYPE t2 AS RANGE (subtyp = int);
-- missed 42883 function fn(integer, integer) does not exist
CREATE TYPE t2 AS RANGE (subtype = int, subtype_diff = fn);
-- error M0410 type `mood` exists already
CREATE TYPE mood AS ENUM ('z');
-- error M0412 unknown function `nope`
CREATE CAST (int AS mood) WITH FUNCTION nope(int);
-- missed 42P17 return data type of cast function must match or be binary-coercible to target data type
CREATE CAST (int AS mood) WITH FUNCTION fn(int);
-- missed 42P17 source and target data types are not physically compatible
CREATE CAST (int AS bigint) WITHOUT FUNCTION;
-- missed 42704 type "nope" does not exist
CREATE CAST (nope AS int) WITH INOUT;
-- error M0301 syntax error: unexpected `+`
CREATE OPERATOR +++ (LEFTARG = int, RIGHTARG = int, FUNCTION = nope);
-- error M0301 syntax error: unexpected `+`
CREATE OPERATOR +++ (LEFTARG = int, RIGHTARG = int);
-- error M0301 syntax error: unexpected `+`
CREATE OPERATOR +++ (LEFTARG = int, FUNCTION = fn);
-- error M0412 unknown function `nope`
CREATE AGGREGATE ag (int) (SFUNC = nope, STYPE = int);
-- missed 42883 function fn(integer, integer) does not exist
CREATE AGGREGATE ag (int) (SFUNC = fn, STYPE = int);
-- error M0417 aggregate `ag` has no `SFUNC`
CREATE AGGREGATE ag (int) (STYPE = int);
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
CREATE COLLATION co FROM "nope";
-- missed 42P17 unrecognized collation provider: icuu
CREATE COLLATION co (provider = icuu, locale = 'de');
-- missed 0A000 extension "nope_ext" is not available
CREATE EXTENSION nope_ext;
-- error M0412 unknown extension `pg_trgmm`
CREATE EXTENSION pg_trgmm;
-- missed 42704 role "h_pgsem_nobody" does not exist
CREATE SCHEMA AUTHORIZATION h_pgsem_nobody;
-- error M0413 sequence `sq` exists already
CREATE SEQUENCE sq;
-- error M0417 sequence `sq3`: the increment is 0
CREATE SEQUENCE sq3 INCREMENT 0;
-- error M0417 sequence `sq3`: MINVALUE 5 is not below MAXVALUE 1
CREATE SEQUENCE sq3 MINVALUE 5 MAXVALUE 1;
-- error M0417 sequence `sq3`: it starts with 0, below MINVALUE 1
CREATE SEQUENCE sq3 START 0 MINVALUE 1;
-- error M0417 sequence `sq3`: it counts in `smallint`, `integer` or `bigint`, and not in `text`
CREATE SEQUENCE sq3 AS text;
-- error M0403 unknown column `zz` of table `t`
CREATE SEQUENCE sq3 OWNED BY t.zz;
-- error M0401 unknown table `nope`
CREATE SEQUENCE sq3 OWNED BY nope.a;
-- error M0401 `v` is a view, not a materialized view
REFRESH MATERIALIZED VIEW v;
-- error M0401 unknown materialized view `nope`
REFRESH MATERIALIZED VIEW nope;
-- error M0417 materialized view `mv` has no unique index by which its rows are found
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- error M0407 unknown index `nope`
REINDEX INDEX nope;
-- error M0401 unknown table `nope`
REINDEX TABLE nope;
-- error M0407 unknown index `nope` of table `t`
CLUSTER t USING nope;
-- error M0412 `fn` is a function, which is called in a query
CALL fn(1);
-- error M0412 unknown procedure `nope`
CALL nope();
-- error M0417 there is no function `fn(text)`
SELECT fn('x'::text);
-- error M0418 there is no function `fn(integer, integer)`
SELECT fn(1, 2);
-- error M0418 there is no function `fn()`
SELECT fn();
-- error M0417 there is no function `fn(y => integer)`
SELECT fn(y => 1);
-- error M0417 `tf` is a function for triggers, and only they call it
SELECT tf();
-- missed 42883 function fnn(integer) does not exist
SELECT fnn(1);
-- error M0412 unknown sequence `sq2`
SELECT setval('sq2', 1);
-- error M0412 unknown sequence `nope`
SELECT nextval('nope');
-- error M0401 `t` is a table, not a sequence
SELECT nextval('t');
-- error M0401 unknown table `nope`
SELECT 'nope'::regclass;
-- missed 42P01 relation "nope" does not exist
SELECT pg_get_serial_sequence('nope', 'id');
-- error M0403 unknown column `zz` of table `t`
PREPARE pq AS SELECT zz FROM t;
-- missed 26000 prepared statement "nope" does not exist
EXECUTE nope;
-- missed 26000 prepared statement "nope" does not exist
DEALLOCATE nope;
-- error M0403 unknown column `zz` of table `t`
DECLARE cu CURSOR FOR SELECT zz FROM t;
-- error M0412 unknown setting `search_pth`
SET search_pth = public;
-- missed 22023 invalid value for parameter "work_mem": "lots"
SET work_mem = 'lots';
-- error M0417 `statement_timeout` is a length of time, and 'x' is none
SET statement_timeout = 'x';
-- missed 42704 unrecognized configuration parameter "nope_setting"
SHOW nope_setting;
-- missed 42704 unrecognized configuration parameter "nope_setting"
RESET nope_setting;
-- error M0301 syntax error: unexpected end of the statement
NOTIFY;
