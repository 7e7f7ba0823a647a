-- case: sqldef: create and drop in one go
CREATE TABLE bigdata (data bigint);
CREATE TABLE gone (id int);
-- after:
CREATE TABLE bigdata (data bigint);
CREATE TABLE users (id bigint NOT NULL, name varchar(40));

-- case: sqldef: column order with several moves
CREATE TABLE t (a int, b int, c int, d int, e int);
-- rows:
INSERT INTO t VALUES (1, 2, 3, 4, 5);
-- after:
CREATE TABLE t (e int, a int, x int, d int, c varchar(10), b int, y int);

-- case: sqldef: a primary key changes while another column counts
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT, code varchar(20) NOT NULL, PRIMARY KEY (id));
-- rows:
INSERT INTO t (code) VALUES ('x'), ('y');
-- after:
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT, code varchar(20) NOT NULL, PRIMARY KEY (code), KEY (id));

-- case: auto increment moves to another column
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, n int NOT NULL, PRIMARY KEY (id));
-- after:
CREATE TABLE t (id int NOT NULL, n int NOT NULL AUTO_INCREMENT, PRIMARY KEY (n));

-- case: auto increment with a unique key alone
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, n int, UNIQUE KEY u (id));
-- after:
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, n int, PRIMARY KEY (id));

-- case: a compound key with auto increment
CREATE TABLE t (a int NOT NULL, id int NOT NULL AUTO_INCREMENT, PRIMARY KEY (id, a));
-- after:
CREATE TABLE t (a int NOT NULL, id int NOT NULL AUTO_INCREMENT, b int NOT NULL DEFAULT 0, PRIMARY KEY (a, id), KEY k (id));

-- case: a key column is dropped
CREATE TABLE t (a int NOT NULL, b int NOT NULL, c int, PRIMARY KEY (a, b), UNIQUE KEY u (b, c), KEY k (b), KEY m (c, b, a));
-- rows:
INSERT INTO t VALUES (1, 1, 1), (2, 1, 2);
-- after:
CREATE TABLE t (a int NOT NULL, c int, PRIMARY KEY (a), UNIQUE KEY u (c), KEY m (c, a));

-- case: a column with a foreign key is dropped, the index too
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int, q int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id), CONSTRAINT g FOREIGN KEY (q) REFERENCES p (id), KEY k (p, q));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, q int, CONSTRAINT g FOREIGN KEY (q) REFERENCES p (id));

-- case: a column in a check is dropped
CREATE TABLE t (a int, b int, c int, CHECK (a > b), CONSTRAINT n CHECK (b <> c));
-- after:
CREATE TABLE t (a int, c int);

-- case: a column in a check of its own is dropped
CREATE TABLE t (a int, b int CHECK (b > 0));
-- after:
CREATE TABLE t (a int);

-- case: a column that others are computed from is dropped
CREATE TABLE t (a int, b int AS (a + 1), c int AS (a * 2) STORED, KEY (b));
-- after:
CREATE TABLE t (c int);

