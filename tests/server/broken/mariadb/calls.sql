CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b VARCHAR(20), c DATE, j JSON, g POINT, txt TEXT);
CREATE FUNCTION f0() RETURNS INT RETURN 1;
CREATE FUNCTION f2(x INT, y INT) RETURNS INT DETERMINISTIC RETURN x + y;
CREATE PROCEDURE p0() SELECT 1;
CREATE PROCEDURE p2(IN x INT, OUT y INT) SET y = x;
-- error M0418 function `f0` takes 0 values, and is given 1 value
SELECT f0(1);
-- error M0418 function `f2` takes 2 values, and is given 1 value
SELECT f2(1);
-- error M0418 function `f2` takes 2 values, and is given 3 values
SELECT f2(1, 2, 3);
SELECT f2(1, 2), f0();
-- missed
SELECT nosuch_function(1);
-- missed
SELECT f_2(1, 2);
-- error M0418 procedure `p0` takes 0 values, and is given 1 value
CALL p0(1);
-- error M0418 procedure `p2` takes 2 values, and is given 1 value
CALL p2(1);
-- error M0425 procedure `p2` returns something in its second value, which is no variable
CALL p2(1, 2);
-- error M0418 procedure `p2` takes 2 values, and is given 3 values
CALL p2(1, @y, 3);
CALL p2(1, @y);
-- error M0412 unknown procedure `nosuch_procedure`
CALL nosuch_procedure();
-- error M0412 `f0` is a function, not a procedure
CALL f0();
-- error M0412 `p0` is a procedure, which has no value
SELECT p0();
SELECT * FROM t WHERE f2(a) > 1;
UPDATE t SET a = f0(a);
-- missed
INSERT INTO t (a) VALUES (f2(1));
CREATE VIEW v1 AS SELECT f2(a) AS x FROM t;
-- missed
CREATE TABLE u1 (a INT DEFAULT (f0()));
-- missed
CREATE TABLE u2 (a INT, b INT AS (f2(a, 1)));
-- missed
CREATE TABLE u3 (a INT, CHECK (f2(a, 1) > 1));
CREATE TRIGGER tr1 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = f2(1);
CREATE TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = f2(1, NEW.id);
DROP TRIGGER tr2;
-- error M0301 syntax error: unexpected `)`
SELECT LEFT('a');
-- error M0301 syntax error: unexpected `)`
SELECT SUBSTRING('abc');
-- error M0418 `concat` takes at least 1 argument, and 0 are written
SELECT CONCAT();
-- error M0418 `concat_ws` takes at least 2 arguments, and 1 is written
SELECT CONCAT_WS('-');
-- error M0418 `ifnull` takes 2 arguments, and 1 is written
SELECT IFNULL(1);
-- error M0301 syntax error: unexpected `)`
SELECT IF(1, 2);
-- error M0418 `nullif` takes 2 arguments, and 1 is written
SELECT NULLIF(1);
-- error M0301 syntax error: unexpected `)`
SELECT COALESCE();
-- error M0418 `upper` takes 1 argument, and 2 are written
SELECT UPPER('a', 'b');
-- error M0418 `length` takes 1 argument, and 0 are written
SELECT LENGTH();
-- error M0418 `abs` takes 1 argument, and 2 are written
SELECT ABS(1, 2);
-- error M0418 `round` takes 1 to 2 arguments, and 3 are written
SELECT ROUND(1, 2, 3);
-- error M0301 syntax error: unexpected `)`
SELECT MOD(5);
-- error M0418 `pow` takes 2 arguments, and 1 is written
SELECT POW(2);
-- error M0301 syntax error: unexpected `)`
SELECT REPLACE('a', 'b');
-- error M0418 `lpad` takes 2 to 3 arguments, and 1 is written
SELECT LPAD('a');
-- error M0301 syntax error: unexpected `REPEAT`
SELECT REPEAT('a');
-- error M0418 `instr` takes 2 arguments, and 1 is written
SELECT INSTR('a');
-- error M0418 `locate` takes 2 to 3 arguments, and 1 is written
SELECT LOCATE('a');
-- error M0418 `field` takes at least 2 arguments, and 1 is written
SELECT FIELD('a');
-- error M0418 `elt` takes at least 2 arguments, and 1 is written
SELECT ELT(1);
-- error M0418 `date_format` takes 2 to 3 arguments, and 1 is written
SELECT DATE_FORMAT(c) FROM t;
-- error M0418 `str_to_date` takes 2 arguments, and 1 is written
SELECT STR_TO_DATE('x');
-- error M0418 `datediff` takes 2 arguments, and 1 is written
SELECT DATEDIFF(c) FROM t;
-- error M0301 syntax error: unexpected `)`
SELECT TIMESTAMPDIFF(DAY, c) FROM t;
-- error M0301 syntax error: unexpected `DAYS`
SELECT TIMESTAMPDIFF(DAYS, c, c) FROM t;
-- error M0301 syntax error: unexpected `5`
SELECT DATE_ADD(c, 5) FROM t;
-- error M0301 syntax error: unexpected `DAYS`
SELECT DATE_ADD(c, INTERVAL 5 DAYS) FROM t;
-- error M0301 syntax error: unexpected `)`
SELECT YEAR() FROM t;
-- error M0418 `monthname` takes 1 argument, and 2 are written
SELECT MONTHNAME(c, 1) FROM t;
-- missed
SELECT NOW(7);
-- error M0301 syntax error: unexpected `1`
SELECT CURDATE(1);
-- error M0418 `unix_timestamp` takes 0 to 1 argument, and 2 are written
SELECT UNIX_TIMESTAMP(1, 2);
-- error M0418 `from_unixtime` takes 1 to 2 arguments, and 0 are written
SELECT FROM_UNIXTIME();
-- error M0418 `md5` takes 1 argument, and 0 are written
SELECT MD5();
-- error M0418 `sha2` takes 2 arguments, and 1 is written
SELECT SHA2('x');
-- error M0418 `uuid` takes no arguments, and 1 is written
SELECT UUID(1);
-- error M0418 `rand` takes 0 to 1 argument, and 2 are written
SELECT RAND(1, 2);
-- error M0418 `greatest` takes at least 2 arguments, and 1 is written
SELECT GREATEST(1);
-- error M0418 `least` takes at least 2 arguments, and 1 is written
SELECT LEAST(1);
-- error M0418 `inet_aton` takes 1 argument, and 0 are written
SELECT INET_ATON();
-- error M0418 `json_extract` takes at least 2 arguments, and 1 is written
SELECT JSON_EXTRACT(j) FROM t;
-- error M0418 `json_set` takes at least 3 arguments, and 2 are written
SELECT JSON_SET(j, '$.a') FROM t;
-- missed
SELECT JSON_OBJECT('a') FROM t;
-- error M0418 `json_unquote` takes 1 argument, and 0 are written
SELECT JSON_UNQUOTE() FROM t;
-- error M0418 `json_contains` takes 2 to 3 arguments, and 1 is written
SELECT JSON_CONTAINS(j) FROM t;
-- error M0418 `json_length` takes 1 to 2 arguments, and 3 are written
SELECT JSON_LENGTH(j, '$', '$') FROM t;
-- error M0418 `json_value` takes 2 arguments, and 1 is written
SELECT JSON_VALUE(j) FROM t;
-- error M0418 `json_keys` takes 1 to 2 arguments, and 0 are written
SELECT JSON_KEYS() FROM t;
-- error M0418 `json_valid` takes 1 argument, and 2 are written
SELECT JSON_VALID(j, 1) FROM t;
-- error M0418 `json_search` takes at least 3 arguments, and 2 are written
SELECT JSON_SEARCH(j, 'one') FROM t;
-- missed
SELECT ST_X() FROM t;
-- missed
SELECT ST_Distance(g) FROM t;
-- missed
SELECT ST_GeomFromText() FROM t;
-- error M0418 `point` takes 2 arguments, and 1 is written
SELECT POINT(1) FROM t;
-- error M0418 `regexp_replace` takes 3 to 6 arguments, and 2 are written
SELECT REGEXP_REPLACE('a', 'b');
-- error M0418 `regexp_substr` takes 2 to 5 arguments, and 1 is written
SELECT REGEXP_SUBSTR('a');
SELECT CAST('a' AS VARCHAR(10));
-- error M0301 syntax error: unexpected `TEXT`
SELECT CAST('a' AS TEXT);
-- error M0301 syntax error: unexpected `BIGINT`
SELECT CAST('1' AS BIGINT);
-- error M0301 syntax error: unexpected `BOOLEAN`
SELECT CAST('1' AS BOOLEAN);
-- error M0412 unknown character set `nosuch`
SELECT CONVERT('a' USING nosuch);
-- missed
SELECT CAST('a' AS CHAR CHARACTER SET nosuch);
-- error M0412 unknown collation `nosuch_ci`
SELECT 'a' COLLATE nosuch_ci;
-- missed
SELECT _utf8mb4'a' COLLATE latin1_bin;
-- missed
SELECT b COLLATE latin1_bin FROM t;
-- error M0301 syntax error: unexpected `,`
SELECT COUNT(a, b) FROM t;
-- error M0301 syntax error: unexpected `*`
SELECT COUNT(DISTINCT *) FROM t;
-- error M0301 syntax error: unexpected `*`
SELECT SUM(*) FROM t;
-- error M0301 syntax error: unexpected `)`
SELECT SUM() FROM t;
-- error M0301 syntax error: unexpected `)`
SELECT MAX(a, id) FROM t;
-- error M0418 `group_concat` takes at least 1 argument, and 0 are written
SELECT GROUP_CONCAT() FROM t;
-- error M0425 `sum` inside of another function over all rows
SELECT SUM(SUM(a)) FROM t;
-- error M0301 syntax error: unexpected `FROM`
SELECT ROW_NUMBER() FROM t;
-- error M0403 unknown column `nosuch` of table `t`
SELECT RANK() OVER (ORDER BY nosuch) FROM t;
-- error M0418 `ntile` takes 1 argument, and 0 are written
SELECT NTILE() OVER (ORDER BY a) FROM t;
-- error M0418 `lag` takes 1 to 3 arguments, and 0 are written
SELECT LAG() OVER (ORDER BY a) FROM t;
-- error M0412 unknown window `w`
SELECT RANK() OVER w FROM t;
-- error M0418 `rank` takes no arguments, and 1 is written
SELECT RANK(a) OVER (ORDER BY a) FROM t;
-- missed
SELECT SUM(a) OVER (ORDER BY a ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM t;
-- missed
SELECT SUM(a) OVER (ROWS UNBOUNDED FOLLOWING) FROM t;
-- error M0425 the window function `rank` stands outside of what is returned and of ORDER BY
SELECT a FROM t WHERE RANK() OVER (ORDER BY a) = 1;
-- error M0425 `sum` over all rows stands in GROUP BY
SELECT a FROM t GROUP BY SUM(a);
-- error M0425 `count` over all rows stands where single rows are looked at
SELECT a FROM t WHERE COUNT(*) > 1;
-- error M0418 `last_insert_id` takes 0 to 1 argument, and 2 are written
SELECT LAST_INSERT_ID(1, 2);
-- error M0301 syntax error: unexpected `)`
SELECT DATABASE(1);
-- error M0301 syntax error: unexpected `)`
SELECT USER(1);
-- error M0418 `version` takes no arguments, and 1 is written
SELECT VERSION('x');
-- error M0418 `format` takes 2 to 3 arguments, and 1 is written
SELECT FORMAT(1);
-- error M0418 `hex` takes 1 argument, and 0 are written
SELECT HEX();
-- error M0418 `conv` takes 3 arguments, and 2 are written
SELECT CONV(1, 2);
-- error M0418 `bin` takes 1 argument, and 2 are written
SELECT BIN(1, 2);
-- error M0418 `ceil` takes 1 argument, and 0 are written
SELECT CEIL();
-- error M0301 syntax error: unexpected `)`
SELECT TRUNCATE(1.5);
-- error M0418 `sign` takes 1 argument, and 0 are written
SELECT SIGN();
-- error M0301 syntax error: unexpected `)`
SELECT TRIM();
-- error M0418 `strcmp` takes 2 arguments, and 1 is written
SELECT STRCMP('a');
-- error M0418 `makedate` takes 2 arguments, and 1 is written
SELECT MAKEDATE(2020);
-- error M0418 `period_add` takes 2 arguments, and 1 is written
SELECT PERIOD_ADD(202001);
-- error M0418 `timediff` takes 2 arguments, and 1 is written
SELECT TIMEDIFF('10:00');
-- error M0301 syntax error: unexpected `)`
SELECT WEEK();
-- error M0418 `last_day` takes 1 argument, and 2 are written
SELECT LAST_DAY(c, c) FROM t;
-- error M0418 `char_length` takes 1 argument, and 2 are written
SELECT CHAR_LENGTH('a', 'b');
-- error M0418 `reverse` takes 1 argument, and 0 are written
SELECT REVERSE();
-- error M0418 `aes_encrypt` takes at least 2 arguments, and 1 is written
SELECT AES_ENCRYPT('a');
-- error M0418 `get_lock` takes 2 arguments, and 1 is written
SELECT GET_LOCK('a');
-- error M0418 `sleep` takes 1 argument, and 0 are written
SELECT SLEEP();
-- error M0418 `benchmark` takes 2 arguments, and 1 is written
SELECT BENCHMARK(1);
-- error M0412 unknown sequence `nosuch`
SELECT NEXTVAL(nosuch);
-- missed
SELECT NEXTVAL(t);
-- error M0412 unknown sequence `nosuch`
SELECT LASTVAL(nosuch);
-- error M0412 unknown sequence `nosuch`
SELECT SETVAL(nosuch, 1);
-- error M0418 a row of 2 stands for one value
SELECT (1, 2);
-- error M0418 2 columns are compared with 3 columns
SELECT (1, 2) = (1, 2, 3);
-- error M0418 2 columns are compared with 1 column
SELECT a FROM t WHERE (a, b) = 1;
-- error M0418 1 column is compared with 2 columns
SELECT a FROM t WHERE a IN (SELECT a, b FROM t);
-- error M0418 2 columns are compared with 1 column
SELECT a FROM t WHERE (a, b) IN (SELECT a FROM t);
-- error M0418 1 column is compared with 2 columns
SELECT a FROM t WHERE a = (SELECT a, b FROM t);
-- missed
SELECT MATCH (b) AGAINST ('x') FROM t;
-- error M0403 unknown column `nosuch` of table `t`
SELECT MATCH (nosuch) AGAINST ('x') FROM t;
-- missed
SELECT MATCH (txt) AGAINST (b) FROM t;
