-- case: suite: a key in many words
CREATE TABLE t (a int, b int, c int, KEY k (a), INDEX l (b), UNIQUE m (c), UNIQUE INDEX n (a, b));
-- equal:
CREATE TABLE t (a int, b int, c int, INDEX k (a), KEY l (b ASC), UNIQUE KEY m (c), UNIQUE KEY n (a, b ASC));
-- case: suite: keys made by statements of their own
CREATE TABLE t (a int, b varchar(20), c text);
CREATE INDEX k ON t (a);
CREATE UNIQUE INDEX u ON t (b(5));
ALTER TABLE t ADD FULLTEXT INDEX f (c);
-- equal:
CREATE TABLE t (a int, b varchar(20), c text, KEY k (a), UNIQUE KEY u (b(5)), FULLTEXT KEY f (c));
-- case: suite: a primary key comes, a plain key goes
CREATE TABLE t (id int NOT NULL, n int, KEY id (id));
-- after:
CREATE TABLE t (id int NOT NULL, n int, PRIMARY KEY (id));
-- case: suite: a primary key goes with its numbering
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, n int, PRIMARY KEY (id));
-- after:
CREATE TABLE t (id int NOT NULL, n int);
-- case: suite: numbering stays while the primary key goes elsewhere
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, code char(5) NOT NULL, PRIMARY KEY (id));
-- after:
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, code char(5) NOT NULL, PRIMARY KEY (code), UNIQUE KEY id (id));
-- case: suite: the numbered column is dropped
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, code char(5) NOT NULL, UNIQUE KEY code (code));
-- after:
CREATE TABLE t (code char(5) NOT NULL, PRIMARY KEY (code));
-- case: suite: a numbered column comes to a table that has a key
CREATE TABLE t (code char(5) NOT NULL PRIMARY KEY);
-- after:
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code char(5) NOT NULL);
-- case: suite: numbering moves from one column to another with the key
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int NOT NULL, PRIMARY KEY (a));
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL AUTO_INCREMENT, PRIMARY KEY (b));
-- case: suite: numbering moves, both have keys
CREATE TABLE t (a int NOT NULL AUTO_INCREMENT, b int NOT NULL, PRIMARY KEY (a), UNIQUE KEY b (b));
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL AUTO_INCREMENT, PRIMARY KEY (a), UNIQUE KEY b (b));
-- case: suite: a primary key of two columns grows and turns
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int NOT NULL, PRIMARY KEY (a, b));
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int NOT NULL, PRIMARY KEY (c, b, a));
-- case: suite: a primary key grows by a tenant and numbering gets a key of its own
CREATE TABLE t (tenant int NOT NULL, id int NOT NULL AUTO_INCREMENT, PRIMARY KEY (id));
-- after:
CREATE TABLE t (tenant int NOT NULL, id int NOT NULL AUTO_INCREMENT, PRIMARY KEY (tenant, id), KEY id (id));
-- case: suite: a primary key column that was nullable
CREATE TABLE t (a int, b varchar(10));
-- after:
CREATE TABLE t (a int, b varchar(10), PRIMARY KEY (a, b));
-- case: suite: a primary key with a prefix
CREATE TABLE t (a varchar(100) NOT NULL, PRIMARY KEY (a));
-- after:
CREATE TABLE t (a varchar(100) NOT NULL, PRIMARY KEY (a(20)));
-- case: suite: a primary key over a blob
CREATE TABLE t (a blob NOT NULL, b int);
-- after:
CREATE TABLE t (a blob NOT NULL, b int, PRIMARY KEY (a(16)));
-- case: suite: unique becomes plain, plain becomes unique
CREATE TABLE t (a int, b int, UNIQUE KEY a (a), KEY b (b));
-- after:
CREATE TABLE t (a int, b int, KEY a (a), UNIQUE KEY b (b));
-- case: suite: prefixes of an index
CREATE TABLE t (a varchar(100), b text, KEY k (a(10), b(20)), KEY l (b(5)));
-- after:
CREATE TABLE t (a varchar(100), b text, KEY k (a, b(30)), KEY l (b(6), a(3)));
-- case: suite: a prefix as long as the column is none
CREATE TABLE t (a varchar(10), b char(5), KEY k (a(10)), KEY l (b(5), a(9)));
-- equal:
CREATE TABLE t (a varchar(10), b char(5), KEY k (a), KEY l (b, a(9)));
-- case: suite: downwards
CREATE TABLE t (a int, b int, KEY k (a, b));
-- after:
CREATE TABLE t (a int, b int, KEY k (a DESC, b), KEY l (b DESC));
-- case: suite: an index gets another name
CREATE TABLE t (a int, b int, KEY old_name (a), UNIQUE KEY uq_old (b));
-- after:
CREATE TABLE t (a int, b int, KEY new_name (a), UNIQUE KEY uq_new (b));
-- case: suite: indexes exchange their columns
CREATE TABLE t (a int, b int, KEY x (a), KEY y (b));
-- after:
CREATE TABLE t (a int, b int, KEY x (b), KEY y (a));
-- case: suite: comments of indexes
CREATE TABLE t (a int, KEY x (a), KEY y (a) COMMENT 'to go', KEY z (a) COMMENT 'old');
-- after:
CREATE TABLE t (a int, KEY x (a) COMMENT 'it''s', KEY y (a), KEY z (a) COMMENT 'new; "q"');
-- case: suite: indexes are ignored and seen again
CREATE TABLE t (a int, b int, KEY x (a), KEY y (b) IGNORED);
-- after:
CREATE TABLE t (a int, b int, KEY x (a) IGNORED, KEY y (b) NOT IGNORED);
-- case: suite: fulltext over more columns
CREATE TABLE t (a text, b varchar(200), FULLTEXT KEY f (a));
-- after:
CREATE TABLE t (a text, b varchar(200), FULLTEXT KEY f (a, b), FULLTEXT KEY g (b));
-- case: suite: plain index to fulltext
CREATE TABLE t (a varchar(200), KEY f (a));
-- after:
CREATE TABLE t (a varchar(200), FULLTEXT KEY f (a));
-- case: suite: spatial index comes with not null
CREATE TABLE t (id int PRIMARY KEY, p point);
-- after:
CREATE TABLE t (id int PRIMARY KEY, p point NOT NULL, SPATIAL KEY p (p));
-- case: suite: an index by a generated column
CREATE TABLE t (mail varchar(100));
-- after:
CREATE TABLE t (mail varchar(100), mail_lower varchar(100) AS (lower(mail)) VIRTUAL, UNIQUE KEY mail_lower (mail_lower));
-- case: suite: unnamed indexes get the names of their columns
CREATE TABLE t (a int, b int, KEY (a), KEY (a, b), UNIQUE (a, b), KEY (b));
-- equal:
CREATE TABLE t (a int, b int, UNIQUE KEY a_3 (a, b), KEY a (a), KEY a_2 (a, b), KEY b (b));
-- case: suite: unique at a column and key at a column
CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE, b int UNIQUE KEY NOT NULL);
-- equal:
CREATE TABLE t (id int NOT NULL KEY, a int, b int NOT NULL, UNIQUE KEY b (b), UNIQUE KEY a (a));
-- case: suite: constraint words around keys
CREATE TABLE t (id int, a int, CONSTRAINT pk PRIMARY KEY (id), CONSTRAINT u UNIQUE (a));
-- equal:
CREATE TABLE t (id int NOT NULL, a int, PRIMARY KEY (id), UNIQUE KEY u (a));
-- case: suite: hash indexes of a table in memory
CREATE TABLE t (a int, b int, KEY k (a)) ENGINE=MEMORY;
-- after:
CREATE TABLE t (a int, b int, KEY k (a) USING BTREE, KEY l (b) USING HASH) ENGINE=MEMORY;
-- case: suite: a unique key over a long text
CREATE TABLE t (a text, b blob);
-- after:
CREATE TABLE t (a text, b blob, UNIQUE KEY a (a), UNIQUE KEY b (b));
-- case: suite: ten indexes come, ten go
CREATE TABLE t (a int, b int, c int, d int, KEY o1 (a), KEY o2 (b), KEY o3 (c), KEY o4 (d), KEY o5 (a, b), KEY o6 (a, c), KEY o7 (a, d), KEY o8 (b, c), KEY o9 (b, d), KEY o10 (c, d));
-- after:
CREATE TABLE t (a int, b int, c int, d int, KEY n1 (a, b, c), KEY n2 (b, a), KEY n3 (c, a), KEY n4 (d, a), KEY n5 (c, b), KEY n6 (d, b), KEY n7 (d, c), KEY n8 (a DESC), KEY n9 (b DESC), KEY n10 (a, b, c, d));
-- case: suite: a foreign key comes with its index
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int);
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
-- case: suite: a foreign key goes with its index
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, KEY a_id (a_id), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int);
-- case: suite: the index behind a foreign key is said or not
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
-- equal:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, KEY b_a (a_id), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE RESTRICT ON UPDATE RESTRICT);
-- case: suite: an unnamed foreign key as shown
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, c_id int, FOREIGN KEY (a_id) REFERENCES a (id), FOREIGN KEY (c_id) REFERENCES a (id) ON DELETE CASCADE);
-- equal:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, c_id int, KEY a_id (a_id), KEY c_id (c_id), CONSTRAINT b_ibfk_1 FOREIGN KEY (a_id) REFERENCES a (id), CONSTRAINT b_ibfk_2 FOREIGN KEY (c_id) REFERENCES a (id) ON DELETE CASCADE);
-- case: suite: a reference at a column
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a (id));
-- equal:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id));
-- case: suite: actions of a foreign key
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (id) ON DELETE CASCADE, CONSTRAINT fz FOREIGN KEY (z) REFERENCES a (id) ON DELETE SET NULL ON UPDATE CASCADE);
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int, y int, z int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id) ON DELETE SET NULL, CONSTRAINT fy FOREIGN KEY (y) REFERENCES a (id) ON UPDATE CASCADE, CONSTRAINT fz FOREIGN KEY (z) REFERENCES a (id));
-- case: suite: a column becomes not null under a foreign key that set null
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id) ON DELETE SET NULL);
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, x int NOT NULL, CONSTRAINT fx FOREIGN KEY (x) REFERENCES a (id) ON DELETE CASCADE);
-- case: suite: a foreign key points to another column
CREATE TABLE a (id int PRIMARY KEY, code int NOT NULL, UNIQUE KEY code (code));
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- after:
CREATE TABLE a (id int PRIMARY KEY, code int NOT NULL, UNIQUE KEY code (code));
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (code));
-- case: suite: a foreign key points to another table that is new
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- after:
CREATE TABLE c (id int PRIMARY KEY);
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES c (id));
-- case: suite: a tree becomes one
CREATE TABLE t (id int PRIMARY KEY, name varchar(20));
-- after:
CREATE TABLE t (id int PRIMARY KEY, parent_id int, name varchar(20), CONSTRAINT t_parent FOREIGN KEY (parent_id) REFERENCES t (id) ON DELETE CASCADE);
-- case: suite: a circle of three comes
CREATE TABLE z (id int PRIMARY KEY);
-- after:
CREATE TABLE z (id int PRIMARY KEY);
SET foreign_key_checks = 0;
CREATE TABLE a (id int PRIMARY KEY, b_id int, CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id));
CREATE TABLE b (id int PRIMARY KEY, c_id int, CONSTRAINT b_c FOREIGN KEY (c_id) REFERENCES c (id));
CREATE TABLE c (id int PRIMARY KEY, a_id int, CONSTRAINT c_a FOREIGN KEY (a_id) REFERENCES a (id));
-- case: suite: a compound foreign key over a part of a longer key
CREATE TABLE a (x int, y int, z int, PRIMARY KEY (x, y, z));
CREATE TABLE b (x int, y int);
-- after:
CREATE TABLE a (x int, y int, z int, PRIMARY KEY (x, y, z));
CREATE TABLE b (x int, y int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES a (x, y));
-- case: suite: the table a foreign key points to gets another name
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int, CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id));
-- rename: users=accounts
-- after:
CREATE TABLE accounts (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int, CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES accounts (id));
-- case: suite: the column of a foreign key and the one it points to get other names
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, uid int, KEY uid (uid), CONSTRAINT posts_user FOREIGN KEY (uid) REFERENCES users (id));
-- rename: users.id=user_id
-- rename: posts.uid=user_id
-- after:
CREATE TABLE users (user_id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int, KEY user_id (user_id), CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (user_id));
-- case: suite: renamed table with a foreign key that is dropped at once
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int, CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id));
-- rename: posts=articles
-- after:
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE articles (id int PRIMARY KEY, user_id int);
-- case: suite: a table that is referred to is dropped, the reference too
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id));
-- after:
CREATE TABLE b (id int PRIMARY KEY, a_id int);
-- case: suite: both ends of a foreign key are texts of another charset now
CREATE TABLE a (code varchar(10) PRIMARY KEY) DEFAULT CHARSET=latin1;
CREATE TABLE b (code varchar(10), CONSTRAINT f FOREIGN KEY (code) REFERENCES a (code)) DEFAULT CHARSET=latin1;
-- after:
CREATE TABLE a (code varchar(10) PRIMARY KEY) DEFAULT CHARSET=utf8mb4;
CREATE TABLE b (code varchar(10), CONSTRAINT f FOREIGN KEY (code) REFERENCES a (code)) DEFAULT CHARSET=utf8mb4;
-- case: suite: the index that serves a foreign key gets wider
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (x int, y int, KEY k (x), CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (x int, y int, KEY k (x, y), CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- case: suite: unique key referred to is replaced by the primary key
CREATE TABLE a (id int NOT NULL, UNIQUE KEY u (id));
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- after:
CREATE TABLE a (id int NOT NULL, PRIMARY KEY (id));
CREATE TABLE b (x int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id));
-- case: suite: two foreign keys exchange their columns
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (x int, y int, CONSTRAINT f FOREIGN KEY (x) REFERENCES a (id), CONSTRAINT g FOREIGN KEY (y) REFERENCES a (id));
-- after:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (x int, y int, CONSTRAINT f FOREIGN KEY (y) REFERENCES a (id), CONSTRAINT g FOREIGN KEY (x) REFERENCES a (id));
-- case: suite: a check comes to the table, one to a column
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int CHECK (a > 0), b int, CONSTRAINT a_b CHECK (a < b));
-- case: suite: checks change and go
CREATE TABLE t (a int CHECK (a > 0), b int, CONSTRAINT one CHECK (a < b), CONSTRAINT two CHECK (b <> 7));
-- after:
CREATE TABLE t (a int CHECK (a >= 1), b int, CONSTRAINT one CHECK (a <= b));
-- case: suite: unnamed checks
CREATE TABLE t (a int, b int, CHECK (a > 0), CHECK (b > 0));
-- after:
CREATE TABLE t (a int, b int, CHECK (a > 0), CHECK (b > 1), CHECK (a < b));
-- case: suite: unnamed checks as shown
CREATE TABLE t (a int, b int, CHECK (a > 0), CHECK (b IN (1,2,3)));
-- equal:
CREATE TABLE t (a int, b int, CONSTRAINT CONSTRAINT_1 CHECK (`a` > 0), CONSTRAINT CONSTRAINT_2 CHECK (`b` in (1,2,3)));
-- case: suite: the check of a column that goes
CREATE TABLE t (a int, b int CHECK (b > 0), c int, CONSTRAINT cc CHECK (c > 0));
-- after:
CREATE TABLE t (a int);
-- case: suite: checks in other words
CREATE TABLE t (a int, b varchar(10), CONSTRAINT x CHECK (a BETWEEN 1 AND 5 AND b IS NOT NULL), CONSTRAINT y CHECK (NOT (a = 3) OR length(b) > 2));
-- equal:
CREATE TABLE t (a int, b varchar(10), CONSTRAINT x CHECK (`a` between 1 and 5 and `b` is not null), CONSTRAINT y CHECK (`a` <> 3 or octet_length(`b`) > 2));
-- case: suite: a check of a column changes with its type
CREATE TABLE t (a varchar(10) CHECK (a IN ('x','y')));
-- after:
CREATE TABLE t (a varchar(20) COMMENT 'c' CHECK (a IN ('x','y','z')));
-- case: suite: a check moves to another column of the same words
CREATE TABLE t (a int CHECK (a > 0), b int);
-- after:
CREATE TABLE t (a int, b int CHECK (b > 0));
-- case: suite: partitions come
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y));
-- after:
CREATE TABLE t (id int NOT NULL, y int NOT NULL, PRIMARY KEY (id, y)) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- case: suite: partitions go
CREATE TABLE t (id int NOT NULL, PRIMARY KEY (id)) PARTITION BY HASH (id) PARTITIONS 4;
-- after:
CREATE TABLE t (id int NOT NULL, PRIMARY KEY (id));
-- case: suite: one more range at the end
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010));
-- after:
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010), PARTITION p2 VALUES LESS THAN (2020));
-- case: suite: one range in front of maxvalue
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- after:
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- case: suite: the oldest range goes
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN (2010), PARTITION p2 VALUES LESS THAN (2020));
-- after:
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION p1 VALUES LESS THAN (2010), PARTITION p2 VALUES LESS THAN (2020));
-- case: suite: months by to_days
CREATE TABLE t (d date NOT NULL) PARTITION BY RANGE (to_days(d)) (PARTITION m1 VALUES LESS THAN (738000), PARTITION m2 VALUES LESS THAN (738031));
-- after:
CREATE TABLE t (d date NOT NULL) PARTITION BY RANGE (to_days(d)) (PARTITION m2 VALUES LESS THAN (738031), PARTITION m3 VALUES LESS THAN (738060));
-- case: suite: unix timestamps
CREATE TABLE t (d timestamp NOT NULL) PARTITION BY RANGE (unix_timestamp(d)) (PARTITION a VALUES LESS THAN (1600000000), PARTITION b VALUES LESS THAN MAXVALUE);
-- equal:
CREATE TABLE t (d timestamp NOT NULL) PARTITION BY RANGE (UNIX_TIMESTAMP(`d`)) (PARTITION `a` VALUES LESS THAN (1600000000) ENGINE = InnoDB, PARTITION `b` VALUES LESS THAN MAXVALUE ENGINE = InnoDB);
-- case: suite: list values come, a default too
CREATE TABLE t (r int) PARTITION BY LIST (r) (PARTITION a VALUES IN (1,2), PARTITION b VALUES IN (3));
-- after:
CREATE TABLE t (r int) PARTITION BY LIST (r) (PARTITION a VALUES IN (1,2), PARTITION b VALUES IN (3,4), PARTITION c VALUES IN (5), PARTITION d DEFAULT);
-- case: suite: list columns of texts
CREATE TABLE t (r varchar(5), n int) PARTITION BY LIST COLUMNS (r) (PARTITION a VALUES IN ('x','y'));
-- after:
CREATE TABLE t (r varchar(5), n int) PARTITION BY LIST COLUMNS (r) (PARTITION a VALUES IN ('x','y'), PARTITION b VALUES IN ('z', NULL));
-- case: suite: hash in more parts, in fewer
CREATE TABLE t (id int) PARTITION BY HASH (id) PARTITIONS 4;
CREATE TABLE u (id int) PARTITION BY HASH (id) PARTITIONS 8;
-- after:
CREATE TABLE t (id int) PARTITION BY HASH (id) PARTITIONS 6;
CREATE TABLE u (id int) PARTITION BY HASH (id) PARTITIONS 3;
-- case: suite: hash to key to linear key
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2;
CREATE TABLE u (id int PRIMARY KEY) PARTITION BY KEY () PARTITIONS 2;
-- after:
CREATE TABLE t (id int PRIMARY KEY) PARTITION BY KEY () PARTITIONS 2;
CREATE TABLE u (id int PRIMARY KEY) PARTITION BY LINEAR KEY (id) PARTITIONS 2;
-- case: suite: a partition gets a comment
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1), PARTITION b VALUES LESS THAN (2));
-- after:
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1) COMMENT = 'first', PARTITION b VALUES LESS THAN (2));
-- case: suite: a column comes to a table with partitions, and a partition
CREATE TABLE t (y int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1));
-- after:
CREATE TABLE t (y int, n int, KEY n (n)) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1), PARTITION b VALUES LESS THAN (2));
-- case: suite: the column of the partitions is renamed
CREATE TABLE t (y int, n int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1));
-- rename: t.n=amount
-- after:
CREATE TABLE t (y int, amount int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1));
-- case: suite: subpartitions
CREATE TABLE t (y int, id int) PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1), PARTITION b VALUES LESS THAN (2));
-- after:
CREATE TABLE t (y int, id int) PARTITION BY RANGE (y) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 (PARTITION a VALUES LESS THAN (1), PARTITION b VALUES LESS THAN (2));
-- case: suite: partitioned table is dropped, another made
CREATE TABLE t (y int) PARTITION BY KEY (y) PARTITIONS 3;
-- after:
CREATE TABLE u (y int) PARTITION BY LINEAR HASH (y) PARTITIONS 3;
-- case: suite: mysqldump shows partitions in a comment of code
CREATE TABLE t (y int(11) DEFAULT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 PARTITION BY RANGE (y) (PARTITION a VALUES LESS THAN (1), PARTITION b VALUES LESS THAN (MAXVALUE));
-- equal:
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE `t` (
  `y` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
/*!50100 PARTITION BY RANGE (`y`)
(PARTITION `a` VALUES LESS THAN (1) ENGINE = InnoDB,
 PARTITION `b` VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;
/*!40101 SET character_set_client = @saved_cs_client */;
