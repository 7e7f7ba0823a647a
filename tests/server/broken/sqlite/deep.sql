CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL, mail TEXT UNIQUE, born INT);
CREATE TABLE book (isbn TEXT PRIMARY KEY, author_id INT NOT NULL REFERENCES author, title TEXT, price REAL) WITHOUT ROWID;
CREATE TABLE sale (n INTEGER PRIMARY KEY AUTOINCREMENT, isbn TEXT REFERENCES book (isbn), qty INT, total REAL AS (qty * 2) STORED);
CREATE UNIQUE INDEX author_lower ON author (lower(name)) WHERE born > 0;
CREATE INDEX book_title ON book (title);
CREATE VIEW by_author (who, books) AS SELECT a.name, count(b.isbn) FROM author a LEFT JOIN book b ON b.author_id = a.id GROUP BY a.id;
CREATE VIRTUAL TABLE search USING fts5(title, body);
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);
-- error M0403 unknown column `nam` of table `author`
SELECT a.nam FROM author AS a;
-- error M0401 nothing in this statement is called `b`
SELECT a.name FROM author AS a WHERE b.id = 1;
-- error M0401 nothing in this statement is called `author`
SELECT author.name FROM author AS a;
-- error M0403 unknown column `idd` of table `author`
SELECT name FROM author WHERE EXISTS (SELECT 1 FROM book WHERE author_id = author.idd);
-- missed
SELECT name FROM author WHERE id IN (SELECT author FROM book);
-- error M0403 unknown column `titel` of table `book`
SELECT (SELECT b.titel FROM book b WHERE b.author_id = author.id) FROM author;
-- error M0403 unknown column `total` of `x`
SELECT x.total FROM (SELECT name, count(*) AS cnt FROM author GROUP BY name) AS x;
-- error M0403 unknown column `cnt`
SELECT cnt FROM (SELECT name, count(*) AS c FROM author GROUP BY name);
-- error M0403 unknown column `name`
SELECT name FROM (SELECT id AS i FROM author);
-- error M0403 unknown column `name` of `s`
SELECT s.name FROM (SELECT * FROM book) AS s;
-- error M0403 unknown column `two` of `s`
SELECT s.name FROM (SELECT author.*, 1 AS one FROM author) AS s WHERE s.two = 1;
-- error M0403 unknown column `mail` of `c`
WITH c AS (SELECT id, name FROM author) SELECT c.mail FROM c;
-- error M0403 unknown column `name`
WITH c (a, b) AS (SELECT id, name FROM author) SELECT name FROM c;
-- error M0418 `c` names 2 columns, and its query returns 1
WITH c (a, b) AS (SELECT id FROM author) SELECT a FROM c;
-- error M0403 unknown column `nme` of table `author`
WITH c AS (SELECT nme FROM author) SELECT 1 FROM c;
-- error M0403 unknown column `x`
WITH a AS (SELECT 1 AS x), b AS (SELECT y FROM a) SELECT x FROM b;
-- error M0403 unknown column `m`
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT m + 1 FROM r WHERE n < 5) SELECT n FROM r;
-- error M0418 UNION of 2 and 1 columns
WITH RECURSIVE r (n, m) AS (SELECT 1, 2 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r;
-- error M0425 `n` may be that of `r` or that of `q`
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n FROM r JOIN r AS q) SELECT n FROM r;
-- error M0401 unknown table `d`
WITH c AS (SELECT 1 AS x) SELECT x FROM d;
-- error M0402 two queries behind WITH are called `c`
WITH c AS (SELECT 1), c AS (SELECT 2) SELECT * FROM c;
-- error M0403 unknown column `author` of table `book`
SELECT * FROM author JOIN book ON author.id = book.author;
-- error M0403 `USING (id)`: only one of the two sides has a column `id`
SELECT * FROM author JOIN book USING (id);
-- error M0403 `USING (author_id)`: only one of the two sides has a column `author_id`
SELECT * FROM author JOIN book USING (author_id);
-- missed
SELECT * FROM author LEFT JOIN sale ON sale.isbn = book.isbn JOIN book ON book.author_id = author.id;
-- error M0425 `id` may be that of `a` or that of `b`
SELECT id FROM author a JOIN author b ON a.id = b.id;
-- error M0425 `isbn` may be that of `book` or that of `sale`
SELECT isbn FROM book, sale;
-- error M0425 `isbn` may be that of `book` or that of `sale`
SELECT isbn FROM book JOIN sale ON book.isbn = sale.isbn;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM author NATURAL JOIN book USING (id);
-- error M0401 nothing in this statement is called `a`
SELECT a.id FROM author a, (SELECT a.id AS i FROM book) AS x;
-- error M0401 nothing in this statement is called `a`
SELECT x.i FROM author a JOIN (SELECT isbn AS i FROM book WHERE author_id = a.id) x;
-- error M0403 unknown column `nme` of table `author`
SELECT name FROM author ORDER BY nme;
-- error M0403 ORDER BY 3, and there is 1 column to choose from
SELECT name FROM author ORDER BY 3;
-- error M0403 GROUP BY 5, and there is 1 column to choose from
SELECT name FROM author GROUP BY 5;
-- error M0403 unknown column `nme` of table `author`
SELECT name FROM author GROUP BY nme HAVING count(*) > 1;
-- error M0403 unknown column `cnt` of table `author`
SELECT name FROM author GROUP BY name HAVING cnt > 1;
-- error M0425 `sum` over all rows stands where single rows are looked at
SELECT count(*) FROM author WHERE sum(born) > 1;
-- error M0425 `max` over all rows stands in GROUP BY
SELECT name FROM author GROUP BY max(born);
-- error M0425 `min` inside of another function over all rows
SELECT max(min(born)) FROM author;
-- error M0425 `count` inside of another function over all rows
SELECT sum(count(*)) FROM author GROUP BY name;
-- error M0425 `count` over all rows stands where single rows are looked at
SELECT name FROM author WHERE count(*) > 0 GROUP BY name;
-- error M0425 `sum` inside of another function over all rows
SELECT avg(sum(price)) FROM book GROUP BY author_id;
-- error M0425 `max` over all rows stands in the condition of a join
SELECT a.id FROM author a JOIN book b ON max(b.price) > 1;
-- error M0425 `max` over all rows stands where single rows are looked at
UPDATE author SET born = max(born);
-- error M0425 `count` over all rows stands where single rows are looked at
UPDATE author SET name = 'x' WHERE count(*) > 1;
-- error M0425 `max` over all rows stands where single rows are looked at
DELETE FROM author WHERE max(id) = id;
-- error M0425 `rank` is a window function and has no `OVER`
SELECT rank() FROM author;
-- error M0403 unknown column `nme` of table `author`
SELECT row_number() OVER (ORDER BY nme) FROM author;
-- error M0412 unknown window `nowhere`
SELECT sum(born) OVER nowhere FROM author;
-- error M0412 unknown window `w`
SELECT sum(born) OVER w FROM author WINDOW v AS (ORDER BY id);
-- missed
SELECT sum(born) OVER (w ORDER BY id) FROM author WINDOW w AS (ORDER BY name);
-- error M0425 a window that is made of another has a PARTITION BY
SELECT sum(born) OVER (w PARTITION BY id) FROM author WINDOW w AS (ORDER BY name);
-- error M0425 the window function `rank` stands outside of what is returned and of ORDER BY
SELECT name FROM author WHERE rank() OVER (ORDER BY id) = 1;
-- error M0425 the window function `row_number` stands outside of what is returned and of ORDER BY
SELECT name FROM author GROUP BY row_number() OVER ();
-- error M0425 the window function `lag` stands outside of what is returned and of ORDER BY
SELECT name FROM author HAVING lag(id) OVER () > 1;
-- error M0425 `lag(DISTINCT …)` cannot have `OVER`
SELECT lag(DISTINCT id) OVER (ORDER BY id) FROM author;
-- error M0425 `count(DISTINCT …)` cannot have `OVER`
SELECT count(DISTINCT id) OVER () FROM author;
-- error M0425 `upper` is no window function
SELECT upper(name) OVER () FROM author;
-- error M0425 `FILTER` behind `upper`, which makes no one value of many rows
SELECT upper(name) FILTER (WHERE id > 1) FROM author;
-- error M0425 `FILTER` behind `rank`, which makes no one value of many rows
SELECT rank() FILTER (WHERE id > 1) OVER (ORDER BY id) FROM author;
-- error M0425 the window function `sum` inside of a function over all rows
SELECT sum(sum(born) OVER ()) FROM author;
-- error M0425 the window function `row_number` inside of a function over all rows
SELECT sum(row_number() OVER ()) FROM author;
-- missed
SELECT sum(born) OVER (ORDER BY sum(born) OVER ()) FROM author;
-- error M0425 RANGE with a distance, and not one column in ORDER BY
SELECT sum(born) OVER (RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM author;
-- error M0425 RANGE with a distance, and not one column in ORDER BY
SELECT sum(born) OVER (ORDER BY id, name RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM author;
-- error M0425 the frame of a window ends before it begins
SELECT sum(born) OVER (ORDER BY id ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM author;
-- error M0301 syntax error: unexpected `FOLLOWING`
SELECT sum(born) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED FOLLOWING AND CURRENT ROW) FROM author;
SELECT sum(born) OVER (ORDER BY id ROWS BETWEEN id PRECEDING AND CURRENT ROW) FROM author;
SELECT sum(born) OVER (ORDER BY id ROWS BETWEEN -1 PRECEDING AND CURRENT ROW) FROM author;
-- error M0418 `ntile` takes 1 argument, and 0 are written
SELECT ntile() OVER (ORDER BY id) FROM author;
-- error M0418 `nth_value` takes 2 arguments, and 1 is written
SELECT nth_value(name) OVER (ORDER BY id) FROM author;
-- error M0418 `lead` takes 1 to 3 arguments, and 0 are written
SELECT lead() OVER (ORDER BY id) FROM author;
-- error M0418 `first_value` takes 1 argument, and 2 are written
SELECT first_value(name, 1) OVER () FROM author;
-- error M0418 UNION of 1 and 2 columns
SELECT id FROM author UNION SELECT isbn, title FROM book;
-- missed
SELECT * FROM author UNION ALL SELECT * FROM book UNION SELECT 1;
-- error M0403 unknown column `born` behind ORDER BY of what several queries return
SELECT id FROM author UNION SELECT isbn FROM book ORDER BY born;
-- error M0403 ORDER BY 2, and there is 1 column to choose from
SELECT id FROM author UNION SELECT isbn FROM book ORDER BY 2;
-- error M0301 syntax error: unexpected `UNION`
SELECT id FROM author ORDER BY id UNION SELECT isbn FROM book;
-- error M0301 syntax error: unexpected `EXCEPT`
SELECT id FROM author LIMIT 3 EXCEPT SELECT isbn FROM book;
-- missed
SELECT id AS a FROM author UNION SELECT isbn FROM book ORDER BY a + 1;
-- error M0418 a query that stands for one value returns 2 columns
SELECT (SELECT id, name FROM author);
-- error M0418 1 column is compared with 2 columns
SELECT 1 + (SELECT id, name FROM author);
-- error M0418 1 column is compared with 2 columns
SELECT id IN (SELECT id, name FROM author) FROM author;
-- error M0418 2 columns are compared with 1 column
SELECT (id, name) IN (SELECT id FROM author) FROM author;
-- error M0418 2 columns are compared with 1 column
SELECT (id, name) = (SELECT id FROM author) FROM author;
-- error M0418 2 columns are compared with 1 column
SELECT (id, name) = 1 FROM author;
-- error M0418 a row of 2 stands for one value
SELECT (id, name) FROM author;
-- error M0418 2 columns are compared with 3 columns
SELECT (id, name) = (1, 'a', 2) FROM author;
-- missed
SELECT * FROM author WHERE (id, name);
-- error M0418 a row of 2 stands for one value
SELECT CASE WHEN (1, 2) THEN 1 END;
-- missed
SELECT id IN book FROM author;
-- missed
SELECT id IN nowhere FROM author;
-- error M0418 rows of 2 and 1 values
VALUES (1, 2), (3);
-- error M0418 UNION of 1 and 2 columns
VALUES (1), (2) UNION SELECT 1, 2;
-- error M0418 2 values for 1 column
INSERT INTO author (name) VALUES ('a', 'b');
-- error M0418 1 value for 2 columns
INSERT INTO author (name, mail) VALUES ('a', 'b'), ('c');
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name, nme) VALUES ('a', 'b');
-- error M0418 3 values for 4 columns
INSERT INTO author VALUES (1, 'a', 'b');
-- error M0418 5 values for 4 columns
INSERT INTO author VALUES (1, 'a', 'b', 2, 3);
-- error M0418 1 value for 2 columns
INSERT INTO author (name, mail) SELECT name FROM author;
INSERT INTO author SELECT * FROM book;
-- error M0418 5 values for 4 columns
INSERT INTO author SELECT *, 1 FROM author;
-- error M0418 a query that stands for one value returns 2 columns
INSERT INTO author (id, name) VALUES (1, (SELECT name, id FROM author));
-- error M0403 unknown column `other`
INSERT INTO author (name) VALUES (other);
-- error M0401 nothing in this statement is called `author`
INSERT INTO author (name) VALUES (author.name);
-- error M0425 the generated column `total` is written
INSERT INTO sale (total) VALUES (5);
-- error M0425 the generated column `total` is written
INSERT INTO sale (isbn, qty, total) VALUES ('1', 1, 1);
-- error M0418 4 values for 3 columns
INSERT INTO sale VALUES (1, '1', 2, 3);
-- error M0401 unknown table `nowhere`
INSERT INTO nowhere VALUES (1);
-- error M0425 rows of `by_author` cannot be written: it is a view
INSERT INTO by_author VALUES ('a', 1);
-- error M0425 rows of `by_author` cannot be written: it is a view
UPDATE by_author SET who = 'x';
-- error M0425 rows of `by_author` cannot be written: it is a view
DELETE FROM by_author;
-- error M0414 `ON CONFLICT (name)`: `author` has no unique constraint or index on these columns
INSERT INTO author (name) VALUES ('a') ON CONFLICT (name) DO NOTHING;
-- error M0414 `ON CONFLICT (born)`: `author` has no unique constraint or index on these columns
INSERT INTO author (name) VALUES ('a') ON CONFLICT (born) DO UPDATE SET name = 'b';
-- error M0414 `ON CONFLICT (id, mail)`: `author` has no unique constraint or index on these columns
INSERT INTO author (name) VALUES ('a') ON CONFLICT (id, mail) DO NOTHING;
-- missed
INSERT INTO author (name) VALUES ('a') ON CONFLICT (lower(name)) DO NOTHING;
-- missed
INSERT INTO author (name) VALUES ('a') ON CONFLICT (lower(name)) WHERE born > 1 DO NOTHING;
-- missed
INSERT INTO author (name) VALUES ('a') ON CONFLICT (upper(name)) WHERE born > 0 DO NOTHING;
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name) VALUES ('a') ON CONFLICT (nme) DO NOTHING;
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name) VALUES ('a') ON CONFLICT (mail) DO UPDATE SET nme = 'x';
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name) VALUES ('a') ON CONFLICT (mail) DO UPDATE SET name = excluded.nme;
-- error M0401 nothing in this statement is called `book`
INSERT INTO author (name) VALUES ('a') ON CONFLICT (mail) DO UPDATE SET name = book.title;
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name) VALUES ('a') ON CONFLICT (mail) DO UPDATE SET name = 'x' WHERE nme > 1;
-- error M0301 syntax error: unexpected `ON`
INSERT INTO author (name) VALUES ('a') ON CONFLICT DO UPDATE SET name = 'x' ON CONFLICT (mail) DO NOTHING;
-- error M0418 2 columns are given 3 values
INSERT INTO author (name) VALUES ('a') ON CONFLICT (mail) DO UPDATE SET (name, born) = (1, 2, 3);
-- missed
INSERT INTO book (isbn, author_id) SELECT '5', 1 ON CONFLICT (isbn) DO NOTHING;
-- error M0414 `ON CONFLICT (author_id)`: `book` has no unique constraint or index on these columns
INSERT INTO book (isbn, author_id) VALUES ('5', 1) ON CONFLICT (author_id) DO NOTHING;
-- error M0414 `ON CONFLICT (title)`: `book` has no unique constraint or index on these columns
INSERT INTO book (isbn, author_id) VALUES ('5', 1) ON CONFLICT (title) DO NOTHING;
-- error M0403 table `book` has no `rowid`: it is WITHOUT ROWID
INSERT INTO book (isbn, author_id) VALUES ('5', 1) ON CONFLICT (rowid) DO NOTHING;
-- error M0425 rows of `by_author` cannot be written: it is a view
INSERT INTO by_author VALUES ('a', 1) ON CONFLICT (who) DO NOTHING;
-- missed
INSERT INTO search (title) VALUES ('x') ON CONFLICT DO NOTHING;
-- error M0403 unknown column `nme` of table `author`
INSERT INTO author (name) VALUES ('a') RETURNING nme;
-- error M0401 `excluded.name` is no row that is returned
INSERT INTO author (name) VALUES ('a') RETURNING excluded.name;
-- error M0425 `count` over all rows stands where single rows are looked at
INSERT INTO author (name) VALUES ('a') RETURNING count(*);
-- error M0425 the window function `row_number` stands outside of what is returned and of ORDER BY
INSERT INTO author (name) VALUES ('a') RETURNING row_number() OVER ();
-- error M0401 nothing in this statement is called `book`
INSERT INTO author (name) VALUES ('a') RETURNING book.title;
-- error M0425 `RETURNING` takes no `*` behind the name of a table
INSERT INTO author (name) VALUES ('a') RETURNING author.*;
-- missed
UPDATE author SET name = 'x' RETURNING old.name;
-- error M0401 nothing in this statement is called `b`
UPDATE author SET name = b.title FROM book b WHERE b.author_id = author.id RETURNING b.title;
-- error M0403 unknown column `nme` of table `author`
DELETE FROM author WHERE id = 99 RETURNING nme;
-- error M0403 unknown column `nme` of table `author`
UPDATE author SET nme = 'x';
-- error M0403 unknown column `nme` of table `author`
UPDATE author SET name = nme;
-- error M0403 unknown column `nme` of table `author`
UPDATE author SET name = 'x' WHERE nme = 1;
-- error M0401 nothing in this statement is called `book`
UPDATE author SET name = book.title WHERE book.author_id = author.id;
-- error M0401 nothing in this statement is called `author`
UPDATE author AS a SET name = 'x' WHERE author.id = 1;
-- error M0301 syntax error: unexpected `.`
UPDATE author AS a SET a.name = 'x';
-- error M0418 2 columns are given 1 values
UPDATE author SET (name, mail) = (SELECT title FROM book);
-- error M0418 2 columns are given 3 values
UPDATE author SET (name, mail) = ('a', 'b', 'c');
-- error M0418 2 columns are given 1 values
UPDATE author SET (name, mail) = 'a';
-- error M0403 unknown column `titel` of table `book`
UPDATE author SET name = b.titel FROM book b WHERE b.author_id = author.id;
-- error M0401 unknown table `nowhere`
UPDATE author SET name = 'x' FROM nowhere;
-- missed
UPDATE author SET name = 'x' FROM author WHERE author.id = 1;
-- error M0425 the generated column `total` is written
UPDATE sale SET total = 1;
-- missed
UPDATE book SET rowid = 5;
-- error M0401 unknown table `nowhere`
UPDATE nowhere SET a = 1;
-- missed
UPDATE author SET name = 'x' ORDER BY id LIMIT 1;
-- error M0403 unknown column `nme` of table `author`
DELETE FROM author WHERE nme = 1;
-- missed
DELETE FROM author ORDER BY id LIMIT 1;
-- error M0401 nothing in this statement is called `author`
DELETE FROM author AS a WHERE author.id = 1;
-- error M0301 syntax error: unexpected `USING`
DELETE FROM author USING book WHERE book.author_id = author.id;
-- error M0301 syntax error: unexpected `author`
DELETE author WHERE id = 1;
-- error M0401 unknown table `nowhere`
DELETE FROM nowhere;
-- error M0403 unknown column `j`
WITH x AS (SELECT 1 AS i) DELETE FROM author WHERE id IN (SELECT j FROM x);
-- error M0403 unknown column `j` of `x`
WITH x AS (SELECT 1 AS i) UPDATE author SET born = x.j FROM x;
-- missed
WITH x AS (SELECT 1 AS i) UPDATE x SET i = 2;
-- error M0301 syntax error: unexpected `DELETE`
WITH x AS (DELETE FROM author RETURNING id) SELECT * FROM x;
-- error M0403 table `book` has no `rowid`: it is WITHOUT ROWID
SELECT rowid FROM book;
-- error M0403 table `book` has no `rowid`: it is WITHOUT ROWID
SELECT b.rowid FROM book b JOIN author a ON a.id = b.author_id;
-- missed
SELECT rowid FROM by_author;
-- missed
SELECT rowid FROM (SELECT 1);
-- error M0401 nothing in this statement is called `nowhere`
SELECT main.nowhere.a FROM author;
-- error M0412 unknown database `side`
SELECT side.author.name FROM author;
-- error M0412 unknown database `side`
SELECT name FROM side.author;
-- missed
SELECT * FROM author INDEXED BY book_title;
-- error M0407 unknown index `nowhere` of table `author`
SELECT * FROM author INDEXED BY nowhere;
-- error M0401 nothing in this statement is called `author`
SELECT author.* FROM author AS a;
-- error M0401 nothing in this statement is called `b`
SELECT b.* FROM author a;
-- error M0403 unknown column `x` of table `author`
SELECT *, x FROM author;
SELECT name FROM author WHERE name MATCH 'x';
-- error M0403 unknown column `nowhere`
SELECT title FROM search WHERE nowhere MATCH 'x';
-- error M0403 unknown column `titel`
SELECT titel FROM search WHERE search MATCH 'x';
-- error M0403 unknown column `x2`
SELECT x2 FROM box;
SELECT highlight(search, 0) FROM search;
-- error M0418 `abs` takes 1 argument, and 0 are written
SELECT abs();
-- error M0418 `abs` takes 1 argument, and 2 are written
SELECT abs(1, 2);
-- error M0418 `lower` takes 1 argument, and 0 are written
SELECT lower();
-- error M0418 `length` takes 1 argument, and 2 are written
SELECT length('a', 'b');
-- error M0418 `substr` takes 2 to 3 arguments, and 1 is written
SELECT substr('abc');
-- error M0418 `substr` takes 2 to 3 arguments, and 4 are written
SELECT substr('abc', 1, 2, 3);
-- error M0418 `replace` takes 3 arguments, and 2 are written
SELECT replace('a', 'b');
-- error M0418 `instr` takes 2 arguments, and 1 is written
SELECT instr('a');
-- error M0418 `coalesce` takes at least 2 arguments, and 1 is written
SELECT coalesce(1);
-- error M0418 `coalesce` takes at least 2 arguments, and 0 are written
SELECT coalesce();
-- error M0418 `ifnull` takes 2 arguments, and 1 is written
SELECT ifnull(1);
-- error M0418 `ifnull` takes 2 arguments, and 3 are written
SELECT ifnull(1, 2, 3);
-- error M0418 `nullif` takes 2 arguments, and 1 is written
SELECT nullif(1);
-- error M0418 `iif` takes at least 2 arguments, and 0 are written
SELECT iif();
-- error M0418 `round` takes 1 to 2 arguments, and 0 are written
SELECT round();
-- error M0418 `round` takes 1 to 2 arguments, and 3 are written
SELECT round(1, 2, 3);
-- error M0418 `hex` takes 1 argument, and 0 are written
SELECT hex();
-- error M0418 `hex` takes 1 argument, and 2 are written
SELECT hex(1, 2);
-- error M0418 `unicode` takes 1 argument, and 0 are written
SELECT unicode();
-- error M0418 `random` takes no arguments, and 1 is written
SELECT random(1);
-- error M0418 `randomblob` takes 1 argument, and 0 are written
SELECT randomblob();
-- error M0418 `typeof` takes 1 argument, and 0 are written
SELECT typeof();
-- error M0418 `typeof` takes 1 argument, and 2 are written
SELECT typeof(1, 2);
-- missed
SELECT trim();
-- missed
SELECT trim('a', 'b', 'c');
-- error M0418 `last_insert_rowid` takes no arguments, and 1 is written
SELECT last_insert_rowid(1);
-- error M0418 `changes` takes no arguments, and 1 is written
SELECT changes(1);
-- error M0418 `sqlite_version` takes no arguments, and 1 is written
SELECT sqlite_version(1);
SELECT julianday('now', '+1 day', 5) + strftime();
-- missed
SELECT likelihood(1, 2);
-- error M0418 `likelihood` takes 2 arguments, and 1 is written
SELECT likelihood(1);
-- error M0418 `json` takes 1 argument, and 0 are written
SELECT json();
SELECT json_extract();
-- error M0418 `json_object` with 1 argument
SELECT json_object('a');
-- error M0418 `json_object` with 3 arguments
SELECT json_object('a', 1, 'b');
-- error M0418 `json_set` with 2 arguments
SELECT json_set('{}', '$.a');
-- error M0418 `json_insert` with 2 arguments
SELECT json_insert('{}', '$.a');
-- error M0418 `json_array_length` takes 1 to 2 arguments, and 0 are written
SELECT json_array_length();
-- error M0418 `json_type` takes 1 to 2 arguments, and 0 are written
SELECT json_type();
-- error M0418 `json_valid` takes 1 to 2 arguments, and 0 are written
SELECT json_valid();
-- error M0418 `json_quote` takes 1 argument, and 0 are written
SELECT json_quote();
-- error M0418 `json_patch` takes 2 arguments, and 1 is written
SELECT json_patch('{}');
-- error M0418 `json_group_object` takes 2 arguments, and 1 is written
SELECT json_group_object(name) FROM author;
-- error M0418 `json_group_array` takes 1 argument, and 0 are written
SELECT json_group_array() FROM author;
-- error M0418 `group_concat` takes 1 to 2 arguments, and 0 are written
SELECT group_concat() FROM author;
-- error M0418 `group_concat` takes 1 to 2 arguments, and 3 are written
SELECT group_concat(name, ',', 'x') FROM author;
-- error M0418 `group_concat(DISTINCT …)` takes 1 argument, and 2 are written
SELECT group_concat(DISTINCT name, ',') FROM author;
-- error M0418 `string_agg` takes 2 arguments, and 1 is written
SELECT string_agg(name) FROM author;
-- error M0418 `sum` takes 1 argument, and 0 are written
SELECT sum() FROM author;
-- error M0418 `sum` takes 1 argument, and 2 are written
SELECT sum(born, 1) FROM author;
-- error M0418 `avg(*)`: only `count` counts rows
SELECT avg(*) FROM author;
-- error M0418 `sum(*)`: only `count` counts rows
SELECT sum(*) FROM author;
-- error M0418 `upper(*)`: only `count` counts rows
SELECT upper(*) FROM author;
-- error M0418 `count` takes 0 to 1 argument, and 2 are written
SELECT count(id, name) FROM author;
-- error M0418 `total` takes 1 argument, and 0 are written
SELECT total() FROM author;
-- error M0412 unknown function `lenght`
SELECT lenght(name) FROM author;
-- missed
SELECT nvl(name, 'x') FROM author;
-- error M0412 unknown function `now`
SELECT now();
-- error M0418 `concat_ws` takes at least 2 arguments, and 0 are written
SELECT concat_ws();
-- error M0301 syntax error: unexpected `isnull`
SELECT isnull(name, 'x') FROM author;
-- error M0412 unknown function `to_char`
SELECT to_char(born) FROM author;
-- error M0412 unknown function `if_null`
SELECT if_null(name, 'x') FROM author;
-- error M0412 unknown function `left`
SELECT left(name, 2) FROM author;
-- missed
SELECT uuid();
-- error M0412 unknown function `gen_random_uuid`
SELECT gen_random_uuid();
-- error M0412 unknown function `unix_timestamp`
SELECT unix_timestamp();
-- error M0412 unknown function `date_format`
SELECT date_format('now', '%Y');
-- error M0301 syntax error: unexpected `::text`
SELECT name::text FROM author;
-- error M0301 syntax error: unexpected `ILIKE`
SELECT name FROM author WHERE name ILIKE 'a%';
-- error M0301 syntax error: unexpected `FROM`
SELECT extract(year FROM 'now');
-- missed
SELECT INTERVAL '1 day';
SELECT CAST(name AS) FROM author;
-- error M0301 syntax error: unexpected `UPDATE`
SELECT name FROM author FOR UPDATE;
-- error M0301 syntax error: unexpected `5`
SELECT TOP 5 name FROM author;
-- error M0301 syntax error: unexpected `FIRST`
SELECT name FROM author FETCH FIRST 1 ROWS ONLY;
-- error M0301 syntax error: unexpected `ON`
SELECT DISTINCT ON (name) name FROM author;
-- error M0301 syntax error: unexpected `SELECT`
SELECT name FROM author WHERE id = ANY (SELECT 1);
-- error M0301 syntax error: unexpected `SIMILAR`
SELECT name FROM author WHERE name SIMILAR TO 'a';
-- error M0403 unknown column `ARRAY`
SELECT ARRAY[1, 2];
-- error M0301 syntax error: unexpected `BERNOULLI`
SELECT name FROM author TABLESAMPLE BERNOULLI (10);
SELECT name COLLATE german FROM author;
-- missed
SELECT name FROM author ORDER BY name COLLATE nowhere;
-- missed
SELECT name FROM author GROUP BY ROLLUP (name);
SELECT value FROM json_each();
-- error M0403 unknown column `vlaue`
SELECT vlaue FROM json_each('[1]');
-- error M0403 unknown column `vlaue` of `j`
SELECT j.vlaue FROM json_each('[1]') AS j;
-- error M0403 unknown column `nme` of `p`
SELECT p.nme FROM pragma_table_info('author') p;
-- error M0403 unknown column `nme` of table `author`
SELECT x.value FROM author, json_each(author.nme) AS x;
-- error M0301 syntax error: unexpected end of the statement
SELECT 'a' ||;
-- error M0301 syntax error: unexpected `mail`
SELECT id name mail FROM author;
-- error M0301 syntax error: unexpected `FROM`
SELECT FROM author;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM author WHERE;
-- error M0301 syntax error: unexpected `author`
SELECT * author;
-- error M0301 syntax error: unexpected `name`
SELECT name FROM author GROUP name;
-- error M0301 syntax error: unexpected end of the statement
SELECT name FROM author LIMIT;
-- error M0403 unknown column `id` behind LIMIT
SELECT name FROM author LIMIT id;
-- error M0403 unknown column `born` behind LIMIT
SELECT name FROM author LIMIT 1 OFFSET born;
-- error M0301 syntax error: unexpected `5`
SELECT name FROM author OFFSET 5;
-- error M0301 syntax error: unexpected `FROM`
SELECT name, FROM author;
-- error M0301 syntax error: unexpected `FROM`
SELECT (name FROM author;
-- error M0301 syntax error: unexpected end of the statement
SELECT name FROM (SELECT 1;
-- error M0301 syntax error: unexpected `a`
SELECT name FROM author a a;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM author JOIN;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM author JOIN book ON;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM author LEFT book;
-- error M0301 syntax error: unexpected `5`
SELECT name FROM author WHERE id NOT 5;
-- error M0301 syntax error: unexpected `1`
SELECT name FROM author WHERE id IN 1, 2;
-- error M0301 syntax error: unexpected end of the statement
SELECT name FROM author WHERE id BETWEEN 1;
-- error M0301 syntax error: unexpected `FROM`
SELECT CASE name WHEN 'a' THEN 1 FROM author;
-- error M0301 syntax error: unexpected end of the statement
SELECT CASE END;
-- error M0301 syntax error: unexpected `0xZZ`
SELECT 0xZZ;
-- error M0301 syntax error: unexpected `x'ABC'`
SELECT x'ABC';
