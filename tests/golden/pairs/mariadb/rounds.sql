-- ring: views as the server shows them
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(20), d datetime);
CREATE TABLE u (id int PRIMARY KEY, t_id int, n decimal(10,2));
-- one: join and functions
CREATE VIEW v AS SELECT t.id, concat(b, '-', a) AS ba, coalesce(u.n, 0) n, date(d) FROM t LEFT JOIN u ON u.t_id = t.id WHERE t.a BETWEEN 1 AND 5 AND b LIKE 'x%';
-- same: join and functions, shown
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `v` AS select `t`.`id` AS `id`,concat(`t`.`b`,'-',`t`.`a`) AS `ba`,coalesce(`u`.`n`,0) AS `n`,cast(`t`.`d` as date) AS `date(d)` from (`t` left join `u` on(`u`.`t_id` = `t`.`id`)) where `t`.`a` between 1 and 5 and `t`.`b` like 'x%';
-- one: star
CREATE VIEW v AS SELECT * FROM t;
-- same: star, shown
CREATE VIEW `v` AS select `t`.`id` AS `id`,`t`.`a` AS `a`,`t`.`b` AS `b`,`t`.`d` AS `d` from `t`;
-- one: star of one of two
CREATE VIEW v AS SELECT u.*, t.b FROM t, u WHERE t.id = u.t_id;
-- same: star of one of two, shown
CREATE VIEW `v` AS select `u`.`id` AS `id`,`u`.`t_id` AS `t_id`,`u`.`n` AS `n`,`t`.`b` AS `b` from (`t` join `u`) where `t`.`id` = `u`.`t_id`;
-- one: aliases
CREATE VIEW v AS SELECT x.id, y.n FROM t x JOIN u y ON x.id = y.t_id;
-- same: aliases, shown
CREATE VIEW `v` AS select `x`.`id` AS `id`,`y`.`n` AS `n` from (`t` `x` join `u` `y` on(`x`.`id` = `y`.`t_id`));
-- one: names of several without a table
CREATE VIEW v AS SELECT b, n FROM t JOIN u ON a = t_id WHERE d IS NOT NULL;
-- same: names of several, shown
CREATE VIEW `v` AS select `t`.`b` AS `b`,`u`.`n` AS `n` from (`t` join `u` on(`t`.`a` = `u`.`t_id`)) where `t`.`d` is not null;
-- one: with
CREATE VIEW v AS WITH c AS (SELECT id, a FROM t WHERE a > 1) SELECT * FROM c;
-- same: with, shown
CREATE VIEW `v` AS with c as (select `t`.`id` AS `id`,`t`.`a` AS `a` from `t` where `t`.`a` > 1)select `c`.`id` AS `id`,`c`.`a` AS `a` from `c`;
-- one: union
CREATE VIEW v AS SELECT id FROM t UNION ALL SELECT t_id FROM u ORDER BY id LIMIT 3;
-- one: group
CREATE VIEW v AS SELECT a, COUNT(*) AS c, SUM(a) s, MAX(DISTINCT b) m FROM t GROUP BY a HAVING COUNT(*) > 1 ORDER BY c DESC;
-- same: group, shown
CREATE VIEW `v` AS select `t`.`a` AS `a`,count(0) AS `c`,sum(`t`.`a`) AS `s`,max(distinct `t`.`b`) AS `m` from `t` group by `t`.`a` having count(0) > 1 order by count(0) desc;
-- one: subquery
CREATE VIEW v AS SELECT id, (SELECT max(n) FROM u WHERE u.t_id = t.id) AS m FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id) AND a IN (1, 2) AND b NOT IN ('x');
-- one: case and if
CREATE VIEW v AS SELECT CASE WHEN a > 1 THEN 'x' ELSE 'y' END AS c, IF(a = 1, 1, 0) AS i, IFNULL(a, 0) AS n, NOT a AS no, a IS NULL AS isn, -a AS neg, a % 2 AS m, a DIV 2 AS dv FROM t;
-- same: case and if, shown
CREATE VIEW `v` AS select case when `t`.`a` > 1 then 'x' else 'y' end AS `c`,if(`t`.`a` = 1,1,0) AS `i`,ifnull(`t`.`a`,0) AS `n`,`t`.`a` = 0 AS `no`,`t`.`a` is null AS `isn`,-`t`.`a` AS `neg`,`t`.`a` MOD 2 AS `m`,`t`.`a` DIV 2 AS `dv` from `t`;