-- case: a partition column gets another type
CREATE TABLE t (id int NOT NULL, d date NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (to_days(d)) (PARTITION p0 VALUES LESS THAN (737791), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- after:
CREATE TABLE t (id bigint NOT NULL, d datetime NOT NULL, n varchar(10), PRIMARY KEY (id, d)) PARTITION BY RANGE (to_days(d)) (PARTITION p0 VALUES LESS THAN (737791), PARTITION p1 VALUES LESS THAN MAXVALUE);

-- case: the key grows by the partition column
CREATE TABLE t (id int NOT NULL, y year NOT NULL, PRIMARY KEY (id));
-- after:
CREATE TABLE t (id int NOT NULL, y year NOT NULL, PRIMARY KEY (id, y)) PARTITION BY LIST (y) (PARTITION a VALUES IN (2019, 2020), PARTITION b VALUES IN (2021));

-- case: partitions by range of columns, with subpartitions
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE COLUMNS (d) (PARTITION p0 VALUES LESS THAN ('2020-01-01') COMMENT = 'old', PARTITION p1 VALUES LESS THAN (MAXVALUE));
-- rows:
INSERT INTO t VALUES (1, '2019-05-05'), (2, '2021-01-01');
-- after:
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (year(d)) SUBPARTITION BY HASH (month(d)) SUBPARTITIONS 3 (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2022), PARTITION p2 VALUES LESS THAN MAXVALUE);

-- case: partitions in other words
CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (year(d)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- equal:
CREATE TABLE `t` (`id` int(11) NOT NULL, `d` date NOT NULL) ENGINE=InnoDB
/*!50100 PARTITION BY RANGE (YEAR(`d`))
(PARTITION p0 VALUES LESS THAN (2020) ENGINE = InnoDB,
 PARTITION p1 VALUES LESS THAN (MAXVALUE) ENGINE = InnoDB) */;

-- case: hash partitions as shown
CREATE TABLE t (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 4;
-- equal:
CREATE TABLE `t` (
  `id` int(11) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
 PARTITION BY HASH (`id`)
PARTITIONS 4;

-- case: key partitions as shown
CREATE TABLE t (id int NOT NULL PRIMARY KEY) PARTITION BY KEY () PARTITIONS 2;
-- equal:
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB
 PARTITION BY KEY ()
PARTITIONS 2;

-- case: list columns
CREATE TABLE t (c varchar(2), n int) PARTITION BY LIST COLUMNS (c) (PARTITION eu VALUES IN ('de', 'fr'), PARTITION us VALUES IN ('us'));
-- after:
CREATE TABLE t (c varchar(2), n int) PARTITION BY LIST COLUMNS (c) (PARTITION eu VALUES IN ('de', 'fr', 'it'), PARTITION us VALUES IN ('us'), PARTITION others DEFAULT);

-- case: system time partitions
CREATE TABLE t (a int) WITH SYSTEM VERSIONING;
-- after:
CREATE TABLE t (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 1000 (PARTITION h1 HISTORY, PARTITION h2 HISTORY, PARTITION now CURRENT);

-- case: the name of a foreign key that the server gives
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int, FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int, FOREIGN KEY (a) REFERENCES p (id), FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE);

-- case: the name of a foreign key as the server would give it
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, FOREIGN KEY (a) REFERENCES p (id));
-- equal:
CREATE TABLE `p` (`id` int(11) NOT NULL, PRIMARY KEY (`id`));
CREATE TABLE `c` (`a` int(11) DEFAULT NULL, KEY `a` (`a`), CONSTRAINT `c_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`));

-- case: a foreign key to a table that comes later
CREATE TABLE z (id int PRIMARY KEY);
-- after:
CREATE TABLE z (id int PRIMARY KEY, a int, KEY (a));
CREATE TABLE a (id int PRIMARY KEY, z int, m int, FOREIGN KEY (z) REFERENCES z (id), FOREIGN KEY (m) REFERENCES z (id));
ALTER TABLE z ADD FOREIGN KEY za (a) REFERENCES a (id);

-- case: the type of a key and of all that refers to it
CREATE TABLE p (id int NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int NOT NULL, FOREIGN KEY (p) REFERENCES p (id));
CREATE TABLE d (id int PRIMARY KEY, p int, CONSTRAINT dp FOREIGN KEY (p) REFERENCES p (id) ON DELETE SET NULL);
-- rows:
INSERT INTO p VALUES (1), (2);
INSERT INTO c VALUES (1, 1);
INSERT INTO d VALUES (1, 2);
-- after:
CREATE TABLE p (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p bigint unsigned NOT NULL, FOREIGN KEY (p) REFERENCES p (id));
CREATE TABLE d (id int PRIMARY KEY, p bigint unsigned, CONSTRAINT dp FOREIGN KEY (p) REFERENCES p (id) ON DELETE SET NULL);

-- case: charset of a key and of all that refers to it
CREATE TABLE p (k varchar(20) NOT NULL PRIMARY KEY) CHARSET latin1;
CREATE TABLE c (k varchar(20), FOREIGN KEY (k) REFERENCES p (k) ON UPDATE CASCADE) CHARSET latin1;
-- after:
CREATE TABLE p (k varchar(20) NOT NULL PRIMARY KEY) CHARSET utf8mb4;
CREATE TABLE c (k varchar(20), FOREIGN KEY (k) REFERENCES p (k) ON UPDATE CASCADE) CHARSET utf8mb4;

-- case: an index that a foreign key needs is exchanged
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int, KEY k1 (a), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int, KEY k2 (a, b), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));

-- case: the key that a foreign key points to is exchanged
CREATE TABLE p (id int NOT NULL, u int NOT NULL, PRIMARY KEY (id), UNIQUE KEY uu (u));
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (u));
-- after:
CREATE TABLE p (id int NOT NULL, u int NOT NULL, PRIMARY KEY (u), KEY ii (id));
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (u));

