-- family: events
CREATE TABLE t (id int PRIMARY KEY, d datetime);
-- one: none
-- one: every day
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t WHERE d < now();
-- same: in other words
CREATE DEFINER=`root`@`localhost` EVENT `e` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM t WHERE d < now();
-- one: every hour
CREATE EVENT e ON SCHEDULE EVERY 1 HOUR STARTS '2030-01-01 00:00:00' ENDS '2031-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'cleans' DO DELETE FROM t WHERE d < now();
-- one: once
CREATE EVENT e ON SCHEDULE AT '2035-01-01 00:00:00' ON COMPLETION PRESERVE DO INSERT INTO t VALUES (1, now());
-- one: a block
DELIMITER //
CREATE EVENT e ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-01-01 00:00:00' DO BEGIN
  DELETE FROM t WHERE id = 1;
  DELETE FROM t WHERE id = 2;
END//
DELIMITER ;
-- one: two, one of them disabled on slaves
CREATE EVENT e2 ON SCHEDULE EVERY 2 WEEK STARTS '2030-01-01 00:00:00' DISABLE ON SLAVE DO DELETE FROM t;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t WHERE d < now();

-- family: events that were changed
CREATE TABLE t (id int PRIMARY KEY, d datetime);
-- one: as it was made
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- one: made and altered
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
ALTER EVENT e DISABLE COMMENT 'says';
-- one: made and renamed
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
ALTER EVENT e RENAME TO f;

-- family: how views work
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20));
-- one: undefined
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW v AS SELECT id, a FROM t WHERE a > 0;
-- same: nothing said
CREATE VIEW v AS SELECT t.id, t.a FROM t WHERE t.a > 0;
-- same: current user
CREATE DEFINER=CURRENT_USER VIEW v AS SELECT id, a FROM t WHERE a > 0;
-- one: temptable, invoker
CREATE ALGORITHM=TEMPTABLE SQL SECURITY INVOKER VIEW v AS SELECT id, a FROM t WHERE a > 0;
-- one: checked here
CREATE ALGORITHM=MERGE VIEW v AS SELECT id, a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
-- one: altered
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 0;
ALTER ALGORITHM=MERGE VIEW v AS SELECT id FROM t;
-- one: with a cte
CREATE VIEW v AS WITH x AS (SELECT id, a FROM t) SELECT x.id, coalesce(x.a, 0) AS a FROM x;
-- one: a window
CREATE VIEW v AS SELECT id, row_number() OVER (PARTITION BY a ORDER BY id DESC) AS n FROM t;
-- one: of functions
CREATE VIEW v AS SELECT concat(b, ' ', ifnull(a, 'x')) AS c, date_format(now(), '%Y') AS y, if(a > 1, 'a', 'b') AS i, cast(a AS char) AS k FROM t;

-- family: views in a chain
-- one: three
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW a1 AS SELECT id, a FROM t;
CREATE VIEW a2 AS SELECT id, a FROM a1;
CREATE VIEW a0 AS SELECT id FROM a2;
-- one: the column has another type
CREATE TABLE t (id int PRIMARY KEY, a varchar(20) NOT NULL);
CREATE VIEW a1 AS SELECT id, a FROM t;
CREATE VIEW a2 AS SELECT id, a FROM a1;
CREATE VIEW a0 AS SELECT id FROM a2;
-- one: the column is gone
CREATE TABLE t (id int PRIMARY KEY);
CREATE VIEW a1 AS SELECT id FROM t;
CREATE VIEW a0 AS SELECT id FROM a1;
-- one: turned
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW a0 AS SELECT id, a FROM t;
CREATE VIEW a2 AS SELECT id, a FROM a0;
CREATE VIEW a1 AS SELECT id FROM a2;

