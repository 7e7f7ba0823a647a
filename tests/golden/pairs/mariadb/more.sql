-- case: more: a table in backquotes with a database name
CREATE TABLE t (a int);
-- equal:
CREATE TABLE IF NOT EXISTS `t` (`a` int(11) NULL DEFAULT NULL) ENGINE = INNODB;

-- case: more: key names that the server makes twice
CREATE TABLE t (a int, b int, KEY (a), KEY (a, b), UNIQUE (a), INDEX a_5 (b));
-- equal:
CREATE TABLE t (a int, b int, UNIQUE KEY a_3 (a), KEY a (a), KEY a_2 (a, b), KEY a_5 (b));

-- case: more: an unnamed key beside a named one of the name
CREATE TABLE t (a int, b int, KEY a (b), KEY (a));
-- after:
CREATE TABLE t (a int, b int, KEY a (b), KEY (a), KEY (b), UNIQUE (a));

-- case: more: default and null in any order
CREATE TABLE t (a int DEFAULT 5 NOT NULL UNIQUE COMMENT 'x', b varchar(5) COMMENT 'y' NULL, c int NOT NULL AUTO_INCREMENT KEY);
-- equal:
CREATE TABLE t (a int NOT NULL COMMENT 'x' DEFAULT 5, b varchar(5) NULL COMMENT 'y', c int AUTO_INCREMENT NOT NULL PRIMARY KEY, UNIQUE a (a));

-- case: more: comment goes and comes
CREATE TABLE t (a int COMMENT 'a', b int, KEY k (a) COMMENT 'k') COMMENT 't';
-- after:
CREATE TABLE t (a int, b int COMMENT 'b; -- "quoted" ''it'' \\ back', KEY k (a)) COMMENT '';

-- case: more: comments with line feeds and letters
CREATE TABLE t (a int COMMENT 'one\ntwo');
-- after:
CREATE TABLE t (a int COMMENT 'eins
zwei äöü 日本 %s ?', b varchar(10) DEFAULT 'a\\b\'c"d' COMMENT '\t');

-- case: more: a column goes and a unique with it, another takes its place
CREATE TABLE t (id int PRIMARY KEY, mail varchar(100) NOT NULL, UNIQUE KEY uk (mail));
-- rows:
INSERT INTO t VALUES (1, 'a'), (2, 'b');
-- after:
CREATE TABLE t (id int PRIMARY KEY, login varchar(100) NULL, UNIQUE KEY uk (login));

-- case: more: everything about a key column changes
CREATE TABLE t (id int NOT NULL, PRIMARY KEY (id));
-- rows:
INSERT INTO t VALUES (1), (5);
-- after:
CREATE TABLE t (id bigint unsigned NOT NULL AUTO_INCREMENT COMMENT 'key', n int, PRIMARY KEY (id), KEY n (n));

-- case: more: a number that counts becomes a text key
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, PRIMARY KEY (id));
-- rows:
INSERT INTO t VALUES (1), (5);
-- after:
CREATE TABLE t (id varchar(36) NOT NULL DEFAULT uuid(), PRIMARY KEY (id));

-- case: more: a key without a name for a while
CREATE TABLE t (id int NOT NULL AUTO_INCREMENT, a int, PRIMARY KEY (id));
-- rows:
INSERT INTO t VALUES (1, 2), (5, 6);
-- after:
CREATE TABLE t (a int);

-- case: more: a key that counts is put in front
CREATE TABLE t (a int, b int);
-- rows:
INSERT INTO t VALUES (1, 2), (5, 6);
-- after:
CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, a int, b int);

-- case: more: a key that counts is put behind, with a foreign key to it
CREATE TABLE p (a int PRIMARY KEY);
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (a));
-- rows:
INSERT INTO p VALUES (1), (5);
INSERT INTO c VALUES (5);
-- after:
CREATE TABLE p (a int, id int AUTO_INCREMENT PRIMARY KEY, UNIQUE KEY (a));
CREATE TABLE c (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p (a));

