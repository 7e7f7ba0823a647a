-- case conditions and operators
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int PRIMARY KEY, b boolean, n numeric, txt text, vc varchar(9), d date, ts timestamptz, u uuid, j json, jb jsonb, m mood, arr int[], ta text[], iv interval, by bytea);
-- error M0417 `WHERE` wants a condition, and this is `integer`
SELECT 1 FROM t WHERE id;
SELECT 1 FROM t WHERE b;
-- error M0417 `WHERE` wants a condition, and this is `text`
SELECT 1 FROM t WHERE txt;
-- error M0417 `WHERE` wants a condition, and this is `integer`
SELECT 1 FROM t WHERE 1;
SELECT 1 FROM t WHERE 'true';
-- error M0417 `WHERE` wants a condition, and this is `a text in quotes`
SELECT 1 FROM t WHERE 'abc';
SELECT 1 FROM t WHERE NULL;
-- error M0417 there is no operator `=` for `integer` and `boolean`
SELECT 1 FROM t WHERE id = true;
-- error M0417 'x' is no value of `integer`
SELECT 1 FROM t WHERE id = 'x';
SELECT 1 FROM t WHERE id = '5';
-- error M0417 there is no operator `=` for `integer` and `text`
SELECT 1 FROM t WHERE id = txt;
-- error M0417 there is no operator `=` for `text` and `integer`
SELECT 1 FROM t WHERE txt = 5;
SELECT 1 FROM t WHERE txt = '5';
SELECT 1 FROM t WHERE id = n;
-- error M0417 there is no operator `=` for `integer` and `boolean`
SELECT 1 FROM t WHERE id = b;
-- error M0417 there is no operator `=` for `boolean` and `integer`
SELECT 1 FROM t WHERE b = 1;
SELECT 1 FROM t WHERE b = 't';
-- error M0417 'maybe' is no value of `boolean`
SELECT 1 FROM t WHERE b = 'maybe';
SELECT 1 FROM t WHERE d = '2020-01-01';
-- error M0417 'x' is no value of `date`
SELECT 1 FROM t WHERE d = 'x';
-- error M0417 there is no operator `=` for `date` and `integer`
SELECT 1 FROM t WHERE d = 5;
SELECT 1 FROM t WHERE d < ts;
-- error M0417 there is no operator `=` for `date` and `text`
SELECT 1 FROM t WHERE d = txt;
-- error M0417 there is no operator `=` for `uuid` and `text`
SELECT 1 FROM t WHERE u = txt;
-- error M0417 'x' is no value of `uuid`
SELECT 1 FROM t WHERE u = 'x';
SELECT 1 FROM t WHERE u::text = txt;
-- error M0417 there is no operator `=` for `json` and `a text in quotes`
SELECT 1 FROM t WHERE j = '{}';
-- error M0417 there is no operator `=` for `json` and `json`
SELECT 1 FROM t WHERE j = j;
SELECT 1 FROM t WHERE jb = '{}';
SELECT 1 FROM t WHERE jb = jb;
-- error M0417 there is no operator `=` for `jsonb` and `text`
SELECT 1 FROM t WHERE jb = txt;
SELECT 1 FROM t WHERE jb->>'a' = 'x';
-- error M0417 there is no operator `=` for `text` and `integer`
SELECT 1 FROM t WHERE jb->>'a' = 5;
SELECT 1 FROM t WHERE (jb->>'a')::int = 5;
-- error M0417 'x' is no value of `jsonb`
SELECT 1 FROM t WHERE jb->'a' = 'x';
SELECT 1 FROM t WHERE jb ? 'a';
-- error M0417 there is no operator `?` for `json` and `a text in quotes`
SELECT 1 FROM t WHERE j ? 'a';
SELECT 1 FROM t WHERE jb @> '{"a": 1}';
-- error M0417 there is no operator `@>` for `json` and `a text in quotes`
SELECT 1 FROM t WHERE j @> '{"a": 1}';
-- error M0417 there is no operator `->>` for `text` and `a text in quotes`
SELECT 1 FROM t WHERE txt->>'a' = 'x';
SELECT 1 FROM t WHERE m = 'sad';
-- error M0417 'happy' is no value of `mood`
SELECT 1 FROM t WHERE m = 'happy';
-- error M0417 there is no operator `=` for `mood` and `text`
SELECT 1 FROM t WHERE m = txt;
SELECT 1 FROM t WHERE m::text = txt;
SELECT 1 FROM t WHERE m IN ('sad', 'ok');
-- error M0417 'fine' is no value of `mood`
SELECT 1 FROM t WHERE m IN ('sad', 'fine');
-- error M0417 'x' is no value of `integer`
SELECT 1 FROM t WHERE id IN (1, 2, 'x');
SELECT 1 FROM t WHERE id IN ('1', '2');
-- error M0417 there is no operator `=` for `text` and `integer`
SELECT 1 FROM t WHERE txt IN (1, 2);
-- error M0417 there is no operator `=` for `integer` and `text`
SELECT 1 FROM t WHERE id IN (SELECT txt FROM t);
-- error M0418 1 compared with a query that returns 2
SELECT 1 FROM t WHERE id IN (SELECT id, n FROM t);
-- error M0418 a query that stands for a value returns 2 columns
SELECT 1 FROM t WHERE id = (SELECT id, n FROM t);
-- error M0418 2 compared with a query that returns 1
SELECT 1 FROM t WHERE (id, n) IN (SELECT id FROM t);
SELECT 1 FROM t WHERE (id, n) IN (SELECT id, n FROM t);
SELECT 1 FROM t WHERE id = ANY ('{1,2}');
SELECT 1 FROM t WHERE id = ANY (arr);
-- error M0417 there is no operator `=` for `text` and `integer`
SELECT 1 FROM t WHERE txt = ANY (arr);
-- error M0417 behind `ANY` an array is wanted, and this is `integer`
SELECT 1 FROM t WHERE id = ANY (id);
SELECT 1 FROM t WHERE txt = ANY (ta);
-- error M0417 there is no operator `~~` for `text` and `integer`
SELECT 1 FROM t WHERE txt LIKE 5;
-- error M0417 there is no operator `~~` for `integer` and `a text in quotes`
SELECT 1 FROM t WHERE id LIKE '5%';
SELECT 1 FROM t WHERE id::text LIKE '5%';
-- error M0417 there is no operator `~~` for `mood` and `a text in quotes`
SELECT 1 FROM t WHERE m LIKE 's%';
SELECT 1 FROM t WHERE vc LIKE 's%';
-- error M0417 there is no operator `~` for `integer` and `a text in quotes`
SELECT 1 FROM t WHERE id ~ '5';
-- error M0417 `NOT` wants true or false, and this is `integer`
SELECT 1 FROM t WHERE NOT id;
SELECT 1 FROM t WHERE NOT b;
-- error M0417 `AND` wants true or false, and this is `integer`
SELECT 1 FROM t WHERE id AND b;
SELECT 1 FROM t WHERE b AND id > 1;
-- error M0417 `OR` wants true or false, and this is `text`
SELECT 1 FROM t WHERE b OR txt;
-- error M0417 `IS` wants a condition, and this is `integer`
SELECT 1 FROM t WHERE id IS TRUE;
SELECT 1 FROM t WHERE b IS TRUE;
-- error M0417 'x' is no value of `integer`
SELECT 1 FROM t WHERE id BETWEEN 1 AND 'x';
SELECT 1 FROM t WHERE id BETWEEN '1' AND '5';
-- error M0417 there is no operator `>=` for `text` and `integer`
SELECT 1 FROM t WHERE txt BETWEEN 1 AND 5;
-- error M0417 there is no operator `=` for `integer` and `boolean`
SELECT 1 FROM t WHERE id IS DISTINCT FROM b;
-- error M0417 there is no operator `-` for `timestamp with time zone` and `integer`
SELECT 1 FROM t WHERE ts > now() - 5;
SELECT 1 FROM t WHERE ts > now() - interval '5 days';
-- error M0417 '5 days' is no value of `timestamp with time zone`
SELECT 1 FROM t WHERE ts > now() - '5 days';
SELECT 1 FROM t WHERE d > current_date - 5;
SELECT 1 FROM t WHERE ts > 'yesterday';
-- error M0417 there is no operator `=` for `timestamp with time zone` and `integer`
SELECT 1 FROM t WHERE ts = 5;
-- error M0417 there is no operator `+` for `integer` and `boolean`
SELECT id + b FROM t;
-- error M0417 there is no operator `+` for `integer` and `text`
SELECT id + txt FROM t;
SELECT id + '5' FROM t;
-- error M0417 'x' is no value of `integer`
SELECT id + 'x' FROM t;
-- error M0417 there is no operator `+` for `text` and `text`
SELECT txt + txt FROM t;
SELECT txt || id FROM t;
SELECT id || txt FROM t;
-- error M0417 there is no operator `||` for `integer` and `integer`
SELECT id || id FROM t;
SELECT b || 'x' FROM t;
SELECT arr || 5 FROM t;
SELECT jb || '{}' FROM t;
SELECT jb - 'a' FROM t;
SELECT d + 5 FROM t;
SELECT d + iv FROM t;
-- error M0417 there is no operator `+` for `timestamp with time zone` and `integer`
SELECT ts + 5 FROM t;
SELECT d - d FROM t;
-- error M0417 there is no operator `-` before `text`
SELECT -txt FROM t;
-- error M0417 there is no operator `-` before `boolean`
SELECT -b FROM t;
SELECT -n FROM t;
-- error M0417 there is no operator `+` for `boolean` and `boolean`
SELECT b + b FROM t;
-- error M0417 there is no operator `+` for `uuid` and `integer`
SELECT u + 1 FROM t;
SELECT id % n FROM t;
-- error M0417 there is no operator `%` for `text` and `integer`
SELECT txt % 2 FROM t;
SELECT arr[1] FROM t;
-- error M0417 `integer` has no elements
SELECT id[1] FROM t;
-- error M0417 `text` has no elements
SELECT txt[1] FROM t;
-- error M0417 an array is read by number, and this is `a text in quotes`
SELECT arr['x'] FROM t;
SELECT jb['x'] FROM t;
-- error M0417 'x' is no value of `integer`
SELECT 'x'::int;
SELECT '5'::int;
-- error M0417 'x' is no value of `boolean`
SELECT 'x'::boolean;
-- error M0417 'happy' is no value of `mood`
SELECT 'happy'::mood;
SELECT 'sad'::mood;
-- error M0417 nothing turns `integer` into `mood`
SELECT 5::mood;
SELECT b::int FROM t;
SELECT id::boolean FROM t;
-- error M0417 nothing turns `numeric` into `boolean`
SELECT n::boolean FROM t;
-- error M0417 nothing turns `date` into `integer`
SELECT d::int FROM t;
SELECT ts::date FROM t;
-- error M0417 nothing turns `uuid` into `integer`
SELECT u::int FROM t;
-- error M0417 nothing turns `integer` into `uuid`
SELECT id::uuid FROM t;
-- error M0417 nothing turns `integer` into `date`
SELECT id::date FROM t;
SELECT txt::int FROM t;
SELECT arr::text FROM t;
-- error M0417 nothing turns `integer[]` into `integer`
SELECT arr::int FROM t;
SELECT jb::int FROM t;
SELECT j::jsonb FROM t;
-- error M0409 unknown type `nope`
SELECT CAST(id AS nope) FROM t;
-- error M0417 `WHEN` wants a condition, and this is `integer`
SELECT CASE WHEN id THEN 1 END FROM t;
-- error M0417 'x' is no value of `integer`
SELECT CASE WHEN b THEN 1 ELSE 'x' END FROM t;
-- error M0417 `CASE` of `integer` and `text`
SELECT CASE WHEN b THEN 1 ELSE txt END FROM t;
SELECT CASE WHEN b THEN id ELSE n END FROM t;
-- error M0417 'x' is no value of `integer`
SELECT CASE id WHEN 1 THEN 'a' WHEN 'x' THEN 'b' END FROM t;
-- error M0417 `CASE` of `boolean` and `integer`
SELECT CASE WHEN b THEN b ELSE 0 END FROM t;
-- error M0417 'x' is no value of `integer`
SELECT coalesce(id, 'x') FROM t;
SELECT coalesce(id, '5') FROM t;
-- error M0417 `COALESCE` of `integer` and `text`
SELECT coalesce(id, txt) FROM t;
-- error M0417 `COALESCE` of `text` and `integer`
SELECT coalesce(txt, 5) FROM t;
SELECT coalesce(b, false) FROM t;
-- error M0417 `COALESCE` of `boolean` and `integer`
SELECT coalesce(b, 0) FROM t;
SELECT coalesce(n, 0) FROM t;
SELECT coalesce(d, now()) FROM t;
-- error M0417 `GREATEST` of `integer` and `text`
SELECT greatest(id, txt) FROM t;
-- error M0417 there is no operator `=` for `integer` and `text`
SELECT nullif(id, txt) FROM t;
SELECT nullif(txt, '') FROM t;
-- error M0417 '' is no value of `integer`
SELECT nullif(id, '') FROM t;
-- error M0417 'x' is no value of `integer`
SELECT ARRAY[1, 'x'];
-- error M0417 `ARRAY` of `integer` and `text`
SELECT ARRAY[1, txt] FROM t;
-- error M0417 `id` is `integer` in one of the queries and `text` in the other
SELECT id FROM t UNION SELECT txt FROM t;
SELECT id FROM t UNION SELECT n FROM t;
-- error M0417 `id` is `integer` in one of the queries, and 'x' is no value of it
SELECT id FROM t UNION SELECT 'x';
SELECT id FROM t UNION SELECT '5';
-- error M0418 queries that are put together return 2 columns and 1
SELECT id, n FROM t UNION SELECT id FROM t;
-- error M0418 queries that are put together return 1 column and 2
SELECT id FROM t EXCEPT SELECT id, n FROM t;
-- error M0418 a row of 1 beside one of 2
VALUES (1, 2), (3);
-- error M0417 'x' is no value of `integer`
VALUES (1), ('x');
VALUES (1), ('5');
-- error M0418 a row of 1 beside one of 2
SELECT * FROM (VALUES (1, 'a'), (2)) v;
-- error M0417 `ON` wants a condition, and this is `integer`
SELECT 1 FROM t JOIN t t2 ON t.id;
-- error M0417 there is no operator `=` for `integer` and `text`
SELECT 1 FROM t JOIN t t2 ON t.id = t2.txt;
SELECT 1 FROM t JOIN t t2 ON t.b;
-- error M0417 `HAVING` wants a condition, and this is `integer`
SELECT 1 FROM t HAVING 5;
-- error M0417 a number of rows is wanted, and this is `a text in quotes`
SELECT 1 FROM t LIMIT 'x';
SELECT 1 FROM t LIMIT '5';
-- error M0417 a number of rows is wanted, and this is `boolean`
SELECT 1 FROM t LIMIT true;
-- error M0417 a number of rows is wanted, and this is `boolean`
SELECT 1 FROM t OFFSET b;
-- error M0417 there is no function `sum(text)`
SELECT sum(txt) FROM t;
SELECT sum(id) FROM t;
-- error M0417 there is no function `sum(boolean)`
SELECT sum(b) FROM t;
-- error M0417 there is no function `avg(date)`
SELECT avg(d) FROM t;
-- error M0417 there is no function `max(boolean)`
SELECT max(b) FROM t;
SELECT max(txt) FROM t;
-- missed 42883 function max(uuid) does not exist
SELECT max(u) FROM t;
-- error M0417 there is no function `bool_and(integer)`
SELECT bool_and(id) FROM t;
SELECT bool_or(b) FROM t;
-- error M0417 there is no function `lower(integer)`
SELECT lower(id) FROM t;
SELECT lower(txt) FROM t;
-- error M0417 there is no function `upper(boolean)`
SELECT upper(b) FROM t;
-- error M0417 there is no function `length(integer)`
SELECT length(id) FROM t;
-- error M0417 there is no function `abs(text)`
SELECT abs(txt) FROM t;
-- error M0417 there is no function `round(text)`
SELECT round(txt) FROM t;
SELECT round(n, 2) FROM t;
-- error M0417 there is no function `round(double precision, integer)`
SELECT round(id::float8, 2) FROM t;
-- error M0417 there is no function `substr(integer, integer)`
SELECT substr(id, 1) FROM t;
-- error M0417 there is no function `date_trunc(…, text)`
SELECT date_trunc('day', txt) FROM t;
SELECT date_trunc('day', ts) FROM t;
-- error M0418 there is no function `to_char(timestamp with time zone)`
SELECT to_char(ts) FROM t;
SELECT to_char(ts, 'YYYY') FROM t;
-- error M0418 there is no function `string_agg(text)`
SELECT string_agg(txt) FROM t;
-- error M0417 there is no function `string_agg(integer, …)`
SELECT string_agg(id, ',') FROM t;
SELECT string_agg(id::text, ',') FROM t;
-- error M0418 there is no function `count(integer, numeric)`
SELECT count(id, n) FROM t;
-- error M0417 there is no function `count()`
SELECT count() FROM t;
SELECT count(*) FROM t;
-- error M0418 there is no function `lower()`
SELECT lower() FROM t;
-- error M0418 there is no function `lower(text, text)`
SELECT lower(txt, txt) FROM t;
-- error M0418 there is no function `lower(*)`
SELECT lower(*) FROM t;
SELECT jsonb_build_object('a', id) FROM t;
SELECT concat(id, txt, b) FROM t;
-- error M0418 there is no function `array_length(integer[])`
SELECT array_length(arr) FROM t;
SELECT array_length(arr, 1) FROM t;
-- error M0417 there is no function `array_length(text, integer)`
SELECT array_length(txt, 1) FROM t;
-- error M0417 there is no function `unnest(text)`
SELECT unnest(txt) FROM t;
-- error M0418 there is no function `generate_series(integer)`
SELECT generate_series(1);
-- missed XX000 could not open relation with OID 5
SELECT nextval(5);
-- error M0418 there is no function `now(integer)`
SELECT now(5);
-- error M0418 there is no function `gen_random_uuid(integer)`
SELECT gen_random_uuid(1);
-- error M0417 `extract` takes a part of a date or time, and this is `text`
SELECT extract(epoch FROM txt) FROM t;
SELECT txt COLLATE "C" FROM t;
-- error M0417 `integer` has no collation
SELECT id COLLATE "C" FROM t;
-- error M0417 `DISTINCT` compares values, and those of `json` cannot be
SELECT DISTINCT j FROM t;
SELECT DISTINCT jb FROM t;
-- error M0417 `ORDER BY` compares values, and those of `json` cannot be
SELECT id FROM t ORDER BY j;
-- error M0417 `GROUP BY` compares values, and those of `json` cannot be
SELECT count(*) FROM t GROUP BY j;
-- error M0417 `UNION` compares values, and those of `json` cannot be
SELECT j FROM t UNION SELECT j FROM t;
SELECT j FROM t UNION ALL SELECT j FROM t;
-- error M0417 there is no operator `=` for `integer` and `boolean`
DELETE FROM t WHERE id = true;
-- error M0417 there is no operator `=` for `text` and `integer`
DELETE FROM t WHERE txt = 5;
-- error M0417 'none' is no value of `mood`
UPDATE t SET id = 1 WHERE m = 'none';
-- error M0417 there is no operator `=` for `boolean` and `integer`
UPDATE t SET id = 1 WHERE b = 1;
-- error M0417 there is no operator `=` for `text` and `integer`
SELECT id FROM t WHERE id = 5 AND txt = 7 OR b;