-- family: the order of triggers
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
-- one: one
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
-- one: two
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = NEW.a;
-- same: follows
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW FOLLOWS x SET NEW.b = NEW.a;
-- one: precedes
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW PRECEDES x SET NEW.b = NEW.a;
-- one: three with one between
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = NEW.a;
CREATE TRIGGER z BEFORE UPDATE ON t FOR EACH ROW FOLLOWS x SET NEW.b = 3;
-- one: the first changed
CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 2;
CREATE TRIGGER y BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = NEW.a;
-- one: another definer
CREATE DEFINER=`someone`@`%` TRIGGER x BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
-- one: if not exists
CREATE TRIGGER IF NOT EXISTS x AFTER INSERT ON t FOR EACH ROW SET @a = NEW.a;

-- family: triggers and the columns they use
-- one: with
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE TABLE log (t_id int, at datetime DEFAULT now());
CREATE TRIGGER x AFTER UPDATE ON t FOR EACH ROW INSERT INTO log (t_id) VALUES (NEW.a);
-- one: without the column
CREATE TABLE t (id int PRIMARY KEY, b int);
CREATE TABLE log (t_id int, at datetime DEFAULT now());
CREATE TRIGGER x AFTER UPDATE ON t FOR EACH ROW INSERT INTO log (t_id) VALUES (NEW.b);
-- one: without the log
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
-- one: another table
CREATE TABLE u (id int PRIMARY KEY, a int);
CREATE TABLE log (t_id int, at datetime DEFAULT now());
CREATE TRIGGER x AFTER UPDATE ON u FOR EACH ROW INSERT INTO log (t_id) VALUES (NEW.a);

-- family: how routines are said to be
-- one: none
-- one: procedure
CREATE PROCEDURE p (IN a int, OUT b int, INOUT c varchar(20) CHARACTER SET latin1) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'does' SET b = a;
-- one: the same with another comment
CREATE PROCEDURE p (IN a int, OUT b int, INOUT c varchar(20) CHARACTER SET latin1) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'did' SET b = a;
-- one: as it is without saying
CREATE PROCEDURE p (a int) SET @x = a;
-- same: said
CREATE DEFINER=`root`@`localhost` PROCEDURE `p` (IN a int) LANGUAGE SQL NOT DETERMINISTIC CONTAINS SQL SQL SECURITY DEFINER COMMENT '' SET @x = a;
-- one: altered
CREATE PROCEDURE p (a int) SET @x = a;
ALTER PROCEDURE p COMMENT 'later' SQL SECURITY INVOKER READS SQL DATA;
-- one: function
CREATE FUNCTION f (a int, b decimal(10,2)) RETURNS varchar(30) CHARSET latin1 DETERMINISTIC NO SQL RETURN concat(a, b);
-- one: aggregate
DELIMITER //
CREATE AGGREGATE FUNCTION f (x int) RETURNS int
BEGIN
  DECLARE s int DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN s;
  LOOP
    FETCH GROUP NEXT ROW;
    SET s = s + x;
  END LOOP;
END//
DELIMITER ;
-- one: a cursor
DELIMITER $$
CREATE OR REPLACE PROCEDURE p ()
BEGIN
  DECLARE done bool DEFAULT false;
  DECLARE n int;
  DECLARE c CURSOR FOR SELECT 1 UNION SELECT 2;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = true;
  OPEN c;
  again: LOOP
    FETCH c INTO n;
    IF done THEN LEAVE again; END IF;
  END LOOP;
  CLOSE c;
END$$
DELIMITER ;