-- case: views of many kinds
CREATE TABLE t (a int, b varchar(10));
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW v2 AS SELECT a FROM t WHERE a > 1 WITH CHECK OPTION;
CREATE VIEW v3 (x, y) AS SELECT a, count(*) FROM t GROUP BY a;
-- after:
CREATE TABLE t (a int, b varchar(10));
CREATE VIEW v1 AS SELECT b, a FROM t;
CREATE ALGORITHM=TEMPTABLE SQL SECURITY DEFINER VIEW v2 AS SELECT a FROM t WHERE a > 1;
CREATE VIEW v3 (x, z) AS SELECT a, count(*) FROM t GROUP BY a HAVING count(*) > 1;

-- case: views as mysqldump writes them
CREATE TABLE t (a int, b varchar(10));
CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0;
-- equal:
CREATE TABLE `t` (`a` int(11) DEFAULT NULL, `b` varchar(10) DEFAULT NULL);
/*!50001 CREATE TABLE IF NOT EXISTS `v` (
  `a` tinyint NOT NULL,
  `b` tinyint NOT NULL
) ENGINE=MyISAM */;
/*!50001 DROP TABLE IF EXISTS `v`*/;
/*!50001 DROP VIEW IF EXISTS `v`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `v` AS select `t`.`a` AS `a`,`t`.`b` AS `b` from `t` where `t`.`a` > 0 */;

-- case: triggers as mysqldump writes them
CREATE TABLE t (a int, b int);
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.b = NEW.a + 1;
-- equal:
CREATE TABLE `t` (`a` int(11) DEFAULT NULL, `b` int(11) DEFAULT NULL);
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.b = NEW.a + 1 */;;
DELIMITER ;

-- case: several triggers of one event in another order
CREATE TABLE t (a int, b int);
CREATE TRIGGER g1 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1;
CREATE TRIGGER g2 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = NEW.b + 2;
CREATE TRIGGER g3 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = NEW.b + 3;
-- after:
CREATE TABLE t (a int, b int);
CREATE TRIGGER g1 BEFORE INSERT ON t FOR EACH ROW SET NEW.b = 1;
CREATE TRIGGER g3 BEFORE INSERT ON t FOR EACH ROW PRECEDES g1 SET NEW.b = NEW.b + 3;
CREATE TRIGGER g4 BEFORE INSERT ON t FOR EACH ROW FOLLOWS g3 SET NEW.b = NEW.b + 4;
CREATE TRIGGER g2 AFTER INSERT ON t FOR EACH ROW SET @x = 2;

-- case: a trigger of a column that goes
CREATE TABLE t (a int, b int);
CREATE TABLE l (a int);
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW BEGIN IF NEW.b <> OLD.b THEN INSERT INTO l VALUES (NEW.b); END IF; END;
-- after:
CREATE TABLE t (a int);
CREATE TABLE l (a int);
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW BEGIN IF NEW.a <> OLD.a THEN INSERT INTO l VALUES (NEW.a); END IF; END;

-- case: routines with all that can be said
CREATE PROCEDURE p (IN a int, OUT b int, INOUT c varchar(10)) COMMENT 'does' MODIFIES SQL DATA SQL SECURITY INVOKER BEGIN SET b = a; END;
CREATE FUNCTION f (a int, b decimal(10,2)) RETURNS varchar(20) CHARSET latin1 DETERMINISTIC NO SQL RETURN concat(a, b);
-- after:
CREATE PROCEDURE p (IN a bigint, OUT b int) COMMENT 'does more' READS SQL DATA BEGIN DECLARE x int DEFAULT 0; WHILE x < a DO SET x = x + 1; END WHILE; SET b = x; END;
CREATE FUNCTION f (a int, b decimal(12,2)) RETURNS varchar(30) CHARSET utf8mb4 NOT DETERMINISTIC CONTAINS SQL RETURN concat(a, b);

-- case: routines as they are shown
CREATE FUNCTION f (a int) RETURNS int DETERMINISTIC RETURN a + 1;
CREATE PROCEDURE p () SELECT 1;
-- equal:
CREATE DEFINER=`root`@`localhost` FUNCTION `f`(a int) RETURNS int(11)
    DETERMINISTIC
