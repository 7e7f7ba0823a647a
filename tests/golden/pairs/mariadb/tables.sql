-- family: options of tables
-- one: none
CREATE TABLE t (id int PRIMARY KEY, a varchar(10));
-- same: the usual engine
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) ENGINE InnoDB AUTO_INCREMENT=7;
-- one: comment
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) COMMENT='it''s a; comment';
-- one: another comment
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) COMMENT 'other \\ one';
-- one: dynamic
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) ROW_FORMAT=DYNAMIC;
-- one: compressed pages
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=9;
-- one: statistics
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) STATS_PERSISTENT=1, STATS_AUTO_RECALC=0, STATS_SAMPLE_PAGES=20;
-- one: statistics, others
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) STATS_PERSISTENT=0 CHECKSUM=1;
-- one: rows
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) AVG_ROW_LENGTH=100 MIN_ROWS=5 MAX_ROWS=500 PACK_KEYS=1 DELAY_KEY_WRITE=1;
-- one: versioned
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) WITH SYSTEM VERSIONING;
-- one: everything else
CREATE TABLE t (id int PRIMARY KEY, a varchar(10)) ENGINE=InnoDB DEFAULT CHARSET=latin1 COMMENT='x' ROW_FORMAT=COMPACT;

-- family: partitions
-- one: none
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d));
-- one: range
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20));
-- same: range, in another case
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) partition by range (`id`) (partition `p0` values less than (10) engine = InnoDB, partition p1 values less than (20) ENGINE=InnoDB);
-- one: one more
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20), PARTITION pm VALUES LESS THAN MAXVALUE);
-- one: one less
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (20));
-- one: one divided
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p05 VALUES LESS THAN (15), PARTITION p1 VALUES LESS THAN (20));
-- one: range of an expression
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2000) COMMENT = 'old', PARTITION p1 VALUES LESS THAN MAXVALUE);
-- one: range of columns
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE COLUMNS (d, id) (PARTITION p0 VALUES LESS THAN ('2000-01-01', 5), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
-- one: list
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, 2), PARTITION p1 VALUES IN (3, 4));
-- one: list of columns
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY LIST COLUMNS (id) (PARTITION p0 VALUES IN (1, 2), PARTITION p1 DEFAULT);
-- one: hash
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY HASH (id) PARTITIONS 4;
-- one: hash with more
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY HASH (id) PARTITIONS 6;
-- one: linear hash
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY LINEAR HASH (id) PARTITIONS 4;
-- one: key
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY KEY () PARTITIONS 3;
-- one: subpartitions
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (year(d)) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- one: by another key
CREATE TABLE t (id int NOT NULL, e int NOT NULL, d date NOT NULL, PRIMARY KEY (id, e)) PARTITION BY HASH (e) PARTITIONS 2;
-- one: with another option
CREATE TABLE t (id int NOT NULL, d date NOT NULL, n int, PRIMARY KEY (id, d)) COMMENT='x' PARTITION BY HASH (id) PARTITIONS 4;

-- family: versioned tables
-- one: plain
CREATE TABLE t (id int PRIMARY KEY, a int);
-- one: versioned
CREATE TABLE t (id int PRIMARY KEY, a int) WITH SYSTEM VERSIONING;