-- family: what uses what
-- one: function, view, table
CREATE FUNCTION f (a int) RETURNS int DETERMINISTIC RETURN a + 1;
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT f(a) AS b FROM t;
CREATE PROCEDURE p () SELECT * FROM v;
-- one: function with another type
CREATE FUNCTION f (a bigint) RETURNS bigint DETERMINISTIC RETURN a + 2;
CREATE TABLE t (id bigint PRIMARY KEY, a bigint);
CREATE VIEW v AS SELECT f(a) AS b FROM t;
CREATE PROCEDURE p () SELECT b FROM v;
-- one: view only
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT a + 1 AS b FROM t;
-- one: nothing
-- one: function calls function
CREATE FUNCTION g (a int) RETURNS int DETERMINISTIC RETURN a * 2;
CREATE FUNCTION f (a int) RETURNS int DETERMINISTIC RETURN g(a) + 1;
CREATE TABLE t (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT f(a) AS b, g(a) AS c FROM t;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO CALL p();
CREATE PROCEDURE p () SELECT g(1);

-- family: tables made of others
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, n varchar(20) NOT NULL DEFAULT 'x' COMMENT 'c', KEY n (n)) COMMENT='of a' CHARSET=latin1;
-- one: alone
-- one: like
CREATE TABLE b LIKE a;
-- same: like, in brackets
CREATE TABLE b (LIKE a);
-- same: written
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, n varchar(20) NOT NULL DEFAULT 'x' COMMENT 'c', KEY n (n)) COMMENT='of a' CHARSET=latin1;
-- one: like, then altered
CREATE TABLE b LIKE a;
ALTER TABLE b ADD COLUMN m int FIRST, DROP KEY n, CHANGE n nn varchar(30), COMMENT 'own', ENGINE=MyISAM;