-- case: more: generated columns in keys and foreign keys
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (a int, b int AS (a + 1) STORED, c varchar(20) AS (concat('x', a)) VIRTUAL, KEY (b), UNIQUE KEY (c), CONSTRAINT f FOREIGN KEY (b) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (a int, b int AS (a + 2) STORED, c varchar(30) AS (concat('y', a)) VIRTUAL, d int AS (b * 2), KEY (b, a), UNIQUE KEY (c), CONSTRAINT f FOREIGN KEY (b) REFERENCES p (id) ON DELETE RESTRICT);

-- case: more: generated with json
CREATE TABLE t (j json, a varchar(20) AS (json_value(j, '$.a')), KEY (a));
-- after:
CREATE TABLE t (j json, a varchar(20) AS (json_unquote(json_extract(j, '$.a'))), b int AS (json_value(j, '$.b')) STORED, KEY (a), KEY (b));

-- case: more: stored becomes virtual, with an index
CREATE TABLE t (id int PRIMARY KEY, a int, b int AS (a + 1) STORED, c int AS (a + 2) VIRTUAL, KEY kb (b), KEY kc (c));
-- rows:
INSERT INTO t (id, a) VALUES (1, 2);
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int, b int AS (a + 1) VIRTUAL, c int AS (a + 2) STORED, KEY kb (b), KEY kc (c));

-- case: more: not null with rows that have none
CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(10), c datetime, d enum('x','y'), e decimal(5,2));
-- rows:
INSERT INTO t VALUES (1, NULL, NULL, NULL, NULL, NULL), (2, 1, 'b', '2020-01-01', 'x', 1.5);
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 7, b varchar(10) NOT NULL DEFAULT 'none', c datetime NOT NULL DEFAULT current_timestamp(), d enum('x','y') NOT NULL DEFAULT 'y', e decimal(5,2) NOT NULL DEFAULT 0);

-- case: more: null again
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL DEFAULT 7, b timestamp NOT NULL DEFAULT current_timestamp(), c int NOT NULL);
-- after:
CREATE TABLE t (id int PRIMARY KEY, a int, b timestamp NULL, c int NULL DEFAULT 0);

-- case: more: check constraints with the name of others
CREATE TABLE a (x int, CONSTRAINT c CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT c CHECK (x > 0), CONSTRAINT d CHECK (x < 5));
-- after:
CREATE TABLE a (x int, CONSTRAINT d CHECK (x > 0));
CREATE TABLE b (x int, CONSTRAINT c CHECK (x < 5), CONSTRAINT d CHECK (x > 0));

-- case: more: a check is named
CREATE TABLE a (x int, y int, CHECK (x > 0), CHECK (y > 0));
-- after:
CREATE TABLE a (x int, y int, CONSTRAINT xx CHECK (x > 0), CHECK (y > 0));

-- case: more: a check moves from the column to the table
CREATE TABLE a (x int CHECK (x > 0), y int);
-- after:
CREATE TABLE a (x int, y int CHECK (y > 0), CHECK (x > 0));

-- case: more: views on views and a column less
CREATE TABLE t (a int, b int, c int);
CREATE VIEW v1 AS SELECT a, b, c FROM t;
CREATE VIEW v2 AS SELECT a, c FROM v1;
CREATE VIEW v3 AS SELECT * FROM v2;
-- after:
CREATE TABLE t (a int, b bigint);
CREATE VIEW v1 AS SELECT a, b FROM t;
CREATE VIEW v2 AS SELECT a, b FROM v1;
CREATE VIEW v3 AS SELECT * FROM v2;

-- case: more: a view that calls a function
CREATE TABLE t (a int);
CREATE FUNCTION f (x int) RETURNS int DETERMINISTIC RETURN x + 1;
CREATE VIEW v AS SELECT f(a) AS fa FROM t;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = f(NEW.a);
-- after:
CREATE TABLE t (a int);
CREATE FUNCTION f2 (x int) RETURNS int DETERMINISTIC RETURN x + 2;
CREATE VIEW v AS SELECT f2(a) AS fa FROM t;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = f2(NEW.a);

-- case: more: tables change names in a circle
CREATE TABLE a (x int);
CREATE TABLE b (y int);
-- after:
CREATE TABLE a (y int);
CREATE TABLE b (x int);

-- case: more: a table becomes a view and a view a table
CREATE TABLE a (x int);
CREATE VIEW b AS SELECT x FROM a;
-- after:
CREATE TABLE b (x int);
CREATE VIEW a AS SELECT x FROM b;

-- case: more: a table becomes a sequence
CREATE TABLE s (x int);
-- after:
CREATE SEQUENCE s;

-- case: more: system versioning with columns and partitions
CREATE TABLE t (a int, rs timestamp(6) GENERATED ALWAYS AS ROW START, re timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re)) WITH SYSTEM VERSIONING;
-- after:
CREATE TABLE t (a bigint, b int, rs timestamp(6) GENERATED ALWAYS AS ROW START, re timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re)) WITH SYSTEM VERSIONING;

