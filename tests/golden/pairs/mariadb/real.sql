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
CREATE TABLE c (id int PRIMARY KEY, a varchar(10) DEFAULT 'a', b int COMMENT 'b');
CREATE TABLE b (id int PRIMARY KEY, a int, c int DEFAULT 1, KEY a (a), CONSTRAINT g FOREIGN KEY (c) REFERENCES c (id));
CREATE TABLE a (id int PRIMARY KEY, b int, kind enum('a', 'b', 'c'), KEY c (b), CONSTRAINT f FOREIGN KEY (b) REFERENCES b (id));
CREATE TABLE z (id int PRIMARY KEY);

-- family: how a key is stored
-- one: none said
CREATE TABLE t (a int NOT NULL, b varchar(20), PRIMARY KEY (a), KEY b (b));
-- one: said
CREATE TABLE t (a int NOT NULL, b varchar(20), PRIMARY KEY (a) USING BTREE, KEY b (b) USING BTREE);
-- one: comment
CREATE TABLE t (a int NOT NULL, b varchar(20), PRIMARY KEY (a) COMMENT 'the key', KEY b (b) COMMENT 'by b');

-- family: beginnings of columns
-- one: long
CREATE TABLE t (a varchar(300), b varbinary(300), KEY a (a(100)), UNIQUE KEY b (b(50), a(20)));
-- one: as long
CREATE TABLE t (a varchar(100), b varbinary(50), KEY a (a(100)), UNIQUE KEY b (b(50), a(20)));
-- same: as long, and not said
CREATE TABLE t (a varchar(100), b varbinary(50), KEY a (a), UNIQUE KEY b (b, a(20)));
-- one: of a text
CREATE TABLE t (a text, b tinyblob, KEY a (a(100)), UNIQUE KEY b (b(50), a(20)));

-- case: a column gets shorter than what is indexed of it
CREATE TABLE t (a varchar(300), KEY a (a(191)));
ALTER TABLE t MODIFY COLUMN a varchar(64);
-- equal:
CREATE TABLE t (a varchar(64), KEY a (a));

-- family: capital letters
-- one: small
CREATE TABLE t (id int PRIMARY KEY, lastmodified timestamp NULL, KEY m (lastmodified));
-- one: capital
CREATE TABLE t (ID int PRIMARY KEY, lastModified timestamp NULL, KEY m (lastmodified));
-- one: capital and more
CREATE TABLE t (id int PRIMARY KEY, lastModified datetime NOT NULL, KEY m (lastmodified));
