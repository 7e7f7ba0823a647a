-- case duplicate column in create
-- error M0404 column `A` of table `t` exists already
CREATE TABLE t (a int, A int);
-- case indexes belong to tables
CREATE TABLE t (a int, KEY k (a));
CREATE TABLE u (a int, KEY k (a));
DROP INDEX k ON t;
-- error M0407 unknown index `k` of table `t`
ALTER TABLE t DROP INDEX k;
-- case duplicate index
CREATE TABLE t (a int, KEY k (a));
-- error M0408 index `k` of table `t` exists already
ALTER TABLE t ADD INDEX k (a);
-- case made-up names of indexes
CREATE TABLE t (a int UNIQUE, b int, KEY (a), INDEX (b), UNIQUE KEY (b));
ALTER TABLE t DROP INDEX a_2, DROP INDEX b, DROP KEY b_2, DROP INDEX a;
-- case made-up names of foreign keys
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int, b int, FOREIGN KEY (a) REFERENCES u (id), FOREIGN KEY (b) REFERENCES u (id));
ALTER TABLE t DROP FOREIGN KEY t_ibfk_1;
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id);
ALTER TABLE t DROP FOREIGN KEY t_ibfk_3;
-- error M0405 unknown constraint `t_ibfk_1`
ALTER TABLE t DROP FOREIGN KEY t_ibfk_1;
-- case foreign key to nothing
-- error M0401 unknown table `u`
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (id));
-- case foreign key to nothing without checks
SET FOREIGN_KEY_CHECKS = 0;
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (id));
CREATE TABLE u (id int PRIMARY KEY);
SET FOREIGN_KEY_CHECKS = 1;
-- case foreign key to a column without an index
CREATE TABLE u (id int PRIMARY KEY, e int);
-- error M0414 foreign key to `e` of table `u`, which is not indexed
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (e));
-- case foreign key to an index
CREATE TABLE u (id int PRIMARY KEY, e int, f int, KEY (e, f));
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (e));
-- case drop a table others point to
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES u (id));
-- error M0415 table `u` cannot be dropped
DROP TABLE u;
-- case change and modify
CREATE TABLE t (a int, b int);
ALTER TABLE t CHANGE a c bigint NOT NULL, MODIFY b text, ADD COLUMN (d int, e int), ADD f int AFTER c;
INSERT INTO t (c, b, d, e, f) VALUES (1, 2, 3, 4, 5);
-- error M0403 unknown column `a` of table `t`
ALTER TABLE t MODIFY a int;
-- case swap names
CREATE TABLE t (a int, b int);
ALTER TABLE t CHANGE a b int, CHANGE b a int;
SELECT a, b FROM t;
-- case drop and add
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD COLUMN a text, DROP COLUMN a;
-- case primary keys
CREATE TABLE t (a int);
ALTER TABLE t ADD PRIMARY KEY (a);
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a);
ALTER TABLE t DROP PRIMARY KEY;
-- error M0405 table `t` has no primary key
ALTER TABLE t DROP PRIMARY KEY;
-- case rename table
CREATE TABLE t (a int);
CREATE TABLE u (b int);
RENAME TABLE t TO x, u TO t, x TO u;
SELECT b FROM t;
SELECT a FROM u;
-- error M0401 unknown table `x`
RENAME TABLE x TO y;
-- case strings and variables
CREATE TABLE t (a int, s varchar(20));
SELECT "text", @x, @@version, _utf8mb4 'a', a FROM t WHERE s = "b" AND a > DATE_SUB(now(), INTERVAL 1 DAY);
SELECT TIMESTAMPDIFF(DAY, now(), now()), group_concat(s ORDER BY a SEPARATOR ','), convert(s USING utf8mb4) FROM t;
INSERT INTO t (a, s) VALUES (1, 'x') ON DUPLICATE KEY UPDATE s = VALUES(s);
INSERT INTO t SET a = 1, s = 'x';
REPLACE INTO t (a) VALUES (1);
UPDATE t x JOIN t y ON x.a = y.a SET x.s = y.s;
DELETE x FROM t x JOIN t y ON x.a = y.a;
-- error M0403 unknown column `b` of table `t`
INSERT INTO t SET b = 1;
-- case unknown column in a view
CREATE TABLE t (a int);
-- error M0403 unknown column `b` of table `t`
CREATE VIEW v AS SELECT b FROM t;
-- case a column leaves its indexes
CREATE TABLE t (a int, b int, KEY k (a, b), KEY l (a));
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP INDEX k;
-- error M0407 unknown index `l` of table `t`
ALTER TABLE t DROP INDEX l;
-- case if exists everywhere
CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, DROP COLUMN IF EXISTS b, DROP INDEX IF EXISTS k, ADD INDEX IF NOT EXISTS j (a);
ALTER TABLE t ADD INDEX IF NOT EXISTS j (a);
CREATE OR REPLACE TABLE t (b int);
SELECT b FROM t;
-- case rename an index
CREATE TABLE t (a int, KEY k (a));
ALTER TABLE t RENAME INDEX k TO l;
-- error M0407 unknown index `k` of table `t`
ALTER TABLE t RENAME INDEX k TO m;
-- case triggers
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- error M0413 trigger `g` exists already
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
-- case procedures leave a doubt
CREATE PROCEDURE p() CREATE TABLE u (a int);
CALL p();
SELECT a FROM u;
-- case dynamic SQL
SET @s = 'CREATE TABLE u (a int)';
PREPARE s FROM @s;
EXECUTE s;
SELECT a FROM u;
-- case generated columns and options
CREATE TABLE t (a int unsigned NOT NULL AUTO_INCREMENT, b int AS (a + 1) VIRTUAL, c varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT 'x' COMMENT 'c', d timestamp DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, e enum('x', 'y'), PRIMARY KEY (a), KEY k (c(3)), FULLTEXT KEY f (c)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='t';
ALTER TABLE t DROP INDEX f, DROP KEY k, ALGORITHM=COPY;
-- error M0403 unknown column `z` of table `t`
ALTER TABLE t ADD KEY k (a, z);
-- case unknown column in a generated one
-- error M0403 unknown column `z` of table `t`
CREATE TABLE t (a int, b int AS (z + 1) VIRTUAL);
-- case words of statements that are no names
CREATE TABLE t (a int, s varchar(20), d datetime, j json, KEY k (a));
SELECT SQL_NO_CACHE a FROM t;
SELECT SQL_CALC_FOUND_ROWS HIGH_PRIORITY a FROM t;
SELECT STRAIGHT_JOIN t.a FROM t JOIN t u ON t.a = u.a;
SELECT t.a FROM t STRAIGHT_JOIN t u ON t.a = u.a;
SELECT a FROM t USE INDEX (k) WHERE a = 1;
SELECT a FROM t FORCE INDEX FOR ORDER BY (k) ORDER BY a LIMIT 1, 2;
INSERT LOW_PRIORITY INTO t (a) VALUES (1);
INSERT HIGH_PRIORITY IGNORE INTO t (a) VALUES (1);
INSERT IGNORE t (a) VALUES (1);
INSERT INTO t VALUES (1, 'x', now(), NULL);
REPLACE LOW_PRIORITY INTO t SET a = 1;
UPDATE LOW_PRIORITY t SET a = 1;
UPDATE IGNORE t SET a = 1 ORDER BY a LIMIT 1;
UPDATE t, t u SET t.a = u.a WHERE t.a = u.a;
UPDATE t LEFT JOIN t u ON t.a = u.a SET t.s = u.s, u.a = 1;
DELETE LOW_PRIORITY QUICK IGNORE FROM t WHERE a = 1;
DELETE t FROM t JOIN t u ON t.a = u.a;
DELETE FROM x USING t AS x JOIN t AS y WHERE x.a = y.a;
DELETE FROM t ORDER BY a LIMIT 1;
SELECT DISTINCTROW a FROM t GROUP BY a WITH ROLLUP;
SELECT a AS `x y`, s 'alias', count(*) c FROM t GROUP BY a HAVING c > 1 AND `x y` = 1;
SELECT BINARY s, s REGEXP 'a', s RLIKE 'b', a DIV 2, a MOD 2, a XOR 1, s SOUNDS LIKE 'x' FROM t;
SELECT extract(YEAR FROM d), date_add(d, INTERVAL 1 HOUR), d + INTERVAL 1 DAY, timestampadd(MINUTE, 1, d) FROM t;
SELECT CAST(a AS UNSIGNED), CONVERT(a, CHAR), CONVERT(s USING latin1), CHAR(77 USING utf8mb4), get_format(DATE, 'USA') FROM t;
SELECT json_extract(j, '$.a'), json_value(j, '$.b') FROM t;
SELECT jt.x FROM t, JSON_TABLE(j, '$[*]' COLUMNS (x int PATH '$.x')) jt;
SELECT @a := a, @b FROM t;
SELECT if(a, 1, 2), ifnull(a, 1), isnull(a), utc_timestamp, utc_date(), current_timestamp, localtime FROM t;
SELECT a FROM t WHERE (a, s) IN (SELECT a, s FROM t) FOR UPDATE;
SELECT a FROM t LOCK IN SHARE MODE;
SELECT a FROM t PROCEDURE ANALYSE();
SELECT table_name FROM information_schema.tables WHERE table_schema = database();
SELECT 1 FROM dual;
SELECT user FROM mysql.user;
SELECT t.* FROM t;
SELECT `t`.`a`, `T2`.`s` FROM t AS `T2` JOIN t ON t.a = `T2`.a;
SELECT match_a FROM (SELECT a AS match_a FROM t) x;
WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n;
VALUES (1, 2);
-- case words of definitions that are no names
CREATE TABLE t (`key` int, value int, a int(11) unsigned zerofill NOT NULL DEFAULT 0, b double precision, c national varchar(10), d bit(1) DEFAULT b'0', e timestamp NULL DEFAULT NULL, f text, g set('a', 'b') DEFAULT NULL, h datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3), i varchar(5) BINARY, k int COMMENT 'x' AUTO_INCREMENT KEY, l int CHECK (l > 0), CONSTRAINT m CHECK (a > 0), UNIQUE `n` USING BTREE (a), KEY o (f(10), a DESC) COMMENT 'x', INDEX (b) USING BTREE);
ALTER TABLE t ADD UNIQUE INDEX p (a, b), ADD FULLTEXT q (f), ADD CONSTRAINT r UNIQUE KEY s (b), ADD INDEX (c);
ALTER TABLE t DROP INDEX s;
-- case named unique keys
CREATE TABLE t (b int);
ALTER TABLE t ADD CONSTRAINT r UNIQUE (b);
ALTER TABLE t DROP CONSTRAINT r;
ALTER TABLE t ADD UNIQUE (b), ENGINE = InnoDB, CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE t DROP KEY b, ADD COLUMN c int FIRST, RENAME TO u;
ALTER TABLE u RENAME COLUMN b TO e, ADD d int;
SELECT c, d, e FROM u;
-- case engines without foreign keys
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES missing (id)) ENGINE = MyISAM;
CREATE TABLE u (a int) ENGINE=MyISAM;
ALTER TABLE u ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES missing (id);
-- case an engine by default
SET default_storage_engine = MyISAM;
CREATE TABLE t (a int, FOREIGN KEY (a) REFERENCES missing (id));
-- case dropping the index of a foreign key and adding a better one
CREATE TABLE u (id int PRIMARY KEY);
CREATE TABLE t (a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES u (id));
ALTER TABLE t ADD INDEX g (a, b);
ALTER TABLE t ADD INDEX f (a);
ALTER TABLE t DROP FOREIGN KEY f;
-- case a foreign key of another type
CREATE TABLE u (id int unsigned PRIMARY KEY, b boolean UNIQUE, s varchar(5) UNIQUE);
CREATE TABLE a (x int(5) unsigned, y tinyint, z char(9), FOREIGN KEY (x) REFERENCES u (id), FOREIGN KEY (y) REFERENCES u (b), FOREIGN KEY (z) REFERENCES u (s));
-- error M0417 `x` is `int` and points to `id`, which is `int unsigned`
CREATE TABLE b (x int, FOREIGN KEY (x) REFERENCES u (id));
-- case a foreign key of another size
CREATE TABLE u (id int PRIMARY KEY);
-- error M0417 `x` is `bigint` and points to `id`, which is `int`
CREATE TABLE b (x bigint, FOREIGN KEY (x) REFERENCES u (id));
-- case a foreign key of another count
CREATE TABLE u (id int PRIMARY KEY);
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES u (id));
-- case names of 64 characters
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (a int);
-- error M0419 the name of this column has 65 characters, and 64 are allowed
ALTER TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ADD aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa int;
-- case the row of a trigger
CREATE TABLE t (a int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 1;
-- error M0403 unknown column `b` of table `t`
CREATE TRIGGER h BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1;
-- case routines that are not there
CREATE PROCEDURE p() SELECT 1;
DROP PROCEDURE p;
DROP PROCEDURE IF EXISTS p;
-- error M0412 unknown procedure `p`
DROP PROCEDURE p;
-- case columns of a view
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT *, a + b AS s FROM t;
SELECT s, a, v.b FROM v;
-- error M0403 unknown column `c`
SELECT c FROM v;
-- case fewer values than columns
CREATE TABLE t (a int, b int);
INSERT INTO t VALUES ();
-- error M0418 1 value for 2 columns
INSERT INTO t VALUES (1);

-- case rows are sorted by the text of an expression
CREATE TABLE a (id int);
SELECT id, COUNT(*) FROM a GROUP BY id ORDER BY `COUNT(*)`;
-- case statements that are put together
CREATE TABLE t (a int);
CREATE TABLE u (a int);
SET @column = 'b';
SET @sql = (SELECT IF((SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND COLUMN_NAME = @column) > 0, 'SELECT 1', CONCAT('ALTER TABLE t ADD ', @column, ' int')));
PREPARE s FROM @sql;
EXECUTE s;
DEALLOCATE PREPARE s;
SELECT b FROM t;
-- error M0403 unknown column `b` of table `u`
SELECT b FROM u;
-- error M0401 unknown table `v`
SELECT a FROM v;
EXECUTE IMMEDIATE CONCAT('CREATE TABLE ', 'v', '_1 (a int)');
SELECT a FROM v_1;
-- case tables with names that are put together
CREATE TABLE t (a int);
SET @name := CONCAT('u', '_x');
EXECUTE IMMEDIATE CONCAT('CREATE TABLE ', @name, ' (a int)');
SELECT a FROM u_x;
SELECT 'DROP TABLE t' INTO @sql;
PREPARE s FROM @sql;
EXECUTE s;
CREATE TABLE t (b int);
-- error M0403 unknown column `a` of table `t`
SELECT a FROM t;
-- case what stands before a dot
CREATE TABLE t (a int);
-- error M0401 nothing in this statement is called `t`
SELECT t.a FROM t u;
SELECT U.a FROM t U;
-- case partitions come and go
CREATE TABLE t (a int) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (10));
ALTER TABLE t ADD PARTITION (PARTITION p1 VALUES LESS THAN (20));
ALTER TABLE t DROP PARTITION p0;
-- error M0403 unknown column `b` of table `t`
SELECT b FROM t;
-- case words in types and spellings of values
CREATE TABLE t (b BINARY(3), c VARCHAR(10) BINARY, d NCHAR(5), e NVARCHAR(6), f NATIONAL VARCHAR(7), g INT DEFAULT 00, h ENUM("x","it's") DEFAULT "x", i SET("p",'q'), k CHAR(4) BINARY CHARACTER SET utf8mb4, m BINARY DEFAULT 'a', n TEXT ASCII, o VARCHAR(5) UNICODE, u CHAR BYTE, w YEAR(4) DEFAULT 0, x VARCHAR(3) DEFAULT '007') DEFAULT CHARSET latin1;
-- case names of foreign keys
CREATE TABLE U (id INT PRIMARY KEY);
CREATE TABLE ABC (a INT, FOREIGN KEY (a) REFERENCES U (id));
ALTER TABLE ABC DROP FOREIGN KEY ABC_ibfk_1;
-- case an index by the name of a foreign key that has none
CREATE TABLE depots (id INT PRIMARY KEY);
CREATE TABLE vans (id INT PRIMARY KEY, depot INT, KEY by_depot (depot), CONSTRAINT of_depot FOREIGN KEY (depot) REFERENCES depots (id));
-- error M0407 unknown index `of_depot`
ALTER TABLE vans DROP INDEX of_depot;
CREATE TABLE cars (id INT PRIMARY KEY, depot INT, CONSTRAINT car_depot FOREIGN KEY (depot) REFERENCES depots (id));
ALTER TABLE cars DROP FOREIGN KEY car_depot;
ALTER TABLE cars DROP INDEX car_depot;
-- case defaults that are called
-- error M0425 the default of `a` is `now`
CREATE TABLE t (a DATETIME DEFAULT now);
CREATE TABLE t (a DATETIME DEFAULT now(), b DATETIME DEFAULT current_timestamp, c INT, d INT DEFAULT (c + 1));
-- case events that nobody made
-- error M0412 unknown event `nightly`
DROP EVENT nightly;
DROP EVENT IF EXISTS nightly;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SET @a = 1;
-- error M0412 unknown event `nightli`
ALTER EVENT nightli DISABLE;
ALTER EVENT nightly DISABLE;
DROP EVENT nightly;
-- case a column goes and comes in one statement
CREATE TABLE t (id INT PRIMARY KEY, a INT, UNIQUE KEY of_a (a));
ALTER TABLE t DROP COLUMN a, ADD COLUMN a INT;
ALTER TABLE t DROP INDEX of_a;
-- case partitions that are emptied
CREATE TABLE t (a INT);
-- error M0425 table `t` is not divided into partitions
ALTER TABLE t TRUNCATE PARTITION p0;
CREATE TABLE u (a INT) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (9), PARTITION p1 VALUES LESS THAN (99));
-- error M0412 unknown partition `p2`
ALTER TABLE u TRUNCATE PARTITION p2;
ALTER TABLE u TRUNCATE PARTITION p0, p1;
ALTER TABLE u TRUNCATE PARTITION ALL;
-- case an index of a table in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
-- error M0403 unknown column `nothing`
CREATE TABLE vans (id INT, KEY (nothing));
-- case a column of a table in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
-- error M0403 unknown column `twon` of table `depots`
SELECT twon FROM depots;
-- case a table that is there in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
-- error M0402 table `depots` exists already
CREATE TABLE depots (id INT);
-- case a table that others need in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
ALTER TABLE semantics_of_use.depots ADD COLUMN gates INT;
SELECT gates FROM depots;
CREATE TABLE vans (id INT, depot INT, FOREIGN KEY (depot) REFERENCES depots (id));
-- error M0415 table `depots` cannot be dropped
DROP TABLE depots;
-- case a collation in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
-- error M0412 unknown collation `utf8_binx`
ALTER TABLE depots ADD COLUMN note VARCHAR(9) COLLATE utf8_binx;
-- case what is made again in the database that was named
DROP DATABASE IF EXISTS semantics_of_use;
CREATE DATABASE semantics_of_use;
USE semantics_of_use;
CREATE TABLE depots (id INT PRIMARY KEY, town VARCHAR(20));
DROP TABLE depots;
CREATE TABLE depots (name INT);
SELECT name FROM depots;
DROP DATABASE semantics_of_use;
