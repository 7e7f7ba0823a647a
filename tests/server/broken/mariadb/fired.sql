CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, a INT, b VARCHAR(10) NOT NULL, c INT DEFAULT 5, g INT AS (a + 1));
CREATE TABLE log (id INT AUTO_INCREMENT PRIMARY KEY, t_id INT, msg VARCHAR(20));
CREATE TABLE nn (x INT NOT NULL, y INT NOT NULL DEFAULT 1);
CREATE VIEW v AS SELECT id, a FROM t;
-- error M0403 unknown column `nosuch` of table `t`
CREATE TRIGGER a1 BEFORE INSERT ON t FOR EACH ROW SET NEW.nosuch = 1;
-- error M0425 the old row is written
CREATE TRIGGER a2 BEFORE INSERT ON t FOR EACH ROW SET OLD.a = 1;
-- error M0425 there is no old row where rows are inserted
CREATE TRIGGER a3 BEFORE INSERT ON t FOR EACH ROW SET NEW.a = OLD.a;
-- error M0425 the new row is written after it was stored
CREATE TRIGGER a4 AFTER INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- error M0425 there is no new row where rows are deleted
CREATE TRIGGER a5 BEFORE DELETE ON t FOR EACH ROW SET @x = NEW.a;
-- error M0425 the old row is written
CREATE TRIGGER a6 BEFORE DELETE ON t FOR EACH ROW SET OLD.a = 1;
-- error M0403 unknown column `nosuch` of table `t`
CREATE TRIGGER a7 AFTER UPDATE ON t FOR EACH ROW INSERT INTO log (t_id) VALUES (NEW.nosuch);
-- error M0403 unknown column `nosuch` of table `t`
CREATE TRIGGER a8 AFTER UPDATE ON t FOR EACH ROW INSERT INTO log (t_id) VALUES (OLD.nosuch);
-- error M0425 a trigger on `v`, which is a view: only tables have triggers
CREATE TRIGGER a9 BEFORE INSERT ON v FOR EACH ROW SET @x = 1;
-- error M0401 unknown table `nosuch`
CREATE TRIGGER a10 BEFORE INSERT ON nosuch FOR EACH ROW SET @x = 1;
-- error M0425 a trigger returns what a query returns
CREATE TRIGGER a11 BEFORE INSERT ON t FOR EACH ROW SELECT 1;
-- error M0425 COMMIT ends the transaction in a trigger
CREATE TRIGGER a12 BEFORE INSERT ON t FOR EACH ROW COMMIT;
-- error M0425 RETURN stands outside of a function
CREATE TRIGGER a13 BEFORE INSERT ON t FOR EACH ROW RETURN 1;
-- error M0425 CREATE ends the transaction in a trigger
CREATE TRIGGER a14 BEFORE INSERT ON t FOR EACH ROW CREATE TABLE z (a INT);
-- error M0425 a text is run as a statement in a trigger
CREATE TRIGGER a15 BEFORE INSERT ON t FOR EACH ROW PREPARE s FROM 'SELECT 1';
-- missed
CREATE TRIGGER a16 BEFORE INSERT ON t FOR EACH ROW FOLLOWS nosuch SET @x = 1;
CREATE TRIGGER a17 BEFORE INSERT ON t FOR EACH ROW SET NEW.g = 1;
-- error M0412 unknown variable `undeclared`
CREATE TRIGGER a18 BEFORE INSERT ON t FOR EACH ROW SET undeclared = 1;
-- error M0412 unknown variable `y`
CREATE TRIGGER a19 BEFORE INSERT ON t FOR EACH ROW BEGIN DECLARE x INT; SET x = NEW.a, y = 1; END;
-- error M0425 a trigger returns what a query returns
CREATE TRIGGER a20 BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT a INTO @z FROM t LIMIT 1; SELECT 1; END;
CREATE TRIGGER ok1 BEFORE INSERT ON t FOR EACH ROW SET NEW.c = NEW.a;
-- error M0413 trigger `ok1` exists already
CREATE TRIGGER ok1 BEFORE INSERT ON t FOR EACH ROW SET NEW.c = NEW.a;
-- missed
CREATE TRIGGER ok2 AFTER UPDATE ON t FOR EACH ROW FOLLOWS ok1 SET @x = 1;
-- missed
CREATE TRIGGER ok3 AFTER UPDATE ON t FOR EACH ROW PRECEDES nosuch SET @x = 1;
CREATE TRIGGER bad_table AFTER INSERT ON t FOR EACH ROW INSERT INTO nosuch VALUES (1);
-- missed
INSERT INTO t (b) VALUES ('x');
DROP TRIGGER bad_table;
CREATE TRIGGER bad_column AFTER INSERT ON t FOR EACH ROW INSERT INTO log (nosuch) VALUES (1);
-- missed
INSERT INTO t (b) VALUES ('x');
DROP TRIGGER bad_column;
CREATE TRIGGER bad_own AFTER INSERT ON t FOR EACH ROW UPDATE t SET a = 1 WHERE id = NEW.id;
-- missed
INSERT INTO t (b) VALUES ('x');
INSERT INTO t (b) SELECT msg FROM log;
DROP TRIGGER bad_own;
CREATE TRIGGER bad_count AFTER INSERT ON t FOR EACH ROW INSERT INTO log VALUES (1, 2);
-- missed
INSERT INTO t (b) VALUES ('x');
DROP TRIGGER bad_count;
CREATE TRIGGER bad_function BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = nosuch(NEW.a);
UPDATE t SET a = 5;
DROP TRIGGER bad_function;
CREATE TRIGGER bad_call AFTER DELETE ON log FOR EACH ROW CALL nosuch(OLD.id);
DELETE FROM log;
DROP TRIGGER bad_call;
CREATE TRIGGER bad_select BEFORE UPDATE ON log FOR EACH ROW SET NEW.msg = (SELECT nosuch FROM t LIMIT 1);
UPDATE log SET msg = 'x' WHERE id = 1;
INSERT INTO log (msg) VALUES ('y');
-- missed
UPDATE log SET msg = 'x' WHERE id = 1;
DROP TRIGGER bad_select;
CREATE TRIGGER own_table AFTER INSERT ON log FOR EACH ROW DELETE FROM log WHERE id < 0;
-- missed
INSERT INTO log (msg) VALUES ('y');
DROP TRIGGER own_table;
CREATE TRIGGER reads_own BEFORE INSERT ON log FOR EACH ROW SET NEW.t_id = (SELECT COUNT(*) FROM log);
INSERT INTO log (msg) VALUES ('y');
DROP TRIGGER reads_own;
-- error M0412 unknown trigger `nosuch`
DROP TRIGGER nosuch;
-- error M0418 2 values for 1 column
INSERT INTO t (b) VALUES ('x', 'y');
-- error M0418 1 value for 2 columns
INSERT INTO t (a, b) VALUES (1);
-- error M0418 2 values for 5 columns
INSERT INTO t VALUES (1, 2);
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (nosuch) VALUES (1);
-- error M0418 column `a` is named twice
INSERT INTO t (a, a, b) VALUES (1, 2, 'x');
-- error M0425 the generated column `g` is written
INSERT INTO t (g, b) VALUES (1, 'x');
INSERT INTO t (b, g) VALUES ('x', DEFAULT);
-- missed
INSERT INTO t (a) VALUES (1);
-- missed
INSERT INTO t (b) VALUES (NULL);
-- error M0417 the value of `b` is a text of 15 characters, and 10 are allowed
INSERT INTO t (b) VALUES ('longer than ten');
-- error M0417 the value of `a` is a text that is no number
INSERT INTO t (a, b) VALUES ('abc', 'x');
-- error M0417 the value of `a` is a number that is out of range
INSERT INTO t (a, b) VALUES (99999999999, 'x');
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (b) VALUES (nosuch);
-- error M0418 2 values for 1 column
INSERT INTO t (b) SELECT id, a FROM t;
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (b) SELECT nosuch FROM t;
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (b) VALUES ('x') ON DUPLICATE KEY UPDATE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (b) VALUES ('x') ON DUPLICATE KEY UPDATE a = VALUES(nosuch);
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t (b) VALUES ('x') RETURNING nosuch;
-- error M0425 `count` over all rows stands where single rows are looked at
INSERT INTO t (b) VALUES ('x') RETURNING COUNT(*);
-- error M0403 unknown column `nosuch` of table `t`
INSERT INTO t SET nosuch = 1;
-- missed
INSERT INTO t SET b = 'x', b = 'y';
-- error M0401 unknown table `nosuch`
INSERT INTO nosuch VALUES (1);
INSERT INTO t (t.b) VALUES ('x');
-- missed
INSERT INTO t (v.b) VALUES ('x');
-- missed
INSERT INTO t (b) VALUES (DEFAULT);
-- error M0418 no value for `x`, which is NOT NULL and has no default
INSERT INTO nn (y) VALUES (1);
-- missed
INSERT INTO nn () VALUES ();
INSERT INTO nn VALUES (1, DEFAULT);
-- error M0417 the value of `x` is NULL, and the column is NOT NULL
INSERT INTO nn VALUES (NULL, 1);
-- error M0418 1 value for 2 columns
INSERT INTO nn VALUES (1, 2), (3);
-- error M0418 1 value for 2 columns
INSERT INTO nn SELECT 1;
-- error M0403 unknown column `z` of table `nn`
REPLACE INTO nn (x, z) VALUES (1, 2);
-- error M0401 unknown table `nosuch`
UPDATE nosuch SET a = 1;
-- error M0403 unknown column `nosuch` of table `t`
UPDATE t SET nosuch = 1;
-- error M0403 unknown column `nosuch` of table `t`
UPDATE t SET a = nosuch;
-- error M0403 unknown column `nosuch` of table `t`
UPDATE t SET a = 1 WHERE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `t`
UPDATE t SET a = 1 ORDER BY nosuch;
-- missed
UPDATE t SET g = 1;
-- missed
UPDATE t SET b = NULL;
-- missed
UPDATE t SET a = 'abc';
-- error M0401 nothing in this statement is called `t`
UPDATE t x SET t.a = 1;
UPDATE t x SET x.a = 1;
-- error M0425 `id` may be that of `t` or that of `log`
UPDATE t JOIN log ON log.t_id = t.id SET id = 5;
-- error M0403 unknown column `nosuch` of table `t`
UPDATE t JOIN log ON log.t_id = t.nosuch SET a = 5;
-- error M0403 unknown column `nosuch`
UPDATE t JOIN log USING (nosuch) SET a = 5;
UPDATE t, log SET a = 1 ORDER BY a;
UPDATE t, log SET t.a = 1 LIMIT 1;
UPDATE t SET a = (SELECT MAX(a) FROM t);
-- missed
UPDATE t, (SELECT 1 AS q) d SET d.q = 2;
-- error M0403 unknown column `nosuch` of `v`
UPDATE v SET nosuch = 1;
-- error M0425 `count` over all rows stands where single rows are looked at
UPDATE t SET a = COUNT(*);
-- error M0425 `count` over all rows stands where single rows are looked at
UPDATE t SET a = 1 WHERE COUNT(*) > 1;
-- error M0401 unknown table `nosuch`
DELETE FROM nosuch;
-- error M0403 unknown column `nosuch` of table `t`
DELETE FROM t WHERE nosuch = 1;
-- error M0403 unknown column `nosuch` of table `t`
DELETE FROM t ORDER BY nosuch LIMIT 1;
-- error M0401 nothing in this statement is called `t`
DELETE t FROM log;
-- error M0401 nothing in this statement is called `x`
DELETE x FROM t JOIN log ON log.t_id = t.id;
-- error M0401 nothing in this statement is called `t`
DELETE t FROM t x JOIN log ON log.t_id = x.id;
-- error M0301 syntax error: unexpected `LIMIT`
DELETE t, log FROM t JOIN log ON log.t_id = t.id LIMIT 1;
-- error M0401 nothing in this statement is called `t`
DELETE FROM t USING log;
-- error M0401 unknown table `nosuch`
DELETE FROM t WHERE id IN (SELECT id FROM nosuch);
-- error M0403 unknown column `nosuch` of table `t`
DELETE FROM t RETURNING nosuch;
-- error M0403 unknown column `nosuch` of table `t`
DELETE FROM t AS x WHERE x.nosuch = 1;
-- error M0403 unknown column `nosuch` of table `t`
SELECT nosuch FROM t;
-- error M0403 unknown column `nosuch` of table `t`
SELECT t.nosuch FROM t;
-- error M0401 nothing in this statement is called `x`
SELECT x.a FROM t;
-- error M0401 nothing in this statement is called `t`
SELECT t.a FROM t x;
-- error M0425 `id` may be that of `t` or that of `log`
SELECT id FROM t, log;
-- error M0401 nothing in this statement is called `x`
SELECT t.*, x.* FROM t;
-- error M0403 unknown column `nosuch` of table `t`
SELECT a FROM t GROUP BY nosuch;
-- error M0403 unknown column `nosuch` of table `t`
SELECT a FROM t ORDER BY nosuch;
-- error M0403 unknown column `nosuch` of table `t`
SELECT a FROM t HAVING nosuch > 1;
-- error M0403 `b` is neither returned nor grouped, and HAVING sees nothing else
SELECT a FROM t HAVING b = 'x';
-- error M0403 `b` is neither returned nor grouped, and HAVING sees nothing else
SELECT a FROM t GROUP BY a HAVING b = 'x';
-- error M0403 unknown column `q` of table `t`
SELECT a AS q FROM t WHERE q = 1;
SELECT a AS q FROM t GROUP BY q HAVING q > 1;
-- error M0403 ORDER BY 2, and there is 1 column to choose from
SELECT a FROM t ORDER BY 2;
-- error M0403 GROUP BY 3, and there is 1 column to choose from
SELECT a FROM t GROUP BY 3;
-- error M0403 GROUP BY 0, and there is 1 column to choose from
SELECT a FROM t GROUP BY 0;
-- error M0425 `id` may be that of `t` or that of `log`
SELECT * FROM t JOIN log ON id = 1;
-- error M0403 `USING (msg)`: only one of the two sides has a column `msg`
SELECT * FROM t JOIN log USING (msg);
-- error M0402 two sources of this query are called `t`
SELECT * FROM t JOIN t ON t.id = t.id;
-- error M0402 two sources of this query are called `x`
SELECT * FROM t x, log x;
-- error M0301 syntax error: unexpected end of the statement
SELECT * FROM (SELECT a FROM t);
-- missed
SELECT * FROM (SELECT a, a FROM t) q;
-- error M0403 unknown column `nosuch` of `q`
SELECT q.nosuch FROM (SELECT a FROM t) q;
-- error M0403 unknown column `b`
SELECT b FROM (SELECT a FROM t) q;
-- error M0418 UNION of 1 and 2 columns
SELECT a FROM t UNION SELECT a, b FROM t;
-- error M0403 unknown column `b` behind ORDER BY of what several queries return
SELECT a FROM t UNION SELECT a FROM t ORDER BY b;
-- missed
SELECT a FROM t UNION SELECT b FROM t ORDER BY t.a;
-- error M0403 unknown column `nosuch`
WITH q AS (SELECT a FROM t) SELECT nosuch FROM q;
-- error M0418 `q` names 2 columns, and its query returns 1
WITH q (x, y) AS (SELECT a FROM t) SELECT x FROM q;
-- error M0402 two queries behind WITH are called `q`
WITH q AS (SELECT 1), q AS (SELECT 2) SELECT * FROM q;
-- missed
WITH q AS (SELECT * FROM r), r AS (SELECT 1 AS x) SELECT * FROM q;
-- missed
WITH RECURSIVE q AS (SELECT * FROM q) SELECT * FROM q;
-- error M0403 unknown column `nosuch`
SELECT * FROM t WHERE EXISTS (SELECT nosuch FROM log);
-- error M0403 unknown column `nosuch`
SELECT * FROM t WHERE a = (SELECT nosuch FROM log LIMIT 1);
-- error M0407 unknown index `nosuch` of table `t`
SELECT * FROM t FORCE INDEX (nosuch);
-- error M0425 table `t` is not divided into partitions
SELECT * FROM t PARTITION (p0);
-- missed
SELECT a INTO x FROM t;
-- missed
SELECT a, b INTO @x FROM t;
-- error M0301 syntax error: unexpected `-`
SELECT a FROM t LIMIT -1;
-- error M0301 syntax error: unexpected `a`
SELECT a FROM t LIMIT a;
-- missed
SELECT a FROM t PROCEDURE nosuch();
-- error M0403 unknown column `nosuch` of table `t`
SELECT DEFAULT(nosuch) FROM t;
-- missed
SELECT DEFAULT(b) FROM t;
-- missed
SELECT VALUES(a) FROM t;
-- error M0412 unknown variable `x`
CREATE PROCEDURE b1() SET x = 1;
-- error M0412 unknown variable `y`
CREATE PROCEDURE b2() BEGIN DECLARE x INT; SET y = x; END;
-- error M0301 syntax error: unexpected `DECLARE`
CREATE PROCEDURE b3() BEGIN SELECT 1; DECLARE x INT; END;
-- error M0425 a variable is declared behind a cursor or a handler
CREATE PROCEDURE b4() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE x INT; END;
-- error M0425 a cursor is declared behind a handler
CREATE PROCEDURE b5() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN END; DECLARE c CURSOR FOR SELECT 1; END;
-- error M0425 two variables of this block are called `x`
CREATE PROCEDURE b6() BEGIN DECLARE x INT; DECLARE x INT; END;
-- error M0425 two cursors of this block are called `c`
CREATE PROCEDURE b7() BEGIN DECLARE c CURSOR FOR SELECT 1; DECLARE c CURSOR FOR SELECT 2; END;
-- error M0412 unknown cursor `nosuch`
CREATE PROCEDURE b8() BEGIN OPEN nosuch; END;
-- error M0412 unknown cursor `nosuch`
CREATE PROCEDURE b9() BEGIN DECLARE x INT; FETCH nosuch INTO x; END;
-- error M0412 unknown variable `x`
CREATE PROCEDURE b10() BEGIN DECLARE c CURSOR FOR SELECT 1; OPEN c; FETCH c INTO x; END;
-- error M0412 unknown label `nosuch`
CREATE PROCEDURE b11() BEGIN LEAVE nosuch; END;
-- error M0425 `x` is no loop
CREATE PROCEDURE b12() x: BEGIN ITERATE x; END;
-- error M0425 `m` behind END is no label of what it ends
CREATE PROCEDURE b13() BEGIN l: LOOP LEAVE l; END LOOP m; END;
-- error M0425 the label `l` is given again inside of what has it
CREATE PROCEDURE b14() BEGIN l: LOOP l: LOOP LEAVE l; END LOOP; END LOOP; END;
-- error M0425 RETURN stands outside of a function
CREATE PROCEDURE b15() RETURN 1;
-- error M0425 this function returns nothing
CREATE FUNCTION b16() RETURNS INT BEGIN DECLARE x INT; END;
-- error M0425 a function returns what a query returns
CREATE FUNCTION b17() RETURNS INT SELECT 1;
-- error M0425 a function returns what a query returns
CREATE FUNCTION b18() RETURNS INT BEGIN SELECT 1; RETURN 1; END;
CREATE FUNCTION b19(OUT x INT) RETURNS INT RETURN 1;
-- error M0425 COMMIT ends the transaction in a function
CREATE FUNCTION b20() RETURNS INT BEGIN COMMIT; RETURN 1; END;
-- error M0425 a text is run as a statement in a function
CREATE FUNCTION b21() RETURNS INT BEGIN PREPARE s FROM 'SELECT 1'; RETURN 1; END;
-- error M0425 two parameters are called `x`
CREATE FUNCTION b22(x INT, x INT) RETURNS INT RETURN x;
-- error M0425 two parameters are called `x`
CREATE PROCEDURE b23(x INT, y INT, x INT) SELECT x;
-- error M0412 unknown condition `nosuch`
CREATE PROCEDURE b24() BEGIN DECLARE EXIT HANDLER FOR nosuch BEGIN END; END;
-- error M0425 '00000' is no SQLSTATE of an error
CREATE PROCEDURE b25() BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '00000' BEGIN END; END;
-- error M0425 '123' is no SQLSTATE of an error
CREATE PROCEDURE b26() BEGIN DECLARE EXIT HANDLER FOR SQLSTATE '123' BEGIN END; END;
-- error M0425 this block has two handlers for the same
CREATE PROCEDURE b27() BEGIN DECLARE EXIT HANDLER FOR NOT FOUND BEGIN END; DECLARE EXIT HANDLER FOR NOT FOUND BEGIN END; END;
-- error M0425 '99' is no SQLSTATE of an error
CREATE PROCEDURE b28() SIGNAL SQLSTATE '99';
-- error M0412 unknown condition `nosuch`
CREATE PROCEDURE b29() SIGNAL nosuch;
-- error M0425 an error has nothing called `NOSUCH`
CREATE PROCEDURE b30() SIGNAL SQLSTATE '45000' SET NOSUCH = 'x';
-- error M0425 USE stands in stored code
CREATE PROCEDURE b31() USE mysql;
-- error M0425 tables are locked in stored code
CREATE PROCEDURE b32() LOCK TABLES t READ;
-- error M0412 unknown variable `y`
CREATE PROCEDURE b33() BEGIN DECLARE x INT DEFAULT y; END;
-- error M0412 unknown variable `x`
CREATE PROCEDURE b34() BEGIN IF x THEN SELECT 1; END IF; END;
-- error M0301 syntax error: unexpected `END`
CREATE PROCEDURE b35() BEGIN WHILE 1 DO END WHILE; END;
-- error M0301 syntax error: unexpected `nosuch`
CREATE PROCEDURE b36() BEGIN DECLARE x nosuch; END;
CREATE PROCEDURE b37() BEGIN DECLARE x TYPE OF t.nosuch; SET x = 1; END;
CREATE PROCEDURE b38() BEGIN DECLARE r ROW TYPE OF nosuch; SET r.a = 1; END;
-- missed
CREATE PROCEDURE b39() BEGIN DECLARE r ROW (a INT); SET r.b = 1; END;
-- missed
CREATE PROCEDURE b40() ALTER PROCEDURE b40 COMMENT 'x';
-- missed
CREATE PROCEDURE b41() CREATE PROCEDURE b42() SELECT 1;
-- missed
CREATE PROCEDURE b43() BEGIN DECLARE c CURSOR (p INT) FOR SELECT p; OPEN c; END;
-- missed
CREATE PROCEDURE b44() BEGIN FOR i IN nosuch DO SELECT 1; END FOR; END;
-- missed
CREATE PROCEDURE b45() BEGIN GET DIAGNOSTICS CONDITION 1 x = MESSAGE_TEXT; END;
CREATE PROCEDURE ok_p() SELECT * FROM nosuch;
-- missed
CALL ok_p();
DROP PROCEDURE ok_p;
CREATE PROCEDURE ok_p() SELECT nosuch FROM t;
-- missed
CALL ok_p();
-- error M0413 procedure `ok_p` exists already
CREATE PROCEDURE ok_p() SELECT 1;
-- missed
ALTER PROCEDURE nosuch COMMENT 'x';
-- missed
ALTER FUNCTION ok_p COMMENT 'x';
-- error M0412 unknown procedure `nosuch`
DROP PROCEDURE nosuch;
-- error M0412 `ok_p` is a procedure, not a function
DROP FUNCTION ok_p;
-- error M0412 unknown function `nosuch`
DROP FUNCTION nosuch;
CREATE PROCEDURE b46() BEGIN DECLARE x INT; SELECT a, b INTO x FROM t LIMIT 1; END;
-- missed
CALL b46();
CREATE FUNCTION ok_f() RETURNS INT RETURN (SELECT nosuch FROM t LIMIT 1);
-- missed
SELECT ok_f();
CREATE FUNCTION ok_g() RETURNS INT BEGIN INSERT INTO nosuch VALUES (1); RETURN 1; END;
-- missed
SELECT ok_g();
-- missed
UPDATE t SET a = ok_g();
