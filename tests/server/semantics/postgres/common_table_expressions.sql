-- case common table expressions
CREATE TABLE t (id int PRIMARY KEY, p int, v text);
WITH w AS (SELECT id, v FROM t) SELECT id, v FROM w;
-- error M0403 unknown column `p`
WITH w AS (SELECT id, v FROM t) SELECT p FROM w;
-- error M0403 unknown column `p` of `w`
WITH w AS (SELECT id, v FROM t) SELECT w.p FROM w;
WITH w (a, b) AS (SELECT id, v FROM t) SELECT a, b FROM w;
-- error M0403 unknown column `id`
WITH w (a, b) AS (SELECT id, v FROM t) SELECT id FROM w;
WITH w (a) AS (SELECT id, v FROM t) SELECT a, v FROM w;
-- error M0418 `w` has 3 names for 2 columns
WITH w (a, b, c) AS (SELECT id, v FROM t) SELECT 1;
-- error M0422 two queries of this WITH are called `w`
WITH w AS (SELECT id FROM t), w AS (SELECT 1) SELECT 1;
WITH w AS (SELECT id FROM t), x AS (SELECT id FROM w) SELECT id FROM x;
-- error M0401 unknown table `w`
WITH x AS (SELECT id FROM w), w AS (SELECT id FROM t) SELECT id FROM x;
-- error M0401 unknown table `w`
WITH w AS (SELECT id FROM w) SELECT id FROM w;
WITH RECURSIVE w AS (SELECT id, p FROM t UNION ALL SELECT t.id, t.p FROM t JOIN w ON w.id = t.p) SELECT id, p FROM w;
-- error M0403 unknown column `v` of `w`
WITH RECURSIVE w AS (SELECT id, p FROM t UNION ALL SELECT t.id, t.p FROM t JOIN w ON w.v = t.p) SELECT id, p FROM w;
-- error M0403 unknown column `pp` of table `t`
WITH RECURSIVE w AS (SELECT id, p FROM t UNION ALL SELECT t.id, t.pp FROM t JOIN w ON w.id = t.p) SELECT id, p FROM w;
WITH RECURSIVE w (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM w WHERE n < 5) SELECT n FROM w;
-- error M0403 unknown column `m`
WITH RECURSIVE w (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM w WHERE n < 5) SELECT n FROM w;
WITH RECURSIVE w (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM w WHERE n < 5) SELECT sum(n) FROM w;
-- error M0403 unknown column `m`
WITH RECURSIVE w (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM w) SELECT m FROM w;
WITH RECURSIVE w AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN w ON w.id = t.p) SEARCH DEPTH FIRST BY id SET o SELECT id, o FROM w ORDER BY o;
-- error M0403 unknown column `q`
WITH RECURSIVE w AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN w ON w.id = t.p) SEARCH DEPTH FIRST BY id SET o SELECT q FROM w;
-- missed 42601 search column "idd" not in WITH query column list
WITH RECURSIVE w AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN w ON w.id = t.p) SEARCH DEPTH FIRST BY idd SET o SELECT id FROM w;
WITH RECURSIVE w AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN w ON w.id = t.p) CYCLE id SET c USING h SELECT id, c, h FROM w;
-- error M0403 unknown column `d`
WITH RECURSIVE w AS (SELECT id FROM t UNION ALL SELECT t.id FROM t JOIN w ON w.id = t.p) CYCLE id SET c USING h SELECT id, d FROM w;
WITH d AS (DELETE FROM t WHERE id < 0 RETURNING id, v) SELECT id, v FROM d;
-- error M0403 unknown column `p`
WITH d AS (DELETE FROM t WHERE id < 0 RETURNING id, v) SELECT p FROM d;
WITH d AS (DELETE FROM t WHERE id < 0 RETURNING *) SELECT p FROM d;
-- error M0403 unknown column `pp`
WITH d AS (DELETE FROM t WHERE id < 0 RETURNING *) SELECT pp FROM d;
-- error M0417 `d` returns no rows to read
WITH d AS (DELETE FROM t WHERE id < 0) SELECT p FROM d;
WITH i AS (INSERT INTO t VALUES (100, 1, 'x') RETURNING id AS k) SELECT k FROM i;
-- error M0403 unknown column `id`
WITH i AS (INSERT INTO t VALUES (101, 1, 'x') RETURNING id AS k) SELECT id FROM i;
WITH m AS (UPDATE t SET v = 'y' RETURNING t.*) SELECT id, v FROM m;
-- error M0403 unknown column `idd`
WITH m AS (UPDATE t SET v = 'y' RETURNING t.*) SELECT idd FROM m;
WITH s AS (SELECT id FROM t) UPDATE t SET v = 'x' FROM s WHERE s.id = t.id;
-- error M0403 unknown column `idd` of `s`
WITH s AS (SELECT id FROM t) UPDATE t SET v = 'x' FROM s WHERE s.idd = t.id;
-- error M0403 unknown column `vv` of table `t`
WITH s AS (SELECT id FROM t) UPDATE t SET vv = 'x' FROM s WHERE s.id = t.id;
-- error M0403 unknown column `pp` of table `t`
WITH s AS (SELECT id::text AS k FROM t) UPDATE t SET v = s.k::varchar(10) FROM s WHERE s.k::int = t.id AND t.pp > 1;
WITH s AS (SELECT id FROM t) DELETE FROM t USING s WHERE s.id = t.id;
-- error M0403 unknown column `idd` of table `t`
WITH s AS (SELECT id FROM t) DELETE FROM t USING s WHERE s.id = t.idd;
WITH s AS (SELECT id FROM t) INSERT INTO t (id) SELECT id + 1000 FROM s;
-- error M0403 unknown column `idd`
WITH s AS (SELECT id FROM t) INSERT INTO t (id) SELECT idd + 1000 FROM s;
-- error M0403 unknown column `idd`
WITH s AS MATERIALIZED (SELECT id FROM t) SELECT idd FROM s;
WITH s AS NOT MATERIALIZED (SELECT id FROM t) SELECT id FROM s;
SELECT * FROM (WITH s AS (SELECT id FROM t) SELECT id FROM s) q WHERE q.id = 1;
-- error M0403 unknown column `v` of `q`
SELECT * FROM (WITH s AS (SELECT id FROM t) SELECT id FROM s) q WHERE q.v = 1;
INSERT INTO t (id) WITH s AS (SELECT 5000) SELECT * FROM s;