RETURN a + 1;
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`()
SELECT 1;

-- case: aggregate functions
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int);
CREATE AGGREGATE FUNCTION agg (x int) RETURNS int BEGIN DECLARE s int DEFAULT 0; DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN s; LOOP FETCH GROUP NEXT ROW; SET s = s + x; END LOOP; END;

-- case: events
CREATE TABLE t (a int);
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- after:
CREATE TABLE t (a int);
CREATE EVENT e ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' ENDS '2031-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'often' DO BEGIN DELETE FROM t WHERE a > 1; END;
CREATE EVENT once ON SCHEDULE AT '2035-05-05 05:05:05' DO TRUNCATE TABLE t;

-- case: events in other words
CREATE TABLE t (a int);
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- equal:
CREATE TABLE t (a int);
CREATE DEFINER=`root`@`localhost` EVENT IF NOT EXISTS `e` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM t;

-- case: sequences
CREATE SEQUENCE s START WITH 5 INCREMENT BY 2 MAXVALUE 100 CACHE 10 CYCLE;
CREATE TABLE t (id int DEFAULT nextval(s));
-- after:
CREATE SEQUENCE s START WITH 5 INCREMENT BY 3 MINVALUE -5 MAXVALUE 1000 NOCACHE NOCYCLE;
CREATE TABLE t (id int DEFAULT (NEXT VALUE FOR s), n int);

-- case: a comment of a sequence
CREATE SEQUENCE s COMMENT 'one';
-- after:
CREATE SEQUENCE s COMMENT 'two' ENGINE=InnoDB;

-- case: json columns
CREATE TABLE t (id int PRIMARY KEY, a json, b json DEFAULT '{}' CHECK (json_length(b) < 10));
-- rows:
INSERT INTO t VALUES (1, '[1]', '{"a": 1}');
-- after:
CREATE TABLE t (id int PRIMARY KEY, a json NOT NULL, b longtext, c json DEFAULT json_array(1, 2), d json COMMENT 'd');

-- case: json in another charset
CREATE TABLE t (a longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin CHECK (json_valid(a))) CHARSET latin1;
-- equal:
CREATE TABLE t (a json) CHARSET latin1;

-- case: spatial
CREATE TABLE t (g point NOT NULL, h geometry, SPATIAL KEY (g));
-- after:
CREATE TABLE t (g point REF_SYSTEM_ID=4326 NOT NULL, h polygon NOT NULL, l linestring, m multipoint, n multilinestring, o multipolygon, p geometrycollection, SPATIAL KEY gg (g), SPATIAL KEY hh (h));

-- case: fulltext with a parser and comment
CREATE TABLE t (a text, b varchar(100), FULLTEXT KEY f (a));
-- after:
CREATE TABLE t (a text, b varchar(100), FULLTEXT KEY f (a, b) COMMENT 'both');

-- case: invisible columns and ignored indexes, again
CREATE TABLE t (a int, b int INVISIBLE DEFAULT 5, KEY k (a) IGNORED, KEY l (b));
-- after:
CREATE TABLE t (a int, b int DEFAULT 5, c int NOT NULL INVISIBLE DEFAULT 1, KEY k (a), KEY l (b) IGNORED);

-- case: compressed columns
CREATE TABLE t (a text COMPRESSED, b blob COMPRESSED=zlib, c varchar(500));
-- after:
CREATE TABLE t (a text, b blob COMPRESSED, c varchar(500) COMPRESSED);

-- case: without system versioning for one column
CREATE TABLE t (a int, b int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;
-- after:
CREATE TABLE t (a int WITHOUT SYSTEM VERSIONING, b int, c text WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;

-- case: auto increment starts elsewhere
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=100;
-- equal:
CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=1000;

-- case: engines
CREATE TABLE a (id int PRIMARY KEY) ENGINE=MyISAM;
CREATE TABLE b (id int PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE c (id int NOT NULL) ENGINE=CSV;
CREATE TABLE d (id int PRIMARY KEY) ENGINE=MEMORY;
-- rows:
INSERT INTO a VALUES (1), (2);
INSERT INTO c VALUES (3);
-- after:
CREATE TABLE a (id int PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE b (id int PRIMARY KEY) ENGINE=Aria;
CREATE TABLE c (id int NOT NULL) ENGINE=InnoDB;
CREATE TABLE d (id int PRIMARY KEY, KEY (id) USING BTREE) ENGINE=MEMORY MAX_ROWS=100;

-- case: row formats and key blocks
CREATE TABLE a (id int PRIMARY KEY) ROW_FORMAT=COMPACT;
CREATE TABLE b (id int PRIMARY KEY) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE c (id int PRIMARY KEY);
-- after:
CREATE TABLE a (id int PRIMARY KEY) ROW_FORMAT=REDUNDANT;
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4 COMMENT='small';

-- case: names of all kinds
CREATE TABLE `order` (`key` int, `select` int, `a b` int, `a``b` int, `ü` int, KEY `index` (`key`), CONSTRAINT `check` CHECK (`select` > 0));
-- after:
CREATE TABLE `order` (`key` bigint, `select` int NOT NULL, `a b` varchar(3), `a``b` int COMMENT '`', `ü` int DEFAULT 1, `group` int, KEY `index` (`key`, `a b`), CONSTRAINT `check` CHECK (`select` > 1), UNIQUE KEY `a-b` (`ü`));
CREATE TABLE `a.b` (`c.d` int, `1` int);
CREATE VIEW `a view` AS SELECT `key` AS `the key` FROM `order`;

