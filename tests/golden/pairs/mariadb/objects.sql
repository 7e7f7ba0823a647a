-- family: views
CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b int);
-- one: none
-- one: one
CREATE VIEW v AS SELECT id, a FROM t;
-- same: with quotes
CREATE VIEW `v` AS SELECT `id`, `t`.`a` AS `a` FROM `t`;
-- same: or replace
CREATE OR REPLACE VIEW v AS SELECT id, a FROM t;
-- one: another
CREATE VIEW v AS SELECT id, b FROM t WHERE b > 0;
-- one: names of its own
CREATE VIEW v (x, y) AS SELECT id, a FROM t;
-- one: merge
CREATE ALGORITHM=MERGE VIEW v AS SELECT id, a FROM t;
-- one: invoker
CREATE SQL SECURITY INVOKER VIEW v AS SELECT id, a FROM t;
-- one: check option
CREATE VIEW v AS SELECT id, a FROM t WHERE id > 0 WITH CHECK OPTION;
-- same: cascaded
CREATE VIEW v AS SELECT id, a FROM t WHERE id > 0 WITH CASCADED CHECK OPTION;
-- one: local check option
CREATE VIEW v AS SELECT id, a FROM t WHERE id > 0 WITH LOCAL CHECK OPTION;
-- one: temptable
CREATE ALGORITHM = TEMPTABLE VIEW v AS SELECT id, a FROM t;
-- one: another chain
CREATE VIEW w AS SELECT id, b FROM t;
CREATE VIEW v AS SELECT id FROM w;
-- one: a table of that name
CREATE TABLE v (id int);
-- one: everything
CREATE VIEW v AS SELECT * FROM t;

-- family: views over tables that change
-- one: two columns
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT id FROM v;
-- one: three columns
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT id, b FROM v;
-- one: another type
CREATE TABLE t (id bigint PRIMARY KEY, a varchar(10));
CREATE VIEW v AS SELECT * FROM t;
CREATE VIEW w AS SELECT id FROM v;
-- one: no table
CREATE TABLE other (id int);
CREATE VIEW v AS SELECT id FROM other;
-- one: another place
CREATE TABLE t (a int, id int PRIMARY KEY);
CREATE VIEW v AS SELECT * FROM t;

-- family: triggers
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE TABLE log (id int, what varchar(20));
-- one: none
-- one: one
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- same: with a definer
CREATE DEFINER=`root`@`localhost` TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
-- one: another body
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2;
-- one: another time
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
-- one: a block
DELIMITER //
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW BEGIN
  -- says what came
  IF NEW.a > 0 THEN
    INSERT INTO log VALUES (NEW.id, 'big');
  ELSE
    INSERT INTO log VALUES (NEW.id, 'small');
  END IF;
END//
DELIMITER ;
-- one: two
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1;
-- one: two in another order
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW PRECEDES tr SET NEW.b = 1;
-- one: on another table
CREATE TRIGGER tr AFTER DELETE ON log FOR EACH ROW DELETE FROM t WHERE id = OLD.id;

-- family: routines
CREATE TABLE t (id int PRIMARY KEY, a int);
-- one: none
-- one: a function
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
-- one: another function
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 2;
-- one: another argument
CREATE FUNCTION f (x int, y varchar(10)) RETURNS bigint NO SQL COMMENT 'adds' RETURN x + 2;
-- one: a procedure
DELIMITER $$
CREATE DEFINER=`root`@`localhost` PROCEDURE p (IN x int, OUT y int, INOUT z varchar(20))
READS SQL DATA
SQL SECURITY INVOKER
BEGIN
  DECLARE n int DEFAULT 0;
  SELECT count(*) INTO n FROM t WHERE id > x;
  SET y = n;
END$$
DELIMITER ;
-- one: both of one name
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
CREATE PROCEDURE f () SELECT 1;
-- one: used by a view and a trigger
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
CREATE VIEW v AS SELECT f(a) AS fa FROM t;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = f(NEW.a);
-- one: used by a view, changed
CREATE FUNCTION f (x int) RETURNS varchar(20) DETERMINISTIC RETURN x + 3;
CREATE VIEW v AS SELECT f(a) AS fa FROM t;

-- family: sequences
-- one: none
CREATE TABLE t (id int);
-- one: one
CREATE TABLE t (id int);
CREATE SEQUENCE s;
-- one: options
CREATE TABLE t (id int);
CREATE SEQUENCE s START WITH 10 INCREMENT BY 5 MINVALUE 1 MAXVALUE 1000 CACHE 20 CYCLE;