-- ring: checks as the server shows them
-- one: and, or, not
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT k CHECK (a > 0 AND (b < 10 OR c IS NULL) AND NOT (a = b)));
-- same: and, or, not, shown
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT `k` CHECK (`a` > 0 and (`b` < 10 or `c` is null) and `a` <> `b`));
-- one: like, regexp, length
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT k CHECK (c LIKE 'a%' OR c REGEXP '^b' OR CHAR_LENGTH(c) > 3));
-- same: like, regexp, length, shown
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT `k` CHECK (`c` like 'a%' or `c` regexp '^b' or char_length(`c`) > 3));
-- one: in, between
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT k CHECK (a IN (1,2,3) AND b BETWEEN -1 AND 1 AND c NOT IN ('x','y')));
-- same: in, between, shown
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT `k` CHECK (`a` in (1,2,3) and `b` between -1 and 1 and `c` not in ('x','y')));
-- one: dates
CREATE TABLE t (a date, b datetime, c varchar(10), CONSTRAINT k CHECK (a > '2020-01-01' AND b > a + INTERVAL 1 DAY AND year(b) > 2000));
-- same: dates, shown
CREATE TABLE t (a date, b datetime, c varchar(10), CONSTRAINT `k` CHECK (`a` > '2020-01-01' and `b` > `a` + interval 1 day and year(`b`) > 2000));
-- one: signs
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT k CHECK (a + b * 2 - 1 > -5 AND a & 1 = 1 AND b | 2 <> 0 AND !(a XOR b)));
-- one: null safe
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT k CHECK (a <=> b OR coalesce(c, '') <> '' OR c = upper(c)));
-- same: null safe, shown
CREATE TABLE t (a int, b int, c varchar(10), CONSTRAINT `k` CHECK (`a` <=> `b` or coalesce(`c`,'') <> '' or `c` = ucase(`c`)));

-- ring: enumerations and sets
-- one: plain
CREATE TABLE t (a enum('a','b') NOT NULL DEFAULT 'a', b set('x','y'));
-- same: in double quotes and spaces
CREATE TABLE t (a ENUM ( "a" , "b" ) DEFAULT "a" NOT NULL, b SET('x', 'y') NULL DEFAULT NULL);
-- one: more
CREATE TABLE t (a enum('a','b','c') NOT NULL DEFAULT 'a', b set('x','y','z') DEFAULT 'x,z');
-- one: fewer
CREATE TABLE t (a enum('b') NOT NULL, b set('y'));
-- one: turned
CREATE TABLE t (a enum('b','a') NOT NULL DEFAULT 'a', b set('y','x'));
-- one: odd
CREATE TABLE t (a enum('it''s','a,b','c d','') NOT NULL DEFAULT '', b set('a b','c''d') DEFAULT 'a b');
-- one: capital
CREATE TABLE t (a enum('A','B') NOT NULL DEFAULT 'A', b set('X','Y')) COLLATE utf8mb4_bin;
-- one: with charset
CREATE TABLE t (a enum('a','b') CHARACTER SET latin1 NOT NULL DEFAULT 'a' COMMENT 'c', b set('x','y') COLLATE utf8mb4_unicode_ci);

-- ring: the charset of a table with texts
-- one: utf8mb4
CREATE TABLE t (id int PRIMARY KEY, a varchar(50) NOT NULL DEFAULT 'x' COMMENT 'c', b text, c char(10), d enum('a'), e blob, KEY k (a), FULLTEXT KEY f (b));
-- rows:
INSERT INTO t VALUES (1, 'ä', 'ö', 'ü', 'a', 'x');
-- one: latin1
CREATE TABLE t (id int PRIMARY KEY, a varchar(50) NOT NULL DEFAULT 'x' COMMENT 'c', b text, c char(10), d enum('a'), e blob, KEY k (a), FULLTEXT KEY f (b)) CHARSET latin1;
-- rows:
INSERT INTO t VALUES (1, 'ä', 'ö', 'ü', 'a', 'x');
-- one: utf8mb3 and one of another
CREATE TABLE t (id int PRIMARY KEY, a varchar(50) NOT NULL DEFAULT 'x' COMMENT 'c', b text, c char(10) CHARSET latin1, d enum('a'), e blob, KEY k (a), FULLTEXT KEY f (b)) CHARSET utf8mb3;
-- one: bin
CREATE TABLE t (id int PRIMARY KEY, a varchar(50) NOT NULL DEFAULT 'x' COMMENT 'c', b text COLLATE utf8mb4_general_ci, c char(10), d enum('a'), e blob, KEY k (a), FULLTEXT KEY f (b)) COLLATE utf8mb4_bin;
-- one: only the table, all columns stay
CREATE TABLE t (id int PRIMARY KEY, a varchar(50) COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'x' COMMENT 'c', b text COLLATE utf8mb4_general_ci, c char(10) COLLATE utf8mb4_general_ci, d enum('a') COLLATE utf8mb4_general_ci, e blob, KEY k (a), FULLTEXT KEY f (b)) CHARSET latin1;

