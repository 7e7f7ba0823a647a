-- case: suite: engine
CREATE TABLE t (id int PRIMARY KEY) ENGINE=InnoDB;
-- after:
CREATE TABLE t (id int PRIMARY KEY) ENGINE=MyISAM;
-- case: suite: engine is not said, or in small letters
CREATE TABLE t (id int PRIMARY KEY);
-- equal:
CREATE TABLE t (id int PRIMARY KEY) engine = innodb;
-- case: suite: charset of the table and all its columns
CREATE TABLE t (a varchar(20), b text, c enum('x')) DEFAULT CHARSET=latin1;
-- after:
CREATE TABLE t (a varchar(20), b text, c enum('x')) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- case: suite: charset of the table only
CREATE TABLE t (a varchar(20), b text) DEFAULT CHARSET=latin1;
-- after:
CREATE TABLE t (a varchar(20) CHARACTER SET latin1, b text CHARACTER SET latin1) DEFAULT CHARSET=utf8mb4;
-- case: suite: collation of the table
CREATE TABLE t (a varchar(20), b varchar(3) COLLATE utf8mb4_bin) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- after:
CREATE TABLE t (a varchar(20), b varchar(3) COLLATE utf8mb4_bin) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- case: suite: charset in other words
CREATE TABLE t (a varchar(20)) DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_general_ci;
-- equal:
CREATE TABLE t (a varchar(20)) CHARSET utf8mb4;
-- case: suite: collate alone says the charset
CREATE TABLE t (a varchar(20)) COLLATE=latin1_german1_ci;
-- equal:
CREATE TABLE t (a varchar(20) CHARACTER SET latin1 COLLATE latin1_german1_ci) DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci;
-- case: suite: comment of a table comes, another changes
CREATE TABLE t (a int);
CREATE TABLE u (a int) COMMENT='old';
CREATE TABLE v (a int) COMMENT='gone';
-- after:
CREATE TABLE t (a int) COMMENT='it''s; "here"';
CREATE TABLE u (a int) COMMENT 'new';
CREATE TABLE v (a int);
-- case: suite: row format and key block size
CREATE TABLE t (a int);
CREATE TABLE u (a int) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4;
-- after:
CREATE TABLE t (a int) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE u (a int) ROW_FORMAT=DYNAMIC;
-- case: suite: statistics and other numbers
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int) STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=30 MIN_ROWS=5 MAX_ROWS=1000 AVG_ROW_LENGTH=20 CHECKSUM=1 PAGE_CHECKSUM=1;
-- case: suite: statistics go again
CREATE TABLE t (a int) STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=30;
-- after:
CREATE TABLE t (a int) STATS_PERSISTENT=0;
-- case: suite: auto_increment of a table that is new
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE TABLE u (id int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=1000;
-- case: suite: what a dump says of auto_increment is nothing
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
-- equal:
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB AUTO_INCREMENT=1 DEFAULT CHARSET=utf8mb4;
-- case: suite: options with and without commas
CREATE TABLE t (a int) ENGINE=InnoDB, CHARSET=latin1, COMMENT='x';
-- equal:
CREATE TABLE t (a int) COMMENT 'x' DEFAULT CHARACTER SET latin1 ENGINE InnoDB;
-- case: suite: pages compressed and encrypted
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int) PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=6;
-- case: suite: transactional of aria
CREATE TABLE t (a int) ENGINE=Aria TRANSACTIONAL=1;
-- after:
CREATE TABLE t (a int) ENGINE=Aria TRANSACTIONAL=0;
-- case: suite: five tables come, five go
CREATE TABLE o1 (id int PRIMARY KEY);
CREATE TABLE o2 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES o1 (id));
CREATE TABLE o3 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES o2 (id));
CREATE TABLE o4 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES o3 (id), y int, FOREIGN KEY (y) REFERENCES o1 (id));
CREATE TABLE o5 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES o4 (id));
-- after:
SET foreign_key_checks = 0;
CREATE TABLE n5 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES n4 (id));
CREATE TABLE n4 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES n3 (id));
CREATE TABLE n3 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES n2 (id));
CREATE TABLE n2 (id int PRIMARY KEY, x int, FOREIGN KEY (x) REFERENCES n1 (id));
CREATE TABLE n1 (id int PRIMARY KEY);
-- case: suite: a view comes, another goes
CREATE TABLE t (a int, b int);
CREATE VIEW gone AS SELECT a FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW came AS SELECT b, a + 1 AS next FROM t WHERE a > 0;
-- case: suite: the query of a view
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t WHERE b IS NOT NULL ORDER BY a DESC LIMIT 10;
-- case: suite: a view over a view in the wrong order
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE VIEW v1 AS SELECT * FROM t;
CREATE VIEW v2 AS SELECT * FROM v1;
CREATE VIEW v3 AS SELECT * FROM v2;
-- case: suite: a chain of views loses a column below
CREATE TABLE t (a int, b int);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE VIEW v2 AS SELECT a, b FROM v1;
-- after:
CREATE TABLE t (a int);
CREATE VIEW v1 AS SELECT a FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
-- case: suite: algorithm, security and check option
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t WHERE a > 1;
CREATE VIEW w AS SELECT a FROM t WHERE a > 1;
-- after:
CREATE TABLE t (a int);
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW v AS SELECT a FROM t WHERE a > 1 WITH LOCAL CHECK OPTION;
CREATE ALGORITHM=TEMPTABLE VIEW w AS SELECT a FROM t WHERE a > 1;
-- case: suite: with check option is cascaded, undefined is nothing
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t WHERE a > 1 WITH CHECK OPTION;
-- equal:
CREATE TABLE t (a int);
CREATE OR REPLACE ALGORITHM=UNDEFINED SQL SECURITY DEFINER VIEW v (a) AS SELECT t.a AS a FROM t WHERE t.a > 1 WITH CASCADED CHECK OPTION;
-- case: suite: a view as shown
CREATE TABLE t (id int, name varchar(20), n int);
CREATE VIEW v AS SELECT id, upper(name) AS big, count(*) AS c, sum(n) total FROM t WHERE n > 1 AND name LIKE 'a%' GROUP BY id, name HAVING c > 1;
-- equal:
CREATE TABLE t (id int, name varchar(20), n int);
CREATE ALGORITHM=UNDEFINED VIEW `v` AS select `t`.`id` AS `id`,ucase(`t`.`name`) AS `big`,count(0) AS `c`,sum(`t`.`n`) AS `total` from `t` where `t`.`n` > 1 and `t`.`name` like 'a%' group by `t`.`id`,`t`.`name` having `c` > 1;
-- case: suite: joins of a view as shown
CREATE TABLE a (id int, n int);
CREATE TABLE b (id int, a_id int);
CREATE VIEW v AS SELECT x.id, y.id AS bid, coalesce(x.n, 0) AS n FROM a x JOIN b y ON y.a_id = x.id LEFT JOIN b z ON z.id = x.n;
-- equal:
CREATE TABLE a (id int, n int);
CREATE TABLE b (id int, a_id int);
CREATE VIEW `v` AS select `x`.`id` AS `id`,`y`.`id` AS `bid`,coalesce(`x`.`n`,0) AS `n` from ((`a` `x` join `b` `y` on(`y`.`a_id` = `x`.`id`)) left join `b` `z` on(`z`.`id` = `x`.`n`));
-- case: suite: a table becomes a view of another
CREATE TABLE a (id int);
CREATE TABLE b (id int);
-- after:
CREATE TABLE a (id int);
CREATE VIEW b AS SELECT id FROM a;
-- case: suite: a view with a union and a common table
CREATE TABLE a (id int, parent int);
-- after:
CREATE TABLE a (id int, parent int);
CREATE VIEW u AS SELECT id FROM a UNION ALL SELECT parent FROM a;
CREATE VIEW tree AS WITH RECURSIVE c AS (SELECT id, parent, 0 AS depth FROM a WHERE parent IS NULL UNION ALL SELECT a.id, a.parent, c.depth + 1 FROM a JOIN c ON a.parent = c.id) SELECT * FROM c;
CREATE VIEW w AS SELECT id, row_number() OVER (PARTITION BY parent ORDER BY id) AS rn FROM a;
-- case: suite: the column a view reads gets another name
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
-- rename: t.a=amount
-- after:
CREATE TABLE t (amount int, b int);
CREATE VIEW v AS SELECT amount, b FROM t;
-- case: suite: the table of a view gets another name
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
-- rename: t=things
-- after:
CREATE TABLE things (a int);
CREATE VIEW v AS SELECT a FROM things;
-- case: suite: triggers come, change, go
CREATE TABLE t (a int, b int);
CREATE TRIGGER gone BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER other AFTER DELETE ON t FOR EACH ROW SET @x = OLD.a;
-- after:
CREATE TABLE t (a int, b int);
CREATE TRIGGER other AFTER DELETE ON t FOR EACH ROW SET @x = OLD.a + 1;
CREATE TRIGGER came BEFORE UPDATE ON t FOR EACH ROW SET NEW.b = OLD.b + 1;
-- case: suite: a trigger with a block by delimiter
CREATE TABLE t (a int, b int);
CREATE TABLE log (m varchar(50));
-- after:
CREATE TABLE t (a int, b int);
CREATE TABLE log (m varchar(50));
DELIMITER //
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW
BEGIN
  IF NEW.a > 1 THEN
    INSERT INTO log VALUES ('big;');
  ELSE
    INSERT INTO log VALUES (concat('small ', NEW.a));
  END IF;
