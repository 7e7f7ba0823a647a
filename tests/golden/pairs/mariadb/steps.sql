-- ring: steps: a table made by steps
-- one: at once
CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, b varchar(30) NOT NULL DEFAULT 'x' COMMENT 'c', a int DEFAULT 5, d datetime DEFAULT NULL, PRIMARY KEY (id), KEY kb (b), UNIQUE KEY ua (a));
-- same: by steps
CREATE TABLE old (id int, a int, x int, KEY kx (x), KEY kb2 (a));
ALTER TABLE old RENAME TO t;
ALTER TABLE t DROP INDEX kx, DROP COLUMN x, ADD COLUMN IF NOT EXISTS b varchar(20) AFTER id, ADD (d date, e text);
ALTER TABLE t MODIFY id bigint NOT NULL AUTO_INCREMENT, ADD PRIMARY KEY (id);
ALTER TABLE t CHANGE b b varchar(30) NOT NULL DEFAULT 'x' COMMENT 'c', CHANGE COLUMN d d datetime NULL;
ALTER TABLE t DROP COLUMN IF EXISTS e, ALTER COLUMN a SET DEFAULT 5, DROP KEY kb2;
ALTER TABLE t ADD INDEX kb1 (b);
ALTER TABLE t RENAME INDEX kb1 TO kb;
CREATE UNIQUE INDEX IF NOT EXISTS ua ON t (a);
CREATE INDEX gone ON t (d);
DROP INDEX gone ON t;
-- one: changed by steps
CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, b varchar(30) NOT NULL DEFAULT 'x' COMMENT 'c', a int DEFAULT 5, d datetime DEFAULT NULL, PRIMARY KEY (id), KEY kb (b), UNIQUE KEY ua (a));
ALTER TABLE t MODIFY COLUMN a bigint FIRST, ADD COLUMN z int NOT NULL DEFAULT 0 AFTER a, RENAME COLUMN d TO dd, ALTER b DROP DEFAULT, ENGINE=MyISAM, COMMENT='now';
ALTER TABLE t ORDER BY a;

-- ring: steps: keys made by steps
CREATE TABLE p (id int PRIMARY KEY, k int UNIQUE);
-- one: at once
CREATE TABLE c (id int PRIMARY KEY, p int, q int, KEY q (q), CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE, CONSTRAINT ck CHECK (q > 0));
-- same: by steps
CREATE TABLE c (id int, p int, q int);
ALTER TABLE c ADD CONSTRAINT PRIMARY KEY (id), ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE;
ALTER TABLE c ADD CONSTRAINT ck CHECK (q > 0), ADD CONSTRAINT g FOREIGN KEY IF NOT EXISTS (q) REFERENCES p (k);
ALTER TABLE c DROP FOREIGN KEY g;
ALTER TABLE c RENAME INDEX g TO q;
-- one: dropped by steps
CREATE TABLE c (id int PRIMARY KEY, p int, q int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE, CONSTRAINT ck CHECK (q > 0));
ALTER TABLE c DROP CONSTRAINT ck, DROP FOREIGN KEY f, DROP INDEX f, DROP PRIMARY KEY;
-- same: dropped at once
CREATE TABLE c (id int NOT NULL, p int, q int);

-- ring: steps: objects made by steps
CREATE TABLE t (a int, b int);
-- one: at once
CREATE VIEW v AS SELECT a FROM t;
CREATE PROCEDURE p () COMMENT 'x' SELECT 2;
CREATE TABLE u (x int);
-- same: by steps
CREATE VIEW v AS SELECT b FROM t;
ALTER VIEW v AS SELECT a FROM t;
CREATE OR REPLACE VIEW w AS SELECT 1 AS one;
DROP VIEW w;
CREATE PROCEDURE p () SELECT 1;
CREATE OR REPLACE PROCEDURE p () SELECT 2;
ALTER PROCEDURE p COMMENT 'x';
CREATE TABLE u0 (x int);
RENAME TABLE u0 TO u;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
DROP TRIGGER g;
DROP FUNCTION IF EXISTS nothing;
-- one: others
CREATE VIEW v AS SELECT b FROM t;
CREATE TABLE u (x bigint);
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM t;
ALTER EVENT e ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 00:00:00' ENABLE;
CREATE SEQUENCE s;
ALTER SEQUENCE s INCREMENT BY 5;

-- ring: steps: partitions made by steps
-- one: at once
CREATE TABLE t (a int NOT NULL) PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20));
-- one: by steps
CREATE TABLE t (a int NOT NULL);
ALTER TABLE t PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20));
-- one: none any more
CREATE TABLE t (a int NOT NULL) PARTITION BY HASH (a) PARTITIONS 3;
ALTER TABLE t REMOVE PARTITIONING;

-- ring: steps: charsets made by steps
-- one: at once
CREATE TABLE t (a varchar(10), b text, c varchar(5) CHARSET ascii) CHARSET latin1;
-- same: converted
CREATE TABLE t (a varchar(10), b text, c varchar(5));
ALTER TABLE t CONVERT TO CHARACTER SET latin1;
ALTER TABLE t MODIFY c varchar(5) CHARACTER SET ascii, MODIFY b text;
-- one: only the default
CREATE TABLE t (a varchar(10), b text, c varchar(5) CHARSET ascii);
ALTER TABLE t DEFAULT CHARACTER SET latin1;
-- same: only the default, shown
CREATE TABLE `t` (
  `a` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT NULL,
  `b` text CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci DEFAULT NULL,
  `c` varchar(5) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_swedish_ci;
-- one: another collation
CREATE TABLE t (a varchar(10), b text, c varchar(5) CHARSET ascii);
ALTER TABLE t COLLATE utf8mb4_unicode_ci;
ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
