-- case: invisible index
CREATE TABLE t (a int, KEY k (a));
-- after:
CREATE TABLE t (a int, KEY k (a) INVISIBLE);
-- case: functional index
CREATE TABLE t (a int, b varchar(20));
-- after:
CREATE TABLE t (a int, b varchar(20), KEY k ((a + 1)), KEY l ((lower(b)) DESC, a), UNIQUE KEY m ((cast(b as char(10)))));
-- case: check with enforcement
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) NOT ENFORCED, CHECK (a < 10));
-- case: check changes enforcement
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0) NOT ENFORCED);
-- after:
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
-- case: default expressions
CREATE TABLE t (id int);
-- after:
CREATE TABLE t (id int, j json DEFAULT (json_object()), u binary(16) DEFAULT (uuid_to_bin(uuid())), d date DEFAULT (curdate()), p point DEFAULT (point(0,0)));
-- case: collation 0900
CREATE TABLE t (a varchar(10)) DEFAULT CHARSET=utf8mb4;
-- equal:
CREATE TABLE t (a varchar(10)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: srid
CREATE TABLE t (g point NOT NULL);
-- after:
CREATE TABLE t (g point NOT NULL SRID 4326, SPATIAL KEY g (g));
-- case: srid as the server shows it
CREATE TABLE t (g point NOT NULL SRID 4326);
-- equal:
CREATE TABLE t (g point NOT NULL /*!80003 SRID 4326 */);
-- case: invisible column as the server shows it
CREATE TABLE t (a int, b int INVISIBLE);
-- equal:
CREATE TABLE `t` (
  `a` int DEFAULT NULL,
  `b` int DEFAULT NULL /*!80023 INVISIBLE */
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: invisible index as the server shows it
CREATE TABLE t (a int, KEY k (a) INVISIBLE);
-- equal:
CREATE TABLE `t` (
  `a` int DEFAULT NULL,
  KEY `k` (`a`) /*!80000 INVISIBLE */
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: partitions as the server shows them
CREATE TABLE t (id int NOT NULL) PARTITION BY RANGE (id) (PARTITION a VALUES LESS THAN (10), PARTITION b VALUES LESS THAN MAXVALUE);
-- equal:
CREATE TABLE `t` (
  `id` int NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
/*!50100 PARTITION BY RANGE (`id`)
(PARTITION a VALUES LESS THAN (10) ENGINE = InnoDB,
 PARTITION b VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;
-- case: defaults as the server shows them
CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 1, s varchar(10) DEFAULT 'x', d datetime(6) DEFAULT now(6), e int DEFAULT (1 + 2), b bool DEFAULT true, bit_ bit(3) DEFAULT b'101', f varchar(36) DEFAULT (uuid()));
-- equal:
CREATE TABLE `t` (
  `id` int NOT NULL,
  `n` int DEFAULT '1',
  `s` varchar(10) DEFAULT 'x',
  `d` datetime(6) DEFAULT CURRENT_TIMESTAMP(6),
  `e` int DEFAULT ((1 + 2)),
  `b` tinyint(1) DEFAULT '1',
  `bit_` bit(3) DEFAULT b'101',
  `f` varchar(36) DEFAULT (uuid()),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: generated as the server shows it
CREATE TABLE t (id int PRIMARY KEY, n int AS (id * 2) STORED, s varchar(20) GENERATED ALWAYS AS (concat(id, 'x')) VIRTUAL, j json, k varchar(30) AS (j->>'$.k'));
-- equal:
CREATE TABLE `t` (
  `id` int NOT NULL,
  `n` int GENERATED ALWAYS AS ((`id` * 2)) STORED,
  `s` varchar(20) GENERATED ALWAYS AS (concat(`id`,_utf8mb4'x')) VIRTUAL,
  `j` json DEFAULT NULL,
  `k` varchar(30) GENERATED ALWAYS AS (json_unquote(json_extract(`j`,_utf8mb4'$.k'))) VIRTUAL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: checks as the server shows them
CREATE TABLE t (a int CHECK (a > 0), b varchar(20), CONSTRAINT c CHECK (b <> 'x' AND a < 100), CHECK (b IN ('a', 'b')));
-- equal:
CREATE TABLE `t` (
  `a` int DEFAULT NULL,
  `b` varchar(20) DEFAULT NULL,
  CONSTRAINT `c` CHECK (((`b` <> _utf8mb4'x') and (`a` < 100))),
  CONSTRAINT `t_chk_1` CHECK ((`a` > 0)),
  CONSTRAINT `t_chk_2` CHECK ((`b` in (_utf8mb4'a',_utf8mb4'b')))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: foreign keys as the server shows them
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE ON UPDATE NO ACTION);
-- equal:
CREATE TABLE `p` (
  `id` int NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
CREATE TABLE `c` (
  `a` int DEFAULT NULL,
  KEY `a` (`a`),
  CONSTRAINT `c_ibfk_1` FOREIGN KEY (`a`) REFERENCES `p` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: functional index as the server shows it
CREATE TABLE t (a int, b varchar(20), KEY k ((a + 1)), KEY l ((lower(b)) DESC, a DESC));
-- equal:
CREATE TABLE `t` (
  `a` int DEFAULT NULL,
  `b` varchar(20) DEFAULT NULL,
  KEY `k` (((`a` + 1))),
  KEY `l` ((lower(`b`)) DESC,`a` DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: multi-valued index
CREATE TABLE t (j json);
-- after:
CREATE TABLE t (j json, KEY k ((CAST(j->'$.ids' AS UNSIGNED ARRAY))));
-- case: engine attribute and others
CREATE TABLE t (a int);
-- after:
CREATE TABLE t (a int ENGINE_ATTRIBUTE='{"x": 1}' COMMENT 'c', b int COLUMN_FORMAT FIXED STORAGE DISK) ENGINE_ATTRIBUTE='{}' AUTOEXTEND_SIZE=4M COMPRESSION='ZLIB' ENCRYPTION='N' TABLESPACE innodb_file_per_table;
-- case: drop check and rename column
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
-- after:
CREATE TABLE t (a bigint);
-- case: restrict
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE RESTRICT);
-- case: views, routines
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS WITH RECURSIVE x AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM x WHERE n < 5) SELECT n FROM x;
CREATE VIEW w AS SELECT a, LAG(b) OVER (ORDER BY a) AS l, JSON_TABLE_.n FROM t, JSON_TABLE('[1]', '$[*]' COLUMNS (n int PATH '$')) AS JSON_TABLE_;
CREATE VIEW u AS SELECT * FROM t JOIN LATERAL (SELECT max(b) AS m FROM t t2 WHERE t2.a = t.a) x;
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t;
-- case: view as the server shows it
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t WHERE a > 1;
-- equal:
CREATE TABLE t (a int, b int);
CREATE ALGORITHM=UNDEFINED DEFINER=`root`@`localhost` SQL SECURITY DEFINER VIEW `v` AS select `t`.`a` AS `a`,`t`.`b` AS `b` from `t` where (`t`.`a` > 1);
-- case: types
CREATE TABLE t (a int, b float, c year, d geometrycollection, e serial);
-- after:
CREATE TABLE t (a int unsigned, b double, c year, d geomcollection, e bigint, v vector(3));
-- case: int width
CREATE TABLE t (a int(11), b bigint(20) unsigned, c tinyint(1), d int(5) zerofill, y year(4));
-- equal:
CREATE TABLE t (a int, b bigint unsigned, c tinyint(1), d int(5) unsigned zerofill, y year);
-- case: nvarchar
CREATE TABLE t (a nvarchar(10), b varchar(10) binary, c text(100));
-- equal:
CREATE TABLE `t` (
  `a` varchar(10) CHARACTER SET utf8mb3 COLLATE utf8mb3_general_ci DEFAULT NULL,
  `b` varchar(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  `c` text
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: code comments in options as the server shows them
CREATE TABLE t (a int NOT NULL, b text, CONSTRAINT c CHECK (a > 0) NOT ENFORCED, FULLTEXT KEY f (b) WITH PARSER ngram);
-- equal:
CREATE TABLE `t` (
  `a` int NOT NULL,
  `b` text,
  FULLTEXT KEY `f` (`b`) /*!50100 WITH PARSER `ngram` */ ,
  CONSTRAINT `c` CHECK ((`a` > 0)) /*!80016 NOT ENFORCED */
) /*!50100 TABLESPACE `innodb_file_per_table` */ ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: alter check, rename column, rename index
CREATE TABLE t (a int, b int, KEY k (b), CONSTRAINT c CHECK (a > 0));
ALTER TABLE t ALTER CHECK c NOT ENFORCED, RENAME COLUMN b TO d, RENAME INDEX k TO l, ALTER INDEX l INVISIBLE;
-- equal:
CREATE TABLE t (a int, d int, KEY l (d) INVISIBLE, CONSTRAINT c CHECK (a > 0) NOT ENFORCED);
-- case: key partition algorithm
CREATE TABLE t (a int PRIMARY KEY) PARTITION BY KEY (a) PARTITIONS 3;
-- equal:
CREATE TABLE `t` (
  `a` int NOT NULL,
  PRIMARY KEY (`a`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
/*!50100 PARTITION BY KEY (a)
PARTITIONS 3 */;
-- case: explicit default of a text column
CREATE TABLE t (a text, b blob, c json, d geometry);
-- after:
CREATE TABLE t (a text DEFAULT ('x'), b blob DEFAULT (0x00), c json NOT NULL DEFAULT ('{}'), d geometry SRID 0);
-- case: utf8mb3 names
CREATE TABLE t (a varchar(10) CHARACTER SET utf8, b varchar(10) COLLATE utf8_bin) DEFAULT CHARSET=utf8;
-- equal:
CREATE TABLE `t` (
  `a` varchar(10) CHARACTER SET utf8mb3 DEFAULT NULL,
  `b` varchar(10) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb3;
-- case: timestamps as 8 shows them
CREATE TABLE t (a timestamp NULL, b timestamp NOT NULL DEFAULT now() ON UPDATE now(), c datetime(3) DEFAULT now(3) ON UPDATE now(3));
-- equal:
CREATE TABLE `t` (
  `a` timestamp NULL DEFAULT NULL,
  `b` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  `c` datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: foreign key restrict in mysql 8
CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id) ON DELETE RESTRICT ON UPDATE CASCADE);
-- equal:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE `c` (
  `a` int DEFAULT NULL,
  KEY `f` (`a`),
  CONSTRAINT `f` FOREIGN KEY (`a`) REFERENCES `p` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
-- case: routines as the server shows them
CREATE TABLE t (a int);
CREATE PROCEDURE p (a int) SELECT a;
CREATE FUNCTION f (x int) RETURNS varchar(20) DETERMINISTIC RETURN x;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- equal:
CREATE TABLE t (a int);
CREATE DEFINER=`root`@`localhost` PROCEDURE `p`(a int)
SELECT a;
CREATE DEFINER=`root`@`localhost` FUNCTION `f`(x int) RETURNS varchar(20) CHARSET utf8mb4
    DETERMINISTIC
RETURN x;
CREATE DEFINER=`root`@`localhost` TRIGGER `g` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1;
-- case: spatial types and json functions
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY, j json, a int GENERATED ALWAYS AS (j->'$.a') STORED NOT NULL, CHECK (JSON_SCHEMA_VALID('{}', j)), KEY ((j->>'$.n')) , UNIQUE KEY z ((IFNULL(a, 0))));