-- ring: types of texts
-- one: varchar
CREATE TABLE t (id int PRIMARY KEY, a varchar(100), b varchar(20) NOT NULL DEFAULT '', KEY k (a));
-- rows:
INSERT INTO t VALUES (1, 'hello', 'x');
-- one: text
CREATE TABLE t (id int PRIMARY KEY, a text, b tinytext NOT NULL, KEY k (a(50)));
-- rows:
INSERT INTO t VALUES (1, 'hello', 'x');
-- one: longtext
CREATE TABLE t (id int PRIMARY KEY, a longtext, b mediumtext NOT NULL DEFAULT 'q', KEY k (a(50)));
-- rows:
INSERT INTO t VALUES (1, 'hello', 'x');
-- one: blob
CREATE TABLE t (id int PRIMARY KEY, a blob, b varbinary(20) NOT NULL DEFAULT '', KEY k (a(50)));
-- rows:
INSERT INTO t VALUES (1, 'hello', 'x');
-- one: binary
CREATE TABLE t (id int PRIMARY KEY, a binary(16), b char(20) NOT NULL DEFAULT '', KEY k (a));
-- rows:
INSERT INTO t VALUES (1, 'hello', 'x');
-- one: json
CREATE TABLE t (id int PRIMARY KEY, a json, b uuid, KEY k (a(50)));
-- rows:
INSERT INTO t VALUES (1, '"hello"', NULL);
-- one: inet
CREATE TABLE t (id int PRIMARY KEY, a inet6, b inet4, KEY k (a));
-- rows:
INSERT INTO t VALUES (1, '::1', '1.2.3.4');

