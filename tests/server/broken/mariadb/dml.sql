CREATE TABLE u (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(5) NOT NULL, age TINYINT UNSIGNED, role ENUM('a', 'b') DEFAULT 'a', flags SET('x', 'y'), d DATE, amount DECIMAL(5, 2), g INT AS (age + 1), UNIQUE KEY un (name));
CREATE TABLE o (id INT PRIMARY KEY, u_id INT, total DOUBLE, at DATETIME, j JSON);
CREATE VIEW v AS SELECT id, name AS n FROM u;
CREATE VIEW va AS SELECT count(*) AS c FROM u;
CREATE SEQUENCE sq;
-- error M0418 1 value for 8 columns
INSERT INTO u VALUES (1);
-- error M0418 2 values for 1 column
INSERT INTO u (name) VALUES ('a', 'b');
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name, nosuch) VALUES ('a', 'b');
-- error M0418 column `name` is named twice
INSERT INTO u (name, name) VALUES ('a', 'b');
-- error M0418 1 value for 2 columns
INSERT INTO u (name, age) VALUES ('a', 1), ('b');
-- error M0417 the value of `name` is a text of 7 characters, and 5 are allowed
INSERT INTO u (name) VALUES ('abcdefg');
-- error M0417 the value of `age` is a number that is out of range
INSERT INTO u (name, age) VALUES ('b', 300);
-- error M0417 the value of `age` is a number that is out of range
INSERT INTO u (name, age) VALUES ('b', -1);
-- error M0417 the value of `age` is a text that is no number
INSERT INTO u (name, age) VALUES ('b', 'x');
-- error M0417 the value of `role` is `z`, which is none of its values
INSERT INTO u (name, role) VALUES ('c', 'z');
INSERT INTO u (name, role) VALUES ('c', 'A');
INSERT INTO u (name, role) VALUES ('d', 1);
-- error M0417 the value of `flags` is `z`, which is none of its members
INSERT INTO u (name, flags) VALUES ('e', 'x,z');
INSERT INTO u (name, flags) VALUES ('e', 'x,y');
-- error M0417 the value of `d` is a text that is no date
INSERT INTO u (name, d) VALUES ('f', '2020-13-01');
INSERT INTO u (name, d) VALUES ('f', '0000-00-00');
-- error M0417 the value of `d` is a text that is no date
INSERT INTO u (name, d) VALUES ('f', 'x');
-- error M0417 the value of `amount` is a number that is out of range
INSERT INTO u (name, amount) VALUES ('g', 12345.6);
-- error M0417 the value of `amount` is a text that is no number
INSERT INTO u (name, amount) VALUES ('g', 'abc');
-- error M0417 the value of `name` is NULL, and the column is NOT NULL
INSERT INTO u (name) VALUES (NULL);
-- error M0418 no value for `name`, which is NOT NULL and has no default
INSERT INTO u (age) VALUES (1);
-- error M0425 the generated column `g` is written
INSERT INTO u (name, g) VALUES ('h', 5);
INSERT INTO u (name, g) VALUES ('h', DEFAULT);
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u SET name = 'i', nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u SET name = 'i', age = nosuch;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES (nosuch);
INSERT INTO u (name) VALUES (id);
-- error M0403 unknown column `nosuch` of table `o`
INSERT INTO u (name) SELECT nosuch FROM o;
-- error M0418 2 values for 1 column
INSERT INTO u (name) SELECT id, at FROM o;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES ('j') ON DUPLICATE KEY UPDATE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES ('j') ON DUPLICATE KEY UPDATE age = nosuch;
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES ('j') ON DUPLICATE KEY UPDATE age = VALUES(nosuch);
INSERT INTO u (name) VALUES ('j') ON DUPLICATE KEY UPDATE age = VALUES(age) + 1;
INSERT INTO u (name) SELECT at FROM o ON DUPLICATE KEY UPDATE age = o.total;
-- missed
INSERT INTO u (name) SELECT at FROM o ON DUPLICATE KEY UPDATE age = o.nosuch;
-- error M0401 unknown table `nosuch`
INSERT INTO nosuch VALUES (1);
INSERT IGNORE INTO u (name, age) VALUES ('abcdefg', 300);
-- error M0403 unknown column `nosuch` of table `u`
REPLACE INTO u (name, nosuch) VALUES (1, 2);
-- missed
INSERT INTO u () VALUES ();
INSERT INTO v (n) VALUES ('k');
-- error M0403 unknown column `nosuch` of `v`
INSERT INTO v (nosuch) VALUES ('k');
-- missed
INSERT INTO va VALUES (1);
-- missed
UPDATE va SET c = 1;
-- missed
DELETE FROM va;
UPDATE v SET n = 'l' WHERE id = 77;
-- error M0403 unknown column `nosuch` of `v`
UPDATE v SET nosuch = 'l';
-- error M0403 unknown column `nosuch` of table `u`
INSERT INTO u (name) VALUES ('m') RETURNING id, nosuch;
INSERT INTO u (name) VALUES ('m') RETURNING id, name;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET age = nosuch;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET age = 1 WHERE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET age = 1 ORDER BY nosuch LIMIT 1;
UPDATE u, o SET u.age = o.total WHERE u.id = o.u_id;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u, o SET u.nosuch = o.total WHERE u.id = o.u_id;
-- error M0403 unknown column `nosuch` of table `o`
UPDATE u, o SET u.age = o.nosuch WHERE u.id = o.u_id;
-- error M0403 unknown column `nosuch`
UPDATE u, o SET nosuch = 1;
-- error M0425 `id` may be that of `u` or that of `o`
UPDATE u, o SET id = 1;
-- error M0403 unknown column `nosuch` of table `o`
UPDATE u JOIN o ON u.id = o.nosuch SET u.age = 1;
-- error M0401 unknown table `nosuch`
UPDATE u JOIN nosuch ON u.id = nosuch.id SET u.age = 1;
-- error M0401 nothing in this statement is called `u`
UPDATE u x JOIN o y ON x.id = y.u_id SET u.age = 1;
UPDATE u SET age = (SELECT max(age) FROM u);
-- error M0418 a query that stands for one value returns 2 columns
UPDATE u SET age = (SELECT total, id FROM o);
-- error M0425 `max` over all rows stands where single rows are looked at
UPDATE u SET age = max(age);
-- error M0425 `max` over all rows stands where single rows are looked at
UPDATE u SET age = 1 WHERE max(age) > 1;
-- missed
UPDATE u SET g = 5;
-- error M0401 unknown table `nosuch`
UPDATE nosuch SET a = 1;
-- error M0403 unknown column `nosuch` of table `u`
UPDATE u SET u.age = 1, u.nosuch = 2;
UPDATE u, o SET u.age = 1 ORDER BY u.id LIMIT 5;
-- error M0403 unknown column `nosuch` of table `u`
DELETE FROM u WHERE nosuch = 1;
-- error M0401 unknown table `nosuch`
DELETE FROM nosuch;
-- error M0403 unknown column `nosuch` of table `o`
DELETE u FROM u JOIN o ON u.id = o.u_id WHERE o.nosuch = 1;
-- error M0401 nothing in this statement is called `x`
DELETE x FROM u JOIN o ON u.id = o.u_id;
DELETE x FROM u AS x JOIN o ON x.id = o.u_id WHERE x.id = 99;
-- error M0401 nothing in this statement is called `u`
DELETE u FROM u AS x JOIN o ON x.id = o.u_id WHERE x.id = 99;
DELETE FROM x USING u AS x JOIN o ON x.id = o.u_id WHERE x.id = 99;
-- error M0403 unknown column `nosuch` of table `o`
DELETE FROM u USING u JOIN o ON u.id = o.nosuch;
DELETE FROM u WHERE id IN (SELECT id FROM u);
-- error M0403 unknown column `nosuch` of table `u`
DELETE FROM u ORDER BY nosuch LIMIT 1;
-- error M0403 unknown column `nosuch` of table `u`
DELETE FROM u WHERE id = 500 RETURNING nosuch;
DELETE FROM u WHERE id = 500 RETURNING id;
-- error M0425 `count` over all rows stands where single rows are looked at
DELETE FROM u WHERE count(*) > 1;
DELETE u, o FROM u JOIN o ON u.id = o.u_id WHERE u.id = 500;
-- error M0401 nothing in this statement is called `nosuch`
DELETE u, nosuch FROM u JOIN o ON u.id = o.u_id WHERE u.id = 500;
-- error M0401 unknown table `nosuch`
TRUNCATE nosuch;
-- error M0401 `v` is a view, not a table
TRUNCATE v;
-- error M0401 unknown table `nosuch`
LOCK TABLES nosuch READ;
LOCK TABLES u READ, o AS x WRITE;
UNLOCK TABLES;
DO SLEEP(0);
-- error M0403 unknown column `nosuch`
DO nosuch;
-- missed
DO nosuchf(1);
SET @x = 1;
-- error M0403 unknown column `nosuch`
SET @x = nosuch;
-- error M0403 unknown column `nosuch` of table `u`
SET @x = (SELECT nosuch FROM u);
-- error M0401 unknown table `nosuch`
SET @x := (SELECT count(*) FROM nosuch);
SET @x = (SELECT count(*) FROM u);
-- missed
SET nosuch = 1;
-- missed
SET SESSION nosuch = 1;
-- missed
SET SESSION sql_mode = 'nosuch';
SET SESSION sql_mode = 'TRADITIONAL';
SET sql_mode = DEFAULT;
-- error M0412 unknown character set `nosuch`
SET NAMES nosuch;
-- error M0412 unknown collation `nosuch`
SET NAMES utf8mb4 COLLATE nosuch;
-- error M0417 the collation `latin1_bin` is not one of `utf8mb4`
SET NAMES utf8mb4 COLLATE latin1_bin;
SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;
-- missed
SET @@session.nosuch = 1;
SET autocommit = 1, foreign_key_checks = 1;
-- error M0417 `foreign_key_checks` is `ON` or `OFF`, and is set to `x`
SET foreign_key_checks = 'x';
-- error M0412 unknown character set `nosuch`
SET character_set_client = nosuch;
SET time_zone = '+00:00';
-- missed
SELECT @@nosuch;
SELECT @@version, @@session.sql_mode, @x;
-- error M0412 unknown procedure `nosuch`
CALL nosuch();
CREATE PROCEDURE pr(a INT) SELECT a;
CALL pr(1);
-- error M0418 procedure `pr` takes 1 value, and is given 0 values
CALL pr();
-- error M0418 procedure `pr` takes 1 value, and is given 2 values
CALL pr(1, 2);
-- missed
CALL pr(nosuch);
CREATE FUNCTION fu(a INT) RETURNS INT RETURN a + 1;
SELECT fu(1);
-- error M0418 function `fu` takes 1 value, and is given 0 values
SELECT fu();
-- error M0418 function `fu` takes 1 value, and is given 2 values
SELECT fu(1, 2);
-- error M0413 function `fu` exists already
CREATE FUNCTION fu(a INT) RETURNS INT RETURN a + 1;
-- error M0413 procedure `pr` exists already
CREATE PROCEDURE pr() SELECT 1;
-- error M0403 unknown column `nosuch` of table `u`
PREPARE s FROM 'SELECT nosuch FROM u';
-- error M0401 unknown table `nosuch`
PREPARE s FROM 'SELECT id FROM nosuch';
-- error M0301 syntax error: unexpected `SELEC`
PREPARE s FROM 'SELEC 1';
PREPARE s FROM 'SELECT id FROM u WHERE id = ?';
-- missed
EXECUTE s;
EXECUTE s USING @x;
-- missed
EXECUTE nosuch;
DEALLOCATE PREPARE s;
-- missed
DEALLOCATE PREPARE s;
-- error M0403 unknown column `nosuch` of table `u`
EXECUTE IMMEDIATE 'SELECT nosuch FROM u';
EXECUTE IMMEDIATE 'SELECT id FROM u';
-- error M0402 table `u` exists already
EXECUTE IMMEDIATE 'CREATE TABLE u (a INT)';
SELECT NEXTVAL(sq), NEXT VALUE FOR sq, LASTVAL(sq), PREVIOUS VALUE FOR sq;
-- error M0412 unknown sequence `nosuch`
SELECT NEXTVAL(nosuch);
-- error M0412 unknown sequence `nosuch`
SELECT NEXT VALUE FOR nosuch;
SELECT SETVAL(sq, 10);
-- error M0412 unknown sequence `nosuch`
SELECT SETVAL(nosuch, 10);
-- error M0401 unknown table `nosuch`
DESCRIBE nosuch;
DESCRIBE u;
-- error M0401 unknown table `nosuch`
SHOW CREATE TABLE nosuch;
-- error M0401 unknown table `nosuch`
SHOW COLUMNS FROM nosuch;
-- error M0401 unknown table `nosuch`
SHOW INDEX FROM nosuch;
-- error M0403 unknown column `nosuch` of table `u`
EXPLAIN SELECT nosuch FROM u;
-- error M0403 unknown column `nosuch` of table `u`
EXPLAIN UPDATE u SET nosuch = 1;
ANALYZE TABLE nosuch;
OPTIMIZE TABLE u;
-- error M0401 unknown table `nosuch`
HANDLER nosuch OPEN;
-- error M0412 unknown sequence `nosuch`
ALTER SEQUENCE nosuch RESTART;
-- missed
ALTER SEQUENCE u RESTART;
ALTER SEQUENCE sq RESTART WITH 5;
-- missed
ALTER VIEW nosuch AS SELECT 1;
-- error M0402 the name `u` is taken by a table
ALTER VIEW u AS SELECT 1;
-- error M0403 unknown column `nosuch` of table `u`
ALTER VIEW v AS SELECT nosuch FROM u;
ALTER VIEW v AS SELECT id, name AS n FROM u;
CREATE OR REPLACE VIEW v AS SELECT id, name AS n FROM u;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT 1;
-- error M0403 unknown column `nosuch` of table `u`
CREATE VIEW v2 AS SELECT nosuch FROM u;
-- error M0401 unknown table `nosuch`
CREATE VIEW v3 AS SELECT * FROM nosuch;
-- error M0418 the view names 2 columns, and its query returns 1
CREATE VIEW v4 (a, b) AS SELECT id FROM u;
-- error M0404 two columns of the view are called `id`
CREATE VIEW v5 AS SELECT id, id FROM u;
-- missed
CREATE VIEW v6 AS SELECT @x;
-- error M0418 UNION of 1 and 2 columns
CREATE VIEW v7 AS SELECT 1 UNION SELECT 1, 2;
-- error M0404 two columns of the view are called `id`
CREATE VIEW v8 AS SELECT u.id, o.id FROM u JOIN o ON u.id = o.u_id;
-- error M0404 two columns of the view are called `a`
CREATE VIEW v9 (a, A) AS SELECT 1, 2;
CREATE VIEW v10 AS SELECT * FROM (SELECT id FROM u) s;
-- missed
CREATE VIEW v11 AS SELECT ?;
-- error M0401 unknown table `nosuch`
CREATE TRIGGER t1 BEFORE INSERT ON nosuch FOR EACH ROW SET @a = 1;
-- error M0425 a trigger on `v`, which is a view: only tables have triggers
CREATE TRIGGER t2 BEFORE INSERT ON v FOR EACH ROW SET @a = 1;
-- error M0403 unknown column `nosuch` of table `o`
CREATE TRIGGER t3 BEFORE INSERT ON o FOR EACH ROW SET NEW.nosuch = 1;
-- error M0425 the old row is written
CREATE TRIGGER t4 BEFORE INSERT ON o FOR EACH ROW SET OLD.id = 1;
-- error M0425 the new row is written after it was stored
CREATE TRIGGER t5 AFTER INSERT ON o FOR EACH ROW SET NEW.total = 1;
-- error M0425 there is no old row where rows are inserted
CREATE TRIGGER t6 BEFORE INSERT ON o FOR EACH ROW SET NEW.total = OLD.id;
-- error M0425 there is no new row where rows are deleted
CREATE TRIGGER t7 BEFORE DELETE ON o FOR EACH ROW SET @a = NEW.id;
CREATE TRIGGER t8 BEFORE UPDATE ON o FOR EACH ROW SET NEW.total = OLD.total + 1;
-- error M0413 trigger `t8` exists already
CREATE TRIGGER t8 BEFORE UPDATE ON o FOR EACH ROW SET NEW.total = 1;
-- missed
CREATE TRIGGER t9 BEFORE UPDATE ON o FOR EACH ROW FOLLOWS nosuch SET NEW.total = 1;
CREATE TRIGGER t10 BEFORE UPDATE ON o FOR EACH ROW FOLLOWS t8 SET NEW.total = 2;
-- error M0403 unknown column `nosuch` of table `o`
CREATE TRIGGER t11 BEFORE INSERT ON o FOR EACH ROW BEGIN IF NEW.nosuch > 1 THEN SET @a = 1; END IF; END;
-- error M0425 a trigger returns what a query returns
CREATE TRIGGER t12 BEFORE INSERT ON o FOR EACH ROW BEGIN SELECT 1; END;
-- error M0425 COMMIT ends the transaction in a trigger
CREATE TRIGGER t13 BEFORE INSERT ON o FOR EACH ROW BEGIN COMMIT; END;
CREATE TRIGGER t14 AFTER INSERT ON o FOR EACH ROW INSERT INTO nosuch VALUES (1);
-- missed
INSERT INTO o (id) VALUES (900);
DROP TRIGGER t14;
CREATE TRIGGER t15 AFTER INSERT ON o FOR EACH ROW UPDATE u SET nosuch = 1;
-- missed
INSERT INTO o (id) VALUES (901);
DROP TRIGGER t15;
-- error M0425 two variables of this block are called `a`
CREATE PROCEDURE pp() BEGIN DECLARE a INT; DECLARE a INT; END;
-- error M0412 unknown variable `a`
CREATE PROCEDURE pp() BEGIN SET a = 1; END;
-- error M0425 a variable is declared behind a cursor or a handler
CREATE PROCEDURE pp() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE a INT; END;
-- error M0412 unknown cursor `nosuch`
CREATE PROCEDURE pp() BEGIN OPEN nosuch; END;
-- error M0425 two cursors of this block are called `c`
CREATE PROCEDURE pp() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE c CURSOR FOR SELECT 2; END;
-- error M0412 unknown label `nosuch`
CREATE PROCEDURE pp() BEGIN LEAVE nosuch; END;
-- error M0412 unknown label `nosuch`
CREATE PROCEDURE pp() BEGIN ITERATE nosuch; END;
-- error M0412 unknown condition `nosuch`
CREATE PROCEDURE pp() BEGIN DECLARE EXIT HANDLER FOR nosuch BEGIN END; END;
-- error M0412 unknown condition `nosuch`
CREATE PROCEDURE pp() BEGIN SIGNAL nosuch; END;
-- error M0425 two parameters are called `a`
CREATE PROCEDURE pp(a INT, a INT) BEGIN END;
-- error M0425 RETURN stands outside of a function
CREATE PROCEDURE pp() BEGIN RETURN 1; END;
-- error M0425 this function returns nothing
CREATE FUNCTION ff() RETURNS INT BEGIN SET @a = 1; END;
-- error M0425 a function returns what a query returns
CREATE FUNCTION ff() RETURNS INT BEGIN SELECT 1; RETURN 1; END;
-- error M0425 COMMIT ends the transaction in a function
CREATE FUNCTION ff() RETURNS INT BEGIN COMMIT; RETURN 1; END;
-- error M0425 a text is run as a statement in a function
CREATE FUNCTION ff() RETURNS INT BEGIN PREPARE s FROM 'x'; RETURN 1; END;
-- error M0412 unknown cursor `c`
CREATE PROCEDURE pp() BEGIN FETCH c INTO a; END;
-- error M0412 unknown variable `a`
CREATE PROCEDURE pp() BEGIN DECLARE c CURSOR FOR SELECT 1; FETCH c INTO a; END;
-- error M0425 `m` behind END is no label of what it ends
CREATE PROCEDURE pp() l: LOOP LEAVE l; END LOOP m;
-- error M0412 unknown variable `x`
CREATE PROCEDURE pp() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET x = 1; END;
-- error M0412 unknown variable `nosuch`
CREATE PROCEDURE pp() BEGIN SELECT id INTO nosuch FROM u; END;
CREATE PROCEDURE pp() BEGIN SELECT nosuch FROM u; END;
-- error M0425 USE stands in stored code
CREATE PROCEDURE pp2() BEGIN USE test; END;
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO SELECT 1;
-- missed
CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DO SELECT 1;
-- error M0412 unknown event `nosuch`
ALTER EVENT nosuch DISABLE;
-- error M0425 the event would never run: the time between two runs is not above zero
CREATE EVENT ev2 ON SCHEDULE EVERY 0 DAY DO SELECT 1;
CREATE EVENT ev3 ON SCHEDULE AT '2001-01-01 00:00:00' DO SELECT 1;
-- error M0425 the event ends before it starts
CREATE EVENT ev4 ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' ENDS '2029-01-01' DO SELECT 1;
