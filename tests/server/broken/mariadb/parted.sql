-- error M0425 the bound 10 of a partition is not above that of the one before
CREATE TABLE ages (n int) PARTITION BY RANGE (n) (PARTITION young VALUES LESS THAN (10), PARTITION old VALUES LESS THAN (10));
-- error M0425 the bound -20 of a partition is not above that of the one before
CREATE TABLE ages (n int) PARTITION BY RANGE (n) (PARTITION young VALUES LESS THAN (-10), PARTITION old VALUES LESS THAN (-20));
-- error M0425 a partition comes behind that with MAXVALUE
CREATE TABLE ages (n int) PARTITION BY RANGE (n) (PARTITION young VALUES LESS THAN MAXVALUE, PARTITION old VALUES LESS THAN (10));
-- error M0413 two partitions are called `young`
CREATE TABLE ages (n int) PARTITION BY RANGE (n) (PARTITION young VALUES LESS THAN (10), PARTITION Young VALUES LESS THAN (20));
-- error M0425 the value 2 stands twice in the partitions
CREATE TABLE ages (n int) PARTITION BY LIST (n) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (2, 3));
-- error M0425 the value 1 stands twice in the partitions
CREATE TABLE ages (n int) PARTITION BY LIST (n) (PARTITION a VALUES IN (1, 1));
-- error M0425 the value NULL stands twice in the partitions
CREATE TABLE ages (n int) PARTITION BY LIST (n) (PARTITION a VALUES IN (NULL), PARTITION b VALUES IN (1, NULL));
-- error M0425 two partitions are DEFAULT
CREATE TABLE ages (n int) PARTITION BY LIST (n) (PARTITION a VALUES IN (1), PARTITION b DEFAULT, PARTITION c DEFAULT);
-- error M0425 the bound 'b' of a partition is not above that of the one before
CREATE TABLE ages (n varchar(9)) PARTITION BY RANGE COLUMNS (n) (PARTITION a VALUES LESS THAN ('b'), PARTITION b VALUES LESS THAN ('b'));
-- error M0425 the value 'b' stands twice in the partitions
CREATE TABLE ages (n varchar(9)) PARTITION BY LIST COLUMNS (n) (PARTITION a VALUES IN ('b'), PARTITION b VALUES IN ('c', 'b'));
-- error M0425 the bound '2019-01-01' of a partition is not above that of the one before
CREATE TABLE ages (n date) PARTITION BY RANGE COLUMNS (n) (PARTITION a VALUES LESS THAN ('2020-01-01'), PARTITION b VALUES LESS THAN ('2019-01-01'));
-- error M0425 the bound 737425 of a partition is not above that of the one before
CREATE TABLE ages (n date) PARTITION BY RANGE (to_days(n)) (PARTITION a VALUES LESS THAN (to_days('2020-01-01')), PARTITION b VALUES LESS THAN (to_days('2019-01-01')));
-- error M0425 the bound 1, 4 of a partition is not above that of the one before
CREATE TABLE ages (n int, m int) PARTITION BY RANGE COLUMNS (n, m) (PARTITION a VALUES LESS THAN (1, 5), PARTITION b VALUES LESS THAN (1, 4));
-- error M0425 the bounds of two partitions have other numbers of values
CREATE TABLE ages (n int, m int) PARTITION BY RANGE COLUMNS (n, m) (PARTITION a VALUES LESS THAN (1, 5), PARTITION b VALUES LESS THAN (2));
-- error M0425 a table has 1 partition at least
CREATE TABLE ages (n int) PARTITION BY HASH (n) PARTITIONS 0;
-- error M0425 3 partitions are said, and 2 are listed
CREATE TABLE ages (n int) PARTITION BY HASH (n) PARTITIONS 3 (PARTITION a, PARTITION b);
-- error M0403 the table is divided by `nowhere`, and has no such column
CREATE TABLE ages (n int) PARTITION BY HASH (nowhere);
-- error M0403 the table is divided by `nowhere`, and has no such column
CREATE TABLE ages (n int) PARTITION BY RANGE (nowhere) (PARTITION a VALUES LESS THAN (1));
CREATE TABLE ages (n int) PARTITION BY RANGE (n) (PARTITION young VALUES LESS THAN (10), PARTITION old VALUES LESS THAN (20));
-- error M0425 the bound 20 of a partition is not above that of the one before
ALTER TABLE ages ADD PARTITION (PARTITION older VALUES LESS THAN (20));
-- error M0413 partition `young` of table `ages` exists already
ALTER TABLE ages ADD PARTITION (PARTITION young VALUES LESS THAN (30));
-- error M0425 a RANGE has partitions with VALUES IN
ALTER TABLE ages ADD PARTITION (PARTITION older VALUES IN (30));
-- error M0412 unknown partition `nowhere` of table `ages`
ALTER TABLE ages DROP PARTITION nowhere;
ALTER TABLE ages DROP PARTITION IF EXISTS nowhere;
ALTER TABLE ages ADD PARTITION IF NOT EXISTS (PARTITION young VALUES LESS THAN (30));
-- error M0425 all partitions of the table are dropped
ALTER TABLE ages DROP PARTITION young, old;
-- error M0412 unknown partition `nowhere` of table `ages`
ALTER TABLE ages REORGANIZE PARTITION nowhere INTO (PARTITION n VALUES LESS THAN (10));
-- error M0425 the partitions end at another value than those that they come from
ALTER TABLE ages REORGANIZE PARTITION young INTO (PARTITION baby VALUES LESS THAN (5));
-- error M0425 the partitions end at another value than those that they come from
ALTER TABLE ages REORGANIZE PARTITION young INTO (PARTITION baby VALUES LESS THAN (5), PARTITION child VALUES LESS THAN (4));
-- error M0413 partition `old` of table `ages` exists already
ALTER TABLE ages REORGANIZE PARTITION young INTO (PARTITION baby VALUES LESS THAN (5), PARTITION old VALUES LESS THAN (10));
-- error M0425 the partitions end at another value than those that they come from
ALTER TABLE ages REORGANIZE PARTITION old INTO (PARTITION old VALUES LESS THAN (15));
ALTER TABLE ages REORGANIZE PARTITION old INTO (PARTITION old VALUES LESS THAN (25));
-- error M0425 COALESCE PARTITION, and the table is not divided by HASH or KEY
ALTER TABLE ages COALESCE PARTITION 1;
-- error M0412 unknown partition `nowhere` of table `ages`
ALTER TABLE ages TRUNCATE PARTITION nowhere;
-- error M0425 partitions are only counted, and the table is divided by values
ALTER TABLE ages ADD PARTITION PARTITIONS 2;
ALTER TABLE ages REORGANIZE PARTITION young INTO (PARTITION baby VALUES LESS THAN (5), PARTITION child VALUES LESS THAN (10));
ALTER TABLE ages ADD PARTITION (PARTITION older VALUES LESS THAN MAXVALUE);
-- error M0425 a partition comes behind that with MAXVALUE
ALTER TABLE ages ADD PARTITION (PARTITION oldest VALUES LESS THAN (100));
CREATE TABLE rooms (n int) PARTITION BY HASH (n) PARTITIONS 2;
-- error M0425 DROP PARTITION, and the table is divided by HASH or KEY
ALTER TABLE rooms DROP PARTITION p0;
-- error M0425 a partition with VALUES, and the table is divided by HASH or KEY
ALTER TABLE rooms REORGANIZE PARTITION p0 INTO (PARTITION p2 VALUES IN (1));
CREATE TABLE doors (n int);
-- missed
ALTER TABLE doors REMOVE PARTITIONING;
-- error M0425 table `doors` is not divided into partitions
ALTER TABLE doors TRUNCATE PARTITION p;
-- error M0425 table `doors` is not divided into partitions
ALTER TABLE doors DROP PARTITION IF EXISTS p;
CREATE TABLE walls (n int) PARTITION BY LIST (n) (PARTITION a VALUES IN (1), PARTITION b VALUES IN (2));
-- error M0425 the value 2 stands twice in the partitions
ALTER TABLE walls ADD PARTITION (PARTITION c VALUES IN (2));
-- error M0425 a LIST has partitions with LESS THAN
ALTER TABLE walls ADD PARTITION (PARTITION c VALUES LESS THAN (2));
-- error M0425 the value 2 stands twice in the partitions
ALTER TABLE walls REORGANIZE PARTITION a INTO (PARTITION c VALUES IN (2));
ALTER TABLE walls REORGANIZE PARTITION a INTO (PARTITION c VALUES IN (3), PARTITION d DEFAULT);
-- error M0425 two partitions are DEFAULT
ALTER TABLE walls ADD PARTITION (PARTITION e DEFAULT);
-- error M0425 `red` stands twice in this enum
CREATE TABLE hues (h enum('red', 'red'));
-- missed
CREATE TABLE hues (h enum('red', 'RED'));
-- error M0425 `red` stands twice in this enum
CREATE TABLE hues (h enum('red', 'red '));
-- error M0425 `red` stands twice in this set
CREATE TABLE hues (h set('red', 'blue', 'red'));
CREATE TABLE hues (h enum('red', 'RED') COLLATE utf8mb4_bin);
-- error M0425 `a` stands twice in this enum
ALTER TABLE hues ADD COLUMN k enum('a', 'a');
-- error M0425 `a` stands twice in this enum
ALTER TABLE hues MODIFY h enum('a', 'b', 'a');
-- missed
CREATE TABLE kept (n int) ENGINE=nowhere;
CREATE TABLE kept (n int) ENGINE=Aria;
-- missed
ALTER TABLE kept ENGINE=nowhere;
