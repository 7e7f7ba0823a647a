CREATE TABLE u (id INTEGER PRIMARY KEY, name TEXT, age INT);
CREATE TABLE o (id INTEGER PRIMARY KEY, u_id INT, total REAL);
CREATE VIRTUAL TABLE ft USING fts5 (a, b);
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT u.nosuch FROM u;
-- error M0401 nothing in this statement is called `x`
SELECT x.id FROM u;
-- error M0425 `id` may be that of `u` or that of `o`
SELECT id FROM u, o;
-- error M0425 `id` may be that of `u` or that of `o`
SELECT u.id FROM u, o WHERE id = 1;
-- error M0425 `id` may be that of `u` or that of `o`
SELECT * FROM u JOIN o ON u.id = o.u_id WHERE id > 2;
SELECT * FROM u JOIN o USING (id);
SELECT id FROM u JOIN o USING (id);
-- error M0403 `USING (name)`: only one of the two sides has a column `name`
SELECT * FROM u JOIN o USING (name);
SELECT * FROM u NATURAL JOIN o;
SELECT id FROM u NATURAL JOIN o;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM u NATURAL JOIN o ON u.id = o.id;
-- missed
SELECT * FROM u u1, u u1;
-- missed
SELECT u1.id FROM u u1, u u1;
SELECT u1.id FROM u u1, u u2;
-- error M0401 nothing in this statement is called `u`
SELECT u.id FROM u AS z;
-- error M0425 `count` over all rows stands where single rows are looked at
SELECT count(*) FROM u WHERE count(*) > 1;
-- error M0425 `count` inside of another function over all rows
SELECT sum(count(*)) FROM u;
-- error M0425 `sum` inside of another function over all rows
SELECT sum(sum(age)) FROM u GROUP BY name;
-- error M0425 `count` over all rows stands in GROUP BY
SELECT name FROM u GROUP BY count(*);
SELECT name, count(*) AS c FROM u GROUP BY name HAVING c > 1;
-- missed
SELECT name FROM u HAVING age > 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT name FROM u GROUP BY name HAVING nosuch > 1;
-- error M0403 GROUP BY 2, and there is 1 column to choose from
SELECT name FROM u GROUP BY 2;
-- error M0403 ORDER BY 2, and there is 1 column to choose from
SELECT name FROM u ORDER BY 2;
-- error M0403 ORDER BY 0, and there is 1 column to choose from
SELECT name FROM u ORDER BY 0;
-- error M0403 unknown column `nosuch` of table `u`
SELECT name FROM u ORDER BY nosuch;
SELECT name AS x FROM u ORDER BY x;
SELECT name AS x FROM u WHERE x = 'a';
SELECT name AS x FROM u GROUP BY x;
-- error M0418 UNION of 1 and 2 columns
SELECT id FROM u UNION SELECT id, name FROM u;
-- error M0403 unknown column `total` behind ORDER BY of what several queries return
SELECT id FROM u UNION SELECT id FROM o ORDER BY total;
SELECT id FROM u UNION SELECT id FROM o ORDER BY id;
SELECT id FROM u UNION SELECT u_id AS k FROM o ORDER BY k;
-- error M0301 syntax error: unexpected `UNION`
SELECT id FROM u ORDER BY id UNION SELECT id FROM o;
-- error M0301 syntax error: unexpected `UNION`
SELECT id FROM u LIMIT 1 UNION SELECT id FROM o;
-- error M0403 unknown column `nosuch` behind LIMIT
SELECT id FROM u LIMIT nosuch;
-- error M0403 unknown column `id` behind LIMIT
SELECT id FROM u LIMIT id;
-- error M0403 unknown column `name` behind LIMIT
SELECT id FROM u LIMIT 1 OFFSET name;
-- error M0418 rows of 2 and 1 values
VALUES (1, 2), (3);
-- missed
VALUES (1, 2), (3, 4) ORDER BY 1;
SELECT * FROM (VALUES (1, 2)) WHERE column1 = 1;
-- error M0403 unknown column `column3`
SELECT column3 FROM (VALUES (1, 2));
-- error M0418 a query that stands for one value returns 2 columns
SELECT (SELECT id, name FROM u);
-- error M0418 a row of 2 stands for one value
SELECT (1, 2);
SELECT (1, 2) = (3, 4);
-- error M0418 2 columns are compared with 3 columns
SELECT (1, 2) = (3, 4, 5);
SELECT (1, 2) IN (SELECT id, name FROM u);
-- error M0418 2 columns are compared with 1 column
SELECT (1, 2) IN (SELECT id FROM u);
-- error M0418 1 column is compared with 2 columns
SELECT 1 IN (SELECT id, name FROM u);
SELECT (1, 2) IN ((1, 2), (3, 4));
SELECT (1, 2) BETWEEN (1, 1) AND (3, 3);
SELECT CASE (1, 2) WHEN (1, 2) THEN 1 END;
SELECT id FROM u WHERE (id, name) > (1, 'a');
-- missed
SELECT nosuch(1);
-- error M0418 `abs` takes 1 argument, and 2 are written
SELECT abs(1, 2);
-- error M0418 `abs` takes 1 argument, and 0 are written
SELECT abs();
-- error M0418 `substr` takes 2 to 3 arguments, and 1 is written
SELECT substr('a');
-- error M0418 `coalesce` takes at least 2 arguments, and 1 is written
SELECT coalesce(1);
SELECT coalesce(1, 2, 3);
-- error M0418 `count` takes 0 to 1 argument, and 2 are written
SELECT count(1, 2) FROM u;
-- error M0418 `count` takes 0 to 1 argument, and 2 are written
SELECT count(DISTINCT id, name) FROM u;
SELECT count(DISTINCT id) FROM u;
-- error M0418 `group_concat(DISTINCT …)` takes 1 argument, and 2 are written
SELECT group_concat(DISTINCT name, ',') FROM u;
SELECT group_concat(name, ',') FROM u;
-- error M0418 `replace` takes 3 arguments, and 2 are written
SELECT replace('a', 'b');
-- error M0418 `round` takes 1 to 2 arguments, and 3 are written
SELECT round(1.5, 2, 3);
SELECT min(1, 2), max('a', 'b'), iif(1, 2, 3), ifnull(1, 2), nullif(1, 2);
-- error M0418 `ifnull` takes 2 arguments, and 1 is written
SELECT ifnull(1);
-- error M0418 `nullif` takes 2 arguments, and 1 is written
SELECT nullif(1);
-- error M0418 `upper` takes 1 argument, and 2 are written
SELECT upper('a', 'b');
-- missed
SELECT trim('a', 'b', 'c');
SELECT strftime();
SELECT date('now', '+1 day'), time(), datetime('now', 'localtime'), julianday('now'), unixepoch();
SELECT json('{}'), json_extract('{}', '$.a'), json_object('a', 1), json_array(1, 2), json_group_array(id) FROM u;
SELECT json_extract();
-- error M0418 `json_valid` takes 1 to 2 arguments, and 0 are written
SELECT json_valid();
SELECT row_number() OVER (ORDER BY id) FROM u;
-- error M0425 `row_number` is a window function and has no `OVER`
SELECT row_number() FROM u;
-- error M0425 `rank` is a window function and has no `OVER`
SELECT rank() FROM u;
SELECT lag(name, 1, 'x') OVER w FROM u WINDOW w AS (ORDER BY id);
-- error M0412 unknown window `nosuch`
SELECT lag(name) OVER nosuch FROM u;
-- error M0412 unknown window `w`
SELECT lag(name) OVER w FROM u WINDOW x AS (ORDER BY id);
-- error M0425 `abs` is no window function
SELECT abs(1) OVER () FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT sum(age) OVER (PARTITION BY nosuch) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT sum(age) FILTER (WHERE nosuch) FROM u;
-- error M0425 `FILTER` behind `abs`, which makes no one value of many rows
SELECT abs(1) FILTER (WHERE 1) FROM u;
-- error M0425 the window function `row_number` stands outside of what is returned and of ORDER BY
SELECT id FROM u WHERE row_number() OVER () = 1;
-- error M0425 `sum(DISTINCT …)` cannot have `OVER`
SELECT sum(DISTINCT age) OVER () FROM u;
SELECT ntile(4) OVER (ORDER BY id ROWS 1 PRECEDING) FROM u;
SELECT sum(age) OVER (w ROWS 1 PRECEDING) FROM u WINDOW w AS (ORDER BY id);
-- error M0425 a window that is made of another has a PARTITION BY
SELECT sum(age) OVER (w PARTITION BY name) FROM u WINDOW w AS (ORDER BY id);
-- error M0425 `RAISE` stands outside of a trigger
SELECT RAISE(ABORT, 'x');
-- error M0425 `RAISE` stands outside of a trigger
SELECT RAISE(IGNORE);
SELECT name COLLATE nosuch FROM u;
-- missed
SELECT name FROM u ORDER BY name COLLATE nosuch;
SELECT CAST(name AS nosuch) FROM u;
SELECT "nosuch" FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT `nosuch` FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT [nosuch] FROM u;
SELECT 'a' 'b' FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT u."nosuch" FROM u;
-- error M0401 unknown table `nosuch`
SELECT * FROM nosuch;
-- error M0401 unknown table `main.nosuch`
SELECT * FROM main.nosuch;
-- error M0412 unknown database `nosuch`
SELECT * FROM nosuch.u;
SELECT main.u.id FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT main.u.nosuch FROM u;
-- missed
SELECT temp.u.id FROM u;
-- error M0401 nothing in this statement is called `nosuch`
SELECT nosuch.* FROM u;
SELECT u.*, o.* FROM u, o;
-- error M0403 `*` and no FROM
SELECT *;
-- error M0407 unknown index `nosuch` of table `u`
SELECT * FROM u INDEXED BY nosuch;
SELECT * FROM u NOT INDEXED;
-- error M0403 unknown column `id`
SELECT * FROM (SELECT id AS x FROM u) WHERE id = 1;
SELECT * FROM (SELECT id AS x FROM u) AS s WHERE s.x = 1;
-- error M0403 unknown column `y` of `s`
SELECT * FROM (SELECT id AS x FROM u) AS s WHERE s.y = 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u WHERE EXISTS (SELECT 1 FROM o WHERE o.u_id = u.nosuch);
SELECT id FROM u z WHERE EXISTS (SELECT 1 FROM o WHERE o.u_id = z.id);
SELECT (SELECT total FROM o WHERE o.u_id = u.id) FROM u;
-- error M0403 unknown column `nosuch`
SELECT (SELECT nosuch FROM o WHERE o.u_id = u.id) FROM u;
-- error M0403 unknown column `x`
WITH c AS (SELECT 1) SELECT x FROM c;
WITH c (x) AS (SELECT 1) SELECT x FROM c;
-- error M0418 `c` names 2 columns, and its query returns 1
WITH c (x, y) AS (SELECT 1) SELECT x FROM c;
-- error M0418 `c` names 1 columns, and its query returns 2
WITH c (x) AS (SELECT 1, 2) SELECT x FROM c;
-- error M0402 two queries behind WITH are called `c`
WITH c AS (SELECT 1 AS x), c AS (SELECT 2 AS y) SELECT * FROM c;
WITH c AS (SELECT * FROM d), d AS (SELECT 1 AS x) SELECT x FROM c;
-- missed
WITH c AS (SELECT * FROM c) SELECT * FROM c;
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c;
-- error M0403 unknown column `m`
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM c WHERE n < 5) SELECT n FROM c;
-- error M0403 unknown column `m`
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT m FROM c;
-- missed
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT count(*) FROM c) SELECT n FROM c;
SELECT key, value, type, atom, id, parent, fullkey, path FROM json_each('[1]');
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM json_each('[1]');
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM json_tree('[1]');
SELECT u.id, j.value FROM u, json_each(u.name) j WHERE j.key > 0;
-- error M0403 unknown column `nosuch` of `j`
SELECT u.id, j.nosuch FROM u, json_each(u.name) j;
-- error M0403 unknown column `nosuch` of table `u`
SELECT u.id FROM u, json_each(u.nosuch) j;
-- missed
SELECT value FROM generate_series(1, 5);
SELECT name, type, "notnull", dflt_value, pk, cid FROM pragma_table_info('u');
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM pragma_table_info('u');
-- missed
SELECT name FROM pragma_nosuch('u');
SELECT seq, name, "unique", origin, partial FROM pragma_index_list('u');
SELECT * FROM pragma_foreign_key_list('o');
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM pragma_foreign_key_list('o');
SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master;
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM sqlite_master;
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM sqlite_schema;
SELECT rowid, rank, a FROM ft WHERE ft MATCH 'x' ORDER BY rank;
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM ft;
SELECT snippet(ft, 0, '', '', '', 5), bm25(ft), highlight(ft, 0, 'a', 'b') FROM ft WHERE ft MATCH 'x';
-- missed
SELECT bm25(u) FROM u;
SELECT name MATCH 'x' FROM u;
-- missed
SELECT name REGEXP 'x' FROM u;
SELECT name FROM u WHERE name LIKE 'a' ESCAPE 'bb';
SELECT name ->> '$.a', name -> 'b' FROM u;
SELECT id, * FROM u;
SELECT DISTINCT name FROM u ORDER BY age;
-- error M0403 unknown column `nosuch`
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id AND nosuch = 1;
-- error M0401 nothing in this statement is called `x`
SELECT u.id FROM u LEFT JOIN o ON o.u_id = x.id;
SELECT u.id FROM u RIGHT JOIN o ON o.u_id = u.id FULL OUTER JOIN u z ON z.id = o.id;
-- missed
SELECT u.id FROM u LEFT JOIN o ON o.u_id = z.id JOIN u z ON z.id = o.id;
SELECT u.id FROM (u JOIN o ON u.id = o.u_id) WHERE o.total > 1;
SELECT s.id FROM (u JOIN o ON u.id = o.u_id) s;
SELECT (SELECT max(id) FROM o WHERE u_id = u.id) m FROM u ORDER BY m;
-- error M0403 unknown column `nosuch`
SELECT 1 WHERE nosuch;
SELECT 1 FROM u WHERE true AND false OR NOT NULL IS NOT 1 IS DISTINCT FROM 2;
SELECT current_timestamp, current_date, current_time FROM u;
SELECT rowid AS r, oid FROM u WHERE _rowid_ = 1;
SELECT total(age), avg(age), typeof(age), printf('%d', age), format('%d', age), hex(name), instr(name, 'a'), unicode('a'), char(1), likely(1), zeroblob(1), quote(name), randomblob(1), sqlite_version(), changes(), last_insert_rowid(), total_changes(), sign(1), ltrim(name), rtrim(name), soundex('x') FROM u;
-- missed
SELECT ceil(1.2), floor(1.2), pow(2, 3), sqrt(4), ln(1), log(1), sin(0), pi(), mod(5, 3), trunc(1.2);
SELECT concat('a', 'b'), concat_ws(',', 'a'), string_agg(name, ',') FROM u;
SELECT octet_length('a'), timediff('now', 'now'), jsonb('{}'), json_pretty('{}'), json_error_position('{}');
-- error M0403 unknown column `nosuch` of table `u`
EXPLAIN SELECT nosuch FROM u;
EXPLAIN QUERY PLAN SELECT id FROM u;
PRAGMA table_info(nosuch);
PRAGMA foreign_keys = ON;
PRAGMA main.user_version = 5;
-- missed
PRAGMA nosuch.user_version = 5;
ATTACH ':memory:' AS aux1;
SELECT * FROM aux1.sqlite_master;
CREATE TABLE aux1.z (a INT);
SELECT a FROM aux1.z;
-- error M0403 unknown column `b` of table `z`
SELECT b FROM aux1.z;
SELECT a FROM z;
DETACH aux1;
-- missed
SELECT a FROM aux1.z;
CREATE TEMP TABLE tt (a INT);
-- error M0403 unknown column `b` of table `tt`
SELECT b FROM tt;
SELECT a FROM temp.tt;
-- missed
SELECT a FROM main.tt;
