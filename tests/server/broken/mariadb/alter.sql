CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(20), c INT, d INT AS (c + 1), e INT, txt TEXT, KEY k_a (a), KEY k_ab (a, b), CONSTRAINT ck CHECK (e > 0));
CREATE TABLE other (id INT AUTO_INCREMENT PRIMARY KEY, x INT);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE TABLE one (a INT);
-- error M0401 unknown table `nosuch`
ALTER TABLE nosuch ADD COLUMN a INT;
-- error M0425 `v`: a view cannot be altered by ALTER TABLE
ALTER TABLE v ADD COLUMN z INT;
-- error M0404 column `a` of table `t` exists already
ALTER TABLE t ADD COLUMN a INT;
ALTER TABLE t ADD COLUMN IF NOT EXISTS a INT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD COLUMN n1 INT AFTER nosuch;
ALTER TABLE t ADD COLUMN n2 INT NOT NULL;
-- error M0404 column `n3` of table `t` exists already
ALTER TABLE t ADD COLUMN n3 INT, ADD COLUMN n3 INT;
-- error M0406 table `t` has a primary key already
ALTER TABLE t ADD COLUMN n4 INT PRIMARY KEY;
-- error M0425 `n5` is AUTO_INCREMENT and no key begins with it
ALTER TABLE t ADD COLUMN n5 INT AUTO_INCREMENT;
ALTER TABLE t ADD COLUMN n6 INT AUTO_INCREMENT UNIQUE;
-- error M0425 `n6` and `n7` are both AUTO_INCREMENT
ALTER TABLE t ADD COLUMN n7 INT AUTO_INCREMENT UNIQUE;
-- error M0301 syntax error: unexpected end of the statement
ALTER TABLE t ADD COLUMN n8 VARCHAR;
-- error M0417 the default of `n9` is a text that is no number
ALTER TABLE t ADD COLUMN n9 INT DEFAULT 'x';
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD COLUMN n10 INT CHECK (nosuch > 0);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD COLUMN n11 INT AS (nosuch);
ALTER TABLE t ADD COLUMN n12 TEXT UNIQUE;
ALTER TABLE t ADD COLUMN n13 INT AS (c * 2) AFTER a;
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t ADD COLUMN n14 nosuch;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t DROP COLUMN nosuch;
ALTER TABLE t DROP COLUMN IF EXISTS nosuch;
-- error M0415 column `c` cannot be dropped: generated column `n13` needs it
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t DROP COLUMN e;
ALTER TABLE t DROP COLUMN b;
-- error M0403 unknown column `txt` of table `t`
ALTER TABLE t DROP COLUMN txt, DROP COLUMN txt;
-- error M0425 all columns of `one` are dropped
ALTER TABLE one DROP COLUMN a;
ALTER TABLE one DROP COLUMN a, ADD COLUMN b INT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t MODIFY nosuch INT;
ALTER TABLE t MODIFY IF EXISTS nosuch INT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t CHANGE nosuch x INT;
-- error M0404 column `c` of table `t` exists already
ALTER TABLE t CHANGE a c INT;
ALTER TABLE t CHANGE a a BIGINT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t MODIFY a INT AFTER nosuch;
-- error M0425 `a` and `n6` are both AUTO_INCREMENT
ALTER TABLE t MODIFY a INT AUTO_INCREMENT;
-- error M0425 `c` and `n6` are both AUTO_INCREMENT
ALTER TABLE t MODIFY c INT AUTO_INCREMENT;
ALTER TABLE t MODIFY a TEXT;
-- error M0417 the default of `a` is a text that is no number
ALTER TABLE t MODIFY a INT DEFAULT 'x';
-- missed
ALTER TABLE t MODIFY a INT, MODIFY a BIGINT;
ALTER TABLE t MODIFY id INT NULL;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t RENAME COLUMN nosuch TO x;
-- error M0404 column `c` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO c;
ALTER TABLE t RENAME COLUMN a TO a;
ALTER TABLE t RENAME COLUMN a TO zz, RENAME COLUMN c TO a;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ALTER COLUMN nosuch SET DEFAULT 1;
-- error M0417 the default of `a` is a text that is no number
ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x';
ALTER TABLE t ALTER COLUMN a SET DEFAULT 5;
ALTER TABLE t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE t ALTER COLUMN txt SET DEFAULT 'x';
-- error M0406 table `t` has a primary key already
ALTER TABLE t ADD PRIMARY KEY (a);
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id);
-- error M0405 table `one` has no primary key
ALTER TABLE one DROP PRIMARY KEY;
-- error M0425 `id` is AUTO_INCREMENT and no key begins with it
ALTER TABLE other DROP PRIMARY KEY;
ALTER TABLE other MODIFY id INT, DROP PRIMARY KEY;
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t ADD KEY k_a (b);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD KEY k_n (nosuch);
ALTER TABLE t ADD KEY (txt);
ALTER TABLE t ADD KEY (txt(10));
ALTER TABLE t ADD UNIQUE (a), ADD UNIQUE (a);
-- error M0407 unknown index `nosuch` of table `t`
ALTER TABLE t DROP INDEX nosuch;
ALTER TABLE t DROP INDEX IF EXISTS nosuch;
-- error M0407 unknown index `k_ab` of table `t`
ALTER TABLE t DROP INDEX k_ab, DROP INDEX k_ab;
ALTER TABLE t DROP KEY `PRIMARY`;
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 1);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD CONSTRAINT ck2 CHECK (nosuch > 1);
-- error M0405 unknown constraint `nosuch` of table `t`
ALTER TABLE t DROP CONSTRAINT nosuch;
-- error M0405 unknown constraint `nosuch` of table `t`
ALTER TABLE t DROP CHECK nosuch;
ALTER TABLE t DROP CONSTRAINT IF EXISTS nosuch;
ALTER TABLE t DROP CONSTRAINT ck;
-- error M0407 unknown index `nosuch` of table `t`
ALTER TABLE t RENAME INDEX nosuch TO x;
-- error M0408 index `k_ab` of table `t` exists already
ALTER TABLE t RENAME INDEX k_a TO k_ab;
ALTER TABLE t RENAME INDEX k_a TO k_aa;
-- error M0402 table `other` exists already
ALTER TABLE t RENAME TO other;
-- error M0402 the name `v` is taken by a view
ALTER TABLE t RENAME TO v;
ALTER TABLE t RENAME TO t;
-- error M0401 unknown table `nosuch`
RENAME TABLE nosuch TO x;
-- error M0402 table `other` exists already
RENAME TABLE t TO other;
RENAME TABLE t TO t3, t3 TO t;
RENAME TABLE v TO w;
RENAME TABLE w TO v;
-- error M0412 unknown character set `nosuch`
ALTER TABLE t CONVERT TO CHARACTER SET nosuch;
-- error M0417 the collation `latin1_bin` is not one of `utf8mb4`
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE latin1_bin;
ALTER TABLE t DEFAULT CHARACTER SET latin1 COLLATE latin1_bin;
-- error M0412 unknown collation `nosuch`
ALTER TABLE t COLLATE nosuch;
-- missed
ALTER TABLE t ENGINE=nosuch;
ALTER TABLE t ENGINE=InnoDB, COMMENT 'x', AUTO_INCREMENT=5;
ALTER TABLE t ORDER BY nosuch;
ALTER TABLE t ORDER BY a;
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t ALGORITHM=nosuch, ADD z INT;
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t LOCK=nosuch, ADD z INT;
-- missed
ALTER TABLE t ALTER INDEX nosuch IGNORED;
ALTER TABLE t DISABLE KEYS;
-- error M0425 `id` is `int` and cannot be part of a FULLTEXT index
ALTER TABLE t ADD FULLTEXT ft (id);
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t ADD FULLTEXT ft (b, txt);
-- error M0403 unknown column `b` of table `t`
ALTER TABLE t ADD SPATIAL INDEX sp (b);
-- missed
ALTER TABLE t DISCARD TABLESPACE, ADD x INT;
-- missed
ALTER TABLE t ADD PERIOD FOR x (a, e);
-- missed
ALTER TABLE t DROP PERIOD FOR x;
-- error M0425 the table keeps no history
ALTER TABLE t DROP SYSTEM VERSIONING;
ALTER TABLE t ADD SYSTEM VERSIONING;
-- missed
ALTER TABLE t ADD COLUMN after_sv INT;
-- error M0425 the primary key has not the column `d`, by which the table is divided
CREATE TABLE pr (id INT, d DATE, PRIMARY KEY (id)) PARTITION BY RANGE (YEAR(d)) (PARTITION p0 VALUES LESS THAN (2000));
CREATE TABLE pr (id INT, d DATE, PRIMARY KEY (id, d)) PARTITION BY RANGE (YEAR(d)) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010));
-- error M0425 the unique index `id` has not the column `d`, by which the table is divided
CREATE TABLE pr1 (id INT UNIQUE, d DATE) PARTITION BY HASH (YEAR(d));
-- error M0403 the table is divided by `nosuch`, and has no such column
CREATE TABLE pr2 (id INT) PARTITION BY HASH (nosuch);
-- error M0403 the table is divided by `nosuch`, and has no such column
CREATE TABLE pr3 (id INT) PARTITION BY KEY (nosuch);
-- error M0413 two partitions are called `p0`
CREATE TABLE pr4 (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p0 VALUES LESS THAN (20));
-- error M0425 the bound 10 of a partition is not above that of the one before
CREATE TABLE pr5 (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (20), PARTITION p1 VALUES LESS THAN (10));
-- error M0425 a partition comes behind that with MAXVALUE
CREATE TABLE pr6 (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN MAXVALUE, PARTITION p1 VALUES LESS THAN (10));
-- error M0425 the value 2 stands twice in the partitions
CREATE TABLE pr7 (id INT) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, 2), PARTITION p1 VALUES IN (2, 3));
-- error M0425 a LIST has partitions with LESS THAN
CREATE TABLE pr8 (id INT) PARTITION BY LIST (id) (PARTITION p0 VALUES LESS THAN (1));
-- error M0425 the table is divided by values, and no partitions are defined
CREATE TABLE pr9 (id INT) PARTITION BY RANGE (id);
-- error M0425 the bound of a partition is a text, and a RANGE is of whole numbers
CREATE TABLE pr10 (id VARCHAR(10)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN ('a'));
CREATE TABLE pr11 (id VARCHAR(10)) PARTITION BY RANGE COLUMNS (id) (PARTITION p0 VALUES LESS THAN ('a'));
-- error M0425 the bound of a partition is a text, and a RANGE is of whole numbers
CREATE TABLE pr12 (id INT) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN ('a'));
-- error M0425 a table has 1 partition at least
CREATE TABLE pr13 (id INT) PARTITION BY HASH (id) PARTITIONS 0;
CREATE TABLE pr14 (id INT) PARTITION BY HASH (id) PARTITIONS 4;
-- error M0425 3 partitions are said, and 2 are listed
CREATE TABLE pr15 (id INT) PARTITION BY HASH (id) PARTITIONS 3 (PARTITION a, PARTITION b);
CREATE TABLE pr16 (id INT, t TIMESTAMP) PARTITION BY RANGE (UNIX_TIMESTAMP(t)) (PARTITION a VALUES LESS THAN (100));
-- missed
CREATE TABLE pr17 (id INT, t TIMESTAMP) PARTITION BY RANGE (YEAR(t)) (PARTITION a VALUES LESS THAN (100));
-- missed
CREATE TABLE pr18 (id INT) PARTITION BY RANGE (rand()) (PARTITION a VALUES LESS THAN (100));
-- missed
CREATE TABLE pr19 (id INT) PARTITION BY RANGE (5) (PARTITION a VALUES LESS THAN (100));
-- missed
CREATE TABLE pr20 (id TEXT) PARTITION BY KEY (id);
-- missed
CREATE TABLE pr21 (id INT, a INT) PARTITION BY RANGE COLUMNS (id, a) (PARTITION a VALUES LESS THAN (1));
CREATE TABLE pr22 (id INT, a INT) PARTITION BY RANGE COLUMNS (id, a) (PARTITION a VALUES LESS THAN (1, 2));
-- error M0412 unknown partition `nosuch` of table `pr`
ALTER TABLE pr DROP PARTITION nosuch;
ALTER TABLE pr DROP PARTITION p0;
-- error M0425 all partitions of the table are dropped
ALTER TABLE pr DROP PARTITION p1;
-- error M0413 partition `p1` of table `pr` exists already
ALTER TABLE pr ADD PARTITION (PARTITION p1 VALUES LESS THAN (2020));
-- error M0425 the bound 2000 of a partition is not above that of the one before
ALTER TABLE pr ADD PARTITION (PARTITION p2 VALUES LESS THAN (2000));
ALTER TABLE pr ADD PARTITION (PARTITION p2 VALUES LESS THAN (2020));
-- error M0412 unknown partition `nosuch` of table `pr`
ALTER TABLE pr TRUNCATE PARTITION nosuch;
-- error M0412 unknown partition `nosuch` of table `pr`
ALTER TABLE pr REORGANIZE PARTITION nosuch INTO (PARTITION x VALUES LESS THAN (2011));
ALTER TABLE pr ANALYZE PARTITION nosuch;
-- error M0425 COALESCE PARTITION, and the table is not divided by HASH or KEY
ALTER TABLE pr COALESCE PARTITION 1;
-- error M0425 4 of 4 partitions would go
ALTER TABLE pr14 COALESCE PARTITION 4;
ALTER TABLE pr14 COALESCE PARTITION 2;
ALTER TABLE pr14 ADD PARTITION PARTITIONS 2;
-- error M0425 a partition with VALUES, and the table is divided by HASH or KEY
ALTER TABLE pr14 ADD PARTITION (PARTITION x VALUES LESS THAN (5));
-- error M0425 table `one` is not divided into partitions
ALTER TABLE one DROP PARTITION p0;
-- missed
ALTER TABLE one REMOVE PARTITIONING;
ALTER TABLE one PARTITION BY HASH (b);
ALTER TABLE one REMOVE PARTITIONING;
-- error M0425 the primary key has not the column `d`, by which the table is divided
ALTER TABLE pr DROP PRIMARY KEY, ADD PRIMARY KEY (id);
-- error M0425 the unique index `id` has not the column `d`, by which the table is divided
ALTER TABLE pr ADD UNIQUE (id);
-- error M0415 column `d` cannot be dropped: a primary key of several columns needs it
ALTER TABLE pr DROP COLUMN d;
-- error M0412 unknown partition `nosuch` of table `pr`
SELECT * FROM pr PARTITION (nosuch);
-- error M0425 table `one` is not divided into partitions
SELECT * FROM one PARTITION (p0);
INSERT INTO pr PARTITION (p1) VALUES (1, '2009-01-01');
-- missed
ALTER TABLE pr EXCHANGE PARTITION p1 WITH TABLE nosuch;
-- missed
ALTER TABLE pr EXCHANGE PARTITION nosuch WITH TABLE other;
