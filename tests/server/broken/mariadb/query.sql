CREATE TABLE u (id INT PRIMARY KEY, name VARCHAR(20), age INT, txt TEXT, FULLTEXT ft (txt));
CREATE TABLE o (id INT PRIMARY KEY, u_id INT, total DOUBLE);
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
SELECT id FROM u NATURAL JOIN o;
-- error M0402 two sources of this query are called `u1`
SELECT * FROM u u1, u u1;
-- error M0402 two sources of this query are called `u`
SELECT * FROM u, u;
SELECT u1.id FROM u u1, u u2;
-- error M0401 nothing in this statement is called `u`
SELECT u.id FROM u AS z;
-- error M0425 `count` over all rows stands where single rows are looked at
SELECT count(*) FROM u WHERE count(*) > 1;
-- error M0425 `count` inside of another function over all rows
SELECT sum(count(*)) FROM u;
-- error M0425 `count` over all rows stands in GROUP BY
SELECT name FROM u GROUP BY count(*);
SELECT name, count(*) AS c FROM u GROUP BY name HAVING c > 1;
-- error M0403 `age` is neither returned nor grouped, and HAVING sees nothing else
SELECT name FROM u HAVING age > 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT name FROM u GROUP BY name HAVING nosuch > 1;
-- error M0403 `age` is neither returned nor grouped, and HAVING sees nothing else
SELECT name FROM u GROUP BY name HAVING age > 1;
SELECT name, age FROM u GROUP BY name;
-- error M0403 GROUP BY 2, and there is 1 column to choose from
SELECT name FROM u GROUP BY 2;
-- error M0403 ORDER BY 2, and there is 1 column to choose from
SELECT name FROM u ORDER BY 2;
-- error M0403 ORDER BY 0, and there is 1 column to choose from
SELECT name FROM u ORDER BY 0;
-- error M0403 unknown column `nosuch` of table `u`
SELECT name FROM u ORDER BY nosuch;
SELECT name AS x FROM u ORDER BY x;
-- error M0403 unknown column `x` of table `u`
SELECT name AS x FROM u WHERE x = 'a';
SELECT name AS x FROM u GROUP BY x HAVING x > 'a';
-- error M0403 unknown column `x` of table `u`
SELECT name AS x, x + 1 FROM u;
-- error M0418 UNION of 1 and 2 columns
SELECT id FROM u UNION SELECT id, name FROM u;
-- error M0403 unknown column `total` behind ORDER BY of what several queries return
SELECT id FROM u UNION SELECT id FROM o ORDER BY total;
SELECT id FROM u UNION SELECT id FROM o ORDER BY id;
-- error M0403 unknown column `k` behind ORDER BY of what several queries return
SELECT id FROM u UNION SELECT u_id AS k FROM o ORDER BY k;
-- error M0301 syntax error: unexpected `UNION`
SELECT id FROM u ORDER BY id UNION SELECT id FROM o;
-- error M0403 unknown column `nosuch` of table `u`
(SELECT id FROM u ORDER BY nosuch) UNION SELECT id FROM o;
-- error M0301 syntax error: unexpected `nosuch`
SELECT id FROM u LIMIT nosuch;
SELECT id FROM u LIMIT 1, 2;
-- error M0418 rows of 2 and 1 values
VALUES (1, 2), (3);
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
-- error M0418 1 column is compared with 2 columns
SELECT 1 IN (1, (2, 3));
-- missed
SELECT nosuch(1);
-- error M0418 `abs` takes 1 argument, and 2 are written
SELECT abs(1, 2);
-- error M0418 `abs` takes 1 argument, and 0 are written
SELECT abs();
-- error M0301 syntax error: unexpected `)`
SELECT substr('a');
-- error M0301 syntax error: unexpected `)`
SELECT coalesce();
-- error M0418 `concat` takes at least 1 argument, and 0 are written
SELECT concat();
-- error M0301 syntax error: unexpected `,`
SELECT count(1, 2) FROM u;
SELECT count(DISTINCT id, name) FROM u;
SELECT group_concat(DISTINCT name ORDER BY id SEPARATOR ',') FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT group_concat(nosuch ORDER BY id) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT group_concat(name ORDER BY nosuch) FROM u;
-- error M0301 syntax error: unexpected `)`
SELECT replace('a', 'b');
-- error M0418 `round` takes 1 to 2 arguments, and 3 are written
SELECT round(1.5, 2, 3);
-- error M0301 syntax error: unexpected `)`
SELECT if(1, 2);
-- error M0418 `ifnull` takes 2 arguments, and 1 is written
SELECT ifnull(1);
-- error M0418 `nullif` takes 2 arguments, and 1 is written
SELECT nullif(1);
-- error M0418 `upper` takes 1 argument, and 2 are written
SELECT upper('a', 'b');
-- missed
SELECT now(7);
SELECT now(6), curdate(), utc_timestamp(), unix_timestamp(), from_unixtime(1), date_add(now(), INTERVAL 1 DAY), datediff(now(), now());
-- error M0418 `date_format` takes 2 to 3 arguments, and 1 is written
SELECT date_format(now());
-- error M0418 `json_extract` takes at least 2 arguments, and 1 is written
SELECT json_extract('{}');
SELECT json_extract('{}', '$.a'), json_object('a', 1), json_array(1), json_arrayagg(id), json_unquote('a'), json_valid('x') FROM u;
SELECT row_number() OVER (ORDER BY id) FROM u;
-- error M0301 syntax error: unexpected `FROM`
SELECT row_number() FROM u;
-- error M0425 `rank` needs an ORDER BY in its window
SELECT rank() OVER () FROM u;
SELECT lag(name, 1) OVER w FROM u WINDOW w AS (ORDER BY id);
-- error M0412 unknown window `nosuch`
SELECT lag(name) OVER nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT sum(age) OVER (PARTITION BY nosuch) FROM u;
-- error M0425 the window function `row_number` stands outside of what is returned and of ORDER BY
SELECT id FROM u WHERE row_number() OVER () = 1;
-- error M0425 `sum(DISTINCT …)` cannot have `OVER`
SELECT sum(DISTINCT age) OVER () FROM u;
-- error M0425 `abs` is no window function
SELECT abs(1) OVER () FROM u;
-- missed
SELECT sum(age) OVER (w PARTITION BY name) FROM u WINDOW w AS (ORDER BY id);
-- missed
SELECT sum(age) OVER (w ORDER BY id) FROM u WINDOW w AS (PARTITION BY name), w AS (ORDER BY id);
-- error M0412 unknown collation `nosuch`
SELECT name COLLATE nosuch FROM u;
-- missed
SELECT name COLLATE latin1_bin FROM u;
SELECT 'a' COLLATE utf8mb4_bin FROM u;
-- error M0412 unknown character set `nosuch`
SELECT convert(name USING nosuch) FROM u;
SELECT convert(name USING utf8mb4), cast(name AS CHAR(5) CHARACTER SET latin1), _latin1'x', _utf8mb4'x' COLLATE utf8mb4_bin FROM u;
-- missed
SELECT _nosuch'x';
-- error M0301 syntax error: unexpected `nosuch`
SELECT cast(name AS nosuch) FROM u;
-- missed
SELECT cast(name AS SIGNED), cast(age AS DECIMAL(10, 2)), cast(age AS DECIMAL(70, 2)) FROM u;
-- error M0401 unknown table `nosuch`
SELECT * FROM nosuch;
-- missed
SELECT * FROM nosuch.u;
-- error M0401 nothing in this statement is called `nosuch`
SELECT nosuch.* FROM u;
-- error M0403 `*` and no FROM
SELECT *;
SELECT u.*, o.* FROM u, o;
-- error M0301 syntax error: unexpected `*`
SELECT id, * FROM u;
-- error M0407 unknown index `nosuch` of table `u`
SELECT * FROM u USE INDEX (nosuch);
SELECT * FROM u FORCE INDEX (ft);
SELECT * FROM u IGNORE INDEX (`PRIMARY`);
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM (SELECT id AS x FROM u);
-- error M0403 unknown column `id`
SELECT * FROM (SELECT id AS x FROM u) s WHERE id = 1;
SELECT * FROM (SELECT id AS x FROM u) s WHERE s.x = 1;
-- error M0403 unknown column `y` of `s`
SELECT * FROM (SELECT id AS x FROM u) s WHERE s.y = 1;
-- missed
SELECT * FROM (SELECT id, id FROM u) s;
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u WHERE EXISTS (SELECT 1 FROM o WHERE o.u_id = u.nosuch);
SELECT id FROM u z WHERE EXISTS (SELECT 1 FROM o WHERE o.u_id = z.id);
-- error M0403 unknown column `nosuch`
SELECT (SELECT nosuch FROM o WHERE o.u_id = u.id) FROM u;
-- error M0403 unknown column `x`
WITH c AS (SELECT 1) SELECT x FROM c;
WITH c (x) AS (SELECT 1) SELECT x FROM c;
-- error M0418 `c` names 2 columns, and its query returns 1
WITH c (x, y) AS (SELECT 1) SELECT x FROM c;
-- error M0402 two queries behind WITH are called `c`
WITH c AS (SELECT 1 AS x), c AS (SELECT 2 AS y) SELECT * FROM c;
-- missed
WITH c AS (SELECT * FROM c) SELECT * FROM c;
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n FROM c;
-- error M0403 unknown column `m`
WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM c WHERE n < 5) SELECT n FROM c;
-- missed
WITH RECURSIVE c (n) AS (SELECT n + 1 FROM c) SELECT n FROM c;
SELECT j.a FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$.a', nr FOR ORDINALITY, NESTED PATH '$.b[*]' COLUMNS (b INT PATH '$'))) j;
-- error M0403 unknown column `nosuch` of `j`
SELECT j.nosuch FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$.a')) j;
-- error M0403 unknown column `nosuch`
SELECT j.a FROM JSON_TABLE(nosuch, '$[*]' COLUMNS (a INT PATH '$.a')) j;
SELECT j.b FROM u, JSON_TABLE(u.txt, '$[*]' COLUMNS (b INT EXISTS PATH '$.a')) j WHERE j.b = u.id;
-- error M0403 unknown column `nosuch` of table `u`
SELECT j.b FROM u, JSON_TABLE(u.nosuch, '$[*]' COLUMNS (b INT PATH '$.a')) j;
SELECT table_name, table_rows FROM information_schema.tables;
-- error M0403 unknown column `nosuch`
SELECT nosuch FROM information_schema.tables;
-- missed
SELECT * FROM information_schema.nosuch;
-- error M0403 unknown column `nosuch` of `t`
SELECT t.nosuch FROM information_schema.columns t;
-- missed
SELECT user FROM mysql.nosuch;
SELECT match(txt) AGAINST ('x' IN BOOLEAN MODE) FROM u;
-- missed
SELECT match(name) AGAINST ('x') FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT match(nosuch) AGAINST ('x') FROM u;
SELECT DISTINCT name FROM u ORDER BY age;
-- error M0403 unknown column `nosuch`
SELECT u.id FROM u LEFT JOIN o ON o.u_id = u.id AND nosuch = 1;
-- error M0401 nothing in this statement is called `x`
SELECT u.id FROM u LEFT JOIN o ON o.u_id = x.id;
-- missed
SELECT u.id FROM u LEFT JOIN o ON o.u_id = z.id JOIN u z ON z.id = o.id;
SELECT u.id FROM (u JOIN o ON u.id = o.u_id) WHERE o.total > 1;
-- error M0403 unknown column `nosuch` of table `o`
SELECT u.id FROM u STRAIGHT_JOIN o ON u.id = o.nosuch;
SELECT u.id FROM u CROSS JOIN o ON u.id = o.u_id;
-- error M0301 syntax error: unexpected `OUTER`
SELECT u.id FROM u FULL OUTER JOIN o ON u.id = o.u_id;
-- error M0403 unknown column `nosuch`
SELECT 1 WHERE nosuch;
-- missed
SELECT 1 FROM dual WHERE nosuch;
-- missed
SELECT nosuch FROM dual;
SELECT "nosuch" FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT `nosuch` FROM u;
SELECT current_timestamp, current_user, localtime FROM u;
SELECT INTERVAL 1 DAY + now();
-- error M0403 unknown column `nosuch` of table `u`
SELECT now() + INTERVAL nosuch DAY FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT extract(YEAR FROM nosuch) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT timestampdiff(DAY, nosuch, now()) FROM u;
-- error M0301 syntax error: unexpected `NOSUCH`
SELECT timestampdiff(NOSUCH, now(), now()) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT substring(nosuch FROM 1 FOR 2) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT trim(BOTH 'x' FROM nosuch) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT position('a' IN nosuch) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT cast(nosuch AS CHAR) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT convert(nosuch, CHAR) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT convert(nosuch USING utf8mb4) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT CASE nosuch WHEN 1 THEN 2 END FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch IS NULL, nosuch BETWEEN 1 AND 2 FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch IN (1, 2) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT 1 IN (nosuch) FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT NOT nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT -nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch LIKE 'x' FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch REGEXP 'x' FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch SOUNDS LIKE 'x' FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch XOR 1 FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch DIV 2 FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch MOD 2 FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch <=> 2 FROM u;
-- error M0301 syntax error: unexpected `:=`
SELECT nosuch := 2 FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT @a := nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT binary nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT DISTINCT nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT SQL_CALC_FOUND_ROWS nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
SELECT HIGH_PRIORITY nosuch FROM u;
SELECT id FROM u FOR UPDATE;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch FROM u FOR UPDATE;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch FROM u LOCK IN SHARE MODE;
SELECT id INTO @a FROM u LIMIT 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch INTO @a FROM u;
-- missed
SELECT id INTO @a, @b FROM u LIMIT 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT nosuch FROM u PROCEDURE ANALYSE();
-- error M0403 unknown column `nosuch`
SELECT u.id FROM u NATURAL LEFT JOIN o WHERE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u GROUP BY nosuch WITH ROLLUP;
SELECT id FROM u GROUP BY id WITH ROLLUP;
-- error M0403 unknown column `nosuch`
SELECT id FROM u WHERE id = ANY (SELECT nosuch FROM o);
SELECT id FROM u WHERE id > ALL (SELECT u_id FROM o);
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u WHERE ROW(id, nosuch) = ROW(1, 2);
-- error M0403 unknown column `nosuch`
SELECT id FROM u WHERE id = (SELECT max(nosuch) FROM o);
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u ORDER BY FIELD(nosuch, 1, 2);
SELECT id FROM u ORDER BY FIELD(id, 1, 2), rand();
SELECT id FROM u ORDER BY -id;
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u ORDER BY -nosuch;
-- error M0403 unknown column `nosuch` of table `u`
SELECT id FROM u GROUP BY YEAR(nosuch);
SELECT uuid(), last_insert_id(), row_count(), found_rows(), connection_id(), database(), version(), user();
SELECT lpad('a', 5, 'x'), rpad('a', 5, 'x'), instr('a', 'b'), locate('a', 'b'), field('a', 'b'), elt(1, 'a'), find_in_set('a', 'b'), make_set(1, 'a'), greatest(1, 2), least(1, 2), crc32('a'), md5('a'), sha1('a'), sha2('a', 256), hex(1), bin(1), oct(1), conv(1, 2, 3), inet_aton('1.1.1.1'), uuid_short();
SELECT std(age), stddev(age), variance(age), bit_and(age), bit_or(age), bit_xor(age), median(age) OVER () FROM u;
-- error M0418 `greatest` takes at least 2 arguments, and 1 is written
SELECT greatest(1);
-- error M0418 `lpad` takes 2 to 3 arguments, and 0 are written
SELECT lpad();
-- error M0301 syntax error: unexpected `)`
SELECT avg() FROM u;
-- error M0301 syntax error: unexpected `)`
SELECT sum(age, id) FROM u;
SELECT max(DISTINCT age), min(age) FROM u;
SELECT ST_AsText(ST_GeomFromText('POINT(1 1)')), ST_Distance(POINT(1, 1), POINT(2, 2));
SELECT regexp_replace('a', 'b', 'c'), regexp_substr('a', 'b'), regexp_instr('a', 'b');
-- missed
SELECT regexp_like('a', 'b');
-- missed
SELECT any_value(age) FROM u;
-- missed
SELECT bin_to_uuid(uuid_to_bin(uuid()));