END//
DELIMITER ;
-- case: suite: one between two triggers
CREATE TABLE t (a int);
CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 1;
CREATE TRIGGER three BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a * 3;
-- after:
CREATE TABLE t (a int);
CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a + 1;
CREATE TRIGGER two BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a * 2;
CREATE TRIGGER three BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.a * 3;
-- case: suite: order of triggers said by follows and precedes
CREATE TABLE t (a int);
CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE TRIGGER two BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2;
-- equal:
CREATE TABLE t (a int);
CREATE TRIGGER two BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2;
CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW PRECEDES two SET NEW.a = 1;
-- case: suite: the table of a trigger is another
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- after:
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE TRIGGER tr BEFORE INSERT ON u FOR EACH ROW SET NEW.a = 1;
-- case: suite: a trigger uses a column that comes
CREATE TABLE t (a int);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- after:
CREATE TABLE t (a int, made datetime);
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1, NEW.made = now();
-- case: suite: a trigger of a table that is dropped
CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW INSERT INTO u VALUES (NEW.a);
-- after:
CREATE TABLE u (a int);
-- case: suite: procedures come, change, go
CREATE TABLE t (a int);
CREATE PROCEDURE gone() SELECT 1;
CREATE PROCEDURE p(IN x int) SELECT x;
-- after:
CREATE TABLE t (a int);
CREATE PROCEDURE p(IN x int, OUT y int) SET y = x + 1;
CREATE PROCEDURE came(INOUT z varchar(10)) SET z = upper(z);
-- case: suite: a procedure with loops, cursor and handlers
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
DELIMITER $$
CREATE PROCEDURE total(OUT s int)
BEGIN
  DECLARE done int DEFAULT 0;
  DECLARE x int;
  DECLARE c CURSOR FOR SELECT a FROM t;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
  SET s = 0;
  OPEN c;
  lp: LOOP
    FETCH c INTO x;
    IF done THEN LEAVE lp; END IF;
    SET s = s + x;
  END LOOP;
  CLOSE c;
