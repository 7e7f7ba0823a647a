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
