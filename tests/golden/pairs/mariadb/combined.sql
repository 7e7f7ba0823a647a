-- family: a dump of everything
-- one: without the parts
CREATE TABLE p (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code nvarchar(10) NOT NULL UNIQUE, kind enum('a','b') DEFAULT 'a' COMMENT 'k') COMMENT 'parents';
-- one: by hand, not divided
CREATE TABLE p (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, code nvarchar(10) NOT NULL UNIQUE, kind enum('a','b') DEFAULT 'a' COMMENT 'k') COMMENT 'parents';
CREATE TABLE c (id bigint PRIMARY KEY, p_id int unsigned, n decimal(10,2) DEFAULT 0, at timestamp DEFAULT now() ON UPDATE now(), j json, t text(100), s int AS (id + 1) STORED, x int AS (id * 2), b bool DEFAULT true, INDEX (n), FULLTEXT INDEX ft (t), CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET NULL ON UPDATE NO ACTION, CHECK (n >= 0 AND n < 100));
-- same: as it is shown
CREATE TABLE `p` (
  `id` int(10) unsigned NOT NULL AUTO_INCREMENT,
  `code` varchar(10) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci NOT NULL,
  `kind` enum('a','b') DEFAULT 'a' COMMENT 'k',
  PRIMARY KEY (`id`),
  UNIQUE KEY `code` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='parents';
CREATE TABLE `c` (
  `id` bigint(20) NOT NULL,
  `p_id` int(10) unsigned DEFAULT NULL,
  `n` decimal(10,2) DEFAULT 0.00,
  `at` timestamp NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)),
  `t` text DEFAULT NULL,
  `s` int(11) GENERATED ALWAYS AS (`id` + 1) STORED,
  `x` int(11) GENERATED ALWAYS AS (`id` * 2) VIRTUAL,
  `b` tinyint(1) DEFAULT 1,
  PRIMARY KEY (`id`),
  KEY `n` (`n`),
  KEY `fk` (`p_id`),
  FULLTEXT KEY `ft` (`t`),
  CONSTRAINT `fk` FOREIGN KEY (`p_id`) REFERENCES `p` (`id`) ON DELETE SET NULL ON UPDATE NO ACTION,
  CONSTRAINT `CONSTRAINT_1` CHECK (`n` >= 0 and `n` < 100)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- family: code as it is shown
CREATE TABLE t (a int, b int);
-- one: by hand
CREATE VIEW v AS SELECT a, coalesce(b, 0) AS b FROM t WHERE a > 1 AND (b < 5 OR b IS NULL);
CREATE FUNCTION f (x int) RETURNS varchar(20) DETERMINISTIC RETURN concat(x, 'a');
CREATE PROCEDURE p (IN x int) SELECT x;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- same: shown
CREATE DEFINER=`root`@`localhost` FUNCTION `f`(x int) RETURNS varchar(20) CHARSET utf8mb4 COLLATE utf8mb4_general_ci
    DETERMINISTIC