END$$
DELIMITER ;
-- case: suite: characteristics of a function
CREATE FUNCTION f(x int) RETURNS int RETURN x + 1;
CREATE FUNCTION g(x int) RETURNS int DETERMINISTIC COMMENT 'old' RETURN x;
-- after:
CREATE FUNCTION f(x int) RETURNS int DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'one more' RETURN x + 1;
CREATE FUNCTION g(x int) RETURNS int NOT DETERMINISTIC READS SQL DATA RETURN x;
-- case: suite: not deterministic and contains sql are nothing
CREATE FUNCTION f(x int) RETURNS int RETURN x + 1;
CREATE PROCEDURE p() SELECT 1;
-- equal:
CREATE FUNCTION f(x int) RETURNS int NOT DETERMINISTIC CONTAINS SQL SQL SECURITY DEFINER LANGUAGE SQL RETURN x + 1;
CREATE PROCEDURE `p`() CONTAINS SQL SELECT 1;
-- case: suite: types of arguments and of the result
CREATE FUNCTION f(x int, y varchar(10)) RETURNS varchar(20) RETURN concat(x, y);
-- after:
CREATE FUNCTION f(x bigint, y varchar(100)) RETURNS text RETURN concat(x, y);
-- case: suite: a function used by a generated default, a view and a check
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION twice(x int) RETURNS int DETERMINISTIC RETURN x * 2;
CREATE VIEW v AS SELECT twice(a) AS d FROM t;
-- case: suite: a function becomes a procedure
CREATE FUNCTION f() RETURNS int RETURN 1;
-- after:
CREATE PROCEDURE f() SELECT 1;
-- case: suite: events
CREATE TABLE t (a int);
CREATE EVENT gone ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t WHERE a = 1;
-- after:
CREATE TABLE t (a int);
CREATE EVENT e ON SCHEDULE EVERY 2 HOUR STARTS '2031-01-01 00:00:00' ENDS '2032-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'every two' DO DELETE FROM t WHERE a = 2;
CREATE EVENT came ON SCHEDULE AT '2035-05-05 05:05:05' DO INSERT INTO t VALUES (1);
-- case: suite: an event in other words
CREATE TABLE t (a int);
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- equal:
CREATE TABLE t (a int);
CREATE EVENT IF NOT EXISTS `e` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM t;
-- case: suite: sequences come, change, go
CREATE SEQUENCE gone;
CREATE SEQUENCE s START WITH 10 INCREMENT BY 5;
-- after:
CREATE SEQUENCE s START WITH 10 INCREMENT BY 2 MAXVALUE 1000 CYCLE;
CREATE SEQUENCE came MINVALUE 5 CACHE 20;
-- case: suite: a sequence in full
CREATE SEQUENCE s;
-- equal:
CREATE SEQUENCE `s` start with 1 minvalue 1 maxvalue 9223372036854775806 increment by 1 cache 1000 nocycle ENGINE=InnoDB;
-- case: suite: a default of a sequence
CREATE TABLE t (id bigint NOT NULL);
-- after:
CREATE SEQUENCE ids;
CREATE TABLE t (id bigint NOT NULL DEFAULT nextval(ids));
-- case: suite: system versioning comes
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int) WITH SYSTEM VERSIONING;
-- case: suite: system versioning goes
CREATE TABLE t (a int) WITH SYSTEM VERSIONING;
-- after:
CREATE TABLE t (a int);
-- case: suite: system versioning with columns of its own
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
-- case: suite: a versioned table gets a column, another is left out
CREATE TABLE t (a int, b int) WITH SYSTEM VERSIONING;
-- after:
CREATE TABLE t (a int, b int WITHOUT SYSTEM VERSIONING, c int) WITH SYSTEM VERSIONING;
-- case: suite: an application period
CREATE TABLE t (a int, s date NOT NULL, e date NOT NULL);
-- after:
CREATE TABLE t (a int, s date NOT NULL, e date NOT NULL, PERIOD FOR valid (s, e));
-- case: suite: an application period with a key without overlaps
CREATE TABLE t (a int NOT NULL, s date NOT NULL, e date NOT NULL, PERIOD FOR valid (s, e), PRIMARY KEY (a));
-- after:
CREATE TABLE t (a int NOT NULL, s date NOT NULL, e date NOT NULL, PERIOD FOR valid (s, e), PRIMARY KEY (a, valid WITHOUT OVERLAPS));
-- case: suite: reserved words as names
CREATE TABLE `order` (`key` int PRIMARY KEY, `group` int);
-- after:
CREATE TABLE `order` (`key` int PRIMARY KEY, `group` int, `select` varchar(5) NOT NULL DEFAULT '', `index` int, KEY `table` (`index`), CONSTRAINT `check` CHECK (`group` > 0), CONSTRAINT `foreign` FOREIGN KEY (`group`) REFERENCES `order` (`key`));
CREATE VIEW `view` AS SELECT `select` AS `from` FROM `order`;
-- case: suite: odd letters in names
CREATE TABLE `a b` (`c-d` int);
-- after:
CREATE TABLE `a b` (`c-d` int, `e``f` int, `größe` int, `1st` int, `x.y` int, KEY `my key` (`c-d`, `größe`));
CREATE TABLE `t.u` (`*` int);
-- case: suite: quoted or not
CREATE TABLE t (id int, name varchar(10), KEY name_k (name));
-- equal:
create table `t` (`id` INT, `name` VARCHAR(10), key `name_k` (`name`));
-- case: suite: a table name in capitals
CREATE TABLE Users (id int);
-- after:
CREATE TABLE Users (id int, n int);
CREATE TABLE users2 (id int);
-- case: suite: one table is renamed, one dropped, one made
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY);
-- rename: a=c
-- after:
CREATE TABLE c (id int PRIMARY KEY, x bigint, y int);
CREATE TABLE d (id int PRIMARY KEY);
-- case: suite: a renamed table with trigger, view, check and generated column
CREATE TABLE a (id int PRIMARY KEY, x int CHECK (x > 0), g int AS (x + 1));
CREATE TRIGGER tr BEFORE INSERT ON a FOR EACH ROW SET NEW.x = 1;
CREATE VIEW v AS SELECT a.id, a.x FROM a;
-- rename: a=b
-- after:
CREATE TABLE b (id int PRIMARY KEY, x int CHECK (x > 0), g int AS (x + 1));
CREATE TRIGGER tr BEFORE INSERT ON b FOR EACH ROW SET NEW.x = 1;
CREATE VIEW v AS SELECT b.id, b.x FROM b;
-- case: suite: everything of one table at once
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int, b varchar(10), c text, KEY a (a)) ENGINE=InnoDB DEFAULT CHARSET=latin1 COMMENT='old';
-- after:
CREATE TABLE t (id bigint unsigned AUTO_INCREMENT PRIMARY KEY COMMENT 'key', b varchar(30) NOT NULL DEFAULT 'x', d datetime(3) DEFAULT now(3), a int, g int AS (a * 2) STORED, UNIQUE KEY b (b), KEY g (g DESC), CHECK (a > 0)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='new' ROW_FORMAT=DYNAMIC;
-- case: suite: mysqldump gives the same
CREATE TABLE users (id int AUTO_INCREMENT PRIMARY KEY, mail varchar(99) NOT NULL UNIQUE, made timestamp DEFAULT CURRENT_TIMESTAMP) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE posts (id int AUTO_INCREMENT PRIMARY KEY, user_id int NOT NULL, body text, CONSTRAINT p_u FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE VIEW latest AS SELECT id, body FROM posts;
CREATE TRIGGER low BEFORE INSERT ON users FOR EACH ROW SET NEW.mail = lower(NEW.mail);
CREATE FUNCTION one() RETURNS int DETERMINISTIC RETURN 1;
-- equal:
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
DROP TABLE IF EXISTS `posts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE `posts` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `user_id` int(11) NOT NULL,
  `body` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY `p_u` (`user_id`),
  CONSTRAINT `p_u` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;
LOCK TABLES `posts` WRITE;
/*!40000 ALTER TABLE `posts` DISABLE KEYS */;
/*!40000 ALTER TABLE `posts` ENABLE KEYS */;
UNLOCK TABLES;
DROP TABLE IF EXISTS `users`;
CREATE TABLE `users` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `mail` varchar(99) NOT NULL,
  `made` timestamp NULL DEFAULT current_timestamp(),
  PRIMARY KEY (`id`),
  UNIQUE KEY `mail` (`mail`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER low BEFORE INSERT ON users FOR EACH ROW SET NEW.mail = lower(NEW.mail) */;;
DELIMITER ;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES' */ ;
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` FUNCTION `one`() RETURNS int(11)
    DETERMINISTIC
RETURN 1 ;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS `latest`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `latest` AS select `posts`.`id` AS `id`,`posts`.`body` AS `body` from `posts` */;
-- case: suite: a shop grows
CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, name varchar(50), mail varchar(80));
CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer_id int, total float, KEY customer_id (customer_id));
-- after:
CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, mail varchar(80) NOT NULL, made datetime NOT NULL DEFAULT now(), UNIQUE KEY mail (mail));
CREATE TABLE products (id int AUTO_INCREMENT PRIMARY KEY, sku varchar(20) NOT NULL UNIQUE, price decimal(10,2) NOT NULL DEFAULT 0 CHECK (price >= 0));
CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, customer_id int NOT NULL, total decimal(12,2) NOT NULL DEFAULT 0, state enum('open','sent') NOT NULL DEFAULT 'open', KEY customer_id (customer_id), CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id));
CREATE TABLE lines_of_orders (order_id int NOT NULL, product_id int NOT NULL, n int NOT NULL DEFAULT 1, PRIMARY KEY (order_id, product_id), CONSTRAINT l_o FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE, CONSTRAINT l_p FOREIGN KEY (product_id) REFERENCES products (id));
CREATE VIEW open_orders AS SELECT o.id, c.name, o.total FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.state = 'open';
CREATE TRIGGER lines_ai AFTER INSERT ON lines_of_orders FOR EACH ROW UPDATE orders SET total = total + NEW.n * (SELECT price FROM products WHERE id = NEW.product_id) WHERE id = NEW.order_id;
CREATE PROCEDURE close_order(IN o int) UPDATE orders SET state = 'sent' WHERE id = o;
-- case: suite: definers
CREATE TABLE t (a int);
CREATE DEFINER='root'@'localhost' VIEW v AS SELECT a FROM t;
CREATE DEFINER='root'@'localhost' PROCEDURE p() SELECT 1;
-- after:
CREATE TABLE t (a int);
CREATE DEFINER='somebody'@'%' VIEW v AS SELECT a FROM t;
CREATE DEFINER='somebody'@'%' PROCEDURE p() SELECT 1;
-- case: suite: current user is a definer like none
CREATE TABLE t (a int);
CREATE DEFINER=CURRENT_USER VIEW v AS SELECT a FROM t;
CREATE DEFINER=CURRENT_USER() TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- equal:
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- case: suite: create if not exists and alters after
CREATE TABLE t (id int);
ALTER TABLE t ADD COLUMN n int AFTER id, ADD INDEX (n), MODIFY id bigint NOT NULL, ADD PRIMARY KEY (id);
ALTER TABLE t RENAME COLUMN n TO m, RENAME INDEX n TO k;
ALTER TABLE t ALTER COLUMN m SET DEFAULT 5, COMMENT 'x';
-- equal:
CREATE TABLE IF NOT EXISTS t (id bigint NOT NULL PRIMARY KEY, m int DEFAULT 5, KEY k (m)) COMMENT='x';
-- case: suite: a table like another
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, n int CHECK (n > 0), KEY n (n)) COMMENT 'c';
CREATE TABLE b LIKE a;
-- equal:
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, n int CHECK (n > 0), KEY n (n)) COMMENT 'c';
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, n int CHECK (n > 0), KEY n (n)) COMMENT 'c';
-- case: suite: packages of words in a view's expressions
CREATE TABLE t (a int, b varchar(20), d datetime);
-- after:
CREATE TABLE t (a int, b varchar(20), d datetime);
CREATE VIEW v AS SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END AS c, IF(a IS NULL, 0, a) AS i, cast(b AS signed) AS s, date_format(d, '%Y-%m') AS m, d + INTERVAL 1 DAY AS nxt, b REGEXP '^a' AS r, concat_ws('-', a, b) AS cw, (SELECT max(x.a) FROM t x) AS mx FROM t WHERE a IN (1, 2) AND NOT (b = 'z' OR b IS NULL) AND EXISTS (SELECT 1 FROM t y WHERE y.a = t.a);
-- case: suite: expressions of a view as shown, case and if
CREATE TABLE t (a int, b varchar(20), d datetime);
-- after:
CREATE TABLE t (a int, b varchar(20), d datetime);
CREATE VIEW v1 AS SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END AS c, IF(a IS NULL, 0, a) AS i, cast(b AS signed) AS s FROM t;
CREATE VIEW v2 AS SELECT date_format(d, '%Y-%m') AS m, d + INTERVAL 1 DAY AS nxt, b REGEXP '^a' AS r, concat_ws('-', a, b) AS cw FROM t;
CREATE VIEW v3 AS SELECT (SELECT max(x.a) FROM t x) AS mx FROM t;
CREATE VIEW v4 AS SELECT a FROM t WHERE EXISTS (SELECT 1 FROM t y WHERE y.a = t.a);
CREATE VIEW v5 AS SELECT a FROM t WHERE a IN (1, 2) AND NOT (b = 'z' OR b IS NULL);
