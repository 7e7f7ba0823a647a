-- case writing
CREATE TABLE t (id int PRIMARY KEY, a int, b text, tags text[], js jsonb);
CREATE TABLE s (id int, n int);
CREATE TYPE pair AS (x int, y int);
CREATE TABLE p (id int UNIQUE, pr pair);
INSERT INTO t (id, a) VALUES (1, 2);
-- error M0403 unknown column `c` of table `t`
INSERT INTO t (id, c) VALUES (1, 2);
-- error M0418 column `id` is named twice
INSERT INTO t (id, id) VALUES (1, 2);
-- error M0418 1 value for 2 columns
INSERT INTO t (id, a) VALUES (1);
-- error M0418 2 values for 1 column
INSERT INTO t (id) VALUES (1, 2);
INSERT INTO t VALUES (2);
-- error M0418 6 values for 5 columns
INSERT INTO t VALUES (1, 2, 'x', NULL, NULL, 3);
-- error M0418 1 value for 2 columns
INSERT INTO t (id, a) SELECT 10;
-- error M0418 3 values for 2 columns
INSERT INTO t (id, a) SELECT 10, 11, 12;
INSERT INTO t (id, a) SELECT id, n FROM s;
-- error M0403 unknown column `m` of table `s`
INSERT INTO t (id, a) SELECT id, m FROM s;
INSERT INTO t (id, a) SELECT * FROM s;
-- error M0418 2 values for 1 column
INSERT INTO t (id) SELECT * FROM s;
-- error M0418 2 values for 3 columns
INSERT INTO t (id, a, b) SELECT * FROM s;
INSERT INTO t SELECT s.* FROM s;
-- error M0418 1 value for 2 columns
INSERT INTO t (id, a) VALUES (20, 1), (21);
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT DO NOTHING;
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO NOTHING;
-- error M0403 unknown column `idd` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (idd) DO NOTHING;
-- error M0414 `ON CONFLICT (a)`: `t` has no unique constraint or index on these columns
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (a) DO NOTHING;
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT ON CONSTRAINT t_pkey DO NOTHING;
-- error M0405 unknown constraint `t_pk` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT ON CONSTRAINT t_pk DO NOTHING;
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = excluded.a;
-- error M0403 unknown column `aa` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = excluded.aa;
-- error M0403 unknown column `aa` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET aa = 1;
-- error M0403 unknown column `aa` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = t.aa;
-- error M0401 nothing in this statement is called `tt`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = tt.a;
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET (a, b) = (excluded.a, 'x');
-- missed 42601 number of columns does not match number of values
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET (a, b) = ROW (excluded.a);
-- error M0422 `a` may be that of the row that is there or `excluded.a`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = a;
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = t.a WHERE t.b IS NULL;
-- error M0403 unknown column `bb` of table `t`
INSERT INTO t (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = t.a WHERE t.bb IS NULL;
INSERT INTO t AS q (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = q.a;
-- error M0401 nothing in this statement is called `t`
INSERT INTO t AS q (id, a) VALUES (22, 1) ON CONFLICT (id) DO UPDATE SET a = t.a;
INSERT INTO t (id) VALUES (30) RETURNING id, b;
-- error M0403 unknown column `bb` of table `t`
INSERT INTO t (id) VALUES (31) RETURNING bb;
-- error M0403 unknown column `bb` of table `t`
INSERT INTO t DEFAULT VALUES RETURNING bb;
INSERT INTO t (id, tags[1]) VALUES (40, 'x');
-- error M0403 unknown column `tagz` of table `t`
INSERT INTO t (id, tagz[1]) VALUES (41, 'x');
INSERT INTO p (id, pr.x) VALUES (1, 1);
-- error M0403 unknown column `z` of `pair`
INSERT INTO p (id, pr.z) VALUES (1, 1);
-- error M0403 unknown column `pq` of table `p`
INSERT INTO p (id, pq.x) VALUES (1, 1);
-- error M0401 unknown table `tt`
INSERT INTO tt (id) VALUES (1);
-- error M0418 3 values for 2 columns
INSERT INTO t (id, a) VALUES (DEFAULT, DEFAULT, DEFAULT);
UPDATE t SET a = 1;
-- error M0403 unknown column `aa` of table `t`
UPDATE t SET aa = 1;
-- error M0403 unknown column `aa` of table `t`
UPDATE t SET a = aa;
-- error M0418 `a` gets two values
UPDATE t SET a = 1, a = 2;
-- error M0403 unknown column `bb` of table `t`
UPDATE t SET a = 1 WHERE bb = 'x';
UPDATE t x SET a = x.id;
-- error M0401 nothing in this statement is called `t`
UPDATE t x SET a = t.id;
-- error M0403 a column that gets a value stands without its table: `x`
UPDATE t x SET x.a = 1;
-- error M0403 a column that gets a value stands without its table: `t`
UPDATE t SET t.a = 1;
UPDATE t SET (a, b) = (1, 'x');
-- error M0418 2 columns are given 3 values
UPDATE t SET (a, b) = (1, 'x', 2);
UPDATE t SET (a, b) = (SELECT n, 'x' FROM s WHERE s.id = t.id);
-- error M0418 2 columns are given 1 values
UPDATE t SET (a, b) = (SELECT n FROM s WHERE s.id = t.id);
-- error M0403 unknown column `bb` of table `t`
UPDATE t SET (a, bb) = (SELECT n, 'x' FROM s WHERE s.id = t.id);
-- error M0403 unknown column `nn`
UPDATE t SET (a, b) = (SELECT nn, 'x' FROM s WHERE s.id = t.id);
UPDATE t SET a = s.n FROM s WHERE s.id = t.id;
-- error M0403 unknown column `nn` of table `s`
UPDATE t SET a = s.nn FROM s WHERE s.id = t.id;
-- error M0403 unknown column `idd` of table `t`
UPDATE t SET a = n FROM s WHERE s.id = t.idd;
-- error M0422 `id` may be `t.id` or `s.id`
UPDATE t SET a = n FROM s WHERE id = 1;
UPDATE t SET tags[1] = 'x';
-- error M0403 unknown column `tagz` of table `t`
UPDATE t SET tagz[1] = 'x';
-- missed 42804 cannot subscript type text because it does not support subscripting
UPDATE t SET b[1] = 'x';
UPDATE t SET js['k'] = '1';
-- error M0403 unknown column `jz` of table `t`
UPDATE t SET jz['k'] = '1';
UPDATE p SET pr.x = 1;
-- error M0403 unknown column `z` of `pair`
UPDATE p SET pr.z = 1;
-- error M0403 unknown column `px` of table `p`
UPDATE p SET px.x = 1;
-- error M0403 unknown column `idd` of table `p`
UPDATE p SET pr.x = p.idd;
UPDATE t SET a = DEFAULT;
-- error M0401 unknown table `tt`
UPDATE tt SET a = 1;
-- error M0403 unknown column `aa` of table `t`
UPDATE ONLY t SET aa = 1;
-- error M0403 unknown column `idd` of table `t`
UPDATE t SET a = 1 RETURNING idd;
-- error M0401 unknown table `ss`
UPDATE t SET a = 1 FROM ss WHERE ss.id = t.id;
UPDATE t SET a = (SELECT max(n) FROM s WHERE s.id = t.id);
-- error M0403 unknown column `nn`
UPDATE t SET a = (SELECT max(nn) FROM s WHERE s.id = t.id);
-- error M0403 unknown column `idd` of table `t`
DELETE FROM t WHERE idd = 1;
DELETE FROM t USING s WHERE s.id = t.id;
-- error M0403 unknown column `idd` of table `t`
DELETE FROM t USING s WHERE s.id = t.idd;
-- error M0422 `id` may be `t.id` or `s.id`
DELETE FROM t USING s WHERE id = 1;
DELETE FROM t x WHERE x.id = 1;
-- error M0401 nothing in this statement is called `t`
DELETE FROM t x WHERE t.id = 1;
-- error M0403 unknown column `idd` of table `t`
DELETE FROM ONLY t WHERE idd = 1;
-- error M0403 unknown column `idd` of table `t`
DELETE FROM t RETURNING idd;
-- error M0401 unknown table `tt`
DELETE FROM tt;
MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET a = s.n WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id, s.n);
-- error M0401 unknown table `tt`
MERGE INTO tt USING s ON s.id = tt.id WHEN MATCHED THEN DO NOTHING;
-- error M0401 unknown table `ss`
MERGE INTO t USING ss ON ss.id = t.id WHEN MATCHED THEN DO NOTHING;
-- error M0403 unknown column `idd` of table `s`
MERGE INTO t USING s ON s.idd = t.id WHEN MATCHED THEN DO NOTHING;
-- error M0403 unknown column `idd` of table `t`
MERGE INTO t USING s ON s.id = t.idd WHEN MATCHED THEN DO NOTHING;
-- error M0403 unknown column `aa` of table `t`
MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET aa = s.n;
-- error M0403 unknown column `nn` of table `s`
MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET a = s.nn;
-- error M0403 unknown column `bb` of table `t`
MERGE INTO t USING s ON s.id = t.id WHEN MATCHED AND t.bb IS NULL THEN DELETE;
-- error M0403 unknown column `aa` of table `t`
MERGE INTO t USING s ON s.id = t.id WHEN NOT MATCHED THEN INSERT (id, aa) VALUES (s.id, 1);
-- error M0418 1 value for 2 columns
MERGE INTO t USING s ON s.id = t.id WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.id);
-- error M0403 unknown column `idd` of table `s`
MERGE INTO t USING s ON s.id = t.id WHEN NOT MATCHED THEN INSERT (id, a) VALUES (s.idd, 1);
-- error M0401 nothing in this statement is called `t`
MERGE INTO t USING s ON s.id = t.id WHEN NOT MATCHED THEN INSERT (id, a) VALUES (t.id, 1);
MERGE INTO t x USING (SELECT id AS k FROM s) y ON y.k = x.id WHEN MATCHED THEN UPDATE SET a = y.k;
-- error M0403 unknown column `id` of `y`
MERGE INTO t x USING (SELECT id AS k FROM s) y ON y.id = x.id WHEN MATCHED THEN UPDATE SET a = y.k;
-- error M0401 unknown table `tt`
TRUNCATE tt;
-- error M0401 unknown table `ss`
TRUNCATE t, ss;
-- error M0401 unknown table `tt`
LOCK TABLE tt;
EXPLAIN SELECT a FROM t;
-- error M0403 unknown column `aa` of table `t`
EXPLAIN SELECT aa FROM t;
-- error M0401 unknown table `tt`
EXPLAIN SELECT a FROM tt;
-- error M0403 unknown column `aa` of table `t`
EXPLAIN (COSTS OFF) UPDATE t SET aa = 1;
PREPARE q1 (int) AS SELECT a FROM t WHERE id = $1;
-- error M0403 unknown column `aa` of table `t`
PREPARE q2 (int) AS SELECT aa FROM t WHERE id = $1;
-- error M0409 unknown type `integr`
PREPARE q3 (integr) AS SELECT a FROM t WHERE id = $1;
-- error M0403 unknown column `aa` of table `t`
DECLARE cur CURSOR WITH HOLD FOR SELECT aa FROM t;
SELECT id INTO made1 FROM t;
-- error M0403 unknown column `idd` of table `t`
SELECT idd INTO made2 FROM t;
-- error M0403 unknown column `idd` of table `made1`
SELECT idd FROM made1;
SELECT id FROM made1;
CREATE TABLE made3 AS SELECT id, a + 1 AS k, upper(b) FROM t;
SELECT id, k, upper FROM made3;
-- error M0403 unknown column `a` of table `made3`
SELECT a FROM made3;
CREATE TABLE made4 (x, y) AS SELECT id, a FROM t;
SELECT x, y FROM made4;
-- error M0403 unknown column `id` of table `made4`
SELECT id FROM made4;
-- error M0418 3 columns for a query that returns 2
CREATE TABLE made5 (x, y, z) AS SELECT id, a FROM t;
-- error M0404 its query returns two columns called `id`
CREATE TABLE made6 AS SELECT id, id FROM t;
CREATE TABLE made7 AS VALUES (1, 'x');
SELECT column1, column2 FROM made7;
-- error M0403 unknown column `column3`
SELECT column3 FROM made7;
CREATE TABLE made8 AS WITH w AS (SELECT id FROM t) SELECT * FROM w;
SELECT id FROM made8;
-- error M0403 unknown column `a`
SELECT a FROM made8;
CREATE TABLE made9 AS SELECT * FROM t JOIN s USING (id);
SELECT n, tags FROM made9;
-- error M0403 unknown column `nn`
SELECT nn FROM made9;
CREATE MATERIALIZED VIEW mv AS SELECT id, count(*) FROM t GROUP BY id;
SELECT id, count FROM mv;
-- error M0403 unknown column `idd`
SELECT idd FROM mv;
CREATE INDEX ON mv (count);
-- error M0403 unknown column `cnt` of `mv`
CREATE INDEX ON mv (cnt);
CREATE VIEW v AS SELECT id AS k, b FROM t;
SELECT k FROM v;
-- error M0403 unknown column `id`
SELECT id FROM v;
INSERT INTO v (k) VALUES (77);
-- error M0403 unknown column `id` of `v`
INSERT INTO v (id) VALUES (78);
UPDATE v SET b = 'x' WHERE k = 1;
-- error M0403 unknown column `a` of `v`
UPDATE v SET a = 1;
-- error M0403 unknown column `id`
DELETE FROM v WHERE id = 1;
CREATE VIEW v2 (p, q) AS SELECT id, b FROM t;
SELECT p FROM v2;
-- error M0403 unknown column `b`
SELECT b FROM v2;
-- error M0404 its query returns two columns called `id`
CREATE VIEW v3 AS SELECT id, id FROM t;
-- error M0404 its query returns two columns called `p`
CREATE VIEW v4 (p, p) AS SELECT id, a FROM t;
-- error M0418 3 columns for a query that returns 2
CREATE VIEW v5 (p, q, r) AS SELECT id, b FROM t;
CREATE OR REPLACE VIEW v AS SELECT id AS k, b, a FROM t;
-- error M0417 the new view has no `b`, `a`, which the one that it replaces has
CREATE OR REPLACE VIEW v AS SELECT id AS k FROM t;
-- error M0417 column `b` of the view is `text` and would be `integer`
CREATE OR REPLACE VIEW v AS SELECT id AS k, a AS b, a FROM t;
-- error M0417 column `k` of the view would be called `kk`
CREATE OR REPLACE VIEW v AS SELECT id AS kk, b, a FROM t;
-- error M0417 column `k` of the view would be called `b`
CREATE OR REPLACE VIEW v AS SELECT b, id AS k, a FROM t;
ALTER VIEW v RENAME COLUMN k TO key;
-- error M0403 unknown column `nope` of `v`
ALTER VIEW v RENAME COLUMN nope TO key;
SELECT key FROM v;
-- error M0403 unknown column `k`
SELECT k FROM v;
-- error M0401 unknown view `vv`
ALTER VIEW vv RENAME TO x;
