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

-- case: the star of one table beside USING is all its columns
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, seats int);
CREATE TABLE buses (bus_id int PRIMARY KEY, plate varchar(9));
CREATE VIEW riding AS SELECT trips.*, plate FROM trips LEFT JOIN buses USING (bus_id);
CREATE VIEW parked AS SELECT b.*, seats FROM trips JOIN buses b USING (bus_id);
-- equal:
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, seats int);
CREATE TABLE buses (bus_id int PRIMARY KEY, plate varchar(9));
CREATE VIEW riding AS SELECT trips.id AS id, trips.bus_id AS bus_id, trips.seats AS seats, buses.plate AS plate FROM trips LEFT JOIN buses ON trips.bus_id = buses.bus_id;
CREATE VIEW parked AS SELECT b.bus_id AS bus_id, b.plate AS plate, trips.seats AS seats FROM trips JOIN buses b ON trips.bus_id = b.bus_id;

-- case: the star of tables that are joined by a column has it once and first
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, seats int);
CREATE TABLE buses (plate varchar(9), bus_id int PRIMARY KEY, depot int);
CREATE TABLE depots (name varchar(9), depot int, seats int);
CREATE VIEW riding AS SELECT * FROM trips LEFT JOIN buses USING (bus_id);
CREATE VIEW parked AS SELECT * FROM trips JOIN buses USING (bus_id) JOIN depots USING (depot, seats);
-- equal:
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, seats int);
CREATE TABLE buses (plate varchar(9), bus_id int PRIMARY KEY, depot int);
CREATE TABLE depots (name varchar(9), depot int, seats int);
CREATE VIEW riding AS SELECT trips.bus_id AS bus_id, trips.id AS id, trips.seats AS seats, buses.plate AS plate, buses.depot AS depot FROM trips LEFT JOIN buses ON trips.bus_id = buses.bus_id;
CREATE VIEW parked AS SELECT trips.seats AS seats, buses.depot AS depot, trips.bus_id AS bus_id, trips.id AS id, buses.plate AS plate, depots.name AS name FROM trips JOIN buses ON trips.bus_id = buses.bus_id JOIN depots ON trips.seats = depots.seats AND buses.depot = depots.depot;

-- case: joins by all that is common
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, Seats int);
CREATE TABLE buses (plate varchar(9), bus_id int PRIMARY KEY);
CREATE VIEW riding AS SELECT * FROM trips NATURAL LEFT JOIN buses;
CREATE VIEW both_ways AS SELECT trips.*, plate FROM trips NATURAL JOIN buses;
-- equal:
CREATE TABLE trips (id int PRIMARY KEY, bus_id int, Seats int);
CREATE TABLE buses (plate varchar(9), bus_id int PRIMARY KEY);
CREATE VIEW riding AS SELECT trips.bus_id AS bus_id, trips.id AS id, trips.Seats AS Seats, buses.plate AS plate FROM trips LEFT JOIN buses ON trips.bus_id = buses.bus_id;
CREATE VIEW both_ways AS SELECT trips.id AS id, trips.bus_id AS bus_id, trips.Seats AS Seats, buses.plate AS plate FROM trips JOIN buses ON trips.bus_id = buses.bus_id;
