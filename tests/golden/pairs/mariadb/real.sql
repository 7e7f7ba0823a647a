-- What real histories had, and what went wrong with it once.

-- case: a table of what a query returns
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a varchar(10) CHARACTER SET latin1 NOT NULL DEFAULT 'x' COMMENT 'c', b int GENERATED ALWAYS AS (id + 1) VIRTUAL, ts timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, i int INVISIBLE, z int(5) ZEROFILL, e enum('a','b') DEFAULT 'a', ck int CHECK (ck > 1), u uuid DEFAULT uuid());
CREATE TABLE u AS SELECT * FROM t;
-- equal:
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a varchar(10) CHARACTER SET latin1 NOT NULL DEFAULT 'x' COMMENT 'c', b int GENERATED ALWAYS AS (id + 1) VIRTUAL, ts timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, i int INVISIBLE, z int(5) ZEROFILL, e enum('a','b') DEFAULT 'a', ck int CHECK (ck > 1), u uuid DEFAULT uuid());
CREATE TABLE u (id int NOT NULL DEFAULT 0, a varchar(10) CHARACTER SET latin1 NOT NULL DEFAULT 'x' COMMENT 'c', b int, ts timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, z int(5) ZEROFILL, e enum('a','b') DEFAULT 'a', ck int, u uuid);

-- case: names of columns, values and keys are those of other tables
CREATE TABLE z (id int PRIMARY KEY);
-- after:
CREATE TABLE a (id int PRIMARY KEY, b int, kind enum('a', 'b', 'c'), KEY c (b), CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id));
CREATE TABLE b (id int PRIMARY KEY, a int, c int DEFAULT 1, KEY a (a), CONSTRAINT g FOREIGN KEY (c) REFERENCES c (id));
CREATE TABLE c (id int PRIMARY KEY, a varchar(10) DEFAULT 'a', b int COMMENT 'b');
CREATE TABLE z (id int PRIMARY KEY);
