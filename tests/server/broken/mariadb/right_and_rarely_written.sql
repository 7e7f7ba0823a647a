SET STATEMENT max_statement_time = 10 FOR CREATE TABLE hurried (a int, b text);
INSERT INTO hurried (a) VALUES (1);
SET STATEMENT max_statement_time = 10 FOR ALTER TABLE hurried ADD COLUMN c int;
UPDATE hurried SET c = a;
-- error M0403 unknown column `d` of table `hurried`
SET STATEMENT max_statement_time = 10 FOR UPDATE hurried SET d = a;
SET STATEMENT max_statement_time = 10 FOR DROP TABLE hurried;
-- error M0401 unknown table `hurried`
SELECT * FROM hurried;
CREATE TABLE going (id int PRIMARY KEY, a int CHECK (a > 0), b int);
ALTER TABLE going DROP COLUMN id, ADD COLUMN id bigint NOT NULL FIRST, DROP PRIMARY KEY, ADD PRIMARY KEY (id, b);
ALTER TABLE going ORDER BY going.id, going.b DESC, a;
CREATE TABLE words (d datetime, s varchar(40));
SELECT timestampadd(SQL_TSI_DAY, 1, d), timestampdiff(SQL_TSI_WEEK, d, now()), get_format(TIME, 'eur'), get_format(DATETIME, s) FROM words;
SELECT MPointFromWKB(AsWKB(MultiPoint(Point(1, 2)))), MultiPolygonFromText('MULTIPOLYGON(((0 0,1 0,1 1,0 0)))');
-- error M0412 unknown function `MPoyntFromWKB`
SELECT MPoyntFromWKB(NULL);
SELECT CONVERT(s USING filename) FROM words;
-- error M0412 unknown character set `filname`
SELECT CONVERT(s USING filname) FROM words;
CREATE TABLE pairs (a int, b int, c varchar(10));
SELECT ROW(a, b) IN (SELECT b, a FROM pairs) FROM pairs;
-- error M0418 2 columns are compared with 1 column
SELECT (a, b) IN (SELECT b FROM pairs) FROM pairs;
SELECT 1 AS x, (SELECT x + 1) AS y;
SELECT a AS x, (SELECT max(b) FROM pairs AS u WHERE u.a = x) FROM pairs;
-- error M0403 unknown column `z` of table `pairs`
SELECT a AS x, (SELECT max(b) FROM pairs AS u WHERE u.a = z) FROM pairs;
-- error M0403 unknown column `x` of table `pairs`
SELECT a AS x FROM pairs WHERE x = 1;
CREATE TABLE values_of (e enum('x', 'y') DEFAULT 'x');
INSERT INTO values_of VALUES ('2'), ('y');
-- error M0417 the value of `e` is `z`, which is none of its values
INSERT INTO values_of VALUES ('z');
-- error M0417 the default of `e` is `2`, which is none of its values
CREATE TABLE values_too (e enum('x', 'y') DEFAULT '2');
CREATE TABLE below (a int);
CREATE VIEW shadowed AS SELECT a FROM below;
CREATE TEMPORARY TABLE shadowed (b int);
SELECT b FROM shadowed;
DROP VIEW shadowed;
SELECT b FROM shadowed;
DROP TABLE shadowed;
CREATE TABLE shadowed (c int);
CREATE TABLE kept (a int) WITH SYSTEM VERSIONING;
SELECT a, row_start, row_end FROM kept;
CREATE PROCEDURE p() SET SESSION TRANSACTION READ ONLY, ISOLATION LEVEL SERIALIZABLE;
-- error M0301 syntax error: unexpected `SESION`
CREATE PROCEDURE q() SET SESION TRANSACTION READ ONLY;
CREATE TABLE shapes (g geometry NOT NULL, KEY (g(25)));
-- error M0425 `g` is `int`, of which no beginning can be indexed
CREATE TABLE numbers (g int, KEY (g(2)));
CREATE TABLE loose (a int, b text);
SET STATEMENT sql_mode = '' FOR INSERT INTO loose (a, b) VALUES ('x', 1);
-- error M0403 unknown column `c` of table `loose`
SET STATEMENT sql_mode = '' FOR INSERT INTO loose (a, c) VALUES ('x', 1);
CREATE TABLE by_day (a DATE) PARTITION BY LIST (EXTRACT(DAY FROM a)) (PARTITION p0 VALUES IN (1));
CREATE TABLE by_half (a int unsigned) PARTITION BY HASH (a DIV 2) PARTITIONS 4;
CREATE TABLE by_text (a int, b text, UNIQUE (b), UNIQUE (a, b)) PARTITION BY LIST (a) (PARTITION p0 VALUES IN (1));
-- error M0425 the unique index `b` has not the column `a`, by which the table is divided
CREATE TABLE by_other (a int, b int, UNIQUE (b)) PARTITION BY HASH (a);
CREATE TABLE of_query (WITH s AS (SELECT 1 AS x) SELECT x FROM s);
SELECT x FROM of_query;
-- missed
SELECT y FROM of_query;
DELETE HISTORY FROM kept;
DELETE HISTORY FROM kept BEFORE SYSTEM_TIME '2020-01-01';
-- error M0401 unknown table `kapt`
DELETE HISTORY FROM kapt;
CREATE TRIGGER ended AFTER UPDATE ON kept FOR EACH ROW SET @ended = OLD.row_end;
-- error M0403 unknown column `row_ended` of table `kept`
CREATE TRIGGER ended_too AFTER UPDATE ON kept FOR EACH ROW SET @ended = OLD.row_ended;
CREATE TABLE listed (a int) PARTITION BY LIST (a) (PARTITION rest DEFAULT);
CREATE TABLE named_oddly (a int) PARTITION BY LIST (a) (PARTITION `p 1` VALUES IN (1), PARTITION `p 2` VALUES IN (2));
ALTER TABLE named_oddly ADD PARTITION (PARTITION `p 3` VALUES IN (3));
-- error M0413 partition `p 2` of table `named_oddly` exists already
ALTER TABLE named_oddly ADD PARTITION (PARTITION `p 2` VALUES IN (4));
CREATE TABLE said_once (a int) PARTITION BY LIST (a) (PARTITION p1 VALUES IN (1), p2 VALUES IN (2), p3 VALUES IN (3));
SELECT a, last_value(a) OVER (ORDER BY a), first_value(a) OVER (ORDER BY a) FROM pairs;
-- error M0425 `lower` is no window function
SELECT a, lower(c) OVER (ORDER BY a) FROM pairs;
SELECT 0b0101, b'1', 0b01 + 1;
-- error M0403 unknown column `0b0102`
SELECT 0b0102;