-- case: capital letters in columns
CREATE TABLE t (id int, Name varchar(10), KEY k (Name));
-- after:
CREATE TABLE t (ID int, name varchar(10), KEY K (name));

-- case: rename a column with everything on it
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, a int, b int AS (a + 1), c int CHECK (c > a), KEY k (a), CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
CREATE VIEW v AS SELECT id, a FROM t;
-- rename: t.a=z
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, z int, b int AS (z + 1), c int CHECK (c > z), KEY k (z), CONSTRAINT f FOREIGN KEY (z) REFERENCES p (id));
CREATE VIEW v AS SELECT id, z FROM t;

-- case: rename a table with all that refers to it
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id));
CREATE TRIGGER g BEFORE INSERT ON p FOR EACH ROW SET NEW.id = NEW.id + 1;
CREATE VIEW v AS SELECT id FROM p;
-- rename: p=parents
-- after:
CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES parents (id));
CREATE TRIGGER g BEFORE INSERT ON parents FOR EACH ROW SET NEW.id = NEW.id + 1;
CREATE VIEW v AS SELECT id FROM parents;

-- case: rename a column and change it
CREATE TABLE t (id int PRIMARY KEY, old_name varchar(10) NOT NULL DEFAULT 'x' COMMENT 'c', z int);
-- rename: t.old_name=new_name
-- rows:
INSERT INTO t VALUES (1, 'a', 2);
-- after:
CREATE TABLE t (id int PRIMARY KEY, z int, new_name varchar(20) NULL DEFAULT 'y' COMMENT 'd');

-- case: rename an index
CREATE TABLE t (a int, b int, KEY one (a), UNIQUE KEY two (b), FULLTEXT KEY three (c), c text);
-- after:
CREATE TABLE t (a int, b int, KEY uno (a), UNIQUE KEY dos (b), FULLTEXT KEY tres (c), c text);

-- case: indexes change places
CREATE TABLE t (a int, b int, KEY x (a), KEY y (b));
-- after:
CREATE TABLE t (a int, b int, KEY x (b), KEY y (a));

-- case: prisma on mysql
CREATE TABLE `User` (`id` INTEGER NOT NULL AUTO_INCREMENT, `email` VARCHAR(191) NOT NULL, `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), UNIQUE INDEX `User_email_key`(`email`), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- after:
CREATE TABLE `User` (`id` INTEGER NOT NULL AUTO_INCREMENT, `email` VARCHAR(191) NOT NULL, `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), `role` ENUM('USER', 'ADMIN') NOT NULL DEFAULT 'USER', `bio` TEXT NULL, `meta` JSON NULL, `price` DECIMAL(65, 30) NOT NULL, UNIQUE INDEX `User_email_key`(`email`), INDEX `User_role_idx`(`role`), PRIMARY KEY (`id`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE TABLE `_PostToTag` (`A` INTEGER NOT NULL, `B` INTEGER NOT NULL, UNIQUE INDEX `_PostToTag_AB_unique`(`A`, `B`), INDEX `_PostToTag_B_index`(`B`)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE `_PostToTag` ADD CONSTRAINT `_PostToTag_A_fkey` FOREIGN KEY (`A`) REFERENCES `User`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- case: doctrine on mysql
CREATE TABLE user (id INT AUTO_INCREMENT NOT NULL, roles LONGTEXT NOT NULL COMMENT '(DC2Type:json)', created_at DATETIME NOT NULL COMMENT '(DC2Type:datetime_immutable)', team_id INT DEFAULT NULL, INDEX IDX_1 (team_id), UNIQUE INDEX UNIQ_1 (created_at), PRIMARY KEY(id)) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;
-- after:
CREATE TABLE user (id INT AUTO_INCREMENT NOT NULL, roles JSON NOT NULL, created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, team_id INT DEFAULT NULL, INDEX IDX_1 (team_id), PRIMARY KEY(id)) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;
CREATE TABLE team (id INT AUTO_INCREMENT NOT NULL, PRIMARY KEY(id)) DEFAULT CHARACTER SET utf8mb4 COLLATE `utf8mb4_unicode_ci` ENGINE = InnoDB;
ALTER TABLE user ADD CONSTRAINT FK_1 FOREIGN KEY (team_id) REFERENCES team (id);

-- case: rails on mysql
SET foreign_key_checks = 0;
CREATE TABLE `posts` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(255), `body` text, `created_at` datetime(6) NOT NULL) CHARSET=utf8mb4;
-- after:
SET foreign_key_checks = 0;
CREATE TABLE `posts` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(255) NOT NULL, `body` mediumtext, `user_id` bigint, `created_at` datetime(6) NOT NULL, `price` decimal(8,2) DEFAULT '9.99', INDEX `index_posts_on_user_id` (`user_id`), CONSTRAINT `fk_rails_1` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`)) CHARSET=utf8mb4;
CREATE TABLE `users` (`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, `flag` tinyint(1) DEFAULT '1') CHARSET=utf8mb4;