-- ring: what a routine says in other words
-- one: procedure
CREATE PROCEDURE p (a int, INOUT b varchar(10)) BEGIN SET b = concat(b, a); END;
-- same: procedure, shown
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`(a int, INOUT b varchar(10))
BEGIN SET b = concat(b, a); END;
-- same: procedure, all words
CREATE OR REPLACE PROCEDURE p (IN a int, INOUT b varchar(10)) LANGUAGE SQL NOT DETERMINISTIC CONTAINS SQL SQL SECURITY DEFINER COMMENT '' BEGIN SET b = concat(b, a); END;
-- one: procedure, other body
CREATE PROCEDURE p (a int, INOUT b varchar(10)) BEGIN SET b = concat(b, a, 'x'); END;
-- one: procedure, comment
CREATE PROCEDURE p (a int, INOUT b varchar(10)) COMMENT 'it''s' BEGIN SET b = concat(b, a); END;
-- one: function of the name
CREATE FUNCTION p (a int) RETURNS int DETERMINISTIC RETURN a;
-- one: function with types
CREATE FUNCTION p (a int(11) unsigned, b char) RETURNS varchar(10) CHARACTER SET latin1 READS SQL DATA RETURN (SELECT 'x');
-- same: function with types, small
create function `p` (`a` int unsigned, `b` char(1)) returns varchar(10) charset latin1 reads sql data return (select 'x');

-- ring: triggers in other words
CREATE TABLE t (a int, b int);
CREATE TABLE l (x int);
-- one: plain
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.a);
-- same: with quotes
CREATE DEFINER=`root`@`localhost` TRIGGER `g` AFTER INSERT ON `t` FOR EACH ROW INSERT INTO l VALUES (NEW.a);
-- same: in small letters
create or replace trigger g after insert on t for each row INSERT INTO l VALUES (NEW.a);
-- one: another time
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.a);
-- one: another event
CREATE TRIGGER g AFTER DELETE ON t FOR EACH ROW INSERT INTO l VALUES (OLD.a);
-- one: another table
CREATE TRIGGER g AFTER INSERT ON l FOR EACH ROW INSERT INTO t VALUES (NEW.x, 1);
-- one: a block
CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW BEGIN IF NOT (NEW.a <=> OLD.a) THEN INSERT INTO l VALUES (NEW.a); ELSEIF NEW.b IS NULL THEN DELETE FROM l; END IF; END;
-- one: two
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.a);
CREATE TRIGGER g2 AFTER INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.b);
-- one: two, turned
CREATE TRIGGER g2 AFTER INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.b);
CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW INSERT INTO l VALUES (NEW.a);

-- ring: foreign keys of every kind
CREATE TABLE p (a int, b int, c int, PRIMARY KEY (a, b), UNIQUE KEY (c), KEY (b));
-- one: two columns
CREATE TABLE c (x int, y int, z int, CONSTRAINT f FOREIGN KEY (x, y) REFERENCES p (a, b));
-- one: to a unique key
CREATE TABLE c (x int, y int, z int, CONSTRAINT f FOREIGN KEY (z) REFERENCES p (c) ON DELETE SET NULL);
-- one: to an index that is not unique
CREATE TABLE c (x int, y int, z int, CONSTRAINT f FOREIGN KEY (y) REFERENCES p (b) ON UPDATE CASCADE);
-- one: to itself
CREATE TABLE c (x int PRIMARY KEY, y int, z int, CONSTRAINT f FOREIGN KEY (y) REFERENCES c (x) ON DELETE CASCADE, CONSTRAINT g FOREIGN KEY (z) REFERENCES c (x));
-- one: unnamed ones
CREATE TABLE c (x int, y int, z int, FOREIGN KEY (z) REFERENCES p (c), FOREIGN KEY (y) REFERENCES p (b), FOREIGN KEY (x, y) REFERENCES p (a, b));
-- same: unnamed ones, shown
CREATE TABLE `c` (
  `x` int(11) DEFAULT NULL,
  `y` int(11) DEFAULT NULL,
  `z` int(11) DEFAULT NULL,
  KEY `z` (`z`),
  KEY `y` (`y`),
  KEY `x` (`x`,`y`),
  CONSTRAINT `c_ibfk_1` FOREIGN KEY (`z`) REFERENCES `p` (`c`),
  CONSTRAINT `c_ibfk_2` FOREIGN KEY (`y`) REFERENCES `p` (`b`),
  CONSTRAINT `c_ibfk_3` FOREIGN KEY (`x`, `y`) REFERENCES `p` (`a`, `b`)
);
-- one: with keys of their own
CREATE TABLE c (x int, y int, z int, KEY k1 (z), KEY k2 (x, y, z), CONSTRAINT f FOREIGN KEY (z) REFERENCES p (c), CONSTRAINT g FOREIGN KEY (x, y) REFERENCES p (a, b));
-- one: at columns
CREATE TABLE c (x int REFERENCES p (b), y int REFERENCES p (b) ON DELETE CASCADE, z int UNIQUE REFERENCES p (c));

-- ring: partitions that change
-- one: three ranges
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20), PARTITION p3 VALUES LESS THAN (30));
-- rows:
INSERT INTO t VALUES (1, 5), (2, 15), (3, 25);
-- same: three ranges, shown
CREATE TABLE `t` (
  `id` int(11) NOT NULL,
  `d` int(11) NOT NULL,
  PRIMARY KEY (`id`,`d`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci
 PARTITION BY RANGE (`d`)
(PARTITION `p1` VALUES LESS THAN (10) ENGINE = InnoDB,
 PARTITION `p2` VALUES LESS THAN (20) ENGINE = InnoDB,
 PARTITION `p3` VALUES LESS THAN (30) ENGINE = InnoDB);
-- one: one more behind
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20), PARTITION p3 VALUES LESS THAN (30), PARTITION p4 VALUES LESS THAN MAXVALUE);
-- rows:
INSERT INTO t VALUES (1, 5), (2, 15), (3, 25), (4, 1000);
-- one: the first two joined
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) (PARTITION p12 VALUES LESS THAN (20), PARTITION p3 VALUES LESS THAN (30), PARTITION p4 VALUES LESS THAN MAXVALUE);
-- one: the first gone
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) (PARTITION p3 VALUES LESS THAN (30), PARTITION p4 VALUES LESS THAN MAXVALUE);
-- one: hash
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY HASH (id + d) PARTITIONS 3;
-- one: linear key
CREATE TABLE t (id int NOT NULL, d int NOT NULL, PRIMARY KEY (id, d)) PARTITION BY LINEAR KEY (id) PARTITIONS 2;
-- one: none, and another column
CREATE TABLE t (id int NOT NULL, d int NOT NULL, n text, PRIMARY KEY (id));

-- ring: columns with everything
-- one: everything
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'the key', a varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'x' COMMENT 'it''s "a"', b int GENERATED ALWAYS AS (length(a)) STORED COMMENT 'b' INVISIBLE CHECK (b > 0), c timestamp(6) NOT NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6) COMMENT 'c', PRIMARY KEY (id));
-- same: everything in another order
CREATE TABLE t (id bigint(20) unsigned COMMENT 'the key' PRIMARY KEY AUTO_INCREMENT NOT NULL, a varchar(20) CHARSET latin1 COLLATE latin1_bin COMMENT "it's ""a""" DEFAULT 'x' NOT NULL, b int AS (length(a)) PERSISTENT INVISIBLE COMMENT 'b' CHECK (b > 0), c timestamp(6) COMMENT 'c' DEFAULT now(6) ON UPDATE now(6) NOT NULL);
-- one: less
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT, a varchar(20) NOT NULL, b int, c timestamp NULL, PRIMARY KEY (id));
-- one: others
CREATE TABLE t (id int NOT NULL COMMENT 'no counter', a varchar(30) CHARACTER SET ascii DEFAULT NULL COMMENT 'other', b int NOT NULL DEFAULT 3, c datetime DEFAULT NULL ON UPDATE current_timestamp(), PRIMARY KEY (id, b));