-- family: altered in steps
-- one: written at once
CREATE TABLE t (id int unsigned NOT NULL AUTO_INCREMENT, b varchar(50) NOT NULL DEFAULT '', a int DEFAULT 3, PRIMARY KEY (id), UNIQUE KEY b (b), KEY ka (a)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='t';
-- same: in steps
CREATE TABLE t (id int, a int, x int, old varchar(20));
ALTER TABLE t MODIFY id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY;
ALTER TABLE t DROP x, CHANGE COLUMN old b varchar(50) NOT NULL DEFAULT '' AFTER id, ALTER COLUMN a SET DEFAULT 3;
ALTER TABLE t ADD UNIQUE (b), ADD INDEX tmp (a), COMMENT = 't';
ALTER TABLE t RENAME INDEX tmp TO ka;
-- one: with other steps
CREATE TABLE t (id int, a int, x int, old varchar(20));
ALTER TABLE t ADD COLUMN (p int, q int NOT NULL), ADD CONSTRAINT c CHECK (p > 0), ADD FULLTEXT INDEX f (old), RENAME COLUMN x TO y;
ALTER TABLE t ALTER a SET DEFAULT 4;
ALTER TABLE t ALTER a DROP DEFAULT, FORCE;
-- one: renamed
CREATE TABLE s (id int, a int);
RENAME TABLE s TO t;
ALTER TABLE t ADD PRIMARY KEY (id), ALGORITHM=INPLACE, LOCK=NONE;

-- family: partitions altered in steps
-- one: made at once
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20), PARTITION c VALUES LESS THAN (30));
-- same: added
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (10));
ALTER TABLE t ADD PARTITION (PARTITION b VALUES LESS THAN (20), PARTITION c VALUES LESS THAN (30));
-- same: reorganised
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id) (PARTITION z VALUES LESS THAN (30));
ALTER TABLE t REORGANIZE PARTITION z INTO (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20), PARTITION c VALUES LESS THAN (30));
-- same: dropped
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id) (PARTITION z VALUES LESS THAN (5), PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN (20), PARTITION c VALUES LESS THAN (30));
ALTER TABLE t DROP PARTITION z;
-- one: hash
CREATE TABLE t (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 4;
-- same: hash with more
CREATE TABLE t (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 3;
ALTER TABLE t ADD PARTITION PARTITIONS 1;
-- same: hash with less
CREATE TABLE t (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 6;
ALTER TABLE t COALESCE PARTITION 2;
-- one: removed
CREATE TABLE t (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 6;
ALTER TABLE t REMOVE PARTITIONING;
-- one: made later
CREATE TABLE t (id int NOT NULL);
ALTER TABLE t PARTITION BY LIST (id) (PARTITION a VALUES IN (1), PARTITION b VALUES IN (2));
ALTER TABLE t TRUNCATE PARTITION a;

-- family: a shop
-- one: before
CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, name varchar(100) NOT NULL, email varchar(100), created timestamp DEFAULT CURRENT_TIMESTAMP, KEY idx_name (name)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer_id int NOT NULL, total decimal(10,2) DEFAULT 0.00, status enum('new','paid') DEFAULT 'new', CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id));
CREATE VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
-- one: after
CREATE TABLE customers (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(150) NOT NULL, email varchar(100) NOT NULL DEFAULT '', phone varchar(20), after_ varchar(1)) ENGINE=InnoDB;
-- one: grown
CREATE TABLE customers (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(150) NOT NULL COMMENT 'full', phone varchar(20), email varchar(100) NOT NULL DEFAULT '', created timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6), UNIQUE KEY uq_email (email), KEY idx_name (name(50), phone)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='who buys';
CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer_id bigint unsigned NOT NULL, total decimal(12,4) NOT NULL DEFAULT 0, status enum('new','paid','gone') NOT NULL DEFAULT 'new', note json, CONSTRAINT fk_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE NO ACTION, CONSTRAINT positive CHECK (total >= 0));
CREATE TABLE items (order_id int NOT NULL, n int NOT NULL, what varchar(50), PRIMARY KEY (order_id, n), CONSTRAINT fk_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE);
CREATE VIEW totals AS SELECT customer_id, sum(total) AS total, count(*) AS n FROM orders WHERE status <> 'gone' GROUP BY customer_id;
CREATE TRIGGER item_check BEFORE INSERT ON items FOR EACH ROW BEGIN IF NEW.n < 0 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'; END IF; END;
-- one: items only
CREATE TABLE items (order_id int NOT NULL, n int NOT NULL, what varchar(50), PRIMARY KEY (order_id, n));

-- family: columns changed and moved in one step
-- one: before
CREATE TABLE t (a int, b varchar(10), c date, d int, PRIMARY KEY (a));
-- one: after
CREATE TABLE t (c datetime NOT NULL, a bigint, e int, b varchar(20) DEFAULT 'x', PRIMARY KEY (a), KEY e (e));
-- one: key moves
CREATE TABLE t (d int NOT NULL AUTO_INCREMENT, c date, a int, b varchar(10), PRIMARY KEY (d), UNIQUE KEY a (a));
-- one: no key
CREATE TABLE t (b varchar(10), a int);
-- one: composite
CREATE TABLE t (a int, b varchar(10), c date, d int, PRIMARY KEY (a, b), KEY cd (c, d));

-- family: foreign keys over many
-- one: tree
CREATE TABLE n (id int PRIMARY KEY, parent int, CONSTRAINT up FOREIGN KEY (parent) REFERENCES n (id) ON DELETE CASCADE);
-- one: tree with another key
CREATE TABLE n (id bigint AUTO_INCREMENT PRIMARY KEY, parent bigint, CONSTRAINT up FOREIGN KEY (parent) REFERENCES n (id) ON DELETE SET NULL);
-- one: composite
CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE n (id int PRIMARY KEY, a int, b int, CONSTRAINT ab FOREIGN KEY (a, b) REFERENCES p (a, b) ON UPDATE CASCADE);
-- one: composite in another order
CREATE TABLE p (b int, a int, PRIMARY KEY (b, a));
CREATE TABLE n (id int PRIMARY KEY, a int, b int, CONSTRAINT ab FOREIGN KEY (b, a) REFERENCES p (b, a) ON UPDATE CASCADE);
-- one: to a unique key
CREATE TABLE p (a int, b int, UNIQUE KEY b (b));
CREATE TABLE n (id int PRIMARY KEY, b int, CONSTRAINT ab FOREIGN KEY (b) REFERENCES p (b));
-- one: to a plain key
CREATE TABLE p (a int, b int, KEY b (b));
CREATE TABLE n (id int PRIMARY KEY, b int, CONSTRAINT ab FOREIGN KEY (b) REFERENCES p (b));