-- case: more: row format and charset and engine and comment at once
CREATE TABLE t (id int PRIMARY KEY, a varchar(100)) ENGINE=MyISAM CHARSET=latin1 ROW_FORMAT=FIXED COMMENT='x' CHECKSUM=1;
-- rows:
INSERT INTO t VALUES (1, 'ä');
-- after:
CREATE TABLE t (id bigint PRIMARY KEY, a varchar(100), b text) ENGINE=InnoDB CHARSET=utf8mb4 ROW_FORMAT=COMPRESSED COMMENT='y' KEY_BLOCK_SIZE=8;

-- case: more: encrypted and compressed pages
CREATE TABLE t (id int PRIMARY KEY);
-- after:
CREATE TABLE t (id int PRIMARY KEY) PAGE_COMPRESSED=1;

-- case: more: key lengths grow and shrink
CREATE TABLE t (a varchar(255), b text, KEY k1 (a(10)), KEY k2 (a(20), b(5)), UNIQUE k3 (b(7)));
-- after:
CREATE TABLE t (a varchar(255), b text, KEY k1 (a), KEY k2 (a(30), b(6)), UNIQUE k3 (b(8)));

-- case: more: descending and mixed
CREATE TABLE t (a int, b int, c int, KEY k1 (a, b), KEY k2 (a DESC, b), PRIMARY KEY (c));
-- after:
CREATE TABLE t (a int, b int, c int, KEY k1 (a ASC, b DESC), KEY k2 (a, b), PRIMARY KEY (c DESC));

-- case: more: an ignored unique key
CREATE TABLE t (a int, b int, UNIQUE KEY k (a) IGNORED);
-- after:
CREATE TABLE t (a int, b int, UNIQUE KEY k (a, b) IGNORED, KEY l (b) IGNORED COMMENT 'l');

-- case: more: fulltext comes, spatial comes to a column that is null
CREATE TABLE t (a text, g geometry);
-- after:
CREATE TABLE t (a text, g geometry NOT NULL, FULLTEXT (a), SPATIAL (g));

-- case: more: names longer than usual
CREATE TABLE a_table_with_a_name_that_is_as_long_as_a_name_can_be_in_mariadb1 (id int PRIMARY KEY, a int);
-- after:
CREATE TABLE a_table_with_a_name_that_is_as_long_as_a_name_can_be_in_mariadb1 (id int PRIMARY KEY, a int, CONSTRAINT a_check_with_a_name_that_is_as_long_as_a_name_can_be_in_maria12 CHECK (a > 0), KEY an_index_with_a_name_that_is_as_long_as_a_name_can_be_in_mariadb (a));

-- case: more: foreign keys come with types that change
CREATE TABLE p (id int unsigned PRIMARY KEY);
CREATE TABLE c (p int);
-- rows:
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (1);
-- after:
CREATE TABLE p (id bigint unsigned PRIMARY KEY);
CREATE TABLE c (p bigint unsigned NOT NULL, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE ON UPDATE CASCADE);

-- case: more: a foreign key changes its name only
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id));
-- after:
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT g FOREIGN KEY (p) REFERENCES p (id));

-- case: more: a foreign key changes its target
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE q (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id));
-- after:
CREATE TABLE q (id int PRIMARY KEY);
CREATE TABLE c (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES q (id));

-- case: more: a table of others' foreign keys goes
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES p (id));
CREATE TABLE d (c int, CONSTRAINT g FOREIGN KEY (c) REFERENCES c (id));
-- after:
CREATE TABLE c (id int PRIMARY KEY, p int);

-- case: more: addresses of the old kind become those of the new
CREATE TABLE t (id int PRIMARY KEY, a inet4 DEFAULT '1.2.3.4', b inet4 NOT NULL, KEY (a));
-- rows:
INSERT INTO t VALUES (1, '10.0.0.1', '0.0.0.0'), (2, NULL, '255.255.255.255');
-- keeps: SELECT concat(id, ' ', replace(coalesce(a, ''), '::ffff:', ''), ' ', replace(b, '::ffff:', '')) FROM t ORDER BY id
-- after:
CREATE TABLE t (id int PRIMARY KEY, a inet6 DEFAULT '::1', b inet6 NOT NULL, KEY (a));

-- case: more: types that are cast to texts alone
CREATE TABLE t (a uuid, b inet4, c inet6, d int, e datetime, f uuid, KEY (a));
-- after:
CREATE TABLE t (a int, b date, c uuid, d uuid, e inet4, f inet6, KEY (a));