RETURN concat(x, 'a');
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`(IN x int)
SELECT x;
CREATE DEFINER=`root`@`localhost` TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
CREATE DEFINER=`root`@`localhost` EVENT `e` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION NOT PRESERVE ENABLE DO DELETE FROM t;
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `v` AS select `t`.`a` AS `a`,coalesce(`t`.`b`,0) AS `b` from `t` where `t`.`a` > 1 and (`t`.`b` < 5 or `t`.`b` is null);
-- one: another order of brackets
CREATE VIEW v AS SELECT a, coalesce(b, 0) AS b FROM t WHERE (a > 1 AND b < 5) OR b IS NULL;
CREATE FUNCTION f (x int) RETURNS varchar(20) CHARSET latin1 DETERMINISTIC RETURN concat(x, 'a');
CREATE PROCEDURE p (INOUT x int) SELECT x;
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW SET NEW.a = 1;
CREATE EVENT e ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 00:00:00' ENABLE DO DELETE FROM t;

-- family: types that become others
-- one: numbers
CREATE TABLE t (id int PRIMARY KEY, v int NOT NULL DEFAULT 7);
-- one: text
CREATE TABLE t (id int PRIMARY KEY, v varchar(30) NOT NULL DEFAULT '7');
-- one: an enum
CREATE TABLE t (id int PRIMARY KEY, v enum('7','8') NOT NULL DEFAULT '7');
-- one: time
CREATE TABLE t (id int PRIMARY KEY, v datetime DEFAULT NULL);
-- one: json
CREATE TABLE t (id int PRIMARY KEY, v json NOT NULL);
-- one: bits
CREATE TABLE t (id int PRIMARY KEY, v bit(16) NOT NULL DEFAULT b'111');
-- one: blob
CREATE TABLE t (id int PRIMARY KEY, v longblob);
-- one: computed
CREATE TABLE t (id int PRIMARY KEY, v int GENERATED ALWAYS AS (id + 7) VIRTUAL);
-- one: numbered
CREATE TABLE t (id int PRIMARY KEY, v bigint unsigned NOT NULL AUTO_INCREMENT UNIQUE);
-- one: a set of another charset
CREATE TABLE t (id int PRIMARY KEY, v set('7','8') CHARACTER SET latin1 COLLATE latin1_general_cs DEFAULT '7,8' COMMENT 'set');

-- family: keys and foreign keys together
-- one: before
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, x int, y int, UNIQUE KEY xy (x, y));
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, a_id int NOT NULL, x int, y int, KEY a_id (a_id), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id), CONSTRAINT b_xy FOREIGN KEY (x, y) REFERENCES a (x, y));
-- one: wider
CREATE TABLE a (id bigint AUTO_INCREMENT PRIMARY KEY, x bigint, y bigint, UNIQUE KEY xy (x, y));
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, a_id bigint NOT NULL, x bigint, y bigint, KEY a_id (a_id), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id), CONSTRAINT b_xy FOREIGN KEY (x, y) REFERENCES a (x, y));
-- one: unique gone
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, x int, y int);
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, a_id int NOT NULL, x int, y int, UNIQUE KEY a_id (a_id, x), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE);
-- one: turned around
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, x int, y int);
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, b_id int, x int, y int, CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id) ON DELETE SET NULL);
-- one: columns gone
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE b (id int AUTO_INCREMENT PRIMARY KEY, a_id int NOT NULL, KEY a_id (a_id), CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
-- one: other primary keys
CREATE TABLE a (id int NOT NULL, x int NOT NULL, y int, PRIMARY KEY (id, x), UNIQUE KEY xy (x, y));
CREATE TABLE b (id int, a_id int NOT NULL, x int NOT NULL, y int, PRIMARY KEY (a_id, x), CONSTRAINT b_a FOREIGN KEY (a_id, x) REFERENCES a (id, x) ON DELETE CASCADE ON UPDATE CASCADE);
-- one: one table
CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, up int, x int, CONSTRAINT self FOREIGN KEY (up) REFERENCES a (id) ON DELETE NO ACTION, UNIQUE KEY xy (x));

-- family: computed columns that use others
-- one: both
CREATE TABLE t (a int, b int AS (a + 1) STORED, c int AS (b * 2) VIRTUAL, KEY c (c));
-- one: another type below
CREATE TABLE t (a bigint, b bigint AS (a + 1) STORED, c bigint AS (b * 2) VIRTUAL, KEY c (c));
-- one: the base is renamed by place
CREATE TABLE t (b int AS (a + 1) STORED, a int, c int AS (b * 2) VIRTUAL, KEY c (c));
-- one: another expression below
CREATE TABLE t (a int, b int AS (a + 5) STORED, c int AS (b * 2) VIRTUAL, UNIQUE KEY c (c));
-- one: without the middle
CREATE TABLE t (a int, c int AS (a * 2) VIRTUAL, KEY c (c));
-- one: checked
CREATE TABLE t (a int, b int AS (a + 1) STORED, c int AS (b * 2) VIRTUAL, KEY c (c), CONSTRAINT k CHECK (b > a));

-- family: comments of all things
-- one: none
CREATE TABLE t (a int, b int, KEY k (a));
-- one: all
CREATE TABLE t (a int COMMENT 'a''s', b int COMMENT 'b "b" \\ \n', KEY k (a) COMMENT 'key') COMMENT='t; -- x';
-- one: others
CREATE TABLE t (a int COMMENT 'ä€😀', b int COMMENT '', KEY k (a) COMMENT '') COMMENT='';
-- one: in quotes
CREATE TABLE t (a int COMMENT "double", b int COMMENT 'x', KEY k (a) COMMENT "it's") COMMENT "t's";

-- family: charset of the table and of columns
-- one: utf8mb4
CREATE TABLE t (a varchar(20), b text, c enum('x','y'), d char(3) CHARACTER SET latin1, KEY (a)) DEFAULT CHARSET=utf8mb4;
-- one: latin1 with a column of utf8mb4
CREATE TABLE t (a varchar(20), b text CHARACTER SET utf8mb4, c enum('x','y'), d char(3), KEY (a)) DEFAULT CHARSET=latin1;
-- one: bin
CREATE TABLE t (a varchar(20) COLLATE utf8mb4_bin, b text, c enum('x','y') COLLATE utf8mb4_unicode_520_ci, d char(3), KEY (a)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
-- one: ascii
CREATE TABLE t (a varchar(20), b mediumtext, c enum('x','y','z'), d char(3), KEY (a(5))) CHARACTER SET ascii;
-- one: utf16
CREATE TABLE t (a varchar(20) CHARACTER SET utf16, b text CHARACTER SET utf16 COLLATE utf16_bin, c enum('x','y'), d char(3)) DEFAULT CHARSET=utf8mb3;

-- family: names that are hard
-- one: words
CREATE TABLE `select` (`from` int, `where` int, KEY `order` (`from`), CONSTRAINT `group` CHECK (`where` > 0));
CREATE VIEW `view` AS SELECT `from` AS `as` FROM `select`;
-- one: words of another kind
CREATE TABLE `select` (`from` bigint, `key` int, KEY `order` (`from`, `key`), CONSTRAINT `group` CHECK (`key` > 0));
CREATE VIEW `view` AS SELECT `from` AS `as`, `key` FROM `select`;
CREATE TRIGGER `before` BEFORE INSERT ON `select` FOR EACH ROW SET NEW.`key` = 1;
-- one: blanks
CREATE TABLE `a b` (`c d` int PRIMARY KEY, `e``f` varchar(3) DEFAULT 'x', KEY `g h` (`e``f`));
CREATE VIEW `v w` AS SELECT `c d` FROM `a b`;
CREATE PROCEDURE `p q` (`r s` int) SELECT `r s`;
CREATE EVENT `e v` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM `a b`;
-- one: blanks, changed
CREATE TABLE `a b` (`c d` bigint PRIMARY KEY, `e``f` varchar(5) DEFAULT 'x', UNIQUE KEY `g h` (`e``f`));
CREATE VIEW `v w` AS SELECT `c d`, `e``f` FROM `a b`;
CREATE PROCEDURE `p q` (`r s` bigint) SELECT `r s` + 1;
CREATE EVENT `e v` ON SCHEDULE EVERY 3 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM `a b`;
-- one: digits and letters of others
CREATE TABLE `1t` (`2c` int, `ñ` int, `日本` varchar(5) DEFAULT '語', KEY `3k` (`ñ`)) COMMENT='日本語';

-- family: more keys
-- one: plain
CREATE TABLE t (a int NOT NULL, b varchar(300), c text, PRIMARY KEY (a), KEY b (b), KEY c (c(50)));
-- one: prefixes and orders
CREATE TABLE t (a int NOT NULL, b varchar(300), c text, PRIMARY KEY (a DESC), KEY b (b(10) DESC, a ASC), KEY c (c(51)));
-- one: hash for long texts
CREATE TABLE t (a int NOT NULL, b varchar(300), c text, PRIMARY KEY (a), UNIQUE KEY b (b) USING HASH, UNIQUE KEY c (c));
-- one: the same columns in another order
CREATE TABLE t (a int NOT NULL, b varchar(300), c text, PRIMARY KEY (a), KEY ab (a, b), KEY ba (b, a));
-- one: the same key twice
CREATE TABLE t (a int NOT NULL, b varchar(300), c text, KEY x (b), KEY y (b), UNIQUE KEY z (a));
-- one: made and dropped by statements
CREATE TABLE t (a int NOT NULL, b varchar(300), c text);
CREATE UNIQUE INDEX z USING BTREE ON t (a) COMMENT 'z';
CREATE OR REPLACE INDEX w ON t (b(7));
CREATE INDEX IF NOT EXISTS w ON t (b(8));
CREATE INDEX gone ON t (a);
DROP INDEX gone ON t;

-- family: sequences that change
-- one: one
CREATE SEQUENCE s START WITH 1 INCREMENT BY 1;
-- one: by ten
CREATE SEQUENCE s START WITH 1 INCREMENT BY 10 CACHE 5;
-- one: altered
CREATE SEQUENCE s START WITH 1;
ALTER SEQUENCE s INCREMENT BY 3 MAXVALUE 500 CYCLE;
-- one: renamed
CREATE SEQUENCE r START WITH 1;
RENAME TABLE r TO s;
-- one: or replace
CREATE OR REPLACE SEQUENCE s START WITH 20 MINVALUE 10 NOCYCLE;
-- one: a table instead
CREATE TABLE s (id int);

-- case: table and column renamed with all
CREATE TABLE people (id int PRIMARY KEY, mail varchar(50), boss int, KEY m (mail), CONSTRAINT boss_fk FOREIGN KEY (boss) REFERENCES people (id), CONSTRAINT mail_there CHECK (mail <> ''));
CREATE VIEW v AS SELECT mail FROM people;
CREATE TRIGGER g BEFORE INSERT ON people FOR EACH ROW SET NEW.mail = lower(NEW.mail);
-- rename: people=users
-- rename: users.mail=email
-- after:
CREATE TABLE users (id int PRIMARY KEY, email varchar(50), boss int, KEY m (email), CONSTRAINT boss_fk FOREIGN KEY (boss) REFERENCES users (id), CONSTRAINT mail_there CHECK (email <> ''));
CREATE VIEW v AS SELECT email FROM users;
CREATE TRIGGER g BEFORE INSERT ON users FOR EACH ROW SET NEW.email = lower(NEW.email);

-- case: or replace and if not exists say the same
CREATE OR REPLACE TABLE t (a int, b int);
CREATE OR REPLACE VIEW v AS SELECT a FROM t;
CREATE OR REPLACE FUNCTION f () RETURNS int RETURN 1;
CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
-- equal:
CREATE TABLE IF NOT EXISTS t (a int, b int);
CREATE VIEW IF NOT EXISTS v AS SELECT a FROM t;
CREATE FUNCTION IF NOT EXISTS f () RETURNS int RETURN 1;
CREATE OR REPLACE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM t;
