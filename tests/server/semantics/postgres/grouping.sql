-- case grouping
CREATE TABLE t (id int PRIMARY KEY, a int, b text, d date);
CREATE TABLE s (id int, t_id int, n int);
CREATE VIEW v AS SELECT id, a FROM t;
SELECT a, count(*) FROM t GROUP BY a;
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT a, b, count(*) FROM t GROUP BY a;
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT a, count(*) FROM t;
SELECT count(*), max(a) FROM t;
SELECT id, a, b FROM t GROUP BY id;
SELECT a FROM t GROUP BY id;
SELECT * FROM t GROUP BY id;
-- error M0423 `id` is neither grouped nor in an aggregate
SELECT * FROM t GROUP BY a;
SELECT t.*, count(*) FROM t GROUP BY t.id;
SELECT t.a, count(s.id) FROM t JOIN s ON s.t_id = t.id GROUP BY t.id;
-- error M0423 `n` is neither grouped nor in an aggregate
SELECT t.a, s.n, count(*) FROM t JOIN s ON s.t_id = t.id GROUP BY t.id;
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT v.a, count(*) FROM v GROUP BY v.id;
SELECT a + 1, count(*) FROM t GROUP BY a;
SELECT a + 1, count(*) FROM t GROUP BY a + 1;
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT a, count(*) FROM t GROUP BY a + 1;
SELECT a AS k, count(*) FROM t GROUP BY k;
SELECT a, count(*) FROM t GROUP BY 1;
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT a, b FROM t GROUP BY 1;
SELECT a FROM t GROUP BY a HAVING count(*) > 1;
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT a FROM t GROUP BY a HAVING b = 'x';
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT a FROM t GROUP BY a ORDER BY b;
SELECT a FROM t GROUP BY a ORDER BY count(*);
SELECT a FROM t GROUP BY a ORDER BY max(b);
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT a FROM t HAVING a > 1;
SELECT 1 FROM t HAVING count(*) > 1;
-- error M0423 an aggregate cannot stand in WHERE: `count`
SELECT a FROM t WHERE count(*) > 1;
-- error M0423 an aggregate cannot stand in WHERE: `max`
SELECT a FROM t WHERE max(a) = a;
SELECT a FROM t WHERE a = (SELECT max(a) FROM t);
SELECT a FROM t WHERE a IN (SELECT max(a) FROM t GROUP BY b);
-- error M0423 an aggregate cannot stand in ON: `count`
SELECT a FROM t JOIN s ON count(*) = 1;
-- error M0423 an aggregate cannot stand in GROUP BY: `count`
SELECT count(*) FROM t GROUP BY count(*);
-- error M0423 an aggregate cannot stand in an aggregate
SELECT sum(count(*)) FROM t;
SELECT sum(count(*)) OVER () FROM t GROUP BY a;
-- error M0423 an aggregate cannot stand in an aggregate
SELECT max(sum(a)) FROM t GROUP BY b;
SELECT a, row_number() OVER (ORDER BY a) FROM t;
-- error M0423 a window function cannot stand in WHERE: `row_number`
SELECT a FROM t WHERE row_number() OVER () = 1;
-- error M0423 a window function cannot stand in GROUP BY: `row_number`
SELECT a FROM t GROUP BY row_number() OVER ();
-- error M0423 a window function cannot stand in HAVING
SELECT a FROM t GROUP BY a HAVING rank() OVER () = 1;
SELECT a, sum(a) OVER (PARTITION BY b) FROM t;
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT a, sum(a) OVER (PARTITION BY b) FROM t GROUP BY a;
SELECT a, sum(a) OVER (PARTITION BY a) FROM t GROUP BY a;
-- error M0417 `row_number` is a window function
SELECT row_number() FROM t;
-- error M0417 `lower` is neither an aggregate nor a window function
SELECT lower(b) OVER () FROM t;
-- error M0417 `lower` is no aggregate
SELECT lower(DISTINCT b) FROM t;
-- error M0417 `lower` is no aggregate
SELECT lower(b) FILTER (WHERE true) FROM t;
SELECT count(DISTINCT a) FROM t;
-- error M0417 a window function does not take `DISTINCT`
SELECT count(DISTINCT a) OVER () FROM t;
-- error M0417 what DISTINCT returns is sorted by something that it does not return
SELECT DISTINCT a FROM t ORDER BY b;
SELECT DISTINCT a, b FROM t ORDER BY b;
SELECT DISTINCT a AS k FROM t ORDER BY k;
-- error M0417 what stands in `DISTINCT ON` comes first in ORDER BY
SELECT DISTINCT ON (a) a, b FROM t ORDER BY b;
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, b;
SELECT lower(b), count(*) FROM t GROUP BY lower(b);
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT upper(b), count(*) FROM t GROUP BY lower(b);
SELECT date_trunc('month', d) AS m, count(*) FROM t GROUP BY m;
SELECT date_trunc('month', d) AS m, count(*) FROM t GROUP BY date_trunc('month', d);
-- error M0423 `b` is neither grouped nor in an aggregate
SELECT CASE WHEN a > 1 THEN 'x' ELSE b END, count(*) FROM t GROUP BY a;
SELECT CASE WHEN a > 1 THEN 'x' ELSE b END, count(*) FROM t GROUP BY a, b;
-- missed 42803 subquery uses ungrouped column "t.id" from outer query
SELECT (SELECT max(n) FROM s WHERE s.t_id = t.id) FROM t GROUP BY a;
SELECT (SELECT max(n) FROM s WHERE s.t_id = t.a) FROM t GROUP BY a;
SELECT a, (SELECT count(*) FROM s) FROM t;
SELECT a, array_agg(b ORDER BY id) FROM t GROUP BY a;
SELECT a, b FROM t GROUP BY CUBE (a, b);
-- error M0423 `id` is neither grouped nor in an aggregate
SELECT a, id FROM t GROUP BY ROLLUP (a, b);
SELECT a, grouping(a) FROM t GROUP BY a;
-- error M0423 `grouping` tells of what is grouped, and this is not
SELECT grouping(b) FROM t GROUP BY a;
SELECT t.a FROM t GROUP BY a;
SELECT a FROM t GROUP BY t.a;
SELECT x.a FROM t x GROUP BY x.a, x.b ORDER BY x.b;
-- error M0423 an aggregate cannot stand in SET: `count`
UPDATE t SET a = count(*);
-- error M0423 an aggregate cannot stand in SET: `max`
UPDATE t SET a = max(s.n) FROM s;
UPDATE t SET a = (SELECT max(n) FROM s);
-- error M0423 an aggregate cannot stand in WHERE: `max`
UPDATE t SET a = 1 WHERE max(a) = 1;
-- error M0423 an aggregate cannot stand in WHERE: `count`
DELETE FROM t WHERE count(*) = 1;
-- error M0423 an aggregate cannot stand in RETURNING: `count`
DELETE FROM t RETURNING count(*);
-- error M0423 an aggregate cannot stand in VALUES: `count`
INSERT INTO t (id) VALUES (count(*));
INSERT INTO t (id) SELECT coalesce(max(id), 0) + 1 FROM t;
-- error M0423 `a` is neither grouped nor in an aggregate
INSERT INTO t (id, a) SELECT max(id), a FROM t;
-- error M0423 `b` is neither grouped nor in an aggregate
CREATE TABLE g1 AS SELECT a, b, max(d) FROM t GROUP BY a;
-- error M0423 `a` is neither grouped nor in an aggregate
CREATE VIEW g2 AS SELECT a, max(d) FROM t;
CREATE VIEW g3 AS SELECT a, max(d) FROM t GROUP BY a;
SELECT 1 FROM t ORDER BY count(*);
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT a FROM t ORDER BY count(*);
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT count(*) FROM t ORDER BY a;
-- error M0423 `a` is neither grouped nor in an aggregate
WITH w AS (SELECT a, count(*) FROM t) SELECT * FROM w;
SELECT * FROM (SELECT a, count(*) AS c FROM t GROUP BY a) q WHERE c > 1;
-- error M0423 `a` is neither grouped nor in an aggregate
SELECT * FROM (SELECT a, count(*) AS c FROM t) q;
-- error M0423 a function that returns rows cannot stand in WHERE: `generate_series`
SELECT generate_series(1, a) FROM t WHERE generate_series(1, 2) > 1;
-- error M0423 an aggregate cannot stand in LIMIT: `count`
SELECT a FROM t LIMIT count(*);
SELECT a FROM t FETCH FIRST 1 ROW ONLY;
-- error M0417 `FOR UPDATE` locks rows of tables, and with GROUP BY there are none
SELECT a FROM t GROUP BY a FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and with DISTINCT there are none
SELECT DISTINCT a FROM t FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and UNION has none
SELECT a FROM t UNION SELECT a FROM t FOR UPDATE;
-- error M0417 `FOR UPDATE` locks rows of tables, and with an aggregate there are none
SELECT count(*) FROM t FOR UPDATE;
