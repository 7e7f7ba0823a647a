-- case: table comes
-- after:
CREATE TABLE users (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(255) NOT NULL, created timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY email (email)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people';

-- case: column comes at the end, at the beginning, between
CREATE TABLE t (id int PRIMARY KEY, b int);
-- after:
CREATE TABLE t (z int, id int PRIMARY KEY, a varchar(10) DEFAULT 'x', b int, c text);

-- case: column not null
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY, name varchar(10) NOT NULL, n int NOT NULL DEFAULT 0);

-- case: column goes with its index
CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY a (a), KEY ab (a, b));
-- after:
CREATE TABLE t (id int PRIMARY KEY, b int);

-- case: types
CREATE TABLE t (a int, b varchar(20), c decimal(10,2), d int unsigned, e datetime, f tinyint(1), g text, h enum('a','b'), i bit(3));
-- after:
CREATE TABLE t (a bigint, b varchar(40), c decimal(12,4), d int, e datetime(6), f smallint, g mediumtext, h enum('a','b','c'), i bit(4));

-- case: enum values
CREATE TABLE t (h enum('a','b','c') NOT NULL DEFAULT 'a', s set('x','y'));
-- after:
CREATE TABLE t (h enum('c','a') NOT NULL DEFAULT 'c', s set('x','z'));

-- case: null and not null
CREATE TABLE t (a int, b int NOT NULL, c int DEFAULT 3);
-- after:
CREATE TABLE t (a int NOT NULL, b int, c int NOT NULL DEFAULT 3);

-- case: defaults
CREATE TABLE t (a int DEFAULT 1, b varchar(10) DEFAULT 'a', c timestamp NULL, d json, e date DEFAULT '2020-01-01');
-- after:
CREATE TABLE t (a int DEFAULT 2, b varchar(10), c timestamp NOT NULL DEFAULT current_timestamp(), d json DEFAULT '{}', e date DEFAULT (curdate()));

-- case: on update
CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);
-- after:
CREATE TABLE t (a timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);

-- case: auto increment comes
CREATE TABLE t (id int NOT NULL, a int);
-- after:
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, a int, PRIMARY KEY (id));

-- case: auto increment goes
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY);
-- after:
CREATE TABLE t (id int NOT NULL);

-- case: primary key changes
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a));
-- after:
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));

-- case: primary key under a foreign key
CREATE TABLE p (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a), UNIQUE KEY b (b));
CREATE TABLE c (x int, CONSTRAINT c_p FOREIGN KEY (x) REFERENCES p (a));
-- after:
CREATE TABLE p (a int NOT NULL, b int NOT NULL, PRIMARY KEY (b), UNIQUE KEY a (a));
CREATE TABLE c (x int, CONSTRAINT c_p FOREIGN KEY (x) REFERENCES p (a));

-- case: indexes of all kinds
CREATE TABLE t (a int, b varchar(100), c text, g geometry NOT NULL);
-- after:
CREATE TABLE t (a int, b varchar(100), c text, g geometry NOT NULL, KEY i1 (a), UNIQUE KEY i2 (a, b), KEY i3 (b(10)), FULLTEXT KEY i4 (c), SPATIAL KEY i5 (g), KEY i6 (a) COMMENT 'says', KEY i7 (a DESC, b), KEY i8 (b) USING BTREE);

-- case: indexes without names
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int, UNIQUE (a), INDEX (a, b), KEY (b));

-- case: index changes and gets another name
CREATE TABLE t (a int, b int, KEY i (a), KEY old (b));
-- after:
CREATE TABLE t (a int, b int, UNIQUE KEY i (a), KEY newer (b));

-- case: foreign keys come
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int);
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, b int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE, FOREIGN KEY (b) REFERENCES p (id));

-- case: foreign key goes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int);

-- case: foreign key goes and its index stays
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, KEY a (a), CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, KEY a (a));

-- case: foreign key changes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL ON UPDATE CASCADE);

-- case: foreign key column goes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY);

-- case: types on both sides of a foreign key
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE p (id bigint unsigned PRIMARY KEY);
CREATE TABLE c (a bigint unsigned, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));

-- case: foreign keys in a circle
-- after:
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b_id) REFERENCES b (id);

-- case: tables with foreign keys go
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id));
-- after:
CREATE TABLE x (id int PRIMARY KEY);

-- case: checks
CREATE TABLE t (a int, b int, CONSTRAINT pos CHECK (a > 0));
-- after:
CREATE TABLE t (a int, b int, CONSTRAINT pos CHECK (a > 1), CONSTRAINT less CHECK (a < b));

-- case: check of a column
CREATE TABLE t (a int, b int CHECK (b > 0));
-- after:
CREATE TABLE t (a int CHECK (a > 0), b int);

-- case: checks without names
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int, CHECK (a < b));

-- case: generated columns
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a + b) VIRTUAL, d int AS (a * 2) STORED);

