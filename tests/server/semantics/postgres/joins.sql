-- case joins
CREATE TABLE a (id int PRIMARY KEY, x int, n text);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a, y int, n text);
CREATE TABLE c (cid int, b_id int, z int);
SELECT id, x, y FROM a JOIN b USING (id);
SELECT j.id FROM a JOIN b USING (id) AS j;
-- error M0403 unknown column `x` of `j`
SELECT j.x FROM a JOIN b USING (id) AS j;
SELECT a.x, b.y, j.id FROM a JOIN b USING (id) AS j;
SELECT a.id, b.id FROM a JOIN b USING (id);
-- error M0403 unknown column `idx` of table `a`
SELECT x FROM a JOIN b USING (idx);
-- error M0403 unknown column `a_id` of table `a`
SELECT x FROM a JOIN b USING (a_id);
-- error M0403 unknown column `x` of table `b`
SELECT x FROM a JOIN b USING (x);
SELECT n FROM a NATURAL JOIN b;
SELECT id FROM a NATURAL JOIN b;
-- error M0422 `id` may be `a.id` or `b.id`
SELECT id FROM a JOIN b ON a.id = b.a_id;
-- error M0422 `n` may be `a.n` or `b.n`
SELECT n FROM a JOIN b ON a.id = b.a_id;
SELECT x, y FROM a JOIN b ON a.id = b.a_id;
-- error M0422 `id` may be `a.id` or `b.id`
SELECT x FROM a JOIN b ON id = a_id;
-- error M0422 `n` may be `a.n` or `b.n`
SELECT n FROM a JOIN b USING (id);
SELECT n FROM a JOIN b USING (id, n);
-- error M0422 `id` may be `a.id` or `b.id`
SELECT id FROM a, b;
SELECT a.id FROM a, b WHERE a_id = a.id;
-- error M0422 `id` may be `a.id` or `b.id`
SELECT a.id FROM a, b WHERE id = 1;
-- error M0403 unknown column `idd` of table `b`
SELECT * FROM a JOIN b ON b.a_id = a.id JOIN c ON c.b_id = b.idd;
-- error M0403 unknown column `bid` of table `c`
SELECT * FROM a JOIN b ON b.a_id = a.id JOIN c ON c.bid = b.id;
-- missed 42P01 missing FROM-clause entry for table "c"
SELECT * FROM a JOIN b ON c.b_id = b.id JOIN c ON c.b_id = b.id;
SELECT * FROM (a JOIN b ON b.a_id = a.id) JOIN c ON c.b_id = b.id;
SELECT jj.id FROM (a JOIN c ON c.z = a.x) AS jj;
SELECT jj.k FROM (a JOIN c ON c.z = a.x) AS jj (k);
-- error M0403 unknown column `q` of `jj`
SELECT jj.q FROM (a JOIN c ON c.z = a.x) AS jj (k);
-- error M0401 nothing in this statement is called `a`
SELECT a.id FROM (a JOIN c ON c.z = a.x) AS jj (k);
-- error M0401 nothing in this statement is called `a`
SELECT a.id FROM a a1;
-- error M0403 unknown column `idd` of table `a`
SELECT a1.idd FROM a a1;
-- error M0402 `a` stands twice in this FROM
SELECT * FROM a, a;
-- error M0402 `a` stands twice in this FROM
SELECT * FROM a JOIN b a ON true;
-- error M0402 `x` stands twice in this FROM
SELECT * FROM a x JOIN b x ON true;
-- error M0401 nothing in this statement is called `x`
SELECT x.* FROM a;
-- error M0401 nothing in this statement is called `b`
SELECT b.* FROM a;
SELECT a.* FROM a;
SELECT a FROM a;
SELECT (a).x FROM a;
-- error M0403 unknown column `nope` of table `a`
SELECT (a).nope FROM a;
SELECT (q).x FROM a q;
-- error M0403 unknown column `y` of table `a`
SELECT (q).y FROM a q;
-- missed 42809 column notation .y applied to type integer, which is not a composite type
SELECT (q.x).y FROM a q;
-- error M0401 nothing in this statement is called `x`
SELECT a.x.y FROM a;
SELECT public.a.x FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT public.a.xx FROM a;
-- error M0401 nothing in this statement is called `b`
SELECT public.b.y FROM a;
-- error M0403 unknown column `idd` of table `a`
SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a_id = a.idd);
SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b WHERE a_id = x);
-- error M0403 unknown column `a_idd`
SELECT * FROM a WHERE id IN (SELECT a_idd FROM b);
SELECT * FROM a WHERE id IN (SELECT x FROM b);
-- error M0403 unknown column `x` of table `b`
SELECT * FROM a WHERE id = ANY (SELECT b.x FROM b);
SELECT (SELECT max(y) FROM b WHERE b.a_id = a.id) AS m FROM a ORDER BY m;
-- error M0403 unknown column `yy`
SELECT (SELECT max(yy) FROM b WHERE b.a_id = a.id) AS m FROM a;
-- error M0403 unknown column `k` of table `a`
SELECT x AS k FROM a WHERE k > 1;
-- error M0403 unknown column `k` of table `a`
SELECT x AS k FROM a GROUP BY k HAVING k > 1;
SELECT x AS k FROM a ORDER BY k;
-- error M0403 unknown column `k` of table `a`
SELECT x AS k FROM a ORDER BY k + 1;
SELECT x AS k FROM a GROUP BY k;
-- error M0403 unknown column `k` of table `a`
SELECT x AS k, k + 1 FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT count(*) FILTER (WHERE xx > 1) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT array_agg(x ORDER BY nn) FROM a;
SELECT string_agg(n, ',' ORDER BY n) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT row_number() OVER (PARTITION BY xx) FROM a;
SELECT row_number() OVER w FROM a WINDOW w AS (ORDER BY x);
-- error M0412 unknown window `w2`
SELECT row_number() OVER w2 FROM a WINDOW w AS (ORDER BY x);
-- error M0403 unknown column `xx` of table `a`
SELECT row_number() OVER w FROM a WINDOW w AS (ORDER BY xx);
-- error M0403 unknown column `xx` of table `a`
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY xx) FROM a;
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY x) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT ARRAY[xx] FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT ARRAY(SELECT xx FROM a);
-- error M0403 unknown column `xx` of table `a`
SELECT ROW(x, xx) FROM a;
SELECT x[1] FROM (SELECT ARRAY[1] AS x) s;
-- error M0403 unknown column `xx` of table `a`
SELECT CASE WHEN xx > 1 THEN 1 END FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT x FROM a WHERE n LIKE nn;
-- error M0403 unknown column `nn` of table `a`
SELECT x FROM a WHERE n SIMILAR TO nn;
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a WHERE x BETWEEN 1 AND xx;
-- error M0403 unknown column `nn` of table `a`
SELECT x FROM a WHERE n IS DISTINCT FROM nn;
-- error M0403 unknown column `nn` of table `a`
SELECT x FROM a WHERE (x, n) = (1, nn);
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a WHERE xx IS NULL;
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a WHERE NOT xx;
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a LIMIT xx;
SELECT x FROM a FOR UPDATE OF a;
-- error M0401 nothing in this query is called `b`
SELECT x FROM a FOR UPDATE OF b;
-- error M0401 nothing in this query is called `a`
SELECT x FROM a a1 FOR UPDATE OF a;
-- error M0403 unknown column `xx` of table `a`
SELECT DISTINCT ON (xx) x FROM a;
SELECT x FROM a GROUP BY ROLLUP (x);
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a GROUP BY ROLLUP (xx);
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a GROUP BY CUBE (x, xx);
-- error M0403 unknown column `xx` of table `a`
SELECT x FROM a GROUP BY GROUPING SETS ((x), (xx));
-- error M0403 unknown column `yy` of table `b`
SELECT x FROM a UNION SELECT yy FROM b;
SELECT x FROM a UNION SELECT y FROM b ORDER BY x;
-- error M0403 unknown column `y`
SELECT x FROM a UNION SELECT y FROM b ORDER BY y;
-- error M0417 what UNION returns is sorted by the names of its columns, and this is a column of one of the queries
SELECT x FROM a UNION SELECT y FROM b ORDER BY a.x;
-- error M0417 what UNION returns is sorted by the names of its columns, and this is an expression
SELECT x FROM a UNION SELECT y FROM b ORDER BY x + 1;
-- error M0418 ORDER BY 2: the query returns 1
SELECT x FROM a ORDER BY 2;
-- error M0418 GROUP BY 2: the query returns 1
SELECT x FROM a GROUP BY 2;
-- error M0403 unknown column `y` of table `a`
SELECT x FROM a ORDER BY y;
-- error M0403 unknown column `xx` of table `a`
SELECT cast(xx AS text) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT xx::text FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT extract(day FROM xx) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT coalesce(x, xx) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT nullif(x, xx) FROM a;
-- error M0403 unknown column `xx` of table `a`
SELECT greatest(x, xx) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT position('a' IN nn) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT overlay(nn PLACING 'x' FROM 1) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT trim(BOTH 'x' FROM nn) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT substring(nn FROM 1 FOR 2) FROM a;
-- error M0403 unknown column `nn` of table `a`
SELECT x AT TIME ZONE nn FROM a;
SELECT n COLLATE "C" FROM a;
-- missed 42704 collation "nope" for encoding "UTF8" does not exist
SELECT n COLLATE "nope" FROM a;
TABLE a;
-- error M0401 unknown table `aa`
TABLE aa;
SELECT x FROM ONLY a;
-- error M0403 unknown column `xx` of table `a`
SELECT xx FROM ONLY a;
SELECT x FROM a TABLESAMPLE bernoulli (10);
-- missed 42703 column "xx" does not exist
SELECT xx FROM a TABLESAMPLE bernoulli (10);
-- missed 42704 tablesample method nope does not exist
SELECT x FROM a TABLESAMPLE nope (10);
SELECT x FROM a *;
