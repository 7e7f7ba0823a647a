-- case a column with an index
CREATE TABLE users (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(100) NOT NULL);
-- up
ALTER TABLE users ADD COLUMN phone VARCHAR(20) NULL AFTER id, ADD INDEX by_mail (mail);
-- down
ALTER TABLE users DROP COLUMN phone, DROP INDEX by_mail;
-- wrong index `by_mail` of table `users` still exists
ALTER TABLE users DROP COLUMN phone;
-- wrong column `users.phone` still exists
ALTER TABLE users DROP INDEX by_mail;
-- case a default and a null
CREATE TABLE t (a INT NOT NULL DEFAULT 5, b VARCHAR(20));
-- up
ALTER TABLE t MODIFY a BIGINT NULL, MODIFY b TEXT;
-- down
ALTER TABLE t MODIFY a INT NOT NULL DEFAULT 5, MODIFY b VARCHAR(20);
-- wrong column `t.a` may be null
ALTER TABLE t MODIFY a INT DEFAULT 5, MODIFY b VARCHAR(20);
-- wrong column `t.a` has no default, before it had one
ALTER TABLE t MODIFY a INT NOT NULL, MODIFY b VARCHAR(20);
-- wrong column `t.b` has the type `varchar(30)`
ALTER TABLE t MODIFY a INT NOT NULL DEFAULT 5, MODIFY b VARCHAR(30);
-- case a foreign key
CREATE TABLE u (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, uid INT);
-- up
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE CASCADE;
-- down
ALTER TABLE t DROP FOREIGN KEY t_uid, DROP INDEX t_uid;
-- wrong index `t_uid` of table `t` still exists
ALTER TABLE t DROP FOREIGN KEY t_uid;
-- case a foreign key that goes
CREATE TABLE u (id INT PRIMARY KEY);
CREATE TABLE t (id INT PRIMARY KEY, uid INT, CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE SET NULL);
-- up
ALTER TABLE t DROP FOREIGN KEY t_uid;
-- down
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE SET NULL;
-- wrong is ON DELETE CASCADE, before it was SET NULL
ALTER TABLE t ADD CONSTRAINT t_uid FOREIGN KEY (uid) REFERENCES u (id) ON DELETE CASCADE;
-- wrong foreign key `t_uid` of table `t` is missing
SELECT 1;
-- case a trigger
CREATE TABLE t (a INT);
-- up
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
ALTER TABLE t ADD b INT;
-- down
ALTER TABLE t DROP b;
DROP TRIGGER g;
-- wrong trigger `g` of table `t` still exists
ALTER TABLE t DROP b;
-- case values of an enum
CREATE TABLE t (m ENUM('a','b') NOT NULL DEFAULT 'a');
-- up
ALTER TABLE t MODIFY m ENUM('a','b','c') NOT NULL DEFAULT 'a';
-- down
ALTER TABLE t MODIFY m ENUM('a','b') NOT NULL DEFAULT 'a';
-- wrong column `t.m` has the type
ALTER TABLE t MODIFY m ENUM('b','a') NOT NULL DEFAULT 'a';
-- case comments
CREATE TABLE t (a INT COMMENT 'one') COMMENT 'table';
-- up
ALTER TABLE t MODIFY a INT COMMENT 'two', COMMENT 'other';
-- down
ALTER TABLE t MODIFY a INT COMMENT 'one', COMMENT 'table';
-- wrong column `t.a` has another comment than before
ALTER TABLE t MODIFY a INT, COMMENT 'table';
-- wrong table `t` has another comment than before
ALTER TABLE t MODIFY a INT COMMENT 'one';
-- case names
CREATE TABLE t (a INT, KEY k (a));
-- up
RENAME TABLE t TO things;
ALTER TABLE things CHANGE a first INT, RENAME INDEX k TO by_first;
-- down
ALTER TABLE things CHANGE first a INT, RENAME INDEX by_first TO k;
RENAME TABLE things TO t;
-- wrong index `by_first` of table `t` still exists
ALTER TABLE things CHANGE first a INT;
RENAME TABLE things TO t;
-- wrong column `t.a` has the type `bigint`
ALTER TABLE things CHANGE first a BIGINT, RENAME INDEX by_first TO k;
RENAME TABLE things TO t;
-- case views
CREATE TABLE t (a INT, b INT);
-- up
CREATE VIEW v AS SELECT a FROM t;
-- down
DROP VIEW v;
-- wrong view `v` still exists
SELECT 1;
-- case a key
CREATE TABLE t (a INT NOT NULL, b INT NOT NULL, PRIMARY KEY (a));
-- up
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a, b), ADD UNIQUE u (b);
-- down
ALTER TABLE t DROP INDEX u, DROP PRIMARY KEY, ADD PRIMARY KEY (a);
-- wrong index `u` of table `t` still exists
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (a);
-- wrong primary key
ALTER TABLE t DROP INDEX u;
-- case what numbers rows
CREATE TABLE t (a INT NOT NULL PRIMARY KEY);
-- up
ALTER TABLE t MODIFY a INT NOT NULL AUTO_INCREMENT;
-- down
ALTER TABLE t MODIFY a INT NOT NULL;
-- wrong column `t.a` is not numbered as before
SELECT 1;
-- case functions
CREATE TABLE t (a INT);
-- up
CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x + 1;
CREATE PROCEDURE p() SELECT 1;
-- down
DROP FUNCTION f;
DROP PROCEDURE p;
-- wrong `p` still exists
DROP FUNCTION f;
-- case checks
CREATE TABLE t (a INT, CONSTRAINT positive CHECK (a > 0));
-- up
ALTER TABLE t DROP CONSTRAINT positive;
-- down
ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0);
-- wrong check `positive` of table `t` is missing
SELECT 1;
-- case computed columns
CREATE TABLE t (a INT, b INT AS (a + 1) STORED);
-- up
ALTER TABLE t MODIFY b INT;
-- down
ALTER TABLE t DROP b, ADD b INT AS (a + 1) STORED;
-- wrong column `t.b` is not computed any more
SELECT 1;
-- case options of a table
CREATE TABLE t (a INT) ENGINE=InnoDB ROW_FORMAT=DYNAMIC;
-- up
ALTER TABLE t ROW_FORMAT=COMPRESSED;
-- down
ALTER TABLE t ROW_FORMAT=DYNAMIC;
-- wrong table `t` has `row_format`
SELECT 1;