-- case: generated column changes
CREATE TABLE t (a int, c int GENERATED ALWAYS AS (a + 1) VIRTUAL, d int AS (a * 2) STORED);
-- after:
CREATE TABLE t (a int, c int GENERATED ALWAYS AS (a + 2) VIRTUAL, d int AS (a * 3) STORED);

-- case: generated becomes plain
CREATE TABLE t (a int, d int AS (a * 2) STORED);
-- after:
CREATE TABLE t (a int, d int);

-- case: comments
CREATE TABLE t (a int COMMENT 'old', b int) COMMENT='gone';
-- after:
CREATE TABLE t (a int COMMENT 'it''s new', b int COMMENT 'b') COMMENT='come';

-- case: character sets
CREATE TABLE t (a varchar(10), b varchar(10) CHARACTER SET latin1) DEFAULT CHARSET=utf8mb4;
-- after:
CREATE TABLE t (a varchar(10) COLLATE utf8mb4_bin, b varchar(10)) DEFAULT CHARSET=utf8mb4;

-- case: character set of the table
CREATE TABLE t (a varchar(10), n int) DEFAULT CHARSET=latin1;
-- after:
CREATE TABLE t (a varchar(10), n int) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- case: engine and options
CREATE TABLE t (a int) ENGINE=InnoDB;
-- after:
CREATE TABLE t (a int) ENGINE=MyISAM ROW_FORMAT=DYNAMIC;

-- case: row format
CREATE TABLE t (a int) ROW_FORMAT=COMPRESSED;
-- after:
CREATE TABLE t (a int);

-- case: columns in another order
CREATE TABLE t (a int, b int, c int);
-- after:
CREATE TABLE t (c int, a int, b int);

-- case: partitions
CREATE TABLE t (id int NOT NULL PRIMARY KEY);
-- after:
CREATE TABLE t (id int NOT NULL PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 4;

-- case: partitions change
CREATE TABLE t (id int NOT NULL PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- after:
CREATE TABLE t (id int NOT NULL PRIMARY KEY) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (20), PARTITION p1 VALUES LESS THAN MAXVALUE);

-- case: partitions go
CREATE TABLE t (id int NOT NULL PRIMARY KEY) PARTITION BY KEY (id) PARTITIONS 2;
-- after:
CREATE TABLE t (id int NOT NULL PRIMARY KEY);

-- case: views
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW gone AS SELECT a FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v WHERE b > 0;

-- case: view with a star
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT * FROM t;
-- after:
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT * FROM t;

-- case: view over a column that goes
CREATE TABLE t (a int, b int);
CREATE VIEW v AS SELECT a, b FROM t;
-- after:
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- case: triggers
CREATE TABLE t (a int);
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1;
-- after:
CREATE TABLE t (a int);
CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 2;
CREATE TRIGGER y AFTER DELETE ON t FOR EACH ROW BEGIN DELETE FROM t WHERE a = OLD.a; END;

-- case: routines
CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1;
CREATE PROCEDURE gone() SELECT 1;
-- after:
CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 2;
CREATE PROCEDURE p(IN a int) BEGIN SELECT a; END;

-- case: names that need quotes
CREATE TABLE `order` (`id` int PRIMARY KEY);
-- after:
CREATE TABLE `order` (`id` int PRIMARY KEY, `select` varchar(10) NOT NULL DEFAULT '', `User Name` int, KEY `by name` (`User Name`));

-- case: table gets another name
CREATE TABLE users (id int PRIMARY KEY, a int, KEY i (a));
-- rename: users=people
-- after:
CREATE TABLE people (id int PRIMARY KEY, a int, KEY i (a));

-- case: column gets another name
CREATE TABLE users (id int PRIMARY KEY, mail varchar(20) NOT NULL, KEY i (mail));
-- rename: users.mail=email
-- after:
CREATE TABLE users (id int PRIMARY KEY, email varchar(40) NOT NULL, KEY i (email));

-- case: invisible column
CREATE TABLE t (a int, b int);
-- after:
CREATE TABLE t (a int, b int INVISIBLE);

-- case: sequence
-- after:
CREATE SEQUENCE s START WITH 5 INCREMENT BY 2;

-- case: spellings
CREATE TABLE t (a integer, b bool DEFAULT true, c numeric(10), d varchar(5) DEFAULT 'a', e int DEFAULT '3', f timestamp NOT NULL DEFAULT now(), g double precision);
-- equal:
CREATE TABLE t (a int(11), b tinyint(1) DEFAULT 1, c decimal(10,0), d varchar(5) DEFAULT 'a', e int DEFAULT 3, f timestamp NOT NULL DEFAULT current_timestamp(), g double);

-- case: keys beside and behind
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int);
CREATE INDEX c ON t (c);
-- equal:
CREATE TABLE t (a int NOT NULL, b int, c int, PRIMARY KEY (a), UNIQUE KEY b (b), KEY c (c));
