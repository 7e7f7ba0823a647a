CREATE TABLE one (a INT);
CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT, a INT, b VARCHAR(300), c TEXT, d DATETIME DEFAULT NULL, e ENUM('x','y'), n INT NOT NULL, g INT AS (a + 1) VIRTUAL, PRIMARY KEY (id), KEY ka (a), UNIQUE KEY ub (b), CONSTRAINT ck CHECK (n > 0));
CREATE TABLE p (id INT PRIMARY KEY, x INT, y BIGINT, z VARCHAR(20), w INT UNSIGNED, KEY kx (x));
CREATE TABLE ch (id INT PRIMARY KEY, p_id INT, CONSTRAINT fk_p FOREIGN KEY (p_id) REFERENCES p (id));
CREATE VIEW v AS SELECT id, a FROM t;
-- error M0425 all columns of `one` are dropped
ALTER TABLE one DROP COLUMN a;
ALTER TABLE one DROP COLUMN a, ADD COLUMN b INT;
-- error M0425 `id` is AUTO_INCREMENT and no key begins with it
ALTER TABLE t DROP PRIMARY KEY;
-- error M0425 `id` is AUTO_INCREMENT and no key begins with it
ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (n);
ALTER TABLE t DROP PRIMARY KEY, ADD KEY (id), ADD PRIMARY KEY (n);
-- error M0425 `id` is AUTO_INCREMENT and no key begins with it
ALTER TABLE t DROP KEY id;
-- error M0425 `id` is AUTO_INCREMENT and no key begins with it
ALTER TABLE t DROP PRIMARY KEY, DROP KEY id;
-- error M0405 table `one` has no primary key
ALTER TABLE one DROP PRIMARY KEY;
ALTER TABLE t ADD KEY (c);
-- error M0425 0 characters of `c` are no key
ALTER TABLE t ADD KEY kc (c(0));
-- error M0425 `a` is `int`, of which no beginning can be indexed
ALTER TABLE t ADD KEY kc (a(5));
-- error M0425 400 characters of `b`, which is `varchar(300)`
ALTER TABLE t ADD KEY kc (b(400));
-- error M0425 `d` is `datetime`, of which no beginning can be indexed
ALTER TABLE t ADD KEY kc (d(2));
ALTER TABLE t ADD KEY kc (c(4000));
-- error M0418 column `a` stands twice in this key
ALTER TABLE t ADD KEY kc (a, a);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD KEY kc (nosuch);
-- error M0408 index `ka` of table `t` exists already
ALTER TABLE t ADD KEY ka (n);
-- error M0301 syntax error: unexpected `PRIMARY`
ALTER TABLE t ADD KEY PRIMARY (n);
-- error M0425 `a` is `int` and cannot be part of a FULLTEXT index
ALTER TABLE t ADD FULLTEXT KEY (a);
-- error M0425 `d` is `datetime` and cannot be part of a FULLTEXT index
ALTER TABLE t ADD FULLTEXT KEY (c, d);
-- error M0425 `a` is `int`, and a SPATIAL index needs a geometry
ALTER TABLE t ADD SPATIAL KEY (a);
-- error M0425 `c` is `text`, and a SPATIAL index needs a geometry
ALTER TABLE t ADD SPATIAL KEY (c);
-- error M0418 column `id` stands twice in this key
ALTER TABLE t ADD KEY (id, a, n, b, e, d, g, id);
-- error M0407 unknown index `nosuch` of table `t`
ALTER TABLE t DROP KEY nosuch;
-- error M0407 unknown index `ka` of table `t`
ALTER TABLE t DROP KEY ka, DROP KEY ka;
-- error M0415 column `a` cannot be dropped: generated column `g` needs it
ALTER TABLE t DROP COLUMN a;
ALTER TABLE t DROP COLUMN n;
ALTER TABLE t DROP COLUMN g, DROP COLUMN a;
ALTER TABLE t ADD COLUMN a INT, ADD KEY ka (a);
-- error M0405 unknown constraint `nosuch` of table `t`
ALTER TABLE t DROP CONSTRAINT nosuch;
-- error M0405 unknown constraint `ck` of table `t`
ALTER TABLE t DROP CONSTRAINT ck, DROP CONSTRAINT ck;
-- error M0405 unknown constraint `ck` of table `t`
ALTER TABLE t DROP FOREIGN KEY ck;
-- error M0405 unknown constraint `ck` of table `t`
ALTER TABLE t DROP CHECK ck;
ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 0);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ADD CONSTRAINT c2 CHECK (nosuch > 0);
-- error M0301 syntax error: unexpected `SELECT`
ALTER TABLE t ADD CONSTRAINT c2 CHECK (SELECT 1);
-- error M0425 a CHECK holds a query
ALTER TABLE t ADD CONSTRAINT c2 CHECK (a > (SELECT 1));
-- error M0425 `sum` over all rows stands in a CHECK
ALTER TABLE t ADD CONSTRAINT c2 CHECK (SUM(a) > 1);
-- missed
ALTER TABLE t ADD CONSTRAINT c2 CHECK (id > 1);
-- missed
ALTER TABLE t ADD CONSTRAINT c2 CHECK (@x > 1);
-- missed
ALTER TABLE t ADD CONSTRAINT c2 CHECK (VALUES(a) > 1);
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t MODIFY nosuch INT;
-- error M0425 `id` and `a` are both AUTO_INCREMENT
ALTER TABLE t MODIFY a INT AUTO_INCREMENT;
-- error M0425 `varchar(70000)`: the length of these characters is 65535 at most
ALTER TABLE t MODIFY b VARCHAR(70000);
ALTER TABLE t MODIFY b VARCHAR(5000);
ALTER TABLE t MODIFY b TEXT;
-- error M0425 `id` is `varchar(10)` and AUTO_INCREMENT
ALTER TABLE t MODIFY id VARCHAR(10) AUTO_INCREMENT;
-- error M0425 `id` is `decimal(10, 2)` and AUTO_INCREMENT
ALTER TABLE t MODIFY id DECIMAL(10,2) AUTO_INCREMENT;
-- error M0425 `id` has AUTO_INCREMENT and a default
ALTER TABLE t MODIFY id INT DEFAULT 5 AUTO_INCREMENT;
ALTER TABLE t MODIFY id INT NULL AUTO_INCREMENT;
-- error M0425 `x` stands twice in this enum
ALTER TABLE t MODIFY e ENUM('x', 'x');
-- error M0417 the default of `e` is `z`, which is none of its values
ALTER TABLE t MODIFY e ENUM('x') DEFAULT 'z';
-- error M0425 the member `x,y` of a set has a comma in it
ALTER TABLE t MODIFY e SET('x,y');
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n INT NOT NULL DEFAULT NULL;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n INT DEFAULT 'abc';
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n TINYINT DEFAULT 1000;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n TINYINT UNSIGNED DEFAULT -1;
-- error M0417 the default of `d` is a text that is no date
ALTER TABLE t MODIFY d DATETIME DEFAULT 'yesterday';
-- error M0425 `ON UPDATE` of `d`, which is `date`
ALTER TABLE t MODIFY d DATE DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
ALTER TABLE t MODIFY d DATETIME DEFAULT CURRENT_TIMESTAMP(3);
ALTER TABLE t MODIFY d DATETIME(3) DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP;
-- error M0425 `datetime(7)`: the number of digits of a second is 6 at most
ALTER TABLE t MODIFY d DATETIME(7);
-- error M0425 `time(9)`: the number of digits of a second is 6 at most
ALTER TABLE t MODIFY d TIME(9);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n DECIMAL(66,2);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n DECIMAL(10,31);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n DECIMAL(5,6);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n FLOAT(255,31);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n BIT(65);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n CHAR(256);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n INT(256);
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n YEAR(3);
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t MODIFY a INT FIRST nosuch;
-- missed
ALTER TABLE t MODIFY a INT AFTER a;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t MODIFY a INT AFTER nosuch;
-- error M0412 unknown character set `nosuch`
ALTER TABLE t MODIFY a VARCHAR(10) CHARACTER SET nosuch;
-- error M0417 the collation `utf8mb4_bin` is not one of `latin1`
ALTER TABLE t MODIFY a VARCHAR(10) CHARACTER SET latin1 COLLATE utf8mb4_bin;
-- error M0301 syntax error: unexpected `CHARACTER`
ALTER TABLE t MODIFY a INT CHARACTER SET latin1;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t MODIFY a INT GENERATED ALWAYS AS (nosuch);
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t MODIFY a INT AS (g + 1);
-- error M0425 the generated column `a` is computed of itself
ALTER TABLE t MODIFY a INT AS (a + 1);
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t MODIFY g INT AS (id + 1) STORED;
-- error M0301 syntax error: unexpected `DEFAULT`
ALTER TABLE t MODIFY g INT AS (a + 1) DEFAULT 5;
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t MODIFY g INT AS (RAND()) STORED, ADD KEY (g);
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t MODIFY g INT AS ((SELECT 1));
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t MODIFY g INT AS (SUM(a));
-- error M0404 column `id` of table `t` exists already
ALTER TABLE t CHANGE a id INT;
ALTER TABLE t CHANGE a b INT, CHANGE b a INT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t CHANGE nosuch x INT;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t RENAME COLUMN nosuch TO x;
-- error M0404 column `b` of table `t` exists already
ALTER TABLE t RENAME COLUMN a TO b;
-- error M0403 unknown column `a` of table `t`
ALTER TABLE t RENAME COLUMN a TO x, RENAME COLUMN a TO y;
-- error M0407 unknown index `nosuch` of table `t`
ALTER TABLE t RENAME KEY nosuch TO x;
-- error M0408 index `ub` of table `t` exists already
ALTER TABLE t RENAME KEY ka TO ub;
-- error M0301 syntax error: unexpected `PRIMARY`
ALTER TABLE t RENAME KEY ka TO PRIMARY;
-- error M0402 table `p` exists already
ALTER TABLE t RENAME TO p;
-- error M0402 the name `v` is taken by a view
ALTER TABLE t RENAME TO v;
-- missed
ALTER TABLE t RENAME TO nosuch_database.t;
-- error M0403 unknown column `nosuch` of table `t`
ALTER TABLE t ALTER COLUMN nosuch SET DEFAULT 1;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t ALTER COLUMN n SET DEFAULT 'x';
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t ALTER COLUMN n SET DEFAULT NULL;
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t ALTER COLUMN g SET DEFAULT 1;
ALTER TABLE t ALTER COLUMN id SET DEFAULT 1;
-- missed
ALTER TABLE t ALTER INDEX nosuch IGNORED;
-- error M0301 syntax error: unexpected `PRIMARY`
ALTER TABLE t ALTER INDEX PRIMARY IGNORED;
-- missed
ALTER TABLE t ENGINE=nosuch;
-- missed
ALTER TABLE t ENGINE=MEMORY;
-- missed
ALTER TABLE t ENGINE=CSV;
-- missed
ALTER TABLE ch ENGINE=MyISAM;
-- missed
ALTER TABLE p ENGINE=MyISAM;
-- error M0412 unknown character set `nosuch`
ALTER TABLE t CHARACTER SET nosuch;
-- error M0412 unknown collation `nosuch_ci`
ALTER TABLE t COLLATE nosuch_ci;
-- error M0412 unknown character set `nosuch`
ALTER TABLE t CONVERT TO CHARACTER SET nosuch;
-- error M0417 the collation `utf8mb4_bin` is not one of `latin1`
ALTER TABLE t CONVERT TO CHARACTER SET latin1 COLLATE utf8mb4_bin;
-- missed
ALTER TABLE t ROW_FORMAT=nosuch;
-- missed
ALTER TABLE t ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=3;
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t ALGORITHM=nosuch;
-- error M0301 syntax error: unexpected `nosuch`
ALTER TABLE t LOCK=nosuch, ADD COLUMN zz INT;
-- missed
ALTER TABLE t MODIFY b VARCHAR(30), ALGORITHM=INSTANT;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t MODIFY n BIGINT NOT NULL, ALGORITHM=INPLACE;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t ADD PRIMARY KEY (n);
ALTER TABLE t ADD COLUMN x INT PRIMARY KEY;
-- error M0404 column `id` of table `t` exists already
ALTER TABLE t ADD COLUMN id INT;
-- error M0404 column `x` of table `t` exists already
ALTER TABLE t ADD COLUMN x INT AUTO_INCREMENT UNIQUE;
-- error M0404 column `x` of table `t` exists already
ALTER TABLE t ADD COLUMN x INT AFTER nosuch;
-- error M0404 column `x` of table `t` exists already
ALTER TABLE t ADD COLUMN x INT, ADD COLUMN x INT;
-- error M0404 column `x` of table `t` exists already
ALTER TABLE t ADD COLUMN x INT AFTER y, ADD COLUMN y INT;
-- error M0425 the name of a column ends with a space
ALTER TABLE t ADD COLUMN `bad ` INT;
-- error M0425 a column has an empty name
ALTER TABLE t ADD COLUMN `` INT;
-- error M0419 the name of this column has 72 characters, and 64 are allowed
ALTER TABLE t ADD COLUMN aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa INT;
-- error M0401 unknown table `nosuch`
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES nosuch (id);
-- error M0403 unknown column `nosuch` of table `p`
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (nosuch);
-- error M0403 unknown column `nosuch` of table `ch`
ALTER TABLE ch ADD FOREIGN KEY (nosuch) REFERENCES p (id);
-- error M0417 `p_id` is `int` and points to `y`, which is `bigint`
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (y);
-- error M0418 foreign key from 1 column to 2
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (id, x);
-- error M0417 `p_id` is `int` and points to `w`, which is `int unsigned`
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (w);
-- error M0425 a foreign key points to `v`, which is a view
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES v (id);
-- error M0406 constraint `fk_p` of table `ch` exists already
ALTER TABLE ch ADD CONSTRAINT fk_p FOREIGN KEY (p_id) REFERENCES p (x);
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (x);
ALTER TABLE ch ADD FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE SET DEFAULT;
-- error M0403 unknown column `n` of table `t`
ALTER TABLE t ADD FOREIGN KEY (n) REFERENCES p (id) ON DELETE SET NULL;
-- error M0417 `b` is `int` and points to `z`, which is `varchar(20)`
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES p (z);
-- error M0403 unknown column `g` of table `t`
ALTER TABLE t ADD FOREIGN KEY (g) REFERENCES p (id);
-- error M0425 `c` is a `text` and cannot be part of a foreign key
ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES p (id);
-- error M0415 column `p_id` cannot get another type: foreign key `fk_p` has it
ALTER TABLE ch MODIFY p_id BIGINT;
ALTER TABLE ch MODIFY p_id INT NOT NULL;
-- error M0415 column `id` cannot get another type: foreign key `fk_p` of table `ch` points to it
ALTER TABLE p MODIFY id BIGINT;
-- error M0415 this index cannot be dropped: foreign key `fk_p` of table `ch` needs it
ALTER TABLE p DROP PRIMARY KEY;
-- error M0415 column `id` cannot be dropped: foreign key `fk_p` of table `ch` needs it
ALTER TABLE p DROP COLUMN id;
-- error M0415 this index cannot be dropped: foreign key `fk_p` needs it
ALTER TABLE ch DROP KEY fk_p;
-- error M0415 column `p_id` cannot be dropped: foreign key `fk_p` needs it
ALTER TABLE ch DROP COLUMN p_id;
-- error M0405 unknown constraint `fk_p` of table `ch`
ALTER TABLE ch DROP FOREIGN KEY fk_p, DROP FOREIGN KEY fk_p;
ALTER TABLE p RENAME COLUMN id TO pid;
ALTER TABLE p RENAME COLUMN pid TO id;
-- error M0415 table `p` cannot be dropped: a foreign key of table `ch` needs it
DROP TABLE p;
-- error M0401 unknown table `nosuch`
DROP TABLE nosuch;
-- error M0401 `v` is a view, not a table
DROP TABLE v;
-- error M0401 `t` is a table, not a view
DROP VIEW t;
-- error M0401 unknown view `nosuch`
DROP VIEW nosuch;
-- error M0407 unknown index `nosuch` of table `t`
DROP INDEX nosuch ON t;
-- error M0407 unknown index `PRIMARY` of table `one`
DROP INDEX `PRIMARY` ON one;
-- error M0401 unknown table `nosuch`
DROP TABLE ch, nosuch;
-- error M0403 unknown column `n` of table `t`
CREATE INDEX ka ON t (n);
-- error M0403 unknown column `nosuch` of table `t`
CREATE INDEX kz ON t (nosuch);
-- error M0401 unknown table `nosuch`
CREATE INDEX kz ON nosuch (a);
-- error M0425 `v`: a view cannot be altered by ALTER TABLE
CREATE INDEX kz ON v (id);
CREATE INDEX kz ON t (c);
-- error M0425 `b` is `int`, of which no beginning can be indexed
CREATE UNIQUE INDEX kz ON t (b(301));
-- error M0403 unknown column `n` of table `t`
CREATE FULLTEXT INDEX kz ON t (n);
-- error M0403 unknown column `n` of table `t`
CREATE SPATIAL INDEX kz ON t (n);
-- error M0401 unknown table `nosuch`
RENAME TABLE nosuch TO x;
-- error M0402 table `p` exists already
RENAME TABLE t TO p;
-- error M0402 table `p` exists already
RENAME TABLE t TO x, x TO p;
-- error M0401 unknown table `nosuch`
RENAME TABLE one TO two, nosuch TO three;
-- missed
RENAME TABLE v TO nosuch_database.v;
-- error M0402 the name `t` is taken by a table
ALTER VIEW t AS SELECT 1;
-- missed
ALTER VIEW nosuch AS SELECT 1;
-- error M0403 unknown column `nosuch` of table `t`
ALTER VIEW v AS SELECT nosuch FROM t;
-- error M0404 two columns of the view are called `id`
ALTER VIEW v AS SELECT id, id FROM t;
-- error M0418 the view names 1 columns, and its query returns 2
ALTER VIEW v (x) AS SELECT id, a FROM t;
-- error M0402 view `v` exists already
CREATE VIEW v AS SELECT 1 AS x;
-- error M0404 two columns of the view are called `id`
CREATE VIEW v2 AS SELECT * FROM t, p;
-- missed
CREATE VIEW v2 AS SELECT @x AS x;
-- error M0301 syntax error: unexpected `INTO`
CREATE VIEW v2 AS SELECT a FROM t INTO @x;
-- error M0404 two columns of the view are called `a`
CREATE VIEW v2 (a, a) AS SELECT 1, 2;
-- error M0402 the name `t` is taken by a table
CREATE VIEW t AS SELECT 1 AS x;
-- error M0402 the name `t` is taken by a table
CREATE OR REPLACE VIEW t AS SELECT 1 AS x;
-- missed
CREATE VIEW v2 AS SELECT count(*) AS c FROM t WITH CHECK OPTION;
-- missed
CREATE ALGORITHM=TEMPTABLE VIEW v2 AS SELECT a FROM t WITH CHECK OPTION;
-- error M0401 unknown table `v2`
CREATE VIEW v2 AS SELECT a FROM v2;
CREATE VIEW v3 AS SELECT count(*) AS c, max(a) AS m FROM t;
-- missed
INSERT INTO v3 (c) VALUES (1);
-- missed
UPDATE v3 SET m = 1;
-- missed
DELETE FROM v3;
-- error M0403 unknown column `nosuch` of `v`
INSERT INTO v (id, nosuch) VALUES (1, 2);
