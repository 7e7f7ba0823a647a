CREATE TABLE p (id INT PRIMARY KEY, code VARCHAR(20) CHARACTER SET latin1 UNIQUE, plain INT, big BIGINT, u INT UNSIGNED, d DECIMAL(10, 2), a INT, b INT, KEY k_big (big), KEY k_u (u), KEY k_d (d), KEY k_ab (a, b), v INT AS (plain + 1) VIRTUAL, KEY k_v (v), t TEXT, KEY k_t (t(10)));
CREATE TABLE f1 (a INT REFERENCES p (id));
-- error M0401 unknown table `nosuch`
CREATE TABLE f2 (a INT, FOREIGN KEY (a) REFERENCES nosuch (id));
-- error M0403 unknown column `nosuch` of table `p`
CREATE TABLE f3 (a INT, FOREIGN KEY (a) REFERENCES p (nosuch));
-- error M0403 unknown column `nosuch` of table `f4`
CREATE TABLE f4 (a INT, FOREIGN KEY (nosuch) REFERENCES p (id));
-- error M0414 foreign key to `plain` of table `p`, which is not indexed
CREATE TABLE f5 (a INT, FOREIGN KEY (a) REFERENCES p (plain));
-- error M0417 `a` is `bigint` and points to `id`, which is `int`
CREATE TABLE f6 (a BIGINT, FOREIGN KEY (a) REFERENCES p (id));
-- error M0417 `a` is `int unsigned` and points to `id`, which is `int`
CREATE TABLE f7 (a INT UNSIGNED, FOREIGN KEY (a) REFERENCES p (id));
CREATE TABLE f8 (a INT UNSIGNED, FOREIGN KEY (a) REFERENCES p (u));
-- error M0417 `a` has the character set `utf8mb4`, and `code`, to which it points, the character set `latin1`
CREATE TABLE f9 (a VARCHAR(20) CHARACTER SET utf8mb4, FOREIGN KEY (a) REFERENCES p (code));
CREATE TABLE f10 (a VARCHAR(10) CHARACTER SET latin1, FOREIGN KEY (a) REFERENCES p (code));
CREATE TABLE f11 (a CHAR(20) CHARACTER SET latin1, FOREIGN KEY (a) REFERENCES p (code));
-- error M0417 `a` has the collation `latin1_bin`, and `code`, to which it points, the usual collation of its character set
CREATE TABLE f12 (a VARCHAR(20) CHARACTER SET latin1 COLLATE latin1_bin, FOREIGN KEY (a) REFERENCES p (code));
CREATE TABLE f13 (a DECIMAL(12, 3), FOREIGN KEY (a) REFERENCES p (d));
CREATE TABLE f14 (a DECIMAL(10, 2), FOREIGN KEY (a) REFERENCES p (d));
CREATE TABLE f15 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (a, b));
-- error M0414 no key or index of table `p` begins with (b, a) in this order
CREATE TABLE f16 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (b, a));
-- error M0418 foreign key from 2 columns to 1
CREATE TABLE f17 (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p (a));
-- error M0414 foreign key to `b` of table `p`, which is not indexed
CREATE TABLE f18 (a INT, FOREIGN KEY (a) REFERENCES p (b));
CREATE TABLE f19 (a INT, FOREIGN KEY (a) REFERENCES p (a));
-- error M0425 `a` is NOT NULL, and this foreign key sets it to NULL
CREATE TABLE f20 (a INT NOT NULL, FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL);
CREATE TABLE f21 (a INT, FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET DEFAULT);
-- error M0425 `a` is NOT NULL, and this foreign key sets it to NULL
CREATE TABLE f22 (a INT PRIMARY KEY, FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL);
CREATE TABLE f23 (a INT, b INT AS (a), FOREIGN KEY (b) REFERENCES p (id));
CREATE TABLE f24 (a INT, b INT AS (a) STORED, FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE);
-- error M0425 `b` is computed, and this foreign key would write it
CREATE TABLE f25 (a INT, b INT AS (a) STORED, FOREIGN KEY (b) REFERENCES p (id) ON DELETE SET NULL);
-- error M0425 `b` is computed, and this foreign key would write it
CREATE TABLE f26 (a INT, b INT AS (a) STORED, FOREIGN KEY (b) REFERENCES p (id) ON UPDATE CASCADE);
CREATE TABLE f27 (a INT, FOREIGN KEY (a) REFERENCES p (v));
-- error M0425 `a` is a `text` and cannot be part of a foreign key
CREATE TABLE f28 (a TEXT, FOREIGN KEY (a) REFERENCES p (t));
CREATE TABLE f29 (a INT, CONSTRAINT fk_x FOREIGN KEY (a) REFERENCES p (id));
-- error M0406 foreign key `fk_x` exists already, of table `f29`
CREATE TABLE f30 (a INT, CONSTRAINT fk_x FOREIGN KEY (a) REFERENCES p (id));
-- error M0406 constraint `fk_y` of table `f31` exists already
CREATE TABLE f31 (a INT, CONSTRAINT fk_y FOREIGN KEY (a) REFERENCES p (id), CONSTRAINT fk_y FOREIGN KEY (a) REFERENCES p (a));
CREATE TABLE f32 (a INT, FOREIGN KEY (a) REFERENCES p);
CREATE TABLE f33 (id INT PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES f33 (id));
-- missed
CREATE TABLE f34 (id INT, a INT, FOREIGN KEY (a) REFERENCES f34 (id));
CREATE TABLE f35 (a INT, FOREIGN KEY (a) REFERENCES p (id)) ENGINE=MyISAM;
CREATE TABLE m (id INT PRIMARY KEY) ENGINE=MyISAM;
-- error M0425 a foreign key points to `m`, which has an engine without foreign keys
CREATE TABLE f36 (a INT, FOREIGN KEY (a) REFERENCES m (id));
-- error M0418 column `a` stands twice in this key
CREATE TABLE f37 (a INT, FOREIGN KEY (a, a) REFERENCES p (a, b));
-- error M0417 `a` is `smallint` and points to `id`, which is `int`
CREATE TABLE f38 (a SMALLINT, FOREIGN KEY (a) REFERENCES p (id));
CREATE TABLE f39 (a INT(5) ZEROFILL, FOREIGN KEY (a) REFERENCES p (u));
-- error M0425 a table that is divided into partitions has a foreign key
CREATE TABLE f40 (a INT, FOREIGN KEY (a) REFERENCES p (id)) PARTITION BY HASH (a);
CREATE TABLE pt (id INT PRIMARY KEY) PARTITION BY HASH (id);
-- error M0425 a foreign key points to `pt`, which is divided into partitions
CREATE TABLE f41 (a INT, FOREIGN KEY (a) REFERENCES pt (id));
CREATE VIEW vw AS SELECT id FROM p;
-- error M0425 a foreign key points to `vw`, which is a view
CREATE TABLE f42 (a INT, FOREIGN KEY (a) REFERENCES vw (id));
-- error M0425 `a` is NOT NULL, and this foreign key sets it to NULL
CREATE TABLE f43 (a INT NOT NULL REFERENCES p (id) ON DELETE SET NULL);
-- error M0401 unknown table `nosuch`
CREATE TABLE f44 (a INT REFERENCES nosuch (id));
CREATE TABLE c (id INT PRIMARY KEY, p_id INT, q INT, KEY k_q (q), CONSTRAINT fk_c FOREIGN KEY (p_id) REFERENCES p (id));
-- error M0415 column `p_id` cannot be dropped: foreign key `fk_c` needs it
ALTER TABLE c DROP COLUMN p_id;
-- error M0415 this index cannot be dropped: foreign key `fk_c` needs it
ALTER TABLE c DROP INDEX fk_c;
-- error M0415 this index cannot be dropped: foreign key `fk_c` of table `c` needs it
ALTER TABLE p DROP PRIMARY KEY;
-- error M0415 column `id` cannot be dropped: foreign key `fk_c` of table `c` needs it
ALTER TABLE p DROP COLUMN id;
-- error M0415 column `p_id` cannot get another type: foreign key `fk_c` has it
ALTER TABLE c MODIFY p_id BIGINT;
-- error M0415 column `id` cannot get another type: foreign key `fk_c` of table `c` points to it
ALTER TABLE p MODIFY id BIGINT;
ALTER TABLE c MODIFY p_id INT NOT NULL;
ALTER TABLE c CHANGE p_id pid INT;
-- error M0405 unknown constraint `nosuch` of table `c`
ALTER TABLE c DROP FOREIGN KEY nosuch;
-- error M0405 unknown constraint `nosuch` of table `c`
ALTER TABLE c DROP CONSTRAINT nosuch;
-- error M0406 foreign key `fk_x` exists already, of table `f29`
ALTER TABLE c ADD CONSTRAINT fk_x FOREIGN KEY (q) REFERENCES p (id);
-- error M0406 constraint `fk_c` of table `c` exists already
ALTER TABLE c ADD CONSTRAINT fk_c FOREIGN KEY (q) REFERENCES p (id);
-- error M0403 unknown column `nosuch` of table `c`
ALTER TABLE c ADD FOREIGN KEY (nosuch) REFERENCES p (id);
-- error M0414 foreign key to `plain` of table `p`, which is not indexed
ALTER TABLE c ADD FOREIGN KEY (q) REFERENCES p (plain);
ALTER TABLE c ADD FOREIGN KEY (q) REFERENCES p (id) ON DELETE SET NULL;
-- error M0415 this index cannot be dropped: foreign key `c_ibfk_1` needs it
ALTER TABLE c DROP INDEX k_q;
-- error M0415 table `p` cannot be dropped: a foreign key of table `c` needs it
DROP TABLE p;
-- error M0415 table `p` cannot be truncated: a foreign key of `c` points to it
TRUNCATE TABLE p;
-- error M0415 this index cannot be dropped: foreign key `f10_ibfk_1` of table `f10` needs it
ALTER TABLE p DROP INDEX code;
ALTER TABLE p DROP INDEX k_big;
-- error M0415 this index cannot be dropped: foreign key `f15_ibfk_1` of table `f15` needs it
DROP INDEX k_ab ON p;
-- error M0425 all columns of `f29` are dropped
ALTER TABLE f29 DROP FOREIGN KEY fk_x, DROP COLUMN a;
-- error M0415 column `id` cannot be dropped: foreign key `f33_ibfk_1` of table `f33` needs it
ALTER TABLE f33 DROP COLUMN id;
-- error M0415 column `a` cannot be dropped: foreign key `f15_ibfk_1` needs it
ALTER TABLE f15 DROP COLUMN a;
ALTER TABLE c DROP FOREIGN KEY fk_c, DROP INDEX fk_c;
RENAME TABLE p TO p2;
-- missed
INSERT INTO c VALUES (1, 99, 1);
SET FOREIGN_KEY_CHECKS = 0;
CREATE TABLE f50 (a INT, FOREIGN KEY (a) REFERENCES nosuch (id));
-- missed
CREATE TABLE f51 (a BIGINT, FOREIGN KEY (a) REFERENCES p2 (id));
SET FOREIGN_KEY_CHECKS = 1;
CREATE TABLE setn (id INT PRIMARY KEY, a INT, CONSTRAINT fk_sn FOREIGN KEY (a) REFERENCES p2 (id) ON DELETE SET NULL);
-- error M0415 column `a` cannot become NOT NULL: foreign key `fk_sn` has it
ALTER TABLE setn MODIFY a INT NOT NULL;
-- error M0415 column `a` cannot become NOT NULL: foreign key `fk_sn` has it
ALTER TABLE setn CHANGE a a INT NOT NULL;