-- case: or replace, like and as
CREATE TABLE a (id int PRIMARY KEY, n varchar(10) DEFAULT 'x', KEY k (n), CHECK (id > 0)) ENGINE=MyISAM COMMENT='c';
-- after:
CREATE TABLE a (id int PRIMARY KEY, n varchar(10) DEFAULT 'x', KEY k (n), CHECK (id > 0)) ENGINE=MyISAM COMMENT='c';
CREATE TABLE b LIKE a;
CREATE OR REPLACE TABLE c (id int);
CREATE OR REPLACE TABLE c (id bigint);

-- case: a temporary table is none
CREATE TABLE a (id int);
-- equal:
CREATE TABLE a (id int);
CREATE TEMPORARY TABLE b (id int);

-- case: comments of code
CREATE TABLE t (a int, b int);
-- equal:
CREATE TABLE t (a int, b int /*!80000 NOT NULL */ /*!99999 UNIQUE */);

-- case: comments of code that hold here
CREATE TABLE t (a int, b int NOT NULL);
-- equal:
CREATE TABLE t (a int, b int /*!50000 NOT NULL */ /*M!100000 COMMENT '' */);

-- case: text keys
CREATE TABLE t (a text, b blob, c longtext, KEY ka (a(10)), KEY kb (b(20)), UNIQUE KEY kc (c(30)));
-- after:
CREATE TABLE t (a text, b blob, c varchar(200), KEY ka (a(15)), KEY kb (b(20), a(5)), UNIQUE KEY kc (c));

-- case: a unique key over a whole text
CREATE TABLE t (a text, b int);
-- after:
CREATE TABLE t (a text, b int, UNIQUE KEY u (a), UNIQUE KEY v (a, b) USING HASH);

-- case: period columns
CREATE TABLE t (id int, s date, e date, PERIOD FOR app (s, e), UNIQUE (id, app WITHOUT OVERLAPS));
-- after:
CREATE TABLE t (id int, s date, e date, n int, PERIOD FOR app (s, e), PRIMARY KEY (id, app WITHOUT OVERLAPS));

-- case: views as mariadb-dump writes them
CREATE TABLE t (a int, b varchar(10));
CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0;
-- equal:
CREATE TABLE `t` (`a` int(11) DEFAULT NULL, `b` varchar(10) DEFAULT NULL);
SET @saved_cs_client     = @@character_set_client;
SET character_set_client = utf8;
/*!50001 CREATE VIEW `v` AS SELECT
 1 AS `a`,
  1 AS `b` */;
SET character_set_client = @saved_cs_client;
/*!50001 DROP VIEW IF EXISTS `v`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `v` AS select `t`.`a` AS `a`,`t`.`b` AS `b` from `t` where `t`.`a` > 0 */;

-- case: blocks of keys get another size
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a int, b text, KEY k (a), UNIQUE KEY u (a, id), FULLTEXT KEY f (b)) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
-- rows:
INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y');
-- after:
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a int, b text, KEY k (a), UNIQUE KEY u (a), FULLTEXT KEY f (b)) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4;
